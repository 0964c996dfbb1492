"""Every example under every order: its standards kept, read alike by two readers, within the ink of its press."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from PIL import Image, ImageChops
from validators import broken

from pages import bare
from xihu_pdf.build import make, reprint
from xihu_pdf.content import load
from xihu_pdf.press import DEFAULT_ORDER, ORDERS
from xihu_pdf.stock import open_stock

EXAMPLES = sorted(Path(__file__).parents[2].glob("examples/*/content.yaml"))
GHOSTSCRIPT = shutil.which("gs")
# What rounding to a byte for each plate may add, in percent.
ROUNDED = 1


@pytest.fixture(scope="module", params=EXAMPLES, ids=lambda path: path.parent.name)
def files(request) -> dict[str, bytes]:
    """An example as a file of each order, its pages made up once."""
    source = load(request.param)
    stock = open_stock(source.folder, source.edition.fonts)
    proof = make(source, stock)
    others = [name for name in ORDERS if name != DEFAULT_ORDER]
    return {DEFAULT_ORDER: proof.pdf} | {name: reprint(source, stock, proof.document, name) for name in others}


@pytest.mark.parametrize("name", ORDERS)
def test_an_example_keeps_the_standards_of_every_order(files, name):
    assert broken(files[name], ORDERS[name].standards) == {}


def test_two_readers_read_every_page_alike(files):
    for data in files.values():
        with pypdfium2.PdfDocument(data) as file:
            for number, other in enumerate(pypdf.PdfReader(BytesIO(data)).pages):
                first = bare(file[number].get_textpage().get_text_range())
                assert first
                assert sorted(first) == sorted(bare(other.extract_text()))


@pytest.mark.skipif(GHOSTSCRIPT is None, reason="Ghostscript is not there")
@pytest.mark.parametrize("name", [name for name, order in ORDERS.items() if order.ink_limit])
def test_no_page_has_more_ink_inside_the_trim_than_its_press_takes(files, name, tmp_path):
    (tmp_path / "page.pdf").write_bytes(files[name])
    device = ["-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiff32nc", "-r72", "-dUseTrimBox"]
    subprocess.run([GHOSTSCRIPT, *device, "-sOutputFile=%d.tif", "page.pdf"], cwd=tmp_path, check=True)
    pages = sorted(tmp_path.glob("*.tif"))
    assert pages
    for page in pages:
        with Image.open(page) as opened:
            cyan, magenta, yellow, black = opened.split()
        quarter = ImageChops.add(ImageChops.add(cyan, magenta, 2), ImageChops.add(yellow, black, 2), 2)
        assert 100 < 400 * quarter.getextrema()[1] / 255 <= ORDERS[name].ink_limit + ROUNDED
