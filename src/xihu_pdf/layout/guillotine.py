"""The cuts of a page: whole columns and whole lines are cut straight across until every article has its rectangle.

An exact search by dynamic programming over sets of articles. A shape is a set of articles on so many columns and lines;
it is one article in one of its measured variants, or two shapes one above the other with a white line between them, or
side by side with the gutter between them. Which shapes can be made at all is found first, in sets of heights held as
the bits of whole numbers; the cheapest way to make the page is then sought downward through those alone. What a cut
costs depends on which articles lie on its two sides and on the headlines along it (Chinese 碰题: two headlines of one
size side by side).
"""

from collections.abc import Iterator
from math import inf
from typing import Any, NamedTuple

__all__ = ["GAP", "Place", "Search", "Shape", "Variant", "cut_cost", "heads_clash", "join"]

# White lines between articles one above the other.
GAP = 1
# An article under or to the right of a less important one; a headline as large as the largest above it; and 碰题.
_BELOW, _RIGHT, _LARGER, _CLASH = 60.0, 12.0, 120.0, 250.0
# Headlines of sizes nearer to each other than this count as of one size.
_ALIKE = 1.12
# One below that is smaller by less than this costs a third of one that is larger.
_NEARLY = 1.25
# What a page may cost beyond the sum of its articles' cheapest variants, tried one after another.
_LIMITS = (150.0, 300.0, 600.0, 1200.0)


class Variant(NamedTuple):
    """A way to set an article on whole columns and lines: its cost, the size of its headline, the lines of its head.

    ``key`` tells its maker which way it is.
    """

    columns: int
    lines: int
    cost: float
    size: float
    head: int
    key: Any = None


class Place(NamedTuple):
    """An article's place on the page: its number, variant, first column and first line."""

    item: int
    variant: Variant
    column: int
    line: int


# Headlines along an edge of a shape: the first line, the line after the last, and the size of each.
_Edge = tuple[tuple[int, int, float], ...]


class Shape(NamedTuple):
    """A way to make a shape; ``cut`` is ``h``, ``v`` or, for a single article, empty.

    ``parts`` are the two shapes, or the article's number and variant.
    """

    cost: float
    cut: str
    left: _Edge
    right: _Edge
    largest: float
    columns: int
    lines: int
    parts: tuple[Any, Any]

    def places(self, column: int = 0, line: int = 0) -> Iterator[Place]:
        """The articles of the shape at their places, those above and at the left first."""
        first, second = self.parts
        if not self.cut:
            yield Place(first, second, column, line)
            return
        yield from first.places(column, line)
        if self.cut == "h":
            yield from second.places(column, line + first.lines + GAP)
        else:
            yield from second.places(column + first.columns, line)

    def cuts(self, column: int = 0, line: int = 0) -> Iterator[tuple[str, int, int, int]]:
        """The cuts: ``h`` or ``v``, the column and the line after the cut, and its extent in columns or lines."""
        first, second = self.parts
        if not self.cut:
            return
        at = (column, line + first.lines + GAP) if self.cut == "h" else (column + first.columns, line)
        yield (self.cut, *at, self.columns if self.cut == "h" else self.lines)
        yield from first.cuts(column, line)
        yield from second.cuts(*at)


def heads_clash(right: _Edge, left: _Edge) -> int:
    """How many headlines of one size stand side by side at one height along a vertical cut."""
    return sum(a[0] < b[1] and b[0] < a[1] and max(a[2], b[2]) < _ALIKE * min(a[2], b[2]) for a in right for b in left)


def cut_cost(cut: str, first: int, second: int) -> float:
    """What it costs that the articles of the set ``second`` lie under (``h``) or to the right of those of ``first``.

    Sets are bits; the articles are numbered by their importance, the greatest first.
    """
    turned = sum((first >> item).bit_count() for item in _items(second))
    return (_BELOW if cut == "h" else _RIGHT) * turned


def _items(group: int) -> tuple[int, ...]:
    return tuple(item for item in range(group.bit_length()) if group >> item & 1)


class Search:
    """The search over the variants of some articles, numbered by importance; the first one leads the page.

    ``kept`` is how many ways of a shape are kept that differ in their last cut and the headlines along their edges;
    with all of them (None) the search is exact in the cost of headlines too.
    """

    def __init__(self, variants: tuple[tuple[Variant, ...], ...], columns: int, lines: int, kept: int | None) -> None:
        self._columns, self._lines, self._kept = columns, lines, kept
        self._whole = (1 << len(variants)) - 1
        self._own = self._sorted(variants)
        self._heights = self._feasible()
        self._made: dict[tuple[int, int, int], tuple[Shape, ...]] = {}
        self._costs: dict[tuple[str, int, int], float] = {}
        self._least = [min((each.cost for each in own), default=0.0) for own in variants]
        self._limit = inf

    def best(self) -> Shape | None:
        """The cheapest way to make the page, or none."""
        if not self._heights[self._whole, self._columns] >> self._lines & 1:
            return None
        # A page within a limit is the cheapest of all, and a shape that leads beyond it need not be made.
        for spare in (*_LIMITS, inf):
            self._limit = sum(self._least) + spare
            self._made.clear()
            found = self._shapes(self._whole, self._columns, self._lines)
            if found:
                return found[0]
        return None

    def nearest(self) -> int | None:
        """The height nearest to the page's on which all articles could be laid out over all columns; None for none."""
        bits = self._heights[self._whole, self._columns]
        heights = _bits(bits)
        return min(heights, key=lambda each: (abs(each - self._lines), each), default=None)

    def _sorted(self, variants: tuple[tuple[Variant, ...], ...]) -> dict[tuple[int, int, int], list[Shape]]:
        own: dict[tuple[int, int, int], list[Shape]] = {}
        for item, each in enumerate(variants):
            for variant in each:
                edge = ((0, variant.head, variant.size),)
                size = (variant.columns, variant.lines)
                shape = Shape(variant.cost, "", edge, edge, variant.size, *size, (item, variant))
                own.setdefault((1 << item, *size), []).append(shape)
        return own

    def _feasible(self) -> dict[tuple[int, int], int]:
        """For every set of articles and number of columns the lines on which it can be set, as bits."""
        most = (1 << 2 * self._lines) - 1
        heights: dict[tuple[int, int], int] = {}
        for group, columns, lines in self._own:
            heights[group, columns] = heights.get((group, columns), 0) | 1 << lines
        for group in range(1, self._whole + 1):
            for columns in range(1, self._columns + 1):
                bits = heights.get((group, columns), 0)
                for first, second in self._splits(group):
                    bits |= _sums(heights[first, columns], heights[second, columns])
                    for left in range(1, columns):
                        bits |= heights[first, left] & heights[second, columns - left]
                heights[group, columns] = bits & most
        return heights

    def _splits(self, group: int) -> Iterator[tuple[int, int]]:
        """Every way to part a set in two, in order; the article that leads the page is always in the first."""
        first = (group - 1) & group
        while first:
            if first & 1 or not group & 1:
                yield first, group ^ first
            first = (first - 1) & group

    def _shapes(self, group: int, columns: int, lines: int) -> tuple[Shape, ...]:
        """The ways to make a shape, the cheapest first."""
        key = (group, columns, lines)
        if key not in self._made:
            found: dict[tuple[str, _Edge, _Edge, float], Shape] = {}
            most = self._most(group)
            for shape in self._ways(group, columns, lines):
                look = (shape.cut, shape.left, shape.right, shape.largest)
                if shape.cost <= most and (look not in found or shape.cost < found[look].cost):
                    found[look] = shape
            self._made[key] = tuple(sorted(found.values(), key=lambda each: each.cost)[: self._kept])
        return self._made[key]

    def _most(self, group: int) -> float:
        """What a shape may cost if the page is to stay within the limit."""
        return self._limit - sum(cost for item, cost in enumerate(self._least) if not group >> item & 1)

    def _ways(self, group: int, columns: int, lines: int) -> Iterator[Shape]:
        if not self._heights[group, columns] >> lines & 1:
            return
        yield from self._own.get((group, columns, lines), ())
        for first, second in self._splits(group):
            upper, lower = self._heights[first, columns], self._heights[second, columns]
            for height in _bits(upper & (1 << max(0, lines - GAP)) - 1) if upper and lower else ():
                if lower >> (lines - GAP - height) & 1:
                    sizes = (columns, height), (columns, lines - GAP - height)
                    yield from self._joined("h", (first, *sizes[0]), (second, *sizes[1]))
            for left in range(1, columns):
                if self._heights[first, left] & self._heights[second, columns - left] & 1 << lines:
                    yield from self._joined("v", (first, left, lines), (second, columns - left, lines))

    def _joined(self, cut: str, one: tuple[int, int, int], other: tuple[int, int, int]) -> Iterator[Shape]:
        """Join two shapes; the first is not cut the same way itself, since the same page would come of it twice."""
        key = (cut, one[0], other[0])
        if key not in self._costs:
            self._costs[key] = cut_cost(*key)
        order = self._costs[key]
        most = self._most(one[0] | other[0]) - order
        ones = self._shapes(*one)
        others = self._shapes(*other) if ones else ()
        for first in ones if others else ():
            for second in others if first.cut != cut else ():
                if first.cost + second.cost > most:
                    break
                yield join(cut, first, second, order)


def join(cut: str, first: Shape, second: Shape, cost: float) -> Shape:
    """Two shapes one above the other or side by side; ``cost`` is that of the order of their articles."""
    cost += first.cost + second.cost
    largest = max(first.largest, second.largest)
    if cut == "v":
        cost += _CLASH * heads_clash(first.right, second.left)
        columns = first.columns + second.columns
        return Shape(cost, cut, first.left, second.right, largest, columns, first.lines, (first, second))
    cost += _larger_cost(first.largest, second.largest)
    down = first.lines + GAP
    left = first.left + tuple((top + down, end + down, size) for top, end, size in second.left)
    right = first.right + tuple((top + down, end + down, size) for top, end, size in second.right)
    return Shape(cost, cut, left, right, largest, first.columns, down + second.lines, (first, second))


def _larger_cost(above: float, below: float) -> float:
    """What the largest headline under a horizontal cut costs beside the largest above it; a notice has none."""
    if below >= above and below:
        return _LARGER
    return _LARGER / 3 if below * _NEARLY > above else 0.0


def _sums(first: int, second: int) -> int:
    """All sums of a height of each set, and the white between them."""
    if first.bit_count() > second.bit_count():
        first, second = second, first
    found = 0
    for height in _bits(first) if second else ():
        found |= second << height + GAP
    return found


def _bits(bits: int) -> Iterator[int]:
    """The numbers of the bits that are set, from the least."""
    while bits:
        low = bits & -bits
        yield low.bit_length() - 1
        bits ^= low
