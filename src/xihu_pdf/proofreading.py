"""The text proof 文字清样: every word of an edition, page by page, each piece at its line of the content file.

It walks the model and names none of its parts but the photograph, so that whatever has copy is in it.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from xihu_pdf.content import KEYS, Edition, Photograph, Text
from xihu_pdf.frame import Document, GlyphRun

__all__ = ["text_proof"]

_SAYS = {
    "head": {
        "zh": "文字清样　共 {pages} 版、{articles} 篇、{count} 字。每行前面的数是它在稿件文件里的行号。",
        "en": "Text proof: {pages} page(s), {articles} article(s), {count} characters. Before each piece its line.",
    },
    "edition": {"zh": "整期", "en": "edition"},
    "page": {"zh": "第 {folio} 版", "en": "page {folio}"},
    "article": {"zh": "{number}  {title}（{count} 字）", "en": "{number}  {title} ({count} characters)"},
    "also": {"zh": "另印", "en": "also"},
    "photograph": {"zh": "图片", "en": "photograph"},
}


class _Piece(NamedTuple):
    """A piece of copy: its line of the content file, 0 where it has none, what it is, and its words."""

    line: int
    label: str
    words: str
    characters: int


class _Part(NamedTuple):
    """An edition, a page or an article: its title and its pieces."""

    title: str
    pieces: list[_Piece]


def text_proof(edition: Edition, document: Document, language: str = "zh") -> str:
    """Write the proof of an edition that was made up, its labels in ``zh`` or ``en``; the words stand as printed.

    What a page has beside the copy (folios, dates and weekdays that were worked out) is told with it.
    """
    parts = list(_parts(edition, document, language))
    told = {
        "pages": len(document.pages),
        "articles": sum(len(page.articles) for page in edition.pages),
        "count": sum(piece.characters for part in parts for piece in part.pieces),
    }
    lines = [_SAYS["head"][language].format(**told)]
    for title, pieces in parts:
        lines += ["", f"—— {title}", *(f"{each.line or '':>5}  {each.label}　{each.words}" for each in pieces)]
    return "\n".join(lines) + "\n"


def _parts(edition: Edition, document: Document, language: str) -> Iterator[_Part]:
    whole = list(_pieces(edition._replace(pages=()), language))
    if whole:
        yield _Part(_SAYS["edition"][language], whole)
    articles = 0
    for number, page in enumerate(edition.pages):
        own = list(_pieces(page._replace(articles=()), language))
        known = {piece.words for piece in (*whole, *own)}
        own += _also(document, number, known, language)
        folio = page.folio.value if page.folio else str(number + 1)
        yield _Part(_SAYS["page"][language].format(folio=folio), own)
        for article in page.articles:
            articles += 1
            pieces = list(_pieces(article, language))
            title = _printed(article.headline) if article.headline else pieces[0].words[:20] if pieces else "—"
            told = {"number": articles, "title": title, "count": sum(piece.characters for piece in pieces)}
            yield _Part(_SAYS["article"][language].format(**told), pieces)
    # A bulletin may go on on pages that the content does not count.
    for number in range(len(edition.pages), len(document.pages)):
        folio = document.pages[number].folio or str(number + 1)
        beside = _also(document, number, {piece.words for piece in whole}, language)
        yield _Part(_SAYS["page"][language].format(folio=folio), beside)


def _also(document: Document, number: int, known: set[str], language: str) -> list[_Piece]:
    """What a page has beside the copy, and what of the copy is not known to stand before it."""
    told = (each for each in _others(document, range(number, number + 1)) if each not in known)
    return [_Piece(0, _SAYS["also"][language], each, 0) for each in told]


def _pieces(node: Any, language: str) -> Iterator[_Piece]:  # noqa: ANN401 - any part of the model
    """The copy of a part of the model, depth first, in the order of its fields."""
    if isinstance(node, Photograph):
        yield _Piece(node.span.line if node.span else 0, _SAYS["photograph"][language], node.file, 0)
    for field in node._fields:
        yield from _of(getattr(node, field), _label(node, field, language), language)


def _of(value: Any, label: str, language: str) -> Iterator[_Piece]:  # noqa: ANN401 - any value of the model
    if isinstance(value, Text):
        noted = "".join(f"〔{value.value[mark.start : mark.end]}：{mark.note}〕" for mark in value.marks if mark.note)
        count = sum(not each.isspace() for each in value.value)
        yield _Piece(value.span.line if value.span else 0, label, _printed(value) + noted, count)
    elif hasattr(value, "_fields"):
        yield from _pieces(value, language)
    elif isinstance(value, tuple):
        for each in value:
            yield from _of(each, label, language)


def _label(node: Any, field: str, language: str) -> str:  # noqa: ANN401 - any part of the model
    """What the key of a field is called by who writes content."""
    name = field.replace("_", "-")
    known = (key for key in KEYS.get(type(node).__name__.lower(), ()) if key.name == name)
    return next((key.aliases[0] if language == "zh" else key.name for key in known), name)


def _printed(text: Text) -> str:
    return text.value.replace("\n", " ／ ")


def _others(document: Document, pages: range) -> list[str]:
    """What is printed on these pages outside their articles, a piece of type each."""
    pieces: dict[tuple[int, int, float], str] = {}
    last = 0.0
    for number in pages:
        page = document.pages[number]
        for (at, item), tag in zip(page.items, page.tags, strict=False):
            if not isinstance(item, GlyphRun) or _in_article(document, tag):
                continue
            # What has a tag goes on in its next line; of an artifact a line is all there is.
            key = (number, tag, 0.0 if tag >= 0 else round(at.y, 1))
            words, gap = "".join(item.texts), " " if round(at.y, 1) == last else ""
            pieces[key] = f"{pieces[key]}{gap}{words}" if key in pieces else words
            last = round(at.y, 1)
    return list(pieces.values())


def _in_article(document: Document, tag: int) -> bool:
    while tag >= 0 and document.tags[tag].kind != "Art":
        tag = document.tags[tag].parent
    return tag >= 0
