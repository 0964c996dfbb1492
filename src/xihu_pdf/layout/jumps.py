"""Jumps 转版: an article that is continued on another page, its two parts sought together so that both pages are full.

The break stands inside a sentence, at the end of a line that is set as every other; no line of it changes.
"""

from collections.abc import Iterator
from typing import NamedTuple

from xihu_pdf.content import Article, Page, Text
from xihu_pdf.errors import Diagnostic, fault
from xihu_pdf.layout.desk import Desk
from xihu_pdf.layout.draft import Draft, Table, by_rank, draft_page, redraft, search_of, set_article, title_of
from xihu_pdf.layout.filling import Block
from xihu_pdf.layout.grid import Grid
from xihu_pdf.layout.shapes import Shape
from xihu_pdf.layout.story import Part
from xihu_pdf.layout.variants import Form, plan_of
from xihu_pdf.layout.wishes import Wishes, take_wishes

__all__ = ["Cells", "Cut", "cut_parts", "join_pages", "solve_jump"]

# Text stands 10 cm deep before a jump and 15 cm after it (US practice), in lines of 11.6 pt; two lines of the paragraph
# that is broken on either side.
_LEAST_BEFORE, _LEAST_AFTER, _LEAST_OF_PARAGRAPH = 24, 37, 2
# What ends a sentence; a paragraph that is broken there seems to be at its end.
_STOPS = "。！？…；”’）"
# Breaks tried, those first that leave the other page what its own articles do not fill; and how many that fill both
# pages are compared.
_MOST_TRIES, _COMPARED = 30, 3
# A headline of more characters than these is repeated by its first part alone.
_MOST_REPEATED = 8
# Lines over one column that the head of a continuation takes.
_HEAD = 12
_FIRST, _REST = "first", "rest"


class Cut(NamedTuple):
    """Where an article is cut: in which part, after how many of its lines, and which side of the cut is meant.

    ``line`` is printed at the cut: 下转第3版 before it, 上接第1版 after it; ``own`` are the lines of text on this side.
    """

    part: int
    lines: int
    side: str
    line: Text
    own: int


class Cells(NamedTuple):
    """The cells of a page for its articles, and the lines above them."""

    grid: Grid
    above: int


class _Side(NamedTuple):
    """One of the two pages of a jump: its draft, the article that is cut by its rank, and what it is drafted with."""

    draft: Draft
    rank: int
    table: Table


def cut_parts(parts: tuple[Part, ...], cut: Cut, desk: Desk, grid: Grid) -> tuple[Part, ...]:
    """The parts of an article on one side of its cut, and the line that tells where the others are."""
    broken = parts[cut.part]
    lines = broken.galley.lines(broken.galley.best) if broken.galley else ()
    told = desk.line("byline", cut.line, grid.width(1))
    size = desk.compositor("byline").style.size
    own = lines[cut.lines :] if cut.side == _REST else lines[: cut.lines]
    piece = broken._replace(block=Block(((len(own), 0.0),), is_subhead=False), galley=None, lines=own)
    if cut.side == _REST:
        sign = Part("jump", cut.line.span, Block(((1, 0.0),), is_subhead=False), None, (told,), size)
        return (sign, piece, *parts[cut.part + 1 :])
    sign = Part("byline", cut.line.span, Block(((1, 0.0), (2, 8.0)), is_subhead=False), None, (told,), size)
    return (*parts[: cut.part], piece, sign)


def join_pages(pages: tuple[Page, ...], cells: list[Cells | None], table: Table) -> list[Page | None]:
    """Cut every article that jumps and add what is left of it to the page that continues it.

    ``cells`` are those of each page. The cuts are kept with the desk; a page that a jump makes impossible is None, and
    what is wrong is left with the desk.
    """
    joined: list[Page | None] = list(pages)
    taken: set[int] = set()
    for number, page in enumerate(pages):
        for article in page.articles:
            if article.jump is None:
                continue
            other = _continued(pages, article)
            told = _wrong(pages, number, other, article, taken)
            here, there = cells[number], None if other is None else cells[other]
            if told is None and other is not None and here and there:
                taken |= {number, other}
                found = solve_jump((page, pages[other]), article, (here, there), table)
                joined[number], joined[other] = (page, found) if isinstance(found, Page) else (None, None)
                told = found if isinstance(found, Diagnostic) else None
            if told is not None:
                table.desk.faults.append(told)
                joined[number] = None
            if told is not None and told.code == "jump-misfit" and other is not None and here and there:
                # Most jumps can be made.
                from xihu_pdf.layout.jumpcures import jump_cures

                rooms = enumerate(zip(pages, cells, strict=True))
                free = [(each, room) for at, (each, room) in rooms if room and at not in taken]
                table.desk.faults.extend(jump_cures((page, pages[other]), free, (here, there), table))
    return joined


def _number(folio: Text | None) -> str:
    """A folio without leading noughts, as 下转第N版 has it."""
    return folio.value.strip().lstrip("0") if folio else ""


def _continued(pages: tuple[Page, ...], article: Article) -> int | None:
    wanted = _number(article.jump)
    return next((number for number, page in enumerate(pages) if wanted and _number(page.folio) == wanted), None)


def _wrong(
    pages: tuple[Page, ...], number: int, other: int | None, article: Article, taken: set[int]
) -> Diagnostic | None:
    """What keeps an article from jumping at all."""
    span = article.jump.span if article.jump else None
    if other is None or other == number or not _number(pages[number].folio):
        return fault("jump-page", span, folio=_number(article.jump))
    if article.border:
        return fault("jump-border", article.span, text=title_of(article))
    if taken & {number, other}:
        return fault("jump-many", span, text=title_of(article))
    return None


