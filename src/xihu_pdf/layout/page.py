"""One page made up: its one article over all columns, or several that share them."""

from typing import TYPE_CHECKING

from xihu_pdf.content import Article, Edition, Page
from xihu_pdf.errors import fault
from xihu_pdf.frame import ARTIFACT, HORIZONTAL, PageFrame, Placed
from xihu_pdf.layout.article import place_article, plan_article, prepare
from xihu_pdf.layout.design import waived
from xihu_pdf.layout.desk import Desk
from xihu_pdf.layout.furniture import furnish
from xihu_pdf.layout.grid import Grid
from xihu_pdf.layout.marks import check_marks
from xihu_pdf.layout.measuring import PageReport, measure_page
from xihu_pdf.layout.papers import grid_of, horizontal_grid
from xihu_pdf.layout.planning import Misfit
from xihu_pdf.layout.proofing import proof_alone
from xihu_pdf.stock import Stock

if TYPE_CHECKING:
    from xihu_pdf.layout.issue import Issue

__all__ = ["cells_of", "make_page"]


def make_page(
    page: Page, edition: Edition, stock: Stock, desk: Desk, issue: "Issue | None" = None, plans: int = 1
) -> tuple[PageFrame | None, PageReport | None]:
    """Make up a page; what is wrong is left with the desk. Without a plan there is no frame.

    ``issue`` is that of a paper with a masthead, which furnishes its pages; ``plans`` is how many plans the report is
    to name.
    """
    notices = (*page.notices, *page.advertisements)
    if not page.articles and not notices:
        desk.faults.append(fault("page-articles", page.span))
        return None, None
    first = page.articles[0] if page.articles else Article()
    desk.where = first.headline.value if first.headline else ""
    told = len(desk.faults)
    around = furnish(desk, page, horizontal_grid(edition.paper), issue, stock)
    desk.tallest = around.tallest
    grid = _cells(page, edition, desk, around.lines)
    if grid is None:
        return None, None
    if _is_alone(page):
        made = _alone(page, stock, desk.for_writing(first.writing), grid)
    else:
        # Most pages have one article.
        from xihu_pdf.layout.draft import Table
        from xihu_pdf.layout.makeup import make_articles

        made = make_articles(page, Table(stock, desk, grid), around.lines, plans)
    # What is left of an article that jumps is read where it begins.
    own = tuple(each for each in page.articles if each.jump or each not in desk.cuts) if desk.cuts else page.articles
    desk.faults.extend(check_marks(page._replace(articles=own)))
    if page.accept:
        desk.faults[told:] = waived(page, desk.faults[told:])
    if made is None:
        return None, None
    tagged, report = made
    items = (*around.head, *tagged, *around.foot)
    folio = page.folio.value if page.folio else ""
    frame = PageFrame(grid.paper, tuple(placed for placed, _ in items), tuple(tag for _, tag in items), folio)
    return frame, _lowered(report, around.lines)


def cells_of(page: Page, edition: Edition, stock: Stock, desk: Desk, issue: "Issue | None") -> tuple[Grid, int] | None:
    """The cells of a page for its articles and the lines above them; None where it has none. No fault is left."""
    told = len(desk.faults)
    around = furnish(desk, page, horizontal_grid(edition.paper), issue, stock)
    desk.tallest = around.tallest
    grid = _cells(page, edition, desk, around.lines) if page.articles else None
    del desk.faults[told:]
    return None if grid is None else (grid, around.lines)


def _cells(page: Page, edition: Edition, desk: Desk, above: int) -> Grid | None:
    """The cells of a page under so many lines of nameplate; None where a fault was left with the desk."""
    paper, first = horizontal_grid(edition.paper), page.articles[0] if page.articles else Article()
    odd = next((each for each in page.articles if each.writing != HORIZONTAL), None)
    grid = grid_of(edition.paper, first.writing) if _is_alone(page) else None if odd else paper
    if grid is None:
        desk.faults.append(fault("paper-writing", odd.span if odd else page.span))
    elif above and grid is not paper:
        desk.faults.append(fault("nameplate-vertical", first.span))
        return None
    return grid.part(0, grid.columns, above, grid.lines - above) if grid and above else grid


def _is_alone(page: Page) -> bool:
    """Tell whether a page has one article that takes it whole and asks for no place."""
    if len(page.articles) != 1 or page.notices or page.advertisements:
        return False
    own = page.articles[0]
    return not (own.place or own.slot or own.columns or own.jump or page.template or page.plan)


def _lowered(report: PageReport, lines: int) -> PageReport:
    """The figures of a page in lines of its whole grid, of which the first ``lines`` are the nameplate's."""
    columns = tuple((first + lines, end + lines) for first, end in report.columns)
    articles, notices = (
        tuple((column, wide, first + lines, end + lines) for column, wide, first, end in pieces)
        for pieces in (report.articles, report.notices)
    )
    return report._replace(columns=columns, articles=articles, notices=notices)


def _alone(
    page: Page, stock: Stock, desk: Desk, grid: Grid
) -> tuple[tuple[tuple[Placed, int], ...], PageReport] | None:
    """Make up the one article of a page over all its columns, inside its frame if it has one."""
    article, whole = page.articles[0], grid
    if article.border:
        from xihu_pdf.layout.boxed import around, inside

        inner = inside(grid, article.border)
        if inner is None:
            desk.faults.append(fault("border-narrow", article.span))
            return None
        grid = inner
    material = prepare(article, stock, desk, grid)
    if material is None:
        return None
    found = plan_article(material, desk, grid)
    if isinstance(found, Misfit):
        # Most pages fit.
        from xihu_pdf.layout.alone import tell_misfit
        from xihu_pdf.layout.draft import Table

        desk.faults.extend(tell_misfit(found, material, Table(stock, desk, grid)))
        return None
    way, plan = found
    desk.faults.extend(proof_alone(material, found, grid))
    tagged = place_article(material, way, plan, grid, desk.tags)
    if article.border:
        tagged = (*((each, ARTIFACT) for each in around(whole, article.border)), *tagged)
    return tagged, measure_page(material.parts, plan, grid)
