"""A page of several articles: each a rectangle of whole columns and lines that its text fills to the last line.

Every article is measured on every number of columns, then the cheapest cuts of the page are sought.
"""

from xihu_pdf.content import Article, Page
from xihu_pdf.errors import Diagnostic, fault
from xihu_pdf.frame import ARTIFACT, BLACK, Placed, Rule
from xihu_pdf.geometry import Point
from xihu_pdf.layout.article import Material, place_article
from xihu_pdf.layout.boxed import ABOVE, around, clear
from xihu_pdf.layout.design import Standing, check_design, shown_of
from xihu_pdf.layout.draft import Draft, Table, by_rank, draft_page, search_of
from xihu_pdf.layout.grid import Grid
from xihu_pdf.layout.measuring import NOTHING, PageReport, measure_page
from xihu_pdf.layout.planning import Plan
from xihu_pdf.layout.proofing import set_badly
from xihu_pdf.layout.shapes import Place, Shape
from xihu_pdf.layout.skeleton import skeleton_line
from xihu_pdf.layout.variants import Form, cells_of, plan_of
from xihu_pdf.layout.wishes import Wishes, take_wishes

__all__ = ["MOST_ARTICLES", "make_articles"]

MOST_ARTICLES = 12
_HAIRLINE = 0.3
# What is told with cures.
_CURED = ("page-articles-", "page-unfit", "plan-rest")


def make_articles(
    page: Page, table: Table, above: int, plans: int
) -> tuple[tuple[tuple[Placed, int], ...], PageReport] | None:
    """Make up the articles and notices of a page, each item with its tag; None where a fault was left with the desk.

    ``above`` are the lines of the page above its cells, ``plans`` how many plans the report is to name.
    """
    draft = _drafted(page, table, above)
    if draft is None:
        return None
    found = search_of(draft, table.grid).plans(plans)
    if not found:
        # Most pages fit.
        from xihu_pdf.layout.misfits import misfit_of

        _tell(misfit_of(draft, page, table), draft, table)
        return None
    numbers = [next(at for at, own in enumerate(page.articles, 1) if own is each.article) for each in draft.materials]
    # Notices are numbered after the articles.
    numbers += range(len(numbers) + 1, len(numbers) + len(draft.notices) + 1)
    items, report = _made(found[0], draft.materials, table)
    return items, report._replace(plans=tuple(skeleton_line(each, numbers) for each in found))


def _drafted(page: Page, table: Table, above: int) -> Draft | None:
    """Set and measure the articles of a page; what is wrong is left with the desk."""
    desk = table.desk
    spans = [each.span for each in page.articles]
    spans += [each.span for each in (*page.notices, *page.advertisements)]
    if len(spans) > MOST_ARTICLES:
        desk.faults.append(fault("page-many", spans[MOST_ARTICLES], count=len(spans), most=MOST_ARTICLES))
        return None
    articles = by_rank(page)
    wishes = take_wishes(page, articles, table.grid, above)
    if not isinstance(wishes, Wishes):
        desk.faults.extend(wishes)
        return None
    draft = draft_page(page, wishes, table)
    unfit = [rank for rank, each in enumerate(draft.variants) if not each] if draft else []
    if draft is None or not unfit:
        return draft
    from xihu_pdf.layout.misfits import unfit_of

    _tell([unfit_of(draft, rank, table) for rank in unfit], draft, table)
    return None


def _tell(told: list[Diagnostic], draft: Draft, table: Table) -> None:
    """Leave with the desk why there is no page, and what would make one."""
    table.desk.faults.extend(told)
    if told[0].code.startswith(_CURED):
        from xihu_pdf.layout.cures import cures

        table.desk.faults.extend(cures(draft, table))


def _made(
    shape: Shape, materials: tuple[Material, ...], table: Table
) -> tuple[tuple[tuple[Placed, int], ...], PageReport]:
    _, desk, grid = table
    items: list[tuple[Placed, int]] = []
    reports, boxes, standings = [], [], []
    for place in shape.places():
        whole = grid.part(place.column, place.variant.columns, place.line, place.variant.lines)
        if place.item >= len(materials):
            from xihu_pdf.layout.notices import place_notice, swallowed

            desk.faults.extend(swallowed(place.variant.key, place.variant.lines))
            items.extend(place_notice(place.variant.key, place, grid, desk.tags))
            reports.append(NOTHING._replace(notices=(_cells(place),)))
            boxes.append(whole.box(whole.lines))
            continue
        form: Form = place.variant.key
        plan = plan_of(form)
        material = materials[place.item]._replace(parts=form.parts)
        border = material.article.border
        cells = cells_of(form, material.article, whole)
        desk.faults.extend(set_badly(material, (form.way, plan)))
        if border:
            boxes.append(whole.box(whole.lines))
            items.extend((placed, ARTIFACT) for placed in around(whole, border))
        items.extend(place_article(material, form.way, plan, cells, desk.tags))
        reports.append(_moved(measure_page(material.parts, plan, cells), place, ABOVE if border else 0))
        standings.append(_standing(place, material.article, form, plan))
    desk.faults.extend(check_design(tuple(standings), grid.columns, grid.lines))
    rules = ((rule, ARTIFACT) for rule in clear(_rules(shape, grid), boxes, grid.size))
    return (*items, *rules), _together(reports)


def _standing(place: Place, article: Article, form: Form, plan: Plan) -> Standing:
    """How an article stands on the page, for the design check."""
    _, variant, column, line = place
    shown = shown_of(article, form.way.hung, plan, column)
    legs = tuple(end - first for first, end in plan.columns)
    return Standing(article, column, variant.columns, line, variant.lines, variant.head, variant.size, shown, legs)


def _rules(shape: Shape, grid: Grid) -> list[Placed]:
    """A hairline in the middle of every gutter and every white line that parts articles."""
    placed = []
    for cut, column, line, extent in shape.cuts():
        if cut == "v":
            start = Point(grid.column(column) - grid.size / 2, grid.line(line))
            way = Point(0.0, grid.height(extent))
        else:
            start = Point(grid.column(column), (grid.baseline(line - 2) + grid.line(line)) / 2)
            way = Point(grid.width(extent), 0.0)
        placed.append(Placed(start, Rule(way, _HAIRLINE, BLACK)))
    return placed


def _moved(report: PageReport, place: Place, above: int) -> PageReport:
    """The figures of an article in lines of the page; so many lines of its frame stand above it."""
    line = place.line + above
    columns = tuple((first + line, end + line) for first, end in report.columns)
    return report._replace(columns=columns, articles=(_cells(place),))


def _cells(place: Place) -> tuple[int, int, int, int]:
    """The first column, the columns, the first line and the line after the last of a piece."""
    return place.column, place.variant.columns, place.line, place.line + place.variant.lines


def _together(reports: list[PageReport]) -> PageReport:
    """The figures of the page: those of its articles after one another, the head that of the first."""
    first = reports[0]
    return PageReport(
        tuple(each for report in reports for each in report.columns),
        sum(report.lines for report in reports),
        sum(report.loose for report in reports),
        max(report.widest for report in reports),
        sum(report.short for report in reports),
        tuple(each for report in reports for each in report.pictures),
        first.head,
        tuple(each for report in reports for each in report.subheads),
        tuple(each for report in reports for each in report.articles),
        tuple(each for report in reports for each in report.notices),
    )
