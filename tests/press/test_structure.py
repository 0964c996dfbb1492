"""The tree of tags: lists, quotations and tables with their attributes, as those who hear the page need them."""

from io import BytesIO

import pikepdf
import pypdf
import pypdfium2
import pytest
from validators import broken

from pages import with_article
from xihu_pdf.build import make
from xihu_pdf.content import Section, Text
from xihu_pdf.frame import Document, PageFrame, Picture, Placed, Tag
from xihu_pdf.geometry import Point, Size
from xihu_pdf.press import DEFAULT_ORDER, ORDERS, write
from xihu_pdf.press.metadata import facts
from xihu_pdf.press.standards import PDF_X_4
from xihu_pdf.stock import open_stock

STANDARDS = ORDERS[DEFAULT_ORDER].standards
TAGS = (
    Tag("Document", -1),
    Tag("Art", 0),
    Tag("H1", 1),
    Tag("Table", 1),
    Tag("TR", 3),
    Tag("TH", 4, attributes=(("Scope", "Column"),)),
    Tag("TH", 4, attributes=(("Scope", "Column"), ("ColSpan", 2))),
    Tag("TR", 3),
    Tag("TH", 7, attributes=(("Scope", "Row"),)),
    Tag("TD", 7),
    Tag("TD", 7),
)


@pytest.fixture
def timetable(song, line) -> Document:
    """A table of two rows, the second head cell over two columns."""
    words = {"时刻表": 2, "班次": 5, "时刻": 6, "一路": 8, "早": 9, "晚": 10}
    items = [Placed(Point(20 + 30 * at, 30), line(song, each)) for at, each in enumerate(words)]
    frame = PageFrame(Size(240, 60), tuple(items), tuple(words.values()))
    return Document("时刻表", "zh-Hans", "2023-01-31", (frame,), TAGS)


def written(document, faces) -> bytes:
    return write(document, faces, {}, ORDERS[DEFAULT_ORDER])


def test_a_table_has_rows_and_cells_with_their_attributes(timetable, faces):
    data = written(timetable, faces)
    assert broken(data, STANDARDS) == {}
    with pikepdf.open(BytesIO(data)) as file:
        _, table = file.Root.StructTreeRoot.K[0].K[0].K
        head, row = table.K
        assert [str(each.S) for each in (table, head, row, *head.K, *row.K)] == [
            *("/Table", "/TR", "/TR", "/TH", "/TH", "/TH", "/TD", "/TD")
        ]
        assert [str(each.A.O) for each in head.K] == ["/Table", "/Table"]
        assert [str(each.A.Scope) for each in (*head.K, row.K[0])] == ["/Column", "/Column", "/Row"]
        assert int(head.K[1].A.ColSpan) == 2
        assert "/A" not in row.K[1]


def test_rows_that_are_unequally_wide_are_no_table_to_a_validator(timetable, faces):
    bare = tuple(tag._replace(attributes=tag.attributes[:1]) for tag in timetable.tags)
    assert "PDF/UA-1" in broken(written(timetable._replace(tags=bare), faces), STANDARDS)


def test_lists_and_quotations_are_elements_of_their_own(source, article):
    forms = ("list", "quote", "plain")
    sections = [each._replace(form=form) for each, form in zip(article.sections, forms, strict=False)]
    listed = Section(None, (Text("条目一。"), Text("条目二。")), "list")
    proof = make(
        with_article(source, article, sections=(*sections, listed, *article.sections[3:])), open_stock(source.folder)
    )
    assert broken(proof.pdf, STANDARDS) == {}
    with pikepdf.open(BytesIO(proof.pdf)) as file:
        kinds = [outline(each) for each in file.Root.StructTreeRoot.K[0].K[0].K]
    item = ["/LI", ["/LBody"]]
    assert kinds[3:10] == [
        ["/H2"],
        ["/L", item, item],
        ["/H2"],
        ["/BlockQuote", ["/P"], ["/P"]],
        ["/H2"],
        ["/P"],
        ["/L", item, item],
    ]


def outline(element) -> list:
    below = [each for each in element.K if isinstance(each, pikepdf.Dictionary) and "/S" in each]
    return [str(element.S), *map(outline, below)]


