"""Markup: what is printed, what is marked, and where every character stood."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xihu_pdf.content import Mark, Text, parse
from xihu_pdf.content.findings import Findings
from xihu_pdf.content.markup import DEPTH, KINDS, NAMES, read_markup
from xihu_pdf.errors import Span

HEAD = "pages:\n- articles:\n  - headline: 水\n"
AT = Span("c", 3, 5)


def read(written):
    """A text that stands at 3:5, and the faults as (column, code)."""
    findings = Findings("c")
    text = read_markup(Text(written, AT), findings)
    faults = findings.sorted()
    assert all(each.span.line == AT.line for each in faults)
    return text, [(each.span.column, each.code) for each in faults]


def sound(written):
    text, faults = read(written)
    assert faults == []
    return text.value, text.marks


def article(rest):
    source = parse((HEAD + rest).encode(), "c")
    assert source.diagnostics == ()
    return source.edition.pages[0].articles[0]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_is_read_by_each_of_its_names(kind):
    tail = {"ruby": "|A", "link": "|https://a.example"}.get(kind.name, "")
    for name in (kind.name, *kind.aliases):
        for colon in ":：":
            value, (mark,) = sound(f"甲{{{name}{colon}水乡{tail}}}乙")
            assert (value, mark) == ("甲水乡乙", Mark(kind.name, 1, 3, tail[1:]))
    (mark,) = [mark for mark in sound(kind.example)[1] if mark.kind == kind.name][:1]
    assert mark.end > mark.start


def test_no_name_means_two_kinds():
    assert len(NAMES) == sum(1 + len(kind.aliases) for kind in KINDS)


def test_marks_are_nested_and_sorted():
    value, marks = sound("{粗:甲{着重:乙}}{专名:{楷:丙}丁}")
    assert value == "甲乙丙丁"
    assert marks == (Mark("bold", 0, 2), Mark("dots", 1, 2), Mark("name", 2, 4), Mark("kai", 2, 3))


@pytest.mark.parametrize(
    ("written", "notes"),
    [
        ("{注音:西湖|xī hú}", [(0, 1, "xī"), (1, 2, "hú")]),
        ("{注音:西湖|xīhú}", [(0, 2, "xīhú")]),
        ("{注音:西湖|a b c}", [(0, 2, "a b c")]),
        ("{注音:西·湖|ㄒㄧ ㄏㄨˊ}", [(0, 1, "ㄒㄧ"), (2, 3, "ㄏㄨˊ")]),
        ("{注音:葛\U000e0100城 | gé  chéng }", [(0, 2, "gé"), (2, 3, "chéng")]),
        ("{注音:𠮷|jí}", [(0, 1, "jí")]),
    ],
)
def test_syllables_go_to_the_han(written, notes):
    value, marks = sound(written)
    assert [(mark.start, mark.end, mark.note) for mark in marks] == notes
    assert not value.endswith(" ")


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        (r"\{水\}", "{水}"),
        (r"\|水\\", "|水\\"),
        (r"C:\水", r"C:\水"),
        ("水|乡}", "水|乡}"),
        (r"{粗:a\|b\}}", "a|b}"),
        ("水\\", "水\\"),
        (r"\\{粗:水}", "\\水"),
        ("{粗: 水}", "水"),
    ],
)
def test_escapes_and_ordinary_marks_are_printed(written, printed):
    assert sound(written)[0] == printed


def test_a_note_may_hold_escaped_marks():
    assert sound(r"{链接:水|https://a.example/\{b\}}")[1][0].note == "https://a.example/{b}"


@pytest.mark.parametrize(
    ("written", "faults", "printed"),
    [
        ("水{乡}", [(6, "markup-brace")], "水{乡}"),
        ("水{:乡}", [(6, "markup-brace")], "水{:乡}"),
        ("水{着種:乡}", [(6, "markup-near")], "水乡"),
        ("水{xyz:乡}", [(6, "markup-unknown")], "水乡"),
        ("水{粗:乡", [(6, "markup-open")], "水乡"),
        ("{粗:甲{色:乙}", [(5, "markup-open")], "甲乙"),
        ("{粗:甲}{楷: }", [(10, "markup-empty")], "甲"),
        ("{注音:西}", [(5, "markup-note-missing")], "西"),
        ("{注音:西| }", [(5, "markup-note-missing")], "西"),
        ("{粗:西|xī}", [(9, "markup-note-surplus")], "西"),
        ("{注音:西|{粗:xī}}", [(11, "markup-note-plain")], "西xī"),
        ("{注音:西|xī|a}", [(13, "markup-note-plain")], "西|a"),
        ("{链接:西|湖}", [(5, "markup-address")], "西"),
        ("{链接:西|javascript:x}", [(5, "markup-address")], "西"),
    ],
)
def test_faults_have_their_place_and_the_words_are_still_read(written, faults, printed):
    text, told = read(written)
    assert told == faults
    assert (text.value, text.marks) == (printed, ())


def test_nesting_ends():
    deep = "{粗:" * DEPTH + "水" + "}" * DEPTH
    assert len(sound(deep)[1]) == DEPTH
    assert read(f"{{色:{deep}}}")[1] == [(5 + 3 * DEPTH, "markup-depth")]


@pytest.mark.parametrize("written", ["{粗:甲{楷:乙}}", "{楷:甲{粗:乙}}", "{楷:甲{色:{粗:乙{粗:丙}}}}"])
def test_bold_kai_is_told_once_and_read_all_the_same(written):
    """No face on hand has both; what is printed is bold Song."""
    text, told = read(written)
    assert [code for _, code in told] == ["markup-kai-bold"]
    assert {"kai", "bold"} <= {mark.kind for mark in text.marks}


@pytest.mark.parametrize(
    "piece", ["{", "{粗:", "{粗:水", "\\", "|", "{注音:水|", "{a:水}", "}", "{粗:水|", "{注音:水|x}"]
)
def test_no_text_is_slow(piece):
    text = Text(piece * (200_000 // len(piece)), AT)
    start = time.process_time()
    read_markup(text, Findings("c"))
    assert time.process_time() - start < 2


_PIECES = [
    "水",
    "A",
    " ",
    "。",
    "{粗:",
    "{注音:",
    "{着重：",
    "|xī",
    "}",
    "{",
    "\\{",
    "\\\\",
    "\\",
    "|",
    "{link:",
    "\U000e0100",
]
_WRITTEN = st.lists(st.sampled_from(_PIECES), max_size=24).map("".join)


@given(_WRITTEN)
def test_every_character_keeps_its_place(written):
    text, _ = read(written)
    for index, character in enumerate(text.value):
        assert written[text.place(index).column - AT.column] == character
    for mark in text.marks:
        assert 0 <= mark.start < mark.end <= len(text.value)
    assert list(text.marks) == sorted(text.marks, key=lambda mark: (mark.start, -mark.end))


@given(_WRITTEN, st.integers(0, 30), st.integers(0, 30))
def test_a_part_is_what_it_is_in_the_whole(written, start, end):
    text, _ = read(written)
    part = text.part(start, end)
    assert part.value == text.value[start:end]
    assert [part.place(index) for index in range(len(part.value))] == [
        text.place(start + index) for index in range(len(part.value))
    ]
    marked = {
        (mark.kind, mark.note, mark.start + index) for mark in part.marks for index in range(mark.end - mark.start)
    }
    whole = {(mark.kind, mark.note, index) for mark in text.marks for index in range(mark.start, mark.end)}
    assert marked == {(kind, note, index - start) for kind, note, index in whole if start <= index < end}


@given(st.text(st.sampled_from("水乡A{}|\\。"), min_size=1))
def test_what_is_escaped_is_printed_as_it_was(text):
    written = "".join("\\" + each if each in "{}|\\" else each for each in text)
    assert sound(written) == (text, ())


def test_copy_without_marks_is_not_touched():
    (section,) = article("    paragraphs: 水|乡}\n").sections
    assert section.paragraphs == (Text("水|乡}", Span("c", 4, 17)),)


@pytest.mark.parametrize("key", ["kicker", "deck", "lead", "byline"])
def test_markup_is_read_in_all_copy(key):
    assert getattr(article(f"    {key}: 西{{粗:湖}}\n"), key).marks == (Mark("bold", 1, 2),)


def test_markup_is_read_in_subheads_captions_and_lists():
    found = article(
        "    photographs: [{file: a, caption: '{粗:水}', credit: '{楷:乡}'}]\n"
        "    sections:\n    - subhead: 西{粗:湖}\n      paragraphs:\n      - 甲{粗:乙}\n      - 丙\n"
    )
    (photograph,), (section,) = found.photographs, found.sections
    marks = [each.marks for each in (photograph.caption, photograph.credit, section.subhead, *section.paragraphs)]
    assert [len(each) for each in marks] == [1, 1, 1, 1, 0]


def test_title_folio_and_section_names_have_no_markup():
    source = parse(
        "title: 水{粗:乡}\npages:\n- folio: 4{粗:5}\n  section: a\\{\n  articles: [{headline: 水}]\n".encode(), "c"
    )
    assert source.diagnostics == ()
    assert source.edition.title.value == "水{粗:乡}"
    (page,) = source.edition.pages
    assert (page.folio.value, page.section.value) == ("4{粗:5}", "a\\{")


@pytest.mark.parametrize(
    "written",
    [
        "甲{粗:乙}丙",
        "'甲''{粗:乙}''丙'",
        '"甲\\u4e61{粗:乙}\\"丙"',
        "|\n      甲{粗:乙}丙",
        "'   甲''{粗:''乙}丙'",
        '"\\x41甲\\\\{丙"',
    ],
)
def test_places_are_exact_in_texts_of_one_line_however_quoted(written):
    source = HEAD + f"    paragraphs: {written}\n"
    lines = source.split("\n")
    (section,) = article(f"    paragraphs: {written}\n").sections
    (text,) = section.paragraphs
    for index, character in enumerate(text.value):
        if character in "甲乙丙":
            place = text.place(index)
            assert lines[place.line - 1][place.column - 1] == character


def test_escaped_line_feeds_part_paragraphs_with_their_places():
    (section,) = article('    paragraphs: "甲\\n乙{粗:丙}"\n').sections
    assert [(text.value, str(text.span)) for text in section.paragraphs] == [("甲", "c:4:18"), ("乙丙", "c:4:21")]
    assert section.paragraphs[1].place(1).column == 25


def test_headings_know_their_lines():
    deck = article("    deck: |\n      {粗:西}湖\n      美{粗:丽}乡村\n").deck
    assert deck.value == "西湖\n美丽乡村"
    assert [str(deck.place(index)) for index in (0, 1, 3, 4, 5)] == ["c:5:10", "c:5:12", "c:6:7", "c:6:11", "c:6:13"]
    part = deck.part(3, 7)
    assert (part.value, part.marks, str(part.span)) == ("美丽乡村", (Mark("bold", 1, 2),), "c:6:7")
    assert str(part.place(1)) == "c:6:11"


def test_a_text_without_a_place_has_none():
    assert Text("水乡").place(1) is None
    assert Text("水乡", None, (Mark("bold", 0, 2),)).part(1, 2) == Text("乡", None, (Mark("bold", 0, 1),))
