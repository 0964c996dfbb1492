"""Photographs cut to what is shown: nothing else is left in them, and what is shown stays as it was."""

import io
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageOps, ImageStat

from xihu_pdf.cropping import cropped, cut_to, pixels
from xihu_pdf.geometry import Rect
from xihu_pdf.pictures import WHOLE, Photograph, read_photograph

ORIENTATION = 0x0112
# The part that the page shows, within the middle of the picture.
SHOWN = Rect(0.31, 0.41, 0.69, 0.59)
STRANGER = (255, 0, 255)


def scene(mode: str = "RGB", size: tuple[int, int] = (640, 400)) -> Image.Image:
    """A soft picture, in its four corners a stranger in a colour that is nowhere else."""
    bands = [Image.linear_gradient("L"), Image.radial_gradient("L"), Image.new("L", (256, 256), 90)]
    image = Image.merge("RGB", bands).resize(size)
    width, height = size
    for corner in ((0, 0), (width - 80, 0), (0, height - 80), (width - 80, height - 80)):
        image.paste(STRANGER, (*corner, corner[0] + 80, corner[1] + 80))
    return image.convert(mode)


def photograph(kind: str = "JPEG", mode: str = "RGB", turn: int = 1, size: tuple[int, int] = (640, 400)) -> Photograph:
    out, exif = io.BytesIO(), Image.Exif()
    exif[ORIENTATION] = turn
    options = {"quality": 90} if kind == "JPEG" else {}
    scene(mode, size).save(out, kind, exif=exif, **options)
    return read_photograph(out.getvalue())


def upright(made: Photograph) -> Image.Image:
    """The picture as one sees it, all that is in the file."""
    image = pixels(made, cut_to(made, WHOLE)).convert("RGB")
    image.getexif()[ORIENTATION] = made.turn
    turned = ImageOps.exif_transpose(image)
    assert turned.size == (made.width, made.height)
    return turned


def strangers(image: Image.Image) -> int:
    return sum(red > 200 and green < 60 and blue > 200 for red, green, blue in image.get_flattened_data())


@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_what_is_cropped_away_is_not_in_the_file(kind, turn):
    whole = photograph(kind, turn=turn)
    cut = cropped(whole, cut_to(whole, SHOWN))
    before, after = upright(whole), upright(cut)
    assert strangers(before) > 4 * 70 * 70
    assert strangers(after) == 0
    assert cut.data != whole.data
    assert len(cut.data) < len(whole.data) / 2
    assert (cut.turn, cut.colour, cut.key) == (whole.turn, whole.colour, whole.key)
    assert cut.filter == {"JPEG": "DCTDecode", "PNG": "FlateDecode"}[kind]


@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize(("kind", "most"), [("JPEG", 3.0), ("PNG", 0.0)])
def test_what_is_shown_stays_as_it_was(kind, most, turn):
    whole = photograph(kind, turn=turn)
    cut = cropped(whole, cut_to(whole, SHOWN))
    left, top, right, bottom = cut.part
    assert left <= SHOWN.left < SHOWN.right <= right
    assert top <= SHOWN.top < SHOWN.bottom <= bottom
    place = [round(edge * side) for edge, side in zip(cut.part, (whole.width, whole.height) * 2, strict=True)]
    difference = ImageChops.difference(upright(whole).crop(place), upright(cut))
    assert max(ImageStat.Stat(difference).rms) <= most


