"""The whole edition made up, page after page."""

from typing import TYPE_CHECKING, NamedTuple

from xihu_pdf.content import Edition, Page
from xihu_pdf.errors import Diagnostic, fault
from xihu_pdf.fonts import is_shipped
from xihu_pdf.frame import Document, PageFrame
from xihu_pdf.layout.desk import Desk
from xihu_pdf.layout.marks import check_marks
from xihu_pdf.layout.measuring import PageReport
from xihu_pdf.layout.page import cells_of, make_page
from xihu_pdf.layout.papers import horizontal_grid
from xihu_pdf.stock import Stock
from xihu_pdf.typeset import MAINLAND, region_of

if TYPE_CHECKING:
    from xihu_pdf.layout.issue import Issue

__all__ = ["MadeUp", "make_up"]


class MadeUp(NamedTuple):
    """The pages as placed, what they measure, and everything found wrong; no document where a page has no plan."""

    document: Document | None
    reports: tuple[PageReport, ...]
    diagnostics: tuple[Diagnostic, ...]


def make_up(edition: Edition, stock: Stock, plans: int = 1) -> MadeUp:
    """Make up every page of the edition with the fonts and photographs on hand.

    ``plans`` is how many plans are named for each page of several articles, of which the best is made.
    """
    is_bulletin = edition.kind == "bulletin" and edition.masthead is not None
    if is_bulletin:
        # Most editions are made up page by page.
        from xihu_pdf.layout.bulletin import in_type, make_bulletin

        edition = in_type(edition)
    desk = Desk(stock, edition)
    desk.faults.extend(_foreign_faces(edition, stock))
    issue = _issue(edition, desk)
    if issue is not None and is_bulletin:
        frames, reports = make_bulletin(edition, issue, stock, desk)
        desk.faults.extend(check_marks(edition.pages))
    else:
        frames, reports = _made_up(edition, issue, stock, desk, plans)
    if not desk.marked.isdisjoint({"ruby", "dots"}):
        # Most editions have none.
        from xihu_pdf.layout.crossing import crossed

        desk.faults.extend(crossed(frames, desk.tags))
    if edition.kind:
        # Most editions are of no kind.
        from xihu_pdf.layout.law import check_law

        desk.faults.extend(check_law(edition, frames[0] if frames else None, desk.tags))
    document = Document(_title(edition), edition.language, edition.date, frames, tuple(desk.tags)) if frames else None
    return MadeUp(document, reports, tuple(desk.faults))


def _made_up(
    edition: Edition, issue: "Issue | None", stock: Stock, desk: Desk, plans: int
) -> tuple[tuple[PageFrame, ...], tuple[PageReport, ...]]:
    """Make up page after page; no frames where one of them has no plan."""
    pages: list[Page | None] = [*(issue.pages if issue else edition.pages)]
    if any(article.jump for page in edition.pages for article in page.articles):
        pages = _joined(edition, stock, desk, issue)
    made = [make_page(page, edition, stock, desk, issue, plans) if page else (None, None) for page in pages]
    frames = tuple(frame for frame, _ in made if frame is not None)
    reports = tuple(report for _, report in made if report is not None)
    return frames if len(frames) == len(pages) else (), reports


def _joined(edition: Edition, stock: Stock, desk: Desk, issue: "Issue | None") -> list[Page | None]:
    """The pages with what jumps to them, which most editions have none of."""
    from xihu_pdf.layout.draft import Table
    from xihu_pdf.layout.jumps import Cells, join_pages

    pages = issue.pages if issue else edition.pages
    cells = [cells_of(page, edition, stock, desk, issue) for page in pages]
    grid = horizontal_grid(edition.paper)
    return join_pages(pages, [Cells(*each) if each else None for each in cells], Table(stock, desk, grid))


def _issue(edition: Edition, desk: Desk) -> "Issue | None":
    """What a paper with a masthead says of its day and pages; what it says wrongly is left with the desk."""
    if edition.masthead is None:
        return None
    # Most editions have no masthead.
    from xihu_pdf.layout.issue import check_issue, take_issue

    issue = take_issue(edition, edition.masthead)
    desk.faults.extend(check_issue(edition, issue))
    return issue


def _foreign_faces(edition: Edition, stock: Stock) -> list[Diagnostic]:
    """Warn where the shipped faces, which hold mainland forms alone, set copy of another region or language."""
    shelf = stock.library.shelf("song")
    mainland = edition.language.lower().startswith("zh") and region_of(edition.language) == MAINLAND
    if mainland or shelf is None or not is_shipped(shelf):
        return []
    return [fault("language-face", None, language=edition.language)]


def _title(edition: Edition) -> str:
    """The edition's title, else its first headline, which a reader program shows in its window."""
    texts = (edition.title, *(article.headline for page in edition.pages for article in page.articles))
    return next((text.value.replace("\n", " ") for text in texts if text is not None), "")
