"""From a paragraph to its lines: units, breaks, spread gaps, glyph runs."""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from xihu_pdf.fonts import Chain
from xihu_pdf.frame import GlyphRun, Ink
from xihu_pdf.typeset.breaks import Breaks, Measure, choose_breaks
from xihu_pdf.typeset.spacing import spread
from xihu_pdf.typeset.units import Missing, Piece, Units, UnitsMaker

__all__ = ["Compositor", "Galley", "Line", "Style", "glyph_runs"]

# Loosening a paragraph by a line for the page's sake must not be seen: at most this much dearer than its best,
# which is less than one line with a gap of 1/8 em costs.
_VARIANT_COST = 60000.0


class Style(NamedTuple):
    """How a text is set: the chain of its role, size in points, ink and BCP 47 language."""

    chain: Chain
    size: float
    ink: Ink
    language: str


class Line(NamedTuple):
    """A line as set; lengths in points.

    ``runs`` are glyph runs with their place right of the column's edge on the baseline, ``text`` what is read,
    ``left`` and ``right`` the edges of its bodies, ``gap`` the widest gap opened between Han in em, ``spare`` what
    the line falls short of its measure by (0 where it is justified).
    """

    runs: tuple[tuple[float, GlyphRun], ...]
    text: str
    left: float
    right: float
    gap: float
    spare: float


class Galley(NamedTuple):
    """A paragraph broken in every way that the page may choose from.

    ``costs`` gives for each possible number of lines how much dearer it is than ``best``; ``lines`` sets one of them.
    """

    best: int
    costs: tuple[tuple[int, float], ...]
    missing: tuple[Missing, ...]
    lines: Callable[[int], tuple[Line, ...]]


class Compositor:
    """Sets text in one style."""

    __slots__ = ("_maker", "_units", "style")

    def __init__(self, style: Style) -> None:
        self.style = style
        self._maker = UnitsMaker(style.chain, style.language)
        self._units: dict[tuple[str, float], Units] = {}

    def units(self, text: str, limit: float = 1000.0) -> Units:
        """The units of a text; Western words wider than ``limit`` em are cut."""
        key = (text, limit)
        if key not in self._units:
            self._units[key] = self._maker.make(text, limit)
        return self._units[key]

    def galley(self, text: str, measure: Measure) -> Galley:
        """Break a text into lines of ``measure`` (in em of the style's size)."""
        units = self.units(text, min(width for _, width in (*measure.first, measure.rest)))
        if not units.pieces:
            return Galley(0, ((0, 0.0),), units.missing, lambda _: ())
        found = choose_breaks(units, measure)
        best = min(found, key=lambda count: found[count].cost)
        floor = found[best].cost
        costs = tuple(
            (count, ways.cost - floor) for count, ways in sorted(found.items()) if ways.cost - floor <= _VARIANT_COST
        )
        size, ink = self.style.size, self.style.ink
        return Galley(best, costs, units.missing, cache(lambda count: _set(units, found[count], measure, (size, ink))))


def _set(units: Units, breaks: Breaks, measure: Measure, look: tuple[float, Ink]) -> tuple[Line, ...]:
    lines = []
    start = 0
    for number, end in enumerate(breaks.ends):
        is_last = number == len(breaks.ends) - 1
        lines.append(_line(units, start, end, (*measure.line(number), is_last, look)))
        start = end + 1
    return tuple(lines)


def _line(units: Units, start: int, end: int, terms: tuple[float, float, bool, tuple[float, Ink]]) -> Line:
    indent, width, last, look = terms
    size = look[0]
    pieces = units.pieces[start : end + 1]
    gaps = units.gaps[start:end]
    natural = sum(piece.body for piece in pieces) + sum(gap.natural for gap in gaps)
    widths = spread(gaps, width - natural, last=last)
    widest = max((wide - gap.natural - gap.stretch for wide, gap in zip(widths, gaps, strict=True)), default=0.0)
    at = indent
    places = []
    for piece, wide in zip(pieces, (*widths, 0.0), strict=True):
        places.append(at)
        at += piece.body + wide
    spare = 0.0 if last else width - (at - indent)
    runs = glyph_runs(pieces, tuple(places), units.blanks[start:end], look)
    text = "".join("".join(piece.texts) for piece in pieces)
    return Line(runs, text, indent * size, at * size, max(widest, 0.0), spare * size)


def glyph_runs(
    pieces: tuple[Piece, ...], places: tuple[float, ...], blanks: tuple[int | None, ...], look: tuple[float, Ink]
) -> tuple[tuple[float, GlyphRun], ...]:
    """Glyph runs of placed pieces (in em), one for every stretch of one face.

    A typed blank inside a line is drawn as the blank of the face, so that text read back has the blanks of the copy.
    """
    size, ink = look
    runs: list[tuple[float, GlyphRun]] = []
    start = 0
    for index in range(1, len(pieces) + 1):
        if index < len(pieces) and pieces[index].face == pieces[start].face:
            continue
        origin = places[start]
        glyphs: list[int] = []
        offsets: list[float] = []
        texts: list[str] = []
        for at in range(start, index):
            piece, place = pieces[at], places[at] - origin
            glyphs.extend(piece.glyphs)
            offsets.extend([(place + each) * size for each in piece.places])
            texts.extend(piece.texts)
            if at < len(blanks) and blanks[at]:
                glyphs.append(blanks[at] or 0)
                offsets.append((place + piece.body) * size)
                texts.append(" ")
        run = GlyphRun(pieces[start].face, size, ink, tuple(glyphs), tuple(offsets), tuple(texts))
        runs.append((origin * size, run))
        start = index
    return tuple(runs)
