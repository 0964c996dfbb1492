"""Lines of a paragraph that is set in one look, as most are: runs are cut from columns, not gathered by the piece."""

from collections.abc import Sequence
from itertools import accumulate, chain, pairwise
from operator import sub
from typing import NamedTuple

from xihu_pdf.frame import GlyphRun, Placed
from xihu_pdf.geometry import Point
from xihu_pdf.typeset.drawing import Print
from xihu_pdf.typeset.pieces import Piece
from xihu_pdf.typeset.units import Units

__all__ = ["Columns", "columns_of", "set_plain"]


class Columns(NamedTuple):
    """What the lines of a paragraph are cut from.

    By unit: where it begins in em on one endless line, its face, and how many glyphs are before it. By glyph: its
    number, its place in points on that line and the text that it stands for. Behind the ``blanked`` units the copy has
    a blank, which is the last of their glyphs.
    """

    begins: list[float]
    faces: tuple[str, ...]
    before: list[int] | range
    glyphs: tuple[int, ...]
    places: list[float]
    texts: tuple[str, ...]
    blanked: frozenset[int]
    has_turns: bool


def columns_of(units: Units, size: float) -> Columns:
    """The columns of a paragraph."""
    _, _, _, faces, glyphs, inner, texts, *_ = zip(*_with_blanks(units), strict=True)
    blanked = frozenset(at for at, glyph in units.blanks.items() if glyph)
    begins = units.sums.begins
    places = [(begin + each) * size for begin, places in zip(begins, inner, strict=True) for each in places]
    is_single = len(places) == len(faces)
    return Columns(
        begins,
        faces,
        range(len(faces) + 1) if is_single else list(accumulate(map(len, glyphs), initial=0)),
        tuple(chain.from_iterable(glyphs)),
        places,
        tuple(chain.from_iterable(texts)),
        blanked,
        faces.count(faces[0]) < len(faces),
    )


def _with_blanks(units: Units) -> Sequence[Piece]:
    """The pieces, and as one of their glyphs the blanks that the copy has behind them."""
    if not units.blanks:
        return units.pieces
    pieces = list(units.pieces)
    for at, blank in units.blanks.items():
        if blank:
            piece = pieces[at]
            glyphs, places, texts = (*piece.glyphs, blank), (*piece.places, piece.body), (*piece.texts, " ")
            pieces[at] = piece._replace(glyphs=glyphs, places=places, texts=texts)
    return pieces


def set_plain(
    columns: Columns, span: tuple[int, int], edge: float, shifts: list[float], look: Print
) -> tuple[tuple[Placed, ...], str]:
    """A glyph run for each face of the units from ``span`` to before, and the text that is read.

    The line begins at ``edge`` of the endless line; ``shifts`` tell by how much each unit stands farther right than on
    that line, if they do; both in points.
    """
    start, end = span
    # A blank at a line's end is not drawn.
    last = columns.before[end] - (end - 1 in columns.blanked)
    text = "".join(columns.texts[columns.before[start] : last])
    text = text.replace(" ", "") if columns.blanked else text
    if not columns.has_turns:
        return (_run(columns, (start, end, last), edge, shifts, look),), text
    faces = columns.faces
    turns = [at for at in range(start + 1, end) if faces[at] != faces[at - 1]]
    parts = [(begin, stop, min(last, columns.before[stop])) for begin, stop in pairwise((start, *turns, end))]
    runs = (_run(columns, part, edge, shifts[part[0] - start : part[1] - start], look) for part in parts)
    return tuple(runs), text


def _run(columns: Columns, span: tuple[int, int, int], edge: float, shifts: list[float], look: Print) -> Placed:
    """Units of one face; ``span`` has the first, the one behind the last, and the glyph behind their last."""
    start, end, last = span
    before, at = columns.before, columns.begins[start] * look.size
    first = before[start]
    if shifts:
        at += shifts[0]
        if last - first > end - start:
            counts = map(sub, before[start + 1 : end + 1], before[start:end])
            shifts = [shift for shift, count in zip(shifts, counts, strict=True) for _ in range(count)]
        offsets = [place - at + shift for place, shift in zip(columns.places[first:last], shifts, strict=False)]
    else:
        offsets = [place - at for place in columns.places[first:last]]
    glyphs, texts = columns.glyphs[first:last], columns.texts[first:last]
    run = GlyphRun(columns.faces[start], look.size, look.ink, glyphs, tuple(offsets), texts)
    return Placed(Point(at - edge, 0.0), run)
