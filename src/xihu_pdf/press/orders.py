"""What a file is made for: the standards that it keeps, and the colour that it is printed in."""

from typing import NamedTuple

from xihu_pdf.frame import Ink
from xihu_pdf.geometry import mm
from xihu_pdf.pictures import Colour
from xihu_pdf.press.conditions import PROFILES, Profile
from xihu_pdf.press.standards import PDF_A_2A, PDF_A_3A, PDF_UA_1, PDF_X_4

__all__ = ["DEFAULT_ORDER", "ORDERS", "PLAIN", "Order"]


class Order(NamedTuple):
    """An order 印制要求.

    ``standards`` are kept all at once. ``profile`` is the condition that it is printed in, None for a file
    without output intent. ``colour`` is that of letters and rules (``cmyk`` or ``rgb``), ``photographs`` what those
    become that are of another one: ``cmyk``, ``rgb``, or nothing to leave them. ``ink_limit`` is the most ink at one
    place in percent, ``resolution`` what a converted photograph shows, in pixels an inch. ``with_source`` attaches the
    content file. ``solid`` is what large solids in black are printed in, if not in black alone. ``bleed`` is how far
    what reaches the trim is carried beyond it, in points; ``marks`` puts printer's marks round the pages.
    """

    name: str
    standards: tuple[str, ...]
    profile: Profile | None
    colour: str
    photographs: Colour | None
    ink_limit: int
    resolution: int
    with_source: bool
    solid: Ink | None = None
    bleed: float = 0.0
    marks: bool = False


# Wet newsprint takes a ground of cyan alone; coated paper one of all colours, in the balance of a neutral gray.
_COOL, _RICH = Ink(0.4, 0.0, 0.0, 1.0), Ink(0.6, 0.4, 0.4, 1.0)

_ALL = (PDF_X_4, PDF_A_3A, PDF_UA_1)
_KEPT = (PDF_A_3A, PDF_UA_1)
_READ = (PDF_A_2A, PDF_UA_1)

# A newspaper press takes 220 to 240 % of ink (ISO 12647-3), coated sheets 300 % and more (ISO 12647-2). Its web is
# never cut at the print, so that it wants neither bleed nor marks; sheets are cut after printing. Its screens have 34
# to 48 lines a centimetre: ten pixels a millimetre are two and more for each, which is all that paper shows.
_TABLE = (
    Order("press", _ALL, PROFILES["newsprint"], "cmyk", "cmyk", 220, 254, with_source=True, solid=_COOL),
    Order(
        "sheetfed",
        _ALL,
        PROFILES["coated"],
        "cmyk",
        "cmyk",
        300,
        350,
        with_source=True,
        solid=_RICH,
        bleed=mm(3.0),
        marks=True,
    ),
    Order("office", _READ, PROFILES["srgb"], "rgb", "rgb", 0, 300, with_source=False),
    Order("archive", _KEPT, PROFILES["coated"], "cmyk", None, 0, 0, with_source=True),
    Order("screen", _READ, PROFILES["srgb"], "rgb", "rgb", 0, 200, with_source=False),
)
ORDERS = {order.name: order for order in _TABLE}
DEFAULT_ORDER = "press"
# A file that promises nothing.
PLAIN = Order("plain", (), None, "cmyk", None, 0, 0, with_source=False)
