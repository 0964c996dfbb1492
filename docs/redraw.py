"""Write what the documents show of the program: the table of content keys, the page, its check and the examples."""

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
# Pages of an example stand two in a row, so many pixels apart on this gray.
GAP, GRAY = 12, (200, 200, 200)


def redraw(root: Path) -> None:
    """Write ``docs/content.md`` and the pictures of ``docs/images`` of the checkout ``root``, whose contents are clean.

    ``page.png`` is that of its page, ``check.png`` the report on it; the others have the names of the folders of
    ``examples``.
    """
    (root / "docs" / "content.md").write_text(handbook(), "utf-8")
    _save(_pages(root / "content.yaml")[0], root / "docs" / "images" / "page.png")
    source = load(root / "content.yaml")
    stock = open_stock(source.folder)
    report = report_page(examine(source, stock), stock, "content.yaml")
    _save(_drawn(report, 0), root / "docs" / "images" / "check.png")
    for content in sorted(root.glob("examples/*/content.yaml")):
        _save(_side_by_side(_pages(content)), root / "docs" / "images" / f"{content.parent.name}.png")


def _pages(content: Path) -> list[Image.Image]:
    proof = make(load(content))
    if proof.pdf is None or proof.document is None:
        raise SystemExit(f"{content} has faults: run xihu check")
    return [_drawn(proof.pdf, number) for number in range(len(proof.document.pages))]


def _drawn(pdf: bytes, page: int) -> Image.Image:
    return Image.open(BytesIO(render_page(pdf, page, RESOLUTION))).convert("RGB")


def _side_by_side(pages: list[Image.Image]) -> Image.Image:
    if len(pages) == 1:
        return pages[0]
    width, height = pages[0].size
    rows = (len(pages) + 1) // 2
    gap = GAP * 2 * width // WIDTH
    whole = Image.new("RGB", (2 * width + 3 * gap, rows * (height + gap) + gap), GRAY)
    for number, page in enumerate(pages):
        row, column = divmod(number, 2)
        whole.paste(page, (gap + column * (width + gap), gap + row * (height + gap)))
    return whole


def _save(picture: Image.Image, path: Path) -> None:
    small = picture.resize((WIDTH, round(picture.height * WIDTH / picture.width)), Image.Resampling.LANCZOS)
    small.quantize(256, Image.Quantize.MEDIANCUT, dither=Image.Dither.FLOYDSTEINBERG).save(path, optimize=True)


if __name__ == "__main__":
    redraw(Path(__file__).parents[1])
