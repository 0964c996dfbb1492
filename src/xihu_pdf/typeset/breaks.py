"""Where a paragraph breaks: total fit over the whole paragraph, by dynamic programming.

After Knuth and Plass, with Chinese glue and an unequal cost: giving up the blank of marks is cheap, opening gaps
between Han is dear. A break drops the gap that it stands in, so that the mark at a line's end takes half an em, the
mark at its start loses its blank and the gap beside Latin vanishes with no special case (clreq 3.1.6, 3.2.2).
"""

from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

from xihu_pdf.typeset.pairs import FORBIDDEN, VISIBLE
from xihu_pdf.typeset.units import Tail, Units

__all__ = ["Breaks", "Measure", "choose_breaks", "line_cost"]

# Cost of a line: 15 r^2 + 150 r^8 for shrinking by the share r, 100 (g / 0.083)^3 for Han gaps opened by g em. Three
# quarters of the blank of marks are given up for little; a comma that touches the next letter is seen at once, so that
# the last of it costs as much as Han gaps of a tenth of an em, and serves where a paragraph must lose a line.
SHRINK_COST = (15.0, 150.0)
STRETCH_COST = 100.0 / 0.083**3
WORD_COST, WIDE_COST = 4.0, 100.0
# A last line of one Han alone (clreq 3.5), before squaring.
RUNT_COST = 1e5
_LEAST_LAST = 2
# A last line of one character and marks has fewer units than these.
_FEW = 8
_OVERFULL_COST = 1e9
_SLACK = 1e-6
# A way that has taken this many lines more than another to the same place is not followed: it is looser throughout.
_MORE_LINES = 2
# Widest Han gap in em that is looked at: an eighth is what the eye begins to see. Only where no way is found so, lines
# are tried that are looser, from each place at least so many, the tightest first, however loose they are.
_EVEN_GAP, _LOOSE_GAP = VISIBLE, 0.25
_LEAST_TRIED = 2
# A way that costs more has a visibly loose line or a lone character.
_GOOD = (1.0 + WORD_COST + WIDE_COST + STRETCH_COST * VISIBLE**3) ** 2
_NO_TAIL = (Tail(0.0),)


class Measure(NamedTuple):
    """Where lines stand, in em: ``first`` are indent and width of the first lines, ``rest`` of all others."""

    first: tuple[tuple[float, float], ...]
    rest: tuple[float, float]

    def line(self, number: int) -> tuple[float, float]:
        """Indent and width of a line, counted from 0."""
        return self.first[number] if number < len(self.first) else self.rest


class Breaks(NamedTuple):
    """One way to break a paragraph: its cost and, for each line, the unit that ends it and how it ends there."""

    cost: float
    ends: tuple[int, ...]
    tails: tuple[Tail, ...]


# How a place was reached with so many lines: cost so far, the place before and its number of lines less one, the tail.
_Step = tuple[float, int, Tail]


class _Sums(NamedTuple):
    """Running sums over the units, so that a candidate line is weighed in constant time.

    ``places`` are the units that may end a line; the lists after it run along them: where each would end a line, the
    same less what could shrink, what could stretch and open before it, and what a break there costs.
    """

    starts: list[float]
    ends: list[float]
    shrink: list[float]
    stretch: list[float]
    even: list[int]
    places: list[int]
    rights: list[float]
    least: list[float]
    stretches: list[float]
    evens: list[int]
    costs: list[float]


