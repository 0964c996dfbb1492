"""What would make a page of several articles that do not fit, in an editor's words; each cure is tried, then told.

No text is ever changed: a cure is told, and the editor decides.
"""

from collections.abc import Iterator
from math import inf
from typing import NamedTuple

from xihu_pdf.content import Article, Page, Section, Text
from xihu_pdf.errors import Diagnostic, fault
from xihu_pdf.layout.draft import Draft, Table, redraft, search_of, title_of, without
from xihu_pdf.layout.filling import totals
from xihu_pdf.layout.guillotine import FREE
from xihu_pdf.layout.head import head_forms
from xihu_pdf.layout.variants import cells_inside

__all__ = ["cures", "misfit_of", "unfit_of"]

# A page whose nearest height is no more lines off than these is told to be long or short.
_NEAR = 12
# Characters are told in tens; how much more than what is off is tried, and the most cures told.
_TENS, _SHARES, _MOST = 10, (1.0, 1.3, 1.7), 3


class _Cure(NamedTuple):
    """A change to an article by its rank, the finding that tells it, and the article as changed, None if moved."""

    rank: int
    told: Diagnostic
    article: Article | None


def unfit_of(draft: Draft, rank: int, table: Table) -> Diagnostic:
    """Tell why an article cannot be set on any rectangle that it may take."""
    material, wish = draft.materials[rank], draft.wishes.places[rank]
    article, grid = material.article, table.grid
    over = min(totals(tuple(part.block for part in material.parts))) - grid.columns * grid.lines
    if over > 0:
        return fault("page-long", article.span, lines=over, characters=over * grid.characters)
    cells = [grid.part(0, wide, 0, grid.lines) for wide in range(1, grid.columns + 1)]
    if article.border and all(cells_inside(article, each) is None for each in cells):
        return fault("border-narrow", article.span)
    if wish.spans is not None or article.columns is not None:
        return fault("place-narrow", article.span, text=title_of(article))
    if not head_forms(table.desk, article, grid, {}, inf):
        return fault("page-head", article.span, text=title_of(article))
    return fault("page-uneven", article.span)


def misfit_of(draft: Draft, page: Page, table: Table) -> tuple[list[Diagnostic], int]:
    """Tell why no page was found, and by how many lines the copy is too long; negative where it is too short."""
    own = _misplaced(draft, table)
    if own:
        return own, 0
    grid = table.grid
    free = search_of(draft, grid, wishes=False)
    wished = draft.wishes.tree is not None or any(wish != FREE for wish in draft.wishes.places)
    if wished and free.best() is not None:
        return [fault("place-rest" if draft.wishes.tree is None else "plan-rest", page.span)], 0
    room = grid.columns * grid.lines
    areas = [[each.columns * each.lines for each in variants] for variants in (*draft.variants, *draft.notices)]
    off = max(0, sum(map(min, areas)) - room) or min(0, sum(map(max, areas)) - room)
    nearest = free.nearest()
    if nearest is not None and (off or abs(nearest - grid.lines) <= _NEAR):
        off = (nearest - grid.lines) * grid.columns
    if not off:
        # A page is far off only where its shapes do not meet, not because of the length of its copy.
        return [fault("page-articles-uneven", page.span)], 0
    code = "page-articles-long" if off > 0 else "page-articles-short"
    return [fault(code, page.span, lines=abs(off), characters=abs(off) * grid.characters)], off


def _misplaced(draft: Draft, table: Table) -> list[Diagnostic]:
    """Tell of each article that does not fill the lines that it is to stand on, by how many characters."""
    told = []
    for material, variants, wish in zip(draft.materials, draft.variants, draft.wishes.places, strict=True):
        if wish.line is None or wish.end is None:
            continue
        wanted = wish.end - wish.line
        heights = {each.lines: each.columns for each in variants}
        if wanted not in heights:
            near = min(heights, key=lambda each: abs(each - wanted))
            values = {"text": title_of(material.article), "lines": wanted, "near": near}
            characters = abs(near - wanted) * heights[near] * table.grid.characters
            code = "place-long" if near > wanted else "place-short"
            told.append(fault(code, material.article.span, **values, characters=characters))
    return told


