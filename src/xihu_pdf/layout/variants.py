"""The variants of an article: on how many columns and lines it can be set, with which head, and what that costs.

The text is set once, since every column of the page has one measure, and again inside a frame; what hangs and the head
are set for each width.
"""

from collections.abc import Iterable, Iterator
from math import log
from typing import NamedTuple

from xihu_pdf.content import Article
from xihu_pdf.layout.article import OVER, Material, Way, arrangements_of, task_of, way_of
from xihu_pdf.layout.boxed import LINES, inside
from xihu_pdf.layout.desk import Desk
from xihu_pdf.layout.filling import totals
from xihu_pdf.layout.footing import compose_footing
from xihu_pdf.layout.grid import TABLOID, Grid
from xihu_pdf.layout.head import NO_HEAD, Head, head_forms
from xihu_pdf.layout.headforms import Uprights, aside_place, beside_places
from xihu_pdf.layout.planning import Plan, plan_depths
from xihu_pdf.layout.shapes import Variant
from xihu_pdf.layout.story import Part, compose_story

__all__ = ["Form", "Rank", "cells_inside", "cells_of", "headline_size", "measure_variants", "plan_of", "text_grid"]

# Headline sizes in points on 四开 by rank, and the share of the page's columns that an article of a rank should take.
_SIZES = (58.0, 34.0, 29.0, 26.0, 23.0, 21.0, 19.0)
_SHARES = (0.8, 0.5, 0.5, 0.4, 0.34)
# A headline may be so much larger than that of its rank; a step of size, and what one costs others and the lead.
_LARGER, _STEP, _STEP_COST, _LEAD_COST = 1.2, 1.25, 40.0, 90.0
# A column too many or too few costs this times its square; a lead over less than half of the page; a single column.
_COLUMN_COST, _NARROW_LEAD, _SINGLE = 12.0, 400.0, 30.0
# Legs of 5 to 25 cm: lines under the head, and what a line more or less costs.
_LEGS, _LEG_COST = (12, 56), 6.0
# A headline of one line that fills less than this share of its measure, and one of three lines.
_POOR, _POOR_COST, _THREE_COST = 0.45, 40.0, 50.0
_THREE = 3
# A headline parted into rows of fewer em than these over more than a column, where it has no pause, and what it costs.
_SHORT_ROW, _SHORT_COST = 5.5, 110.0
# What the worst break of a headline costs, this times what it costs by sense above that of a break between two words.
_SENSE_COST, _FAIR = 12.0, 1.5
# The dominant photograph over one of so many columns or more, and what that costs; each column that it lacks to half of
# the page, or that another has from a third of the page on.
_MANY, _SMALL_COST, _EQUAL_COST, _THIRD = 3, 320.0, 40.0, 3
# A photograph of another article over a single column.
_STAMP_COST = 50.0
# Lines that a head may be opened by, and what that costs: this times its square, divided by the lines of the head.
_MOST_WHITE, _WHITE_COST = 6, 54.0
# What heads of other forms cost: one over some columns, an upright one, such a one over the lead; the share of its
# column that an upright head should fill each way, and what it lacks to that. Columns of text beside one at the most.
_BESIDE_COST, _UPRIGHT_COST, _LEAD_UPRIGHT = 120.0, 30.0, 200.0
_FULL, _EMPTY_COST = 0.7, 150.0
_MOST_ASIDE = 3
# How many sizes are tried of a head over some columns.
_FEW_HEADS = 2
# An upright headline may be so much larger than one across: nothing beside it vies with it.
_UPRIGHT_LARGER = 1.35


class Rank(NamedTuple):
    """The place of an article among those of its page: its number, the greatest importance being 0."""

    number: int


class Form(NamedTuple):
    """How a variant is set: what hangs under which head, its plan, and the parts of its text as set for its measure."""

    way: Way
    plan: Plan
    parts: tuple[Part, ...]


def headline_size(rank: Rank, grid: Grid) -> float:
    """The headline size in points that an article of a rank should have on a page of this grid."""
    share = min(1.4, max(0.75, grid.width(grid.columns) / TABLOID.width(TABLOID.columns)))
    return _SIZES[min(rank.number, len(_SIZES) - 1)] * (share if rank.number == 0 else 1.0)


def measure_variants(
    material: Material, rank: Rank, desk: Desk, page: Grid, widths: Iterable[int]
) -> tuple[Variant, ...]:
    """Measure the article on each of so many columns of the page; of each size of headline the cheapest is kept.

    The form of head that the article asks for is taken, or that over all columns where it serves no rectangle.
    """
    article = material.article
    for forms in ((article.form,), (OVER,)) if article.form else (_FORMS[bool(article.photographs)],):
        measuring = _Measuring(material, rank, desk, page)
        for columns in widths:
            grid = cells_inside(article, page.part(0, columns, 0, page.lines))
            for form in forms:
                if grid is not None:
                    _MEASURED[form](measuring, form, columns, grid)
        if measuring.found:
            break
    framed = LINES if article.border else 0
    return tuple(each._replace(lines=each.lines + framed) for each in measuring.found.values())


