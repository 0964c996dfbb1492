"""What stands around the articles of a page: its header, or the nameplate on page 1, and the lines at its foot."""

from math import inf
from typing import NamedTuple

from xihu_pdf.content import Page, Text
from xihu_pdf.errors import fault
from xihu_pdf.frame import ARTIFACT, BLACK, Placed, Rule
from xihu_pdf.geometry import Point
from xihu_pdf.layout.desk import Desk, place_line
from xihu_pdf.layout.facts import duties_of, facts_of, fit_rows, place_rows
from xihu_pdf.layout.grid import Grid
from xihu_pdf.layout.issue import Issue
from xihu_pdf.layout.tagging import Tagged
from xihu_pdf.stock import Stock

__all__ = ["Furniture", "furnish"]

# From the header's rule to the type area, and from the header's baseline to its rule, in points.
_RULE_ABOVE = 14.0
_BASELINE_ABOVE = 6.0
_HAIRLINE = 0.3
_HEAVY = 1.5
# The second row of a header above its first, and white between folio and section.
_ROW, _BESIDE = 10.5, 8.0
# At the foot: from the type area to its hairline, on to its first baseline, and between two; no more rows than these.
_FOOT_RULE, _FOOT_BASELINE, _FOOT_PITCH, _FOOT_ROWS = 8.0, 9.5, 9.5, 2
# What the last page says of the paper, law wanting it in a fixed place.
_IMPRINT = ("address", "contact", "distribution", "price", "printer", "print_run", "recipients")
# A headline of page 1 is at most so much of the name's size.
_BELOW_NAME = 0.85
_Tagged = tuple[tuple[Placed, int], ...]


class Furniture(NamedTuple):
    """What is read before the articles and after them, each item with its tag, and the lines taken from their grid.

    ``tallest`` is the size in points that no headline of the page may be larger than.
    """

    head: _Tagged
    lines: int = 0
    foot: _Tagged = ()
    tallest: float = inf


def furnish(desk: Desk, page: Page, grid: Grid, issue: Issue | None, stock: Stock) -> Furniture:
    """Set what stands around the articles of a page; ``issue`` is that of a paper with a masthead."""
    if issue is None:
        return Furniture(_artifacts(_page_header(desk, page, grid)))
    foot = _page_foot(desk, page, grid, issue)
    if page is not issue.pages[0]:
        return Furniture(_artifacts(_running_header(desk, page, grid, issue)), 0, foot)
    # Only editions with a masthead have a nameplate.
    from xihu_pdf.layout.nameplate import compose_nameplate, place_nameplate

    plate = compose_nameplate(issue, desk, grid, stock)
    return Furniture(place_nameplate(plate, issue, desk, grid), plate.lines, foot, plate.size * _BELOW_NAME)


def _artifacts(placed: tuple[Placed, ...]) -> _Tagged:
    """A page header is read by no one who hears the page (ISO 14289-1, 7.8)."""
    return tuple((each, ARTIFACT) for each in placed)


def _is_odd(folio: Text | None) -> bool:
    return folio is None or not folio.value.isdecimal() or int(folio.value) % 2 == 1


def _page_header(desk: Desk, page: Page, grid: Grid) -> tuple[Placed, ...]:
    """Set the header; the folio stands at the outer edge, at the right of a page with an odd number."""
    left, width = grid.left, grid.width(grid.columns)
    baseline = grid.top - _RULE_ABOVE - _BASELINE_ABOVE
    odd = _is_odd(page.folio)
    placed, block = _opening(desk, page.folio, grid)
    if page.section is not None:
        line = desk.line("section", page.section, width - block - grid.size)
        edge = left if odd else left + width - line.right
        placed.extend(place_line(line, Point(edge, baseline)))
    return tuple(placed)


