"""Bleed: what reaches the trim goes on beyond it, and what does not stays where it is."""

from io import BytesIO

import pypdfium2
import pytest
from PIL import Image

from xihu_pdf.errors import Span
from xihu_pdf.frame import BLACK, Ink, PageFrame, Picture, Placed, Rule, Shape, Tag
from xihu_pdf.geometry import Point, Rect, Size
from xihu_pdf.pictures import read_photograph
from xihu_pdf.press import ORDERS, on_sheets, preflight, prepress, write
from xihu_pdf.press.bleed import carry, wanting
from xihu_pdf.press.sheets import SHEET

PAGE = Size(200.0, 100.0)
GREEN = Ink(0.8, 0.3, 0.9, 0.2)
BLEED = 8.0


def carried(at, item):
    return carry(PageFrame(PAGE, (Placed(Point(*at), item),)), BLEED).items[0]


def polygon(*points, weight=0.0):
    return Shape(tuple((Point(*each),) for each in points), weight, GREEN)


def corners(placed):
    return [(placed.at.x + x, placed.at.y + y) for ((x, y),) in placed.item.steps]


def test_a_picture_in_a_corner_shows_more_of_itself_at_the_same_scale():
    at, picture = carried((0, 0), Picture("a", Size(100, 50), Rect(0.2, 0.2, 0.7, 0.7)))
    assert at == (-8, -8)
    assert picture.size == pytest.approx((108, 58))
    assert picture.crop == pytest.approx((0.2 - 0.04, 0.2 - 0.08, 0.7, 0.7))


def test_a_picture_over_the_whole_page_grows_on_all_sides():
    at, picture = carried((0, 0), Picture("a", PAGE, Rect(0.1, 0.2, 0.9, 0.8)))
    assert (at, picture.size) == ((-8, -8), (216, 116))
    assert picture.crop == pytest.approx((0.068, 0.152, 0.932, 0.848))


def test_a_picture_without_more_to_show_grows_as_far_as_it_can():
    at, picture = carried((100, 20), Picture("a", Size(100, 50), Rect(0.0, 0.0, 0.96, 1.0)))
    assert at == (100, 20)
    assert picture.size == pytest.approx((100 / 0.96, 50))
    assert picture.crop == pytest.approx((0, 0, 1, 1))


@pytest.mark.parametrize("crop", [Rect(0.0, 0.0, 1.0, 1.0), Rect(0.5, 0.5, 1.0, 1.0), Rect(0.0, 0.0, 0.98, 1.0)])
def test_what_is_wanting_is_told_at_the_place_of_the_picture(sheet, crop):
    span = Span("content.yaml", 7, 9)
    document = sheet((Point(100, 0), Picture("a", Size(100, 50), crop)))
    page = document.pages[0]._replace(tags=(0,))
    document = document._replace(pages=(page,), tags=(Tag("Figure", -1, "图", span),))
    found = [each for each in preflight(document, ORDERS["sheetfed"]) if each.code == "bleed-short"]
    (told,) = found
    assert (told.severity, told.span) == ("warning", span)
    assert "3.0" in told.message("zh")
    assert [each for each in preflight(document, ORDERS["press"]) if each.code == "bleed-short"] == []
    roomy = document.pages[0].items[0].item._replace(crop=Rect(0.0, 0.3, 0.9, 1.0))
    items = (Placed(Point(100, 0), roomy),)
    assert wanting(items[0], PAGE, BLEED) == 0


def test_a_picture_off_the_trim_stays():
    picture = Picture("a", Size(100, 50), Rect(0.0, 0.0, 1.0, 1.0))
    assert carried((50, 20), picture) == (Point(50, 20), picture)
    assert wanting(Placed(Point(50, 20), picture), PAGE, BLEED) == 0


@pytest.mark.parametrize(
    ("at", "vector", "expected"),
    [
        ((0, 50), (200, 0), Rect(-8, 49, 208, 51)),
        ((200, 50), (-200, 0), Rect(-8, 49, 208, 51)),
        ((50, 0.2), (0, 40), Rect(49, -8, 51, 40.2)),
        ((20, 99.5), (60, 0), Rect(20, 98.5, 80, 108)),
        ((1, 10), (0, 90), Rect(-8, 10, 2, 108)),
        ((20, 50), (60, 0), Rect(20, 49, 80, 51)),
    ],
)
def test_rules_that_reach_the_trim_go_on(at, vector, expected):
    place, rule = carried(at, Rule(Point(*vector), 2.0, GREEN))
    (left, right), (top, bottom) = (
        sorted((place.x, place.x + rule.vector.x)),
        sorted((place.y, place.y + rule.vector.y)),
    )
    half = rule.weight / 2
    found = (left, top - half, right, bottom + half) if rule.vector.x else (left - half, top, right + half, bottom)
    assert found == pytest.approx(expected)


def test_a_slanting_rule_stays():
    rule = Rule(Point(200, 100), 2.0, BLACK)
    assert carried((0, 0), rule) == (Point(0, 0), rule)


def test_a_tint_goes_on_where_it_reaches_the_trim():
    assert corners(carried((0, 30), polygon((0, 0), (200, 0), (200, 20), (0, 20)))) == [
        (-8, 30),
        (208, 30),
        (208, 50),
        (-8, 50),
    ]
    assert corners(carried((10, 60), polygon((0, 0), (50, 0), (50, 40), (0, 40)))) == [
        (10, 60),
        (60, 60),
        (60, 108),
        (10, 108),
    ]


def test_what_lies_beyond_the_bleed_already_stays_there():
    assert corners(carried((-20, 30), polygon((0, 0), (50, 0), (50, 20)))) == [(-20, 30), (30, 30), (30, 50)]


def test_ornaments_stay():
    curve = Shape(((Point(0, 0),), (Point(5, 5), Point(9, 5), Point(9, 9))), 0.0, GREEN)
    line = polygon((0, 0), (50, 0), weight=1.0)
    assert carried((0, 0), curve) == (Point(0, 0), curve)
    assert carried((0, 0), line) == (Point(0, 0), line)


def test_a_photograph_at_the_trim_is_printed_into_the_bleed(sheet):
    out = BytesIO()
    Image.new("RGB", (400, 200), (40, 120, 40)).save(out, "JPEG")
    photograph = read_photograph(out.getvalue())
    order = ORDERS["sheetfed"]
    document = on_sheets(sheet((Point(0, 0), Picture(photograph.key, PAGE, Rect(0.1, 0.1, 0.9, 0.9)))), order, {})
    data = write(document, {}, prepress(document, {photograph.key: photograph}, order), order)
    with pypdfium2.PdfDocument(data) as file:
        image = file[0].render(scale=1).to_pil().convert("L")
    middle = (image.width // 2, image.height // 2)
    for out_of_trim, dark in ((1, True), (order.bleed - 2, True), (order.bleed + 2, False)):
        at = SHEET - out_of_trim
        found = image.getpixel((round(at), middle[1] - 20)), image.getpixel((middle[0] - 20, round(image.height - at)))
        assert all((level < 150) == dark for level in found), (out_of_trim, found)
