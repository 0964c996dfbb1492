"""The nameplate 报头 over the top lines of page 1: the name, those who answer for it, and a band with the facts."""

from math import ceil
from typing import NamedTuple

from xihu_pdf.content import Text
from xihu_pdf.errors import fault
from xihu_pdf.frame import BLACK, Picture, Placed, Rule
from xihu_pdf.geometry import Point, Rect, Size
from xihu_pdf.layout.desk import Desk, place_line
from xihu_pdf.layout.ear import has_ear, place_ear
from xihu_pdf.layout.facts import Rows, facts_of, fit_rows, place_rows
from xihu_pdf.layout.grid import EM_ASCENT, Grid
from xihu_pdf.layout.issue import Issue
from xihu_pdf.layout.tagging import Tagged
from xihu_pdf.pictures import Photograph, PictureFault
from xihu_pdf.stock import Stock
from xihu_pdf.typeset import Line, units_width

__all__ = ["Nameplate", "compose_nameplate", "place_nameplate"]

# Sizes of the name in points, the largest at most this part of the page's measure; it fills so much of its own.
_SIZES = (132.0, 120.0, 108.0, 96.0, 90.0, 84.0, 78.0, 72.0, 66.0, 60.0, 54.0, 48.0, 42.0, 36.0, 30.0)
_PART, _FILL = 1 / 6.6, 0.94
# Beside an ear a name has at least this share of its largest size.
_LEAST_BESIDE = 0.6
_MOST_TRACKING = 0.25
# The name begins so far above the first line of the grid, where other pages have their header; points.
_RISE = 22.0
# Heights of the row above the name, of each row of those who answer for it, and the white above these.
_MARKS, _BODY_ROW, _BODY_GAP = 16.0, 15.0, 9.0
# In the band: its rules, and from the upper one to the first baseline.
_HEAVY, _HAIRLINE, _BAND_TOP, _BASELINE = 1.8, 0.3, 3.0, 13.2
# What the words say by the kind of the paper: beside the name, under it and in the band.
_REQUIRED = Text("内部资料，免费交流")
_MARKED = {"internal": ("permit",)}
_ANSWERING = {"internal": ("authority", "sponsor", "compiler")}
_BAND = {"internal": ("day weekday", "lunar", "number total", "pages", "website")}
_ANSWERS = ("authority", "sponsor", "publisher")
_FACTS = ("day weekday", "lunar", "number total", "today folio", "cn", "mail_code", "website")


class Nameplate(NamedTuple):
    """A nameplate as set: the name as a line or a picture, its height, rows above and below it, the band, its lines.

    ``columns`` are those of the name; the ear has the rest. ``block`` are the lines of the name with its rows.
    """

    name: Line | Photograph | None
    size: float
    marks: Rows
    bodies: Rows
    facts: Rows
    columns: int
    block: int

    @property
    def lines(self) -> int:
        """Lines of the grid that the nameplate takes, with a white one under it."""
        return self.block + len(self.facts.rows) + 2


def compose_nameplate(issue: Issue, desk: Desk, grid: Grid, stock: Stock) -> Nameplate:
    """Set the nameplate for a page of ``grid``; what is wrong with its words is left with the desk."""
    columns = _columns(issue, desk, grid)
    zone = grid.width(columns)
    name, size = _name(issue, desk, (zone, grid.width(grid.columns)), stock)
    kind = issue.kind
    marks = [_REQUIRED] if kind in _MARKED else []
    above = fit_rows(desk, "marks", [*marks, *facts_of(issue, _MARKED.get(kind, ()))], zone)
    bodies = fit_rows(desk, "bodies", facts_of(issue, _ANSWERING.get(kind, _ANSWERS)), zone)
    facts = fit_rows(desk, "facts", facts_of(issue, _BAND.get(kind, _FACTS)), grid.width(grid.columns))
    height = len(above.rows) * _MARKS + size + (_BODY_GAP + len(bodies.rows) * _BODY_ROW if bodies.rows else 0.0)
    return Nameplate(name, size, above, bodies, facts, columns, ceil((height - _RISE) / grid.pitch) + 1)


