"""Articles without a byline: white lines behind the text, where no other way ends all columns level."""

import pytest

from made_pages import articles, with_articles
from xihu_pdf.build import check
from xihu_pdf.content import Text


@pytest.mark.parametrize("length", range(300, 900, 120))
def test_an_article_without_a_byline_can_be_set_at_any_length(source, article, shipped_stock, length):
    first, second = articles(article, (2300, length), lead=False)
    second = second._replace(byline=None, headline=Text("巡诊车每月来两趟 老人不用再下楼"))
    told = check(with_articles(source, (first, second)), shipped_stock).diagnostics
    assert not {"page-uneven", "page-head"} & {each.code for each in told}


def test_white_behind_the_text_is_told_and_leaves_no_element(source, article, shipped_stock):
    """Of many lengths some need a white line; what stands on the page is then told, and nothing empty is tagged."""
    told = 0
    for length in range(2000, 2400, 40):
        made = articles(article, (length, 1400), lead=False)
        proof = check(with_articles(source, [each._replace(byline=None) for each in made]), shipped_stock)
        if proof.document is not None:
            told += sum(each.code == "column-white" for each in proof.diagnostics)
            used = {tag for page in proof.document.pages for tag in page.tags}
            kinds = {number: tag.kind for number, tag in enumerate(proof.document.tags)}
            assert all(number in used for number, kind in kinds.items() if kind == "P")
    assert told
