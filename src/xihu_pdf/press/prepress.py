"""Photographs made ready for an order before they go to the page 印前."""

from collections.abc import Callable, Mapping

from xihu_pdf.pictures import Photograph
from xihu_pdf.press.intents import read_profile
from xihu_pdf.press.orders import Order
from xihu_pdf.separation import Separator

__all__ = ["Keep", "prepress"]

# Gives what is kept under a key, or makes it and keeps it.
Keep = Callable[[str, Callable[[], bytes]], bytes]


def prepress(photographs: Mapping[str, Photograph], order: Order, keep: Keep | None = None) -> dict[str, Photograph]:
    """Bring the photographs to the colours of the order, by key; ``keep`` spares what was made before."""
    if not order.photographs or all(each.colour in {"gray", order.photographs} for each in photographs.values()):
        return dict(photographs)
    # sRGB is the colour of all RGB photographs; those in ink are taken for coated paper.
    profile = read_profile(order.profile if order.photographs == "cmyk" else "coated")
    separator = Separator(order.photographs, profile, order.ink_limit, keep)
    return {key: separator.bring(each) for key, each in photographs.items()}
