"""Vertical lines: upright glyphs down the axis, turned words among them, read back from top to bottom."""

import re
from io import BytesIO
from itertools import accumulate, pairwise

import pikepdf
import pypdf
import pypdfium2
import pytest

from xihu_pdf.fonts import Face
from xihu_pdf.frame import BLACK, HORIZONTAL, TURNED, VERTICAL, GlyphRun, Rule
from xihu_pdf.geometry import Point
from xihu_pdf.press import write

SIZE = 12.0
SCALE = 10
Ink = tuple[float, float, float, float]


def down(face: Face, text: str, writing: str = VERTICAL, size: float = SIZE) -> GlyphRun:
    """Set a text as one run that leads downward."""
    shaped = face.shape(text, vertical=writing == VERTICAL)
    offsets = tuple(size * pen for pen in accumulate(shaped.advances[:-1], initial=0.0))
    texts = tuple(text[a:b] for a, b in pairwise((*shaped.clusters, len(text))))
    return GlyphRun(face.key, size, BLACK, shaped.glyphs, offsets, texts, writing)


def mixed(face: Face, text: str, x: float, y: float) -> list[tuple[Point, GlyphRun]]:
    """Set a line around the axis ``x``: words of Latin turned, all else upright."""
    items = []
    for piece in re.findall(r"[ -~]+|[^ -~]+", text):
        turned = piece.isascii()
        run = down(face, piece, TURNED if turned else VERTICAL)
        items.append((Point(x - 0.38 * SIZE if turned else x, y), run))
        y += sum(face.shape(piece, vertical=not turned).advances) * SIZE
    return items


def ink(data: bytes) -> Ink:
    """The edges of all that is printed on a page, in points from its top left."""
    with pypdfium2.PdfDocument(data) as file:
        page = file[0].render(scale=SCALE, may_draw_forms=False).to_pil().convert("L")
    left, top, right, bottom = page.point(lambda grey: 255 * (grey < 128)).getbbox()
    return left / SCALE, top / SCALE, right / SCALE, bottom / SCALE


