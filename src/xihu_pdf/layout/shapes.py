"""The shapes that a page is cut into: articles in their variants, one above the other or side by side, and their costs.

A shape is a set of articles on so many columns and lines: one article, or two shapes parted by a white line
or by a gutter. What a cut costs depends on which articles lie on its two sides and on the headlines along it (Chinese
碰题: two headlines of one size side by side).
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

__all__ = [
    "GAP",
    "ORDER_COSTS",
    "Place",
    "Shape",
    "Variant",
    "differ",
    "heads_clash",
    "join",
    "joined_cost",
    "single",
]

# White lines between articles one above the other.
GAP = 1
# An article under or to the right of a less important one; a headline as large as the largest above it; and 碰题.
ORDER_COSTS = {"h": 60.0, "v": 12.0}
_LARGER, _CLASH = 120.0, 250.0
# Headlines of sizes nearer to each other than this count as of one size.
_ALIKE = 1.2
# One below that is smaller by less than this costs a third of one that is larger.
_NEARLY = 1.25
# Two plans of which a larger share of the page belongs to the same articles are one to the eye.
_SAME = 0.6


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

    @property
    def look(self) -> tuple[str, _Edge, _Edge, float]:
        """What further cuts can tell of the shape."""
        return self.cut, self.left, self.right, self.largest

    @property
    def skeleton(self) -> tuple[tuple[int, int, int], ...]:
        """Number, first column and columns of every article, those above and at the left first."""
        return tuple((place.item, place.column, place.variant.columns) for place in self.places())

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


def single(item: int, variant: Variant) -> Shape:
    """The shape of one article."""
    edge = ((0, variant.head, variant.size),)
    return Shape(variant.cost, "", edge, edge, variant.size, variant.columns, variant.lines, (item, variant))


def heads_clash(right: _Edge, left: _Edge) -> int:
    """How many headlines of one size stand side by side at one height along a vertical cut."""
    found = 0
    for top, end, size in right:
        for other_top, other_end, other_size in left:
            if top < other_end and other_top < end and size < _ALIKE * other_size and other_size < _ALIKE * size:
                found += 1
    return found


def joined_cost(cut: str, first: Shape, second: Shape, order: float) -> float:
    """What two shapes cost one above the other or side by side; ``order`` is that of the order of their articles."""
    cost = order + first.cost + second.cost
    if cut == "v":
        return cost + _CLASH * heads_clash(first.right, second.left)
    return cost + _larger_cost(first.largest, second.largest)


def join(cut: str, first: Shape, second: Shape, cost: float) -> Shape:
    """Two shapes one above the other or side by side, at what that costs."""
    largest = max(first.largest, second.largest)
    if cut == "v":
        columns = first.columns + second.columns
        return Shape(cost, cut, first.left, second.right, largest, columns, first.lines, (first, second))
    down = first.lines + GAP
    left = first.left + tuple((top + down, end + down, size) for top, end, size in second.left)
    right = first.right + tuple((top + down, end + down, size) for top, end, size in second.right)
    return Shape(cost, cut, left, right, largest, first.columns, down + second.lines, (first, second))


def _larger_cost(above: float, below: float) -> float:
    """What the largest headline under a horizontal cut costs beside the largest above it; a notice has none."""
    if below >= above and below:
        return _LARGER
    return _LARGER / 3 if below * _NEARLY > above else 0.0


def differ(shapes: list[Shape], count: int) -> tuple[Shape, ...]:
    """The first so many of some shapes of one page that differ from one another as an editor sees it.

    Of two such plans two fifths of the page or more belong to another article.
    """
    chosen: list[Shape] = []
    for shape in shapes:
        if len(chosen) < count and all(_alike(shape, each) <= _SAME for each in chosen):
            chosen.append(shape)
    return tuple(chosen)


def _alike(one: Shape, other: Shape) -> float:
    """The share of a page that belongs to the same articles in two plans."""
    there = {place.item: place for place in other.places()}
    common = 0
    for here in one.places():
        beside = there[here.item]
        across = min(here.column + here.variant.columns, beside.column + beside.variant.columns)
        down = min(here.line + here.variant.lines, beside.line + beside.variant.lines)
        common += max(0, across - max(here.column, beside.column)) * max(0, down - max(here.line, beside.line))
    return common / (one.columns * one.lines)
