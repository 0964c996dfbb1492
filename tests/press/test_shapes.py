"""Shapes are paths from their place, y downward, stroked with round ends or filled."""

from io import BytesIO

import pikepdf
import pypdfium2

from xihu_pdf.frame import BLACK, Ink, Row, Rule, Shape
from xihu_pdf.geometry import Point
from xihu_pdf.press import write

RED = Ink(0.0, 1.0, 1.0, 0.0)
WHITE = (255, 255, 255)


def operators(data: bytes) -> list[str]:
    with pikepdf.open(BytesIO(data)) as file:
        assert file.check_pdf_syntax() == []
        return file.pages[0].Contents.read_bytes().decode("ascii").splitlines()


def picture(data: bytes):
    with pypdfium2.PdfDocument(data) as file:
        return file[0].render(scale=1).to_pil().convert("RGB")


def path(*steps: tuple[tuple[float, float], ...]) -> tuple[tuple[Point, ...], ...]:
    return tuple(tuple(Point(*each) for each in step) for step in steps)


def test_a_path_is_written_step_by_step_with_y_turned_over(sheet):
    steps = path(((0, 0),), ((30, 0),), ((40, 0), (40, 10), (40, 20)))
    assert operators(write(sheet((Point(10, 20), Shape(steps, 1.5, BLACK))), {}, {})) == [
        "0 0 0 1 K 1.5 w",
        "1 J 1 j",
        "10 80 m",
        "40 80 l",
        "50 80 50 70 50 60 c",
        "S",
    ]


def test_a_filled_path_is_seen_where_it_stands(sheet):
    steps = path(((0, 0),), ((40, 0),), ((0, 40),))
    page = picture(write(sheet((Point(20, 30), Shape(steps, 0, RED))), {}, {}))
    red, green, blue = page.getpixel((25, 35))
    assert red > 180
    assert max(green, blue) < 90
    assert page.getpixel((55, 65)) == page.getpixel((25, 25)) == page.getpixel((15, 35)) == WHITE


def test_a_curve_bends_toward_its_controls(sheet):
    steps = path(((0, 0),), ((0, 40), (60, 40), (60, 0)))
    page = picture(write(sheet((Point(20, 30), Shape(steps, 4, BLACK))), {}, {}))
    assert max(page.getpixel((50, 60))) < 60
    assert page.getpixel((50, 30)) == page.getpixel((50, 5)) == WHITE


def test_strokes_have_round_ends_and_rules_after_them_have_none(sheet):
    stroke = Shape(path(((0, 0),), ((60, 0),)), 20, BLACK)
    rule = Rule(Point(60, 0), 20, BLACK)
    items = ((Point(40, 20), stroke), (Point(40, 50), rule), (Point(40, 80), stroke))
    data = write(sheet(*items), {}, {})
    assert [each for each in operators(data) if each.endswith((" j", " w"))] == [
        "0 0 0 1 K 20 w",
        "1 J 1 j",
        "0 J 0 j",
        "1 J 1 j",
    ]
    page = picture(data)
    for y, (tip, corner) in {20: (True, False), 50: (False, False), 80: (True, False)}.items():
        assert (max(page.getpixel((34, y))) < 60) is tip
        assert (max(page.getpixel((32, y - 8))) < 60) is corner


def test_shapes_close_the_text_and_share_its_ink(faces, song, line, sheet):
    dot = Shape(path(((0, 0),), ((4, 0),), ((4, 4),)), 0, BLACK)
    document = sheet((Point(10, 20), line(song, "上")), (Point(10, 30), dot), (Point(10, 50), line(song, "下")))
    lines = operators(write(document, faces, {}))
    assert [each for each in lines if each in {"BT", "ET", "f"} or each.endswith(" k")] == [
        "BT",
        "0 0 0 1 k",
        "ET",
        "f",
        "BT",
        "ET",
    ]


def test_a_row_is_the_same_path_again_and_again(sheet):
    dot = Shape(path(((0, 0),), ((4, 0),), ((4, 4),), ((0, 4),)), 0, RED)
    data = write(sheet((Point(10, 20), Row(dot, Point(10, 5), 3))), {}, {})
    lines = operators(data)
    assert lines.count("4 0 l") == 3
    assert lines.count("1 0 0 1 10 -5 cm") == 2
    assert (lines[1], lines[-1]) == ("q 1 0 0 1 10 80 cm", "Q")
    page = picture(data)
    for number in range(4):
        seen = page.getpixel((12 + 10 * number, 22 + 5 * number))
        assert (seen != WHITE) is (number < 3)


def test_what_follows_a_row_stands_where_it_stood_without_one(sheet):
    dot = Shape(path(((0, 0),), ((4, 0),), ((4, 4),)), 0, RED)
    rule = Rule(Point(30, 0), 4, RED)
    after = picture(write(sheet((Point(10, 20), Row(dot, Point(10, 0), 3)), (Point(50, 60), rule)), {}, {}))
    assert after.getpixel((60, 60)) != WHITE
    assert after.getpixel((75, 55)) == WHITE


def test_a_long_row_is_small_in_the_file(sheet):
    curve = Shape(path(((0, 0),), ((1, 4), (3, 4), (4, 0)), ((6, -4), (7, -3), (8, 0))), 0.5, BLACK)
    sizes = [len(write(sheet((Point(10, 20), Row(curve, Point(0.1, 0.0), count))), {}, {})) for count in (10, 1000)]
    assert sizes[1] - sizes[0] < 1500
