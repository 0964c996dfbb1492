"""Articles placed by hand, slots of a template and plans that are kept: the wish stands on the page, or is told."""

import re

import pytest

from made_pages import articles, with_articles
from pages import runs
from xihu_pdf.build import check
from xihu_pdf.content import Place, Text
from xihu_pdf.layout.grid import TABLOID
from xihu_pdf.layout.guillotine import Search, Wish
from xihu_pdf.layout.shapes import Variant
from xihu_pdf.layout.skeleton import SkeletonError, read_skeleton, skeleton_line
from xihu_pdf.stock import open_stock

LENGTHS = (1250, 700, 520, 440, 390, 350)
FILES = ("a.jpg",)


@pytest.fixture(scope="module")
def six(article):
    return articles(article, LENGTHS, photographs=FILES)


@pytest.fixture(scope="module")
def made(source, album):
    """Make a page of articles, its keys changed; gives its proof."""

    def make(own, **changes):
        edition = with_articles(source, own).edition
        pages = (edition.pages[0]._replace(**changes),)
        return check(source._replace(edition=edition._replace(pages=pages)), open_stock(str(album)))

    return make


@pytest.fixture(scope="module")
def plain(made, six):
    return made(six)


def places(proof):
    assert proof.document is not None, proof.diagnostics
    return proof.reports[0].articles


def changed(own, number, **changes):
    return (*own[:number], own[number]._replace(**changes), *own[number + 1 :])


def codes(proof):
    return [each.code for each in proof.diagnostics]


# -- by hand


def test_an_article_pinned_to_columns_stands_there_and_the_others_around_it(made, six, plain):
    proof = made(changed(six, 3, place=Place((5, 6), None)))
    assert (4, 2) in {each[:2] for each in places(proof)}
    assert places(plain) != places(proof) or proof.reports[0].plans != plain.reports[0].plans
    assert place_by_headline(proof, "夜巡队")[:1] == (4,)


def place_by_headline(proof, words):
    """Column and first line, counted from 0, of the headline that begins with these words."""
    for at, run in runs(proof.document.pages[0], "XihuSong-Black"):
        if "".join(run.texts).startswith(words[: len(run.texts)]) and len(run.texts) > 1:
            column = max(each for each in range(6) if TABLOID.column(each) - 1 <= at.x)
            return column, round((at.y - TABLOID.top) / TABLOID.pitch)
    pytest.fail(words)


def test_an_article_pinned_to_columns_and_lines_fills_them(made, six):
    proof = made(changed(six, 3, place=Place((5, 6), (1, 30))))
    assert (4, 2, 0, 30) in places(proof)
    assert place_by_headline(proof, "夜巡")[0] >= 4
    assert [end for _, end in proof.reports[0].columns].count(30) == 2


@pytest.mark.parametrize(("lines", "code"), [((1, 60), "place-short"), ((1, 12), "place-long")])
def test_a_place_that_the_copy_does_not_fill_is_told_with_characters(made, six, lines, code):
    proof = made(changed(six, 3, place=Place((5, 6), lines)))
    assert codes(proof) == [code]
    assert dict(proof.diagnostics[0].values)["characters"] > 0


@pytest.mark.parametrize("place", [Place((5, 7), None), Place((1, 2), (80, 87)), Place(None, (90, 95))])
def test_a_place_outside_the_type_area_is_told(made, six, place):
    assert codes(made(changed(six, 3, place=place))) == ["place-outside"]


def test_places_that_overlap_are_told(made, six):
    own = changed(changed(six, 3, place=Place((3, 4), (1, 30))), 4, place=Place((4, 5), (30, 50)))
    assert codes(made(own)) == ["place-overlap"]


def test_a_place_and_a_slot_and_other_columns_are_told(made, six):
    own = changed(six, 3, place=Place((1, 2), None), slot="left", columns=(3, 3))
    assert set(codes(made(own, template="two-bands"))) == {"place-slot", "place-columns"}


def test_places_that_leave_the_others_no_way_are_told(made, six):
    """A strip down the middle of the page, half way from the top, cannot be cut out of what fills the page."""
    own = changed(changed(six, 0, place=Place((4, 6), None)), 5, place=Place((1, 1), (40, 86)))
    own = changed(own, 1, place=Place((1, 3), (1, 86)))
    found = codes(made(own))
    assert found
    assert set(found) <= {"place-rest", "place-short", "place-long", "place-overlap"}


def test_a_place_on_too_few_columns_is_told(made, six):
    own = changed(six, 2, columns=(1, 1), headline=Text("西湖镇农村公路五年修通三百公里" * 3))
    assert codes(made(own)) == ["place-narrow"]


# -- templates


def test_no_article_of_two_bands_crosses_their_gutter(made, six):
    found = places(made(six, template="two-bands"))
    assert all(column + columns <= 4 or column >= 4 for column, columns, _, _ in found)
    assert {column for column, *_ in found if column >= 4}


def test_an_article_stands_in_its_slot(made, six):
    proof = made(changed(six, 1, slot="right"), template="two-bands")
    assert place_by_headline(proof, "高标准")[0] >= 4


def test_a_banner_takes_the_lead_over_all_columns_unless_another_is_given(made, six):
    assert places(made(six, template="banner"))[0][:3] == (0, 6, 0)
    proof = made(changed(six, 1, slot="foot"), template="foot-banner")
    assert places(proof)[-1][1::2] == (6, 86)


@pytest.mark.parametrize(
    ("changes", "template", "code"),
    [({"slot": "middle"}, "two-bands", "slot-unknown"), ({"slot": "left"}, "", "slot-unknown")],
)
def test_a_slot_that_is_not_there_is_told(made, six, changes, template, code):
    assert codes(made(changed(six, 3, **changes), template=template)) == [code]


