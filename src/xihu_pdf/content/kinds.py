"""What values content keys may have, and how each is written."""

from typing import Any, NamedTuple

__all__ = [
    "DATE",
    "DESIGN",
    "FRAMES",
    "GROUNDS",
    "HEAD_FORMS",
    "INKS_TAKEN",
    "KINDS",
    "LANGUAGE",
    "LONGEST_INK",
    "ORNAMENTS",
    "PAPERS",
    "PAPER_SIDES",
    "Kind",
]


class Kind(NamedTuple):
    """What a value may be: its name and how it is written, in both languages, and its JSON Schema."""

    zh: str
    en: str
    schema: dict[str, Any]


# A plain 45 or 12:30 in a YAML file is text to the loader, but a number to the editors' completion.
_TEXT = {"type": ["string", "number", "boolean"]}
# An ISO 8601 date and a BCP 47 tag, as far as a pattern can tell.
DATE = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
LANGUAGE = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"
_NAME = {"type": "string", "minLength": 1}
# Papers that have a name, each with its Chinese one, and the least and greatest side of any other in millimetres.
PAPERS = (("tabloid", "四开"), ("broadsheet", "对开"), ("a3", "A3"), ("a4", "A4"), ("16k", "大16开"))
PAPER_SIDES = (140, 700)
# Frames and rules, grounds of a headline, and where it stands, each with its Chinese name.
FRAMES = (
    ("hairline", "细线"),
    ("bold", "粗线"),
    ("double", "双线"),
    ("thick-thin", "文武线"),
    ("wave", "波浪线"),
    ("fret", "回纹"),
    ("beads", "连珠"),
    ("lozenge", "菱花"),
    ("plum", "梅花"),
    ("vine", "卷草"),
    ("bamboo", "竹节"),
    ("cloud", "云头"),
    ("rope", "绳纹"),
)
GROUNDS = (("none", "无"), ("solid", "反白"), ("tint", "衬色"), ("dots", "网点"), ("lines", "网线"), ("box", "加框"))
ORNAMENTS = (("plum", "梅花"), ("lozenge", "菱形"), ("leaf", "双叶"), ("star", "五角星"))
HEAD_FORMS = (
    ("over", "盖文"),
    ("left", "左上"),
    ("right", "右上"),
    ("vertical", "竖题"),
    ("vertical-right", "右竖题"),
)
# Findings of the design check by their names.
DESIGN = (
    ("page-heads-level", "碰题"),
    ("subheads-level", "小标题碰题"),
    ("page-head-grows", "题号倒挂"),
    ("page-gap-through", "通缝"),
    ("leg-long", "栏腿过长"),
    ("leg-short", "栏腿过短"),
    ("pictures-equal", "图片等大"),
    ("picture-looks-out", "视线朝外"),
    ("line-loose", "疏行"),
    ("line-short", "短行"),
    ("credit-missing", "缺摄影者"),
    ("byline-white", "署名上空行"),
    ("leg-white", "栏脚空行"),
    ("notice-white", "启事空行"),
    ("mark-unpaired", "标点不成对"),
    ("mark-half-width", "半角标点"),
)
_PAPER_SIZE = r"^[0-9]{3}(\.[0-9])? ?[x×*] ?[0-9]{3}(\.[0-9])?( ?mm)?$"
# Names that a PDF gives to inks of its own (ISO 32000-1, 8.6.6.4), and the most bytes of a name (ISO 19005-3, 6.1.13).
INKS_TAKEN = frozenset({"all", "none", "cyan", "magenta", "yellow", "black"})
LONGEST_INK = 127
_EDGE = {"type": "number", "minimum": 0, "maximum": 1}

_TEXTS = {"anyOf": [{"type": "array", "minItems": 1, "items": _TEXT}, {"type": "string", "minLength": 1}]}

