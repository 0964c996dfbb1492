"""The words of an edition and their order; every word of copy carries the place it was written at."""

from typing import NamedTuple

from xihu_pdf.errors import Diagnostic, Span

__all__ = [
    "Article",
    "Code",
    "Edition",
    "FontFile",
    "Mark",
    "Masthead",
    "Page",
    "Panel",
    "Photograph",
    "Place",
    "ProfileFile",
    "Section",
    "Settings",
    "Source",
    "Table",
    "Text",
    "Waiver",
]


class Mark(NamedTuple):
    """A stretch of a text that is marked up: the characters from ``start`` up to ``end`` of its value.

    ``kind`` is a name of the table of markup (``dots``, ``ruby`` …). ``note`` is the reading of ``ruby``, one mark for
    each Han where there are as many syllables as Han, else one for the stretch; and the address of ``link``.
    """

    kind: str
    start: int
    end: int
    note: str = ""


class Text(NamedTuple):
    """A piece of copy as printed, markup taken out; a line feed stands only where a heading is to break.

    ``span`` is the place where its source begins. ``marks`` are sorted by their start, outer before inner. ``cuts``
    keep places true: from the character ``cut[0]`` of the value on, ``cut[1]`` characters of the source in all are left
    out.
    """

    value: str
    span: Span | None = None
    marks: tuple[Mark, ...] = ()
    cuts: tuple[tuple[int, int], ...] = ()

    def place(self, index: int) -> Span | None:
        """Find the place of the character at ``index``; exact where the text, or each line of a heading, has one line.

        >>> Text("水乡", Span("a.yaml", 3, 7), (), ((1, 4),)).place(1).column
        12
        """
        if self.span is None:
            return None
        start = self.value.rfind("\n", 0, index) + 1
        column = self.span.column + index - start + self._taken(index) - self._taken(start - 1)
        return self.span._replace(line=self.span.line + self.value.count("\n", 0, index), column=column)

    def part(self, start: int, end: int) -> "Text":
        """The characters from ``start`` up to ``end``, with their own place and the marks over them cut to them."""
        marks = tuple(
            mark._replace(start=max(mark.start, start) - start, end=min(mark.end, end) - start)
            for mark in self.marks
            if mark.start < end and mark.end > start
        )
        before = self._taken(start)
        cuts = tuple((index - start, taken - before) for index, taken in self.cuts if start < index < end)
        return Text(self.value[start:end], self.place(start), marks, cuts)

    def _taken(self, index: int) -> int:
        """How many characters of the source are left out up to the character at ``index``."""
        if not self.cuts:
            return 0
        # Most pages have no text with cuts.
        from bisect import bisect_right

        found = bisect_right(self.cuts, index, key=lambda cut: cut[0])
        return self.cuts[found - 1][1] if found else 0


class Photograph(NamedTuple):
    """A photograph 图片 and its words.

    ``file`` is relative to the content folder, with forward slashes; ``columns`` is the wished width in text columns;
    ``safe`` gives left, top, right and bottom, as fractions of the upright photograph, of the part no crop may touch;
    ``looks`` is ``left`` or ``right`` where people or vehicles in it face that way.
    """

    file: str
    caption: Text | None = None
    credit: Text | None = None
    columns: int | None = None
    safe: tuple[float, float, float, float] | None = None
    looks: str = ""
    span: Span | None = None


class Code(NamedTuple):
    """A QR code 二维码 and what it is for."""

    address: Text
    caption: Text | None = None
    span: Span | None = None


class Table(NamedTuple):
    """A table 表: heads of its columns, if it has any, and its rows of cells.

    ``align`` is ``left``, ``center`` or ``right`` for each column, or empty where the content decides.
    """

    heads: tuple[Text, ...] = ()
    rows: tuple[tuple[Text, ...], ...] = ()
    align: tuple[str, ...] = ()
    span: Span | None = None


class Section(NamedTuple):
    """A part of an article 小节 under its subhead, if it has one.

    ``form`` is ``plain``, ``quote`` 引文 or ``list`` 条目; ``names`` 名单 follow the paragraphs and are spread evenly.
    ``poem`` 诗 has the lines of each stanza; ``pull`` is a pull quote 引语.
    """

    subhead: Text | None = None
    paragraphs: tuple[Text, ...] = ()
    form: str = "plain"
    names: tuple[Text, ...] = ()
    poem: tuple[tuple[Text, ...], ...] = ()
    pull: Text | None = None


class Panel(NamedTuple):
    """A piece that stands apart in a box 框件: fact box, table, poem, notice or advertisement, by where it is written.

    ``artwork`` is a picture file that is placed as it is, ``alternative`` what it says; ``border`` is the wished frame,
    ``columns`` and ``lines`` the wished size; the other fields are set from top to bottom in this order.
    """

    heading: Text | None = None
    author: Text | None = None
    paragraphs: tuple[Text, ...] = ()
    form: str = "plain"
    names: tuple[Text, ...] = ()
    table: Table | None = None
    poem: tuple[tuple[Text, ...], ...] = ()
    artwork: str = ""
    alternative: Text | None = None
    signature: Text | None = None
    date: Text | None = None
    code: Code | None = None
    border: str = ""
    columns: int | None = None
    lines: int | None = None
    span: Span | None = None


class Place(NamedTuple):
    """The place of an article on its page, by hand: its first and last column and line, counted from 1."""

    columns: tuple[int, int] | None = None
    lines: tuple[int, int] | None = None
    span: Span | None = None


