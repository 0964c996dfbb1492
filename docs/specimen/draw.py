"""Draw the specimen: every rule that can be seen, set by the program, as PNG pages beside this file.

``make specimen`` or ``python docs/specimen/draw.py [folder]``.
"""

import sys
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from samples import ACROSS, DOWN, PAGE, PAGE_RULES, Entry, Sample

from xihu_pdf.content import Text, parse
from xihu_pdf.content.sizes import SIZES
from xihu_pdf.frame import BLACK, Document, Ink, PageFrame, Placed, Rule
from xihu_pdf.geometry import Point, Size
from xihu_pdf.layout import make_up
from xihu_pdf.layout.papers import horizontal_grid
from xihu_pdf.press import render_page, write
from xihu_pdf.stock import Stock, open_stock
from xihu_pdf.typeset import (
    Compositor,
    Line,
    Measure,
    Rules,
    Style,
    break_by_sense,
    pairs_of,
    set_display,
    set_names,
)
from xihu_pdf.typeset.pairs import FORBIDDEN
from xihu_pdf.typeset.setting import set_pieces
from xihu_pdf.typeset.spacing import spread
from xihu_pdf.typeset.units import Units

ROOT = Path(__file__).parents[2]
SHEET = Size(595.0, 842.0)
MARGIN, COLUMN, GUTTER = 36.0, 252.0, 19.0
SIZE, PITCH, SMALL = 12.0, 22.0, 7.5
# Above the first line of a sample, and between two entries.
HEAD, LABEL, AFTER = 15.0, 8.0, 12.0
RESOLUTION = 130.0
GRAY, RED = Ink(0.0, 0.0, 0.0, 0.35), Ink(0.0, 0.9, 0.9, 0.1)
# A drop cap of two lines, from the em box of the first to that of the second; the room that it takes in em of the text.
DROP, DROP_ROOM = PITCH + SIZE, 3.0
ROLES = {"bold": "song-bold", "kai": "kai", "hei": "hei", "hei-bold": "hei-bold", "kai-bold": "song-bold"}


class Block(NamedTuple):
    """What is drawn together, from its top left corner: its height and its items."""

    height: float
    width: float
    items: tuple[Placed, ...]


def moved(items: tuple[Placed, ...], x: float, y: float) -> list[Placed]:
    """Items placed from another corner."""
    return [each._replace(at=Point(each.at.x + x, each.at.y + y)) for each in items]


def read(source: str) -> Text:
    """The copy and the marks of a text with markup, read as from a content file."""
    written = source.replace("\n", "\n            ")
    page = f"pages:\n  - articles:\n      - headline: 样\n        paragraphs:\n          - '{written}'\n"
    found = parse(page.encode(), "specimen")
    if found.edition is None or found.diagnostics:
        raise SystemExit(f"{source}: {[each.line('en') for each in found.diagnostics]}")
    return found.edition.pages[0].articles[0].sections[0].paragraphs[0]


