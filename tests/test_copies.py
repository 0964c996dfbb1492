"""Copies of a finished edition: pictures as large as asked for, in the right colours, never over what is not ours."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from xihu_pdf import open_stock
from xihu_pdf.build import make
from xihu_pdf.cli import _COPIES
from xihu_pdf.content import Text, parse
from xihu_pdf.copies import KINDS, Finished, copies
from xihu_pdf.errors import Diagnostic
from xihu_pdf.frame import transcript
from xihu_pdf.output import refusal
from xihu_pdf.proofreading import text_proof

ROOT = Path(__file__).parents[1]
WIDTH, HEIGHT = 275 / 25.4, 390 / 25.4
RED = (200, 40, 30)


@pytest.fixture(scope="module")
def finished(tmp_path_factory) -> Finished:
    """The page of the repository twice, one photograph all in red, with a reading over a word of a caption."""
    folder = tmp_path_factory.mktemp("edition")
    (folder / "images").mkdir()
    for name in ("rice.jpg", "stage.jpg"):
        with Image.open(ROOT / "images" / name) as image:
            Image.new("RGB", image.size, RED).save(folder / "images" / name)
    text = (ROOT / "content.yaml").read_text("utf-8").replace("caption: 优质水稻", "caption: 优质{注音:水稻|shuǐ dào}")
    page = text[text.index("  - folio: 45") :]
    source = parse((text + page.replace("folio: 45", "folio: 46")).encode(), "content.yaml")
    stock, source = open_stock(str(folder)), source._replace(folder=str(folder))
    proof = make(source, stock)
    assert proof.pdf is not None, [each.line("en") for each in proof.diagnostics]
    return Finished(source, stock, proof.document, proof.pdf, "press")


def made(finished, *kinds, resolution=None, stem="out/paper") -> dict[str, bytes]:
    found = copies(kinds, stem, finished, resolution)
    assert isinstance(found, dict)
    return found


def opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


def test_the_command_knows_every_kind():
    assert list(KINDS) == list(_COPIES)


@pytest.mark.parametrize(("kind", "suffix", "form"), [("png", "png", "PNG"), ("jpeg", "jpg", "JPEG")])
@pytest.mark.parametrize("resolution", [None, 40, 96])
def test_every_page_is_a_picture_of_the_resolution_asked_for(finished, kind, suffix, form, resolution):
    pictures = made(finished, kind, resolution=resolution)
    assert list(pictures) == [f"out/paper-1.{suffix}", f"out/paper-2.{suffix}"]
    for data in pictures.values():
        image = opened(data)
        assert image.format == form
        assert image.size == pytest.approx((WIDTH * (resolution or 150), HEIGHT * (resolution or 150)), abs=1)
        assert image.info["dpi"] == pytest.approx((resolution or 150,) * 2, abs=0.1)
        assert ImageStat.Stat(image.convert("L")).extrema[0][0] < 60


def test_the_picture_of_a_single_page_has_no_number(finished):
    (page, _) = finished.document.pages
    single = finished._replace(document=finished.document._replace(pages=(page,)))
    assert list(made(single, "jpeg", resolution=40)) == ["out/paper.jpg"]


@pytest.mark.parametrize("resolution", [None, 50])
def test_the_long_picture_is_all_pages_one_below_the_other(finished, resolution):
    pictures = made(finished, "long", resolution=resolution)
    (path,) = pictures
    long = opened(pictures[path])
    assert path == "out/paper-long.jpg"
    if resolution is None:
        assert long.width == 1080
        resolution = 1080 / WIDTH
    pages = [opened(data).convert("RGB") for data in made(finished, "jpeg", resolution=resolution).values()]
    assert long.height == pytest.approx(sum(page.height for page in pages), abs=2)
    half = long.height // 2
    for page, top in zip(pages, (0, half), strict=True):
        shown = long.crop((0, top, long.width, top + half)).resize((200, 284))
        assert max(ImageStat.Stat(ImageChops.difference(shown, page.resize((200, 284)))).rms) < 12


def reddest(image: Image.Image) -> tuple[int, ...]:
    """The most common colour that is not paper or ink."""
    counted = image.convert("RGB").reduce(4).getcolors(1 << 20)
    return max((count, colour) for count, colour in counted if max(colour) - min(colour) > 60)[1]


def test_what_is_passed_round_has_the_colours_of_a_screen(finished):
    """The PNG shows the PDF as it is, in ink; the JPEG and the long picture show the photograph's own colour."""
    for kind in ("jpeg", "long"):
        data = next(iter(made(finished, kind, resolution=60).values()))
        assert reddest(opened(data)) == pytest.approx(RED, abs=6)
    ink = reddest(opened(next(iter(made(finished, "png", resolution=60).values()))))
    assert max(abs(one - other) for one, other in zip(ink, RED, strict=True)) > 6


