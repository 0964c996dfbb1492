"""The report of a check on one page, set and written by this program: what a print shop wants to know of a file.

From the top: the verdict; the pages made small beside what the file is, its fonts and its photographs; all that was
looked at; what was found, each with its place.
"""

import hashlib
import os

from xihu_pdf.cache import Keep, keep_nothing
from xihu_pdf.errors import Diagnostic
from xihu_pdf.frame import Document
from xihu_pdf.geometry import Point, Size, mm
from xihu_pdf.press import ORDERS, prepress, write
from xihu_pdf.report.checking import Checked
from xihu_pdf.report.facts import found_of
from xihu_pdf.report.particulars import Particulars
from xihu_pdf.report.sheet import HAIRLINE, LANGUAGES, PITCH, UNDER, Box, Sheet
from xihu_pdf.report.words import ITEMS, SEVERITIES
from xihu_pdf.stock import Stock, open_stock, shipped_fonts

__all__ = ["report_page"]

_PAPER = Size(mm(210.0), mm(297.0))
_LEFT, _WIDTH, _FOOT = mm(18.0), mm(174.0), mm(281.0)
_THIN, _HEAVY = 0.5, 1.5
# Where the words of a finding begin, behind how grave it is.
_WORDS = mm(14.0)
_SIGNED = ("editor", "reader", "printer", "signed")
# By its name, which the file tells, a report is known from pages.
_ORDER = ORDERS["office"]._replace(name="report")


def report_page(checked: Checked, stock: Stock, content: str, language: str = "zh", keep: Keep = keep_nothing) -> bytes:
    """Write the report as a PDF of one page; ``content`` is the name of the content file.

    The same check makes the same bytes.
    """
    own = open_stock(".", (), shipped_fonts())
    sheet = Sheet(_PAPER, own, language, good=checked.passed)
    teller = _Teller(sheet, checked)
    particulars = Particulars(sheet, checked, stock, (_LEFT, _LEFT + _WIDTH), keep)
    top = teller.head(content)
    left, right = particulars.pages(top), particulars.file(top)
    at = teller.items(max(left, right) + mm(4.5))
    teller.findings(at + mm(4.5))
    teller.foot()
    title = f"{sheet.say('title')} {content}"
    date = checked.proof.document.date if checked.proof.document else ""
    document = Document(title, LANGUAGES[language], date, (sheet.frame(),), tuple(sheet.tags))
    photographs = prepress(document, stock.photographs, _ORDER, keep)
    return write(document, {**stock.faces, **own.faces}, photographs, _ORDER)


# What stands on each side of a sheet is told in one paragraph, so that none of it is cut off, and what parts the sides.
_SIDES = frozenset({"sheet-front", "sheet-back", "sheet-side"})
_AND = {"zh": "；", "en": "; "}


def _rank(finding: Diagnostic) -> tuple[int, int]:
    """Errors, then what a printer lays the sheets by, then all else."""
    severity = list(SEVERITIES).index(finding.severity)
    return (min(severity, 1), 0 if finding.code.startswith("sheet") else severity)


