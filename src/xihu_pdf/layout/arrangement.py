"""Where lead and photographs hang under the headline: the arrangements tried, and the crop that fits a photograph.

Photographs hang from the head of the page with text under them, never in the middle or at the foot of a column; the
dominant one stands at the right, the lead at the left where reading begins.
"""

from typing import NamedTuple

from xihu_pdf.geometry import Rect

__all__ = ["MOST_PHOTOGRAPHS", "Arrangement", "Slot", "arrangements", "crop_to", "ratio_range"]

MOST_PHOTOGRAPHS = 4
# Widths of the dominant photograph in columns, the best first, and what taking another costs.
_DOMINANT = ((4, 0.0), (3, 90.0), (5, 110.0), (2, 180.0))
# Without a safe area this share of a photograph's width and height may not be cropped away.
_KEPT_SHARE = 0.8


class Slot(NamedTuple):
    """A place that hangs: its first column and width in columns, and the photograph it is for (-1: the lead)."""

    first: int
    columns: int
    photograph: int


class Arrangement(NamedTuple):
    """Slots in the order in which they hang; those before ``level`` end on one line, the others where they end."""

    slots: tuple[Slot, ...]
    level: int
    cost: float


def arrangements(photographs: int, *, lead: bool, columns: int, wished: int | None) -> tuple[Arrangement, ...]:
    """The arrangements to try for so many photographs on a page of ``columns``, the best first.

    ``wished`` is the width of the dominant photograph that the content asks for; wider than the page is the page.
    """
    if not photographs:
        return (Arrangement((Slot(0, 2, -1),) if lead else (), 0, 0.0),)
    widths = ((min(wished, columns), 0.0),) if wished else _DOMINANT
    return tuple(_arrangement(photographs, lead, (columns, width, cost)) for width, cost in widths if width <= columns)


def _arrangement(photographs: int, lead: bool, terms: tuple[int, int, float]) -> Arrangement:  # noqa: FBT001
    columns, dominant, cost = terms
    side = columns - dominant
    slots = []
    if lead:
        slots.append(Slot(0, side or 2, -1))
    if side:
        slots.extend(Slot(0, side, 1) for _ in range(photographs > 1))
    slots.append(Slot(side, dominant, 0))
    level = len(slots) if photographs > 1 and side else 0
    # What does not fit beside the dominant photograph hangs under it, in twos.
    rest = range(2 if side else 1, photographs)
    slots.extend(Slot(columns - 2 * (at + 1), 2, photograph) for at, photograph in enumerate(rest))
    return Arrangement(tuple(slots), level, cost)


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
