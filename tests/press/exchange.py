"""A checker of PDF/X-4 (ISO 15930-7:2010) on pikepdf: what a press house's preflight would refuse."""

from io import BytesIO
from xml.etree import ElementTree as ET

import pikepdf

__all__ = ["exchange_faults"]

_XMP = {
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_ASKED = ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate", "xmpMM:DocumentID", "xmpMM:VersionID", "dc:title")
_RGB = {"rg", "RG"}
_ACTIONS = {"/OpenAction", "/AA"}
MOST_INK = 2.2


def exchange_faults(data: bytes) -> set[str]:
    """Everything that the file breaks, in a word each."""
    with pikepdf.open(BytesIO(data)) as file:
        found = _of_the_file(file) | _of_the_metadata(file)
        for page in file.pages:
            found |= _of_the_page(page) | _of_the_ink(page)
        return found | _of_the_spots(file)


def _of_the_file(file) -> set[str]:
    root, found = file.Root, set()
    if float(file.pdf_version) > 1.6:
        found.add("version")
    intents = [each for each in root.get("/OutputIntents", []) if each.S == "/GTS_PDFX"]
    if len(intents) != 1 or "/DestOutputProfile" not in intents[0]:
        found.add("intent")
    elif intents[0].DestOutputProfile.read_bytes()[12:20] != b"prtrCMYK":
        found.add("profile")
    if _ACTIONS & set(root.keys()) or "/JavaScript" in root.get("/Names", {}):
        found.add("action")
    if file.is_encrypted or "/ID" not in file.trailer:
        found.add("trailer")
    if file.docinfo.get("/Trapped") not in ("/True", "/False"):
        found.add("trapped")
    for each in file.objects:
        descriptor = isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/FontDescriptor"
        if descriptor and not {"/FontFile", "/FontFile2", "/FontFile3"} & set(each.keys()):
            found.add("font")
    return found


def _of_the_metadata(file) -> set[str]:
    if "/Metadata" not in file.Root:
        return {"metadata"}
    tree = ET.fromstring(file.Root.Metadata.read_bytes().decode())  # noqa: S314 - our own file
    found = {name.partition(":")[2] for name in _ASKED if tree.find(f".//{name}", _XMP) is None}
    version = tree.find(".//pdfxid:GTS_PDFXVersion", _XMP)
    return found if version is not None and version.text == "PDF/X-4" else {*found, "pdfx-version"}


def _of_the_page(page) -> set[str]:
    found = set()
    media, trim = page.get("/MediaBox"), page.get("/TrimBox")
    if (
        trim is None
        or not _inside(trim, page.get("/BleedBox", media))
        or not _inside(page.get("/BleedBox", media), media)
    ):
        found.add("boxes")
    if any(_meets(each.Rect, page.get("/BleedBox", media)) for each in page.get("/Annots", [])):
        found.add("annotation")
    for image in page.Resources.get("/XObject", {}).values():
        if image.get("/ColorSpace") == "/DeviceRGB":
            found.add("colour")
    states = page.Resources.get("/ExtGState", {}).values()
    if any(float(each.get("/ca", 1)) < 1 or "/SMask" in each for each in states) and "/Group" not in page:
        found.add("group")
    return found


def _of_the_spots(file) -> set[str]:
    """Spot inks whose other colour no press prints, or that are not alike everywhere."""
    found, known = set(), {}
    for page in file.pages:
        for space in page.Resources.get("/ColorSpace", {}).values():
            kind, name, alternate, shades = space
            if kind != "/Separation" or alternate not in ("/DeviceCMYK", "/DeviceGray"):
                found.add("spot-space")
            shade = [float(each) for each in shades.C1]
            if known.setdefault(str(name), shade) != shade:
                found.add("spot-twice")
    return found


def _of_the_ink(page) -> set[str]:
    found, overprints, white = set(), False, False
    states = page.Resources.get("/ExtGState", {})
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in _RGB:
            found.add("colour")
        elif name == "gs":
            overprints = bool(states[str(operands[0])].get("/op", overprints))
        elif name in {"k", "K"}:
            inks = [float(each) for each in operands]
            white = not any(inks)
            if sum(inks) > MOST_INK + 0.001:
                found.add("ink")
        elif name in {"f", "TJ", "Tj"} and white and overprints:
            found.add("white-overprint")
    return found


def _inside(inner, outer) -> bool:
    left, bottom, right, top = map(float, inner)
    return left >= float(outer[0]) and bottom >= float(outer[1]) and right <= float(outer[2]) and top <= float(outer[3])


def _meets(one, other) -> bool:
    left, bottom, right, top = map(float, one)
    return left < float(other[2]) and right > float(other[0]) and bottom < float(other[3]) and top > float(other[1])