def by_pdfium(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as file:
        return file[0].get_textpage().get_text_range()


def by_pypdf(data: bytes) -> str:
    return pypdf.PdfReader(BytesIO(data)).pages[0].extract_text()


READERS = pytest.mark.parametrize("read", [by_pdfium, by_pypdf])


def solid(text: str) -> str:
    return re.sub(r"\s", "", text)


LINES = (
    "“西湖十景”之一——苏堤春晓，全长2797米；",
    "游客（含外地）问：“为何叫‘苏堤’？”……",
    "据《Hangzhou Daily》报道：今年将新增绿地。",
    "闻莺。",
    "Wikipedia",
    "好的",
    "西湖日报社记者今天获悉",
)


@READERS
@pytest.mark.parametrize("name", ["song", "hei", "kai"])
def test_lines_are_read_from_top_to_bottom_and_from_right_to_left(*, read, name, song, hei, kai, sheet):
    face = {"song": song, "hei": hei, "kai": kai}[name]
    items = [item for at, text in enumerate(LINES) for item in mixed(face, text, 280 - 25 * at, 15)]
    data = write(sheet(*items, width=300, height=320), {face.key: face}, {})
    assert solid(read(data)) == solid("".join(LINES))


def test_a_line_is_read_without_a_break(faces, song, sheet):
    runs = [(Point(50 - 20 * at, 15), down(song, text)) for at, text in enumerate(("西湖日报社", "“杭州”——好"))]
    lines = by_pdfium(write(sheet(*runs), faces, {})).split("\r\n")
    assert lines == ["西湖日报社", "“杭州”——好"]


def test_rules_between_lines_do_not_part_or_turn_the_text(faces, song, sheet):
    items = []
    for at, text in enumerate(("西湖日报社", "杭州好")):
        items += [
            (Point(50 - 20 * at, 15), down(song, text)),
            (Point(40 - 20 * at, 15), Rule(Point(0, 60), 0.3, BLACK)),
        ]
    assert solid(by_pdfium(write(sheet(*items), faces, {}))) == "西湖日报社杭州好"


@READERS
def test_a_glyph_of_two_texts_is_read_as_each(read, faces, song, sheet):
    run = down(song, "中“文“中")._replace(texts=("中", "“", "文", "〝", "中"))
    data = write(sheet((Point(50, 10), run)), faces, {})
    assert solid(read(data)) == "中“文〝中"
    with pikepdf.open(BytesIO(data)) as file:
        assert [str(font.Encoding) for font in file.pages[0].Resources.Font.values()] == ["/Identity-V"] * 2


def fonts(data: bytes) -> list[tuple[str, str, tuple[int, int]]]:
    with pikepdf.open(BytesIO(data)) as file:
        assert file.check_pdf_syntax() == []
        found = file.pages[0].Resources.Font.values()
        return [(str(font.Encoding), str(font.BaseFont), font.DescendantFonts[0].objgen) for font in found]


def test_both_ways_of_writing_share_one_descendant(faces, song, line, sheet):
    data = write(sheet((Point(50, 10), down(song, "西湖，")), (Point(60, 50), line(song, "西湖，"))), faces, {})
    (first, first_name, one), (second, second_name, other) = fonts(data)
    assert (first, second) == ("/Identity-V", "/Identity-H")
    assert (first_name[-11:], second_name[-11:]) == ("-Identity-V", "-Identity-H")
    assert one == other
    with pikepdf.open(BytesIO(data)) as file:
        assert sum("/FontFile3" in each for each in file.objects if isinstance(each, pikepdf.Dictionary)) == 1


def test_a_face_used_one_way_has_one_font(faces, kai, line, sheet):
    assert [each[0] for each in fonts(write(sheet((Point(50, 10), down(kai, "西湖"))), faces, {}))] == ["/Identity-V"]
    data = write(sheet((Point(50, 10), line(kai, "西湖")), (Point(50, 20), down(kai, "ab", TURNED))), faces, {})
    assert [each[0] for each in fonts(data)] == ["/Identity-H"]
    with pikepdf.open(BytesIO(data)) as file:
        assert not {"/DW2", "/W2"} & set(file.pages[0].Resources.Font.F1.DescendantFonts[0])


@pytest.mark.parametrize("name", ["song", "hei", "kai", "odd"])
def test_vertical_measures_are_those_of_harfbuzz(*, name, song, hei, kai, odd, sheet):
    face = {"song": song, "hei": hei, "kai": kai, "odd": odd}[name]
    run = down(face, "abc" if name == "odd" else "西湖，A1——……（％）")
    with pikepdf.open(BytesIO(write(sheet((Point(50, 10), run), height=300), {face.key: face}, {}))) as file:
        descendant = file.pages[0].Resources.Font.F1.DescendantFonts[0]
        stated = stated_drops(descendant)
        tables = [stated.get(code, default_drop(descendant, code)) for code in range(1, len(set(run.glyphs)) + 1)]
    for glyph, (advance, right, up) in zip(sorted(set(run.glyphs)), tables, strict=True):
        assert -advance == pytest.approx(1000 * face.vertical_advance(glyph), abs=0.51)
        assert (right, up) == pytest.approx([1000 * each for each in face.vertical_origin(glyph)], abs=1.01)


def stated_drops(font: pikepdf.Dictionary) -> dict[int, tuple[int, ...]]:
    entries = list(font.get("/W2", []))
    return {
        int(first) + at: tuple(map(int, list(values)[3 * at : 3 * at + 3]))
        for first, values in zip(entries[::2], entries[1::2], strict=True)
        for at in range(len(values) // 3)
    }


def default_drop(font: pikepdf.Dictionary, code: int) -> tuple[float, float, float]:
    up, advance = map(int, font.DW2)
    widths: dict[int, int] = {}
    entries = list(font.W)
    for first, values in zip(entries[::2], entries[1::2], strict=True):
        widths.update(enumerate(map(int, values), int(first)))
    return advance, widths.get(code, int(font.DW)) / 2, up


@pytest.mark.parametrize("name", ["song", "hei", "kai"])
@pytest.mark.parametrize("character", "国，（—")
def test_ink_stands_in_its_em_box_below_the_place(*, name, character, song, hei, kai, sheet):
    face = {"song": song, "hei": hei, "kai": kai}[name]
    run = down(face, character, size=40)._replace(offsets=(20.0,))
    left, top, right, bottom = ink(write(sheet((Point(60, 10), run)), {face.key: face}, {}))
    assert 39 < left < right < 81
    assert 29 < top < bottom < 71
    edges = face.extents(run.glyphs[0])
    x, y = face.vertical_origin(run.glyphs[0])
    expected = [60 + 40 * (edges[0] - x), 30 + 40 * (y - edges[3]), 60 + 40 * (edges[2] - x), 30 + 40 * (y - edges[1])]
    assert (left, top, right, bottom) == pytest.approx(expected, abs=0.3)


@pytest.mark.parametrize("name", ["song", "hei", "kai"])
def test_a_comma_stands_in_the_top_right_of_its_cell(*, name, song, hei, kai, sheet):
    face = {"song": song, "hei": hei, "kai": kai}[name]
    left, top, right, bottom = ink(write(sheet((Point(60, 10), down(face, "，", size=40))), {face.key: face}, {}))
    assert 60 < left < right <= 80
    assert 10 <= top < bottom < 30


@pytest.mark.parametrize("name", ["song", "hei", "kai"])
def test_a_dash_is_two_em_long_and_on_the_axis(*, name, song, hei, kai, sheet):
    face = {"song": song, "hei": hei, "kai": kai}[name]
    left, top, right, bottom = ink(write(sheet((Point(60, 10), down(face, "——", size=40))), {face.key: face}, {}))
    assert (left + right) / 2 == pytest.approx(60, abs=0.5)
    assert 10 <= top < 16
    assert 84 < bottom <= 90


@pytest.mark.parametrize(("gap", "odd_size"), [(0.0, 12.0), (1.7, 12.0), (-0.031, 9.3)])
def test_glyphs_stand_at_their_offsets_all_the_way_down(*, gap, odd_size, faces, song, sheet):
    run = down(song, "一——" * 20 + "一", size=odd_size)
    run = run._replace(offsets=tuple(offset + gap * at for at, offset in enumerate(run.offsets)))
    last = run._replace(glyphs=run.glyphs[-1:], texts=run.texts[-1:], offsets=run.offsets[-1:])
    whole, alone = (sheet((Point(60, 10), each), height=1000) for each in (run, last))
    assert ink(write(whole, faces, {}))[3] == ink(write(alone, faces, {}))[3]


def test_a_turned_word_leads_down_with_its_tops_to_the_right(faces, song, sheet):
    run = down(song, "LL", TURNED, 40)
    left, top, right, bottom = ink(write(sheet((Point(60, 10), run)), faces, {}))
    edges = song.extents(song.glyph("L"))
    assert (left, right) == pytest.approx((60 + 40 * edges[1], 60 + 40 * edges[3]), abs=0.3)
    assert (top, bottom) == pytest.approx((10 + 40 * edges[0], 10 + run.offsets[1] + 40 * edges[2]), abs=0.3)


def test_an_l_is_turned_clockwise(faces, song, sheet):
    """Turned so, the stem of L leads from its foot at the left to the right, and its arm down at the left."""
    with pypdfium2.PdfDocument(write(sheet((Point(60, 10), down(song, "L", TURNED, 60))), faces, {})) as file:
        page = file[0].render(scale=4).to_pil().convert("L")
    left, top, right, bottom = page.point(lambda grey: 255 * (grey < 128)).getbbox()
    middle = (left + right) // 2

    def blacks(box: tuple[int, int, int, int]) -> int:
        return sum(page.crop(box).point(lambda grey: grey < 128).tobytes())

    assert blacks((left, (top + bottom) // 2, middle, bottom)) > 0
    assert blacks((middle, (top + bottom) // 2 + 20, right, bottom)) == 0


@pytest.mark.parametrize(
    ("writing", "moved"),
    [(HORIZONTAL, (0, -5)), (TURNED, (5, 0)), (VERTICAL, (5, 0))],
    ids=[HORIZONTAL, TURNED, VERTICAL],
)
def test_rises_shift_glyphs_across_the_line(*, writing, moved, faces, song, sheet):
    run = GlyphRun(song.key, 20.0, BLACK, (song.glyph("日"),), (10.0,), ("日",), writing)
    plain, risen = (ink(write(sheet((Point(60, 50), each)), faces, {})) for each in (run, run._replace(rises=(5.0,))))
    assert risen == pytest.approx([edge + moved[at % 2] for at, edge in enumerate(plain)], abs=0.11)


@pytest.mark.parametrize("writing", [HORIZONTAL, TURNED, VERTICAL])
@READERS
def test_a_risen_glyph_leaves_the_others_and_the_text_alone(*, read, writing, faces, song, sheet):
    text = "本日日日本"
    run = down(song, text, VERTICAL)._replace(writing=writing, rises=(0.0, 0.0, 4.0, 4.0, 0.0))
    after = (Point(20, 80 if writing == HORIZONTAL else 15), down(song, "本", VERTICAL)._replace(writing=writing))
    data = write(sheet((Point(60, 15), run), after), faces, {})
    assert solid(read(data)).startswith(text)
    first = run._replace(glyphs=run.glyphs[:1], texts=("本",), offsets=(48.0,), rises=())
    assert end_of(write(sheet((Point(60, 15), run)), faces, {}), writing) == pytest.approx(
        end_of(write(sheet((Point(60, 15), first)), faces, {}), writing), abs=0.11
    )
    with pikepdf.open(BytesIO(data)) as file:
        content = file.pages[0].Contents.read_bytes().decode("ascii")
    assert re.findall(r"(\S+) Ts", content) == ([] if writing == VERTICAL else ["4", "0"])


def end_of(data: bytes, writing: str) -> float:
    _, _, right, bottom = ink(data)
    return right if writing == HORIZONTAL else bottom


def test_the_same_document_makes_the_same_bytes(faces, song, sheet):
    document = sheet(*mixed(song, LINES[0], 50, 10))
    assert write(document, faces, {}) == write(document, faces, {})
