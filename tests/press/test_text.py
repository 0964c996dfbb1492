"""Text: what readers read back is what was set, where it was set, as wide as the font says."""

import ctypes
from io import BytesIO

import pikepdf
import pypdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.pens.basePen import NullPen
from fontTools.ttLib import TTFont
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from xihu_pdf.frame import Ink
from xihu_pdf.geometry import Point
from xihu_pdf.press import write


def read_by_pdfium(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as file:
        return file[0].get_textpage().get_text_range().replace("\r\n", "\n")


def read_by_pypdf(data: bytes) -> str:
    return pypdf.PdfReader(BytesIO(data)).pages[0].extract_text()


READERS = pytest.mark.parametrize("read", [read_by_pdfium, read_by_pypdf])


def places(data: bytes) -> list[tuple[str, float, float]]:
    """Every character with the origin of its glyph, y upward, as pdfium finds it."""
    with pypdfium2.PdfDocument(data) as file:
        text = file[0].get_textpage()
        found = []
        for at in range(text.count_chars()):
            x, y = ctypes.c_double(), ctypes.c_double()
            pdfium.FPDFText_GetCharOrigin(text, at, x, y)
            found.append((chr(pdfium.FPDFText_GetUnicode(text, at)), x.value, y.value))
        return found


def operators(data: bytes) -> str:
    with pikepdf.open(BytesIO(data)) as file:
        return file.pages[0].Contents.read_bytes().decode("ascii")


@READERS
def test_text_of_both_kinds_of_face_is_read_back(read, faces, song, kai, line, sheet):
    texts = ["西湖日报，2023年1月", "本报讯（记者 王小明）“好”"]
    document = sheet((Point(10, 20), line(song, texts[0])), (Point(10, 50), line(kai, texts[1])))
    assert read(write(document, faces, {})).split("\n") == texts


@READERS
@pytest.mark.parametrize(
    ("glyphs", "texts"),
    [
        pytest.param("中f文", ("中", "ffi", "文"), id="ligature"),
        pytest.param("中e´文", ("中", "é", "", "文"), id="two glyphs for one text"),
        pytest.param("中e´文´", ("中", "é", "", "文", "´"), id="a glyph silent and spoken"),
        pytest.param("中“文“中", ("中", "“", "文", "〝", "中"), id="one glyph for two texts"),
        pytest.param("中文中", ("中", "𠀀", "中"), id="beyond the basic plane"),
    ],
)
def test_a_glyph_is_read_as_the_text_it_stands_for(*, read, glyphs, texts, faces, song, line, sheet):
    run = line(song, glyphs)._replace(texts=texts)
    assert read(write(sheet((Point(10, 20), run)), faces, {})) == "".join(texts)


def test_a_second_meaning_costs_a_second_font_but_no_second_font_file(faces, song, line, sheet):
    run = line(song, "中“文“中")._replace(texts=("中", "“", "文", "〝", "中"))
    with pikepdf.open(BytesIO(write(sheet((Point(10, 20), run)), faces, {}))) as file:
        first, second = file.pages[0].Resources.Font.values()
        assert first.DescendantFonts[0].objgen == second.DescendantFonts[0].objgen


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(st.sampled_from("西湖日报年月人民abcA1，。“”（）"), min_size=1, max_size=40),
    size=st.floats(5, 60),
    x=st.floats(0, 90),
    gap=st.floats(-0.7, 3),
)
def test_every_glyph_stands_within_a_hundredth_of_a_point(*, text, size, x, gap, faces, song, line, sheet):
    run = line(song, text, size, gap)
    data = write(sheet((Point(x, 321.123), run), width=4000, height=800), faces, {})
    found = [place for place in places(data) if place[0].strip()]
    for (character, at_x, at_y), offset, expected in zip(found, run.offsets, text, strict=True):
        assert character == expected
        assert at_x == pytest.approx(x + offset, abs=0.01)
        assert at_y == pytest.approx(800 - 321.123, abs=0.01)


@pytest.mark.parametrize("gap", [0.0, 0.0123, -0.031, 1.7])
def test_rounding_does_not_add_up_along_a_line(gap, faces, odd, line, sheet):
    run = line(odd, "abc" * 60, 9.3, gap)
    data = write(sheet((Point(10, 20), run), width=1500, height=50), faces, {})
    found = [place for place in places(data) if place[0].strip()]
    assert len(found) == len(run.offsets)
    assert max(abs(x - 10 - offset) for (_, x, _), offset in zip(found, run.offsets, strict=True)) < 0.01


