"""What the report tells of a file, gathered: photographs as printed, inks, and what was found of each thing."""

from collections.abc import Mapping
from typing import NamedTuple

from xihu_pdf.errors import Diagnostic
from xihu_pdf.frame import Document, Link, Picture
from xihu_pdf.geometry import POINTS_PER_MM
from xihu_pdf.pictures import Photograph, resolution
from xihu_pdf.press import Order
from xihu_pdf.report.words import Item
from xihu_pdf.separation import peak_ink

__all__ = ["Print", "found_of", "most_of_letters", "most_of_pictures", "prints"]


class Print(NamedTuple):
    """A photograph on a page: file, page from 1, size in mm, ppi, and the colours that it came in and is printed in."""

    file: str
    page: int
    width: float
    height: float
    ppi: int
    came: str
    printed: str


def prints(
    document: Document, photographs: Mapping[str, Photograph], files: Mapping[str, str], order: Order
) -> list[Print]:
    """Every photograph of the pages, in reading order."""
    found = []
    for number, page in enumerate(document.pages, 1):
        for _, item in page.items:
            if isinstance(item, Picture):
                photograph = photographs[item.photograph]
                goes = photograph.colour if photograph.colour == "gray" else order.photographs or photograph.colour
                width, height = (each / POINTS_PER_MM for each in item.size)
                ppi = round(resolution(photograph, item.size.width, item.crop.width))
                told = files.get(item.photograph, ""), number, width, height, ppi, photograph.colour, goes
                found.append(Print(*told))
    return found


def most_of_letters(document: Document) -> int:
    """The most ink of letters, rules and shapes, in percent."""
    inks = (item.ink for page in document.pages for _, item in page.items if not isinstance(item, Picture | Link))
    return round(100 * max((ink.total for ink in inks), default=0.0))


def most_of_pictures(photographs: Mapping[str, Photograph]) -> int | None:
    """The ink of the darkest pixel of photographs ready for the press, in percent; None where none is in inks."""
    return max((peak_ink(each) for each in photographs.values() if each.colour == "cmyk"), default=None)


def found_of(item: Item, findings: tuple[Diagnostic, ...]) -> int:
    """How many findings there are of a thing that is looked at."""
    return sum(each.code.startswith(item.codes) for each in findings)
