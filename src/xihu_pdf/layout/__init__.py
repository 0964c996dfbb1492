"""Articles become pages: grid, head, hanging pictures, columns that end on the last line."""

from xihu_pdf.layout.desk import ACCENTS
from xihu_pdf.layout.edition import MadeUp, make_up
from xihu_pdf.layout.measuring import PageReport

__all__ = ["ACCENTS", "MadeUp", "PageReport", "make_up"]
