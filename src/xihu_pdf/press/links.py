"""Links in files for reading: an annotation over the words, told to those who hear them (ISO 32000-1, 12.5.6.5)."""

from typing import NamedTuple

from xihu_pdf.frame import ARTIFACT, Document, Link
from xihu_pdf.press.objects import Array, Book, Dictionary, Reference, number, text

__all__ = ["Annotation", "annotate"]

_PRINTED = 4  # the flag that ISO 19005-3, 6.3.2, asks for


class Annotation(NamedTuple):
    """An annotation of a page: its reference, its place in the parent tree, its page and the tag of its words."""

    reference: Reference
    key: int
    page: int
    tag: int


def annotate(book: Book, document: Document) -> list[Annotation]:
    """Put an annotation into the book for every link whose words have a tag.

    Each is described by its address (ISO 14289-1, 7.18.5). Keys of the parent tree follow those of the pages.
    """
    made: list[Annotation] = []
    for count, page in enumerate(document.pages):
        for (at, item), tag in zip(page.items, page.tags, strict=False):
            if isinstance(item, Link) and tag != ARTIFACT:
                foot = page.size.height - at.y - item.size.height
                edges = (at.x, foot, at.x + item.size.width, foot + item.size.height)
                key = len(document.pages) + len(made)
                entries = {
                    "Type": "/Annot",
                    "Subtype": "/Link",
                    "Rect": Array([number(edge) for edge in edges]),
                    "Border": Array([0, 0, 0]),
                    "F": _PRINTED,
                    "Contents": text(item.address),
                    "A": Dictionary({"S": "/URI", "URI": _literal(item.address)}),
                    "StructParent": key,
                }
                made.append(Annotation(book.add(Dictionary(entries)), key, count, tag))
    return made


def _literal(address: str) -> str:
    """An address in the bytes that a URI may have (RFC 3986, 2.1), as a string of hexadecimal figures."""
    from urllib.parse import quote

    return f"<{quote(address, safe='!#$%&()*+,/:;=?@[]~').encode('ascii').hex().upper()}>"
