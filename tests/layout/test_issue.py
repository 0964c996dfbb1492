"""What is computed of an issue, and what is written otherwise."""

import pytest

from mastheads import INTERNAL, paper_of
from xihu_pdf.content import Text
from xihu_pdf.errors import Span
from xihu_pdf.layout.facts import duties_of
from xihu_pdf.layout.issue import check_issue, take_issue


def told(source, article, folios=(None, None), **changes):
    edition = paper_of(
        source, article, INTERNAL._replace(span=Span("c", 1, 1), **changes), [300, 300], kind="internal"
    ).edition
    pages = tuple(page._replace(folio=folio) for page, folio in zip(edition.pages, folios, strict=True))
    edition = edition._replace(pages=pages)
    return check_issue(edition, take_issue(edition, edition.masthead))


def test_what_agrees_or_is_not_written_is_no_fault(source, article):
    assert told(source, article) == []
    written = {"weekday": Text("星期四"), "lunar": Text("十月十八"), "page_count": 2}
    assert told(source, article, (Text("1"), Text("02")), **written) == []


@pytest.mark.parametrize(
    ("written", "code", "right"),
    [
        ({"weekday": Text("星期五")}, "issue-weekday", "星期四"),
        ({"lunar": Text("十月十九")}, "issue-lunar", "丙午年十月十八"),
        ({"page_count": 4}, "issue-pages", "2"),
        ({"number": 87}, "issue-total", "86"),
    ],
)
def test_what_is_written_wrongly_is_told_with_what_is_right(source, article, written, code, right):
    (found,) = told(source, article, **written)
    assert found.code == code
    assert right in found.message("zh")
    assert right in found.message("en")


def test_folios_that_do_not_follow_are_told(source, article):
    (found,) = told(source, article, (None, Text("3", Span("c", 7, 9))))
    assert (found.code, found.span) == ("issue-folio", Span("c", 7, 9))
    assert told(source, article, (None, Text("副刊"))) == []


def test_a_doubtful_lunar_month_is_told(source, article):
    edition = paper_of(source, article, INTERNAL, [300], kind="internal").edition._replace(date="1978-09-02")
    assert [each.code for each in check_issue(edition, take_issue(edition, INTERNAL))] == ["lunar-doubtful"]


def test_an_undated_issue_has_no_days(source, article):
    edition = paper_of(source, article, INTERNAL, [300], kind="internal").edition._replace(date="")
    issue = take_issue(edition, INTERNAL)
    assert (issue.day, issue.weekday, issue.lunar) == ("", "", "")
    assert check_issue(edition, issue) == []


def test_first_and_last_page_are_known_whatever_stands_on_them(source, article):
    edition = paper_of(source, article, INTERNAL, [300, 300], kind="internal").edition
    issue = take_issue(edition, INTERNAL)
    first, last = (page._replace(articles=()) for page in issue.pages)
    assert (issue.is_first(first), issue.is_last(first)) == (True, False)
    assert (issue.is_first(last), issue.is_last(last)) == (False, True)


@pytest.mark.parametrize(
    ("line", "duties"),
    [
        ("责任编辑 江流　美编 叶舟　校对 石坚", ["责任编辑 江流", "美编 叶舟", "校对 石坚"]),
        ("责任编辑 江流 校对 石坚", ["责任编辑 江流", "校对 石坚"]),
        ("江流 石坚", ["江流 石坚"]),
        ("责编：江流  电话：0", ["责编：江流", "电话：0"]),
    ],
)
def test_an_editors_line_is_parted_by_its_duties(line, duties):
    assert [text.value for text in duties_of(Text(line))] == duties
