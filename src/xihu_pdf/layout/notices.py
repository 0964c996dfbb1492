"""Notices and advertisements as pieces of a page: measured on every width, and placed where the cuts leave them.

They have no headline and come after all articles in weight, so that the search puts them at the foot of the page.
"""

from xihu_pdf.content import Page
from xihu_pdf.errors import Diagnostic, fault
from xihu_pdf.frame import Placed, Tag
from xihu_pdf.layout.desk import Desk
from xihu_pdf.layout.grid import Grid
from xihu_pdf.layout.panels import (
    ADVERTISEMENT,
    NOTICE,
    Piece,
    SetPanel,
    compose_panel,
    place_panel,
    read_piece,
)
from xihu_pdf.layout.shapes import Place, Variant
from xihu_pdf.layout.tagging import Tagged, shifted
from xihu_pdf.stock import Stock

__all__ = ["measure_notice", "place_notice", "read_notices", "swallowed"]

# Columns that a notice of words may take before its lines are too long to read, and what each more costs; one column.
_WIDE, _WIDE_COST, _SINGLE_COST = 3, 60.0, 25.0
# A cell of the page more than the least, and a broken cell of a table.
_AREA_COST, _BROKEN_COST = 0.6, 30.0
# White lines that a box may be opened by: some, and a line more for so many of its own, artwork by one; and what that
# costs: this times their square over its lines.
_SOME_WHITE, _WHITE_SHARE, _BARE_WHITE, _WHITE_COST = 2, 5, 1, 30.0


def read_notices(page: Page, stock: Stock, desk: Desk) -> list[Piece] | None:
    """Read the notices, then the advertisements; None where a fault was left with the desk."""
    panels = [(panel, NOTICE) for panel in page.notices] + [(panel, ADVERTISEMENT) for panel in page.advertisements]
    read = [read_piece(panel, look, stock, desk) for panel, look in panels]
    whole = [each for each in read if each is not None]
    return whole if len(whole) == len(read) else None


def measure_notice(piece: Piece, desk: Desk, page: Grid) -> tuple[Variant, ...]:
    """The variants of a notice on every number of columns; none where it fits none, which is told."""
    panel = piece.panel
    desk.where = panel.heading.value if panel.heading else ""
    asked = panel.columns
    widths = range(1, page.columns + 1) if asked is None else range(asked, min(asked, page.columns) + 1)
    found = [made for made in (compose_panel(desk, piece, columns, page) for columns in widths) if made is not None]
    if not found:
        desk.faults.append(fault("panel-wide", panel.span, columns=asked or page.columns))
        return ()
    least = min(each.columns * each.lines for each in found)
    variants = [variant for made in found for variant in _variants(made, least, page)]
    if not variants:
        needed = min(each.lines for each in found)
        desk.faults.append(fault("panel-lines", panel.span, needed=needed, asked=panel.lines or page.lines))
    return tuple(variants)


def _variants(made: SetPanel, least: int, page: Grid) -> list[Variant]:
    """The heights of a notice on one width: that which is asked for, else its own and some with more white."""
    asked = made.piece.panel.lines
    most = _BARE_WHITE if made.piece.is_bare else _SOME_WHITE + made.lines // _WHITE_SHARE
    heights = range(made.lines, min(page.lines, made.lines + most) + 1)
    if asked:
        heights = range(asked, asked + 1) if made.lines <= asked <= page.lines else range(0)
    words = not made.piece.panel.table and not made.piece.artwork
    shape = _WIDE_COST * max(0, made.columns - _WIDE) if words else 0.0
    shape += _SINGLE_COST if made.columns == 1 else 0.0
    shape += _AREA_COST * (made.columns * made.lines - least) + _BROKEN_COST * made.broken
    return [
        Variant(made.columns, height, shape + _white_cost(height - made.lines, made.lines), 0.0, 0, made)
        for height in heights
    ]


def _white_cost(white: int, lines: int) -> float:
    return _WHITE_COST * white * white / lines


def swallowed(made: SetPanel, lines: int) -> list[Diagnostic]:
    """Tell of a notice on so many lines that was opened, unasked, by more than an editor takes for its own white."""
    white = lines - made.lines
    if made.piece.panel.lines or white <= (0 if made.piece.is_bare else _SOME_WHITE):
        return []
    return [fault("notice-white", made.piece.panel.span, lines=white)]


def place_notice(made: SetPanel, place: Place, grid: Grid, tags: list[Tag]) -> tuple[tuple[Placed, int], ...]:
    """Everything of a notice at its place on the page, in reading order, with its tag; new tags go to ``tags``."""
    tagged = Tagged(tags, made.piece.panel)
    corner = grid.column(place.column), grid.line(place.line)
    for element in place_panel(made, place.variant.lines, grid):
        tagged.add_element(shifted(element, *corner))
    return tuple(tagged.items)
