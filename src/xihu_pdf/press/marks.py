"""Printer's marks 印刷标记 around the trim: where to cut, whether the plates agree, how much ink they carry.

They stand outside the bleed and are artifacts (ISO 32000-1, 14.8.2.2). Crop and registration marks and the slug print
on every plate, in the ink that is called All (8.6.6.4).
"""

from collections.abc import Mapping

from xihu_pdf.fonts import Face
from xihu_pdf.frame import ARTIFACT, Document, GlyphRun, Ink, PageFrame, Placed, Rule, Shape
from xihu_pdf.geometry import Point, Size, mm
from xihu_pdf.press.orders import Order

__all__ = ["ALL", "mark"]

ALL = Ink(1.0, 1.0, 1.0, 1.0, "All")
# Their distance from the bleed, and their lengths, all in points.
_CLEAR, _CROP, _HAIRLINE = mm(1.0), mm(5.0), 0.25
_RADIUS, _CROSS, _PATCH, _ASIDE = mm(1.5), mm(5.0), mm(4.0), mm(8.0)
_TYPE = 6.0
# A Bezier curve over a quarter of a circle has its control points this far out, in radii.
_ROUND = 0.5523
# The bar: solids, their overprints, half tones, and a grey balance (ISO 12647-2, 4.3.2.4 and annex A).
_BAR = (
    Ink(1.0, 0.0, 0.0, 0.0),
    Ink(0.0, 1.0, 0.0, 0.0),
    Ink(0.0, 0.0, 1.0, 0.0),
    Ink(0.0, 0.0, 0.0, 1.0),
    Ink(1.0, 1.0, 0.0, 0.0),
    Ink(0.0, 1.0, 1.0, 0.0),
    Ink(1.0, 0.0, 1.0, 0.0),
    Ink(0.5, 0.0, 0.0, 0.0),
    Ink(0.0, 0.5, 0.0, 0.0),
    Ink(0.0, 0.0, 0.5, 0.0),
    Ink(0.0, 0.0, 0.0, 0.5),
    Ink(0.5, 0.4, 0.4, 0.0),
)
# The words of the slug, in the language of the paper.
_SAYS = {"zh": {"sheetfed": "单张纸印刷", "undated": "未署日期"}, "en": {"undated": "undated"}}


def mark(document: Document, order: Order, faces: Mapping[str, Face]) -> Document:
    """Put the marks of an order round every page; the slug is set in the face that has most of its letters."""
    spots, says = _spots(document), _SAYS["zh" if document.language.startswith("zh") else "en"]
    pages = []
    for number, page in enumerate(document.pages, 1):
        count, date = _count(page.folio, number, len(document.pages)), document.date or says["undated"]
        facts = (says.get(order.name, order.name), count, date, " ".join(("CMYK", *spots)))
        slug = " · ".join(filter(None, (*facts, document.title)))
        items = (*_crops(page.size, order.bleed), *_registers(page.size, order.bleed))
        items += (*_bar(page.size, order.bleed, tuple(spots.values())), *_slug(page.size, order.bleed, slug, faces))
        pages.append(_with(page, items))
    return document._replace(pages=tuple(pages))


def _count(folio: str, number: int, pages: int) -> str:
    """Which page of the file it is, and its folio where that is another number."""
    return f"{number}/{pages}" if folio in {"", str(number)} else f"{number}/{pages} ({folio})"


def _with(page: PageFrame, items: tuple[Placed, ...]) -> PageFrame:
    tags = page.tags and (*page.tags, *(ARTIFACT for _ in items))
    return page._replace(items=(*page.items, *items), tags=tags)


def _spots(document: Document) -> dict[str, Ink]:
    """The spot inks of a document, in full tone, by name."""
    inks = (getattr(item, "ink", ALL) for page in document.pages for _, item in page.items)
    return {ink.spot: ink._replace(tint=1.0) for ink in inks if ink.spot not in {"", ALL.spot}}


