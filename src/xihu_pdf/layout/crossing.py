"""Annotations that lie on one another: readings over a line on the dots or lines of names under the line before it.

The pitch of body lines leaves three tenths of an em, room for one of the two (clreq 3.1.8 asks half an em for one and
0.625 for both); it is the page's and cannot be opened.
"""

from itertools import pairwise
from typing import NamedTuple

from xihu_pdf.errors import Diagnostic, fault
from xihu_pdf.frame import GlyphRun, Placed, Rule, Shape
from xihu_pdf.geometry import Point
from xihu_pdf.layout.grid import Grid
from xihu_pdf.layout.measuring import text_places
from xihu_pdf.layout.planning import Plan
from xihu_pdf.layout.story import Part, part_lines
from xihu_pdf.typeset import Line

__all__ = ["crossed_annotations"]

# From here on above its baseline, or beside its axis, a letter is one of a reading, in em of the body.
_READING_FROM, _READING_BESIDE = 0.8, 0.5
# How far a reading reaches from its baseline, or about its axis, in em of its own size.
_REACH = 0.7


class _Extent(NamedTuple):
    """What lies beside a line: where along it in points, and how far from its baseline or axis."""

    begin: float
    end: float
    reach: float


def crossed_annotations(parts: tuple[Part, ...], plan: Plan, grid: Grid) -> list[Diagnostic]:
    """Tell of every line whose readings lie on what is drawn under the line before it in the same column."""
    places = text_places(plan.columns)
    lines: list[tuple[tuple[int, int], Line | None, Part]] = []
    for part, count in zip(parts, plan.filling.counts, strict=True):
        used = len(lines)
        shown = part_lines(part, count) if part.kind == "paragraph" else (None,) * count
        lines.extend((place, line, part) for place, line in zip(places[used : used + count], shown, strict=True))
    told = []
    for (above, over, part), (below, under, _) in pairwise(lines):
        if over and under and below == (above[0], above[1] + 1):
            readings = [each for placed in under.items for each in _reading(placed, grid)]
            drawn = [each for placed in over.items for each in _drawn(placed, grid)] if readings else []
            if any(_cross(each, other, grid.pitch) for each in drawn for other in readings):
                told.append(fault("annotations-cross", part.span, text=over.text, under=under.text))
    return told


def _cross(drawn: _Extent, reading: _Extent, pitch: float) -> bool:
    return drawn.begin < reading.end and reading.begin < drawn.end and drawn.reach + reading.reach > pitch


def _reading(placed: Placed, grid: Grid) -> list[_Extent]:
    """The extent of letters of a reading."""
    (x, y), run = placed
    if not isinstance(run, GlyphRun) or not run.offsets:
        return []
    upright = grid.writing == "vertical"
    along, across = (y, x) if upright else (x, -y)
    if across < (_READING_BESIDE if upright else _READING_FROM) * grid.size:
        return []
    end = along + run.offsets[-1] + run.size / 2
    return [_Extent(along + run.offsets[0], end, across + _REACH * run.size)]


def _drawn(placed: Placed, grid: Grid) -> list[_Extent]:
    """The extent of a dot or a line on the side of the next line."""
    (x, y), item = placed
    if isinstance(item, Rule):
        points = [Point(0.0, 0.0), item.vector]
    elif isinstance(item, Shape):
        points = [point for step in item.steps for point in step]
    else:
        return []
    half = item.weight / 2
    upright = grid.writing == "vertical"
    along = [y + point[1] if upright else x + point[0] for point in points]
    across = max(-(x + point[0]) if upright else y + point[1] for point in points)
    return [_Extent(min(along) - half, max(along) + half, across + half)] if across > 0.0 else []