KINDS: dict[str, Kind] = {
    "text": Kind("文字", "text", _TEXT),
    "copy": Kind("文字，可加标记", "text, with markup", _TEXT),
    "heading": Kind(
        "文字，可加标记；以 | 开头时按行断题",
        "text, with markup; the lines of a | block are those of the heading",
        _TEXT,
    ),
    "paragraphs": Kind(
        "文字列表，或以 | 开头、每行一段的文字，可加标记",
        "a list of texts, or one | block with a paragraph a line, with markup",
        _TEXTS,
    ),
    "names": Kind(
        "姓名列表，或以空格、顿号、换行隔开的姓名；两字姓名中间可空格；可加标记",
        "a list of names, or names parted by blanks, 、 or line feeds; a name of two Han may hold a blank; with markup",
        _TEXTS,
    ),
    "verse": Kind(
        "以 | 开头、每行一句的文字，空行分节，可加标记",
        "a | block with a line of the poem a line and blank lines between stanzas, with markup",
        {"type": "string", "minLength": 1},
    ),
    "cells": Kind("各格以竖线或制表符隔开", "cells parted by | or tabs", {"type": "string", "minLength": 1}),
    "rows": Kind(
        "以 | 开头、每行一行的文字，各格以竖线或制表符（如从表格软件粘贴）隔开，可加标记",
        "a | block with a row a line, its cells parted by | or by tabs as pasted from a spreadsheet, with markup",
        _TEXTS,
    ),
    "aligns": Kind(
        "左、中、右，每栏一个，如 左 中 右",
        "`left`, `center` or `right` for each column, such as left center right",
        {"type": "string", "minLength": 1},
    ),
    "nodes": Kind("列表，每项以“- ”起头", "a list, each item begun with “- ”", {"type": "array", "minItems": 1}),
    "node": Kind("一组“键: 值”", "a group of “key: value”", {"type": "object"}),
    "integer": Kind("整数", "a whole number", {"type": "integer"}),
    "percent": Kind("百分数", "a percentage", {"type": ["integer", "string"], "pattern": "^-?[0-9]{1,9} ?%?$"}),
    "size": Kind(
        "字号名，或 4 到 120 点，如 10.5 或 12pt",
        "a size by name, or 4 to 120 points, such as 10.5 or 12pt",
        {"type": ["string", "number"]},
    ),
    "switch": Kind("使用、不用", "`on`, `off`", {"enum": ["on", "使用", "off", "不用", True, False]}),
    "date": Kind("日期，如 2023-01-31", "a date such as 2023-01-31", {"type": "string", "pattern": DATE}),
    "language": Kind("语言代码，如 zh-Hans", "a language tag such as zh-Hans", {"type": "string", "pattern": LANGUAGE}),
    "choice": Kind("选项", "a choice", {}),
    "paper": Kind(
        "、".join(f"{name} {chinese}" if name != chinese.lower() else name for name, chinese in PAPERS)
        + "，或宽 × 高（毫米），如 190 × 260",
        ", ".join(f"`{name}`" for name, _ in PAPERS) + ", or width × height in millimetres such as 190 × 260",
        {"anyOf": [{"enum": [name for pair in PAPERS for name in pair]}, {"type": "string", "pattern": _PAPER_SIZE}]},
    ),
    "ink": Kind("油墨名，如 PANTONE 185 C", "the name of an ink such as PANTONE 185 C", _NAME),
    "range": Kind("起止，如 1-3", "a range such as 1-3", {"type": ["string", "integer"]}),
    "broken": Kind("栏数，如 3 或 三破二", "columns, such as 3 or 3-in-2", {"type": ["string", "integer"]}),
    "box": Kind(
        "四个 0 到 1 之间的小数：[左, 上, 右, 下]",
        "four fractions from 0 to 1: [left, top, right, bottom]",
        {"type": "array", "minItems": 4, "maxItems": 4, "items": _EDGE},
    ),
    "path": Kind("文件路径，用 / 分隔", "a file path with forward slashes", _NAME),
    "profile": Kind("ICC 文件，如 press.icc", "an ICC file such as `press.icc`", _NAME),
    "font": Kind("字体文件名", "the name of a font file", _NAME),
}
