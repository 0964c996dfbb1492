"""The written file read again 成品检查, with a library that did not write it: what a print house's preflight looks at.

Needs pikepdf, the extra ``check``.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from xihu_pdf.errors import Diagnostic, fault
from xihu_pdf.geometry import POINTS_PER_MM
from xihu_pdf.press import PDF_UA_1, PDF_X_4, STANDARDS, Order

if TYPE_CHECKING:
    from pikepdf import Object, Pdf
    from pikepdf import Page as FilePage

__all__ = ["Font", "Inspection", "Leaf", "inspect"]

_PROGRAMS = {"/FontFile": "Type 1", "/FontFile2": "TrueType", "/FontFile3": "CFF"}
_SUBSET = 7  # six letters and a plus before the name (ISO 32000-1, 9.6.4)
_SLACK = 0.01  # points
_RGB = {"rg", "RG"}
_FILLS, _STROKES = {"f", "F", "f*", "TJ", "Tj"}, {"S", "s"}
_PAINTS = _FILLS | _STROKES | {"Do", "sh", "B", "b"}


class Font(NamedTuple):
    """A font of the file: its name without the subset's letters, its program, and whether that is embedded whole."""

    name: str
    program: str
    embedded: bool
    subset: bool


class Leaf(NamedTuple):
    """A page of the file: its label, trimmed width and height in mm, bleed in mm, how many photographs it shows."""

    label: str
    width: float
    height: float
    bleed: float
    photographs: int


class Inspection(NamedTuple):
    """What a file is, by what stands in it: PDF version, standards that it names, condition of its output intent."""

    version: str
    standards: tuple[str, ...]
    condition: str
    fonts: tuple[Font, ...]
    spots: tuple[str, ...]
    pages: tuple[Leaf, ...]
    findings: tuple[Diagnostic, ...]


def inspect(data: bytes, order: Order, pages: int) -> Inspection:
    """Read the file that was written for an order, which should have so many pages. Raises ImportError without pikepdf.

    Every finding is an error: it means that the file is not what was promised.
    """
    from pikepdf import PdfError
    from pikepdf import open as open_file

    try:
        with open_file(BytesIO(data)) as file:
            fonts = _fonts(file)
            found = [
                *(fault("file-damaged", None, reason=each) for each in file.check_pdf_syntax()),
                *_of_the_file(file, order, pages),
                *(fault("file-font", None, font=each.name) for each in fonts if not each.embedded),
                *(fault("file-text", None, font=each) for each in _unread(file)),
                *(each for number, page in enumerate(file.pages, 1) for each in _of_page(page, number, order)),
            ]
            told = str(file.pdf_version), _standards(file), _condition(file)
            return Inspection(*told, fonts, _spots(file), tuple(map(_leaf, file.pages)), tuple(found))
    except PdfError as caught:
        return Inspection("", (), "", (), (), (), (fault("file-damaged", None, reason=str(caught)),))


def _of_the_file(file: "Pdf", order: Order, pages: int) -> Iterator[Diagnostic]:
    if len(file.pages) != pages:
        yield fault("file-pages", None, count=len(file.pages), expected=pages)
    missing = [each for each in order.standards if each not in _standards(file)]
    if missing:
        yield fault("file-standard", None, standards="、".join(missing))
    subtypes = {str(each.get("/S")) for each in file.Root.get("/OutputIntents", []) if "/DestOutputProfile" in each}
    asked = {f"/{STANDARDS[each].intent}" for each in order.standards if STANDARDS[each].intent}
    if asked - subtypes:
        yield fault("file-intent")
    if PDF_UA_1 in order.standards and not ("/StructTreeRoot" in file.Root and "/Lang" in file.Root):
        yield fault("file-tags", None, page=1)


def _of_page(page: "FilePage", number: int, order: Order) -> Iterator[Diagnostic]:
    trim, bleed, media = (page.obj.get(f"/{each}") for each in ("TrimBox", "BleedBox", "MediaBox"))
    if trim is None or media is None or not _inside(trim, bleed or media) or not _inside(bleed or media, media):
        yield fault("file-boxes", None, page=number)
    if PDF_X_4 in order.standards and "/Annots" in page.obj:
        yield fault("file-annotation", None, page=number)
    images = page.obj.Resources.get("/XObject", {}).values()
    coloured, bare, over = _content(page)
    inks_alone = order.standards and order.colour == "cmyk"
    if inks_alone and (coloured or any(each.get("/ColorSpace") == "/DeviceRGB" for each in images)):
        yield fault("file-colour", None, page=number)
    if over:
        yield fault("file-overprint", None, page=number)
    if bare and PDF_UA_1 in order.standards:
        yield fault("file-tags", None, page=number)