def cures(draft: Draft, off: int, table: Table) -> list[Diagnostic]:
    """The changes that make the page, each tried: of every kind the first that does, three at the most."""
    told: dict[str, Diagnostic] = {}
    for cure in _tries(draft, off, table.grid.characters):
        if len(told) < _MOST and cure.told.code not in told and _makes_a_page(draft, cure, table):
            told[cure.told.code] = cure.told
    return list(told.values())


def _makes_a_page(draft: Draft, cure: _Cure, table: Table) -> bool:
    changed = without(draft, cure.rank) if cure.article is None else redraft(draft, cure.rank, cure.article, table)
    return changed is not None and search_of(changed, table.grid).best() is not None


def _tries(draft: Draft, off: int, characters: int) -> Iterator[_Cure]:
    """What may be tried, the least change first: words, then photographs and decks, then a whole article."""
    articles = [material.article for material in draft.materials]
    longest = sorted(range(len(articles)), key=lambda rank: -_length(articles[rank]))
    for rank in longest[:2]:
        for share in _SHARES if off else (1.0,):
            wanted = -(-round(max(abs(off), 1) * characters * share) // _TENS) * _TENS
            yield from _reworded(articles[rank], rank, wanted, longer=off < 0)
    for rank, article in enumerate(articles):
        yield from _refurnished(article, rank)
    if off >= 0 and len(articles) > 1:
        for rank in range(len(articles) - 1, 0, -1):
            article = articles[rank]
            yield _Cure(rank, fault("cure-move", article.span, text=title_of(article)), None)


def _reworded(article: Article, rank: int, wanted: int, *, longer: bool) -> Iterator[_Cure]:
    """Cut or add so many characters, spread over paragraphs as an editor would: no paragraph loses half of itself."""
    values = {"text": title_of(article), "characters": wanted}
    if longer:
        own = article.sections[-1]
        more = Text((own.paragraphs[-1].value if own.paragraphs else "字") * (wanted // 2 + 1))
        section = own._replace(paragraphs=(*own.paragraphs, more.part(0, wanted)))
        changed = article._replace(sections=(*article.sections[:-1], section))
        yield _Cure(rank, fault("cure-add", article.span, **values), changed)
    elif 2 * wanted < _length(article):
        yield _Cure(rank, fault("cure-cut", article.span, **values), _shortened(article, wanted))


def _shortened(article: Article, wanted: int) -> Article:
    """The article with so many characters less, taken from the ends of its paragraphs, the last ones first."""
    sections: list[Section] = []
    for section in reversed(article.sections):
        paragraphs = []
        for text in reversed(section.paragraphs):
            taken = min(wanted, len(text.value) * 2 // 3)
            wanted -= taken
            paragraphs.append(text.part(0, len(text.value) - taken))
        sections.append(section._replace(paragraphs=tuple(reversed(paragraphs))))
    return article._replace(sections=tuple(reversed(sections)))


def _refurnished(article: Article, rank: int) -> Iterator[_Cure]:
    """Another width of a photograph, no deck or summary, a box or a photograph less."""
    photographs = article.photographs
    values = {"text": title_of(article)}
    for number, photograph in enumerate(photographs):
        for columns in range(1, 7) if photograph.columns else ():
            other = photograph._replace(columns=columns)
            if columns != photograph.columns:
                widths = {"columns": photograph.columns, "other": columns, "file": photograph.file}
                changed = article._replace(photographs=(*photographs[:number], other, *photographs[number + 1 :]))
                yield _Cure(rank, fault("cure-width", photograph.span, **widths), changed)
    if article.deck is not None:
        yield _Cure(rank, fault("cure-deck", article.deck.span, **values), article._replace(deck=None))
    if article.summary:
        yield _Cure(rank, fault("cure-summary", article.summary[0].span, **values), article._replace(summary=()))
    if article.boxes:
        less = article._replace(boxes=article.boxes[:-1])
        yield _Cure(rank, fault("cure-box", article.boxes[-1].span, **values), less)
    if photographs:
        last = photographs[-1]
        told = fault("cure-photograph", last.span, file=last.file, **values)
        yield _Cure(rank, told, article._replace(photographs=photographs[:-1]))


def _length(article: Article) -> int:
    return sum(len(text.value) for section in article.sections for text in section.paragraphs)
