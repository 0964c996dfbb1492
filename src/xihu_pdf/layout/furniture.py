"""The page header: folio, name of the section, and the rule that opens the page."""

from xihu_pdf.content import Page
from xihu_pdf.frame import BLACK, Placed, Rule
from xihu_pdf.geometry import Point
from xihu_pdf.layout.desk import Desk, place_line
from xihu_pdf.layout.grid import Grid

__all__ = ["page_header"]

# From the header's rule to the type area, and from the header's baseline to its rule, in points.
_RULE_ABOVE = 14.0
_BASELINE_ABOVE = 6.0
_HAIRLINE = 0.3
_HEAVY = 1.5


def page_header(desk: Desk, page: Page, grid: Grid) -> tuple[Placed, ...]:
    """Set the header; the folio stands at the outer edge, at the right of a page with an odd number."""
    placed: list[Placed] = []
    left, width = grid.left, grid.width(grid.columns)
    rule = grid.top - _RULE_ABOVE
    baseline = rule - _BASELINE_ABOVE
    folio = page.folio
    odd = folio is None or not folio.value.isdecimal() or int(folio.value) % 2 == 1
    # The heavy rule lies on the hairline and hides it: where two rules only met, black would print over the accent.
    placed.append(Placed(Point(left, rule), Rule(Point(width, 0.0), _HAIRLINE, BLACK)))
    block = 0.0
    if folio is not None:
        line = desk.line("folio", folio, width)
        block = line.right
        edge = left + width - line.right if odd else left
        placed.extend(place_line(line, Point(edge, baseline)))
        placed.append(Placed(Point(edge, rule), Rule(Point(block, 0.0), _HEAVY, desk.accent)))
    if page.section is not None:
        line = desk.line("section", page.section, width - block - grid.size)
        edge = left if odd else left + width - line.right
        placed.extend(place_line(line, Point(edge, baseline)))
    return tuple(placed)
