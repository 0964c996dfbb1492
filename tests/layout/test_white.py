"""White that a page has for want of copy: above a byline, behind a text, in a notice."""

from types import SimpleNamespace

import pytest

from xihu_pdf.content import Article, Panel, Text
from xihu_pdf.layout.notices import swallowed
from xihu_pdf.layout.proofing import white_ends

ARTICLE = Article(headline=Text("水乡春早"))


@pytest.mark.parametrize(
    ("kind", "lines", "white", "code"),
    [
        ("byline", 1, 2, None),
        ("byline", 1, 3, "byline-white"),
        ("byline", 2, 3, "byline-white"),
        ("tail", 0, 1, None),
        ("tail", 0, 2, "leg-white"),
        ("paragraph", 0, 9, None),
    ],
)
def test_white_at_the_end_of_an_article_is_told_with_its_lines(kind, lines, white, code):
    part = SimpleNamespace(kind=kind, lines=("一",) * lines, span=None)
    plan = SimpleNamespace(filling=SimpleNamespace(counts=(20, lines + white)))
    found = white_ends(SimpleNamespace(article=ARTICLE, parts=(part, part)), plan)
    assert [each.code for each in found] == [code] * (code is not None)
    assert [each.severity for each in found] == ["note"] * len(found)
    assert all("水乡春早" in each.message("zh") and f"{white} 行" in each.message("zh") for each in found)


@pytest.mark.parametrize(
    ("bare", "asked", "white", "told"), [(False, None, 2, 0), (False, None, 3, 1), (True, None, 1, 1), (True, 21, 1, 0)]
)
def test_a_notice_that_fills_the_page_with_white_is_told_unless_its_height_was_asked_for(bare, asked, white, told):
    made = SimpleNamespace(lines=20, piece=SimpleNamespace(is_bare=bare, panel=Panel(lines=asked)))
    found = swallowed(made, 20 + white)
    assert [(each.code, dict(each.values)["lines"]) for each in found] == [("notice-white", white)] * told
