"""The red head 红头 of a bulletin and what stands at the foot of its last page: 报, 送 and 发 and the print run."""

from math import ceil
from typing import NamedTuple

from xihu_pdf.content import Text
from xihu_pdf.frame import BLACK, Placed, Rule
from xihu_pdf.geometry import Point
from xihu_pdf.layout.desk import Desk, place_line
from xihu_pdf.layout.facts import facts_of
from xihu_pdf.layout.grid import EM_ASCENT, Grid
from xihu_pdf.layout.issue import Issue
from xihu_pdf.layout.tagging import Tagged
from xihu_pdf.typeset import Line, Measure, units_width

__all__ = ["Copies", "RedHead", "compose_copies", "compose_head", "place_copies", "place_head", "place_number"]

# Sizes of the name, the share of the measure that it fills, and how far it is opened at the most, in em.
_SIZES, _FILL, _MOST_TRACKING = (72.0, 66.0, 60.0, 54.0, 48.0, 42.0, 36.0), 0.9, 0.3
# Heights in points: the row of the secrecy mark, white under the name, the row of the number, that of body and date,
# and from there to the rule; the rule itself, and the white lines under it.
_SECRECY, _UNDER_NAME, _NUMBER, _BODY, _TO_RULE, _HEAVY, _WHITE = 20.0, 12.0, 30.0, 26.0, 10.0, 3.0, 1
# Between the rows of the foot, from a rule to the baseline under it, and its rules: outer and inner.
_PITCH, _BASELINE, _OUTER, _INNER = 19.0, 14.0, 1.0, 0.5
_LABELS = (("报", "report_to"), ("送", "send_to"), ("发", "issue_to"))
# From the foot of the type area to the baseline of the page number; a dash beside it, and the white between.
_TO_NUMBER, _DASH, _BESIDE_DASH = 34.0, 11.0, 5.0


class RedHead(NamedTuple):
    """The head as set: secrecy mark, name and its size, number, issuing body and date; the lines that it takes."""

    secrecy: Line | None
    name: Line | None
    size: float
    rows: tuple[tuple[Line, ...], ...]
    lines: int


class Copies(NamedTuple):
    """The foot as set: a label and its lines for each row, the facts of the last row, and the lines that it takes."""

    rows: tuple[tuple[Line, tuple[Line, ...]], ...]
    last: tuple[Line, ...]
    lines: int


def compose_head(issue: Issue, desk: Desk, grid: Grid) -> RedHead:
    """Set the head over the measure of ``grid``."""
    masthead, width = issue.masthead, grid.width(1)
    secrecy = desk.line("secrecy", masthead.secrecy, width) if masthead.secrecy else None
    name, size = None, _SIZES[-1]
    if masthead.name is not None:
        units = desk.compositor("red-name").units(masthead.name.value)
        own = max(1.0, units_width(units))
        size = next((each for each in _SIZES if own * each <= width * _FILL), _SIZES[-1])
        spare = (width * _FILL / size - own) / max(1, len(units.pieces) - 1)
        name = desk.line("red-name", masthead.name, width, size, min(_MOST_TRACKING, max(0.0, spare)))
    number = [desk.line("red-line", _number(issue), width)] if masthead.number or masthead.total else []
    body = [Text(issue.day)] if issue.day else []
    if masthead.publisher is not None:
        body = [masthead.publisher, *body]
    sides = [desk.line("red-line", text, width) for text in body]
    height = (_SECRECY if secrecy else 0.0) + size + _UNDER_NAME
    height += (_NUMBER if number else 0.0) + (_BODY if sides else 0.0) + _TO_RULE + _HEAVY
    return RedHead(secrecy, name, size, (tuple(number), tuple(sides)), ceil(height / grid.pitch) + _WHITE)


def _number(issue: Issue) -> Text:
    """The number of the issue, the running one in brackets behind it."""
    first, *rest = facts_of(issue, ("number", "total"))
    return first._replace(value=f"{first.value}（{rest[0].value}）") if rest else first


