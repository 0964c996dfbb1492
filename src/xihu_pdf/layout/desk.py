"""The desk: every style of a page, and what was found wrong while its words were set."""

from xihu_pdf.content import Text
from xihu_pdf.errors import Diagnostic, Span, XihuError, fault
from xihu_pdf.frame import BLACK, Ink, Placed
from xihu_pdf.geometry import Point
from xihu_pdf.stock import Stock
from xihu_pdf.typeset import Compositor, Galley, Line, Measure, Missing, Style, set_display

__all__ = ["ACCENTS", "Desk", "part_of", "place_line"]

# The one accent of a page, at values that newsprint holds (at most 220 % ink).
ACCENTS: dict[str, Ink] = {
    "green": Ink(0.80, 0.30, 0.90, 0.20),
    "red": Ink(0.15, 1.00, 0.90, 0.10),
    "blue": Ink(1.00, 0.70, 0.10, 0.20),
}

# Style: role, size in points, whether in the accent. Sizes stand a factor of about 1.4 apart from rank to rank.
_STYLES: dict[str, tuple[str, float, bool]] = {
    "folio": ("hei-bold", 20.0, False),
    "section": ("song-bold", 12.0, False),
    "kicker": ("kai", 18.0, False),
    "headline": ("song-black", 66.0, False),
    "deck": ("song-bold", 15.0, False),
    "lead": ("song", 10.35, False),
    "drop-cap": ("song-black", 45.0, True),
    "subhead": ("hei-bold", 12.0, False),
    "body": ("song", 9.0, False),
    "byline": ("kai", 9.0, False),
    "caption": ("hei", 7.5, False),
    "credit": ("kai", 7.5, False),
}


def part_of(text: Text, part: str) -> Text:
    """A part of a text that was broken, with the place of its own first character."""
    start = text.value.find(part)
    return text.part(start, start + len(part)) if start >= 0 else Text(part, text.span)


def place_line(line: Line, left: float, baseline: float) -> list[Placed]:
    """Place a line that was set by its left edge and its baseline on the page."""
    return [Placed(Point(left + at.x, baseline + at.y), item) for at, item in line.items]


class Desk:
    """Sets words in the styles of a page and gathers what is wrong with them."""

    __slots__ = ("_accent", "_compositors", "_language", "_stock", "faults", "where")

    def __init__(self, stock: Stock, language: str, accent: str) -> None:
        self._stock = stock
        self._language = language
        self._accent = ACCENTS[accent]
        self._compositors: dict[tuple[str, float], Compositor] = {}
        self.faults: list[Diagnostic] = []
        self.where = ""

    @property
    def accent(self) -> Ink:
        """The accent ink of the page."""
        return self._accent

    def compositor(self, style: str, size: float = 0.0) -> Compositor:
        """The compositor of a style, at ``size`` points instead of the style's own where it is given."""
        role, own, coloured = _STYLES[style]
        key = (style, size or own)
        if key not in self._compositors:
            chain = self._stock.chain(role)
            if chain is None:
                raise XihuError((fault("fonts-none"),))
            ink = self._accent if coloured else BLACK
            self._compositors[key] = Compositor(Style(chain, key[1], ink, self._language))
        return self._compositors[key]

    def galley(self, style: str, text: Text, measure: Measure, size: float = 0.0) -> Galley:
        """Break a text of the copy; characters without a glyph become faults at their place."""
        galley = self.compositor(style, size).galley(text.value, measure)
        self._tell(galley.missing, text.span)
        return galley

    def line(self, style: str, text: Text, room: float, size: float = 0.0, tracking: float = 0.0) -> Line:
        """Set a text of the copy as one line of its natural width; more than ``room`` points is a fault."""
        compositor = self.compositor(style, size)
        self._tell(compositor.units(text.value).missing, text.span)
        line = set_display(compositor, text.value, tracking)
        if line.right > room + 0.01:
            self.faults.append(fault("text-wide", text.span, text=text.value, points=round(line.right - room, 1)))
        return line

    def _tell(self, missing: tuple[Missing, ...], span: Span | None) -> None:
        for index, character, _ in missing:
            place = Span(span.file, span.line, span.column + index) if span else None
            point = f"U+{ord(character):04X}"
            found = fault("glyph-missing", place, character=character, point=point, article=self.where)
            if found not in self.faults:
                self.faults.append(found)
