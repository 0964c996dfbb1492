"""The report of a check on one page, set and written by this program: what a print shop wants to know of a file.

From the top: the verdict; the pages made small beside what the file is, its fonts and its photographs; all that was
looked at; what was found, each with its place.
"""

import hashlib
import os
from collections.abc import Sequence

from xihu_pdf.build import Proof
from xihu_pdf.cache import Keep
from xihu_pdf.errors import Diagnostic
from xihu_pdf.frame import BLACK, Document, Placed, Rule
from xihu_pdf.geometry import Point, Size, mm
from xihu_pdf.imposition import moved
from xihu_pdf.press import ORDERS, prepress, write
from xihu_pdf.report.checking import Checked
from xihu_pdf.report.facts import found_of, most_of_letters, most_of_pictures, prints
from xihu_pdf.report.sheet import Box, Sheet
from xihu_pdf.report.words import ITEMS, SEVERITIES, WORDS
from xihu_pdf.stock import Stock, open_stock, shipped_fonts

__all__ = ["report_page"]

_PAPER = Size(mm(210.0), mm(297.0))
_LEFT, _WIDTH, _FOOT = mm(18.0), mm(174.0), mm(281.0)
# The pages made small stand at the left, what the file is at the right of them.
_SMALL, _RIGHT = mm(60.0), mm(70.0)
_GAP = mm(2.5)
_HAIRLINE, _THIN, _HEAVY = 0.25, 0.5, 1.5
# From a rule up to the baseline over it, and down to that under it.
_OVER, _UNDER = 3.2, 9.6
_MOST_FONTS, _MOST_PICTURES = 9, 8
_SIGNED = ("editor", "reader", "printer", "signed")
_ORDER = ORDERS["office"]


def report_page(checked: Checked, stock: Stock, content: str, language: str = "zh", keep: Keep | None = None) -> bytes:
    """Write the report as a PDF of one page; ``content`` is the name of the content file.

    The same check makes the same bytes.
    """
    own = open_stock(".", (), shipped_fonts())
    sheet = Sheet(_PAPER, own, language, good=checked.passed)
    teller = _Teller(sheet, checked, stock, language, keep)
    top = teller.head(content)
    left, right = teller.pages(top), teller.file(top)
    at = teller.items(max(left, right) + mm(4.5))
    teller.findings(at + mm(4.5))
    teller.foot()
    document = Document(
        f"{teller.say('title')} {content}", sheet.language, _date(checked.proof), (sheet.frame(),), tuple(sheet.tags)
    )
    photographs = prepress(document, stock.photographs, _ORDER, keep)
    return write(document, {**stock.faces, **own.faces}, photographs, _ORDER)


def _date(proof: Proof) -> str:
    return proof.document.date if proof.document else ""


