"""Inks on a screen look as the profile of coated paper says, not as pure complements."""

from io import BytesIO

import pytest
from PIL import Image, ImageCms

from xihu_pdf.frame import BLACK, Ink
from xihu_pdf.layout.desk import ACCENTS
from xihu_pdf.press.conditions import PROFILES, read_profile
from xihu_pdf.press.screen import on_screen

PAPER = Ink(0.0, 0.0, 0.0, 0.0)


def by_profile(ink: Ink) -> tuple[int, ...]:
    transform = ImageCms.buildTransform(
        ImageCms.ImageCmsProfile(BytesIO(read_profile(PROFILES["coated"]))),
        ImageCms.createProfile("sRGB"),
        "CMYK",
        "RGB",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    values = tuple(round(255 * each) for each in ink.process)
    return ImageCms.applyTransform(Image.new("CMYK", (1, 1), values), transform).getpixel((0, 0))


def off(ink: Ink, colour: tuple[float, ...]) -> float:
    return max(abs(255 * one - other) for one, other in zip(colour, by_profile(ink), strict=True))


@pytest.mark.parametrize("cyan", [0, 1])
@pytest.mark.parametrize("magenta", [0, 1])
@pytest.mark.parametrize("yellow", [0, 1])
def test_solids_are_those_of_the_profile(cyan, magenta, yellow):
    ink = Ink(cyan, magenta, yellow, 0.0)
    assert off(ink, on_screen(ink)) <= 1


@pytest.mark.parametrize("tint", [1.0, 0.5, 0.1])
@pytest.mark.parametrize("accent", ACCENTS)
def test_accents_and_their_tints_come_nearer_than_complements_would(accent, tint):
    ink = ACCENTS[accent].tinted(tint)
    *colours, black = ink.process
    complements = tuple((1 - each) * (1 - black) for each in colours)
    assert off(ink, on_screen(ink)) < 36
    if tint == 1.0:
        assert off(ink, on_screen(ink)) < off(ink, complements)


def test_black_is_black_and_paper_white():
    assert on_screen(BLACK) == (0.0, 0.0, 0.0)
    assert on_screen(PAPER) == (1.0, 1.0, 1.0)
