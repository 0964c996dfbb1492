"""The desk: every style of a page, and what was found wrong while its words were set."""

import re
from collections.abc import Mapping
from math import inf
from typing import Any

from xihu_pdf.content import Article, Edition, Settings, Text
from xihu_pdf.errors import Diagnostic, XihuError, fault
from xihu_pdf.frame import BLACK, HORIZONTAL, VERTICAL, Ink, Placed, Tag
from xihu_pdf.geometry import Point
from xihu_pdf.stock import Stock
from xihu_pdf.typeset import (
    LOOKALIKES,
    Compositor,
    Galley,
    Line,
    Measure,
    Missing,
    Rules,
    Style,
    pairs_of,
    region_of,
    set_display,
    set_names,
)

__all__ = ["ACCENTS", "Desk", "place_line", "rows_of"]

# The name of a paper counts as a word that its copy has so often.
_NAMED = 4

# The one accent of a page, at values that newsprint holds (at most 220 % ink).
ACCENTS: dict[str, Ink] = {
    "green": Ink(0.80, 0.30, 0.90, 0.20),
    "red": Ink(0.15, 1.00, 0.90, 0.10),
    "blue": Ink(1.00, 0.70, 0.10, 0.20),
}

# Style: role, size in points, whether in the accent. Sizes stand a factor of about 1.4 apart from rank to rank.
_STYLES: dict[str, tuple[str, float, bool]] = {
    "folio": ("hei-bold", 20.0, False),
    "section": ("song-bold", 12.0, False),
    "kicker": ("kai", 18.0, False),
    "headline": ("song-black", 66.0, False),
    "deck": ("song-bold", 15.0, False),
    "summary": ("kai", 10.5, False),
    "lead": ("song", 10.35, False),
    "drop-cap": ("song-black", 45.0, True),
    "subhead": ("hei-bold", 12.0, False),
    "body": ("song", 9.0, False),
    "quote": ("kai", 9.0, False),
    "byline": ("kai", 9.0, False),
    "caption": ("hei", 7.5, False),
    "credit": ("kai", 7.5, False),
    "verse": ("kai", 9.0, False),
    "pull": ("kai", 12.0, True),
    "box-heading": ("hei-bold", 10.5, True),
    "notice-heading": ("song-black", 17.0, False),
    "table": ("song", 9.0, False),
    "table-head": ("hei", 9.0, False),
    "signature": ("song", 9.0, False),
    "label": ("hei", 7.5, False),
    "nameplate": ("song-black", 84.0, True),
    "marks": ("hei-bold", 10.5, False),
    "bodies": ("kai", 10.5, False),
    "facts": ("hei", 8.5, False),
    "ear-title": ("hei-bold", 12.0, True),
    "ear": ("song", 9.0, False),
    "ear-page": ("hei-bold", 8.0, False),
    "running": ("hei", 8.0, False),
    "imprint": ("hei", 7.5, False),
    "red-name": ("song-black", 60.0, True),
    "red-line": ("kai", 14.0, False),
    "secrecy": ("hei-bold", 14.0, False),
    "contents-title": ("hei-bold", 14.0, True),
    "contents": ("kai", 14.0, False),
    "page-number": ("song", 12.0, False),
    "copies-label": ("hei-bold", 12.0, False),
    "copies": ("song", 12.0, False),
}
# Styles that are composed as another, which has its settings in the content.
_AS = {
    "quote": "body",
    "verse": "body",
    "table": "body",
    "table-head": "body",
    "signature": "body",
    "label": "body",
    "summary": "body",
    "pull": "body",
    "box-heading": "subhead",
    "notice-heading": "headline",
}


# The faces of marked stretches by the family that they stand in; Kai has no bold cut and borrows that of Song.
_MARKED = {
    family: {"bold": bold, "kai": "kai", "hei": "hei", "hei-bold": "hei-bold", "kai-bold": "song-bold"}
    for family, bold in (("song", "song-bold"), ("hei", "hei-bold"), ("kai", "song-bold"))
}
# What stands for an unprintable character, which was told when the copy was read.
_REPLACED = "\ufffd"
# A picture of several characters: joined ones, with a selector or a tone, or the two letters of a flag.
_CLUSTER = "(?s:[\U0001f1e6-\U0001f1ff]{2}|.)(?s:[\ufe00-\ufe0f\u20e3\U0001f3fb-\U0001f3ff]|\u200d.)*"


def rows_of(text: Text, rows: tuple[str, ...]) -> list[Text]:
    """The rows that a heading was broken into, each with its place and marks."""
    found, at = [], 0
    for row in rows:
        at = text.value.index(row, at)
        found.append(text.part(at, at + len(row)))
        at += len(row)
    return found


def place_line(line: Line, place: Point) -> list[Placed]:
    """Place a line that was set by where its baseline begins on the page."""
    return [Placed(Point(place.x + at.x, place.y + at.y), item) for at, item in line.items]


