"""Settings of styles, sizes by name, names that are parted, forms and the direction of writing."""

import pytest

from xihu_pdf.content import Mark, Settings, parse
from xihu_pdf.content.sizes import SIZES

TAIL = "pages:\n- articles:\n  - headline: 水\n"


def settings(written):
    source = parse(f"styles: {written}\n{TAIL}".encode(), "c")
    assert source.diagnostics == ()
    return [each._replace(span=None) for each in source.edition.styles]


def section(rest):
    source = parse(f"{TAIL}    sections:\n    - {rest}\n".encode(), "c")
    assert source.diagnostics == ()
    (found,) = source.edition.pages[0].articles[0].sections
    return found


def names(written):
    return [text.value for text in section(f"names: {written}").names]


def test_no_settings_is_the_rule():
    assert parse(TAIL.encode(), "c").edition.styles == ()


def test_every_setting_in_english_and_chinese():
    english = (
        "{lead: {size: 小四, prohibition: strict, marks: kaiming, hanging: on, han-latin: quarter, hyphenation: off,"
        " latin-size: 95, latin-shift: -3%, indent: 2}}"
    )
    chinese = (
        "{导语: {字号: 12pt, 避头尾: 严格, 标点: 开明, 悬挂: 使用, 中西间距: 四分之一, 断词: 不用,"
        " 西文比例: 95%, 西文升降: -3, 首行缩进: 2}}"
    )
    wanted = Settings("lead", 12.0, "strict", "kaiming", True, "quarter", False, 0.95, -0.03, 2)  # noqa: FBT003
    assert settings(english) == settings(chinese) == [wanted]


def test_settings_know_their_style_and_place():
    source = parse(f"styles:\n  body:\n    indent: 1\n  摄影: {{size: 8}}\n{TAIL}".encode(), "c")
    assert [(each.style, str(each.span)) for each in source.edition.styles] == [("body", "c:3:5"), ("credit", "c:4:7")]


@pytest.mark.parametrize("name", SIZES)
def test_sizes_have_names(name):
    assert settings(f"{{lead: {{size: {name}}}}}") == [Settings("lead", SIZES[name])]


@pytest.mark.parametrize(
    ("written", "points"), [("4", 4.0), ("120", 120.0), ("10.5", 10.5), ("7.25pt", 7.25), ("9 pt", 9.0)]
)
def test_sizes_may_be_points(written, points):
    assert settings(f"{{lead: {{size: {written}}}}}") == [Settings("lead", points)]


@pytest.mark.parametrize("size", ["3.99", "120.1", "0", "-9", "９", "9mm", "新五号", "1e1", "nan", "9pt pt"])
def test_other_sizes_are_refused(size):
    (told,) = parse(f"styles: {{lead: {{size: {size}}}}}\n{TAIL}".encode(), "c").diagnostics
    assert (told.code, str(told.span)) == ("value-size", "c:1:23")


@pytest.mark.parametrize("word", ["on", "使用", "true"])
def test_switches_are_thrown(word):
    assert settings(f"{{lead: {{hanging: {word}}}}}")[0].hanging is True
    assert (
        settings(
            f"{{lead: {{hanging: {word.replace('on', 'off').replace('使用', '不用').replace('true', 'false')}}}}}"
        )[0].hanging
        is False
    )


def test_a_refused_setting_leaves_the_others():
    source = parse(f"styles: {{body: {{size: 9, indent: 1}}}}\n{TAIL}".encode(), "c")
    assert [str(each.span) + " " + each.code for each in source.diagnostics] == ["c:1:17 style-size"]
    assert [(each.size, each.indent) for each in source.edition.styles] == [(None, 1)]


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("王明、李小华 欧阳修", ["王明", "李小华", "欧阳修"]),
        ("|\n        王明\n        李小华　欧阳修、\n\n        赵一", ["王明", "李小华", "欧阳修", "赵一"]),
        ("[王明, John Smith, 李华、赵一]", ["王明", "John Smith", "李华", "赵一"]),
        ("王　明 李　华　欧阳修", ["王明", "李华", "欧阳修"]),
        ("[王　明, 李 华]", ["王明", "李华"]),
        ("'{粗:王明} {注音:李华|lǐ huá}'", ["王明", "李华"]),
    ],
)
def test_names_are_parted(written, wanted):
    assert names(written) == wanted


def test_names_know_their_places_and_marks():
    found = section("names: 王　明、{粗:李 华　赵一}").names
    assert [(text.value, str(text.span)) for text in found] == [
        ("王明", "c:5:14"),
        ("李", "c:5:21"),
        ("华", "c:5:23"),
        ("赵一", "c:5:25"),
    ]
    assert str(found[0].place(1)) == "c:5:16"
    assert [text.marks for text in found] == [(), (Mark("bold", 0, 1),), (Mark("bold", 0, 1),), (Mark("bold", 0, 2),)]


def test_names_and_paragraphs_may_stand_together():
    found = section("{names: 王明, paragraphs: 水, form: 条目}")
    assert (len(found.names), len(found.paragraphs), found.form) == (1, 1, "list")
    assert section("paragraphs: 水").form == "plain"


def test_articles_are_written_across_or_down():
    for written, wanted in (
        ("", "horizontal"),
        ("    writing: vertical\n", "vertical"),
        ("    文字方向: 横排\n", "horizontal"),
    ):
        assert parse((TAIL + written).encode(), "c").edition.pages[0].articles[0].writing == wanted


def test_faces_for_western_letters_are_named():
    source = parse(f"fonts: {{song-latin: a.otf, 黑西文: b.otf, kai-latin: c.ttc#1}}\n{TAIL}".encode(), "c")
    assert source.diagnostics == ()
    assert [(each.role, each.file) for each in source.edition.fonts] == [
        ("song-latin", "a.otf"),
        ("hei-latin", "b.otf"),
        ("kai-latin", "c.ttc#1"),
    ]
