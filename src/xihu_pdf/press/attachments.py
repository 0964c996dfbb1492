"""Files that travel inside a PDF (ISO 32000-1, 7.11.4) and are associated with it (ISO 19005-3, 6.8)."""

from typing import NamedTuple

from xihu_pdf.press.objects import Array, Book, Dictionary, deflated, name, text

__all__ = ["Attachment", "attach"]


class Attachment(NamedTuple):
    """A file: its name, its media type, its bytes, and what it is to the document (``Source``, ``Supplement``)."""

    file: str
    media: str
    data: bytes
    relation: str


def attach(book: Book, attachments: tuple[Attachment, ...], date: str) -> dict[str, object]:
    """Put the files into the book and give the catalog's entries; ``date`` is the document's, as in Info, or empty."""
    if not attachments:
        return {}
    names: list[object] = []
    associated = []
    for each in sorted(attachments):
        entries = {
            "Type": "/EmbeddedFile",
            "Subtype": "/" + each.media.replace("/", "#2F"),
            "Params": Dictionary({"Size": len(each.data), **({"ModDate": date} if date else {})}),
        }
        stream = book.add(deflated(each.data, entries))
        title = text(each.file)
        specification = {
            "Type": "/Filespec",
            "F": title,
            "UF": title,
            "Desc": title,
            "EF": Dictionary({"F": stream, "UF": stream}),
            "AFRelationship": name(each.relation),
        }
        reference = book.add(Dictionary(specification))
        names += [title, reference]
        associated.append(reference)
    tree = Dictionary({"EmbeddedFiles": Dictionary({"Names": Array(names)})})
    return {"Names": tree, "AF": Array(associated)}