class Article(NamedTuple):
    """An article 稿件.

    ``importance`` weighs it against the others of its page, greater is weightier; ``writing`` is ``horizontal`` or
    ``vertical``. ``place`` is where it is put by hand, ``slot`` the slot of the page's template; ``columns`` are those
    that it takes and those that are set in their width 破栏; ``jump`` is the folio of the page that continues it.
    ``form`` 题式 is where the headline stands, ``ground`` 题底 what lies under it and ``border`` 花边 the frame around
    the article, each a name of the tables in ``kinds`` or empty where nothing is asked, as is ``ornament`` 题花.
    """

    kicker: Text | None = None
    headline: Text | None = None
    deck: Text | None = None
    summary: tuple[Text, ...] = ()
    lead: Text | None = None
    sections: tuple[Section, ...] = ()
    photographs: tuple[Photograph, ...] = ()
    byline: Text | None = None
    boxes: tuple[Panel, ...] = ()
    code: Code | None = None
    importance: int = 0
    writing: str = "horizontal"
    place: Place | None = None
    slot: str = ""
    columns: tuple[int, int] | None = None
    jump: Text | None = None
    jumphead: Text | None = None
    form: str = ""
    ground: str = "none"
    ornament: str = ""
    border: str = ""
    span: Span | None = None


class Masthead(NamedTuple):
    """A masthead 报头: what a paper says of itself in words as printed; ``artwork`` is a picture file for its name.

    ``weekday``, ``lunar`` and ``page_count`` are computed; what is written there is only compared.
    """

    name: Text | None = None
    artwork: str | None = None
    authority: Text | None = None
    sponsor: Text | None = None
    publisher: Text | None = None
    number: int | None = None
    total: int | None = None
    cn: Text | None = None
    permit: Text | None = None
    mail_code: Text | None = None
    distribution: Text | None = None
    price: Text | None = None
    address: Text | None = None
    contact: Text | None = None
    website: Text | None = None
    printer: Text | None = None
    print_run: int | None = None
    recipients: Text | None = None
    editors: Text | None = None
    contents: tuple[Text, ...] = ()
    ear: tuple[Text, ...] = ()
    secrecy: Text | None = None
    report_to: Text | None = None
    send_to: Text | None = None
    issue_to: Text | None = None
    weekday: Text | None = None
    lunar: Text | None = None
    page_count: int | None = None
    code: Code | None = None
    span: Span | None = None


class Waiver(NamedTuple):
    """A finding of the design check that the editor accepts on a page 认可: its code, and the reason."""

    finding: str
    reason: str
    span: Span | None = None


class Page(NamedTuple):
    """A page 版: folio 版码, name of its section 版名, editors' line, its articles, notices and advertisements.

    ``template`` is the name of its skeleton, ``plan`` the cuts that it keeps, ``accept`` the findings that it accepts.
    """

    folio: Text | None = None
    section: Text | None = None
    editors: Text | None = None
    articles: tuple[Article, ...] = ()
    notices: tuple[Panel, ...] = ()
    advertisements: tuple[Panel, ...] = ()
    template: str = ""
    plan: Text | None = None
    accept: tuple[Waiver, ...] = ()
    span: Span | None = None


class ProfileFile(NamedTuple):
    """The ICC profile of a press house for an order (``press``, ``sheetfed`` or ``archive``), in the content folder."""

    order: str
    file: str
    span: Span | None = None


class FontFile(NamedTuple):
    """A font file for a role (``song``, ``hei-bold`` …); ``file#2`` names a face of a collection."""

    role: str
    file: str
    span: Span | None = None


class Settings(NamedTuple):
    """How the copy of one style is composed; ``None`` leaves a setting as it is in the house.

    ``style`` is ``body``, ``lead``, ``kicker``, ``headline``, ``deck``, ``subhead``, ``byline``, ``caption`` or
    ``credit``; ``size`` in points; ``prohibition`` 避头尾 is ``none``, ``basic``, ``gb`` or ``strict``; ``marks`` 标点
    ``full``, ``kaiming``, ``line-end``, ``half`` or ``plain``; ``han_latin`` 中西间距 ``none``, ``eighth``, ``sixth``
    or ``quarter`` of an em; ``latin_size`` is a factor of the size; ``latin_shift`` in em, upward; ``indent`` in em.
    """

    style: str
    size: float | None = None
    prohibition: str | None = None
    marks: str | None = None
    hanging: bool | None = None
    han_latin: str | None = None
    hyphenation: bool | None = None
    latin_size: float | None = None
    latin_shift: float | None = None
    indent: float | None = None
    span: Span | None = None


class Edition(NamedTuple):
    """An edition 期.

    ``language`` is a BCP 47 tag, ``date`` ISO 8601 (``2023-01-31``) or empty, ``accent`` one of ``green``, ``red`` and
    ``blue``, ``spot`` the ink that prints it where it has a plate of its own; ``paper`` is the name of one, or its
    width and height in millimetres; ``kind`` 类型 is ``newspaper``, ``internal`` 内部资料, ``bulletin`` 简报, or empty
    for a paper that is none of them.
    """

    title: Text | None = None
    language: str = "zh-Hans"
    date: str = ""
    accent: str = "green"
    spot: str = ""
    paper: str | tuple[float, float] = "tabloid"
    fonts: tuple[FontFile, ...] = ()
    profiles: tuple[ProfileFile, ...] = ()
    styles: tuple[Settings, ...] = ()
    kind: str = ""
    masthead: Masthead | None = None
    pages: tuple[Page, ...] = ()


class Source(NamedTuple):
    """What a content file gave: its edition, as far as it could be read, beside everything found wrong in it.

    ``edition`` is ``None`` where nothing was usable; ``folder`` holds the files that it names; ``data`` is its bytes.
    """

    edition: Edition | None
    diagnostics: tuple[Diagnostic, ...]
    folder: str
    data: bytes
