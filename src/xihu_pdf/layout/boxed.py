"""A frame around an article 加框: its cells, the cells inside, and no hairline where the frame stands.

Inside a frame every column is some characters narrower, by which text and frame stand apart at the sides; a line at the
head and one at the foot do so above and below.
"""

from collections.abc import Iterator

from xihu_pdf.frame import BLACK, HORIZONTAL, Placed, Rule
from xihu_pdf.geometry import Point, Rect
from xihu_pdf.layout.decoration import depth_of, draw_frame
from xihu_pdf.layout.grid import Grid

__all__ = ["ABOVE", "LINES", "around", "clear", "inside"]

# Lines that a frame takes above its text, and above and below in all.
ABOVE, LINES = 1, 2
# White between a frame and its text at the sides, in em at the least; how much narrower columns may be, and how narrow.
_WHITE = 0.6
_NARROWER = (1, 2, 3)
_LEAST_CHARACTERS = 9


def inside(grid: Grid, frame: str) -> Grid | None:
    """The cells inside a frame around all of a grid; None where its columns are too narrow for one."""
    for less in _NARROWER:
        room = grid.columns * less / 2 * grid.size
        if room >= depth_of(frame) + _WHITE * grid.size and grid.characters - less >= _LEAST_CHARACTERS:
            inner = grid._replace(characters=grid.characters - less, edge=grid.left + room, lines=grid.lines - LINES)
            # Vertical lines stand in the middle of the paper, fewer of them further in.
            return inner._replace(top=grid.line(ABOVE)) if grid.writing == HORIZONTAL else inner
    return None


def around(grid: Grid, frame: str) -> list[Placed]:
    """The frame around all of a grid."""
    return draw_frame(frame, grid.box(grid.lines), BLACK)


def clear(rules: list[Placed], boxes: list[Rect], gap: float) -> Iterator[Placed]:
    """The hairlines between articles, left out along the frames that stand no further than ``gap`` from them."""
    for rule in rules:
        pieces = [rule]
        for box in boxes:
            pieces = [each for piece in pieces for each in _beside(piece, box, gap)]
        yield from pieces


def _beside(placed: Placed, box: Rect, gap: float) -> Iterator[Placed]:
    """What is left of a hairline beside a frame."""
    at, rule = placed
    if not isinstance(rule, Rule):
        yield placed
        return
    if rule.vector.x:
        near = box.top - gap < at.y < box.bottom + gap
        start, end, first, last = at.x, at.x + rule.vector.x, box.left, box.right
    else:
        near = box.left - gap < at.x < box.right + gap
        start, end, first, last = at.y, at.y + rule.vector.y, box.top, box.bottom
    if not near or last <= start or end <= first:
        yield placed
        return
    for begin, stop in ((start, first - gap), (last + gap, end)):
        if stop - begin > gap:
            place, way = (
                (Point(begin, at.y), Point(stop - begin, 0.0))
                if rule.vector.x
                else (Point(at.x, begin), Point(0.0, stop - begin))
            )
            yield Placed(place, rule._replace(vector=way))
