"""The plan of an automatic page changes sensibly when its copy does, as its transcript shows."""

import re

import pytest

from made_pages import articles, with_articles
from xihu_pdf.build import check
from xihu_pdf.content import Place, Text
from xihu_pdf.frame import transcript
from xihu_pdf.stock import open_stock

LENGTHS = (1500, 800, 620, 440)


@pytest.fixture(scope="module")
def four(article):
    return articles(article, LENGTHS, photographs=("a.jpg", "b.jpg"))


@pytest.fixture(scope="module")
def made(source, album):
    return lambda own: check(with_articles(source, own), open_stock(str(album)))


@pytest.fixture(scope="module")
def before(made, four):
    proof = made(four)
    assert proof.document is not None, proof.diagnostics
    return proof


def shapes(proof):
    """Area in cells of each article by its number in the content, and its place."""
    (report,) = proof.reports
    numbers = [int(each) for each in _numbers(report.plans[0])]
    return dict(zip(numbers, report.articles, strict=True))


def _numbers(line):
    return re.findall("[0-9]+(?!:)(?![0-9])", line)


def _is_picture(line):
    """A photograph is told with its size and the crop of it that is shown."""
    return re.search(r" x [0-9.]+ \[[0-9]", line) is not None


def area(place):
    _, columns, first, end = place
    return columns * (end - first)


def lines_of(proof):
    return transcript(proof.document).splitlines()


def test_the_same_page_has_the_same_transcript(made, four, before):
    assert lines_of(made(four)) == lines_of(before)


def test_an_article_that_grows_by_200_characters_takes_more_of_the_page(made, four, before):
    last = four[1].sections[-1]
    grown = last._replace(paragraphs=(*last.paragraphs, Text("镇里的年轻人又回来了一批。" * 16)))
    proof = made((four[0], four[1]._replace(sections=(*four[1].sections[:-1], grown)), *four[2:]))
    assert proof.document is not None, proof.diagnostics
    assert area(shapes(proof)[2]) > area(shapes(before)[2])
    # The page is full all the same, and the lead still leads.
    assert sum(map(area, shapes(proof).values())) == pytest.approx(6 * 86, abs=6 * len(four))
    assert shapes(proof)[1][0::2] == (0, 0)
    assert lines_of(proof) != lines_of(before)


def test_an_article_that_loses_its_photograph_takes_less_of_the_page(made, four, before):
    proof = made((four[0]._replace(photographs=()), *four[1:]))
    assert proof.document is not None, proof.diagnostics
    assert area(shapes(proof)[1]) < area(shapes(before)[1])
    assert [len(list(filter(_is_picture, lines_of(each)))) for each in (before, proof)] == [2, 1]


def test_an_article_that_is_pinned_stands_there_and_the_lead_still_leads(made, four, before):
    column = 0 if shapes(before)[4][0] else 4
    proof = made((*four[:3], four[3]._replace(place=Place((column + 1, column + 2), None))))
    assert proof.document is not None, proof.diagnostics
    assert shapes(proof)[4][:2] == (column, 2)
    assert area(shapes(proof)[1]) == max(map(area, shapes(proof).values()))
