"""Plans to choose from: for every page of several articles the best that differ, drawn side by side."""

from typing import NamedTuple

from xihu_pdf.build import make
from xihu_pdf.contact import contact_sheet
from xihu_pdf.content import Edition, Source, Text
from xihu_pdf.errors import Diagnostic, fault, has_errors
from xihu_pdf.layout import make_up
from xihu_pdf.stock import Stock

__all__ = ["Proposal", "propose"]

_RESOLUTION = 75.0


class Proposal(NamedTuple):
    """A contact sheet (PNG; None where a fault forbids it), the lines of the plans of each page, every finding.

    A page of one article has no plans. A line goes into the content as the page's ``plan``.
    """

    sheet: bytes | None
    plans: tuple[tuple[str, ...], ...]
    diagnostics: tuple[Diagnostic, ...]


def propose(source: Source, stock: Stock, count: int) -> Proposal:
    """Find up to so many plans for each page and draw them. Raises ImportError without PDFium."""
    from xihu_pdf.press import render_page

    found = [*source.diagnostics, *stock.faults]
    edition = source.edition
    if edition is None or has_errors(found) or stock.chain("song") is None:
        return Proposal(None, (), (*found, *(() if stock.chain("song") else (fault("fonts-none"),))))
    made = make_up(edition, stock, count)
    found.extend(made.diagnostics)
    plans = tuple(report.plans for report in made.reports)
    if made.document is None or has_errors(made.diagnostics):
        return Proposal(None, plans, tuple(found))
    if not any(plans):
        return Proposal(None, plans, (*found, fault("plans-none")))
    rows: list[list[tuple[bytes, str]]] = [[] for each in plans if each]
    for number in range(max(map(len, plans))):
        pdf = make(source._replace(edition=_planned(edition, plans, number)), stock, "screen").pdf
        if pdf is None:
            continue
        several = [(page, lines) for page, lines in enumerate(plans) if lines]
        for row, (page, lines) in zip(rows, several, strict=True):
            if number < len(lines):
                row.append((render_page(pdf, page, _RESOLUTION), f"{number + 1}   plan: {lines[number]}"))
    return Proposal(contact_sheet(rows, _face(stock)), plans, tuple(found))


def _planned(edition: Edition, plans: tuple[tuple[str, ...], ...], number: int) -> Edition:
    """The edition with the plan of a number on every page that has so many."""
    pages = (
        page._replace(plan=Text(lines[min(number, len(lines) - 1)])) if lines else page
        for page, lines in zip(edition.pages, plans, strict=True)
    )
    return edition._replace(pages=tuple(pages))


def _face(stock: Stock) -> tuple[str, int]:
    """The font file for the words of the sheet."""
    shelf = stock.library.shelf("hei") or stock.library.shelf("song") or stock.library.shelves[0]
    return shelf.path, shelf.number
