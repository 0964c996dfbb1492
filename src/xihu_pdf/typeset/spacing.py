"""What fills a line: the remainder spread over its gaps in the staged order of clreq 3.6.3 and 3.6.4."""

from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from xihu_pdf.typeset.pairs import VISIBLE, Gap

__all__ = ["Spread", "spread"]

_STAGE = itemgetter(0)


class Spread(NamedTuple):
    """Widths of the gaps of a line in em, and by how much those between Han were opened."""

    widths: tuple[float, ...]
    opened: float


def spread(gaps: tuple[Gap, ...], spare: float, *, last: bool) -> Spread:
    """Widths in em of the gaps of a line that is ``spare`` em short of its measure (negative: too long).

    Shrinking goes stage by stage, each evenly and to its limit before the next. Stretching opens the gaps of words to
    their limit, then all gaps alike till that is seen, those of words and marks by their share of what comes late, then
    all. A last line is never stretched.
    """
    natural = tuple([gap[0] for gap in gaps])
    if spare < 0.0:
        return Spread(_shrunk(gaps, natural, -spare), 0.0)
    if last or spare == 0.0:
        return Spread(natural, 0.0)
    return _stretched(gaps, natural, spare)


def _shrunk(gaps: tuple[Gap, ...], natural: tuple[float, ...], excess: float) -> tuple[float, ...]:
    widths = list(natural)
    able = sorted([(gap[2], at, gap[1]) for at, gap in enumerate(gaps) if gap[1]])
    for _, stage in groupby(able, _STAGE):
        members = list(stage)
        capacity = sum([shrink for _, _, shrink in members])
        share = min(1.0, excess / capacity)
        for _, at, shrink in members:
            widths[at] -= shrink * share
        excess -= capacity * share
        if excess <= 0.0:
            break
    return tuple(widths)


def _stretched(gaps: tuple[Gap, ...], natural: tuple[float, ...], spare: float) -> Spread:
    capacity = sum([gap[3] for gap in gaps])
    even = sum([gap[4] for gap in gaps])
    if even == len(gaps) and not capacity and spare <= VISIBLE * even:
        opening = spare / (even or 1)
        return Spread(tuple([width + opening for width in natural]), opening)
    if not even:
        # Parts of one word: a hole in it would be worse than a line that falls short (clreq 3.6.4).
        return Spread(natural, 0.0)
    share = min(1.0, spare / capacity) if capacity else 0.0
    opening, more = (spare - capacity * share) / even, 0.0
    if opening > VISIBLE:
        late = sum([gap[5] for gap in gaps])
        more = min(1.0, (opening - VISIBLE) * even / late) if late else 0.0
        opening -= late * more / even
    widths = [
        width + gap[3] * share + gap[5] * more + (opening if gap[4] else 0.0)
        for width, gap in zip(natural, gaps, strict=True)
    ]
    return Spread(tuple(widths), opening)
