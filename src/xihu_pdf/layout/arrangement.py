"""Where lead and photographs hang under the headline: the arrangements tried, and the crop that fits a photograph.

Photographs hang from the head of the page with text under them, never in the middle or at the foot of a column; the
dominant one stands at the right, the lead at the left where reading begins. On a vertical page everything hangs from
the headline at the right; the lead stands at the top.
"""

from typing import NamedTuple

from xihu_pdf.frame import HORIZONTAL, VERTICAL
from xihu_pdf.geometry import Rect

__all__ = [
    "LEAD",
    "MOST_PHOTOGRAPHS",
    "SUMMARY",
    "Arrangement",
    "Slot",
    "arrangements",
    "crop_to",
    "ratio_range",
    "stretched",
]

# Without a safe area this share of a photograph's width and height may not be cropped away.
_KEPT_SHARE = 0.8


class Slot(NamedTuple):
    """A place that hangs: first column, width in columns, and the photograph it is for, or ``LEAD`` or ``SUMMARY``."""

    first: int
    columns: int
    photograph: int


class Arrangement(NamedTuple):
    """Slots in the order in which they hang; those before ``level`` end on one line, the others where they end."""

    slots: tuple[Slot, ...]
    level: int
    cost: float


# What stands in a slot instead of a photograph's number where the lead or the summary hangs there.
LEAD, SUMMARY = -1, -2
_Row = tuple[float, int, tuple[tuple[int, int, int], ...]]

