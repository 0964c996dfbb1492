"""The command: exit codes, what is written and what is left alone, what is said in which language."""

import gc
import json
import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from xihu_pdf.cli import run

ROOT = Path(__file__).parents[1]
PNG = b"\x89PNG\r\n"


@pytest.fixture(autouse=True)
def collector():
    """A run of the command switches the collector off for the rest of its short life."""
    yield
    gc.enable()


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder with the content of the repository, as an editor has it."""
    shutil.copy(ROOT / "content.yaml", tmp_path)
    (tmp_path / "images").mkdir()
    for name in ("rice.jpg", "stage.jpg"):
        shutil.copy(ROOT / "images" / name, tmp_path / "images")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def spoil(desk):
    """Change a word of the content."""

    def change(old, new):
        path = desk / "content.yaml"
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    return change


def process(*arguments, **options):
    """Run the command in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **options.pop("env", {})}
    command = [sys.executable, "-m", "xihu_pdf", *map(str, arguments)]
    return subprocess.run(
        command, env=environment, check=False, **{"capture_output": True, "text": True, "timeout": 30, **options}
    )


def left_over(folder):
    return sorted(each.name for each in folder.iterdir() if each.name not in ("content.yaml", "images"))


def test_build_writes_the_page_beside_the_content(desk, capsys):
    assert run(["build"]) == 0
    assert left_over(desk) == ["content.pdf"]
    assert (desk / "content.pdf").read_bytes().startswith(b"%PDF-")
    assert re.search(r"已生成 content\.pdf（1 版，\d+ KB）", capsys.readouterr().out)


def test_build_writes_where_it_is_told_and_makes_the_folder(desk, capsys):
    assert run(["build", "content.yaml", "-o", "out/deep/page.pdf", "--lang", "en"]) == 0
    assert left_over(desk) == ["out"]
    assert "made out/deep/page.pdf (1 page(s)" in capsys.readouterr().out


def test_build_works_from_another_folder(desk, tmp_path_factory, monkeypatch):
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert run(["build", str(desk / "content.yaml")]) == 0
    assert left_over(desk) == ["content.pdf"]


def test_png_writes_a_picture_of_every_page(desk):
    assert run(["build", "--png"]) == 0
    assert left_over(desk) == ["content.pdf", "content.png"]
    assert (desk / "content.png").read_bytes().startswith(PNG)


def test_the_pictures_of_several_pages_are_numbered(desk):
    path = desk / "content.yaml"
    text = path.read_text("utf-8")
    page = text[text.index("  - folio: 45") :]
    path.write_text(text + page.replace("folio: 45", "folio: 46"), "utf-8")
    assert run(["build", "--png", "-o", "two.pdf"]) == 0
    assert left_over(desk) == ["two-1.png", "two-2.png", "two.pdf"]


def test_an_earlier_page_is_replaced(desk):
    assert run(["build", "--for", "screen"]) == 0
    earlier = (desk / "content.pdf").read_bytes()
    assert run(["build"]) == 0
    assert (desk / "content.pdf").read_bytes() != earlier


@pytest.mark.parametrize(
    "noted",
    [
        lambda page: page + b"7 0 obj\n<< /Subtype /Text >>\nendobj\ntrailer\n<< /ID [ <00> <00> ] >>\n%%EOF\n",
        lambda page: (
            page + b"7 0 obj\n<< /Subtype /Text >>\nendobj\ntrailer\r\n<< /Size 8 >>\r\nstartxref\r\n9\r\n%%EOF\r\n"
        ),
        lambda page: page + b"7 0 obj\n<< /Type /XRef >>\nstream\nendstream\nendobj\nstartxref\n9\n%%EOF\n",
        lambda page: page + b"% reviewed\n",
        lambda page: page.replace(b"/MediaBox", b"/Mediabox", 1),
        lambda page: page[:-200],
    ],
)
def test_a_page_with_a_printers_notes_is_not_replaced(desk, capsys, noted):
    assert run(["build"]) == 0
    before = noted((desk / "content.pdf").read_bytes())
    (desk / "content.pdf").write_bytes(before)
    assert run(["build"]) == 2
    assert "output-changed" in capsys.readouterr().err
    assert (desk / "content.pdf").read_bytes() == before


