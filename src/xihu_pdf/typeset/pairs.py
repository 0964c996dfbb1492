"""What stands between two classes: the blank, what it may give and take, and what a break there costs.

A full-width mark is a body of half an em and a removable blank on its outer side (a quarter on either side where it
stands in the middle), so that every width of a mark follows from the blank between it and its neighbour (clreq 3.1.6).
Blanks are in em of the running size. All tables follow from ``Rules``, which a style holds.
"""

from functools import cache
from typing import NamedTuple

from xihu_pdf.typeset.classes import (
    BANG,
    CLOSING,
    COLON,
    COMMA,
    CONNECTOR,
    DASH,
    DOT,
    FINAL,
    HAN,
    JAPAN,
    KINDS,
    LATIN,
    MAINLAND,
    NONSTARTER,
    NOTE,
    NUMBER,
    OPENING,
    PAIRED,
    PREFIX,
    SOLIDUS,
    STOP,
    TAIWAN,
    UPRIGHT,
    WESTERN,
)

__all__ = [
    "CLOSED",
    "FORBIDDEN",
    "HAN_LATIN",
    "MARKS",
    "NUMBER_FROM_UNIT",
    "PROHIBITIONS",
    "STAGES",
    "VISIBLE",
    "Gap",
    "Pairs",
    "Rules",
    "pairs_of_rules",
]

FORBIDDEN = float("inf")
# A gap opened between Han that the eye begins to see, in em.
VISIBLE = 0.125
# A number parted from its Han unit is legal but unwelcome (clreq 3.1.5): worth a slightly looser line, no more.
NUMBER_FROM_UNIT = 15.0


class Rules(NamedTuple):
    """How a style composes its lines.

    ``prohibition`` is a level of ``PROHIBITIONS``, ``marks`` a style of ``MARKS``, ``region`` tells where marks stand,
    ``han_latin`` names the natural gap between Han and Western, ``hanging`` lets one of 、，。 hang at a line's end
    (clreq 3.1.7), ``hyphenation`` parts Western words, ``vertical`` sets from top to bottom.
    """

    prohibition: str = "gb"
    marks: str = "line-end"
    region: str = MAINLAND
    han_latin: str = "sixth"
    hanging: bool = False
    hyphenation: bool = True
    vertical: bool = False


class Gap(NamedTuple):
    """The space between two neighbours in a line, in em.

    ``shrink`` is what it may give and ``stage`` when (clreq 3.6.3: lower stages first); ``stretch`` is what it may take
    before the Han gaps are opened (clreq 3.6.4), and ``late`` what it may take before they are opened visibly; ``even``
    tells whether it takes part in that even stretching.
    """

    natural: float
    shrink: float
    stage: int
    stretch: float
    even: bool
    late: float = 0.0


class Pairs(NamedTuple):
    """The tables of some rules, by left and right class: gaps, gaps where the copy has a blank.

    ``cells`` has the gap of each pair and what a break there costs. ``tail`` is the blank that a mark keeps at a line's
    end, by class; it may give it up whole unless ``rigid``. ``head`` is that of an opening mark at a line's start.
    """

    gaps: tuple[tuple[Gap, ...], ...]
    typed: tuple[tuple[Gap, ...], ...]
    cells: dict[tuple[int, int], tuple[Gap, float]]
    tail: tuple[float, ...]
    rigid: bool
    head: float


class _MarkStyle(NamedTuple):
    """Blank behind a stop and beside other marks, blank kept at line edges, whether neighbouring marks close up."""

    stop: float
    other: float
    tail: float
    rigid: bool
    head: float
    closes_up: bool


# 全角, 开明, 行末半角, 半角 and no adjustment at all (xeCJK, jfm-kaiming; GB/T 15834-2011, 5.1.10).
MARKS: dict[str, _MarkStyle] = {
    "full": _MarkStyle(0.5, 0.5, 0.5, rigid=False, head=0.0, closes_up=True),
    "kaiming": _MarkStyle(0.5, 0.0, 0.0, rigid=False, head=0.0, closes_up=True),
    "line-end": _MarkStyle(0.5, 0.5, 0.0, rigid=False, head=0.0, closes_up=True),
    "half": _MarkStyle(0.0, 0.0, 0.0, rigid=False, head=0.0, closes_up=True),
    "plain": _MarkStyle(0.5, 0.5, 0.5, rigid=True, head=0.5, closes_up=False),
}