# For each number of photographs what is tried on six columns, the best first: its cost, how many slots end level, and
# the slots. The first photograph dominates; feet on one line are worth 140 and the best width of the dominant
# 160, more than what a good plan of the best arrangement costs, so that most pages look at no other.
_HORIZONTAL: dict[int, tuple[_Row, ...]] = {
    0: ((0.0, 0, ((0, 2, LEAD),)),),
    1: (
        (0.0, 0, ((0, 2, LEAD), (2, 4, 0))),
        (170.0, 0, ((0, 2, LEAD), (3, 3, 0))),
        (190.0, 0, ((0, 1, LEAD), (1, 5, 0))),
        (230.0, 0, ((0, 2, LEAD), (4, 2, 0))),
        (240.0, 0, ((0, 6, 0), (0, 2, LEAD))),
        (380.0, 0, ((0, 2, LEAD), (5, 1, 0))),
    ),
    2: (
        (0.0, 3, ((0, 2, LEAD), (0, 2, 1), (2, 4, 0))),
        (140.0, 0, ((0, 2, LEAD), (0, 2, 1), (2, 4, 0))),
        (160.0, 3, ((0, 2, LEAD), (0, 2, 1), (3, 3, 0))),
        (170.0, 3, ((0, 3, LEAD), (0, 3, 1), (3, 3, 0))),
        (200.0, 0, ((0, 2, LEAD), (0, 2, 1), (3, 3, 0))),
        (210.0, 0, ((0, 1, LEAD), (0, 1, 1), (1, 5, 0))),
        (250.0, 0, ((0, 2, LEAD), (0, 1, 1), (3, 3, 0))),
        (260.0, 0, ((0, 6, 0), (0, 2, LEAD), (4, 2, 1))),
        (300.0, 0, ((0, 2, LEAD), (0, 1, 1), (4, 2, 0))),
        (380.0, 0, ((0, 2, LEAD), (0, 1, 1), (5, 1, 0))),
    ),
    3: (
        (0.0, 3, ((0, 2, LEAD), (0, 2, 1), (2, 4, 0), (4, 2, 2))),
        (160.0, 3, ((0, 2, LEAD), (0, 2, 1), (3, 3, 0), (4, 2, 2))),
        (200.0, 0, ((0, 2, LEAD), (0, 2, 1), (3, 3, 0), (5, 1, 2))),
        (260.0, 0, ((0, 6, 0), (0, 2, LEAD), (2, 2, 1), (4, 2, 2))),
        (300.0, 0, ((0, 2, LEAD), (0, 1, 1), (1, 1, 2), (4, 2, 0))),
        (320.0, 0, ((0, 1, LEAD), (0, 1, 1), (1, 5, 0), (4, 2, 2))),
    ),
    4: (
        (0.0, 3, ((0, 2, LEAD), (0, 2, 1), (2, 4, 0), (4, 2, 2), (2, 2, 3))),
        (140.0, 0, ((0, 2, LEAD), (0, 2, 1), (2, 4, 0), (4, 2, 2), (3, 1, 3))),
        (160.0, 3, ((0, 2, LEAD), (0, 2, 1), (3, 3, 0), (4, 2, 2), (3, 1, 3))),
        (200.0, 0, ((0, 2, LEAD), (0, 1, 1), (1, 1, 2), (3, 3, 0), (5, 1, 3))),
        (260.0, 0, ((0, 6, 0), (0, 2, LEAD), (0, 2, 1), (2, 2, 2), (4, 2, 3))),
        (300.0, 0, ((0, 2, LEAD), (0, 1, 1), (1, 1, 2), (4, 2, 0), (5, 1, 3))),
        (320.0, 0, ((0, 1, LEAD), (0, 1, 1), (1, 5, 0), (4, 2, 2), (2, 2, 3))),
    ),
}
# The same on the seven bands of a vertical page. A photograph over two bands is as large as one over four columns.
# Longer copy leaves room for photographs over one band only: they are of one size, so that feet on one line make a
# block of them.
_VERTICAL: dict[int, tuple[_Row, ...]] = {
    0: (
        (0.0, 0, ((0, 2, LEAD),)),
        (30.0, 0, ((0, 1, LEAD),)),
    ),
    1: (
        (0.0, 0, ((0, 1, LEAD), (1, 2, 0))),
        (40.0, 0, ((0, 2, LEAD), (2, 2, 0))),
        (190.0, 0, ((0, 1, LEAD), (1, 3, 0))),
        (240.0, 0, ((0, 1, LEAD), (1, 1, 0))),
        (260.0, 0, ((0, 2, LEAD), (2, 1, 0))),
    ),
    2: (
        (0.0, 3, ((0, 1, LEAD), (0, 1, 1), (1, 2, 0))),
        (140.0, 0, ((0, 1, LEAD), (0, 1, 1), (1, 2, 0))),
        (170.0, 0, ((0, 2, LEAD), (2, 2, 0), (4, 1, 1))),
        (200.0, 0, ((0, 1, LEAD), (1, 2, 0), (3, 1, 1))),
        (230.0, 0, ((0, 2, LEAD), (0, 2, 1), (2, 2, 0))),
        (240.0, 3, ((0, 2, LEAD), (2, 1, 0), (3, 1, 1))),
        (260.0, 0, ((0, 1, LEAD), (1, 2, 0), (3, 2, 1))),
        (280.0, 3, ((0, 1, LEAD), (1, 1, 0), (2, 1, 1))),
        (340.0, 0, ((0, 2, LEAD), (2, 1, 0), (3, 1, 1))),
    ),
    3: (
        (0.0, 3, ((0, 1, LEAD), (0, 1, 1), (1, 2, 0), (3, 1, 2))),
        (140.0, 0, ((0, 1, LEAD), (0, 1, 1), (1, 2, 0), (3, 1, 2))),
        (200.0, 0, ((0, 1, LEAD), (0, 1, 1), (1, 2, 0), (3, 2, 2))),
        (230.0, 0, ((0, 2, LEAD), (0, 2, 1), (2, 2, 0), (4, 1, 2))),
        (240.0, 4, ((0, 2, LEAD), (2, 1, 0), (3, 1, 1), (4, 1, 2))),
        (340.0, 0, ((0, 2, LEAD), (2, 1, 0), (3, 1, 1), (4, 1, 2))),
    ),
    4: (
        (0.0, 3, ((0, 1, LEAD), (0, 1, 1), (1, 2, 0), (3, 1, 2), (4, 1, 3))),
        (140.0, 0, ((0, 1, LEAD), (0, 1, 1), (1, 2, 0), (3, 1, 2), (4, 1, 3))),
        (200.0, 0, ((0, 1, LEAD), (0, 1, 1), (1, 2, 0), (3, 2, 2), (5, 1, 3))),
        (230.0, 0, ((0, 2, LEAD), (0, 2, 1), (2, 2, 0), (4, 1, 2), (5, 1, 3))),
        (240.0, 5, ((0, 2, LEAD), (2, 1, 0), (3, 1, 1), (4, 1, 2), (5, 1, 3))),
        (340.0, 0, ((0, 2, LEAD), (2, 1, 0), (3, 1, 1), (4, 1, 2), (5, 1, 3))),
    ),
}
_ROWS = {HORIZONTAL: _HORIZONTAL, VERTICAL: _VERTICAL}
# Columns of the tables by writing; a horizontal table is stretched to other numbers of columns, but for a photograph on
# these few, where it rather stands over all or beside the lead.
_COLUMNS = {HORIZONTAL: 6, VERTICAL: 7}
_FEW: dict[tuple[int, int], tuple[_Row, ...]] = {
    (1, 0): ((0.0, 0, ((0, 1, LEAD),)),),
    (1, 1): ((0.0, 0, ((0, 1, 0), (0, 1, LEAD))),),
    (2, 1): (
        (0.0, 0, ((0, 2, 0), (0, 2, LEAD))),
        (60.0, 0, ((0, 1, LEAD), (1, 1, 0))),
    ),
    (3, 1): (
        (0.0, 0, ((0, 1, LEAD), (1, 2, 0))),
        (60.0, 0, ((0, 3, 0), (0, 2, LEAD))),
        (230.0, 0, ((0, 1, LEAD), (2, 1, 0))),
    ),
}
MOST_PHOTOGRAPHS = max(_HORIZONTAL)


