"""Lines as set: pieces placed on a line and gathered into glyph runs, with what is drawn above and below them.

A line lies along one axis, from left to right or from top to bottom; items are placed from its baseline's beginning,
in vertical lines from the top of its centre axis.
"""

from collections.abc import Iterator
from itertools import accumulate, pairwise
from operator import add
from typing import NamedTuple

from xihu_pdf.frame import HORIZONTAL, GlyphRun, Placed
from xihu_pdf.geometry import Point
from xihu_pdf.typeset.annotations import HALF, WARICHU, upper_row
from xihu_pdf.typeset.drawing import Print, drawn
from xihu_pdf.typeset.pieces import CELL, Piece
from xihu_pdf.typeset.superior import MIDDLE
from xihu_pdf.typeset.units import Tail, Units

__all__ = ["Line", "Print", "set_pieces"]

# The two rows of a warichu: their baselines above that of the line, and their axes beside that of a vertical one.
_ROWS, _UPRIGHT_ROWS = (0.44, -0.06), (0.25, -0.25)


# Cells nearer than this in em are those of one warichu.
_TOUCH = 1e-6


class Line(NamedTuple):
    """A line as set; lengths in points.

    ``items`` are placed from the column's edge on the baseline, ``text`` is what is read, ``left`` and ``right`` the
    edges of its bodies along the line, ``gap`` the widest gap opened between Han in em, ``spare`` what the line falls
    short of its measure by (0 where it is justified).
    """

    items: tuple[Placed, ...]
    text: str
    left: float
    right: float
    gap: float
    spare: float


class _Run(NamedTuple):
    """Pieces of one face, look and writing in the making: the first one, its place in em and what the run gathers."""

    first: Piece
    at: float
    glyphs: list[int]
    offsets: list[float]
    texts: list[str]
    rises: list[float]


def set_pieces(
    units: Units, span: tuple[int, int], widths: tuple[float, ...], look: Print, edges: tuple[float, Tail | None]
) -> tuple[tuple[Placed, ...], float]:
    """Set the units ``span`` (first and last) with gaps of ``widths`` em between them; gives items and the end in em.

    ``edges`` are where the line begins in em, and how it ends.
    """
    start, end = span
    at, tail = edges
    pieces = units.pieces[start : end + 1]
    if tail is not None and tail.hyphen is not None:
        pieces, widths = (*pieces, tail.hyphen), (*widths, tail.width - tail.hyphen.body)
    if units.heads:
        at += units.heads.get(start, 0.0)
    places = list(accumulate(map(add, [piece[2] for piece in pieces], (*widths, 0.0)), initial=at))
    known = units.blanks
    blanks = {at - start: known[at] for at in range(start, end) if at in known} if known else {}
    items = tuple(_items(pieces, places, blanks, look))
    if units.marks:
        items += drawn(units, span, places, look)
    return items, places[-1]


def _items(pieces: tuple[Piece, ...], places: list[float], blanks: dict[int, int], look: Print) -> Iterator[Placed]:
    """Glyph runs of placed pieces, one for every stretch of one face and look; readings follow the words of the line.

    So the words are found as they are read by whoever takes the text from the file in the order that it is drawn in.
    A typed blank inside a line is drawn as the blank of the face, so that text read back has the blanks of the copy.
    """
    run: _Run | None = None
    cells: list[tuple[float, Piece]] = []
    readings: list[Placed] = []
    for index, piece in enumerate(pieces):
        if run is not None and (
            piece[3] != run.first[3] or piece[7] is not run.first[7] or piece[8] != run.first[8] or piece[8] == CELL
        ):
            yield _placed(run, look)
            run = None
        if piece[8] == WARICHU:
            cells.append((places[index], piece))
            continue
        if cells:
            yield from _rows(cells, look)
            cells = []
        if run is None:
            run = _Run(piece, places[index], [], [], [], [])
        _gather(run, piece, places[index] - run.at)
        if blanks and blanks.get(index):
            run.glyphs.append(blanks[index])
            run.offsets.append(places[index] - run.at + piece[2])
            run.texts.append(" ")
        for along, up, extra in piece[11]:
            readings.append(_aside(extra, (places[index] + along, up), look, ruby=piece.look.ruby))
    if run is not None:
        yield _placed(run, look)
    yield from _rows(cells, look)
    yield from readings


def _gather(run: _Run, piece: Piece, origin: float) -> None:
    """Add a piece to a run, ``origin`` em from its beginning."""
    glyphs = piece[4]
    if len(glyphs) == 1:
        run.glyphs.append(glyphs[0])
        run.offsets.append(origin + piece[5][0])
        run.texts.append(piece[6][0])
    else:
        run.glyphs.extend(glyphs)
        run.offsets.extend([origin + offset for offset in piece[5]])
        run.texts.extend(piece[6])
    if piece[9]:
        run.rises.extend([0.0] * (len(run.glyphs) - len(run.rises) - len(glyphs)))
        run.rises.extend(piece[9])


def _placed(run: _Run, look: Print, up: float = 0.0, ruby: int = 0) -> Placed:
    """A run at its place, ``up`` em above the baseline (in vertical lines right of the axis); that of a reading."""
    size, first = look.size, run.first
    rises: tuple[float, ...] = ()
    if run.rises:
        rises = tuple(each * size for each in (*run.rises, *[0.0] * (len(run.glyphs) - len(run.rises))))
    up += first.look.rise
    writing = HORIZONTAL if first.writing == CELL else first.writing
    glyphs = GlyphRun(
        first.face,
        size * first.look.scale,
        look.accent if first.look.accent else look.ink,
        tuple(run.glyphs),
        tuple([offset * size for offset in run.offsets]),
        tuple(run.texts),
        writing,
        rises,
        ruby > 0,
        ruby or first.look.ruby,
        look.western if first.look.is_western else "",
    )
    return Placed(_point(first, run.at, up, size), glyphs)


def _point(piece: Piece, at: float, up: float, size: float) -> Point:
    """Where a run begins that is ``at`` em along the line and ``up`` em across it."""
    scale = piece.look.scale
    match piece.writing:
        case "vertical":
            return Point(up * size, at * size)
        case "turned":
            return Point((up - MIDDLE * scale) * size, at * size)
        case "cell":
            return Point(up * size, (at + piece.body / 2 + MIDDLE * scale) * size)
        case _:
            return Point(at * size, -up * size)


def _aside(piece: Piece, place: tuple[float, float], look: Print, ruby: int = 0) -> Placed:
    """A piece that stands with another, at a place along the line and above its baseline; ``ruby`` if it is read so."""
    at, up = place
    run = _Run(piece, at, [], [], [], [])
    _gather(run, piece, 0.0)
    return _placed(run, look, up, ruby)


def _rows(cells: list[tuple[float, Piece]], look: Print) -> Iterator[Placed]:
    """The cells of warichu in one line as two rows each, the first half of their characters above."""
    # The cells of one warichu touch.
    turns = [at for at in range(1, len(cells)) if cells[at][0] > cells[at - 1][0] + cells[at - 1][1].body + _TOUCH]
    for start, end in pairwise((0, *turns, len(cells))):
        halves = [half for _, cell in cells[start:end] for _, _, half in cell.extras]
        upper = upper_row(halves, sum([cell.body for _, cell in cells[start:end]]))
        for index, half in enumerate(halves):
            row, column = (0, index) if index < upper else (1, index - upper)
            up = _UPRIGHT_ROWS[row] if look.vertical else _ROWS[row]
            yield _aside(half, (cells[start][0] + HALF * column, up), look)
