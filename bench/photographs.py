"""Time photographs of twelve megapixels: read and separated for newsprint the first time, and from the cache.

    photographs.py [--rounds N] [--markdown]

The pictures are made here, soft shapes with the grain of a camera. Time is that of the processor, in one process in
which Pillow is loaded and the table of the profile is kept, as it is from the first photograph on.
"""

import argparse
import tempfile
import time
from collections.abc import Iterator
from io import BytesIO
from statistics import median
from typing import NamedTuple

from cold import table
from PIL import Image, ImageChops

from xihu_pdf.cache import Keep, keep_in
from xihu_pdf.frame import Document, PageFrame, Picture, Placed
from xihu_pdf.geometry import Point, Size, mm
from xihu_pdf.pictures import WHOLE, read_photograph
from xihu_pdf.press import ORDERS, prepress

SIZE = 4000, 3000
WIDTHS = 150.0, 243.0  # millimetres: four columns of six, and all six
FORMS = {
    "JPEG": ("JPEG", {"quality": 90}),
    "JPEG, progressive": ("JPEG", {"quality": 90, "progressive": True}),
    "PNG": ("PNG", {}),
    "WebP": ("WEBP", {"quality": 85}),
    "HEIC": ("HEIF", {"quality": 60}),
}
HEADS = ["photograph", "MB", "printed mm", "first ms (least)", "cached ms (least)", "pixels", "kB"]


class Turn(NamedTuple):
    """Processor seconds the first time and from the cache, the pixels that are printed and their bytes."""

    first: float
    cached: float
    stored: tuple[int, int]
    size: int


def picture() -> Image.Image:
    """Soft shapes with grain in three colours."""
    shapes = Image.radial_gradient("L").resize(SIZE, Image.Resampling.BICUBIC)
    grain = Image.effect_noise(SIZE, 12)
    bands = (shapes, ImageChops.invert(shapes), shapes.transpose(Image.Transpose.ROTATE_180))
    return Image.merge("RGB", [ImageChops.add(band, grain, 1, -128) for band in bands])


def encoded() -> Iterator[tuple[str, bytes]]:
    image = picture()
    for name, (kind, options) in FORMS.items():
        if kind == "HEIF":
            try:
                import pillow_heif
            except ImportError:
                continue
            pillow_heif.register_heif_opener()
        out = BytesIO()
        image.save(out, kind, **options)
        yield name, out.getvalue()


def separated(data: bytes, width: float, keep: Keep) -> tuple[float, tuple[int, int], int]:
    start = time.process_time()
    photograph = read_photograph(data, keep)
    size = Size(mm(width), mm(width) * photograph.height / photograph.width)
    page = PageFrame(size, (Placed(Point(0.0, 0.0), Picture(photograph.key, size, WHOLE)),))
    made = prepress(Document("", "", "", (page,)), {photograph.key: photograph}, ORDERS["press"], keep)[photograph.key]
    return time.process_time() - start, made.stored, len(made.data)


def turn(data: bytes, width: float) -> Turn:
    with tempfile.TemporaryDirectory() as folder:
        keep = keep_in(folder)
        out = BytesIO()
        Image.new("RGB", (16, 16)).save(out, "JPEG")
        separated(out.getvalue(), width, keep)
        first, stored, size = separated(data, width, keep)
        return Turn(first, separated(data, width, keep)[0], stored, size)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--markdown", action="store_true", help="print a Markdown table")
    options = parser.parse_args()
    files = dict(encoded())
    turns = {(name, width): [] for name in files for width in WIDTHS}
    for _ in range(options.rounds):
        for (name, width), found in turns.items():
            found.append(turn(files[name], width))
    rows = [
        [
            name,
            f"{len(files[name]) / 1e6:.1f}",
            f"{width:.0f}",
            *(
                f"{median(times) * 1000:.0f} ({min(times) * 1000:.0f})"
                for times in ([each.first for each in found], [each.cached for each in found])
            ),
            "×".join(map(str, found[0].stored)),
            f"{found[0].size / 1000:.0f}",
        ]
        for (name, width), found in turns.items()
    ]
    print(table(HEADS, rows, markdown=options.markdown))


if __name__ == "__main__":
    main()
