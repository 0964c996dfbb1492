"""An article as pieces of a flow: its title, lead and photographs, and the parts of its story."""

from collections.abc import Callable
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from xihu_pdf.content import Article
from xihu_pdf.errors import fault
from xihu_pdf.frame import Placed
from xihu_pdf.geometry import Point
from xihu_pdf.layout.arrangement import Slot, ratio_range
from xihu_pdf.layout.article import Material
from xihu_pdf.layout.desk import Desk
from xihu_pdf.layout.filling import Block
from xihu_pdf.layout.flow import Piece, Place
from xihu_pdf.layout.grid import Grid
from xihu_pdf.layout.hanging import Caption, compose_caption, place_photograph
from xihu_pdf.layout.head import place_head
from xihu_pdf.layout.planning import picture_lines
from xihu_pdf.layout.story import Part, part_lines, place_elements, place_part
from xihu_pdf.layout.tagging import Tagged, alternative, shifted
from xihu_pdf.typeset import Measure

if TYPE_CHECKING:
    from xihu_pdf.layout.panels import SetPanel

__all__ = ["Sheet", "Story", "compose_pieces"]

# One photograph stands in the middle over this share of the measure, an upright one over less; two beside each other.
_ALONE, _UPRIGHT = 0.7, 0.45
# White lines above a title, none where it comes first, and what they cost; one stands under photographs. A demerit of
# a paragraph.
_TITLE_COSTS = ((0, 2000.0), (1, 0.0))
_WHITE = 1
_DEMERITS = 1 / 800
# What it costs to set photographs a paragraph later, and the places that are tried.
_LATER, _MOST_ORDERS = 30.0, 8
# A photograph stands so many points lower than its lines, but at the top of a page, and its caption nearer to it.
_LOWER, _LIFT = 9.0, 7.0


class Sheet(NamedTuple):
    """What pages are set with: the desk, and the grid of each, all of them hanging under one another."""

    desk: Desk
    grid: Grid

    def on(self, page: int) -> Grid:
        """The grid of a page, counted from 0."""
        return self.grid._replace(top=self.grid.top + page * self.grid.paper.height)


class Story(NamedTuple):
    """An article ready to flow: its pieces, the part that each is made of, if it is one, and where they are placed.

    Its photographs are the pieces from ``pictures[0]`` up to ``pictures[1]``.
    """

    article: Article
    pieces: tuple[Piece, ...]
    parts: tuple[Part | None, ...]
    tagged: Tagged
    pictures: tuple[int, int]

    def orders(self) -> list[tuple[float, tuple[Piece, ...]]]:
        """The orders that its pieces may have, each with its cost: photographs behind the lead or a paragraph."""
        first, end = self.pictures
        found = [(0.0, self.pieces)]
        for at in range(end, len(self.pieces) if end > first else end):
            part = self.parts[at]
            if part is not None and part.kind == "paragraph":
                moved = (*self.pieces[:first], *self.pieces[end : at + 1], *self.pieces[first:end])
                found.append((_LATER * len(found), (*moved, *self.pieces[at + 1 :])))
        return found[:_MOST_ORDERS]


class _Row(NamedTuple):
    """Photographs side by side: their numbers and captions, the grid that each fills a column of, and its block."""

    numbers: tuple[int, ...]
    captions: tuple[Caption, ...]
    grid: Callable[[int], Grid]
    block: Block


def compose_pieces(material: Material, sheet: Sheet) -> Story:
    """Make the pieces of an article: title, lead in Kai, photographs, then its story."""
    headline = material.article.headline
    sheet.desk.where = headline.value if headline else ""
    tagged = Tagged(sheet.desk.tags, material.article)
    made: list[tuple[Piece, Part | None]] = []
    if material.head.rows:
        options = tuple((material.head.lines + white, cost) for white, cost in _TITLE_COSTS)
        place = partial(_place_title, material, sheet, tagged)
        made.append((Piece(Block(options, is_subhead=True), place), None))
    openings = _openings(material.article, sheet)
    made.extend((Piece(part.block, partial(_place_part, part, sheet, tagged)), part) for part in openings)
    first = len(made)
    made.extend((Piece(row.block, partial(_place_row, row, material, tagged)), None) for row in _rows(material, sheet))
    pictures = (first, len(made))
    flowing = [part for part in material.parts if part.kind != "tail"]
    made.extend((Piece(part.block, partial(_place_part, part, sheet, tagged)), part) for part in flowing)
    made.extend((box, None) for box in _boxes(material, sheet, tagged))
    pieces = tuple(piece for piece, _ in made)
    return Story(material.article, pieces, tuple(part for _, part in made), tagged, pictures)


def _openings(article: Article, sheet: Sheet) -> list[Part]:
    """The points of the summary, and the lead, as paragraphs in Kai."""
    characters = float(sheet.grid.characters)
    measure = Measure(((2.0, characters - 2.0),), (0.0, characters))
    parts = []
    texts = [("summary", "list", text) for text in article.summary]
    texts += [("lead", "plain", article.lead)] if article.lead else []
    for kind, form, text in texts:
        galley = sheet.desk.galley("quote", text, measure)
        options = tuple((count, cost * _DEMERITS) for count, cost in galley.costs)
        block = Block(options, is_subhead=False)
        parts.append(Part(kind, text.span, block, galley, (), sheet.grid.size, form=form))
    return parts


