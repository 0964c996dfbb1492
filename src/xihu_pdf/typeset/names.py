"""Lists of names spread evenly 均排: names of two characters as wide as those of three, in cells of one width.

clreq 3.4.3. A longer name keeps its natural width and takes as many cells as it needs; one that no line holds is parted
behind an interpunct.
"""

from itertools import pairwise
from math import ceil, floor

from xihu_pdf.content import Text
from xihu_pdf.frame import Placed
from xihu_pdf.typeset.classes import HAN
from xihu_pdf.typeset.paragraph import Compositor
from xihu_pdf.typeset.setting import Line, set_pieces
from xihu_pdf.typeset.units import Units

__all__ = ["set_names"]

# The usual name has three characters. One of two has an em inside, so that more than that stands between names.
_CELL, _BETWEEN = 3.0, 1.5
_SLACK = 1e-6
_INTERPUNCTS = "·・‧"


def set_names(compositor: Compositor, names: tuple[Text, ...], width: float) -> tuple[Line, ...]:
    """Set names over lines of ``width`` em, their cells under one another from edge to edge."""
    many = max(1, floor((width + _BETWEEN + _SLACK) / (_CELL + _BETWEEN)))
    step = _CELL + (width - many * _CELL) / (many - 1) if many > 1 else _CELL
    rows: list[list[tuple[float, Units, float]]] = [[]]
    column = 0
    for part in [part for name in names for part in _parts(compositor, name, width)]:
        units = compositor.units(part.value, marks=part.marks)
        if not units.pieces:
            continue
        natural = _natural(units)
        if column and (column >= many or column * step + max(natural, _CELL) > width + _SLACK):
            rows.append([])
            column = 0
        at = column * step
        rows[-1].append((at, units, natural))
        column = max(column + 1, ceil((at + natural + _BETWEEN - _SLACK) / step) if natural > _CELL + _SLACK else 0)
    return tuple(_line(compositor, row) for row in rows if row)


def _natural(units: Units) -> float:
    return sum(piece.body for piece in units.pieces) + sum(gap.natural for gap in units.gaps)


def _parts(compositor: Compositor, name: Text, width: float) -> list[Text]:
    """A name, or, where it is wider than a line, as much of it on each as ends behind an interpunct."""
    dots = [at + 1 for at, each in enumerate(name.value) if each in _INTERPUNCTS]
    if not dots or _natural(compositor.units(name.value, marks=name.marks)) <= width + _SLACK:
        return [name]
    start, parts = 0, []
    for dot, after in pairwise((*dots, len(name.value))):
        if _natural(compositor.units(name.value[start:after])) > width + _SLACK:
            parts.append(name.part(start, dot))
            start = dot
    return [*parts, name.part(start, len(name.value))]


def _line(compositor: Compositor, row: list[tuple[float, Units, float]]) -> Line:
    items: list[Placed] = []
    end = 0.0
    look = compositor.print
    for at, units, natural in row:
        spare = max(0.0, _CELL - natural) if all(piece.left == HAN for piece in units.pieces) else 0.0
        inner = len(units.gaps)
        widths = tuple(gap.natural + spare / inner for gap in units.gaps)
        placed, end = set_pieces(units, (0, len(units.pieces) - 1), widths, look, (at, None))
        items.extend(placed)
    text = "".join("".join(piece.texts) for _, units, _ in row for piece in units.pieces)
    return Line(tuple(items), text, 0.0, end * look.size, 0.0, 0.0)
