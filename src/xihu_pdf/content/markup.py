r"""Markup in copy: ``{着重:水乡}``, ``{注音:西湖|xī hú}``; ``\{ \} \| \\`` print the mark itself.

A text is read once from its start to its end, whatever it holds: no recursion, and each character is looked at a few
times at most.
"""

import re
from typing import NamedTuple

from xihu_pdf.content.findings import Findings, shown
from xihu_pdf.content.model import Mark, Text
from xihu_pdf.content.words import composed

__all__ = ["DEPTH", "KINDS", "NAMES", "Markup", "read_markup"]


class Markup(NamedTuple):
    """One kind of markup: its names, whether a note follows its text (``none`` or ``required``), what it means."""

    name: str
    aliases: tuple[str, ...]
    note: str
    meaning_zh: str
    meaning_en: str
    example: str


# Clauses: clreq 3.1.8 (dots and lines), 3.3 (ruby); GB/T 15834 4.16 and 4.17.
KINDS: tuple[Markup, ...] = (
    Markup("dots", ("着重",), "none", "着重号，每个汉字一点", "Emphasis dots, one a Han", "{着重:不许}"),
    Markup("name", ("专名",), "none", "专名号，直线", "Proper-noun line", "{专名:西湖镇}"),
    Markup("book", ("书名",), "none", "书名号，浪线", "Wavy line of a book's title", "{书名:史记}"),
    Markup(
        "ruby",
        ("注音",),
        "required",
        "注音，拼音或注音符号；音节间空一格，与字数相同则逐字注",
        "Ruby, pinyin or bopomofo; syllables parted by blanks, one to each character where there are as many",
        "{注音:西湖|xī hú}",
    ),
    Markup("warichu", ("夹注",), "none", "夹注，双行小字", "Warichu, two lines of half size", "{夹注:今属重庆}"),
    Markup("note", ("注号",), "none", "注号，上标，不与前文分开", "Note mark, clings to what is before it", "{注号:1}"),
    Markup("bold", ("粗",), "none", "粗体", "Bold", "{粗:水乡}"),
    Markup("kai", ("楷",), "none", "楷体", "Kai", "{楷:水乡}"),
    Markup("hei", ("黑",), "none", "黑体", "Hei", "{黑:水乡}"),
    Markup("accent", ("色",), "none", "版面的强调色", "In the accent colour of the page", "{色:水乡}"),
    Markup("super", ("上标",), "none", "上标", "Superscript", "m{上标:2}"),
    Markup("sub", ("下标",), "none", "下标", "Subscript", "CO{下标:2}"),
    Markup(
        "link",
        ("链接",),
        "required",
        "链接，地址以 https://、http:// 或 mailto: 开头，不印；屏幕文件里可以点",
        "Link; the address begins with https://, http:// or mailto: and is not printed; screen files lead there",
        "{链接:水乡网|https://example.org}",
    ),
    Markup(
        "west",
        ("西文",),
        "none",
        "西文，引号和破折号用西文的",
        "Western text, with Western quotes and dashes",
        "{西文:“A”}",
    ),
)
NAMES: dict[str, Markup] = {name: kind for kind in KINDS for name in (kind.name, *kind.aliases)}

DEPTH = 8
# What cannot stand inside a markup: readings and rows that take room of their own, what is drawn along one row among
# the two of a warichu, and a second line under one (a name in a book's title has the title's line alone).
_LINES = frozenset({"name", "book"})
_LAID_OUT = frozenset({"ruby", "warichu"})
_BARRED = {"ruby": _LAID_OUT, "warichu": _LAID_OUT | _LINES | {"dots", "link"}, "name": _LINES, "book": _LINES}
# No face on hand has both.
_KAI_BOLD = frozenset({"kai", "bold"})

_TOKEN = re.compile(r"\\(?P<escaped>[{}|\\])|\{(?:(?P<name>[^{}|\\:：\n]{1,24})[:：][ \t\u3000]*)?|[|}]")
_NOTE = re.compile(r"\|((?:[^{}|\\]++|\\[{}|\\]?)*)")
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s\"<>]+")
_ESCAPE = re.compile(r"\\([{}|\\])")
# How a fault shows what to write; braces would be fields of the message.
_BRACE, _EXAMPLE = r"\{", "{着重:……}"


def read_markup(text: Text, findings: Findings) -> Text:
    """Take the markup out of a text; what is wrong in it is told, and the text then read without marks."""
    reading = _Reading(text, findings)
    reading.run()
    return reading.result()


class _Open:
    """Markup that is not closed yet: its brace in the source, its start in the value, its place among the marks."""

    __slots__ = ("brace", "kind", "note", "slot", "start", "written")

    def __init__(self, kind: Markup | None, written: str, brace: int, start: int, slot: int) -> None:
        self.kind, self.written, self.brace, self.start, self.slot = kind, written, brace, start, slot
        self.note: str | None = None


