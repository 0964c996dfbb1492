"""From a paragraph to its lines: units, breaks, spread gaps, items at their places."""

from collections.abc import Callable, Mapping
from functools import cache
from itertools import accumulate, chain, repeat
from typing import NamedTuple

from xihu_pdf.content import Mark
from xihu_pdf.fonts import Chain
from xihu_pdf.frame import Ink
from xihu_pdf.typeset.breaks import Breaks, Measure, choose_breaks
from xihu_pdf.typeset.drawing import Print
from xihu_pdf.typeset.pairs import VISIBLE, Rules
from xihu_pdf.typeset.pieces import Look, PieceMaker
from xihu_pdf.typeset.plain import columns_of, set_plain
from xihu_pdf.typeset.setting import Line, set_pieces
from xihu_pdf.typeset.spacing import spread
from xihu_pdf.typeset.units import Missing, Tail, Units, UnitsMaker

__all__ = ["Compositor", "Galley", "Style"]

# Loosening a paragraph by a line for the page's sake must not be seen: at most this much dearer than its best,
# which is less than one line with a gap of 1/8 em costs.
_VARIANT_COST = 60000.0
_SLACK = 1e-9
# Texts whose units are kept, since headings and paragraphs are asked for several times.
_KEPT = 1000
# Languages written in Han, or Hangul, in which what is marked as Western text is shaped and parted as English.
_OF_HAN = ("zh", "yue", "ja", "ko")


class Style(NamedTuple):
    """How a text is set.

    ``chain`` is that of its role and ``others`` are those of marked stretches by their kind (``bold``, ``kai``,
    ``hei``, ``hei-bold``, ``kai-bold``); ``size`` in points; ``language`` a BCP 47 tag; ``latin`` scale and rise in em
    of Western letters beside Han (a rise is upward); ``accent`` the ink of stretches in the accent, the style's own if
    it is None.
    """

    chain: Chain
    size: float
    ink: Ink
    language: str
    rules: Rules = Rules()
    latin: tuple[float, float] = (1.0, 0.0)
    others: Mapping[str, Chain] = {}
    accent: Ink | None = None


class Galley(NamedTuple):
    """A paragraph broken in every way that the page may choose from.

    ``costs`` gives for each possible number of lines how much dearer it is than ``best``; ``lines`` sets one of them.
    """

    best: int
    costs: tuple[tuple[int, float], ...]
    missing: tuple[Missing, ...]
    lines: Callable[[int], tuple[Line, ...]]


class _Makers:
    """The makers of pieces of a style, one for each role and look."""

    __slots__ = ("_made", "_style", "plain", "vertical")

    def __init__(self, style: Style) -> None:
        self._style = style
        self._made: dict[tuple[str, Look], PieceMaker] = {}
        self.vertical = style.rules.vertical
        self.plain = style.latin == (1.0, 0.0) and not self.vertical

    def of(self, role: str, look: Look) -> PieceMaker:
        """The maker of pieces for a role (empty for that of the style) and a look."""
        if (role, look) not in self._made:
            style = self._style
            scale, rise = style.latin
            latin = look._replace(scale=look.scale * scale, rise=look.rise + rise * look.scale)
            latin = look if latin == look else latin
            chain = style.others.get(role, style.chain)
            self._made[role, look] = PieceMaker(chain, style.language, style.rules, (look, latin))
        return self._made[role, look]


