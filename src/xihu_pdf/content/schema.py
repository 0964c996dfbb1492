"""The one table of content keys: it feeds the loader, the JSON Schema for editors' completion and the handbook."""

from typing import Any, NamedTuple

__all__ = [
    "DATE",
    "EITHER",
    "KEYS",
    "KINDS",
    "LANGUAGE",
    "NODES",
    "PAPERS",
    "PAPER_SIDES",
    "Key",
    "Kind",
    "json_schema",
]


class Kind(NamedTuple):
    """What a value may be: its name and how it is written, in both languages, and its JSON Schema."""

    zh: str
    en: str
    schema: dict[str, Any]


class Key(NamedTuple):
    """One key: English name, Chinese names (the first is preferred), kind of value and what it means.

    ``node`` names the node of kinds ``node`` and ``nodes``, ``choices`` pairs the values of a choice with their Chinese
    names, ``limits`` are the least and greatest whole number. ``refused`` are keys that the node does not take under
    this name, each with the code of its fault.
    """

    name: str
    aliases: tuple[str, ...]
    kind: str
    meaning_zh: str
    meaning_en: str
    default: str = ""
    required: bool = False
    node: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    limits: tuple[int, int] = (0, 0)
    refused: tuple[tuple[str, str], ...] = ()


# A plain 45 or 12:30 in a YAML file is text to the loader, but a number to the editors' completion.
_TEXT = {"type": ["string", "number", "boolean"]}
# An ISO 8601 date and a BCP 47 tag, as far as a pattern can tell.
DATE = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
LANGUAGE = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"
_NAME = {"type": "string", "minLength": 1}
# Papers that have a name, each with its Chinese one, and the least and greatest side of any other in millimetres.
PAPERS = (("tabloid", "四开"), ("broadsheet", "对开"), ("a3", "A3"), ("a4", "A4"), ("16k", "大16开"))
PAPER_SIDES = (140, 700)
_PAPER_SIZE = r"^[0-9]{3}(\.[0-9])? ?[x×*] ?[0-9]{3}(\.[0-9])?( ?mm)?$"
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
    "box": Kind(
        "四个 0 到 1 之间的小数：[左, 上, 右, 下]",
        "four fractions from 0 to 1: [left, top, right, bottom]",
        {"type": "array", "minItems": 4, "maxItems": 4, "items": _EDGE},
    ),
    "path": Kind("文件路径，用 / 分隔", "a file path with forward slashes", _NAME),
    "font": Kind("字体文件名", "the name of a font file", _NAME),
}

NODES: dict[str, tuple[str, str]] = {
    "edition": ("期", "edition"),
    "fonts": ("字体", "fonts"),
    "styles": ("样式", "styles"),
    "settings": ("版式设置", "settings"),
    "page": ("版", "page"),
    "article": ("稿件", "article"),
    "section": ("小节", "section"),
    "photograph": ("图片", "photograph"),
}

# Of these keys of a node one is needed at the least.
EITHER: dict[str, tuple[str, ...]] = {"section": ("paragraphs", "names")}

_NO_SIZE = ("size", "style-size")
_NO_INDENT = ("indent", "style-indent")


def _style(name: str, chinese: str, english: str, *refused: tuple[str, str]) -> Key:
    meanings = f"{chinese}的版式", f"How {english} are composed"
    return Key(name, (chinese,), "node", *meanings, node="settings", refused=refused)


