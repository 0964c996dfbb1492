"""What renderers of others make of the files: they agree on the look, the ink stays within its limit, text is read.

PDFium is always there; MuPDF, poppler and Ghostscript are asked where the machine has them.
"""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from pages import bare, readers, with_article
from xihu_pdf.build import make
from xihu_pdf.content import parse
from xihu_pdf.press import ORDERS
from xihu_pdf.report import examine, report_page
from xihu_pdf.stock import open_stock

PPI = 72
# After a blur, which takes away how edges are smoothed: on the mean, and at the worst place, of 255. Renderers smooth
# letters, and turn inks to light, each in its own way; MuPDF as Debian has it knows no profiles.
MEAN, WORST = 7.0, 80
MARKED = (
    "{着重:不许}{专名:西湖镇}{书名:史记}{注音:西湖|xī hú}{夹注:今属重庆}{注号:1}{粗:水}{楷:水}{黑:水}"
    "{色:水}m{上标:2}CO{下标:2}{链接:水乡网|https://example.org}{西文:“A”}"
)
RENDERERS = {
    "poppler": ("pdftoppm", ["-r", str(PPI), "-png", "-singlefile", "{pdf}", "{stem}"]),
    "mupdf": ("mutool", ["draw", "-q", "-r", str(PPI), "-o", "{stem}.png", "{pdf}", "1"]),
    "ghostscript": (
        "gs",
        [
            *("-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=png16m", "-dTextAlphaBits=4", "-dGraphicsAlphaBits=4"),
            *(f"-r{PPI}", "-dLastPage=1", "-sOutputFile={stem}.png", "{pdf}"),
        ],
    ),
}


def marked(source, article, writing):
    """The page of the repository with every kind of markup in its first paragraph."""
    words = article.sections[0].paragraphs[0].value
    text = source.data.decode().replace(words[:12], words[:4] + MARKED + words[4:12]).encode()
    read = parse(text, "content.yaml")
    return with_article(read, read.edition.pages[0].articles[0], writing=writing)


@pytest.fixture(scope="module", params=["page", "horizontal", "vertical", "screen", "sheetfed", "report"])
def made(request, source, article) -> bytes:
    """The page of the repository, with all markup in both writings, for other orders, and the report of a check."""
    stock = open_stock(source.folder, source.edition.fonts)
    if request.param == "report":
        return report_page(examine(source, stock), stock, "content.yaml")
    if request.param in ORDERS:
        return make(source, stock, request.param).pdf
    changed = source if request.param == "page" else marked(source, article, request.param)
    proof = make(changed, open_stock(source.folder))
    assert proof.pdf is not None
    return proof.pdf


def run(command: str, arguments: list[str], pdf: bytes, folder: Path) -> Path:
    program = shutil.which(command)
    if program is None:
        pytest.skip(f"{command} is not there")
    (folder / "page.pdf").write_bytes(pdf)
    names = {"pdf": str(folder / "page.pdf"), "stem": str(folder / "out")}
    ended = subprocess.run(
        [program, *(each.format(**names) for each in arguments)], capture_output=True, text=True, check=True
    )
    assert ended.stderr.replace("warning: ICC support is not available\n", "") == ""
    return folder


def softened(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    return image.convert("L").resize(size, Image.Resampling.BOX).filter(ImageFilter.GaussianBlur(3))


@pytest.mark.parametrize("name", RENDERERS)
def test_another_renderer_shows_the_page_that_pdfium_shows(made, name, tmp_path):
    command, arguments = RENDERERS[name]
    folder = run(command, arguments, made, tmp_path)
    with pypdfium2.PdfDocument(made) as file:
        first = file[0].render(scale=PPI / 72).to_pil()
    with Image.open(folder / "out.png") as opened:
        assert opened.size == pytest.approx(first.size, abs=1)
        difference = ImageChops.difference(softened(first, first.size), softened(opened, first.size))
    assert ImageStat.Stat(difference).mean[0] < MEAN
    assert difference.getextrema()[1] < WORST


def test_a_page_that_differs_is_seen(source):
    """The measure can fail: a page without its photographs, and one without a headline, are other pages."""
    document = make(source, open_stock(source.folder)).pdf
    with pypdfium2.PdfDocument(document) as file:
        first = file[0].render(scale=1).to_pil().convert("RGB")
    other = first.copy()
    other.paste((255, 255, 255), (0, 100, first.width, 200))
    difference = ImageChops.difference(softened(first, first.size), softened(other, first.size))
    assert difference.getextrema()[1] >= WORST


@pytest.mark.parametrize("name", ["press", "sheetfed"])
def test_ghostscript_finds_no_more_ink_than_the_order_takes(source, name, tmp_path):
    data = make(source, open_stock(source.folder, source.edition.fonts), name).pdf
    device = ["-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiff32nc", f"-r{PPI}", "-dUseTrimBox"]
    folder = run("gs", [*device, "-sOutputFile={stem}.tif", "{pdf}"], data, tmp_path)
    with Image.open(folder / "out.tif") as opened:
        cyan, magenta, yellow, black = opened.split()
        assert ImageStat.Stat(black).sum[0] > 0
        quarter = ImageChops.add(ImageChops.add(cyan, magenta, 2), ImageChops.add(yellow, black, 2), 2)
    counts = quarter.histogram()
    limit = ORDERS[name].ink_limit
    above = sum(counts[round((limit + 3) * 255 / 400) :])
    # Where the hairline of the header meets the end of the green rule.
    assert above <= 4
    assert sum(counts[round(0.8 * limit * 255 / 400) :]) > 100


@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
def test_two_readers_read_marked_copy_alike(source, article, writing):
    proof = make(marked(source, article, writing), open_stock(source.folder))
    words = article.sections[0].paragraphs[0].value
    first, second = (bare(text) for _, text in readers(proof.pdf))
    for told in ("不许西湖镇史记", "水乡网", bare(words[20:60])):
        assert told in first
        assert told in second
    assert sorted(first) == sorted(second)


@pytest.mark.parametrize("command", ["pdftotext", "mutool"])
def test_two_more_readers_read_the_copy(source, article, command, tmp_path):
    data = make(source, open_stock(source.folder)).pdf
    arguments = {
        "pdftotext": ["-raw", "{pdf}", "{stem}.txt"],
        "mutool": ["draw", "-q", "-F", "text", "-o", "{stem}.txt", "{pdf}"],
    }
    read = bare((run(command, arguments[command], data, tmp_path) / "out.txt").read_text("utf-8"))
    for section in article.sections:
        for text in section.paragraphs:
            assert bare(text.value) in read


def test_nothing_of_a_page_is_read_twice(source):
    """Ligatures, spelt out clusters and artifacts add no second copy."""
    proof = make(source, open_stock(source.folder))
    for _, text in readers(proof.pdf):
        assert bare(text).count("美丽乡村魅力西湖") == 1
    assert BytesIO(proof.pdf).read(5) == b"%PDF-"
