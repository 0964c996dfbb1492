"""One page made up: its words set, its plan sought, everything placed."""

from math import inf
from typing import NamedTuple

from xihu_pdf.content import Article, Page
from xihu_pdf.content import Photograph as Picture
from xihu_pdf.errors import Diagnostic, fault
from xihu_pdf.frame import ARTIFACT, HORIZONTAL, VERTICAL, GlyphRun, PageFrame, Placed, Tag
from xihu_pdf.layout.arrangement import LEAD, MOST_PHOTOGRAPHS, Arrangement, Slot, arrangements, crop_to, ratio_range
from xihu_pdf.layout.desk import Desk
from xihu_pdf.layout.furniture import page_header
from xihu_pdf.layout.grid import GRIDS, Grid
from xihu_pdf.layout.hanging import (
    Caption,
    Lead,
    compose_caption,
    compose_lead,
    place_lead,
    place_photograph,
)
from xihu_pdf.layout.head import Head, compose_head, place_head
from xihu_pdf.layout.measuring import PageReport, faulty_lines, level_subheads, measure_page, text_places
from xihu_pdf.layout.planning import Hanger, Misfit, Plan, Task, picture_lines, plan_page
from xihu_pdf.layout.story import Part, compose_story, copy_pairs, place_part
from xihu_pdf.layout.tagging import Tagged, alternative
from xihu_pdf.pictures import Photograph, PictureFault, resolution
from xihu_pdf.stock import Stock

__all__ = ["make_page"]

# Pixels an inch that newsprint shows; 300 and more are asked of editors.
_LEAST_PPI = 200
# One white line parts the lead, or a caption, from what follows.
_WHITE = 1


class _Way(NamedTuple):
    """An arrangement, and for each of its slots the words set for its width: the lead, or a photograph's caption."""

    arrangement: Arrangement
    hung: tuple[tuple[Slot, Lead | Caption], ...]


class _Material(NamedTuple):
    """What a page is made of whatever its arrangement, set and ready to be placed."""

    article: Article
    head: Head
    parts: tuple[Part, ...]
    photographs: tuple[Photograph, ...]


def make_page(page: Page, stock: Stock, desk: Desk) -> tuple[PageFrame | None, PageReport | None]:
    """Make up a page; what is wrong is left with the desk. Without a plan there is no frame."""
    if len(page.articles) != 1:
        span = page.articles[1].span if page.articles else page.span
        desk.faults.append(fault("page-articles", span, count=len(page.articles)))
        return None, None
    article = page.articles[0]
    desk.where = article.headline.value if article.headline else ""
    header = page_header(desk, page, GRIDS[HORIZONTAL])
    desk, grid = desk.for_writing(article.writing), GRIDS[article.writing]
    material = _material(article, stock, desk, grid)
    if material is None:
        return None, None
    found = _plan(material, desk, grid)
    if isinstance(found, Misfit):
        desk.faults.extend(_misfit(found, material, desk, grid))
        return None, None
    way, plan = found
    desk.faults.extend(_soft(material, way, plan, grid))
    desk.faults.extend(faulty_lines(material.parts, plan))
    desk.faults.extend(level_subheads(material.parts, plan))
    desk.faults.extend(_untold(article))
    tagged = _placed(material, way, plan, grid, desk.tags)
    items = (*header, *(placed for placed, _ in tagged))
    # A page header is read by no one who hears the page (ISO 14289-1, 7.8).
    tags = (*(ARTIFACT for _ in header), *(tag for _, tag in tagged))
    return PageFrame(grid.paper, items, tags), measure_page(material.parts, plan, grid)


def _soft(material: _Material, way: _Way, plan: Plan, grid: Grid) -> list[Diagnostic]:
    """Warn of photographs that have too few pixels for the size that the plan gives them."""
    warnings = []
    for (slot, words), (_, lines) in zip(way.hung, plan.hung, strict=True):
        if isinstance(words, Caption):
            photograph, told = material.photographs[slot.photograph], material.article.photographs[slot.photograph]
            size = grid.picture(grid.width(slot.columns), lines)
            crop = crop_to(photograph.width / photograph.height, size.width / size.height, told.safe)
            ppi = resolution(photograph, size.width, crop.width)
            if ppi < _LEAST_PPI:
                values = {"picture": told.file, "ppi": round(ppi), "needed": _LEAST_PPI}
                warnings.append(fault("picture-soft", told.span, **values))
    return warnings


def _untold(article: Article) -> list[Diagnostic]:
    """Warn of photographs that those who cannot see them are told nothing of."""
    return [fault("alt-missing", each.span, picture=each.file) for each in article.photographs if not each.caption]


def _material(article: Article, stock: Stock, desk: Desk, grid: Grid) -> _Material | None:
    pairs = copy_pairs(article)
    head = compose_head(desk, article, grid, pairs)
    parts = compose_story(desk, article, grid, pairs)
    photographs = _photographs(article, stock, desk)
    if photographs is None:
        # The words that hang are set all the same, so that what is wrong with them is told in the same run.
        for arrangement in _arrangements(article)[:1]:
            _way(article, arrangement, desk, grid)
        return None
    if not parts:
        desk.faults.append(fault("page-empty", article.span))
        return None
    return _Material(article, head, parts, photographs)


