"""Paragraphs and headings become lines: classes, spacing, breaks, filling."""

from xihu_pdf.typeset.breaks import Measure
from xihu_pdf.typeset.headline import break_by_sense, pairs_of, set_display, units_width
from xihu_pdf.typeset.paragraph import Compositor, Galley, Line, Style
from xihu_pdf.typeset.units import Missing

__all__ = [
    "Compositor",
    "Galley",
    "Line",
    "Measure",
    "Missing",
    "Style",
    "break_by_sense",
    "pairs_of",
    "set_display",
    "units_width",
]
