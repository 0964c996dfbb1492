"""Large solids in black, which one ink alone prints gray and mottled, on a ground of the other inks 四色黑.

A solid is large from 20 square centimetres on if it is nowhere thinner than 8 millimetres: on a slimmer one the other
inks would show at its edges wherever the plates shift. It stays black ink alone, too, where letters below 18 points
stand on it, since what is knocked out of four plates fills up. Letters are never anything but black ink.
"""

from itertools import pairwise

from xihu_pdf.frame import BLACK, GlyphRun, Ink, PageFrame, Placed, Rule, Shape
from xihu_pdf.geometry import Rect, mm
from xihu_pdf.press.extents import extent

__all__ = ["enrich"]

_AREA, _THIN = 2000 * mm(1.0) ** 2, mm(8.0)
_TYPE = 18.0


def enrich(page: PageFrame, ink: Ink) -> PageFrame:
    """Print the large solids in black of a page in this ink."""
    letters = [extent(each) for each in page.items if isinstance(each.item, GlyphRun) and each.item.size < _TYPE]
    return page._replace(items=tuple(_enriched(each, ink, letters) for each in page.items))


def _enriched(placed: Placed, ink: Ink, letters: list[Rect]) -> Placed:
    item = placed.item
    if not isinstance(item, (Rule, Shape)) or item.ink != BLACK or not _is_large(placed):
        return placed
    box = extent(placed)
    return placed if any(_meet(box, each) for each in letters) else Placed(placed.at, item._replace(ink=ink))


def _is_large(placed: Placed) -> bool:
    item, box = placed.item, extent(placed)
    if isinstance(item, Rule):
        length = abs(item.vector.x) + abs(item.vector.y)
        return min(item.weight, length) >= _THIN and item.weight * length >= _AREA
    # A path that begins anew is a pattern, such as a QR code, whose edges have to stay sharp.
    if not isinstance(item, Shape) or item.weight or () in item.steps:
        return False
    return min(box.width, box.height) >= _THIN and _area(item) >= _AREA


def _area(shape: Shape) -> float:
    """The area between the ends of the pieces."""
    ends = [step[-1] for step in shape.steps]
    return abs(sum(one.x * other.y - other.x * one.y for one, other in pairwise([*ends, ends[0]]))) / 2


def _meet(one: Rect, other: Rect) -> bool:
    return one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom
