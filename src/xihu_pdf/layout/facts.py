"""What a masthead prints beside the name: every fact in the words that editors know it by, and rows that hold them."""

import re
from typing import NamedTuple

from xihu_pdf.content import Text
from xihu_pdf.frame import Placed
from xihu_pdf.geometry import Point
from xihu_pdf.layout.desk import Desk, place_line
from xihu_pdf.layout.issue import Issue
from xihu_pdf.typeset import Line

__all__ = ["Rows", "duties_of", "facts_of", "fit_rows", "place_rows"]

# Where an editors' line is parted: at wide blanks, and before the next duty.
_DUTIES = r"\s*\u3000\s*|\s{2,}|\s+(?=责任|责编|编辑|美编|版式|校对|值班|主编|电话|邮箱)"
# How a fact is printed; a value that brings its label along is left as it is.
_WORDS = {
    "day": "{}",
    "weekday": "{}",
    "lunar": "农历{}",
    "number": "第{}期",
    "total": "总第{}期",
    "today": "今日{}版",
    "pages": "本期{}版",
    "authority": "主管：{}",
    "sponsor": "主办：{}",
    "publisher": "出版：{}",
    "compiler": "编印：{}",
    "cn": "国内统一连续出版物号：{}",
    "permit": "准印证号：{}",
    "mail_code": "邮发代号：{}",
    "distribution": "发行：{}",
    "price": "定价：{}",
    "address": "地址：{}",
    "contact": "电话：{}",
    "website": "{}",
    "folio": "第{}版",
    "printer": "印刷：{}",
    "print_run": "印数：{}份",
    "recipients": "发送对象：{}",
    "copies": "共印{}份",
}
# Facts that stand in another field of the issue or masthead than their own name.
_FIELDS = {"today": "page_count", "pages": "page_count", "compiler": "publisher", "copies": "print_run"}


def facts_of(issue: Issue, names: tuple[str, ...]) -> list[Text]:
    """The facts of an issue in words, as far as it has them; two names parted by a blank make one fact of both."""
    found = []
    for name in names:
        both = [text for each in name.split() if (text := _fact(issue, each)) is not None]
        if both:
            found.append(both[0] if len(both) == 1 else Text(" ".join(text.value for text in both), both[0].span))
    return found


def _fact(issue: Issue, name: str) -> Text | None:
    field = _FIELDS.get(name, name)
    value = getattr(issue, field, None) or getattr(issue.masthead, field, None)
    if not value:
        return None
    text = value if isinstance(value, Text) else Text(str(value), issue.masthead.span)
    before, _, after = _WORDS[name].partition("{}")
    label = before.rstrip("：")
    if label and text.value.startswith(label):
        return text
    # The words before the value are not in the content: places behind them are as many characters further left.
    added = len(before)
    cuts = ((added, -added), *((at + added, taken - added) for at, taken in text.cuts))
    return text._replace(value=before + text.value + after, cuts=cuts if added else text.cuts)


def duties_of(editors: Text) -> list[Text]:
    """An editors' line parted into its duties, each with its place: 责任编辑 江流, 校对 石坚."""
    ends = [*(found.span() for found in re.finditer(_DUTIES, editors.value)), (len(editors.value), 0)]
    starts = [0, *(after for _, after in ends)]
    return [editors.part(start, end) for start, (end, _) in zip(starts, ends, strict=False) if start < end]


class Rows(NamedTuple):
    """Lines in rows, each row to be spread over one width."""

    rows: tuple[tuple[Line, ...], ...]
    width: float


def fit_rows(desk: Desk, style: str, texts: list[Text], width: float) -> Rows:
    """Set facts in a style, one after another, in as few rows of ``width`` points as hold them; what is wider is told.

    At least two em stand between two facts of a row.
    """
    between = 2 * desk.compositor(style).style.size
    lines = tuple(desk.line(style, text, width) for text in texts)
    rows = _parted(lines, width, between)
    for start in range(len(lines)):
        for end in range(start + 1, len(lines) + 1):
            # Of as many rows the most even: those that hold in the least width.
            limit = sum(line.right + between for line in lines[start:end]) - between
            narrower = _parted(lines, limit, between)
            if limit <= width and len(narrower) == len(rows) and _widest(narrower) < _widest(rows):
                rows = narrower
    return Rows(rows, width)


def _widest(rows: tuple[tuple[Line, ...], ...]) -> float:
    return max(sum(line.right for line in row) for row in rows)


def _parted(lines: tuple[Line, ...], width: float, between: float) -> tuple[tuple[Line, ...], ...]:
    rows: list[list[Line]] = []
    used = width
    for line in lines:
        if not rows or used + between + line.right > width + 0.01:
            rows.append([])
            used = -between
        rows[-1].append(line)
        used += between + line.right
    return tuple(map(tuple, rows))


def place_rows(rows: Rows, left: float, baseline: float, pitch: float) -> list[Placed]:
    """Place rows from the first baseline on, ``pitch`` points apart; the facts of a row are spread from edge to edge.

    A single fact stands at the left.
    """
    placed: list[Placed] = []
    for number, row in enumerate(rows.rows):
        gap = (rows.width - sum(line.right for line in row)) / max(1, len(row) - 1)
        at = left
        for line in row:
            placed.extend(place_line(line, Point(at, baseline + number * pitch)))
            at += line.right + gap
    return placed
