"""Tables, poems, boxes and notices in a content file: cells, stanzas and their places."""

import pytest

from xihu_pdf.content import parse


def panel(text):
    """The first notice of a page with ``text`` as its keys, which has no faults."""
    indented = "".join(f"        {line}\n" for line in text.splitlines())
    source = parse(f"pages:\n  - notices:\n      - heading: 题\n{indented}".encode(), "a.yaml")
    assert source.diagnostics == ()
    return source.edition.pages[0].notices[0]


def rows(text):
    lines = "".join(f"    {line}\n" for line in text.splitlines())
    made = panel(f"table:\n  rows: |\n{lines}")
    return [[cell.value for cell in row] for row in made.table.rows]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("一 | 二", ["一", "二"]),
        ("一｜二", ["一", "二"]),
        ("一\t二 三\t四", ["一", "二 三", "四"]),
        ("一 || 三", ["一", "", "三"]),
        ("一 | 二 |", ["一", "二", ""]),
        ("| 一 | 二 |", ["一", "二"]),
        ("一", ["一"]),
        ("{注音:西湖|xī hú} | 二", ["西湖", "二"]),
    ],
)
def test_a_row_is_parted_into_its_cells(line, cells):
    assert rows(line) == [cells]


def test_a_cell_keeps_its_marks_and_its_place():
    made = panel("table:\n  heads: 甲 | 乙\n  rows: |\n    一 | {粗:二}三\n")
    ((_, cell),) = made.table.rows
    assert cell.value == "二三"
    assert [(mark.kind, mark.start, mark.end) for mark in cell.marks] == [("bold", 0, 1)]
    assert (cell.place(0).line, cell.place(0).column) == (7, 20)
    assert [head.value for head in made.table.heads] == ["甲", "乙"]


def test_a_poem_keeps_its_lines_and_stanzas():
    made = panel("poem: |\n  春水漫过\n  燕子剪柳\n\n  杏花潮\n")
    assert [[line.value for line in stanza] for stanza in made.poem] == [["春水漫过", "燕子剪柳"], ["杏花潮"]]
    assert made.poem[1][0].span.line == 8


def test_words_for_the_alignment_are_read_in_both_languages():
    assert panel("table:\n  rows: 一 | 二 | 三\n  align: 左 center、右\n").table.align == ("left", "center", "right")


def test_a_page_may_have_notices_alone():
    source = parse("版:\n  - 公告:\n      - 正文: 水\n    广告:\n      - 正文: 乡\n".encode(), "a.yaml")
    (page,) = source.edition.pages
    assert source.diagnostics == ()
    assert page.articles == ()
    assert [each.paragraphs[0].value for each in (*page.notices, *page.advertisements)] == ["水", "乡"]
