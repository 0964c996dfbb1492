"""Imposition 拼大版: finished pages come onto the sheets that are printed, then folded or cut. Frames in, frames out.

The trim of a sheet is its frame. What a press wants around it, bleed and crop marks, the order puts there as it does
round a page; here stand only the marks that no page has, where a sheet is folded or cut between its pages.
"""

from collections.abc import Iterator
from typing import NamedTuple

from xihu_pdf.errors import Diagnostic, fault
from xihu_pdf.frame import (
    ARTIFACT,
    BLACK,
    VERTICAL,
    Document,
    GlyphRun,
    Item,
    Link,
    PageFrame,
    Picture,
    Placed,
    Row,
    Rule,
    Shape,
    Tag,
)
from xihu_pdf.geometry import Point, Size, mm

__all__ = ["SCHEMES", "Imposed", "Scheme", "impose", "moved", "sides"]

# The pages of one side of a sheet by their places in the document, from left to right and down; None is a blank.
Side = tuple[int | None, ...]


class Scheme(NamedTuple):
    """How pages come onto sheets.

    ``paper`` is width and height of a sheet in millimetres, none where its pages fill it; ``columns`` and ``rows`` are
    pages to a side. Sheets that are ``folded`` go one into the other; each then lies ``creep`` mm further out than the
    one around it. With ``half_sheets`` two pages without their counterparts are a half sheet in the middle, as in a
    newspaper that is not stitched.
    """

    chinese: str
    english: str
    paper: tuple[float, float] | None
    columns: int
    rows: int
    folded: bool = False
    creep: float = 0.0
    half_sheets: bool = False


class Imposed(NamedTuple):
    """The sheets, a page of the document to each side, and in findings what is on them."""

    document: Document
    diagnostics: tuple[Diagnostic, ...]


_A4, _A4_UPRIGHT, _A3, _A3_UPRIGHT = (297.0, 210.0), (210.0, 297.0), (420.0, 297.0), (297.0, 420.0)
# A folded sheet pushes those inside it out by its own thickness: 0.1 mm is that of office paper of 80 g/m².
_CREEP = 0.1

SCHEMES = {
    "sheet": Scheme("对开拼版", "two pages beside each other, nested", None, 2, 1, folded=True, half_sheets=True),
    "stitched": Scheme("骑马订", "saddle-stitched booklet", None, 2, 1, folded=True, creep=_CREEP),
    "booklet-a4": Scheme("A4小册", "booklet of A4 folded to A5", _A4, 2, 1, folded=True, creep=_CREEP),
    "booklet-a3": Scheme("A3小册", "booklet of A3 folded to A4", _A3, 2, 1, folded=True, creep=_CREEP),
    "two-a4": Scheme("A4二合一", "two pages on A4", _A4, 2, 1),
    "two-a3": Scheme("A3二合一", "two pages on A3", _A3, 2, 1),
    "four-a4": Scheme("A4四合一", "four pages on A4", _A4_UPRIGHT, 2, 2),
    "four-a3": Scheme("A3四合一", "four pages on A3", _A3_UPRIGHT, 2, 2),
}

_HAIRLINE = 0.25
# A mark at the edge of the paper, from where office printers begin to print; one beyond the trim, a millimetre
# further out than the cross that a press has there, and within the 12 mm that its sheet reaches. From the trim.
_WITHIN, _BEYOND = (mm(4.0), mm(8.0)), (-mm(12.0), -mm(10.0))
_DASHES = 3


class _Plan(NamedTuple):
    """The room for a page on the sheet, the size of a page as it came, and by what it is multiplied."""

    cell: Size
    page: Size
    scale: float

    def corner(self, column: int, row: int) -> Point:
        """The top left corner of a page in the middle of its room."""
        left = (self.cell.width - self.scale * self.page.width) / 2
        top = (self.cell.height - self.scale * self.page.height) / 2
        return Point(column * self.cell.width + left, row * self.cell.height + top)


