"""Photographs brought to the colour that an order prints in: separated into four inks 分色, or back to sRGB.

A separation is one lookup in a cube of 33 colours a side, made of the profile once, with the limit of ink in it.
"""

import hashlib
import zlib
from array import array
from functools import partial
from io import BytesIO
from itertools import chain, product
from typing import TYPE_CHECKING

from xihu_pdf.cache import Keep
from xihu_pdf.cropping import Cut, cropped, cut_to, pixels
from xihu_pdf.geometry import Rect
from xihu_pdf.pictures import Colour, Photograph

if TYPE_CHECKING:
    from PIL import Image, ImageFilter

__all__ = ["Separator", "most_ink", "separates"]

_SIDE = 33
# All four inks keep their full resolution: what Pillow can sample down would take black with it.
_QUALITY = 85
# The JPEG adds ink at sharp edges: so many percent are kept free for it, more where the file is then still above the
# limit.
_HEADROOMS = (10, 18, 28, 40)
# Whatever changes the pixels that come out has to change this, so that no old ones are taken from a cache.
_RECIPE = "5"
# The darkest pixels, one in so many, do not count: a speck does not smear.
_SPECKS = 1000


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
        kept: Keep | None = None,
    ) -> None:
        self._target, self._profile, self._limit, self._kept = target, profile, ink_limit, kept
        self._cubes: dict[int, ImageFilter.Color3DLUT] = {}

    def bring(self, photograph: Photograph, cut: Cut, scale: float = 1.0) -> Photograph:
        """Give what is in the cut in the target's colours, its sides ``scale`` (at most 1) times as many pixels.

        One that has the right colours already, or is gray, keeps them; one in ink is cut and nothing else.
        """
        is_right = photograph.colour in {"gray", self._target}
        if is_right and (scale == 1.0 or photograph.colour == "cmyk"):
            return cropped(photograph, cut, self._kept)
        size = max(1, round(scale * cut.size[0])), max(1, round(scale * cut.size[1]))
        upright = size if photograph.turn < 5 else size[::-1]
        make = partial(self._converted, photograph, cut, size)
        data = self._kept(self._key(photograph, cut, size), make) if self._kept else make()
        inverted = self._target == "cmyk" and photograph.filter == "DCTDecode" and not is_right
        colour = photograph.colour if is_right else self._target
        made = photograph._replace(colour=colour, inverted=inverted, data=data, part=cut.part)
        return made._replace(stored=size, width=upright[0], height=upright[1])

    def _key(self, photograph: Photograph, cut: Cut, size: tuple[int, int]) -> str:
        from PIL import __version__

        made = f"{_RECIPE} {__version__} {self._target} {self._limit} {cut.box} {size}"
        recipe = f"{made} {photograph.key} {photograph.filter}"
        return hashlib.sha256(recipe.encode() + self._profile).hexdigest()

    def _converted(self, photograph: Photograph, cut: Cut, size: tuple[int, int]) -> bytes:
        image = _pixels(photograph, cut, size)
        if photograph.colour in {"gray", self._target}:
            return _encoded(photograph, image)
        if self._target == "rgb":
            return _encoded(photograph, self._to_srgb(image))
        data = b""
        for headroom in _HEADROOMS:
            data = _encoded(photograph, self._separate(image, headroom))
            if not self._limit or photograph.filter == "FlateDecode" or _peak(data) <= self._limit:
                break
        return data

    def _separate(self, image: "Image.Image", headroom: int) -> "Image.Image":
        if headroom not in self._cubes:
            self._cubes[headroom] = _cube(self._profile, self._limit - headroom if self._limit else 0)
        return image.filter(self._cubes[headroom])

    def _to_srgb(self, image: "Image.Image") -> "Image.Image":
        from PIL import ImageCms

        source = ImageCms.ImageCmsProfile(BytesIO(self._profile))
        intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
        converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), intent, outputMode="RGB")
        if converted is None:
            raise ValueError("the profile gives no colours")
        return converted


def most_ink(photograph: Photograph, shown: Rect) -> int:
    """The most ink in the part shown of a photograph in CMYK, in percent: one pixel in a thousand is above it."""
    counts = _quarter(pixels(photograph, cut_to(photograph, shown))).histogram()
    left = sum(counts) // _SPECKS
    for level in range(len(counts) - 1, 0, -1):
        left -= counts[level]
        if left < 0:
            return round(400 * level / 255)
    return 0


def _quarter(image: "Image.Image") -> "Image.Image":
    """A quarter of the sum of the four inks, so that it stays within a byte."""
    from PIL import ImageChops

    cyan, magenta, yellow, black = image.split()
    return ImageChops.add(ImageChops.add(cyan, magenta, 2), ImageChops.add(yellow, black, 2), 2)


def _peak(data: bytes) -> float:
    """The most ink of a pixel of a JPEG in CMYK, in percent; it was written inverted, as Adobe's are."""
    from PIL.JpegImagePlugin import JpegImageFile

    with JpegImageFile(BytesIO(data)) as opened:
        return 400 * _quarter(opened.convert("CMYK")).getextrema()[1] / 255  # type: ignore[operator]


def _encoded(photograph: Photograph, image: "Image.Image") -> bytes:
    """Pixels as the photograph came: as JPEG with all colours at full resolution, or deflated."""
    if photograph.filter == "FlateDecode":
        return zlib.compress(image.tobytes(), 6)
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


def _cube(profile: bytes, limit: int) -> "ImageFilter.Color3DLUT":
    """Make the table from sRGB to inks: relative colorimetric with the black point carried over, then limited."""
    from PIL import Image, ImageCms, ImageFilter

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
    return ImageFilter.Color3DLUT(_SIDE, table, 4, "CMYK", _copy_table=False)


def _limit(table: array, most: float) -> None:  # type: ignore[type-arg]
    """Take colour, not black, from every entry above the limit."""
    for at in range(0, len(table), 4):
        cyan, magenta, yellow, black = table[at : at + 4]
        colour = cyan + magenta + yellow
        if colour + black > most:
            share = max(0.0, most - black) / colour
            table[at], table[at + 1], table[at + 2] = cyan * share, magenta * share, yellow * share
