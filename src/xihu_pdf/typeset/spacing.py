"""What fills a line: the remainder spread over its gaps in the staged order of clreq 3.6.3 and 3.6.4."""

from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from xihu_pdf.typeset.pairs import VISIBLE, Gap

__all__ = ["Spread", "spread"]

_STAGE = itemgetter(0)
# What is less than this in em comes from the sums of floating numbers.
_NOTHING = 1e-9


class Spread(NamedTuple):
    """By how much each gap of a line is wider than its natural width in em, and how far those between Han open.

    Where all gaps have their natural width ``more`` is empty.
    """

    more: tuple[float, ...]
    opened: float


def spread(gaps: tuple[Gap, ...], spare: float, *, last: bool) -> Spread:
    """What becomes of the gaps of a line that is ``spare`` em short of its measure (negative: too long).

    Shrinking goes stage by stage, each evenly and to its limit before the next. Stretching opens the gaps of words to
    their limit, then all gaps alike till that is seen, those of words and marks by their share of what comes late, then
    all. A last line is never stretched.
    """
    if not gaps or (last and spare > 0.0) or abs(spare) < _NOTHING:
        return Spread((), 0.0)
    return Spread(_shrunk(gaps, -spare), 0.0) if spare < 0.0 else _stretched(gaps, spare)


def _shrunk(gaps: tuple[Gap, ...], excess: float) -> tuple[float, ...]:
    more = [0.0] * len(gaps)
    able = sorted([(gap[2], at, gap[1]) for at, gap in enumerate(gaps) if gap[1]])
    for _, stage in groupby(able, _STAGE):
        members = list(stage)
        capacity = sum([shrink for _, _, shrink in members])
        share = min(1.0, excess / capacity)
        for _, at, shrink in members:
            more[at] = -shrink * share
        excess -= capacity * share
        if excess <= 0.0:
            break
    return tuple(more)


def _stretched(gaps: tuple[Gap, ...], spare: float) -> Spread:
    _, _, _, stretches, evens, lates = zip(*gaps, strict=True)
    capacity, even = sum(stretches), sum(evens)
    if not even:
        # Parts of one word: a hole in it would be worse than a line that falls short (clreq 3.6.4).
        return Spread((), 0.0)
    share = min(1.0, spare / capacity) if capacity else 0.0
    opening, late = (spare - capacity * share) / even, 0.0
    if opening > VISIBLE and any(lates):
        late = min(1.0, (opening - VISIBLE) * even / sum(lates))
        opening -= sum(lates) * late / even
    if not share and not late and even == len(gaps):
        return Spread((opening,) * len(gaps), opening)
    more = [
        stretch * share + after * late + (opening if is_even else 0.0)
        for stretch, after, is_even in zip(stretches, lates, evens, strict=True)
    ]
    return Spread(tuple(more), opening)
