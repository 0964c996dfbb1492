"""Character classes and what stands between two of them: the tables that every line follows.

A full-width mark is a body of half an em and a removable blank of half an em on its outer side, so that every width
of a mark follows from the blank between it and its neighbour (clreq 3.1.6). Blanks are in em of the running size.
"""

from typing import NamedTuple

__all__ = [
    "CLOSING",
    "COLON",
    "COMMA",
    "CONNECTOR",
    "DASH",
    "DOT",
    "GAPS",
    "HALF_BODY",
    "HAN",
    "KINDS",
    "LATIN",
    "NO_LINE_END",
    "NO_LINE_START",
    "NUMBER",
    "OPENING",
    "SOLIDUS",
    "STAGES",
    "STOP",
    "Gap",
    "character_class",
    "gap_at_blank",
]

(HAN, OPENING, CLOSING, COMMA, COLON, STOP, DOT, DASH, CONNECTOR, SOLIDUS, LATIN, NUMBER) = range(12)
KINDS = 12

# Class of each mark that is not Han, Latin or a digit; clreq 3.1.2 and jlreq appendix A.
_MARKS: dict[int, str] = {
    OPENING: "“‘（《〈「『【〖〔［｛︽﹁﹃",
    CLOSING: "”’）》〉」』】〗〕］｝",
    COMMA: "，、；",
    COLON: "：",
    STOP: "。．？！",
    DOT: "·・•",
    DASH: "—…⸺⸻",
    CONNECTOR: "～–〜",
    SOLIDUS: "／",
}
_CLASS: dict[str, int] = {mark: kind for kind, marks in _MARKS.items() for mark in marks}
_CLASS.update(dict.fromkeys("0123456789", NUMBER))

# The classes whose glyph keeps half an em and whose other half is the blank of the pair.
HALF_BODY = frozenset({OPENING, CLOSING, COMMA, COLON, STOP, DOT, SOLIDUS})
# GB level (GB/T 15834-2011, 5.1.2 to 5.1.9): no mark that closes or parts starts a line, no mark that opens ends one,
# and a solidus does neither.
NO_LINE_START = frozenset({CLOSING, COMMA, COLON, STOP, DOT, CONNECTOR, SOLIDUS})
NO_LINE_END = frozenset({OPENING, SOLIDUS})
_WESTERN = frozenset({LATIN, NUMBER})


def character_class(character: str) -> int:
    """The class of one character.

    >>> character_class("，") == COMMA, character_class("镇") == HAN, character_class("7") == NUMBER
    (True, True, True)
    """
    kind = _CLASS.get(character)
    if kind is not None:
        return kind
    return LATIN if character < "\u2e80" and not "\u2460" <= character <= "\u27bf" else HAN


class Gap(NamedTuple):
    """The space between two neighbours in a line, in em.

    ``shrink`` is what it may give and ``stage`` when (clreq 3.6.3: lower stages first); ``stretch`` is what it may take
    before the Han gaps are opened (clreq 3.6.4), ``even`` whether it takes part in that last even stretching.
    """

    natural: float
    shrink: float
    stage: int
    stretch: float
    even: bool


# Stages of shrinking, clreq 3.6.3, after the line-end mark which the break itself trims.
WESTERN_SPACE, BRACKETS, COMMAS, HAN_LATIN, STOPS = range(5)
STAGES = 5

# The blank that a mark leaves behind it: the stage at which it is given up, and how much of its half em. clreq leaves
# the stops to choice; they keep half of it, since a sentence ends there.
_BLANK_AFTER = {CLOSING: (BRACKETS, 0.5), COMMA: (COMMAS, 0.5), COLON: (COMMAS, 0.5), STOP: (STOPS, 0.25)}
_TIGHT = frozenset({CLOSING, COMMA, COLON, STOP, DOT})

_EVEN = Gap(0.0, 0.0, 0, 0.0, even=True)
_CLOSED = Gap(0.0, 0.0, 0, 0.0, even=False)
# clreq 3.2.2 and 3.6: a quarter em at most, an eighth at least; stretched to a third before Han gaps open. A sixth
# keeps the grey of a narrow column even, where numbers stand in every other line.
_HAN_LATIN = Gap(1 / 6, 1 / 6 - 0.125, HAN_LATIN, 1 / 6, even=True)
# A typed blank, clreq 3.6.3 and 3.6.4: a quarter em at the least, half an em before other gaps open.
_WORD = Gap(0.28, 0.03, WESTERN_SPACE, 0.22, even=True)


def _gap(left: int, right: int) -> Gap:
    """Derive one cell of the pair table of clreq 3.1.6 (full-width style, adjacent marks compressed)."""
    if left in _WESTERN and right in _WESTERN:
        return _CLOSED
    if {left, right} & _WESTERN and HAN in (left, right):
        return _HAN_LATIN
    # Nothing opens between a mark and what it clings to but the even stretch of a loose line.
    clings = left == OPENING or right in _TIGHT
    if left in _BLANK_AFTER and not clings:
        stage, give = _BLANK_AFTER[left]
        return Gap(0.5, 0.25 if right == OPENING else give, stage, 0.0, even=True)
    if right == OPENING and not clings:
        return Gap(0.5, 0.5, BRACKETS, 0.0, even=True)
    return _CLOSED if {SOLIDUS, CONNECTOR} & {left, right} and not clings else _EVEN


# The gap between two neighbouring classes, by the left and then the right one (clreq 3.1.6, 3.2.2).
GAPS: tuple[tuple[Gap, ...], ...] = tuple(tuple(_gap(left, right) for right in range(KINDS)) for left in range(KINDS))
_WORD_SIDES = frozenset({HAN, LATIN, NUMBER})


def gap_at_blank(left: int, right: int) -> Gap:
    """The gap between two classes where the copy has a typed blank.

    Beside Han and Latin it is the same gap as the automatic one, never a second one, and beside a full-width mark it
    is the mark's own blank (clreq 3.2.2, CSS Text 4 text-autospace).
    """
    if {left, right} <= _WORD_SIDES and (left == HAN) == (right == HAN):
        return _WORD
    return GAPS[left][right]
