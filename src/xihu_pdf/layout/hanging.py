"""What hangs under the headline: the summary, the lead with its drop cap, and the photographs with their captions."""

from math import ceil
from typing import NamedTuple

from xihu_pdf.content import Photograph as Picture
from xihu_pdf.content import Text
from xihu_pdf.frame import BLACK, Ink, Placed, Rule
from xihu_pdf.frame import Picture as PictureItem
from xihu_pdf.layout.arrangement import Slot, crop_to
from xihu_pdf.layout.desk import Desk, place_line
from xihu_pdf.layout.grid import Grid
from xihu_pdf.pictures import Photograph
from xihu_pdf.typeset import Line, Measure

__all__ = [
    "Caption",
    "Lead",
    "Summary",
    "compose_caption",
    "compose_lead",
    "compose_summary",
    "place_lead",
    "place_photograph",
    "place_summary",
]

# The lead is about 10.5 pt, exactly so many characters to its measure, on one and a half lines of the grid.
_LEAD_SIZE = 10.5
_LEAD_PITCH = 1.5
# A drop cap takes so many lines of a lead of at least so many: (lines of the lead, lines of the cap).
_CAP_LINES = ((5, 3), (3, 2))
_CAP_SPACE = 0.25
# A lead whose first letter cannot be one is indented instead by so many em: a mark, a figure, or a letter with a
# reading or what is drawn at it, which would be as large as the cap.
_INDENT = 2.0
_AT_LETTERS = frozenset({"ruby", "warichu", "dots", "name", "book"})
# The points of a summary stand side by side where each has so many characters of the body to its measure.
_LEAST_POINT = 15
# The square before a point, in its size, and the hairlines between points.
_SQUARE, _HAIRLINE = 0.5, 0.3


class Lead(NamedTuple):
    """The lead as set: its lines, size, the drop cap (its line and size) if it has one, and grid lines it takes."""

    lines: tuple[Line, ...]
    size: float
    cap: tuple[Line, float] | None
    height: int


class Summary(NamedTuple):
    """The points of a summary as set: the lines of each, their size, how many stand side by side, its grid lines.

    ``mark`` is the ink of the squares before them.
    """

    points: tuple[tuple[Line, ...], ...]
    size: float
    beside: int
    height: int
    mark: Ink


class Caption(NamedTuple):
    """A caption as set for one width; its lines stand on lines of the grid."""

    lines: tuple[Line, ...]


def compose_lead(desk: Desk, text: Text, columns: int, grid: Grid, *, capped: bool = True) -> Lead:
    """Set the lead over so many columns, with a drop cap where it is ``capped`` and long enough, or an indent."""
    width = grid.width(columns)
    characters = round(width / _LEAD_SIZE)
    size = width / characters
    plain = desk.galley("lead", text, Measure((), (0.0, float(characters))), size)
    deep = next((cap for least, cap in _CAP_LINES if capped and plain.best >= least), 0)
    if deep and not _may_be_cap(text):
        plain = desk.galley("lead", text, Measure(((_INDENT, characters - _INDENT),), (0.0, float(characters))), size)
        deep = 0
    if not deep:
        return Lead(plain.lines(plain.best), size, None, _lead_height(plain.best, grid))
    em_box = size + (deep - 1) * _LEAD_PITCH * grid.pitch
    if em_box > desk.tallest:
        return Lead(plain.lines(plain.best), size, None, _lead_height(plain.best, grid))
    taken = ceil((em_box / size) + _CAP_SPACE)
    cap_size = min(em_box, (taken - _CAP_SPACE) * size)
    cap = desk.line("drop-cap", text.part(0, 1), width, cap_size)
    beside = (float(taken), float(characters - taken))
    rest = text.part(1, len(text.value))
    galley = desk.galley("lead", rest, Measure((beside,) * deep, (0.0, float(characters))), size)
    return Lead(galley.lines(galley.best), size, (cap, cap_size), _lead_height(galley.best, grid))


def _may_be_cap(text: Text) -> bool:
    """Whether the first letter of a lead may be a drop cap."""
    is_han = "\u3400" <= text.value[:1] <= "\u9fff"
    return is_han and not any(mark.start == 0 and mark.kind in _AT_LETTERS for mark in text.marks)


def _lead_height(lines: int, grid: Grid) -> int:
    """Whole grid lines that the lead takes, its last descender included."""
    return ceil(((lines - 1) * _LEAD_PITCH * grid.pitch + _LEAD_SIZE) / grid.pitch - 0.1)