def test_tags_have_the_places_that_they_were_made_from(source, article):
    proof = make(source, open_stock(source.folder))
    spans = {kind: [tag.span for tag in proof.document.tags if tag.kind == kind] for kind in ("Art", "H1", "Figure")}
    assert spans["Art"] == [article.span]
    assert spans["H1"] == [article.headline.span]
    assert sorted(spans["Figure"]) == sorted(each.span for each in article.photographs)
    paragraphs = [text.span for section in article.sections for text in section.paragraphs]
    told = [tag.span for tag in proof.document.tags if tag.kind == "P"]
    assert [each for each in told if each in paragraphs] == paragraphs


@pytest.mark.parametrize(
    ("folios", "expected"),
    [
        (("45",), ["45"]),
        (("3", "4", "5"), ["3", "4", "5"]),
        (("A1", "A2", "B1", "B2"), ["A1", "A2", "B1", "B2"]),
        (("008", "009", "010"), ["008", "009", "010"]),
        (("8", "", "增刊", "12"), ["8", "2", "增刊", "12"]),
        (("0", "", ""), ["0", "2", "3"]),
    ],
)
def test_pages_are_labelled_by_their_folios(folios, expected, timetable, faces):
    frame = timetable.pages[0]
    data = written(timetable._replace(pages=tuple(frame._replace(folio=each) for each in folios)), faces)
    with pikepdf.open(BytesIO(data)) as file:
        assert [each.label for each in file.pages] == expected
    assert pypdf.PdfReader(BytesIO(data)).page_labels == expected
    with pypdfium2.PdfDocument(data) as file:
        assert [file.get_page_label(each) for each in range(len(file))] == expected
    assert broken(data, STANDARDS) == {}


def test_pages_without_folios_have_no_labels(timetable, faces):
    with pikepdf.open(BytesIO(written(timetable, faces))) as file:
        assert "/PageLabels" not in file.Root


def test_the_page_of_the_repository_is_page_45(source):
    with pikepdf.open(BytesIO(make(source, open_stock(source.folder)).pdf)) as file:
        assert file.pages[0].label == "45"


@pytest.mark.parametrize("name", ORDERS)
def test_an_edition_without_a_date_has_one_only_where_it_is_asked_for(name, timetable, faces):
    data = write(timetable._replace(date=""), faces, {}, ORDERS[name])
    assert broken(data, ORDERS[name].standards) == {}
    with pikepdf.open(BytesIO(data)) as file:
        asked = PDF_X_4 in ORDERS[name].standards
        assert ("/CreationDate" in file.docinfo, "/ModDate" in file.docinfo) == (asked, asked)
        assert (b"xmp:CreateDate" in file.Root.Metadata.read_bytes()) == asked
        assert b"1970" not in file.Root.Metadata.read_bytes()


def test_info_and_metadata_say_the_same(timetable, faces):
    with pikepdf.open(BytesIO(written(timetable, faces))) as file:
        assert str(file.docinfo.CreationDate) == str(file.docinfo.ModDate) == "D:20230131000000Z"
        with file.open_metadata() as told:
            assert told["dc:title"] == str(file.docinfo.Title) == "时刻表"
            assert told["pdf:Producer"] == str(file.docinfo.Producer)
            assert told["xmp:CreateDate"] == told["xmp:ModifyDate"] == "2023-01-31T00:00:00Z"


def test_files_with_other_photographs_or_of_another_order_are_told_apart(source):
    (page,) = make(source, open_stock(source.folder)).document.pages
    item, other = (each for each in page.items if isinstance(each.item, Picture))
    document = Document("", "zh-Hans", "", (PageFrame(page.size, (item,)),))
    swapped = item._replace(item=item.item._replace(photograph=other.item.photograph))

    def told(made, name="press"):
        known = facts(made, [b"q Q"], ORDERS[name])
        return known.identifier, known.instance

    assert told(document) == told(document)
    assert told(document)[0] == told(document, "archive")[0]
    assert told(document)[1] != told(document, "archive")[1]
    frame = document.pages[0]._replace(items=(swapped,))
    assert not set(told(document)) & set(told(document._replace(pages=(frame,))))
