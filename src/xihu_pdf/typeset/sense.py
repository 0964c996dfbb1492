"""Where a heading may part: words are found in it, and each place is told how unwelcome a break there is.

A heading is cut into the fewest words of the list and of the copy itself (see ``pairs_of``); then what is read in one
breath counts: a word that opens a phrase begins a line, one that closes it ends one, a number stays with what it
counts, a name in marks whole.
"""

import re
from collections.abc import Mapping, Sequence

from xihu_pdf.typeset.words import COMMON_WORDS, UNITS

__all__ = ["NO_START", "break_faults", "is_torn"]

# What never begins a line; words that open a phrase, and those that close one.
NO_START = frozenset("的地得了着过们之等者")
_OPENERS = frozenset("向再与和及为以从在对把被让使更将共促助由给同跟或并又也都不只要去来到是有")
_CLOSERS = frozenset("的了着过")
_SMALL = _OPENERS | NO_START
_JOINING = frozenset("和与及或同跟、")
# What breaks cost: at a pause that was typed or marked, between the members of a list, beside words that open or close
# a phrase, in a word of the list, in a number and before what it counts, in a name in marks.
_PAUSE, _MARKED, _LISTED, _PHRASE = -4.0, -3.0, -2.0, 1.5
_TORN, _NUMBER, _NAMED = 12.0, 14.0, 6.0
_LONGEST, _LONGEST_NAME = 4, 8
# Two characters of no listed word are perhaps one that the list lacks; what makes a longer word of the one before it.
_UNLISTED, _ENDING = 3.0, 5.0
_ENDINGS = frozenset(
    "园点楼镇村县市乡厂店院站所局队会员家人区街桥河山库场馆校部厅办组团社网台器机车船板性化式型级率量费额"
)
# Two characters that meet once in the copy meet by chance; a pair that often is one word, if the list knows no better.
_OFTEN, _PAIR, _CHANCE = 3, 4.0, 1.0
_NUMBERS = f"[0-9.]+[%％‰]|第?[0-9.〇零一二三四五六七八九十百千万亿两几多]+(?:{UNITS}|.)?"
_NAMES = "[“‘《「『（〈][^”’》」』）〉]*[”’》」』）〉]"


def break_faults(text: str, pairs: Mapping[str, int]) -> list[float]:
    """What a break before each character costs, that of the first being of no use."""
    numbers = [found.span() for found in re.finditer(_NUMBERS, text)]
    words = _words(text, pairs, {end: start for start, end in numbers})
    faults = [0.0] * len(text)
    for at in range(1, len(text)):
        before, after = text[at - 1], text[at]
        if before.isspace() or after.isspace():
            faults[at] = _PAUSE
            continue
        often = pairs.get(before + after, 0)
        if not words[at]:
            faults[at] = _TORN
        elif before + after not in COMMON_WORDS:
            torn = min(often, _OFTEN) if often > 1 else often / 4
            # Where a word of the list ends or begins, the two are rather neighbours than one word.
            faults[at] = torn * (_CHANCE if words[at] > 1 else _PAIR) + _unlisted(words, text, at)
        faults[at] += _phrase(before, after)
    names = [found.span() for found in re.finditer(_NAMES, text)]
    _keep_whole(numbers, _NUMBER, faults)
    _keep_whole([each for each in names if each[1] - each[0] <= _LONGEST_NAME + 2], _NAMED, faults)
    return faults


def is_torn(text: str, rows: Sequence[str], pairs: Mapping[str, int]) -> bool:
    """Whether one of the rows that a heading was broken into begins inside a word, a number or a short name."""
    faults = break_faults(text, pairs) if rows[1:] else []
    at = len(rows[0])
    for row in rows[1:]:
        at = text.index(row, at)
        if faults[at] >= _NAMED:
            return True
        at += len(row)
    return False


def _unlisted(words: list[int], text: str, at: int) -> float:
    """What it costs that a word which the list lacks may stand across a place."""
    before, after = text[at - 1], text[at]
    if {before, after} & _SMALL:
        return 0.0
    # Both edges of a character of its own lie beside it.
    alone = words[at + 1] > 0
    if alone and after in _ENDINGS:
        return _ENDING
    return _UNLISTED if words[at] == 1 else 0.0


def _phrase(before: str, after: str) -> float:
    """What the two characters beside a break say of the phrase."""
    if before in "，；：。！？":
        return _MARKED
    if before in "、":
        return _LISTED
    fault = _PHRASE * ((before in _OPENERS) - (after in _OPENERS)) - _PHRASE * (before in _CLOSERS) / 2
    return fault + (_PHRASE if before in _JOINING else 0.0)


def _keep_whole(spans: list[tuple[int, int]], cost: float, faults: list[float]) -> None:
    """Keep numbers with what they count, and names in marks whole as far as they are short."""
    for start, end in spans:
        for at in range(start + 1, end):
            faults[at] = max(faults[at], cost)


def _words(text: str, pairs: Mapping[str, int], numbers: Mapping[int, int]) -> list[int]:
    """For each place 0 inside a word, 1 where two single characters meet, more where a known word ends or begins.

    Of all ways to cut the text the one of the fewest pieces is taken, single characters counting a little more.
    """
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(text) + 1):
        ways = [(best[end - 1][0] + _single(text[end - 1]), end - 1)]
        starts = range(max(0, end - _LONGEST), end - 1)
        ways += [(best[start][0] + 1.0, start) for start in starts if text[start:end] in COMMON_WORDS]
        if end > 1 and pairs.get(text[end - 2 : end], 0) > _OFTEN:
            ways.append((best[end - 2][0] + 1.4, end - 2))
        if end in numbers:
            ways.append((best[numbers[end]][0] + 1.0, numbers[end]))
        best.append(min(ways))
    edges = [0] * (len(text) + 1)
    end = len(text)
    while end:
        start = best[end][1]
        listed = end - start > 1
        edges[start] += 1 + listed
        edges[end] += listed
        end = start
    return edges


def _single(character: str) -> float:
    """What a character by itself counts; one that joins or closes a phrase is a word of its own."""
    return 0.8 if character in _SMALL else 1.3
