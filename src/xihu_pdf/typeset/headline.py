"""Headlines and other single lines: set at their natural width, broken by sense, never stretched.

clreq 3.4.3 and 4.1: a heading gets the trimming of its marks only, is broken at marks or balanced, never with one
character alone, and 的 does not start a line.
"""

from collections import Counter
from collections.abc import Mapping
from itertools import accumulate, pairwise
from math import ceil

from xihu_pdf.content import Mark
from xihu_pdf.typeset.classes import HAN
from xihu_pdf.typeset.pairs import FORBIDDEN
from xihu_pdf.typeset.paragraph import Compositor
from xihu_pdf.typeset.setting import Line, set_pieces
from xihu_pdf.typeset.units import Units
from xihu_pdf.typeset.words import COMMON_WORDS

__all__ = ["break_by_sense", "pairs_of", "set_display", "units_width"]

# The blank that parts the two halves of a headline, in em: seen as a pause, less than the em that would be a hole.
_PAUSE = 0.5
# A word cut is better than a line more: what an em too wide costs.
_OVER_COST = 100.0
_NO_START = frozenset("的地得了着过们之")
# Words that open a phrase: a line rather begins with one than ends with it.
_OPENERS = frozenset("向再与和及为以从在对把被让使更将共促助")


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
    lines = ceil(units_width(units) / width - 1e-6)
    if lines <= 1:
        return (text,)
    best: tuple[float, int] | None = None
    at = 0
    steps = [piece.body + gap for piece, gap in zip(units.pieces, _display_gaps(units, 0.0), strict=False)]
    starts = list(accumulate(steps, initial=0.0))
    end = starts[-1] + units.pieces[-1].body
    for index, (piece, cost) in enumerate(zip(units.pieces, units.costs, strict=False)):
        at = text.index("".join(piece.texts), at) + len("".join(piece.texts))
        head, tail = text[:at].rstrip(), text[at:].lstrip()
        if cost != FORBIDDEN and min(len(head), len(tail)) > 1 and tail[0] not in _NO_START:
            over = max(starts[index] + piece.body - width, end - starts[index + 1] - width * (lines - 1))
            fault = _break_fault(text, at, lines, pairs) + cost / 10 + _OVER_COST * max(0.0, over)
            best = min(best, (fault, at)) if best else (fault, at)
    if best is None:
        return (text,)
    head, tail = text[: best[1]].rstrip(), text[best[1] :].lstrip()
    return (*break_by_sense(compositor, head, width, pairs), *break_by_sense(compositor, tail, width, pairs))


def _break_fault(text: str, at: int, lines: int, pairs: Mapping[str, int]) -> float:
    """How unwelcome the first of ``lines`` is: uneven, a word cut, odd halves where Chinese goes by twos and fours."""
    uneven = abs(lines * at - len(text)) / len(text)
    if text[at - 1] == " " or text[at] == " ":
        return 4 * uneven - 4
    pair = text[at - 1 : at + 1]
    # Two characters that meet once meet by chance.
    often = pairs.get(pair, 0)
    torn = 3.0 if pair in COMMON_WORDS else min(often, 3) if often > 1 else often / 4
    odd = 2.0 if at % 2 and (len(text) - at) % 2 else 0.0
    phrase = (text[at - 1] in _OPENERS) - (text[at] in _OPENERS)
    return 8 * uneven + 4 * torn + odd + phrase
