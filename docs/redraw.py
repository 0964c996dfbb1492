"""Write what the documents show of the program: the table of content keys, the page and the report of its check."""

from io import BytesIO
from pathlib import Path

from PIL import Image

from xihu_pdf import load, make
from xihu_pdf.content.handbook import handbook
from xihu_pdf.press import render_page
from xihu_pdf.report import examine, report_page
from xihu_pdf.stock import open_stock

WIDTH = 900
RESOLUTION = 150.0


def redraw(root: Path) -> None:
    """Write ``docs/content.md`` and the pictures of the checkout ``root``, whose page has no faults."""
    (root / "docs" / "content.md").write_text(handbook(), "utf-8")
    source = load(root / "content.yaml")
    pdf = make(source).pdf
    if pdf is None:
        raise SystemExit("content.yaml has faults: run xihu check")
    draw(pdf, root / "docs" / "images" / "page.png")
    stock = open_stock(source.folder)
    draw(report_page(examine(source, stock), stock, "content.yaml"), root / "docs" / "images" / "check.png")


def draw(pdf: bytes, path: Path) -> None:
    """Write the first page of a PDF as a small picture."""
    page = Image.open(BytesIO(render_page(pdf, 0, RESOLUTION))).convert("RGB")
    small = page.resize((WIDTH, round(page.height * WIDTH / page.width)), Image.Resampling.LANCZOS)
    small.quantize(256, Image.Quantize.MEDIANCUT, dither=Image.Dither.FLOYDSTEINBERG).save(path, optimize=True)


if __name__ == "__main__":
    redraw(Path(__file__).parents[1])
