"""The cuts of a page: whole columns and whole lines are cut straight across until every article has its rectangle.

An exact search by dynamic programming over sets of articles on so many columns and lines. After a survey of all sets
the cheapest page is sought downward, through the shapes alone that may be part of a page within a limit, which grows
until there is one.
"""

from bisect import insort
from collections.abc import Callable, Iterator
from math import inf
from operator import attrgetter, itemgetter
from typing import NamedTuple

from xihu_pdf.layout.shapes import GAP, Shape, Variant, differ, join, joined_cost, single
from xihu_pdf.layout.survey import Cut, Own, Parting, Survey, Tree, bits_of, survey

__all__ = ["FREE", "MOST_UNITS", "Search", "Wish"]

# What a page may cost beyond the least that the survey shows, first and from one try to the next, and the last try.
_SPARE, _GROWTH, _LAST = 100.0, 1.4, 4000.0
# Heights are surveyed to so many lines beyond the page, to tell how far it is missed.
_BEYOND = 12
# A page of more articles than these is sought with the least important ones in pairs that are not parted.
MOST_UNITS = 9
_COST = itemgetter(0)


class Wish(NamedTuple):
    """Where an article is to stand: the first column and columns that it may take, its first line, its last; or None.

    Columns and lines count from 0, ``end`` is the line after the last. Where it is not ``ranked`` its place costs
    nothing, however important it is.
    """

    spans: frozenset[tuple[int, int]] | None = None
    line: int | None = None
    end: int | None = None
    ranked: bool = True

    def takes(self, variant: Variant) -> bool:
        """Tell whether the wish can be kept with a variant at all."""
        if self.spans is not None and variant.columns not in {columns for _, columns in self.spans}:
            return False
        return None in {self.line, self.end} or variant.lines == (self.end or 0) - (self.line or 0)

    def is_kept(self, column: int, line: int, columns: int, lines: int) -> bool:
        """Tell whether an article on this rectangle stands where it is wished."""
        across = self.spans is None or (column, columns) in self.spans
        return across and self.line in {None, line} and self.end in {None, line + lines}

    def fits(self, column: int, line: int, columns: int, lines: int) -> bool:
        """Tell whether an article could stand as it is wished somewhere inside this rectangle."""
        if self.spans is not None and not any(
            column <= at and at + wide <= column + columns for at, wide in self.spans
        ):
            return False
        return (self.line is None or line <= self.line < line + lines) and (
            self.end is None or line < self.end <= line + lines
        )


FREE = Wish()


# A part of the page: the set of its articles, where it begins, its columns and lines.
_Part = tuple[int, int, int, int, int]


class _Kept:
    """The cheapest shapes of a part, of each look one, as many as are kept; ``most`` is what a further one may cost."""

    __slots__ = ("_look", "_number", "most", "shapes")

    def __init__(self, most: float, number: int | None, look: str = "look") -> None:
        self.most, self._number = most, number
        self._look: Callable[[Shape], object] = attrgetter(look)
        self.shapes: list[Shape] = []

    def add(self, shape: Shape) -> None:
        """Keep a shape if it is cheap enough."""
        if shape.cost > self.most:
            return
        look = self._look(shape)
        for at, each in enumerate(self.shapes):
            if self._look(each) == look:
                if each.cost <= shape.cost:
                    return
                del self.shapes[at]
                break
        insort(self.shapes, shape, key=_COST)
        if self._number and len(self.shapes) >= self._number:
            del self.shapes[self._number :]
            self.most = self.shapes[-1].cost


