"""Photographs brought to the colour that an order prints in: separated into four inks 分色, or back to sRGB.

A separation is one lookup in a cube of 33 colours a side, made of the profile once, with the limit of ink in it.
"""

import hashlib
import zlib
from array import array
from functools import partial
from io import BytesIO
from itertools import chain, product
from math import ceil
from typing import TYPE_CHECKING

from xihu_pdf.cache import Keep, keep_nothing
from xihu_pdf.cropping import Cut, cropped, cut_to, pixels
from xihu_pdf.geometry import Rect
from xihu_pdf.pictures import WHOLE, Colour, Filter, Photograph

if TYPE_CHECKING:
    from PIL import Image, ImageFilter

__all__ = ["Separator", "most_ink", "peak_ink", "separates"]

_SIDE = 33
# All four inks keep their full resolution: what Pillow can sample down would take black with it.
_QUALITY = 85
# The JPEG adds ink at sharp edges: so many percent are kept free for it, more where the file is then still above the
# limit.
_HEADROOMS = (10, 18, 28, 40)
# What four inks gain at most when they are rounded to bytes.
_ROUNDED = 1
# Deflated, photographs take five times as much as in JPEG and more, drawings and pages of letters not twice as much,
# and JPEG would blur their edges. They are told apart by strips of so many rows.
_DEARER, _STRIP = 3, 16
_JPEG, _SLACK = b"\xff\xd8", 1e-6
# Whatever changes the pixels that come out has to change this, so that no old ones are taken from a cache.
_RECIPE = "7"
# A speck does not smear: the darkest pixels, one in so many, do not count unless they fill a square of so many a side.
_SPECKS, _SPOT = 1000, 2


class Separator:
    """Brings photographs to ``target`` (``cmyk`` or ``rgb``) through an output profile.

    ``ink_limit`` is the most ink of a pixel in percent, 0 for no limit. ``kept`` is asked for a result by its key and
    told new ones: a cache, which may be empty at any time.
    """

    def __init__(
        self,
        target: Colour,
        profile: bytes,
        ink_limit: int,
        kept: Keep = keep_nothing,
    ) -> None:
        self._target, self._profile, self._limit, self._kept = target, profile, ink_limit, kept
        self._cubes: dict[int, ImageFilter.Color3DLUT] = {}

    def bring(self, photograph: Photograph, cut: Cut, scale: float = 1.0) -> Photograph:
        """Give what is in the cut in the target's colours, its sides ``scale`` (at most 1) times as many pixels.

        One that has the right colours already, or is gray, keeps them; one in ink is cut and nothing else.
        """
        is_right = photograph.colour in {"gray", self._target}
        if photograph.colour == "cmyk" == self._target or (is_right and scale == 1.0 and photograph.filter):
            return cropped(photograph, cut, self._kept)
        # Rounded up, as a JPEG is that is decoded at half of its size.
        size = max(1, ceil(scale * cut.size[0] - _SLACK)), max(1, ceil(scale * cut.size[1] - _SLACK))
        upright = size if photograph.turn < 5 else size[::-1]
        data = self._kept(self._key(photograph, cut, size), partial(self._converted, photograph, cut, size))
        encoded: Filter = "DCTDecode" if data.startswith(_JPEG) else "FlateDecode"
        inverted = self._target == "cmyk" and encoded == "DCTDecode" and not is_right
        colour = photograph.colour if is_right else self._target
        made = photograph._replace(colour=colour, inverted=inverted, filter=encoded, load=lambda: data, part=cut.part)
        return made._replace(stored=size, width=upright[0], height=upright[1])

    def _key(self, photograph: Photograph, cut: Cut, size: tuple[int, int]) -> str:
        from PIL import __version__

        made = f"{_RECIPE} {__version__} {self._target} {self._limit} {cut.box} {size}"
        recipe = f"{made} {photograph.key} {photograph.filter}"
        return hashlib.sha256(recipe.encode() + self._profile).hexdigest()

    def _converted(self, photograph: Photograph, cut: Cut, size: tuple[int, int]) -> bytes:
        image = _pixels(photograph, cut, size)
        pack = _as_jpeg if photograph.filter == "DCTDecode" or _is_photographic(image) else _deflated
        if photograph.colour in {"gray", self._target}:
            return pack(image)
        if self._target == "rgb":
            return pack(self._to_srgb(image))
        if pack is _deflated or not self._limit:
            return pack(self._separate(image, max(0, self._limit - _ROUNDED)))
        return self._within_limit(image)

    def _within_limit(self, image: "Image.Image") -> bytes:
        """A JPEG of which no pixel is above the limit, as far as that can be had."""
        data = b""
        for headroom in _HEADROOMS:
            data = _as_jpeg(self._separate(image, self._limit - headroom))
            if _peak(data) <= self._limit:
                break
        return data

    def _separate(self, image: "Image.Image", limit: int) -> "Image.Image":
        if limit not in self._cubes:
            self._cubes[limit] = _cube(self._profile, limit, self._kept)
        return image.filter(self._cubes[limit])

    def _to_srgb(self, image: "Image.Image") -> "Image.Image":
        from PIL import ImageCms

        source = ImageCms.ImageCmsProfile(BytesIO(self._profile))
        intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
        converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), intent, outputMode="RGB")
        if converted is None:
            raise ValueError("the profile gives no colours")
        return converted


