"""Fonts made for tests: every Han and every full-width mark is one em square wide, everything else half an em."""

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

__all__ = ["ASCII", "HAN", "MARKS", "em_square_font"]

# The 3755 commonest Han, as GB 2312 has them on its first level.
HAN = "".join(bytes((row, cell)).decode("gb2312", "ignore") for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
MARKS = "“”‘’（）《》〈〉「」『』【】〖〗〔〕［］，、；：。．？！·・—…～／％"
ASCII = "".join(map(chr, range(0x20, 0x7F)))


def _square(width: int):
    pen = TTGlyphPen(None)
    pen.moveTo((0, -120))
    for corner in ((0, 880), (width, 880), (width, -120)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()


def em_square_font(path: Path, name: str, characters: str) -> str:
    """Write a TrueType font of 1000 units whose glyphs are boxes of an em, of half an em below U+0080."""
    names = {character: f"u{ord(character):05X}" for character in characters}
    widths = {".notdef": 1000} | {names[each]: 500 if each < "\x80" else 1000 for each in characters}
    boxes = {width: _square(width) for width in (500, 1000)}
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(list(widths))
    builder.setupCharacterMap({ord(character): glyph for character, glyph in names.items()})
    builder.setupGlyf({glyph: boxes[width] for glyph, width in widths.items()})
    builder.setupHorizontalMetrics({glyph: (width, 0) for glyph, width in widths.items()})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": name, "styleName": "Regular", "psName": name.replace(" ", "")})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, usWeightClass=400)
    builder.setupPost()
    builder.save(path)
    return str(path)
