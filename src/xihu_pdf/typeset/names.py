"""Lists of names spread evenly 均排: names of two characters as wide as those of three, in cells of one width.

clreq 3.4.3. A longer name takes several cells and keeps its natural width.
"""

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


def set_names(compositor: Compositor, names: tuple[Text, ...], width: float) -> tuple[Line, ...]:
    """Set names over lines of ``width`` em, their cells under one another from edge to edge."""
    many = max(1, floor((width + _BETWEEN + _SLACK) / (_CELL + _BETWEEN)))
    between = (width - many * _CELL) / (many - 1) if many > 1 else 0.0
    rows: list[list[tuple[float, Units, float]]] = [[]]
    column = 0
    for name in names:
        units = compositor.units(name.value, marks=name.marks)
        if not units.pieces:
            continue
        natural = sum(piece.body for piece in units.pieces) + sum(gap.natural for gap in units.gaps)
        cells = max(1, ceil((natural + _BETWEEN - _SLACK) / (_CELL + between))) if natural > _CELL + _SLACK else 1
        if column and column + cells > many:
            rows.append([])
            column = 0
        rows[-1].append((column * (_CELL + between), units, natural))
        column += cells
    return tuple(_line(compositor, row) for row in rows if row)


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
