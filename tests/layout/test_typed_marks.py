"""Marks that lack their other half and half-width ones beside Han are told, and what is legal is not."""

import pytest

from pages import with_article
from xihu_pdf.build import check
from xihu_pdf.content import Article, Section, Text, load
from xihu_pdf.layout.marks import check_marks
from xihu_pdf.messages import MESSAGES


def told(*paragraphs):
    """Code and mark of each finding in paragraphs that follow one another."""
    article = Article(sections=(Section(paragraphs=tuple(map(Text, paragraphs))),))
    return [(each.code, dict(each.values)["mark"]) for each in check_marks(article)]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("他说：“今年丰收。", "“"),
        ("他说：今年丰收。”", "”"),
        ("西湖镇（原双塘乡位于县城东。", "（"),
        ("读《史记的人", "《"),
        ("说“好，又说“好”。", "“"),
        ("”好“", "”"),
        ("原双塘乡）位于", "）"),
    ],
)
def test_a_mark_without_its_other_half_is_told(text, mark):
    assert told(text) == [("mark-unpaired", mark)]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("你好,世界", ","),
        ('他说"好"', '"'),
        ("等等...", "..."),
        ("西湖--双塘", "--"),
        ("时间:8:30", ":"),
        ("好!", "!"),
        ("丰收了.", "."),
    ],
)
def test_a_half_width_mark_beside_han_is_told(text, mark):
    assert told(text) == [("mark-half-width", mark)]


@pytest.mark.parametrize(
    "text",
    [
        "1,000元和12:30，比分3:2，3.5%，见https://example.org/a?b=1。",
        "He said, “Good morning!” It's a long, long way (of 5 miles).",
        "1）种稻；2）养鱼。a）其他",
        "（1）种稻（含早稻（双季））",
        "他说：“她说‘好’。”",
        "’98抗洪，90’s音乐，rock ’n’ roll",
        '55”电视和7"平板',
        "《关于〈章程〉的通知》",
        "文件：报告.docx，第3.2节",
        "西湖镇(原双塘乡）",
        "中国(China)",
    ],
)
def test_what_is_legal_is_not_told(text):
    assert told(text) == []


def test_a_quotation_of_several_paragraphs_opens_each_and_closes_the_last():
    """clreq 3.1.2."""
    assert told("他说：“一。", "“二。", "“三。”") == []
    assert told("他说：“一。", "二。", "“三。”") == [("mark-unpaired", "“")]


def test_each_text_is_told_once_of_each_kind_with_its_place(source, article, shipped_stock):
    bad = with_article(source, article, byline=Text("文“图,画,", article.byline.span))
    proof = check(bad, shipped_stock)
    found = [each for each in proof.diagnostics if each.code.startswith("mark-")]
    assert sorted(each.code for each in found) == ["mark-half-width", "mark-unpaired"]
    assert {each.span.line for each in found} == {article.byline.span.line}
    assert {MESSAGES[each.code].severity for each in found} == {"note"}


def test_they_are_notes_that_can_be_accepted_and_stop_no_page(tmp_path, shipped_stock):
    path = tmp_path / "content.yaml"
    copy = "pages:\n  - accept: [{finding: 半角标点, reason: 原文如此}]\n    articles:\n      - headline: 你好,世界\n"
    path.write_text(copy + "        paragraphs: [" + "西湖镇今年丰收。" * 40 + "]\n", "utf-8")
    codes = [each.code for each in check(load(path), shipped_stock).diagnostics]
    assert "accepted" in codes
    assert not {"mark-half-width", "accept-idle"} & {*codes}


def test_the_page_of_the_repository_has_none(source):
    assert check_marks(source.edition.pages) == []
