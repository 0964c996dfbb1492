"""Decoration 装饰: rules, grounds, frames and ornaments as vectors, in inks that a press prints.

Everything is drawn in the one ink that is asked for. What is fine (frames, dots, lines) should be asked in black alone,
since newsprint does not hold thin rules of several inks in register; flat grounds may be of the accent.
"""

from collections.abc import Iterator
from typing import NamedTuple

from xihu_pdf.frame import BLACK, Ink, Placed, Row, Rule, Shape
from xihu_pdf.geometry import Point, Rect
from xihu_pdf.layout.borders import BORDERS, ORNAMENTS, Border, Stroke

__all__ = [
    "FRAMES",
    "GROUNDS",
    "RULES",
    "depth_of",
    "draw_frame",
    "draw_ground",
    "draw_ornament",
    "draw_rule",
    "draw_under",
]

# Straight rules by name: each of their lines, from the outer one inward, by where its middle lies and its weight.
RULES: dict[str, tuple[tuple[float, float], ...]] = {
    "hairline": ((0.15, 0.3),),
    "bold": ((0.75, 1.5),),
    "double": ((0.2, 0.4), (2.2, 0.4)),
    "thick-thin": ((0.75, 1.5), (3.0, 0.4)),
}
_WAVE = Border(
    3.0,
    6.0,
    (Stroke(0.6, ((0.0, 1.5), (1.0, -0.1, 2.0, -0.1, 3.0, 1.5), (4.0, 3.1, 5.0, 3.1, 6.0, 1.5))),),
    (Stroke(0.6, ((1.5, 3.0), (1.5, 2.2, 2.2, 1.5, 3.0, 1.5))),),
)
_UNITS = {"wave": _WAVE, **BORDERS}
FRAMES = (*RULES, *_UNITS)


class Ground(NamedTuple):
    """A ground 底纹: the share of the ink where it is flat; else what is drawn on it, so many points apart."""

    share: float
    pitch: float = 0.0
    weight: float = 0.0
    dotted: bool = False


# From the middle of an ornament to the hairlines beside it, and their weight.
_ARM, _HAIRLINE = 13.0, 0.3
# The frame of what asks for a box alone.
_BOX = "thick-thin"
# Dots and lines are of the full ink and no finer than newsprint holds; they are lighter than a tint, since words stand
# on them.
GROUNDS: dict[str, Ground] = {
    "solid": Ground(1.0),
    "tint": Ground(0.12),
    "dots": Ground(0.0, 3.4, 0.7, dotted=True),
    "lines": Ground(0.0, 3.6, 0.25),
}


def depth_of(frame: str) -> float:
    """How deep a frame of this name is, in points from its outer edge inward."""
    if frame in RULES:
        middle, weight = RULES[frame][-1]
        return middle + weight / 2
    return _UNITS[frame].depth


def draw_rule(name: str, start: Point, vector: Point, ink: Ink) -> list[Placed]:
    """A rule of a name along the middle of its way, which leads to the right or down."""
    length = vector.x + vector.y
    half = depth_of(name) / 2
    down = vector.y > 0.0
    start = Point(start.x + half, start.y) if down else Point(start.x, start.y - half)
    side = _Side(start, 1 if down else 0, length)
    if name in RULES:
        return list(_straight(name, side, (), ink))
    return list(_units(_UNITS[name], side, ink))


def draw_frame(name: str, box: Rect, ink: Ink) -> list[Placed]:
    """A frame of a name whose outer edge is the box; units are stretched along each side so that it closes."""
    if name in RULES:
        return [placed for side in _sides(box, 0.0) for placed in _straight(name, side, RULES[name], ink)]
    border = _UNITS[name]
    placed: list[Placed] = []
    for whole, side in zip(_sides(box, 0.0), _sides(box, border.depth), strict=True):
        placed.extend(Placed(whole.start, _shape(stroke, whole.turn, 1.0, ink)) for stroke in border.corner)
        placed.extend(_units(border, side, ink))
    return placed


