"""Photographs: what passes through, what is converted, what is refused, and that nothing personal remains."""

import io
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

import xihu_pdf.pictures as pictures_module
from xihu_pdf.cache import keep_in
from xihu_pdf.errors import fault
from xihu_pdf.pictures import MEGAPIXELS_HELD, Photograph, PictureFault, read_photograph, resolution

CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "images"
ORIENTATION, MAKE, COPYRIGHT, GPS = 0x0112, 0x010F, 0x8298, 0x8825


def scene(mode: str = "RGB", size: tuple[int, int] = (96, 64)) -> Image.Image:
    """A soft picture, its top left corner red, its right side blue, its foot dark."""
    width, height = size
    image = Image.new("RGB", size)
    image.putdata(
        [(255 - 255 * x // width, 128 * y // height, 255 * x // width) for y in range(height) for x in range(width)]
    )
    return image.convert(mode)


def written(image: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def pixels(photograph: Photograph) -> Image.Image:
    """The stored pixels, as a PDF reader sees them."""
    if photograph.filter == "DCTDecode":
        return Image.open(io.BytesIO(photograph.data))
    mode = {"gray": "L", "rgb": "RGB", "cmyk": "CMYK"}[photograph.colour]
    return Image.frombytes(mode, photograph.stored, photograph.data)


def whole(photograph: Photograph) -> tuple[object, ...]:
    """All that a photograph is, with its data and not the way to them."""
    return *photograph._replace(load=bytes), photograph.data


def refused(data: bytes) -> PictureFault:
    with pytest.raises(PictureFault) as caught:
        read_photograph(data)
    return caught.value


# -- JPEG passes through --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("progressive", [False, True])
@pytest.mark.parametrize(("mode", "colour"), [("L", "gray"), ("RGB", "rgb"), ("CMYK", "cmyk")])
def test_a_jpeg_keeps_its_picture_data(mode, colour, progressive):
    data = written(scene(mode), quality=90, progressive=progressive)
    photograph = read_photograph(data)
    assert (photograph.colour, photograph.filter, photograph.turn) == (colour, "DCTDecode", 1)
    assert (photograph.width, photograph.height) == photograph.stored == (96, 64)
    assert pixels(photograph).tobytes() == Image.open(io.BytesIO(data)).tobytes()


def test_cmyk_is_inverted_only_where_adobe_marked_it():
    marked = written(scene("CMYK"))
    assert read_photograph(marked).inverted
    at = marked.index(b"\xff\xee")
    length = struct.unpack_from(">H", marked, at + 2)[0]
    unmarked = marked[:at] + marked[at + 2 + length :]
    assert not read_photograph(unmarked).inverted


def test_nothing_personal_remains():
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKE], exif[COPYRIGHT] = 6, "Kamera of Ms Li", "Ms Li"
    exif.get_ifd(GPS).update({1: "N", 2: (30.0, 15.0, 0.0)})
    data = written(scene(), exif=exif, comment=b"at home, Ms Li", xmp=b"<x:xmpmeta>Ms Li</x:xmpmeta>")
    data = data[:2] + b"\xff\xed\x00\x0ePhoto Ms Li\0" + data[2:] + b"a short film of Ms Li"
    assert data.count(b"Ms Li") >= 5
    photograph = read_photograph(data)
    assert b"Ms Li" not in photograph.data
    assert b"Exif" not in photograph.data
    assert photograph.turn == 6
    assert (photograph.width, photograph.height, photograph.stored) == (64, 96, (96, 64))


def test_a_thumbnail_in_the_jfif_block_goes_too():
    data = written(scene())
    fat = b"\xff\xd8\xff\xe0" + struct.pack(">H", 16 + 3) + data[6:18] + b"\x01\x01" + b"\x07\x08\x09" + data[20:]
    assert read_photograph(fat).data == read_photograph(data).data


@pytest.mark.parametrize("turn", range(1, 9))
def test_orientation_is_told_for_jpeg_and_applied_to_pixels(turn):
    exif = Image.Exif()
    exif[ORIENTATION] = turn
    told = read_photograph(written(scene(), exif=exif))
    applied = read_photograph(written(scene(), "PNG", exif=exif))
    assert (told.turn, applied.turn) == (turn, 1)
    assert (told.width, told.height) == (applied.width, applied.height) == ((64, 96) if turn > 4 else (96, 64))
    corners = {1: (0, 0), 2: (-1, 0), 3: (-1, -1), 4: (0, -1), 5: (0, 0), 6: (-1, 0), 7: (-1, -1), 8: (0, -1)}
    x, y = corners[turn]
    assert pixels(applied).getpixel((x % applied.width, y % applied.height)) == (255, 0, 0)


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("value", [0, 9, 77])
def test_an_orientation_that_does_not_exist_is_upright(order, value):
    start = {"<": b"II*\0", ">": b"MM\0*"}[order]
    block = b"Exif\0\0" + start + struct.pack(order + "IHHHIHH", 8, 1, ORIENTATION, 3, 1, value, 0)
    data = written(scene())
    data = data[:2] + b"\xff\xe1" + struct.pack(">H", len(block) + 2) + block + data[2:]
    assert read_photograph(data).turn == 1


def test_a_stereo_file_gives_its_first_frame():
    second = written(Image.new("RGB", (40, 40), "green"))
    first = written(scene())
    assert read_photograph(first + second).data == read_photograph(first).data


# -- colour ---------------------------------------------------------------------------------------------------------


Place = tuple[float, float, float]


def profile(red: Place, green: Place, blue: Place) -> bytes:
    """A small matrix profile with the given colorants and a gamma of 2.2 (ICC.1, 8.3.3)."""

    def number(value: float) -> bytes:
        return struct.pack(">i", round(value * 65536))

    def place(values: Place) -> bytes:
        return b"XYZ \0\0\0\0" + b"".join(number(each) for each in values)

    gamma = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(2.2 * 256)) + b"\0\0"
    name = b"desc\0\0\0\0" + struct.pack(">I", 5) + b"Test\0" + bytes(4 + 4 + 2 + 1 + 67 + 3)
    tags = {
        b"desc": name, b"cprt": b"text\0\0\0\0CC0\0", b"wtpt": place((0.9642, 1.0, 0.8249)),
        b"rXYZ": place(red), b"gXYZ": place(green), b"bXYZ": place(blue),
        b"rTRC": gamma, b"gTRC": gamma, b"bTRC": gamma,
    }  # fmt: skip
    table, body, at = b"", b"", 132 + 12 * len(tags)
    for tag, content in tags.items():
        padded = content + bytes(-len(content) % 4)
        table += struct.pack(">4sII", tag, at + len(body), len(content))
        body += padded
    size = at + len(body)
    white = number(0.9642) + number(1.0) + number(0.8249)
    head = struct.pack(">I4sI4s4s4s", size, b"none", 0x02400000, b"mntr", b"RGB ", b"XYZ ")
    head += bytes(12) + b"acsp" + bytes(28) + white + bytes(48)
    return head + struct.pack(">I", len(tags)) + table + body


SRGB = profile((0.4361, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971), (0.1431, 0.0606, 0.7141))
WIDE = profile((0.5151, 0.2412, -0.0011), (0.2919, 0.6922, 0.0419), (0.1572, 0.0666, 0.7841))


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_wide_gamut_becomes_srgb(kind):
    photograph = read_photograph(written(Image.new("RGB", (64, 64), (200, 100, 100)), kind, icc_profile=WIDE))
    red, green, blue = pixels(photograph).convert("RGB").getpixel((32, 32))
    assert red > 206  # the same red needs more of sRGB's paler primary
    assert green < 99
    assert blue < 100
    assert b"ICC_PROFILE" not in photograph.data


@pytest.mark.parametrize("given_profile", [SRGB, None])
def test_srgb_is_not_encoded_anew(given_profile):
    plain = written(scene())
    assert read_photograph(written(scene(), icc_profile=given_profile)).data == read_photograph(plain).data


def test_a_profile_that_cannot_be_read_counts_as_none():
    photograph = read_photograph(written(Image.new("RGB", (64, 64), (200, 100, 100)), icc_profile=b"no profile" * 30))
    assert pixels(photograph).getpixel((32, 32)) == pytest.approx((200, 100, 100), abs=2)


def test_a_jpeg_of_plain_rgb_components_is_marked():
    ycc = written(scene(), quality=95, subsampling=0)
    frame = ycc.index(b"\xff\xc0")
    scan = ycc.index(b"\xff\xda")
    data = bytearray(ycc)
    for number, name in enumerate(b"RGB"):
        data[frame + 10 + 3 * number] = data[scan + 5 + 2 * number] = name
    data = data[:2] + data[data.index(b"\xff\xdb") :]
    shown = Image.open(io.BytesIO(bytes(data))).convert("RGB").getpixel((40, 30))
    photograph = read_photograph(bytes(data))
    assert b"JFIF" in photograph.data
    assert pixels(photograph).getpixel((40, 30)) == pytest.approx(shown, abs=4)


# -- pixels ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mode", "kind", "colour"),
    [
        ("RGB", "PNG", "rgb"), ("L", "PNG", "gray"), ("1", "PNG", "gray"), ("P", "PNG", "rgb"), ("RGBA", "PNG", "rgb"),
        ("LA", "PNG", "gray"), ("RGB", "WEBP", "rgb"), ("RGBA", "WEBP", "rgb"), ("RGB", "TIFF", "rgb"),
        ("CMYK", "TIFF", "cmyk"), ("L", "TIFF", "gray"), ("RGBA", "TIFF", "rgb"), ("YCbCr", "TIFF", "rgb"),
    ],
)  # fmt: skip
def test_other_formats_become_bare_pixels(mode, kind, colour):
    image = scene(mode)
    options = {"lossless": True} if kind == "WEBP" else {}
    photograph = read_photograph(written(image, kind, **options))
    assert (photograph.colour, photograph.filter, photograph.turn) == (colour, "", 1)
    channels = {"gray": 1, "rgb": 3, "cmyk": 4}[colour]
    assert len(photograph.data) == 96 * 64 * channels
    if mode in {"RGB", "L", "CMYK"}:
        assert pixels(photograph).tobytes() == image.tobytes()


