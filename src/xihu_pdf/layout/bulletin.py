"""A bulletin 简报: a red head, articles one after another over as many pages as they need, and whom it goes to.

One column of 四号 on A4, as offices write; its pages are not made up but flow.
"""

from typing import NamedTuple

from xihu_pdf.content import Article, Edition, Page, Photograph, Settings, Text
from xihu_pdf.errors import Diagnostic, fault
from xihu_pdf.frame import ARTIFACT, HORIZONTAL, PageFrame, Picture, Placed, Rule
from xihu_pdf.geometry import Point, Size, mm
from xihu_pdf.layout import redhead
from xihu_pdf.layout.article import Material, prepare
from xihu_pdf.layout.desk import Desk, place_line
from xihu_pdf.layout.flow import Pages, Piece, pour
from xihu_pdf.layout.flowing import Sheet, Story, compose_pieces
from xihu_pdf.layout.grid import Grid
from xihu_pdf.layout.issue import Issue, key_of
from xihu_pdf.layout.measuring import PageReport
from xihu_pdf.layout.papers import horizontal_grid
from xihu_pdf.layout.proofing import untold_photographs
from xihu_pdf.layout.story import part_lines
from xihu_pdf.layout.tagging import Tagged
from xihu_pdf.stock import Stock
from xihu_pdf.typeset import Line, Measure

__all__ = ["bulletin_grid", "in_type", "make_bulletin"]

# Type of a bulletin where the editor asks for nothing else: 四号, 二号 headlines, 五号 captions.
_STYLES: tuple[Settings, ...] = (
    Settings("body", size=14.0),
    Settings("headline", size=22.0),
    Settings("kicker", size=14.0),
    Settings("deck", size=14.0),
    Settings("subhead", size=15.0),
    Settings("byline", size=14.0),
    Settings("caption", size=10.5),
    Settings("credit", size=10.5),
    Settings("pull", size=18.0),
    Settings("box-heading", size=14.0),
)
_SIZE, _PITCH = 14.0, 24.0
# Margins at the top, the foot and the sides at the least, and the characters of a line that can be read.
_TOP, _FOOT, _SIDE = mm(30.0), mm(30.0), mm(22.0)
_MEASURES = (20, 41)
# The contents 本期要目 are listed from so many articles on, white above and below; em beside an entry for its mark and
# for its page.
_LISTED, _AROUND, _MARK, _PAGE = 4, 2, 3.0, 5.0
_CONTENTS = Text("本期要目")
# Orders of all articles' pieces that are tried.
_MOST_ORDERS = 24
# What articles ask for of a page that is made up.
_MADE_UP = ("place", "slot", "columns", "jump", "form", "border")
# A gap between Han that the eye begins to see, in em.
_LOOSE = 1 / 8
_Items = list[tuple[Placed, int]]


class _Contents(NamedTuple):
    """The contents as set: the lines of each entry, and the lines of the grid that they take."""

    entries: tuple[tuple[Line, ...], ...]
    lines: int


def bulletin_grid(paper: Size) -> Grid | None:
    """The one column of a bulletin on a paper; None where its lines would be too long or too short to read."""
    characters = int((paper.width - 2 * _SIDE) / _SIZE)
    # Two photographs with a character between them fill an odd number.
    characters -= 1 - characters % 2
    lines = int((paper.height - _TOP - _FOOT - _SIZE) / _PITCH) + 1
    if not _MEASURES[0] <= characters <= _MEASURES[1]:
        return None
    return Grid(paper, 1, characters, lines, _SIZE, _PITCH, _TOP)


def in_type(edition: Edition) -> Edition:
    """The edition with the type of bulletins for all that its own styles leave open."""
    own = {each.style: each for each in edition.styles}
    house = {each.style: each for each in _STYLES}
    sized = (
        each._replace(size=each.size or house[each.style].size) if each.style in house else each
        for each in own.values()
    )
    return edition._replace(styles=(*sized, *(each for each in _STYLES if each.style not in own)))