def test_notes_that_a_reader_adds_behind_the_end_are_not_lost(desk):
    """As pypdf and pdfium save them: the page itself stays as it was written."""
    from pypdf import PdfWriter
    from pypdf.annotations import Text as Note

    assert run(["build"]) == 0
    writer = PdfWriter(desk / "content.pdf", incremental=True)
    writer.add_annotation(0, Note(rect=(50, 50, 90, 90), text="移前两行"))
    writer.write(desk / "content.pdf")
    before = (desk / "content.pdf").read_bytes()
    assert run(["build"]) == 2
    assert (desk / "content.pdf").read_bytes() == before


def test_a_link_stays_one_and_leads_to_the_new_page(desk):
    (desk / "out").mkdir()
    assert run(["build", "-o", "out/page.pdf", "--for", "screen"]) == 0
    before = (desk / "out" / "page.pdf").read_bytes()
    (desk / "link.pdf").symlink_to("out/page.pdf")
    assert run(["build", "-o", "link.pdf"]) == 0
    assert (desk / "link.pdf").is_symlink()
    assert (desk / "out" / "page.pdf").read_bytes() != before


def test_two_files_of_one_name_are_told(desk, capsys):
    assert run(["build", "-o", "page.jpg", "--jpeg"]) == 2
    assert "output-twice" in capsys.readouterr().err
    assert not (desk / "page.jpg").exists()


@pytest.mark.usefixtures("desk")
def test_a_picture_of_the_edition_is_not_replaced(capsys):
    assert run(["build", "-o", "images/stage.pdf", "--jpeg"]) == 2
    assert "output-input" in capsys.readouterr().err


def test_a_file_that_is_write_protected_is_not_replaced(desk, capsys):
    assert run(["build"]) == 0
    (desk / "content.pdf").chmod(0o444)
    assert run(["build"]) == 2
    assert "output-locked" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "told"), [(["--ppi", "20", "--png"], "36 至 1200"), (["--impose", "xx"], "骑马订 stitched")]
)
@pytest.mark.usefixtures("desk")
def test_a_wrong_argument_is_told_with_what_is_right(capsys, arguments, told):
    with pytest.raises(SystemExit):
        run(["build", *arguments])
    assert told in capsys.readouterr().err


def test_a_report_and_pages_do_not_replace_one_another(desk, capsys):
    assert run(["build"]) == 0
    before = (desk / "content.pdf").read_bytes()
    assert run(["check", "--report", "content.pdf"]) == 2
    assert "output-other" in capsys.readouterr().err
    assert (desk / "content.pdf").read_bytes() == before
    assert run(["check", "--report", "check.pdf"]) == run(["check", "--report", "check.pdf"]) == 0
    assert run(["build", "-o", "check.pdf"]) == 2
    assert "output-other" in capsys.readouterr().err


def test_two_builds_write_the_same_bytes(desk):
    assert run(["build", "-o", "one.pdf"]) == run(["build", "-o", "two.pdf"]) == 0
    assert (desk / "one.pdf").read_bytes() == (desk / "two.pdf").read_bytes()


@pytest.mark.parametrize("fault", ["headline: 美丽乡村", "file: images/rice.jpg"])
def test_a_fault_writes_nothing_and_leaves_the_earlier_file_whole(desk, spoil, capsys, fault):
    assert run(["build"]) == 0
    before = (desk / "content.pdf").read_bytes()
    spoil(fault, {"headline: 美丽乡村": "headlin: 美丽乡村"}.get(fault, "file: images/wheat.jpg"))
    capsys.readouterr()
    assert run(["build", "--png"]) == 1
    assert left_over(desk) == ["content.pdf"]
    assert (desk / "content.pdf").read_bytes() == before
    said = capsys.readouterr()
    assert "没有生成文件" in said.out
    assert re.search(r"content\.yaml:\d+:\d+: error ", said.err)