def _boxes(material: Material, sheet: Sheet, tagged: Tagged) -> list[Piece]:
    """The boxes of an article behind its text, each with a white line above."""
    if not material.boxes:
        return []
    # Most articles have none.
    from xihu_pdf.layout.panels import compose_panel

    panels = [compose_panel(sheet.desk, box, 1, sheet.grid) for box in material.boxes]
    return [
        Piece(
            Block(((made.lines + _WHITE, 0.0),), is_subhead=False, is_whole=True),
            partial(_place_box, made, sheet, tagged),
        )
        for made in panels
        if made is not None
    ]


def _place_box(made: "SetPanel", sheet: Sheet, tagged: Tagged, places: tuple[Place, ...]) -> None:
    from xihu_pdf.layout.panels import place_panel

    page, line = places[0]
    grid = sheet.on(page)
    for element in place_panel(made, made.lines, grid):
        tagged.add_element(shifted(element, grid.left, grid.line(line + _WHITE)))


def _rows(material: Material, sheet: Sheet) -> list[_Row]:
    """The rows of photographs: two beside each other where they can be of one height, an odd one first and alone."""
    rows: list[_Row] = []
    count = len(material.photographs)
    numbers = [*range(count)]
    while numbers:
        pair = _row(material, tuple(numbers[:2]), sheet) if len(numbers) % 2 == 0 else None
        if pair is not None and pair.block.options:
            rows.append(pair)
            numbers = numbers[2:]
            continue
        alone = _row(material, tuple(numbers[:1]), sheet)
        if alone.block.options:
            rows.append(alone)
        else:
            sheet.desk.faults.append(fault("page-crowded", material.article.photographs[numbers[0]].span))
        numbers = numbers[1:]
    return rows


def _row(material: Material, numbers: tuple[int, ...], sheet: Sheet) -> _Row:
    first = material.photographs[numbers[0]]
    share = _ALONE if first.width >= first.height else _UPRIGHT
    grid = partial(_picture_grid, sheet, len(numbers), share)
    told = material.article.photographs
    captions = tuple(compose_caption(sheet.desk, told[number], 1, grid(0)) for number in numbers)
    heights: dict[int, float] = {}
    for at, number in enumerate(numbers):
        ratio = material.photographs[number].width / material.photographs[number].height
        own = dict(picture_lines(ratio, ratio_range(ratio, told[number].safe), grid(0).width(1), grid(0)))
        heights = own if at == 0 else {lines: heights[lines] + own[lines] for lines in heights.keys() & own.keys()}
    under = max(len(caption.lines) for caption in captions) + _WHITE
    options = tuple((lines + under, cost) for lines, cost in sorted(heights.items()))
    return _Row(numbers, captions, grid, Block(options, is_subhead=True))


def _picture_grid(sheet: Sheet, many: int, share: float, page: int) -> Grid:
    """The grid of a row of photographs: two halves of the measure, or its middle."""
    grid = sheet.on(page)
    if many > 1:
        return grid._replace(columns=2, characters=(grid.characters - 1) // 2, edge=grid.left)
    aside = round(grid.characters * (1 - share) / 2)
    return grid._replace(characters=grid.characters - 2 * aside, edge=grid.left + aside * grid.size)


def _place_title(material: Material, sheet: Sheet, tagged: Tagged, places: tuple[Place, ...]) -> None:
    """Place a title on the last of its lines, the white above it; at the top of a page it stands on the first."""
    page, line = places[0]
    white = len(places) - material.head.lines if line else 0
    grid = sheet.on(page).part(0, 1, line + white, material.head.lines)
    for style, rows in place_head(material.head, grid, material.head.lines).items():
        tagged.add(style, rows, getattr(material.article, style).span)


def _place_row(row: _Row, material: Material, tagged: Tagged, places: tuple[Place, ...]) -> None:
    page, line = places[0]
    lines = len(places) - max(len(caption.lines) for caption in row.captions) - _WHITE
    for at, (number, caption) in enumerate(zip(row.numbers, row.captions, strict=True)):
        told = material.article.photographs[number]
        shown = (material.photographs[number], told.safe, caption)
        lower = _LOWER if line else 0.0
        placed = place_photograph(shown, Slot(at, 1, number), (line, lines), row.grid(page))
        moved = tuple(
            Placed(Point(each.x, each.y + lower - (_LIFT if behind else 0.0)), item)
            for behind, (each, item) in enumerate(placed)
        )
        tagged.add_figure(moved, alternative(told, material.article), told.span)


def _place_part(part: Part, sheet: Sheet, tagged: Tagged, places: tuple[Place, ...]) -> None:
    """Place a part, which may run over pages if it is of lines."""
    pages = [(page, tuple((0, line) for _, line in group)) for page, group in groupby(places, key=lambda each: each[0])]
    for element in place_elements(part, len(places), sheet.on(pages[0][0]), pages[0][1]):
        tagged.add_element(element)
    if part.elements:
        return
    placed: list[Placed] = []
    if len(pages) == 1:
        placed.extend(place_part(part, len(places), sheet.on(pages[0][0]), pages[0][1]))
    lines = part_lines(part, len(places)) if len(pages) > 1 else ()
    used = 0
    for page, own in pages if lines else ():
        held = tuple(line for line in lines[used : used + len(own)] if line is not None)
        placed.extend(place_part(part._replace(galley=None, lines=held), len(own), sheet.on(page), own))
        used += len(own)
    tagged.add(part.kind, placed, part.span, part.form)
