"""Preflight 印前检查: what would break the promise of an order, found on the frames before anything is written."""

from xihu_pdf.errors import Diagnostic, fault
from xihu_pdf.frame import Document, Ink, Picture
from xihu_pdf.press.orders import Order
from xihu_pdf.press.standards import PDF_UA_1

__all__ = ["preflight"]


def preflight(document: Document, order: Order) -> tuple[Diagnostic, ...]:
    """Find what forbids the document under an order; none of it has a place in the content."""
    found = _heavy_inks(document, order)
    if PDF_UA_1 in order.standards:
        found += [*_skipped_headings(document), *_silent_pictures(document)]
    return tuple(found)


def _heavy_inks(document: Document, order: Order) -> list[Diagnostic]:
    """Inks of letters, rules and shapes above the limit of the order."""
    if not order.ink_limit:
        return []
    inks: dict[Ink, None] = {}
    for page in document.pages:
        for _, item in page.items:
            if not isinstance(item, Picture):
                inks[item.ink] = None
    totals = sorted({round(100 * ink.total) for ink in inks})
    return [fault("ink-limit", None, total=each, limit=order.ink_limit) for each in totals if each > order.ink_limit]


def _skipped_headings(document: Document) -> list[Diagnostic]:
    """Headings more than one level below the one before (ISO 14289-1, 7.4.2)."""
    found, above = [], 0
    for tag in document.tags:
        if tag.kind[0] == "H" and tag.kind[1:].isdecimal():
            level = int(tag.kind[1:])
            if level > above + 1:
                found.append(fault("heading-skipped", None, level=level, above=above))
            above = level
    return found


def _silent_pictures(document: Document) -> list[Diagnostic]:
    """Pictures that have neither alternative text nor the tag of an artifact (ISO 14289-1, 7.3)."""
    silent = 0
    for page in document.pages:
        tags = page.tags or (-1,) * len(page.items)
        for (_, item), tag in zip(page.items, tags, strict=True):
            silent += isinstance(item, Picture) and tag >= 0 and not document.tags[tag].alternative
    return [fault("picture-silent", None, count=silent)] if silent else []
