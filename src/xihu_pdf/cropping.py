"""Photographs cut to what a page shows of them: what is cropped away on the page is not in the file either.

Pillow is imported where it is used: photographs that are shown whole do without it.
"""

import hashlib
import math
import zlib
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from xihu_pdf.cache import Keep, keep_nothing
from xihu_pdf.geometry import Rect
from xihu_pdf.pictures import Photograph

if TYPE_CHECKING:
    from PIL import Image
    from PIL.JpegImagePlugin import JpegImageFile

__all__ = ["Cut", "cropped", "cut_to", "pixels"]

# The largest block of a JPEG (ITU-T T.81, A.2: eight samples, at half the resolution for colour). A picture that is
# cut on the lines of its blocks keeps them, and its edges are whole pixels when it is decoded at an eighth.
_BLOCK = 16
# Exif orientations (2.32, 4.6.4) that lie on their side, and those of which the stored rows or columns run backward.
_LYING = frozenset({5, 6, 7, 8})
_FROM_RIGHT, _FROM_FOOT = frozenset({2, 3, 7, 8}), frozenset({3, 4, 6, 7})
_MODES = {"gray": "L", "rgb": "RGB", "cmyk": "CMYK"}
_SLACK = 1e-6
# Whatever changes the pixels that come out has to change this, so that no old ones are taken from a cache.
_RECIPE = "1"


class Cut(NamedTuple):
    """What is kept of a photograph: left, top, right and bottom in stored pixels, and in fractions of it upright."""

    box: tuple[int, int, int, int]
    part: Rect

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in stored pixels."""
        left, top, right, bottom = self.box
        return right - left, bottom - top


def cut_to(photograph: Photograph, shown: Rect) -> Cut:
    """The least cut on the lines of blocks that holds ``shown``, which is in fractions of the upright photograph."""
    width, height = photograph.stored
    edges = _mirrored(_on_side(shown, photograph.turn), photograph.turn)
    box = (
        max(0, math.floor(edges.left * width / _BLOCK + _SLACK) * _BLOCK),
        max(0, math.floor(edges.top * height / _BLOCK + _SLACK) * _BLOCK),
        min(width, math.ceil(edges.right * width / _BLOCK - _SLACK) * _BLOCK),
        min(height, math.ceil(edges.bottom * height / _BLOCK - _SLACK) * _BLOCK),
    )
    kept = Rect(box[0] / width, box[1] / height, box[2] / width, box[3] / height)
    return Cut(box, _on_side(_mirrored(kept, photograph.turn), photograph.turn))


def cropped(photograph: Photograph, cut: Cut, keep: Keep = keep_nothing) -> Photograph:
    """Give the photograph without what lies outside the cut; a JPEG that loses nothing is given as it came.

    A JPEG is encoded with its own tables on its own blocks, so that hardly anything of what is shown changes. ``keep``
    spares what was made before.
    """
    if cut.size == photograph.stored and photograph.filter:
        return photograph
    data = keep(_key(photograph, cut), partial(_encoded, photograph, cut))
    width, height = cut.size[::-1] if photograph.turn in _LYING else cut.size
    # Pillow writes inks inverted, as Adobe does.
    inverted = photograph.colour == "cmyk" and photograph.filter == "DCTDecode"
    made = photograph._replace(width=width, height=height, stored=cut.size, part=cut.part)
    return made._replace(load=lambda: data, inverted=inverted, filter=photograph.filter or "FlateDecode")


def pixels(photograph: Photograph, cut: Cut, size: tuple[int, int] | None = None) -> "Image.Image":
    """Decode what is in the cut; a JPEG smaller than it is, but not below ``size``, where one is given for the cut."""
    from PIL import Image, ImageChops
    from PIL.JpegImagePlugin import JpegImageFile

    if photograph.filter != "DCTDecode":
        data = zlib.decompress(photograph.data) if photograph.filter else photograph.data
        whole = Image.frombytes(_MODES[photograph.colour], photograph.stored, data)
        inverted = photograph.inverted
        image = whole if cut.size == whole.size else whole.crop(cut.box)
    else:
        with JpegImageFile(BytesIO(photograph.data)) as opened:
            scale = _draft(opened, cut, size) if size else 1.0
            opened.load()
            left, top, right, bottom = (math.ceil(edge * scale) for edge in cut.box)
            # What is shown whole is not copied: 12 megapixels would take 30 ms.
            shown = (left, top, right, bottom) == (0, 0, *opened.size)
            image = opened if shown else opened.crop((left, top, right, bottom))
        # Pillow takes the inks of every JPEG to be inverted.
        inverted = photograph.colour == "cmyk" and not photograph.inverted
    return ImageChops.invert(image) if inverted else image


def _draft(opened: "JpegImageFile", cut: Cut, size: tuple[int, int]) -> float:
    """Have a JPEG decoded at half, a quarter or an eighth, as far as the cut keeps ``size``; give the share."""
    width, height = opened.size
    share = max(1, min(cut.size[0] // size[0], cut.size[1] // size[1]))
    drafted = opened.draft(None, (max(1, width // share), max(1, height // share)))
    return drafted[1][2] / width if drafted else 1.0


def _encoded(photograph: Photograph, cut: Cut) -> bytes:
    from PIL.JpegImagePlugin import JpegImageFile, get_sampling

    image = pixels(photograph, cut)
    if photograph.filter != "DCTDecode":
        return zlib.compress(image.tobytes(), 6)
    with JpegImageFile(BytesIO(photograph.data)) as original:
        tables = [original.quantization[each] for each in sorted(original.quantization)]
        # Inks and gray have none; what Pillow has no number for is kept whole.
        sampling = max(0, get_sampling(original))
    out = BytesIO()
    image.save(out, "JPEG", qtables=tables, subsampling=sampling)
    return out.getvalue()


def _key(photograph: Photograph, cut: Cut) -> str:
    from PIL import __version__

    recipe = f"cropped {_RECIPE} {__version__} {cut.box} {photograph.key} {photograph.filter}"
    return hashlib.sha256(recipe.encode()).hexdigest()


def _on_side(part: Rect, turn: int) -> Rect:
    """Lay a part of an upright picture on its side, or stand it up again, where the orientation asks for it."""
    return Rect(part.top, part.left, part.bottom, part.right) if turn in _LYING else part


def _mirrored(part: Rect, turn: int) -> Rect:
    left, top, right, bottom = part
    if turn in _FROM_RIGHT:
        left, right = 1 - right, 1 - left
    if turn in _FROM_FOOT:
        top, bottom = 1 - bottom, 1 - top
    return Rect(left, top, right, bottom)
