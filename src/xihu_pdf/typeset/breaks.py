"""Where a paragraph breaks: total fit over the whole paragraph, by dynamic programming.

After Knuth and Plass, with Chinese glue and an unequal cost: giving up the blank of marks is cheap, opening gaps
between Han is dear. A break drops the gap that it stands in, so that the mark at a line's end takes half an em, the
mark at its start loses its blank and the gap beside Latin vanishes with no special case (clreq 3.1.6, 3.2.2).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate, chain, islice
from operator import sub
from typing import NamedTuple

from xihu_pdf.typeset.neighbours import CHAIN_COST
from xihu_pdf.typeset.pairs import FORBIDDEN, VISIBLE
from xihu_pdf.typeset.sums import Sums
from xihu_pdf.typeset.units import Tail, Units

__all__ = ["Breaks", "Measure", "choose_breaks", "line_cost"]

# Cost of a line: 15 r^2 + 150 r^8 for shrinking by the share r, 100 (g / 0.083)^3 for Han gaps opened by g em. Three
# quarters of the blank of marks are given up for little; a comma that touches the next letter is seen at once, so that
# the last of it costs as much as Han gaps of a tenth of an em, and serves where a paragraph must lose a line.
SHRINK_COST = (15.0, 150.0)
STRETCH_COST = 100.0 / 0.083**3
WORD_COST, WIDE_COST = 4.0, 100.0
# A gap that is seen costs much at once, and then by its width: one such line is better than two.
LOOSE_COST = (600.0, 2000.0)
# A line without gaps, which is one word, is as bad as one with a gap of the cube of what it lacks divided by this.
ALONE = 10.0
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
_LOOSE_GAP, _LEAST_TRIED = 0.25, 2
# How many lines before the place where the search was stuck are loosened first.
_WINDOW_LINES = 4
# A way that costs more has a visibly loose line or a lone character.
_GOOD = (1.0 + WORD_COST + WIDE_COST + STRETCH_COST * VISIBLE**3) ** 2
_PLAIN = Tail(0.0)
_NO_TAIL = (_PLAIN,)


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


# Cost so far and the way to a place, by the number of lines: the unit that the line before it began with and the tail
# that it ended with.
_Steps = dict[int, tuple[float, int, Tail]]
_UNREACHED: _Steps = {}


class _Ends(NamedTuple):
    """Every way in which a line may end, in order, as parallel columns.

    They give the unit behind, where it would end the line, the same less what could shrink, what could shrink, stretch,
    open and open late before it, what the break costs (``FORBIDDEN`` where none may be), and the tail. ``firsts`` has
    for each unit the first way behind it.
    """

    firsts: Sequence[int]
    nexts: Sequence[int]
    rights: Sequence[float]
    leasts: Sequence[float]
    shrinks: Sequence[float]
    stretches: Sequence[float]
    evens: Sequence[int]
    lates: Sequence[float]
    costs: Sequence[float]
    tails: Sequence[Tail]


def _ends(units: Units, costs: Sequence[float]) -> _Ends:
    count, (_, rights, shrinks, stretches, evens, lates) = len(costs), units.sums
    if not units.tails:
        # There is one way for each unit, so that the columns are those of the units.
        numbers, leasts, tails = range(count + 1), list(map(sub, rights, shrinks)), [_PLAIN] * count
        return _Ends(numbers, numbers[1:], rights, leasts, shrinks, stretches, evens, lates, costs, tails)
    ways = [units.tails.get(at, _NO_TAIL) for at in range(count)]
    at = [unit for unit, tails in enumerate(ways) for _ in tails]
    tails = list(chain.from_iterable(ways))
    rights = [rights[unit] + tail.width for unit, tail in zip(at, tails, strict=True)]
    costs = [costs[unit] + tail.cost for unit, tail in zip(at, tails, strict=True)]
    shrinks, stretches, lates = ([column[unit] for unit in at] for column in (shrinks, stretches, lates))
    return _Ends(
        list(accumulate(map(len, ways), initial=0)),
        [unit + 1 for unit in at],
        rights,
        list(map(sub, rights, shrinks)),
        shrinks,
        stretches,
        [evens[unit] for unit in at],
        lates,
        costs,
        tails,
    )


def line_cost(spare: float, shrink: float, stretch: float, even: int, late: float) -> float:
    """What it costs to make a line wider by ``spare`` em (narrower if negative).

    ``shrink`` is what its gaps can give, ``stretch`` what those beside Latin can take, ``even`` how many gaps open, and
    ``late`` what gaps take before that is seen.
    """
    if spare < 0.0:
        square = (spare / (shrink + _SLACK)) ** 2
        return square * (SHRINK_COST[0] + SHRINK_COST[1] * square * square * square)
    if spare <= stretch:
        return WORD_COST * spare / stretch if stretch else 0.0
    gap = (spare - stretch) / even if even else spare * spare * spare / ALONE
    if gap <= VISIBLE:
        return (WORD_COST if stretch else 0.0) + STRETCH_COST * gap * gap * gap
    more = 0.0
    if late:
        more = min(1.0, (gap - VISIBLE) * even / late)
        gap = max(VISIBLE, gap - late / even)
    cost = WORD_COST + WIDE_COST * more + STRETCH_COST * VISIBLE**3
    return cost + LOOSE_COST[0] + LOOSE_COST[1] * (gap - VISIBLE) if gap > VISIBLE else cost


def choose_breaks(units: Units, measure: Measure, *, loosely: bool = True) -> dict[int, Breaks]:
    """The cheapest way to break the paragraph for every number of lines that it can be set in.

    Without ``loosely`` none has a visibly loose line or a lone character, and there may be no way. With it loose
    lines are looked at where there is no other way, and units that fit no line (a chain of marks wider than the
    measure) are set too wide rather than lost. Chains part only where a line would be too wide or
    badly stretched else.
    """
    found = _ways(units, measure, CHAIN_COST, loosely=loosely)
    dear = loosely and min([way.cost for way in found.values()], default=0.0) > CHAIN_COST * CHAIN_COST
    return _ways(units, measure, FORBIDDEN, loosely=loosely) if dear and CHAIN_COST in units.costs else found


def _ways(units: Units, measure: Measure, most: float, *, loosely: bool) -> dict[int, Breaks]:
    """The same with breaks at places alone that cost less than ``most``."""
    search = _Search(units, measure, most)
    stuck = search.run(0)
    back = _WINDOW_LINES
    while stuck >= 0 and loosely:
        begin = search.loosen(stuck, back)
        before, stuck = stuck, search.run(begin)
        back = 2 * back if stuck <= before else _WINDOW_LINES
        if begin == 0 and stuck >= 0 and back > _WINDOW_LINES:
            break
    if stuck >= 0 and not loosely:
        return {}
    last = len(units.pieces) - 1
    return {lines: _traced(step, lines, last, search.reached) for lines, step in search.finals.items()}


class _Search:
    """A search over the places of a paragraph, in order.

    ``reached`` has the ways to the beginning of each unit, ``finals`` those to the paragraph's end. From units between
    ``loose_from`` and ``loose_to`` loose lines are tried too.
    """

    __slots__ = (
        "ends",
        "finals",
        "last",
        "loose_from",
        "loose_to",
        "measure",
        "near",
        "nearly",
        "reached",
        "units",
        "weigh",
    )

    def __init__(self, units: Units, measure: Measure, most: float) -> None:
        self.units = units
        self.measure = measure
        costs: Sequence[float] = units.costs
        if most in costs:
            costs = [cost if cost < most else FORBIDDEN for cost in costs]
        self.ends = _ends(units, costs)
        self.weigh = _weigher(units.sums, self.ends)
        self.reached: list[_Steps] = [_UNREACHED] * (len(costs) + 1)
        self.reached[0] = {0: (0.0, -1, _PLAIN)}
        self.finals: _Steps = {}
        self.loose_from = self.loose_to = -1
        # The last line begins at ``last`` at the latest and not before ``nearly``; up to ``near`` a line may be one of
        # the first.
        begins, shrink, last = units.sums.begins, units.sums.shrink, len(costs)
        self.last = next((at for at in range(last, 0, -1) if costs[at - 1] != FORBIDDEN), 0)
        widths = [width for _, width in (*measure.first, measure.rest)]
        self.near = bisect_right(range(last), sum(widths[:-2]) + _SLACK, key=lambda at: begins[at] - shrink[at])
        least = units.sums.ends[last] - shrink[last] - max(widths) - _SLACK
        self.nearly = bisect_left(range(last), least, key=lambda at: begins[at] - shrink[at])

    def run(self, begin: int) -> int:
        """Try all lines from unit ``begin`` on; gives the last unit that was reached, or -1 where a good way was found.

        They are weighed once for each width that a line may have, for all numbers of lines in which a unit was reached.
        """
        rest, reached, heads = self.measure.rest[1], self.reached, self.units.heads
        furthest = begin
        for start, found in enumerate(islice(reached, begin, self.last + 1), begin):
            if not found:
                continue
            furthest, steps = start, found
            if len(found) > _MORE_LINES:
                most = min(found) + _MORE_LINES
                steps = {lines: step for lines, step in found.items() if lines <= most}
            loosely = self.loose_from <= start <= self.loose_to
            for width, group in _by_width(steps, self.measure) if start < self.near else ((rest, steps),):
                room = width - heads.get(start, 0.0) if heads else width
                self.lines_from(start, self.weigh(start, room, loosely), group)
                if loosely:
                    self.overfull_line(start, room, group)
                if start >= self.nearly or start == self.last:
                    self.last_line(start, room, group, loosely=loosely)
        good = self.finals and min(step[0] for step in self.finals.values()) < _GOOD
        return -1 if good or (self.finals and self.loose_to >= self.last) else furthest

    def lines_from(self, start: int, weighed: list[tuple[float, int]], steps: _Steps) -> None:
        """Note every line from a unit that is cheaper than what is known."""
        reached, nexts, tails = self.reached, self.ends.nexts, self.ends.tails
        for lines, step in steps.items():
            count, before = lines + 1, step[0]
            for cost, index in weighed:
                known = reached[nexts[index]]
                if not known:
                    reached[nexts[index]] = {count: (before + cost, start, tails[index])}
                elif count not in known or before + cost < known[count][0]:
                    known[count] = (before + cost, start, tails[index])

    def overfull_line(self, start: int, width: float, steps: _Steps) -> None:
        """Take the shortest line where none goes in."""
        sums, ends = self.units.sums, self.ends
        first = next((at for at in range(ends.firsts[start], len(ends.costs)) if ends.costs[at] != FORBIDDEN), None)
        if first is not None and ends.leasts[first] > sums.begins[start] - sums.shrink[start] + width + _SLACK:
            known = self.reached[ends.nexts[first]] = dict(self.reached[ends.nexts[first]])
            _relax(known, steps, (_OVERFULL_COST, start, ends.tails[first]))

    def loosen(self, stuck: int, lines: int) -> int:
        """Let lines be loose from so many before the unit where the search was stuck; gives where to go on."""
        back = int(lines * self.measure.rest[1]) + _FEW
        if stuck - back > self.loose_to:
            self.loose_from = max(0, stuck - back)
        self.loose_from = max(0, min(self.loose_from, stuck - back))
        self.loose_to = stuck + back
        return max(0, stuck - back)

    def last_line(self, start: int, width: float, steps: _Steps, *, loosely: bool) -> None:
        """Try the line from ``start`` to the paragraph's end."""
        units, sums = self.units, self.units.sums
        last = len(units.pieces) - 1
        spare = width - (sums.ends[last] - sums.begins[start])
        shrink = sums.shrink[last] - sums.shrink[start]
        cost = 1.0 + (line_cost(spare, shrink, 0.0, 0, 0.0) if spare < 0.0 else 0.0)
        if spare < -shrink - _SLACK:
            if not loosely or start < self.last:
                return
            cost = 2 * _OVERFULL_COST**0.5
        if start and last - start < _FEW and _count(units, start) < _LEAST_LAST:
            cost += RUNT_COST
        _relax(self.finals, steps, (cost * cost, start, _PLAIN))


