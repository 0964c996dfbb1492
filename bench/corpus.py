"""Texts to be set: the page copy of ``content.yaml``, and real texts that nobody here wrote, where they are at hand.

The latter lie in a folder ``shared/corpus/text`` beside or above the repository, and are never copied into it.
"""

import json
import re
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

from xihu_pdf import load

REPOSITORY = Path(__file__).resolve().parent.parent
# About the length of a paragraph of a report; sentences are joined until they reach it.
JOINED = 200
HAN = re.compile("[\u3400-\u9fff]")
# What an editor's paste drops of a line of Markdown, in this order.
_MARKUP: tuple[tuple[str, str], ...] = (
    (r"^\s*(?:(?:#+|[-*+>]|\d+\.)\s+)+", ""),
    (r"!?\[([^\]]*)\]\([^)]*\)", r"\1"),
    (r"`([^`]*)`", r"\1"),
    (r"(\*\*?)(.+?)\1", r"\2"),
    (r"^_(.+)_$", r"\1"),
)


class Texts(NamedTuple):
    """Paragraphs of one kind and their BCP 47 language."""

    name: str
    language: str
    paragraphs: tuple[str, ...]


def page_copy() -> Texts:
    """Every paragraph under a subhead of ``content.yaml``."""
    pages = load(REPOSITORY / "content.yaml").edition.pages
    sections = (section for page in pages for article in page.articles for section in article.sections)
    return Texts("page copy", "zh-Hans", tuple(text.value for section in sections for text in section.paragraphs))


def folder() -> Path | None:
    """The folder of the corpus, or none."""
    places = (parent / "shared" / "corpus" / "text" for parent in REPOSITORY.parents)
    return next((place for place in places if place.is_dir()), None)


def texts(place: Path) -> list[Texts]:
    """The left-to-right texts of the corpus."""
    return [
        Texts("cmrc2018, encyclopaedia", "zh-Hans", encyclopaedia(place)),
        Texts("Markdown, notices and statutes", "zh-Hans", tuple(pasted(place))),
        Texts("ud-hk-legco, proceedings", "zh-Hant", tuple(joined(place / "ud-hk-legco.tsv"))),
        Texts("ud-gsd-dev, Japanese", "ja", tuple(joined(place / "ud-gsd-dev.tsv"))),
    ]


def encyclopaedia(place: Path) -> tuple[str, ...]:
    found = json.loads((place / "cmrc2018-paragraphs.json").read_text(encoding="utf-8"))
    return tuple(each["text"] for each in found)


def right_to_left(place: Path) -> Texts:
    root = ET.parse(place / "udhr_uig_arab.xml").getroot()  # noqa: S314 - a file of our own corpus
    words = (each.text.strip() for each in root.iter() if each.tag.endswith(("title", "para")) and each.text)
    return Texts("udhr_uig, Uyghur", "ug", tuple(filter(None, words)))


def pasted(place: Path) -> list[str]:
    """Every line with Han of the Markdown files as plain text, without front matter and blocks of code."""
    found = []
    for path in sorted(place.glob("*.md")):
        text = path.read_text(encoding="utf-8")
        text = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
        text = re.sub(r"^```.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE)
        found.extend(plain(line) for line in text.splitlines() if HAN.search(line))
    return found


def plain(line: str) -> str:
    for pattern, kept in _MARKUP:
        line = re.sub(pattern, kept, line)
    return line.strip()


def joined(path: Path) -> list[str]:
    """The sentences of a table (number, sentence), joined to paragraphs."""
    found = [""]
    for row in path.read_text(encoding="utf-8").splitlines():
        if len(found[-1]) >= JOINED:
            found.append("")
        found[-1] += row.partition("\t")[2]
    return found


def sample(paragraphs: tuple[str, ...], length: int, sign: int, kept: Callable[[str], bool]) -> tuple[str, ...]:
    """``length`` characters of the paragraphs, over and over, without the characters that are not ``kept``.

    Every paragraph begins with another Han in every round and for every ``sign``, so that none is ever set twice.
    """
    clean = [text for text in ("".join(filter(kept, each)) for each in paragraphs) if text]
    found: list[str] = []
    for turn in count():
        for text in clean:
            found.append((mark(sign * 500 + turn) + text[1:])[:length])
            length -= len(found[-1])
            if not length:
                return tuple(found)
    raise AssertionError


def mark(number: int) -> str:
    """One of the Han of the first level of GB 2312, which every face has."""
    row, cell = divmod(number % 3700, 94)
    return bytes([0xB0 + row, 0xA1 + cell]).decode("gb2312")
