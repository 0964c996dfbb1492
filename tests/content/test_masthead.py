"""The masthead and the kind of a paper: their keys are read, in both languages, with their places."""

import pytest

from xihu_pdf.content import Masthead, parse
from xihu_pdf.content.keys import KEYS

TAIL = "\npages:\n- articles:\n  - headline: 水\n"


def edition(written):
    source = parse((written + TAIL).encode(), "c")
    assert source.diagnostics == ()
    return source.edition


def test_a_masthead_has_the_keys_of_the_table():
    assert set(Masthead._fields) - {"span"} == {key.name.replace("-", "_") for key in KEYS["masthead"]}
    assert all(default in (None, ()) for default in Masthead._field_defaults.values())


def test_a_masthead_is_read_in_either_language():
    english = edition("masthead: {name: 乡讯, number: 3, mail-code: 7-1, contents: [水, 乡]}").masthead
    chinese = edition("报头: {报名: 乡讯, 期号: 3, 邮发代号: 7-1, 导读: [水, 乡]}").masthead
    assert english.name.value == "乡讯"
    assert english.number == chinese.number == 3
    assert english.mail_code.value == chinese.mail_code.value == "7-1"
    assert [text.value for text in english.contents] == [text.value for text in chinese.contents] == ["水", "乡"]
    assert (english.span.line, english.span.column) == (1, 11)


@pytest.mark.parametrize(("written", "kind"), [("报纸", "newspaper"), ("internal", "internal"), ("简报", "bulletin")])
def test_the_kind_is_read_in_either_language(written, kind):
    assert edition(f"kind: {written}").kind == kind


def test_a_bulletin_is_red_on_a4_unless_it_is_told_otherwise():
    assert edition("kind: 简报")[3:6:2] == ("red", "a4")
    assert edition("kind: 简报\npaper: a3\naccent: blue")[3:6:2] == ("blue", "a3")
    assert edition("kind: 报纸")[3:6:2] == ("green", "tabloid")


def test_a_masthead_without_a_name_is_told():
    told = parse(f"masthead: {{number: 3}}{TAIL}".encode(), "c").diagnostics
    assert [each.code for each in told] == ["key-missing"]


def test_a_page_has_an_editors_line_of_its_own():
    source = parse("pages:\n- editors: 校对 石坚\n  articles:\n  - headline: 水\n".encode(), "c")
    assert source.edition.pages[0].editors.value == "校对 石坚"
