"""Lists of names spread evenly 均排: names of two characters as wide as those of three, in cells of one width.

clreq 3.4.3. A longer name keeps its natural width and takes as many cells as it needs; one that no line holds is parted
behind an interpunct, on lines of its own.
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

# The usual name has three characters. Where all have two, nothing is put inside them.
_CELL, _BETWEEN, _MOST_BETWEEN = 3.0, 1.0, 2.5
# The indent of what is left of a parted name, so that it is not read as another one.
_TURN = 1.0
_SLACK = 1e-6
_INTERPUNCTS = "·・‧"

# A name on its line: its place in em, its units, and by how much they are opened together.
_Set = tuple[float, Units, float]


def set_names(compositor: Compositor, names: tuple[Text, ...], width: float) -> tuple[Line, ...]:
    """Set names over lines of ``width`` em, their cells under one another from edge to edge."""
    parted = [_parts(compositor, name, width) for name in names]
    cell = min(_CELL, max((natural for parts in parted for _, natural in parts), default=_CELL))
    many = max(1, floor((width + _BETWEEN + _SLACK) / (cell + _BETWEEN)))
    tried = [_rows(parted, cell, many, width)]
    # A cell less on each line is calmer where it takes no more of them and leaves no hole.
    if many > 2 and (width - (many - 1) * cell) / (many - 2) <= _MOST_BETWEEN:
        tried.insert(0, _rows(parted, cell, many - 1, width))
    return tuple(_line(compositor, row) for row in min(tried, key=len))


def _rows(parted: list[list[tuple[Units, float]]], cell: float, many: int, width: float) -> list[list[_Set]]:
    """Names on lines of so many cells, each parted one on lines of its own."""
    step = cell + (width - many * cell) / (many - 1) if many > 1 else cell
    rows: list[list[_Set]] = [[]]
    column = 0
    for parts in parted:
        for number, (units, natural) in enumerate(parts):
            is_whole = len(parts) == 1
            at = column * step
            if column and (not is_whole or column >= many or at + max(natural, cell) > width + _SLACK):
                rows.append([])
                at, column = 0.0, 0
            rows[-1].append((at if not number else _TURN, units, max(0.0, cell - natural)))
            taken = ceil((at + natural + _BETWEEN - _SLACK) / step) if natural > cell + _SLACK else column + 1
            column = taken if is_whole else many
    return list(filter(None, rows))


def _natural(units: Units) -> float:
    return sum(piece.body for piece in units.pieces) + sum(gap.natural for gap in units.gaps)


def _parts(compositor: Compositor, name: Text, width: float) -> list[tuple[Units, float]]:
    """A name, or, where it is wider than a line, as much of it on each as ends behind an interpunct, with its width."""
    dots = [at + 1 for at, each in enumerate(name.value) if each in _INTERPUNCTS]
    start, parts = 0, list[Text]()
    for dot, after in pairwise((*dots, len(name.value))):
        tried = name.part(start, after)
        room = width - (_TURN if parts else 0.0)
        if _natural(compositor.units(tried.value, marks=tried.marks)) > room + _SLACK:
            parts.append(name.part(start, dot))
            start = dot
    found = [compositor.units(part.value, marks=part.marks) for part in (*parts, name.part(start, len(name.value)))]
    return [(units, _natural(units)) for units in found if units.pieces]


def _line(compositor: Compositor, row: list[_Set]) -> Line:
    items: list[Placed] = []
    end = 0.0
    look = compositor.print
    for at, units, spare in row:
        opened = spare / len(units.gaps) if units.gaps and all(piece.left == HAN for piece in units.pieces) else 0.0
        widths = tuple(gap.natural + opened for gap in units.gaps)
        placed, end = set_pieces(units, (0, len(units.pieces) - 1), widths, look, (at, None))
        items.extend(placed)
    text = "".join("".join(piece.texts) for _, units, _ in row for piece in units.pieces)
    return Line(tuple(items), text, 0.0, end * look.size, 0.0, 0.0)
