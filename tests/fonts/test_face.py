"""A face tells its letters and measures truly, and files that cannot be used are refused by name."""

from io import BytesIO
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont
from hypothesis import given
from hypothesis import strategies as st

from xihu_pdf.errors import fault
from xihu_pdf.fonts.face import Face, FaceFault, face_count, open_face

FONTS = Path(__file__).parents[2] / "fonts"
SONG, KAI = str(FONTS / "XihuSong-Regular.otf"), str(FONTS / "XihuKai-Regular.ttf")


@pytest.fixture(scope="module")
def song() -> Face:
    return open_face(SONG)


def small_font(name: str = "Small", width: int = 1229, **os2: int) -> bytes:
    """A TrueType font of 2048 units with one square for ``A`` and one for ``中``."""
    pen = TTGlyphPen(None)
    for step, corner in enumerate([(100, 0), (100, 1400), (1000, 1400), (1000, 0)]):
        (pen.lineTo if step else pen.moveTo)(corner)
    pen.closePath()
    square = pen.glyph()
    builder = FontBuilder(2048, isTTF=True)
    builder.setupGlyphOrder([".notdef", "A", "zhong"])
    builder.setupCharacterMap({ord("A"): "A", ord("中"): "zhong"})
    builder.setupGlyf({".notdef": square, "A": square, "zhong": square})
    builder.setupHorizontalMetrics({".notdef": (2048, 100), "A": (width, 100), "zhong": (2048, 100)})
    builder.setupHorizontalHeader(ascent=1800, descent=-400)
    builder.setupNameTable({"familyName": name, "styleName": "Regular", "psName": name})
    builder.setupOS2(**{"sTypoAscender": 1802, "sTypoDescender": -246, "usWeightClass": 700, **os2})
    builder.setupPost(italicAngle=-12)
    file = BytesIO()
    builder.save(file)
    return file.getvalue()


@pytest.fixture
def saved(tmp_path):
    def save(data: bytes, name: str = "font.ttf") -> str:
        path = tmp_path / name
        path.write_bytes(data)
        return str(path)

    return save


def test_song_knows_its_measures(song):
    assert (song.family, song.postscript_name, song.weight) == ("Xihu Song", "XihuSong-Regular", 400)
    assert (song.units_per_em, song.is_cff) == (1000, True)
    assert (song.ascent, song.descent) == (880, -120)
    assert 650 < song.cap_height < 800
    assert song.italic_angle == 0


def test_measures_are_in_thousandths_of_an_em_whatever_the_units(saved):
    face = open_face(saved(small_font()))
    assert (face.units_per_em, face.weight, face.is_cff, face.italic_angle) == (2048, 700, False, -12)
    assert face.ascent == pytest.approx(1802 / 2.048)
    assert face.descent == pytest.approx(-246 / 2.048)
    assert face.bbox == pytest.approx((100 / 2.048, 0, 1000 / 2.048, 1400 / 2.048))
    assert face.advance(face.glyph("A")) == pytest.approx(1229 / 2048)
    assert face.extents(face.glyph("A")) == pytest.approx((100 / 2048, 0, 1000 / 2048, 1400 / 2048))


def test_the_key_follows_the_content_and_not_the_path(saved):
    first = open_face(saved(small_font(), "a.ttf")).key
    assert first == open_face(saved(small_font(), "b.ttf")).key
    assert first != open_face(saved(small_font(width=1230), "c.ttf")).key
    assert first.startswith("Small-")


def test_glyphs_are_found_and_missing_ones_are_0(song):
    assert song.glyph("中") > 0
    assert song.glyph("\ue000") == 0
    assert song.covers("中文，A")
    assert not song.covers("中\ue000")


def test_a_blank_has_no_ink(song):
    assert song.extents(song.glyph("　")) is None
    left, bottom, right, top = song.extents(song.glyph("中"))
    assert 0 < left < right < 1
    assert -0.12 < bottom < 0 < top < 0.9


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), max_size=40))
def test_ideographs_are_shaped_as_they_are_looked_up(text):
    face = open_face(KAI)
    shaped = face.shape(text, "zh-Hans")
    assert shaped.glyphs == tuple(map(face.glyph, text))
    assert shaped.advances == tuple(map(face.advance, shaped.glyphs))
    assert shaped.clusters == tuple(range(len(text)))
    assert shaped.xs == shaped.ys == ()


def test_features_are_switched_on_and_off(song):
    assert song.shape("。", features=("halt",)).advances == (0.5,)
    assert song.shape("。", features=("-halt",)).advances == (1.0,)
    assert song.shape("。").advances == (1.0,)


def test_vertical_text_takes_vertical_forms_and_runs_down(song):
    upright, vertical = song.shape("（中）"), song.shape("（中）", vertical=True)
    assert vertical.glyphs[0] != upright.glyphs[0]
    assert vertical.glyphs[1] == upright.glyphs[1]
    assert vertical.advances == (1.0, 1.0, 1.0)
    assert vertical.xs == (-0.5, -0.5, -0.5)
    assert vertical.ys == (-0.88, -0.88, -0.88)


