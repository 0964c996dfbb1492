"""What `xihu check` tells: the same as the command line, as JSON in the form that docs/check.md promises."""

import json
import shutil
import sys
from pathlib import Path

import page
import pypdfium2
import pytest
from PIL import Image

from xihu_pdf.build import make
from xihu_pdf.cli import run
from xihu_pdf.content import load
from xihu_pdf.geometry import mm
from xihu_pdf.messages import MESSAGES
from xihu_pdf.press import ORDERS
from xihu_pdf.report import as_json, examine
from xihu_pdf.report.words import ITEMS, WORDS
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


# -- the report --------------------------------------------------------------------------------------------------


def reported(*arguments, code=0):
    """The report of a check: its bytes and what is read of it."""
    assert run(["check", "--report", "out/check.pdf", *arguments]) == code
    data = Path("out/check.pdf").read_bytes()
    with pypdfium2.PdfDocument(data) as file:
        assert len(file) == 1
        assert [round(each / mm(1)) for each in file[0].get_size()] == [210, 297]
        return data, file[0].get_textpage().get_text_range()


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("name", ORDERS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_report_keeps_its_standards_and_tells_what_the_file_is(name, language):
    data, words = reported("--for", name, "--lang", language)
    assert {each.rule_id for profile in ("2a", "ua1") for each in failures(data, profile)} == set()
    for told in (
        WORDS["passed"][language],
        WORDS[name][language],
        "content.yaml",
        "XihuSong-Regular",
        "images/rice.jpg",
    ):
        assert told in words
    for told in (*ORDERS[name].standards, "275 × 390", "149 × 105 mm", "306 ppi"):
        assert told in words
    assert words.count(ITEMS[0].zh if language == "zh" else ITEMS[0].en) == 1
    assert WORDS["unchecked"][language] not in words
    assert WORDS["reader"][language] in words
    # Only the digest is cut, and it says so.
    assert words.count("…") == 1


def failures(data, profile):
    return page.validate_pdf_bytes(data, profile=profile).failures


@pytest.mark.usefixtures("marked")
def test_the_same_check_makes_the_same_report():
    assert reported() == reported()


@pytest.mark.usefixtures("marked")
def test_the_report_tells_findings_with_place_and_cure():
    _, words = reported()
    assert "0 处错误，1 处提醒" in words
    assert "content.yaml 第 30 行" in words
    assert "小字用黑色，颜色留给大字。" in words


def test_more_findings_than_there_is_room_for_are_counted(desk):
    path = desk / "content.yaml"
    text = path.read_text("utf-8")
    for word in (
        "聚人才增合力",
        "扎实开展“大走访",
        "不断完善交通",
        "市政设施更加",
        "全面摸清底数",
        "加强源头管控",
        "强化值班值守",
    ):
        assert word in text
        text = text.replace(word, f"{word[:2]}{{色:{word[2:4]}}}{word[4:]}", 1)
    path.write_text(text, "utf-8")
    _, words = reported()
    assert "7 处提醒" in words
    shown = words.count("小字用黑色，颜色留给大字。")
    assert 0 < shown < 7
    assert f"另有 {7 - shown} 项" in words
    # What the printer lays the sheets by comes before what is not forbidden.
    _, words = reported("--impose", "stitched")
    assert 0 < words.count("小字用黑色，颜色留给大字。") < 7
    first = words.index("小字用黑色，颜色留给大字。")
    assert words.index("第 1 张正面") < words.index("第 1 张反面") < first


def test_what_could_not_be_made_is_reported_too(desk):
    path = desk / "content.yaml"
    path.write_text(path.read_text("utf-8").replace("headline:", "headlin:", 1), "utf-8")
    _, words = reported(code=1)
    assert "检查未通过" in words
    assert WORDS["unchecked"]["zh"] in words
    assert WORDS["reader"]["zh"] not in words


def test_a_photograph_too_coarse_is_reported_beside_its_page(desk):
    with Image.open("images/rice.jpg") as opened:
        small = opened.resize((300, 200))
    small.save("images/rice.jpg")
    _, words = reported(code=1)
    assert "检查未通过" in words
    assert "有错误，没有生成文件" in words
    assert "images/rice.jpg" in words
    assert desk.joinpath("out", "check.pdf").exists()


@pytest.mark.parametrize(
    ("output", "code"), [("content.yaml", "output-taken"), ("notes.txt", "output-taken"), ("images", "output-folder")]
)
def test_the_report_overwrites_nothing_that_is_not_ours(desk, capsys, output, code):
    (desk / "notes.txt").write_text("notes", "utf-8")
    before = (desk / "content.yaml").read_bytes()
    assert run(["check", "--report", output]) == 2
    assert code in capsys.readouterr().err
    assert (desk / "content.yaml").read_bytes() == before
    assert (desk / "notes.txt").read_text("utf-8") == "notes"


def test_a_place_that_cannot_be_written_is_told(desk, capsys):
    (desk / "file").write_text("no folder")
    assert run(["check", "--report", "file/check.pdf"]) == 1
    assert "output-closed" in capsys.readouterr().err


def test_everything_that_is_looked_at_has_its_findings_and_they_have_their_place():
    looked_at = [code for item in ITEMS for code in item.codes]
    for begun in looked_at:
        assert any(code.startswith(begun) for code in MESSAGES), begun
    for code in MESSAGES:
        if code.startswith(("file-", "type-", "rule-", "ink-", "bleed-")):
            assert sum(code.startswith(begun) for begun in looked_at) == 1, code


def test_what_is_examined_is_what_is_made(source):
    checked = examine(load(ROOT / "content.yaml"), open_stock(source.folder))
    assert checked.proof.pdf == make(source, open_stock(source.folder)).pdf
    assert checked.passed
    assert as_json(checked, "a.yaml") == as_json(checked, "a.yaml")


@pytest.mark.parametrize("whole", [True, False])
def test_the_file_of_the_sheets_is_read_again_too(source, monkeypatch, whole):
    from xihu_pdf.report import checking

    def made(*arguments):
        proof = make(*arguments)
        return proof if whole else proof._replace(sheets=proof.pdf)

    monkeypatch.setattr(checking, "make", made)
    checked = examine(load(ROOT / "content.yaml"), open_stock(source.folder), scheme="stitched")
    errors = [each.code for each in checked.findings if each.severity == "error"]
    assert errors == ([] if whole else ["file-pages"])