@pytest.mark.parametrize(
    ("kind", "count", "resolution", "most"),
    [("png", 2, 1200, 775), ("jpeg", 2, 1200, 775), ("long", 60, 120, 71), ("long", 200, None, 21)],
)
def test_a_picture_that_would_be_too_large_is_refused_with_what_would_do(finished, kind, count, resolution, most):
    pages = finished.document.pages[:1] * count
    many = finished._replace(document=finished.document._replace(pages=pages))
    found = copies([kind], "out", many, resolution)
    assert isinstance(found, Diagnostic)
    assert found.code == "copy-too-large"
    assert f"--ppi {most}" in found.line("zh")


def test_copies_are_the_same_each_time_and_may_replace_themselves(finished, tmp_path):
    stem = str(tmp_path / "paper")
    first = made(finished, *KINDS, resolution=40, stem=stem)
    assert first == made(finished, *KINDS, resolution=40, stem=stem)
    assert len(first) == 7
    for path, data in first.items():
        with open(path, "wb") as file:
            file.write(data)
        assert refusal(path) is None


@pytest.mark.parametrize("kind", KINDS)
def test_a_copy_that_was_corrected_is_not_replaced(finished, tmp_path, kind):
    """A proof is made to be corrected, and a picture to be drawn upon."""
    path, data = next(iter(made(finished, kind, resolution=40, stem=str(tmp_path / "paper")).items()))
    at = len(data) * 2 // 3
    for changed in (data[:at] + b"x" + data[at + 1 :], data + b"\n", data[:at]):
        Path(path).write_bytes(changed)
        assert refusal(path).code == "output-changed"


@pytest.mark.parametrize("kind", ["png", "jpeg", "long"])
def test_a_sealed_picture_is_a_sound_one(finished, kind):
    data = next(iter(made(finished, kind, resolution=40).values()))
    image = opened(data)
    told = image.info["Software"] if kind == "png" else image.info["comment"].decode()
    assert re.fullmatch("xihu_pdf [0-9a-f]{32}", told)


@pytest.mark.parametrize("name", ["paper-1.png", "paper-1.jpg", "paper-proof.txt"])
def test_what_others_made_is_not_replaced(name, tmp_path):
    path = tmp_path / name
    if name.endswith("txt"):
        path.write_text("notes of the editor", "utf-8")
    else:
        Image.new("RGB", (8, 8)).save(path)
    found = refusal(str(path))
    assert found is not None
    assert found.code == "output-taken"


def test_the_transcript_is_that_of_the_pages(finished):
    (data,) = made(finished, "transcript").values()
    assert data.decode("utf-8-sig").partition("\n")[2] == transcript(finished.document)


# -- the text proof -----------------------------------------------------------------------------------------------


def texts(value) -> list[Text]:
    if isinstance(value, Text):
        return [value]
    return [text for each in value for text in texts(each)] if isinstance(value, tuple) else []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_text_proof_has_every_word_once_at_its_line(finished, language):
    edition = finished.source.edition
    lines = text_proof(edition, finished.document, language).splitlines()
    source = finished.source.data.decode().splitlines()
    for text in texts(edition):
        found = [line for line in lines if line.startswith(f"{text.span.line:>5}  ")]
        assert any(text.value in line for line in found), text.value
        assert text.value[:2] in source[text.span.line - 1]
    numbered = [line for line in lines if line[:5].strip().isdecimal()]
    assert len(numbered) == len(texts(edition)) + 4  # photographs
    count = sum(len(text.value.replace(" ", "")) for text in texts(edition))
    assert str(count) in lines[0]


def test_the_text_proof_goes_page_by_page_and_calls_things_by_their_keys(finished):
    told = text_proof(finished.source.edition, finished.document)
    heads = [line for line in told.splitlines() if line.startswith("—— ")]
    assert [head.split("（")[0] for head in heads] == [
        "—— 整期",
        "—— 第 45 版",
        "—— 1  美丽乡村 魅力西湖",
        "—— 第 46 版",
        "—— 2  美丽乡村 魅力西湖",
    ]
    for label in (
        "版码　46",
        "引题　2022年",
        "主标题　美丽乡村 ",
        "小标题　切实建强",
        "署名　本版图文",
        "图片　images/rice.jpg",
    ):
        assert label in told
    assert "图说　优质水稻测产〔水：shuǐ〕〔稻：dào〕" in told
    assert "kicker　2022年" in text_proof(finished.source.edition, finished.document, "en")


def test_the_text_proof_tells_what_is_printed_beside_the_copy(finished):
    """Such as a folio that the program counted: here the words of the content are taken away, and the print stays."""
    edition = finished.source.edition
    (page, other) = edition.pages
    told = text_proof(edition._replace(pages=(page._replace(folio=None), other)), finished.document)
    assert "另印　45" in told
    assert "另印" not in text_proof(edition, finished.document)


def test_the_text_proof_of_a_bulletin_has_the_pages_that_the_content_does_not_count(finished):
    edition = finished.source.edition
    told = text_proof(edition._replace(pages=edition.pages[:1]), finished.document)
    assert "共 2 版" in told
    assert told.index("第 45 版") < told.index("第 46 版") < told.index("另印　46")
    assert "另印　46" not in told[: told.index("第 46 版")]