def _plan(material: _Material, desk: Desk, grid: Grid) -> tuple[_Way, Plan] | Misfit:
    """The cheapest plan over all arrangements; one that costs more by itself than a plan found is not looked at."""
    best: tuple[_Way, Plan] | None = None
    misfits = []
    for arrangement in _arrangements(material.article):
        if best is not None and arrangement.cost >= best[1].cost:
            break
        way = _way(material.article, arrangement, desk, grid)
        plan = plan_page(_task(material, way, grid), grid)
        if isinstance(plan, Misfit):
            misfits.append(plan)
        elif best is None or plan.cost < best[1].cost:
            best = (way, plan)
    return best or min(misfits, key=lambda each: inf if each.lines is None else abs(each.lines), default=Misfit(None))


def _arrangements(article: Article) -> tuple[Arrangement, ...]:
    wishes = tuple(photograph.columns for photograph in article.photographs[:MOST_PHOTOGRAPHS])
    return arrangements(wishes, lead=article.lead is not None, writing=article.writing)


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


def _way(article: Article, arrangement: Arrangement, desk: Desk, grid: Grid) -> _Way:
    hung: list[tuple[Slot, Lead | Caption]] = []
    for slot in arrangement.slots:
        if slot.photograph != LEAD:
            hung.append((slot, compose_caption(desk, article.photographs[slot.photograph], slot.columns, grid)))
        elif article.lead is not None:
            hung.append((slot, compose_lead(desk, article.lead, slot.columns, grid)))
    return _Way(arrangement, tuple(hung))


def _task(material: _Material, way: _Way, grid: Grid) -> Task:
    hangers = []
    for slot, words in way.hung:
        if isinstance(words, Lead):
            hangers.append(Hanger(slot, words.height + _WHITE, ((0, 0.0),)))
            continue
        photograph = material.photographs[slot.photograph]
        ratio = photograph.width / photograph.height
        limits = ratio_range(ratio, material.article.photographs[slot.photograph].safe)
        options = picture_lines(ratio, limits, grid.width(slot.columns), grid)
        hangers.append(Hanger(slot, len(words.lines) + _WHITE, options))
    blocks = tuple(part.block for part in material.parts)
    return Task(material.head.lines, tuple(hangers), way.arrangement.level, way.arrangement.cost, blocks)


def _placed(material: _Material, way: _Way, plan: Plan, grid: Grid, tags: list[Tag]) -> list[tuple[Placed, int]]:
    """Everything of the article at its place, in reading order and tagged: head, lead, text, byline, photographs."""
    tagged = Tagged(tags, material.article)
    for style, rows in place_head(material.head, grid, plan.head).items():
        tagged.add(style, rows)
    pictures: list[tuple[tuple[Placed, ...], str]] = []
    for (slot, words), span in zip(way.hung, plan.hung, strict=True):
        if isinstance(words, Lead):
            tagged.add("lead", place_lead(words, slot, span[0], grid))
        else:
            told = material.article.photographs[slot.photograph]
            shown = (material.photographs[slot.photograph], told.safe, words)
            pictures.append((place_photograph(shown, slot, span, grid), alternative(told, material.article)))
    places = text_places(plan.columns)
    used = 0
    for part, count in zip(material.parts, plan.filling.counts, strict=True):
        tagged.add(part.kind, place_part(part, count, grid, places[used : used + count]))
        used += count
    for placed, words_for_it in pictures:
        tagged.add_figure(placed, words_for_it)
    # PDFium keeps vertical lines in order only where nothing is drawn between them.
    return sorted(tagged.items, key=_is_text) if grid.writing == VERTICAL else tagged.items


def _is_text(tagged: tuple[Placed, int]) -> bool:
    return isinstance(tagged[0].item, GlyphRun)


def _misfit(misfit: Misfit, material: _Material, desk: Desk, grid: Grid) -> list[Diagnostic]:
    """Tell an editor by how much the copy misses the page, and each cure that was tried and makes a page."""
    article = material.article
    if not _arrangements(article):
        widths = " ".join(str(each.columns or "—") for each in article.photographs)
        told = fault("page-columns", article.photographs[0].span, widths=widths)
    elif misfit.lines is None:
        told = fault("page-crowded", article.span)
    elif misfit.lines == 0:
        told = fault("page-uneven", article.span)
    else:
        lines = abs(misfit.lines)
        code = "page-long" if misfit.lines > 0 else "page-short"
        told = fault(code, article.span, lines=lines, characters=lines * grid.characters)
    return [told, *_cures(material, desk, grid, short=told.code == "page-short")]


def _cures(material: _Material, desk: Desk, grid: Grid, *, short: bool) -> list[Diagnostic]:
    photographs = material.article.photographs
    free = tuple(each._replace(columns=None) for each in photographs)
    if free != photographs and _makes_a_page(material, free, desk, grid):
        wish = next(each for each in photographs if each.columns)
        return [fault("cure-columns", wish.span)]
    # Leaving photographs out makes room; it does not fill it.
    for count in range(1, 0 if short else len(photographs) + 1):
        if _makes_a_page(material, photographs[:-count], desk, grid):
            return [fault("cure-photographs", photographs[-count].span, count=count)]
    return []


def _makes_a_page(material: _Material, photographs: tuple[Picture, ...], desk: Desk, grid: Grid) -> bool:
    article = material.article._replace(photographs=photographs)
    return not isinstance(_plan(material._replace(article=article), desk, grid), Misfit)
