"""The ear 报眼 beside the nameplate: the index 导读 with the pages that the program looks up, or a short text."""

from collections.abc import Iterator
from typing import NamedTuple

from xihu_pdf.content import Article, Code, Text
from xihu_pdf.errors import fault
from xihu_pdf.frame import Placed, Rule
from xihu_pdf.geometry import Point
from xihu_pdf.layout.desk import Desk, place_line
from xihu_pdf.layout.grid import Grid
from xihu_pdf.layout.issue import Issue
from xihu_pdf.layout.tagging import Tagged, shifted
from xihu_pdf.typeset import Line, Measure

__all__ = ["has_ear", "place_ear"]

_TITLE = Text("导读")
# Lines of the grid that the title takes, and em beside an entry for its bullet and for its page.
_TITLE_LINES, _BULLET, _PAGE = 2, 1.0, 3.0
_SQUARE = 0.38
_LOOSE = 1.5
# An index of fewer entries is not made by itself.
_FEWEST = 2
# A code is set as on a page, so that one too high for the ear is told.
_PAGE_LINES = 86


class _Entry(NamedTuple):
    """An entry of the index as set: its lines, the line of its page, and the folio of that."""

    lines: tuple[Line, ...]
    page: Line
    folio: str


def has_ear(issue: Issue) -> bool:
    """Tell whether anything stands beside the name."""
    masthead = issue.masthead
    if masthead.ear or masthead.contents or masthead.code:
        return True
    return len(list(_weightiest(issue))) >= _FEWEST


def place_ear(issue: Issue, desk: Desk, grid: Grid, tagged: Tagged) -> None:
    """Set the ear on the cells of ``grid``, a QR code at its foot; what does not fit is told."""
    if issue.masthead.code is not None:
        grid = _place_code(issue.masthead.code, desk, grid, tagged)
    if issue.masthead.ear:
        _place_text(issue, desk, grid, tagged)
    elif issue.masthead.contents or any(True for _ in _weightiest(issue)):
        _place_index(issue, desk, grid, tagged)


def _place_code(code: Code, desk: Desk, grid: Grid, tagged: Tagged) -> Grid:
    """Place the code on the last lines; gives the cells above it."""
    # Few papers have one.
    from xihu_pdf.layout.codes import compose_code

    told = len(desk.faults)
    made = compose_code(desk, code, grid.width(grid.columns), grid._replace(lines=_PAGE_LINES))
    if made is None or made[0] > grid.lines:
        full = len(desk.faults) == told
        desk.faults.extend([fault("ear-long", code.span, text=code.address.value)] if full else [])
        return grid
    lines, _, elements = made
    for element in elements:
        tagged.add_element(shifted(element, grid.left, grid.line(grid.lines - lines)))
    return grid._replace(lines=grid.lines - lines)


