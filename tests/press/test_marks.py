"""Printer's marks and boxes: outside the bleed, on every plate, and only where an order asks for them."""

from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from exchange import exchange_faults
from PIL import Image
from validators import broken

from xihu_pdf.frame import ARTIFACT, BLACK, GlyphRun, Ink, Rule, Shape
from xihu_pdf.geometry import Point, Rect, mm
from xihu_pdf.press import ORDERS, on_sheets, write
from xihu_pdf.press.marks import ALL, mark
from xihu_pdf.press.sheets import SHEET

SHEETFED = ORDERS["sheetfed"]
RED = Ink(0.15, 1.0, 0.9, 0.1, "PANTONE 185 C")
WIDTH, HEIGHT = mm(210), mm(297)


@pytest.fixture
def document(sheet, song, line):
    items = ((Point(50, 60), line(song, "西湖")), (Point(50, 90), Rule(Point(100, 0), 2.0, RED)))
    made = sheet(*items, width=WIDTH, height=HEIGHT)
    return made._replace(date="2023-01-31", pages=made.pages * 2)


@pytest.fixture
def marks(document, faces):
    """What was put round the first page."""
    page = mark(document, SHEETFED, faces).pages[0]
    return page.items[len(document.pages[0].items) :]


def printed(document, faces, order) -> bytes:
    return write(on_sheets(document, order, faces), faces, {}, order)


def extent(placed) -> Rect:
    """The box of a mark with the weight of its lines."""
    at, item = placed
    match item:
        case Rule():
            points, out = [Point(0, 0), item.vector], item.weight / 2
        case Shape():
            points, out = [point for step in item.steps for point in step], item.weight / 2
        case GlyphRun():
            points, out = [Point(0, -item.size), Point(item.offsets[-1] + item.size, 0)], 0.0
    across, down = [at.x + each.x for each in points], [at.y + each.y for each in points]
    return Rect(min(across) - out, min(down) - out, max(across) + out, max(down) + out)


def test_marks_stand_on_the_sheet_and_outside_the_bleed(marks):
    bleed = SHEETFED.bleed
    for each in marks:
        box = extent(each)
        assert box.left > -SHEET
        assert box.top > -SHEET
        assert box.right < WIDTH + SHEET
        assert box.bottom < HEIGHT + SHEET
        beyond = (-box.right, -box.bottom, box.left - WIDTH, box.top - HEIGHT)
        assert max(beyond) > bleed, each


def test_marks_do_not_lie_on_each_other(marks):
    crosses = [each for each in marks if isinstance(each.item, Shape) and each.item.weight]
    assert len(crosses) == 4
    others = [extent(each) for each in marks if isinstance(each.item, GlyphRun) or getattr(each.item, "weight", 1) == 0]
    others += [extent(each) for each in marks if isinstance(each.item, Rule) and each.at.x in {0.0, WIDTH}]
    for box in map(extent, crosses):
        for other in others:
            apart = other.right < box.left or box.right < other.left or other.bottom < box.top or box.bottom < other.top
            assert apart


def test_crop_marks_lead_to_the_corners_of_the_trim(marks):
    ends = {tuple(round(edge, 3) for edge in extent(each)) for each in marks if isinstance(each.item, Rule)}
    for x in (0.0, WIDTH):
        assert sum(abs((left + right) / 2 - x) < 0.01 for left, _, right, _ in ends) == 4 - 2
    for y in (0.0, HEIGHT):
        assert sum(abs((top + bottom) / 2 - y) < 0.01 for _, top, _, bottom in ends) == 4 - 2


def test_the_slug_tells_order_page_date_inks_and_title(marks):
    (slug,) = (each.item for each in marks if isinstance(each.item, GlyphRun))
    assert "".join(slug.texts) == "单张纸印刷 · 1/2 · 2023-01-31 · CMYK PANTONE 185 C · 西湖日报"
    assert slug.ink == ALL


def test_the_slug_says_that_a_paper_is_undated(document, faces):
    """An empty place could be a fault of the slug."""
    slug = mark(document._replace(date=""), SHEETFED, faces).pages[0].items[-1].item
    assert "".join(slug.texts).split(" · ")[:3] == ["单张纸印刷", "1/2", "未署日期"]
    slug = mark(document._replace(date="", language="en"), SHEETFED, faces).pages[0].items[-1].item
    assert "".join(slug.texts).split(" · ")[:3] == ["sheetfed", "1/2", "undated"]


