"""Profiles of RGB: which of them are sRGB, so that pixels stay, and which only have its primaries."""

import struct
from io import BytesIO

import pytest
from PIL import Image, ImageCms

from xihu_pdf.icc import display_p3, in_srgb, is_srgb

GRAY = Image.new("RGB", (4, 4), (128, 128, 128))
# Colorants of sRGB adapted to D50, and its curve as the formula of IEC 61966-2-1.
COLORANTS = ((b"rXYZ", 0.4361, 0.2225, 0.0139), (b"gXYZ", 0.3851, 0.7169, 0.0971), (b"bXYZ", 0.1431, 0.0606, 0.7141))
SRGB = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)


def fixed(*values):
    return struct.pack(f">{len(values)}i", *(round(each * 65536) for each in values))


def formula(kind, *values):
    return b"para\0\0\0\0" + struct.pack(">Hxx", kind) + fixed(*values)


def table(*values):
    return b"curv\0\0\0\0" + struct.pack(f">I{len(values)}H", len(values), *values)


def profile_with(curve):
    """A profile with the primaries of sRGB and one curve for all three."""
    made = bytearray(display_p3())
    for number in range(struct.unpack_from(">I", made, 128)[0]):
        at = 132 + 12 * number
        tag = bytes(made[at : at + 4])
        if tag[1:] == b"TRC":
            struct.pack_into(">II", made, at + 4, len(made) - len(made) % 4, len(curve))
    at = len(made)
    for tag, *values in COLORANTS:
        start = next(
            struct.unpack_from(">I", made, place + 4)[0]
            for place in range(132, 132 + 12 * made[131], 12)
            if made[place : place + 4] == tag
        )
        made[start + 8 : start + 20] = fixed(*values)
    assert at % 4 == 0
    made += curve + bytes(-len(curve) % 4)
    struct.pack_into(">I", made, 0, len(made))
    return bytes(made)


def light(level):
    """The curve of sRGB from its definition."""
    return level / 12.92 if level <= 0.04045 else ((level + 0.055) / 1.055) ** 2.4


@pytest.mark.parametrize(
    "curve",
    [
        pytest.param(formula(3, *SRGB), id="formula"),
        pytest.param(formula(4, *SRGB, 0.0, 0.0), id="longer formula"),
        pytest.param(table(*(round(65535 * light(at / 1023)) for at in range(1024))), id="table"),
        pytest.param(table(round(2.2 * 256)), id="power of 2.2"),
        pytest.param(formula(0, 2.2), id="power as a formula"),
    ],
)
def test_what_has_primaries_and_curve_of_srgb_is_srgb(curve):
    made = profile_with(curve)
    assert is_srgb(made)
    assert in_srgb(GRAY, made) is GRAY
    # What it is taken for is what the profile says, as another program reads it.
    read = ImageCms.profileToProfile(
        GRAY, ImageCms.ImageCmsProfile(BytesIO(made)), ImageCms.createProfile("sRGB"), ImageCms.Intent.PERCEPTUAL
    )
    assert abs(read.getpixel((0, 0))[0] - 128) <= 2


@pytest.mark.parametrize(
    ("curve", "level"),
    [
        pytest.param(table(), 188, id="linear"),
        pytest.param(table(0, 65535), 188, id="linear as a table"),
        pytest.param(formula(0, 1.0), 188, id="linear as a formula"),
        pytest.param(formula(1, 1.8, 1.0, 0.0), 145, id="power of 1.8"),
        pytest.param(formula(2, 1.0, 1.0, 0.0, 0.0), 188, id="linear with an offset"),
    ],
)
def test_what_has_the_primaries_of_srgb_and_another_curve_is_brought_to_it(curve, level):
    made = profile_with(curve)
    assert not is_srgb(made)
    assert in_srgb(GRAY, made).getpixel((0, 0))[1] == pytest.approx(level, abs=2)


@pytest.mark.parametrize("curve", [b"", b"curv", formula(3, 2.4), formula(9, 1.0), formula(1, 2.2, 0.0, 0.0)])
def test_a_curve_that_cannot_be_read_is_not_that_of_srgb(curve):
    assert not is_srgb(profile_with(curve))
