"""The sheet that a page is printed on: its boxes, and what stands on it beyond the trim."""

from collections.abc import Mapping

from xihu_pdf.fonts import Face
from xihu_pdf.frame import BLACK, Document, Item, Rule, Shape
from xihu_pdf.geometry import Size, mm
from xihu_pdf.press.objects import Array, number
from xihu_pdf.press.orders import Order

__all__ = ["SHEET", "boxes", "on_sheets"]

# How far a sheet with marks reaches beyond the trim, in points.
SHEET = mm(12.0)
_THICK = mm(5.0)


def on_sheets(document: Document, order: Order, faces: Mapping[str, Face]) -> Document:
    """The document with the solids, the bleed and the marks that the order asks for; most need none of them."""
    if order.solid and any(_may_be_solid(item) for page in document.pages for _, item in page.items):
        from xihu_pdf.press.solids import enrich

        document = document._replace(pages=tuple(enrich(page, order.solid) for page in document.pages))
    if order.bleed:
        from xihu_pdf.press.bleed import carry

        document = document._replace(pages=tuple(carry(page, order.bleed) for page in document.pages))
    if order.marks:
        from xihu_pdf.press.marks import mark

        document = mark(document, order, faces)
    return document


def _may_be_solid(item: Item) -> bool:
    """Whether an item is a filled shape or no thin rule in black: most pages have none."""
    match item:
        case Rule(weight=weight):
            return weight > _THICK and item.ink == BLACK
        case Shape(weight=0.0):
            return item.ink == BLACK
    return False


def boxes(size: Size, order: Order) -> dict[str, object]:
    """The boxes of a page (ISO 32000-1, 14.11.2), all around the trim, whose lower left corner is the origin."""
    sheet = SHEET if order.marks else order.bleed
    reach = {"MediaBox": sheet, "CropBox": sheet, "BleedBox": order.bleed, "TrimBox": 0.0}
    return {
        box: Array([number(edge) for edge in (-out, -out, size.width + out, size.height + out)])
        for box, out in reach.items()
    }
