"""Marks as they are typed 标点: those that lack their other half, and half-width ones beside Han.

Copy is printed word for word, so these are told and nothing is changed. What is legal is passed over: a quotation of
several paragraphs opens each and closes the last (clreq 3.1.2), items are numbered 1） and a）, a figure has ’ or ”.
"""

import re
from collections.abc import Iterator
from operator import ne
from typing import Any

from xihu_pdf.content import Text
from xihu_pdf.errors import Diagnostic, fault

__all__ = ["check_marks"]

_OPENED_BY = dict(zip("”’）》〉」』】〕", "“‘（《〈「『【〔", strict=True))
# Those that are counted first: a closing ’ may be an apostrophe.
_CLOSING, _OPENING = "”）》〉」』】〕", "“（《〈「『【〔"
_QUOTES = frozenset("“‘「『")
_HALVES = str.maketrans("()", "（）")
# Patterns are compiled where a text needs them: most have its marks in pairs.
_MARKS = "[“”‘’（）《》〈〉「」『』【】〔〕()]"
_LABEL = r"(?:\A|[，、；：。\s])[0-9A-Za-z〇一二三四五六七八九十]{1,3}\Z"
# Half-width marks and what Chinese has for each.
_HALF, _TYPED = r"\.{3,}|--+|[,;:?!.\"]", ',;:?!."-'
_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。", '"': "“”", "...": "……", "--": "——"}
# Runs of either, however long.
_SHORT = {"..": "...", "--": "--"}
_BOTH_SIDES = frozenset({'"', "...", "--"})
# What is no running text: the cuts of a page and the address in a code; a quotation may go over lines of a poem.
_PASSED = frozenset({"plan", "address", "poem"})


def check_marks(part: Any) -> list[Diagnostic]:  # noqa: ANN401 - any part of the model
    """Notes on the marks of every text in a part of the model, at most one of each kind for a text."""
    told = []
    for flow in _flows(part):
        for number, text in enumerate(flow):
            after = flow[number + 1].value[:1] if number + 1 < len(flow) else ""
            at = _unpaired(text.value, after)
            if at is not None:
                told.append(fault("mark-unpaired", text.place(at), mark=text.value[at], text=_around(text.value, at)))
            half = _half_width(text.value)
            if half is not None:
                at, mark = half
                words = {"mark": mark, "instead": _WIDE[mark], "text": _around(text.value, at)}
                told.append(fault("mark-half-width", text.place(at), **words))
    return told


def _flows(part: Any) -> Iterator[tuple[Text, ...]]:  # noqa: ANN401 - any part of the model
    """The texts in a part of the model, those that follow one another together."""
    fields = getattr(part, "_fields", ())
    if isinstance(part, Text):
        yield (part,)
    elif part and not fields and isinstance(part[0], Text):
        yield part
    else:
        for field, value in zip(fields or ("",) * len(part), part, strict=True):
            if isinstance(value, tuple) and field not in _PASSED:
                yield from _flows(value)


def _unpaired(value: str, after: str) -> int | None:
    """Where the first mark stands that lacks its other half; ``after`` is what the next paragraph begins with."""
    differ = any(map(ne, map(value.count, _OPENING), map(value.count, _CLOSING)))
    if not differ and value.find("“") <= value.find("”"):
        return None
    opened: list[tuple[str, int]] = []
    for found in re.finditer(_MARKS, value):
        mark, at = found[0].translate(_HALVES), found.start()
        opening = _OPENED_BY.get(mark)
        if opening is None:
            if mark in _QUOTES and mark in [each for each, _ in opened]:
                return next(place for each, place in opened if each == mark)
            opened.append((mark, at))
        elif opened and opened[-1][0] == opening:
            opened.pop()
        elif opening in [each for each, _ in opened]:
            return opened[-1][1]
        elif not _stands_alone(value, at):
            return at
    return next((at for mark, at in opened if mark not in _QUOTES or mark != after), None)


def _stands_alone(value: str, at: int) -> bool:
    """Whether a closing mark needs no opening one: an apostrophe, a sign of a figure, one behind a number of items."""
    if value[at] in "’)" or (value[at] == "”" and value[at - 1 : at].isdigit()):
        return True
    return value[at] == "）" and re.search(_LABEL, value[max(0, at - 4) : at]) is not None


def _half_width(value: str) -> tuple[int, str] | None:
    """Where the first half-width mark stands that has Han beside it, and which it is."""
    for found in re.finditer(_HALF, value) if any(map(value.count, _TYPED)) else ():
        start, end = found.span()
        mark, before, after = _SHORT.get(found[0][:2], found[0]), value[start - 1 : start], value[end : end + 1]
        # A name such as 报告.docx has its point, and 7" its inches.
        is_inner = (mark == "." and after.isascii() and after.isalnum()) or (mark == '"' and before.isdigit())
        if not is_inner and (_is_han(before) or (mark in _BOTH_SIDES and _is_han(after))):
            return start, mark
    return None


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"


def _around(value: str, at: int) -> str:
    return value[max(0, at - 8) : at + 9].replace("\n", " ")
