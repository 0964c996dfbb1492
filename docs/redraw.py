"""Write what the documents show of the program: the table of content keys and the picture of the page."""

from io import BytesIO
from pathlib import Path

from PIL import Image

from xihu_pdf import load, make
from xihu_pdf.content.handbook import handbook
from xihu_pdf.press import render_page

WIDTH = 900
RESOLUTION = 150.0


def redraw(root: Path) -> None:
    """Write ``docs/content.md`` and ``docs/images/page.png`` of the checkout ``root``, whose page has no faults."""
    (root / "docs" / "content.md").write_text(handbook(), "utf-8")
    pdf = make(load(root / "content.yaml")).pdf
    if pdf is None:
        raise SystemExit("content.yaml has faults: run xihu check")
    page = Image.open(BytesIO(render_page(pdf, 0, RESOLUTION))).convert("RGB")
    small = page.resize((WIDTH, round(page.height * WIDTH / page.width)), Image.Resampling.LANCZOS)
    small.quantize(256, Image.Quantize.MEDIANCUT, dither=Image.Dither.FLOYDSTEINBERG).save(
        root / "docs" / "images" / "page.png", optimize=True
    )


if __name__ == "__main__":
    redraw(Path(__file__).parents[1])
