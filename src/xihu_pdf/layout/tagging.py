"""What each item of a page is in the text: headline, paragraph, figure, or an artifact (ISO 32000-1, 14.8)."""

from collections.abc import Iterable
from typing import NamedTuple

from xihu_pdf.content import Article, Panel, Photograph
from xihu_pdf.errors import Span
from xihu_pdf.frame import ARTIFACT, GlyphRun, Link, Picture, Placed, Tag
from xihu_pdf.geometry import Point

__all__ = ["HEADING", "Element", "Tagged", "alternative", "shifted"]

# Headings have no gap in their levels (ISO 14289-1, 7.4.2): without a headline the subheads come first.
_KINDS = {"headline": "H1", "subhead": "H2"}
_KINDS_WITHOUT_HEADLINE = {"subhead": "H1"}
# The kind of a heading whose level follows from what stands above it.
HEADING = "H"
# What holds the paragraphs of a section by its form, and what of it holds each of them.
_FORMS = {"list": ("L", ("LI", "LBody")), "quote": ("BlockQuote", ("P",))}


class Element(NamedTuple):
    """A part of the text that is ready to be placed: its kind (see ``Tag``), its items and the elements in it.

    ``kind`` is ``HEADING`` where the level follows from what stands above, or empty for what is an artifact.
    """

    kind: str
    items: tuple[Placed, ...] = ()
    children: "tuple[Element, ...]" = ()
    alternative: str = ""
    span: Span | None = None
    attributes: tuple[tuple[str, str | int], ...] = ()


def shifted(element: Element, along: float, down: float) -> Element:
    """The element so many points further right and down."""
    items = tuple(Placed(Point(at.x + along, at.y + down), item) for at, item in element.items)
    children = tuple(shifted(child, along, down) for child in element.children)
    return element._replace(items=items, children=children)


class Tagged:
    """The items of an article in reading order, each with the number of its tag in ``tags``, the document's.

    Without an article they are those of the nameplate or the imprint.
    """

    __slots__ = ("_article", "_form", "_kinds", "_tags", "items")

    def __init__(self, tags: list[Tag], article: Article | Panel | None) -> None:
        self.items: list[tuple[Placed, int]] = []
        self._tags = tags
        headed = isinstance(article, Article) and article.headline
        self._kinds = _KINDS if headed else _KINDS_WITHOUT_HEADLINE
        self._form = ("plain", 0)
        if not tags:
            tags.append(Tag("Document", -1))
        self._article = self._tag(Tag("Art", 0, span=article.span) if article else Tag("Sect", 0))

    def add(self, style: str, placed: Iterable[Placed], span: Span | None = None, form: str = "plain") -> None:
        """Add an element set in a style, from a place of the content; what it draws beside letters is an artifact.

        Neighbours of one ``form`` other than plain, the list or the quotation, stand in one element.
        """
        above = self._article
        kinds: tuple[str, ...] = (self._kinds.get(style, "P"),)
        if form in _FORMS:
            whole, kinds = _FORMS[form]
            if self._form[0] != form:
                self._form = form, self._tag(Tag(whole, self._article, span=span))
            above = self._form[1]
        else:
            self._form = (form, 0)
        for kind in kinds:
            above = self._tag(Tag(kind, above, span=span))
        self._extend(placed, above)

    def add_figure(self, placed: tuple[Placed, ...], alternative: str, span: Span | None = None) -> None:
        """Add a photograph, and what follows it as its caption."""
        figure = self._tag(Tag("Figure", self._article, alternative, span))
        self._extend(placed[:1], figure)
        if placed[1:]:
            self._extend(placed[1:], self._tag(Tag("Caption", figure, span=span)))

    def add_element(self, element: Element, above: int | None = None) -> None:
        """Add an element with all that is in it, under the tag ``above``, else as one of the article's own."""
        self._form = ("plain", 0)
        if not element.kind:
            self.items.extend((each, ARTIFACT) for each in element.items)
            return
        parent = self._article if above is None else above
        kind = self._kinds["subhead"] if element.kind == HEADING else element.kind
        number = self._tag(Tag(kind, parent, element.alternative, element.span, element.attributes))
        if kind == "Figure":
            self.items.extend((each, number) for each in element.items)
        else:
            self._extend(element.items, number)
        for child in element.children:
            self.add_element(child, number)

    def _tag(self, tag: Tag) -> int:
        self._tags.append(tag)
        return len(self._tags) - 1

    def _extend(self, placed: Iterable[Placed], number: int) -> None:
        rubies: dict[int, tuple[int, int]] = {}
        for each in placed:
            item = each.item
            if isinstance(item, GlyphRun) and item.ruby:
                if item.ruby not in rubies:
                    rubies[item.ruby] = self._ruby(number)
                self.items.append((each, rubies[item.ruby][item.is_reading]))
            else:
                self.items.append((each, number if isinstance(item, GlyphRun | Picture | Link) else ARTIFACT))

    def _ruby(self, above: int) -> tuple[int, int]:
        """The words of a reading and the reading, as elements of their own (ISO 32000-1, 14.8.4.4.3)."""
        span = self._tags[above].span
        ruby = self._tag(Tag("Ruby", above, span=span))
        return self._tag(Tag("RB", ruby, span=span)), self._tag(Tag("RT", ruby, span=span))


def alternative(told: Photograph, article: Article) -> str:
    """The words that stand for a photograph: its caption, or the headline over it."""
    for text in (told.caption, article.headline):
        if text is not None:
            return text.value.replace("\n", " ")
    return "图片"