def test_the_slug_tells_a_folio_that_is_not_the_number_of_the_page(document, faces):
    pages = (document.pages[0]._replace(folio="1"), document.pages[1]._replace(folio="46"))
    slugs = ["".join(page.items[-1].item.texts) for page in mark(document._replace(pages=pages), SHEETFED, faces).pages]
    assert [slug.split(" · ")[1] for slug in slugs] == ["1/2", "2/2 (46)"]


def test_the_slug_is_cut_before_the_middle_and_tells_letters_without_glyph_by_code(document, faces):
    long = mark(document._replace(title="\U00030000" + "很长的题名" * 30), SHEETFED, faces).pages[0].items[-1]
    assert "U+30000很长的题名" in "".join(long.item.texts)
    assert extent(long).right < WIDTH / 2 - mm(2)


def test_the_bar_has_every_ink_of_the_page_and_no_more_than_the_press_takes(marks):
    inks = [each.item.ink for each in marks if isinstance(each.item, Shape) and not each.item.weight]
    assert {BLACK, RED, RED.tinted(0.5)} <= set(inks)
    assert max(ink.total for ink in inks) * 100 <= SHEETFED.ink_limit


def test_a_page_without_letters_has_marks_without_slug(sheet):
    page = mark(sheet(), SHEETFED, {}).pages[0]
    assert page.items
    assert not any(isinstance(item, GlyphRun) for _, item in page.items)


def test_marks_are_artifacts_of_tagged_pages(document, faces):
    page = document.pages[0]._replace(tags=(0, 0))
    tagged = mark(document._replace(pages=(page,)), SHEETFED, faces).pages[0]
    assert set(tagged.tags[2:]) == {ARTIFACT}
    assert len(tagged.tags) == len(tagged.items)


@pytest.mark.parametrize("name", ORDERS)
def test_boxes_lie_round_the_trim_whose_corner_is_the_origin(document, faces, name):
    order = ORDERS[name]
    sheet_edge = SHEET if order.marks else order.bleed
    with pikepdf.open(BytesIO(printed(document, faces, order))) as file:
        for page in file.pages:
            for box, out in (("/MediaBox", sheet_edge), ("/BleedBox", order.bleed), ("/TrimBox", 0.0)):
                found = [float(edge) for edge in page[box]]
                assert found == pytest.approx([-out, -out, WIDTH + out, HEIGHT + out], abs=0.002)
    assert (order.bleed, order.marks) == ((mm(3), True) if name == "sheetfed" else (0.0, False))


def test_a_page_with_marks_and_spots_keeps_its_standards(document, faces):
    assert broken(printed(document, faces, SHEETFED), SHEETFED.standards) == {}


def test_inside_the_trim_the_page_is_that_without_marks(document, faces):
    bare = SHEETFED._replace(marks=False)
    with_marks, without = (shown(printed(document, faces, order)) for order in (SHEETFED, bare))
    out, edge = round(2 * (SHEET - bare.bleed)), without.size
    assert with_marks.size != edge
    inside = with_marks.crop((out, out, out + edge[0], out + edge[1]))
    # Whole pixels of the two sheets differ by a part of one.
    assert abs(mean(inside) - mean(without)) < 0.1
    assert mean(with_marks) < mean(without) + 1


def shown(data: bytes) -> Image.Image:
    with pypdfium2.PdfDocument(data) as file:
        return file[0].render(scale=2).to_pil().convert("L")


def mean(image: Image.Image) -> float:
    counts = image.histogram()
    return sum(level * count for level, count in enumerate(counts)) / sum(counts)


DAMAGES = {
    "bleed outside the sheet": ("BleedBox", [-50, -50, 700, 900], "boxes"),
    "trim outside the bleed": ("TrimBox", [-20, -20, 600, 850], "boxes"),
    "no trim": ("TrimBox", None, "boxes"),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_box_is_noticed(document, faces, name):
    key, box, expected = DAMAGES[name]
    with pikepdf.open(BytesIO(printed(document, faces, SHEETFED))) as file:
        if box is None:
            del file.pages[0][f"/{key}"]
        else:
            file.pages[0][f"/{key}"] = pikepdf.Array(box)
        out = BytesIO()
        file.save(out, fix_metadata_version=False)
    assert expected in exchange_faults(out.getvalue())


def test_the_same_document_makes_the_same_marks(document, faces):
    assert printed(document, faces, SHEETFED) == printed(document, faces, SHEETFED)
