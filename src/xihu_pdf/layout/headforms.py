"""Forms of a headline 题式 besides that over all columns: over some of them with text beside, or down a column.

A head over some columns (左上, 右上) stands at the top of its article and the text of the others runs beside it. An
upright head 竖题 is a column wide; at the side of an article it is as high as the text, on a page of its own article it
tops a column. Whole columns and whole lines, so that every column ends on its last line whatever the form.
"""

from collections.abc import Iterator, Mapping

from xihu_pdf.content import Article, Text
from xihu_pdf.frame import VERTICAL, Placed
from xihu_pdf.geometry import Point
from xihu_pdf.layout.desk import Desk, place_line, rows_of
from xihu_pdf.layout.grid import Grid
from xihu_pdf.layout.head import INSET, SIZES, Head, Row, beside, compose_head, ornament_row, set_row
from xihu_pdf.typeset import TORN, break_by_sense, units_width, worst_break

__all__ = ["Uprights", "aside_place", "beside_places", "place_upright", "topping_heads"]

# Lines of an upright head 竖题: secondary ones have 18 to 32, those of the lead up to 40.
_UPRIGHT_LINES = (14, 40)
_TOPPING_LINES = (24, 28, 32, 36, 40)
# The share of its column's width and height that an upright head takes at the most, and the least of its height.
_WIDE, _HIGH, _LEAST_HIGH = 0.92, 0.9, 0.7
# What parts its rows, in the size of the headline; how far its letters are opened at the most, in steps, in em.
_BETWEEN, _MOST_TRACKING, _TRACKING_STEP = 0.24, 0.36, 0.06
# The length of an ornament beside it, and the width that it takes, in points.
_ORNAMENT, _ORNAMENT_WIDE = 100.0, 21.0
# In two rows the longer one may be so much longer than the half.
_UNEVEN = 1.3
# How many columns a head over some of them leaves beside it.
_LEFT_BESIDE = (1, 2)
_AT_RIGHT = frozenset({"right", "vertical-right"})


class Uprights:
    """The upright heads of an article in one column of a grid, one for each number of lines; each is set but once."""

    __slots__ = ("_article", "_breaks", "_desk", "_grid", "_made", "_most", "_pairs")

    def __init__(
        self, desk: Desk, article: Article, grid: Grid, pairs: Mapping[str, int], most: float = SIZES[0]
    ) -> None:
        self._desk, self._article = desk.for_writing(VERTICAL), article
        self._grid, self._pairs, self._most = grid.part(0, 1, 0, grid.lines), pairs, min(most, desk.tallest)
        self._made: dict[tuple[int, float, int], Head] = {}
        self._breaks: dict[int, tuple[tuple[str, ...], float]] = {}

    def head(self, lines: int, place: tuple[int, int]) -> Head | None:
        """The head of the largest headline that fits a column of so many lines, at a place; None where none does."""
        if self._article.headline is None or not _UPRIGHT_LINES[0] <= lines <= _UPRIGHT_LINES[1]:
            return None
        room = self._grid.height(lines) - (2 * INSET if self._article.ground != "none" else 0.0)
        made = self._largest(self._article.headline, room)
        return None if made is None else made._replace(lines=lines, place=place)

    def _largest(self, headline: Text, room: float) -> Head | None:
        """The head of the largest size whose rows fill a height; one whose headline parts in a word if need be."""
        spare: Head | None = None
        for size in (each for each in SIZES if each <= self._most):
            for count in (1, 2):
                parts, longest = self._parts(headline, count)
                if len(parts) > count or not self._fits(size, len(parts), longest, room):
                    continue
                opened = (room * _HIGH / size - longest) / max(1.0, longest - 1)
                made = self._composed(parts, size, int(min(_MOST_TRACKING, max(0.0, opened)) / _TRACKING_STEP))
                if _LEAST_HIGH * room <= max(row.line.right for row in made.rows) <= room:
                    if worst_break(headline.value, parts, self._pairs) < TORN:
                        return made
                    spare = spare or made
        return spare

    def _parts(self, headline: Text, rows: int) -> tuple[tuple[str, ...], float]:
        """The headline in so many rows, and the longest of them in em."""
        if rows not in self._breaks:
            compositor = self._desk.compositor("headline", self._most)
            whole = units_width(compositor.units(headline.value.replace("\n", "")))
            parts = break_by_sense(
                compositor, headline.value, whole / rows * (1.0 if rows == 1 else _UNEVEN), self._pairs
            )
            self._breaks[rows] = parts, max(units_width(compositor.units(part)) for part in parts)
        return self._breaks[rows]

    def _fits(self, size: float, rows: int, longest: float, room: float) -> bool:
        wide = size * (rows + _BETWEEN * (rows - 1)) + (_ORNAMENT_WIDE if self._article.ornament else 0.0)
        for style, text in (("kicker", self._article.kicker), ("deck", self._article.deck)):
            if text is not None:
                own = beside(self._desk, style, size)
                wide += own + _BETWEEN * size
                if own * units_width(self._desk.compositor(style, own).units(text.value)) > room:
                    return False
        inset = 2 * INSET if self._article.ground != "none" else 0.0
        return wide <= self._grid.width(1) * _WIDE - inset and longest * size <= room * _HIGH

    def _composed(self, parts: tuple[str, ...], size: float, step: int) -> Head:
        key = (len(parts), size, step)
        if key not in self._made:
            article, desk = self._article, self._desk
            rows = [ornament_row(desk, article, _ORNAMENT, upright=True)] if article.ornament else []
            for style, text in (("kicker", article.kicker), ("headline", article.headline), ("deck", article.deck)):
                if text is None:
                    continue
                own = size if style == "headline" else beside(desk, style, size)
                tracking = step * _TRACKING_STEP if style == "headline" else 0.0
                for part in rows_of(text, parts) if style == "headline" else (text,):
                    line = set_row(desk, (style, article.ground), part, float("inf"), (own, tracking))
                    rows.append(Row(style, line, own, _BETWEEN * size, 0.0))
            ground = None if article.ground == "none" else (article.ground, desk.accent)
            pauses = sum(map(str.isspace, article.headline.value)) if article.headline else 0
            self._made[key] = Head(tuple(rows), 0, size, pauses, ground, None, upright=True)
        return self._made[key]


