"""What neighbours make of each other: classes told by what is before them, chains of marks, gaps of warichu."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from xihu_pdf.typeset.annotations import WARICHU
from xihu_pdf.typeset.classes import BANG, CLOSING, COMMA, DOT, FINAL, HAN, OPENING, PAIRED, STOP, UPRIGHT
from xihu_pdf.typeset.pairs import CLOSED, FORBIDDEN, Gap, Pairs
from xihu_pdf.typeset.pieces import Piece

__all__ = ["CHAIN_COST", "close_warichu", "hold_dates", "part_chains", "part_warichu", "right_edges", "scale_gaps"]

# A chain of three marks that cling may be parted as a last resort (clreq 3.1.5).
CHAIN_COST = 20000.0
_BETWEEN_WARICHU = Gap(0.25, 0.0, 0, 0.0, even=True)
_SENTENCE_ENDS = frozenset({STOP, BANG, FINAL, PAIRED})
_CLINGING = frozenset({CLOSING, FINAL, COMMA, STOP, BANG, PAIRED, UPRIGHT})
# All classes that cling as one.
_IN_CHAINS = bytes([min(_CLINGING) if kind in _CLINGING else kind for kind in range(256)])


def right_edges(pieces: list[Piece], *, pairs: bool) -> bytearray:
    """The classes of the right edges, as what is before them makes them; ``pairs`` of ？ and ！ share an em."""
    rights = bytearray([piece[1] for piece in pieces])
    for index in _found(rights, bytes([BANG, BANG])) if pairs else ():
        if rights[index] == BANG:
            rights[index + 1] = PAIRED
    for index in _found(rights, bytes([CLOSING])):
        if index and rights[index - 1] in _SENTENCE_ENDS:
            rights[index] = FINAL
    return rights


def part_chains(rights: bytearray, lefts: list[int], costs: list[float]) -> None:
    """Let a chain of marks that cling be parted behind its second, at a price."""
    clinging = rights.translate(_IN_CHAINS)
    for kinds in (_CLINGING, {OPENING}):
        for index in _found(clinging, bytes(2 * [min(kinds)])):
            if 0 < index < len(lefts) - 1 and lefts[index + 1] in kinds:
                costs[index + 1] = min(costs[index + 1], CHAIN_COST)


def hold_dates(pieces: list[Piece], rights: bytearray, gaps: list[Gap], costs: list[float]) -> None:
    """Keep a number with an interpunct whole (5·12), as UAX 14 does (LB28); nothing opens in it either."""
    for index in _found(rights, bytes([DOT])):
        if not 0 < index < len(gaps):
            continue
        if pieces[index - 1].texts[-1][-1:].isdigit() and pieces[index + 1].texts[0][:1].isdigit():
            for at in (index - 1, index):
                gaps[at], costs[at] = gaps[at]._replace(even=False, stretch=0.0, late=0.0), FORBIDDEN


def _found(kinds: bytes | bytearray, wanted: bytes) -> Iterator[int]:
    """Where classes stand, without a look at each."""
    at = kinds.find(wanted)
    while at >= 0:
        yield at
        at = kinds.find(wanted, at + 1)


def close_warichu(pieces: list[Piece], rights: bytearray, gaps: list[Gap], table: Pairs) -> None:
    """Cells of a warichu have the prohibitions of what is in them, but stand beside others like Han."""
    for index, (left, right) in enumerate(pairwise(pieces)):
        if left.writing == right.writing == WARICHU:
            gaps[index] = CLOSED
        elif left.writing == WARICHU:
            gaps[index] = table.gaps[HAN][right.left]
        elif right.writing == WARICHU:
            gaps[index] = table.gaps[rights[index]][HAN]


def part_warichu(starts: list[int], begins: list[int], pieces: list[Piece], gaps: list[Gap]) -> None:
    """Between two warichu stands a gap, else their rows would be read as those of one."""
    for begin in begins:
        index = bisect_left(starts, begin)
        if 0 < index < len(pieces) and pieces[index - 1].writing == pieces[index].writing == WARICHU:
            gaps[index - 1] = _BETWEEN_WARICHU


def scale_gaps(pieces: list[Piece], gaps: list[Gap]) -> None:
    """Between pieces of two sizes stands the larger of the two blanks (CSS Text 4)."""
    if all(look.scale == 1.0 for look in {piece[7] for piece in pieces}):
        return
    for index, (left, right) in enumerate(pairwise(pieces)):
        scale = max(left.look.scale, right.look.scale)
        gap = gaps[index]
        gaps[index] = gap._replace(natural=gap.natural * scale, shrink=gap.shrink * scale)
