"""Bleed 出血: what reaches the trim is carried beyond it, so that no white edge is left where the cut goes astray.

An item reaches the trim on a side where it ends within half a point of it or lies across it. There it is carried to the
edge of the bleed: a photograph by showing more of itself at the same scale, as far as it has more; a rule that runs
level or upright, and a filled shape of straight sides, by moving the ends and sides that lie there. Letters, ornaments
and slanting rules stay as they are.
"""

from xihu_pdf.frame import PageFrame, Picture, Placed, Rule, Shape
from xihu_pdf.geometry import Point, Rect, Size

__all__ = ["carry", "wanting"]

_NEAR = 0.5


def carry(page: PageFrame, bleed: float) -> PageFrame:
    """Carry what reaches the trim of a page so many points beyond it."""
    return page._replace(items=tuple(_carried(each, page.size, bleed) for each in page.items))


def wanting(placed: Placed, size: Size, bleed: float) -> float:
    """How many points of bleed a picture on a page of this size has nothing to show for."""
    at, item = placed
    if not isinstance(item, Picture):
        return 0.0
    wanted, shown = _grown(_box(at, item.size), size, bleed), _shown(at, item, size, bleed)
    return max(abs(one - other) for one, other in zip(wanted, shown, strict=True))


def _carried(placed: Placed, size: Size, bleed: float) -> Placed:
    at, item = placed
    match item:
        case Picture():
            return _picture(at, item, size, bleed)
        case Rule() if not (item.vector.x and item.vector.y):
            return _rule(at, item, size, bleed)
        case Shape() if not item.weight and all(len(step) == 1 for step in item.steps):
            points = [_moved(Point(at.x + point.x, at.y + point.y), size, bleed) for (point,) in item.steps]
            return Placed(at, item._replace(steps=tuple((Point(x - at.x, y - at.y),) for x, y in points)))
    return placed


def _picture(at: Point, picture: Picture, size: Size, bleed: float) -> Placed:
    box, shown, crop = _box(at, picture.size), _shown(at, picture, size, bleed), picture.crop
    if box == shown:
        return Placed(at, picture)
    across, down = crop.width / box.width, crop.height / box.height
    wider = Rect(
        max(0.0, crop.left - (box.left - shown.left) * across),
        max(0.0, crop.top - (box.top - shown.top) * down),
        min(1.0, crop.right + (shown.right - box.right) * across),
        min(1.0, crop.bottom + (shown.bottom - box.bottom) * down),
    )
    return Placed(Point(shown.left, shown.top), picture._replace(size=Size(shown.width, shown.height), crop=wider))


def _shown(at: Point, picture: Picture, size: Size, bleed: float) -> Rect:
    """The box of a picture carried as far as the photograph has something to show."""
    box, crop = _box(at, picture.size), picture.crop
    grown = _grown(box, size, bleed)
    across, down = box.width / crop.width, box.height / crop.height
    return Rect(
        max(grown.left, box.left - crop.left * across),
        max(grown.top, box.top - crop.top * down),
        min(grown.right, box.right + (1 - crop.right) * across),
        min(grown.bottom, box.bottom + (1 - crop.bottom) * down),
    )


def _rule(at: Point, rule: Rule, size: Size, bleed: float) -> Placed:
    level, half = not rule.vector.y, rule.weight / 2
    ends = sorted((at, Point(at.x + rule.vector.x, at.y + rule.vector.y)))
    aside = Point(0.0, half) if level else Point(half, 0.0)
    box = Rect(ends[0].x - aside.x, ends[0].y - aside.y, ends[1].x + aside.x, ends[1].y + aside.y)
    grown = _grown(box, size, bleed)
    if grown == box:
        return Placed(at, rule)
    if level:
        start, vector = Point(grown.left, (grown.top + grown.bottom) / 2), Point(grown.width, 0.0)
    else:
        start, vector = Point((grown.left + grown.right) / 2, grown.top), Point(0.0, grown.height)
    return Placed(start, Rule(vector, grown.height if level else grown.width, rule.ink))


def _box(at: Point, size: Size) -> Rect:
    return Rect(at.x, at.y, at.x + size.width, at.y + size.height)


def _grown(box: Rect, size: Size, bleed: float) -> Rect:
    """The box with its corners moved."""
    return Rect(*_moved(Point(box.left, box.top), size, bleed), *_moved(Point(box.right, box.bottom), size, bleed))


def _moved(point: Point, size: Size, bleed: float) -> Point:
    """A point at the trim or beyond it moved to the edge of the bleed, if it is not further out."""
    return Point(_out(point.x, size.width, bleed), _out(point.y, size.height, bleed))


def _out(place: float, length: float, bleed: float) -> float:
    if place <= _NEAR:
        return min(place, -bleed)
    return max(place, length + bleed) if place >= length - _NEAR else place
