"""Articles become pages: grid, head, hanging pictures, columns that end on the last line."""

from xihu_pdf.layout.edition import MadeUp, make_up
from xihu_pdf.layout.measuring import PageReport

__all__ = ["MadeUp", "PageReport", "make_up"]
