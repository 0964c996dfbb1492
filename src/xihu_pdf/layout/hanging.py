"""What hangs under the headline: the lead with its drop cap, and the photographs with their captions."""

from math import ceil
from typing import NamedTuple

from xihu_pdf.content import Photograph as Picture
from xihu_pdf.content import Text
from xihu_pdf.frame import Picture as PictureItem
from xihu_pdf.frame import Placed
from xihu_pdf.layout.arrangement import Slot, crop_to
from xihu_pdf.layout.desk import Desk, place_line
from xihu_pdf.layout.grid import Grid
from xihu_pdf.pictures import Photograph
from xihu_pdf.typeset import Line, Measure

__all__ = ["Caption", "Lead", "compose_caption", "compose_lead", "place_lead", "place_photograph"]

# The lead is about 10.5 pt, exactly so many characters to its measure, on one and a half lines of the grid.
_LEAD_SIZE = 10.5
_LEAD_PITCH = 1.5
# A drop cap takes so many lines of a lead of at least so many: (lines of the lead, lines of the cap).
_CAP_LINES = ((5, 3), (3, 2))
_CAP_SPACE = 0.25


class Lead(NamedTuple):
    """The lead as set: its lines, size, the drop cap (its line and size) if it has one, and grid lines it takes."""

    lines: tuple[Line, ...]
    size: float
    cap: tuple[Line, float] | None
    height: int


class Caption(NamedTuple):
    """A caption as set for one width; its lines stand on lines of the grid."""

    lines: tuple[Line, ...]


def compose_lead(desk: Desk, text: Text, columns: int, grid: Grid, *, capped: bool = True) -> Lead:
    """Set the lead over so many columns, with a drop cap where it is ``capped`` and long enough."""
    width = grid.width(columns)
    characters = round(width / _LEAD_SIZE)
    size = width / characters
    plain = desk.galley("lead", text, Measure((), (0.0, float(characters))), size)
    first = text.value[:1]
    deep = next((cap for least, cap in _CAP_LINES if plain.best >= least), 0)
    if not capped or not deep or not "\u3400" <= first <= "\u9fff":
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
