"""Papers and their grids as one table: exact cells, and what is left over of the paper goes to its margins.

The columns of the press are 8 of 13 characters and 120 lines on 对开, 6 of 11 and 86 on 四开; bulletins follow the same
body of 9 pt on 11.6 pt.
"""

from xihu_pdf.frame import HORIZONTAL, VERTICAL
from xihu_pdf.geometry import Size, mm
from xihu_pdf.layout.grid import TABLOID, TABLOID_UPRIGHT, Grid

__all__ = ["PAPERS", "grid_of", "horizontal_grid"]

# From the type area to the sides and the foot of a paper at the least, in points; the header stands above ``top``.
_SIDE, _FOOT = mm(15.0), mm(16.0)
# The characters to a column that a paper of no name may have, the best first.
_CHARACTERS = (12, 13, 11, 14, 15, 16, 17, 10)
_MOST_COLUMNS = 12


def _grid(paper: tuple[float, float], cells: tuple[int, int, int], top: float) -> Grid:
    """A horizontal grid of columns, characters and lines on a paper of so many millimetres, ``top`` mm down."""
    return Grid(Size(mm(paper[0]), mm(paper[1])), *cells, TABLOID.size, TABLOID.pitch, mm(top))


# Paper: its grids by the writing of the page.
PAPERS: dict[str, dict[str, Grid]] = {
    "tabloid": {HORIZONTAL: TABLOID, VERTICAL: TABLOID_UPRIGHT},
    "broadsheet": {HORIZONTAL: _grid((390.0, 546.0), (8, 13, 120), 31.0)},
    "a3": {HORIZONTAL: _grid((297.0, 420.0), (6, 13, 93), 23.0)},
    "a4": {HORIZONTAL: _grid((210.0, 297.0), (4, 13, 63), 23.0)},
    "16k": {HORIZONTAL: _grid((210.0, 285.0), (4, 13, 60), 23.0)},
}


def grid_of(paper: str | tuple[float, float], writing: str = HORIZONTAL) -> Grid | None:
    """The grid of a paper by its name or its width and height in millimetres; None where it has none of a writing."""
    if writing == HORIZONTAL:
        return horizontal_grid(paper)
    return PAPERS[paper].get(writing) if isinstance(paper, str) else None


def horizontal_grid(paper: str | tuple[float, float]) -> Grid:
    """The grid of a paper for horizontal lines, which every paper has."""
    return PAPERS[paper][HORIZONTAL] if isinstance(paper, str) else _fitted(paper)


def _fitted(paper: tuple[float, float]) -> Grid:
    """The grid of a paper without a name: the columns that leave least over, of a width that reads well."""
    body, pitch = TABLOID.size, TABLOID.pitch
    cells = int((mm(paper[0]) - 2 * _SIDE) / body)
    lines = int((mm(paper[1]) - TABLOID.top - _FOOT - body) / pitch) + 1
    # What is left over counts by characters, a column further from the best by one of them.
    ways = [
        (cells - (columns * (characters + 1) - 1) + rank, columns, characters)
        for rank, characters in enumerate(_CHARACTERS)
        for columns in range(1, _MOST_COLUMNS + 1)
        if columns * (characters + 1) - 1 <= cells
    ]
    _, columns, characters = min(ways)
    return _grid(paper, (columns, characters, lines), TABLOID.top / mm(1.0))
