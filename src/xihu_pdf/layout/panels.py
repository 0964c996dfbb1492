"""Panels 框件: fact boxes, tables, poems, notices and advertisements, each in a box of whole columns and lines.

A panel is set for a number of columns as strips of whole lines, one under another, whose elements are placed from the
strip's top left corner; the lines inside stand on those of the page.
"""

from typing import NamedTuple

from xihu_pdf.content import Panel
from xihu_pdf.errors import fault
from xihu_pdf.frame import BLACK, Ink
from xihu_pdf.geometry import Point, Rect
from xihu_pdf.layout.decoration import draw_frame, draw_ground, draw_rule
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
# White in characters between the box and what stands in it, and in lines above and below.
_INSET, _ABOVE, _BELOW = 1, 1, 1
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


class SetPanel(NamedTuple):
    """A panel as set for so many columns.

    ``lines`` of the grid are what it asks for; ``broken`` counts cells of tables that take several lines; ``mark`` is
    the word that marks an advertisement, placed from the top left of the box; ``accent`` is that of the page.
    """

    piece: Piece
    columns: int
    lines: int
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
        desk.faults.append(fault("alt-missing", panel.span, picture=panel.artwork))
    return Piece(panel, look, artwork) if sound else None


def compose_panel(desk: Desk, piece: Piece, columns: int, grid: Grid) -> SetPanel | None:
    """Set a panel over so many columns; None where something in it is too wide for them."""
    inset = 0 if piece.is_bare else _INSET
    asked = piece.panel.lines
    white = 0 if piece.is_bare else _ABOVE + _BELOW
    marked = 1 if piece.is_bare and piece.look == ADVERTISEMENT else 0
    room = Room(desk, grid, grid.cells(columns) - 2 * inset, asked - white - marked if asked else 0)
    told = len(desk.faults)
    strips = compose_strips(piece.panel, room, piece.artwork, plain=piece.look == FACTS)
    wide = [each for each in desk.faults[told:] if each.code == "text-wide"]
    # What another width mends is no fault.
    desk.faults[told:] = [each for each in desk.faults[told:] if each.code != "text-wide"]
    if strips is None or wide:
        return None
    lines = white + marked + sum(strip.white + strip.lines for strip in strips)
    mark = (label(desk, grid.width(columns) - inset * grid.size, grid),) if piece.look == ADVERTISEMENT else ()
    return SetPanel(piece, columns, lines, strips, sum(strip.broken for strip in strips), mark, desk.accent)


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
    left = 0.0 if piece.is_bare else _INSET * grid.size
    line = rest // 2 + (len(made.mark) if piece.is_bare else _ABOVE)
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
    if piece.look == FACTS and not piece.panel.border:
        opening = draw_rule(_OPENING, Point(0.0, 0.0), Point(box.x, 0.0), accent)
        return (Element("", (*draw_ground("tint", whole, accent), *opening)),)
    return (Element("", tuple(draw_frame(piece.panel.border or _FRAMES[piece.look], whole, BLACK))),)
