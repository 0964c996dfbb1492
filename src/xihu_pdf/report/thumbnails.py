"""Pages made small: the same items, so that a thumbnail is as sharp as the page."""

from xihu_pdf.frame import GlyphRun, PageFrame, Picture, Placed, Row, Rule, Shape
from xihu_pdf.geometry import Point, Size

__all__ = ["thumbnail"]


def thumbnail(page: PageFrame, corner: Point, width: float) -> list[Placed]:
    """The items of a page at ``width`` points, its top left at ``corner``."""
    share = width / page.size.width
    return [_smaller(placed, corner, share) for placed in page.items]


def _smaller(placed: Placed, corner: Point, share: float) -> Placed:
    (x, y), item = placed
    at = Point(corner.x + x * share, corner.y + y * share)
    match item:
        case GlyphRun():
            offsets, rises = (tuple(each * share for each in along) for along in (item.offsets, item.rises))
            return Placed(at, item._replace(size=item.size * share, offsets=offsets, rises=rises))
        case Rule():
            return Placed(at, item._replace(vector=_shrunk(item.vector, share), weight=item.weight * share))
        case Picture():
            return Placed(at, item._replace(size=Size(item.size.width * share, item.size.height * share)))
        case Shape():
            return Placed(at, _small_shape(item, share))
        case Row():
            step = _shrunk(item.step, share)
            return Placed(at, item._replace(shape=_small_shape(item.shape, share), step=step))


def _small_shape(shape: Shape, share: float) -> Shape:
    steps = tuple(tuple(_shrunk(point, share) for point in step) for step in shape.steps)
    return shape._replace(steps=steps, weight=shape.weight * share)


def _shrunk(point: Point, share: float) -> Point:
    return Point(point.x * share, point.y * share)
