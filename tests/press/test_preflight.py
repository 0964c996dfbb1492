"""Preflight: each finding beside what causes it, with its place, and silence where nothing is wrong."""

from io import BytesIO

import pytest
from PIL import Image

from pages import with_article
from xihu_pdf.build import check, make
from xihu_pdf.content import Mark
from xihu_pdf.errors import Span
from xihu_pdf.frame import BLACK, Document, Ink, PageFrame, Picture, Placed, Row, Rule, Shape, Tag
from xihu_pdf.geometry import Point, Rect, Size, mm
from xihu_pdf.pictures import read_photograph
from xihu_pdf.press import ORDERS, preflight
from xihu_pdf.press.limits import LIMITS
from xihu_pdf.report.facts import most_of_pictures
from xihu_pdf.stock import open_stock

WHITE, GREEN, GRAY = Ink(0, 0, 0, 0), Ink(0.8, 0.3, 0.9, 0.2), Ink(0, 0, 0, 0.5)
PRESS = ORDERS["press"]
SPAN = Span("content.yaml", 7, 9)
TAGS = (Tag("Document", -1), Tag("P", 0, span=SPAN), Tag("Figure", 0, "图", SPAN))
WHOLE = Rect(0.0, 0.0, 1.0, 1.0)


def sheet(*items, tag=1):
    """A page with these items about its middle, from (100, 100), or at places of their own."""
    placed = tuple(each if isinstance(each, Placed) else Placed(Point(100, 100), each) for each in items)
    return Document("题", "zh-Hans", "", (PageFrame(Size(300, 300), placed, (tag,) * len(placed)),), TAGS)


def ground(ink, weight=0.0):
    return Shape(((Point(-40, -40),), (Point(90, -40),), (Point(90, 90),), (Point(-40, 90),)), weight, ink)


@pytest.fixture(scope="module")
def run(song, line):
    return lambda size, ink: line(song, "西湖日报", size)._replace(ink=ink)


def codes(document, order="press", photographs=None):
    return [
        each.code for each in preflight(document, ORDERS[order], photographs, dict.fromkeys(photographs or {}, "a"))
    ]


@pytest.mark.parametrize(
    ("ink", "least", "code"),
    [
        pytest.param(BLACK, 4.5, "type-solid", id="solid"),
        pytest.param(Ink(0, 1, 1, 0), 4.5, "type-solid", id="two solid inks"),
        pytest.param(GRAY, 8, "type-tint", id="tint"),
        pytest.param(GREEN, 10, "type-mixed", id="mixed"),
        pytest.param(WHITE, 10, "type-reversed", id="reversed"),
    ],
)
def test_type_has_a_least_size_by_how_it_prints(run, ink, least, code):
    assert codes(sheet(run(least, ink))) == []
    (found,) = preflight(sheet(run(least - 0.1, ink)), PRESS)
    assert (found.code, found.span) == (code, SPAN)
    assert "西湖日报" in found.message()
    assert codes(sheet(run(least - 0.1, ink)), "archive") == []


@pytest.mark.parametrize(("order", "least"), [("press", 3.5), ("sheetfed", 3.0), ("office", 3.0)])
def test_readings_have_a_least_size_of_their_own_and_a_cure_that_can_be_followed(run, order, least):
    """Pinyin over the body of a page, 0.42 of 9 pt, is not told: an editor could not set it larger."""

    def over(size):
        return sheet(run(9, BLACK), run(size, BLACK)._replace(is_reading=True))

    assert codes(over(0.42 * 9), order) == []
    (found,) = preflight(over(least - 0.1), ORDERS[order])
    assert (found.code, found.span) == ("type-reading", SPAN)
    assert "拼音" in found.hint()
    assert codes(over(least - 0.1), "screen") == []


@pytest.mark.parametrize(
    ("size", "percent"), [(Size(mm(297), mm(420)), 0), (Size(mm(420), mm(297)), 0), (Size(mm(390), mm(546)), 76)]
)
def test_pages_beyond_the_paper_of_office_printers_are_told_once(run, size, percent):
    page = sheet(run(9, BLACK)).pages[0]._replace(size=size)
    document = sheet()._replace(pages=(page, page))
    found = [each for each in preflight(document, ORDERS["office"]) if each.code == "trim-paper"]
    assert [dict(each.values)["percent"] for each in found] == [percent] * bool(percent)
    assert codes(document) == []


@pytest.mark.parametrize("words", [9, 24])
def test_small_words_beside_large_ones_are_no_readings(run, words):
    """A caption beside its credit, or under a headline, however small it is."""
    assert codes(sheet(run(words, BLACK), run(4.3, BLACK))) == ["type-solid"]
    assert codes(sheet(run(3.6, BLACK))) == ["type-solid"]


