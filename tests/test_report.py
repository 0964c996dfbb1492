"""What `xihu check` tells: the same as the command line, as JSON in the form that docs/check.md promises."""

import json
import shutil
import sys
from pathlib import Path

import pytest

from xihu_pdf.build import make
from xihu_pdf.cli import run
from xihu_pdf.content import load
from xihu_pdf.report import as_json, examine
from xihu_pdf.stock import open_stock

ROOT = Path(__file__).parents[1]


@pytest.fixture
def desk(tmp_path, monkeypatch):
    shutil.copy(ROOT / "content.yaml", tmp_path)
    shutil.copytree(ROOT / "images", tmp_path / "images", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path


@pytest.fixture
def marked(desk):
    """The content with a small word in the accent, which is printed in four inks."""
    path = desk / "content.yaml"
    path.write_text(path.read_text("utf-8").replace("全面监测帮扶", "全面{色:监测}帮扶", 1), "utf-8")
    return desk


def told(capsys, *arguments):
    code = run(["check", "--json", *arguments])
    said = capsys.readouterr()
    assert said.err == ""
    return code, json.loads(said.out)


@pytest.mark.usefixtures("desk")
def test_a_clean_page_is_told_as_json(capsys):
    code, found = told(capsys)
    assert code == 0
    assert (found["form"], found["content"], found["order"]) == (1, "content.yaml", "press")
    assert (found["passed"], found["errors"], found["warnings"], found["notes"]) == (True, 0, 0, 0)
    assert found["findings"] == []
    assert found["file"]["standards"] == ["PDF/X-4", "PDF/A-3a", "PDF/UA-1"]
    assert found["file"]["pages"] == [
        {"label": "45", "width_mm": 275.0, "height_mm": 390.0, "bleed_mm": 0.0, "photographs": 2}
    ]
    assert {each["embedded"] for each in found["file"]["fonts"]} == {True}
    assert [each["last"] for each in found["pages"][0]["columns"]] == [86] * 6


@pytest.mark.usefixtures("desk")
def test_every_name_of_the_form_is_told_in_the_documents(capsys):
    _, found = told(capsys)
    document = (ROOT / "docs" / "check.md").read_text("utf-8")
    names = {*found, *(f"file.{name}" for name in found["file"]), *found["pages"][0], *found["file"]["fonts"][0]}
    for name in names | set(found["file"]["pages"][0]):
        assert f"`{name}`" in document, name


@pytest.mark.usefixtures("marked")
def test_a_finding_has_its_places(capsys):
    code, found = told(capsys, "--lang", "en")
    assert (code, found["passed"], found["warnings"]) == (0, True, 1)
    (finding,) = found["findings"]
    line = next(
        number for number, text in enumerate(Path("content.yaml").read_text("utf-8").splitlines(), 1) if "{色:" in text
    )
    assert (finding["code"], finding["severity"], finding["line"]) == ("type-mixed", "warning", line)
    assert finding["file"].endswith("content.yaml")
    assert finding["page"] == 1
    assert 0 < finding["x_mm"] < 275
    assert 140 < finding["y_mm"] < 390
    assert "several inks" in finding["message"]
    document = (ROOT / "docs" / "check.md").read_text("utf-8")
    assert all(f"`{name}`" in document for name in finding)


@pytest.mark.usefixtures("marked")
def test_check_judges_for_the_order_that_build_would_write(capsys):
    assert run(["check", "--for", "press"]) == 0
    assert "type-mixed" in capsys.readouterr().err
    assert run(["check", "--for", "screen"]) == 0
    assert capsys.readouterr().err == ""


def test_faults_make_no_file_and_end_with_one(desk, capsys):
    path = desk / "content.yaml"
    path.write_text(path.read_text("utf-8").replace("headline:", "headlin:", 1), "utf-8")
    code, found = told(capsys)
    assert (code, found["passed"], found["file"]) == (1, False, None)
    assert "key-near" in {each["code"] for each in found["findings"]}
    assert {"page", "x_mm", "y_mm"} <= set(found["findings"][0])


@pytest.mark.usefixtures("desk")
def test_without_the_library_the_file_is_not_read_again_and_that_is_told(capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "pikepdf", None)
    code, found = told(capsys)
    assert (code, found["file"], found["notes"]) == (0, None, 1)
    assert found["findings"][0]["code"] == "check-library"
    assert run(["check"]) == 0
    assert "0 处提醒" in capsys.readouterr().out


def test_what_is_examined_is_what_is_made(source):
    checked = examine(load(ROOT / "content.yaml"), open_stock(source.folder))
    assert checked.proof.pdf == make(source, open_stock(source.folder)).pdf
    assert checked.passed
    assert as_json(checked, "a.yaml") == as_json(checked, "a.yaml")
