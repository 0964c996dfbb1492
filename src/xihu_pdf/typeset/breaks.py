"""Where a paragraph breaks: total fit over the whole paragraph, by dynamic programming.

After Knuth and Plass, with Chinese glue and an unequal cost: giving up the blank of marks is cheap, opening gaps
between Han is dear. A break drops the gap that it stands in, so that the mark at a line's end takes half an em, the
mark at its start loses its blank and the gap beside Latin vanishes with no special case (clreq 3.1.6, 3.2.2).
"""

from itertools import accumulate
from typing import NamedTuple

from xihu_pdf.typeset.classes import HAN
from xihu_pdf.typeset.units import FORBIDDEN, Units

__all__ = ["Breaks", "Measure", "choose_breaks"]

# Cost of a line: 15 r^2 + 45 r^4 for shrinking by the share r, 100 (g / 0.083)^3 for Han gaps opened by g em. Half of
# the blank of marks is given up almost for nothing; a comma without any blank is seen, so that the last of it costs
# as much as Han gaps of 0.07 em.
SHRINK_COST = (15.0, 45.0)
STRETCH_COST = 100.0 / 0.083**3
WORD_COST = 4.0
# A last line of less than two Han (clreq 3.5), before squaring.
RUNT_COST = 120.0
_SLACK = 1e-6
# Widest Han gap in em that is looked at in each pass: the next pass runs only where the one before found no way.
_TOLERANCES = (0.2, 0.6, FORBIDDEN)


class Measure(NamedTuple):
    """Where lines stand, in em: ``first`` are indent and width of the first lines, ``rest`` of all others."""

    first: tuple[tuple[float, float], ...]
    rest: tuple[float, float]

    def line(self, number: int) -> tuple[float, float]:
        """Indent and width of a line, counted from 0."""
        return self.first[number] if number < len(self.first) else self.rest


class Breaks(NamedTuple):
    """One way to break a paragraph: its cost and, for each line, the unit that ends it."""

    cost: float
    ends: tuple[int, ...]


class _Node(NamedTuple):
    """A line start reached: the next unit, the lines so far, the cost so far, and where it came from."""

    start: int
    lines: int
    cost: float
    before: "_Node | None"


class _Sums(NamedTuple):
    """Running sums over the units, so that a candidate line is weighed in constant time."""

    starts: list[float]
    ends: list[float]
    shrink: list[float]
    stretch: list[float]
    even: list[int]


def _sums(units: Units) -> _Sums:
    gaps = units.gaps
    bodies = [piece.body for piece in units.pieces]
    steps = [body + gap.natural for body, gap in zip(bodies, gaps, strict=False)]
    starts = list(accumulate(steps, initial=0.0))
    return _Sums(
        starts,
        [start + body for start, body in zip(starts, bodies, strict=True)],
        list(accumulate((gap.shrink for gap in gaps), initial=0.0)),
        list(accumulate((gap.stretch for gap in gaps), initial=0.0)),
        list(accumulate((int(gap.even) for gap in gaps), initial=0)),
    )


def _line_cost(sums: _Sums, start: int, end: int, spare: float) -> float:
    """What it costs to make a line of units ``start`` to ``end`` wider by ``spare`` em (narrower if negative)."""
    if spare < 0.0:
        share = spare / (sums.shrink[end] - sums.shrink[start] + _SLACK)
        square = share * share
        return square * (SHRINK_COST[0] + SHRINK_COST[1] * square)
    words = sums.stretch[end] - sums.stretch[start]
    if spare <= words:
        return WORD_COST * spare / words if words else 0.0
    gap = (spare - words) / (sums.even[end] - sums.even[start] or 0.25)
    return WORD_COST + STRETCH_COST * gap * gap * gap if words else STRETCH_COST * gap * gap * gap


def _last_line_cost(units: Units, start: int, spare: float, sums: _Sums) -> float:
    han = sum(1 for piece in units.pieces[start:] if piece.left == HAN)
    runt = RUNT_COST if han < 2 and start else 0.0
    end = len(units.pieces) - 1
    return runt + (_line_cost(sums, start, end, spare) if spare < 0.0 else 0.0)


def choose_breaks(units: Units, measure: Measure) -> dict[int, Breaks]:
    """The cheapest way to break the paragraph for every number of lines that it can be set in.

    Loose lines are looked at only where there is no better way; units that fit no line (a chain of marks wider than
    the measure) are set too wide rather than lost.
    """
    sums = _sums(units)
    for tolerance in _TOLERANCES:
        found = _search(units, sums, measure, tolerance)
        if found:
            return found
    return {1: Breaks(FORBIDDEN, (len(units.pieces) - 1,))}


def _search(units: Units, sums: _Sums, measure: Measure, tolerance: float) -> dict[int, Breaks]:
    """The ways to break with no Han gap above ``tolerance`` em; empty where there is none."""
    active: list[_Node] = [_Node(0, 0, 0.0, None)]
    for end, penalty in enumerate(units.costs):
        if penalty != FORBIDDEN:
            active = _advance(active, sums, end, (measure, penalty, tolerance))
            if not active:
                return {}
    last = len(units.pieces) - 1
    finals: dict[int, Breaks] = {}
    for node in active:
        spare = measure.line(node.lines)[1] - (sums.ends[last] - sums.starts[node.start])
        if spare < sums.shrink[node.start] - sums.shrink[last] - _SLACK and tolerance < FORBIDDEN:
            continue
        cost = 1.0 + _last_line_cost(units, node.start, spare, sums)
        total = node.cost + cost * cost
        if node.lines + 1 not in finals or total < finals[node.lines + 1].cost:
            finals[node.lines + 1] = Breaks(total, _ends(node, last))
    return finals


def _advance(active: list[_Node], sums: _Sums, end: int, terms: tuple[Measure, float, float]) -> list[_Node]:
    """Try every active start for a line that ends after unit ``end``; starts that no longer fit are dropped."""
    measure, penalty, tolerance = terms
    best: dict[int, tuple[float, _Node]] = {}
    kept: list[_Node] = []
    right, shrunk, words, even = sums.ends[end], sums.shrink[end], sums.stretch[end], sums.even[end]
    for node in active:
        start = node.start
        spare = measure.line(node.lines)[1] - (right - sums.starts[start])
        if spare < sums.shrink[start] - shrunk - _SLACK:
            continue
        kept.append(node)
        if spare > words - sums.stretch[start] + tolerance * (even - sums.even[start]):
            continue
        line = 1.0 + penalty + _line_cost(sums, start, end, spare)
        cost = node.cost + line * line
        count = node.lines + 1
        if count not in best or cost < best[count][0]:
            best[count] = (cost, node)
    if not kept and tolerance == FORBIDDEN:
        best[active[-1].lines + 1] = (active[-1].cost + RUNT_COST**3, active[-1])
    kept.extend(_Node(end + 1, count, cost, node) for count, (cost, node) in best.items())
    return kept


def _ends(node: _Node, last: int) -> tuple[int, ...]:
    ends = [last]
    while node.before is not None:
        ends.append(node.start - 1)
        node = node.before
    return tuple(reversed(ends))
