"""A page frame as the operators of a content stream (ISO 32000-1, 8 and 9); here y is turned over to point upward."""

from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from xihu_pdf.frame import ARTIFACT, BLACK, HORIZONTAL, TURNED, VERTICAL, GlyphRun, Ink, Picture, Row, Rule, Shape
from xihu_pdf.geometry import Point
from xihu_pdf.pictures import Photograph
from xihu_pdf.press.objects import number, text
from xihu_pdf.press.photographs import draw
from xihu_pdf.press.typefaces import Cell, Typeface

__all__ = ["OVERPRINTS", "ContentPainter", "Manner"]

# A glyph may stand this far from its place, in points. The error is carried along, so that it never adds up.
_SLACK = 0.004

# What turns the glyphs of a line, the first four numbers of the text matrix (9.4.2).
_TURNS = {HORIZONTAL: "1 0 0 1", VERTICAL: "1 0 0 1", TURNED: "0 -1 1 0"}
_BUTT, _ROUND = 0, 1  # line caps (8.4.3.3)
_FOOT = 2  # glyphs
_NEW_ARRAY = ">]TJ\n[<"
_BEGIN, _PIECES = "m", {1: "l", 3: "c"}  # operators by the points of a step (8.5.2.1)
# Graphics states by whether what is painted leaves the other inks under it standing (8.6.7).
OVERPRINTS = {False: "O0", True: "O1"}
# A line that begins so many sizes before the last one stands in another column.
_LEAP = 3.0


class Manner(NamedTuple):
    """How a page is painted.

    ``kinds`` are the kinds of the document's tags, None for a file without structure; ``colour`` is ``cmyk`` or
    ``rgb``; black letters and rules print over what is under them where ``overprints``.
    """

    kinds: tuple[str, ...] | None = None
    colour: str = "cmyk"
    overprints: bool = False


PLAINLY = Manner()


