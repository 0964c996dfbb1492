"""Photographs made ready for an order before they go to the page 印前."""

from collections.abc import Mapping
from typing import NamedTuple

from xihu_pdf.cache import Keep, keep_nothing
from xihu_pdf.cropping import cropped, cut_to
from xihu_pdf.frame import Document, Picture
from xihu_pdf.geometry import Rect
from xihu_pdf.pictures import WHOLE, Photograph, resolution
from xihu_pdf.press.conditions import PROFILES, read_profile
from xihu_pdf.press.limits import LIMITS, NO_LIMITS
from xihu_pdf.press.orders import Order
from xihu_pdf.separation import Separator

__all__ = ["prepress"]

# Sampling costs sharpness, so that a little more than is shown is left as it is.
_SPARE = 1.25
# A JPEG is decoded at these shares of its size in less time and with sharper edges than it is sampled down; so they
# are taken where they leave as much of what the order shows as this, and as much as it asks for.
_SHARES, _ENOUGH = (0.5, 0.25, 0.125), 0.75


class _Shown(NamedTuple):
    """The least box around all that is shown of a photograph, in fractions of it, and its pixels an inch at least."""

    part: Rect
    ppi: float


def prepress(
    document: Document, photographs: Mapping[str, Photograph], order: Order, keep: Keep = keep_nothing
) -> dict[str, Photograph]:
    """Cut the photographs to what is shown and bring them to the order's colours; ``keep`` spares what was made before.

    One that has far more pixels than the order shows in its largest place is sampled down, unless it came in ink: to
    a half, a quarter or an eighth where that is enough, else to what the order shows.
    """
    shown = _shown(document, photographs)
    cuts = {key: cut_to(each, shown[key].part if key in shown else WHOLE) for key, each in photographs.items()}
    if not order.photographs:
        return {key: cropped(each, cuts[key], keep) for key, each in photographs.items()}
    # sRGB is the colour of all RGB photographs; those in ink are taken for coated paper.
    condition = order.profile if order.profile and order.photographs == "cmyk" else PROFILES["coated"]
    separator = Separator(order.photographs, read_profile(condition), order.ink_limit, keep)
    return {
        key: separator.bring(each, cuts[key], _scale(shown[key].ppi, order) if key in shown else 1.0)
        for key, each in photographs.items()
    }


def _scale(ppi: float, order: Order) -> float:
    """By how much a photograph of this resolution is sampled down."""
    most = _SPARE * order.resolution
    if ppi <= most:
        return 1.0
    least = max(LIMITS.get(order.name, NO_LIMITS).resolution, _ENOUGH * order.resolution)
    return next((share for share in _SHARES if least <= share * ppi <= most), order.resolution / ppi)


def _shown(document: Document, photographs: Mapping[str, Photograph]) -> dict[str, _Shown]:
    """What the pages show of each photograph."""
    found: dict[str, _Shown] = {}
    for page in document.pages:
        for _, item in page.items:
            if isinstance(item, Picture):
                key, crop = item.photograph, item.crop
                one = _Shown(crop, resolution(photographs[key], item.size.width, crop.width))
                found[key] = _both(found[key], one) if key in found else one
    return found


def _both(one: _Shown, other: _Shown) -> _Shown:
    (left, top, right, bottom), (further_left, higher, further_right, lower) = one.part, other.part
    part = Rect(min(left, further_left), min(top, higher), max(right, further_right), max(bottom, lower))
    return _Shown(part, min(one.ppi, other.ppi))
