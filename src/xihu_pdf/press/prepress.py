"""Photographs made ready for an order before they go to the page 印前."""

from collections.abc import Callable, Mapping

from xihu_pdf.frame import Document, Picture
from xihu_pdf.pictures import Photograph, resolution
from xihu_pdf.press.intents import read_profile
from xihu_pdf.press.orders import Order
from xihu_pdf.separation import Separator

__all__ = ["Keep", "prepress"]

# Sampling costs sharpness, so that a little more than is shown is left as it is.
_SPARE = 1.25
# Gives what is kept under a key, or makes it and keeps it.
Keep = Callable[[str, Callable[[], bytes]], bytes]


def prepress(
    document: Document, photographs: Mapping[str, Photograph], order: Order, keep: Keep | None = None
) -> dict[str, Photograph]:
    """Bring the photographs to the colours of the order, by key; ``keep`` spares what was made before.

    One that is converted, and has far more pixels than the order shows in its largest place, is sampled down.
    """
    if not order.photographs or all(each.colour in {"gray", order.photographs} for each in photographs.values()):
        return dict(photographs)
    # sRGB is the colour of all RGB photographs; those in ink are taken for coated paper.
    profile = read_profile(order.profile if order.photographs == "cmyk" else "coated")
    separator = Separator(order.photographs, profile, order.ink_limit, keep)
    scales = _scales(document, photographs, order)
    return {key: separator.bring(each, scales.get(key, 1.0)) for key, each in photographs.items()}


def _scales(document: Document, photographs: Mapping[str, Photograph], order: Order) -> dict[str, float]:
    """By what each photograph is to be made smaller; those that have not much to spare are left out."""
    least: dict[str, float] = {}
    for page in document.pages:
        for _, item in page.items:
            if isinstance(item, Picture):
                ppi = resolution(photographs[item.photograph], item.size.width, item.crop.width)
                least[item.photograph] = min(ppi, least.get(item.photograph, ppi))
    return {key: order.resolution / ppi for key, ppi in least.items() if ppi > _SPARE * order.resolution}