class ContentPainter:
    """Writes the items of one page that is ``height`` points high; state is written only where it changes.

    ``pictures`` gives the resource name of every photograph drawn, by its key; ``spots`` the spot inks used, by the
    resource name of the colour space of each; ``sequences`` the tag of each marked content sequence, by its identifier
    (14.7.4.2).
    """

    __slots__ = (
        "_cap",
        "_font",
        "_height",
        "_ink",
        "_last",
        "_lines",
        "_manner",
        "_marked",
        "_overprint",
        "_photographs",
        "_rise",
        "_stroke",
        "_tag",
        "_text",
        "_typefaces",
        "_waiting",
        "pictures",
        "sequences",
        "spots",
    )

    def __init__(
        self,
        height: float,
        typefaces: Mapping[str, Typeface],
        photographs: Mapping[str, Photograph],
        manner: Manner = PLAINLY,
    ) -> None:
        self.pictures: dict[str, str] = {}
        self.spots: dict[str, Ink] = {}
        self.sequences: list[int] = []
        self._manner = manner
        self._tag = ARTIFACT
        self._marked: int | None = None
        self._last: Point | None = None
        self._overprint = False
        self._height = height
        self._typefaces, self._photographs = typefaces, photographs
        self._lines: list[str] = []
        self._text = False
        self._waiting: tuple[Point, GlyphRun] | None = None
        self._font: tuple[str, float] | None = None
        self._rise = 0.0
        self._ink: Ink | None = None
        self._stroke: tuple[Ink, float] | None = None
        self._cap = _BUTT

    def mark(self, tag: int) -> None:
        """Take what follows to be of this tag."""
        self._tag = tag

    def glyphs(self, at: Point, run: GlyphRun) -> None:
        """Write a run of glyphs from its place; one that leads downward only when it is known what follows."""
        self._write_waiting(at)
        self._open_sequence(leaps=self._last is not None and _leaps(self._last, at, run))
        self._last = at
        if run.writing == HORIZONTAL:
            self._write(at, run, 0)
        else:
            self._waiting = at, run

    def rule(self, at: Point, rule: Rule) -> None:
        """Write a rule as a stroked line."""
        self._begin_other()
        self._stroke_with(rule.ink, rule.weight, _BUTT)
        start, end = at.y, at.y + rule.vector.y
        self._lines.append(f"{_numbers(at.x, self._height - start)} m")
        self._lines.append(f"{_numbers(at.x + rule.vector.x, self._height - end)} l S")

    def picture(self, at: Point, picture: Picture) -> None:
        """Write a photograph into its box."""
        self._begin_other()
        key = picture.photograph
        resource = self.pictures.setdefault(key, f"P{len(self.pictures) + 1}")
        corner = Point(at.x, self._height - at.y - picture.size.height)
        self._lines.append(draw(resource, self._photographs[key], corner, picture.size, picture.crop))

    def shape(self, at: Point, shape: Shape) -> None:
        """Write a path, stroked with its weight or filled."""
        self._begin_shape(shape)
        self._lines += _path(shape, at.x, self._height - at.y)

    def row(self, at: Point, row: Row) -> None:
        """Write one path and the step to the next, again and again: bytes that repeat are deflated to next to none."""
        self._begin_shape(row.shape)
        # What a step is rounded by adds up along the row.
        right, down = (f"{each:.6f}".rstrip("0").rstrip(".") for each in (row.step.x, 0.0 - row.step.y))
        path, step = _path(row.shape, 0.0, 0.0), f"1 0 0 1 {right} {down} cm"
        self._lines.append(f"q 1 0 0 1 {_numbers(at.x, self._height - at.y)} cm")
        self._lines += [*([*path, step] * (row.times - 1)), *path, "Q"]

    def content(self) -> bytes:
        """Give the content stream of all that was written."""
        self._end_text()
        if self._marked is not None:
            self._lines.append("EMC")
            self._marked = None
        return "\n".join([*self._lines, ""]).encode("ascii")

    def _begin_other(self) -> None:
        """Make ready for what is not text."""
        self._end_text()
        self._open_sequence()
        self._last = None

    def _begin_shape(self, shape: Shape) -> None:
        self._begin_other()
        if shape.weight:
            self._stroke_with(shape.ink, shape.weight, _ROUND)
        else:
            self._fill_with(shape.ink)

    def _open_sequence(self, *, leaps: bool = False) -> None:
        """Begin a sequence where the tag changes or the text goes on in another column (14.6, 14.8.2)."""
        kinds, tag = self._manner.kinds, self._tag
        if kinds is None or (tag == self._marked and not (leaps and tag != ARTIFACT)):
            return
        self._end_text()
        if self._marked is not None:
            self._lines.append("EMC")
        if tag == ARTIFACT:
            self._lines.append("/Artifact BMC")
        else:
            self._lines.append(f"/{kinds[tag]} <</MCID {len(self.sequences)}>> BDC")
            self.sequences.append(tag)
        self._marked = tag

    def _write_waiting(self, following: Point | None) -> None:
        """Write the run that waits, its foot apart where what follows may begin at the same height.

        PDFium reads neighbouring arrays that begin at one height from left to right, vertical lines thus in the wrong
        order; with a foot in between it does not. Of two glyphs, because it takes a single one for a horizontal line.
        """
        if self._waiting:
            (at, run), self._waiting = self._waiting, None
            apart = following is None or abs(following.y - at.y) < run.size
            self._write(at, run, max(len(run.glyphs) - _FOOT, 1) if apart else 0)

    def _write(self, at: Point, run: GlyphRun, foot: int) -> None:
        """Write a run, the glyphs from ``foot`` on as an array of their own."""
        if not self._text:
            self._lines.append("BT")
            self._text = True
        self._fill_with(run.ink)
        cells = self._typefaces[run.face].cells[run.writing == VERTICAL]
        drawn = [cells[pair] for pair in zip(run.glyphs, run.texts, strict=True)]
        if 0 < foot < len(drawn):
            font, code, width = drawn[foot]
            drawn[foot] = font, _NEW_ARRAY + code, width
        for start, end in _stretches(run.texts):
            # Some readers make up a character for a glyph without text, so that its cluster has to be spelt out.
            entries = f"/Lang ({run.language})" if run.language else ""
            if "" in run.texts[start:end]:
                entries += f"/ActualText {text(''.join(run.texts[start:end]))}"
            if entries:
                self._lines.append(f"/Span <<{entries}>> BDC")
            for first, last in _levels(run.rises, start, end):
                self._go_to(at, run, first)
                self._show(drawn[first:last], run.offsets[first:last], round(run.size, 3), run.writing)
            if entries:
                self._lines.append("EMC")
        self._raise(0.0)

    def _go_to(self, at: Point, run: GlyphRun, first: int) -> None:
        """Write where the glyph of this number stands, and what turns and raises the glyphs from there on."""
        offset, rise = run.offsets[first], run.rises[first] if run.rises else 0.0
        x, y = at.x, self._height - at.y
        if run.writing == HORIZONTAL:
            x += offset
        else:
            y -= offset
        if run.writing == VERTICAL:
            # A text rise would shift the glyphs along a vertical line (9.3.7).
            x += rise
        else:
            self._raise(rise)
        self._lines.append(f"{_TURNS[run.writing]} {_numbers(x, y)} Tm")

    def _show(self, drawn: list[Cell], offsets: tuple[float, ...], size: float, writing: str) -> None:
        """Write glyphs from the first one's place: codes, and between them moves in 1/1000 em.

        A positive move leads back on a horizontal line and on down a vertical one (9.4.3).
        """
        unit = size / 1000
        back = -1 if writing == VERTICAL else 1
        slack = _SLACK / unit
        shown: list[str] = []
        current, pen = self._font, offsets[0] / unit
        for (font, code, width), offset in zip(drawn, offsets, strict=True):
            if current is None or font != current[0] or size != current[1]:
                self._end_array(shown)
                self._lines.append(f"/{font} {number(size)} Tf")
                current = font, size
            move = back * (pen - offset / unit)
            if not -slack < move < slack:
                move = round(move, 1)
                shown.append(f">{str(move).removesuffix('.0')}<")
                pen -= back * move
            shown.append(code)
            pen += width
        self._end_array(shown)
        self._font = current

    def _end_array(self, shown: list[str]) -> None:
        if shown:
            # A move at either end stands beside an empty string.
            self._lines.append(f"[<{''.join(shown)}>]TJ".replace("<>", ""))
            shown.clear()

    def _raise(self, rise: float) -> None:
        if rise != self._rise:
            self._lines.append(f"{number(rise)} Ts")
            self._rise = rise

    def _fill_with(self, ink: Ink) -> None:
        if ink != self._ink:
            self._lines.append(self._coloured(ink, 0))
            self._ink = ink
        self._overprint_with(ink)

    def _stroke_with(self, ink: Ink, weight: float, cap: int) -> None:
        if self._stroke != (ink, weight):
            self._lines.append(f"{self._coloured(ink, 1)} {number(weight)} w")
            self._stroke = ink, weight
        self._overprint_with(ink)
        if cap != self._cap:
            # Corners follow the ends; a rule has none.
            self._lines.append(f"{cap} J {cap} j")
            self._cap = cap

    def _coloured(self, ink: Ink, stroke: int) -> str:
        """Write the colour of fills or strokes (8.6.8); on screens and office printers black is a gray."""
        if self._manner.colour == "cmyk":
            return self._spot(ink, stroke) if ink.spot else f"{_numbers(*ink.process)} {'kK'[stroke]}"
        *colours, black = ink.process
        if not any(colours):
            return f"{number(1 - black)} {'gG'[stroke]}"
        # The page of a press, which most are, has no such colour.
        from xihu_pdf.press.screen import on_screen

        return f"{_numbers(*on_screen(ink))} {('rg', 'RG')[stroke]}"

    def _spot(self, ink: Ink, stroke: int) -> str:
        resource = next((each for each, known in self.spots.items() if known.spot == ink.spot), "")
        if not resource:
            resource = f"S{len(self.spots) + 1}"
            self.spots[resource] = ink
        return f"/{resource} {('cs', 'CS')[stroke]} {number(ink.tint)} {('scn', 'SCN')[stroke]}"

    def _overprint_with(self, ink: Ink) -> None:
        overprint = self._manner.overprints and ink == BLACK
        if overprint != self._overprint:
            self._lines.append(f"/{OVERPRINTS[overprint]} gs")
            self._overprint = overprint

    def _end_text(self) -> None:
        self._write_waiting(None)
        if self._text:
            self._lines.append("ET")
            self._text = False


