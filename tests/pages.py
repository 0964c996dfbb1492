"""Pages made for tests from the content of the repository: its words, furnished and trimmed otherwise."""

import re
from io import BytesIO

import pypdf
import pypdfium2

from xihu_pdf.content import Photograph, Section, Text
from xihu_pdf.frame import GlyphRun

__all__ = ["bare", "copy_of", "of_length", "photographs", "readers", "runs", "with_article"]


def with_article(source, article, **changes):
    """The source with ``article``, changed, as the one of its one page."""
    page = source.edition.pages[0]._replace(articles=(article._replace(**changes),))
    return source._replace(edition=source.edition._replace(pages=(page,)))


def of_length(article, characters, *, subheads=True):
    """The article with its paragraphs repeated or trimmed to so many characters."""
    sections, left, at = [], characters, 0
    while left > 0:
        section = article.sections[at % len(article.sections)]
        paragraphs = []
        for text in section.paragraphs:
            if left > 0:
                paragraphs.append(Text(text.value[:left]))
                left -= len(paragraphs[-1].value)
        sections.append(Section(section.subhead if subheads else None, tuple(paragraphs)))
        at += 1
    return article._replace(sections=tuple(sections))


def photographs(count):
    """So many photographs of the album (see conftest), with captions."""
    return tuple(Photograph(f"{name}.jpg", Text("图为西湖镇乡村新貌")) for name in "abcd"[:count])


def bare(text):
    """The text without its blanks and line feeds."""
    return re.sub(r"\s", "", text)


def copy_of(page):
    """All words of a page of content in reading order, and the captions and credits apart."""
    article = page.articles[0]
    words = [page.folio, page.section, article.kicker, article.headline, article.deck, article.lead]
    for section in article.sections:
        words += [section.subhead, *section.paragraphs]
    words.append(article.byline)
    captions = [text for each in article.photographs for text in (each.caption, each.credit)]
    return "".join(text.value for text in words if text), [text.value for text in captions if text]


def readers(pdf):
    """What two readers of PDF make of the first page."""
    yield "pdfium", pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range()
    yield "pypdf", pypdf.PdfReader(BytesIO(pdf)).pages[0].extract_text()


def runs(page, face="", size=0.0):
    """The glyph runs of a page, of a face and size if they are given, with their places."""
    found = [(at, item) for at, item in page.items if isinstance(item, GlyphRun)]
    return [(at, run) for at, run in found if run.face.startswith(face) and (not size or run.size == size)]
