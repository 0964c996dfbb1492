"""The strips of a panel: heading, copy, names, table, poem, artwork and what closes it, each in whole lines."""

from collections.abc import Iterator
from itertools import accumulate
from math import ceil
from typing import NamedTuple

from xihu_pdf.content import Panel, Text
from xihu_pdf.frame import Picture, Placed
from xihu_pdf.geometry import Point, Rect, Size
from xihu_pdf.layout.codes import compose_code
from xihu_pdf.layout.desk import Desk, place_line, rows_of
from xihu_pdf.layout.grid import Grid
from xihu_pdf.layout.tables import compose_table
from xihu_pdf.layout.tagging import HEADING, Element, shifted
from xihu_pdf.layout.verse import verse_measure
from xihu_pdf.pictures import Photograph
from xihu_pdf.typeset import Galley, Line, Measure, break_by_sense

__all__ = ["Room", "Strip", "compose_strips", "label"]

# Pitch of the rows of a heading in its size, the white under them in lines, and the share of what is spare above them.
_HEADING_PITCH, _UNDER, _OVER = 1.25, 0.8, 0.4
# The characters of a line that can be read, those between columns where a panel is wider, and lines that need none.
_LONGEST, _GUTTER, _FEW = 42, 2, 2
# First-line indent in em, and the hanging indent of a list.
_INDENT, _HANGING = 2.0, 1.0
# White between what signs and the right edge, and between it and a QR code, in characters.
_RIGHT, _BESIDE = 1.0, 1.0
_KINDS = {"list": ("L", "LI", "LBody"), "quote": ("BlockQuote", "P")}
_WHOLE = Rect(0.0, 0.0, 1.0, 1.0)
_ADVERTISEMENT = Text("广告")


class Room(NamedTuple):
    """Where a panel is set: so many characters wide, and, where a height is asked for, so many lines high."""

    desk: Desk
    grid: Grid
    cells: int
    lines: int

    @property
    def width(self) -> float:
        """The width in points."""
        return self.cells * self.grid.size


class Strip(NamedTuple):
    """A strip: its lines, the white lines above it, its elements from its top left corner, its broken cells."""

    lines: int
    elements: tuple[Element, ...]
    white: int = 1
    broken: int = 0


def compose_strips(panel: Panel, room: Room, artwork: Photograph | None, *, plain: bool) -> tuple[Strip, ...] | None:
    """Set everything in a panel, from top to bottom; None where a part does not fit the room.

    A ``plain`` panel has its heading at the left and small, others in the middle.
    """
    found: list[Strip] = []
    for strip in _strips(panel, room, artwork, plain=plain):
        if strip is None:
            return None
        found.append(strip if found else strip._replace(white=0))
    return tuple(found)


def _strips(panel: Panel, room: Room, artwork: Photograph | None, *, plain: bool) -> Iterator[Strip | None]:
    if panel.heading is not None:
        yield _heading(panel.heading, room, plain=plain)
    if panel.author is not None:
        yield _single(panel.author, "byline", room, plain=plain)
    # What follows the white under a heading needs no more.
    close = panel.author is None and panel.heading is not None
    for strip in _body(panel, room, artwork, plain=plain):
        yield strip._replace(white=0) if strip and close else strip
        close = False
    # Who signs follows the copy at once, and so does a QR code, which brings its own white, but for a tint.
    copy = bool(panel.paragraphs or panel.names) and not (panel.table or panel.poem or panel.artwork)
    for strip in _closing(panel, room, plain=plain):
        yield strip._replace(white=0) if strip and copy and not (plain and panel.code) else strip


