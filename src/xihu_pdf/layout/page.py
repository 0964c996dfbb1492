"""One page made up: its one article over all columns, or several that share them."""

from xihu_pdf.content import Edition, Page
from xihu_pdf.errors import fault
from xihu_pdf.frame import ARTIFACT, HORIZONTAL, PageFrame, Placed
from xihu_pdf.layout.article import (
    place_article,
    plan_article,
    prepare,
    soft_photographs,
    tell_misfit,
    unmet_form,
    untold_photographs,
)
from xihu_pdf.layout.desk import Desk
from xihu_pdf.layout.furniture import page_header
from xihu_pdf.layout.grid import Grid
from xihu_pdf.layout.measuring import PageReport, faulty_lines, level_subheads, measure_page
from xihu_pdf.layout.papers import grid_of, horizontal_grid
from xihu_pdf.layout.planning import Misfit
from xihu_pdf.stock import Stock

__all__ = ["make_page"]


def make_page(page: Page, edition: Edition, stock: Stock, desk: Desk) -> tuple[PageFrame | None, PageReport | None]:
    """Make up a page; what is wrong is left with the desk. Without a plan there is no frame."""
    if not page.articles:
        desk.faults.append(fault("page-articles", page.span))
        return None, None
    first = page.articles[0]
    desk.where = first.headline.value if first.headline else ""
    paper = horizontal_grid(edition.paper)
    header = page_header(desk, page, paper)
    alone = len(page.articles) == 1
    odd = next((each for each in page.articles if each.writing != HORIZONTAL), None)
    grid = grid_of(edition.paper, first.writing) if alone else None if odd else paper
    if grid is None:
        desk.faults.append(fault("paper-writing", odd.span if odd else page.span))
        return None, None
    if alone:
        made = _alone(page, stock, desk.for_writing(first.writing), grid)
    else:
        # Most pages have one article.
        from xihu_pdf.layout.makeup import make_articles

        made = make_articles(page, stock, desk, grid)
    if made is None:
        return None, None
    tagged, report = made
    # A page header is read by no one who hears the page (ISO 14289-1, 7.8).
    tags = (*(ARTIFACT for _ in header), *(tag for _, tag in tagged))
    return PageFrame(grid.paper, (*header, *(placed for placed, _ in tagged)), tags), report


def _alone(
    page: Page, stock: Stock, desk: Desk, grid: Grid
) -> tuple[tuple[tuple[Placed, int], ...], PageReport] | None:
    """Make up the one article of a page over all its columns."""
    material = prepare(page.articles[0], stock, desk, grid)
    if material is None:
        return None
    found = plan_article(material, desk, grid)
    if isinstance(found, Misfit):
        desk.faults.extend(tell_misfit(found, material, desk, grid))
        return None
    way, plan = found
    desk.faults.extend(soft_photographs(material, way, plan, grid))
    desk.faults.extend(faulty_lines(material.parts, plan))
    desk.faults.extend(level_subheads(material.parts, plan))
    desk.faults.extend(untold_photographs(material.article))
    desk.faults.extend(unmet_form(material.article, way.head))
    tagged = place_article(material, way, plan, grid, desk.tags)
    return tagged, measure_page(material.parts, plan, grid)