def arrangements(
    wishes: tuple[int | None, ...], *, lead: bool, writing: str = HORIZONTAL, columns: int = 0
) -> tuple[Arrangement, ...]:
    """The arrangements to try, the best first; none where the wishes cannot be met together.

    ``wishes`` are the widths in columns that the content asks for, one for each photograph, None where it asks nothing;
    ``columns`` are those of the page or of the article's place on it, where they are not those of the table.
    """
    found = []
    for cost, level, row in _rows(len(wishes), writing, columns or _COLUMNS[writing]):
        slots = tuple(Slot(*each) for each in row if lead or each[2] != LEAD)
        if all(slot.photograph == LEAD or wishes[slot.photograph] in (None, slot.columns) for slot in slots):
            found.append(Arrangement(slots, max(0, level - (not lead)), cost))
    return tuple(found)


def _rows(photographs: int, writing: str, columns: int) -> tuple[_Row, ...]:
    """The rows of the table for so many columns; stretched ones that leave a slot no column fall away."""
    rows, own = _ROWS[writing][photographs], _COLUMNS[writing]
    if columns == own:
        return rows
    if (columns, photographs) in _FEW:
        return _FEW[columns, photographs]
    found: dict[tuple[tuple[int, int, int], ...], _Row] = {}
    for cost, level, row in rows:
        ends = [(stretched(first, own, columns), stretched(first + wide, own, columns)) for first, wide, _ in row]
        slots = tuple((first, end - first, each[2]) for (first, end), each in zip(ends, row, strict=True))
        if all(wide for _, wide, _ in slots):
            found.setdefault(slots, (cost, level, slots))
    return tuple(found.values())


def stretched(column: int, own: int, columns: int) -> int:
    """A column's edge on a page of another number of columns, a half rounded up."""
    return (2 * column * columns + own) // (2 * own)


def ratio_range(ratio: float, safe: tuple[float, float, float, float] | None) -> tuple[float, float]:
    """The narrowest and widest width-to-height that a photograph of ``ratio`` can be cropped to."""
    wide, high = (safe[2] - safe[0], safe[3] - safe[1]) if safe else (_KEPT_SHARE, _KEPT_SHARE)
    return ratio * wide, ratio / high


def crop_to(ratio: float, box: float, safe: tuple[float, float, float, float] | None) -> Rect:
    """The part of a photograph of width-to-height ``ratio`` that fills a box of ratio ``box``.

    It is centred on the safe area as far as the photograph reaches.
    """
    left, top, right, bottom = safe or (0.0, 0.0, 1.0, 1.0)
    wide, high = min(1.0, box / ratio), min(1.0, ratio / box)
    x = min(max((left + right - wide) / 2, 0.0), 1.0 - wide)
    y = min(max((top + bottom - high) / 2, 0.0), 1.0 - high)
    return Rect(x, y, x + wide, y + high)
