"""Profiles of press houses: taken by their own name, refused with the reason at their place."""

import shutil
import struct
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import ImageCms
from validators import broken

from xihu_pdf.build import check, make
from xihu_pdf.content import ProfileFile, load
from xihu_pdf.errors import Span
from xihu_pdf.icc import description, display_p3, header
from xihu_pdf.press import ORDERS, ProfileFault, own_profile
from xihu_pdf.press.conditions import PROFILES, read_profile

ROOT = Path(__file__).parents[2]
COATED = read_profile(PROFILES["coated"])


def refused(data: bytes) -> str:
    with pytest.raises(ProfileFault) as caught:
        own_profile(data)
    return caught.value.code


def patched(data: bytes, at: int, new: bytes) -> bytes:
    return data[:at] + new + data[at + len(new) :]


def test_a_profile_is_told_by_its_own_name():
    profile = own_profile(COATED)
    assert profile.condition == profile.info == "FOGRA39L Coated"
    assert (profile.registry, read_profile(profile)) == ("", COATED)


def test_what_follows_the_end_of_a_profile_is_left_out():
    assert own_profile(COATED + b"\0\0\0").data == COATED


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "profile-broken"),
        (b"%PDF-1.6" + bytes(400), "profile-broken"),
        (COATED[:5000], "profile-broken"),
        (patched(COATED, 36, b"none"), "profile-broken"),
        (read_profile(PROFILES["srgb"]), "profile-kind"),
        (display_p3(), "profile-kind"),
        (patched(COATED, 12, b"scnr"), "profile-kind"),
        (patched(COATED, 8, b"\5\0"), "profile-version"),
        (COATED.replace(b"B2A", b"X2X"), "profile-one-way"),
        (COATED.replace(b"A2B", b"X2X"), "profile-one-way"),
        (COATED[:128] + bytes(len(COATED) - 128), "profile-one-way"),
    ],
)
def test_what_no_press_prints_by_is_refused(data, code):
    assert refused(data) == code


def test_headers_and_names_are_read_in_both_versions():
    assert header(COATED)[1:] == ((2, 2), "prtr", "CMYK")
    own = ImageCms.ImageCmsProfile(BytesIO(COATED))
    assert description(COATED) == own.profile.profile_description.strip()
    name = "新闻纸 26".encode("utf-16-be")
    body = b"mluc\0\0\0\0" + struct.pack(">II2s2sII", 1, 12, b"zh", b"CN", len(name), 28) + name
    tags = struct.pack(">I4sII", 1, b"desc", 144, len(body))
    assert description(bytes(128) + tags + body) == "新闻纸 26"
    assert description(bytes(200)) == description(b"") == ""


@pytest.fixture
def folder(tmp_path):
    """The content of the repository with a press house's profile."""
    shutil.copytree(ROOT / "images", tmp_path / "images")
    (tmp_path / "fonts").symlink_to(ROOT / "fonts")
    shutil.copy(ROOT / "content.yaml", tmp_path)
    text = (tmp_path / "content.yaml").read_text("utf-8")
    (tmp_path / "content.yaml").write_text(
        text.replace("\npages:", "\n特性文件:\n  报纸: house.icc\n\npages:", 1), "utf-8"
    )
    (tmp_path / "house.icc").write_bytes(COATED)
    return tmp_path


def test_the_content_names_the_profile_of_an_order(folder):
    source = load(folder / "content.yaml")
    proof = make(source)
    assert broken(proof.pdf, ORDERS["press"].standards) == {}
    with pikepdf.open(BytesIO(proof.pdf)) as file:
        exchange, archive = file.Root.OutputIntents
        assert exchange.DestOutputProfile.objgen == archive.DestOutputProfile.objgen
        assert exchange.DestOutputProfile.read_bytes() == COATED
        assert str(exchange.OutputConditionIdentifier) == str(exchange.Info) == "FOGRA39L Coated"
        assert "/RegistryName" not in exchange
    screen = make(source, order="screen")
    assert screen.diagnostics == ()
    with pikepdf.open(BytesIO(screen.pdf)) as file:
        assert str(file.Root.OutputIntents[0].OutputConditionIdentifier) == "sRGB"


def test_a_profile_that_is_refused_is_told_at_its_place_and_no_file_is_made(folder):
    (folder / "house.icc").write_bytes(COATED[:9000])
    source = load(folder / "content.yaml")
    for proof in (make(source), check(source)):
        assert proof.pdf is None
        (told,) = proof.diagnostics
        assert (told.code, told.span.line) == ("profile-broken", 9)
        assert "house.icc" in told.message("zh")
    (folder / "house.icc").unlink()
    assert [each.code for each in make(source).diagnostics] == ["profile-closed"]


def test_profiles_are_read_with_their_places(folder):
    edition = load(folder / "content.yaml").edition
    assert edition.profiles == (ProfileFile("press", "house.icc", edition.profiles[0].span),)
    assert isinstance(edition.profiles[0].span, Span)