def make_bulletin(
    edition: Edition, issue: Issue, stock: Stock, desk: Desk
) -> tuple[tuple[PageFrame, ...], tuple[PageReport, ...]]:
    """Make the pages of a bulletin; what is wrong is left with the desk, and there are none if they cannot be made.

    ``desk`` sets in their type, see ``in_type``. The articles of all pages of the content follow one another.
    """
    grid = bulletin_grid(horizontal_grid(edition.paper).paper)
    articles = [article for page in issue.pages for article in page.articles]
    upright = next((each for each in articles if each.writing != HORIZONTAL), None)
    if grid is None or upright is not None or not articles:
        code = "bulletin-paper" if grid is None else "bulletin-vertical" if upright else "page-articles"
        desk.faults.append(fault(code, upright.span if upright else issue.masthead.span))
        return (), ()
    desk.faults.extend(_unmet(issue))
    sheet = Sheet(desk, grid)
    # Tags are made in reading order: those of the head before the articles', those of the foot behind them.
    head = redhead.compose_head(issue, desk, grid)
    items: _Items = [*redhead.place_head(head, issue, desk, grid)]
    contents = _compose_contents(articles, sheet)
    listed = Tagged(desk.tags, None)
    copies = redhead.compose_copies(issue, desk, grid)
    materials = [_prepared(article, stock, desk, grid) for article in articles]
    stories = [compose_pieces(material, sheet) for material in materials if material is not None]
    above = head.lines + contents.lines
    pages = pour(_orders(stories), grid.lines, above, copies.lines) if all(materials) else None
    if pages is None:
        desk.faults.extend([fault("bulletin-uneven", issue.masthead.span)] if all(materials) else [])
        return (), ()
    starts = _place(stories, pages)
    _place_contents(contents, starts, head.lines, sheet, listed)
    items.extend(listed.items)
    items.extend(item for story in stories for item in story.tagged.items)
    last = len(pages.spans) - 1
    items.extend(redhead.place_copies(copies, desk, sheet.on(last)))
    frames = _frames(items, len(pages.spans), sheet)
    return frames, _reports(stories, pages, frames, head.lines)


def _unmet(issue: Issue) -> list[Diagnostic]:
    """Tell what articles and pages ask for that copy which flows cannot have."""
    told = [
        fault("bulletin-panel", each.span) for page in issue.pages for each in (*page.notices, *page.advertisements)
    ]
    asked: list[tuple[str, Page | Article | Photograph, tuple[str, ...]]] = []
    for page in issue.pages:
        asked.append(("page", page, ("template", "plan")))
        for article in page.articles:
            asked.append(("article", article, _MADE_UP))
            asked.extend(("photograph", each, ("columns",)) for each in article.photographs)
    told.extend(
        fault("bulletin-wish", each.span, key=key_of(field, node))
        for node, each, fields in asked
        for field in fields
        if getattr(each, field)
    )
    return told


def _prepared(article: Article, stock: Stock, desk: Desk, grid: Grid) -> Material | None:
    desk.where = article.headline.value if article.headline else ""
    desk.faults.extend(untold_photographs(article))
    return prepare(article, stock, desk, grid)


def _orders(stories: list[Story]) -> list[tuple[float, tuple[Piece, ...]]]:
    """The cheapest orders of all pieces, each with its cost."""
    orders: list[tuple[float, tuple[Piece, ...]]] = [(0.0, ())]
    for story in stories:
        both = [(cost + more, (*so_far, *own)) for cost, so_far in orders for more, own in story.orders()]
        orders = sorted(both, key=lambda each: each[0])[:_MOST_ORDERS]
    return orders


def _place(stories: list[Story], pages: Pages) -> list[int]:
    """Place everything in reading order; gives the page that each article begins on, counted from 1."""
    places = {id(piece): own for piece, own in zip(pages.pieces, pages.places, strict=True)}
    for piece in pages.pieces:
        piece.place(places[id(piece)])
    return [places[id(story.pieces[0])][0][0] + 1 for story in stories]