_CLOSERS = frozenset({CLOSING, FINAL, COMMA, COLON, STOP, BANG, PAIRED})
_PARTERS = _CLOSERS | {DOT, CONNECTOR, SOLIDUS, NONSTARTER, NOTE, UPRIGHT}
# What may not start and what may not end a line: clreq 3.1.5; GB/T 15834-2011, 5.1.2 to 5.1.9.
PROHIBITIONS: dict[str, tuple[frozenset[int], frozenset[int]]] = {
    "none": (frozenset({NOTE}), frozenset()),
    "basic": (_PARTERS, frozenset({OPENING, PREFIX})),
    "gb": (_PARTERS, frozenset({OPENING, PREFIX, SOLIDUS})),
    "strict": (_PARTERS | {DASH}, frozenset({OPENING, PREFIX, SOLIDUS})),
}

# Stages of shrinking, clreq 3.6.3, after the line-end mark which the break itself trims.
WESTERN_SPACE, INTERPUNCTS, BRACKETS, COMMAS, HAN_WESTERN, STOPS = range(6)
STAGES = 6

# The blank that a mark leaves behind it: the stage at which it is given up, and the share that it may give. clreq
# leaves the stops to choice; they keep half of it, since a sentence ends there.
_BLANK_AFTER = {
    CLOSING: (BRACKETS, 1.0),
    COMMA: (COMMAS, 1.0),
    COLON: (COMMAS, 1.0),
    STOP: (STOPS, 0.5),
    BANG: (STOPS, 0.5),
    FINAL: (STOPS, 0.5),
}
_SENTENCE_ENDS = frozenset({STOP, BANG, FINAL})
_CENTRED = {MAINLAND: frozenset(), TAIWAN: frozenset({COMMA, COLON, STOP, BANG, PAIRED}), JAPAN: frozenset({COLON})}

_EVEN = Gap(0.0, 0.0, 0, 0.0, even=True)
CLOSED = Gap(0.0, 0.0, 0, 0.0, even=False)
# Natural gap between Han and Western in em: a quarter at most and an eighth at least (clreq 3.2.2 and 3.6). A sixth
# keeps the grey of a narrow column even, where numbers stand in every other line.
HAN_LATIN = {"none": 0.0, "eighth": 0.125, "sixth": 1 / 6, "quarter": 0.25}
_LEAST_HAN_LATIN, _MOST_HAN_LATIN = 0.125, 1 / 3
# A typed blank, clreq 3.6.3 and 3.6.4: a quarter em at the least, half an em before other gaps open.
_WORD = Gap(0.28, 0.03, WESTERN_SPACE, 0.22, even=True, late=0.22)
# The blank of a mark may double before Han part visibly, as compositors of lead put their spaces behind marks first.
_LATE = 1.0


def _han_latin(rules: Rules) -> Gap:
    natural = HAN_LATIN[rules.han_latin]
    if not natural:
        return _EVEN
    most = _MOST_HAN_LATIN - natural
    return Gap(natural, natural - _LEAST_HAN_LATIN, HAN_WESTERN, most, even=True, late=most)


def _gap(left: int, right: int, rules: Rules) -> Gap:
    """Derive one cell of the pair table of clreq 3.1.6."""
    if NOTE in (left, right) or (left in WESTERN and right in WESTERN):
        return CLOSED
    if {left, right} & WESTERN and {left, right} & {HAN, NONSTARTER}:
        return _han_latin(rules)
    before, after = _blank_after(left, right, rules), _blank_before(left, right, rules)
    natural = max(before.natural, after.natural)
    if natural and MARKS[rules.marks].closes_up:
        # A stop's blank outlasts a bracket's where both claim it: one blank of half an em stands between two marks.
        least = max(before.natural - before.shrink, after.natural - after.shrink)
        if before.natural and after.natural:
            least = max(least, natural / 2)
        stage = max(before.stage, after.stage)
        return Gap(natural, natural - least, stage, 0.0, even=True, late=natural * _LATE)
    if natural or before.natural + after.natural:
        return Gap(before.natural + after.natural, 0.0, 0, 0.0, even=True)
    if (left == OPENING and right in WESTERN) or (left in WESTERN and right in _CLOSERS):
        return CLOSED
    clings = left == OPENING or right in _CLOSERS or right == DOT
    return CLOSED if {SOLIDUS, CONNECTOR, PREFIX} & {left, right} and not clings else _EVEN


