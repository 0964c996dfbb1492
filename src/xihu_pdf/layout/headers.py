"""The furniture of a paper with a masthead: running headers, and at the foot of the page editors' line and imprint."""

from xihu_pdf.content import Page, Text
from xihu_pdf.errors import fault
from xihu_pdf.frame import BLACK, Placed, Rule
from xihu_pdf.geometry import Point
from xihu_pdf.layout.desk import Desk, place_line
from xihu_pdf.layout.facts import duties_of, facts_of, fit_rows, place_rows
from xihu_pdf.layout.furniture import Furniture, artifacts, header_baseline, is_odd, open_page
from xihu_pdf.layout.grid import Grid
from xihu_pdf.layout.issue import Issue
from xihu_pdf.layout.nameplate import compose_nameplate, place_nameplate
from xihu_pdf.layout.tagging import Tagged
from xihu_pdf.stock import Stock

__all__ = ["furnish_paper"]

# The second row of a header above its first, and white between folio and section.
_ROW, _BESIDE = 10.5, 8.0
# At the foot: from the type area to its hairline, on to its first baseline, and between two; no more rows than these.
_FOOT_RULE, _FOOT_BASELINE, _FOOT_PITCH, _FOOT_ROWS = 8.0, 9.5, 9.5, 2
_HAIRLINE = 0.3
# What the last page says of the paper, law wanting it in a fixed place.
_IMPRINT = ("address", "contact", "distribution", "price", "printer", "print_run", "recipients")
# A headline of page 1 is at most so much of the name's size.
_BELOW_NAME = 0.85


def furnish_paper(desk: Desk, page: Page, grid: Grid, issue: Issue, stock: Stock) -> Furniture:
    """Set the nameplate of page 1 or the header of another page, and what stands at the foot."""
    foot = _page_foot(desk, page, grid, issue)
    if not issue.is_first(page):
        return Furniture(artifacts(_running_header(desk, page, grid, issue)), 0, foot)
    plate = compose_nameplate(issue, desk, grid, stock)
    return Furniture(place_nameplate(plate, issue, desk, grid), plate.lines, foot, plate.size * _BELOW_NAME)


def _running_header(desk: Desk, page: Page, grid: Grid, issue: Issue) -> tuple[Placed, ...]:
    """Folio and section at the outer edge; the paper, its day and the editors' line in two rows at the inner one."""
    left, width = grid.left, grid.width(grid.columns)
    baseline = header_baseline(grid)
    odd = is_odd(page.folio)
    placed, block = open_page(desk, page.folio, grid)
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


def _page_foot(desk: Desk, page: Page, grid: Grid, issue: Issue) -> tuple[tuple[Placed, int], ...]:
    """Under the type area: on page 1 the editors' line, on the last the imprint 版权项."""
    texts = facts_of(issue, _IMPRINT) if issue.is_last(page) else []
    editors = issue.editors(page) if issue.is_first(page) else None
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
