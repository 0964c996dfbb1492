"""Read the values that hold no keys: copy, numbers, dates, choices, boxes and paths."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from xihu_pdf.content.findings import Findings, shown
from xihu_pdf.content.keys import Key
from xihu_pdf.content.kinds import DATE, INKS_TAKEN, KINDS, LANGUAGE, LONGEST_INK, PAPER_SIDES, PAPERS
from xihu_pdf.content.model import Text
from xihu_pdf.content.nodes import Branch, Gap, Node, Scalar
from xihu_pdf.content.syntax import misused_colon
from xihu_pdf.content.words import cells, closed_up, heading, paragraphs, parted, place, stanzas, whole

__all__ = ["VALUES", "Desk", "refuse", "refuse_empty"]

# Patterns are compiled when first used: most files need none of them.
_INTEGER = r"-?[0-9]{1,9}"
_PERCENT = r"(-?[0-9]{1,9}) ?%?"
# The width and height of a paper in millimetres.
_SIDES = r"([0-9]{3}(?:\.[0-9])?) ?[x×*] ?([0-9]{3}(?:\.[0-9])?)(?: ?mm)?"
_FRACTION = r"[01]|[01]?\.[0-9]{1,9}"
# Absolute, home, drive or scheme, or a way up: never a file below the content folder, on any system.
_OUTSIDE = r"/|~|.*:|(?:.*/)?\.\.(?:/|$)"
# A comment that an editor may have meant as copy: 第 #1 名.
_GLUED_COMMENT = r"[ \t]+#[^\s#][^\r\n]*"
# A dash that was meant to begin an item, not -5 nor a rule of dashes.
_GLUED_DASH = r"(?:^|[\r\n])[ \t]*(?P<dash>-)(?=[^\s\d-])"
# What only an escape in double quotes can bring into a text that was cleaned.
_ESCAPED = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"

# How a switch may be written; the first of each are those that are told.
_SWITCH = {"on": True, "使用": True, "off": False, "不用": False, "true": True, "false": False}

# How the cells of a column may stand; the first of each is what the model has.
_ALIGNS = {name: names[0] for names in (("left", "左"), ("center", "中"), ("right", "右")) for name in names}

_COPY = frozenset({"copy", "heading", "text", "paragraphs", "names", "verse", "cells", "rows", "aligns"})

_FORMS = {True: ("一组“键: 值”", "a group of “key: value”"), False: ("列表", "a list"), None: ("文字", "text")}


class Desk(NamedTuple):
    """What every reading needs: the source, and where its faults go."""

    source: str
    findings: Findings


def refuse(key: Key, node: Node, desk: Desk) -> None:
    """Tell that the value of ``key`` has the wrong form, or rather what an editor did to make it so."""
    if isinstance(node, Gap):
        return
    colon = misused_colon(node.value) if isinstance(node, Scalar) and not node.style else None
    if isinstance(node, Scalar) and colon:
        desk.findings.add(colon[0], place(node, desk.source, colon[1]))
    elif isinstance(node, Branch) and node.flow and key.kind in _COPY and _begins_markup(node):
        desk.findings.add("yaml-start", node.span, character="{")
    elif isinstance(node, Branch) and node.mapping and key.kind in _COPY:
        desk.findings.add("value-colon", node.span, key=key.name, alias=key.aliases[0])
    else:
        wanted = KINDS[key.kind]
        got = _FORMS[node.mapping if isinstance(node, Branch) else None]
        forms = {"wanted_zh": wanted.zh, "wanted_en": wanted.en, "got_zh": got[0], "got_en": got[1]}
        desk.findings.add("value-form", node.span, key=key.name, alias=key.aliases[0], **forms)


def _begins_markup(node: Branch) -> bool:
    """Tell whether a text that begins with markup, which YAML takes for a group of keys, became ``node``."""
    from xihu_pdf.content.markup import NAMES

    first = node.items[0] if node.items else None
    return isinstance(first, Scalar) and re.split("[:：]", first.value, maxsplit=1)[0].strip() in NAMES


def refuse_empty(key: Key, node: Node, desk: Desk) -> None:
    """Tell that nothing stands where the value of ``key`` should."""
    desk.findings.add("value-empty", node.span, key=key.name, alias=key.aliases[0])


def _text(key: Key, node: Node, desk: Desk) -> Text | None:
    return _read(key, node, desk, whole)


def _copy(key: Key, node: Node, desk: Desk) -> Text | None:
    text = _read(key, node, desk, whole)
    return _marked(text, desk) if text else None


def _heading(key: Key, node: Node, desk: Desk) -> Text | None:
    text = _read(key, node, desk, heading)
    return _marked(text, desk) if text else None


def _marked(text: Text, desk: Desk) -> Text:
    """Read the markup of a text; most have none."""
    if "{" not in text.value and "\\" not in text.value:
        return text
    from xihu_pdf.content.markup import read_markup

    return read_markup(text, desk.findings)


def _read(key: Key, node: Node, desk: Desk, reading: Callable[[Scalar, str], Text | None]) -> Text | None:
    scalar = _scalar(key, node, desk)
    if scalar is None:
        return None
    text = reading(scalar, desk.source)
    if text is None:
        refuse_empty(key, node, desk)
    return text


def _paragraphs(key: Key, node: Node, desk: Desk) -> tuple[Text, ...] | None:
    texts = _texts(key, node, desk)
    return None if texts is None else tuple(_marked(text, desk) for text in texts)


def _names(key: Key, node: Node, desk: Desk) -> tuple[Text, ...] | None:
    texts = _texts(key, node, desk)
    if texts is None:
        return None
    # The items of a list are names already, and may hold a blank.
    between = "、" if isinstance(node, Branch) else r"[\s、]"
    names = [name for text in texts for name in parted(_marked(closed_up(text), desk), between)]
    if texts and not names:
        refuse_empty(key, node, desk)
    return tuple(names)


def _verse(key: Key, node: Node, desk: Desk) -> tuple[tuple[Text, ...], ...] | None:
    scalar = _scalar(key, node, desk)
    if scalar is None:
        return None
    found = stanzas(scalar, desk.source)
    if not found:
        refuse_empty(key, scalar, desk)
    return tuple(tuple(_marked(line, desk) for line in stanza) for stanza in found)


def _cells(key: Key, node: Node, desk: Desk) -> tuple[Text, ...] | None:
    text = _copy(key, node, desk)
    return cells(text) if text else None


def _rows(key: Key, node: Node, desk: Desk) -> tuple[tuple[Text, ...], ...] | None:
    texts = _texts(key, node, desk)
    return None if texts is None else tuple(cells(_marked(text, desk)) for text in texts)


def _aligns(key: Key, node: Node, desk: Desk) -> tuple[str, ...] | None:
    text = _text(key, node, desk)
    if text is None:
        return None
    words = parted(text, r"[\s、，|｜]")
    for word in words:
        if word.value not in _ALIGNS:
            choices = "left 左、center 中、right 右"
            desk.findings.add("value-choice", word.span, key=key.name, value=shown(word.value), choices=choices)
    return tuple(_ALIGNS[word.value] for word in words if word.value in _ALIGNS)


def _texts(key: Key, node: Node, desk: Desk) -> tuple[Text, ...] | None:
    """Read a list of texts, or one that is parted into paragraphs."""
    if isinstance(node, Branch) and node.mapping:
        refuse(key, node, desk)
        return None
    items = node.items if isinstance(node, Branch) else [node]
    if not items:
        refuse_empty(key, node, desk)
    texts: list[Text] = []
    for item in items:
        scalar = _scalar(key, item, desk)
        found = paragraphs(scalar, desk.source) if scalar else ()
        if scalar and not found:
            refuse_empty(key, scalar, desk)
        texts.extend(found)
    return tuple(texts)


def _scalar(key: Key, node: Node, desk: Desk) -> Scalar | None:
    """Take the node as a text that can be printed; tells a comment that looks like lost copy."""
    if not isinstance(node, Scalar):
        refuse(key, node, desk)
        return None
    bad = re.search(_ESCAPED, node.value) if node.style == '"' else None
    if bad:
        desk.findings.add("character-unprintable", node.span, character=f"U+{ord(bad[0]):04X}")
        return None
    if not node.style:
        _suspect(key, node, desk)
    return node


def _suspect(key: Key, node: Scalar, desk: Desk) -> None:
    """Tell what looks like copy lost in a comment, or like an item whose dash lost its blank."""
    source = desk.source
    if source.startswith((" ", "\t"), node.end):
        comment = re.compile(_GLUED_COMMENT).match(source, node.end)
        if comment:
            desk.findings.add("comment-glued", node.span, comment=shown(comment[0].strip()))
    if key.kind in {"paragraphs", "names"} and source.find("-", node.start, node.end) >= 0:
        dash = re.search(_GLUED_DASH, source[node.start : node.end])
        if dash:
            desk.findings.add("yaml-dash-glued", place(node, source, dash.start("dash")))


def _integer(key: Key, node: Node, desk: Desk) -> int | None:
    text = _text(key, node, desk)
    if text is None:
        return None
    low, high = key.limits
    if re.fullmatch(_INTEGER, text.value) and low <= int(text.value) <= high:
        return int(text.value)
    desk.findings.add("value-integer", text.span, key=key.name, value=shown(text.value), low=low, high=high)
    return None


def _percent(key: Key, node: Node, desk: Desk) -> float | None:
    text = _text(key, node, desk)
    if text is None:
        return None
    low, high = key.limits
    found = re.fullmatch(_PERCENT, text.value)
    if found and low <= int(found[1]) <= high:
        return int(found[1]) / 100
    desk.findings.add("value-percent", text.span, key=key.name, value=shown(text.value), low=low, high=high)
    return None


def _size(key: Key, node: Node, desk: Desk) -> float | None:
    text = _text(key, node, desk)
    if text is None:
        return None
    from xihu_pdf.content.sizes import LEAST, MOST, read_size

    size = read_size(text.value)
    if size is None:
        desk.findings.add("value-size", text.span, key=key.name, value=shown(text.value), low=LEAST, high=MOST)
    return size


def _switch(key: Key, node: Node, desk: Desk) -> bool | None:
    text = _text(key, node, desk)
    if text is None:
        return None
    if text.value not in _SWITCH:
        choices = "on 使用、off 不用"
        desk.findings.add("value-choice", text.span, key=key.name, value=shown(text.value), choices=choices)
    return _SWITCH.get(text.value)


def _date(key: Key, node: Node, desk: Desk) -> str | None:
    text = _text(key, node, desk)
    if text is None:
        return None
    from datetime import date

    try:
        if re.search(DATE, text.value):
            return date.fromisoformat(text.value).isoformat()
    except ValueError:
        pass
    desk.findings.add("value-date", text.span, key=key.name, value=shown(text.value))
    return None


def _language(key: Key, node: Node, desk: Desk) -> str | None:
    text = _text(key, node, desk)
    if text is None:
        return None
    if re.search(LANGUAGE, text.value):
        return text.value
    desk.findings.add("value-language", text.span, key=key.name, value=shown(text.value))
    return None


def _choice(key: Key, node: Node, desk: Desk) -> str | None:
    text = _text(key, node, desk)
    if text is None:
        return None
    for choice in key.choices:
        if text.value in choice:
            return choice[0]
    choices = "、".join(" ".join(choice) for choice in key.choices)
    desk.findings.add("value-choice", text.span, key=key.name, value=shown(text.value), choices=choices)
    return None


def _paper(key: Key, node: Node, desk: Desk) -> str | tuple[float, float] | None:
    text = _text(key, node, desk)
    if text is None:
        return None
    for names in PAPERS:
        if text.value.lower() in {name.lower() for name in names}:
            return names[0]
    found = re.fullmatch(_SIDES, text.value)
    low, high = PAPER_SIDES
    if found and all(low <= float(side) <= high for side in found.groups()):
        return float(found[1]), float(found[2])
    papers = "、".join(dict.fromkeys(name for names in PAPERS for name in names))
    desk.findings.add("value-paper", text.span, value=shown(text.value), papers=papers, low=low, high=high)
    return None


def _ink(key: Key, node: Node, desk: Desk) -> str | None:
    text = _text(key, node, desk)
    if text is None:
        return None
    if text.value.lower() not in INKS_TAKEN and len(text.value.encode()) <= LONGEST_INK:
        return text.value
    desk.findings.add("value-ink", text.span, value=shown(text.value), most=LONGEST_INK)
    return None


def _range(key: Key, node: Node, desk: Desk) -> tuple[int, int] | None:
    return _numbers(key, node, desk, "value-range")


def _broken(key: Key, node: Node, desk: Desk) -> tuple[int, int] | None:
    return _numbers(key, node, desk, "value-broken")


def _numbers(key: Key, node: Node, desk: Desk, code: str) -> tuple[int, int] | None:
    text = _text(key, node, desk)
    if text is None:
        return None
    from xihu_pdf.content.placing import read_broken, read_range

    found = (read_range if key.kind == "range" else read_broken)(text.value)
    if found is None:
        desk.findings.add(code, text.span, key=key.name, value=shown(text.value))
    return found


def _box(key: Key, node: Node, desk: Desk) -> tuple[float, ...] | None:
    if not isinstance(node, Branch) or node.mapping:
        refuse(key, node, desk)
        return None
    written = [each.value if isinstance(each, Scalar) else "" for each in node.items]
    if len(written) == 4 and all(re.fullmatch(_FRACTION, each) for each in written):
        left, top, right, bottom = map(float, written)
        if left < right <= 1 and top < bottom <= 1:
            return left, top, right, bottom
    desk.findings.add("value-box", node.span, key=key.name)
    return None


def _path(key: Key, node: Node, desk: Desk) -> str | None:
    text = _text(key, node, desk)
    if text is None:
        return None
    parts = [part for part in text.value.split("/") if part not in {"", "."}]
    if "\\" in text.value:
        desk.findings.add("path-backslash", text.span, path=shown(text.value))
    elif re.match(_OUTSIDE, text.value) or not parts:
        desk.findings.add("path-outside", text.span, path=shown(text.value))
    else:
        return "/".join(parts)
    return None


def _named_file(key: Key, node: Node, desk: Desk) -> Text | None:
    path = _path(key, node, desk)
    return Text(path, node.span) if path else None


# How a value of each kind is read; ``None`` is given back for what was refused.
VALUES: dict[str, Callable[[Key, Node, Desk], Any]] = {
    "heading": _heading,
    "text": _text,
    "copy": _copy,
    "paragraphs": _paragraphs,
    "names": _names,
    "verse": _verse,
    "cells": _cells,
    "rows": _rows,
    "aligns": _aligns,
    "integer": _integer,
    "percent": _percent,
    "size": _size,
    "switch": _switch,
    "date": _date,
    "language": _language,
    "choice": _choice,
    "box": _box,
    "paper": _paper,
    "ink": _ink,
    "range": _range,
    "broken": _broken,
    "path": _path,
    "profile": _named_file,
    "font": _named_file,
}
