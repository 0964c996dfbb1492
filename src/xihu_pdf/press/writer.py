"""The press: prepare the faces, copy the pages, bind the file (ISO 32000-1, 7.7)."""

from collections.abc import Mapping

from xihu_pdf.fonts import Face
from xihu_pdf.frame import Document, PageFrame, paint
from xihu_pdf.pictures import Photograph
from xihu_pdf.press.objects import FONTS, Array, Book, Dictionary, Reference, deflated, number, text
from xihu_pdf.press.painter import ContentPainter
from xihu_pdf.press.photographs import image
from xihu_pdf.press.typefaces import embed, prepare

__all__ = ["write"]

_BOXES = ("MediaBox", "CropBox", "BleedBox", "TrimBox")


def write(document: Document, faces: Mapping[str, Face], photographs: Mapping[str, Photograph]) -> bytes:
    """Write a document as a PDF file; the same arguments make the same bytes.

    ``faces`` and ``photographs`` hold, by key, all that the document names. Raises FaceFault for a face that cannot
    be embedded.
    """
    book = Book()
    typefaces = prepare(document, faces)
    for typeface in typefaces.values():
        embed(book, typeface)
    images: dict[str, Reference] = {}
    tree = Dictionary({"Type": "/Pages", "Count": len(document.pages)})
    parent = book.add(tree)
    kids = []
    for page in document.pages:
        painter = ContentPainter(page.size.height, typefaces, photographs)
        paint(page, painter)
        for key in painter.pictures:
            if key not in images:
                images[key] = book.add(image(photographs[key]))
        shown = {resource: images[key] for key, resource in painter.pictures.items()}
        kids.append(book.add(_page(page, parent, book.add(deflated(painter.content())), shown)))
    tree["Kids"] = Array(kids)
    return book.bind(book.add(_catalog(document, parent)), book.add(_info(document)))


def _page(page: PageFrame, parent: Reference, contents: Reference, shown: Mapping[str, Reference]) -> Dictionary:
    box = Array([0, 0, number(page.size.width), number(page.size.height)])
    resources: dict[str, object] = {"Font": Reference(FONTS)}
    if shown:
        resources["XObject"] = Dictionary(shown)
    return Dictionary(
        {
            "Type": "/Page",
            "Parent": parent,
            **dict.fromkeys(_BOXES, box),
            "Resources": Dictionary(resources),
            "Contents": contents,
        }
    )


def _catalog(document: Document, pages: Reference) -> Dictionary:
    entries: dict[str, object] = {
        "Type": "/Catalog",
        "Pages": pages,
        "ViewerPreferences": Dictionary({"DisplayDocTitle": "true"}),
    }
    if document.language:
        entries["Lang"] = text(document.language)
    return Dictionary(entries)


def _info(document: Document) -> Dictionary:
    entries: dict[str, object] = {"Title": text(document.title), "Producer": "(xihu_pdf)"}
    if document.date:
        digits = "".join(filter(str.isdigit, document.date))
        entries["CreationDate"] = f"(D:{digits})"
    return Dictionary(entries)