class Search:
    """The search over the variants of some articles, numbered by importance; the first one leads the page.

    ``page`` are its columns and lines. ``kept`` is how many ways of a shape are kept that differ in their last cut and
    the headlines along their edges; with all of them (None) the search is exact in the cost of headlines too, and no
    articles go in pairs. ``wishes`` tell for each article where it is to stand, ``tree`` how the page is cut. Of more
    articles than ``units`` the least important go in pairs.
    """

    def __init__(
        self,
        variants: tuple[tuple[Variant, ...], ...],
        page: tuple[int, int],
        kept: int | None,
        wishes: tuple[Wish, ...] = (),
        tree: Tree | None = None,
        units: int = MOST_UNITS,
    ) -> None:
        self._kept = kept
        self._wishes = wishes or (FREE,) * len(variants)
        self._across = sum(1 << item for item, wish in enumerate(self._wishes) if wish.spans is not None)
        self._down = sum(1 << item for item, wish in enumerate(self._wishes) if (wish.line, wish.end) != (None, None))
        self._own: dict[tuple[int, int, int], list[Shape]] = {}
        own: Own = {1 << item: {} for item in range(len(variants))}
        for item, (each, wish) in enumerate(zip(variants, self._wishes, strict=True)):
            for variant in filter(wish.takes, each):
                self._own.setdefault((1 << item, *variant[:2]), []).append(single(item, variant))
                least, heights = own[1 << item].get(variant.columns, (inf, 0))
                own[1 << item][variant.columns] = min(least, variant.cost), heights | 1 << variant.lines
        free = ((1 << len(variants)) - 1) & ~(self._across | self._down)
        lead = 1 if free == (1 << len(variants)) - 1 and tree is None else 0
        ranked = sum(1 << item for item, wish in enumerate(self._wishes) if wish.ranked) if tree is None else 0
        parting = Parting(_units(len(variants), free, units if kept else None), ranked, lead, tree)
        self._page: _Part = ((1 << len(variants)) - 1, 0, 0, *page)
        self._survey: Survey = survey(own, parting, page[0], page[1] + _BEYOND)
        self._outside: dict[tuple[int, int], float] = {}
        self._shaped: dict[_Part, tuple[Shape, ...]] = {}

    def best(self) -> Shape | None:
        """The cheapest way to make the page, or none."""
        return next(iter(self.plans(1)), None)

    def plans(self, count: int) -> tuple[Shape, ...]:
        """Up to so many ways to make the page that an editor sees to differ, the cheapest first."""
        found: tuple[Shape, ...] = ()
        for limit in self._limits():
            # A page within a limit is the cheapest of all, and what leads beyond it need not be made.
            self._narrow(limit)
            kept = _Kept(limit, 1, "look") if count == 1 else _Kept(limit, None, "skeleton")
            if self._fits(self._page):
                self._gather(self._page, kept)
            found = differ(kept.shapes, count)
            if len(found) == count:
                break
        return found

    def nearest(self) -> int | None:
        """The height nearest to the page's on which all articles could be laid out over all columns; None for none."""
        group, _, _, columns, lines = self._page
        made = self._survey.made[group].get(columns)
        heights = bits_of(made.heights) if made else ()
        return min(heights, key=lambda each: (abs(each - lines), each), default=None)

    def _limits(self) -> Iterator[float]:
        group, _, _, columns, lines = self._page
        made = self._survey.made[group].get(columns)
        if made is None or not made.heights >> lines & 1:
            return
        spare = _SPARE
        while spare < _LAST:
            yield made.least + spare
            spare *= _GROWTH
        yield inf

    def _narrow(self, limit: float) -> None:
        """Find the least that all else on the page costs beside each set on so many columns, as far as it matters."""
        # A part that has all the shapes that are kept has the same ones within any greater limit.
        self._shaped = {part: each for part, each in self._shaped.items() if self._kept and len(each) == self._kept}
        made, cuts, _ = self._survey
        self._limit = limit
        self._outside = outside = {(self._page[0], self._page[3]): 0.0}
        for group in reversed(made):
            for columns in made[group]:
                around = outside.get((group, columns), inf)
                for cut in cuts.get((group, columns), ()) if around < inf else ():
                    if cut.least + around > limit:
                        break
                    for part, width in ((cut.first, cut.left), (cut.second, cut.right)):
                        cost = around + cut.least - made[part][width].least
                        if cost < outside.get((part, width), inf):
                            outside[part, width] = cost

    def _shapes(self, part: _Part) -> tuple[Shape, ...]:
        """The ways to make a part of the page, the cheapest first."""
        group, column, line, columns, lines = part
        # Where a part begins matters only to articles that are to stand somewhere.
        key = (group, column if group & self._across else 0, line if group & self._down else 0, columns, lines)
        found = self._shaped.get(key)
        if found is None:
            kept = _Kept(self._limit - self._outside.get((group, columns), inf), self._kept)
            self._gather(part, kept)
            found = self._shaped[key] = tuple(kept.shapes)
        return found

    def _gather(self, part: _Part, kept: _Kept) -> None:
        """Gather the ways to make a part of the page."""
        group, column, line, columns, lines = part
        for shape in self._own.get((group, columns, lines), ()):
            kept.add(shape)
        made = self._survey.made
        for cut in self._survey.cuts.get((group, columns), ()):
            if cut.least > kept.most:
                break
            if cut.cut == "v":
                if made[cut.first][cut.left].heights & made[cut.second][cut.right].heights & 1 << lines:
                    first = (cut.first, column, line, cut.left, lines)
                    second = (cut.second, column + cut.left, line, cut.right, lines)
                    self._join(cut, first, second, kept)
                continue
            for height in self._survey.heights(cut, lines):
                first = (cut.first, column, line, columns, height)
                second = (cut.second, column, line + height + GAP, columns, lines - height - GAP)
                self._join(cut, first, second, kept)

    def _fits(self, part: _Part) -> bool:
        """Tell whether the articles of a part that are to stand somewhere can do so in it, as far as can be seen."""
        group, *box = part
        wished = group & (self._across | self._down)
        if not wished:
            return True
        alone = group & group - 1 == 0
        return all(
            self._wishes[item].is_kept(*box) if alone else self._wishes[item].fits(*box) for item in bits_of(wished)
        )

    def _join(self, cut: Cut, one: _Part, other: _Part, kept: _Kept) -> None:
        """Join the ways of two parts; the first is not cut the same way, since the same page would come of it twice."""
        if not (self._fits(one) and self._fits(other)):
            return
        firsts = self._shapes(one)
        seconds = self._shapes(other) if firsts else ()
        for first in firsts if seconds else ():
            if first.cut == cut.cut:
                continue
            for second in seconds:
                if first.cost + second.cost + cut.order > kept.most:
                    break
                cost = joined_cost(cut.cut, first, second, cut.order)
                if cost <= kept.most:
                    kept.add(join(cut.cut, first, second, cost))


def _units(items: int, free: int, most: int | None) -> tuple[int, ...]:
    """The articles that are cut apart, as sets: of more than ``most`` the least important in pairs."""
    singles = [1 << item for item in range(items)]
    loose = [each for each in singles if each & free]
    pairs = min(len(loose) // 2, max(0, items - most) if most else 0)
    paired = loose[len(loose) - 2 * pairs :]
    return tuple(
        sorted(
            [each for each in singles if each not in paired]
            + [a | b for a, b in zip(paired[::2], paired[1::2], strict=True)]
        )
    )