def _place_index(issue: Issue, desk: Desk, grid: Grid, tagged: Tagged) -> None:
    tagged.add("ear-title", place_line(desk.line("ear-title", _TITLE, grid.width(1)), _start(grid)))
    named = bool(issue.masthead.contents)
    room = grid.lines - _TITLE_LINES
    entries: list[_Entry] = []
    for text, page in _named(issue, desk) if named else _weightiest(issue):
        entry = _entry(desk, text, page, grid)
        if sum(len(each.lines) for each in entries) + len(entry.lines) > room:
            if named:
                desk.faults.append(fault("ear-long", text.span, text=text.value))
            break
        entries.append(entry)
    if not named:
        # Chosen by weight, listed by page.
        order = [page.folio.value for page in issue.pages if page.folio]
        entries.sort(key=lambda entry: order.index(entry.folio))
    # A few entries stand a line apart, or half a line, so that the ear is not empty below them.
    spare = room - sum(len(entry.lines) for entry in entries)
    white = min(1.0, spare * 2 // max(1, len(entries) - 1) / 2)
    at = float(_TITLE_LINES)
    for entry in entries:
        tagged.add("ear", _place_entry(entry, desk, grid, at))
        at += len(entry.lines) + white


def _start(grid: Grid) -> Point:
    return Point(grid.left, grid.baseline(0))


def _named(issue: Issue, desk: Desk) -> Iterator[tuple[Text, str]]:
    """The headlines that the editor names, each with the folio of its page; one that is on no page is told."""
    pages = {
        _plain(article.headline.value): page.folio.value
        for page in issue.pages
        for article in page.articles
        if article.headline and page.folio
    }
    for text in issue.masthead.contents:
        folio = pages.get(_plain(text.value))
        if folio is None:
            from difflib import get_close_matches

            near = "、".join(get_close_matches(_plain(text.value), pages, 1, 0.3)) or "—"
            desk.faults.append(fault("index-headline", text.span, text=text.value, near=near))
        else:
            yield text, folio


def _plain(headline: str) -> str:
    return "".join(headline.split())


def _weightiest(issue: Issue) -> Iterator[tuple[Text, str]]:
    """The weightiest article of every page behind the first, then the second of each, and so on."""
    found: list[tuple[int, int, Article, str]] = []
    for number, page in enumerate(issue.pages[1:]):
        ranked = sorted((each for each in page.articles if each.headline), key=lambda each: -each.importance)
        found.extend((rank, number, each, page.folio.value if page.folio else "") for rank, each in enumerate(ranked))
    for _, _, article, folio in sorted(found, key=lambda each: each[:2]):
        if article.headline:
            words = article.headline
            yield words._replace(value=words.value.replace("\n", " ")), folio


def _entry(desk: Desk, text: Text, folio: str, grid: Grid) -> _Entry:
    width = grid.cells(grid.columns) - _BULLET - _PAGE
    galley = desk.galley("ear", text, Measure((), (_BULLET, width)))
    page = desk.line("ear-page", Text(f"{folio}版", text.span), _PAGE * grid.size)
    return _Entry(galley.lines(galley.best), page, folio)


def _place_entry(entry: _Entry, desk: Desk, grid: Grid, line: float) -> list[Placed]:
    """A square in the accent, the headline, and its page at the right; ``line`` of the grid may be a half one."""
    side = _SQUARE * grid.size
    baseline = grid.baseline(0) + line * grid.pitch
    middle = baseline - 0.38 * grid.size
    placed = [Placed(Point(grid.left + 0.1 * grid.size, middle), Rule(Point(side, 0.0), side, desk.accent))]
    for number, each in enumerate(entry.lines):
        placed.extend(place_line(each, Point(grid.left, baseline + number * grid.pitch)))
    right = grid.left + grid.width(grid.columns) - entry.page.right
    placed.extend(place_line(entry.page, Point(right, baseline + (len(entry.lines) - 1) * grid.pitch)))
    return placed


def _place_text(issue: Issue, desk: Desk, grid: Grid, tagged: Tagged) -> None:
    """The paragraphs of a short text, on one and a half lines where there is room."""
    width = float(grid.cells(grid.columns))
    measure = Measure(((2.0, width - 2.0),), (0.0, width))
    galleys = [(text, desk.galley("ear", text, measure)) for text in issue.masthead.ear]
    count = sum(galley.best for _, galley in galleys)
    step = grid.pitch * (_LOOSE if (count - 1) * _LOOSE + 1 <= grid.lines else 1.0)
    y = grid.baseline(0)
    for text, galley in galleys:
        lines = galley.lines(galley.best)
        if y + (len(lines) - 1) * step > grid.baseline(grid.lines - 1) + 0.01:
            desk.faults.append(fault("ear-long", text.span, text=text.value))
            return
        placed = [item for at, line in enumerate(lines) for item in place_line(line, Point(grid.left, y + at * step))]
        tagged.add("ear", placed, text.span)
        y += len(lines) * step
