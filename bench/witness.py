"""Judge lines by the places of their letters and by the copy alone, knowing nothing of how they were broken.

A letter is one em wide if it is Han; a full-width mark has its body in one half of the em, or fills it. Lengths are em.
"""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

# clreq 3.1.5, GB level: marks that may not begin a line, and those that may not end one.
OPENING = frozenset("“‘（《〈「『【〖〔［｛")
CLOSING = frozenset("”’）》〉」』】〗〕］｝，、；：。．？！")
MIDDLE = frozenset("·・•‧／")
NO_START = CLOSING | MIDDLE | frozenset("～–〜")
NO_END = OPENING | frozenset("／")
# Half-width marks do the same, but where they belong to what follows (.NET, ?page=2, ./data).
HALF_CLOSING, HALF_OPENING = frozenset(",.;:!?)]}"), frozenset("([{")
# A number with its sign, arrow, currency sign, decimal point, interpunct (5·12), ratio, group commas, percent or degree
# sign; not inside an address.
ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+|[!-~]+@[!-~]+")
NUMBER = re.compile(
    r"(?:(?<![\w)）年月日时])[-+−±＋－]|[↑↓≤≥≈＜＞])?[¥￥$＄€£]?\d+(?:[.,．·・•∶]?\d+)*(?:[%％‰℃℉€]|°[CF]?)?",
    re.ASCII | re.IGNORECASE,
)
_WIDE_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
# What the eye begins to see between two Han.
LOOSE = 1 / 8
_WIDE, _SLACK = 0.75, 1e-6
# How far a letter is looked for in the copy, where characters without a glyph were left out.
_AHEAD = 80


class Letter(NamedTuple):
    """What one glyph stands for, its origin right of the column's edge, its advance, and its place in the copy."""

    text: str
    x: float
    advance: float
    at: int = -1


class SetLine(NamedTuple):
    """The letters of a line, blanks left out, between its edges."""

    letters: tuple[Letter, ...]
    left: float
    right: float


class SetParagraph(NamedTuple):
    """A paragraph's lines, its copy, and the characters reported as missing."""

    lines: tuple[SetLine, ...]
    copy: str
    missing: tuple[str, ...] = ()


class Figures(NamedTuple):
    """Counts, but for ``widest``, the widest Han gap; ``lost`` counts characters neither set nor told as missing.

    A line of parts of one Western word or address has no gap that could open: such are counted as ``alone``.
    """

    paragraphs: int = 0
    lines: int = 0
    starts: int = 0
    ends: int = 0
    short: int = 0
    alone: int = 0
    overfull: int = 0
    split: int = 0
    runts: int = 0
    loose: int = 0
    widest: float = 0.0
    missing: int = 0
    lost: int = 0


HEADS = (
    "paragraphs", "lines", "forbidden starts", "forbidden ends", "short lines", "short lines of one word",
    "overfull lines", "split numbers",
    "last lines of one Han", "lines with a Han gap above 1/8 em", "widest Han gap, em", "missing", "lost",
)  # fmt: skip


def cells(figures: Figures) -> list[str]:
    """The figures in words, in the order of ``HEADS``."""
    words = [f"{each:,}" for each in figures]
    words[9] = f"{figures.loose:,} ({figures.loose / max(figures.lines, 1):.2%})"
    words[10] = f"{figures.widest:.3f}"
    return words


def judged(paragraphs: Iterable[SetParagraph], tolerance: float) -> Figures:
    """The sums over all paragraphs; a line may be off its measure by ``tolerance``."""
    total = Figures()
    for paragraph in paragraphs:
        total = added(total, judge(located(paragraph), tolerance))
    return total


def added(one: Figures, other: Figures) -> Figures:
    """The sums of two, and the wider of the widest gaps."""
    return Figures(*map(sum, zip(one, other, strict=True)))._replace(widest=max(one.widest, other.widest))


def located(paragraph: SetParagraph) -> SetParagraph:
    """Tell every letter its place in the copy; a letter that is not in it (a hyphen) keeps -1."""
    copy, at, lines = paragraph.copy, 0, []
    left_out = {*paragraph.missing, *" \u00a0\u3000\t\n"}
    for line in paragraph.lines:
        letters = []
        for letter in line.letters:
            while at < len(copy) and copy[at] in left_out:
                at += 1
            found = copy.find(letter.text, at, at + (1 if letter.text == "-" else _AHEAD))
            letters.append(letter._replace(at=found))
            at = at if found < 0 else found + len(letter.text)
        lines.append(line._replace(letters=tuple(letters)))
    return paragraph._replace(lines=tuple(lines))