def most_ink(photograph: Photograph, shown: Rect, keep: Keep = keep_nothing) -> int:
    """The most ink in the part shown of a photograph in CMYK, in percent, but for single pixels.

    A square of four pixels has it throughout, or one pixel in a thousand is above it. ``keep`` spares the decoding of
    one that is as it came.
    """
    from PIL import __version__

    cut = cut_to(photograph, shown)
    recipe = hashlib.sha256(f"spots {_RECIPE} {__version__} {cut.box} {photograph.key}".encode()).hexdigest()
    return int(keep(recipe, lambda: b"%d" % _most(_quarter(pixels(photograph, cut)))))


def peak_ink(photograph: Photograph) -> int:
    """The ink of the darkest pixel of a photograph in CMYK, in percent."""
    return round(400 * _darkest(_quarter(pixels(photograph, cut_to(photograph, WHOLE)))) / 255)


def _most(quarter: "Image.Image") -> int:
    counts = quarter.histogram()
    left = sum(counts) // _SPECKS
    level = len(counts)
    while left >= 0 and level > 0:
        level -= 1
        left -= counts[level]
    return round(400 * max(level, _darkest(_spots(quarter))) / 255)


def _spots(quarter: "Image.Image") -> "Image.Image":
    """The lightest pixel of every square of ``_SPOT`` a side: what is left of spots, and nothing of specks."""
    from PIL import ImageChops

    for across, down in ((1, 0), (0, 1)) * (_SPOT - 1):
        width, height = max(1, quarter.width - across), max(1, quarter.height - down)
        left, top = quarter.width - width, quarter.height - height
        quarter = ImageChops.darker(
            quarter.crop((0, 0, width, height)), quarter.crop((left, top, left + width, top + height))
        )
    return quarter


def _quarter(image: "Image.Image") -> "Image.Image":
    """A quarter of the sum of the four inks, so that it stays within a byte."""
    from PIL import ImageChops

    cyan, magenta, yellow, black = image.split()
    return ImageChops.add(ImageChops.add(cyan, magenta, 2), ImageChops.add(yellow, black, 2), 2)


def _darkest(quarter: "Image.Image") -> int:
    return quarter.getextrema()[1]  # type: ignore[return-value]


def _peak(data: bytes) -> float:
    """The most ink of a pixel of a JPEG in CMYK, in percent; it was written inverted, as Adobe's are."""
    from PIL.JpegImagePlugin import JpegImageFile

    with JpegImageFile(BytesIO(data)) as opened:
        return 400 * _darkest(_quarter(opened)) / 255


