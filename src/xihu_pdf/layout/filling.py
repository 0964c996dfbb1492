"""Columns that end exactly on the last line: which line count every block takes, and where the columns break.

A dynamic programme over the blocks of a story. A block is a paragraph or a subhead with the line counts that it can
be set in and what each costs; a state is how many lines are used. A column break that leaves a paragraph's last line
alone at a column's top, or a subhead without its text, is not a way (clreq 3.5).
"""

from bisect import bisect_right
from itertools import accumulate
from math import inf
from operator import itemgetter
from typing import Any, NamedTuple

__all__ = ["Block", "Filling", "fill", "totals"]

# A paragraph's first line alone at a column's foot: legal, unwelcome.
ORPHAN_COST = 60.0
# Subheads side by side at one height 碰题.
CLASH_COST = 250.0
# Ways kept for each state: enough that two subheads side by side can be avoided later on.
_KEPT = 8
_LEAST_UNDER_SUBHEAD = 2


class Block(NamedTuple):
    """A part of the flow: the line counts it can take with their costs.

    A subhead holds on to the text after it; what ``is_whole`` stands in one column.
    """

    options: tuple[tuple[int, float], ...]
    is_subhead: bool
    is_whole: bool = False


class Filling(NamedTuple):
    """A way to fill the columns: its cost and the lines that each block takes, in order."""

    cost: float
    counts: tuple[int, ...]


# Where a subhead stands: its column, its first line and the line after it.
_Head = tuple[int, int, int]


class _Way(NamedTuple):
    """A way so far: its cost, the count of the last block after those before it, and where the last subheads stand."""

    cost: float
    counts: "tuple[Any, int] | None"
    heads: tuple[_Head, ...]


def totals(blocks: tuple[Block, ...]) -> dict[int, float]:
    """Every number of lines that the blocks can take in all, with the least that it costs, column breaks aside."""
    sums = {0: 0.0}
    for block in blocks:
        after: dict[int, float] = {}
        for used, so_far in sums.items():
            for count, cost in block.options:
                total = so_far + cost
                if total < after.get(used + count, inf):
                    after[used + count] = total
        sums = after
    return sums


def fill(blocks: tuple[Block, ...], columns: tuple[tuple[int, int], ...]) -> Filling | None:
    """The cheapest way to fill ``columns`` (first line and end line of each) to the last line, or none.

    Every line of every column is taken: the counts of the blocks add up to the lines of the columns.
    """
    feet = tuple(accumulate(end - first for first, end in columns))
    least = _rest([min(count for count, _ in block.options) for block in blocks])
    most = _rest([max(count for count, _ in block.options) for block in blocks])
    states: dict[int, list[_Way]] = {0: [_Way(0.0, None, ())]}
    for index, block in enumerate(blocks):
        after: dict[int, list[_Way]] = {}
        for used, ways in states.items():
            for count, cost in block.options:
                end = used + count
                if not least[index + 1] <= feet[-1] - end <= most[index + 1]:
                    continue
                extra = _break_cost(block, used, count, feet)
                if extra is not None:
                    head = _head(used, count, columns, feet) if block.is_subhead else None
                    after.setdefault(end, []).extend([_grown(way, count, cost + extra, head) for way in ways])
        states = {used: sorted(ways, key=itemgetter(0))[:_KEPT] for used, ways in after.items()}
    finished = states.get(feet[-1], [])
    return Filling(finished[0].cost, _counts(finished[0])) if finished else None


def _rest(counts: list[int]) -> list[int]:
    """For every block the lines that it and all after it take."""
    return list(accumulate(reversed(counts), initial=0))[::-1]


def _break_cost(block: Block, used: int, count: int, feet: tuple[int, ...]) -> float | None:
    """What the column breaks inside a block cost; None where one is not allowed."""
    end = used + count
    # White above what tops its column would leave the column's first line empty.
    at_top = (block.is_subhead or block.is_whole) and (used == 0 or used in feet)
    if at_top and count > min(each for each, _ in block.options):
        return None
    if block.is_subhead:
        foot = next((foot for foot in feet if foot > used), end)
        return None if foot - end < _LEAST_UNDER_SUBHEAD else 0.0
    cost = 0.0
    for foot in feet:
        if used < foot < end:
            if end - foot == 1 or block.is_whole:
                return None
            cost += ORPHAN_COST if foot - used == 1 else 0.0
    return cost


def _head(used: int, count: int, columns: tuple[tuple[int, int], ...], feet: tuple[int, ...]) -> _Head:
    column = bisect_right(feet, used)
    first = columns[column][1] - (feet[column] - used)
    return column, first, first + count


def _grown(way: _Way, count: int, cost: float, head: _Head | None) -> _Way:
    """The way with one block more; a subhead is weighed against those of the column before."""
    so_far, counts, heads = way
    if head is None:
        return _Way(so_far + cost, (counts, count), heads)
    column, first, end = head
    near = [each for each in heads if each[0] >= column - 1]
    beside = [each for each in near if each[0] < column and each[1] < end and first < each[2]]
    return _Way(so_far + cost + CLASH_COST * len(beside), (counts, count), (*near, head))


def _counts(way: _Way) -> tuple[int, ...]:
    counts: list[int] = []
    rest = way.counts
    while rest is not None:
        rest, count = rest
        counts.append(count)
    return tuple(reversed(counts))