def test_a_banner_for_two_is_told(made, six):
    own = changed(changed(six, 2, slot="top"), 3, slot="top")
    assert codes(made(own, template="banner")) == ["slot-twice"]


def test_a_page_too_narrow_for_its_template_is_told(source, six, album):
    edition = with_articles(source, six, paper=(140.0, 300.0)).edition
    page = edition.pages[0]._replace(template="three-bands")
    found = check(source._replace(edition=edition._replace(pages=(page,))), open_stock(str(album)))
    assert codes(found) == ["template-columns"]


# -- columns


def test_broken_columns_share_the_width_in_whole_characters(made, six):
    proof = made(changed(six, 1, columns=(3, 2)))
    assert any(columns == 3 for _, columns, _, _ in places(proof))
    starts = {round(at.x - TABLOID.column(3), 2) for at, run in runs(proof.document.pages[0], "XihuSong-Regular", 9.0)}
    # Three columns of 11 are 35 characters, two of 17 and one between them.
    assert {0.0, 18 * 9.0} <= starts
    (report,) = proof.reports
    assert report.short == 0


def test_more_columns_than_the_page_has_are_told(made, six):
    assert codes(made(changed(six, 1, columns=(7, 7)))) == ["columns-many"]


def test_one_article_alone_may_have_broken_columns(made, article):
    (own,) = articles(article, (4300,))
    proof = made((own._replace(columns=(6, 4)),))
    assert len(proof.reports[0].columns) == 4, proof.diagnostics
    assert len({end for _, end in proof.reports[0].columns}) == 1


# -- plans


def test_a_plan_that_is_kept_survives_an_edit(made, six, plain):
    """The plan of two bands is kept for a page that would be cut otherwise, with 66 characters more too."""
    line = made(six, template="two-bands").reports[0].plans[0]
    assert line != plain.reports[0].plans[0]
    kept = made(six, plan=Text(line))
    longer = changed(six, 3, sections=(*six[3].sections[:-1], with_more(six[3].sections[-1])))
    proof = made(longer, plan=Text(line))
    assert proof.reports[0].plans == kept.reports[0].plans == (line,)
    assert [each[:2] for each in places(proof)] == [each[:2] for each in places(kept)]
    assert proof.document != kept.document


def with_more(section):
    return section._replace(paragraphs=(*section.paragraphs, Text("西湖镇的年轻人回来了。" * 6)))


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("2", "plan-articles"),
        ("1/2/3/4/5/5", "plan-articles"),
        ("3:1/2/3|2:4/5/6", "plan-columns"),
        ("1/2/3|4/5/6", "plan-columns"),
        ("3:1/2/(3|3:4/5/6", "plan-form"),
        ("方案二", "plan-form"),
        ("1/2/3/4/5/6", "plan-rest"),
    ],
)
def test_a_plan_that_cannot_be_kept_is_told(made, six, line, code):
    found = codes(made(six, plan=Text(line)))
    assert found[0] == code
    assert all(each.startswith("cure-") for each in found[1:])


def test_a_plan_and_a_slot_are_kept_together_or_told(made, six, plain):
    line = Text(plain.reports[0].plans[0])
    banner = changed(six, 0, slot="top")
    assert codes(made(banner, plan=line, template="banner"))[0] == "plan-rest"
    kept = made(six, template="two-bands")
    assert places(made(six, template="two-bands", plan=Text(kept.reports[0].plans[0]))) == places(kept)


@pytest.mark.parametrize("line", ["1", "1/2", "4:1/3|2:2/(1:4|1:5)", "(2:1|4:2)/3", "2:1|2:2|2:3/(1:4|1:5)/6"])
def test_a_skeleton_is_written_as_it_is_read(line):
    """A page cut by the line gives the line again."""
    count = len(re.findall("[0-9]+(?!:)", line))
    every = tuple(Variant(columns, lines, 0.0, 30.0, 1) for columns in range(1, 7) for lines in range(3, 41))
    tree = read_skeleton(line, list(range(count)), 6)
    shape = Search((every,) * count, (6, 40), None, (), tree if count > 1 else None).best()
    assert shape is not None
    assert skeleton_line(shape, list(range(1, count + 1))) == line


def test_marks_of_full_width_and_needless_brackets_are_taken():
    tree = read_skeleton("4:1/3|2:2", [0, 1, 2], 6)
    assert read_skeleton("４：（1／3）｜２：２".translate(str.maketrans("４２", "42")), [0, 1, 2], 6) == tree
    with pytest.raises(SkeletonError, match="plan-form"):
        read_skeleton("1//2", [0, 1], 6)


def test_a_wish_for_lines_takes_no_other_height():
    wish = Wish(frozenset({(0, 3)}), 0, 40)
    assert wish.takes(Variant(3, 40, 0.0, 30.0, 2))
    assert not wish.takes(Variant(3, 41, 0.0, 30.0, 2))
    assert not wish.takes(Variant(2, 40, 0.0, 30.0, 2))


# -- cures


def test_cures_are_told_in_words_and_make_the_page(made, article):
    own = articles(article, (1850, 900, 700), photographs=("a.jpg", "b.jpg"))
    own = changed(own, 0, photographs=(own[0].photographs[0]._replace(columns=3),), deck=Text("全镇干部群众一年的答卷"))
    longer = changed(own, 1, sections=(*own[1].sections, own[0].sections[0]))
    proof = made(longer)
    assert codes(proof)[0] == "page-articles-long"
    cures = [each for each in proof.diagnostics if each.code.startswith("cure-")]
    assert 1 <= len(cures) <= 3
    if moved := [each for each in cures if each.code == "cure-move"]:
        title = dict(moved[0].values)["text"]
        rest = tuple(each for each in longer if each.headline.value != title)
        assert made(rest).document is not None
