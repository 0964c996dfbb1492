"""Spot inks: a plate of their own in files for a press, their process colour in all others."""

import shutil
import subprocess
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from exchange import exchange_faults
from PIL import Image
from validators import broken

from xihu_pdf.build import make
from xihu_pdf.frame import BLACK, Ink, Rule, Shape
from xihu_pdf.geometry import Point
from xihu_pdf.press import ORDERS, preflight, write
from xihu_pdf.press.spots import colorant
from xihu_pdf.press.standards import PDF_A_3A, PDF_X_4

RED = Ink(0.15, 1.0, 0.9, 0.1, "专红 485#")
BOX = ((Point(0, 0),), (Point(40, 0),), (Point(40, 30),), (Point(0, 30),))
GHOSTSCRIPT = shutil.which("gs")
BY_INKS = [name for name, order in ORDERS.items() if order.colour == "cmyk"]


@pytest.fixture
def spotted(sheet):
    return sheet(
        (Point(10, 10), Shape(BOX, 0.0, RED)),
        (Point(60, 10), Shape(BOX, 0.0, RED.tinted(0.5))),
        (Point(10, 80), Rule(Point(100, 0), 2.0, RED)),
        (Point(10, 90), Rule(Point(100, 0), 0.3, BLACK)),
    )._replace(date="2023-01-31")


def opened(document, name):
    return pikepdf.open(BytesIO(write(document, {}, {}, ORDERS[name])))


def test_a_tint_is_a_share_of_the_ink_and_so_is_its_process_colour():
    assert RED.tinted(0.5) == RED._replace(tint=0.5)
    assert RED.tinted(0.5).tinted(0.5).total == 0.25
    assert RED.tinted(0.5).process == pytest.approx((0.075, 0.5, 0.45, 0.05))
    assert Ink(0.8, 0.3, 0.9, 0.2).tinted(0.1) == pytest.approx((0.08, 0.03, 0.09, 0.02, "", 1.0))
    assert Ink(0.8, 0.3, 0.9, 0.2).total == pytest.approx(2.2)
    assert BLACK.tinted(1) == BLACK


@pytest.mark.parametrize("name", BY_INKS)
def test_a_spot_ink_is_one_colour_space_with_its_process_colour_beside_it(spotted, name):
    twice = spotted._replace(pages=spotted.pages * 2)
    with opened(twice, name) as file:
        first, second = (page.Resources.ColorSpace for page in file.pages)
        kind, ink, alternate, shades = first.S1
        assert first.S1.objgen == second.S1.objgen
        assert (kind, alternate) == ("/Separation", "/DeviceCMYK")
        assert str(ink) == "/专红 485#"
        assert [float(each) for each in shades.C1] == pytest.approx([0.15, 1, 0.9, 0.1])
        drawn = [
            (str(operator), float(operands[0]))
            for operands, operator in pikepdf.parse_content_stream(file.pages[0])
            if str(operator) in {"scn", "SCN"}
        ]
        assert drawn == [("scn", 1), ("scn", 0.5), ("SCN", 1)]


@pytest.mark.parametrize("name", ["office", "screen"])
def test_files_that_no_press_prints_have_the_process_colour(spotted, name):
    plain = spotted._replace(
        pages=tuple(
            page._replace(
                items=tuple(
                    each._replace(item=each.item._replace(ink=Ink(*each.item.ink.process))) for each in page.items
                )
            )
            for page in spotted.pages
        )
    )
    assert write(spotted, {}, {}, ORDERS[name]) == write(plain, {}, {}, ORDERS[name])


@pytest.mark.parametrize("name", BY_INKS)
def test_a_page_with_spots_keeps_its_standards(spotted, name):
    assert broken(write(spotted, {}, {}, ORDERS[name]), ORDERS[name].standards) == {}