@pytest.mark.parametrize(
    ("ink", "least", "code"),
    [
        pytest.param(BLACK, 0.25, "rule-solid", id="solid"),
        pytest.param(GRAY, 1, "rule-tint", id="tint"),
        pytest.param(GREEN, 1.5, "rule-mixed", id="mixed"),
        pytest.param(WHITE, 1.5, "rule-reversed", id="reversed"),
    ],
)
@pytest.mark.parametrize("kind", ["rule", "shape", "row"])
def test_rules_have_a_least_weight_by_how_they_print(ink, least, code, kind):
    def made(weight):
        shape = ground(ink, weight)
        return {"rule": Rule(Point(90, 0), weight, ink), "shape": shape, "row": Row(shape, Point(2, 0), 3)}[kind]

    assert codes(sheet(made(least))) == []
    assert codes(sheet(made(least - 0.01))) == [code]


def test_ink_is_counted_with_the_ground_that_black_prints_over(run):
    deep = Ink(0.7, 0.6, 0.6, 0.2)
    assert codes(sheet(ground(deep))) == []
    assert codes(sheet(run(12, BLACK), ground(deep))) == []
    (found,) = preflight(sheet(ground(deep), run(12, BLACK)), PRESS)
    assert (found.code, dict(found.values)["total"]) == ("ink-limit", 290)
    assert codes(sheet(ground(deep), ground(WHITE), run(12, BLACK))) == []
    beside = Placed(Point(220, 100), run(12, BLACK))
    assert codes(sheet(ground(deep), beside)) == []
    assert codes(sheet(Rule(Point(90, 0), 2, Ink(1, 1, 0.5, 0)))) == ["ink-limit"]


@pytest.mark.parametrize("name", ["press", "sheetfed", "office"])
def test_live_matter_keeps_from_the_trim_and_what_bleeds_does_not(run, name):
    margin = LIMITS[name].margin
    photograph = Picture("a", Size(60, 60), WHOLE)
    assert codes(sheet(Placed(Point(margin, 100), run(10, BLACK))), name) == []
    for near in (
        Placed(Point(margin - 1, 100), run(10, BLACK)),
        Placed(Point(-20, 100), run(10, BLACK)),
        Placed(Point(100, 300 - margin), run(10, BLACK)),
        Placed(Point(100, 300 - 60 - margin / 2), photograph),
        Placed(Point(100, margin / 2), Rule(Point(50, 0), 1, BLACK)),
    ):
        assert codes(sheet(near, tag=-1), name) == ["trim-near"]
    more = photograph._replace(crop=Rect(0.2, 0.2, 0.8, 0.8))
    for bleeding in (Placed(Point(-9, 100), photograph), Placed(Point(0, 100), more)):
        assert codes(sheet(bleeding, tag=-1), name) == []


def photograph(mode="RGB", size=(300, 300), colour=0, kind="JPEG"):
    out = BytesIO()
    Image.new(mode, size, colour).save(out, kind)
    return read_photograph(out.getvalue())


@pytest.mark.parametrize(
    ("name", "points", "code"),
    [
        ("press", 108, None),
        ("press", 109, "picture-soft"),
        ("press", 217, "picture-coarse"),
        ("sheetfed", 73, "picture-soft"),
        ("office", 145, "picture-soft"),
        ("screen", 216, None),
        ("archive", 109, "picture-soft"),
    ],
)
def test_photographs_are_weighed_by_what_the_order_shows(name, points, code):
    document = sheet(Placed(Point(40, 40), Picture("a", Size(points, points), WHOLE)), tag=2)
    found = preflight(document, ORDERS[name], {"a": photograph()}, {"a": "images/a.jpg"})
    assert [each.code for each in found] == ([code] if code else [])
    assert all(each.span == SPAN and "images/a.jpg" in each.message() for each in found)


def test_a_photograph_that_is_pulled_out_of_shape_is_told():
    def shown(size, crop=WHOLE):
        return codes(sheet(Picture("a", size, crop), tag=2), photographs={"a": photograph()})

    assert shown(Size(90, 90)) == shown(Size(45, 90), Rect(0.25, 0, 0.75, 1)) == []
    assert shown(Size(90, 85)) == ["picture-distorted"]
    assert shown(Size(50, 50), Rect(0.25, 0, 0.75, 1)) == ["picture-distorted"]


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
def test_photographs_in_inks_are_weighed_by_their_pixels(kind):
    def shown(inks, order="press"):
        made = photograph("CMYK", colour=tuple(round(2.55 * each) for each in inks), kind=kind)
        found = preflight(sheet(Picture("a", Size(72, 72), WHOLE), tag=2), ORDERS[order], {"a": made}, {"a": "a.jpg"})
        return [(each.code, dict(each.values)["total"]) for each in found]

    assert shown((60, 60, 60, 30)) == shown((0, 0, 0, 100)) == []
    ((code, total),) = shown((90, 80, 80, 90))
    assert code == "picture-ink"
    assert total == pytest.approx(340, abs=3)
    assert shown((90, 80, 80, 90), "archive") == []


def told_of_ink(image, order="press", **how):
    """The ink that preflight tells of an image in CMYK, None where it tells nothing."""
    out = BytesIO()
    image.save(out, **{"format": "TIFF", **how})
    made = {"a": read_photograph(out.getvalue())}
    found = preflight(sheet(Picture("a", Size(36, 36), WHOLE), tag=2), ORDERS[order], made, {"a": "a"})
    return next((dict(each.values)["total"] for each in found if each.code == "picture-ink"), None)


