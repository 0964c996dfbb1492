"""The variants of an article: on how many columns and lines it can be set, with which head, and what that costs.

The text is set once, since every column of the page has one measure; what hangs and the head are set for each width.
"""

from collections.abc import Iterable
from math import log
from typing import NamedTuple

from xihu_pdf.layout.article import Material, Way, arrangements_of, task_of, way_of
from xihu_pdf.layout.desk import Desk
from xihu_pdf.layout.filling import totals
from xihu_pdf.layout.grid import TABLOID, Grid
from xihu_pdf.layout.head import Head, head_forms
from xihu_pdf.layout.planning import Plan, Task, plan_depths
from xihu_pdf.layout.shapes import Variant
from xihu_pdf.layout.story import copy_pairs

__all__ = ["Form", "Rank", "headline_size", "measure_variants", "plan_of"]

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
_POOR, _POOR_COST, _THREE_COST = 0.45, 40.0, 25.0
_THREE = 3
# A headline parted into rows of fewer em than these over more than a column, where it has no pause, and what it costs.
_SHORT_ROW, _SHORT_COST = 5.5, 70.0
# The dominant photograph over one of so many columns or more, and what that costs; each column that it lacks to half of
# the page, or that another has from a third of the page on.
_MANY, _SMALL_COST, _EQUAL_COST, _THIRD = 4, 160.0, 40.0, 3
# Lines that a head may be opened by, and what that costs: this times its square, divided by the lines of the head.
_MOST_WHITE, _WHITE_COST = 6, 54.0


class Rank(NamedTuple):
    """The place of an article among those of its page: its number, the greatest importance being 0."""

    number: int


class Form(NamedTuple):
    """How a variant is set: its head, what hangs, and its plan."""

    head: Head
    way: Way
    plan: Plan


def headline_size(rank: Rank, grid: Grid) -> float:
    """The headline size in points that an article of a rank should have on a page of this grid."""
    share = min(1.4, max(0.75, grid.width(grid.columns) / TABLOID.width(TABLOID.columns)))
    return _SIZES[min(rank.number, len(_SIZES) - 1)] * (share if rank.number == 0 else 1.0)


def measure_variants(
    material: Material, rank: Rank, desk: Desk, page: Grid, widths: Iterable[int]
) -> tuple[Variant, ...]:
    """Measure the article on each of so many columns of the page; of each size of headline the cheapest is kept."""
    floors = totals(tuple(part.block for part in material.parts))
    pairs = copy_pairs(material.article)
    size = headline_size(rank, page)
    found: dict[tuple[int, int, float], Variant] = {}
    broken = material.article.columns
    for columns in widths:
        grid = page.part(0, columns, 0, page.lines)
        grid = grid.broken(broken[1]) if broken else grid
        heads = head_forms(desk, material.article, grid, pairs, size * _LARGER)
        for task, way in _tasks(material, rank, desk, grid) if heads else ():
            for leg, plan in plan_depths(task, floors, grid).items():
                cost = plan.cost + _shape_cost(rank, columns, leg, page) + _picture_cost(way, rank, columns, page)
                for head in heads:
                    own = cost + _head_cost(head, rank, grid, headline_size(rank, page))
                    for extra in range(min(_MOST_WHITE, page.lines - leg - head.lines, head.lines) + 1):
                        white = _WHITE_COST * extra * extra / max(1, head.lines)
                        look = (columns, leg + head.lines + extra, head.size)
                        if look not in found or own + white < found[look].cost:
                            form = Form(head, way, plan._replace(head=head.lines + extra))
                            found[look] = Variant(*look[:2], own + white, head.size, head.lines + extra, form)
    return tuple(found.values())


def _tasks(material: Material, rank: Rank, desk: Desk, grid: Grid) -> list[tuple[Task, Way]]:
    """What a plan is sought for in every arrangement, the head left out."""
    headless = material._replace(head=Head((), 0))
    ways = [
        way_of(material.article, each, desk, grid, capped=rank.number == 0)
        for each in arrangements_of(material.article, grid)
    ]
    return [(task_of(headless, way, grid), way) for way in ways]


def _head_cost(head: Head, rank: Rank, grid: Grid, size: float) -> float:
    rows = [row for row in head.rows if row.size == head.size]
    steps = log(head.size / size) / log(_STEP)
    cost = (_STEP_COST if rank.number else _LEAD_COST) * steps * steps
    short = sum(row.line.right for row in rows) / max(1, len(rows)) < _SHORT_ROW * head.size
    if len(rows) > 1 + head.pauses and short and grid.columns > 1:
        cost += _SHORT_COST
    if len(rows) == 1 and rows[0].line.right < _POOR * grid.width(grid.columns):
        cost += _POOR_COST
    return cost + (_THREE_COST if len(rows) >= _THREE else 0.0)


def _picture_cost(way: Way, rank: Rank, columns: int, page: Grid) -> float:
    """What the width of the article's first photograph costs: that of the lead dominates the page, no other does."""
    width = max((slot.columns for slot, _ in way.hung if slot.photograph == 0), default=0)
    if not width:
        return 0.0
    if rank.number:
        return _EQUAL_COST * max(0, width - page.columns // _THIRD + 1)
    small = _SMALL_COST if width == 1 and columns >= _MANY else 0.0
    return small + _EQUAL_COST * max(0, page.columns // 2 - width)


def _shape_cost(rank: Rank, columns: int, leg: int, page: Grid) -> float:
    """What the rectangle costs: an important article rather stands wide, and no leg is very short or long."""
    wanted = max(1.0, page.columns * _SHARES[min(rank.number, len(_SHARES) - 1)])
    cost = _COLUMN_COST * (columns - wanted) ** 2 + (_SINGLE if columns == 1 else 0.0)
    cost += _NARROW_LEAD if rank.number == 0 and 2 * columns < page.columns else 0.0
    return cost + _LEG_COST * max(0, _LEGS[0] - leg, leg - _LEGS[1])


def plan_of(form: Form) -> Plan:
    """The plan of a form with everything put under its head."""
    plan = form.plan
    hung = tuple((top + plan.head, lines) for top, lines in plan.hung)
    columns = tuple((first + plan.head, end + plan.head) for first, end in plan.columns)
    return plan._replace(hung=hung, columns=columns)
