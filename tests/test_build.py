"""The whole journey: the page of the repository, and pages of any length made from it."""

import hashlib
import os
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdf
import pytest

from pages import bare, copy_of, readers, runs
from xihu_pdf.build import make
from xihu_pdf.content import Text, load
from xihu_pdf.content.keys import KEYS
from xihu_pdf.frame import GlyphRun, Picture, Rule
from xihu_pdf.layout.grid import TABLOID
from xihu_pdf.stock import open_stock

ROOT = Path(__file__).parents[1]
NO_START = frozenset("，、；：。？！”’）》〉」』】〕·％")
NO_END = frozenset("“‘（《〈「『【〔")
BODY = 9.0


@pytest.fixture(scope="module")
def proof(source):
    return make(source, open_stock(source.folder, source.edition.fonts))


@pytest.fixture(scope="module")
def page(proof):
    return proof.document.pages[0]


def test_the_page_is_made_without_a_finding(proof):
    assert proof.diagnostics == ()
    assert proof.pdf.startswith(b"%PDF-1.")


def test_the_same_content_makes_the_same_bytes(source, proof):
    again = make(load(ROOT / "content.yaml"), open_stock(source.folder, source.edition.fonts))
    assert again.pdf == proof.pdf
    assert again.document == proof.document


def test_one_stock_makes_the_same_bytes_twice(source):
    stock = open_stock(source.folder)
    assert make(source, stock).pdf == make(source, stock).pdf


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_other_processes_make_the_same_bytes(proof, seed):
    code = (
        "import hashlib, sys; from xihu_pdf import load, make, open_stock; s = load(sys.argv[1]);"
        "print(hashlib.sha256(make(s, open_stock(s.folder, s.edition.fonts)).pdf).hexdigest())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "src"), "TZ": "Asia/Shanghai"}
    command = [sys.executable, "-c", code, str(ROOT / "content.yaml")]
    run = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    assert run.stdout.strip() == hashlib.sha256(proof.pdf).hexdigest()


def test_two_readers_read_the_copy_word_for_word(source, proof):
    words, captions = copy_of(source.edition.pages[0])
    for name, text in readers(proof.pdf):
        read = bare(text)
        assert read.startswith(bare(words)), name
        rest = read.removeprefix(bare(words))
        assert sorted(rest) == sorted(bare("".join(captions))), name
        assert all(bare(caption) in rest for caption in captions), name


def test_the_blank_of_the_headline_is_read(proof, article):
    for name, text in readers(proof.pdf):
        assert article.headline.value in text, name


def test_the_file_is_sound(proof):
    with pikepdf.open(BytesIO(proof.pdf)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert len(pdf.pages) == 1


def test_every_body_line_stands_on_the_grid(page):
    baselines = [at.y for at, _ in runs(page, "XihuSong-Regular", BODY)]
    assert len(baselines) > 200
    for y in baselines:
        number = round((y - TABLOID.baseline(0)) / TABLOID.pitch)
        assert abs(y - TABLOID.baseline(number)) < 0.05


def test_all_six_columns_end_on_the_last_line(proof, page):
    (report,) = proof.reports
    assert [end for _, end in report.columns] == [TABLOID.lines] * 6
    last = TABLOID.baseline(TABLOID.lines - 1)
    feet = {column_of(at.x) for at, run in runs(page) if abs(at.y - last) < 0.05 and run.size == BODY}
    assert feet == set(range(6))
    assert max(at.y for at, _ in runs(page)) == pytest.approx(last)


def column_of(x):
    return int((x - TABLOID.left + 1.0) / ((TABLOID.characters + 1) * TABLOID.size))


def body_lines(page):
    """The lines of the body: their words and the edges of their column, by column and baseline."""
    lines = {}
    for at, run in runs(page, "XihuSong-Regular", BODY):
        lines.setdefault((column_of(at.x), round(at.y, 2)), []).append((at.x, run))
    return lines


def test_no_line_starts_or_ends_with_a_forbidden_mark(page):
    lines = body_lines(page)
    assert len(lines) > 200
    for found in lines.values():
        text = "".join(each for _, run in found for each in run.texts)
        assert text[0] not in NO_START, text
        assert text[-1] not in NO_END, text


def test_the_byline_ends_the_last_column_at_its_right(page, article):
    at, run = runs(page, "XihuKai", BODY)[-1]
    assert "".join(run.texts) == article.byline.value
    right = TABLOID.column(5) + TABLOID.width(1)
    assert at.x + run.offsets[-1] + BODY == pytest.approx(right)
    assert at.y == pytest.approx(TABLOID.baseline(TABLOID.lines - 1))


def test_every_glyph_stands_inside_its_column(page):
    for (column, _), found in body_lines(page).items():
        left = TABLOID.column(column)
        for x, run in found:
            assert x >= left - 0.01
            # The blank half of a closing mark may stick out of the column, its ink may not.
            room = left + TABLOID.width(1) - (BODY / 2 if run.texts[-1] in NO_START else BODY / 4)
            assert x + run.offsets[-1] <= room + 0.01


def test_no_line_of_the_page_is_loose_or_short(proof):
    (report,) = proof.reports
    assert report.short == 0
    assert report.widest < 0.2


def test_everything_stands_on_the_paper_and_no_photograph_on_text(page):
    boxes = []
    for at, item in page.items:
        match item:
            case Picture():
                boxes.append((at.x, at.y, at.x + item.size.width, at.y + item.size.height))
            case GlyphRun():
                assert at.x > 0
                assert at.x + item.offsets[-1] < page.size.width
                assert 0 < at.y < page.size.height
            case Rule():
                assert 0 <= at.x <= at.x + item.vector.x <= page.size.width
    assert len(boxes) == 2
    for left, top, right, foot in boxes:
        assert left >= TABLOID.left - 0.01
        assert right <= TABLOID.left + TABLOID.width(6) + 0.01
        for at, run in runs(page):
            inside = left < at.x + run.size and at.x + run.offsets[-1] < right
            assert not (inside and top < at.y < foot + 0.01), run.texts


def test_chinese_keys_make_the_same_page(source, proof, tmp_path):
    """Every key of the content written with its Chinese name."""
    names = {key.name: key.aliases[0] for keys in KEYS.values() for key in keys if key.aliases}
    text = (ROOT / "content.yaml").read_text("utf-8")
    chinese = re.sub(r"^(\s*(?:- )?)([a-z]+):", lambda m: f"{m[1]}{names[m[2]]}:", text, flags=re.MULTILINE)
    assert "headline:" not in chinese
    assert "主标题:" in chinese
    (tmp_path / "content.yaml").write_text(chinese, "utf-8")
    for folder in ("images", "fonts"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    translated = load(tmp_path / "content.yaml")
    # The attached source differs.
    translated = translated._replace(folder=source.folder, data=source.data)
    assert make(translated, open_stock(source.folder)).pdf == proof.pdf


def test_an_edition_of_two_pages_makes_two(source, proof):
    page = source.edition.pages[0]
    double = source.edition._replace(pages=(page, page._replace(folio=Text("46"))))
    two = make(source._replace(edition=double), open_stock(source.folder))
    assert len(two.document.pages) == len(two.reports) == 2
    assert len(pypdf.PdfReader(BytesIO(two.pdf)).pages) == 2
    # The photographs and faces are in the file once.
    assert len(two.pdf) < 1.2 * len(proof.pdf)
    folios = [
        min((at.x, "".join(run.texts)) for at, run in runs(each, "XihuHei-Bold", 20.0)) for each in two.document.pages
    ]
    assert folios[1][1] == "46"
    assert folios[1][0] == pytest.approx(TABLOID.left)
    assert folios[0][0] > TABLOID.paper.width / 2


def test_no_content_makes_no_page(source):
    proof = make(source._replace(edition=None), open_stock(source.folder))
    assert (proof.pdf, proof.document, proof.reports) == (None, None, ())


def test_without_any_font_the_run_ends_with_a_finding(source, tmp_path):
    from xihu_pdf.fonts import Library
    from xihu_pdf.stock import Stock

    proof = make(source, Stock(Library(()), str(tmp_path)))
    assert [each.code for each in proof.diagnostics] == ["fonts-none"]


def test_what_becomes_too_small_on_sheets_is_told_of_the_worst(source):
    """A tabloid page on half a sheet of A4 is made smaller to 53 %, four to a sheet to 38 %."""
    proof = make(source, open_stock(source.folder), "office", scheme="four-a4")
    (found,) = (each for each in proof.diagnostics if each.code == "sheets-type")
    told = dict(found.values)
    assert told["count"] > 10
    assert float(told["size"]) < float(told["least"]) == 4.0
    assert found.severity == "warning"
    assert "第 1 面" in found.message()
    same = make(source, open_stock(source.folder), "press", scheme="sheet").diagnostics
    assert not [each for each in same if each.code.startswith(("sheets-type", "sheets-rule"))]


def test_thin_rules_on_sheets_are_told_too(source):
    proof = make(source, open_stock(source.folder), "press", scheme="four-a4")
    assert {"sheets-type", "sheets-rule"} <= {each.code for each in proof.diagnostics}


def test_the_content_travels_with_the_sheets_as_with_the_pages(source):
    proof = make(source, open_stock(source.folder), scheme="sheet")
    for data in (proof.pdf, proof.sheets):
        with pikepdf.open(BytesIO(data)) as file:
            assert file.attachments["content.yaml"].get_file().read_bytes() == source.data


def test_no_folder_of_the_machine_gets_into_the_file(source, tmp_path):
    """A font that cannot be used is told with its place, which the findings in the file must not have."""
    (tmp_path / "junk.otf").write_bytes(b"junk")
    proof = make(source, open_stock(source.folder, (), str(tmp_path)))
    assert str(tmp_path) in next(each.line() for each in proof.diagnostics if each.code == "font-left-out")
    with pikepdf.open(BytesIO(proof.pdf)) as file:
        told = file.attachments["findings.txt"].get_file().read_bytes().decode()
    assert "junk.otf" in told
    assert str(tmp_path) not in told
