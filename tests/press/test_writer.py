"""The file: sound, exact in its boxes, the same every time, and nothing in it that the document does not say."""

from io import BytesIO

import pikepdf
import pytest
from reportlab import rl_config

from xihu_pdf.frame import BLACK, Document, PageFrame, Placed, Rule
from xihu_pdf.geometry import Point, Size, mm
from xihu_pdf.press import write


@pytest.fixture
def document(song, kai, line) -> Document:
    page = PageFrame(
        Size(mm(390), mm(540)),
        (
            Placed(Point(30, 40), line(song, "西湖日报，2023年")),
            Placed(Point(30, 60), line(kai, "本报讯（记者）")),
            Placed(Point(30, 70), Rule(Point(100, 0), 0.5, BLACK)),
        ),
    )
    return Document("西湖日报", "zh-Hans", "2023-01-31", (page, page))


@pytest.fixture
def opened(document, faces):
    with pikepdf.open(BytesIO(write(document, faces, {}))) as file:
        yield file


def test_the_syntax_is_sound(opened):
    assert opened.check_pdf_syntax() == []
    assert opened.pdf_version == "1.7"


def test_a_binary_comment_follows_the_header(document, faces):
    second = write(document, faces, {}).split(b"\n")[1]
    assert second.startswith(b"%")
    assert all(byte > 127 for byte in second[1:5])


def test_every_stream_ends_with_a_line_end_that_its_length_does_not_count(document, faces):
    data = write(document, faces, {})
    assert data.count(b"endstream") == data.count(b"\r\nendstream\n") > 5
    with pikepdf.open(BytesIO(data)) as file:
        for item in file.objects:
            if isinstance(item, pikepdf.Stream):
                raw = item.read_raw_bytes()
                assert b"stream\n" + raw + b"\r\nendstream" in data


def test_all_boxes_are_the_trim_to_a_thousandth_of_a_point(opened):
    for page in opened.pages:
        for box in ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox"):
            left, bottom, right, top = map(float, page[box])
            assert (left, bottom) == (0, 0)
            assert right == pytest.approx(mm(390), abs=0.0006)
            assert top == pytest.approx(mm(540), abs=0.0006)


def test_the_catalog_tells_title_and_language(opened):
    assert opened.docinfo["/Title"] == "西湖日报"
    assert opened.docinfo["/Producer"] == "xihu_pdf"
    assert opened.docinfo["/CreationDate"] == "D:20230131"
    assert opened.Root.Lang == "zh-Hans"
    assert opened.Root.ViewerPreferences.DisplayDocTitle is True


def test_without_a_date_no_date_is_written(document, faces):
    with pikepdf.open(BytesIO(write(document._replace(date=""), faces, {}))) as file:
        assert set(file.docinfo) == {"/Title", "/Producer"}


def test_the_fonts_are_ours_and_embedded(opened, song, kai):
    fonts = [each for each in opened.objects if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Font"]
    descriptors = [font.FontDescriptor for font in fonts if "/FontDescriptor" in font]
    assert len(fonts) == 4
    assert {str(each.FontName)[8:] for each in descriptors} == {song.postscript_name, kai.postscript_name}
    assert ["/FontFile3" in each or "/FontFile2" in each for each in descriptors] == [True, True]
    assert set(opened.pages[0].Resources.Font) == {"/F1", "/F2"}


def test_no_object_is_left_over(opened):
    reached = set()

    def walk(item):
        if isinstance(item, pikepdf.Object) and item.is_indirect:
            if item.objgen in reached:
                return
            reached.add(item.objgen)
        if isinstance(item, pikepdf.Array):
            for each in item:
                walk(each)
        elif isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
            for key in list(item):
                walk(item[key])

    walk(opened.trailer)
    assert len(reached) == len(opened.objects)


def test_the_same_document_makes_the_same_bytes(document, faces):
    assert write(document, faces, {}) == write(document, faces, {})


def test_settings_of_reportlab_change_nothing(document, faces, monkeypatch):
    before = write(document, faces, {})
    for setting, value in {
        "invariant": 0,
        "pageCompression": 0,
        "pdfComments": 1,
        "pdfMultiLine": 1,
        "useA85": 1,
        "documentLang": "fr",
    }.items():
        monkeypatch.setattr(rl_config, setting, value)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert write(document, faces, {}) == before


def test_the_identifier_follows_the_content(document, faces):
    def identifier(each: Document) -> bytes:
        with pikepdf.open(BytesIO(write(each, faces, {}))) as file:
            first, second = file.trailer.ID
            assert bytes(first) == bytes(second)
            return bytes(first)

    assert len(identifier(document)) == 16
    assert identifier(document) != identifier(document._replace(title="钱江晚报"))


def test_an_empty_page_is_a_page(faces, sheet):
    with pikepdf.open(BytesIO(write(sheet(), faces, {}))) as file:
        assert file.check_pdf_syntax() == []
        assert len(file.pages) == 1
