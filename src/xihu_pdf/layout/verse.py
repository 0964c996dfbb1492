"""Poems 诗: every line as it was written, the whole in the middle of its measure."""

from math import ceil, floor

from xihu_pdf.content import Text
from xihu_pdf.layout.desk import Desk
from xihu_pdf.typeset import Measure, units_width

__all__ = ["verse_measure"]

_SLACK = 1e-6


def verse_measure(desk: Desk, poem: tuple[tuple[Text, ...], ...], cells: int) -> Measure:
    """The measure of a poem's lines over so many characters, in em.

    The lines begin below one another, a whole number of characters in, so that the longest stands in the middle; a line
    that is longer than the measure goes on one character further in.
    """
    compositor = desk.compositor("verse")
    longest = max(units_width(compositor.units(line.value, marks=line.marks)) for stanza in poem for line in stanza)
    indent = floor((cells - ceil(longest - _SLACK)) / 2)
    if indent < 0:
        return Measure(((0.0, float(cells)),), (1.0, cells - 1.0))
    return Measure((), (float(indent), float(cells - indent)))
