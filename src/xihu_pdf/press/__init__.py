"""Finished frames become a PDF file here; the only room that knows ReportLab."""

from xihu_pdf.press.proofing import render_page
from xihu_pdf.press.writer import write

__all__ = ["render_page", "write"]
