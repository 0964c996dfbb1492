"""Panels 框件: fact boxes, tables, poems, notices and advertisements, each in a box of whole columns and lines.

A panel is set for a number of columns as strips of whole lines, one under another, whose elements are placed from the
strip's top left corner; the lines inside stand on those of the page.
"""

from math import ceil
from typing import NamedTuple

from xihu_pdf.content import Panel
from xihu_pdf.errors import fault
from xihu_pdf.frame import BLACK, Ink
from xihu_pdf.geometry import Point, Rect
from xihu_pdf.layout.decoration import depth_of, draw_frame, draw_ground, draw_rule
from xihu_pdf.layout.desk import Desk
from xihu_pdf.layout.grid import Grid
from xihu_pdf.layout.strips import Room, Strip, compose_strips, label
from xihu_pdf.layout.tables import check_table
from xihu_pdf.layout.tagging import Element, shifted
from xihu_pdf.pictures import Photograph, PictureFault
from xihu_pdf.stock import Stock

__all__ = [
    "ADVERTISEMENT",
    "FACTS",
    "NOTICE",
    "Piece",
    "SetPanel",
    "compose_panel",
    "place_panel",
    "read_piece",
]

FACTS, NOTICE, ADVERTISEMENT = "facts", "notice", "advertisement"
# White between a frame and what stands in it, in em at the least: at its sides, and above and below.
_BESIDE, _ABOVE = 0.6, 0.4
# The rule that opens facts, and the frames of the others.
_OPENING = "bold"
_FRAMES = {NOTICE: "hairline", ADVERTISEMENT: "double"}


class Piece(NamedTuple):
    """A panel, what it is (``FACTS``, ``NOTICE`` or ``ADVERTISEMENT``), and its artwork if it has one."""

    panel: Panel
    look: str
    artwork: Photograph | None = None

    @property
    def is_bare(self) -> bool:
        """Whether it is artwork alone, which needs no box."""
        panel = self.panel
        return bool(panel.artwork) and not (
            panel.heading or panel.paragraphs or panel.names or panel.table or panel.poem or panel.code or panel.border
        )

    @property
    def frame(self) -> str:
        """The name of the frame around it, empty for none."""
        if self.is_bare or (self.look == FACTS and not self.panel.border):
            return ""
        return self.panel.border or _FRAMES[self.look]


class Inset(NamedTuple):
    """What a box takes around what stands in it: characters at each side, lines above and below."""

    side: int
    above: int
    below: int


class SetPanel(NamedTuple):
    """A panel as set for so many columns.

    ``lines`` of the grid are what it asks for, ``inset`` is that of its box; ``broken`` counts the cells of tables that
    take several lines; ``mark`` is the word that marks an advertisement, placed from the top left of the box, and
    ``accent`` that of the page.
    """

    piece: Piece
    columns: int
    lines: int
    inset: Inset
    strips: tuple[Strip, ...]
    broken: int
    mark: tuple[Element, ...]
    accent: Ink


def read_piece(panel: Panel, look: str, stock: Stock, desk: Desk) -> Piece | None:
    """Read what a panel needs; None where a fault was left with the desk."""
    sound = panel.table is None or check_table(desk, panel.table)
    if not panel.artwork:
        return Piece(panel, look) if sound else None
    try:
        artwork = stock.photograph(panel.artwork)
    except PictureFault as caught:
        desk.faults.append(fault(caught.code, panel.span, picture=panel.artwork, **caught.values))
        return None
    if panel.alternative is None and panel.heading is None:
        desk.faults.append(fault("alt-artwork", panel.span, picture=panel.artwork))
    return Piece(panel, look, artwork) if sound else None


def compose_panel(desk: Desk, piece: Piece, columns: int, grid: Grid) -> SetPanel | None:
    """Set a panel over so many columns; None where something in it is too wide for them."""
    inset = _inset(piece, grid)
    around = inset.above + inset.below
    asked = piece.panel.lines
    room = Room(desk, grid, grid.cells(columns) - 2 * inset.side, asked - around if asked else 0)
    told = len(desk.faults)
    strips = compose_strips(piece.panel, room, piece.artwork, plain=piece.look == FACTS)
    wide = [each for each in desk.faults[told:] if each.code == "text-wide"]
    # What another width mends is no fault.
    desk.faults[told:] = [each for each in desk.faults[told:] if each.code != "text-wide"]
    if strips is None or wide:
        return None
    lines = around + sum(strip.white + strip.lines for strip in strips)
    mark: tuple[Element, ...] = ()
    if piece.look == ADVERTISEMENT:
        at = Point(grid.width(columns) - inset.side * grid.size, depth_of(piece.frame) if piece.frame else 0.0)
        mark = (label(desk, at, grid),)
    return SetPanel(piece, columns, lines, inset, strips, sum(strip.broken for strip in strips), mark, desk.accent)


def _inset(piece: Piece, grid: Grid) -> Inset:
    """The inset of a box by the depth of its frame; what marks an advertisement stands in a line of its own."""
    marked = int(piece.look == ADVERTISEMENT)
    if piece.is_bare:
        return Inset(0, marked, 0)
    depth = depth_of(piece.frame) if piece.frame else 0.0
    side, above = ceil(depth / grid.size + _BESIDE), ceil((depth + _ABOVE * grid.size) / grid.pitch)
    return Inset(side, above + marked, above)


def place_panel(made: SetPanel, lines: int, grid: Grid) -> tuple[Element, ...]:
    """Place a panel in a box of so many lines, from the top left corner of the box.

    Lines that it does not need stand as white between its strips, one each from the last, then above and below them.
    """
    piece = made.piece
    box = Point(grid.width(made.columns), grid.height(lines))
    elements = [*_ground(piece, box, made.accent), *made.mark]
    spare = lines - made.lines
    gaps = len(made.strips) - 1
    between = min(spare, gaps)
    rest = spare - between
    left = made.inset.side * grid.size
    # Artwork without a box ends on the last line.
    line = made.inset.above + (rest if piece.is_bare else rest // 2)
    for number, strip in enumerate(made.strips):
        line += strip.white
        if number:
            line += number > gaps - between
        elements += [shifted(element, left, line * grid.pitch) for element in strip.elements]
        line += strip.lines
    return tuple(elements)


def _ground(piece: Piece, box: Point, accent: Ink) -> tuple[Element, ...]:
    """What a panel stands on: a tint under an opening rule, or the frame that is asked for, else that of its look."""
    if piece.is_bare:
        return ()
    whole = Rect(0.0, 0.0, box.x, box.y)
    if not piece.frame:
        opening = draw_rule(_OPENING, Point(0.0, 0.0), Point(box.x, 0.0), accent)
        return (Element("", (*draw_ground("tint", whole, accent), *opening)),)
    return (Element("", tuple(draw_frame(piece.frame, whole, BLACK))),)
