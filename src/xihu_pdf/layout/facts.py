"""What a masthead prints beside the name: every fact in the words that editors know it by, and rows that hold them."""

from typing import NamedTuple

from xihu_pdf.content import Text
from xihu_pdf.frame import Placed
from xihu_pdf.geometry import Point
from xihu_pdf.layout.desk import Desk, place_line
from xihu_pdf.layout.issue import Issue
from xihu_pdf.typeset import Line

__all__ = ["Rows", "facts_of", "fit_rows", "place_rows"]

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
    "printer": "印刷：{}",
    "print_run": "印数：{}份",
    "recipients": "发送对象：{}",
    "editors": "{}",
}
# Facts that stand in another field of the issue or masthead than their own name.
_FIELDS = {"today": "page_count", "pages": "page_count", "compiler": "publisher"}


def facts_of(issue: Issue, names: tuple[str, ...]) -> list[Text]:
    """The facts of an issue by name, in words, those left out that it does not have."""
    found = []
    for name in names:
        field = _FIELDS.get(name, name)
        value = getattr(issue, field, None) or getattr(issue.masthead, field, None)
        if value:
            text = value if isinstance(value, Text) else Text(str(value), issue.masthead.span)
            label = _WORDS[name].partition("{}")[0].rstrip("：")
            given = bool(label) and text.value.startswith(label)
            found.append(text if given else text._replace(value=_WORDS[name].format(text.value)))
    return found


class Rows(NamedTuple):
    """Lines in rows, each row to be spread over one width."""

    rows: tuple[tuple[Line, ...], ...]
    width: float


def fit_rows(desk: Desk, style: str, texts: list[Text], width: float) -> Rows:
    """Set facts in a style, one after another, in as few rows of ``width`` points as hold them; what is wider is told.

    At least two em stand between two facts of a row.
    """
    between = 2 * desk.compositor(style).style.size
    rows: list[list[Line]] = []
    used = width
    for text in texts:
        line = desk.line(style, text, width)
        if not rows or used + between + line.right > width:
            rows.append([])
            used = -between
        rows[-1].append(line)
        used += between + line.right
    return Rows(tuple(map(tuple, rows)), width)


def place_rows(rows: Rows, left: float, baseline: float, pitch: float) -> list[Placed]:
    """Place rows from the first baseline on, ``pitch`` points apart; the facts of a row are spread from edge to edge.

    A single fact stands at the left, and so do those of a last row that would stand wide apart.
    """
    placed: list[Placed] = []
    gap = 0.0
    for number, row in enumerate(rows.rows):
        spare = rows.width - sum(line.right for line in row)
        last = number == len(rows.rows) - 1 and number > 0
        own = spare / (len(row) - 1) if len(row) > 1 else 0.0
        gap = min(gap, own) if last and gap else own
        at = left
        for line in row:
            placed.extend(place_line(line, Point(at, baseline + number * pitch)))
            at += line.right + gap
    return placed
