"""Faces as the fonts of a PDF: Type 0, Identity-H, the glyphs used and no others (ISO 32000-1, 9.7 and 9.10.3)."""

from collections.abc import Iterator, Mapping
from itertools import count, groupby
from typing import NamedTuple
from zlib import crc32

from xihu_pdf.fonts import Face, Subset, make_subset
from xihu_pdf.frame import Document, GlyphRun
from xihu_pdf.press.objects import Array, Book, Dictionary, deflated, name

__all__ = ["Cell", "Typeface", "embed", "prepare"]

# A glyph and the text that it stands for; and how it is drawn: font resource, hexadecimal code, width in 1/1000 em.
Pair = tuple[int, str]
Cell = tuple[str, str, int]


class Typeface(NamedTuple):
    """A face with the part of it that a document uses.

    A font of a PDF gives each glyph one meaning. Where a glyph stands for two texts (a quotation mark reached from
    two code points) the face becomes several fonts that share the glyphs: ``readings`` has a dictionary for each,
    from new glyph number to text, and ``names`` their resource names.
    """

    face: Face
    subset: Subset
    widths: tuple[int, ...]
    names: tuple[str, ...]
    readings: tuple[dict[int, str], ...]
    cells: dict[Pair, Cell]


def prepare(document: Document, faces: Mapping[str, Face]) -> dict[str, Typeface]:
    """Cut every face of the document down to what is drawn; resource names follow the order of first use.

    Raises FaceFault when a face does not survive it.
    """
    numbers = count(1)
    return {key: _typeface(faces[key], pairs, numbers) for key, pairs in _pairs(document).items()}


def embed(book: Book, typeface: Typeface) -> None:
    """Put the font objects of a typeface into the book and its resource names into the font dictionary."""
    face, subset = typeface.face, typeface.subset
    tagged = f"{_tag(typeface)}+{face.postscript_name}"
    entries: dict[str, object] = {
        "Type": "/Font",
        "Subtype": "/CIDFontType0" if subset.is_cff else "/CIDFontType2",
        "BaseFont": name(tagged),
        "CIDSystemInfo": Dictionary({"Registry": "(Adobe)", "Ordering": "(Identity)", "Supplement": 0}),
        "FontDescriptor": book.add(_descriptor(book, typeface, tagged)),
        "DW": 1000,
        "W": Array(_width_ranges(typeface.widths)),
    }
    if not subset.is_cff:
        entries["CIDToGIDMap"] = "/Identity"
    descendants = Array([book.add(Dictionary(entries))])
    for resource, reading in zip(typeface.names, typeface.readings, strict=True):
        font = {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": name(f"{tagged}-Identity-H" if subset.is_cff else tagged),
            "Encoding": "/Identity-H",
            "DescendantFonts": descendants,
            "ToUnicode": book.add(deflated(_to_unicode(reading))),
        }
        book.fonts[resource] = book.add(Dictionary(font))


def _pairs(document: Document) -> dict[str, dict[Pair, None]]:
    """Collect by face what its glyphs stand for, in reading order."""
    found: dict[str, dict[Pair, None]] = {}
    for page in document.pages:
        for _, item in page.items:
            if isinstance(item, GlyphRun):
                found.setdefault(item.face, {}).update(dict.fromkeys(zip(item.glyphs, item.texts, strict=True)))
    return found


def _typeface(face: Face, pairs: dict[Pair, None], numbers: Iterator[int]) -> Typeface:
    subset = make_subset(face, tuple(sorted({glyph for glyph, _ in pairs})))
    # Whole numbers, because readers cut off fractions of W; the painter makes up for the rest.
    by_new = sorted((new, old) for old, new in subset.new.items())
    widths = tuple(round(face.advance(old) * 1000) for _, old in by_new)
    names: list[str] = []
    readings: list[dict[int, str]] = []
    cells: dict[Pair, Cell] = {}
    for glyph, text in pairs:
        new = subset.new[glyph]
        voice = next((at for at, reading in enumerate(readings) if new not in reading), len(readings))
        if voice == len(readings):
            readings.append({})
            names.append(f"F{next(numbers)}")
        readings[voice][new] = text
        cells[glyph, text] = (names[voice], f"{new:04X}", widths[new])
    return Typeface(face, subset, widths, tuple(names), tuple(readings), cells)


def _tag(typeface: Typeface) -> str:
    """Make the six letters before a subset's name (9.6.4): equal for equal subsets, in whatever document."""
    rest = crc32(f"{typeface.face.key} {sorted(typeface.subset.new)}".encode())
    letters = ""
    for _ in range(6):
        rest, letter = divmod(rest, 26)
        letters += chr(ord("A") + letter)
    return letters


def _descriptor(book: Book, typeface: Typeface, tagged: str) -> Dictionary:
    face = typeface.face
    if typeface.subset.is_cff:
        key, program = "FontFile3", deflated(typeface.subset.data, {"Subtype": "/CIDFontType0C"})
    else:
        key, program = "FontFile2", deflated(typeface.subset.data, {"Length1": len(typeface.subset.data)})
    symbolic, italic = 4, 64
    return Dictionary(
        {
            "Type": "/FontDescriptor",
            "FontName": name(tagged),
            "Flags": symbolic | (italic if face.italic_angle else 0),
            "FontBBox": Array([round(edge) for edge in face.bbox]),
            "ItalicAngle": round(face.italic_angle, 3),
            "Ascent": round(face.ascent),
            "Descent": round(face.descent),
            "CapHeight": round(face.cap_height),
            # Required, told by no font file, and read only where a font is missing: guessed from the weight.
            "StemV": round(10 + 220 * (face.weight - 50) / 900),
            key: book.add(program),
        }
    )


def _width_ranges(widths: tuple[int, ...]) -> list[object]:
    """Write the widths that are not an em as W (9.7.4.3): first code, then those of the codes from there on."""
    ranges: list[object] = []
    odd = [(code, width) for code, width in enumerate(widths) if width != 1000]
    for _, group in groupby(enumerate(odd), lambda each: each[1][0] - each[0]):
        neighbours = [each for _, each in group]
        ranges += [neighbours[0][0], Array([width for _, width in neighbours])]
    return ranges


_CMAP_HEAD = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_CMAP_TAIL = b"""endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
_CMAP_BLOCK = 100  # entries that a block may hold, by the CMap specification (Adobe technical note 5014)


def _to_unicode(reading: dict[int, str]) -> bytes:
    """Write the CMap from codes to text, from which readers search, copy and read aloud."""
    lines = [b"<%04X> <%s>\n" % (code, text.encode("utf-16-be").hex().encode()) for code, text in reading.items()]
    lines.sort()
    blocks = []
    for at in range(0, len(lines), _CMAP_BLOCK):
        block = lines[at : at + _CMAP_BLOCK]
        blocks += [b"%d beginbfchar\n" % len(block), *block, b"endbfchar\n"]
    return b"".join((_CMAP_HEAD, *blocks, _CMAP_TAIL))