class Case:
    """The faces on hand, and what is set in them."""

    def __init__(self, stock: Stock) -> None:
        """``stock`` has the shipped faces."""
        self._others = {kind: self._chain(stock, role) for kind, role in ROLES.items()}
        self._song, self._hei = self._chain(stock, "song"), self._chain(stock, "hei")

    @staticmethod
    def _chain(stock: Stock, role: str):  # noqa: ANN205 - the chain of the fonts' room
        chain = stock.chain(role)
        if chain is None:
            raise SystemExit("the shipped fonts are not at hand")
        return chain

    def words(self, text: str, size: float = SMALL, ink: Ink = BLACK) -> tuple[Placed, ...]:
        """A heading or label as one line."""
        return set_display(Compositor(Style(self._hei, size, ink, "zh-Hans")), text).items

    def lines(self, sample: Sample, *, vertical: bool) -> tuple[Line, ...]:
        """The lines of a sample."""
        rules = Rules(vertical=vertical)._replace(**dict(sample.rules))
        style = Style(self._song, SIZE, BLACK, "zh-Hans", rules, sample.latin, self._others, RED)
        compositor, text, measure = Compositor(style), read(sample.text), float(sample.measure)
        if sample.way == "heading":
            parts = break_by_sense(compositor, text.value, measure, pairs_of(text.value))
            return tuple(set_display(compositor, part) for part in parts)
        if sample.way == "names":
            return set_names(compositor, tuple(map(Text, text.value.split("、"))), measure)
        if sample.way == "sizes":
            return (self.sizes(text.value),)
        if sample.way == "drop":
            return self.dropped(compositor, text.value, measure)
        if sample.way == "greedy":
            return greedy(compositor, text.value, measure)
        galley = compositor.galley(
            text.value, Measure(sample.first, (sample.indent, measure - sample.indent)), text.marks
        )
        for missing in galley.missing:
            sys.stderr.write(f"missing: {missing.character!r} in {sample.text}\n")
        return galley.lines(galley.best)

    def sizes(self, names: str) -> Line:
        """Names of sizes, each in its own."""
        items, at = list[Placed](), 0.0
        for name in names.split():
            line = set_display(Compositor(Style(self._song, SIZES[name], BLACK, "zh-Hans")), name)
            items += moved(line.items, at, 0.0)
            at += line.right + SMALL
        return Line(tuple(items), names, 0.0, at, 0.0, 0.0)

    def dropped(self, compositor: Compositor, text: str, measure: float) -> tuple[Line, ...]:
        """The lines of a text with its first letter over two of them."""
        room = Measure(((DROP_ROOM, measure - DROP_ROOM),) * 2, (0.0, measure))
        galley = compositor.galley(text[1:], room)
        first, *others = galley.lines(galley.best)
        letter = set_display(Compositor(Style(self._song, DROP, RED, "zh-Hans")), text[0])
        return (first._replace(items=(*moved(letter.items, 0.0, PITCH - 0.12 * (DROP - SIZE)), *first.items)), *others)

    def heading(self, entry: Entry) -> list[Placed]:
        """Numbers and name of an entry."""
        return [
            *moved(self.words(entry.numbers, 8.5, RED), 0.0, 8.0),
            *moved(self.words(entry.name, 8.5), 9.0 + 4.8 * len(entry.numbers), 8.0),
        ]

    def across(self, entry: Entry) -> Block:
        """An entry with horizontal samples, between rules that show the measure."""
        items, y = self.heading(entry), HEAD
        for sample in entry.samples:
            if sample.label:
                items += moved(self.words(sample.label, 6.5, GRAY), 0.0, y + 5.0)
                y += LABEL
            lines = self.lines(sample, vertical=False)
            height = PITCH * len(lines)
            for x in (0.0, sample.measure * SIZE):
                items.append(Placed(Point(x, y + 2.0), Rule(Point(0.0, height - 2.0), 0.25, GRAY)))
            for line in lines:
                items += moved(line.items, 0.0, y + PITCH - 6.0)
                y += PITCH
            y += 3.0
        return Block(y + AFTER, COLUMN, tuple(items))

    def down(self, entry: Entry) -> Block:
        """An entry with vertical samples, from right to left, between rules that show the measure."""
        items = self.heading(entry)
        x = 0.0
        for sample in entry.samples:
            lines = self.lines(sample, vertical=True)
            width = PITCH * len(lines)
            for y in (HEAD + 2.0, HEAD + 2.0 + sample.measure * SIZE):
                items.append(Placed(Point(x, y), Rule(Point(width, 0.0), 0.25, GRAY)))
            for number, line in enumerate(lines):
                items += moved(line.items, x + width - PITCH * (number + 0.5), HEAD + 2.0)
            x += width + PITCH
        height = HEAD + 2.0 + max(sample.measure for sample in entry.samples) * SIZE
        return Block(height + AFTER, max(x - PITCH, 8.5 * len(entry.name) + 40.0), tuple(items))


