"""The whole journey from content to PDF in one function."""

from typing import NamedTuple

from xihu_pdf.content import Edition, Source
from xihu_pdf.errors import Diagnostic, fault, has_errors
from xihu_pdf.fonts import FaceFault
from xihu_pdf.frame import Document
from xihu_pdf.layout import PageReport, make_up
from xihu_pdf.stock import Stock

__all__ = ["Proof", "check", "make"]


class Proof(NamedTuple):
    """What came out: the PDF (None where a fault forbids it), the pages as placed, their figures, every finding."""

    pdf: bytes | None
    document: Document | None
    reports: tuple[PageReport, ...]
    diagnostics: tuple[Diagnostic, ...]


def check(source: Source, stock: Stock) -> Proof:
    """Make up the edition without writing it: all findings and figures, no PDF."""
    diagnostics = (*source.diagnostics, *stock.faults)
    if source.edition is None:
        return Proof(None, None, (), diagnostics)
    if stock.chain("song") is None:
        return Proof(None, None, (), (*diagnostics, fault("fonts-none")))
    stock.expect(_photographs(source.edition))
    made = make_up(source.edition, stock)
    return Proof(None, made.document, made.reports, (*diagnostics, *made.diagnostics))


def _photographs(edition: Edition) -> tuple[str, ...]:
    """The files of all photographs, in order."""
    articles = (article for page in edition.pages for article in page.articles)
    return tuple(photograph.file for article in articles for photograph in article.photographs)


def make(source: Source, stock: Stock) -> Proof:
    """Make the edition. The same arguments make the same bytes."""
    proof = check(source, stock)
    if proof.document is None or has_errors(proof.diagnostics):
        return proof
    from xihu_pdf.press import write

    try:
        return proof._replace(pdf=write(proof.document, stock.faces, stock.photographs))
    except FaceFault as caught:
        return proof._replace(diagnostics=(*proof.diagnostics, fault(caught.code, None, **caught.values)))
