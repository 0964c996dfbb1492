"""How far an item reaches on its page, by its em boxes and lines: near enough to judge where it stands."""

from itertools import chain

from xihu_pdf.frame import HORIZONTAL, VERTICAL, GlyphRun, Link, Picture, Placed, Row, Rule, Shape
from xihu_pdf.geometry import Point, Rect

__all__ = ["extent"]

# The em box of a Han above and below the baseline (OpenType, ideographic em box).
_ABOVE, _BELOW = 0.88, 0.12


def extent(placed: Placed) -> Rect:
    """The box of an item in points from the page's top left; of letters their em boxes, of lines with their weight."""
    at, item = placed
    match item:
        case GlyphRun():
            return _of_run(at, item)
        case Rule():
            return _around(at, (Point(0.0, 0.0), item.vector), item.weight / 2)
        case Picture() | Link():
            return Rect(at.x, at.y, at.x + item.size.width, at.y + item.size.height)
        case Shape():
            return _around(at, tuple(chain(*item.steps)), item.weight / 2)
        case Row():
            far = Point(item.step.x * (item.times - 1), item.step.y * (item.times - 1))
            points = tuple(chain(*item.shape.steps))
            ends = (*points, *(Point(each.x + far.x, each.y + far.y) for each in points))
            return _around(at, ends, item.shape.weight / 2)


def _of_run(at: Point, run: GlyphRun) -> Rect:
    first, last = (run.offsets[0], run.offsets[-1]) if run.offsets else (0.0, 0.0)
    size = run.size
    if run.writing == HORIZONTAL:
        return Rect(at.x + first, at.y - _ABOVE * size, at.x + last + size, at.y + _BELOW * size)
    if run.writing == VERTICAL:
        return Rect(at.x - size / 2, at.y + first, at.x + size / 2, at.y + last + size)
    return Rect(at.x - _BELOW * size, at.y + first, at.x + _ABOVE * size, at.y + last + size)


def _around(at: Point, points: tuple[Point, ...], margin: float) -> Rect:
    across, down = [each.x for each in points], [each.y for each in points]
    return Rect(
        at.x + min(across) - margin, at.y + min(down) - margin, at.x + max(across) + margin, at.y + max(down) + margin
    )
