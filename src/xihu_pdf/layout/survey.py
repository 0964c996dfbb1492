"""A survey of the sets of articles on a page: on which columns and lines each can be made, and what it costs at least.

Heights are held as the bits of whole numbers: all heights of two sets side by side are one AND of theirs, all heights
of one set above another the product of two numbers that have a byte for each line.
"""

from collections.abc import Iterator
from math import inf
from typing import NamedTuple

from xihu_pdf.layout.shapes import GAP, ORDER_COSTS

__all__ = ["Cut", "Made", "Own", "Parting", "Survey", "Tree", "bits_of", "survey"]

_TO_BYTES, _TO_DIGITS = bytes.maketrans(b"01", b"\x00\x01"), bytes.maketrans(bytes(range(256)), b"0" + b"1" * 255)

# For an article (as a bit) and a number of columns its least cost and its heights.
Own = dict[int, dict[int, tuple[float, int]]]
# Sets that are cut in one way alone: the cut, its parts, and the columns of the first where the cut is ``v``.
Tree = dict[int, tuple[str, int, int, int]]


class Cut(NamedTuple):
    """A way to cut a set in two: what it costs at the least, and what of that is the order of its articles.

    ``cut`` is ``h`` or ``v``; ``left`` are the columns of the first part and ``right`` those of the second.
    """

    least: float
    order: float
    cut: str
    first: int
    second: int
    left: int
    right: int


class Made(NamedTuple):
    """What a set can be on so many columns: its least cost, and its heights as bits, counted from the far end as well.

    ``wide`` has a byte for each bit of ``heights``.
    """

    least: float
    heights: int
    backward: int
    wide: int


class Survey(NamedTuple):
    """What the sets can be, by set and columns, and the ways to cut each; ``most`` is the greatest height."""

    made: dict[int, dict[int, Made]]
    cuts: dict[tuple[int, int], list[Cut]]
    most: int

    def heights(self, cut: Cut, lines: int) -> Iterator[int]:
        """The heights of the first part of a cut across so many lines whose rest the second part can have."""
        room = lines - GAP
        if room > 0:
            upper, lower = self.made[cut.first][cut.left].heights, self.made[cut.second][cut.right].backward
            yield from bits_of(upper & lower >> self.most - room)


class Parting(NamedTuple):
    """How sets may be parted: whole ``units`` go to one side; a set that is in ``tree`` is cut as it says.

    The order of the articles in ``ranked`` has its price; ``lead`` is always in the first part, if it is not 0.
    """

    units: tuple[int, ...]
    ranked: int
    lead: int
    tree: Tree | None = None

    def sets(self, items: int) -> list[int]:
        """Every set that can be part of a page, each after those that it can be cut into."""
        if self.tree is not None:
            return sorted({1 << item for item in range(items)} | set(self.tree), key=lambda each: each.bit_count())
        unions = [0]
        for unit in self.units:
            unions += [each | unit for each in unions]
        return sorted({1 << item for item in range(items)} | set(unions[1:]))

    def ways(self, group: int) -> Iterator[tuple[str, int, int, int]]:
        """The ways to part a set: the cuts allowed, the two parts, and the columns of the first or 0."""
        if self.tree is not None:
            if group in self.tree:
                yield self.tree[group]
            return
        units = [group & unit for unit in self.units if group & unit]
        firsts = [0]
        for unit in units if len(units) > 1 else (1 << item for item in bits_of(group)):
            with_it = [each | unit for each in firsts]
            firsts = with_it if unit & self.lead else firsts + with_it
        for first in firsts:
            if first and first != group:
                yield "hv", first, group ^ first, 0

    def turned(self, first: int, second: int) -> int:
        """How many pairs of articles stand in the second part before the first though the first should follow."""
        first &= self.ranked
        return sum((first >> item).bit_count() for item in bits_of(second & self.ranked))


def survey(own: Own, parting: Parting, columns: int, lines: int) -> Survey:
    """Survey every set of the articles of ``own`` on up to so many columns and lines."""
    found = Survey({}, {}, lines)
    for group in parting.sets(len(own)):
        alone = own.get(group, {})
        heights = {each: bits for each, (_, bits) in alone.items()}
        for width, bits in _cut_in_two(group, parting, columns, found):
            heights[width] = heights.get(width, 0) | bits
        made: dict[int, Made] = {}
        for width, bits in sorted(heights.items()):
            fit = bits & (1 << lines + 1) - 1
            cuts = found.cuts.get((group, width), [])
            cuts.sort()
            least = min(alone.get(width, (inf, 0))[0], cuts[0].least if cuts else inf)
            if fit:
                backward = int(format(fit, f"0{lines + 1}b")[::-1], 2)
                made[width] = Made(least, fit, backward, _widened(fit))
        found.made[group] = made
    return found


def _cut_in_two(group: int, parting: Parting, columns: int, found: Survey) -> Iterator[tuple[int, int]]:
    """Note every way to cut a set; give columns and the heights there, as bits."""
    beneath: dict[int, int] = {}
    for allowed, first, second, given in parting.ways(group):
        turned = parting.turned(first, second)
        down, beside = turned * ORDER_COSTS["h"], turned * ORDER_COSTS["v"]
        others = found.made[second].items()
        for left, one in found.made[first].items():
            if given not in {0, left}:
                continue
            for right, other in others:
                cost = one.least + other.least
                if left == right and "h" in allowed:
                    beneath[left] = beneath.get(left, 0) | one.wide * other.wide
                    cut = Cut(cost + down, down, "h", first, second, left, right)
                    found.cuts.setdefault((group, left), []).append(cut)
                if left + right <= columns and "v" in allowed and one.heights & other.heights:
                    cut = Cut(cost + beside, beside, "v", first, second, left, right)
                    found.cuts.setdefault((group, left + right), []).append(cut)
                    yield left + right, one.heights & other.heights
    for width, sums in beneath.items():
        yield width, _narrowed(sums) << GAP


def _widened(bits: int) -> int:
    """The number that has a byte for each bit."""
    return int.from_bytes(format(bits, "b").encode().translate(_TO_BYTES), "big")


def _narrowed(wide: int) -> int:
    """The number that has a bit for each byte that is not 0."""
    return int(wide.to_bytes(wide.bit_length() // 8 + 1, "big").translate(_TO_DIGITS), 2)


def bits_of(bits: int) -> Iterator[int]:
    """The numbers of the bits that are set, from the least."""
    while bits:
        low = bits & -bits
        yield low.bit_length() - 1
        bits ^= low
