"""Finished frames become a PDF file here; the only room that knows ReportLab."""

from xihu_pdf.press.attachments import Attachment
from xihu_pdf.press.conditions import ProfileFault, own_profile
from xihu_pdf.press.orders import DEFAULT_ORDER, ORDERS, PLAIN, Order
from xihu_pdf.press.preflight import preflight
from xihu_pdf.press.prepress import prepress
from xihu_pdf.press.proofing import render_long, render_page
from xihu_pdf.press.sheets import on_sheets
from xihu_pdf.press.standards import PDF_UA_1, PDF_X_4, STANDARDS
from xihu_pdf.press.writer import write

__all__ = [
    "DEFAULT_ORDER",
    "ORDERS",
    "PDF_UA_1",
    "PDF_X_4",
    "PLAIN",
    "STANDARDS",
    "Attachment",
    "Order",
    "ProfileFault",
    "on_sheets",
    "own_profile",
    "preflight",
    "prepress",
    "render_long",
    "render_page",
    "write",
]