def impose(document: Document, scheme: Scheme) -> Imposed:
    """Put the pages of a document onto sheets.

    Every page is there once, whole and upright, made smaller where the paper asks for it and never larger. The tags
    are kept in the order that the pages are read in.
    """
    document = _parted(document)
    laid, plan = sides(document, scheme), _plan(document, scheme)
    sheets = tuple(_sheet(document, scheme, plan, side, number // 2) for number, side in enumerate(laid))
    return Imposed(document._replace(pages=sheets), tuple(_told(document, scheme, plan, laid)))


def sides(document: Document, scheme: Scheme) -> list[Side]:
    """Which pages come on each side: fronts and backs in turn where sheets are folded.

    A paper whose lines run down opens at the right, and its pages follow one another leftward.
    """
    count, room = len(document.pages), scheme.columns * scheme.rows
    pages: list[int | None] = [*range(count), *[None] * (-count % (4 if scheme.folded else room))]
    if _is_half_sheet(count, scheme):
        pages = [*pages[: count // 2 + 1], None, None, *pages[count // 2 + 1 : count]]
    if scheme.folded:
        found: list[Side] = []
        for sheet in range(len(pages) // 4):
            first, last = 2 * sheet, len(pages) - 1 - 2 * sheet
            found += [(pages[last], pages[first]), (pages[first + 1], pages[last - 1])]
    else:
        found = [tuple(pages[at : at + room]) for at in range(0, len(pages), room)]
    return [_leftward(side, scheme.columns) for side in found] if _runs_down(document.pages[0]) else found


def _is_half_sheet(count: int, scheme: Scheme) -> bool:
    return scheme.half_sheets and count % 4 == 2 and count > 2


def _leftward(side: Side, columns: int) -> Side:
    return tuple(page for at in range(0, len(side), columns) for page in reversed(side[at : at + columns]))


def _runs_down(page: PageFrame) -> bool:
    """Whether most letters of a page stand in vertical lines."""
    down = across = 0
    for _, item in page.items:
        if isinstance(item, GlyphRun):
            if item.writing == VERTICAL:
                down += len(item.glyphs)
            else:
                across += len(item.glyphs)
    return down > across


def _plan(document: Document, scheme: Scheme) -> _Plan:
    sizes = [page.size for page in document.pages]
    page = Size(max(each.width for each in sizes), max(each.height for each in sizes))
    if scheme.paper is None:
        return _Plan(page, page, 1.0)
    cell = Size(mm(scheme.paper[0]) / scheme.columns, mm(scheme.paper[1]) / scheme.rows)
    return _Plan(cell, page, min(1.0, cell.width / page.width, cell.height / page.height))


def _sheet(document: Document, scheme: Scheme, plan: _Plan, side: Side, inside: int) -> PageFrame:
    """One side; ``inside`` counts the sheets around it. Pages are in reading order, wherever they stand."""
    items: list[Placed] = []
    tags: list[int] = []
    for page, at in sorted((page, at) for at, page in enumerate(side) if page is not None):
        frame, column = document.pages[page], at % scheme.columns
        corner = plan.corner(column, at // scheme.columns)
        # Both pages move toward the fold.
        creep = mm(scheme.creep) * inside * (1 - 2 * column)
        items += (moved(each, Point(corner.x + creep, corner.y), plan.scale) for each in frame.items)
        tags += frame.tags or (ARTIFACT,) * len(frame.items)
    marks = list(_marks(scheme, plan))
    size = Size(plan.cell.width * scheme.columns, plan.cell.height * scheme.rows)
    return PageFrame(size, (*items, *marks), (*tags, *[ARTIFACT] * len(marks)) if document.tags else ())


def _marks(scheme: Scheme, plan: _Plan) -> Iterator[Placed]:
    """Where a sheet is folded (dashed) or cut (drawn through), a mark at either end of the line."""
    start, end = _WITHIN if scheme.paper else _BEYOND
    width, height = plan.cell.width * scheme.columns, plan.cell.height * scheme.rows
    pieces = [(start, end)]
    if scheme.folded:
        step = (end - start) / (2 * _DASHES - 1)
        pieces = [(start + 2 * dash * step, start + (2 * dash + 1) * step) for dash in range(_DASHES)]
    for near, far in pieces:
        for column in range(1, scheme.columns):
            x, vector = column * plan.cell.width, Point(0.0, far - near)
            yield Placed(Point(x, near), Rule(vector, _HAIRLINE, BLACK))
            yield Placed(Point(x, height - far), Rule(vector, _HAIRLINE, BLACK))
        for row in range(1, scheme.rows):
            y, vector = row * plan.cell.height, Point(far - near, 0.0)
            yield Placed(Point(near, y), Rule(vector, _HAIRLINE, BLACK))
            yield Placed(Point(width - far, y), Rule(vector, _HAIRLINE, BLACK))


def moved(placed: Placed, corner: Point, scale: float) -> Placed:
    """Give an item as it stands on a page that lies with its top left at ``corner``, ``scale`` times as large."""
    at = Point(corner.x + scale * placed.at.x, corner.y + scale * placed.at.y)
    return Placed(at, placed.item if scale == 1.0 else _scaled(placed.item, scale))


def _scaled(item: Item, scale: float) -> Item:
    match item:
        case GlyphRun():
            offsets, rises = (tuple(scale * each for each in some) for some in (item.offsets, item.rises))
            return item._replace(size=scale * item.size, offsets=offsets, rises=rises)
        case Rule():
            return item._replace(vector=_nearer(item.vector, scale), weight=scale * item.weight)
        case Picture():
            return item._replace(size=Size(scale * item.size.width, scale * item.size.height))
        case Shape():
            return _shape(item, scale)
        case Link():
            return item._replace(size=Size(scale * item.size.width, scale * item.size.height))
        case Row():
            return item._replace(shape=_shape(item.shape, scale), step=_nearer(item.step, scale))


def _shape(shape: Shape, scale: float) -> Shape:
    steps = tuple(tuple(_nearer(point, scale) for point in step) for step in shape.steps)
    return shape._replace(steps=steps, weight=scale * shape.weight)


def _nearer(point: Point, scale: float) -> Point:
    return Point(scale * point.x, scale * point.y)


def _parted(document: Document) -> Document:
    """Give what goes on from page to page a tag on each.

    The content of one tag is read in the order of the sheets, on which a later page may stand before an earlier one;
    tags are read in their own order.
    """
    places: dict[int, list[int]] = {}
    for number, page in enumerate(document.pages):
        for tag in dict.fromkeys(page.tags):
            places.setdefault(tag, []).append(number)
    for old, element in enumerate(document.tags):
        # A word with its reading holds nothing itself, and stands among the words of its paragraph.
        if element.parent >= 0 and document.tags[element.parent].kind == "Ruby":
            above = places.setdefault(element.parent, [])
            above += [number for number in places.get(old, ()) if number not in above]
    tags: list[Tag] = []
    anew: dict[tuple[int, int], int] = {}
    first = {ARTIFACT: ARTIFACT}
    for old, element in enumerate(document.tags):
        first[old] = len(tags)
        for number in places.get(old, [0]):
            anew[old, number] = len(tags)
            tags.append(element._replace(parent=anew.get((element.parent, number), first[element.parent])))
    pages = tuple(
        page._replace(tags=tuple(ARTIFACT if tag == ARTIFACT else anew[tag, number] for tag in page.tags))
        for number, page in enumerate(document.pages)
    )
    return document._replace(pages=pages, tags=tuple(tags))


def _told(document: Document, scheme: Scheme, plan: _Plan, laid: list[Side]) -> Iterator[Diagnostic]:
    """What is on the sheets, in words."""
    names = {"scheme_zh": scheme.chinese, "scheme_en": scheme.english}
    count, blanks = len(document.pages), sum(side.count(None) for side in laid)
    if scheme.folded:
        yield fault("sheets-folded", None, **names, count=len(laid) // 2)
    else:
        yield fault("sheets-flat", None, **names, count=len(laid))
    if plan.scale < 1.0:
        yield fault("sheets-smaller", None, percent=round(100 * plan.scale))
    if blanks:
        code = "sheets-half" if _is_half_sheet(count, scheme) else "sheets-blank"
        yield fault(code, None, count=count, blanks=blanks)
    for number, side in enumerate(laid):
        pages = " ｜ ".join("—" if page is None else document.pages[page].folio or str(page + 1) for page in side)
        if scheme.folded:
            code = "sheet-back" if number % 2 else "sheet-front"
            yield fault(code, None, sheet=number // 2 + 1, pages=pages)
        else:
            yield fault("sheet-side", None, sheet=number + 1, pages=pages)