def _crops(size: Size, bleed: float) -> list[Placed]:
    """Two lines at each corner that lead to where it is cut."""
    near, far = bleed + _CLEAR, bleed + _CLEAR + _CROP
    found = []
    for x, outward in ((0.0, -1), (size.width, 1)):
        for y, down in ((0.0, -1), (size.height, 1)):
            found.append(_line(Point(x + outward * near, y), Point(outward * (far - near), 0.0)))
            found.append(_line(Point(x, y + down * near), Point(0.0, down * (far - near))))
    return found


def _registers(size: Size, bleed: float) -> list[Placed]:
    """A cross in a circle at the middle of each side."""
    out = bleed + _CLEAR + _CROP / 2
    centres = [Point(size.width / 2, y) for y in (-out, size.height + out)]
    centres += [Point(x, size.height / 2) for x in (-out, size.width + out)]
    found = []
    for x, y in centres:
        found.append(_line(Point(x - _CROSS / 2, y), Point(_CROSS, 0.0)))
        found.append(_line(Point(x, y - _CROSS / 2), Point(0.0, _CROSS)))
        found.append(Placed(Point(x, y), Shape(_circle(_RADIUS), _HAIRLINE, ALL)))
    return found


def _bar(size: Size, bleed: float, spots: tuple[Ink, ...]) -> list[Placed]:
    """Patches of the inks at the head, left of its middle, and after them each spot ink in full and half tone."""
    inks = [*_BAR, *(ink.tinted(share) for ink in spots for share in (1.0, 0.5))]
    room = int((size.width / 2 - _ASIDE - _CROSS) / _PATCH)
    top = -(bleed + _CLEAR + (_CROP + _PATCH) / 2)
    corners = (Point(0.0, 0.0), Point(_PATCH, 0.0), Point(_PATCH, _PATCH), Point(0.0, _PATCH))
    return [
        Placed(Point(_ASIDE + count * _PATCH, top), Shape(tuple((corner,) for corner in corners), 0.0, ink))
        for count, ink in enumerate(inks[:room])
    ]


def _slug(size: Size, bleed: float, words: str, faces: Mapping[str, Face]) -> list[Placed]:
    """One line at the foot, left of its middle; a letter that no face has is told by its code."""
    if not faces:
        return []
    # Light type fills least where it prints on every plate.
    face = max(faces.values(), key=lambda each: (sum(map(bool, map(each.glyph, words))), -each.weight))
    told = "".join(each if face.glyph(each) else f"U+{ord(each):04X}" for each in words)
    room = size.width / 2 - _ASIDE - _CROSS
    glyphs: list[int] = []
    offsets = [0.0]
    for glyph in map(face.glyph, told):
        end = offsets[-1] + face.advance(glyph) * _TYPE
        if end > room:
            break
        glyphs.append(glyph)
        offsets.append(end)
    run = GlyphRun(face.key, _TYPE, ALL, tuple(glyphs), tuple(offsets[:-1]), tuple(told[: len(glyphs)]))
    return [Placed(Point(_ASIDE, size.height + bleed + _CLEAR + (_CROP + 0.7 * _TYPE) / 2), run)]


def _line(start: Point, vector: Point) -> Placed:
    return Placed(start, Rule(vector, _HAIRLINE, ALL))


def _circle(radius: float) -> tuple[tuple[Point, ...], ...]:
    """A circle around its place, as four curves."""
    out = _ROUND * radius
    steps: list[tuple[Point, ...]] = [(Point(radius, 0.0),)]
    for x, y in ((1, 0), (0, 1), (-1, 0), (0, -1)):
        start, turned = Point(x * radius, y * radius), Point(-y, x)
        end = Point(turned.x * radius, turned.y * radius)
        first = Point(start.x + turned.x * out, start.y + turned.y * out)
        steps.append((first, Point(end.x + x * out, end.y + y * out), end))
    return tuple(steps)
