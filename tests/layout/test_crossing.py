"""Readings over a line that lie on the dots or lines of names under the line before it are told."""

import pytest

from pages import with_article
from xihu_pdf.build import check
from xihu_pdf.content import Mark
from xihu_pdf.stock import open_stock


def told(source, article, *marks, **changes):
    """The findings of the article with marks on its first paragraph."""
    section, *rest = article.sections
    first, *others = section.paragraphs
    sections = (section._replace(paragraphs=(first._replace(marks=marks), *others)), *rest)
    made = check(with_article(source, article, sections=sections, **changes), open_stock(source.folder))
    assert made.reports, [each.line("en") for each in made.diagnostics]
    return [each for each in made.diagnostics if each.code == "annotations-cross"]


def readings(text, start, end):
    """A narrow reading over each Han, which moves nothing."""
    return tuple(Mark("ruby", at, at + 1, "a") for at in range(start, end) if "一" <= text[at] <= "鿿")


@pytest.mark.parametrize("kind", ["dots", "name", "book"])
def test_readings_under_what_is_drawn_are_told_with_both_lines(source, article, kind):
    text = article.sections[0].paragraphs[0].value
    (found, *_) = told(source, article, Mark(kind, 0, 9), *readings(text, 9, 20))
    values = dict(found.values)
    assert values["text"] in text
    assert values["under"] in text
    assert text.index(values["text"]) < text.index(values["under"])
    assert found.severity == "warning"
    assert found.span == article.sections[0].paragraphs[0].span


@pytest.mark.parametrize("kind", ["name", "book"])
def test_readings_beside_lines_of_names_are_told_in_vertical_lines(source, article, kind):
    text = article.sections[0].paragraphs[0].value
    assert told(source, article, Mark(kind, 0, 13), *readings(text, 13, 28), writing="vertical")


def test_dots_stand_on_the_side_of_the_readings_in_vertical_lines(source, article):
    text = article.sections[0].paragraphs[0].value
    assert told(source, article, Mark("dots", 0, 13), *readings(text, 13, 28), writing="vertical") == []


def test_readings_alone_and_what_is_drawn_alone_are_in_nobodys_way(source, article):
    text = article.sections[0].paragraphs[0].value
    assert told(source, article, *readings(text, 0, len(text))) == []
    assert told(source, article, Mark("dots", 0, len(text))) == []


def test_readings_beside_what_is_drawn_but_not_under_it_are_not_told(source, article):
    text = article.sections[0].paragraphs[0].value
    assert told(source, article, *readings(text, 0, 9), Mark("dots", 9, 20)) == []
