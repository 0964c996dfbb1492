"""A page of several articles: each a rectangle of whole columns and lines that its text fills to the last line.

Every article is measured on every number of columns, then the cheapest cuts of the page are sought.
"""

from math import inf

from xihu_pdf.content import Article, Page
from xihu_pdf.errors import Diagnostic, fault
from xihu_pdf.frame import ARTIFACT, BLACK, Placed, Rule
from xihu_pdf.geometry import Point
from xihu_pdf.layout.article import Material, place_article, prepare, untold_photographs
from xihu_pdf.layout.desk import Desk
from xihu_pdf.layout.filling import totals
from xihu_pdf.layout.grid import Grid
from xihu_pdf.layout.guillotine import Search
from xihu_pdf.layout.head import head_forms
from xihu_pdf.layout.measuring import PageReport, faulty_lines, level_subheads, measure_page
from xihu_pdf.layout.shapes import Place, Shape, Variant, heads_clash
from xihu_pdf.layout.variants import Form, Rank, measure_variants, plan_of
from xihu_pdf.stock import Stock

__all__ = ["MOST_ARTICLES", "make_articles"]

MOST_ARTICLES = 12
# Ways of a shape that are kept.
_KEPT = 4
# A page whose nearest height is no more lines off than these is told to be long or short.
_NEAR = 12
_HAIRLINE = 0.3


def make_articles(
    page: Page, stock: Stock, desk: Desk, grid: Grid
) -> tuple[tuple[tuple[Placed, int], ...], PageReport] | None:
    """Make up the articles of a page, each item with its tag; None where a fault was left with the desk."""
    if len(page.articles) > MOST_ARTICLES:
        span = page.articles[MOST_ARTICLES].span
        desk.faults.append(fault("page-many", span, count=len(page.articles), most=MOST_ARTICLES))
        return None
    materials = _materials(page, stock, desk, grid)
    if materials is None:
        return None
    variants: list[tuple[Variant, ...]] = []
    for number, material in enumerate(materials):
        desk.where = _title(material.article)
        variants.append(measure_variants(material, Rank(number), desk, grid))
    unfit = [_unfit(each, desk, grid) for each, own in zip(materials, variants, strict=True) if not own]
    if unfit:
        desk.faults.extend(unfit)
        return None
    search = Search(tuple(variants), (grid.columns, grid.lines), _KEPT)
    shape = search.best()
    if shape is None:
        desk.faults.append(_misfit(search, variants, page, grid))
        return None
    return _made(shape, materials, desk, grid)


def _title(article: Article) -> str:
    return article.headline.value if article.headline else ""


def _materials(page: Page, stock: Stock, desk: Desk, grid: Grid) -> list[Material] | None:
    """Set every article, the most important first, those of one importance in the order of the content."""
    made = []
    for article in sorted(page.articles, key=lambda each: -each.importance):
        desk.where = _title(article)
        made.append(prepare(article, stock, desk, grid))
    whole = [each for each in made if each is not None]
    return whole if len(whole) == len(made) else None


def _unfit(material: Material, desk: Desk, grid: Grid) -> Diagnostic:
    """Tell why an article cannot be set on any rectangle of the page."""
    span = material.article.span
    least = min(totals(tuple(part.block for part in material.parts)))
    over = least - grid.columns * grid.lines
    if over > 0:
        return fault("page-long", span, lines=over, characters=over * grid.characters)
    if not head_forms(desk, material.article, grid, {}, inf):
        return fault("page-head", span, text=_title(material.article))
    return fault("page-uneven", span)


def _misfit(search: Search, variants: list[tuple[Variant, ...]], page: Page, grid: Grid) -> Diagnostic:
    """Tell by how much the articles together miss the page."""
    nearest = search.nearest()
    room = grid.columns * grid.lines
    areas = [[each.columns * each.lines for each in own] for own in variants]
    off = max(0, sum(map(min, areas)) - room) or min(0, sum(map(max, areas)) - room)
    if nearest is not None and (off or abs(nearest - grid.lines) <= _NEAR):
        off = (nearest - grid.lines) * grid.columns
    if not off:
        # A page is far off only where its shapes do not meet, not because of the length of its copy.
        return fault("page-articles-uneven", page.span)
    lines = abs(off)
    code = "page-articles-long" if off > 0 else "page-articles-short"
    return fault(code, page.span, lines=lines, characters=lines * grid.characters)


def _made(
    shape: Shape, materials: list[Material], desk: Desk, grid: Grid
) -> tuple[tuple[tuple[Placed, int], ...], PageReport]:
    items: list[tuple[Placed, int]] = []
    reports = []
    for place in shape.places():
        form: Form = place.variant.key
        plan = plan_of(form)
        material = materials[place.item]._replace(head=form.head)
        cells = grid.part(place.column, place.variant.columns, place.line, place.variant.lines)
        desk.faults.extend(faulty_lines(material.parts, plan))
        desk.faults.extend(level_subheads(material.parts, plan))
        desk.faults.extend(untold_photographs(material.article))
        items.extend(place_article(material, form.way, plan, cells, desk.tags))
        reports.append(_moved(measure_page(material.parts, plan, cells), place))
    desk.faults.extend(_level_heads(shape, materials))
    rules = ((rule, ARTIFACT) for rule in _rules(shape, grid))
    return (*items, *rules), _together(reports)


def _level_heads(shape: Shape, materials: list[Material]) -> list[Diagnostic]:
    """Tell of headlines of one size side by side 碰题, which no cuts could avoid."""
    places = tuple(shape.places())
    told = []
    for right in places:
        edge = ((right.line, right.line + right.variant.head, right.variant.size),)
        for left in places:
            beside = ((left.line, left.line + left.variant.head, left.variant.size),)
            if left.column + left.variant.columns == right.column and heads_clash(beside, edge):
                article = materials[right.item].article
                told.append(fault("page-heads-level", article.span, text=_title(article)))
    return told


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


def _moved(report: PageReport, place: Place) -> PageReport:
    """The figures of an article in lines of the page."""
    columns = tuple((first + place.line, end + place.line) for first, end in report.columns)
    shape = (place.column, place.variant.columns, place.line, place.line + place.variant.lines)
    return report._replace(columns=columns, articles=(shape,))


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
    )
