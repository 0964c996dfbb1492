"""One article on the cells that it is given: its words set, its plan sought, everything placed."""

from math import inf
from typing import TYPE_CHECKING, NamedTuple

from xihu_pdf.content import Article
from xihu_pdf.errors import Span, fault
from xihu_pdf.frame import ARTIFACT, VERTICAL, GlyphRun, Placed, Tag
from xihu_pdf.layout.arrangement import (
    LEAD,
    MOST_PHOTOGRAPHS,
    SUMMARY,
    Arrangement,
    Slot,
    arrangements,
    ratio_range,
)
from xihu_pdf.layout.desk import Desk
from xihu_pdf.layout.footing import NO_FOOTING, Footing, compose_footing, place_footing, read_boxes
from xihu_pdf.layout.grid import Grid
from xihu_pdf.layout.hanging import (
    Caption,
    Lead,
    Summary,
    compose_caption,
    compose_lead,
    compose_summary,
    place_lead,
    place_photograph,
    place_summary,
)
from xihu_pdf.layout.head import NO_HEAD, Head, compose_head, place_head
from xihu_pdf.layout.measuring import text_places
from xihu_pdf.layout.planning import Hanger, Misfit, Plan, Task, picture_lines, plan_page
from xihu_pdf.layout.story import Part, compose_story, place_elements, place_part
from xihu_pdf.layout.tagging import Tagged, alternative
from xihu_pdf.pictures import Photograph, PictureFault
from xihu_pdf.stock import Stock

if TYPE_CHECKING:
    from xihu_pdf.layout.panels import Piece

__all__ = [
    "OVER",
    "Material",
    "Way",
    "arrangements_of",
    "place_article",
    "plan_article",
    "prepare",
    "task_of",
    "way_of",
]

OVER = "over"
# One white line parts the lead, or a caption, from what follows.
_WHITE = 1


class Way(NamedTuple):
    """An arrangement, and for each of its slots the words set for its width: lead, summary or a photograph's caption.

    ``head`` is the headline block, of no lines where it is left out; ``footing`` are the article's boxes as they stand
    at the foot of the columns that it has.
    """

    arrangement: Arrangement
    hung: tuple[tuple[Slot, Lead | Summary | Caption], ...]
    head: Head = NO_HEAD
    footing: Footing = NO_FOOTING


class Material(NamedTuple):
    """What a page is made of whatever its arrangement, set and ready to be placed; boxes are set for every width."""

    article: Article
    head: Head
    parts: tuple[Part, ...]
    photographs: tuple[Photograph, ...]
    boxes: "tuple[Piece, ...]" = ()


def prepare(article: Article, stock: Stock, desk: Desk, grid: Grid) -> Material | None:
    """Set the words and read the photographs of an article; None where a fault was left with the desk."""
    pairs = desk.pairs(article)
    head = compose_head(desk, article, grid, pairs)
    parts = compose_story(desk, article, grid, pairs)
    photographs = _photographs(article, stock, desk)
    boxes = read_boxes(article, stock, desk, grid)
    upright = article.writing == VERTICAL and (article.boxes or article.code)
    if upright:
        desk.faults.append(fault("panel-vertical", article.span))
    if photographs is None or boxes is None or upright:
        # The words that hang are set all the same, so that what is wrong with them is told in the same run.
        for arrangement in arrangements_of(article, grid)[:1]:
            way_of(article, arrangement, desk, grid)
        return None
    if not parts:
        desk.faults.append(fault("page-empty", article.span))
        return None
    return Material(article, head, parts, photographs, boxes)


def plan_article(material: Material, desk: Desk, grid: Grid) -> tuple[Way, Plan] | Misfit:
    """The cheapest plan under the form of head that is asked for; under another where that one makes no page."""
    wish = material.article.form
    found = _plan_under(material, _heads(material, wish or OVER, desk, grid), desk, grid)
    if not isinstance(found, Misfit) or wish == OVER:
        return found
    instead = _plan_under(material, _heads(material, OVER if wish else "left", desk, grid), desk, grid)
    return instead if wish or not isinstance(instead, Misfit) else found


def _heads(material: Material, form: str, desk: Desk, grid: Grid) -> tuple[Head, ...]:
    if form == OVER:
        return (material.head,)
    if grid.writing == VERTICAL:
        return ()
    # Most pages have a head over all columns.
    from xihu_pdf.layout.headforms import topping_heads

    return topping_heads(desk, material.article, grid, desk.pairs(material.article), form)


def _plan_under(material: Material, heads: tuple[Head, ...], desk: Desk, grid: Grid) -> tuple[Way, Plan] | Misfit:
    """The cheapest plan over all arrangements; one that costs more by itself than a plan found is not looked at."""
    best: tuple[Way, Plan] | None = None
    misfits = []
    # That each box fits the page was seen when it was read.
    footing = compose_footing(desk, material.boxes, grid) or NO_FOOTING
    ways = [(arrangement, head) for head in heads for arrangement in arrangements_of(material.article, grid)]
    for arrangement, head in ways:
        if best is not None and arrangement.cost >= best[1].cost:
            continue
        way = way_of(material.article, arrangement, desk, grid)._replace(head=head, footing=footing)
        plan = plan_page(task_of(material, way, grid), grid)
        if isinstance(plan, Misfit):
            misfits.append(plan)
        elif best is None or plan.cost < best[1].cost:
            best = (way, plan)
    return best or min(misfits, key=lambda each: inf if each.lines is None else abs(each.lines), default=Misfit(None))