KEYS: dict[str, tuple[Key, ...]] = {
    "edition": (
        Key("title", ("题名",), "text", "文件题名，不印在版面上", "Title of the document; not printed"),
        Key("language", ("语言",), "language", "正文语言", "Language of the copy (BCP 47)", "zh-Hans"),
        Key("date", ("日期",), "date", "出版日期", "Date of publication (ISO 8601)"),
        Key(
            "accent",
            ("强调色",),
            "choice",
            "版面的强调色",
            "The one accent colour of the pages",
            "green",
            choices=(("green", "深绿"), ("red", "深红"), ("blue", "墨蓝")),
        ),
        Key(
            "paper",
            ("开本",),
            "paper",
            "各版的开本，版心字数行数随之而定",
            "The paper; its grid of cells follows",
            "tabloid",
        ),
        Key(
            "fonts",
            ("字体",),
            "node",
            "各角色用的字体文件，在 fonts 文件夹里；字体集加 # 和号码（从 0 数起），如 a.ttc#2",
            "Font files by role, in the folder fonts; a face of a collection as a.ttc#2, counted from 0",
            node="fonts",
        ),
        Key("styles", ("样式",), "node", "各样式的版式设置", "How each style is composed", node="styles"),
        Key("pages", ("版",), "nodes", "各版，按顺序", "The pages, in order", required=True, node="page"),
    ),
    "fonts": (
        Key("song", ("宋",), "font", "宋体，正文", "Song, for body text"),
        Key("song-bold", ("宋粗",), "font", "粗宋，副题与版名", "Bold Song, for decks and section names"),
        Key("song-black", ("宋黑",), "font", "特粗宋，主标题", "Black Song, for headlines"),
        Key("hei", ("黑",), "font", "黑体，图说", "Hei, for captions"),
        Key("hei-bold", ("黑粗",), "font", "粗黑，小标题与版码", "Bold Hei, for subheads and folios"),
        Key("kai", ("楷",), "font", "楷体，引题、署名与摄影者", "Kai, for kickers, bylines and credits"),
        Key("fang", ("仿宋",), "font", "仿宋体", "Fangsong"),
        Key("song-latin", ("宋西文",), "font", "与宋体相配的西文", "Western letters beside Song"),
        Key("hei-latin", ("黑西文",), "font", "与黑体相配的西文", "Western letters beside Hei"),
        Key("kai-latin", ("楷西文",), "font", "与楷体相配的西文", "Western letters beside Kai"),
    ),
    "styles": (
        _style("body", "正文", "paragraphs", _NO_SIZE),
        _style("lead", "导语", "leads"),
        _style("kicker", "引题", "kickers", _NO_INDENT),
        _style("headline", "主标题", "headlines", _NO_INDENT),
        _style("deck", "副题", "decks", _NO_INDENT),
        _style("subhead", "小标题", "subheads", _NO_INDENT),
        _style("byline", "署名", "bylines", _NO_INDENT),
        _style("caption", "图说", "captions", _NO_INDENT),
        _style("credit", "摄影", "credits", _NO_INDENT),
    ),
    "settings": (
        Key("size", ("字号",), "size", "字号；正文除外", "Size of type; not for body"),
        Key(
            "prohibition",
            ("避头尾",),
            "choice",
            "哪些标点不在行首行尾",
            "Which marks may not begin or end a line",
            "gb",
            choices=(("none", "不设"), ("basic", "基本"), ("gb", "国标"), ("strict", "严格")),
        ),
        Key(
            "marks",
            ("标点",),
            "choice",
            "标点占的宽度",
            "How wide marks are set",
            "line-end",
            choices=(
                ("full", "全角"),
                ("kaiming", "开明"),
                ("line-end", "行末半角"),
                ("half", "半角"),
                ("plain", "不挤压"),
            ),
        ),
        Key("hanging", ("悬挂",), "switch", "行末标点悬挂在栏外", "Marks hang beyond the line's end", "off"),
        Key(
            "han-latin",
            ("中西间距",),
            "choice",
            "汉字与西文、数字之间的间距，以字宽计",
            "Gap between Han and Western letters or digits, as a part of an em",
            "sixth",
            choices=(("none", "无"), ("eighth", "八分之一"), ("sixth", "六分之一"), ("quarter", "四分之一")),
        ),
        Key("hyphenation", ("断词",), "switch", "西文可断词", "Western words may be hyphenated", "on"),
        Key(
            "latin-size",
            ("西文比例",),
            "percent",
            "西文字号对汉字字号的百分比",
            "Size of Western letters in percent of the Han",
            "100",
            limits=(50, 150),
        ),
        Key(
            "latin-shift",
            ("西文升降",),
            "percent",
            "西文基线的升降，以字宽的百分比计，正数为升",
            "How far Western letters are raised, in percent of an em; lowered where negative",
            "0",
            limits=(-50, 50),
        ),
        Key(
            "indent",
            ("首行缩进",),
            "integer",
            "首行缩进的字数；只用于正文和导语",
            "First-line indent in em; for body and lead only",
            limits=(0, 8),
        ),
    ),
    "page": (
        Key("folio", ("版码",), "text", "版码", "Folio, the page number as printed"),
        Key("section", ("版名",), "text", "版名，印在报眉", "Name of the section, printed in the page header"),
        Key("articles", ("稿件",), "nodes", "稿件，按顺序", "The articles, in order", required=True, node="article"),
    ),
    "article": (
        Key("kicker", ("引题",), "heading", "引题，在主标题之上", "Kicker, above the headline"),
        Key("headline", ("主标题", "标题"), "heading", "主标题", "Headline", required=True),
        Key("deck", ("副题",), "heading", "副题，在主标题之下", "Deck, below the headline"),
        Key("lead", ("导语",), "copy", "导语，正文的第一段", "Lead, the first paragraph"),
        Key(
            "paragraphs",
            ("正文",),
            "paragraphs",
            "无小标题的正文，排在各小节之前",
            "Copy without a subhead, set before the sections",
        ),
        Key("sections", ("小节",), "nodes", "小节，按顺序", "The sections, in order", node="section"),
        Key(
            "photographs",
            ("图片",),
            "nodes",
            "图片，最重要的在前",
            "Photographs, the dominant one first",
            node="photograph",
        ),
        Key("byline", ("署名",), "copy", "署名", "Byline"),
        Key(
            "importance",
            ("重要性",),
            "integer",
            "重要性，大者优先",
            "Weight against other articles; greater comes first",
            "0",
            limits=(0, 100),
        ),
        Key(
            "writing",
            ("文字方向",),
            "choice",
            "横排或竖排",
            "Whether the lines run across or down",
            "horizontal",
            choices=(("horizontal", "横排"), ("vertical", "竖排")),
        ),
    ),
    "section": (
        Key("subhead", ("小标题",), "heading", "小标题", "Subhead"),
        Key("paragraphs", ("正文",), "paragraphs", "正文，每段一项", "Copy, one item a paragraph"),
        Key(
            "form",
            ("体例",),
            "choice",
            "正文、引文或条目",
            "Plain copy, a quotation or a list",
            "plain",
            choices=(("plain", "正文"), ("quote", "引文"), ("list", "条目")),
        ),
        Key("names", ("名单",), "names", "名单，均排，在正文之后", "Names, spread evenly, after the copy"),
    ),
    "photograph": (
        Key(
            "file",
            ("文件",),
            "path",
            "图片文件，相对于本文件所在文件夹",
            "The picture file, relative to the folder of this file",
            required=True,
        ),
        Key("caption", ("图说",), "copy", "图说", "Caption"),
        Key("credit", ("摄影",), "copy", "摄影者", "Photographer"),
        Key("columns", ("栏数",), "integer", "希望占的栏数", "Wished width in text columns", limits=(1, 12)),
        Key("safe", ("安全区",), "box", "裁切时必须保留的部分", "The part that no crop may touch"),
    ),
}


