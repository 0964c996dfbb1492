"""Rules are strokes: as thick as asked, where asked, in their ink."""

from io import BytesIO

import pikepdf
import pypdfium2

from xihu_pdf.frame import BLACK, Ink, Rule
from xihu_pdf.geometry import Point
from xihu_pdf.press import write

RED = Ink(0.0, 1.0, 1.0, 0.0)


def operators(data: bytes) -> list[str]:
    with pikepdf.open(BytesIO(data)) as file:
        return file.pages[0].Contents.read_bytes().decode("ascii").splitlines()


def test_a_rule_is_one_stroked_line(sheet):
    rule = Rule(Point(100, 0), 0.25, BLACK)
    assert operators(write(sheet((Point(10, 20), rule)), {}, {})) == [
        "0 0 0 1 K 0.25 w",
        "10 80 m",
        "110 80 l S",
    ]


def test_weight_and_ink_are_written_only_where_they_change(sheet):
    rules = [Rule(Point(0, 30), 0.5, BLACK), Rule(Point(0, 30), 0.5, BLACK), Rule(Point(0, 30), 0.5, RED)]
    lines = operators(write(sheet(*((Point(10 * at, 20), rule) for at, rule in enumerate(rules))), {}, {}))
    assert [each for each in lines if each.endswith(" w")] == ["0 0 0 1 K 0.5 w", "0 1 1 0 K 0.5 w"]


def test_text_is_closed_before_a_rule_and_opened_after_it(faces, song, line, sheet):
    rule = Rule(Point(9, 0), 1, BLACK)
    document = sheet((Point(10, 20), line(song, "上")), (Point(10, 30), rule), (Point(10, 50), line(song, "下")))
    lines = operators(write(document, faces, {}))
    kept = [each for each in lines if each in {"BT", "ET"} or each.endswith((" l S", " Tf"))]
    assert kept == ["BT", "/F1 10 Tf", "ET", "19 70 l S", "BT", "ET"]


def test_a_rule_is_seen_where_it_stands(sheet):
    document = sheet((Point(20, 40), Rule(Point(60, 0), 4, BLACK)), (Point(150, 10), Rule(Point(0, 50), 4, RED)))
    with pypdfium2.PdfDocument(write(document, {}, {})) as file:
        page = file[0].render(scale=1).to_pil().convert("RGB")
    assert max(page.getpixel((50, 40))) < 60
    assert page.getpixel((50, 44)) == page.getpixel((50, 36)) == page.getpixel((15, 40)) == (255, 255, 255)
    red, green, blue = page.getpixel((150, 30))
    assert red > 180
    assert max(green, blue) < 90
