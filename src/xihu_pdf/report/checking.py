"""The file that would be written, made in memory, judged before and read again after."""

from typing import NamedTuple

from xihu_pdf.build import Proof, asked_order, make
from xihu_pdf.content import Source
from xihu_pdf.errors import Diagnostic, fault, has_errors
from xihu_pdf.frame import Document
from xihu_pdf.press import Order
from xihu_pdf.report.inspection import Inspection, inspect
from xihu_pdf.stock import Stock

__all__ = ["Checked", "examine"]


class Checked(NamedTuple):
    """An edition checked for an order.

    ``inspection`` is what the file is by its own objects; None where none could be made, or without pikepdf.
    """

    order: Order
    proof: Proof
    inspection: Inspection | None
    findings: tuple[Diagnostic, ...]

    @property
    def passed(self) -> bool:
        """Whether nothing forbids the file."""
        return not has_errors(self.findings)


def examine(source: Source, stock: Stock, order: str = "press", cache: str = "", scheme: str = "") -> Checked:
    """Make the file, and that of the sheets, for an order as ``make`` does, and inspect both; raises as that does."""
    proof = make(source, stock, order, cache, scheme)
    asked, _ = asked_order(source, order)
    if proof.pdf is None or proof.document is None:
        return Checked(asked, proof, None, proof.diagnostics)
    try:
        found = inspect(proof.pdf, asked, len(proof.document.pages))
        sheets = _on_sheets(proof.sheets, asked, proof.document, scheme) if proof.sheets else ()
    except ImportError:
        return Checked(asked, proof, None, (*proof.diagnostics, fault("check-library")))
    return Checked(asked, proof, found, (*proof.diagnostics, *found.findings, *sheets))


def _on_sheets(data: bytes, order: Order, document: Document, scheme: str) -> tuple[Diagnostic, ...]:
    """What is wrong with the file of the sheets."""
    from xihu_pdf.imposition import SCHEMES, sides

    return inspect(data, order, len(sides(document, SCHEMES[scheme]))).findings