def place_lead(lead: Lead, slot: Slot, top: int, grid: Grid) -> tuple[Placed, ...]:
    """Place the lead from line ``top`` down; the drop cap's em box fills its lines exactly."""
    left, y = grid.column(slot.first), grid.line(top)
    placed: list[Placed] = []
    if lead.cap is not None:
        line, size = lead.cap
        placed.extend(place_line(line, grid.at(left, y + grid.ascent * size)))
    for number, line in enumerate(lead.lines):
        baseline = y + grid.ascent * lead.size + number * _LEAD_PITCH * grid.pitch
        placed.extend(place_line(line, grid.at(left, baseline)))
    return tuple(placed)


def compose_summary(desk: Desk, points: tuple[Text, ...], columns: int, grid: Grid) -> Summary:
    """Set a summary over so many columns, its points side by side in joined columns, else under one another."""
    size = desk.compositor("summary").style.size
    many = len(points)
    beside = many if columns % many == 0 and grid.cells(columns // many) >= _LEAST_POINT else 1
    wide = grid.width(columns // beside) / size
    galleys = [desk.galley("summary", text, Measure((), (1.0, wide - 1.0))) for text in points]
    lines = tuple(galley.lines(galley.best) for galley in galleys)
    deepest = max(map(len, lines)) if beside > 1 else sum(map(len, lines))
    height = ceil(((deepest - 1) * _LEAD_PITCH * grid.pitch + size) / grid.pitch - 0.1)
    return Summary(lines, size, beside, height, desk.accent)


def place_summary(summary: Summary, slot: Slot, top: int, grid: Grid) -> tuple[tuple[Placed, ...], ...]:
    """Place a summary from line ``top`` down: the items of each point."""
    pitch = _LEAD_PITCH * grid.pitch
    each = slot.columns // summary.beside
    used = 0
    placed = []
    for number, lines in enumerate(summary.points):
        side_by_side = summary.beside > 1
        left = grid.column(slot.first + number * each if side_by_side else slot.first)
        y = grid.line(top) + (0.0 if side_by_side else used * pitch)
        edge = _SQUARE * summary.size
        middle = y + summary.size / 2
        point = [Placed(grid.at(left, middle), Rule(grid.vector(edge, 0.0), edge, summary.mark))]
        if side_by_side and number:
            hairline = Rule(grid.vector(0.0, grid.height(summary.height)), _HAIRLINE, BLACK)
            point.append(Placed(grid.at(left - grid.size / 2, grid.line(top)), hairline))
        for at, line in enumerate(lines):
            point += place_line(line, grid.at(left, y + grid.ascent * summary.size + at * pitch))
        used += len(lines)
        placed.append(tuple(point))
    return tuple(placed)


def compose_caption(desk: Desk, photograph: Picture, columns: int, grid: Grid) -> Caption:
    """Set caption and credit under a photograph of so many columns; the credit follows in its own face."""
    width = grid.width(columns)
    lines: list[Line] = []
    for style, text in (("caption", photograph.caption), ("credit", photograph.credit)):
        if text is None:
            continue
        size = desk.compositor(style).style.size
        galley = desk.galley(style, text, Measure((), (0.0, width / size)))
        added = galley.lines(galley.best)
        if lines and len(added) == 1 and lines[-1].right + size + added[0].right <= width:
            last, space = lines[-1], lines[-1].right + size
            shifted = place_line(added[0], grid.vector(space, 0.0))
            lines[-1] = last._replace(items=(*last.items, *shifted), right=space + added[0].right)
        else:
            lines.extend(added)
    return Caption(tuple(lines))


def place_photograph(
    shown: tuple[Photograph, tuple[float, float, float, float] | None, Caption],
    slot: Slot,
    span: tuple[int, int],
    grid: Grid,
) -> tuple[Placed, ...]:
    """Place a photograph on the lines ``span`` (first line, number of lines) and its caption on those under it.

    ``shown`` is the photograph, the part of it that no crop may touch, and its caption.
    """
    photograph, safe, caption = shown
    top, lines = span
    left = grid.column(slot.first)
    size = grid.picture(grid.width(slot.columns), lines)
    crop = crop_to(photograph.width / photograph.height, size.width / size.height, safe)
    placed = [Placed(grid.corner(left, grid.line(top), size), PictureItem(photograph.key, size, crop))]
    for number, line in enumerate(caption.lines):
        placed.extend(place_line(line, grid.at(left, grid.baseline(top + lines + number))))
    return tuple(placed)
