"""The fonts and photographs on hand: found, named, missed, and never from outside the content folder."""

import os
import shutil
from pathlib import Path

import pytest

from em_square import em_square_font
from xihu_pdf.build import check
from xihu_pdf.content import FontFile, load
from xihu_pdf.errors import Span, fault
from xihu_pdf.fonts import ROLES
from xihu_pdf.pictures import PictureFault
from xihu_pdf.stock import open_stock, shipped_fonts

ROOT = Path(__file__).parents[1]


def codes(stock):
    return [each.code for each in stock.faults]


def photo_fault(stock, file):
    with pytest.raises(PictureFault) as caught:
        stock.photograph(file)
    found = fault(caught.value.code, None, picture=file, **caught.value.values)
    return found.code, found.line("zh") + found.line("en")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "images").mkdir()
    shutil.copy(ROOT / "images" / "stage.jpg", tmp_path / "images" / "stage.jpg")
    return tmp_path


def test_the_shipped_fonts_serve_every_role(tmp_path):
    stock = open_stock(str(tmp_path))
    assert stock.faults == ()
    names = {role: stock.chain(role).first.postscript_name for role in ROLES}
    assert names == {
        "song": "XihuSong-Regular",
        "song-bold": "XihuSong-Bold",
        "song-black": "XihuSong-Black",
        "hei": "XihuHei-Regular",
        "hei-bold": "XihuHei-Bold",
        "kai": "XihuKai-Regular",
        "fang": "XihuKai-Regular",
    }


def test_the_shipped_fonts_are_in_the_folder_that_is_told():
    assert {role.shipped for role in ROLES.values() if role.shipped} <= set(os.listdir(shipped_fonts()))


def test_a_font_beside_the_content_takes_no_role_unasked(tmp_path):
    """A stray file must not change the look of a page; it serves letters that the shipped faces lack."""
    (tmp_path / "fonts").mkdir()
    em_square_font(tmp_path / "fonts" / "mine.ttf", "Mine Song", "西\u35f1")
    chain = open_stock(str(tmp_path)).chain("song")
    assert chain.pick("西").family == "Xihu Song"
    assert chain.pick("\u35f1").family == "Mine Song"


def test_a_font_of_a_role_that_is_not_shipped_serves_it(tmp_path):
    (tmp_path / "fonts").mkdir()
    em_square_font(tmp_path / "fonts" / "mine.ttf", "Mine FangSong", "西")
    assert open_stock(str(tmp_path)).chain("fang").first.family == "Mine FangSong"


def test_a_named_font_serves_its_role_whatever_its_name_says(tmp_path):
    (tmp_path / "fonts").mkdir()
    em_square_font(tmp_path / "fonts" / "odd.ttf", "Odd", "西")
    stock = open_stock(str(tmp_path), (FontFile("kai", "odd.ttf"),))
    assert stock.chain("kai").first.family == "Odd"
    assert stock.chain("song").first.family == "Xihu Song"


def test_another_fonts_folder_can_be_given(tmp_path):
    em_square_font(tmp_path / "far.ttf", "Far Hei", "西")
    assert open_stock(str(ROOT), (), str(tmp_path)).chain("hei").first.family == "Far Hei"


@pytest.mark.parametrize(
    ("named", "code"), [("absent.ttf", "font-unreadable"), ("notes.ttf", "font-unknown"), ("good.ttf#3", "font-number")]
)
def test_a_named_font_that_cannot_be_used_is_told(tmp_path, named, code):
    (tmp_path / "fonts").mkdir()
    em_square_font(tmp_path / "fonts" / "good.ttf", "Good", "西")
    (tmp_path / "fonts" / "notes.ttf").write_text("no font")
    stock = open_stock(str(tmp_path), (FontFile("song", named, Span("content.yaml", 3, 9)),))
    assert code in codes(stock)
    assert stock.faults[0].span == Span("content.yaml", 3, 9)
    assert all(each.line("zh") and each.line("en") for each in stock.faults)


def test_a_file_of_the_fonts_folder_that_is_no_font_is_left_out_with_a_warning(tmp_path):
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "broken.otf").write_bytes(b"OTTO" + b"\0" * 40)
    (tmp_path / "fonts" / "README.txt").write_text("no font and no fault")
    stock = open_stock(str(tmp_path))
    assert codes(stock) == ["font-left-out"]
    assert stock.faults[0].severity == "warning"
    assert "broken.otf" in stock.faults[0].line("zh")
    assert stock.chain("song").pick("西")


@pytest.mark.parametrize("data", [b"", b"version https://git-lfs.github.com/spec/v1\n", b"OTTO\0\1"])
def test_a_damaged_file_with_the_name_of_a_shipped_font_is_told_too(tmp_path, data):
    """A copy that was cut short on its way is a common accident."""
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "XihuSong-Regular.otf").write_bytes(data)
    source = load(ROOT / "content.yaml")
    proof = check(source._replace(folder=str(tmp_path)), open_stock(str(tmp_path)))
    assert any("XihuSong-Regular.otf" in each.line("en") for each in proof.diagnostics)


def test_a_photograph_is_read_once_and_listed_by_its_key(folder):
    stock = open_stock(str(folder))
    assert stock.photographs == {}
    one = stock.photograph("images/stage.jpg")
    assert stock.photograph("images/stage.jpg") is one
    assert stock.photographs == {one.key: one}


def test_a_missing_photograph_is_told_with_the_names_that_come_near(folder):
    code, line = photo_fault(open_stock(str(folder)), "images/stge.jpg")
    assert code == "picture-missing"
    assert "stage.jpg" in line


def test_a_photograph_in_a_missing_folder_is_missing(folder):
    assert photo_fault(open_stock(str(folder)), "pictures/stage.jpg")[0] == "picture-missing"


@pytest.mark.parametrize("file", ["../outside.jpg", "images/../../outside.jpg", "/etc/hostname"])
def test_no_photograph_comes_from_outside(folder, file):
    (folder.parent / "outside.jpg").write_bytes((folder / "images" / "stage.jpg").read_bytes())
    assert photo_fault(open_stock(str(folder)), file)[0] == "picture-outside"


def test_no_link_leads_outside(folder):
    outside = folder.parent / "elsewhere.jpg"
    outside.write_bytes((folder / "images" / "stage.jpg").read_bytes())
    (folder / "images" / "link.jpg").symlink_to(outside)
    assert photo_fault(open_stock(str(folder)), "images/link.jpg")[0] == "picture-outside"


def test_a_folder_is_no_photograph(folder):
    assert photo_fault(open_stock(str(folder)), "images")[0] == "picture-closed"


def test_no_photograph_is_a_text(folder):
    (folder / "images" / "notes.jpg").write_text("no photograph")
    assert photo_fault(open_stock(str(folder)), "images/notes.jpg")[0] == "picture-unreadable"
