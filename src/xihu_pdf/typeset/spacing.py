"""What fills a line: the remainder spread over its gaps in the staged order of clreq 3.6.3 and 3.6.4."""

from xihu_pdf.typeset.pairs import STAGES, VISIBLE, Gap

__all__ = ["spread"]


def spread(gaps: tuple[Gap, ...], spare: float, *, last: bool) -> tuple[float, ...]:
    """Widths in em of the gaps of a line that is ``spare`` em short of its measure (negative: too long).

    Shrinking goes stage by stage, each evenly and to its limit before the next. Stretching opens the gaps of words to
    their limit, then all gaps alike till that is seen, those of words again by as much, then all. A last line is never
    stretched.
    """
    natural = tuple([gap[0] for gap in gaps])
    if spare < 0.0:
        return _shrunk(gaps, natural, -spare)
    if last or spare == 0.0:
        return natural
    return _stretched(gaps, natural, spare)


def _shrunk(gaps: tuple[Gap, ...], natural: tuple[float, ...], excess: float) -> tuple[float, ...]:
    widths = list(natural)
    for stage in range(STAGES):
        able = [at for at, gap in enumerate(gaps) if gap.shrink and gap.stage == stage]
        capacity = sum(gaps[at].shrink for at in able)
        if not capacity:
            continue
        share = min(1.0, excess / capacity)
        for at in able:
            widths[at] -= gaps[at].shrink * share
        excess -= capacity * share
        if excess <= 0.0:
            break
    return tuple(widths)


def _stretched(gaps: tuple[Gap, ...], natural: tuple[float, ...], spare: float) -> tuple[float, ...]:
    capacity = sum([gap[3] for gap in gaps])
    even = sum([gap[4] for gap in gaps])
    if even == len(gaps) and not capacity:
        opening = spare / (even or 1)
        return tuple([width + opening for width in natural])
    # A line without a single gap that may open (one long word) stretches where it can rather than fall short.
    share, forced = (min(1.0, spare / capacity) if capacity else 0.0), not even
    even = even or len(gaps)
    opening = (spare - capacity * share) / even
    if opening > VISIBLE and capacity:
        more = min(1.0, (opening - VISIBLE) * even / capacity)
        opening -= capacity * more / even
        share += more
    return tuple(
        [
            width + gap[3] * share + (opening if gap[4] or forced else 0.0)
            for width, gap in zip(natural, gaps, strict=True)
        ]
    )
