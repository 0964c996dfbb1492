"""Boxes at the foot of an article: how wide each is, and what they leave of every column to the text."""

from typing import TYPE_CHECKING, NamedTuple

from xihu_pdf.content import Article
from xihu_pdf.errors import fault
from xihu_pdf.layout.grid import Grid
from xihu_pdf.layout.tagging import Element, shifted
from xihu_pdf.stock import Stock

if TYPE_CHECKING:
    from xihu_pdf.layout.desk import Desk
    from xihu_pdf.layout.panels import Piece, SetPanel

__all__ = ["NO_FOOTING", "Footing", "compose_footing", "place_footing", "read_boxes"]

# A box rather stands over two columns, wider where it would take more lines of the page than this share.
_USUAL, _DEEP = 2, 0.45
# Boxes side by side that differ by so many lines or less end at one height.
_NEARLY = 2
# One white line parts a box from the text above it and from another box.
_WHITE = 1


class Footing(NamedTuple):
    """Lines that boxes take of every column, counted from the foot, and the boxes.

    Of each there are its first column, the lines from its top to the foot, its own lines, and how it is set.
    """

    skyline: tuple[int, ...]
    boxes: "tuple[tuple[int, int, int, SetPanel], ...]"


NO_FOOTING = Footing((), ())


def compose_footing(desk: "Desk", pieces: "tuple[Piece, ...]", grid: Grid) -> Footing | None:
    """Set the boxes of an article on its columns; None where one does not fit on them.

    They stand at the right, side by side in their order where there is room for all, else one above the other, the
    widest at the foot.
    """
    if not pieces:
        return NO_FOOTING
    own = [_set(desk, piece, grid) for piece in pieces]
    panels = [each for each in own if each is not None]
    if len(panels) < len(own):
        return None
    if sum(each.columns for each in panels) <= grid.columns:
        return _placed([panels], grid)
    widest = max(each.columns for each in panels)
    wide = [_set(desk, piece, grid, widest) or each for piece, each in zip(pieces, panels, strict=True)]
    return _placed([[each] for each in sorted(wide, key=lambda each: each.columns)], grid)


def _placed(rows: "list[list[SetPanel]]", grid: Grid) -> Footing:
    """Place rows of boxes, the last one at the foot; none is wider than the one under it."""
    skyline = [0] * grid.columns
    boxes: list[tuple[int, int, int, SetPanel]] = []
    foot = 0
    for row in reversed(rows):
        deepest = max(each.lines for each in row)
        first = grid.columns - sum(each.columns for each in row)
        placed: list[tuple[int, int, int, SetPanel]] = []
        for made in row:
            lines = deepest if deepest - made.lines <= _NEARLY else made.lines
            placed.append((first, foot + lines, lines, made))
            for column in range(first, first + made.columns):
                skyline[column] = foot + lines + _WHITE
            first += made.columns
        boxes[:0] = placed
        foot += deepest + _WHITE
    return Footing(tuple(skyline), tuple(boxes))


def _set(desk: "Desk", piece: "Piece", grid: Grid, fewest: int = 1) -> "SetPanel | None":
    """Set a box on the columns that it wishes, else on the fewest that serve it well."""
    from xihu_pdf.layout.panels import compose_panel

    asked = piece.panel.columns
    if asked is not None:
        return compose_panel(desk, piece, asked, grid) if asked <= grid.columns else None
    least = max(fewest, 1 if piece.panel.table else min(_USUAL, grid.columns))
    found = None
    for columns in range(least, grid.columns + 1):
        made = compose_panel(desk, piece, columns, grid)
        found = made or found
        if made is not None and not made.broken and made.lines <= _DEEP * grid.lines:
            return made
    return found


def place_footing(footing: Footing, grid: Grid) -> tuple[Element, ...]:
    """Place the boxes above the last line of the grid, each an element of its own, in their order."""
    if not footing.boxes:
        return ()
    from xihu_pdf.layout.panels import place_panel

    placed = []
    for column, above, lines, made in footing.boxes:
        across = grid.column(column), grid.line(grid.lines - above)
        elements = tuple(shifted(each, *across) for each in place_panel(made, lines, grid))
        placed.append(Element("Sect", (), elements, span=made.piece.panel.span))
    return tuple(placed)


def read_boxes(article: Article, stock: Stock, desk: "Desk", grid: Grid) -> "tuple[Piece, ...] | None":
    """Read the boxes of an article; None where a fault was left with the desk."""
    if not article.boxes:
        return ()
    from xihu_pdf.layout.panels import FACTS, read_piece

    pieces = [read_piece(panel, FACTS, stock, desk) for panel in article.boxes]
    whole = tuple(each for each in pieces if each is not None)
    wide = [each.panel for each in whole if compose_footing(desk, (each,), grid) is None]
    desk.faults.extend(fault("panel-wide", each.span, columns=each.columns or grid.columns) for each in wide)
    return whole if len(whole) == len(pieces) and not wide else None
