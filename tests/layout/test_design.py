"""The design check: every finding beside its cause, and what an editor accepts."""

import pytest

from pages import with_article
from xihu_pdf.build import check
from xihu_pdf.content import Article, Page, Photograph, Text, Waiver, parse
from xihu_pdf.content.kinds import DESIGN
from xihu_pdf.errors import fault
from xihu_pdf.layout.design import Shown, Standing, check_design, waived
from xihu_pdf.messages import MESSAGES

COLUMNS, LINES = 6, 86


def standing(column, columns, line, lines, **changes):
    """An article on a rectangle of the page, with a head of 30 pt and legs of a good length."""
    told = {"head": 8, "size": 30.0, "shown": (), "legs": (20,) * columns, "article": Article(headline=Text("水乡"))}
    return Standing(column=column, columns=columns, line=line, lines=lines, **told | changes)


def codes(*standings):
    return [each.code for each in check_design(standings, COLUMNS, LINES)]


def shown(file, column, columns, lines, **told):
    return Shown(Photograph(file, Text("图"), **told), column, columns, lines)


TAKEN = Article(headline=Text("水乡"), byline=Text("江流 图文"))


def test_a_page_without_faults_has_no_findings():
    upper = standing(0, 6, 0, 50, size=58.0, article=TAKEN, shown=(shown("a.jpg", 2, 4, 20), shown("b.jpg", 0, 2, 15)))
    assert codes(upper, standing(0, 3, 51, 35), standing(3, 3, 51, 35, size=24.0)) == []


@pytest.mark.parametrize(("other", "told"), [(30.0, ["page-heads-level"]), (24.0, [])])
def test_heads_of_one_size_side_by_side(other, told):
    assert codes(standing(0, 3, 0, 40), standing(3, 3, 0, 40, size=other)) == told


def test_a_head_larger_than_the_one_above_it():
    assert codes(standing(0, 6, 0, 40), standing(0, 6, 41, 45, size=36.0)) == ["page-head-grows"]
    assert codes(standing(0, 3, 0, 40), standing(3, 3, 20, 45, size=36.0)) == []


def test_legs_too_long_and_too_short():
    assert codes(standing(0, 6, 0, 86, legs=(62,) * 6)) == ["leg-long"]
    assert codes(standing(0, 6, 0, 20, legs=(11,) * 6)) == ["leg-short"]
    assert codes(standing(0, 2, 0, 20, legs=(11,) * 2)) == []


def test_a_gutter_from_head_to_foot_parts_a_page_of_many():
    quarters = [standing(column, 3, line, 43, size=30.0 - line / 20 - column) for line in (0, 43) for column in (0, 3)]
    assert "page-gap-through" in codes(*quarters)
    assert "page-gap-through" not in codes(*quarters[:1], *quarters[2:])
    crossed = [standing(0, 6, 0, 43, size=50.0), *quarters[2:], standing(0, 6, 86, 1, size=9.0)]
    assert "page-gap-through" not in codes(*crossed)


def test_two_photographs_of_equal_weight():
    assert codes(standing(0, 6, 0, 86, article=TAKEN, shown=(shown("a.jpg", 0, 3, 20), shown("b.jpg", 3, 3, 18)))) == [
        "pictures-equal"
    ]
    assert codes(standing(0, 6, 0, 86, article=TAKEN, shown=(shown("a.jpg", 0, 3, 20), shown("b.jpg", 3, 3, 17)))) == []
    assert codes(standing(0, 6, 0, 86, article=TAKEN, shown=(shown("a.jpg", 0, 1, 9), shown("b.jpg", 3, 1, 9)))) == []


@pytest.mark.parametrize(
    ("column", "looks", "out"), [(0, "left", 1), (0, "right", 0), (3, "right", 1), (2, "right", 0)]
)
def test_a_photograph_that_looks_off_the_page(column, looks, out):
    told = codes(standing(0, 6, 0, 86, article=TAKEN, shown=(shown("a.jpg", column, 3, 20, looks=looks),)))
    assert told == ["picture-looks-out"] * out


def test_every_photograph_has_a_credit_or_a_byline_that_gives_its_maker():
    both = (shown("a.jpg", 2, 4, 20, credit=Text("江流")), shown("b.jpg", 0, 2, 9))
    assert codes(standing(0, 6, 0, 86, shown=both)) == ["credit-missing"]
    assert codes(standing(0, 6, 0, 86, shown=both[1:])) == ["credit-missing"]
    assert codes(standing(0, 6, 0, 86, shown=both[:1])) == []


@pytest.mark.parametrize(
    ("byline", "own", "others"),
    [
        ("本报记者 江流", 1, 1),
        ("县图书馆 江流", 1, 1),
        ("本报记者 江流 文/图", 0, 1),
        ("江流 文 王二 摄", 0, 1),
        ("图／江流", 0, 1),
        ("本版图文由江流提供", 0, 0),
        ("本版编辑 江流", 1, 1),
    ],
)
def test_a_byline_gives_the_maker_of_the_photographs_of_its_article_or_of_the_page(byline, own, others):
    article = Article(headline=Text("水乡"), byline=Text(byline))
    upper = standing(0, 6, 0, 50, size=58.0, article=article, shown=(shown("a.jpg", 2, 4, 20),))
    lower = standing(0, 6, 51, 35, shown=(shown("b.jpg", 0, 2, 9),))
    assert codes(upper) == ["credit-missing"] * own
    assert codes(upper, lower) == ["credit-missing"] * (own + others)


def test_what_is_accepted_becomes_a_note_with_its_reason():
    page = Page(accept=(Waiver("leg-long", "长篇连载"), Waiver("pictures-equal", "对比")))
    found = [fault("leg-long", None, text="水乡", lines=70, most=61), fault("page-long", None, lines=1)]
    kept = waived(page, found)
    assert [each.code for each in kept] == ["accepted", "page-long", "accept-idle"]
    assert "长篇连载" in kept[0].message("zh")
    assert found[0].message("zh") in kept[0].message("zh")


def test_every_finding_that_can_be_accepted_is_one():
    assert {code for code, _ in DESIGN} <= MESSAGES.keys()
    assert {MESSAGES[code].severity for code, _ in DESIGN} <= {"warning", "note"}


def test_a_waiver_is_read_from_the_content():
    text = """
pages:
  - accept:
      - finding: 碰题
        reason: 两篇同等重要
    articles:
      - headline: 水乡
        paragraphs: [一]
        photographs:
          - {file: a.jpg, 朝向: 左}
"""
    page = parse(text.encode(), "a.yaml").edition.pages[0]
    assert [(each.finding, each.reason) for each in page.accept] == [("page-heads-level", "两篇同等重要")]
    assert page.articles[0].photographs[0].looks == "left"
    told = parse(text.replace("        reason: 两篇同等重要\n", "").encode(), "a.yaml")
    assert [each.code for each in told.diagnostics] == ["key-missing"]
    assert told.edition.pages[0].accept == ()


def test_a_made_page_is_judged_and_what_it_accepts_is_a_note(source, article, shipped_stock):
    """The dominant photograph stands at the right edge of the page."""
    first, *others = article.photographs
    looking = with_article(source, article, photographs=(first._replace(looks="right"), *others))
    found = check(looking, shipped_stock)
    assert [each.code for each in found.diagnostics] == ["picture-looks-out"]
    page = looking.edition.pages[0]._replace(accept=(Waiver("picture-looks-out", "原片如此"),))
    accepted = check(looking._replace(edition=looking.edition._replace(pages=(page,))), shipped_stock)
    assert [each.code for each in accepted.diagnostics] == ["accepted"]
    assert accepted.document == found.document
