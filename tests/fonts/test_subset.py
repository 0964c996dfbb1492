"""A subset draws what the whole face draws."""

from io import BytesIO
from pathlib import Path

import pytest
import uharfbuzz as hb
from fontTools.cffLib import CFFFontSet
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

from xihu_pdf.fonts import subset as room
from xihu_pdf.fonts.face import Face, FaceFault, open_face
from xihu_pdf.fonts.subset import make_subset

FONTS = Path(__file__).parents[2] / "fonts"
Box = tuple[float, float, float, float]
NAMES = ("XihuSong-Regular.otf", "XihuKai-Regular.ttf")


@pytest.fixture(scope="module", params=NAMES)
def face(request) -> Face:
    return open_face(str(FONTS / request.param))


def glyphs_of(face: Face, text: str) -> tuple[int, ...]:
    return tuple(sorted(set(map(face.glyph, text))))


def test_new_numbers_are_dense_and_begin_with_notdef(face):
    glyphs = glyphs_of(face, "西湖日报，2023")
    subset = make_subset(face, glyphs)
    assert subset.new[0] == 0
    assert sorted(subset.new.values()) == list(range(len(glyphs) + 1))
    assert set(subset.new) == {0, *glyphs}
    assert subset.is_cff == face.is_cff


def test_outlines_and_widths_are_those_of_the_face(face):
    text = "西湖日报，永A。"
    subset = make_subset(face, glyphs_of(face, text))
    draw = cff_glyph if subset.is_cff else truetype_glyph
    for character in text:
        old = face.glyph(character)
        bounds, width = draw(subset.data, subset.new[old])
        assert width == pytest.approx(face.advance(old) * 1000)
        assert bounds == pytest.approx([edge * 1000 for edge in face.extents(old)], abs=1)


def cff_glyph(data: bytes, number: int) -> tuple[Box, float]:
    fonts = CFFFontSet()
    fonts.decompile(BytesIO(data), None)
    top = fonts[0]
    outline = top.CharStrings[top.charset[number]]
    pen = BoundsPen(None)
    outline.draw(pen)
    return pen.bounds, outline.width


def truetype_glyph(data: bytes, number: int) -> tuple[Box, float]:
    font = TTFont(BytesIO(data))
    name = font.getGlyphName(number)
    pen = BoundsPen(None)
    font["glyf"][name].draw(pen, font["glyf"])
    return pen.bounds, font["hmtx"][name][0]


def test_a_cff_subset_names_its_glyphs_by_number():
    face = open_face(str(FONTS / NAMES[0]))
    fonts = CFFFontSet()
    fonts.decompile(BytesIO(make_subset(face, glyphs_of(face, "西湖日报")).data), None)
    assert fonts[0].charset == [".notdef", "cid00001", "cid00002", "cid00003", "cid00004"]


def test_a_truetype_subset_holds_nothing_but_what_drawing_needs():
    face = open_face(str(FONTS / NAMES[1]))
    font = TTFont(BytesIO(make_subset(face, glyphs_of(face, "西湖日报")).data))
    assert set(font.keys()) == {"GlyphOrder", "glyf", "head", "hhea", "hmtx", "loca", "maxp"}


def test_the_same_glyphs_make_the_same_bytes(face):
    glyphs = glyphs_of(face, "西湖日报")
    assert make_subset(face, glyphs).data == make_subset(face, glyphs).data


def test_a_glyph_that_changed_is_noticed(face, monkeypatch):
    other = hb.Font(open_face(str(FONTS / "XihuHei-Bold.otf")).font.face)
    monkeypatch.setattr(room.hb, "Font", lambda _: other)
    with pytest.raises(FaceFault) as caught:
        make_subset(face, glyphs_of(face, "西湖日报"))
    assert caught.value.code == "font-subset-differs"
    assert caught.value.values["face"] == face.postscript_name


def test_a_variable_face_is_embedded_in_its_default_instance(tmp_path):
    path = tmp_path / "variable.ttf"
    path.write_bytes(variable_font())
    face = open_face(str(path))
    subset = make_subset(face, (face.glyph("一"),))
    tables = TTFont(BytesIO(subset.data)).keys()
    assert not {"fvar", "gvar", "HVAR"} & set(tables)
    bounds, width = truetype_glyph(subset.data, subset.new[face.glyph("一")])
    assert (bounds, width) == ((100, 0, 900, 800), 1000)


def variable_font() -> bytes:
    """A face whose one letter grows wider along its weight axis; the default is 400."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.ttGlyphPen import TTGlyphPen
    from fontTools.ttLib.tables.TupleVariation import TupleVariation

    pen = TTGlyphPen(None)
    pen.moveTo((100, 0))
    for point in ((100, 800), (900, 800), (900, 0)):
        pen.lineTo(point)
    pen.closePath()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "one"])
    builder.setupCharacterMap({ord("一"): "one"})
    square = pen.glyph()
    builder.setupGlyf({".notdef": square, "one": square})
    builder.setupHorizontalMetrics({".notdef": (1000, 100), "one": (1000, 100)})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Variable", "styleName": "Regular", "psName": "Variable-Regular"})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, fsType=0)
    builder.setupPost()
    builder.setupFvar([("wght", 100, 400, 900, "Weight")], [])
    wider = [(0, 0), (0, 0), (200, 0), (200, 0), (0, 0), (200, 0), (0, 0), (0, 0)]
    builder.setupGvar({"one": [TupleVariation({"wght": (0.0, 1.0, 1.0)}, wider)]})
    file = BytesIO()
    builder.save(file)
    return file.getvalue()
