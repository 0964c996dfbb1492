"""The design check 版面检查: what a finished page has that an art editor would not let pass, and what was accepted.

Every finding can be waived for its page by name, with a reason. What the make-up never does needs no check: text beside
a headline that is narrower than it, a photograph in the middle or at the foot of a column, a last line at a column's
top.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise
from typing import NamedTuple

from xihu_pdf.content import Article, Page
from xihu_pdf.content import Photograph as Picture
from xihu_pdf.errors import Diagnostic, fault
from xihu_pdf.layout.hanging import Caption
from xihu_pdf.layout.planning import Plan
from xihu_pdf.layout.shapes import heads_clash

__all__ = ["Shown", "Standing", "check_design", "shown_of", "waived"]

# Legs of 5 to 25 cm, in lines; short ones are a fault of articles over so many columns or more.
_LEGS, _SPREAD = (12, 61), 3
# Two photographs of which the smaller has more than this share of the larger one's area are of equal weight, unless
# both stand over one column.
_EQUAL = 0.85
# A gap from the head of the page to its foot parts a page of so many articles or more into two papers.
_MANY = 4
# What a byline has in it that gives the maker of its article's photographs; those of all of the page with the other.
_TAKEN = ("图文", "文图", "供图", "图片", "摄", "/图", "／图", "、图", " 图", "图/", "图／", "图：")
_PAGE = "本版"


class Shown(NamedTuple):
    """A photograph on the page: its first column, columns and lines."""

    photograph: Picture
    column: int
    columns: int
    lines: int


class Standing(NamedTuple):
    """An article as it stands on the page, in cells: its rectangle, its head's lines and size, what it shows.

    ``legs`` are the lines of text in each of its columns.
    """

    article: Article
    column: int
    columns: int
    line: int
    lines: int
    head: int
    size: float
    shown: tuple[Shown, ...]
    legs: tuple[int, ...]


def shown_of(article: Article, hung: Iterable[tuple[object, object]], plan: Plan, column: int) -> tuple[Shown, ...]:
    """The photographs of an article that begins at a column: what hangs there, with the lines that the plan gives."""
    found = []
    for (slot, words), (_, lines) in zip(hung, plan.hung, strict=True):
        if isinstance(words, Caption):
            place = (column + slot.first, slot.columns, lines)  # type: ignore[attr-defined]
            found.append(Shown(article.photographs[slot.photograph], *place))  # type: ignore[attr-defined]
    return tuple(found)


def check_design(standings: tuple[Standing, ...], columns: int, lines: int) -> list[Diagnostic]:
    """Judge the articles of a page of so many columns and lines, those above and at the left first."""
    found = [*_level_heads(standings), *_growing_heads(standings), *_legs(standings)]
    found += _through(standings, columns, lines)
    shown = [each for standing in standings for each in standing.shown]
    return [*found, *_equal(shown), *_looking_out(shown, columns), *_uncredited(standings)]


def waived(page: Page, found: list[Diagnostic]) -> list[Diagnostic]:
    """The findings of a page; those that it accepts become notes that give the reason, and idle waivers are told."""
    waivers = {each.finding: each for each in page.accept}
    kept = [
        fault("accepted", each.span, finding=each, reason=waivers[each.code].reason) if each.code in waivers else each
        for each in found
    ]
    idle = [each for each in page.accept if each.finding not in {finding.code for finding in found}]
    return [*kept, *(fault("accept-idle", each.span, finding=each.finding) for each in idle)]


def _title(standing: Standing) -> str:
    return standing.article.headline.value.replace("\n", " ") if standing.article.headline else ""


def _level_heads(standings: tuple[Standing, ...]) -> Iterator[Diagnostic]:
    """Headlines of one size side by side 碰题, which no cuts could avoid."""
    for right in standings:
        edge = ((right.line, right.line + right.head, right.size),)
        for left in standings:
            beside = ((left.line, left.line + left.head, left.size),)
            if left.column + left.columns == right.column and heads_clash(beside, edge):
                yield fault("page-heads-level", right.article.span, text=_title(right))


def _growing_heads(standings: tuple[Standing, ...]) -> Iterator[Diagnostic]:
    """Headlines larger than one above them."""
    for above, below in combinations(sorted(standings, key=lambda each: each.line), 2):
        apart = above.column + above.columns <= below.column or below.column + below.columns <= above.column
        if not apart and below.line > above.line and below.size > above.size > 0.0:
            yield fault("page-head-grows", below.article.span, text=_title(below), other=_title(above))


def _legs(standings: tuple[Standing, ...]) -> Iterator[Diagnostic]:
    """Columns of text that are too short for an article so wide, or too long to be read down."""
    for each in standings:
        longest = max(each.legs, default=_LEGS[0])
        if longest > _LEGS[1]:
            yield fault("leg-long", each.article.span, text=_title(each), lines=longest, most=_LEGS[1])
        elif longest < _LEGS[0] and each.columns >= _SPREAD:
            yield fault("leg-short", each.article.span, text=_title(each), lines=longest, least=_LEGS[0])


def _through(standings: tuple[Standing, ...], columns: int, lines: int) -> Iterator[Diagnostic]:
    """A gutter that parts the page from its head to its foot 通缝."""
    for column in range(1, columns) if len(standings) >= _MANY else ():
        if all(each.column >= column or each.column + each.columns <= column for each in standings):
            first = min(each.line for each in standings)
            if first + lines >= max(each.line + each.lines for each in standings):
                yield fault("page-gap-through", standings[0].article.span, column=column)


def _equal(shown: list[Shown]) -> Iterator[Diagnostic]:
    """Two photographs of equal weight, where one should dominate."""
    largest = sorted(shown, key=lambda each: -each.columns * each.lines)[:2]
    for first, second in pairwise(largest):
        if second.columns * second.lines > _EQUAL * first.columns * first.lines and first.columns > 1:
            told = {"picture": second.photograph.file, "other": first.photograph.file}
            yield fault("pictures-equal", second.photograph.span, **told)


def _looking_out(shown: list[Shown], columns: int) -> Iterator[Diagnostic]:
    """Photographs at the edge of the page whose people or vehicles look off it."""
    for each in shown:
        at_left, at_right = each.column == 0, each.column + each.columns == columns
        if at_left != at_right and each.photograph.looks == ("left" if at_left else "right"):
            yield fault("picture-looks-out", each.photograph.span, picture=each.photograph.file)


def _uncredited(standings: tuple[Standing, ...]) -> Iterator[Diagnostic]:
    """Photographs whose maker neither a credit nor a byline gives."""
    bylines = [each.article.byline.value if each.article.byline else "" for each in standings]
    taken = [any(word in byline for word in _TAKEN) for byline in bylines]
    whole = any(own and _PAGE in byline for own, byline in zip(taken, bylines, strict=True))
    for standing, own in zip(standings, taken, strict=True):
        for each in standing.shown if not whole and not own else ():
            if not each.photograph.credit:
                yield fault("credit-missing", each.photograph.span, picture=each.photograph.file)
