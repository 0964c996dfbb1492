"""Headlines and other single lines: set at their natural width, broken by sense, never stretched.

clreq 3.4.3 and 4.1: a heading gets the trimming of its marks only, is broken at marks or balanced, never with one
character alone, and 的 does not start a line.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from itertools import accumulate, pairwise
from math import ceil
from typing import NamedTuple

from xihu_pdf.content import Mark
from xihu_pdf.typeset.classes import HAN
from xihu_pdf.typeset.pairs import FORBIDDEN
from xihu_pdf.typeset.paragraph import Compositor
from xihu_pdf.typeset.sense import NO_START, break_faults
from xihu_pdf.typeset.setting import Line, set_pieces
from xihu_pdf.typeset.units import Units

__all__ = ["break_by_sense", "pairs_of", "set_display", "units_width"]

# The blank that parts the two halves of a headline, in em: seen as a pause, less than the em that would be a hole.
_PAUSE = 0.5
# What a line that is too wide costs, and each em of that, so that a line more is better. What a line as long again as
# the even one costs, one of an odd number of characters, and a line more; no line is of one character.
_OVER_COST = 10000.0
_UNEVEN, _ODD, _LINE_COST, _MORE_LINES = 4.0, 1.0, 8.0, 1
# A pause inside a line, where others end at no pause.
_PASSED = 4.0
# Of two ways that are alike the one with the shorter line above is taken, as a trapezoid 梯形 is.
_LOWER = 0.3
_LEAST = 2
_SLACK = 1e-6


def pairs_of(*texts: str) -> Counter[str]:
    """How often each two characters stand together in the copy: what is often together is likely one word."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(map("".join, pairwise(text)))
    return counts


def units_width(units: Units, tracking: float = 0.0) -> float:
    """Natural width in em, ``tracking`` em added to every gap."""
    return sum(piece.body for piece in units.pieces) + sum(_display_gaps(units, tracking))


def _display_gaps(units: Units, tracking: float) -> list[float]:
    """The gaps of a heading in em; a blank between two Han is a pause."""
    kinds = [(left.right, right.left) for left, right in pairwise(units.pieces)]
    return [
        tracking + (_PAUSE if index in units.blanks and pair == (HAN, HAN) else gap.natural)
        for index, (gap, pair) in enumerate(zip(units.gaps, kinds, strict=True))
    ]


def set_display(compositor: Compositor, text: str, tracking: float = 0.0, marks: tuple[Mark, ...] = ()) -> Line:
    """Set a text as one line of its natural width, ``tracking`` em added to every gap."""
    units = compositor.units(text, marks=marks)
    if not units.pieces:
        return Line((), text, 0.0, 0.0, 0.0, 0.0)
    span, look = (0, len(units.pieces) - 1), compositor.print
    items, end = set_pieces(units, span, tuple(_display_gaps(units, tracking)), look, (0.0, None))
    return Line(items, text, 0.0, end * look.size, 0.0, 0.0)


def break_by_sense(compositor: Compositor, text: str, width: float, pairs: Mapping[str, int]) -> tuple[str, ...]:
    """Break a heading into the fewest lines of at most ``width`` em, balanced and not inside a word.

    Where a word stands is judged by a list of common ones and by ``pairs``: how often the copy itself has the two
    characters together. A line feed in the text breaks where the editor wants it.
    """
    if "\n" in text:
        return tuple(part for each in text.split("\n") for part in break_by_sense(compositor, each, width, pairs))
    units = compositor.units(text)
    whole = units_width(units)
    if whole <= width + _SLACK:
        return (text,)
    places = _places(units, text, pairs)
    # A pause at which a line ends takes no room.
    lines = max(2, ceil((whole - sum(place.start - place.end for place in places if place.is_pause)) / width - _SLACK))
    best: tuple[float, tuple[int, ...]] | None = None
    # A line that is too wide, or a word torn, is worse than one line more.
    more = _MORE_LINES
    for count in range(min(lines, len(places) - 1), len(places)):
        found = _cheapest(places, count, width)
        if found is not None and (best is None or found[0] < best[0] - _LINE_COST):
            best = found
        # Once all lines fit, a few more are tried for the sake of a word.
        more -= best is not None and best[0] < _OVER_COST
        if more < 0:
            break
    if best is None:
        return (text,)
    return tuple(text[start:end].strip() for start, end in pairwise((0, *best[1])))


class _Place(NamedTuple):
    """Where a line may end: at which character and what that costs, where the next one goes on; both in em, too.

    ``is_pause`` tells that the copy has a blank there.
    """

    before: int
    after: int
    fault: float
    end: float
    start: float
    is_pause: bool = False


def _places(units: Units, text: str, pairs: Mapping[str, int]) -> list[_Place]:
    """All places where a line may end, the text's beginning and its end among them."""
    faults = break_faults(text, pairs)
    steps = [piece.body + gap for piece, gap in zip(units.pieces, _display_gaps(units, 0.0), strict=False)]
    starts = list(accumulate(steps, initial=0.0))
    places = [_Place(0, 0, 0.0, 0.0, 0.0)]
    at = 0
    for index, (piece, cost) in enumerate(zip(units.pieces, units.costs, strict=False)):
        at = text.index("".join(piece.texts), at) + len("".join(piece.texts))
        after = len(text) - len(text[at:].lstrip())
        if cost != FORBIDDEN and text[after] not in NO_START:
            fault = min(faults[at : after + 1]) + cost / 10
            places.append(_Place(at, after, fault, starts[index] + piece.body, starts[index + 1], after > at))
    end = starts[-1] + units.pieces[-1].body
    return [*places, _Place(len(text), len(text), 0.0, end, end)]


def _cheapest(places: list[_Place], lines: int, width: float) -> tuple[float, tuple[int, ...]] | None:
    """The cheapest way to end so many lines at places, by the sum of what the breaks and the lines cost.

    Lines of double width are of no use but where nothing parts them.
    """
    even = places[-1].end / lines
    starts = [place.start for place in places]
    pauses = list(accumulate([place.is_pause for place in places]))
    ways: list[tuple[float, tuple[int, ...]] | None] = [(0.0, ()), *[None] * (len(places) - 1)]
    for number in range(lines):
        after: list[tuple[float, tuple[int, ...]] | None] = [None] * len(places)
        ends = range(number + 1, len(places)) if number < lines - 1 else (len(places) - 1,)
        for at in ends:
            other = places[at]
            least = min(at - 1, bisect_left(starts, other.end - 2 * width))
            found = []
            for begin, (one, way) in enumerate(zip(places[least:at], ways[least:at], strict=True), least):
                if way is not None and other.before - one.after >= _LEAST:
                    cost = way[0] + other.fault + _line_fault(other.end - one.start, even, other.before - one.after)
                    cost += _PASSED * (pauses[at - 1] - pauses[begin])
                    over = other.end - one.start - width
                    cost += _OVER_COST * (1.0 + over) if over > _SLACK else 0.0
                    found.append((cost - _LOWER * number * (other.end - one.start) / even, way[1]))
            if found:
                cost, cuts = min(found)
                after[at] = cost, (*cuts, other.before)
        ways = after
    return ways[-1]


def _line_fault(long: float, even: float, characters: int) -> float:
    """How unwelcome a line is: uneven, or of odd length where Chinese goes by twos and fours."""
    return _UNEVEN * abs(long - even) / even + (characters % 2) * _ODD
