"""The structure of a document: who hears the page is told what its parts are (ISO 32000-1, 14.7 and 14.8)."""

from xihu_pdf.frame import ARTIFACT, Document, Picture, Shape, Tag
from xihu_pdf.geometry import Rect
from xihu_pdf.press.links import Annotation
from xihu_pdf.press.objects import Array, Book, Dictionary, Reference, name, number, text

__all__ = ["build"]

# Where an identifier of a page's marked content stands: the number of the page and the identifier.
_Sequence = tuple[int, int]
# What is in an element, and where it begins.
_Child = tuple[_Sequence, Reference]
_LAST: _Sequence = (1 << 31, 0)
_CELLS = frozenset({"TH", "TD"})
# The owner of each attribute beside layout (14.8.5.5 and 14.8.5.7).
_OWNERS = {"Scope": "/Table", "RowSpan": "/Table", "ColSpan": "/Table", "ListNumbering": "/List"}


def build(
    book: Book, document: Document, pages: list[Reference], sequences: list[list[int]], links: list[Annotation]
) -> dict[str, object]:
    """Put the structure tree into the book and give the catalog's entries for it.

    ``sequences`` has for each page the tag of every marked content sequence, by its identifier; each page's
    StructParents is its number. ``links`` are elements under the words that they stand on.
    """
    held: list[list[_Sequence]] = [[] for _ in document.tags]
    for page, tags in enumerate(sequences):
        for identifier, tag in enumerate(tags):
            held[tag].append((page, identifier))
    root = Dictionary({"Type": "/StructTreeRoot", "ParentTreeNextKey": len(pages) + len(links)})
    top = book.add(root)
    elements = _elements(document, pages, held, top)
    references = {number: book.add(element) for number, element in elements.items()}
    children: dict[int, list[_Child]] = {number: [] for number in elements}
    begins = _begins(document, held)
    for each in elements:
        parent = document.tags[each].parent
        if parent >= 0:
            elements[each]["P"] = references[parent]
            children[parent].append((begins[each], references[each]))
    leading = [book.add(_link(each, pages, references[each.tag])) for each in links]
    for link, reference in zip(links, leading, strict=True):
        children[link.tag].append((_LAST, reference))
    for each, element in elements.items():
        element["K"] = Array(_kids(held[each], children[each], pages))
    root["K"] = Array([references[each] for each in elements if document.tags[each].parent < 0])
    parents: list[object] = []
    for page, tags in enumerate(sequences):
        parents += [page, Array([references[tag] for tag in tags])] if tags else []
    for link, reference in zip(links, leading, strict=True):
        parents += [link.key, reference]
    root["ParentTree"] = book.add(Dictionary({"Nums": Array(parents)}))
    return {"StructTreeRoot": top, "MarkInfo": Dictionary({"Marked": "true"})}


def _elements(
    document: Document, pages: list[Reference], held: list[list[_Sequence]], top: Reference
) -> dict[int, Dictionary]:
    """Make the element of every tag that holds something, itself or below."""
    # An empty cell stands in its row all the same.
    used = [bool(each) or tag.kind in _CELLS for each, tag in zip(held, document.tags, strict=True)]
    for at in range(len(used) - 1, -1, -1):
        parent = document.tags[at].parent
        if used[at] and parent >= 0:
            used[parent] = True
    boxes = _boxes(document)
    elements = {}
    for at, tag in enumerate(document.tags):
        if not used[at]:
            continue
        entries: dict[str, object] = {"Type": "/StructElem", "S": name(tag.kind), "P": top}
        if held[at]:
            entries["Pg"] = pages[held[at][0][0]]
        if tag.alternative:
            entries["Alt"] = text(tag.alternative)
        attributes = _attributes(tag, boxes.get(at))
        if attributes:
            entries["A"] = attributes[0] if len(attributes) == 1 else Array(attributes)
        elements[at] = Dictionary(entries)
    return elements


def _attributes(tag: Tag, box: Rect | None) -> list[Dictionary]:
    """Write the attributes of an element, a dictionary for each owner (14.7.5)."""
    made: dict[str, dict[str, object]] = {}
    if box is not None:
        layout = {"O": "/Layout", "Placement": "/Block", "BBox": Array([number(edge) for edge in box])}
        made["/Layout"] = layout
    for key, value in tag.attributes:
        owner = _OWNERS[key]
        made.setdefault(owner, {"O": owner})[key] = name(value) if isinstance(value, str) else value
    return [Dictionary(entries) for entries in made.values()]


def _link(link: Annotation, pages: list[Reference], parent: Reference) -> Dictionary:
    """Make the element of a link, which holds its annotation (14.7.4.3)."""
    held = Dictionary({"Type": "/OBJR", "Obj": link.reference, "Pg": pages[link.page]})
    return Dictionary({"Type": "/StructElem", "S": "/Link", "P": parent, "Pg": pages[link.page], "K": held})


def _begins(document: Document, held: list[list[_Sequence]]) -> list[_Sequence]:
    """Find where each element begins, itself or what is in it."""
    begins = [min(each, default=_LAST) for each in held]
    for at in range(len(begins) - 1, -1, -1):
        parent = document.tags[at].parent
        if parent >= 0:
            begins[parent] = min(begins[parent], begins[at])
    return begins


def _kids(held: list[_Sequence], children: list[_Child], pages: list[Reference]) -> list[object]:
    """Write what is in an element: its own content and the words with readings among it as they are read."""
    if not held or not children:
        return [*_content(held, pages), *(child for _, child in children)]
    kids = [*zip(held, _content(held, pages), strict=True), *children]
    return [kid for _, kid in sorted(kids, key=lambda each: each[0])]


def _content(held: list[_Sequence], pages: list[Reference]) -> list[object]:
    """Write an element's own content: identifiers of the page that it begins on, references to those of others."""
    first = held[0][0] if held else 0
    return [
        identifier if page == first else Dictionary({"Type": "/MCR", "Pg": pages[page], "MCID": identifier})
        for page, identifier in held
    ]


def _boxes(document: Document) -> dict[int, Rect]:
    """Find the box of every photograph, and of what is drawn as a figure, by its tag, with y upward (14.8.5.4.3)."""
    boxes = {}
    for page in document.pages:
        for (at, item), tag in zip(page.items, page.tags, strict=False):
            if isinstance(item, Picture):
                foot = page.size.height - at.y - item.size.height
                boxes[tag] = Rect(at.x, foot, at.x + item.size.width, foot + item.size.height)
            elif isinstance(item, Shape) and tag != ARTIFACT:
                across = [at.x + point.x for step in item.steps for point in step]
                upward = [page.size.height - at.y - point.y for step in item.steps for point in step]
                boxes[tag] = Rect(min(across), min(upward), max(across), max(upward))
    return boxes
