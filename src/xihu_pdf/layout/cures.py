"""What would make a page of several articles that do not fit, in an editor's words; each cure is tried, then told.

No text is ever changed: a cure is told, and the editor decides.
"""

from collections.abc import Iterable, Iterator
from functools import reduce
from itertools import islice
from typing import NamedTuple

from xihu_pdf.content import Article
from xihu_pdf.errors import Diagnostic, fault
from xihu_pdf.layout.draft import Draft, Table, makes_a_page, redraft, title_of, without
from xihu_pdf.layout.elastic import FEW_UNITS, Change, least_changes
from xihu_pdf.layout.rewording import MANNERS, copy_length, reworded
from xihu_pdf.layout.variants import text_grid

__all__ = [
    "BEYOND",
    "BURDENS",
    "MOST_CURES",
    "burden_of",
    "cures",
    "in_tens",
    "longest_run",
    "refurnished",
    "told_words",
]

# The most cures told, the least to do first; characters are told in tens.
MOST_CURES, _TENS = 3, 10
# A change of length is tried with so many lines more than the least, then with more; two that make the page are told,
# since no editor cuts to the character. How many changes are tried.
BEYOND = ((0.6, 1.6, 2.6, 3.6), (4.6, 5.6, 6.6, 7.6))
_MOST_CHANGES = 3
# What a cure asks of an editor, in characters to be cut; writing one is more than cutting it.
_WRITTEN = 1.5
BURDENS = {
    "cure-width": 60.0,
    "cure-columns": 80.0,
    "cure-deck": 90.0,
    "cure-summary": 120.0,
    "cure-box": 200.0,
    "cure-photograph": 240.0,
    "cure-move": 320.0,
}
# Widths of a photograph that are tried, the nearest to its own first.
_WIDTHS = 4


class _Cure(NamedTuple):
    """A change to an article by its rank, the finding that tells it, and the article as changed, None if moved."""

    rank: int
    told: Diagnostic
    article: Article | None


def cures(draft: Draft, table: Table) -> list[Diagnostic]:
    """The changes that make the page, each tried: of every kind the first that does, three at the most."""
    found = {cure.code: (burden, cure) for burden, cure in _other_lengths(draft, table)}
    for cure in _tries(draft, table.grid.columns):
        if cure.told.code not in found and _helps(draft, cure, table):
            found[cure.told.code] = (BURDENS[cure.told.code], cure.told)
    return [cure for _, cure in sorted(found.values(), key=lambda each: each[0])[:MOST_CURES]]


def _helps(draft: Draft, cure: _Cure, table: Table) -> bool:
    changed = without(draft, cure.rank) if cure.article is None else redraft(draft, cure.rank, cure.article, table)
    return changed is not None and makes_a_page(changed, table, FEW_UNITS)


def _other_lengths(draft: Draft, table: Table) -> list[tuple[float, Diagnostic]]:
    """The least change of words that makes the page, if there is one, with what it asks of the editor."""
    for changes in islice(least_changes(draft, table), _MOST_CHANGES):
        for beyond in BEYOND:
            tried = [_amounts(draft, changes, lines, table) for lines in beyond]
            # Editors cut here and there, at the end, or where there is most.
            made = (all(_with_lengths(draft, changes, amounts, table, each) for each in MANNERS) for amounts in tried)
            first, end = longest_run(made)
            if end - first > 1:
                articles = [draft.materials[change.rank].article for change in changes]
                ranges = zip(tried[first], tried[end - 1], strict=True)
                words = [told_words(article, *each) for article, each in zip(articles, ranges, strict=True)]
                return [(sum(map(burden_of, tried[first])), fault("cure-words", articles[0].span, change=_both(words)))]
    return []


def burden_of(amount: int) -> float:
    """What so many characters more or fewer ask of an editor, in characters to be cut."""
    return amount * _WRITTEN if amount > 0 else -amount


