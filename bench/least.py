"""The least number of bad lines that any way to break a paragraph has, by trying all lines from each place.

Bad is a line whose Han gaps are visible, or that misses its measure. Units, gaps and places to break are the
compositor's, so that words are parted only where they may be; how the lines were chosen is not looked at.
"""

from collections.abc import Iterator
from math import inf

from xihu_pdf.typeset import Line, Measure
from xihu_pdf.typeset.pairs import FORBIDDEN, VISIBLE
from xihu_pdf.typeset.spacing import spread
from xihu_pdf.typeset.units import Tail, Units

# A lone Han on the last line is no way.
_RUNT = 1000
_SLACK = 1e-6
_PLAIN = (Tail(0.0),)


def bad(lines: tuple[Line, ...]) -> int:
    """How many of the lines of a paragraph are bad."""
    last = len(lines) - 1
    return sum(_is_bad(line.gap, line.spare if number < last else 0.0) for number, line in enumerate(lines))


def least(units: Units, measure: Measure) -> int:
    """The least number of bad lines, by the number of the first unit and whether it begins the paragraph."""
    count = len(units.pieces)
    found = {(0, True): 0.0}
    for start in range(count):
        for first in (True, False):
            before = found.get((start, first), inf)
            if before == inf:
                continue
            width = measure.line(0 if first else 1)[1]
            for end, cost in _lines(units, start, width):
                found[end, False] = min(found.get((end, False), inf), before + cost)
    return int(found[count, False])


def _lines(units: Units, start: int, width: float) -> Iterator[tuple[int, int]]:
    """Every line from a unit that goes into ``width`` em: the unit after it, and 1 where it is bad."""
    last = len(units.pieces) - 1
    body, shrink = units.heads.get(start, 0.0), 0.0
    for end in range(start, last + 1):
        body += units.pieces[end].body
        if end > start:
            body += units.gaps[end - 1].natural
            shrink += units.gaps[end - 1].shrink
        if end == last:
            if body - shrink <= width + _SLACK:
                yield last + 1, _RUNT if start and _letters(units, start) < 2 else 0
            return
        for tail in units.tails.get(end, _PLAIN) if units.costs[end] < FORBIDDEN else ():
            spare = width - body - tail.width
            if spare >= -shrink - _SLACK:
                yield end + 1, _weighed(units, start, end, spare)


def _weighed(units: Units, start: int, end: int, spare: float) -> int:
    gaps = units.gaps[start:end]
    if any(gap.even for gap in gaps):
        return _is_bad(spread(gaps, spare, last=False).opened, 0.0)
    glyphs = sum(len(piece.glyphs) for piece in units.pieces[start : end + 1])
    return _is_bad(0.0, spare if spare > VISIBLE * (glyphs - 1) else 0.0)


def _is_bad(gap: float, spare: float) -> int:
    return int(gap > VISIBLE + _SLACK or spare > _SLACK)


def _letters(units: Units, start: int) -> int:
    return sum(each.isalnum() for piece in units.pieces[start:] for text in piece.texts for each in text)
