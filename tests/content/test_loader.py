"""Odd files are refused cheaply and told; no text at all raises."""

import os
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xihu_pdf.content import Edition, Source, load, parse

SOUND = "pages:\n  - articles:\n      - headline: 水乡\n"


def told(data):
    return [(str(d.span), d.code) for d in parse(data, "c").diagnostics]


def within(seconds, work):
    start = time.process_time()
    result = work()
    assert time.process_time() - start < seconds
    return result


def test_a_missing_file_is_a_fault(tmp_path):
    source = load(tmp_path / "none.yaml")
    assert [d.code for d in source.diagnostics] == ["content-missing"]
    assert source.edition is None


@pytest.mark.parametrize("name", ["", ".", "a\0b", "content.yaml/x"])
def test_what_is_no_file_is_a_fault(name):
    source = load(name)
    assert source.edition is None
    assert source.diagnostics[0].code in {"content-missing", "content-unreadable"}


def test_a_pipe_is_refused_without_waiting(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert [d.code for d in load(tmp_path / "pipe").diagnostics] == ["content-unreadable"]


def test_a_huge_file_is_refused_before_it_is_read(tmp_path):
    huge = tmp_path / "huge.yaml"
    with huge.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    source = within(0.05, lambda: load(huge))
    assert [d.code for d in source.diagnostics] == ["content-large"]
    assert dict(source.diagnostics[0].values)["size"] == 50 * 1024 * 1024
    assert source.data == b""


def test_huge_bytes_are_refused():
    assert told(b"#" * (4 * 1024 * 1024 + 1)) == [("None", "content-large")]
    assert told(b"#" * (4 * 1024 * 1024)) == [("c:1:1", "content-empty")]


def test_bytes_that_are_not_utf8_are_placed():
    source = parse(SOUND.encode() + "        lead: 水".encode() + b"\xff\n", "c")
    assert [(str(d.span), d.code, dict(d.values)) for d in source.diagnostics] == [
        ("c:4:16", "encoding-utf8", {"byte": "0xFF", "offset": len(SOUND.encode()) + 17})
    ]
    assert source.edition is None


def test_gb18030_is_named_and_read_for_its_other_faults():
    data = (SOUND.replace("水", "中") + "        标题: 乡\n").encode("gb18030")
    source = parse(data, "c")
    assert [(str(d.span), d.code) for d in source.diagnostics] == [
        ("c:3:19", "encoding-gb18030"),
        ("c:4:9", "key-duplicate"),
    ]
    assert source.edition.pages[0].articles[0].headline.value == "中乡"


@pytest.mark.parametrize("order", ["le", "be"])
def test_utf16_is_named(order):
    mark = {"le": b"\xff\xfe", "be": b"\xfe\xff"}[order]
    assert told(mark + SOUND.encode(f"utf-16-{order}")) == [("c:1:1", "encoding-utf16")]


def test_a_utf8_mark_is_fine_and_no_column():
    assert told(b"\xef\xbb\xbf" + SOUND.encode()) == []
    assert told(b"\xef\xbb\xbfx: 1\n" + SOUND.encode()) == [("c:1:1", "key-unknown")]
    assert told(b"\xef\xbb\xbf\xe6\xb0\xb4\xff") == [("c:1:2", "encoding-utf8")]


def test_surrogates_in_bytes_are_refused():
    assert told(b"title: \xed\xa0\x80\n" + SOUND.encode())[0] == ("c:1:8", "encoding-utf8")


@pytest.mark.parametrize("character", "\x00\x07\x0b\x0c\x1b\x7f\x85\x9f\u2028\u2029\ufeff\ufffd\ufffe\uffff")
def test_unprintable_characters_are_placed_and_the_rest_is_read(character):
    data = f"{SOUND}        lead: 水{character}乡\n        leed: 水\n".encode()
    assert told(data) == [("c:4:16", "character-unprintable"), ("c:5:9", "key-near")]


@pytest.mark.parametrize("feed", ["\n", "\r\n", "\r"])
def test_line_feeds_of_every_system_count_alike(feed):
    text = SOUND + "        lead: |\n\n          水\n          乡\n        leed: 水\n"
    source = parse(text.replace("\n", feed).encode(), "c")
    assert [str(d.span) for d in source.diagnostics] == ["c:8:9"]
    lead = source.edition.pages[0].articles[0].lead
    assert (lead.value, str(lead.span)) == ("水乡", "c:6:11")


@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "[{a: "])
def test_deep_nesting_is_refused_early(opening):
    source = within(0.5, lambda: parse((opening * 500_000).encode(), "c"))
    assert [d.code for d in source.diagnostics] == ["yaml-depth"]