def _columns(issue: Issue, desk: Desk, grid: Grid) -> int:
    """The columns of the name: two thirds beside an ear, all of them without one.

    A long name has no ear beside it but one that the editor wrote.
    """
    beside = grid.columns - max(1, grid.columns // 3)
    if not has_ear(issue) or not beside:
        return grid.columns
    masthead = issue.masthead
    if masthead.ear or masthead.contents or masthead.code or masthead.artwork or masthead.name is None:
        return beside
    width = units_width(desk.compositor("nameplate").units(masthead.name.value))
    least = grid.width(grid.columns) * _PART * _LEAST_BESIDE
    return beside if width * least <= grid.width(beside) * _FILL else grid.columns


def _name(issue: Issue, desk: Desk, room: tuple[float, float], stock: Stock) -> tuple[Line | Photograph | None, float]:
    """The name, as artwork or as a line, and its height in points; ``room`` is its own measure and the page's."""
    zone, page = room
    masthead = issue.masthead
    if masthead.artwork is not None:
        try:
            artwork = stock.photograph(masthead.artwork)
        except PictureFault as caught:
            desk.faults.append(fault(caught.code, masthead.span, picture=masthead.artwork, **caught.values))
            return None, page * _PART
        height = min(page * _PART, zone * _FILL * artwork.height / artwork.width)
        return artwork, height
    if masthead.name is None:
        return None, _SIZES[-1]
    units = desk.compositor("nameplate").units(masthead.name.value)
    width = max(1.0, units_width(units))
    size = next((each for each in _SIZES if each <= page * _PART and width * each <= zone * _FILL), _SIZES[-1])
    tracking = min(_MOST_TRACKING, max(0.0, (zone * 0.86 / size - width) / max(1, len(units.pieces) - 1)))
    return desk.line("nameplate", masthead.name, zone, size, tracking), size


def place_nameplate(plate: Nameplate, issue: Issue, desk: Desk, grid: Grid) -> tuple[tuple[Placed, int], ...]:
    """Everything of the nameplate at its place, each item with its tag."""
    tagged = Tagged(desk.tags, None)
    zone = grid.width(plate.columns)
    top, foot = grid.line(0) - _RISE, grid.line(plate.block)
    tagged.add("marks", place_rows(plate.marks, grid.left, top + EM_ASCENT * 10.5, _MARKS))
    upper = top + len(plate.marks.rows) * _MARKS
    lower = foot - (_BODY_GAP + len(plate.bodies.rows) * _BODY_ROW if plate.bodies.rows else 0.0)
    _place_name(plate, issue, tagged, (grid.left + zone / 2, upper + (lower - upper - plate.size) / 2))
    for number, row in enumerate(plate.bodies.rows):
        width = sum(line.right for line in row) + 21.0 * (len(row) - 1)
        rows = Rows((row,), width)
        tagged.add("bodies", place_rows(rows, grid.left + (zone - width) / 2, lower + 13.0 + number * _BODY_ROW, 0.0))
    if plate.columns < grid.columns:
        place_ear(issue, desk, grid.part(plate.columns, grid.columns - plate.columns, 0, plate.block), tagged)
        at = Point(grid.column(plate.columns) - grid.size / 2, top)
        rule = Placed(at, Rule(Point(0.0, foot - top - _BAND_TOP), _HAIRLINE, BLACK))
        tagged.add("rule", (rule,))
    tagged.add("facts", _band(plate, desk, grid, foot + _BAND_TOP))
    return tuple(tagged.items)


def _place_name(plate: Nameplate, issue: Issue, tagged: Tagged, centre_top: tuple[float, float]) -> None:
    centre, top = centre_top
    words = issue.masthead.name.value if issue.masthead.name else ""
    if isinstance(plate.name, Photograph):
        size = Size(plate.size * plate.name.width / plate.name.height, plate.size)
        picture = Picture(plate.name.key, size, Rect(0.0, 0.0, 1.0, 1.0))
        tagged.add_figure((Placed(Point(centre - size.width / 2, top), picture),), words, issue.masthead.span)
    elif plate.name is not None:
        at = Point(centre - plate.name.right / 2, top + EM_ASCENT * plate.size)
        tagged.add("nameplate", place_line(plate.name, at), issue.masthead.span)


def _band(plate: Nameplate, desk: Desk, grid: Grid, top: float) -> list[Placed]:
    """The facts between a heavy rule in the accent and a hairline, over the whole page."""
    width = grid.width(grid.columns)
    heavy = Placed(Point(grid.left, top), Rule(Point(width, 0.0), _HEAVY, desk.accent))
    placed = [heavy, *place_rows(plate.facts, grid.left, top + _BASELINE, grid.pitch)]
    foot = top + _BASELINE + (len(plate.facts.rows) - 1) * grid.pitch + 5.5
    return [*placed, Placed(Point(grid.left, foot), Rule(Point(width, 0.0), _HAIRLINE, BLACK))]
