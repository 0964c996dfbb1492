"""Photographs: made ready for the press from what cameras and telephones give, or refused by name.

A JPEG is never encoded anew without need: its picture data pass through, its metadata do not, so that no page tells
where and by whom a photograph was taken.
Pillow is imported where it is used, since most of a short run would go into importing it.
"""

import hashlib
import re
import struct
import warnings
import zlib
from collections.abc import Callable
from functools import cache, partial
from io import BytesIO
from typing import TYPE_CHECKING, Literal, NamedTuple

from xihu_pdf.cache import Keep, keep_nothing
from xihu_pdf.geometry import Rect
from xihu_pdf.jpeg import EXTENDED, PROGRESSIVE, Anatomy, dissect

if TYPE_CHECKING:
    from PIL import Image

__all__ = ["WHOLE", "Colour", "Filter", "Photograph", "PictureFault", "read_photograph", "resolution"]

Colour = Literal["gray", "rgb", "cmyk"]
Filter = Literal["DCTDecode", "FlateDecode", ""]
WHOLE = Rect(0.0, 0.0, 1.0, 1.0)


class Photograph(NamedTuple):
    """A photograph as a PDF image object takes it, or one step before.

    ``key`` is the hash of the file that came in; ``width`` and ``height`` count upright pixels, ``stored`` those in
    ``data``, which is a JPEG or deflated; with no ``filter`` it is the bare pixels, to be packed when it is known what
    is shown of them. ``load`` gives the data: of what was decoded in an earlier run nothing is decoded before.
    ``turn`` is the Exif orientation (1 upright to 8) that the drawing matrix has to apply to the stored
    pixels. ``inverted`` asks for a Decode array of ``[1 0]`` for each ink. ``part`` is what the pixels show of the
    photograph that came in, as fractions of it upright; what a page shows is always counted on the whole one.
    """

    key: str
    width: int
    height: int
    stored: tuple[int, int]
    turn: int
    colour: Colour
    inverted: bool
    filter: Filter
    load: Callable[[], bytes]
    part: Rect = WHOLE

    @property
    def data(self) -> bytes:
        """The pixels, as ``filter`` says."""
        return self.load()


class PictureFault(Exception):  # noqa: N818 - the house says fault
    """A photograph that cannot be printed: ``code`` of the message table and ``values`` for its fields.

    The field ``picture``, the file's name, is left to the caller, who alone knows it.
    """

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values


COLOURS: dict[int, Colour] = {1: "gray", 3: "rgb", 4: "cmyk"}
COLOUR_OF_MODE: dict[str, Colour] = {"L": "gray", "RGB": "rgb", "CMYK": "cmyk"}

# A baseline JPEG is probed at an eighth of its size; everything else is held in memory whole, at three bytes a pixel
# and more, so that a small file could ask for gigabytes.
MEGAPIXELS_PROBED, MEGAPIXELS_HELD = 300, 100

# Taken formats are decoded by the class named; the others are known only to be named in the fault.
HEIC = "pillow_heif.HeifImageFile"
TAKEN = (
    (0, b"\x89PNG\r\n\x1a\n", "PNG", "PIL.PngImagePlugin.PngImageFile"),
    (8, b"WEBP", "WebP", "PIL.WebPImagePlugin.WebPImageFile"),
    (0, b"II*\0", "TIFF", "PIL.TiffImagePlugin.TiffImageFile"),
    (0, b"MM\0*", "TIFF", "PIL.TiffImagePlugin.TiffImageFile"),
    # Brands of ISO/IEC 23008-12, annex B; mif1 and msf1 are those of a file that is not bound to one codec.
    *((4, b"ftyp" + brand, "HEIC", HEIC) for brand in (b"hei", b"hev", b"mif1", b"msf1")),
)
NOT_TAKEN = (
    (4, b"ftypavi", "AVIF"),
    (4, b"ftypcrx", "RAW"),
    (4, b"ftyp", "MP4"),
    (0, b"GIF8", "GIF"),
    (0, b"BM", "BMP"),
    (0, b"8BPS", "PSD"),
    (0, b"%PDF", "PDF"),
    (0, b"%!PS", "EPS"),
    (0, b"<svg", "SVG"),
    (0, b"<?xml", "SVG"),
    (0, b"\xff\x0a", "JPEG XL"),
    (4, b"JXL ", "JPEG XL"),
    (4, b"jP  ", "JPEG 2000"),
    (0, b"II", "RAW"),
    (0, b"PK", "ZIP"),
)

