"""Photographs stand upright, in their own colours, and show the part that was asked for."""

import zlib
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageOps, ImageStat

from xihu_pdf.cropping import cropped, cut_to
from xihu_pdf.frame import Picture
from xihu_pdf.geometry import Point, Rect, Size
from xihu_pdf.pictures import Photograph
from xihu_pdf.press import write

WHOLE = Rect(0.0, 0.0, 1.0, 1.0)
RED, GREEN, BLUE, YELLOW = (220, 30, 30), (30, 180, 30), (30, 30, 220), (230, 230, 30)
WHITE = (255, 255, 255)


def quarters() -> Image.Image:
    """Red and green above blue and yellow, wider than high."""
    image = Image.new("RGB", (96, 64))
    for at, colour in enumerate((RED, GREEN, BLUE, YELLOW)):
        image.paste(colour, (at % 2 * 48, at // 2 * 32, at % 2 * 48 + 48, at // 2 * 32 + 32))
    return image


def jpeg(image: Image.Image, turn: int = 1) -> Photograph:
    file = BytesIO()
    exif = Image.Exif()
    exif[0x0112] = turn
    image.save(file, "JPEG", quality=95, subsampling=0, exif=exif)
    width, height = image.size if turn < 5 else image.size[::-1]
    colour = {"L": "gray", "RGB": "rgb", "CMYK": "cmyk"}[image.mode]
    inverted = image.mode == "CMYK"
    return Photograph("photo", width, height, image.size, turn, colour, inverted, "DCTDecode", file.getvalue)


def render(data: bytes) -> Image.Image:
    with pypdfium2.PdfDocument(data) as file:
        return file[0].render(scale=1).to_pil().convert("RGB")


def near(colour: tuple[int, ...], expected: tuple[int, ...]) -> bool:
    return all(abs(one - other) < 12 for one, other in zip(colour, expected, strict=True))


@pytest.fixture
def page_of(sheet):
    """The rendered page, a pixel a point, of one photograph that fills a box."""

    def make(photograph: Photograph, box: Rect, crop: Rect = WHOLE) -> Image.Image:
        picture = Picture(photograph.key, Size(box.width, box.height), crop)
        document = sheet((Point(box.left, box.top), picture), height=140.0)
        return render(write(document, {}, {photograph.key: photograph}))

    return make


@pytest.mark.parametrize("turn", range(1, 9))
def test_each_orientation_is_drawn_upright(turn, page_of):
    photograph = jpeg(quarters(), turn)
    page = page_of(photograph, Rect(10, 20, 10 + photograph.width, 20 + photograph.height))
    with Image.open(BytesIO(photograph.data)) as stored:
        upright = ImageOps.exif_transpose(stored)
    assert upright.size == (photograph.width, photograph.height)
    for x in range(4, photograph.width, 8):
        for y in range(4, photograph.height, 8):
            assert near(page.getpixel((10 + x, 20 + y)), upright.getpixel((x, y))), (x, y)
    assert page.getpixel((5, 30)) == page.getpixel((15, 15)) == WHITE


@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize("corner", [(0, 0), (1, 0), (0, 1), (1, 1)])
def test_a_crop_shows_its_part_and_no_more(turn, corner, page_of):
    photograph = jpeg(quarters(), turn)
    left, top = corner[0] / 2, corner[1] / 2
    page = page_of(photograph, Rect(30, 20, 90, 60), Rect(left, top, left + 0.5, top + 0.5))
    with Image.open(BytesIO(photograph.data)) as stored:
        upright = ImageOps.exif_transpose(stored)
    expected = upright.getpixel((upright.width * (1 + 2 * corner[0]) // 4, upright.height * (1 + 2 * corner[1]) // 4))
    for spot in ((33, 23), (87, 23), (33, 57), (87, 57), (60, 40)):
        assert near(page.getpixel(spot), expected)
    for spot in ((27, 40), (93, 40), (60, 17), (60, 63)):
        assert page.getpixel(spot) == WHITE


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_photograph_that_was_cut_stands_where_the_whole_one_stood(turn, page_of):
    whole = jpeg(quarters().resize((480, 320)), turn)
    crop = Rect(0.31, 0.22, 0.83, 0.77)
    cut = cropped(whole, cut_to(whole, crop))
    assert len(cut.data) < len(whole.data)
    box = Rect(20.0, 15.0, 20.0 + 110 * whole.width / 480, 15.0 + 100 * whole.height / 480)
    difference = ImageChops.difference(page_of(whole, box, crop), page_of(cut, box, crop))
    assert max(ImageStat.Stat(difference).rms) < 3


def test_inverted_cmyk_is_turned_back(page_of):
    page = page_of(jpeg(Image.new("CMYK", (32, 32), (255, 0, 0, 0))), Rect(10, 10, 42, 42))
    red, green, blue = page.getpixel((26, 26))
    assert red < 60
    assert green > 120
    assert blue > 180


def test_gray_pixels_pass_through_deflated(page_of):
    data = zlib.compress(bytes([0, 85, 170, 255]))
    gray = Photograph("gray", 2, 2, (2, 2), 1, "gray", inverted=False, filter="FlateDecode", load=lambda: data)
    page = page_of(gray, Rect(0, 0, 80, 80))
    found = [page.getpixel(spot)[0] for spot in ((15, 15), (65, 15), (15, 65), (65, 65))]
    assert found == pytest.approx([0, 85, 170, 255], abs=3)


@pytest.mark.parametrize(
    ("mode", "space", "decode"),
    [("L", "/DeviceGray", None), ("RGB", "/DeviceRGB", None), ("CMYK", "/DeviceCMYK", [1, 0] * 4)],
)
def test_the_image_object_says_what_the_pixels_are(mode, space, decode, sheet):
    photograph = jpeg(Image.new(mode, (40, 30)))
    document = sheet((Point(0, 0), Picture("photo", Size(40, 30), WHOLE)))
    with pikepdf.open(BytesIO(write(document, {}, {"photo": photograph}))) as file:
        image = file.pages[0].Resources.XObject.P1
        assert (image.ColorSpace, image.Width, image.Height, image.BitsPerComponent) == (space, 40, 30, 8)
        assert image.Filter == "/DCTDecode"
        assert ([int(each) for each in image.Decode] if "/Decode" in image else None) == decode
        assert image.read_raw_bytes() == photograph.data


def test_a_photograph_used_twice_is_embedded_once(sheet):
    photograph, other = jpeg(quarters()), jpeg(quarters(), 3)._replace(key="other")
    picture = Picture("photo", Size(40, 30), WHOLE)
    page = sheet((Point(0, 0), picture), (Point(50, 0), picture), (Point(0, 50), picture._replace(photograph="other")))
    document = page._replace(pages=page.pages * 2)
    data = write(document, {}, {"photo": photograph, "other": other, "unused": photograph._replace(key="unused")})
    with pikepdf.open(BytesIO(data)) as file:
        assert file.check_pdf_syntax() == []
        images = [each for each in file.objects if isinstance(each, pikepdf.Stream) and "/Width" in each]
        assert len(images) == 2
        assert set(file.pages[1].Resources.XObject) == {"/P1", "/P2"}