def _compose_contents(articles: list[Article], sheet: Sheet) -> _Contents:
    if len(articles) < _LISTED:
        return _Contents((), 0)
    measure = Measure((), (_MARK, sheet.grid.characters - _MARK - _PAGE))
    entries = []
    for article in articles:
        if article.headline is not None:
            words = article.headline._replace(value=article.headline.value.replace("\n", " "))
            galley = sheet.desk.galley("contents", words, measure)
            entries.append(galley.lines(galley.best))
    return _Contents(tuple(entries), sum(map(len, entries)) + _AROUND)


def _place_contents(contents: _Contents, starts: list[int], first: int, sheet: Sheet, tagged: Tagged) -> None:
    """The contents under the head: a title, then every headline with a mark in the accent and its page."""
    if not contents.entries:
        return
    grid, desk = sheet.grid, sheet.desk
    title = desk.line("contents-title", _CONTENTS, grid.width(1))
    tagged.add("contents-title", place_line(title, Point(grid.left, grid.baseline(first))))
    at = first + 1
    for lines, page in zip(contents.entries, starts, strict=True):
        middle = grid.baseline(at) - 0.38 * grid.size
        side = 0.36 * grid.size
        placed = [Placed(Point(grid.left + 1.6 * grid.size, middle), Rule(Point(side, 0.0), side, desk.accent))]
        for line in lines:
            placed.extend(place_line(line, Point(grid.left, grid.baseline(at))))
            at += 1
        number = desk.line("contents", Text(f"第{page}页"), grid.width(1))
        right = Point(grid.left + grid.width(1) - number.right, grid.baseline(at - 1))
        tagged.add("contents", [*placed, *place_line(number, right)])


def _frames(items: _Items, count: int, sheet: Sheet) -> tuple[PageFrame, ...]:
    """The pages of what was placed on pages that hang under one another, each with its number."""
    height = sheet.grid.paper.height
    pages: list[_Items] = [[] for _ in range(count)]
    for (at, item), tag in items:
        page = int(at.y // height)
        pages[page].append((Placed(Point(at.x, at.y - page * height), item), tag))
    for number, own in enumerate(pages, 1):
        own.extend((placed, ARTIFACT) for placed in redhead.place_number(number, sheet.desk, sheet.grid))
    return tuple(
        PageFrame(sheet.grid.paper, tuple(each for each, _ in own), tuple(tag for _, tag in own), str(number))
        for number, own in enumerate(pages, 1)
    )


def _reports(stories: list[Story], pages: Pages, frames: tuple[PageFrame, ...], head: int) -> tuple[PageReport, ...]:
    """The figures of each page."""
    parts = {id(piece): part for story in stories for piece, part in zip(story.pieces, story.parts, strict=True)}
    found: list[list[Line]] = [[] for _ in pages.spans]
    subheads: list[list[int]] = [[] for _ in pages.spans]
    for piece, places in zip(pages.pieces, pages.places, strict=True):
        part = parts[id(piece)]
        if part is not None and part.galley is not None:
            for line, (page, _) in zip(part_lines(part, len(places)), places, strict=True):
                found[page].extend([line] if line is not None else [])
        elif part is not None and part.kind == "subhead":
            subheads[places[0][0]].append(len(places))
    return tuple(
        PageReport(
            (span,),
            len(lines),
            sum(line.gap > _LOOSE for line in lines),
            max((line.gap for line in lines), default=0.0),
            sum(abs(line.spare) > 0.01 * _SIZE for line in lines),
            tuple(round(item.size.height / _PITCH + 0.5) for _, item in frame.items if isinstance(item, Picture)),
            0 if number else head,
            tuple(own),
        )
        for number, (span, lines, own, frame) in enumerate(zip(pages.spans, found, subheads, frames, strict=True))
    )
