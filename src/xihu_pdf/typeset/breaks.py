"""Where a paragraph breaks: total fit over the whole paragraph, by dynamic programming.

After Knuth and Plass, with Chinese glue and an unequal cost: giving up the blank of marks is cheap, opening gaps
between Han is dear. A break drops the gap that it stands in, so that the mark at a line's end takes half an em, the
mark at its start loses its blank and the gap beside Latin vanishes with no special case (clreq 3.1.6, 3.2.2).
"""

from itertools import accumulate
from typing import Any, NamedTuple

from xihu_pdf.typeset.classes import HAN
from xihu_pdf.typeset.units import FORBIDDEN, Units

__all__ = ["Breaks", "Measure", "choose_breaks", "line_cost"]

# Cost of a line: 15 r^2 + 150 r^8 for shrinking by the share r, 100 (g / 0.083)^3 for Han gaps opened by g em. Three
# quarters of the blank of marks are given up for little; a comma that touches the next letter is seen at once, so that
# the last of it costs as much as Han gaps of a tenth of an em, and serves where a paragraph must lose a line.
SHRINK_COST = (15.0, 150.0)
STRETCH_COST = 100.0 / 0.083**3
WORD_COST = 4.0
# A last line of less than two Han (clreq 3.5), before squaring.
RUNT_COST = 1000.0
_LEAST_HAN = 2
_OVERFULL_COST = 1e9
_SLACK = 1e-6
# A way that has taken this many lines more than another to the same place is not followed: it is looser throughout.
_MORE_LINES = 2
# Widest Han gap in em that is looked at in each pass: the next pass runs only where the one before found no way.
_ANY = 1e9
_TOLERANCES = (0.2, 0.6, _ANY)


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


# A line start reached: the next unit, the lines so far, the cost so far, and the node that it came from. A plain tuple,
# since a page makes tens of thousands of them.
_Node = tuple[int, int, float, Any]


class _Sums(NamedTuple):
    """Running sums over the units, so that a candidate line is weighed in constant time."""

    starts: list[float]
    ends: list[float]
    shrink: list[float]
    stretch: list[float]
    even: list[int]


def _sums(units: Units) -> _Sums:
    gaps = units.gaps
    bodies = [piece[2] for piece in units.pieces]
    starts = list(accumulate([body + gap[0] for body, gap in zip(bodies, gaps, strict=False)], initial=0.0))
    return _Sums(
        starts,
        [start + body for start, body in zip(starts, bodies, strict=True)],
        list(accumulate([gap[1] for gap in gaps], initial=0.0)),
        list(accumulate([gap[3] for gap in gaps], initial=0.0)),
        list(accumulate([gap[4] for gap in gaps], initial=0)),
    )


def line_cost(spare: float, shrink: float, stretch: float, even: int) -> float:
    """What it costs to make a line wider by ``spare`` em (narrower if negative).

    ``shrink`` is what its gaps can give, ``stretch`` what those beside Latin can take, ``even`` how many Han gaps open.
    """
    if spare < 0.0:
        square = (spare / (shrink + _SLACK)) ** 2
        return square * (SHRINK_COST[0] + SHRINK_COST[1] * square * square * square)
    if spare <= stretch:
        return WORD_COST * spare / stretch if stretch else 0.0
    gap = (spare - stretch) / (even or 0.25)
    return (WORD_COST if stretch else 0.0) + STRETCH_COST * gap * gap * gap


def _last_line_cost(units: Units, start: int, spare: float, shrink: float) -> float:
    han = sum(1 for piece in units.pieces[start:] if piece.left == HAN)
    runt = RUNT_COST if han < _LEAST_HAN and start else 0.0
    return runt + (line_cost(spare, shrink, 0.0, 0) if spare < 0.0 else 0.0)


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
    active: list[_Node] = [(0, 0, 0.0, None)]
    widths = [width for _, width in measure.first]
    # No paragraph has more lines than units.
    widths += [measure.rest[1]] * (len(units.pieces) + 1 - len(widths))
    narrow = list(accumulate(reversed(widths), min))[::-1]
    for end, penalty in enumerate(units.costs):
        if penalty != FORBIDDEN:
            active = _advance(
                active, sums, end, (widths, narrow[max(0, active[0][1] - _MORE_LINES)], penalty, tolerance)
            )
            if not active:
                return {}
    last = len(units.pieces) - 1
    finals: dict[int, Breaks] = {}
    for node in active:
        start, lines, so_far, _ = node
        spare = widths[lines] - (sums.ends[last] - sums.starts[start])
        shrink = sums.shrink[last] - sums.shrink[start]
        if spare < -shrink - _SLACK and tolerance < _ANY:
            continue
        cost = 1.0 + _last_line_cost(units, start, spare, shrink)
        total = so_far + cost * cost
        if lines + 1 not in finals or total < finals[lines + 1].cost:
            finals[lines + 1] = Breaks(total, _ends(node, last))
    return finals


def _advance(active: list[_Node], sums: _Sums, end: int, terms: tuple[list[float], float, float, float]) -> list[_Node]:
    """Try every active start for a line that ends after unit ``end``; starts that no longer fit are dropped.

    Starts come in order, so that from one on whose line would be too loose in the narrowest measure to come (the second
    of ``terms``) all others are too.
    """
    widths, narrow, penalty, tolerance = terms
    starts, shrinks, stretches, evens = sums.starts, sums.shrink, sums.stretch, sums.even
    right, shrunk, stretched, even = sums.ends[end], shrinks[end], stretches[end], evens[end]
    best: dict[int, tuple[float, _Node]] = {}
    kept: list[_Node] = []
    for index, node in enumerate(active):
        start, lines, so_far, _ = node
        spare = widths[lines] - right + starts[start]
        shrink = shrunk - shrinks[start]
        if spare < -shrink - _SLACK:
            continue
        kept.append(node)
        stretch, gaps = stretched - stretches[start], even - evens[start]
        loose = stretch + tolerance * max(gaps, 1)
        if spare > loose:
            if narrow - right + starts[start] > loose:
                kept.extend(active[index + 1 :])
                break
            continue
        line = 1.0 + penalty + line_cost(spare, shrink, stretch, gaps)
        cost = so_far + line * line
        if lines not in best or cost < best[lines][0]:
            best[lines] = (cost, node)
    if not kept and tolerance == _ANY:
        start, lines, so_far, _ = active[-1]
        best[lines] = (so_far + _OVERFULL_COST, active[-1])
    if best:
        most = min(best) + _MORE_LINES
        kept.extend([(end + 1, lines + 1, cost, node) for lines, (cost, node) in best.items() if lines <= most])
    return kept


def _ends(node: _Node, last: int) -> tuple[int, ...]:
    ends = [last]
    while node[3] is not None:
        ends.append(node[0] - 1)
        node = node[3]
    return tuple(reversed(ends))
