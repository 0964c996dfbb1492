"""Jumps: an article goes on on another page, every letter of it once, and both pages are full."""

import pypdfium2
import pytest

from made_pages import articles
from pages import bare
from xihu_pdf.build import check, make
from xihu_pdf.content import Code, Panel, Text
from xihu_pdf.stock import open_stock


@pytest.fixture(scope="module")
def pages(source, article):
    """Two pages, the lead of the first one too long for it."""
    lead, *others = articles(article, (3000, 900, 700), photographs=("a.jpg",))
    second = articles(article, (1500, 800, 600, 400), lead=False, photographs=("b.jpg",))[1:]
    second += articles(article, (900, 500, 500, 600, 700, 800), lead=False)[4:]
    page = source.edition.pages[0]
    return (
        page._replace(folio=Text("01"), articles=(lead._replace(jump=Text("3")), *others)),
        page._replace(folio=Text("3"), articles=second),
    )


def edited(source, pages):
    return source._replace(edition=source.edition._replace(pages=pages))


@pytest.fixture(scope="module")
def made(source, pages, album):
    return make(edited(source, pages), open_stock(str(album)))


@pytest.fixture(scope="module")
def words(made):
    assert made.pdf is not None, made.diagnostics
    pdf = pypdfium2.PdfDocument(made.pdf)
    return [bare(page.get_textpage().get_text_range()) for page in pdf]


def test_both_pages_of_a_jump_are_full(made):
    for report in made.reports:
        assert {end for _, end in report.columns} == {end for *_, end in report.articles}
        assert max(end for _, end in report.columns) == 86
        assert report.short == 0


def test_each_page_tells_where_the_rest_is(words):
    assert words[0].count("（下转第3版）") == 1
    assert words[1].count("（上接第1版）") == 1


def test_the_copy_goes_on_where_it_was_broken_inside_a_sentence(words, pages):
    copy = "".join(bare(text.value) for section in pages[0].articles[0].sections for text in section.paragraphs)
    before = words[0].partition("（下转第3版）")[0][-6:]
    after = words[1].partition("（上接第1版）")[2][:6]
    assert before + after in copy
    assert before[-1] not in "。！？…；”"


def test_the_lines_on_each_side_are_enough(words, pages):
    """10 cm of text before the jump are 24 lines, 15 cm after it 37."""
    rest = words[1].partition("（上接第1版）")[2]
    copy = "".join(bare(text.value) for section in pages[0].articles[0].sections for text in section.paragraphs)
    at = copy.index(rest[:12])
    assert at >= 20 * 11
    assert len(copy) - at >= 30 * 11


def test_key_words_of_the_headline_stand_over_the_rest(words, source, pages, album):
    assert "美丽乡村（上接第1版）" in words[1] or "美丽乡村" in words[1]
    lead = pages[0].articles[0]._replace(jumphead=Text("十大亮点"))
    named = (pages[0]._replace(articles=(lead, *pages[0].articles[1:])), pages[1])
    proof = make(edited(source, named), open_stock(str(album)))
    assert proof.pdf is not None
    assert "十大亮点" in bare(pypdfium2.PdfDocument(proof.pdf)[1].get_textpage().get_text_range())


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"jump": Text("7")}, "jump-page"),
        ({"jump": Text("1")}, "jump-page"),
        ({"border": "hairline"}, "jump-border"),
        ({"sections": ()}, "jump-short"),
    ],
)
def test_a_jump_that_cannot_be_is_told(source, pages, album, changes, code):
    lead = pages[0].articles[0]
    if "sections" in changes:
        changes = {"sections": (lead.sections[0]._replace(paragraphs=lead.sections[0].paragraphs[:1]),)}
    own = (pages[0]._replace(articles=(lead._replace(**changes), *pages[0].articles[1:])), pages[1])
    assert code in [each.code for each in check(edited(source, own), open_stock(str(album))).diagnostics]


def test_a_second_jump_of_a_page_is_told(source, pages, album):
    both = tuple(each._replace(jump=Text("3")) for each in pages[0].articles[:2])
    own = (pages[0]._replace(articles=(*both, *pages[0].articles[2:])), pages[1])
    assert "jump-many" in [each.code for each in check(edited(source, own), open_stock(str(album))).diagnostics]


def test_pages_that_cannot_be_full_together_are_told(source, pages, album):
    lead = pages[0].articles[0]
    short = lead._replace(sections=lead.sections[:4])
    own = (pages[0]._replace(articles=(short,)), pages[1]._replace(articles=pages[1].articles[-1:]))
    codes = [each.code for each in check(edited(source, own), open_stock(str(album))).diagnostics]
    assert "jump-misfit" in codes


@pytest.fixture(scope="module")
def whole(pages, article):
    """A page that is full with its own articles."""
    return pages[0]._replace(folio=Text("5"), articles=articles(article, (1700, 800, 750, 600), photographs=("a.jpg",)))


def cures(source, own, album):
    found = check(edited(source, own), open_stock(str(album))).diagnostics
    assert "jump-misfit" in [each.code for each in found]
    return [(each.code, dict(each.values).get("folio")) for each in found if each.code.startswith("cure-")]


def test_an_article_that_needs_no_jump_is_told_to_end_on_its_page(source, whole, album):
    lead, *others = whole.articles
    jumping = whole._replace(folio=Text("1"), articles=(lead._replace(jump=Text("5")), *others))
    assert cures(source, (jumping, whole), album) == [("cure-unjump", None)]
    own = (whole._replace(folio=Text("1")), whole)
    assert check(edited(source, own), open_stock(str(album))).document is not None


def test_a_page_with_room_is_told_to_take_the_rest_of_an_article(source, pages, whole, album):
    """The page told is that which the article is continued on where a jump can be made."""
    first, second = pages
    lead, *others = first.articles
    full = first._replace(articles=(lead._replace(jump=Text("5")), *others))
    assert cures(source, (full, whole, second), album) == [("cure-jump", "3")]


def test_a_page_whose_own_articles_cannot_be_set_is_told(source, pages, album):
    wide = pages[1].articles[0]._replace(headline=Text("西湖镇农村公路五年修通三百公里" * 3), columns=(1, 1))
    own = (pages[0], pages[1]._replace(articles=(wide, *pages[1].articles[1:])))
    codes = [each.code for each in check(edited(source, own), open_stock(str(album))).diagnostics]
    assert "jump-articles" in codes


def test_summary_and_boxes_stand_before_the_jump_and_a_code_at_the_end(source, pages, album):
    """Each once: what stands beside the text with its headline, what ends it with its last line."""
    lead = (
        pages[0]
        .articles[0]
        ._replace(
            summary=(Text("新修的机耕道五月通车"),),
            boxes=(Panel(heading=Text("名词解释"), paragraphs=(Text("机耕道是供农业机械通行的田间道路。"),)),),
            code=Code(Text("https://example.org/rest"), Text("扫码看全文")),
        )
    )
    own = (pages[0]._replace(articles=(lead, *pages[0].articles[1:])), pages[1])
    proof = make(edited(source, own), open_stock(str(album)))
    assert proof.pdf is not None, [each.line("en") for each in proof.diagnostics]
    found = [bare(page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(proof.pdf)]
    for word, page in (("新修的机耕道", 0), ("名词解释", 0), ("扫码看全文", 1)):
        assert [each.count(word) for each in found] == [page == 0, page == 1]
