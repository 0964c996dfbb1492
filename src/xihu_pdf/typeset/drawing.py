"""What is drawn at a line's side: emphasis dots, proper-noun lines and wavy book lines; and the boxes of links.

Below horizontal lines, at the right of vertical dots and at the left of vertical lines of names; lines come before dots
(GB/T 15834-2011, 5.1.8 and 4.16, 4.17; clreq 3.1.8). The pitch of lines is unchanged.
"""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from xihu_pdf.content import Mark
from xihu_pdf.frame import Ink, Link, Placed, Rule, Shape
from xihu_pdf.geometry import Point, Size
from xihu_pdf.typeset.classes import HAN, NONSTARTER
from xihu_pdf.typeset.pieces import CELL, Piece
from xihu_pdf.typeset.units import Units

__all__ = ["Print", "drawn"]

# Distances from the baseline downward in em; a vertical line's from its axis, outward.
_LINE_BELOW, _DOT_BELOW, _DOT_UNDER_LINE = 0.19, 0.21, 0.31
_LINE_ASIDE, _DOT_ASIDE = 0.57, 0.62
_LINE_WEIGHT, _DOT = 0.045, 0.1
# Two names side by side are told apart by what their lines fall short of the words.
_SHORT = 0.07
_WAVE, _AMPLITUDE = 0.36, 0.055
_LINES = frozenset({"name", "book"})
# The em box above the baseline (OpenType, ideographic em box).
_ABOVE = 0.88
_HAN = frozenset({HAN, NONSTARTER})


class Print(NamedTuple):
    """What a style prints with: size in points, its ink and that of the accent, whether lines are vertical.

    ``western`` is the language of what is marked as Western text, empty where it is that of the style.
    """

    size: float
    ink: Ink
    accent: Ink
    vertical: bool
    western: str = ""


def drawn(units: Units, span: tuple[int, int], places: list[float], look: Print) -> tuple[Placed, ...]:
    """What the marks of a text draw on the units ``span`` of a line that stand at ``places`` em."""
    first, last = span
    items: list[Placed] = []
    begin, end = units.starts[first], units.starts[last]
    near = [mark for mark in units.marks if mark.start <= end and begin < mark.end]
    for mark in near:
        inside = [at for at in range(first, last + 1) if mark.start <= units.starts[at] < mark.end]
        if not inside:
            continue
        if mark.kind == "dots":
            under = any(each.kind in _LINES and each.start < mark.end and mark.start < each.end for each in near)
            dotted = [(units.pieces[at], places[at - first]) for at in _dotted(units, mark, inside)]
            items.extend(_dots(dotted, _DOT_UNDER_LINE if under else _DOT_BELOW, look))
        else:
            start, stop = places[inside[0] - first], places[inside[-1] - first] + units.pieces[inside[-1]].body
            if mark.kind == "link":
                items.append(_link(start, stop, mark.note, look))
            else:
                draw = _wave if mark.kind == "book" else _line
                items.append(draw(start + _SHORT, stop - _SHORT, look))
    return tuple(items)


def _dotted(units: Units, mark: Mark, inside: list[int]) -> list[int]:
    """The units of a line that have dots: Han; letters and figures only where the words that are marked have no Han."""
    marked = range(bisect_left(units.starts, mark.start), bisect_left(units.starts, mark.end))
    han = {at for at in marked if _is_han(units.pieces[at])}
    return [at for at in inside if at in han or not han]


def _is_han(piece: Piece) -> bool:
    letter = "".join(piece.texts)[:1]
    return piece.left in _HAN and piece.writing != CELL and letter.isalnum()


def _dots(dotted: list[tuple[Piece, float]], below: float, look: Print) -> Iterator[Placed]:
    """One dot for each letter or cell, centred on it; none for marks, signs and blanks."""
    for piece, place in dotted:
        for centre in _centres(piece):
            point = _point(place + centre, below, _DOT_ASIDE, look)
            dot = Shape(((Point(0.0, 0.0),), (Point(0.0, 0.0),)), _DOT * look.size, look.ink)
            yield Placed(point, dot)


def _centres(piece: Piece) -> Iterator[float]:
    """The middles of the letters of a piece; a cell has one, a warichu none."""
    if piece.writing == CELL:
        yield piece.body / 2
        return
    for (place, end), text in zip(pairwise((*piece.places, piece.body)), piece.texts, strict=False):
        if text[:1].isalnum():
            yield (place + end) / 2


def _link(begin: float, end: float, address: str, look: Print) -> Placed:
    """The em boxes of the words."""
    length = (end - begin) * look.size
    if look.vertical:
        return Placed(Point(-look.size / 2, begin * look.size), Link(Size(look.size, length), address))
    return Placed(Point(begin * look.size, -_ABOVE * look.size), Link(Size(length, look.size), address))


def _line(begin: float, end: float, look: Print) -> Placed:
    length = (end - begin) * look.size
    vector = Point(0.0, length) if look.vertical else Point(length, 0.0)
    return Placed(_point(begin, _LINE_BELOW, -_LINE_ASIDE, look), Rule(vector, _LINE_WEIGHT * look.size, look.ink))


def _wave(begin: float, end: float, look: Print) -> Placed:
    """A wavy line of whole half waves, each one curve."""
    count = max(2, round((end - begin) / (_WAVE / 2)))
    step = (end - begin) / count * look.size
    steps: list[tuple[Point, ...]] = [(Point(0.0, 0.0),)]
    for index in range(count):
        out = (-1 if index % 2 else 1) * _AMPLITUDE * 4 / 3 * look.size
        curve = ((index + 0.36) * step, out), ((index + 0.64) * step, out), ((index + 1) * step, 0.0)
        steps.append(tuple(Point(across, along) if look.vertical else Point(along, across) for along, across in curve))
    shape = Shape(tuple(steps), _LINE_WEIGHT * look.size, look.ink)
    return Placed(_point(begin, _LINE_BELOW, -_LINE_ASIDE, look), shape)


def _point(along: float, below: float, aside: float, look: Print) -> Point:
    if look.vertical:
        return Point(aside * look.size, along * look.size)
    return Point(along * look.size, below * look.size)