def place_upright(rows: tuple[Row, ...], grid: Grid) -> dict[str, list[Placed]]:
    """Place upright rows in the middle of one column, from right to left.

    The longest row of the headline stands in the middle of the lines. Of the others the first and the kicker begin
    where it does, the last and the deck end there 错落.
    """
    box = grid.box(grid.lines)
    block = sum(row.size + row.gap for row in rows) - rows[-1].gap
    main = [number for number, row in enumerate(rows) if row.style == "headline"]
    longest = max(rows[number].line.right for number in main)
    top = box.top + (box.height - longest) / 2
    x = (box.left + box.right + block) / 2
    placed: dict[str, list[Placed]] = {}
    for number, row in enumerate(rows):
        spare = longest - row.line.right
        low = 0.5 if spare < 0 or row.style == "ornament" else float(number > main[0])
        y = top + spare * low
        placed.setdefault(row.style, []).extend(place_line(row.line, Point(x - row.size / 2, y)))
        x -= row.size + row.gap
    return placed


def aside_place(form: str, columns: int) -> tuple[int, int]:
    """The place of an upright head at the side of so many columns of text."""
    return (columns, 1) if form in _AT_RIGHT else (-1, 1)


def beside_places(form: str, columns: int) -> Iterator[tuple[int, int]]:
    """The places of a head over some of so many columns, the wider first: more than half of them."""
    for left in _LEFT_BESIDE:
        if 2 * left < columns:
            yield left if form in _AT_RIGHT else 0, columns - left


def topping_heads(desk: Desk, article: Article, grid: Grid, pairs: Mapping[str, int], form: str) -> tuple[Head, ...]:
    """Heads of a form that top some columns of a page of its own article, with text beside them, the best first."""
    if not form.startswith("vertical"):
        places = tuple(beside_places(form, grid.columns))
        made = [compose_head(desk, article, grid.part(*place, 0, grid.lines), pairs) for place in places]
        return tuple(each._replace(place=place) for each, place in zip(made, places, strict=True))
    uprights = Uprights(desk, article, grid, pairs)
    place = (grid.columns - 1 if form in _AT_RIGHT else 0, 1)
    found = [uprights.head(lines, place) for lines in _TOPPING_LINES if grid.columns > 1]
    return tuple(each for each in found if each is not None)
