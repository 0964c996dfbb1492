"""Readings that lie on letters, dots and lines of names of the line before, or on a rule; dots that lie on letters.

The pitch of body lines leaves three tenths of an em, room for one of the two (clreq 3.1.8 asks half an em for one and
0.625 for both), that of a heading less; it is the page's and cannot be opened. Judged by the finished page, so that
whatever has readings or dots is looked at.
"""

from collections import defaultdict
from typing import NamedTuple

from xihu_pdf.errors import Diagnostic, fault
from xihu_pdf.frame import ARTIFACT, HORIZONTAL, TURNED, GlyphRun, PageFrame, Rule, Shape, Tag
from xihu_pdf.geometry import Point

__all__ = ["crossed"]

# How far ink reaches in em: that of readings above their baseline and about their axis, that of Han above and below
# their baseline and about their axis; where the axis of turned letters is above their baseline.
_TALL, _WIDE = 0.72, 0.38
_TOP, _FOOT, _SIDE = 0.83, 0.05, 0.44
_MIDDLE = 0.36
# How far a dot may be from the baseline or the axis of its words, in em.
_DOT_AWAY = 0.9
# Thicker rules are grounds; runs of one line differ by less, in points.
_GROUND, _LEVEL = 4.0, 0.1
# Boxes are kept by rows of the page of so many points.
_ROW = 24.0


class _Box(NamedTuple):
    """Where ink stands, in points."""

    left: float
    top: float
    right: float
    bottom: float


class _Line(NamedTuple):
    """A line of text on the page: its tag, and its runs without readings, as they are met."""

    tag: int
    runs: list[tuple[Point, GlyphRun]]

    @property
    def text(self) -> str:
        """What is read."""
        return "".join(text for _, run in self.runs for text in run.texts)


class _Page(NamedTuple):
    """The readings and the dots of a page, each with its line, and the boxes of what they could lie on, by rows."""

    readings: list[tuple[_Box, _Line]]
    dots: list[tuple[_Box, _Line]]
    letters: dict[int, list[_Box]]
    strokes: dict[int, list[_Box]]


def crossed(frames: tuple[PageFrame, ...], tags: list[Tag]) -> list[Diagnostic]:
    """Tell of every line whose readings or dots lie on something, at the place of its text in the content."""
    told = []
    for frame in frames:
        page = _taken_apart(frame, tags)
        found = [("readings-cross", line) for line in _lines_on(page.readings, page.letters, page.strokes)]
        found += [("dots-cross", line) for line in _lines_on(page.dots, page.letters)]
        told += [fault(code, tags[line.tag].span if line.tag >= 0 else None, text=line.text) for code, line in found]
    return told


def _lines_on(boxes: list[tuple[_Box, _Line]], *others: dict[int, list[_Box]]) -> list[_Line]:
    """The lines one of whose boxes meets one of the others."""
    lines: list[_Line] = []
    for box, line in boxes:
        is_told = bool(lines) and lines[-1] is line
        near = (each for rows in others for row in _rows(box) for each in rows.get(row, ()))
        if not is_told and any(_meet(box, each) for each in near):
            lines.append(line)
    return lines


def _taken_apart(frame: PageFrame, tags: list[Tag]) -> _Page:
    page = _Page([], [], defaultdict(list), defaultdict(list))
    line = _Line(ARTIFACT, [])
    for (at, item), tag in zip(frame.items, frame.tags or (ARTIFACT,) * len(frame.items), strict=True):
        if isinstance(item, GlyphRun) and item.offsets:
            if line.runs and item.is_reading:
                page.readings.append((_inked(at, item, (_TALL, 0.0, _WIDE)), line))
                continue
            # Words with a reading are an element of their own among those of the line.
            owner = tags[tags[tag].parent].parent if item.ruby and tag >= 0 else tag
            if not line.runs or line.tag != owner or abs(_level(at, item) - _level(*line.runs[-1])) > _LEVEL:
                line = _Line(owner, [])
            line.runs.append((at, item))
            box, rows = _inked(at, item, (_TOP, _FOOT, _SIDE)), page.letters
        elif isinstance(item, Rule | Shape) and 0.0 < item.weight < _GROUND:
            box, rows = _stroked(at, item), page.strokes
            if line.runs and _is_dot(at, item, *line.runs[-1]):
                page.dots.append((box, line))
        else:
            continue
        for row in _rows(box):
            rows[row].append(box)
    return page


def _is_dot(at: Point, item: Rule | Shape, base: Point, over: GlyphRun) -> bool:
    """Whether a stroke is an emphasis dot of the words that the run before it ends."""
    if isinstance(item, Rule) or any(point != Point(0.0, 0.0) for step in item.steps for point in step):
        return False
    away = at.y - base.y if over.writing == HORIZONTAL else at.x - _axis(base, over)
    return 0.0 < away < _DOT_AWAY * over.size


def _axis(at: Point, run: GlyphRun) -> float:
    """Where the axis of a vertical line is on which a run stands."""
    return at.x + (_MIDDLE * run.size if run.writing == TURNED else 0.0)


def _level(at: Point, run: GlyphRun) -> float:
    """What the runs of one line have in common."""
    return at.y if run.writing == HORIZONTAL else _axis(at, run)


def _inked(at: Point, run: GlyphRun, reach: tuple[float, float, float]) -> _Box:
    """Where the ink of a run stands that reaches so far above and below its baseline or about its axis."""
    above, below, about = (each * run.size for each in reach)
    # The last letter is taken to be half an em wide if it is Western.
    last = run.size if run.texts[-1] >= "\u2e80" else run.size / 2
    begin, end = run.offsets[0], run.offsets[-1] + last
    if run.writing == HORIZONTAL:
        return _Box(at.x + begin, at.y - above, at.x + end, at.y + below)
    if run.writing == TURNED:
        return _Box(at.x - below, at.y + begin, at.x + above, at.y + end)
    return _Box(at.x - about, at.y + begin, at.x + about, at.y + end)


def _stroked(at: Point, item: Rule | Shape) -> _Box:
    """Where a line or a dot stands."""
    points = (
        [Point(0.0, 0.0), item.vector] if isinstance(item, Rule) else [each for step in item.steps for each in step]
    )
    xs, ys, half = [at.x + point[0] for point in points], [at.y + point[1] for point in points], item.weight / 2
    return _Box(min(xs) - half, min(ys) - half, max(xs) + half, max(ys) + half)


def _rows(box: _Box) -> range:
    return range(int(box.top // _ROW), int(box.bottom // _ROW) + 1)


def _meet(one: _Box, other: _Box) -> bool:
    return one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom
