"""Bookmarks 书签: one for each heading of the first level, which is that of an article (ISO 32000-1, 12.3.3)."""

from itertools import pairwise

from xihu_pdf.frame import Document, GlyphRun
from xihu_pdf.press.objects import Array, Book, Dictionary, Reference, number, text

__all__ = ["bookmarks"]

_LEVEL = "H1"


def bookmarks(book: Book, document: Document, pages: list[Reference]) -> dict[str, object]:
    """Put the bookmarks into the book and give the catalog's entry for them; none for a document without headings."""
    found = _headings(document)
    if not found:
        return {}
    root = Dictionary({"Type": "/Outlines", "Count": len(found)})
    top = book.add(root)
    items = []
    for words, page, height in found:
        place = Array([pages[page], "/XYZ", "null", number(height), "null"])
        items.append(Dictionary({"Title": text(words), "Parent": top, "Dest": place}))
    references = [book.add(item) for item in items]
    for (before, earlier), (after, later) in pairwise(zip(items, references, strict=True)):
        before["Next"], after["Prev"] = later, earlier
    root["First"], root["Last"] = references[0], references[-1]
    return {"Outlines": top}


def _headings(document: Document) -> list[tuple[str, int, float]]:
    """The words of each heading, its page, and the height of its top, y upward."""
    found: dict[int, tuple[str, int, float]] = {}
    for count, page in enumerate(document.pages):
        for (at, item), tag in zip(page.items, page.tags, strict=False):
            if tag >= 0 and document.tags[tag].kind == _LEVEL and isinstance(item, GlyphRun):
                words, first, top = found.get(tag, ("", count, page.size.height - at.y + item.size))
                found[tag] = (words + "".join(item.texts), first, top)
    # On an imposed sheet a later page may stand before an earlier one; tags are in reading order.
    return [found[tag] for tag in sorted(found)]