def test_only_glyphs_that_are_not_set_solid_need_moves(faces, song, line, sheet):
    document = sheet((Point(10, 20), line(song, "日日日")), (Point(10, 40), line(song, "日日", gap=1)))
    arrays = [each for each in operators(write(document, faces, {})).splitlines() if each.endswith("TJ")]
    assert arrays == ["[<000100010001>]TJ", "[<0001>-100<0001>]TJ"]


def test_state_is_written_only_where_it_changes(faces, song, kai, line, sheet):
    red = Ink(0.0, 1.0, 1.0, 0.0)
    runs = [line(song, "西湖"), line(song, "日报"), line(kai, "人民")._replace(ink=red), line(kai, "年月", 12)]
    document = sheet(*((Point(10, 20 * at), run) for at, run in enumerate(runs, 1)))
    lines = operators(write(document, faces, {})).splitlines()
    assert [each for each in lines if each.endswith(" k")] == ["0 0 0 1 k", "0 1 1 0 k", "0 0 0 1 k"]
    assert [each for each in lines if each.endswith("Tf")] == ["/F1 10 Tf", "/F2 10 Tf", "/F2 12 Tf"]
    assert (lines.count("BT"), lines.count("ET")) == (1, 1)


def test_widths_are_those_of_the_font_programs(faces, song, kai, odd, line, sheet):
    runs = [line(song, "西湖，Aabc12 "), line(kai, "西湖，Aabc12 "), line(odd, "abc")]
    data = write(sheet(*((Point(10, 20 * at), run) for at, run in enumerate(runs, 1))), faces, {})
    with pikepdf.open(BytesIO(data)) as file:
        for font in file.pages[0].Resources.Font.values():
            descendant = font.DescendantFonts[0]
            for code, width in enumerate(program_widths(descendant.FontDescriptor)):
                assert stated_width(descendant, code) == pytest.approx(width, abs=0.51)


def program_widths(descriptor: pikepdf.Dictionary) -> list[float]:
    if "/FontFile2" in descriptor:
        font = TTFont(BytesIO(descriptor.FontFile2.read_bytes()))
        return [font["hmtx"][name][0] * 1000 / font["head"].unitsPerEm for name in font.getGlyphOrder()]
    fonts = CFFFontSet()
    fonts.decompile(BytesIO(descriptor.FontFile3.read_bytes()), None)
    outlines = [fonts[0].CharStrings[name] for name in fonts[0].charset]
    for outline in outlines:
        outline.draw(NullPen())
    return [outline.width for outline in outlines]


def stated_width(font: pikepdf.Dictionary, code: int) -> int:
    entries = list(font.W)
    for first, widths in zip(entries[::2], entries[1::2], strict=True):
        if int(first) <= code < int(first) + len(widths):
            return int(widths[code - int(first)])
    return int(font.DW)


def test_the_tag_of_a_subset_follows_its_glyphs(faces, song, line, sheet):
    def tag(text: str) -> str:
        with pikepdf.open(BytesIO(write(sheet((Point(10, 20), line(song, text))), faces, {}))) as file:
            return str(file.pages[0].Resources.Font.F1.BaseFont)[1:7]

    assert tag("西湖") == tag("湖西西") != tag("西湖日")
    assert tag("西湖").isalpha()
    assert tag("西湖").isupper()


def test_codes_of_a_page_are_dense(faces, song, line, sheet):
    with pikepdf.open(BytesIO(write(sheet((Point(10, 20), line(song, "西湖日报西湖"))), faces, {}))) as file:
        shown = next(args[0][0] for args, op in pikepdf.parse_content_stream(file.pages[0]) if str(op) == "TJ")
        codes = bytes(shown)
    numbers = [int.from_bytes(codes[at : at + 2], "big") for at in range(0, len(codes), 2)]
    assert sorted(set(numbers)) == [1, 2, 3, 4]
    assert numbers[:2] == numbers[4:]


def test_a_page_is_turned_over_once(faces, song, line, sheet):
    data = write(sheet((Point(10, 20), line(song, "上")), (Point(10, 90), line(song, "下"))), faces, {})
    (_, _, upper), *_, (_, _, lower) = places(data)
    assert (upper, lower) == (pytest.approx(80), pytest.approx(10))


def test_a_run_without_glyphs_leaves_the_page_sound(faces, song, line, sheet):
    data = write(sheet((Point(10, 20), line(song, "")), (Point(10, 40), line(song, "西湖"))), faces, {})
    assert read_by_pdfium(data) == "西湖"