def draw_ground(name: str, box: Rect, ink: Ink) -> list[Placed]:
    """A ground of a name that fills the box; dots and lines stand off its edges by half of what parts them."""
    ground = GROUNDS[name]
    if ground.share:
        corners = ((0.0, 0.0), (box.width, 0.0), (box.width, box.height), (0.0, box.height))
        path = tuple((Point(x, y),) for x, y in corners)
        return [Placed(Point(box.left, box.top), Shape(path, 0.0, ink.tinted(ground.share)))]
    rows, down = _shared(box.height, ground.pitch)
    if not ground.dotted:
        line = Shape(((Point(0.0, 0.0),), (Point(box.width, 0.0),)), ground.weight, ink)
        return [Placed(Point(box.left, box.top + down / 2), Row(line, Point(0.0, down), rows))]
    dots, along = _shared(box.width, ground.pitch)
    dot = Shape(((Point(0.0, 0.0),), (Point(0.0, 0.0),)), ground.weight, ink)
    placed = []
    for number in range(rows):
        # Every other row stands between the dots of the one above.
        shift, short = (along, 1) if number % 2 else (along / 2, 0)
        at = Point(box.left + shift, box.top + down * (number + 0.5))
        if dots > short:
            placed.append(Placed(at, Row(dot, Point(along, 0.0), dots - short)))
    return placed


def draw_ornament(name: str, length: float, ink: Ink, *, upright: bool = False) -> list[Placed]:
    """An ornament in the middle of a black hairline of a length, from the origin to the right or down.

    There is no hairline where the ornament is left out of a ground: it would fill up.
    """
    middle, turn = length / 2, 1 if upright else 0
    placed = [Placed(_turned(middle, 0.0, turn), _shape(stroke, 0, 1.0, ink)) for stroke in ORNAMENTS[name]]
    arm = middle - _ARM
    if arm > 0.0 and ink.total:
        hairline = Rule(_turned(arm, 0.0, turn), _HAIRLINE, BLACK)
        placed += [Placed(_turned(start, 0.0, turn), hairline) for start in (0.0, middle + _ARM)]
    return placed


def draw_under(ground: tuple[str, Ink], box: Rect) -> list[Placed]:
    """What lies under words: a ground of a name in an ink, or a frame around them.

    What is fine is drawn in black whatever the ink: newsprint does not hold it in several inks.
    """
    name, ink = ground
    if name == "box":
        return draw_frame(_BOX, box, BLACK)
    return draw_ground(name, box, ink if GROUNDS[name].share else BLACK)


class _Side(NamedTuple):
    """A side of a box: where it starts, the quarter turns from the top side to it, clockwise, and its length."""

    start: Point
    turn: int
    length: float


def _sides(box: Rect, cut: float) -> tuple[_Side, ...]:
    """The sides of a box, clockwise from the top one, ``cut`` points left out at each end."""
    wide, high = box.width - 2 * cut, box.height - 2 * cut
    return (
        _Side(Point(box.left + cut, box.top), 0, wide),
        _Side(Point(box.right, box.top + cut), 1, high),
        _Side(Point(box.right - cut, box.bottom), 2, wide),
        _Side(Point(box.left, box.bottom - cut), 3, high),
    )


def _turned(along: float, across: float, turn: int) -> Point:
    """What is so far along a side and across it, inward, as a way on the page."""
    return Point(*((along, across), (-across, along), (-along, -across), (across, -along))[turn])


def _straight(name: str, side: _Side, cuts: tuple[tuple[float, float], ...], ink: Ink) -> Iterator[Placed]:
    """The lines of a straight rule along a side; inside a frame each ends where the line that it meets has its edge."""
    for middle, weight in RULES[name]:
        short = middle - weight / 2 if cuts else 0.0
        way = _turned(short, middle, side.turn)
        vector = _turned(side.length - 2 * short, 0.0, side.turn)
        yield Placed(Point(side.start.x + way.x, side.start.y + way.y), Rule(vector, weight, ink))


def _units(border: Border, side: _Side, ink: Ink) -> Iterator[Placed]:
    """The whole units along a side, each stretched by the little that makes them fill it."""
    times, step = _shared(side.length, border.step)
    for stroke in border.unit:
        shape = _shape(stroke, side.turn, step / border.step, ink)
        yield Placed(side.start, Row(shape, _turned(step, 0.0, side.turn), times))


def _shared(length: float, pitch: float) -> tuple[int, float]:
    """How many units of about a pitch fill a length, and the length of each."""
    times = max(1, round(length / pitch))
    return times, length / times


def _shape(stroke: Stroke, turn: int, stretch: float, ink: Ink) -> Shape:
    steps = []
    for points in stroke.path:
        pairs = zip(points[::2], points[1::2], strict=True)
        steps.append(tuple(_turned(along * stretch, across, turn) for along, across in pairs))
    return Shape(tuple(steps), stroke.weight, ink)