def _opening(desk: Desk, folio: Text | None, grid: Grid) -> tuple[list[Placed], float]:
    """The hairline that opens the page, the folio over its heavy rule at the outer edge, and how wide it is.

    The heavy rule lies on the hairline and hides it: where two rules only met, black would print over the accent.
    """
    left, width = grid.left, grid.width(grid.columns)
    rule = grid.top - _RULE_ABOVE
    hairline = Placed(Point(left, rule), Rule(Point(width, 0.0), _HAIRLINE, BLACK))
    if folio is None:
        return [hairline], 0.0
    line = desk.line("folio", folio, width)
    edge = left + width - line.right if _is_odd(folio) else left
    heavy = Placed(Point(edge, rule), Rule(Point(line.right, 0.0), _HEAVY, desk.accent))
    return [hairline, *place_line(line, Point(edge, rule - _BASELINE_ABOVE)), heavy], line.right


def _running_header(desk: Desk, page: Page, grid: Grid, issue: Issue) -> tuple[Placed, ...]:
    """Folio and section at the outer edge; the paper, its day and the editors' line in two rows at the inner one."""
    left, width = grid.left, grid.width(grid.columns)
    baseline = grid.top - _RULE_ABOVE - _BASELINE_ABOVE
    odd = _is_odd(page.folio)
    placed, block = _opening(desk, page.folio, grid)
    taken = block
    if page.section is not None:
        line = desk.line("section", page.section, width / 2)
        taken += _BESIDE + line.right
        edge = left + width - taken if odd else left + block + _BESIDE
        placed.extend(place_line(line, Point(edge, baseline)))
    editors = issue.editors(page)
    day = [Text(each) for each in (issue.day, issue.weekday) if each]
    rows = [[*([issue.masthead.name] if issue.masthead.name else ()), *day], duties_of(editors) if editors else []]
    rows = [row for row in rows if row]
    inner, outer = (left, left + width) if odd else (left + width, left)
    free = inner + (outer - inner) * (1 - (taken + grid.size) / width)
    for number, row in enumerate(rows):
        placed.extend(_set_apart(desk, row, (inner, free), baseline - (len(rows) - 1 - number) * _ROW))
    return tuple(placed)


def _set_apart(desk: Desk, texts: list[Text], room: tuple[float, float], baseline: float) -> list[Placed]:
    """Set facts on one row, an em apart, inside ``room``: from its first edge to the right, or to its last edge."""
    em = desk.compositor("running").style.size
    start, end = room
    width = abs(end - start)
    lines = [desk.line("running", text, width) for text in texts]
    whole = sum(line.right for line in lines) + em * (len(lines) - 1)
    if whole > width:
        words = "\u3000".join(text.value for text in texts)
        desk.faults.append(fault("text-wide", texts[0].span, text=words, points=round(whole - width, 1)))
    at = start if start < end else start - whole
    placed: list[Placed] = []
    for line in lines:
        placed.extend(place_line(line, Point(at, baseline)))
        at += line.right + em
    return placed


def _page_foot(desk: Desk, page: Page, grid: Grid, issue: Issue) -> _Tagged:
    """Under the type area: on page 1 the editors' line, on the last the imprint 版权项."""
    texts = facts_of(issue, _IMPRINT) if page is issue.pages[-1] else []
    editors = issue.editors(page) if page is issue.pages[0] else None
    texts.extend(duties_of(editors) if editors else ())
    if not texts:
        return ()
    left, width = grid.left, grid.width(grid.columns)
    rows = fit_rows(desk, "imprint", texts, width)
    if len(rows.rows) > _FOOT_ROWS:
        desk.faults.append(fault("imprint-long", issue.masthead.span, rows=len(rows.rows), most=_FOOT_ROWS))
    tagged = Tagged(desk.tags, None)
    rule = grid.line(grid.lines - 1) + grid.size + _FOOT_RULE
    hairline = Placed(Point(left, rule), Rule(Point(width, 0.0), _HAIRLINE, BLACK))
    tagged.add("imprint", [hairline, *place_rows(rows, left, rule + _FOOT_BASELINE, _FOOT_PITCH)])
    return tuple(tagged.items)