class _Reading:
    """One reading of a text: what is read, how far, and what is open."""

    __slots__ = ("_at", "_cuts", "_findings", "_ink", "_length", "_marks", "_open", "_out", "_sound", "_text")

    def __init__(self, text: Text, findings: Findings) -> None:
        self._text = text
        self._findings = findings
        self._at = 0
        self._out: list[str] = []
        self._length = 0
        # The length of the value up to its last character that is no blank.
        self._ink = 0
        self._cuts: list[tuple[int, int]] = []
        self._open: list[_Open] = []
        self._marks: list[Mark | None] = []
        self._sound = True

    def run(self) -> None:
        """Read to the end of the text."""
        value = self._text.value
        while token := _TOKEN.search(value, self._at):
            if token[0] == "|":
                self._bar(token.start())
                continue
            self._copy(token.start())
            if token["escaped"]:
                self._cut(token.start() + 1)
                self._copy(token.end())
            elif token[0] == "}":
                self._close()
            else:
                self._begin(token)
        self._copy(len(value))
        for each in self._open:
            self._tell("markup-open", each.brace, name=shown(each.written), example=_EXAMPLE, escape=_BRACE)

    def result(self) -> Text:
        """The text as read."""
        value = "".join(self._out)
        marks: list[Mark] = []
        if self._sound:
            for mark in self._marks:
                if mark:
                    marks.extend(_syllables(mark, value) if mark.kind == "ruby" else (mark,))
            marks.sort(key=lambda mark: (mark.start, -mark.end))
        return Text(value, self._text.span, tuple(marks), composed(self._text.cuts, self._cuts))

    def _copy(self, end: int) -> None:
        """Take the source up to ``end`` as it is."""
        taken = self._text.value[self._at : end]
        if taken:
            inked = len(taken.rstrip())
            self._ink = self._length + inked if inked else self._ink
            self._out.append(taken)
            self._length += len(taken)
            self._at = end

    def _cut(self, end: int) -> None:
        """Leave the source up to ``end`` out."""
        self._at = end
        self._cuts.append((self._length, end - self._length))

    def _begin(self, token: re.Match[str]) -> None:
        if token["name"] is None:
            self._tell("markup-brace", token.start(), example=_EXAMPLE, escape=_BRACE)
            self._copy(token.end())
            return
        written = token["name"].strip()
        kind = NAMES.get(written)
        if kind is None:
            self._unknown(written, token.start())
        outer = next(
            (
                each
                for each in self._open[:DEPTH]
                if kind and each.kind and kind.name in _BARRED.get(each.kind.name, ())
            ),
            None,
        )
        names = {each.kind.name for each in self._open[:DEPTH] if each.kind}
        if kind and not names >= _KAI_BOLD and names | {kind.name} >= _KAI_BOLD:
            self._findings.add("markup-kai-bold", self._text.place(token.start()), example="{黑:{粗:……}}")
        if outer:
            self._tell("markup-nested", token.start(), name=shown(written), outer=shown(outer.written))
        if len(self._open) == DEPTH:
            self._tell("markup-depth", token.start(), limit=DEPTH)
        self._cut(token.end())
        self._open.append(_Open(kind, written, token.start(), self._length, len(self._marks)))
        self._marks.append(None)

    def _bar(self, bar: int) -> None:
        """Read what follows a bar: the note of what is open, if anything is."""
        value = self._text.value
        found = _NOTE.match(value, bar)
        if found is None or not self._open or self._open[-1].note is not None:
            self._copy(bar + 1)
            return
        self._copy(self._at + len(value[self._at : bar].rstrip()))
        top = self._open[-1]
        if top.kind and top.kind.note == "none":
            self._tell("markup-note-surplus", bar, name=shown(top.written), escape=r"\|")
        character = value[found.end() : found.end() + 1]
        if character in {"{", "|"}:
            self._tell("markup-note-plain", found.end(), character=character, escape="\\" + character)
            # No more is said of a note that broke off.
            top.kind = None
        top.note = " ".join(_ESCAPE.sub(r"\1", found[1]).split())
        self._cut(found.end())

    def _close(self) -> None:
        if not self._open:
            self._copy(self._at + 1)
            return
        top = self._open.pop()
        self._cut(self._at + 1)
        kind = top.kind
        if self._ink <= top.start:
            self._tell("markup-empty", top.brace, name=shown(top.written), escape=_BRACE)
        elif kind and kind.note == "required" and not top.note:
            self._tell("markup-note-missing", top.brace, name=shown(top.written), example=kind.example)
        elif kind and kind.name == "link" and not _ADDRESS.fullmatch(top.note or ""):
            self._tell("markup-address", top.brace, address=shown(top.note or ""), example=kind.example)
        elif kind:
            self._marks[top.slot] = Mark(kind.name, top.start, self._length, top.note or "")

    def _unknown(self, name: str, brace: int) -> None:
        from difflib import get_close_matches

        near = [] if self._findings.full else get_close_matches(name.lower(), NAMES, 1, 0.5)
        if near:
            kind = NAMES[near[0]]
            names = {"near": kind.name, "alias": kind.aliases[0]}
            self._tell("markup-near", brace, name=shown(name), **names, escape=_BRACE)
        else:
            allowed = "、".join(f"{kind.name} {kind.aliases[0]}" for kind in KINDS)
            self._tell("markup-unknown", brace, name=shown(name), allowed=allowed, escape=_BRACE)

    def _tell(self, code: str, index: int, **values: object) -> None:
        self._sound = False
        self._findings.add(code, None if self._findings.full else self._text.place(index), **values)


def _syllables(mark: Mark, value: str) -> list[Mark]:
    """Part ruby into one mark for each Han, where it has as many syllables."""
    notes = mark.note.split()
    starts = [index for index in range(mark.start, mark.end) if _han(value[index])]
    if len(starts) != len(notes):
        return [mark]
    parts = []
    for start, note in zip(starts, notes, strict=True):
        # A variation selector belongs to the Han before it.
        end = start + 1
        while end < mark.end and _varies(value[end]):
            end += 1
        parts.append(Mark(mark.kind, start, end, note))
    return parts


def _han(character: str) -> bool:
    return (
        "\u3400" <= character <= "\u9fff"
        or "\uf900" <= character <= "\ufaff"
        or "\U00020000" <= character <= "\U0003ffff"
        or character in "〇々"
    )


def _varies(character: str) -> bool:
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"