def _is_photographic(image: "Image.Image") -> bool:
    """Whether a JPEG takes far less than deflated pixels, as of what a camera gave; judged by one strip in eight."""
    from PIL import Image

    tops = range(0, image.height, 8 * _STRIP)
    sample = Image.new(image.mode, (image.width, _STRIP * len(tops)))
    for number, top in enumerate(tops):
        sample.paste(image.crop((0, top, image.width, top + _STRIP)), (0, _STRIP * number))
    return _DEARER * len(_as_jpeg(sample)) < len(zlib.compress(sample.tobytes(), 1))


def _deflated(image: "Image.Image") -> bytes:
    return zlib.compress(image.tobytes(), 6)


def _as_jpeg(image: "Image.Image") -> bytes:
    """With all colours at full resolution."""
    out = BytesIO()
    image.save(out, "JPEG", quality=_QUALITY, subsampling=0)
    return out.getvalue()


def _pixels(photograph: Photograph, cut: Cut, size: tuple[int, int]) -> "Image.Image":
    """Decode what is in the cut at this size, which is its own or a smaller one."""
    from PIL import Image

    image = pixels(photograph, cut, size)
    return image if image.size == size else image.resize(size, Image.Resampling.HAMMING)


def separates(profile: bytes) -> bool:
    """Whether a profile gives inks for colours, and colours for inks."""
    from PIL import Image, ImageCms

    try:
        made = ImageCms.ImageCmsProfile(BytesIO(profile))
        srgb, intent = ImageCms.createProfile("sRGB"), ImageCms.Intent.RELATIVE_COLORIMETRIC
        white = Image.new("RGB", (1, 1), "white")
        inks = ImageCms.profileToProfile(white, srgb, made, intent, outputMode="CMYK")
        return inks is not None and ImageCms.profileToProfile(inks, made, srgb, intent, outputMode="RGB") is not None
    except (ImageCms.PyCMSError, OSError):
        return False


def _cube(profile: bytes, limit: int, keep: Keep) -> "ImageFilter.Color3DLUT":
    """The table from sRGB to inks; to make it takes as long as to separate a photograph of two columns."""
    from PIL import ImageFilter, __version__

    recipe = hashlib.sha256(f"cube {_RECIPE} {__version__} {limit} ".encode() + profile).hexdigest()
    table = array("f", keep(recipe, partial(_table, profile, limit)))
    return ImageFilter.Color3DLUT(_SIDE, table, 4, "CMYK", _copy_table=False)


def _table(profile: bytes, limit: int) -> bytes:
    """Relative colorimetric with the black point carried over, then limited."""
    from PIL import Image, ImageCms

    levels = [round(at * 255 / (_SIDE - 1)) for at in range(_SIDE)]
    grid = bytes(chain.from_iterable(product(levels, repeat=3)))
    colours = Image.frombytes("RGB", (_SIDE * _SIDE, _SIDE), grid, "raw", "BGR")
    transform = ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"),
        ImageCms.ImageCmsProfile(BytesIO(profile)),
        "RGB",
        "CMYK",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    inks = ImageCms.applyTransform(colours, transform)
    if inks is None:
        raise ValueError("the profile gives no inks")
    table = array("f", [each / 255 for each in inks.tobytes()])
    if limit:
        _limit(table, limit / 100)
    return table.tobytes()


def _limit(table: array, most: float) -> None:  # type: ignore[type-arg]
    """Take colour, not black, from every entry above the limit."""
    for at in range(0, len(table), 4):
        cyan, magenta, yellow, black = table[at : at + 4]
        colour = cyan + magenta + yellow
        if colour + black > most:
            share = max(0.0, most - black) / colour
            table[at], table[at + 1], table[at + 2] = cyan * share, magenta * share, yellow * share
