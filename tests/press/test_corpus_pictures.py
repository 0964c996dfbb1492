"""Pictures from elsewhere, printed and drawn by a renderer of others: as they look to another reader of the file."""

import warnings
from io import BytesIO
from pathlib import Path
from statistics import correlation

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageOps, ImageStat

from xihu_pdf.frame import Document, PageFrame, Picture, Placed
from xihu_pdf.geometry import Point, Rect, Size
from xihu_pdf.pictures import PictureFault, read_photograph
from xihu_pdf.press import ORDERS, prepress, write

PLACES = [parent / "shared" / "corpus" / "images" for parent in Path(__file__).parents[3:5]]
CORPUS = next((each for each in PLACES if each.is_dir()), PLACES[0])
NAMES = sorted(each.name for each in CORPUS.iterdir()) if CORPUS.is_dir() else []
SHOWN = Rect(0.1, 0.2, 0.8, 1.0)
DAMAGED = {"broken-stream.png", "png-text-bomb.png", "truncated-baseline.jpg", "truncated.png"}
# What they look like is told by a program of its own that not every machine has.
HEIF = (".heic", ".avif")

pytestmark = pytest.mark.skipif(not NAMES, reason="the corpus of foreign pictures is not beside this checkout")


def drawn(photograph, name: str) -> Image.Image:
    """The part shown, as it is printed for an order."""
    size = Size(120.0, 120.0 * photograph.height * SHOWN.height / (photograph.width * SHOWN.width))
    page = PageFrame(size, (Placed(Point(0, 0), Picture(photograph.key, size, SHOWN)),))
    document = Document("图", "zh-Hans", "2023-01-31", (page,))
    photographs = prepress(document, {photograph.key: photograph}, ORDERS[name])
    with pypdfium2.PdfDocument(write(document, {}, photographs, ORDERS[name])) as file:
        return small(file[0].render(scale=2).to_pil())


def looked_at(data: bytes) -> Image.Image:
    """The same part as Pillow sees it, on white paper."""
    with warnings.catch_warnings():
        # Damaged metadata are of no matter here.
        warnings.simplefilter("ignore")
        image = ImageOps.exif_transpose(Image.open(BytesIO(data)))
    if image.has_transparency_data:
        paper = Image.new("RGBA", image.size, "white")
        paper.alpha_composite(image.convert("RGBA"))
        image = paper
    width, height = image.size
    box = (width * SHOWN.left, height * SHOWN.top, width * SHOWN.right, height * SHOWN.bottom)
    return small(image.convert("RGB").resize((240, 240), box=box))


def small(image: Image.Image) -> Image.Image:
    """What is compared: too few pixels for the ways of sampling to matter."""
    return image.convert("RGB").resize((24, 24), Image.Resampling.BOX)


def alike(one: Image.Image, other: Image.Image) -> float:
    """How far light and dark agree; a flat picture has to be flat again."""
    if ImageStat.Stat(other).stddev[0] < 1:
        return float(ImageStat.Stat(one).stddev[0] < 1)
    return correlation(list(one.tobytes()), list(other.tobytes()))


@pytest.mark.parametrize("name", [each for each in NAMES if not each.endswith(HEIF)])
def test_each_is_printed_as_it_looks_or_refused_by_name(name):
    data = (CORPUS / name).read_bytes()
    if name in DAMAGED:
        with pytest.raises(PictureFault):
            read_photograph(data)
        return
    photograph = read_photograph(data)
    expected = looked_at(data)
    screen = drawn(photograph, "screen")
    # Inks are shown by other rules in each program; what is in RGB looks alike.
    if photograph.colour != "cmyk":
        assert max(ImageStat.Stat(ImageChops.difference(screen, expected)).mean) < 6
    for each in (screen, drawn(photograph, "press"), drawn(photograph, "archive")):
        assert alike(each.convert("L"), expected.convert("L")) > 0.97
