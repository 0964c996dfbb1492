"""What an order's press holds: the limits that preflight asks of letters, rules and photographs, as one table."""

from typing import NamedTuple

from xihu_pdf.geometry import mm

__all__ = ["LIMITS", "NO_LIMITS", "ByPrint", "Limits"]


class ByPrint(NamedTuple):
    """A least size or weight in points, by how type or rules print.

    In one or two solid inks, in a tint, in several inks one over another (``mixed``), or left white in a ground.
    """

    solid: float = 0.0
    tint: float = 0.0
    mixed: float = 0.0
    reversed: float = 0.0


class Limits(NamedTuple):
    """The limits of an order; where one is 0 nothing is asked.

    ``reading`` is the least size of readings over or beside their words, in one or two solid inks, in points.
    ``resolution`` is what a photograph shows at least, in pixels an inch; below half of it none is printed.
    ``margin`` is what letters and pictures keep from the trim unless they bleed, in points. ``paper`` are the sides of
    the largest sheet, the shorter first.
    """

    resolution: int = 0
    type: ByPrint = ByPrint()
    rule: ByPrint = ByPrint()
    margin: float = 0.0
    reading: float = 0.0
    paper: tuple[float, float] = (0.0, 0.0)


NO_LIMITS = Limits()

# Newsprint: 200 ppi for screens of 85 to 100 lines (ISO 12647-3 and the guides of newspaper houses that follow it);
# tinted type 8, four-colour and reversed type 10; tinted rules 1, four-colour and reversed ones 1.5. Those guides ask 6
# of solid type and half a point of a solid rule, of advertisements; figures above the words of a page, which are half
# its body of 9 pt, and hairlines between columns are finer in every newspaper.
# Readings stand in the white between two lines, which holds 0.42 of the body: 3.8 over 9 pt; their letters are few and
# said again by the words under them. Below 3.5 newsprint fills the loops of a and e, below 3 a coated sheet.
# Coated sheets: 300 ppi; type 4 solid, 6 else, 8 mixed; a quarter of a point for every rule, half of one where inks
# meet.
# Office printers take A3 (ISO 216) at the most, and leave 4.2 mm at the edges of a sheet white; presses cut, and fold,
# 3 mm off at the worst.
LIMITS = {
    "press": Limits(200, ByPrint(4.5, 8.0, 10.0, 10.0), ByPrint(0.25, 1.0, 1.5, 1.5), mm(3.0), 3.5),
    "sheetfed": Limits(300, ByPrint(4.0, 6.0, 8.0, 6.0), ByPrint(0.25, 0.25, 0.5, 0.5), mm(3.0), 3.0),
    "office": Limits(150, ByPrint(4.0), ByPrint(0.25), mm(4.2), 3.0, (mm(297.0), mm(420.0))),
    "archive": Limits(200),
    "screen": Limits(100),
}
