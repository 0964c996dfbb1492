"""Imposed sheets: the same pixels at their places, the standards kept, words read in the order of the pages."""

from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat
from validators import broken

from xihu_pdf.frame import ARTIFACT, BLACK, Document, Ink, PageFrame, Picture, Placed, Row, Rule, Shape, Tag
from xihu_pdf.geometry import Point, Rect, Size, mm
from xihu_pdf.imposition import SCHEMES, impose, sides
from xihu_pdf.pictures import read_photograph
from xihu_pdf.press import ORDERS, on_sheets, prepress, write

PAGE = Size(200.0, 280.0)
GREEN = Ink(0.8, 0.3, 0.9, 0.2)


@pytest.fixture(scope="module")
def photograph():
    out = BytesIO()
    bands = [Image.linear_gradient("L"), Image.radial_gradient("L"), Image.linear_gradient("L").rotate(90)]
    Image.merge("RGB", bands).resize((240, 160)).save(out, "JPEG")
    return read_photograph(out.getvalue())


@pytest.fixture(scope="module")
def paper(line, song, photograph):
    """A paper of so many pages: on each a headline, a line, and one of every other item; a paragraph runs through."""
    square = Shape(((Point(0, 0),), (Point(9, 0),), (Point(9, 12), Point(4, 9), Point(0, 12))), 0.0, GREEN)

    def make(count: int) -> Document:
        pages = []
        tags = [Tag("Document", -1), Tag("Art", 0), Tag("P", 1)]
        for number in range(count):
            tags += [Tag("Art", 0), Tag("H1", len(tags)), Tag("Figure", len(tags), "湖")]
            items = (
                Placed(Point(20.0, 40.0), line(song, f"第{'一二三四五六七八九十甲乙'[number]}版", 24.0)),
                Placed(Point(20.0, 60.0), line(song, f"文字从第{number + 1}版", 9.0)),
                Placed(Point(20.0, 80.0), Picture(photograph.key, Size(90.0, 60.0 + number), Rect(0.1, 0.1, 0.9, 0.9))),
                Placed(Point(20.0, 200.0 + number), Rule(Point(160.0, 0.0), 1.0, BLACK)),
                Placed(Point(130.0, 90.0), square),
                Placed(Point(30.0, 240.0), Row(square, Point(14.0, 0.0), 6)),
            )
            pages.append(PageFrame(PAGE, items, (len(tags) - 2, 2, len(tags) - 1, *[ARTIFACT] * 3), str(number + 1)))
        return Document("西湖报", "zh-Hans", "2023-01-31", tuple(pages), tuple(tags))

    return make


@pytest.fixture(scope="module")
def printed(faces, photograph):
    def make(document: Document, order: str = "press") -> bytes:
        photographs = prepress(document, {photograph.key: photograph}, ORDERS[order])
        return write(document, faces, photographs, ORDERS[order])

    return make


def rendered(data: bytes, scale: float = 1.0) -> list[Image.Image]:
    with pypdfium2.PdfDocument(data) as file:
        return [page.render(scale=scale).to_pil().convert("RGB") for page in file]


