"""The whole journey from content to PDF in one function."""

import os
from typing import TYPE_CHECKING, NamedTuple

from xihu_pdf.content import Source
from xihu_pdf.errors import Diagnostic, fault, has_errors
from xihu_pdf.fonts import FaceFault
from xihu_pdf.frame import Document
from xihu_pdf.layout import PageReport, make_up
from xihu_pdf.stock import Stock, open_stock

if TYPE_CHECKING:
    from xihu_pdf.cache import Keep
    from xihu_pdf.press import Attachment, Order

__all__ = ["Proof", "asked_order", "check", "make", "reprint"]


_OF_THE_FIT = ("page-", "cure-", "line-", "subheads-")


class Proof(NamedTuple):
    """What came out: the PDF (None where a fault forbids it), the pages as placed, their figures, every finding.

    ``sheets`` is the PDF of the pages imposed on sheets, where that was asked for.
    """

    pdf: bytes | None
    document: Document | None
    reports: tuple[PageReport, ...]
    diagnostics: tuple[Diagnostic, ...]
    sheets: bytes | None = None


class _Press(NamedTuple):
    """What a document is written with: faces and photographs, the order, and where converted photographs are kept."""

    stock: Stock
    order: "Order"
    keep: "Keep"


def check(source: Source, stock: Stock | None = None, order: str = "press") -> Proof:
    """Make up the edition and judge it for an order of the press without writing it: findings and figures, no PDF.

    Without a stock it is what the content names, the fonts beside it and those that are shipped. Raises KeyError for an
    order that is not there.
    """
    stock = stock or _stock(source)
    proof = _made_up(source, stock)
    if proof.document is None:
        return proof
    from xihu_pdf.press import preflight

    asked, refused = asked_order(source, order)
    found = preflight(proof.document, asked, stock.photographs, stock.files, stock.keep)
    return proof._replace(diagnostics=(*proof.diagnostics, *refused, *found))


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


def make(source: Source, stock: Stock | None = None, order: str = "press", cache: str = "", scheme: str = "") -> Proof:
    """Make the edition for an order of the press, with what ``check`` takes. The same arguments make the same bytes.

    ``cache`` is a folder where converted photographs are kept from run to run; what is in it changes nothing but the
    time. ``scheme`` names how the pages are imposed on sheets, which make a file of their own; without one there is no
    such file. Raises KeyError for an order or a scheme that is not there.
    """
    stock = stock or _stock(source, cache)
    proof = check(source, stock, order)
    if proof.document is None or has_errors(proof.diagnostics):
        return proof
    press = _press(source, stock, order, cache)
    files = _attachments(source, proof) if press.order.with_source else ()
    try:
        proof = proof._replace(pdf=_printed(proof.document, press, files))
        return _imposed(proof, press, scheme, files) if scheme else proof
    except FaceFault as caught:
        return proof._replace(pdf=None, diagnostics=(*proof.diagnostics, fault(caught.code, None, **caught.values)))


def reprint(source: Source, stock: Stock, document: Document, order: str, cache: str = "") -> bytes:
    """Write pages that were made up before for one more order, in a file without attachments; see ``make``."""
    return _printed(document, _press(source, stock, order, cache))


def _press(source: Source, stock: Stock, order: str, cache: str) -> _Press:
    from xihu_pdf.cache import keep_in

    asked, _ = asked_order(source, order)
    return _Press(stock, asked, keep_in(cache))


def _printed(document: Document, press: _Press, attachments: tuple["Attachment", ...] = ()) -> bytes:
    from xihu_pdf.press import on_sheets, prepress, write

    document = on_sheets(document, press.order, press.stock.faces)
    photographs = prepress(document, press.stock.photographs, press.order, press.keep)
    return write(document, press.stock.faces, photographs, press.order, attachments)


def _imposed(proof: Proof, press: _Press, scheme: str, files: tuple["Attachment", ...]) -> Proof:
    """The proof with its pages on sheets, if it has pages, and with what is on each sheet and too small there."""
    from xihu_pdf.imposition import SCHEMES, impose

    if proof.document is None:
        return proof
    imposed = impose(proof.document, SCHEMES[scheme])
    sheets = _printed(imposed.document, press, files)
    small = _too_small(imposed.document, press.order, proof.diagnostics)
    return proof._replace(sheets=sheets, diagnostics=(*proof.diagnostics, *imposed.diagnostics, *small))


def _too_small(sheets: Document, order: "Order", known: tuple[Diagnostic, ...]) -> list[Diagnostic]:
    """What is too small on sheets and was large enough on pages: the worst of type and of rules, with their number."""
    from xihu_pdf.press import preflight

    told = {(each.code, each.span) for each in known}
    found = [each for each in preflight(sheets, order) if (each.code, each.span) not in told]
    worst = []
    for kind, size in (("type", "size"), ("rule", "weight")):
        small = [dict(each.values) for each in found if each.code.startswith(f"{kind}-")]
        if small:
            least = min(small, key=lambda values: float(str(values[size])))
            place = least["place"]
            if isinstance(place, Diagnostic):
                least["place"] = place._replace(code="sheet-place")
            worst.append(fault(f"sheets-{kind}", None, count=len(small), **least))
    return worst


def asked_order(source: Source, name: str) -> tuple["Order", tuple[Diagnostic, ...]]:
    """The order of a name, to be printed by the press house's own profile if the content has one; and what is wrong."""
    from xihu_pdf.press import ORDERS, ProfileFault, own_profile

    order = ORDERS[name]
    for named in source.edition.profiles if source.edition else ():
        if named.order != name:
            continue
        try:
            with open(os.path.join(source.folder, named.file), "rb") as handle:
                order = order._replace(profile=own_profile(handle.read()))
        except OSError as caught:
            told = {"file": named.file, "reason": caught.strerror or str(caught)}
            return order, (fault("profile-closed", named.span, **told),)
        except ProfileFault as caught:
            return order, (fault(caught.code, named.span, file=named.file, **caught.values),)
    return order, ()


def _attachments(source: Source, proof: Proof) -> tuple["Attachment", ...]:
    """The content file as the source of the document, and what was found in it (ISO 19005-3, 6.8)."""
    from xihu_pdf.press import Attachment

    attachments = [Attachment("content.yaml", "text/yaml", source.data, "Source")]
    if proof.diagnostics:
        lines = "".join(f"{_placeless(each).line('zh')}\n" for each in proof.diagnostics)
        attachments.append(Attachment("findings.txt", "text/plain", lines.encode(), "Supplement"))
    return tuple(attachments)


def _placeless(each: Diagnostic) -> Diagnostic:
    """A finding without the folders of this machine, which are no one's business and not the same everywhere."""
    values: list[tuple[str, object]] = []
    for name, value in each.values:
        if isinstance(value, Diagnostic):
            values.append((name, _placeless(value)))
        else:
            values.append((name, os.path.basename(str(value)) if name == "path" else value))
    span = each.span and each.span._replace(file=os.path.basename(each.span.file))
    return each._replace(span=span, values=tuple(values))


def _stock(source: Source, cache: str = "") -> Stock:
    return open_stock(source.folder, source.edition.fonts if source.edition else (), cache=cache)
