"""The press: prepare the faces, copy the pages, bind the file (ISO 32000-1, 7.7)."""

from collections.abc import Mapping
from typing import NamedTuple

from xihu_pdf.fonts import Face
from xihu_pdf.frame import Document, Ink, PageFrame, paint
from xihu_pdf.pictures import Photograph
from xihu_pdf.press.attachments import Attachment, attach
from xihu_pdf.press.conditions import PROFILES
from xihu_pdf.press.intents import embed_profile, intents
from xihu_pdf.press.labels import page_labels
from xihu_pdf.press.links import Annotation, annotate
from xihu_pdf.press.metadata import facts, information, packet
from xihu_pdf.press.objects import FONTS, VERSION, Array, Book, Dictionary, Reference, deflated, text
from xihu_pdf.press.orders import PLAIN, Order
from xihu_pdf.press.outline import bookmarks
from xihu_pdf.press.painter import OVERPRINTS, ContentPainter, Manner
from xihu_pdf.press.photographs import image
from xihu_pdf.press.sheets import boxes
from xihu_pdf.press.standards import PDF_X_4, STANDARDS
from xihu_pdf.press.structure import build
from xihu_pdf.press.typefaces import Typeface, embed, prepare

__all__ = ["write"]


class _Painted(NamedTuple):
    """A page as painted: its frame, content stream, marked content, photographs and spots by resource name."""

    frame: PageFrame
    content: bytes
    sequences: list[int]
    pictures: dict[str, str]
    spots: dict[str, Ink]


def write(
    document: Document,
    faces: Mapping[str, Face],
    photographs: Mapping[str, Photograph],
    order: Order = PLAIN,
    attachments: tuple[Attachment, ...] = (),
) -> bytes:
    """Write a document as a PDF file that keeps the standards of the order; the same arguments make the same bytes.

    ``faces`` and ``photographs`` hold, by key, all that the document names; its pages are on the order's sheets already
    (``on_sheets``), the photographs in its colours (``prepress``). Raises FaceFault for a face that cannot be embedded.
    """
    book = Book(min((STANDARDS[each].version for each in order.standards), default=VERSION))
    typefaces = prepare(document, faces)
    for typeface in typefaces.values():
        embed(book, typeface)
    painted = _paint(document, typefaces, photographs, order)
    tree = Dictionary({"Type": "/Pages", "Count": len(painted)})
    parent = book.add(tree)
    # PDF/X-4 allows no annotation on the page.
    links = annotate(book, document) if order.standards and PDF_X_4 not in order.standards else []
    pages = _pages(book, parent, painted, (photographs, order, links))
    tree["Kids"] = Array(pages)
    if not order.standards:
        return book.bind(book.add(_catalog(document, parent)), book.add(_info(document)))
    told = facts(document, [page.content for page in painted], order)
    catalog = _catalog(document._replace(language=told.language), parent)
    entries = {
        "Metadata": book.add(packet(told, order.standards)),
        "OutputIntents": Array(intents(book, order)),
        **bookmarks(book, document, pages),
        **page_labels(document),
        **build(book, document, pages, [page.sequences for page in painted], links),
        **attach(book, attachments, told.pdf_date),
    }
    catalog.dict.update(entries)
    return book.bind(book.add(catalog), book.add(information(told)))


def _paint(
    document: Document, typefaces: Mapping[str, Typeface], photographs: Mapping[str, Photograph], order: Order
) -> list[_Painted]:
    kinds = tuple(tag.kind for tag in document.tags) if order.standards else None
    manner = Manner(kinds, order.colour, overprints=bool(order.standards) and order.colour == "cmyk")
    painted = []
    for page in document.pages:
        painter = ContentPainter(page.size.height, typefaces, photographs, manner)
        paint(page, painter)
        painted.append(_Painted(page, painter.content(), painter.sequences, painter.pictures, painter.spots))
    return painted


def _pages(
    book: Book,
    parent: Reference,
    painted: list[_Painted],
    means: tuple[Mapping[str, Photograph], Order, list[Annotation]],
) -> list[Reference]:
    photographs, order, links = means
    images: dict[str, Reference] = {}
    states = _states(book) if order.standards and order.colour == "cmyk" else {}
    pages = []
    for count, page in enumerate(painted):
        for key in page.pictures:
            if key not in images:
                # Colours that are not those of the output profile bring their own (ISO 19005-3, 6.2.4).
                foreign = order.profile and photographs[key].colour == "rgb" and order.colour != "rgb"
                space = Array(["/ICCBased", embed_profile(book, PROFILES["srgb"])]) if foreign else None
                images[key] = book.add(image(photographs[key], space))
        shown = {resource: images[key] for key, resource in page.pictures.items()}
        more: dict[str, object] = {"StructParents": count, "Tabs": "/S"} if page.sequences and order.standards else {}
        annotations = [each.reference for each in links if each.page == count]
        if annotations:
            more["Annots"] = Array(annotations)
        contents = book.add(deflated(page.content))
        resources: dict[str, object] = {"Font": Reference(FONTS)}
        if shown:
            resources["XObject"] = Dictionary(shown)
        if page.spots:
            from xihu_pdf.press.spots import separation

            resources["ColorSpace"] = Dictionary({key: separation(book, ink) for key, ink in page.spots.items()})
        if states:
            resources["ExtGState"] = Dictionary(states)
        entries: dict[str, object] = {"Type": "/Page", "Parent": parent, **boxes(page.frame.size, order)}
        entries |= {"Resources": Dictionary(resources), "Contents": contents, **more}
        pages.append(book.add(Dictionary(entries)))
    return pages


def _states(book: Book) -> dict[str, object]:
    """Make the graphics states in which letters print over what is under them, and do not (ISO 32000-1, 8.6.7)."""
    return {
        resource: book.add(
            Dictionary({"Type": "/ExtGState", **dict.fromkeys(("OP", "op"), str(over).lower()), "OPM": int(over)})
        )
        for over, resource in OVERPRINTS.items()
    }


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
