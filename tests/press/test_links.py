"""Links: plain in print, and in files for reading an annotation over the words that every reader finds."""

from io import BytesIO

import pikepdf
import pypdf
import pypdfium2
import pytest
from validators import broken

from pages import with_article
from xihu_pdf.build import make
from xihu_pdf.content import Mark
from xihu_pdf.frame import GlyphRun, Link
from xihu_pdf.press import ORDERS
from xihu_pdf.press.standards import PDF_X_4
from xihu_pdf.stock import open_stock

ADDRESS = "https://example.org/水乡?a=(1)&b=%20"
WRITTEN = "https://example.org/%E6%B0%B4%E4%B9%A1?a=(1)&b=%20"
READING = [name for name, order in ORDERS.items() if PDF_X_4 not in order.standards]


def linked(source, article, writing="horizontal", span=(4, 30)):
    text = article.sections[0].paragraphs[0]
    marked = text._replace(marks=(Mark("link", *span, ADDRESS),))
    first = article.sections[0]._replace(paragraphs=(marked, *article.sections[0].paragraphs[1:]))
    return with_article(source, article, sections=(first, *article.sections[1:]), writing=writing), text.value[
        slice(*span)
    ]


def test_printed_files_have_no_link(source, article):
    changed, _ = linked(source, article)
    for name in set(ORDERS) - set(READING):
        data = make(changed, open_stock(source.folder), name).pdf
        assert broken(data, ORDERS[name].standards) == {}
        with pikepdf.open(BytesIO(data)) as file:
            assert "/Annots" not in file.pages[0].obj


def rounded(placed):
    """The item with its glyphs at places to a millionth of a point: sums of another order end in another last bit."""
    if not isinstance(placed.item, GlyphRun):
        return placed
    offsets = tuple(round(each, 6) for each in placed.item.offsets)
    return placed._replace(item=placed.item._replace(offsets=offsets))


def test_a_link_changes_nothing_that_is_seen(source, article):
    changed, _ = linked(source, article)
    made, plain = (make(each, open_stock(source.folder), "screen") for each in (changed, source))
    shown = [each for each in made.document.pages[0].items if not isinstance(each.item, Link)]
    assert list(map(rounded, shown)) == list(map(rounded, plain.document.pages[0].items))
    content = []
    for each in (made.pdf, plain.pdf):
        with pikepdf.open(BytesIO(each)) as file:
            content.append(file.pages[0].Contents.read_bytes())
    assert content[0] == content[1]


@pytest.mark.parametrize("name", READING)
@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
def test_files_for_reading_lead_where_the_words_say_and_keep_their_standards(source, article, name, writing):
    changed, words = linked(source, article, writing)
    data = make(changed, open_stock(source.folder), name).pdf
    assert broken(data, ORDERS[name].standards) == {}
    found = [each.get_object() for each in pypdf.PdfReader(BytesIO(data)).pages[0]["/Annots"]]
    assert len(found) >= 2
    assert {each["/A"]["/URI"] for each in found} == {WRITTEN}
    assert {each["/Contents"] for each in found} == {ADDRESS}
    # The boxes hold the words, and hardly more.
    read = ""
    with pypdfium2.PdfDocument(data) as file:
        text = file[0].get_textpage()
        for each in found:
            left, foot, right, top = map(float, each["/Rect"])
            read += text.get_text_bounded(left + 1, foot + 1, right - 1, top - 1)
    assert "".join(read.split()) == words


def test_every_link_is_an_element_under_its_words_and_is_found_from_it(source, article):
    changed, _ = linked(source, article)
    with pikepdf.open(BytesIO(make(changed, open_stock(source.folder), "screen").pdf)) as file:
        tree = file.Root.StructTreeRoot
        numbers = list(tree.ParentTree.Nums)
        rows = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
        for annotation in file.pages[0].Annots:
            element = rows[int(annotation.StructParent)]
            assert (str(element.S), str(element.P.S)) == ("/Link", "/P")
            assert element.K.Obj.objgen == annotation.objgen
            assert any(getattr(each, "objgen", None) == element.objgen for each in element.P.K)
        assert int(tree.ParentTreeNextKey) == 1 + len(file.pages[0].Annots)


def test_a_link_without_its_element_is_noticed(source, article):
    changed, _ = linked(source, article)
    with pikepdf.open(BytesIO(make(changed, open_stock(source.folder), "screen").pdf)) as file:
        for annotation in file.pages[0].Annots:
            del annotation.Contents
        out = BytesIO()
        file.save(out, fix_metadata_version=False)
    assert "PDF/UA-1" in broken(out.getvalue(), ORDERS["screen"].standards)


def test_links_stand_on_their_lines(source, article):
    changed, words = linked(source, article)
    page = make(changed, open_stock(source.folder), "screen").document.pages[0]
    links = [each for each in page.items if isinstance(each.item, Link)]
    baselines = {round(each.at.y, 2) for each in page.items if isinstance(each.item, GlyphRun)}
    assert len(links) >= 2
    assert all(round(each.at.y + 0.88 * 9, 2) in baselines for each in links)
    assert sum(each.item.size.width for each in links) == pytest.approx(9 * len(words), rel=0.1)
