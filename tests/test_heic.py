"""Photographs of telephones in HEIC: upright, in the right colours, whole, and silent of who took them and where."""

import io
import struct
import sys
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageChops, ImageCms, ImageOps, ImageStat

from xihu_pdf import load, make
from xihu_pdf.heif import is_whole
from xihu_pdf.icc import display_p3, is_srgb
from xihu_pdf.pictures import PictureFault, read_photograph

pillow_heif = pytest.importorskip("pillow_heif")

CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "images"
ORIENTATION, MAKE, GPS = 0x0112, 0x010F, 0x8825
# Numbers of ITU-T H.273.
P3_PRIMARIES, SRGB_CURVE, PQ_CURVE = 12, 13, 16
SECRETS = (b"Kamera", b"Ms Li", b"Exif", b"xmpmeta")


def scene(size=(320, 200)) -> Image.Image:
    """Redder toward the foot, greener toward the right."""
    bands = [Image.linear_gradient("L"), Image.linear_gradient("L").rotate(90), Image.new("L", (256, 256), 60)]
    return Image.merge("RGB", bands).resize(size)


def heic(image: Image.Image, **options) -> bytes:
    out = io.BytesIO()
    pillow_heif.from_pillow(image).save(out, quality=95, chroma=444, **options)
    return out.getvalue()


def shown(photograph) -> Image.Image:
    return Image.open(io.BytesIO(photograph.data))


def personal(turn=1) -> dict[str, object]:
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKE] = turn, "Kamera of Ms Li"
    exif.get_ifd(GPS).update({1: "N", 2: (30.0, 15.0, 0.0)})
    return {"exif": exif.tobytes(), "xmp": b"<x:xmpmeta>Ms Li</x:xmpmeta>"}


def unlike(one: Image.Image, other: Image.Image) -> float:
    return max(ImageStat.Stat(ImageChops.difference(one.convert("RGB"), other.convert("RGB"))).rms)


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_picture_is_turned_once(turn):
    tagged = scene()
    tagged.getexif()[ORIENTATION] = turn
    photograph = read_photograph(heic(scene(), **personal(turn)))
    expected = ImageOps.exif_transpose(tagged)
    assert (photograph.turn, photograph.width, photograph.height) == (1, *expected.size)
    assert photograph.stored == expected.size
    assert unlike(shown(photograph), expected) < 4


@pytest.mark.parametrize(("mode", "colour"), [("L", "gray"), ("RGB", "rgb"), ("RGBA", "rgb")])
def test_colours_are_kept_and_what_lets_through_stands_on_paper(mode, colour):
    image = scene().convert(mode)
    if mode == "RGBA":
        image.putalpha(Image.new("L", image.size, 0))
    photograph = read_photograph(heic(image))
    assert (photograph.colour, photograph.filter) == (colour, "DCTDecode")
    expected = Image.new("RGB", image.size, "white") if mode == "RGBA" else image
    assert unlike(shown(photograph), expected) < 4


def converted(image: Image.Image, profile: bytes) -> Image.Image:
    """What LittleCMS makes of the values of a profile for a screen."""
    source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    made = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"))
    assert made is not None
    return made


@pytest.mark.parametrize("told_by", ["profile", "number"])
def test_colours_of_display_p3_come_out_right(told_by):
    options = (
        {"icc_profile": display_p3()}
        if told_by == "profile"
        else {"color_primaries": P3_PRIMARIES, "transfer_characteristics": SRGB_CURVE}
    )
    image = scene()
    if told_by == "profile":
        image.info["icc_profile"] = display_p3()
    photograph = read_photograph(heic(image, **options))
    expected = converted(scene(), display_p3())
    assert unlike(expected, scene()) > 8
    assert unlike(shown(photograph), expected) < 4


def test_the_profile_made_for_display_p3_is_what_it_says():
    """The green of Display P3 is 0.265, 0.690 in daylight; in sRGB it lies outside, at more than full green."""
    profile = ImageCms.ImageCmsProfile(io.BytesIO(display_p3()))
    colorants = profile.profile
    assert not is_srgb(display_p3())
    x, y, _ = colorants.green_primary[1]
    assert (x, y) == pytest.approx((0.265, 0.690), abs=0.06)
    pure = converted(Image.new("RGB", (1, 1), (0, 255, 0)), display_p3()).getpixel((0, 0))
    white = converted(Image.new("RGB", (1, 1), (255, 255, 255)), display_p3()).getpixel((0, 0))
    gray = converted(Image.new("RGB", (1, 1), (128, 128, 128)), display_p3()).getpixel((0, 0))
    assert pure == (0, 255, 0)
    assert min(white) >= 254
    assert gray == pytest.approx((128, 128, 128), abs=1)
    inside = converted(Image.new("RGB", (1, 1), (100, 150, 100)), display_p3()).getpixel((0, 0))
    # Worked out by the matrices of the two spaces.
    assert inside == pytest.approx((83, 151, 95), abs=2)


