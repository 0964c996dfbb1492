"""Photographs as image objects (ISO 32000-1, 8.9.5), and how their pixels are laid on the page upright."""

from xihu_pdf.geometry import Point, Rect, Size
from xihu_pdf.pictures import Photograph
from xihu_pdf.press.objects import Dictionary, Stream, deflated, number

__all__ = ["draw", "image"]

_SPACES = {"gray": "/DeviceGray", "rgb": "/DeviceRGB", "cmyk": "/DeviceCMYK"}

# The stored picture is drawn as the unit square, its first row on top. For each Exif orientation (2.32, 4.6.4) the
# matrix a b c d e f that turns this square upright within itself.
_TURNS = {
    1: (1, 0, 0, 1, 0, 0),
    2: (-1, 0, 0, 1, 1, 0),
    3: (-1, 0, 0, -1, 1, 1),
    4: (1, 0, 0, -1, 0, 1),
    5: (0, -1, -1, 0, 1, 1),
    6: (0, -1, 1, 0, 0, 1),
    7: (0, 1, 1, 0, 0, 0),
    8: (0, 1, -1, 0, 1, 0),
}


def image(photograph: Photograph, space: object = None) -> Stream:
    """Make the image object: the pixels as they are stored, not turned.

    ``space`` is the colour space where it is not the device's of the photograph's colours.
    """
    width, height = photograph.stored
    entries: dict[str, object] = {
        "Type": "/XObject",
        "Subtype": "/Image",
        "Width": width,
        "Height": height,
        "ColorSpace": space or _SPACES[photograph.colour],
        "BitsPerComponent": 8,
    }
    if photograph.inverted:
        entries["Decode"] = "[1 0 1 0 1 0 1 0]"
    if not photograph.filter:
        return deflated(photograph.data, entries)
    return Stream(Dictionary({**entries, "Filter": f"/{photograph.filter}"}), photograph.data)


def draw(resource: str, photograph: Photograph, at: Point, size: Size, crop: Rect) -> str:
    """Write the operators that fill a box with the part of a photograph that ``crop`` shows.

    ``at`` is the box's lower left corner with y upward; ``crop`` is in fractions of the whole upright photograph, of
    which the pixels may be a part.
    """
    part = photograph.part
    across, up = size.width / crop.width, size.height / crop.height
    left, bottom = at.x - (crop.left - part.left) * across, at.y - (part.bottom - crop.bottom) * up
    width, height = across * part.width, up * part.height
    a, b, c, d, e, f = _TURNS[photograph.turn]
    matrix = (a * width, b * height, c * width, d * height, left + e * width, bottom + f * height)
    clip = "" if crop == part else " ".join(map(number, (*at, *size))) + " re W n\n"
    return f"q\n{clip}{' '.join(map(number, matrix))} cm\n/{resource} Do\nQ"