def _sums(units: Units) -> _Sums:
    gaps = units.gaps
    bodies = [piece[2] for piece in units.pieces]
    starts = list(accumulate([body + gap[0] for body, gap in zip(bodies, gaps, strict=False)], initial=0.0))
    ends = [start + body for start, body in zip(starts, bodies, strict=True)]
    shrink = list(accumulate([gap[1] for gap in gaps], initial=0.0))
    stretch = list(accumulate([gap[3] for gap in gaps], initial=0.0))
    even = list(accumulate([gap[4] for gap in gaps], initial=0))
    places = [at for at, cost in enumerate(units.costs) if cost != FORBIDDEN]
    return _Sums(
        starts,
        ends,
        shrink,
        stretch,
        even,
        places,
        [ends[place] for place in places],
        [ends[place] - shrink[place] - _SLACK for place in places],
        [stretch[place] for place in places],
        [even[place] for place in places],
        [1.0 + units.costs[place] for place in places],
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
    if gap > VISIBLE and stretch:
        more = min(1.0, (gap - VISIBLE) * (even or 0.25) / stretch)
        gap = max(VISIBLE, gap - stretch / (even or 0.25))
        return WORD_COST + WIDE_COST * more + STRETCH_COST * gap * gap * gap
    return (WORD_COST if stretch else 0.0) + STRETCH_COST * gap * gap * gap


def choose_breaks(units: Units, measure: Measure, *, loosely: bool = True) -> dict[int, Breaks]:
    """The cheapest way to break the paragraph for every number of lines that it can be set in.

    Without ``loosely`` none has a visibly loose line or a lone character, and there may be no way. With it loose
    lines are looked at too, and units that fit no line (a chain of marks wider than the measure) are set too wide
    rather than lost.
    """
    sums = _sums(units)
    found = _search(units, sums, measure, _EVEN_GAP)
    if found and min(way.cost for way in found.values()) < _GOOD:
        return found
    return _search(units, sums, measure, _LOOSE_GAP) if loosely else {}


def _search(units: Units, sums: _Sums, measure: Measure, tolerance: float) -> dict[int, Breaks]:
    """The ways to break where lines have Han gaps of at most ``tolerance`` em as far as there are such.

    Places are taken in order; from each every line that may begin there is tried, once for each width that it may
    have, for all the numbers of lines in which the place was reached.
    """
    last = len(units.pieces) - 1
    reached: list[dict[int, _Step]] = [{} for _ in range(last + 1)]
    reached[0] = {0: (0.0, -1, _NO_TAIL[0])}
    finals: dict[int, _Step] = {}
    first, rest = measure.first, measure.rest[1]
    widest = max(rest, *(width for _, width in first)) if first else rest
    # From here on what is left may fit on one line.
    nearly = sums.ends[last] - sums.shrink[last] - widest - _SLACK
    index = 0
    for index, start in enumerate((0, *(place + 1 for place in sums.places))):
        steps = reached[start]
        if not steps:
            continue
        fewest = min(steps)
        if fewest >= len(first):
            ways = [(lines + 1, step[0]) for lines, step in steps.items() if lines <= fewest + _MORE_LINES]
            groups: tuple[tuple[float, _Ways], ...] = ((rest, ways),)
        else:
            groups = _by_width(steps, fewest, measure)
        for width, ways in groups:
            room = width - units.heads.get(start, 0.0) if units.heads else width
            if index < len(sums.places):
                _lines_from(start, index, room, ways, (units, sums, tolerance, reached))
            if sums.starts[start] - sums.shrink[start] >= nearly or index == len(sums.places):
                _last_line(start, room, ways, (units, sums, tolerance, finals))
    return {lines: _traced(step, lines, last, reached) for lines, step in finals.items()}


_Ways = list[tuple[int, float]]
_Terms = tuple[Units, _Sums, float, list[dict[int, _Step]]]


def _by_width(steps: dict[int, _Step], fewest: int, measure: Measure) -> tuple[tuple[float, _Ways], ...]:
    """The ways to a place by the width that the next line has, where lines have several."""
    groups: dict[float, _Ways] = {}
    for lines, step in steps.items():
        if lines <= fewest + _MORE_LINES:
            groups.setdefault(measure.line(lines)[1], []).append((lines + 1, step[0]))
    return tuple(groups.items())


def _lines_from(start: int, first: int, width: float, ways: _Ways, terms: _Terms) -> None:
    """Try every line of ``width`` em from unit ``start`` to the places from number ``first`` on.

    ``ways`` are the numbers of lines that it would make, with the cost before. Tried are the longest line first and
    shorter ones until they are too loose.
    """
    units, sums, tolerance, reached = terms
    places, rights, stretches, evens, costs = sums.places, sums.rights, sums.stretches, sums.evens, sums.costs
    shrunk, stretched, opened = sums.shrink[start], sums.stretch[start], sums.even[start]
    limit = sums.starts[start] + width
    tails = units.tails
    # Behind a hyphen a line needs more room, with a hanging mark less.
    above = bisect_right(sums.least, limit - shrunk + (0.5 if tails else 0.0), first)
    tried, least = 0, 0 if tolerance == _EVEN_GAP else _LEAST_TRIED
    for index in range(above - 1, first - 1, -1):
        place = places[index]
        stretch, even = stretches[index] - stretched, evens[index] - opened
        spare = limit - rights[index]
        if spare > 2.0 * stretch + tolerance * (even or 1) and tried >= least:
            break
        for tail in tails[place] if tails and place in tails else _NO_TAIL:
            room = spare - tail[0]
            if room < 0.0:
                shrink = sums.shrink[place] - shrunk
                if room < -shrink - _SLACK:
                    continue
                square = (room / (shrink + _SLACK)) ** 2
                cost = square * (15.0 + 150.0 * square * square * square)
            elif room <= stretch:
                cost = WORD_COST * room / stretch if stretch else 0.0
            else:
                cost = line_cost(room, 0.0, stretch, even)
            tried += room >= 0.0
            cost += costs[index] + tail[1]
            _relax(reached[place + 1], ways, (cost * cost, start, tail))
    if not tried and above <= first and least:
        _relax(reached[places[first] + 1], ways, (_OVERFULL_COST, start, _NO_TAIL[0]))


def _relax(after: dict[int, _Step], ways: _Ways, step: _Step) -> None:
    """Note the step where it is cheaper than what is known."""
    cost, start, tail = step
    for lines, so_far in ways:
        if lines not in after or so_far + cost < after[lines][0]:
            after[lines] = (so_far + cost, start, tail)


def _last_line(start: int, width: float, ways: _Ways, terms: tuple[Units, _Sums, float, dict[int, _Step]]) -> None:
    """Try the line from ``start`` to the paragraph's end."""
    units, sums, tolerance, finals = terms
    last = len(units.pieces) - 1
    spare = width - (sums.ends[last] - sums.starts[start])
    shrink = sums.shrink[last] - sums.shrink[start]
    cost = 1.0 + (line_cost(spare, shrink, 0.0, 0) if spare < 0.0 else 0.0)
    if spare < -shrink - _SLACK:
        if tolerance == _EVEN_GAP or (sums.places and start <= sums.places[-1]):
            return
        cost = 2 * _OVERFULL_COST**0.5
    if start and last - start < _FEW and _count(units, start) < _LEAST_LAST:
        cost += RUNT_COST
    _relax(finals, ways, (cost * cost, start, _NO_TAIL[0]))


def _count(units: Units, start: int) -> int:
    """How many letters and figures the units from ``start`` have."""
    return sum(each.isalnum() for piece in units.pieces[start:] for text in piece.texts for each in text)


def _traced(step: _Step, lines: int, last: int, reached: list[dict[int, _Step]]) -> Breaks:
    """Follow the steps back to the paragraph's beginning."""
    cost, start, tail = step
    ends, tails = [last], [tail]
    while start > 0:
        lines -= 1
        ends.append(start - 1)
        _, start, tail = reached[start][lines]
        tails.append(tail)
    return Breaks(cost, tuple(reversed(ends)), tuple(reversed(tails)))