def json_schema() -> dict[str, Any]:
    """Make the JSON Schema (draft 2020-12) of a content file, for completion in editors; it knows Chinese keys too."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "xihu_pdf content",
        "$ref": "#/$defs/edition",
        "$defs": {name: _node_schema(name) for name in NODES},
    }


def _node_schema(node: str) -> dict[str, Any]:
    properties = {name: _value_schema(key) for key in KEYS[node] for name in (key.name, *key.aliases)}
    # Exactly one of the names of a required key, any of those of which one is needed.
    needed: list[dict[str, Any]] = [{"oneOf": _present(node, key.name)} for key in KEYS[node] if key.required]
    if node in EITHER:
        needed.append({"anyOf": _present(node, *EITHER[node])})
    zh, en = NODES[node]
    schema = {"description": f"{zh} / {en}", "type": "object", "properties": properties, "additionalProperties": False}
    return schema | ({"allOf": needed} if needed else {})


def _present(node: str, *names: str) -> list[dict[str, Any]]:
    """A condition for each name of the keys of a node."""
    return [{"required": [name]} for key in KEYS[node] if key.name in names for name in (key.name, *key.aliases)]


def _value_schema(key: Key) -> dict[str, Any]:
    schema = {"description": f"{key.meaning_zh} / {key.meaning_en}"} | KINDS[key.kind].schema
    if key.kind == "nodes":
        schema["items"] = {"$ref": f"#/$defs/{key.node}"}
    elif key.kind == "node":
        schema["$ref"] = f"#/$defs/{key.node}"
    elif key.kind == "choice":
        schema["enum"] = [name for pair in key.choices for name in pair]
    elif key.kind == "size":
        schema |= _size_schema()
    elif key.limits != (0, 0):
        schema["minimum"], schema["maximum"] = key.limits
    if key.refused:
        schema["not"] = {"anyOf": _present(key.node, *(name for name, _ in key.refused))}
    if key.default:
        schema["default"] = int(key.default) if key.limits != (0, 0) else key.default
    return schema


def _size_schema() -> dict[str, Any]:
    from xihu_pdf.content.sizes import LEAST, MOST, SIZE_PATTERN, SIZES

    number = {"type": "number", "minimum": LEAST, "maximum": MOST}
    return {"anyOf": [{"enum": list(SIZES)}, number, {"type": "string", "pattern": SIZE_PATTERN}]}
