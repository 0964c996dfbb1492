"""One page made up: its words set, its plan sought, everything placed."""

from typing import NamedTuple

from xihu_pdf.content import Article, Page
from xihu_pdf.errors import Diagnostic, fault
from xihu_pdf.frame import PageFrame, Placed
from xihu_pdf.layout.arrangement import MOST_PHOTOGRAPHS, Arrangement, Slot, arrangements, ratio_range
from xihu_pdf.layout.desk import Desk
from xihu_pdf.layout.furniture import page_header
from xihu_pdf.layout.grid import Grid
from xihu_pdf.layout.hanging import (
    Caption,
    Lead,
    compose_caption,
    compose_lead,
    place_lead,
    place_photograph,
)
from xihu_pdf.layout.head import Head, compose_head, place_head
from xihu_pdf.layout.measuring import PageReport, measure_page
from xihu_pdf.layout.planning import Hanger, Misfit, Plan, Task, picture_lines, plan_page
from xihu_pdf.layout.story import Part, compose_story, copy_pairs, place_part
from xihu_pdf.pictures import Photograph, PictureFault
from xihu_pdf.stock import Stock

__all__ = ["make_page"]


class _Hung(NamedTuple):
    """An arrangement with its words set for the widths that it gives them."""

    arrangement: Arrangement
    lead: Lead | None
    captions: tuple[Caption, ...]


class _Material(NamedTuple):
    """All that a page is made of, set and ready to be placed."""

    head: Head
    parts: tuple[Part, ...]
    photographs: tuple[Photograph, ...]
    ways: tuple[_Hung, ...]


def make_page(page: Page, stock: Stock, desk: Desk, grid: Grid) -> tuple[PageFrame | None, PageReport | None]:
    """Make up a page; what is wrong is left with the desk. Without a plan there is no frame."""
    if len(page.articles) != 1:
        span = page.articles[1].span if page.articles else page.span
        desk.faults.append(fault("page-articles", span, count=len(page.articles)))
        return None, None
    article = page.articles[0]
    desk.where = article.headline.value if article.headline else ""
    header = page_header(desk, page, grid)
    material = _material(article, stock, desk, grid)
    if material is None:
        return None, None
    tasks = tuple(_task(material, way, article, grid) for way in material.ways)
    found = plan_page(tasks, grid)
    if isinstance(found, Misfit):
        desk.faults.append(_misfit(found, article, grid))
        return None, None
    index, plan = found
    items = (*header, *_placed(material, material.ways[index], plan, article, grid))
    report = measure_page(material.parts, plan, grid)
    return PageFrame(grid.paper, items), report


def _material(article: Article, stock: Stock, desk: Desk, grid: Grid) -> _Material | None:
    photographs = _photographs(article, stock, desk)
    pairs = copy_pairs(article)
    head = compose_head(desk, article, grid, pairs)
    parts = compose_story(desk, article, grid, pairs)
    if photographs is None or not parts:
        return None
    ways = tuple(_hung(desk, article, arrangement, grid) for arrangement in _arrangements(article, grid))
    return _Material(head, parts, photographs, ways)


def _arrangements(article: Article, grid: Grid) -> tuple[Arrangement, ...]:
    wished = article.photographs[0].columns if article.photographs else None
    lead = article.lead is not None
    return arrangements(len(article.photographs), lead=lead, columns=grid.columns, wished=wished)


def _photographs(article: Article, stock: Stock, desk: Desk) -> tuple[Photograph, ...] | None:
    """Read the photographs; None where one cannot be had, each told at its place."""
    read = []
    for each in article.photographs:
        try:
            read.append(stock.photograph(each.file))
        except PictureFault as caught:
            desk.faults.append(fault(caught.code, each.span, picture=each.file, **caught.values))
    if len(article.photographs) > MOST_PHOTOGRAPHS:
        span = article.photographs[MOST_PHOTOGRAPHS].span
        desk.faults.append(fault("page-photographs", span, count=len(article.photographs), most=MOST_PHOTOGRAPHS))
        return None
    return tuple(read) if len(read) == len(article.photographs) else None


def _hung(desk: Desk, article: Article, arrangement: Arrangement, grid: Grid) -> _Hung:
    lead = None
    captions = []
    for slot in arrangement.slots:
        if slot.photograph < 0 and article.lead is not None:
            lead = compose_lead(desk, article.lead, slot.columns, grid)
        elif slot.photograph >= 0:
            captions.append(compose_caption(desk, article.photographs[slot.photograph], slot.columns, grid))
    return _Hung(arrangement, lead, tuple(captions))


def _task(material: _Material, way: _Hung, article: Article, grid: Grid) -> Task:
    hangers = []
    captions = iter(way.captions)
    for slot in way.arrangement.slots:
        if slot.photograph < 0:
            # One white line parts the lead from what follows.
            hangers.append(Hanger(slot, (way.lead.height if way.lead else 0) + 1, ((0, 0.0),)))
            continue
        photograph = material.photographs[slot.photograph]
        ratio = photograph.width / photograph.height
        limits = ratio_range(ratio, article.photographs[slot.photograph].safe)
        options = picture_lines(ratio, limits, grid.width(slot.columns), grid)
        hangers.append(Hanger(slot, len(next(captions).lines) + 1, options))
    blocks = tuple(part.block for part in material.parts)
    arrangement = way.arrangement
    return Task(material.head.lines, tuple(hangers), arrangement.level, arrangement.cost, blocks)


def _placed(material: _Material, way: _Hung, plan: Plan, article: Article, grid: Grid) -> list[Placed]:
    """Everything of the article at its place, in reading order: head, lead, text, byline, photographs."""
    placed = list(place_head(material.head, grid, plan.head))
    pictures: list[Placed] = []
    captions = iter(way.captions)
    for slot, (top, lines) in zip(way.arrangement.slots, plan.hung, strict=True):
        if slot.photograph < 0 and way.lead is not None:
            placed.extend(place_lead(way.lead, slot, top, grid))
        elif slot.photograph >= 0:
            pictures.extend(_picture(material, article, (slot, next(captions)), (top, lines), grid))
    places = _text_places(plan.columns)
    used = 0
    for part, count in zip(material.parts, plan.filling.counts, strict=True):
        placed.extend(place_part(part, count, grid, places[used : used + count]))
        used += count
    return placed + pictures


def _picture(
    material: _Material, article: Article, hung: tuple[Slot, Caption], span: tuple[int, int], grid: Grid
) -> tuple[Placed, ...]:
    slot, caption = hung
    photograph = material.photographs[slot.photograph]
    safe = article.photographs[slot.photograph].safe
    return place_photograph(photograph, safe, caption, slot, span, grid)


def _text_places(columns: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """Column and line of every line of the flow, in reading order."""
    return tuple((column, line) for column, (first, end) in enumerate(columns) for line in range(first, end))


def _misfit(misfit: Misfit, article: Article, grid: Grid) -> Diagnostic:
    if misfit.lines == 0:
        return fault("page-uneven", article.span)
    code = "page-long" if misfit.lines > 0 else "page-short"
    lines = abs(misfit.lines)
    return fault(code, article.span, lines=lines, characters=lines * grid.characters)