# What Pillow's decoders raise on damaged files, besides OSError.
DAMAGE = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    RuntimeError,
    ArithmeticError,
    EOFError,
    struct.error,
    zlib.error,
)


def read_photograph(data: bytes, keep: Keep = keep_nothing) -> Photograph:
    """Make a photograph from the bytes of a JPEG, PNG, WebP, TIFF or HEIC file; of several frames the first is taken.

    Raises ``PictureFault`` if it is damaged, cut off, too large or of another format. The pixels are really decoded,
    so that a damaged file is found here and not at the press; only a progressive JPEG that was cut and then closed
    with a proper end marker is not found. Gray and CMYK values are kept as they are, whatever profile came with them;
    RGB becomes sRGB. What ``keep`` knows was decoded before, and is not decoded again.
    """
    key = hashlib.sha256(data).hexdigest()
    if data.startswith(b"\xff\xd8\xff"):
        return _read_jpeg(key, data, keep)
    for offset, magic, name, decoder in TAKEN:
        if data.startswith(magic, offset):
            return _read_pixels(key, data, (name, decoder), keep)
    for offset, magic, name in NOT_TAKEN:
        if data.startswith(magic, offset):
            raise PictureFault("picture-format", format=name)
    raise PictureFault("picture-unreadable")


def resolution(photograph: Photograph, width_points: float, crop_width_fraction: float) -> float:
    """Pixels an inch of the photograph when this fraction of its upright width is printed so many points wide."""
    return photograph.width / photograph.part.width * crop_width_fraction * 72 / width_points


# What is kept changes with what decodes, and with this, which has to change with what is asked of the pixels.
RECIPE = "2"


def _recipe(kind: str, key: str) -> str:
    """The name under which something made of a file is kept."""
    from PIL import __version__

    return hashlib.sha256(f"{kind} {RECIPE} {__version__} {key}".encode()).hexdigest()


# -- JPEG -----------------------------------------------------------------------------------------------------------


def _read_jpeg(key: str, data: bytes, keep: Keep) -> Photograph:
    try:
        anatomy = dissect(data)
    except EOFError:
        raise PictureFault("picture-truncated", size=len(data)) from None
    except ValueError:
        raise PictureFault("picture-unreadable") from None
    _weigh(anatomy.size, MEGAPIXELS_PROBED if anatomy.process <= EXTENDED else MEGAPIXELS_HELD)
    if len(anatomy.components) not in COLOURS:
        raise PictureFault("picture-unreadable")
    turn, colour = anatomy.turn, COLOURS[len(anatomy.components)]
    if anatomy.plain:
        keep(_recipe("sound", key), partial(_probed, anatomy))
    else:
        anatomy = dissect(keep(_recipe("anew", key), partial(_encoded_anew, anatomy)))
    width, height = anatomy.size if turn < 5 else anatomy.size[::-1]
    inverted = colour == "cmyk" and anatomy.adobe
    return Photograph(key, width, height, anatomy.size, turn, colour, inverted, "DCTDecode", lambda: anatomy.clean)


