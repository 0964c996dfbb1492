"""Fonts read in the head: every Han and every full-width mark is one em square wide, everything else half an em."""

from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from hypothesis import settings

from xihu_pdf.fonts import Chain, Library, Shelf
from xihu_pdf.frame import BLACK
from xihu_pdf.stock import Stock, open_stock
from xihu_pdf.typeset import Compositor, Style

ROOT = Path(__file__).parents[1]

# No deadline: a first example pays for imports and fonts. Derandomized: a run of the suite is the same each time.
settings.register_profile("house", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("house")

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


@pytest.fixture(scope="session")
def em_library(tmp_path_factory) -> Library:
    """The em-square Song, and behind it a face with a rare Han above the Basic Multilingual Plane and kana."""
    folder = tmp_path_factory.mktemp("em")
    song = em_square_font(folder / "em.ttf", "Em Song", HAN + MARKS + ASCII)
    rare = em_square_font(folder / "rare.ttf", "Em Rare", "𠮷𠀋あ葛")
    return Library((Shelf(song, 0, "song"), Shelf(rare, 0, "kai")))


@pytest.fixture(scope="session")
def em_chain(em_library) -> Chain:
    chain = em_library.chain("song")
    assert chain is not None
    return chain


@pytest.fixture
def em(em_chain) -> Compositor:
    """A compositor of 10 pt, so that a tenth of every length in points is its em; it has met no text yet."""
    return Compositor(Style(em_chain, 10.0, BLACK, "zh-Hans"))


@pytest.fixture(scope="session")
def shipped_stock() -> Stock:
    return open_stock(str(ROOT))


@pytest.fixture(scope="session")
def song(shipped_stock) -> Compositor:
    """The body face as shipped, at the body size of the page."""
    chain = shipped_stock.chain("song")
    assert chain is not None
    return Compositor(Style(chain, 9.0, BLACK, "zh-Hans"))