def test_sixteen_bits_of_gray_become_eight():
    image = Image.new("I;16", (3, 1))
    image.putdata([0, 200, 65535])
    for kind in ("PNG", "TIFF"):
        assert read_photograph(written(image, kind)).data == bytes([0, 1, 255])


def test_what_lets_through_stands_on_white():
    image = Image.new("RGBA", (2, 1), (10, 20, 30, 255))
    image.putpixel((1, 0), (10, 20, 30, 0))
    assert read_photograph(written(image, "PNG")).data == bytes([10, 20, 30, 255, 255, 255])


def test_a_picture_in_floating_numbers_is_refused_by_name():
    caught = refused(written(Image.new("F", (4, 4)), "TIFF"))
    assert (caught.code, caught.values) == ("picture-format", {"format": "TIFF (F)"})


# -- damage ---------------------------------------------------------------------------------------------------------

WHOLE = written(scene(), quality=80)


@given(cut=st.integers(3, len(WHOLE) - 1))
def test_a_jpeg_cut_anywhere_is_found(cut):
    assert refused(WHOLE[:cut]).code in {"picture-truncated", "picture-unreadable"}


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
@pytest.mark.parametrize("options", [{}, {"restart_marker_rows": 2}])
def test_a_cut_closed_with_an_end_marker_is_found(mode, options):
    data = written(scene(mode, size=(320, 240)), quality=80, **options)
    assert read_photograph(data).data
    assert refused(data[: len(data) * 4 // 5] + b"\xff\xd9").code == "picture-truncated"


def test_a_jpeg_without_its_tables_is_found():
    at = WHOLE.index(b"\xff\xdb")
    assert refused(WHOLE[:at] + WHOLE[WHOLE.index(b"\xff\xc0") :]).code == "picture-unreadable"


@pytest.mark.parametrize("progressive", [False, True])
def test_a_jpeg_filled_up_with_zeros_is_found(progressive):
    data = written(scene(size=(320, 240)), progressive=progressive)
    half = len(data) * 2 // 3
    assert refused(data[:half] + bytes(len(data) - half)).code == "picture-truncated"


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "TIFF"])
def test_other_formats_cut_in_half_are_found(kind):
    data = written(scene(size=(320, 240)), kind)
    assert refused(data[: len(data) // 2]).code in {"picture-truncated", "picture-unreadable"}


@settings(max_examples=150, deadline=None)
@given(
    kind=st.sampled_from(["JPEG", "PNG", "TIFF", "WEBP"]),
    at=st.floats(0, 0.999),
    junk=st.binary(min_size=1, max_size=8),
)
def test_damage_gives_a_picture_or_a_fault_and_nothing_else(kind, at, junk):
    data = bytearray(written(scene(size=(24, 16)), kind))
    place = round(at * len(data))
    data[place : place + len(junk)] = junk
    try:
        photograph = read_photograph(bytes(data))
    except PictureFault:
        return
    assert photograph.width > 0
    assert photograph.height > 0


@given(st.binary(max_size=60))
def test_bytes_that_are_no_picture_are_refused(data):
    assert refused(data).code.startswith("picture-")


def png_that_claims(width: int, height: int) -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(99))) + chunk(b"IEND", b"")


