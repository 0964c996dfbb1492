"""The headline block: kicker, headline and deck in whole lines of the grid, over all columns or in a form of its own.

Other forms than that over all columns are made in ``headforms``; a head knows where on its article it stands.
"""

from collections.abc import Mapping
from math import ceil
from typing import NamedTuple

from xihu_pdf.content import Article, Text
from xihu_pdf.frame import GlyphRun, Ink, Item, Placed, Rule, Shape
from xihu_pdf.geometry import Point
from xihu_pdf.layout.desk import Desk, place_line, rows_of
from xihu_pdf.layout.grid import EM_ASCENT, Grid
from xihu_pdf.typeset import TORN, Line, break_by_sense, units_width, worst_break

__all__ = [
    "INSET",
    "NO_HEAD",
    "SIZES",
    "Head",
    "Row",
    "beside",
    "compose_head",
    "head_forms",
    "ornament_row",
    "place_head",
    "set_row",
]

# Headline sizes tried, and the share of the measure that a line of it may take: it is never filled to the last.
_HEADLINE_SIZES = (72.0, 66.0, 60.0, 54.0, 48.0, 42.0, 36.0)
# Two more on a measure of more points than any 四开 page has.
_GREAT_SIZES, _GREAT = (96.0, 84.0), 800.0
_FILL = 0.92
_UNEVEN = 0.9
# A headline of few characters is opened by up to this much of an em, one among others by less.
_MOST_TRACKING, _LITTLE_TRACKING = 0.18, 0.06
# Room in points under each row, and what part of the spare room it takes.
_GAPS = {"kicker": (9.0, 0.9), "headline": (13.0, 1.0), "deck": (14.0, 1.0)}
_TOP_SHARE = 0.5
# Headline sizes of a page of several articles, how many forms of a head are tried, and the rows of a headline over so
# many columns, else two.
SIZES = (96.0, 84.0, 72.0, 66.0, 60.0, 54.0, 48.0, 42.0, 38.0, 34.0, 30.0, 27.0, 24.0, 21.5, 19.0, 17.0)
_MOST_FORMS = 6
_MOST_ROWS = {1: 3}
# The least size of a kicker or deck; the headline from which on gaps are whole, and their least share.
_LEAST_BESIDE = 10.5
_WHOLE_GAP, _LEAST_GAP = 60.0, 0.5
# From the edges of a ground or frame to what stands on it, in points; one white line of the head lies under it.
INSET = 9.0
_WHITE = 1
_PAPER = Ink(0.0, 0.0, 0.0, 0.0)
# The thinnest white line in points that the ground of a newspaper does not fill up.
_LEAST_WHITE = 1.5
# How long an ornament and its hairlines are at the most, and how high it is, in points.
_ORNAMENT, _ORNAMENT_SIZE = 150.0, 12.0


class Row(NamedTuple):
    """One line of the block, its style, its size and what stands under it (see ``_GAPS``)."""

    style: str
    line: Line
    size: float
    gap: float
    share: float


class Head(NamedTuple):
    """The rows of the block and the lines of the grid that it asks for.

    ``size`` is that given for its headline, or 0; ``pauses`` are the blanks and line feeds in the headline; ``ground``
    is what lies under it and in which ink. ``place`` is its first column and its columns where it does not stand over
    all, counted from the first column of text, outside of which a head at the side lies; ``upright`` rows run down.
    ``fault`` is what the worst break of its headline costs.
    """

    rows: tuple[Row, ...]
    lines: int
    size: float = 0.0
    pauses: int = 0
    ground: tuple[str, Ink] | None = None
    place: tuple[int, int] | None = None
    upright: bool = False
    fault: float = 0.0


NO_HEAD = Head((), 0)


def compose_head(desk: Desk, article: Article, grid: Grid, pairs: Mapping[str, int], size: float = 0.0) -> Head:
    """Set the block; its size is the largest at which the headline stands in the fewest lines, or ``size`` points."""
    ground = None if article.ground == "none" else (article.ground, desk.accent)
    measure = grid.width(grid.columns) - (2 * INSET if ground else 0.0)
    rows: list[Row] = []
    for style, text in (("kicker", article.kicker), ("headline", article.headline), ("deck", article.deck)):
        if text is not None:
            rows.extend(_rows(desk, (style, article.ground), text, (measure, pairs), size))
    if article.ornament and rows:
        rows.insert(0, ornament_row(desk, article, measure))
    height = sum(row.size + row.gap for row in rows)
    lines = ceil(height / grid.pitch)
    if ground and rows:
        lines = ceil((height - rows[-1].gap + 2 * INSET) / grid.pitch) + _WHITE
    pauses = sum(map(str.isspace, article.headline.value)) if article.headline else 0
    return Head(tuple(rows), lines, size, pauses, ground)


def head_forms(desk: Desk, article: Article, grid: Grid, pairs: Mapping[str, int], most: float) -> tuple[Head, ...]:
    """Set the block in the sizes up to ``most`` that its measure holds, the largest first, each of other lines.

    A size in which the headline would part inside a word is taken only where every one does so.
    """
    measure = grid.width(grid.columns)
    found: dict[int, Head] = {}
    torn: dict[int, Head] = {}
    asked = desk.settings("headline").size
    told = len(desk.faults)
    for size in (asked,) if asked else (each for each in SIZES if each <= min(most, desk.tallest)):
        head = compose_head(desk, article, grid, pairs, size)
        wide = [each for each in desk.faults[told:] if each.code == "text-wide"]
        # What another width or size mends is no fault.
        desk.faults[told:] = [each for each in desk.faults[told:] if each.code != "text-wide"]
        rows = [row for row in head.rows if row.size == size]
        few = max(_MOST_ROWS.get(grid.columns, 2), article.headline.value.count("\n") + 1 if article.headline else 1)
        fits = not wide and len(rows) <= few and all(row.line.right <= measure * _FILL for row in rows)
        if fits:
            parts = [row.line.text for row in rows]
            fault = worst_break(article.headline.value, parts, pairs) if article.headline else 0.0
            (found if fault < TORN else torn).setdefault(head.lines, head._replace(fault=fault))
        if len(found) == _MOST_FORMS:
            break
    return tuple((found or torn).values())


def _rows(
    desk: Desk, look: tuple[str, str], text: Text, room: tuple[float, Mapping[str, int]], given: float
) -> list[Row]:
    """The rows of a style on a ground, which ``look`` names."""
    (style, ground), (measure, pairs) = look, room
    chosen = style == "headline" and desk.settings(style).size is None
    size = (given or _headline_size(desk, text, measure)) if chosen else beside(desk, style, given)
    compositor = desk.compositor(style, size)
    size = compositor.style.size
    tracking = 0.0
    width = measure * _FILL / size
    parts = break_by_sense(compositor, text.value, width, pairs)
    gap, share = _GAPS[style]
    gap *= max(_LEAST_GAP, min(1.0, given / _WHOLE_GAP)) if given else 1.0
    if chosen:
        longest = max((compositor.units(part) for part in parts), key=units_width)
        spare = measure * 0.8 / size - units_width(longest)
        most = _LITTLE_TRACKING if given else _MOST_TRACKING
        tracking = min(most, max(0.0, spare / max(1, len(longest.pieces) - 1)))
    rows = []
    for number, part in enumerate(rows_of(text, parts)):
        last = number == len(parts) - 1
        line = set_row(desk, (style, ground), part, measure, (size, tracking))
        rows.append(Row(style, line, size, gap if last else size * 0.25, share if last else 0.3))
    return rows


def set_row(desk: Desk, look: tuple[str, str], text: Text, room: float, type_: tuple[float, float]) -> Line:
    """Set a row of a style in a size and tracking; on a solid ground letters are bold, and paper left out by all."""
    style, ground = look
    if ground != "solid":
        return desk.line(style, text, room, *type_)
    # A Kai of few points would fill up where its strokes are left out of several inks.
    line = desk.line("deck" if style == "kicker" else style, text, room, *type_)
    return line._replace(items=tuple(Placed(at, _left_white(item)) for at, item in line.items))


