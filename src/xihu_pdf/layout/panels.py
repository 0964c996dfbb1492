"""Panels 框件: fact boxes, tables, poems, notices and advertisements, each in a box of whole columns and lines.

A panel is set for a number of columns as strips of whole lines, one under another, whose elements are placed from the
strip's top left corner; the lines inside stand on those of the page.
"""

from typing import NamedTuple

from xihu_pdf.content import Panel
from xihu_pdf.errors import fault
from xihu_pdf.frame import BLACK, Ink, Placed, Rule, Shape
from xihu_pdf.geometry import Point
from xihu_pdf.layout.desk import Desk
from xihu_pdf.layout.grid import Grid
from xihu_pdf.layout.strips import Room, Strip, compose_strips, label
from xihu_pdf.layout.tables import check_table
from xihu_pdf.layout.tagging import Element, shifted
from xihu_pdf.pictures import Photograph, PictureFault, resolution
from xihu_pdf.stock import Stock

__all__ = ["ADVERTISEMENT", "FACTS", "NOTICE", "Piece", "SetPanel", "compose_panel", "place_panel", "read_piece"]

FACTS, NOTICE, ADVERTISEMENT = "facts", "notice", "advertisement"
# White in characters between the box and what stands in it, and in lines above and below.
_INSET, _ABOVE, _BELOW = 1, 1, 1
# A tint of the accent behind facts, the rule that opens them, and the frames of the others, in points.
_TINT, _OPENING = 0.10, 1.5
_FRAMES = {NOTICE: 0.5, ADVERTISEMENT: 0.8}
_LEAST_PPI = 200


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
            panel.heading or panel.paragraphs or panel.names or panel.table or panel.poem or panel.code
        )


class SetPanel(NamedTuple):
    """A panel as set for so many columns: the lines of the grid that it asks for, its strips, its broken cells."""

    piece: Piece
    columns: int
    lines: int
    strips: tuple[Strip, ...]
    broken: int


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
    return SetPanel(piece, columns, lines, strips, sum(strip.broken for strip in strips))


def place_panel(made: SetPanel, lines: int, desk: Desk, grid: Grid) -> tuple[Element, ...]:
    """Place a panel in a box of so many lines, from the top left corner of the box.

    Lines that it does not need stand as white between its strips, then above and below them.
    """
    piece = made.piece
    box = Point(grid.width(made.columns), grid.height(lines))
    elements = list(_ground(piece, box, desk))
    if piece.look == ADVERTISEMENT:
        elements.append(label(desk, box.x - (0.0 if piece.is_bare else _INSET * grid.size), grid))
    spare = lines - made.lines
    gaps = len(made.strips) - 1
    between = min(spare, 2 * gaps)
    rest = spare - between
    top = (1 if piece.is_bare else _ABOVE) if piece.look == ADVERTISEMENT or not piece.is_bare else 0
    line = top + rest // 2
    for number, strip in enumerate(made.strips):
        line += strip.white
        if number:
            line += between // gaps + (number > gaps - between % gaps)
        left = 0.0 if piece.is_bare else _INSET * grid.size
        elements += [shifted(element, left, line * grid.pitch) for element in strip.elements]
        line += strip.lines
    return tuple(elements)


def soft_artwork(made: SetPanel, desk: Desk, grid: Grid) -> None:
    """Warn of artwork that has too few pixels for its size."""
    artwork = made.piece.artwork
    if artwork is not None:
        ppi = resolution(artwork, grid.width(made.columns), 1.0)
        if ppi < _LEAST_PPI:
            values = {"picture": made.piece.panel.artwork, "ppi": round(ppi), "needed": _LEAST_PPI}
            desk.faults.append(fault("picture-soft", made.piece.panel.span, **values))


def _ground(piece: Piece, box: Point, desk: Desk) -> tuple[Element, ...]:
    """What a panel stands on: a tint under an opening rule, or a frame."""
    if piece.is_bare:
        return ()
    corners = ((Point(0.0, 0.0),), (Point(box.x, 0.0),), (box,), (Point(0.0, box.y),))
    if piece.look == FACTS:
        tint = Ink(*(_TINT * each for each in desk.accent))
        opening = Rule(Point(box.x, 0.0), _OPENING, desk.accent)
        drawn: tuple[Placed, ...] = (
            Placed(Point(0.0, 0.0), Shape(corners, 0.0, tint)),
            Placed(Point(0.0, 0.0), opening),
        )
    else:
        frame = Shape((*corners, corners[0]), _FRAMES[piece.look], BLACK)
        drawn = (Placed(Point(0.0, 0.0), frame),)
    return (Element("", drawn),)