def test_a_size_that_memory_would_not_hold_is_refused_from_the_header():
    caught = refused(png_that_claims(30000, 20000))
    assert (caught.code, caught.values["limit"]) == ("picture-too-large", MEGAPIXELS_HELD)
    data = bytearray(WHOLE)
    struct.pack_into(">HH", data, data.index(b"\xff\xc0") + 5, 20000, 20000)
    assert refused(bytes(data)).values == {"width": 20000, "height": 20000, "limit": 300}


@pytest.mark.parametrize(
    ("start", "name"),
    [
        (b"\0\0\0\x18ftypavif", "AVIF"),
        (b"\0\0\0\x18ftypisom", "MP4"),
        (b"\0\0\0\x18ftypcrx ", "RAW"),
        (b"GIF89a", "GIF"),
        (b"BM6\0", "BMP"),
        (b"8BPS", "PSD"),
    ],
)
def test_formats_not_taken_are_named(start, name):
    caught = refused(start + bytes(100))
    assert (caught.code, caught.values) == ("picture-format", {"format": name})


# -- the rest -------------------------------------------------------------------------------------------------------


def test_the_key_is_the_content():
    assert whole(read_photograph(WHOLE)) == whole(read_photograph(bytes(WHOLE)))
    assert read_photograph(WHOLE).key != read_photograph(written(scene(), quality=81)).key