def _blank_after(left: int, right: int, rules: Rules) -> Gap:
    """The blank that the left mark has at its right side."""
    style, centred = MARKS[rules.marks], left in _CENTRED[rules.region]
    if left == DOT and rules.region != MAINLAND:
        return Gap(0.25, 0.25, INTERPUNCTS, 0.0, even=True)
    if left not in _BLANK_AFTER:
        return _EVEN
    # Nothing opens between a mark and one that clings to it; a mark in the middle keeps its quarter there.
    clings = right in _CLOSERS or right in (DOT, UPRIGHT)
    width = style.stop if left in _SENTENCE_ENDS else style.other
    if centred:
        width /= 2
    elif clings and style.closes_up:
        return _EVEN
    stage, share = _BLANK_AFTER[left]
    return Gap(width, width * share, stage, 0.0, even=True)


def _blank_before(left: int, right: int, rules: Rules) -> Gap:
    """The blank that the right mark has at its left side."""
    style = MARKS[rules.marks]
    if right == DOT and rules.region != MAINLAND:
        return Gap(0.25, 0.25, INTERPUNCTS, 0.0, even=True)
    if right in _CENTRED[rules.region]:
        width = (style.stop if right in _SENTENCE_ENDS | {PAIRED} else style.other) / 2
        stage, share = _BLANK_AFTER.get(right, (STOPS, 0.5))
        return Gap(width, width * share, stage, 0.0, even=True)
    if right != OPENING or (left == OPENING and style.closes_up):
        return _EVEN
    return Gap(style.other, style.other, BRACKETS, 0.0, even=True)


def _break_cost(left: int, right: int, rules: Rules) -> float:
    """What a break between two classes costs where the copy has no blank."""
    starts, ends = PROHIBITIONS[rules.prohibition]
    if right in starts or left in ends:
        return FORBIDDEN
    if left == NUMBER and right == HAN:
        return NUMBER_FROM_UNIT
    return FORBIDDEN if {left, right} <= WESTERN or (left == NOTE and right in WESTERN) else 0.0


def _typed(left: int, right: int, gap: Gap) -> Gap:
    """The gap, else ``gap``, between two classes where the copy has a typed blank.

    Beside Han and Latin it is the same gap as the automatic one, never a second one, and beside a full-width mark it
    is the mark's own blank (clreq 3.2.2, CSS Text 4 text-autospace).
    """
    sides = {left, right}
    if CONNECTOR in sides and sides & WESTERN:
        return _WORD
    if sides <= {HAN, NONSTARTER, LATIN, NUMBER, NOTE} and (left in WESTERN) == (right in WESTERN):
        return _WORD
    return gap


@cache
def pairs_of_rules(rules: Rules) -> Pairs:
    """The tables that follow from the rules; made once for each."""
    kinds, style = range(KINDS), MARKS[rules.marks]
    gaps = tuple(tuple([_gap(left, right, rules) for right in kinds]) for left in kinds)
    typed = tuple(tuple([_typed(left, right, row[right]) for right in kinds]) for left, row in enumerate(gaps))
    cells = {(left, right): (gaps[left][right], _break_cost(left, right, rules)) for left in kinds for right in kinds}
    return Pairs(gaps, typed, cells, tuple(_tail(kind, rules) for kind in kinds), style.rigid, style.head)


def _tail(kind: int, rules: Rules) -> float:
    blank = MARKS[rules.marks].tail if kind in _BLANK_AFTER or kind == PAIRED else 0.0
    return blank / 2 if kind in _CENTRED[rules.region] else blank
