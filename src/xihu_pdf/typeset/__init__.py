"""Paragraphs and headings become lines: classes, pairs, units, breaks, spacing, setting."""

from xihu_pdf.typeset.breaks import Measure
from xihu_pdf.typeset.classes import MAINLAND, region_of
from xihu_pdf.typeset.headline import break_by_sense, pairs_of, set_display, units_width
from xihu_pdf.typeset.lookalikes import LOOKALIKES
from xihu_pdf.typeset.names import set_names
from xihu_pdf.typeset.pairs import Rules
from xihu_pdf.typeset.paragraph import Compositor, Galley, Style
from xihu_pdf.typeset.sense import TORN, worst_break
from xihu_pdf.typeset.setting import Line
from xihu_pdf.typeset.units import Missing

__all__ = [
    "LOOKALIKES",
    "MAINLAND",
    "TORN",
    "Compositor",
    "Galley",
    "Line",
    "Measure",
    "Missing",
    "Rules",
    "Style",
    "break_by_sense",
    "pairs_of",
    "region_of",
    "set_display",
    "set_names",
    "units_width",
    "worst_break",
]
