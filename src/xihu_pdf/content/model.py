"""The words of an edition and their order; every word of copy carries the place it was written at."""

from typing import NamedTuple

from xihu_pdf.errors import Diagnostic, Span

__all__ = ["Article", "Edition", "FontFile", "Mark", "Page", "Photograph", "Section", "Source", "Text"]


class Mark(NamedTuple):
    """To come."""

    kind: str
    start: int
    end: int
    note: str = ""


class Text(NamedTuple):
    """A piece of copy and the place of its first character; a line feed stands only where a heading is to break."""

    value: str
    span: Span | None = None
    marks: tuple[Mark, ...] = ()


class Photograph(NamedTuple):
    """A photograph 图片 and its words.

    ``file`` is relative to the content folder, with forward slashes; ``columns`` is the wished width in text columns;
    ``safe`` gives left, top, right and bottom, as fractions of the upright photograph, of the part no crop may touch.
    """

    file: str
    caption: Text | None = None
    credit: Text | None = None
    columns: int | None = None
    safe: tuple[float, float, float, float] | None = None
    span: Span | None = None


class Section(NamedTuple):
    """A part of an article 小节 under its subhead, if it has one."""

    subhead: Text | None = None
    paragraphs: tuple[Text, ...] = ()


class Article(NamedTuple):
    """An article 稿件; ``importance`` weighs it against the others of its page, greater is weightier."""

    kicker: Text | None = None
    headline: Text | None = None
    deck: Text | None = None
    lead: Text | None = None
    sections: tuple[Section, ...] = ()
    photographs: tuple[Photograph, ...] = ()
    byline: Text | None = None
    importance: int = 0
    span: Span | None = None


class Page(NamedTuple):
    """A page 版: its folio 版码, the name of its section 版名 for the page header, and its articles."""

    folio: Text | None = None
    section: Text | None = None
    articles: tuple[Article, ...] = ()
    span: Span | None = None


class FontFile(NamedTuple):
    """A font file for a role (``song``, ``hei-bold`` …); ``file#2`` names a face of a collection."""

    role: str
    file: str
    span: Span | None = None


class Edition(NamedTuple):
    """An edition 期.

    ``language`` is a BCP 47 tag, ``date`` ISO 8601 (``2023-01-31``) or empty, ``accent`` one of ``green``, ``red`` and
    ``blue``.
    """

    title: Text | None = None
    language: str = "zh-Hans"
    date: str = ""
    accent: str = "green"
    fonts: tuple[FontFile, ...] = ()
    pages: tuple[Page, ...] = ()


class Source(NamedTuple):
    """What a content file gave: its edition, as far as it could be read, beside everything found wrong in it.

    ``edition`` is ``None`` where nothing was usable; ``folder`` holds the files that it names; ``data`` is its bytes.
    """

    edition: Edition | None
    diagnostics: tuple[Diagnostic, ...]
    folder: str
    data: bytes