def greedy(compositor: Compositor, text: str, measure: float) -> tuple[Line, ...]:
    """Lines each as full as it can be, which is what the compositor does not do."""
    units, lines, start = compositor.units(text), list[Line](), 0
    last = len(units.pieces) - 1
    while start <= last:
        end = max(each for each in range(start, last + 1) if each == start or fits(units, start, each, measure))
        gaps, bodies = units.gaps[start:end], sum(piece.body for piece in units.pieces[start : end + 1])
        more, opened = spread(gaps, measure - bodies - sum(gap.natural for gap in gaps), last=end == last)
        widths = tuple(gap.natural + wider for gap, wider in zip(gaps, more or (0.0,) * len(gaps), strict=True))
        items, right = set_pieces(units, (start, end), widths, compositor.print, (0.0, None))
        lines.append(Line(items, "", 0.0, right * SIZE, opened, 0.0))
        start = end + 1
    return tuple(lines)


def fits(units: Units, start: int, end: int, measure: float) -> bool:
    """Whether the units from ``start`` to ``end`` may make a line."""
    gaps = units.gaps[start:end]
    least = sum(gap.natural - gap.shrink for gap in gaps) + sum(piece.body for piece in units.pieces[start : end + 1])
    return least <= measure and (end == len(units.pieces) - 1 or units.costs[end] < FORBIDDEN)


def gridded(case: Case, stock: Stock) -> PageFrame:
    """The small page, with the em boxes of the lines of its grid and the rules that are seen there beside them."""
    found = parse(PAGE.encode(), "specimen")
    made = make_up(found.edition, stock) if found.edition else None
    if made is None or made.document is None:
        raise SystemExit(f"the page has no plan: {[each.line('en') for each in found.diagnostics]}")
    grid = horizontal_grid(found.edition.paper)
    left, width = grid.left, grid.width(grid.columns)
    items = list[Placed]()
    for line in range(grid.lines):
        for y in (grid.line(line), grid.line(line) + grid.size):
            items.append(Placed(Point(left, y), Rule(Point(width, 0.0), 0.2, GRAY)))
    for column in range(grid.columns):
        for x in (grid.column(column), grid.column(column) + grid.width(1)):
            items.append(Placed(Point(x, grid.line(0)), Rule(Point(0.0, grid.height(grid.lines)), 0.2, GRAY)))
    items += made.document.pages[0].items
    for numbers, name, line in PAGE_RULES:
        heading = case.heading(Entry(numbers, name, ()))
        items += moved(tuple(heading), left + width + 2 * grid.size, grid.line(line))
    return PageFrame(SHEET, tuple(moved(tuple(items), MARGIN - left, 0.0)))


def filled(blocks: list[Block]) -> list[PageFrame]:
    """Blocks in columns on as many pages as they need."""
    pages: list[list[Placed]] = [[]]
    x, y = MARGIN, MARGIN
    for block in blocks:
        if y + block.height > SHEET.height - MARGIN + AFTER:
            x, y = x + COLUMN + GUTTER, MARGIN
            if x + COLUMN > SHEET.width:
                pages.append([])
                x = MARGIN
        pages[-1] += moved(block.items, x, y)
        y += block.height
    return [PageFrame(SHEET, tuple(items)) for items in pages]


def rowed(blocks: list[Block]) -> list[PageFrame]:
    """Blocks in rows on one page."""
    items: list[Placed] = []
    x, y, row = MARGIN, MARGIN, 0.0
    for block in blocks:
        if x + block.width > SHEET.width - MARGIN:
            x, y, row = MARGIN, y + row + AFTER, 0.0
        items += moved(block.items, x, y)
        x, row = x + block.width + 2 * GUTTER, max(row, block.height)
    return [PageFrame(SHEET, tuple(items))]


def specimen() -> tuple[bytes, int]:
    """The specimen as PDF, and its number of pages."""
    stock = open_stock(str(ROOT))
    case = Case(stock)
    pages = filled([case.across(entry) for entry in ACROSS]) + rowed([case.down(entry) for entry in DOWN])
    pages.append(gridded(case, stock))
    return write(Document("样张", "zh-Hans", "", tuple(pages)), stock.faces, {}), len(pages)


def draw(folder: Path) -> None:
    """Write the pages of the specimen as ``page-1.png`` and so on."""
    pdf, count = specimen()
    for number in range(count):
        page = Image.open(BytesIO(render_page(pdf, number, RESOLUTION))).convert("RGB")
        page.quantize(96, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(
            folder / f"page-{number + 1}.png", optimize=True
        )


if __name__ == "__main__":
    draw(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