def test_resolution_counts_the_pixels_shown_upright():
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    photograph = read_photograph(written(scene(size=(300, 600)), exif=exif))
    assert resolution(photograph, 144.0, 1.0) == pytest.approx(300)
    assert resolution(photograph, 144.0, 0.5) == pytest.approx(150)


FAULTS = {
    "picture-format": {"format": "PSD"},
    "picture-heic": {},
    "picture-soft": {"ppi": 120, "needed": 200},
    "picture-too-large": {"width": 9, "height": 9, "limit": 100},
    "picture-truncated": {"size": 10000},
    "picture-unreadable": {},
}


@pytest.mark.parametrize("code", FAULTS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_fault_says_what_and_how_to_cure_it(code, language):
    finding = fault(code, None, picture="images/rice.jpg", **FAULTS[code])
    assert "images/rice.jpg" in finding.message(language)
    assert all(str(value) in finding.message(language) for value in FAULTS[code].values())
    assert finding.hint(language)


EXPECTED = {
    "absurd-dpi.jpg": "rgb 8 8 1",
    "award-large.jpeg": "rgb 3994 2663 1",
    "bad-exif-gray.jpg": "gray 500 500 1",
    "broken-stream.png": "picture-unreadable",
    "cmyk-adobe.jpg": "cmyk 100 100 1",
    "conference-1.webp": "rgb 1000 667 1",
    "conference-europe.webp": "rgb 1400 934 1",
    "corrupted.heic": "picture-unreadable",
    "exif-gps.jpg": "rgb 1600 900 1",
    "exif-landscape_3.jpg": "rgb 1800 1200 3",
    "exif-portrait_6.jpg": "rgb 1200 1800 6",
    "gray.jpg": "gray 531 373 1",
    "huge-17000.avif": "picture-format",
    "png-text-bomb.png": "picture-unreadable",
    "progressive-app13.jpg": "rgb 256 160 1",
    "rgb16.png": "rgb 128 128 1",
    "rgba.png": "rgb 128 128 1",
    "stereo.mpo": "rgb 640 480 1",
    "transparent.png": "rgb 200 150 1",
    "truncated-baseline.jpg": "picture-truncated",
    "truncated.png": "picture-truncated",
    "xiaomi.heic": "rgb 2592 1944 1",
}


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of foreign pictures is not beside this checkout")
@pytest.mark.parametrize("name", EXPECTED)
def test_foreign_pictures_come_out_right_or_are_refused_by_name(name):
    data = (CORPUS / name).read_bytes()
    if EXPECTED[name].startswith("picture-"):
        assert refused(data).code == EXPECTED[name]
        return
    photograph = read_photograph(data)
    assert f"{photograph.colour} {photograph.width} {photograph.height} {photograph.turn}" == EXPECTED[name]
    shown = pixels(photograph)
    shown.load()
    assert shown.size == photograph.stored
    assert not shown.getexif()


@pytest.mark.parametrize("name", ["rice.jpg", "stage.jpg"])
def test_the_specimen_pictures_need_no_change(name):
    data = (Path(__file__).parents[1] / "images" / name).read_bytes()
    assert len(data) < 900_000
    photograph = read_photograph(data)
    assert photograph.data == data
    assert photograph.width >= (1800 if name == "rice.jpg" else 1200)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA"])
def test_what_was_decoded_is_known_and_comes_out_the_same(kind, mode, tmp_path):
    image = scene(mode).convert("RGB") if kind == "JPEG" else scene(mode)
    data, keep, made = written(image, kind), keep_in(str(tmp_path)), []

    def counting(name, make):
        return keep(name, lambda: made.append(name) or make())

    first = read_photograph(data, counting)
    assert whole(first) == whole(read_photograph(data, counting)) == whole(read_photograph(data))
    assert len(made) == 1
    read_photograph(written(image.resize((40, 30)), kind), counting)
    assert len(made) == 2


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_what_was_decoded_before_is_not_decoded_again(kind, tmp_path, monkeypatch):
    data = written(scene(), kind)
    read_photograph(data, keep_in(str(tmp_path)))
    for name in ("_decoded", "_probed"):
        monkeypatch.setattr(pictures_module, name, lambda *_: pytest.fail("decoded again"))
    assert read_photograph(data, keep_in(str(tmp_path))).stored == scene().size


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_nothing_is_kept_of_what_is_damaged(kind, tmp_path):
    data = written(scene(), kind)
    for _ in range(2):
        with pytest.raises(PictureFault):
            read_photograph(data[: len(data) // 2], keep_in(str(tmp_path)))
    assert list(tmp_path.iterdir()) == []