def _left_white(item: Item) -> Item:
    """What a row is drawn with, letters or the dots and lines at their side, left out of a ground."""
    match item:
        case GlyphRun():
            return item._replace(ink=_PAPER)
        case Rule() | Shape():
            return item._replace(ink=_PAPER, weight=max(item.weight, _LEAST_WHITE))
        case _:
            return item


def ornament_row(desk: Desk, article: Article, room: float, *, upright: bool = False) -> Row:
    """The row of an ornament and its hairlines, over at most so many points."""
    from xihu_pdf.layout.decoration import draw_ornament

    length = min(_ORNAMENT, room)
    ink = _PAPER if article.ground == "solid" else desk.accent
    middle = Point(0.0, 0.0) if upright else Point(0.0, (0.5 - EM_ASCENT) * _ORNAMENT_SIZE)
    drawn = draw_ornament(article.ornament, length, ink, upright=upright)
    line = Line(tuple(place_line(Line(tuple(drawn), "", 0.0, length, 0.0, 0.0), middle)), "", 0.0, length, 0.0, 0.0)
    return Row("ornament", line, _ORNAMENT_SIZE, *_GAPS["kicker"])


def beside(desk: Desk, style: str, given: float) -> float:
    """The size of kicker or deck beside a headline of the size given: two steps below it; 0 for the style's own."""
    own = float(desk.compositor(style).style.size)
    if not given or style == "headline" or desk.settings(style).size is not None:
        return own
    return min(own, max(_LEAST_BESIDE, round(given * 0.5, 1)))


def _headline_size(desk: Desk, text: Text, measure: float) -> float:
    """The largest size at which the headline takes the lines that it is given, or one line, or two."""
    compositor = desk.compositor("headline")
    all_sizes = _GREAT_SIZES + _HEADLINE_SIZES if measure > _GREAT else _HEADLINE_SIZES
    sizes = tuple(each for each in all_sizes if each <= desk.tallest) or (float(int(desk.tallest)),)
    given = text.value.split("\n")
    longest = max(units_width(compositor.units(part)) for part in given)
    for lines in (len(given),) if len(given) > 1 else (1, 2):
        # Two lines broken by sense are seldom equal.
        share = longest if lines <= len(given) else longest / lines / _UNEVEN
        for size in sizes[lines > 1 :]:
            if share * size <= measure * _FILL:
                return size
    return sizes[-1]


def place_head(head: Head, grid: Grid, lines: int) -> dict[str, list[Placed]]:
    """Place the block over its columns, in ``lines`` where it stands over all, else in its own.

    Gives the items of each style; what lies under the rows comes first.
    """
    cells, lines = (grid.part(*head.place, 0, head.lines), head.lines) if head.place else (grid, lines)
    if not head.rows:
        return {}
    if head.upright:
        from xihu_pdf.layout.headforms import place_upright

        placed = place_upright(head.rows, cells)
    else:
        placed = _place_across(head, cells, lines)
    under = placed.pop("ornament", [])
    if head.ground:
        from xihu_pdf.layout.decoration import draw_under

        under = [*draw_under(head.ground, cells.box(lines if head.upright else lines - _WHITE)), *under]
    if under:
        # What is drawn has no words of its own to be an element of the text.
        first = next(iter(placed))
        placed[first] = [*under, *placed[first]]
    return placed


def _place_across(head: Head, grid: Grid, lines: int) -> dict[str, list[Placed]]:
    """What room is spare goes above, between and under the rows by their shares; on a ground, above and under all."""
    rows = head.rows
    spare = lines * grid.pitch - sum(row.size + row.gap for row in rows)
    unit = 0.0 if head.ground else spare / (_TOP_SHARE + sum(row.share for row in rows))
    above = unit * _TOP_SHARE
    if head.ground:
        block = sum(row.size + row.gap for row in rows) - rows[-1].gap
        above = (grid.height(lines - _WHITE) - block) / 2
    centre = grid.left + grid.width(grid.columns) / 2
    y = grid.line(0) + above
    placed: dict[str, list[Placed]] = {}
    for row in rows:
        left = centre - row.line.right / 2
        baseline = y + grid.ascent * row.size
        placed.setdefault(row.style, []).extend(place_line(row.line, grid.at(left, baseline)))
        y += row.size + row.gap + unit * row.share
    return placed
