"""The whole journey from content to PDF in one function."""

from typing import TYPE_CHECKING, NamedTuple

from xihu_pdf.content import Source
from xihu_pdf.errors import Diagnostic, fault, has_errors
from xihu_pdf.fonts import FaceFault
from xihu_pdf.frame import Document
from xihu_pdf.layout import PageReport, make_up
from xihu_pdf.stock import Stock, open_stock

if TYPE_CHECKING:
    from xihu_pdf.press import Attachment

__all__ = ["Proof", "check", "make"]


_OF_THE_FIT = ("page-", "cure-", "line-", "subheads-")


class Proof(NamedTuple):
    """What came out: the PDF (None where a fault forbids it), the pages as placed, their figures, every finding."""

    pdf: bytes | None
    document: Document | None
    reports: tuple[PageReport, ...]
    diagnostics: tuple[Diagnostic, ...]


def check(source: Source, stock: Stock | None = None, order: str = "press") -> Proof:
    """Make up the edition and judge it for an order of the press without writing it: findings and figures, no PDF.

    Without a stock it is what the content names, the fonts beside it and those that are shipped. Raises KeyError for an
    order that is not there.
    """
    stock = stock or _stock(source)
    proof = _made_up(source, stock)
    if proof.document is None:
        return proof
    from xihu_pdf.press import ORDERS, preflight

    found = preflight(proof.document, ORDERS[order], stock.photographs, stock.files)
    return proof._replace(diagnostics=(*proof.diagnostics, *found))


def _made_up(source: Source, stock: Stock) -> Proof:
    """The pages as placed, before they are judged for any order."""
    diagnostics = (*source.diagnostics, *stock.faults)
    if source.edition is None:
        return Proof(None, None, (), diagnostics)
    if stock.chain("song") is None:
        return Proof(None, None, (), (*diagnostics, fault("fonts-none")))
    try:
        made = make_up(source.edition, stock)
    except FaceFault as caught:
        return Proof(None, None, (), (*diagnostics, fault(caught.code, None, **caught.values)))
    found = made.diagnostics
    if has_errors(source.diagnostics):
        # Copy that could not be read whole says nothing of how it fits the page.
        found = tuple(each for each in found if not each.code.startswith(_OF_THE_FIT))
    return Proof(None, made.document, made.reports, (*diagnostics, *found))


def make(source: Source, stock: Stock | None = None, order: str = "press", cache: str = "") -> Proof:
    """Make the edition for an order of the press, with what ``check`` takes. The same arguments make the same bytes.

    ``cache`` is a folder where converted photographs are kept from run to run; what is in it changes nothing but the
    time. Raises KeyError for an order that is not there.
    """
    stock = stock or _stock(source)
    proof = check(source, stock, order)
    if proof.document is None or has_errors(proof.diagnostics):
        return proof
    from xihu_pdf.press import ORDERS, keep_in, on_sheets, prepress, write

    asked = ORDERS[order]
    document = on_sheets(proof.document, asked, stock.faces)
    photographs = prepress(document, stock.photographs, asked, keep_in(cache) if cache else None)
    files = _attachments(source, proof) if asked.with_source else ()
    try:
        return proof._replace(pdf=write(document, stock.faces, photographs, asked, files))
    except FaceFault as caught:
        return proof._replace(diagnostics=(*proof.diagnostics, fault(caught.code, None, **caught.values)))


def _attachments(source: Source, proof: Proof) -> tuple["Attachment", ...]:
    """The content file as the source of the document, and what was found in it (ISO 19005-3, 6.8)."""
    from xihu_pdf.press import Attachment

    attachments = [Attachment("content.yaml", "text/yaml", source.data, "Source")]
    if proof.diagnostics:
        lines = "".join(f"{each.line('zh')}\n" for each in proof.diagnostics)
        attachments.append(Attachment("findings.txt", "text/plain", lines.encode(), "Supplement"))
    return tuple(attachments)


def _stock(source: Source) -> Stock:
    return open_stock(source.folder, source.edition.fonts if source.edition else ())
