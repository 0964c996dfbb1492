"""What a file is made for: the standards that it keeps, and the colour that it is printed in."""

from typing import NamedTuple

from xihu_pdf.geometry import mm
from xihu_pdf.pictures import Colour
from xihu_pdf.press.standards import PDF_A_2A, PDF_A_3A, PDF_UA_1, PDF_X_4

__all__ = ["DEFAULT_ORDER", "ORDERS", "PLAIN", "PROFILES", "Order", "Profile"]


class Profile(NamedTuple):
    """The characterised printing condition of an ICC profile in ``profiles``: its file, registered name and words.

    ``registry`` is the address of the registry that lists the condition, empty where none does (ISO 32000-1, 14.11.5).
    """

    file: str
    condition: str
    registry: str
    info: str


class Order(NamedTuple):
    """An order 印制要求.

    ``standards`` are kept all at once. ``profile`` names the output profile in ``PROFILES``, or nothing for a file
    without output intent. ``colour`` is that of letters and rules (``cmyk`` or ``rgb``), ``photographs`` what those
    become that are of another one: ``cmyk``, ``rgb``, or nothing to leave them. ``ink_limit`` is the most ink at one
    place in percent, ``resolution`` what a converted photograph shows, in pixels an inch. ``with_source`` attaches the
    content file. ``bleed`` is how far what reaches the trim is carried beyond it, in points; ``marks`` puts printer's
    marks round the pages.
    """

    name: str
    standards: tuple[str, ...]
    profile: str
    colour: str
    photographs: Colour | None
    ink_limit: int
    resolution: int
    with_source: bool
    bleed: float = 0.0
    marks: bool = False


PROFILES = {
    "newsprint": Profile("XihuNewsprint.icc", "Custom", "", "Coldset offset on newsprint, ISO 12647-3, 26 % (model)"),
    "coated": Profile(
        "FOGRA39L_coated.icc", "FOGRA39", "http://www.color.org", "Offset, coated paper, ISO 12647-2:2004"
    ),
    "srgb": Profile("sRGB.icc", "sRGB", "http://www.color.org", "IEC 61966-2-1 sRGB"),
}

_ALL = (PDF_X_4, PDF_A_3A, PDF_UA_1)
_KEPT = (PDF_A_3A, PDF_UA_1)
_READ = (PDF_A_2A, PDF_UA_1)

# A newspaper press takes 220 to 240 % of ink (ISO 12647-3), coated sheets 300 % and more (ISO 12647-2). Its web is
# never cut at the print, so that it wants neither bleed nor marks; sheets are cut after printing.
_TABLE = (
    Order("press", _ALL, "newsprint", "cmyk", "cmyk", 220, 300, with_source=True),
    Order("sheetfed", _ALL, "coated", "cmyk", "cmyk", 300, 350, with_source=True, bleed=mm(3.0), marks=True),
    Order("office", _READ, "srgb", "rgb", "rgb", 0, 300, with_source=False),
    Order("archive", _KEPT, "coated", "cmyk", None, 0, 0, with_source=True),
    Order("screen", _READ, "srgb", "rgb", "rgb", 0, 200, with_source=False),
)
ORDERS = {order.name: order for order in _TABLE}
DEFAULT_ORDER = "press"
# A file that promises nothing.
PLAIN = Order("plain", (), "", "cmyk", None, 0, 0, with_source=False)
