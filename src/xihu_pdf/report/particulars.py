"""What a file is, for the report: its pages made small, and beside them the file, its fonts and its photographs."""

from collections.abc import Sequence

from xihu_pdf.cache import Keep
from xihu_pdf.frame import BLACK, Placed, Rule
from xihu_pdf.geometry import Point, Size, mm
from xihu_pdf.imposition import moved
from xihu_pdf.press import prepress
from xihu_pdf.report.checking import Checked
from xihu_pdf.report.facts import most_of_letters, most_of_pictures, prints
from xihu_pdf.report.sheet import HAIRLINE, PITCH, UNDER, Box, Sheet
from xihu_pdf.stock import Stock

__all__ = ["Particulars"]

# The pages made small stand at the left, the tables so far to the right.
_SMALL, _MIDDLE, _GAP, _TALLEST = mm(60.0), mm(70.0), mm(2.5), mm(110.0)
_MOST = 8  # rows of a table


class Particulars:
    """Puts the particulars of a checked file on a sheet, between its left and right edges; lengths in points."""

    __slots__ = ("_checked", "_keep", "_left", "_middle", "_right", "_sheet", "_stock")

    def __init__(self, sheet: Sheet, checked: Checked, stock: Stock, edges: tuple[float, float], keep: Keep) -> None:
        self._sheet, self._checked, self._stock, self._keep = sheet, checked, stock, keep
        self._left, self._right = edges
        self._middle = self._left + _MIDDLE

    def pages(self, top: float) -> float:
        """The pages made small, in as many columns as they need."""
        document = self._checked.proof.document
        if document is None:
            return top
        columns = next(each for each in range(1, 9) if len(document.pages) <= each * (each + (each > 1)) or each == 8)
        width = (_SMALL - (columns - 1) * _GAP) / columns
        x, y, row = self._left, top, 0.0
        for number, page in enumerate(document.pages):
            if number and number % columns == 0:
                x, y, row = self._left, y + row, 0.0
            scale = min(width / page.size.width, _TALLEST / page.size.height)
            size = Size(scale * page.size.width, scale * page.size.height)
            self._sheet.draw([moved(placed, Point(x, y), scale) for placed in page.items])
            self._frame(Point(x, y), size)
            label = self._sheet.say("page", label=page.folio or number + 1)
            self._sheet.line("small", label, Box(x, y + size.height + UNDER, width), self._sheet.tag("P"))
            x, row = x + width + _GAP, max(row, size.height + UNDER + 2 * _GAP)
        return y + row - _GAP

    def _frame(self, corner: Point, size: Size) -> None:
        """The edges of a page made small."""
        (x, y), (width, height) = corner, size
        ways = ((x, y, width, 0.0), (x, y + height, width, 0.0), (x, y, 0.0, height), (x + width, y, 0.0, height))
        self._sheet.draw([Placed(Point(a, b), Rule(Point(c, d), HAIRLINE, BLACK)) for a, b, c, d in ways])

    def file(self, top: float) -> float:
        """What the file is, its fonts and its photographs."""
        if self._checked.proof.document is None:
            return top
        at = self._table("file", self._file_rows(), (0.0, 0.19), top)
        found = self._checked.inspection
        if found is not None:
            rows = [
                (
                    font.name,
                    font.program,
                    self._sheet.say(("embedded" if font.subset else "whole") if font.embedded else "missing"),
                )
                for font in found.fonts
            ]
            at = self._table("fonts", rows, (0.0, 0.46, 0.66), at + mm(4.0))
        document = self._checked.proof.document
        if document is not None:
            shown = [
                (
                    each.file,
                    self._sheet.say("on-page", label=document.pages[each.page - 1].folio or each.page),
                    f"{each.width:.0f} × {each.height:.0f} mm",
                    f"{each.ppi} ppi",
                    self._colours(each.came, each.printed),
                )
                for each in prints(document, self._stock.photographs, self._stock.files, self._checked.order)
            ]
            if shown:
                at = self._table("pictures", shown, (0.0, 0.29, 0.4, 0.635, 0.767), at + mm(4.0))
        return at

    def _table(self, key: str, rows: Sequence[tuple[str, ...]], shares: tuple[float, ...], top: float) -> float:
        """A section of not too many rows; what is more is counted."""
        sheet, left = self._sheet, self._middle
        width = self._right - left
        begin = sheet.section(sheet.say(key), Point(left, top), width)
        at = sheet.table(rows[:_MOST], shares, Point(left, begin), width)
        if len(rows) > _MOST:
            words = sheet.say("more", count=len(rows) - _MOST)
            sheet.line("small", words, Box(left, at + UNDER, width), sheet.tag("P"))
            at += PITCH
        return at

    def _colours(self, came: str, printed: str) -> str:
        came, printed = (self._sheet.say(each if each == "gray" else f"colour-{each}") for each in (came, printed))
        return came if came == printed else f"{came} → {printed}"

    def _file_rows(self) -> list[tuple[str, ...]]:
        checked, found, say = self._checked, self._checked.inspection, self._sheet.say
        if found is None:
            why = "unwritten" if checked.proof.pdf is None else "unread"
            return [(say("standards"), say(why))]
        sizes = dict.fromkeys((f"{leaf.width:g}", f"{leaf.height:g}", f"{leaf.bleed:g}") for leaf in found.pages)
        measured = say("semicolon").join(say("millimetres", width=w, height=h, bleed=b) for w, h, b in sizes)
        plates, comma = say(checked.order.colour), say("comma")
        rows = [
            ("standards", say("standards-of", standards=comma.join(found.standards), version=found.version)),
            ("condition", found.condition),
            ("size", measured),
            ("inks", comma.join((plates, *found.spots))),
        ]
        if checked.order.colour == "cmyk":
            rows.append(("ink", self._ink()))
        return [(say(key), words) for key, words in rows]

    def _ink(self) -> str:
        proof, order = self._checked.proof, self._checked.order
        if proof.document is None:
            return ""
        photographs = prepress(proof.document, self._stock.photographs, order, self._keep)
        most = most_of_pictures(photographs)
        pictures = "—" if most is None else self._sheet.say("percent", share=most)
        told = self._sheet.say("ink-of", letters=most_of_letters(proof.document), pictures=pictures)
        return self._sheet.say("limit", told=told, limit=order.ink_limit) if order.ink_limit else told
