"""Preflight 印前检查: what an order's press would not hold, found on the frames before anything is written.

A finding has the place in the content of the tag that its item has, and always that on the page.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from xihu_pdf.cache import Keep, keep_nothing
from xihu_pdf.errors import Diagnostic, Span, fault
from xihu_pdf.frame import (
    ARTIFACT,
    BLACK,
    Document,
    GlyphRun,
    Ink,
    Item,
    Link,
    PageFrame,
    Picture,
    Placed,
    Row,
    Rule,
    Shape,
)
from xihu_pdf.geometry import POINTS_PER_MM, Point, Rect
from xihu_pdf.pictures import Photograph, resolution
from xihu_pdf.press.extents import extent
from xihu_pdf.press.limits import LIMITS, NO_LIMITS, Limits
from xihu_pdf.press.orders import Order
from xihu_pdf.press.standards import PDF_UA_1
from xihu_pdf.separation import most_ink

__all__ = ["preflight"]

# The sides of a picture's pixel may differ by this share; what is rounded to pixels and points does not.
_SQUARE = 0.01
# What is this near to the trim, in points, stands on it.
_ON_TRIM = 0.05
# A JPEG has by this share more ink at sharp edges than it was separated with, in spots of some pixels.
_SHARPENED = 1.02
_MANY = 3  # inks one over another that show every shift of a plate
_SOLID, _TINT, _MIXED, _REVERSED = range(4)
_TYPE = ("type-solid", "type-tint", "type-mixed", "type-reversed")
_RULE = ("rule-solid", "rule-tint", "rule-mixed", "rule-reversed")
_SHOWN = 16  # characters of a run that a finding quotes
_OWN = {"text", "distance"}  # what differs between findings of one kind and is told of the first

_Found = Iterator[tuple[str, dict[str, object]]]


class _Sheet(NamedTuple):
    """What an item is judged by: its page and order, the limits, photographs and their files by key."""

    page: PageFrame
    order: Order
    limits: Limits
    photographs: Mapping[str, Photograph]
    files: Mapping[str, str]
    keep: Keep


def preflight(
    document: Document,
    order: Order,
    photographs: Mapping[str, Photograph] | None = None,
    files: Mapping[str, str] | None = None,
    keep: Keep = keep_nothing,
) -> tuple[Diagnostic, ...]:
    """Find what forbids the document under an order, or would print badly.

    ``photographs`` are those of the document as they came, by key, and ``files`` their names; one that is not among
    them is not judged. ``keep`` spares what was looked at before.
    """
    found: dict[tuple[object, ...], Diagnostic] = {}
    for number, page in enumerate(document.pages, 1):
        sheet = _Sheet(page, order, LIMITS.get(order.name, NO_LIMITS), photographs or {}, files or {}, keep)
        grounds: list[tuple[Rect, Ink]] = []
        tags = page.tags or (ARTIFACT,) * len(page.items)
        for placed, tag in zip(page.items, tags, strict=True):
            span = document.tags[tag].span if tag != ARTIFACT else None
            for code, values in _judge(placed, sheet, grounds):
                # Told once for an element of the content, or for a page where there is none.
                key = (code, span or number, *(value for name, value in values.items() if name not in _OWN))
                found.setdefault(key, fault(code, span, **values, place=_place(page, number, placed.at)))
    structure = [*_skipped_headings(document), *_silent_pictures(document)] if PDF_UA_1 in order.standards else []
    return (*found.values(), *_beyond_paper(document, LIMITS.get(order.name, NO_LIMITS)), *structure)


def _place(page: PageFrame, number: int, at: Point) -> Diagnostic:
    """A place on paper, in whole millimetres; the page by its folio, and by its number from 1 for programs."""
    x, y = (round(each / POINTS_PER_MM) for each in at)
    return fault("press-place", None, page=page.folio or number, number=number, x=x, y=y)


def _judge(placed: Placed, sheet: _Sheet, grounds: list[tuple[Rect, Ink]]) -> _Found:
    """Everything to be told of an item; ``grounds`` are the filled shapes so far, and gain this one."""
    item, box = placed.item, extent(placed)
    if isinstance(item, Link):
        return
    yield from _near_trim(item, box, sheet)
    if isinstance(item, Picture):
        yield from _of_picture(item, sheet)
        yield from _of_bleed(placed, sheet)
        return
    yield from _of_ink(item, box, sheet, grounds)
    if isinstance(item, GlyphRun):
        yield from _of_type(item, sheet.limits)
    else:
        weight = _weight(item)
        if weight:
            yield from _of_rule(weight, item.ink, sheet.limits)
        else:
            grounds.append((box, item.ink))


def _weight(item: Rule | Shape | Row) -> float:
    """How thick an item is drawn; 0 where it is filled."""
    return item.shape.weight if isinstance(item, Row) else item.weight


def _plates(ink: Ink) -> tuple[float, ...]:
    """What each plate prints of an ink, from 0 to 1."""
    return (ink.tint,) if ink.spot else ink.process


@cache
def _kind(ink: Ink) -> int:
    """How an ink prints, by the fields of ``ByPrint``."""
    plates = [each for each in _plates(ink) if each]
    if not plates:
        return _REVERSED
    if len(plates) >= _MANY:
        return _MIXED
    return _SOLID if max(plates) == 1.0 else _TINT


def _plain(points: float) -> str:
    return f"{points:.2f}".rstrip("0").rstrip(".")


def _of_type(run: GlyphRun, limits: Limits) -> _Found:
    kind = _kind(run.ink)
    code, least = _TYPE[kind], limits.type[kind]
    if run.is_reading and kind == _SOLID:
        code, least = "type-reading", limits.reading
    words = "".join(run.texts)
    if run.size < least and words.strip():
        yield code, {"text": words[:_SHOWN], "size": _plain(run.size), "least": _plain(least)}


def _of_rule(weight: float, ink: Ink, limits: Limits) -> _Found:
    kind = _kind(ink)
    if weight < limits.rule[kind]:
        yield _RULE[kind], {"weight": _plain(weight), "least": _plain(limits.rule[kind])}


def _of_ink(item: Item, box: Rect, sheet: _Sheet, grounds: list[tuple[Rect, Ink]]) -> _Found:
    """Ink above the limit of the order: the item's own, or its black printed over the ground that it stands on."""
    if isinstance(item, Picture | Link) or not sheet.order.ink_limit:
        return
    total = item.ink.total
    if item.ink == BLACK:
        under = next((ink for ground, ink in reversed(grounds) if _meets(box, ground)), None)
        total += sum(_plates(under)[:3]) if under else 0.0
    if round(100 * total) > sheet.order.ink_limit:
        yield "ink-limit", {"total": round(100 * total), "limit": sheet.order.ink_limit}