def text_grid(article: Article, page: Grid) -> Grid:
    """The cells of the page with columns as wide as the article's text, which may be set in broken ones 破栏."""
    if article.columns is None:
        return page
    wide, broken = article.columns
    return page._replace(characters=page.part(0, wide, 0, page.lines).broken(broken).characters)


def cells_inside(article: Article, cells: Grid) -> Grid | None:
    """The cells of an article's columns, broken and inside its frame as it asks; None where they are too narrow."""
    grid = cells.broken(article.columns[1]) if article.columns else cells
    return inside(grid, article.border) if article.border else grid


class _Setting(NamedTuple):
    """What an article is under its head on some columns: what hangs, its parts, the lines it takes and its plan."""

    way: Way
    parts: tuple[Part, ...]
    leg: int
    plan: Plan


class _Measuring:
    """Measures one article; what is set for one measure, or planned on one grid, is so but once.

    ``found`` are its variants by columns, lines, size of headline, and whether a headline runs across their top.
    """

    __slots__ = (
        "_desk",
        "_forms",
        "_material",
        "_page",
        "_pairs",
        "_rank",
        "_settings",
        "_size",
        "_texts",
        "_uprights",
        "_ways",
        "found",
    )

    def __init__(self, material: Material, rank: Rank, desk: Desk, page: Grid) -> None:
        self._material, self._rank, self._desk, self._page = material, rank, desk, page
        self._size = headline_size(rank, page)
        self._pairs = desk.pairs(material.article)
        self._texts = {text_grid(material.article, page).characters: material.parts}
        self._settings: dict[tuple[int, int], tuple[_Setting, ...]] = {}
        self._uprights: dict[int, Uprights] = {}
        self._forms: dict[tuple[int, int], tuple[Head, ...]] = {}
        self._ways: dict[tuple[int, int], tuple[Way, ...]] = {}
        self.found: dict[tuple[int, int, float, bool], Variant] = {}

    def over(self, _: str, columns: int, grid: Grid) -> None:
        """Measure a head over all columns; it may be opened by some lines."""
        heads = self._heads(grid)
        for setting in self._headless(grid) if heads else ():
            cost = self._cost(setting, columns)
            for head in heads:
                own = cost + _head_cost(head, self._rank, grid, self._size)
                for extra in range(min(_MOST_WHITE, grid.lines - setting.leg - head.lines, head.lines) + 1):
                    white = _WHITE_COST * extra * extra / max(1, head.lines)
                    self._keep(columns, own + white, setting, (head, head.lines + extra))

    def beside(self, form: str, columns: int, grid: Grid) -> None:
        """Measure a head over some columns, with text beside it."""
        for place in beside_places(form, grid.columns):
            part = grid.part(*place, 0, grid.lines)
            for head in self._heads(part)[:_FEW_HEADS]:
                own = _head_cost(head, self._rank, part, self._size) + _BESIDE_COST
                for setting in self._set(grid, head._replace(place=place)):
                    self._keep(columns, own + self._cost(setting, columns), setting, (setting.way.head, 0))

    def aside(self, form: str, columns: int, grid: Grid) -> None:
        """Measure an upright head in a column at the side of the others, as high as their text."""
        text = grid.columns - 1
        if not 1 <= text <= _MOST_ASIDE:
            return
        if grid.characters not in self._uprights:
            asked = self._material.article, grid, self._pairs, self._size * _UPRIGHT_LARGER
            self._uprights[grid.characters] = Uprights(self._desk, *asked)
        for setting in self._headless(grid.part(0, text, 0, grid.lines)):
            head = self._uprights[grid.characters].head(setting.leg, aside_place(form, text))
            if head is not None:
                cost = self._cost(setting, columns) + _upright_cost(head, self._rank, grid, self._size)
                self._keep(columns, cost, setting, (head, 0))

    def _keep(self, columns: int, cost: float, setting: _Setting, headed: tuple[Head, int]) -> None:
        """Keep a variant if it is the cheapest of its look; ``headed`` is its head, and its lines across the top."""
        head, lines = headed
        # Nothing clashes with an upright head; one over some columns stands beside others all the same.
        edge = 0 if head.upright else lines or head.lines
        look = (columns, setting.leg + lines, head.size, edge > 0)
        if look not in self.found or cost < self.found[look].cost:
            form = Form(setting.way._replace(head=head), setting.plan._replace(head=lines), setting.parts)
            self.found[look] = Variant(*look[:2], cost, head.size, edge, form)

    def _headless(self, grid: Grid) -> tuple[_Setting, ...]:
        key = grid.columns, grid.characters
        if key not in self._settings:
            self._settings[key] = tuple(self._set(grid, NO_HEAD))
        return self._settings[key]

    def _heads(self, grid: Grid) -> tuple[Head, ...]:
        key = grid.columns, grid.characters
        if key not in self._forms:
            most = self._size * _LARGER
            self._forms[key] = head_forms(self._desk, self._material.article, grid, self._pairs, most)
        return self._forms[key]

    def _hung(self, grid: Grid) -> tuple[Way, ...]:
        """What hangs and what stands at the foot in every arrangement; nothing where the boxes are too wide."""
        key = grid.columns, grid.characters
        if key not in self._ways:
            article, capped = self._material.article, self._rank.number == 0
            footing = compose_footing(self._desk, self._material.boxes, grid)
            ways = (way_of(article, each, self._desk, grid, capped=capped) for each in arrangements_of(article, grid))
            self._ways[key] = tuple(each._replace(footing=footing) for each in ways) if footing is not None else ()
        return self._ways[key]

    def _set(self, grid: Grid, head: Head) -> Iterator[_Setting]:
        """What the article can be under a head, in every arrangement and on every number of lines."""
        if grid.characters not in self._texts:
            self._texts[grid.characters] = compose_story(self._desk, self._material.article, grid, self._pairs)
        parts = self._texts[grid.characters]
        material = self._material._replace(parts=parts)
        floors = totals(tuple(part.block for part in parts))
        for each in self._hung(grid):
            way = each._replace(head=head)
            for leg, plan in plan_depths(task_of(material, way, grid), floors, grid).items():
                yield _Setting(way, parts, leg, plan)

    def _cost(self, setting: _Setting, columns: int) -> float:
        """What the plan costs, and the shape and photographs that it makes."""
        cost = setting.plan.cost + _shape_cost(self._rank, columns, setting.leg, self._page)
        return cost + _picture_cost(setting.way, self._rank, columns, self._page)