def arrangements_of(article: Article, grid: Grid) -> tuple[Arrangement, ...]:
    """The arrangements of lead and photographs that serve the columns of ``grid`` and the wishes of the article."""
    wishes = tuple(photograph.columns for photograph in article.photographs[:MOST_PHOTOGRAPHS])
    lead = article.lead is not None
    found = arrangements(wishes, lead=lead, writing=article.writing, columns=grid.columns)
    if not article.summary:
        return found
    above = Slot(0, grid.columns, SUMMARY)
    return tuple(Arrangement((above, *slots), level + bool(level), cost) for slots, level, cost in found)


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


def way_of(article: Article, arrangement: Arrangement, desk: Desk, grid: Grid, *, capped: bool = True) -> Way:
    """Set what hangs in an arrangement; the lead has a drop cap where it is ``capped``."""
    hung: list[tuple[Slot, Lead | Summary | Caption]] = []
    for slot in arrangement.slots:
        if slot.photograph == SUMMARY:
            hung.append((slot, compose_summary(desk, article.summary, slot.columns, grid)))
        elif slot.photograph != LEAD:
            hung.append((slot, compose_caption(desk, article.photographs[slot.photograph], slot.columns, grid)))
        elif article.lead is not None:
            hung.append((slot, compose_lead(desk, article.lead, slot.columns, grid, capped=capped)))
    return Way(arrangement, tuple(hung))


def task_of(material: Material, way: Way, grid: Grid) -> Task:
    """What a plan is sought for where the article hangs in this way."""
    hangers = []
    for slot, words in way.hung:
        if isinstance(words, Lead | Summary):
            hangers.append(Hanger(slot, words.height + _WHITE, ((0, 0.0),)))
            continue
        photograph = material.photographs[slot.photograph]
        ratio = photograph.width / photograph.height
        limits = ratio_range(ratio, material.article.photographs[slot.photograph].safe)
        options = picture_lines(ratio, limits, grid.width(slot.columns), grid)
        hangers.append(Hanger(slot, len(words.lines) + _WHITE, options))
    blocks = tuple(part.block for part in material.parts)
    head, tops = way.head.lines, tuple[int, ...]()
    if way.head.place:
        first, columns = way.head.place
        tops = tuple(head * (first <= column < first + columns) for column in range(grid.columns))
        head = 0
    feet = way.footing.skyline
    return Task(head, tuple(hangers), way.arrangement.level, way.arrangement.cost, blocks, tops, feet)


def place_article(
    material: Material, way: Way, plan: Plan, grid: Grid, tags: list[Tag]
) -> tuple[tuple[Placed, int], ...]:
    """Everything of the article at its place, in reading order, with its tag: head, lead, text, byline, photographs.

    New tags are added to ``tags``, those of the document.
    """
    tagged = Tagged(tags, material.article)
    for style, rows in place_head(way.head, grid, plan.head).items():
        tagged.add(style, rows, getattr(material.article, style).span)
    pictures = _add_hung(tagged, material, way, plan, grid)
    places = text_places(plan.columns)
    used = 0
    for part, count in zip(material.parts, plan.filling.counts, strict=True):
        where = places[used : used + count]
        for element in place_elements(part, count, grid, where):
            tagged.add_element(element)
        if part.kind == "tail":
            tagged.items.extend((each, ARTIFACT) for each in place_part(part, count, grid, where))
        elif not part.elements:
            tagged.add(part.kind, place_part(part, count, grid, where), part.span, part.form)
        used += count
    for element in place_footing(way.footing, grid):
        tagged.add_element(element)
    for picture in pictures:
        tagged.add_figure(*picture)
    # PDFium keeps vertical lines in order only where nothing is drawn between them.
    return tuple(sorted(tagged.items, key=_is_text) if grid.writing == VERTICAL else tagged.items)


def _add_hung(
    tagged: Tagged, material: Material, way: Way, plan: Plan, grid: Grid
) -> list[tuple[tuple[Placed, ...], str, Span | None]]:
    """Add the words that hang under the headline; give the photographs, which are read after the text."""
    article = material.article
    pictures: list[tuple[tuple[Placed, ...], str, Span | None]] = []
    for (slot, words), span in zip(way.hung, plan.hung, strict=True):
        if isinstance(words, Lead):
            tagged.add("lead", place_lead(words, slot, span[0], grid), article.lead.span if article.lead else None)
        elif isinstance(words, Summary):
            for placed, text in zip(place_summary(words, slot, span[0], grid), article.summary, strict=True):
                tagged.add("summary", placed, text.span, "list")
        else:
            told = article.photographs[slot.photograph]
            shown = (material.photographs[slot.photograph], told.safe, words)
            pictures.append((place_photograph(shown, slot, span, grid), alternative(told, article), told.span))
    return pictures


def _is_text(tagged: tuple[Placed, int]) -> bool:
    return isinstance(tagged[0].item, GlyphRun)