@pytest.mark.parametrize("name", ["XihuSong-Regular.otf", "XihuHei-Regular.otf", "XihuKai-Regular.ttf"])
def test_vertical_measures_are_those_that_text_is_shaped_with(name):
    face = open_face(str(FONTS / name))
    shaped = face.shape("国，“好”——……（）A1% 　", vertical=True)
    assert shaped.advances == tuple(map(face.vertical_advance, shaped.glyphs))
    origins = [face.vertical_origin(glyph) for glyph in shaped.glyphs]
    assert shaped.xs == tuple(-x for x, _ in origins)
    assert shaped.ys == tuple(-y for _, y in origins)
    for glyph, (x, _) in zip(shaped.glyphs, origins, strict=True):
        assert x == pytest.approx(face.advance(glyph) / 2, abs=0.001)


@pytest.mark.parametrize("name", ["XihuSong-Regular.otf", "XihuHei-Regular.otf", "XihuKai-Regular.ttf"])
def test_a_dash_takes_two_em_down_and_its_ink_fills_them(name):
    face = open_face(str(FONTS / name))
    (dash,) = face.shape("——", vertical=True).glyphs
    assert face.vertical_advance(dash) == 2
    _, bottom, _, top = face.extents(dash)
    up = face.vertical_origin(dash)[1]
    assert 0 <= up - top < 0.1
    assert 1.9 < up - bottom <= 2


@pytest.mark.parametrize(("ascender", "descender", "top"), [(1802, -246, 1802), (2250, -600, 0.88 * 2048)])
def test_a_face_without_vertical_measures_sets_em_squares(saved, ascender, descender, top):
    face = open_face(saved(small_font(sTypoAscender=ascender, sTypoDescender=descender)))
    assert not face.is_vertical
    shaped = face.shape("中A", vertical=True)
    assert shaped.advances == (1.0, 1.0) == tuple(map(face.vertical_advance, shaped.glyphs))
    assert face.vertical_origin(shaped.glyphs[1]) == pytest.approx((1229 / 2 / 2048, top / 2048), abs=0.0005)
    assert shaped.ys == pytest.approx((-top / 2048,) * 2, abs=0.0005)
    assert face.shape("A").advances == (1229 / 2048,)


def test_clusters_count_characters_beyond_the_basic_plane_once(song):
    assert song.shape("𠀀中𠀁").clusters == (0, 1, 2)


def test_a_missing_character_becomes_glyph_0(song):
    assert song.shape("中\ue000").glyphs == (song.glyph("中"), 0)


def test_faces_of_a_collection_are_counted_and_told_apart(saved):
    collection = TTCollection()
    collection.fonts = [TTFont(BytesIO(small_font("One"))), TTFont(BytesIO(small_font("Two")))]
    file = BytesIO()
    collection.save(file)
    path = saved(file.getvalue(), "two.ttc")
    assert face_count(path) == 2
    assert [open_face(path, number).postscript_name for number in (0, 1)] == ["One", "Two"]
    assert open_face(path, 0).key != open_face(path, 1).key
    assert refusal(path, 2) == "font-number"


def test_a_plain_file_holds_one_face():
    assert face_count(SONG) == 1
    assert refusal(SONG, 1) == "font-number"


def refusal(path: str, number: int = 0) -> str:
    """The code by which a file is refused; its message can be said in both languages."""
    with pytest.raises(FaceFault) as caught:
        open_face(path, number)
    finding = fault(caught.value.code, **caught.value.values)
    assert finding.line("zh") != finding.line("en")
    assert path in finding.message("zh")
    return caught.value.code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"hello, this is text", "font-unknown"),
        (b"", "font-unknown"),
        (b"wOFF" + bytes(60), "font-packed"),
        (b"wOF2" + bytes(60), "font-packed"),
        (small_font()[:-200], "font-damaged"),
        (small_font()[:40], "font-damaged"),
        (small_font().replace(b"hmtx", b"xxxx", 1), "font-damaged"),
        (small_font().replace(b"glyf", b"EBDT", 1), "font-no-outlines"),
        (small_font().replace(b"glyf", b"CFF2", 1), "font-variable"),
        (small_font(fsType=0x0002), "font-forbids-embedding"),
        (small_font(fsType=0x0100), "font-forbids-embedding"),
        (small_font(fsType=0x0200), "font-forbids-embedding"),
    ],
    ids=range(12),
)
def test_files_that_cannot_be_used_are_refused_by_name(saved, data, code):
    assert refusal(saved(data)) == code


@pytest.mark.parametrize("rights", [0x0000, 0x0004, 0x0008])
def test_preview_and_editable_embedding_are_allowed(saved, rights):
    assert open_face(saved(small_font(fsType=rights))).postscript_name == "Small"


def test_a_file_that_is_not_there_is_refused(tmp_path):
    assert refusal(str(tmp_path / "none.otf")) == "font-unreadable"
    assert refusal(str(tmp_path)) == "font-unreadable"