# How each form of head is measured; those that the program chooses from without photographs and with some, which
# may stand beside a head.
_MEASURED = {
    OVER: _Measuring.over,
    "left": _Measuring.beside,
    "right": _Measuring.beside,
    "vertical": _Measuring.aside,
    "vertical-right": _Measuring.aside,
}
_FORMS = ((OVER, "vertical"), (OVER, "vertical", "left"))


def _upright_cost(head: Head, rank: Rank, grid: Grid, size: float) -> float:
    """What an upright head costs: more where it leaves its column empty, or leads the page."""
    steps = log(head.size / size) / log(_STEP)
    wide = sum(row.size + row.gap for row in head.rows) - head.rows[-1].gap
    high = max(row.line.right for row in head.rows)
    empty = max(0.0, _FULL - wide / grid.width(1)) + max(0.0, _FULL - high / grid.height(head.lines))
    return _UPRIGHT_COST + _STEP_COST * steps * steps + _EMPTY_COST * empty + (0.0 if rank.number else _LEAD_UPRIGHT)


def _head_cost(head: Head, rank: Rank, grid: Grid, size: float) -> float:
    rows = [row for row in head.rows if row.size == head.size]
    steps = log(head.size / size) / log(_STEP)
    cost = (_STEP_COST if rank.number else _LEAD_COST) * steps * steps
    short = sum(row.line.right for row in rows) / max(1, len(rows)) < _SHORT_ROW * head.size
    if len(rows) > 1 + head.pauses and short and grid.columns > 1:
        cost += _SHORT_COST
    if len(rows) == 1 and rows[0].line.right < _POOR * grid.width(grid.columns):
        cost += _POOR_COST
    return cost + _SENSE_COST * max(0.0, head.fault - _FAIR) + (_THREE_COST if len(rows) >= _THREE else 0.0)


def _picture_cost(way: Way, rank: Rank, columns: int, page: Grid) -> float:
    """What the width of the article's first photograph costs: that of the lead dominates the page, no other does."""
    width = max((slot.columns for slot, _ in way.hung if slot.photograph == 0), default=0)
    if not width:
        return 0.0
    if rank.number:
        return _EQUAL_COST * max(0, width - page.columns // _THIRD + 1) + (_STAMP_COST if width == 1 else 0.0)
    small = _SMALL_COST if width == 1 and columns >= _MANY else 0.0
    return small + _EQUAL_COST * max(0, page.columns // 2 - width)


def _shape_cost(rank: Rank, columns: int, leg: int, page: Grid) -> float:
    """What the rectangle costs: an important article rather stands wide, and no leg is very short or long."""
    wanted = max(1.0, page.columns * _SHARES[min(rank.number, len(_SHARES) - 1)])
    cost = _COLUMN_COST * (columns - wanted) ** 2 + (_SINGLE if columns == 1 else 0.0)
    cost += _NARROW_LEAD if rank.number == 0 and 2 * columns < page.columns else 0.0
    return cost + _LEG_COST * max(0, _LEGS[0] - leg, leg - _LEGS[1])


def cells_of(form: Form, article: Article, cells: Grid) -> Grid:
    """The cells of the columns of text, on the cells of the whole article: inside its frame, beside an upright head."""
    inner = cells_inside(article, cells) or cells
    head = form.way.head
    if not head.upright or head.place is None:
        return inner
    return inner.part(1 if head.place[0] < 0 else 0, inner.columns - 1, 0, inner.lines)


def plan_of(form: Form) -> Plan:
    """The plan of a form with everything put under its head."""
    plan = form.plan
    hung = tuple((top + plan.head, lines) for top, lines in plan.hung)
    columns = tuple((first + plan.head, end + plan.head) for first, end in plan.columns)
    return plan._replace(hung=hung, columns=columns)
