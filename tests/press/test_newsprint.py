"""The newsprint profile: the model that it is made of, and what came of it."""

from io import BytesIO
from itertools import chain, pairwise, product
from math import dist

import pytest
from PIL import Image, ImageCms

from xihu_pdf.press.conditions import PROFILES, read_profile
from xihu_pdf.press.newsprint import patches, printed
from xihu_pdf.press.orders import ORDERS

RGB, LAB = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB", 5000)


def lightness(inks):
    return 116 * (printed(inks)[1] / 100) ** (1 / 3) - 16


def test_solids_are_the_aims_and_black_hides_what_is_under_it():
    assert lightness((0, 0, 0, 0)) == pytest.approx(82)
    assert lightness((1, 0, 0, 0)) == pytest.approx(57)
    assert lightness((0, 1, 1, 0)) == pytest.approx(52)
    assert lightness((0, 0, 0, 1)) == pytest.approx(36)
    assert lightness((1, 1, 1, 1)) == pytest.approx(34, abs=0.1)


@pytest.mark.parametrize(("ink", "axis"), list(enumerate((0, 1, 2, 1))))
def test_a_half_tone_prints_26_percent_darker(ink, axis):
    paper, half, solid = (printed(tuple(share * (at == ink) for at in range(4)))[axis] for share in (0, 0.5, 1))
    assert (paper - half) / (paper - solid) == pytest.approx(0.76)


@pytest.mark.parametrize("ink", range(4))
def test_more_ink_is_never_lighter(ink):
    ramp = [lightness(tuple(step / 20 * (at == ink) for at in range(4))) for step in range(21)]
    assert all(more <= less for less, more in pairwise(ramp))


def test_patches_are_of_all_inks_and_none_twice():
    found = patches()
    assert len(found) == len(set(found)) > 500
    assert all(0 <= ink <= 1 for each in found for ink in each)


@pytest.fixture(scope="module")
def profile():
    return ImageCms.ImageCmsProfile(BytesIO(read_profile(PROFILES["newsprint"])))


def test_the_shipped_profile_keeps_the_limit_of_its_order(profile):
    colours = bytes(chain.from_iterable(product(range(0, 256, 17), repeat=3)))
    image = Image.frombytes("RGB", (len(colours) // 3, 1), colours)
    for intent in (ImageCms.Intent.PERCEPTUAL, ImageCms.Intent.RELATIVE_COLORIMETRIC):
        inks = ImageCms.profileToProfile(image, RGB, profile, intent, outputMode="CMYK").tobytes()
        most = max(sum(inks[at : at + 4]) for at in range(0, len(inks), 4)) / 2.55
        # Between the points of its table the profile oversteps by a little; the separation does not.
        assert 180 < most <= ORDERS["press"].ink_limit + 3


# Paper, solids and overprints of ISO 12647-3 for coldset offset, in CIE L*a*b* (D50, black backing).
AIMS = {
    (0, 0, 0, 0): (82, 0, 3),
    (1, 0, 0, 0): (57, -23, -27),
    (0, 1, 0, 0): (54, 44, -2),
    (0, 0, 1, 0): (78, -3, 58),
    (0, 0, 0, 1): (36, 1, 4),
    (1, 1, 0, 0): (41, 7, -22),
    (1, 0, 1, 0): (53, -34, 17),
    (0, 1, 1, 0): (52, 41, 25),
}


@pytest.mark.parametrize("inks", AIMS)
def test_the_solids_of_the_shipped_profile_are_the_aims(profile, inks):
    """As another colour engine reads them, within a difference of 2; it tells colours in whole steps."""
    absolute = ImageCms.Intent.ABSOLUTE_COLORIMETRIC
    image = Image.new("CMYK", (1, 1), tuple(round(255 * ink) for ink in inks))
    level, a, b = ImageCms.profileToProfile(image, profile, LAB, absolute, outputMode="LAB").getpixel((0, 0))
    found = level / 2.55, a - 128, b - 128
    assert dist(found, AIMS[inks]) < 2


@pytest.mark.parametrize("ink", range(4))
def test_half_tones_of_the_shipped_profile_are_those_of_the_model(profile, ink):
    inks = tuple(0.5 * (at == ink) for at in range(4))
    image = Image.new("CMYK", (1, 1), tuple(round(255 * each) for each in inks))
    absolute = ImageCms.Intent.ABSOLUTE_COLORIMETRIC
    level, _, _ = ImageCms.profileToProfile(image, profile, LAB, absolute, outputMode="LAB").getpixel((0, 0))
    assert level / 2.55 == pytest.approx(lightness(inks), abs=2)