def _probed(anatomy: Anatomy) -> bytes:
    """Decode at an eighth of the size, of colour pictures only the lightness: every byte is read, little computed.

    The decoder pads a scan that meets the end marker too early. Of a file with a single pass the marker is therefore
    withheld, and a few bytes are put there for the decoder to look ahead into.
    """
    from PIL import Image

    data = anatomy.clean if anatomy.process == PROGRESSIVE else anatomy.clean[:-2] + bytes(16)
    mode = "CMYK" if len(anatomy.components) == 4 else "L"
    eighth = (-(-anatomy.size[0] // 8), -(-anatomy.size[1] // 8))
    try:
        Image.frombytes(mode, eighth, data, "jpeg", mode, "", 8, 0)
    except DAMAGE as damage:
        raise _damaged(damage, anatomy.clean) from damage
    return b""


def _encoded_anew(anatomy: Anatomy) -> bytes:
    """Make a common JPEG in sRGB of data that a PDF reader would show wrongly or not at all."""
    from PIL.JpegImagePlugin import JpegImageFile

    from xihu_pdf.icc import in_srgb

    try:
        with JpegImageFile(BytesIO(anatomy.clean)) as image:
            return _as_jpeg(in_srgb(image, anatomy.profile))
    except DAMAGE as damage:
        raise _damaged(damage, anatomy.clean) from damage


def _as_jpeg(image: "Image.Image") -> bytes:
    encoded = BytesIO()
    image.save(encoded, "JPEG", quality=92, subsampling=0)
    return encoded.getvalue()


# -- pixels ---------------------------------------------------------------------------------------------------------

HEAD = ">II4s"  # width, height, Pillow's mode


def _read_pixels(key: str, data: bytes, taken: tuple[str, str], keep: Keep) -> Photograph:
    """A picture is decoded when it is first met, and in a later run only if its pixels are asked for."""
    decoded = cache(partial(_decoded, data, *taken))
    if taken[0] == "HEIC":
        return _read_heic(key, keep(_recipe("heic", key), lambda: _as_jpeg(decoded())))
    head = keep(_recipe("head", key), lambda: struct.pack(HEAD, *decoded().size, decoded().mode.ljust(4).encode()))
    width, height, mode = struct.unpack(HEAD, head)
    size, colour = (width, height), COLOUR_OF_MODE[mode.decode().strip()]
    return Photograph(key, *size, size, 1, colour, inverted=False, filter="", load=lambda: decoded().tobytes())


def _read_heic(key: str, encoded: bytes) -> Photograph:
    """It has been through a codec with losses before, and takes long to decode: it is kept as a JPEG."""
    made = dissect(encoded)
    colour = COLOURS[len(made.components)]
    return Photograph(
        key, *made.size, made.size, 1, colour, inverted=False, filter="DCTDecode", load=lambda: made.clean
    )


def _decoded(data: bytes, name: str, decoder: str) -> "Image.Image":
    """Decode a picture upright, in gray, sRGB or inks of eight bits; pillow-heif turns its own and says so."""
    from importlib import import_module

    from PIL import ImageOps

    from xihu_pdf.heif import high_range, is_whole, profile_of
    from xihu_pdf.icc import in_srgb

    if name == "HEIC" and not is_whole(data):
        raise PictureFault("picture-truncated", size=len(data))
    module, _, kind = decoder.rpartition(".")
    try:
        with warnings.catch_warnings():  # Pillow warns of metadata, and those are dropped
            warnings.simplefilter("ignore")
            # The class itself, since Image.open has a limit of its own and changes to it would be felt elsewhere.
            with getattr(import_module(module), kind)(BytesIO(data)) as opened:
                _weigh(opened.size, MEGAPIXELS_HELD)
                opened.load()
                if high_range(opened.info):
                    raise PictureFault("picture-format", format=f"{name} (HDR)")
                image = _eight_bit(ImageOps.exif_transpose(opened), name)
                return in_srgb(image, profile_of(opened.info))
    except ImportError:
        raise PictureFault("picture-heic") from None
    except DAMAGE as damage:
        raise _damaged(damage, data) from damage


def _eight_bit(image: "Image.Image", name: str) -> "Image.Image":
    """Bring the image to gray, RGB or CMYK of eight bits, on white paper where it lets through."""
    from PIL import Image

    gray = image.mode in {"1", "L", "LA", "La"}
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value * (255 / 65535) + 0.5).convert("L")
    if image.has_transparency_data:
        paper = Image.new("RGBA", image.size, "white")
        paper.alpha_composite(image.convert("RGBA"))
        image = paper
    elif image.mode in COLOUR_OF_MODE:
        return image
    if image.mode not in {"1", "P", "RGBA", "RGBX", "YCbCr"}:
        raise PictureFault("picture-format", format=f"{name} ({image.mode})")
    return image.convert("L" if gray else "RGB")


# -- both -----------------------------------------------------------------------------------------------------------


def _weigh(size: tuple[int, int], megapixels: int) -> None:
    """Refuse, from the header alone, what would not fit into memory, and pictures without extent."""
    width, height = size
    if not width or not height:
        raise PictureFault("picture-unreadable")
    if width * height > megapixels * 1_000_000:
        raise PictureFault("picture-too-large", width=width, height=height, limit=megapixels)


def _damaged(damage: Exception, data: bytes) -> PictureFault:
    cut = re.search("truncated|not enough image data", str(damage), re.IGNORECASE)
    return PictureFault("picture-truncated", size=len(data)) if cut else PictureFault("picture-unreadable")