def _leaps(last: Point, at: Point, run: GlyphRun) -> bool:
    """Whether a run stands far before the last one: higher, or in vertical text further right."""
    back = last.y - at.y if run.writing == HORIZONTAL else at.x - last.x
    return back > _LEAP * run.size


def _path(shape: Shape, x: float, y: float) -> list[str]:
    """The operators of a path from a place in the space of the page, which counts upward, and what paints it."""
    lines = []
    for before, step in pairwise(((), *shape.steps)):
        ends = [value for point in step for value in (x + point.x, y - point.y)]
        if ends:
            lines.append(f"{_numbers(*ends)} {_PIECES[len(step)] if before else _BEGIN}")
    return [*lines, "S" if shape.weight else "f"]


def _stretches(texts: tuple[str, ...]) -> list[tuple[int, int]]:
    """Cut a run around each cluster of several glyphs: a text with empty ones behind it."""
    if "" not in texts:
        return [(0, len(texts))] if texts else []
    inner = range(1, len(texts))
    cuts = [at for at in inner if texts[at] and "" in (texts[at - 1], *texts[at + 1 : at + 2])]
    return list(pairwise([0, *cuts, len(texts)]))


def _levels(rises: tuple[float, ...], start: int, end: int) -> list[tuple[int, int]]:
    """Cut the glyphs from ``start`` to ``end`` where their rise changes."""
    if not rises:
        return [(start, end)]
    cuts = [at for at in range(start + 1, end) if rises[at] != rises[at - 1]]
    return list(pairwise([start, *cuts, end]))


def _numbers(*values: float) -> str:
    return " ".join(map(number, values))