class _Teller:
    """Tells the parts of the report from the top of the sheet down; lengths in points."""

    __slots__ = ("_checked", "_keep", "_language", "_sheet", "_stock")

    def __init__(self, sheet: Sheet, checked: Checked, stock: Stock, language: str, keep: Keep | None) -> None:
        self._sheet, self._checked, self._stock = sheet, checked, stock
        self._language, self._keep = language, keep

    def say(self, key: str, **values: object) -> str:
        """The words of a key."""
        return WORDS[key][self._language].format(**values)

    def head(self, content: str) -> float:
        """Title, verdict and what was checked; gives where it ends."""
        sheet, checked = self._sheet, self._checked
        baseline = mm(27.0)
        sheet.line("title", self.say("title"), Box(_LEFT, baseline, _WIDTH), sheet.tag("H1"))
        verdict = sheet.tag("P")
        box = Box(_LEFT, baseline - 9.0, _WIDTH)
        sheet.line("verdict", self.say("passed" if checked.passed else "failed"), box, verdict, right=True)
        kinds = [each.severity for each in checked.findings]
        count = self.say("count", errors=kinds.count("error"), warnings=kinds.count("warning"))
        sheet.line("label", count, box._replace(baseline=baseline + 2.5), verdict, right=True)
        top = mm(31.5)
        sheet.rule(Point(_LEFT, top), _WIDTH, _HEAVY, sheet.accent)
        document = checked.proof.document
        told = (
            ("content", content),
            ("order", self.say(checked.order.name)),
            ("date", document.date if document and document.date else self.say("undated")),
            ("pages", self.say("page-count", count=len(document.pages)) if document else "—"),
        )
        places = (0.0, 0.40, 0.64, 0.86, 1.02)
        for (key, value), start, end in zip(told, places, places[1:], strict=False):
            box = Box(_LEFT + start * _WIDTH, top + 12.0, (end - start - 0.02) * _WIDTH)
            tag = sheet.tag("P")
            sheet.line("label", self.say(key), box, tag)
            sheet.line("fact", value, box._replace(baseline=top + 27.0), tag)
        return top + 40.0

    def pages(self, top: float) -> float:
        """The pages made small, in as many columns as they need."""
        document = self._checked.proof.document
        if document is None:
            return top
        columns = next(each for each in range(1, 9) if len(document.pages) <= each * (each + (each > 1)) or each == 8)
        width = (_SMALL - (columns - 1) * _GAP) / columns
        x, y, row = _LEFT, top, 0.0
        for number, page in enumerate(document.pages):
            if number and number % columns == 0:
                x, y, row = _LEFT, y + row, 0.0
            scale = width / page.size.width
            height = scale * page.size.height
            self._sheet.draw([moved(placed, Point(x, y), scale) for placed in page.items])
            self._frame(Point(x, y), Size(width, height))
            label = self.say("page", label=page.folio or number + 1)
            self._sheet.line("small", label, Box(x, y + height + 9.0, width), self._sheet.tag("P"))
            x, row = x + width + _GAP, max(row, height + 9.0 + 2 * _GAP)
        return y + row - _GAP

    def _frame(self, corner: Point, size: Size) -> None:
        """The edges of a page made small."""
        (x, y), (width, height) = corner, size
        ways = ((x, y, width, 0.0), (x, y + height, width, 0.0), (x, y, 0.0, height), (x + width, y, 0.0, height))
        self._sheet.draw([Placed(Point(a, b), Rule(Point(c, d), _HAIRLINE, BLACK)) for a, b, c, d in ways])

    def _section(self, key: str, top: float, left: float = _LEFT, width: float = _WIDTH) -> float:
        """The head of a section under its rule; gives where its rows begin."""
        self._sheet.rule(Point(left, top), width, _THIN)
        self._sheet.line("head", self.say(key), Box(left, top + 13.0, width), self._sheet.tag("H2"))
        return top + 19.0

    def _rows(self, rows: Sequence[tuple[str, ...]], shares: tuple[float, ...], top: float) -> float:
        """A table at the right: cells that begin at these shares of its width, hairlines between its rows."""
        sheet = self._sheet
        left, width = _LEFT + _RIGHT, _WIDTH - _RIGHT
        table = sheet.tag("Table")
        for row in rows:
            line = sheet.tag("TR", table)
            ends = (*shares[1:], 1.0)
            for count, (cell, start, end) in enumerate(zip(row, shares, ends, strict=True)):
                tag = sheet.tag("TH", line, ("Scope", "Row")) if not count else sheet.tag("TD", line)
                box = Box(left + start * width, top + _UNDER, (end - start) * width - (4.0 if end < 1.0 else 0.0))
                sheet.line("strong" if not count else "text", cell, box, tag)
            top += _UNDER + _OVER + 0.6
            sheet.rule(Point(left, top), width, _HAIRLINE)
        return top

    def file(self, top: float) -> float:
        """What the file is, its fonts and its photographs."""
        if self._checked.proof.document is None:
            return top
        left, width = _LEFT + _RIGHT, _WIDTH - _RIGHT
        at = self._rows(self._file_rows(), (0.0, 0.19), self._section("file", top, left, width))
        found = self._checked.inspection
        if found is not None:
            rows = [
                (
                    font.name,
                    font.program,
                    self.say(("embedded" if font.subset else "whole") if font.embedded else "missing"),
                )
                for font in found.fonts
            ]
            at = self._table("fonts", rows, (0.0, 0.46, 0.66), at + mm(4.0), _MOST_FONTS)
        document = self._checked.proof.document
        if document is not None:
            shown = [
                (
                    each.file,
                    self.say("page", label=document.pages[each.page - 1].folio or each.page),
                    f"{each.width:.0f} × {each.height:.0f} mm",
                    f"{each.ppi} ppi",
                    self._colours(each.came, each.printed),
                )
                for each in prints(document, self._stock.photographs, self._stock.files, self._checked.order)
            ]
            if shown:
                at = self._table("pictures", shown, (0.0, 0.3, 0.405, 0.64, 0.77), at + mm(4.0), _MOST_PICTURES)
        return at

    def _table(
        self, key: str, rows: Sequence[tuple[str, ...]], shares: tuple[float, ...], top: float, most: int
    ) -> float:
        """A section of at most so many rows; what is more is counted."""
        left, width = _LEFT + _RIGHT, _WIDTH - _RIGHT
        at = self._rows(rows[:most], shares, self._section(key, top, left, width))
        if len(rows) > most:
            words = self.say("more", count=len(rows) - most)
            self._sheet.line("small", words, Box(left, at + _UNDER, width), self._sheet.tag("P"))
            at += _UNDER + _OVER
        return at

    def _colours(self, came: str, printed: str) -> str:
        came, printed = (self.say(each if each == "gray" else f"colour-{each}") for each in (came, printed))
        return came if came == printed else f"{came} → {printed}"

    def _file_rows(self) -> list[tuple[str, ...]]:
        checked, found = self._checked, self._checked.inspection
        if found is None:
            why = "unwritten" if checked.proof.pdf is None else "unread"
            return [(self.say("standards"), self.say(why))]
        sizes = dict.fromkeys((f"{leaf.width:g}", f"{leaf.height:g}", f"{leaf.bleed:g}") for leaf in found.pages)
        measured = "；".join(self.say("millimetres", width=w, height=h, bleed=b) for w, h, b in sizes)
        plates = self.say(checked.order.colour)
        rows = [
            ("standards", f"{'、'.join(found.standards)}（PDF {found.version}）"),
            ("condition", found.condition),
            ("size", measured),
            ("inks", "、".join((plates, *found.spots))),
        ]
        if checked.order.colour == "cmyk":
            rows.append(("ink", self._ink()))
        return [(self.say(key), words) for key, words in rows]

    def _ink(self) -> str:
        proof, order = self._checked.proof, self._checked.order
        if proof.document is None:
            return ""
        photographs = prepress(proof.document, self._stock.photographs, order, self._keep)
        most = most_of_pictures(photographs)
        pictures = "—" if most is None else f"{most}%"
        told = self.say("ink-of", letters=most_of_letters(proof.document), pictures=pictures)
        return self.say("limit", told=told, limit=order.ink_limit) if order.ink_limit else told

    def items(self, top: float) -> float:
        """All that was looked at, in three columns, and what came of it."""
        sheet = self._sheet
        at = self._section("items", top)
        rows = (len(ITEMS) + 2) // 3
        width = (_WIDTH - 2 * mm(6.0)) / 3
        pitch = _UNDER + _OVER + 0.6
        for number, item in enumerate(ITEMS):
            column, row = divmod(number, rows)
            x, y = _LEFT + column * (width + mm(6.0)), at + row * pitch
            count = found_of(item, self._checked.findings)
            asked = self._checked.proof.document is not None and (self._checked.inspection or not item.written)
            outcome = self.say("found", count=count) if count else self.say("clean" if asked else "unchecked")
            tag = sheet.tag("P")
            box = Box(x, y + _UNDER, width)
            sheet.line("text", getattr(item, self._language), box, tag)
            sheet.line("strong" if count else "text", outcome, box, tag, right=True)
            sheet.rule(Point(x, y + pitch), width, _HAIRLINE)
        return at + rows * pitch

    def findings(self, top: float) -> None:
        """What was found, errors first, as much as there is room for; the rest is counted."""
        sheet, findings = self._sheet, self._checked.findings
        at = self._section("findings", top) + _UNDER
        ranked = sorted(findings, key=lambda each: list(SEVERITIES).index(each.severity))
        if not ranked:
            sheet.line("text", self.say("nothing"), Box(_LEFT, at, _WIDTH), sheet.tag("P"))
        for number, each in enumerate(ranked):
            left = len(ranked) - number
            room = _FOOT - mm(14.0) - (sheet.leading("text") if left > 1 else 0.0)
            if at + self._height(each) > room:
                sheet.line("small", self.say("more", count=left), Box(_LEFT, at, _WIDTH), sheet.tag("P"))
                return
            at = self._finding(each, at)

    def _height(self, each: Diagnostic) -> float:
        lines = len(self._sheet.lines("text", self._told(each), _WIDTH - mm(14.0)))
        hints = len(self._sheet.lines("hint", each.hint(self._language), _WIDTH - mm(14.0)))
        return (lines + hints - 1) * self._sheet.leading("text")

    def _told(self, each: Diagnostic) -> str:
        place = self.say("place", file=os.path.basename(each.span.file), line=each.span.line) if each.span else ""
        message = each.message(self._language)
        return (
            f"{place}：{message}" if place and self._language == "zh" else f"{place}: {message}" if place else message
        )

    def _finding(self, each: Diagnostic, baseline: float) -> float:
        """One finding: how grave, where, what, and the cure; gives the next one's baseline."""
        sheet, tag = self._sheet, self._sheet.tag("P")
        style = "mark" if each.severity == "error" else "strong"
        sheet.line(style, SEVERITIES[each.severity][self._language], Box(_LEFT, baseline, mm(14.0)), tag)
        box = Box(_LEFT + mm(14.0), baseline, _WIDTH - mm(14.0))
        below = sheet.flow("text", self._told(each), box, tag)
        return sheet.flow("hint", each.hint(self._language), box._replace(baseline=below), tag) + 2.0

    def foot(self) -> None:
        """Room for those who sign, the program, and the digest by which the file can be known again."""
        from xihu_pdf import __version__

        sheet, pdf = self._sheet, self._checked.proof.pdf
        signing = sheet.tag("P")
        room = (_WIDTH - (len(_SIGNED) - 1) * mm(4.0)) / len(_SIGNED)
        for number, key in enumerate(_SIGNED if self._checked.passed else ()):
            start = _LEFT + number * (room + mm(4.0))
            baseline = _FOOT - mm(6.0)
            used = sheet.line("label", self.say(key), Box(start, baseline, room), signing) + 4.0
            sheet.rule(Point(start + used, baseline + 2.0), room - used, _HAIRLINE)
        sheet.rule(Point(_LEFT, _FOOT), _WIDTH, _THIN)
        tag = sheet.tag("P")
        box = Box(_LEFT, _FOOT + _UNDER, _WIDTH)
        sheet.line("small", f"xihu_pdf {__version__}", box, tag)
        if pdf is not None:
            digest = hashlib.sha256(pdf).hexdigest()[:32]
            sheet.line("small", f"{self.say('digest')} {digest}…", box, tag, right=True)
