"""A page of a single article that could not be made: by how much its copy misses it, and what would make it.

Every cure is made on the copy itself and the page planned anew before it is told. No text is ever changed.
"""

from collections.abc import Iterator

from xihu_pdf.content import Article
from xihu_pdf.errors import Diagnostic, fault
from xihu_pdf.layout.article import Material, arrangements_of, plan_article, prepare
from xihu_pdf.layout.cures import BEYOND, BURDENS, MOST_CURES, burden_of, in_tens, longest_run, refurnished, told_words
from xihu_pdf.layout.draft import Table
from xihu_pdf.layout.planning import Misfit
from xihu_pdf.layout.proofing import proof_alone
from xihu_pdf.layout.rewording import MANNERS, copy_length, reworded

__all__ = ["tell_misfit"]

# Lines beyond the least that are tried after those of a page of several articles, and the share of its copy that one
# may lose before it is another article.
_FURTHER = ((8.6, 9.6, 10.6, 11.6), (12.6, 13.6, 14.6, 15.6))
_MOST_CUT = 2 / 3
# What is found on a page that a cure makes, at the most: nothing, or anything that is no error.
_CLEAN, _MADE = 0, 1


def tell_misfit(misfit: Misfit, material: Material, table: Table) -> list[Diagnostic]:
    """Tell an editor by how many lines the copy misses the page, and the changes that make one, three at the most."""
    article, lines = material.article, misfit.lines
    if not arrangements_of(article, table.grid):
        widths = " ".join(str(each.columns or "—") for each in article.photographs)
        told = fault("page-columns", article.photographs[0].span, widths=widths)
    elif lines is None:
        told = fault("page-crowded", article.span)
    elif lines == 0:
        told = fault("page-uneven", article.span)
    else:
        told = fault("page-long" if lines > 0 else "page-short", article.span, lines=abs(lines))
    return [told, *_cures(article, lines, table)]


def _cures(article: Article, lines: int | None, table: Table) -> list[Diagnostic]:
    """Of every kind the first change that makes the page; those that leave nothing to be told on it come first."""
    found: dict[str, tuple[int, float, Diagnostic]] = {}
    words = _other_length(article, lines, table) if lines is not None else None
    if words is not None:
        found["cure-words"] = words
    for told, changed, burden in _changes(article, table, short=lines is not None and lines < 0):
        if told.code not in found or found[told.code][0] != _CLEAN:
            state = _state(changed, table)
            if state is not None and (told.code not in found or state < found[told.code][0]):
                found[told.code] = (state, burden, told)
    return [told for _, _, told in sorted(found.values(), key=lambda each: each[:2])[:MOST_CURES]]


def _state(article: Article, table: Table) -> int | None:
    """What the page is that an article makes: clean, made, or none at all. No fault is left."""
    stock, desk, grid = table
    before = len(desk.faults)
    material = prepare(article, stock, desk, grid)
    made = plan_article(material, desk, grid) if material else Misfit(None)
    wrong = len(desk.faults) > before
    del desk.faults[before:]
    if material is None or isinstance(made, Misfit):
        return None
    found = proof_alone(material, made, grid)
    return _MADE if wrong or any(each.severity != "note" for each in found) else _CLEAN


def _other_length(article: Article, lines: int, table: Table) -> tuple[int, float, Diagnostic] | None:
    """The least change of words that makes the page however it is made, with what it asks of the editor."""
    # Where the lines would fit, cutting is as good as writing.
    signs = (-1, 1) if lines == 0 else (-1,) if lines > 0 else (1,)
    for beyond in (*BEYOND, *_FURTHER):
        amounts = [in_tens(abs(lines) + each, table.grid.characters) for each in beyond]
        found = [_run(article, [sign * each for each in amounts], table) for sign in signs]
        runs = [each for each in found if each is not None]
        if runs:
            return min(runs, key=lambda each: each[:2])
    return None


def _run(article: Article, amounts: list[int], table: Table) -> tuple[int, float, Diagnostic] | None:
    """The longest run of amounts that all make the page, a clean one if there is such a run, and so its middle."""
    states = [_edited(article, each, table) for each in amounts]
    for most in (_CLEAN, _MADE):
        first, end = longest_run(each is not None and each <= most for each in states)
        if end - first > 1:
            least, last = amounts[first], amounts[end - 1]
            if _edited(article, (least + last) // 2, table) is None:
                return None
            return most, burden_of(least), fault("cure-words", article.span, change=told_words(article, least, last))
    return None


def _edited(article: Article, amount: int, table: Table) -> int | None:
    """The worst page that the article makes with so many characters more or fewer, wherever it is edited."""
    length, worst = copy_length(article), _CLEAN
    if not length or -amount > _MOST_CUT * length:
        return None
    for manner in MANNERS:
        state = _state(reworded(article, amount, manner), table)
        if state is None:
            return None
        worst = max(worst, state)
    return worst


def _changes(article: Article, table: Table, *, short: bool) -> Iterator[tuple[Diagnostic, Article, float]]:
    """What else may be tried, with its burden; leaving something out makes room, it does not fill it."""
    for told, changed in refurnished(article, table.grid.columns):
        if not short or told.code == "cure-width":
            yield told, changed, BURDENS[told.code]
    photographs = article.photographs
    free = tuple(each._replace(columns=None) for each in photographs)
    if free != photographs:
        wish = next(each for each in photographs if each.columns)
        yield fault("cure-columns", wish.span), article._replace(photographs=free), BURDENS["cure-columns"]
    for count in range(2, 0 if short else len(photographs) + 1):
        told = fault("cure-photographs", photographs[-count].span, count=count)
        yield told, article._replace(photographs=photographs[:-count]), count * BURDENS["cure-photograph"]