def _meets(one: Rect, other: Rect) -> bool:
    return one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom


def _of_picture(picture: Picture, sheet: _Sheet) -> _Found:
    photograph = sheet.photographs.get(picture.photograph)
    if photograph is None:
        return
    name = {"picture": sheet.files.get(picture.photograph, "")}
    across = resolution(photograph, picture.size.width, picture.crop.width)
    down = photograph.height * picture.crop.height * 72 / picture.size.height
    needed = sheet.limits.resolution
    ppi = min(across, down)
    if ppi < needed:
        yield "picture-coarse" if ppi < needed / 2 else "picture-soft", {**name, "ppi": round(ppi), "needed": needed}
    if needed and abs(across / down - 1) > _SQUARE:
        yield "picture-distorted", {**name, "across": round(across), "down": round(down)}
    # What is separated here is held to the limit; what came in inks is printed as it came.
    if sheet.order.ink_limit and photograph.colour == "cmyk":
        total = most_ink(photograph, picture.crop, sheet.keep)
        if total > _SHARPENED * sheet.order.ink_limit:
            yield "picture-ink", {**name, "total": total, "limit": sheet.order.ink_limit}


def _of_bleed(placed: Placed, sheet: _Sheet) -> _Found:
    """A picture at the trim that has too little to show beyond it."""
    if sheet.order.bleed:
        from xihu_pdf.press.bleed import wanting

        lacking = round(wanting(placed, sheet.page.size, sheet.order.bleed) / POINTS_PER_MM, 1)
        if lacking:
            yield "bleed-short", {"lacking": lacking}


def _near_trim(item: Item, box: Rect, sheet: _Sheet) -> _Found:
    """Live matter nearer to the trim than the order's margin; a picture or ground that reaches the trim bleeds."""
    width, height = sheet.page.size
    distances = [box.left, box.top, width - box.right, height - box.bottom]
    if not isinstance(item, GlyphRun):
        distances = [each for each in distances if each > _ON_TRIM]
    least = min(distances, default=sheet.limits.margin)
    if least < sheet.limits.margin - _ON_TRIM:
        distance, margin = (round(each / POINTS_PER_MM, 1) for each in (least, sheet.limits.margin))
        yield "trim-near", {"distance": distance, "margin": margin}


def _beyond_paper(document: Document, limits: Limits) -> Iterator[Diagnostic]:
    """Sizes of pages, each once, that no sheet of the order holds."""
    for size in dict.fromkeys(page.size for page in document.pages):
        share = min((most / side for most, side in zip(limits.paper, sorted(size), strict=True)))
        if 0.0 < share < 1.0:
            told = {"width": round(size.width / POINTS_PER_MM), "height": round(size.height / POINTS_PER_MM)}
            yield fault("trim-paper", None, **told, percent=int(100 * share))


def _skipped_headings(document: Document) -> list[Diagnostic]:
    """Headings more than one level below the one before (ISO 14289-1, 7.4.2)."""
    found, above = [], 0
    for tag in document.tags:
        if tag.kind[0] == "H" and tag.kind[1:].isdecimal():
            level = int(tag.kind[1:])
            if level > above + 1:
                found.append(fault("heading-skipped", tag.span, level=level, above=above))
            above = level
    return found


def _silent_pictures(document: Document) -> list[Diagnostic]:
    """Pictures that have neither alternative text nor the tag of an artifact (ISO 14289-1, 7.3)."""
    silent: dict[Span | int, Diagnostic] = {}
    for number, page in enumerate(document.pages, 1):
        tags = page.tags or (ARTIFACT,) * len(page.items)
        for (at, item), tag in zip(page.items, tags, strict=True):
            if isinstance(item, Picture) and tag != ARTIFACT and not document.tags[tag].alternative:
                span = document.tags[tag].span
                silent.setdefault(span or tag, fault("picture-silent", span, place=_place(page, number, at)))
    return list(silent.values())