def place_head(head: RedHead, issue: Issue, desk: Desk, grid: Grid) -> tuple[tuple[Placed, int], ...]:
    """Everything of the head at its place; the rule stands on the last but one of its lines."""
    tagged = Tagged(desk.tags, None)
    left, width = grid.left, grid.width(1)
    rule = grid.line(head.lines - _WHITE) - _HEAVY
    number, sides = head.rows
    if head.secrecy is not None:
        tagged.add("secrecy", place_line(head.secrecy, Point(left, grid.line(0) + EM_ASCENT * 14.0)))
    top = grid.line(0) + (_SECRECY if head.secrecy else 0.0)
    foot = rule - _TO_RULE - (_BODY if sides else 0.0)
    name_foot = foot - (_NUMBER if number else 0.0)
    if head.name is not None:
        baseline = top + (name_foot - _UNDER_NAME - top - head.size) / 2 + EM_ASCENT * head.size
        centre = left + (width - head.name.right) / 2
        tagged.add("red-name", place_line(head.name, Point(centre, baseline)), issue.masthead.span)
    for line in number:
        tagged.add("red-line", place_line(line, Point(left + (width - line.right) / 2, name_foot + 14.0)))
    for at, line in enumerate(sides):
        # The body stands at the left, the date at the right; alone it stands where it belongs.
        right = at > 0 or issue.masthead.publisher is None
        tagged.add("red-line", place_line(line, Point(left + (width - line.right if right else 0.0), rule - _TO_RULE)))
    tagged.add("rule", (Placed(Point(left, rule), Rule(Point(width, 0.0), _HEAVY, desk.accent)),))
    return tuple(tagged.items)


def compose_copies(issue: Issue, desk: Desk, grid: Grid) -> Copies:
    """Set the foot over the measure of ``grid``; what it has nothing to say of takes no row."""
    size = desk.compositor("copies").style.size
    measure = Measure((), (2.0, grid.width(1) / size - 3.0))
    rows = []
    for label, field in _LABELS:
        text = getattr(issue.masthead, field)
        if text is not None:
            galley = desk.galley("copies", text, measure)
            mark = desk.line("copies-label", Text(f"{label}：", text.span), grid.width(1))
            rows.append((mark, galley.lines(galley.best)))
    editors = issue.masthead.editors
    facts = [*([editors] if editors else ()), *facts_of(issue, ("copies",))]
    last = tuple(desk.line("copies", text, grid.width(1)) for text in facts)
    count = sum(len(lines) for _, lines in rows) + bool(last)
    return Copies(tuple(rows), last, ceil((count * _PITCH + 2 * _OUTER) / grid.pitch) + 1 if count else 0)


def place_copies(copies: Copies, desk: Desk, grid: Grid) -> tuple[tuple[Placed, int], ...]:
    """Place the foot so that its last rule stands at the foot of the type area of ``grid``."""
    if not copies.lines:
        return ()
    tagged = Tagged(desk.tags, None)
    left, width = grid.left, grid.width(1)
    count = sum(len(lines) for _, lines in copies.rows) + bool(copies.last)
    y = grid.line(grid.lines - 1) + grid.size - count * _PITCH
    rules = [(y, _OUTER)]
    for label, lines in copies.rows:
        placed = place_line(label, Point(left + 6.0, y + _BASELINE))
        for line in lines:
            placed.extend(place_line(line, Point(left + 6.0, y + _BASELINE)))
            y += _PITCH
        rules.append((y, _INNER))
        tagged.add("copies", placed)
    for at, line in enumerate(copies.last):
        alone_right = at > 0 or len(copies.last) == 1
        x = left + (width - line.right - 6.0 if alone_right else 6.0)
        tagged.add("copies", place_line(line, Point(x, y + _BASELINE)))
    y += _PITCH if copies.last else 0.0
    rules[-1 if not copies.last else len(rules) :] = [(y, _OUTER)]
    tagged.add("rule", (Placed(Point(left, at), Rule(Point(width, 0.0), heavy, BLACK)) for at, heavy in rules))
    return tuple(tagged.items)


def place_number(number: int, desk: Desk, grid: Grid) -> list[Placed]:
    """The number of a page at the outer edge under the type area, between dashes."""
    line = desk.line("page-number", Text(str(number)), grid.width(1))
    whole = line.right + 2 * (_DASH + _BESIDE_DASH)
    x = grid.left + (grid.width(1) - whole - grid.size if number % 2 else grid.size)
    y = grid.line(grid.lines - 1) + grid.size + _TO_NUMBER
    dashes = (Placed(Point(at, y - 4.2), Rule(Point(_DASH, 0.0), _INNER, BLACK)) for at in (x, x + whole - _DASH))
    return [*place_line(line, Point(x + _DASH + _BESIDE_DASH, y)), *dashes]