def test_faults_of_content_and_page_are_told_in_one_run(spoil, capsys):
    spoil("images/rice.jpg", "images/rise.jpg")
    spoil("坚持聚人才增合力", "坚持聚\U0002a6a5人才增合力")
    assert run(["check", "--lang", "en"]) == 1
    told = capsys.readouterr().err
    assert "picture-missing" in told
    assert "rice.jpg" in told
    assert "glyph-missing" in told
    assert "U+2A6A5" in told


def test_check_measures_and_writes_nothing(desk, capsys):
    assert run(["check"]) == 0
    assert left_over(desk) == []
    said = capsys.readouterr()
    assert "第 1 版" in said.out
    assert "没有错误" in said.out
    assert said.err == ""


@pytest.mark.usefixtures("desk")
def test_check_speaks_english_when_asked(capsys):
    assert run(["check", "--lang", "en"]) == 0
    assert "page 1\n" in capsys.readouterr().out


def test_missing_content_is_told(desk, capsys):
    assert run(["build", "absent.yaml"]) == 1
    assert "content-missing" in capsys.readouterr().err
    assert left_over(desk) == []


@pytest.mark.usefixtures("desk")
def test_a_folder_is_no_content(capsys):
    assert run(["check", "images"]) == 1
    assert "content-unreadable" in capsys.readouterr().err


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("arguments", [["--lang", "en", "check"], ["check", "--lang", "en"]])
def test_the_language_is_asked_for_before_or_after_the_verb(capsys, arguments):
    assert run(arguments) == 0
    assert "no errors" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("output", "code"),
    [("content.yaml", "output-taken"), ("notes.txt", "output-taken"), ("out", "output-folder")],
)
def test_what_is_no_pdf_is_not_overwritten(desk, capsys, output, code):
    (desk / "notes.txt").write_text("notes", "utf-8")
    (desk / "out").mkdir()
    before = (desk / "content.yaml").read_bytes()
    assert run(["build", "-o", output]) == 2
    assert code in capsys.readouterr().err
    assert (desk / "content.yaml").read_bytes() == before
    assert (desk / "notes.txt").read_text("utf-8") == "notes"
    assert left_over(desk) == ["notes.txt", "out"]


def test_an_empty_file_may_be_overwritten(desk):
    (desk / "content.pdf").touch()
    assert run(["build"]) == 0


def test_a_pipe_with_a_name_is_not_waited_for_nor_replaced(desk):
    """Nor may a device be: root would replace /dev/null by a file."""
    os.mkfifo(desk / "pipe.pdf")
    made = process("build", "-o", "pipe.pdf", cwd=desk, timeout=5)
    assert made.returncode == 2
    assert stat.S_ISFIFO(os.stat(desk / "pipe.pdf").st_mode)


def test_a_picture_that_is_not_ours_is_not_overwritten(desk):
    """photo.pdf and --png must not replace a photograph photo.png that was there before."""
    (desk / "photo.png").write_bytes(PNG + b"a photograph")
    (desk / "photo.pdf").unlink(missing_ok=True)
    run(["build", "-o", "photo.pdf", "--png"])
    assert (desk / "photo.png").read_bytes() == PNG + b"a photograph"


def test_a_place_that_cannot_be_written_is_told(desk, capsys):
    (desk / "file").write_text("no folder")
    assert run(["build", "-o", "file/page.pdf"]) == 1
    assert "output-closed" in capsys.readouterr().err
    assert (desk / "file").read_text() == "no folder"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_closed_folder_is_told(desk, capsys):
    (desk / "closed").mkdir()
    (desk / "closed").chmod(0o500)
    assert run(["build", "-o", "closed/page.pdf"]) == 1
    assert "output-closed" in capsys.readouterr().err


@pytest.mark.usefixtures("desk")
def test_without_a_renderer_png_is_told(capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    assert run(["build", "--png"]) == 1
    assert "png-renderer" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["print"], ["build", "--color"], ["check", "--lang", "fr"], ["schema", "x"]])
def test_wrong_use_ends_with_two(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        run(arguments)
    assert ended.value.code == 2
    assert "usage: xihu" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["fonts", "--help"]])