def _content(page: "FilePage") -> tuple[bool, bool, bool]:
    """Whether a page paints in RGB, outside of its tags and artifacts, and in white that prints over."""
    from pikepdf import parse_content_stream

    states = dict(page.obj.Resources.get("/ExtGState", {}).items())
    coloured = bare = white_over = over = False
    depth = 0
    white = {"k": False, "K": False}
    for each in parse_content_stream(page):
        name, operands = str(each.operator), each.operands
        coloured = coloured or name in _RGB
        if name in white:
            white[name] = not any(map(float, operands))
        elif name == "gs":
            over = bool(states[str(operands[0])].get("/op", over))
        elif name in {"BMC", "BDC"}:
            depth += 1
        elif name == "EMC":
            depth -= 1
        elif name in _PAINTS:
            bare = bare or not depth
            white_over = white_over or (over and white["K" if name in _STROKES else "k"])
    return coloured, bare, white_over


def _inside(inner: "Object", outer: "Object") -> bool:
    left, foot, right, top = map(float, inner)
    edges = [float(each) for each in outer]
    return (
        left >= edges[0] - _SLACK
        and foot >= edges[1] - _SLACK
        and right <= edges[2] + _SLACK
        and top <= edges[3] + _SLACK
    )


def _standards(file: "Pdf") -> tuple[str, ...]:
    """The standards that the metadata name with all their properties."""
    if "/Metadata" not in file.Root:
        return ()
    told = file.Root.Metadata.read_bytes().decode(errors="replace")
    return tuple(
        name
        for name, standard in STANDARDS.items()
        if all(f"<{each.name}>{each.value}</{each.name}>" in told for each in standard.properties)
    )


def _condition(file: "Pdf") -> str:
    """The printing condition of the output intent: its name, and its words where the name is none."""
    for each in file.Root.get("/OutputIntents", []):
        info, name = str(each.get("/Info", "")), str(each.get("/OutputConditionIdentifier", ""))
        return info if name in {"", "Custom"} else f"{name} ({info})" if info else name
    return ""


def _fonts(file: "Pdf") -> tuple[Font, ...]:
    """Every font program of the file, by name."""
    from pikepdf import Dictionary

    found = set()
    for each in file.objects:
        if not isinstance(each, Dictionary) or each.get("/Type") != "/FontDescriptor":
            continue
        tagged = str(each.FontName)[1:]
        subset = tagged[_SUBSET - 1 : _SUBSET] == "+"
        key = next((key for key in _PROGRAMS if key in each), "")
        whole = bool(key) and len(each[key].read_bytes()) > 0
        found.add(Font(tagged[_SUBSET:] if subset else tagged, _PROGRAMS.get(key, "—"), whole, subset))
    return tuple(sorted(found))


def _unread(file: "Pdf") -> list[str]:
    """The fonts whose codes stand for no text (ISO 32000-1, 9.10.2)."""
    from pikepdf import Dictionary

    fonts = (each for each in file.objects if isinstance(each, Dictionary) and each.get("/Subtype") == "/Type0")
    return sorted(str(each.BaseFont)[1:] for each in fonts if "/ToUnicode" not in each)


def _spots(file: "Pdf") -> tuple[str, ...]:
    """The spot inks that the pages paint with."""
    names = set()
    for page in file.pages:
        for space in page.obj.Resources.get("/ColorSpace", {}).values():
            if str(space[0]) == "/Separation":
                names.add(_decoded(str(space[1])[1:]))
    return tuple(sorted(names - {"All"}))


def _decoded(name: str) -> str:
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _leaf(page: "FilePage") -> Leaf:
    trim = [float(each) for each in page.obj.get("/TrimBox", page.mediabox)]
    bleed = [float(each) for each in page.obj.get("/BleedBox", trim)]
    width, height, out = (
        round(each / POINTS_PER_MM, 1) for each in (trim[2] - trim[0], trim[3] - trim[1], trim[0] - bleed[0])
    )
    return Leaf(page.label, width, height, out, len(page.obj.Resources.get("/XObject", {})))
