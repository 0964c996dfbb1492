"""A sheet of the report being filled: words set in its styles, rules, and the tags of both."""

from collections.abc import Sequence
from typing import NamedTuple

from xihu_pdf.frame import ARTIFACT, BLACK, GlyphRun, Ink, PageFrame, Placed, Rule, Tag
from xihu_pdf.geometry import Point, Size
from xihu_pdf.layout import ACCENTS
from xihu_pdf.report.words import say
from xihu_pdf.stock import Stock
from xihu_pdf.typeset import Compositor, Line, Measure, Style, set_display

__all__ = ["HAIRLINE", "LANGUAGES", "PITCH", "UNDER", "Box", "Sheet"]

# Style: role, size in points, whether in the accent.
_STYLES: dict[str, tuple[str, float, bool]] = {
    "title": ("song-black", 27.0, False),
    "verdict": ("hei-bold", 17.0, True),
    "head": ("hei-bold", 9.5, False),
    "label": ("hei", 7.5, False),
    "fact": ("song-bold", 10.5, False),
    "text": ("song", 8.5, False),
    "mark": ("hei-bold", 8.5, True),
    "strong": ("hei-bold", 8.5, False),
    "hint": ("kai", 8.5, False),
    "small": ("hei", 7.0, False),
}
_LEADING = 1.5
# The rows of a table: from a rule down to the baseline under it, and to the next rule; what parts their cells.
UNDER, PITCH, _APART = 9.6, 13.4, 4.0
HAIRLINE, _THIN = 0.25, 0.5
# The languages of the words as BCP 47 tags.
LANGUAGES = {"zh": "zh-Hans", "en": "en"}


class Box(NamedTuple):
    """Where words stand: the left edge, the first baseline and the width that they may take."""

    left: float
    baseline: float
    width: float


class Sheet:
    """A page that words and rules are put on; a document of the report has this one page."""

    __slots__ = ("_accent", "_compositors", "_items", "_numbers", "_size", "_stock", "language", "tags")

    def __init__(self, size: Size, stock: Stock, language: str, *, good: bool) -> None:
        self._size, self._stock, self.language = size, stock, language
        self._accent = ACCENTS["green" if good else "red"]
        self._compositors: dict[str, Compositor] = {}
        self._items: list[Placed] = []
        self._numbers: list[int] = []
        self.tags: list[Tag] = [Tag("Document", -1)]

    def say(self, key: str, **values: object) -> str:
        """The words of a key in the language of the sheet."""
        return say(self.language, key, **values)

    @property
    def accent(self) -> Ink:
        """Green or red."""
        return self._accent

    def tag(self, kind: str, parent: int = 0, *attributes: tuple[str, str | int]) -> int:
        """A new element of the text under another one."""
        self.tags.append(Tag(kind, parent, attributes=attributes))
        return len(self.tags) - 1

    def frame(self) -> PageFrame:
        """The page as it stands."""
        return PageFrame(self._size, tuple(self._items), tuple(self._numbers))

    def draw(self, items: list[Placed]) -> None:
        """Put on what is not read: a thumbnail."""
        self._items += items
        self._numbers += [ARTIFACT] * len(items)

    def rule(self, at: Point, length: float, weight: float, ink: Ink = BLACK) -> None:
        """Put on a horizontal rule."""
        self.draw([Placed(at, Rule(Point(length, 0.0), weight, ink))])

    def section(self, words: str, at: Point, width: float) -> float:
        """Put on a rule and the head of a section under it; give where its rows begin."""
        self.rule(at, width, _THIN)
        self.line("head", words, Box(at.x, at.y + 13.0, width), self.tag("H2"))
        return at.y + 19.0

    def table(self, rows: Sequence[tuple[str, ...]], shares: tuple[float, ...], at: Point, width: float) -> float:
        """Put on a table whose cells begin at these shares of its width, a hairline under each row; give its foot."""
        table = self.tag("Table")
        y = at.y
        for row in rows:
            line = self.tag("TR", table)
            for count, (cell, start, end) in enumerate(zip(row, shares, (*shares[1:], 1.0), strict=True)):
                tag = self.tag("TD", line) if count else self.tag("TH", line, ("Scope", "Row"))
                box = Box(at.x + start * width, y + UNDER, (end - start) * width - (_APART if end < 1.0 else 0.0))
                self.line("text" if count else "strong", cell, box, tag)
            y += PITCH
            self.rule(Point(at.x, y), width, HAIRLINE)
        return y

    def leading(self, style: str) -> float:
        """From one baseline of a style to the next."""
        return _LEADING * _STYLES[style][1]

    def line(self, style: str, words: str, box: Box, tag: int, *, right: bool = False) -> float:
        """Put words on one line, cut in their middle where they are too long; give their width."""
        line = self._fitted(style, words, box.width)
        left = box.left + (box.width - line.right if right else 0.0)
        self._place(line, Point(left, box.baseline), tag)
        return line.right

    def flow(self, style: str, words: str, box: Box, tag: int) -> float:
        """Put words on as many lines as they need; give the baseline after them."""
        baseline = box.baseline
        for line in self.lines(style, words, box.width):
            self._place(line, Point(box.left, baseline), tag)
            baseline += self.leading(style)
        return baseline

    def lines(self, style: str, words: str, width: float) -> tuple[Line, ...]:
        """The lines that words take at a width."""
        compositor = self._compositor(style)
        galley = compositor.galley(words, Measure((), (0.0, width / compositor.style.size)))
        return galley.lines(galley.best)

    def _fitted(self, style: str, words: str, width: float) -> Line:
        compositor = self._compositor(style)
        line, kept = set_display(compositor, words), len(words)
        while line.right > width and kept > 2:
            kept -= 1
            line = set_display(compositor, f"{words[: (kept + 1) // 2]}…{words[len(words) - kept // 2 :]}")
        return line

    def _place(self, line: Line, at: Point, tag: int) -> None:
        for place, item in line.items:
            self._items.append(Placed(Point(at.x + place.x, at.y + place.y), item))
            self._numbers.append(tag if isinstance(item, GlyphRun) else ARTIFACT)

    def _compositor(self, style: str) -> Compositor:
        if style not in self._compositors:
            role, size, coloured = _STYLES[style]
            chain = self._stock.chain(role)
            if chain is None:
                raise LookupError(role)
            ink = self._accent if coloured else BLACK
            self._compositors[style] = Compositor(Style(chain, size, ink, LANGUAGES[self.language]))
        return self._compositors[style]