def test_a_speck_is_no_ink_and_a_spot_is_however_little_of_the_picture_it_takes():
    image = Image.new("CMYK", (400, 400), (100, 100, 100, 100))
    for at in range(0, 300, 30):
        image.putpixel((at, at), (255, 255, 255, 255))
    assert told_of_ink(image) is None
    # A signature of thin strokes, a third of a thousandth of the pixels.
    image.paste((255, 255, 255, 255), (100, 20, 126, 22))
    assert told_of_ink(image) == told_of_ink(image, "sheetfed") == 400
    thin = Image.new("CMYK", (1, 9), (255, 255, 255, 0))
    assert told_of_ink(thin) == 300


def test_many_specks_are_ink():
    image = Image.new("CMYK", (100, 100), (100, 100, 100, 100))
    image.paste((255, 255, 255, 255), (5, 5, 6, 60))
    assert told_of_ink(image) == 400


def test_what_a_jpeg_adds_at_edges_is_not_told():
    """Letters in all the ink that the order takes, as an editor's program separates them."""
    image = Image.new("CMYK", (240, 160), (0, 0, 0, 0))
    full = (191, 191, 128, 255)  # 300 %
    for at in range(20, 220, 25):
        image.paste(full, (at, 20, at + 4, 140))
    assert told_of_ink(image, "sheetfed") is None
    assert told_of_ink(image, "sheetfed", format="JPEG", quality=90) is None
    assert told_of_ink(image, "press", format="JPEG", quality=90) == pytest.approx(300, abs=6)


def test_the_report_tells_the_darkest_pixel():
    image = Image.new("CMYK", (100, 100), (100, 100, 100, 100))
    image.putpixel((7, 7), (255, 255, 255, 255))
    out = BytesIO()
    image.save(out, "TIFF")
    assert most_of_pictures({"a": read_photograph(out.getvalue())}) == 400


def test_one_thing_is_told_once_and_has_its_place_on_the_page(run):
    small = run(9, GREEN)
    found = preflight(sheet(small, small, Placed(Point(150, 150), small)), PRESS)
    assert len(found) == 1
    untagged = sheet(Placed(Point(mm(40), mm(50)), small), tag=-1)
    (found,) = preflight(untagged, PRESS)
    assert found.span is None
    assert "第 1 版，左 40、上 50 毫米处" in found.message()
    assert "page 1, 40 mm from the left, 50 mm from the top" in found.message("en")
    (page,) = untagged.pages
    (found,) = preflight(untagged._replace(pages=(page._replace(folio="45"),)), PRESS)
    assert "第 45 版" in found.message()
    assert len(preflight(untagged._replace(pages=(page, page)), PRESS)) == 2


def test_what_is_marked_in_copy_is_told_at_its_paragraph(source, article):
    text = article.sections[0].paragraphs[0]
    marked = text._replace(marks=(Mark("accent", 0, 3),))
    section = article.sections[0]._replace(paragraphs=(marked, *article.sections[0].paragraphs[1:]))
    changed = with_article(source, article, sections=(section, *article.sections[1:]))
    proof = make(changed, open_stock(source.folder))
    assert [(each.code, each.span) for each in proof.diagnostics] == [("type-mixed", text.span)]
    assert proof.pdf is not None
    assert check(changed, open_stock(source.folder), "screen").diagnostics == ()


def test_a_photograph_with_too_few_pixels_is_told_by_its_file(source, article, tmp_path):
    (tmp_path / "fonts").symlink_to(source.folder + "/fonts")
    for name, width in (("few.jpg", 500), ("some.jpg", 900)):
        Image.new("RGB", (width, width * 2 // 3), (90, 120, 90)).save(tmp_path / name)
    photographs = tuple(
        each._replace(file=file) for each, file in zip(article.photographs, ("few.jpg", "some.jpg"), strict=True)
    )
    proof = make(with_article(source, article, photographs=photographs), open_stock(str(tmp_path)))
    assert proof.pdf is None
    assert {each.code for each in proof.diagnostics} <= {"picture-coarse", "picture-soft"}
    assert "picture-coarse" in {each.code for each in proof.diagnostics}
    assert all(each.span in {told.span for told in photographs} for each in proof.diagnostics)


def test_the_ink_of_a_photograph_is_looked_for_once():
    out, kept, asked = BytesIO(), {}, []
    Image.new("CMYK", (64, 64), (255, 255, 255, 200)).save(out, "JPEG")
    photograph = read_photograph(out.getvalue())

    def keep(key, make):
        if key not in kept:
            asked.append(key)
            kept[key] = make()
        return kept[key]

    document = sheet(Picture("a", Size(36, 36), WHOLE), tag=2)
    found = [preflight(document, PRESS, {"a": photograph}, {"a": "a.jpg"}, keep) for _ in range(2)]
    assert found[0] == found[1] == preflight(document, PRESS, {"a": photograph}, {"a": "a.jpg"})
    assert "picture-ink" in {each.code for each in found[0]}
    assert len(asked) == 1