def test_help_is_in_both_languages(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        run(arguments)
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert "字体" in said or "版面" in said
    assert "page" in said or "font" in said


@pytest.mark.usefixtures("desk")
def test_fonts_lists_every_role_with_its_coverage(capsys):
    assert run(["fonts"]) == 0
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert [row[1] for row in rows] == ["song", "song-bold", "song-black", "hei", "hei-bold", "kai", "fang"]
    for row in rows:
        assert row[4].startswith("GB2312 6763/6763")


def test_fonts_works_without_content(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert run(["fonts"]) == 0
    assert "XihuSong-Regular" in capsys.readouterr().out


def test_fonts_tells_what_it_left_out(tmp_path, monkeypatch, capsys):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "bad.ttf").write_text("no font")
    monkeypatch.chdir(tmp_path)
    assert run(["fonts", "--fonts", "mine", "--lang", "en"]) == 0
    assert "font-left-out" in capsys.readouterr().err


def test_another_fonts_folder_is_used(desk, capsys):
    from em_square import em_square_font

    (desk / "mine").mkdir()
    em_square_font(desk / "mine" / "mine.ttf", "Mine Song", "西")
    assert run(["fonts", "--fonts", "mine"]) == 0
    assert "MineSong" in capsys.readouterr().out


def test_schema_is_json(capsys):
    assert run(["schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema["$ref"] == "#/$defs/edition"


def test_the_content_of_the_repository_fits_the_schema(capsys):
    import yaml
    from jsonschema import Draft202012Validator

    assert run(["schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(yaml.safe_load((ROOT / "content.yaml").read_text("utf-8")))


# -- as a process of its own -------------------------------------------------------------------------------------


def test_the_module_runs_as_the_command(desk):
    made = process("build", "-o", "page.pdf", cwd=desk)
    assert (made.returncode, made.stderr) == (0, "")
    assert "page.pdf" in made.stdout
    assert left_over(desk) == ["page.pdf"]


def test_the_module_ends_with_the_codes_of_the_command(desk, spoil):
    assert process("print", cwd=desk).returncode == 2
    spoil("folio: 45", "folios: 45")
    failed = process("check", cwd=desk)
    assert failed.returncode == 1
    assert "key-near" in failed.stderr


@pytest.mark.parametrize("arguments", [["schema"], ["check"], ["fonts"]])
def test_a_reader_that_goes_away_is_no_traceback(desk, arguments):
    """As in ``xihu schema | head -1``."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        ended = process(*arguments, cwd=desk, capture_output=False, stdout=writing, stderr=subprocess.PIPE)
    finally:
        os.close(writing)
    assert "Traceback" not in ended.stderr
    assert "BrokenPipe" not in ended.stderr


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "gb18030"])
def test_a_terminal_of_another_encoding_stops_nothing(desk, encoding):
    """A pipe on an English Windows has no Chinese letters; the page is made all the same."""
    made = process("build", "-o", "page.pdf", cwd=desk, env={"PYTHONIOENCODING": encoding}, text=False)
    assert b"Traceback" not in made.stderr
    assert made.returncode == 0
    assert (desk / "page.pdf").exists()


def test_messages_are_the_same_under_a_bare_locale(desk, spoil):
    spoil("folio: 45", "folios: 45")
    failed = process("check", cwd=desk, env={"LC_ALL": "C", "LANG": "C"})
    assert failed.returncode == 1
    assert "key-near" in failed.stderr


def test_a_file_that_cannot_be_looked_into_is_not_replaced(desk, monkeypatch):
    from xihu_pdf import output

    def closed(*_arguments):
        raise PermissionError

    (desk / "page.pdf").write_bytes(b"%PDF-")
    monkeypatch.setattr(output, "open", closed, raising=False)
    assert output.refusal(str(desk / "page.pdf")).code == "output-taken"


def test_a_pdf_that_the_program_did_not_write_is_never_replaced(desk, capsys):
    (desk / "content.pdf").write_bytes(b"%PDF-1.7\n" + b"0" * 2000 + b"Producer (Another)\n%%EOF")
    assert run(["build"]) == 2
    assert "output-taken" in capsys.readouterr().err
    assert (desk / "content.pdf").read_bytes().endswith(b"%%EOF")
