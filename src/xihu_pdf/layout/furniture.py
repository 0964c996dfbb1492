"""What stands around the articles of a page: its header, or the nameplate on page 1, and the lines at its foot."""

from math import inf
from typing import TYPE_CHECKING, NamedTuple

from xihu_pdf.content import Page, Text
from xihu_pdf.frame import ARTIFACT, BLACK, Placed, Rule
from xihu_pdf.geometry import Point
from xihu_pdf.layout.desk import Desk, place_line
from xihu_pdf.layout.grid import Grid
from xihu_pdf.stock import Stock

if TYPE_CHECKING:
    from xihu_pdf.layout.issue import Issue

__all__ = ["Furniture", "artifacts", "furnish", "header_baseline", "is_odd", "open_page"]

# From the header's rule to the type area, and from the header's baseline to its rule, in points.
_RULE_ABOVE = 14.0
_BASELINE_ABOVE = 6.0
_HAIRLINE = 0.3
_HEAVY = 1.5
_Tagged = tuple[tuple[Placed, int], ...]


class Furniture(NamedTuple):
    """What is read before the articles and after them, each item with its tag, and the lines taken from their grid.

    ``tallest`` is the size in points that no headline of the page may be larger than.
    """

    head: _Tagged
    lines: int = 0
    foot: _Tagged = ()
    tallest: float = inf


def furnish(desk: Desk, page: Page, grid: Grid, issue: "Issue | None", stock: Stock) -> Furniture:
    """Set what stands around the articles of a page; ``issue`` is that of a paper with a masthead."""
    if issue is None:
        return Furniture(artifacts(_page_header(desk, page, grid)))
    # Most editions have no masthead.
    from xihu_pdf.layout.headers import furnish_paper

    return furnish_paper(desk, page, grid, issue, stock)


def artifacts(placed: tuple[Placed, ...]) -> _Tagged:
    """A page header is read by no one who hears the page (ISO 14289-1, 7.8)."""
    return tuple((each, ARTIFACT) for each in placed)


def header_baseline(grid: Grid) -> float:
    """Where the words of a page's header stand."""
    return grid.top - _RULE_ABOVE - _BASELINE_ABOVE


def is_odd(folio: Text | None) -> bool:
    """Tell whether a page stands at the right of a spread, by its folio; one without counts as odd."""
    return folio is None or not folio.value.isdecimal() or int(folio.value) % 2 == 1


def _page_header(desk: Desk, page: Page, grid: Grid) -> tuple[Placed, ...]:
    """Set the header; the folio stands at the outer edge, at the right of a page with an odd number."""
    left, width = grid.left, grid.width(grid.columns)
    baseline = header_baseline(grid)
    odd = is_odd(page.folio)
    placed, block = open_page(desk, page.folio, grid)
    if page.section is not None:
        line = desk.line("section", page.section, width - block - grid.size)
        edge = left if odd else left + width - line.right
        placed.extend(place_line(line, Point(edge, baseline)))
    return tuple(placed)


def open_page(desk: Desk, folio: Text | None, grid: Grid) -> tuple[list[Placed], float]:
    """The hairline that opens the page, the folio over its heavy rule at the outer edge, and how wide it is.

    The heavy rule lies on the hairline and hides it: where two rules only met, black would print over the accent.
    """
    left, width = grid.left, grid.width(grid.columns)
    rule = grid.top - _RULE_ABOVE
    hairline = Placed(Point(left, rule), Rule(Point(width, 0.0), _HAIRLINE, BLACK))
    if folio is None:
        return [hairline], 0.0
    line = desk.line("folio", folio, width)
    edge = left + width - line.right if is_odd(folio) else left
    heavy = Placed(Point(edge, rule), Rule(Point(line.right, 0.0), _HEAVY, desk.accent))
    return [hairline, *place_line(line, Point(edge, rule - _BASELINE_ABOVE)), heavy], line.right