@pytest.mark.parametrize("count", [4, 6, 8, 12])
@pytest.mark.parametrize("name", ["sheet", "stitched"])
def test_a_page_on_a_sheet_looks_as_it_does_alone(name, count, paper, printed):
    document, scheme = paper(count), SCHEMES[name]._replace(creep=SCHEMES[name].creep and 3 / mm(1.0))
    singles, sheets = rendered(printed(document)), rendered(printed(impose(document, scheme).document))
    assert len(sheets) == 2 * -(-count // 4)
    seen = []
    for number, (sheet, side) in enumerate(zip(sheets, sides(document, scheme), strict=True)):
        assert sheet.size == (400, 280)
        for column, page in enumerate(side):
            # Three points of creep to a sheet, toward the fold.
            creep = (3 if scheme.creep else 0) * (number // 2) * (1 - 2 * column)
            shown = sheet.crop((200 * column + 15 + creep, 0, 200 * column + 185 + creep, 280))
            if page is None:
                assert shown.getextrema() == ((255, 255),) * 3
            else:
                assert ImageChops.difference(shown, singles[page].crop((15, 0, 185, 280))).getbbox() is None
                seen.append(page)
    assert sorted(seen) == list(range(count))


@pytest.mark.parametrize("name", ["two-a4", "four-a4", "booklet-a4"])
def test_a_page_made_smaller_looks_as_it_does_alone(name, paper, printed):
    scheme = SCHEMES[name]._replace(paper=(200 / mm(1.0), 140 / mm(1.0)) if "four" not in name else None)
    if "four" in name:
        scheme = scheme._replace(paper=(200 / mm(1.0), 280 / mm(1.0)))
    document = paper(4)
    singles = rendered(printed(document))
    for sheet, side in zip(
        rendered(printed(impose(document, scheme).document), 2.0), sides(document, scheme), strict=True
    ):
        for at, page in enumerate(side):
            left, top = 200 * (at % scheme.columns), 280 * (at // scheme.columns)
            shown = sheet.crop((left + 15, top + 30, left + 185, top + 270))
            difference = ImageChops.difference(shown, singles[page].crop((15, 30, 185, 270)))
            assert max(ImageStat.Stat(difference).rms) < 6


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("name", ["sheet", "booklet-a4"])
def test_sheets_keep_the_standards_of_their_order(name, order, paper, printed):
    data = printed(impose(paper(6), SCHEMES[name]).document, order)
    assert broken(data, ORDERS[order].standards) == {}
    assert data == printed(impose(paper(6), SCHEMES[name]).document, order)


def test_a_photograph_is_in_the_file_once_however_many_pages_show_it(paper, printed):
    with pikepdf.open(BytesIO(printed(impose(paper(8), SCHEMES["sheet"]).document))) as file:
        images = [each for each in file.objects if isinstance(each, pikepdf.Stream) and "/Width" in each]
        assert len(images) == 1


def words(file: pikepdf.Pdf) -> list[tuple[str, int, int]]:
    """Every element with content, depth first: its kind, the sheet, and the first of its marked content there."""
    found = []

    def walk(element):
        for kid in element.get("/K", []):
            if isinstance(kid, pikepdf.Dictionary) and kid.get("/S") is not None:
                walk(kid)
            else:
                found.append((str(element.S), element.Pg.objgen[0], int(kid)))

    for each in file.Root.StructTreeRoot.K:
        walk(each)
    return found


@pytest.mark.parametrize("count", [4, 8])
def test_words_are_read_in_the_order_of_the_pages(count, paper, printed):
    """Though a paragraph that goes on from page to page stands on sheets in another order."""
    document = paper(count)
    scheme = SCHEMES["sheet"]
    laid = sides(document, scheme)
    with pikepdf.open(BytesIO(printed(impose(document, scheme).document))) as file:
        sheets = {page.obj.objgen[0]: number for number, page in enumerate(file.pages)}
        read = [(kind, sheets[page]) for kind, page, _ in words(file)]
        of_page = {page: number for number, side in enumerate(laid) for page in side}
        assert [sheet for kind, sheet in read if kind == "/P"] == [of_page[page] for page in range(count)]
        assert [sheet for kind, sheet in read if kind == "/H1"] == [of_page[page] for page in range(count)]
        with file.open_outline() as outline:
            titles = [each.title for each in outline.root]
        assert titles == [f"第{'一二三四五六七八'[page]}版" for page in range(count)]


def test_what_reaches_the_edge_of_the_sheet_bleeds_and_what_reaches_the_fold_does_not(paper, photograph):
    """A photograph as large as its page goes beyond the trim on three sides, and ends where the next page begins."""
    order = ORDERS["sheetfed"]
    whole = Placed(Point(0.0, 0.0), Picture(photograph.key, PAGE, Rect(0.2, 0.2, 0.8, 0.8)))
    document = paper(4)
    pages = (*document.pages[:3], document.pages[3]._replace(items=(whole,), tags=(ARTIFACT,)))
    imposed = impose(document._replace(pages=pages), SCHEMES["sheet"]).document
    front = on_sheets(imposed, order, {}).pages[0]
    (at, grown), *_ = (placed for placed in front.items if isinstance(placed.item, Picture) and placed.at.x <= 0)
    assert at == pytest.approx((-order.bleed, -order.bleed))
    assert grown.size == pytest.approx((PAGE.width + order.bleed, PAGE.height + 2 * order.bleed))
