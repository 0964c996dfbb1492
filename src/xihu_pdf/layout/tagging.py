"""What each item of a page is in the text: headline, paragraph, figure, or an artifact (ISO 32000-1, 14.8)."""

from collections.abc import Iterable

from xihu_pdf.content import Article, Photograph
from xihu_pdf.frame import ARTIFACT, GlyphRun, Picture, Placed, Tag

__all__ = ["Tagged", "alternative"]

# Headings have no gap in their levels (ISO 14289-1, 7.4.2): without a headline the subheads come first.
_KINDS = {"headline": "H1", "subhead": "H2"}
_KINDS_WITHOUT_HEADLINE = {"subhead": "H1"}


class Tagged:
    """The items of an article in reading order, each with the number of its tag in ``tags``, the document's.

    Without an article they are those of the nameplate or the imprint.
    """

    __slots__ = ("_article", "_kinds", "_tags", "items")

    def __init__(self, tags: list[Tag], article: Article | None) -> None:
        self.items: list[tuple[Placed, int]] = []
        self._tags = tags
        self._kinds = _KINDS if article and article.headline else _KINDS_WITHOUT_HEADLINE
        if not tags:
            tags.append(Tag("Document", -1))
        self._article = self._tag("Art" if article else "Sect", 0)

    def add(self, style: str, placed: Iterable[Placed]) -> None:
        """Add an element set in a style; what is drawn in it beside its letters is an artifact."""
        self._extend(placed, self._tag(self._kinds.get(style, "P"), self._article))

    def add_figure(self, placed: tuple[Placed, ...], alternative: str) -> None:
        """Add a photograph, and what follows it as its caption."""
        figure = self._tag("Figure", self._article, alternative)
        self._extend(placed[:1], figure)
        if placed[1:]:
            self._extend(placed[1:], self._tag("Caption", figure))

    def _tag(self, kind: str, parent: int, alternative: str = "") -> int:
        self._tags.append(Tag(kind, parent, alternative))
        return len(self._tags) - 1

    def _extend(self, placed: Iterable[Placed], number: int) -> None:
        for each in placed:
            self.items.append((each, number if isinstance(each.item, GlyphRun | Picture) else ARTIFACT))


def alternative(told: Photograph, article: Article) -> str:
    """The words that stand for a photograph: its caption, or the headline over it."""
    for text in (told.caption, article.headline):
        if text is not None:
            return text.value.replace("\n", " ")
    return "图片"