def _by_width(steps: _Steps, measure: Measure) -> tuple[tuple[float, _Steps], ...]:
    """The steps to a place by the width that the next line has."""
    groups: dict[float, _Steps] = {}
    for lines, step in steps.items():
        groups.setdefault(measure.line(lines)[1], {})[lines] = step
    return tuple(groups.items())


def _weigher(sums: Sums, ends: _Ends) -> Callable[[int, float, bool], list[tuple[float, int]]]:
    """A function that weighs every line of some width from a unit: what it costs, and how it ends.

    The longest line is tried first, then shorter ones until they are too loose. What does not change is bound once:
    this is the innermost loop.
    """
    begins, _, shrink, stretch, even, late = sums
    firsts, _, rights, leasts, shrinks, stretches, evens, lates, costs, _ = ends
    count = len(costs)
    (square_cost, eighth_cost), stretch_cost, visible, forbidden = SHRINK_COST, STRETCH_COST, VISIBLE, FORBIDDEN

    def weigh(start: int, width: float, loosely: bool) -> list[tuple[float, int]]:  # noqa: FBT001
        first, limit, shrunk = firsts[start], begins[start] + width, shrink[start]
        stretched, opened = stretch[start], even[start]
        least = _LEAST_TRIED
        weighed: list[tuple[float, int]] = []
        for index in range(bisect_right(leasts, limit - shrunk + _SLACK, first, count) - 1, first - 1, -1):
            spare, cost = limit - rights[index], 1.0 + costs[index]
            if cost == forbidden:
                continue
            if spare < 0.0:
                share = spare / (shrinks[index] - shrunk + _SLACK)
                share *= share
                cost += share * (square_cost + eighth_cost * share * share * share)
                least += 1
            else:
                wide, gaps = stretches[index] - stretched, evens[index] - opened
                if not wide and spare <= visible * gaps:
                    gap = spare / (gaps or 1)
                    cost += stretch_cost * gap * gap * gap
                elif not loosely and spare > 2 * wide + visible * (gaps or 1):
                    break
                else:
                    more = lates[index] - late[start]
                    if loosely and len(weighed) >= least and spare > wide + more + _LOOSE_GAP * (gaps or 1):
                        break
                    cost += line_cost(spare, 0.0, wide, gaps, more)
            weighed.append((cost * cost, index))
        return weighed

    return weigh


def _relax(known: _Steps, steps: _Steps, way: tuple[float, int, Tail]) -> None:
    """Note a line where it is cheaper than what is known."""
    cost, start, tail = way
    for lines, step in steps.items():
        if lines + 1 not in known or step[0] + cost < known[lines + 1][0]:
            known[lines + 1] = (step[0] + cost, start, tail)


def _count(units: Units, start: int) -> int:
    """How many letters and figures the units from ``start`` have."""
    return sum(each.isalnum() for piece in units.pieces[start:] for text in piece.texts for each in text)


def _traced(step: tuple[float, int, Tail], lines: int, last: int, reached: list[_Steps]) -> Breaks:
    """Follow the steps back to the paragraph's beginning."""
    cost, start, tail = step
    ends, tails = [last], [tail]
    while start > 0:
        lines -= 1
        ends.append(start - 1)
        _, start, tail = reached[start][lines]
        tails.append(tail)
    return Breaks(cost, tuple(reversed(ends)), tuple(reversed(tails)))
