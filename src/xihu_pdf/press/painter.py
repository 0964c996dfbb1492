"""A page frame as the operators of a content stream (ISO 32000-1, 8 and 9); here y is turned over to point upward."""

from collections.abc import Mapping
from itertools import pairwise

from xihu_pdf.frame import GlyphRun, Ink, Picture, Rule
from xihu_pdf.geometry import Point
from xihu_pdf.pictures import Photograph
from xihu_pdf.press.objects import number, text
from xihu_pdf.press.photographs import draw
from xihu_pdf.press.typefaces import Cell, Typeface

__all__ = ["ContentPainter"]

# A glyph may stand this far from its place, in points. The error is carried along, so that it never adds up.
_SLACK = 0.004


class ContentPainter:
    """Writes the items of one page that is ``height`` points high; state is written only where it changes.

    ``pictures`` gives the resource name of every photograph drawn, by its key.
    """

    __slots__ = ("_font", "_height", "_ink", "_lines", "_photographs", "_stroke", "_text", "_typefaces", "pictures")

    def __init__(self, height: float, typefaces: Mapping[str, Typeface], photographs: Mapping[str, Photograph]) -> None:
        self.pictures: dict[str, str] = {}
        self._height = height
        self._typefaces, self._photographs = typefaces, photographs
        self._lines: list[str] = []
        self._text = False
        self._font: tuple[str, float] | None = None
        self._ink: Ink | None = None
        self._stroke: tuple[Ink, float] | None = None

    def glyphs(self, at: Point, run: GlyphRun) -> None:
        """Write a run of glyphs from its baseline origin."""
        if not self._text:
            self._lines.append("BT")
            self._text = True
        if run.ink != self._ink:
            self._lines.append(f"{_numbers(*run.ink)} k")
            self._ink = run.ink
        cells = self._typefaces[run.face].cells
        drawn = [cells[pair] for pair in zip(run.glyphs, run.texts, strict=True)]
        for start, end in _stretches(run.texts):
            # Some readers make up a character for a glyph without text, so that its cluster has to be spelt out.
            spelt = "" in run.texts[start:end]
            if spelt:
                self._lines.append(f"/Span <</ActualText {text(''.join(run.texts[start:end]))}>> BDC")
            self._lines.append(f"1 0 0 1 {_numbers(at.x + run.offsets[start], self._height - at.y)} Tm")
            self._show(drawn[start:end], run.offsets[start:end], round(run.size, 3))
            if spelt:
                self._lines.append("EMC")

    def rule(self, at: Point, rule: Rule) -> None:
        """Write a rule as a stroked line."""
        self._end_text()
        if self._stroke != (rule.ink, rule.weight):
            self._lines.append(f"{_numbers(*rule.ink)} K {number(rule.weight)} w")
            self._stroke = rule.ink, rule.weight
        start, end = at.y, at.y + rule.vector.y
        self._lines.append(f"{_numbers(at.x, self._height - start)} m")
        self._lines.append(f"{_numbers(at.x + rule.vector.x, self._height - end)} l S")

    def picture(self, at: Point, picture: Picture) -> None:
        """Write a photograph into its box."""
        self._end_text()
        key = picture.photograph
        resource = self.pictures.setdefault(key, f"P{len(self.pictures) + 1}")
        corner = Point(at.x, self._height - at.y - picture.size.height)
        self._lines.append(draw(resource, self._photographs[key].turn, corner, picture.size, picture.crop))

    def content(self) -> bytes:
        """Give the content stream of all that was written."""
        self._end_text()
        return "\n".join([*self._lines, ""]).encode("ascii")

    def _show(self, drawn: list[Cell], offsets: tuple[float, ...], size: float) -> None:
        """Write glyphs from the first one's place: codes, and between them moves in 1/1000 em, leftward if positive."""
        unit = size / 1000
        slack = _SLACK / unit
        shown: list[str] = []
        current, pen = self._font, offsets[0] / unit
        for (font, code, width), offset in zip(drawn, offsets, strict=True):
            if current is None or font != current[0] or size != current[1]:
                self._end_array(shown)
                self._lines.append(f"/{font} {number(size)} Tf")
                current = font, size
            move = pen - offset / unit
            if not -slack < move < slack:
                move = round(move, 1)
                shown.append(f">{str(move).removesuffix('.0')}<")
                pen -= move
            shown.append(code)
            pen += width
        self._end_array(shown)
        self._font = current

    def _end_array(self, shown: list[str]) -> None:
        if shown:
            # A move at either end stands beside an empty string.
            self._lines.append(f"[<{''.join(shown)}>]TJ".replace("<>", ""))
            shown.clear()

    def _end_text(self) -> None:
        if self._text:
            self._lines.append("ET")
            self._text = False


def _stretches(texts: tuple[str, ...]) -> list[tuple[int, int]]:
    """Cut a run around each cluster of several glyphs: a text with empty ones behind it."""
    if "" not in texts:
        return [(0, len(texts))] if texts else []
    inner = range(1, len(texts))
    cuts = [at for at in inner if texts[at] and "" in (texts[at - 1], *texts[at + 1 : at + 2])]
    return list(pairwise([0, *cuts, len(texts)]))


def _numbers(*values: float) -> str:
    return " ".join(map(number, values))