def test_pictures_of_high_range_are_refused_by_name():
    with pytest.raises(PictureFault) as caught:
        read_photograph(heic(scene(), color_primaries=9, transfer_characteristics=PQ_CURVE))
    assert (caught.value.code, caught.value.values) == ("picture-format", {"format": "HEIC (HDR)"})


@pytest.mark.parametrize("share", [0.02, 0.3, 0.9, 0.999])
def test_a_picture_that_is_cut_off_is_refused(share):
    data = heic(scene())
    with pytest.raises(PictureFault) as caught:
        read_photograph(data[: int(len(data) * share)])
    assert caught.value.code == "picture-truncated"


def test_a_damaged_picture_is_refused():
    data = bytearray(heic(scene()))
    at = data.index(b"hvcC")
    data[at : at + 40] = bytes(40)
    with pytest.raises(PictureFault) as caught:
        read_photograph(bytes(data))
    assert caught.value.code == "picture-unreadable"


@pytest.mark.parametrize(
    ("data", "whole"),
    [
        (struct.pack(">I4s", 8, b"free") * 3, True),
        (struct.pack(">I4s", 9, b"free"), False),
        (struct.pack(">I4s", 9, b"\0\0\0\0"), True),
        (struct.pack(">I4sQ", 1, b"mdat", 16), True),
        (struct.pack(">I4sQ", 1, b"mdat", 17), False),
        (struct.pack(">I4s", 0, b"mdat") + bytes(30), True),
        (struct.pack(">I4s", 8, b"free") + b"\0", False),
    ],
)
def test_a_file_is_whole_where_its_boxes_end_within_it(data, whole):
    assert is_whole(data) == whole


def test_without_the_reader_the_way_out_is_told(monkeypatch):
    data = heic(scene())
    monkeypatch.setitem(sys.modules, "pillow_heif", None)
    with pytest.raises(PictureFault) as caught:
        read_photograph(data)
    assert caught.value.code == "picture-heic"


CONTENT = """language: zh-Hans
paper: 190 × 260
pages:
  - articles:
      - headline: 水乡春早
        paragraphs: |
{copy}
        photographs:
          - file: photo.{kind}
            caption: 湖边的早晨
"""


@pytest.mark.parametrize("order", ["press", "archive", "screen"])
@pytest.mark.parametrize("kind", ["heic", "jpg"])
def test_nothing_personal_reaches_the_page(kind, order, tmp_path):
    """Neither in the file as it stands nor in any stream of it: who took a photograph, with what, and where."""
    image = scene((1200, 800))
    if kind == "heic":
        data = heic(image, **personal(6))
    else:
        out = io.BytesIO()
        image.save(out, "JPEG", **personal(6), comment=b"Ms Li")
        data = out.getvalue()
    assert sum(secret in data for secret in SECRETS) >= 3
    (tmp_path / f"photo.{kind}").write_bytes(data)
    sentence = "湖水退下去以后，村里人把稻田重新平整了一遍，又在田埂上种了一排桑树。"
    for count in range(20, 90):
        text = CONTENT.format(copy=f"          {sentence * 2}\n" * count, kind=kind)
        (tmp_path / "content.yaml").write_text(text, "utf-8")
        proof = make(load(tmp_path / "content.yaml"), order=order)
        if proof.pdf:
            break
    assert proof.pdf is not None, [each.line("en") for each in proof.diagnostics]
    streams = [proof.pdf]
    with pikepdf.open(io.BytesIO(proof.pdf)) as file:
        for each in file.objects:
            if isinstance(each, pikepdf.Stream):
                streams.append(each.read_raw_bytes())
                if each.get("/Filter") == "/FlateDecode":
                    streams.append(each.read_bytes())
    told = b"\0".join(stream for stream in streams if b"begin=" not in stream)
    for secret in SECRETS[:3]:
        assert secret not in told, secret


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of foreign pictures is not beside this checkout")
def test_a_foreign_picture_is_as_another_decoding_has_it():
    data = (CORPUS / "xiaomi.heic").read_bytes()
    photograph = read_photograph(data)
    expected = pillow_heif.open_heif(io.BytesIO(data)).to_pillow()
    assert (photograph.width, photograph.height) == expected.size
    assert unlike(shown(photograph), expected) < 3
    assert not shown(photograph).getexif()
    for share in (0.3, 0.6, 0.99):
        with pytest.raises(PictureFault, match="picture-truncated"):
            read_photograph(data[: int(share * len(data))])