@given(
    st.tuples(st.integers(1, 200), st.integers(1, 200)),
    st.integers(1, 8),
    st.lists(st.integers(0, 1000), min_size=2, max_size=2, unique=True),
    st.lists(st.integers(0, 1000), min_size=2, max_size=2, unique=True),
)
def test_a_cut_holds_what_is_shown_and_hardly_more(stored, turn, across, down):
    left, right = (edge / 1000 for edge in sorted(across))
    top, bottom = (edge / 1000 for edge in sorted(down))
    width, height = stored if turn < 5 else stored[::-1]
    made = Photograph("", width, height, stored, turn, "gray", inverted=False, filter="FlateDecode", load=bytes)
    cut = cut_to(made, Rect(left, top, right, bottom))
    x, y, to_x, to_y = cut.box
    assert 0 <= x < to_x <= stored[0]
    assert 0 <= y < to_y <= stored[1]
    near = 1e-5
    assert cut.part.left <= left + near <= right + near <= cut.part.right + 2 * near
    assert cut.part.top <= top + near <= bottom + near <= cut.part.bottom + 2 * near
    assert left - cut.part.left < 16 / width + near
    assert top - cut.part.top < 16 / height + near
    assert cut.part.right - right < 16 / width + near
    assert cut.part.bottom - bottom < 16 / height + near


@pytest.mark.parametrize("shown", [WHOLE, Rect(0.0, 1e-9, 1.0, 1.0 - 1e-9)])
def test_a_photograph_that_is_shown_whole_is_not_touched(shown):
    whole = photograph()
    assert cropped(whole, cut_to(whole, shown)) is whole


@pytest.mark.parametrize("mode", ["L", "CMYK"])
@pytest.mark.parametrize("marked", [True, False])
def test_gray_and_inks_keep_their_values(mode, marked):
    whole = photograph(mode=mode)
    if mode == "CMYK" and not marked:
        # As a file without Adobe's mark: the bytes say the opposite of what they said.
        whole = whole._replace(inverted=False)
    cut = cropped(whole, cut_to(whole, SHOWN))
    place = cut_to(whole, SHOWN)
    before, after = pixels(whole, place), pixels(cut, cut_to(cut, WHOLE))
    assert before.mode == after.mode == mode
    assert max(ImageStat.Stat(ImageChops.difference(before, after)).mean) < 1
    assert cut.inverted == (mode == "CMYK")


def test_deflated_inks_are_cut_too():
    data = zlib.compress(bytes(range(256)) * 40 * 4)
    whole = Photograph("", 256, 40, (256, 40), 1, "cmyk", inverted=False, filter="FlateDecode", load=lambda: data)
    cut = cropped(whole, cut_to(whole, Rect(0.5, 0.5, 1.0, 1.0)))
    assert cut.stored == (128, 24)
    assert len(zlib.decompress(cut.data)) == 128 * 24 * 4


def test_a_photograph_without_sampled_colour_keeps_all_of_it():
    out = io.BytesIO()
    scene().save(out, "JPEG", quality=90, subsampling=0)
    cut = cropped(read_photograph(out.getvalue()), cut_to(read_photograph(out.getvalue()), SHOWN))
    with Image.open(io.BytesIO(cut.data)) as opened:
        assert [layer[1:3] for layer in opened.layer] == [(1, 1)] * 3


def test_a_cut_is_made_once_where_it_is_kept():
    whole, kept, made = photograph(), {}, []

    def keep(key, make):
        if key not in kept:
            made.append(key)
            kept[key] = make()
        return kept[key]

    cuts = [cropped(whole, cut_to(whole, SHOWN), keep) for _ in range(2)]
    cuts.append(cropped(whole, cut_to(whole, SHOWN)))
    assert len({(*each._replace(load=bytes), each.data) for each in cuts}) == 1
    assert len(made) == 1
    cropped(whole, cut_to(whole, Rect(0.0, 0.0, 0.5, 0.5)), keep)
    assert len(made) == 2


@pytest.mark.parametrize("size", [(640, 400), (641, 397), (1999, 1333)])
def test_a_smaller_decoding_shows_the_same_part(size):
    whole = photograph(size=size)
    cut = cut_to(whole, SHOWN)
    small = pixels(whole, cut, (cut.size[0] // 4, cut.size[1] // 4))
    assert cut.size[0] // 4 <= small.width < cut.size[0] // 2
    full = pixels(whole, cut).resize(small.size, Image.Resampling.BOX)
    assert max(ImageStat.Stat(ImageChops.difference(full, small)).mean) < 2
