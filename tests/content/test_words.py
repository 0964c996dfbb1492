"""Copy comes through word for word, and every piece knows its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xihu_pdf.content import parse

HEAD = "pages:\n- articles:\n  - headline: 水\n"


def article(rest):
    source = parse((HEAD + rest).encode(), "c")
    assert source.diagnostics == ()
    return source.edition.pages[0].articles[0]


def pieces(rest):
    (section,) = article(f"    paragraphs: {rest}\n").sections
    assert section.subhead is None
    return [(text.value, text.span.line, text.span.column) for text in section.paragraphs]


@pytest.mark.parametrize(
    "written", ["no", "12:30", "2022", "0x1F", "~", "null", "1e3", "2023-01-31", "yes", ".5", "007"]
)
def test_scalars_are_kept_as_written(written):
    assert article(f"    lead: {written}\n").lead.value == written


@pytest.mark.parametrize(
    "written", ["水\n      乡", '"水\n      乡"', "'水\n      乡'", ">\n      水\n      乡", "|\n      水\n      乡"]
)
def test_a_line_feed_between_wide_characters_vanishes(written):
    assert article(f"    lead: {written}\n").lead.value == "水乡"


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("水", "乡", "水乡"),
        ("水。", "乡", "水。乡"),
        ("“水”", "“乡”", "“水”“乡”"),
        ("水——", "乡", "水——乡"),
        ("水", "A", "水 A"),
        ("A", "水", "A 水"),
        ("A", "B", "A B"),
        ("5", "6", "5 6"),
        ("ＡＢ", "水", "ＡＢ水"),
        ("한국", "어", "한국 어"),
        ("あ", "ア", "あア"),
        ("水 ", "　乡", "水乡"),
    ],
)
def test_elsewhere_a_line_feed_is_a_space(before, after, joined):
    assert article(f"    lead: {before}\n      {after}\n").lead.value == joined
    assert article(f"    lead: >\n      {before}\n      {after}\n").lead.value == joined


def test_escapes_and_doubled_quotes_are_decoded_over_lines():
    assert article('    lead: "水\\u4e61\\\\\n      “\\"\\\n      乡"\n').lead.value == '水乡\\ “"乡'
    assert article("    lead: '水''\n      ''乡'\n").lead.value == "水' '乡"
    assert article('    lead: "水\\n乡\\tA"\n').lead.value == "水乡\tA"
    assert article('    lead: "水\\\n\n      乡"\n').lead.value == "水乡"


def test_every_line_of_a_literal_block_is_a_paragraph():
    assert pieces("|\n      　　第一段。  \n\n       \t第二段 # 不是注释。\n      第三段: 也是") == [
        ("第一段。", 5, 9),
        ("第二段 # 不是注释。", 7, 9),
        ("第三段: 也是", 8, 7),
    ]


@pytest.mark.parametrize("header", ["|-", "|+", "|2", "|2-", "| # 注"])
def test_headers_of_literal_blocks_are_no_copy(header):
    assert pieces(f"{header}\n      甲\n      乙\n\n") == [("甲", 5, 7), ("乙", 6, 7)]


def test_blank_lines_part_the_paragraphs_of_other_texts():
    assert pieces(">\n      甲\n      乙\n\n      丙") == [("甲乙", 5, 7), ("丙", 8, 7)]
    assert pieces("甲\n      乙\n\n      丙") == [("甲乙", 4, 17), ("丙", 7, 7)]
    assert pieces('"甲\n      乙\n\n      丙"') == [("甲乙", 4, 18), ("丙", 7, 7)]


def test_items_know_their_place():
    assert pieces('\n    - 甲\n    - "  乙"\n    -   　丙  # sic\n    - |\n      丁\n      戊') == [
        ("甲", 5, 7),
        ("乙", 6, 10),
        ("丙", 7, 10),
        ("丁", 9, 7),
        ("戊", 10, 7),
    ]


def test_inner_blanks_stay():
    assert article("    lead: 美丽乡村 魅力　西湖  A\n").lead.value == "美丽乡村 魅力　西湖  A"


def test_the_paragraphs_of_an_article_come_before_its_sections():
    sections = article("    sections:\n    - subhead: 乙\n      paragraphs: 丙\n    paragraphs: 甲\n").sections
    assert [(s.subhead and s.subhead.value, [p.value for p in s.paragraphs]) for s in sections] == [
        (None, ["甲"]),
        ("乙", ["丙"]),
    ]


_WORD = st.text(st.sampled_from("水乡。，“”（A1 　·《》%"), min_size=1).map(str.strip).filter(bool)


@given(st.lists(_WORD, min_size=1, max_size=6))
def test_literal_lines_come_through_word_for_word(lines):
    assert [value for value, _, _ in pieces("|\n" + "".join(f"      {line}\n" for line in lines))] == lines


@given(st.lists(_WORD, min_size=1, max_size=6))
def test_places_point_at_the_words(lines):
    text = "".join(f"      {line}\n\n" for line in lines)
    source = (HEAD + "    paragraphs: >\n" + text).split("\n")
    for value, line, column in pieces(">\n" + text):
        assert source[line - 1][column - 1 :].startswith(value)
