"""Running sums over the units of a text, so that a stretch of it is weighed in constant time whatever its length."""

from itertools import accumulate
from operator import add, itemgetter
from typing import NamedTuple

from xihu_pdf.typeset.pairs import Gap
from xihu_pdf.typeset.pieces import Piece

__all__ = ["Sums", "sums_of"]

_BODY = itemgetter(Piece._fields.index("body"))


class Sums(NamedTuple):
    """By unit, on one endless line in em: where it begins and ends, and what the gaps before it can do together.

    That is what they can give and take, how many of them open, and what they take late (see ``Gap``).
    """

    begins: list[float]
    ends: list[float]
    shrink: list[float]
    stretch: list[float]
    even: list[int]
    late: list[float]


def sums_of(pieces: list[Piece], gaps: list[Gap]) -> Sums:
    """The sums over pieces and the gaps between them."""
    # Columns are taken and summed without a loop of Python's own: a page has thousands of units.
    bodies = list(map(_BODY, pieces))
    naturals, shrinks, _, stretches, evens, lates = zip(*gaps, strict=True) if gaps else ((),) * 6
    begins = list(accumulate(map(add, bodies, naturals), initial=0.0))
    shrink, stretch, late = (list(accumulate(each, initial=0.0)) for each in (shrinks, stretches, lates))
    even = list(accumulate(evens, initial=0))
    return Sums(begins, list(map(add, begins, bodies)), shrink, stretch, even, late)