def solve_jump(
    pages: tuple[Page, Page], article: Article, cells: tuple[Cells, Cells], table: Table
) -> Page | Diagnostic:
    """The other page with the rest of the article, its cut left with the desk; or why there is none."""
    rest = _rest(article)
    other = pages[1]._replace(articles=(*pages[1].articles, rest))
    cuts = list(_cuts(article, pages, table._replace(grid=cells[0].grid)))
    if not cuts:
        return fault("jump-short", article.span, text=title_of(article))
    here, there = cuts[len(cuts) // 2]
    table.desk.cuts |= {article: here, rest: there}
    sides = []
    for page, own, room in ((pages[0], article, cells[0]), (other, rest, cells[1])):
        side = _drafted(page, own, room, table)
        if side is None:
            return fault("jump-articles", article.span, text=title_of(article))
        sides.append(side)
    found = _best(cuts, (sides[0], sides[1]), (article, rest))
    if found is None:
        return fault("jump-misfit", article.span, text=title_of(article))
    table.desk.cuts |= {article: found[0], rest: found[1]}
    return other


def _rest(article: Article) -> Article:
    """The article as it is continued: under the key words of its headline, with nothing that stands beside its text."""
    words = article.jumphead
    if words is None and article.headline is not None:
        first = article.headline.value.split()[0]
        long = len(article.headline.value) > _MOST_REPEATED
        words = article.headline.part(0, len(first)) if long else article.headline
    bare = article._replace(kicker=None, deck=None, summary=(), lead=None, photographs=(), boxes=())
    return bare._replace(headline=words, importance=-1, place=None, slot="", jump=None)


def _cuts(article: Article, pages: tuple[Page, Page], table: Table) -> Iterator[tuple[Cut, Cut]]:
    """Every cut of an article inside a sentence that leaves enough lines on both sides."""
    told = len(table.desk.faults)
    material = set_article(article, table)
    del table.desk.faults[told:]
    parts = material.parts if material else ()
    counts = [part.galley.best if part.galley else part.block.options[0][0] for part in parts]
    lines = Text(f"（下转第{_number(pages[1].folio)}版）"), Text(f"（上接第{_number(pages[0].folio)}版）")
    used = 0
    for number, (part, count) in enumerate(zip(parts, counts, strict=True)):
        for cut in range(_LEAST_OF_PARAGRAPH, count - _LEAST_OF_PARAGRAPH + 1) if part.galley else ():
            enough = used + cut >= _LEAST_BEFORE and sum(counts) - used - cut >= _LEAST_AFTER
            text = part.galley.lines(count)[cut - 1].text.rstrip() if part.galley else ""
            if enough and not text.endswith(tuple(_STOPS)):
                yield (
                    Cut(number, cut, _FIRST, lines[0], used + cut),
                    Cut(number, cut, _REST, lines[1], sum(counts) - used - cut),
                )
        used += count


def _drafted(page: Page, own: Article, cells: Cells, table: Table) -> _Side | None:
    articles = by_rank(page)
    wishes = take_wishes(page, articles, cells.grid, cells.above)
    table = table._replace(grid=cells.grid)
    told = len(table.desk.faults)
    draft = draft_page(page, wishes, table) if isinstance(wishes, Wishes) else None
    del table.desk.faults[told:]
    if draft is None:
        return None
    rank = articles.index(own)
    others = (each for number, each in enumerate(draft.variants) if number != rank)
    return _Side(draft, rank, table) if all(others) else None


def _best(
    cuts: list[tuple[Cut, Cut]], sides: tuple[_Side, _Side], articles: tuple[Article, Article]
) -> tuple[Cut, Cut] | None:
    """The cut that makes the cheapest two pages of the first few that make both without white behind a text."""
    wanted = _left_over(sides[1])
    found: list[tuple[float, tuple[Cut, Cut]]] = []
    filled = 0
    for cut in sorted(cuts, key=lambda each: abs(each[1].own - wanted))[:_MOST_TRIES]:
        # The page that continues the article has the less room to give.
        there = _shape(sides[1], articles[1], cut[1])
        here = _shape(sides[0], articles[0], cut[0]) if there else None
        if here and there:
            found.append((here.cost + there.cost, cut))
            filled += not (_has_white(here) or _has_white(there))
        if filled == _COMPARED:
            break
    return min(found, key=lambda each: each[0])[1] if found else None


def _left_over(side: _Side) -> int:
    """The lines of a page that its own articles leave over, each in its cheapest variant."""
    grid = side.table.grid
    own = [each for rank, each in enumerate(side.draft.variants) if rank != side.rank]
    others = (*own, *side.draft.notices)
    best = (min(variants, key=lambda each: each.cost) for variants in others)
    return grid.columns * grid.lines - sum(each.columns * each.lines for each in best) - _HEAD


def _shape(side: _Side, article: Article, cut: Cut) -> Shape | None:
    side.table.desk.cuts[article] = cut
    draft = redraft(side.draft, side.rank, article, side.table)
    return search_of(draft, side.table.grid).best() if draft else None


def _has_white(shape: Shape) -> bool:
    """Whether a column of some article stays white behind its text."""
    forms = (place.variant.key for place in shape.places())
    texts = [form for form in forms if isinstance(form, Form)]
    return any(form.parts[-1].kind == "tail" and plan_of(form).filling.counts[-1] for form in texts)
