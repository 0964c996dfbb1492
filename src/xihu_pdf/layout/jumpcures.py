"""What would make the pages of a jump that cannot be made: another page to continue on, or no jump; each is tried."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from xihu_pdf.content import Article, Page
from xihu_pdf.errors import Diagnostic, fault
from xihu_pdf.layout.article import plan_article, prepare
from xihu_pdf.layout.draft import Table, by_rank, draft_page, makes_a_page, title_of
from xihu_pdf.layout.planning import Misfit
from xihu_pdf.layout.wishes import Wishes, take_wishes

if TYPE_CHECKING:
    from xihu_pdf.layout.jumps import Cells

__all__ = ["jump_cures"]


def jump_cures(
    pair: tuple[Page, Page], others: list[tuple[Page, "Cells"]], cells: tuple["Cells", "Cells"], table: Table
) -> Iterator[Diagnostic]:
    """The changes that make both pages of a ``pair``, of which the first has the one article that jumps.

    ``others`` are the pages that it might jump to instead, ``cells`` those of the pair.
    """
    from xihu_pdf.layout.jumps import solve_jump

    here, there = pair
    article = next(each for each in here.articles if each.jump is not None)
    # The page that is not continued on any more must be full without it.
    if not _stands(there, cells[1], table):
        return
    for other, room in others:
        elsewhere = article._replace(jump=other.folio)
        changed = _exchanged(here, article, elsewhere)
        if other.folio and isinstance(solve_jump((changed, other), elsewhere, (cells[0], room), table), Page):
            yield fault("cure-jump", article.span, text=title_of(article), folio=other.folio.value)
            break
    if _stands(_exchanged(here, article, article._replace(jump=None)), cells[0], table):
        yield fault("cure-unjump", article.span, text=title_of(article))


def _exchanged(page: Page, article: Article, other: Article) -> Page:
    return page._replace(articles=tuple(other if each is article else each for each in page.articles))


def _stands(page: Page, cells: "Cells", table: Table) -> bool:
    """Tell whether a page is full with its own articles. No fault is left."""
    stock, desk, _ = table
    told = len(desk.faults)
    table = table._replace(grid=cells.grid)
    if len(page.articles) == 1 and not page.notices and not page.advertisements:
        material = prepare(page.articles[0], stock, desk, cells.grid)
        stands = material is not None and not isinstance(plan_article(material, desk, cells.grid), Misfit)
    else:
        wishes = take_wishes(page, by_rank(page), cells.grid, cells.above)
        draft = draft_page(page, wishes, table) if isinstance(wishes, Wishes) else None
        stands = draft is not None and all(draft.variants) and makes_a_page(draft, table)
    del desk.faults[told:]
    return stands