def judge(paragraph: SetParagraph, tolerance: float) -> Figures:
    lines, copy = tuple(line for line in paragraph.lines if line.letters), paragraph.copy
    gaps = [widest_gap(line, copy) for line in lines]
    letters = [letter for line in lines for letter in line.letters]
    covered = sum(len(letter.text) for letter in letters if letter.at >= 0)
    words = sum(not character.isspace() for character in copy)
    spans = number_spans(copy)
    return Figures(
        paragraphs=1,
        lines=len(lines),
        starts=sum(begins_badly(line, copy) for line in lines[1:]),
        ends=sum(line.letters[-1].text[-1] in NO_END | HALF_OPENING for line in lines[:-1]),
        short=sum(is_short(line, tolerance) and not is_one_word(line, copy) for line in lines[:-1]),
        alone=sum(is_short(line, tolerance) and is_one_word(line, copy) for line in lines[:-1]),
        overfull=sum(overrun(line) > tolerance for line in lines),
        split=sum(splits_number(*pair, spans) for pair in pairwise(lines)),
        runts=len(lines) > 1 and sum(each.isalnum() for letter in lines[-1].letters for each in letter.text) <= 1,
        loose=sum(gap > LOOSE + _SLACK for gap in gaps),
        widest=max(gaps, default=0.0),
        missing=len(paragraph.missing),
        lost=words - covered - len(paragraph.missing),
    )


def is_short(line: SetLine, tolerance: float) -> bool:
    return off_measure(line) > tolerance and overrun(line) <= tolerance


def is_one_word(line: SetLine, copy: str) -> bool:
    """Whether the line's letters stand in the copy as one Western word, without a blank."""
    found = [letter for letter in line.letters if letter.at >= 0]
    return copy[found[0].at : found[-1].at + 1].isascii() and " " not in copy[found[0].at : found[-1].at + 1]


def begins_badly(line: SetLine, copy: str) -> bool:
    first = line.letters[0]
    after = copy[first.at + 1 : first.at + 2]
    of_next = (after.isascii() and after.isalnum()) or copy.startswith(("./", "../"), first.at)
    return first.text[0] in NO_START or (first.text[0] in HALF_CLOSING and not of_next)


def bodies(letter: Letter) -> tuple[tuple[float, float], ...]:
    """The left and right edges that a letter may be taken to have: a mark with and without its blank."""
    x, advance = letter.x, letter.advance
    middle = x + advance / 2
    if letter.text in MIDDLE or (letter.text in OPENING | CLOSING and advance < _WIDE):
        return (x, x + advance), (middle - 0.25, middle + 0.25), (middle - 0.5, middle + 0.5)
    if letter.text in OPENING:
        return (x + 0.5, x + 1), (x, x + 1)
    if letter.text in CLOSING:
        return (x, x + 0.5), (x, x + 1)
    return ((x, x + (1.0 if han(letter.text) else advance)),)


def off_measure(line: SetLine) -> float:
    """By how much a line misses its edges."""
    left = min(abs(body[0] - line.left) for body in bodies(line.letters[0]))
    right = min(abs(body[1] - line.right) for body in bodies(line.letters[-1]))
    return max(left, right)


def overrun(line: SetLine) -> float:
    """By how much a line stands out of its right edge, negative where it does not."""
    return min(body[1] for body in bodies(line.letters[-1])) - line.right


def widest_gap(line: SetLine, copy: str) -> float:
    """The widest gap between two Han or kana between which the copy has no blank."""
    beside = (pair for pair in pairwise(line.letters) if han(pair[0].text) and han(pair[1].text))
    opened = (b.x - a.x - 1 for a, b in beside if not any(map(str.isspace, copy[a.at + 1 : b.at])))
    return max(opened, default=0.0)


def han(text: str) -> bool:
    return "\u3041" <= text <= "\u30fa" or "\u3400" <= text <= "\u9fff" or text >= "\U00020000"


def number_spans(copy: str) -> list[tuple[int, int]]:
    """From where to where in the copy each number goes."""
    plain = ADDRESS.sub(lambda found: "x" * len(found.group()), copy.translate(_WIDE_DIGITS))
    return [found.span() for found in NUMBER.finditer(plain)]


def splits_number(before: SetLine, after: SetLine, spans: list[tuple[int, int]]) -> bool:
    end, start = before.letters[-1].at, after.letters[0].at
    return any(first <= end < start < last for first, last in spans)