def in_tens(lines: float, characters: int) -> int:
    """The characters of so many lines of a column, in tens, ten at the least."""
    return _TENS * max(1, round(lines * characters / _TENS))


def told_words(article: Article, one: int, other: int) -> Diagnostic:
    """How many characters to cut or to add in an article, between two numbers that are negative to be cut."""
    low, high = sorted((abs(one), abs(other)))
    values = {"text": title_of(article), "characters": low, "most": high}
    return fault("words-add" if one > 0 else "words-cut", article.span, **values)


def _both(words: list[Diagnostic]) -> Diagnostic:
    return reduce(lambda one, other: fault("words-both", one.span, one=one, other=other), words)


def _amounts(draft: Draft, changes: tuple[Change, ...], beyond: float, table: Table) -> list[int]:
    """The characters that each change comes to, so many lines beyond the least."""
    amounts = []
    for change in changes:
        article = draft.materials[change.rank].article
        amount = in_tens(abs(change.lines) + beyond, text_grid(article, table.grid).characters)
        amounts.append(amount if change.lines > 0 else -amount)
    return amounts


def _with_lengths(draft: Draft, changes: tuple[Change, ...], amounts: list[int], table: Table, manner: str) -> bool:
    """Tell whether the page can be made with so many characters more or fewer."""
    changed: Draft | None = draft
    for change, amount in zip(changes, amounts, strict=True):
        article = draft.materials[change.rank].article
        if changed is None or -2 * amount > copy_length(article):
            return False
        changed = redraft(changed, change.rank, reworded(article, amount, manner), table)
    return changed is not None and makes_a_page(changed, table)


def longest_run(made: Iterable[bool]) -> tuple[int, int]:
    """The first and the end of the longest run of those that are true."""
    best, start = (0, 0), 0
    for number, each in enumerate(made):
        start = start if each else number + 1
        best = max(best, (start, number + 1), key=lambda run: run[1] - run[0])
    return best


def _tries(draft: Draft, columns: int) -> Iterator[_Cure]:
    """What else may be tried: photographs, decks and boxes, then a whole article, the least important first."""
    articles = [material.article for material in draft.materials]
    for rank, article in enumerate(articles):
        for told, changed in refurnished(article, columns):
            yield _Cure(rank, told, changed)
    for rank in range(len(articles) - 1, 0, -1):
        yield _Cure(rank, fault("cure-move", articles[rank].span, text=title_of(articles[rank])), None)


def refurnished(article: Article, columns: int) -> Iterator[tuple[Diagnostic, Article]]:
    """Another width of a photograph, no deck or summary, a box or a photograph less: what is told, and the article."""
    photographs = article.photographs
    values = {"text": title_of(article)}
    for number, photograph in enumerate(photographs):
        for other in _widths(photograph.columns, columns):
            widths = {"columns": photograph.columns, "other": other, "file": photograph.file}
            resized = (*photographs[:number], photograph._replace(columns=other), *photographs[number + 1 :])
            yield fault("cure-width", photograph.span, **widths), article._replace(photographs=resized)
    if article.deck is not None:
        yield fault("cure-deck", article.deck.span, **values), article._replace(deck=None)
    if article.summary:
        yield fault("cure-summary", article.summary[0].span, **values), article._replace(summary=())
    if article.boxes:
        less = article._replace(boxes=article.boxes[:-1])
        yield fault("cure-box", article.boxes[-1].span, **values), less
    if photographs:
        last = photographs[-1]
        told = fault("cure-photograph", last.span, file=last.file, **values)
        yield told, article._replace(photographs=photographs[:-1])


def _widths(own: int | None, columns: int) -> list[int]:
    """Other widths that a photograph could have on so many columns, the nearest first; none where none was asked."""
    others = [each for each in range(1, columns + 1) if each != own] if own else []
    return sorted(others, key=lambda each: abs(each - (own or 0)))[:_WIDTHS]
