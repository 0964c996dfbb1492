"""Faces as the fonts of a PDF: Type 0, Identity-H and -V, the glyphs used alone (ISO 32000-1, 9.7 and 9.10.3)."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import count, groupby, repeat
from typing import NamedTuple
from zlib import crc32

from xihu_pdf.fonts import Face, Subset, make_subset
from xihu_pdf.frame import VERTICAL, Document, GlyphRun
from xihu_pdf.press.objects import Array, Book, Dictionary, deflated, name

__all__ = ["Cell", "Typeface", "Voice", "embed", "prepare"]

# A glyph and the text that it stands for; and how it is drawn: font resource, hexadecimal code, advance along the line
# in 1/1000 em.
Pair = tuple[int, str]
Cell = tuple[str, str, int]
# How a glyph stands in a vertical line, in 1/1000 em: its advance, and where its origin is from the place (9.7.4.3).
Drop = tuple[int, int, int]


class Voice(NamedTuple):
    """One font of a face: its resource name, whether it writes vertically, and the text of each new glyph number."""

    name: str
    vertical: bool
    reading: dict[int, str]


class Typeface(NamedTuple):
    """A face with the part of it that a document uses.

    A font of a PDF writes one way and gives each glyph one meaning. Where a face is used both ways, or a glyph stands
    for two texts (a quotation mark reached from two code points), the face becomes several ``voices`` that share the
    glyphs. ``widths`` has all glyphs by new number, ``drops`` those of vertical lines; ``cells`` are those of
    horizontal lines, then those of vertical ones.
    """

    face: Face
    subset: Subset
    widths: tuple[int, ...]
    drops: dict[int, Drop]
    voices: tuple[Voice, ...]
    cells: tuple[dict[Pair, Cell], dict[Pair, Cell]]


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
        **_vertical_metrics(typeface),
    }
    if not subset.is_cff:
        entries["CIDToGIDMap"] = "/Identity"
    descendants = Array([book.add(Dictionary(entries))])
    for voice in typeface.voices:
        encoding = "Identity-V" if voice.vertical else "Identity-H"
        font = {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": name(f"{tagged}-{encoding}" if subset.is_cff else tagged),
            "Encoding": name(encoding),
            "DescendantFonts": descendants,
            "ToUnicode": book.add(deflated(_to_unicode(voice.reading))),
        }
        book.fonts[voice.name] = book.add(Dictionary(font))


def _pairs(document: Document) -> dict[str, dict[tuple[bool, Pair], None]]:
    """Collect by face what its glyphs stand for, in vertical lines and in others, in reading order."""
    found: dict[str, dict[tuple[bool, Pair], None]] = {}
    for page in document.pages:
        for _, item in page.items:
            if isinstance(item, GlyphRun):
                pairs = zip(item.glyphs, item.texts, strict=True)
                found.setdefault(item.face, {}).update(dict.fromkeys(zip(repeat(item.writing == VERTICAL), pairs)))
    return found


def _typeface(face: Face, pairs: dict[tuple[bool, Pair], None], numbers: Iterator[int]) -> Typeface:
    subset = make_subset(face, tuple(sorted({glyph for _, (glyph, _) in pairs})))
    # Whole numbers, because readers cut off fractions of W; the painter makes up for the rest.
    by_new = sorted((new, old) for old, new in subset.new.items())
    widths = tuple(round(face.advance(old) * 1000) for _, old in by_new)
    drops = {subset.new[glyph]: _drop(face, glyph) for vertical, (glyph, _) in pairs if vertical}
    voices: list[Voice] = []
    cells: tuple[dict[Pair, Cell], dict[Pair, Cell]] = ({}, {})
    for vertical, (glyph, text) in pairs:
        new = subset.new[glyph]
        voice = next((each for each in voices if each.vertical == vertical and new not in each.reading), None)
        if voice is None:
            voice = Voice(f"F{next(numbers)}", vertical, {})
            voices.append(voice)
        voice.reading[new] = text
        cells[vertical][glyph, text] = (voice.name, f"{new:04X}", drops[new][0] if vertical else widths[new])
    return Typeface(face, subset, widths, drops, tuple(voices), cells)


def _drop(face: Face, glyph: int) -> Drop:
    right, up = face.vertical_origin(glyph)
    return round(face.vertical_advance(glyph) * 1000), round(right * 1000), round(up * 1000)


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
    """Write the widths that are not an em as W (9.7.4.3)."""
    return _ranges([(code, (width,)) for code, width in enumerate(widths) if width != 1000])


def _vertical_metrics(typeface: Typeface) -> dict[str, object]:
    """Write DW2 as most glyphs of vertical lines have it, W2 for the others; nothing without such lines (9.7.4.3)."""
    if not typeface.drops:
        return {}
    ((advance, up), _), *_ = Counter((down, top) for down, _, top in typeface.drops.values()).most_common(1)
    odd: list[tuple[int, tuple[int, ...]]] = []
    for code, (down, right, top) in sorted(typeface.drops.items()):
        # Without W2 a glyph's middle is on the line's axis; half widths are cut to whole numbers here and there.
        if (down, top) != (advance, up) or abs(right - typeface.widths[code] / 2) > 1:
            odd.append((code, (-down, right, top)))
    metrics: dict[str, object] = {"DW2": Array([up, -advance])}
    if odd:
        metrics["W2"] = Array(_ranges(odd))
    return metrics


def _ranges(measures: list[tuple[int, tuple[int, ...]]]) -> list[object]:
    """Write the measures of codes that rise: a first code, then an array of the measures from there on, and so on."""
    ranges: list[object] = []
    for _, group in groupby(enumerate(measures), lambda each: each[1][0] - each[0]):
        neighbours = [each for _, each in group]
        ranges += [neighbours[0][0], Array([value for _, values in neighbours for value in values])]
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
