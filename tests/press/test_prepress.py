"""Photographs made ready for an order: their colour, ink, pixels, and the folder that keeps them."""

import zlib
from io import BytesIO

import pytest
from PIL import Image, ImageChops

from xihu_pdf.cache import keep_in
from xihu_pdf.frame import Document, PageFrame, Picture, Placed
from xihu_pdf.geometry import Point, Rect, Size
from xihu_pdf.pictures import read_photograph
from xihu_pdf.press import ORDERS, prepress

EMPTY = Document("", "", "", ())


@pytest.fixture(scope="module")
def photograph():
    out = BytesIO()
    bands = [Image.linear_gradient("L"), Image.radial_gradient("L"), Image.linear_gradient("L").rotate(90)]
    Image.merge("RGB", bands).resize((120, 80)).save(out, "JPEG")
    return read_photograph(out.getvalue())


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
@pytest.mark.parametrize("name", ["press", "sheetfed"])
def test_no_pixel_of_a_separated_photograph_has_more_ink_than_the_order_takes(kind, name):
    out = BytesIO()
    Image.linear_gradient("L").resize((64, 64)).convert("RGB").point(lambda value: value // 3).save(out, kind)
    made = prepress(EMPTY, {"a": read_photograph(out.getvalue())}, ORDERS[name])["a"]
    assert made.colour == "cmyk"
    assert made.inverted == (kind == "JPEG")
    darkest = max(map(sum, inks(made)))
    assert 0.7 * ORDERS[name].ink_limit < darkest / 2.55 <= ORDERS[name].ink_limit + 1.5


def inks(photograph) -> list[tuple[int, ...]]:
    if photograph.filter == "DCTDecode":
        image = Image.open(BytesIO(photograph.data))
    else:
        image = Image.frombytes("CMYK", photograph.stored, zlib.decompress(photograph.data))
    return list(image.get_flattened_data())


def whole(made) -> dict[str, tuple[object, ...]]:
    """All that photographs are, with their data and not the way to them."""
    return {key: (*each._replace(load=bytes), each.data) for key, each in made.items()}


# Of 600, 800, 960 and 1600 pixels an inch where 300 are shown: a half; neither half nor quarter; a quarter; none.
@pytest.mark.parametrize(
    ("wide", "expected"), [(96.0, (400, 200)), (72.0, (300, 150)), (60.0, (200, 100)), (36.0, (150, 75))]
)
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_converted_photograph_has_no_more_pixels_than_its_largest_place_shows(kind, wide, expected):
    out = BytesIO()
    options = {"exif": b"Exif\0\0MM\0*\0\0\0\x08\0\1\1\x12\0\3\0\0\0\1\0\6\0\0\0\0\0\0"} if kind == "JPEG" else {}
    size = (400, 800) if kind == "JPEG" else (800, 400)
    Image.new("RGB", size, (90, 120, 90)).save(out, kind, **options)
    photograph = read_photograph(out.getvalue())
    assert (photograph.width, photograph.height) == (800, 400)
    places = (Picture("a", Size(each, 50.0), Rect(0.0, 0.0, 1.0, 1.0)) for each in (wide, wide / 2))
    frame = PageFrame(Size(200, 100), tuple(Placed(Point(0, 0), each) for each in places))
    order = ORDERS["press"]._replace(resolution=300)
    made = prepress(EMPTY._replace(pages=(frame,)), {"a": photograph}, order)["a"]
    assert (made.width, made.height) == expected
    assert made.stored == (expected[::-1] if kind == "JPEG" else expected)
    assert len(inks(made)) == expected[0] * expected[1]
    spared = prepress(EMPTY._replace(pages=(frame,)), {"a": photograph}, ORDERS["press"]._replace(resolution=600))["a"]
    assert spared.width == {96.0: 800, 72.0: 600, 60.0: 400, 36.0: 300}[wide]


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_photographs_in_gray_or_inks_pass_the_press_as_they_are(mode):
    out = BytesIO()
    Image.new(mode, (8, 8)).save(out, "JPEG")
    photograph = read_photograph(out.getvalue())
    assert prepress(EMPTY, {"a": photograph}, ORDERS["press"])["a"] is photograph


def test_photographs_in_inks_come_to_the_screen_in_their_colour():
    out = BytesIO()
    Image.new("CMYK", (16, 16), (0, 255, 255, 0)).save(out, "JPEG", quality=95)
    made = prepress(EMPTY, {"a": read_photograph(out.getvalue())}, ORDERS["screen"])["a"]
    red, green, blue = Image.open(BytesIO(made.data)).getpixel((8, 8))
    assert (made.colour, made.inverted) == ("rgb", False)
    assert red > 200
    assert max(green, blue) < 80


def test_what_is_kept_is_taken_and_what_is_damaged_is_made_anew(photograph, tmp_path):
    order, folder = ORDERS["press"], tmp_path / "cache"
    fresh = whole(prepress(EMPTY, {"a": photograph}, order))
    assert whole(prepress(EMPTY, {"a": photograph}, order, keep_in(str(folder)))) == fresh
    before = {each: each.read_bytes() for each in folder.iterdir()}
    assert len(before) == 2  # the table of the profile, and the photograph
    for each, data in before.items():
        asked = []
        assert keep_in(str(folder))(each.name, lambda asked=asked: asked.append(1) or b"") == data[:-32]
        assert asked == []
        each.write_bytes(data[:100] + b"x" + data[101:])
    assert whole(prepress(EMPTY, {"a": photograph}, order, keep_in(str(folder)))) == fresh
    assert {each: each.read_bytes() for each in folder.iterdir()} == before


def test_a_folder_that_cannot_be_written_changes_nothing(photograph, tmp_path):
    (tmp_path / "file").write_text("")
    keep = keep_in(str(tmp_path / "file" / "cache"))
    made = prepress(EMPTY, {"a": photograph}, ORDERS["press"], keep)
    assert whole(made) == whole(prepress(EMPTY, {"a": photograph}, ORDERS["press"]))


@pytest.mark.parametrize("name", ["press", "archive", "screen"])
def test_an_order_gets_no_pixels_that_are_not_shown(name):
    out = BytesIO()
    Image.linear_gradient("L").convert("RGB").resize((800, 400)).save(out, "JPEG")
    whole = read_photograph(out.getvalue())
    crops = (Rect(0.5, 0.25, 0.75, 0.75), Rect(0.5, 0.5, 0.8, 0.75))
    places = tuple(Placed(Point(0, 0), Picture("a", Size(200.0, 200.0), crop)) for crop in crops)
    made = prepress(EMPTY._replace(pages=(PageFrame(Size(200, 100), places),)), {"a": whole}, ORDERS[name])["a"]
    assert made.part == pytest.approx(Rect(0.5, 96 / 400, 640 / 800, 304 / 400))
    assert made.stored == (240, 208)


@pytest.mark.parametrize("name", ["press", "sheetfed"])
def test_sharp_edges_leave_no_pixel_above_the_limit(name):
    """Dark stripes on white are what a JPEG overshoots at."""
    stripes = Image.new("RGB", (240, 240), "white")
    for x in range(0, 240, 12):
        stripes.paste((20, 4, 30), (x, 0, x + 5, 240))
    out = BytesIO()
    stripes.save(out, "JPEG", quality=95)
    made = prepress(EMPTY, {"a": read_photograph(out.getvalue())}, ORDERS[name])["a"]
    assert max(map(sum, inks(made))) / 2.55 <= ORDERS[name].ink_limit + 1.5


@pytest.mark.parametrize(
    ("mode", "name", "expected"), [("RGB", "office", 150), ("RGB", "screen", 100), ("L", "press", 100)]
)
def test_a_photograph_of_the_right_colour_is_sampled_to_the_order_too(mode, name, expected):
    out = BytesIO()
    Image.linear_gradient("L").resize((800, 800)).convert(mode).save(out, "JPEG")
    place = Picture("a", Size(36.0, 36.0), Rect(0.0, 0.0, 1.0, 1.0))
    frame = PageFrame(Size(200, 100), (Placed(Point(0, 0), place),))
    made = prepress(EMPTY._replace(pages=(frame,)), {"a": read_photograph(out.getvalue())}, ORDERS[name])["a"]
    assert made.width == made.height == expected
    with Image.open(BytesIO(made.data)) as image:
        assert (image.mode, image.size) == (mode, (expected, expected))


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize(("order", "is_jpeg"), [("press", True), ("screen", True), ("archive", False)])
def test_what_a_camera_gave_becomes_a_jpeg_in_any_form_where_the_order_changes_it(kind, order, is_jpeg):
    out, options = BytesIO(), {"lossless": True} if kind == "WEBP" else {}
    grain = Image.effect_noise((256, 256), 12)
    bands = [ImageChops.add(grain, Image.radial_gradient("L"), 2), Image.radial_gradient("L"), grain]
    Image.merge("RGB", bands).save(out, kind, **options)
    made = prepress(EMPTY, {"a": read_photograph(out.getvalue())}, ORDERS[order])["a"]
    assert made.filter == ("DCTDecode" if is_jpeg else "FlateDecode")


@pytest.mark.parametrize("order", ["press", "screen", "archive"])
def test_what_was_drawn_keeps_its_edges(order):
    drawing, out = Image.new("RGB", (64, 64), "white"), BytesIO()
    drawing.paste((200, 30, 30), (20, 20, 50, 50))
    drawing.save(out, "PNG")
    made = prepress(EMPTY, {"a": read_photograph(out.getvalue())}, ORDERS[order])["a"]
    assert made.filter == "FlateDecode"
    channels = 4 if order == "press" else 3
    pixels = zlib.decompress(made.data)
    assert len({pixels[at : at + channels] for at in range(0, len(pixels), channels)}) == 2
