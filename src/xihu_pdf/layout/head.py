"""The headline block: kicker, headline and deck over all columns, in whole lines of the grid."""

from collections.abc import Mapping
from math import ceil
from typing import NamedTuple

from xihu_pdf.content import Article, Text
from xihu_pdf.frame import Placed
from xihu_pdf.layout.desk import Desk, place_line, rows_of
from xihu_pdf.layout.grid import Grid
from xihu_pdf.typeset import Line, break_by_sense, units_width

__all__ = ["Head", "compose_head", "place_head"]

# Headline sizes tried, and the share of the measure that a line of it may take: it is never filled to the last.
_HEADLINE_SIZES = (72.0, 66.0, 60.0, 54.0, 48.0, 42.0, 36.0)
_FILL = 0.92
_UNEVEN = 0.9
# A headline of few characters is opened by up to this much of an em.
_MOST_TRACKING = 0.18
# Room in points under each row, and what part of the spare room it takes.
_GAPS = {"kicker": (9.0, 0.9), "headline": (13.0, 1.0), "deck": (14.0, 1.0)}
_TOP_SHARE = 0.5


class Row(NamedTuple):
    """One line of the block, its style, its size and what stands under it (see ``_GAPS``)."""

    style: str
    line: Line
    size: float
    gap: float
    share: float


class Head(NamedTuple):
    """The rows of the block and the lines of the grid that it asks for."""

    rows: tuple[Row, ...]
    lines: int


def compose_head(desk: Desk, article: Article, grid: Grid, pairs: Mapping[str, int]) -> Head:
    """Set the block; its size is the largest at which the headline stands in the fewest lines."""
    measure = grid.width(grid.columns)
    rows: list[Row] = []
    for style, text in (("kicker", article.kicker), ("headline", article.headline), ("deck", article.deck)):
        if text is not None:
            rows.extend(_rows(desk, style, text, (measure, pairs)))
    height = sum(row.size + row.gap for row in rows)
    return Head(tuple(rows), ceil(height / grid.pitch))


def _rows(desk: Desk, style: str, text: Text, room: tuple[float, Mapping[str, int]]) -> list[Row]:
    measure, pairs = room
    chosen = style == "headline" and desk.settings(style).size is None
    size = _headline_size(desk, text, measure) if chosen else 0.0
    compositor = desk.compositor(style, size)
    size = compositor.style.size
    tracking = 0.0
    width = measure * _FILL / size
    parts = break_by_sense(compositor, text.value, width, pairs)
    gap, share = _GAPS[style]
    if chosen:
        longest = max((compositor.units(part) for part in parts), key=units_width)
        spare = measure * 0.8 / size - units_width(longest)
        tracking = min(_MOST_TRACKING, max(0.0, spare / max(1, len(longest.pieces) - 1)))
    rows = []
    for number, part in enumerate(rows_of(text, parts)):
        last = number == len(parts) - 1
        line = desk.line(style, part, measure, size, tracking)
        rows.append(Row(style, line, size, gap if last else size * 0.25, share if last else 0.3))
    return rows


def _headline_size(desk: Desk, text: Text, measure: float) -> float:
    """The largest size at which the headline takes the lines that it is given, or one line, or two."""
    compositor = desk.compositor("headline")
    given = text.value.split("\n")
    longest = max(units_width(compositor.units(part)) for part in given)
    for lines in (len(given),) if len(given) > 1 else (1, 2):
        # Two lines broken by sense are seldom equal.
        share = longest if lines <= len(given) else longest / lines / _UNEVEN
        for size in _HEADLINE_SIZES[lines > 1 :]:
            if share * size <= measure * _FILL:
                return size
    return _HEADLINE_SIZES[-1]


def place_head(head: Head, grid: Grid, lines: int) -> dict[str, list[Placed]]:
    """Place the block in its lines: what room is spare goes above, between and under the rows by their shares.

    Gives the items of each style.
    """
    rows = head.rows
    spare = lines * grid.pitch - sum(row.size + row.gap for row in rows)
    unit = spare / (_TOP_SHARE + sum(row.share for row in rows)) if rows else 0.0
    centre = grid.left + grid.width(grid.columns) / 2
    y = grid.line(0) + unit * _TOP_SHARE
    placed: dict[str, list[Placed]] = {}
    for row in rows:
        left = centre - row.line.right / 2
        baseline = y + grid.ascent * row.size
        placed.setdefault(row.style, []).extend(place_line(row.line, grid.at(left, baseline)))
        y += row.size + row.gap + unit * row.share
    return placed
