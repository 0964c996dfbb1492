"""Faces, and documents small enough to be read in the head."""

from io import BytesIO
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from xihu_pdf.fonts import Face, open_face
from xihu_pdf.frame import BLACK, Document, GlyphRun, PageFrame, Placed
from xihu_pdf.geometry import Size

FONTS = Path(__file__).parents[2] / "fonts"


@pytest.fixture(scope="session")
def song() -> Face:
    return open_face(str(FONTS / "XihuSong-Regular.otf"))


@pytest.fixture(scope="session")
def hei() -> Face:
    return open_face(str(FONTS / "XihuHei-Regular.otf"))


@pytest.fixture(scope="session")
def kai() -> Face:
    return open_face(str(FONTS / "XihuKai-Regular.ttf"))


@pytest.fixture(scope="session")
def odd(tmp_path_factory) -> Face:
    """Squares in 2048 units: the widths of a, b and c are no whole thousandths of an em."""
    pen = TTGlyphPen(None)
    for step, corner in enumerate([(100, 0), (100, 900), (900, 900), (900, 0)]):
        (pen.lineTo if step else pen.moveTo)(corner)
    pen.closePath()
    names = [".notdef", "a", "b", "c"]
    builder = FontBuilder(2048, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(name): name for name in "abc"})
    builder.setupGlyf(dict.fromkeys(names, pen.glyph()))
    builder.setupHorizontalMetrics({name: (1000 + 7 * at, 100) for at, name in enumerate(names)})
    builder.setupHorizontalHeader(ascent=1800, descent=-400)
    builder.setupNameTable({"familyName": "Odd", "styleName": "Regular", "psName": "Odd-Regular"})
    builder.setupOS2()
    builder.setupPost()
    file = BytesIO()
    builder.save(file)
    path = tmp_path_factory.mktemp("fonts") / "odd.ttf"
    path.write_bytes(file.getvalue())
    return open_face(str(path))


@pytest.fixture(scope="session")
def faces(song, kai, odd) -> dict[str, Face]:
    return {face.key: face for face in (song, kai, odd)}


@pytest.fixture(scope="session")
def line():
    """Set a text as one run, its glyphs at their advances and ``gap`` points more between them."""

    def set_line(face: Face, text: str, size: float = 10.0, gap: float = 0.0) -> GlyphRun:
        glyphs = tuple(map(face.glyph, text))
        offsets = [0.0]
        for glyph in glyphs:
            offsets.append(offsets[-1] + face.advance(glyph) * size + gap)
        return GlyphRun(face.key, size, BLACK, glyphs, tuple(offsets[:-1]), tuple(text))

    return set_line


@pytest.fixture(scope="session")
def sheet():
    """Make a document of one page from places and items."""

    def make(*items, width: float = 200.0, height: float = 100.0) -> Document:
        page = PageFrame(Size(width, height), tuple(Placed(*each) for each in items))
        return Document("西湖日报", "zh-Hans", "", (page,))

    return make
