"""The sheet that a page is printed on: its boxes, and what stands on it beyond the trim."""

from collections.abc import Mapping

from xihu_pdf.fonts import Face
from xihu_pdf.frame import Document
from xihu_pdf.geometry import Size, mm
from xihu_pdf.press.objects import Array, number
from xihu_pdf.press.orders import Order

__all__ = ["SHEET", "boxes", "on_sheets"]

# How far a sheet with marks reaches beyond the trim, in points.
SHEET = mm(12.0)


def on_sheets(document: Document, order: Order, faces: Mapping[str, Face]) -> Document:
    """The document with the bleed and the marks that the order asks for; most ask for neither."""
    if order.bleed:
        from xihu_pdf.press.bleed import carry

        document = document._replace(pages=tuple(carry(page, order.bleed) for page in document.pages))
    if order.marks:
        from xihu_pdf.press.marks import mark

        document = mark(document, order, faces)
    return document


def boxes(size: Size, order: Order) -> dict[str, object]:
    """The boxes of a page (ISO 32000-1, 14.11.2), all around the trim, whose lower left corner is the origin."""
    sheet = SHEET if order.marks else order.bleed
    reach = {"MediaBox": sheet, "CropBox": sheet, "BleedBox": order.bleed, "TrimBox": 0.0}
    return {
        box: Array([number(edge) for edge in (-out, -out, size.width + out, size.height + out)])
        for box, out in reach.items()
    }