def _body(panel: Panel, room: Room, artwork: Photograph | None, *, plain: bool) -> Iterator[Strip | None]:
    if panel.paragraphs:
        yield _paragraphs(panel, room, "quote" if plain else "body")
    if panel.names:
        lines = room.desk.names("body", panel.names, room.width)
        yield Strip(len(lines), (Element("P", _stacked(lines, room), span=panel.names[0].span),))
    if panel.table is not None:
        made = compose_table(room.desk, panel.table, room.cells, room.grid)
        yield Strip(made.lines, made.elements, broken=made.broken) if made else None
    if panel.poem:
        yield _poem(panel.poem, room)
    if artwork is not None:
        yield _artwork(panel, artwork, room)


def _stacked(lines: tuple[Line, ...], room: Room, first: int = 0) -> tuple[Placed, ...]:
    """Lines on lines of the grid, from ``first`` on."""
    return tuple(
        item
        for number, line in enumerate(lines, first)
        for item in place_line(line, Point(0.0, _baseline(number, room)))
    )


def _baseline(number: int, room: Room) -> float:
    return room.grid.ascent * room.grid.size + number * room.grid.pitch


def _heading(text: Text, room: Room, *, plain: bool) -> Strip:
    style = "box-heading" if plain else "notice-heading"
    compositor = room.desk.compositor(style)
    size = compositor.style.size
    rows = break_by_sense(compositor, text.value, room.width / size, {})
    lines = [room.desk.line(style, row, room.width) for row in rows_of(text, rows)]
    height = size * (1 + (len(lines) - 1) * _HEADING_PITCH)
    asked = ceil(height / room.grid.pitch + _UNDER - (room.grid.pitch - room.grid.size) / room.grid.pitch)
    top = max(0.0, asked * room.grid.pitch - height - _UNDER * room.grid.pitch) * _OVER
    placed: list[Placed] = []
    for number, line in enumerate(lines):
        left = 0.0 if plain else (room.width - line.right) / 2
        placed += place_line(line, Point(left, top + size * (room.grid.ascent + number * _HEADING_PITCH)))
    return Strip(asked, (Element(HEADING, tuple(placed), span=text.span),))


def _single(text: Text, style: str, room: Room, *, plain: bool) -> Strip:
    line = room.desk.line(style, text, room.width)
    left = 0.0 if plain else (room.width - line.right) / 2
    placed = place_line(line, Point(left, room.grid.ascent * room.grid.size))
    return Strip(1, (Element("P", tuple(placed), span=text.span),), white=0)


def _paragraphs(panel: Panel, room: Room, style: str) -> Strip:
    """The copy, in columns of its own where more than a few lines would be too long to read."""
    style = "quote" if panel.form == "quote" else style
    cells = room.cells
    galleys = _galleys(panel, style, room, cells)
    many = ceil(cells / _LONGEST) if sum(galley.best for galley in galleys) > _FEW else 1
    if many > 1:
        cells = (room.cells - (many - 1) * _GUTTER) // many
        galleys = _galleys(panel, style, room, cells)
    high = _level([galley.best for galley in galleys], many)
    kinds = _KINDS.get(panel.form, ("P",))
    used = 0
    made: list[Element] = []
    for text, galley in zip(panel.paragraphs, galleys, strict=True):
        placed: list[Placed] = []
        for number, line in enumerate(galley.lines(galley.best), used):
            column, row = divmod(number, high)
            left = column * (room.cells - cells) / max(1, many - 1)
            placed += place_line(line, Point(left * room.grid.size, _baseline(row, room)))
        element = Element(kinds[-1], tuple(placed), span=text.span)
        # Each item of a list stands in an element of its own.
        made.append(element if len(kinds) < 3 else Element(kinds[1], (), (element,), span=text.span))
        used += galley.best
    whole = (Element(kinds[0], (), tuple(made), span=panel.span),) if len(kinds) > 1 else tuple(made)
    return Strip(high, whole)


def _galleys(panel: Panel, style: str, room: Room, cells: int) -> list[Galley]:
    wide = float(cells)
    if panel.form == "list":
        measure = Measure(((0.0, wide),), (_HANGING, wide - _HANGING))
    else:
        measure = Measure(((_INDENT, wide - _INDENT),), (0.0, wide))
    return [room.desk.galley(style, text, measure) for text in panel.paragraphs]


