"""The page that both programs make: words, grid and places, written once as JSON for Typst.

Words come from ``content.yaml`` through ``xihu_pdf.content.load``. What a Typst user would settle by hand (how high the
headline block is, where the photographs hang, where a subhead is broken) is taken from our finished page, so that
Typst is spared the search for it. Typst breaks lines in its own way and its text may come out longer; then the
photographs are made lower by whole lines until it fits, as its user would do.
"""

import json
import os
from pathlib import Path

import lines
from typst_page import compiler

from xihu_pdf import check, load, open_stock
from xihu_pdf.content import Article
from xihu_pdf.fonts import ROLES
from xihu_pdf.frame import Document, GlyphRun, Picture
from xihu_pdf.layout.desk import ACCENTS
from xihu_pdf.layout.grid import EM_ASCENT, TABLOID

REPOSITORY = Path(__file__).resolve().parent.parent
WORK = REPOSITORY / "build" / "bench"
FONTS = REPOSITORY / "fonts"
FEW_FONTS = WORK / "fonts-used"
SUBHEAD_SIZE, LEAD_SIZE = 12.0, 10.35
MOST_CUT = 6


def prepare() -> Path:
    """Write ``page.json`` and the folder that holds only the faces used; give the path of the former."""
    source = load(REPOSITORY / "content.yaml")
    stock = open_stock(str(REPOSITORY), source.edition.fonts)
    proof = check(source, stock)
    article = source.edition.pages[0].articles[0]
    FEW_FONTS.mkdir(parents=True, exist_ok=True)
    for path in used_faces(stock, proof.document):
        link = FEW_FONTS / path.name
        link.unlink(missing_ok=True)
        link.symlink_to(path)
    page = {
        "title": source.edition.title.value,
        "folio": source.edition.pages[0].folio.value,
        "accent": [round(100 * ink, 3) for ink in ACCENTS[source.edition.accent][:4]],
        "kicker": article.kicker.value,
        "headline": article.headline.value,
        "lead": article.lead.value,
        "sections": sections(article, proof.document),
        "byline": article.byline.value,
        "photographs": photographs(article, proof.document, stock),
        "grid": {**grid(), "lead_line": lead_line(proof.document), "text_line": proof.reports[0].columns[0][0]},
    }
    return fitted(page)


def fitted(page: dict) -> Path:
    """Write the page with photographs as high as Typst's text allows."""
    target, pdf = WORK / "page.json", WORK / "fit.pdf"
    for _ in range(MOST_CUT):
        target.write_text(json.dumps(page, ensure_ascii=False, indent=1), encoding="utf-8")
        compiler(str(FONTS)).compile(output=str(pdf), timestamp=0)
        lowest = max(letter.y for letter in lines.read_letters(str(pdf)))
        if lowest < TABLOID.baseline(TABLOID.lines - 1) + lines.TOLERANCE:
            return target
        page["grid"]["text_line"] -= 1
        for photograph in page["photographs"]:
            photograph["height"] -= TABLOID.pitch
    raise SystemExit("Typst's text does not fit the page")


def used_faces(stock, document: Document) -> list[Path]:
    """The font files that the page draws from."""
    keys = {item.face for page in document.pages for _, item in page.items if isinstance(item, GlyphRun)}
    roles = [role for role in ROLES if stock.chain(role).first.key in keys]
    return sorted({Path(os.path.realpath(stock.library.shelf(role).path)) for role in roles})


def grid() -> dict[str, float]:
    paper, left = TABLOID.paper, TABLOID.left
    cells = {name: getattr(TABLOID, name) for name in ("columns", "characters", "lines", "size", "pitch", "top")}
    return {"width": paper.width, "height": paper.height, "left": left, **cells}


def lead_line(document: Document) -> float:
    """The line of the grid on which the lead begins."""
    runs = (at.y for at, item in document.pages[0].items if isinstance(item, GlyphRun) and item.size == LEAD_SIZE)
    return round((min(runs) - EM_ASCENT * LEAD_SIZE - TABLOID.top) / TABLOID.pitch, 6)


def sections(article: Article, document: Document) -> list[dict]:
    """Sections with their subheads as broken on the finished page, as an editor would break them by hand."""
    items = (item for _, item in document.pages[0].items)
    rows = ("".join(item.texts) for item in items if isinstance(item, GlyphRun) and item.size == SUBHEAD_SIZE)
    found = []
    for section in article.sections:
        parts = []
        while "".join(parts) != section.subhead.value:
            parts.append(next(rows))
        found.append({"subhead": parts, "paragraphs": [text.value for text in section.paragraphs]})
    return found


def photographs(article: Article, document: Document, stock) -> list[dict]:
    """File, words and box (points from the corner of the type area) of every photograph."""
    boxes = {item.photograph: (at, item.size) for at, item in document.pages[0].items if isinstance(item, Picture)}
    found = []
    for each in article.photographs:
        at, size = boxes[stock.photograph(each.file).key]
        place = {"x": at.x - TABLOID.left, "y": at.y - TABLOID.top, "width": size.width, "height": size.height}
        found.append({"file": f"/{each.file}", "caption": each.caption.value, **place})
    return found


if __name__ == "__main__":
    print(prepare())