def another_shade(file):
    space = file.pages[1].Resources.ColorSpace.S1
    shades = file.make_indirect(pikepdf.Dictionary(space[3]))
    shades.C1 = pikepdf.Array([1, 0, 0, 0])
    file.pages[1].Resources.ColorSpace = pikepdf.Dictionary(S1=pikepdf.Array([*list(space)[:3], shades]))


def in_rgb(file):
    space = file.pages[0].Resources.ColorSpace.S1
    space[2], space[3].C0, space[3].C1 = pikepdf.Name.DeviceRGB, pikepdf.Array([1, 1, 1]), pikepdf.Array([1, 0, 0])


@pytest.mark.parametrize("damage", [another_shade, in_rgb])
def test_a_damaged_spot_is_noticed(spotted, damage):
    with opened(spotted._replace(pages=spotted.pages * 2), "press") as file:
        damage(file)
        out = BytesIO()
        file.save(out, fix_metadata_version=False)
    assert set(broken(out.getvalue(), ORDERS["press"].standards)) >= {PDF_A_3A, PDF_X_4}


def test_both_look_alike_where_there_is_no_plate(spotted):
    with pypdfium2.PdfDocument(write(spotted, {}, {}, ORDERS["press"])) as file:
        image = file[0].render(scale=1).to_pil()
    full, half = image.getpixel((30, 25)), image.getpixel((80, 25))
    assert full[0] > 180
    assert max(full[1:]) < 80
    assert all(255 > light > dark for light, dark in zip(half, full, strict=True))


@pytest.mark.skipif(GHOSTSCRIPT is None, reason="Ghostscript is not there")
def test_another_program_parts_the_plates(spotted, tmp_path):
    (tmp_path / "page.pdf").write_bytes(write(spotted, {}, {}, ORDERS["press"]))
    device = ["-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiffsep", "-r72", "-sOutputFile=plate-%d.tif"]
    subprocess.run([GHOSTSCRIPT, *device, "page.pdf"], check=True, cwd=tmp_path)
    plates = {each.stem.partition("(")[2].rstrip(")"): each for each in tmp_path.glob("plate-1(*.tif")}
    inks = {name: Image.open(plate).convert("L") for name, plate in plates.items()}
    (spot,) = (inks.pop(name) for name in list(inks) if "485" in name)
    black = inks.pop("Black")
    assert (spot.getpixel((30, 25)), spot.getpixel((150, 50))) == (0, 255)
    assert spot.getpixel((80, 25)) == pytest.approx(128, abs=3)
    assert black.getpixel((30, 25)) == 255
    assert black.getextrema() == (0, 255)
    assert all(plate.getextrema() == (255, 255) for plate in inks.values())


def test_a_spot_counts_as_one_ink(sheet):
    heavy = Ink(1.0, 1.0, 1.0, 1.0, "Silver")
    assert preflight(sheet((Point(0, 0), Shape(BOX, 0.0, heavy))), ORDERS["press"]) == ()
    found = preflight(sheet((Point(0, 0), Shape(BOX, 0.0, heavy._replace(spot="")))), ORDERS["press"])
    assert [each.code for each in found] == ["ink-limit"]


def test_the_accent_of_an_edition_may_be_a_spot_ink(source):
    spotted = source._replace(edition=source.edition._replace(accent="red", spot="PANTONE 185 C"))
    data = make(spotted).pdf
    assert exchange_faults(data) == set()
    with pikepdf.open(BytesIO(data)) as file:
        inks = [str(each[1]) for each in file.pages[0].Resources.ColorSpace.values()]
        assert inks == ["/PANTONE 185 C"]
        process = [
            [float(each) for each in operands]
            for operands, operator in pikepdf.parse_content_stream(file.pages[0])
            if str(operator) in {"k", "K"}
        ]
        assert process
        assert all(each == [0, 0, 0, 1] for each in process)


def test_names_are_written_in_utf_8():
    assert colorant("a(b)/c") == "/a#28b#29#2Fc"