class Compositor:
    """Sets text in one style."""

    __slots__ = ("_maker", "_print", "_units", "style")

    def __init__(self, style: Style) -> None:
        self.style = style
        self._maker = UnitsMaker(style.rules, _Makers(style))
        western = "en" if style.language.lower().startswith(_OF_HAN) else ""
        self._print = Print(style.size, style.ink, style.accent or style.ink, style.rules.vertical, western)
        self._units: dict[tuple[str, tuple[Mark, ...], float, bool], Units] = {}

    @property
    def print(self) -> Print:
        """What the style prints with."""
        return self._print

    def units(
        self, text: str, limit: float = 1000.0, marks: tuple[Mark, ...] = (), *, hyphenate: bool = False
    ) -> Units:
        """The units of a text; Western words wider than ``limit`` em are parted."""
        key = (text, marks, limit, hyphenate)
        if key not in self._units:
            if len(self._units) == _KEPT:
                self._units.clear()
            self._units[key] = self._maker.make(text, marks, limit, hyphenate=hyphenate)
        return self._units[key]

    def galley(self, text: str, measure: Measure, marks: tuple[Mark, ...] = ()) -> Galley:
        """Break a text into lines of ``measure`` (in em of the style's size).

        Words are hyphenated only where no line would come out well without it.
        """
        limit = min(width for _, width in (*measure.first, measure.rest))
        units = self.units(text, limit, marks)
        if not units.pieces:
            return Galley(0, ((0, 0.0),), units.missing, lambda _: ())
        found = choose_breaks(units, measure, loosely=not self.style.rules.hyphenation)
        if not found:
            units = self.units(text, limit, marks, hyphenate=True)
            found = choose_breaks(units, measure)
        best = min(found, key=lambda count: found[count].cost)
        floor = found[best].cost
        costs = tuple(
            (count, way.cost - floor) for count, way in sorted(found.items()) if way.cost - floor <= _VARIANT_COST
        )
        look = self._print
        return Galley(best, costs, units.missing, cache(lambda count: _set(units, found[count], measure, look)))


def _set(units: Units, breaks: Breaks, measure: Measure, look: Print) -> tuple[Line, ...]:
    lines = []
    start, setter = 0, _Setter(units, look)
    for number, (end, tail) in enumerate(zip(breaks.ends, breaks.tails, strict=True)):
        is_last = number == len(breaks.ends) - 1
        lines.append(setter.line((start, end), (*measure.line(number), is_last), tail))
        start = end + 1
    return tuple(lines)


class _Setter:
    """Sets the lines of a paragraph."""

    __slots__ = ("_columns", "_look", "_units")

    def __init__(self, units: Units, look: Print) -> None:
        self._units = units
        self._look = look
        self._columns = columns_of(units, look.size)

    def line(self, span: tuple[int, int], room: tuple[float, float, bool], tail: Tail) -> Line:
        """Set one line; ``room`` is its indent and width in em and whether it is the paragraph's last."""
        units, size, (indent, width, last), (start, end) = self._units, self._look.size, room, span
        sums, gaps = units.sums, units.gaps[start:end]
        begin = sums.begins[start] - (units.heads.get(start, 0.0) if units.heads else 0.0)
        spare = width - (sums.ends[end] - begin + tail.width)
        more, opened = spread(gaps, spare, last=last)
        if not more and not last and spare > _SLACK:
            # Nothing in the line could open.
            units, opened = _opened(units, span, spare)
        if units.plain and units is self._units and tail.hyphen is None:
            edge, shifts = (begin - indent) * size, list[float]()
            at = sums.ends[end] - begin + indent
            if more:
                shifts, at = [each * size for each in accumulate(more, initial=0.0)], at + sum(more)
            items, text = set_plain(self._columns, (start, end + 1), edge, shifts, self._look)
        else:
            widths = tuple([gap[0] + each for gap, each in zip(gaps, more or repeat(0.0), strict=False)])
            items, at = set_pieces(units, span, widths, self._look, (indent, tail))
            text = "".join(chain.from_iterable([piece[6] for piece in units.pieces[start : end + 1]]))
        if tail.hyphen is None:
            at += tail.width
        left_over = min(0.0, indent + width - at) if last else indent + width - at
        return Line(items, text, indent * size, at * size, opened, left_over * size)


def _opened(units: Units, span: tuple[int, int], spare: float) -> tuple[Units, float]:
    """Open a line that has no gaps, since it is one word, evenly between its letters, unless that is seen."""
    start, end = span
    letters = sum([len(piece.glyphs) for piece in units.pieces[start : end + 1]]) - 1
    if letters < 1 or spare > VISIBLE * letters:
        return units, 0.0
    each = spare / letters
    opened = [
        piece._replace(
            body=piece.body + each * (len(piece.glyphs) - (at == end)),
            places=tuple([place + each * index for index, place in enumerate(piece.places)]),
        )
        for at, piece in enumerate(units.pieces[start : end + 1], start)
    ]
    return units._replace(pieces=(*units.pieces[:start], *opened, *units.pieces[end + 1 :])), each