class Desk:
    """Sets words in the styles of a page and gathers what is wrong with them.

    ``cuts`` are those of articles that jump (see ``jumps``); ``tallest`` is the size in points that a headline of the
    page at hand may have: less than that of its nameplate; ``marked`` are the kinds of marks that its texts have.
    """

    __slots__ = (
        "_accent",
        "_compositors",
        "_desks",
        "_edition",
        "_language",
        "_settings",
        "_stock",
        "_vertical",
        "cuts",
        "faults",
        "marked",
        "tags",
        "tallest",
        "where",
    )

    def __init__(self, stock: Stock, edition: Edition, writing: str = HORIZONTAL) -> None:
        self._stock = stock
        self._edition = edition
        self._vertical = writing == VERTICAL
        self._desks = {writing: self}
        self._language = edition.language
        self._settings = {each.style: each for each in edition.styles}
        self._accent = ACCENTS[edition.accent]._replace(spot=edition.spot)
        self._compositors: dict[tuple[str, float], Compositor] = {}
        self.cuts: dict[Article, Any] = {}
        self.faults: list[Diagnostic] = []
        self.marked: set[str] = set()
        self.tags: list[Tag] = []
        self.tallest = inf
        self.where = ""

    @property
    def accent(self) -> Ink:
        """The accent ink of the page."""
        return self._accent

    def for_writing(self, writing: str) -> "Desk":
        """The desk of the same edition for horizontal or vertical lines; both have the same faults, tags and marks."""
        if writing not in self._desks:
            self._desks[writing] = Desk(self._stock, self._edition, writing)
            self._desks[writing].faults = self.faults
            self._desks[writing].tags = self.tags
            self._desks[writing].marked = self.marked
        self._desks[writing].where = self.where
        return self._desks[writing]

    def pairs(self, article: Article) -> Mapping[str, int]:
        """How often each two characters stand together in the article's text; the name of the paper is a word of it."""
        texts = [text.value for section in article.sections for text in section.paragraphs]
        masthead = self._edition.masthead
        return pairs_of(*texts, *([masthead.name.value] * _NAMED if masthead and masthead.name else ()))

    def settings(self, style: str) -> Settings:
        """What the edition asks of a style."""
        return self._settings.get(style) or Settings(style)

    def compositor(self, style: str, size: float = 0.0) -> Compositor:
        """The compositor of a style, at ``size`` points instead of the style's own where it is given."""
        role, own, coloured = _STYLES[style]
        followed = _AS.get(style, style)
        asked = self.settings(followed)
        # One that is as large as what it follows stays so.
        wished = asked.size if own == _STYLES[followed][1] else self.settings(style).size
        key = (style, size or wished or own)
        if key not in self._compositors:
            chain = self._stock.chain(role)
            if chain is None:
                raise XihuError((fault("fonts-none"),))
            ink = self._accent if coloured else BLACK
            others = {kind: self._stock.chain(each) for kind, each in _MARKED[role.partition("-")[0]].items()}
            latin = (asked.latin_size or 1.0, asked.latin_shift or 0.0)
            self._compositors[key] = Compositor(
                Style(
                    chain,
                    key[1],
                    ink,
                    self._language,
                    _rules(asked, self._language)._replace(vertical=self._vertical),
                    latin,
                    {kind: each for kind, each in others.items() if each},
                    self._accent,
                )
            )
        return self._compositors[key]

    def galley(self, style: str, text: Text, measure: Measure, size: float = 0.0) -> Galley:
        """Break a text of the copy; characters without a glyph become faults at their place."""
        galley = self.compositor(style, size).galley(text.value, measure, text.marks)
        self._tell(galley.missing, text)
        return galley

    def line(self, style: str, text: Text, room: float, size: float = 0.0, tracking: float = 0.0) -> Line:
        """Set a text of the copy as one line of its natural width; more than ``room`` points is a fault."""
        compositor = self.compositor(style, size)
        self._tell(compositor.units(text.value, marks=text.marks).missing, text)
        line = set_display(compositor, text.value, tracking, text.marks)
        if line.right > room + 0.01:
            self.faults.append(fault("text-wide", text.span, text=text.value, points=round(line.right - room, 1)))
        return line

    def names(self, style: str, names: tuple[Text, ...], room: float) -> tuple[Line, ...]:
        """Set a list of names, spread evenly over ``room`` points."""
        compositor = self.compositor(style)
        for name in names:
            self._tell(compositor.units(name.value, marks=name.marks).missing, name)
        lines = set_names(compositor, names, room / compositor.style.size)
        for line in lines:
            if line.right > room + 0.01:
                points = round(line.right - room, 1)
                self.faults.append(fault("text-wide", names[0].span, text=line.text, points=points))
        return lines

    def _tell(self, missing: tuple[Missing, ...], text: Text) -> None:
        self.marked.update([mark.kind for mark in text.marks])
        scripts: set[str] = set()
        end = 0
        for index, character, script in missing:
            is_told = character == _REPLACED or (index < end and character == text.value[index])
            if script in scripts or is_told:
                continue
            cluster = re.match(_CLUSTER, text.value[index:])
            end = index + (len(cluster[0]) if cluster else 0)
            scripts.update({script} if script else ())
            code, more = "glyph-missing", {}
            if script:
                code, more = "script-refused", {"script": script}
            elif character in LOOKALIKES:
                code, more = "glyph-lookalike", {"instead": LOOKALIKES[character]}
            values = {"character": character, "point": f"U+{ord(character):04X}", "article": self.where}
            found = fault(code, text.place(index), **values, **more)
            if found not in self.faults:
                self.faults.append(found)


def _rules(asked: Settings, language: str) -> Rules:
    """The rules of a style: those of the house where the edition asks for nothing."""
    house = Rules(region=region_of(language))
    named = ("prohibition", "marks", "han_latin", "hanging", "hyphenation")
    wishes = {name: getattr(asked, name) for name in named if getattr(asked, name) is not None}
    return house._replace(**wishes)
