"""Articles without a byline: an ornament behind the text, where no other way ends all columns level."""

import pytest

from made_pages import articles, with_articles
from xihu_pdf.build import check
from xihu_pdf.content import Text
from xihu_pdf.frame import ARTIFACT, Shape
from xihu_pdf.layout.grid import TABLOID


@pytest.mark.parametrize("length", range(300, 900, 120))
def test_an_article_without_a_byline_can_be_set_at_any_length(source, article, shipped_stock, length):
    first, second = articles(article, (2300, length), lead=False)
    second = second._replace(byline=None, headline=Text("巡诊车每月来两趟 老人不用再下楼"))
    told = check(with_articles(source, (first, second)), shipped_stock).diagnostics
    assert not {"page-uneven", "page-head"} & {each.code for each in told}


def test_an_ornament_ends_what_the_text_leaves_of_its_column(source, article, shipped_stock):
    """Of many lengths some need a line behind the text; an ornament stands there, and nothing empty is tagged."""
    ornaments = 0
    for length in range(2000, 2400, 40):
        made = articles(article, (length, 1400), lead=False)
        proof = check(with_articles(source, [each._replace(byline=None) for each in made]), shipped_stock)
        if proof.document is not None:
            (page,) = proof.document.pages
            items = zip(page.items, page.tags, strict=True)
            shapes = [(at, tag) for (at, item), tag in items if isinstance(item, Shape)]
            ornaments += len(shapes)
            assert all(tag == ARTIFACT for _, tag in shapes)
            middles = {round(TABLOID.column(column) + TABLOID.width(1) / 2, 1) for column in range(TABLOID.columns)}
            assert {round(at.x, 1) for at, _ in shapes} <= middles
            used = set(page.tags)
            kinds = {number: tag.kind for number, tag in enumerate(proof.document.tags)}
            assert all(number in used for number, kind in kinds.items() if kind == "P")
    assert ornaments
