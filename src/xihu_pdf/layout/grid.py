"""The page in cells: so many body characters wide by so many lines high, and nothing between the cells.

Columns, the gaps between them and pictures take whole characters and whole lines, so that the lines of all columns
stand on one grid without repair; what is left over of the paper goes to the margins.

Places are counted along the lines and across them. On a vertical page lines run from top to bottom and follow from
right to left; its columns are bands 栏, the first at the top. ``Grid.at`` alone turns what was counted into the page.
"""

from typing import NamedTuple

from xihu_pdf.frame import HORIZONTAL, VERTICAL
from xihu_pdf.geometry import Point, Rect, Size, mm

__all__ = ["EM_ASCENT", "TABLOID", "TABLOID_UPRIGHT", "Grid"]

# The em box of a Han face reaches 0.88 em above its baseline and 0.12 em below.
EM_ASCENT = 0.88


class Grid(NamedTuple):
    """A paper and its cells; lengths in points, ``top`` is where the type area begins on the paper.

    ``writing`` is ``horizontal`` or ``vertical``; ``edge`` is where the first column begins on the paper if the columns
    do not stand in its middle; ``gap`` is that between columns in characters.
    """

    paper: Size
    columns: int
    characters: int
    lines: int
    size: float
    pitch: float
    top: float
    writing: str = HORIZONTAL
    edge: float | None = None
    gap: float = 1.0

    @property
    def left(self) -> float:
        """Where the first column begins along the lines; columns side by side stand in the middle of the paper."""
        if self.edge is not None:
            return self.edge
        return self.top if self._upright else (self.paper.width - self.width(self.columns)) / 2

    @property
    def ascent(self) -> float:
        """The share of an em box before the baseline of its line, which is the centre axis of a vertical one."""
        return 0.5 if self._upright else EM_ASCENT

    def cells(self, columns: int) -> int:
        """Characters of a joined column 长栏: n columns of c characters and the gaps between them, n c + n - 1."""
        return columns * self.characters + columns - 1

    def width(self, columns: int) -> float:
        """Width of a joined column in points."""
        return (columns * self.characters + (columns - 1) * self.gap) * self.size

    def column(self, index: int) -> float:
        """Where a column begins along the lines, counted from 0."""
        return self.left + index * (self.characters + self.gap) * self.size

    def line(self, index: int) -> float:
        """Where a line's em box begins across the lines, counted from 0; vertical lines stand in the paper's middle."""
        spare = (self.paper.width - (self.lines - 1) * self.pitch - self.size) / 2
        return (spare if self._upright else self.top) + index * self.pitch

    def baseline(self, index: int) -> float:
        """The baseline of a line across the lines, counted from 0."""
        return self.line(index) + self.ascent * self.size

    def height(self, lines: int) -> float:
        """The extent of a picture across so many lines.

        It reaches from the em box of the first to the baseline of the last, in vertical lines to the em box's far edge.
        """
        return (lines - 1) * self.pitch + (1.0 if self._upright else EM_ASCENT) * self.size

    def part(self, column: int, columns: int, line: int, lines: int) -> "Grid":
        """The cells of a rectangle of a horizontal grid, so many columns and lines from ``column`` and ``line`` on."""
        return self._replace(columns=columns, lines=lines, top=self.line(line), edge=self.column(column))

    def broken(self, columns: int) -> "Grid":
        """The same width in so many columns 破栏, of whole characters; what they leave over widens the gaps.

        >>> Grid(Size(0, 0), 3, 11, 86, 9.0, 11.6, 0.0).broken(2)[1:3]
        (2, 17)
        """
        cells = self.cells(self.columns)
        characters = (cells + 1) // columns - 1
        gap = (cells - columns * characters) / (columns - 1) if columns > 1 else 1.0
        return self._replace(columns=columns, characters=characters, gap=gap, edge=self.left)

    def picture(self, width: float, lines: int) -> Size:
        """The size on paper of an upright picture ``width`` points along the lines and over so many of them."""
        return Size(self.height(lines), width) if self._upright else Size(width, self.height(lines))

    def box(self, lines: int) -> Rect:
        """The box on paper of all columns over so many lines from the first."""
        ends = self.left + self.width(self.columns), self.line(0) + self.height(lines)
        one, other = self.at(self.left, self.line(0)), self.at(*ends)
        return Rect(min(one.x, other.x), one.y, max(one.x, other.x), other.y)

    def at(self, along: float, across: float) -> Point:
        """The place on paper of what is counted along the lines and across them."""
        return Point(self.paper.width - across, along) if self._upright else Point(along, across)

    def vector(self, along: float, across: float) -> Point:
        """A way along the lines and across them, as it leads on paper."""
        return Point(-across, along) if self._upright else Point(along, across)

    def corner(self, along: float, across: float, size: Size) -> Point:
        """The top left corner on paper of a box of ``size`` on paper that begins at a place."""
        at = self.at(along, across)
        return at._replace(x=at.x - size.width) if self._upright else at

    @property
    def _upright(self) -> bool:
        return self.writing == VERTICAL


# 四开: 27.5 x 39 cm, 6 columns of 11 characters, 86 lines of 小五 (9 pt) on 11.6 pt.
TABLOID = Grid(Size(mm(275), mm(390)), 6, 11, 86, 9.0, 11.6, mm(23.0))
# The same paper and type with lines that run down: 7 bands of 15 characters, 55 lines.
TABLOID_UPRIGHT = Grid(TABLOID.paper, 7, 15, 55, 9.0, 11.6, TABLOID.top, VERTICAL)
