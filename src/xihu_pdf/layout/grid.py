"""The page in cells: so many body characters wide by so many lines high, and nothing between the cells.

Columns, the gaps between them and pictures take whole characters and whole lines, so that the lines of all columns
stand on one grid without repair; what is left over of the paper goes to the margins.
"""

from typing import NamedTuple

from xihu_pdf.geometry import Size, mm

__all__ = ["EM_ASCENT", "TABLOID", "Grid"]

# The em box of a Han face reaches 0.88 em above its baseline and 0.12 em below.
EM_ASCENT = 0.88


class Grid(NamedTuple):
    """A paper and its cells; lengths in points, ``top`` is where the first line's em box begins."""

    paper: Size
    columns: int
    characters: int
    lines: int
    size: float
    pitch: float
    top: float

    @property
    def left(self) -> float:
        """The left edge of the type area, which stands in the middle of the paper."""
        return (self.paper.width - self.width(self.columns)) / 2

    def cells(self, columns: int) -> int:
        """Characters of a joined column 长栏: n columns of c characters and the gaps between them, n c + n - 1."""
        return columns * self.characters + columns - 1

    def width(self, columns: int) -> float:
        """Width of a joined column in points."""
        return self.cells(columns) * self.size

    def column(self, index: int) -> float:
        """The left edge of a column, counted from 0."""
        return self.left + index * (self.characters + 1) * self.size

    def line(self, index: int) -> float:
        """The top of a line's em box, counted from 0."""
        return self.top + index * self.pitch

    def baseline(self, index: int) -> float:
        """The baseline of a line, counted from 0."""
        return self.line(index) + EM_ASCENT * self.size

    def height(self, lines: int) -> float:
        """From the em top of the first of so many lines to the baseline of the last: the height of a picture."""
        return (lines - 1) * self.pitch + EM_ASCENT * self.size


# 四开: 27.5 x 39 cm, 6 columns of 11 characters, 86 lines of 小五 (9 pt) on 11.6 pt.
TABLOID = Grid(Size(mm(275), mm(390)), 6, 11, 86, 9.0, 11.6, mm(23.0))