def test_aliases_do_not_grow():
    lines = ["a0: &a0 [水, 水]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12))]
    source = within(0.5, lambda: parse("\n".join(lines).encode(), "c"))
    codes = [d.code for d in source.diagnostics]
    assert codes.count("yaml-anchor") == 12
    assert codes.count("yaml-alias") == 99


def test_a_flood_of_faults_is_cut_off_and_counted():
    data = SOUND.encode() + b"".join(b"x%d: 1\n" % n for n in range(1000))
    told_faults = parse(data, "c").diagnostics
    assert len(told_faults) == 201
    assert told_faults[-1].code == "faults-more"
    assert dict(told_faults[-1].values) == {"count": 800}


def test_faults_stand_in_the_order_of_the_file():
    spans = [d.span for d in parse(b"pages:\n  - a: 1\n    \x07: 2\nb: *c\n", "c").diagnostics]
    assert spans == sorted(spans)
    assert len(spans) >= 4


def test_a_wrong_part_does_not_hide_the_others():
    edition = parse(f"{SOUND}        lead: []\n        photographs:\n          - file: a.jpg\n".encode(), "c").edition
    article = edition.pages[0].articles[0]
    assert (article.headline.value, article.lead, article.photographs[0].file) == ("水乡", None, "a.jpg")


def test_load_reads_what_parse_parses(tmp_path):
    file = tmp_path / "content.yaml"
    file.write_bytes(SOUND.encode())
    assert load(file) == parse(SOUND.encode(), str(file)) == load(str(file))
    assert load(file).folder == str(tmp_path)
    assert parse(SOUND.encode(), "content.yaml").folder == "."


# Parts of content files, from sound to absurd.
_PIECES = [
    *(
        "pages",
        "版",
        "articles",
        "稿件",
        "headline",
        "paragraphs",
        "正文",
        "fonts",
        "safe",
        "水",
        "：",
        ":",
        ": ",
        "- ",
        "-",
    ),
    *(
        "\n",
        "\n  ",
        "\n    ",
        "\n      ",
        "\t",
        '"',
        "'",
        "|",
        ">",
        "|\n",
        "&a ",
        "*a",
        "!t ",
        "[",
        "]",
        "{",
        "}",
        ", ",
    ),
    *("#", " #x", "\\", "\\\n", "\\ud800", "---\n", "...\n", "%YAML 1.1\n", "<<: ", "? ", "\r", "\u3000", "\0", "\x85"),
]


@settings(max_examples=600, deadline=None)
@given(st.one_of(st.text(), st.lists(st.sampled_from(_PIECES), max_size=40).map("".join)))
def test_no_text_raises(text):
    source = parse(text.encode("utf-8", "surrogatepass"), "c")
    assert isinstance(source, Source)
    assert isinstance(source.edition, Edition) or source.diagnostics
    for each in source.diagnostics:
        assert "\n" not in each.line("zh")
        assert each.line("en")


@settings(max_examples=200, deadline=None)
@given(st.binary())
def test_no_bytes_raise(data):
    assert isinstance(parse(data, "c"), Source)


def test_the_loader_in_python_tells_the_same(monkeypatch):
    import yaml

    from xihu_pdf.content import nodes

    text = (
        SOUND
        + "        lead: >\n          水\n          乡\n        kicker: '水\n\n          乡''好'\n        leed: &a x\n"
    )
    in_c = parse(text.encode(), "c")
    monkeypatch.setattr(nodes, "_LOADER", yaml.SafeLoader)
    assert parse(text.encode(), "c") == in_c
    assert [d.code for d in parse(b'"\\U00110000": 1', "c").diagnostics] == ["yaml-syntax"]


@pytest.mark.parametrize("character", ["\u200b", "\u202e", "\u00ad", "\u2060"])
def test_what_cannot_be_seen_is_told_at_its_place(character):
    """Copy from web pages brings such characters; no page may hold what its editor cannot see."""
    source = parse(
        f"pages:\n  - articles:\n      - headline: 水{character}乡\n        paragraphs: 正文。\n".encode(), "a.yaml"
    )
    assert [(each.code, each.span.line, each.span.column) for each in source.diagnostics] == [
        ("character-unprintable", 3, 20)
    ]
