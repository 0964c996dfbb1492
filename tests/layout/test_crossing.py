"""Readings that lie on letters, dots or lines beside them are told, wherever they stand on the page."""

import pytest

from pages import with_article
from xihu_pdf.build import check
from xihu_pdf.content import Mark, Text
from xihu_pdf.stock import open_stock


def told(source, article, *marks, **changes):
    """The findings of the article with marks on its first paragraph."""
    section, *rest = article.sections
    first, *others = section.paragraphs
    sections = (section._replace(paragraphs=(first._replace(marks=marks), *others)), *rest)
    return told_of(source, article, **{"sections": sections, **changes})


def told_of(source, article, code="readings-cross", **changes):
    """The findings of the article, changed."""
    made = check(with_article(source, article, **changes), open_stock(source.folder))
    assert made.reports, [each.line("en") for each in made.diagnostics]
    return [each for each in made.diagnostics if each.code == code]


def readings(text, start, end):
    """A narrow reading over each Han, which moves nothing."""
    return tuple(Mark("ruby", at, at + 1, "a") for at in range(start, end) if "一" <= text[at] <= "鿿")


@pytest.mark.parametrize("kind", ["dots", "name", "book"])
def test_readings_under_what_is_drawn_are_told_by_their_line(source, article, kind):
    text = article.sections[0].paragraphs[0].value
    (found, *_) = told(source, article, Mark(kind, 0, 9), *readings(text, 9, 20))
    assert dict(found.values)["text"] in text
    assert text.index(dict(found.values)["text"]) <= 9
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


def read(text, *also):
    """A text with a reading over each Han."""
    return text._replace(marks=tuple(sorted((*also, *readings(text.value, 0, len(text.value))))))


def test_readings_over_a_heading_are_told_where_they_reach_the_line_or_rule_above(source, article):
    """The lines of a subhead stand closer than its readings are high; over the headline lies the header's rule."""
    subhead = read(Text("推进人居环境整治和乡村建设\n提升村容村貌"))
    section = article.sections[0]._replace(subhead=subhead)
    found = told_of(source, article, sections=(section, *article.sections[1:]))
    assert [dict(each.values)["text"] for each in found] == ["整治和乡村建设", "提升村容村貌"]
    (found,) = told_of(source, article, kicker=None, headline=read(article.headline))
    assert dict(found.values)["text"] == article.headline.value
    assert found.span == article.headline.span
    assert told_of(source, article, deck=read(Text("乡村建设"))) == []


@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
def test_dots_under_a_line_are_told_where_they_reach_the_next_line_of_a_heading(source, article, writing):
    """Dots alone are clear of it, and both are under the last line; in vertical lines they stand on two sides."""
    subhead = Text("推进整治\n提升村容村貌")
    for kinds in (("dots",), ("name", "dots")):
        marked = subhead._replace(marks=tuple(Mark(kind, 0, len(subhead.value)) for kind in kinds))
        section = article.sections[0]._replace(subhead=marked)
        sections = (section, *article.sections[1:])
        found = told_of(source, article, "dots-cross", sections=sections, writing=writing)
        lines = [dict(each.values)["text"] for each in found]
        assert lines == (["推进整治"] if len(kinds) == 2 and writing == "horizontal" else [])


def test_leads_and_captions_have_room_for_readings_and_lines_of_names(source, article):
    """Their letters are small for their pitch; dots under a line of names take more."""
    marks = tuple(Mark("dots", at, at + 1) for at in range(len(article.lead.value)))
    assert told_of(source, article, lead=read(article.lead, *marks)) == []
    shown = article.photographs[0]
    caption = Text(shown.caption.value * 14, span=shown.span)
    named = Mark("name", 0, len(caption.value))
    for marks, places in (((named,), set()), ((named, named._replace(kind="dots")), {shown.span})):
        photographs = (shown._replace(caption=read(caption, *marks)), *article.photographs[1:])
        assert {each.span for each in told_of(source, article, photographs=photographs)} == places