def _level(counts: list[int], many: int) -> int:
    """The least height of so many columns that paragraphs of these lines leave no line alone at the top of one."""
    total = sum(counts)
    ends = set(accumulate(counts))
    heights = range(-(-total // many), total + 1)
    return next(high for high in heights if not any(foot + 1 in ends for foot in range(high, total, high)))


def _poem(poem: tuple[tuple[Text, ...], ...], room: Room) -> Strip:
    measure = verse_measure(room.desk, poem, room.cells)
    used = 0
    made = []
    for number, stanza in enumerate(poem):
        used += 1 if number else 0
        for text in stanza:
            galley = room.desk.galley("verse", text, measure)
            lines = galley.lines(galley.best)
            made.append(Element("P", _stacked(lines, room, used), span=text.span))
            used += len(lines)
    return Strip(used, tuple(made))


def _artwork(panel: Panel, artwork: Photograph, room: Room) -> Strip:
    """Artwork as large as the room allows, whole and in its own proportions, its foot on the last baseline."""
    ratio = artwork.width / artwork.height
    grid = room.grid
    lines = next((each for each in range(1, grid.lines) if grid.height(each) * ratio >= room.width - 0.01), grid.lines)
    lines = min(lines, room.lines) if room.lines > 0 else lines
    width = min(room.width, grid.height(lines) * ratio)
    size = Size(width, width / ratio)
    at = Point((room.width - width) / 2, grid.height(lines) - size.height)
    told = panel.alternative or panel.heading
    words = told.value.replace("\n", " ") if told else "图稿"
    picture = Placed(at, Picture(artwork.key, size, _WHOLE))
    return Strip(lines, (Element("Figure", (picture,), alternative=words, span=panel.span),))


def _closing(panel: Panel, room: Room, *, plain: bool) -> Iterator[Strip | None]:
    """Who signs and when at the right, the QR code at the left, beside each other where there is room."""
    grid = room.grid
    signed = [(text, room.desk.line("signature", text, room.width)) for text in (panel.signature, panel.date) if text]
    wide = max((line.right for _, line in signed), default=0.0)
    right = min(_RIGHT * grid.size, room.width - wide)
    signs = []
    for number, (text, line) in enumerate(signed):
        # The shorter stands in the middle of the longer.
        left = room.width - right - (wide + line.right) / 2
        placed = place_line(line, Point(left, grid.ascent * grid.size + number * grid.pitch))
        signs.append(Element("P", tuple(placed), span=text.span))
    if panel.code is None:
        yield from [Strip(len(signed), tuple(signs))] if signed else []
        return
    beside = room.width - wide - right - _BESIDE * grid.size if signed else room.width
    code = compose_code(room.desk, panel.code, beside, grid)
    if code is not None and signed:
        down = (code[0] - len(signed)) * grid.pitch
        yield Strip(code[0], (*(shifted(each, 0.0, max(0.0, down)) for each in signs), *code[2]))
        return
    if signed:
        yield Strip(len(signed), tuple(signs))
        code = compose_code(room.desk, panel.code, room.width, grid)
    if code is None:
        yield None
        return
    left = 0.0 if plain else (room.width - code[1]) / 2
    yield Strip(code[0], tuple(shifted(each, left, 0.0) for each in code[2]))


def label(desk: Desk, corner: Point, grid: Grid) -> Element:
    """The word that marks an advertisement, in the upper right corner inside its frame."""
    line = desk.line("label", _ADVERTISEMENT, corner.x)
    size = desk.compositor("label").style.size
    baseline = corner.y + (grid.pitch - size) / 2 + grid.ascent * size
    return Element("P", tuple(place_line(line, Point(corner.x - line.right, baseline))))
