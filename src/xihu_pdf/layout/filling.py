"""Columns that end exactly on the last line: which line count every block takes, and where the columns break.

A dynamic programme over the blocks of a story. A block is a paragraph or a subhead with the line counts that it can
be set in and what each costs; a state is how many lines are used. A column break that leaves a paragraph's last line
alone at a column's top, or a subhead without its text, is not a way (clreq 3.5).
"""

from itertools import accumulate
from typing import NamedTuple

__all__ = ["Block", "Filling", "fill"]

# A paragraph's first line alone at a column's foot: legal, unwelcome.
ORPHAN_COST = 60.0
# Subheads side by side at one height 碰题.
CLASH_COST = 250.0
# Ways kept for each state: enough that two subheads side by side can be avoided later on.
_KEPT = 8
_LEAST_UNDER_SUBHEAD = 2


class Block(NamedTuple):
    """A part of the flow: the line counts it can take with their costs; a subhead holds on to the text after it."""

    options: tuple[tuple[int, float], ...]
    is_subhead: bool


class Filling(NamedTuple):
    """A way to fill the columns: its cost and the lines that each block takes, in order."""

    cost: float
    counts: tuple[int, ...]


class _Way(NamedTuple):
    """A way so far: cost, counts of the blocks, and where the last subheads stand (column, first line, end line)."""

    cost: float
    counts: tuple[int, ...]
    heads: tuple[tuple[int, int, int], ...]


def fill(blocks: tuple[Block, ...], columns: tuple[tuple[int, int], ...]) -> Filling | None:
    """The cheapest way to fill ``columns`` (first line and end line of each) to the last line, or none.

    Every line of every column is taken: the counts of the blocks add up to the lines of the columns.
    """
    feet = tuple(accumulate(end - first for first, end in columns))
    least = _rest([min(count for count, _ in block.options) for block in blocks])
    most = _rest([max(count for count, _ in block.options) for block in blocks])
    states: dict[int, list[_Way]] = {0: [_Way(0.0, (), ())]}
    for index, block in enumerate(blocks):
        after: dict[int, list[_Way]] = {}
        for used, ways in states.items():
            for count, cost in block.options:
                end = used + count
                if not least[index + 1] <= feet[-1] - end <= most[index + 1]:
                    continue
                extra = _break_cost(block, used, count, feet)
                if extra is not None:
                    grown = [_grow(way, block, (used, count, cost + extra), (columns, feet)) for way in ways]
                    after.setdefault(end, []).extend(grown)
        states = {used: sorted(ways)[:_KEPT] for used, ways in after.items()}
    finished = states.get(feet[-1], [])
    return Filling(finished[0].cost, finished[0].counts) if finished else None


def _rest(counts: list[int]) -> list[int]:
    """For every block the lines that it and all after it take."""
    return list(accumulate(reversed(counts), initial=0))[::-1]


def _break_cost(block: Block, used: int, count: int, feet: tuple[int, ...]) -> float | None:
    """What the column breaks inside a block cost; None where one is not allowed."""
    end = used + count
    if block.is_subhead:
        foot = next((foot for foot in feet if foot > used), end)
        if foot - end < _LEAST_UNDER_SUBHEAD:
            return None
        # White above a subhead that tops its column would leave the column's first line empty.
        at_top = used == 0 or used in feet
        return None if at_top and count > min(each for each, _ in block.options) else 0.0
    cost = 0.0
    for foot in feet:
        if used < foot < end:
            if end - foot == 1:
                return None
            cost += ORPHAN_COST if foot - used == 1 else 0.0
    return cost


def _grow(
    way: _Way, block: Block, step: tuple[int, int, float], page: tuple[tuple[tuple[int, int], ...], tuple[int, ...]]
) -> _Way:
    used, count, cost = step
    columns, feet = page
    heads = way.heads
    if block.is_subhead:
        column = next(index for index, foot in enumerate(feet) if foot > used)
        first = columns[column][1] - (feet[column] - used)
        head = (column, first, first + count)
        beside = [each for each in heads if each[0] == column - 1 and each[1] < head[2] and head[1] < each[2]]
        cost += CLASH_COST * len(beside)
        heads = (*(each for each in heads if each[0] >= column - 1), head)
    return _Way(way.cost + cost, (*way.counts, count), heads)