class _Teller:
    """Tells the parts of the report from the top of the sheet down; lengths in points."""

    __slots__ = ("_checked", "_sheet")

    def __init__(self, sheet: Sheet, checked: Checked) -> None:
        self._sheet, self._checked = sheet, checked

    def head(self, content: str) -> float:
        """Title, verdict and what was checked; gives where it ends."""
        sheet, checked = self._sheet, self._checked
        baseline = mm(27.0)
        sheet.line("title", self._sheet.say("title"), Box(_LEFT, baseline, _WIDTH), sheet.tag("H1"))
        verdict = sheet.tag("P")
        box = Box(_LEFT, baseline - 9.0, _WIDTH)
        sheet.line("verdict", self._sheet.say("passed" if checked.passed else "failed"), box, verdict, right=True)
        kinds = [each.severity for each in checked.findings]
        count = self._sheet.say("count", errors=kinds.count("error"), warnings=kinds.count("warning"))
        sheet.line("label", count, box._replace(baseline=baseline + 2.5), verdict, right=True)
        top = mm(31.5)
        sheet.rule(Point(_LEFT, top), _WIDTH, _HEAVY, sheet.accent)
        document = checked.proof.document
        told = (
            ("content", content),
            ("order", self._sheet.say(checked.order.name)),
            ("date", document.date if document and document.date else self._sheet.say("undated")),
            ("pages", self._sheet.say("page-count", count=len(document.pages)) if document else "—"),
        )
        places = (0.0, 0.40, 0.64, 0.86, 1.02)
        for (key, value), start, end in zip(told, places, places[1:], strict=False):
            box = Box(_LEFT + start * _WIDTH, top + 12.0, (end - start - 0.02) * _WIDTH)
            tag = sheet.tag("P")
            sheet.line("label", self._sheet.say(key), box, tag)
            sheet.line("fact", value, box._replace(baseline=top + 27.0), tag)
        return top + 40.0

    def items(self, top: float) -> float:
        """All that was looked at, in three columns, and what came of it."""
        sheet = self._sheet
        at = sheet.section(sheet.say("items"), Point(_LEFT, top), _WIDTH)
        rows = (len(ITEMS) + 2) // 3
        width = (_WIDTH - 2 * mm(6.0)) / 3
        for number, item in enumerate(ITEMS):
            column, row = divmod(number, rows)
            x, y = _LEFT + column * (width + mm(6.0)), at + row * PITCH
            count = found_of(item, self._checked.findings)
            asked = self._checked.proof.document is not None and (self._checked.inspection or not item.written)
            outcome = sheet.say("found", count=count) if count else sheet.say("clean" if asked else "unchecked")
            tag = sheet.tag("P")
            box = Box(x, y + UNDER, width)
            sheet.line("text", getattr(item, self._sheet.language), box, tag)
            sheet.line("strong" if count else "text", outcome, box, tag, right=True)
            sheet.rule(Point(x, y + PITCH), width, HAIRLINE)
        return at + rows * PITCH

    def findings(self, top: float) -> None:
        """What each side of the sheets has, and what was found, as much as there is room for; the rest is counted."""
        sheet, findings = self._sheet, self._checked.findings
        at = sheet.section(sheet.say("findings"), Point(_LEFT, top), _WIDTH) + UNDER
        ranked = sorted((each for each in findings if each.code not in _SIDES), key=_rank)
        sides = [each.message(sheet.language) for each in findings if each.code in _SIDES]
        if sides:
            box = Box(_LEFT, at, _WIDTH)
            at = sheet.flow("text", _AND[sheet.language].join(sides), box, sheet.tag("P")) + 2.0
        if not findings:
            sheet.line("text", self._sheet.say("nothing"), Box(_LEFT, at, _WIDTH), sheet.tag("P"))
        for number, each in enumerate(ranked):
            left = len(ranked) - number
            room = _FOOT - mm(14.0) - (sheet.leading("text") if left > 1 else 0.0)
            if at + self._height(each) > room:
                sheet.line("small", self._sheet.say("more", count=left), Box(_LEFT, at, _WIDTH), sheet.tag("P"))
                return
            at = self._finding(each, at)

    def _height(self, each: Diagnostic) -> float:
        lines = len(self._sheet.lines("text", self._told(each), _WIDTH - _WORDS))
        hints = len(self._sheet.lines("hint", each.hint(self._sheet.language), _WIDTH - _WORDS))
        return (lines + hints - 1) * self._sheet.leading("text")

    def _told(self, each: Diagnostic) -> str:
        message = each.message(self._sheet.language)
        if each.span is None:
            return message
        return self._sheet.say("placed", file=os.path.basename(each.span.file), line=each.span.line, message=message)

    def _finding(self, each: Diagnostic, baseline: float) -> float:
        """One finding: how grave, where, what, and the cure; gives the next one's baseline."""
        sheet, tag = self._sheet, self._sheet.tag("P")
        style = "mark" if each.severity == "error" else "strong"
        sheet.line(style, SEVERITIES[each.severity][self._sheet.language], Box(_LEFT, baseline, _WORDS), tag)
        box = Box(_LEFT + _WORDS, baseline, _WIDTH - _WORDS)
        below = sheet.flow("text", self._told(each), box, tag)
        return sheet.flow("hint", each.hint(self._sheet.language), box._replace(baseline=below), tag) + 2.0

    def foot(self) -> None:
        """Room for those who sign, the program, and the digest by which the file can be known again."""
        from xihu_pdf import __version__

        sheet, pdf = self._sheet, self._checked.proof.pdf
        signing = sheet.tag("P")
        room = (_WIDTH - (len(_SIGNED) - 1) * mm(4.0)) / len(_SIGNED)
        for number, key in enumerate(_SIGNED if self._checked.passed else ()):
            start = _LEFT + number * (room + mm(4.0))
            baseline = _FOOT - mm(6.0)
            used = sheet.line("label", self._sheet.say(key), Box(start, baseline, room), signing) + 4.0
            sheet.rule(Point(start + used, baseline + 2.0), room - used, HAIRLINE)
        sheet.rule(Point(_LEFT, _FOOT), _WIDTH, _THIN)
        tag = sheet.tag("P")
        box = Box(_LEFT, _FOOT + UNDER, _WIDTH)
        sheet.line("small", f"xihu_pdf {__version__}", box, tag)
        if pdf is not None:
            digest = hashlib.sha256(pdf).hexdigest()[:32]
            sheet.line("small", f"{self._sheet.say('digest')} {digest}…", box, tag, right=True)
