"""The nameplate of page 1, its ear, the headers of the other pages and the imprint: in place, computed, never over."""

import subprocess
import sys

import pytest
from PIL import Image

from mastheads import INTERNAL, NEWSPAPER, paper_of
from pages import runs
from xihu_pdf.build import check
from xihu_pdf.content import Code, Text
from xihu_pdf.errors import Span
from xihu_pdf.frame import Picture, Rule
from xihu_pdf.layout.grid import TABLOID
from xihu_pdf.stock import open_stock

LENGTHS = [2200, 2500]
SPAN = Span("content.yaml", 5, 3)
ERRORS = {"warning", "note"}


def made(source, article, album, masthead=INTERNAL, lengths=LENGTHS, **changes):
    proof = check(paper_of(source, article, masthead, lengths, **changes), open_stock(str(album)))
    assert proof.document is not None, proof.diagnostics
    return proof


def words(page):
    return ["".join(run.texts) for _, run in runs(page)]


def codes(proof):
    return {each.code for each in proof.diagnostics if each.severity not in ERRORS}


def place_of(page, text):
    return next(at for at, run in runs(page) if text in "".join(run.texts))


def test_an_internal_paper_has_what_the_law_wants_in_its_place(source, article, album):
    proof = made(source, article, album, kind="internal")
    assert codes(proof) == set()
    first, last = proof.document.pages
    assert "内部资料，免费交流" in words(first)
    name = place_of(first, "西湖乡讯")
    # The words and the permit above the name, the bodies under it, the day in the band below.
    assert place_of(first, "内部资料").y == place_of(first, "准印证号").y < name.y
    assert name.y < place_of(first, "编印：西湖镇党政办公室").y < place_of(first, "星期四").y
    assert "2026年11月26日 星期四" in words(first)
    assert "农历丙午年十月十八" in words(first)
    assert "第12期 总第86期" in words(first)
    assert "本期2版" in words(first)
    foot = TABLOID.line(TABLOID.lines - 1) + TABLOID.size
    for imprint in ("印数：800份", "发送对象：本镇各村、社区和单位", "印刷：江城印务有限公司（工业园8号）"):
        assert place_of(last, imprint).y > foot


def test_a_newspaper_has_its_numbers(source, article, album):
    proof = made(source, article, album, NEWSPAPER, kind="newspaper")
    assert codes(proof) == set()
    for fact in ("国内统一连续出版物号：CN 50-0862", "邮发代号：77-862", "今日2版 第1版"):
        assert fact in words(proof.document.pages[0])
    assert "内部资料，免费交流" not in words(proof.document.pages[0])


def test_the_articles_take_the_lines_that_are_left_to_the_last(source, article, album):
    proof = made(source, article, album, kind="internal")
    first, second = proof.reports
    assert {end for _, end in first.columns} == {end for _, end in second.columns} == {TABLOID.lines}
    page = proof.document.pages[0]
    band = max(at.y for at, item in page.items if isinstance(item, Rule) and item.vector.x > 600 and at.y < 300)
    headline = next(run.size for _, run in runs(page) if "".join(run.texts) == "美丽乡村 魅力西湖")
    assert place_of(page, "美丽乡村").y - headline > band > place_of(page, "星期四").y


def test_the_name_is_larger_than_any_headline(source, article, album):
    for name in ("西湖乡讯", "西湖镇中心小学校园通讯"):
        proof = made(source, article, album, INTERNAL._replace(name=Text(name)))
        sizes = {"".join(run.texts): run.size for _, run in runs(proof.document.pages[0])}
        assert sizes.pop(name) > max(sizes.values())


def test_page_1_has_no_header_and_the_others_have_all_of_it(source, article, album):
    first, second = made(source, article, album).document.pages
    header = TABLOID.top - 14.0 - 6.0
    assert not [run for at, run in runs(first, size=20.0) if at.y == pytest.approx(header)]
    folio = next(at for at, run in runs(second, size=20.0) if run.texts == ("2",))
    # An even folio stands at the left, the paper and its day at the right.
    assert folio.x == pytest.approx(TABLOID.left, abs=0.5)
    right = TABLOID.left + TABLOID.width(6)
    for text in ("西湖乡讯", "2026年11月26日", "星期四", "责任编辑 江流", "校对 石坚"):
        at, run = next((at, run) for at, run in runs(second, size=8.0) if "".join(run.texts) == text)
        assert TABLOID.paper.width / 2 < at.x <= right - run.offsets[-1]


def test_the_index_knows_the_pages(source, article, album):
    page = made(source, article, album, lengths=[*LENGTHS, 2500]).document.pages[0]
    assert {"导读", "稻花香里说丰年", "美丽乡村 魅力西湖", "2版", "3版"} <= set(words(page))
    assert place_of(page, "2版").y < place_of(page, "3版").y
    named = made(
        source, article, album, INTERNAL._replace(contents=(Text("稻花香里 说丰年"), Text("美丽乡村魅力西湖")))
    )
    assert [text for text in words(named.document.pages[0]) if text in ("1版", "2版")] == ["2版", "1版"]


def test_a_headline_that_is_on_no_page_is_told_with_the_nearest(source, article, album):
    contents = (Text("稻花香里说丰收", Span("c", 9, 3)),)
    proof = made(source, article, album, INTERNAL._replace(contents=contents))
    (told,) = [each for each in proof.diagnostics if each.code == "index-headline"]
    assert told.span == Span("c", 9, 3)
    assert "稻花香里说丰年" in told.message()


@pytest.mark.parametrize("where", ["ear", "contents"])
def test_an_ear_that_is_too_full_is_told(source, article, album, where):
    texts = {"ear": Text("今日多云转晴，气温十到十八度。" * 20), "contents": Text("稻花香里说丰年")}
    masthead = INTERNAL._replace(**{where: (texts[where],) * 30})
    assert "ear-long" in codes(made(source, article, album, masthead))


def test_a_short_text_stands_in_the_ear_for_the_index(source, article, album):
    proof = made(source, article, album, INTERNAL._replace(ear=(Text("今日多云转晴。"),)))
    assert codes(proof) == set()
    assert "今日多云转晴。" in words(proof.document.pages[0])
    assert "导读" not in words(proof.document.pages[0])


def test_a_long_name_takes_all_columns_unless_an_ear_is_written(source, article, album):
    long = INTERNAL._replace(name=Text("西湖镇中心小学校园通讯"))
    wide = made(source, article, album, long).document.pages[0]
    assert "导读" not in words(wide)
    beside = made(source, article, album, long._replace(contents=(Text("稻花香里说丰年"),))).document.pages[0]
    assert "导读" in words(beside)
    sizes = [
        next(run.size for _, run in runs(page) if "".join(run.texts) == long.name.value) for page in (wide, beside)
    ]
    assert sizes[0] > sizes[1]


def test_a_code_stands_at_the_foot_of_the_ear(source, article, album):
    code = Code(Text("https://example.org/a"), Text("扫码看电子版"))
    proof = made(source, article, album, INTERNAL._replace(code=code), lengths=LENGTHS[:1])
    assert codes(proof) == set()
    page = proof.document.pages[0]
    at = place_of(page, "扫码看电子版")
    assert at.x > TABLOID.column(4)
    assert at.y < place_of(page, "星期四").y
    index = made(source, article, album, INTERNAL._replace(code=code), lengths=LENGTHS).document.pages[0]
    assert place_of(index, "稻花香里说丰年").y < place_of(index, "扫码看电子版").y
    long = INTERNAL._replace(code=Code(Text("https://example.org/" + "a" * 1200)))
    assert codes(made(source, article, album, long, lengths=LENGTHS[:1])) & {"ear-long", "code-long"}


def test_one_headline_makes_no_index_by_itself(source, article, album):
    assert "导读" not in words(made(source, article, album).document.pages[0])


def test_a_single_page_has_no_ear_and_its_imprint_at_its_own_foot(source, article, album):
    proof = made(source, article, album, lengths=LENGTHS[:1], kind="internal")
    assert codes(proof) == set()
    assert "导读" not in words(proof.document.pages[0])
    assert "印数：800份" in words(proof.document.pages[0])


def test_the_name_may_be_artwork(source, article, album):
    Image.new("RGB", (1600, 400), "white").save(album / "name.png")
    contents = (Text("稻花香里说丰年"),)
    proof = made(source, article, album, INTERNAL._replace(artwork="name.png", contents=contents))
    at, picture = next(item for item in proof.document.pages[0].items if isinstance(item.item, Picture))
    assert picture.size.width / picture.size.height == pytest.approx(4.0)
    assert TABLOID.left <= at.x
    assert at.x + picture.size.width <= TABLOID.column(4)
    tag = proof.document.pages[0].tags[proof.document.pages[0].items.index((at, picture))]
    assert proof.document.tags[tag].alternative == "西湖乡讯"
    Image.new("RGB", (160, 40), "white").save(album / "small.png")
    soft = made(source, article, album, INTERNAL._replace(artwork="small.png", span=SPAN))
    (coarse,) = [each for each in soft.diagnostics if each.code.startswith("picture-")]
    assert (coarse.code, coarse.span) == ("picture-coarse", SPAN)
    assert "picture-missing" in codes(made(source, article, album, INTERNAL._replace(artwork="absent.png")))


def test_an_imprint_too_long_for_the_foot_is_told(source, article, album):
    masthead = INTERNAL._replace(recipients=Text("本镇各村、社区和单位" * 6), address=Text("西湖镇" * 25))
    masthead = masthead._replace(distribution=Text("各村信报箱" * 14))
    assert "imprint-long" in codes(made(source, article, album, masthead))


def test_words_too_wide_for_their_place_are_told(source, article, album):
    long = Text("西湖镇人民政府" * 20)
    for field in ("name", "sponsor", "website", "editors", "printer"):
        assert "text-wide" in codes(made(source, article, album, INTERNAL._replace(**{field: long}))), field


def test_a_vertical_article_under_a_nameplate_is_told(source, article, album):
    paper = paper_of(source, article._replace(writing="vertical"), INTERNAL, LENGTHS[:1], kind="internal")
    proof = check(paper, open_stock(str(album)))
    assert [each.code for each in proof.diagnostics] == ["nameplate-vertical"]


@pytest.mark.parametrize("paper", ["broadsheet", "a3", "a4", "16k"])
def test_every_paper_has_its_nameplate(source, article, album, paper):
    lengths = {"broadsheet": range(3500, 5600, 100), "a3": range(1800, 3200, 100)}.get(paper, range(700, 1700, 60))
    stock = open_stock(str(album))
    for length in lengths:
        proof = check(paper_of(source, article, INTERNAL, [length], paper=paper), stock)
        if proof.document is not None:
            break
    assert codes(proof) == set()
    page = proof.document.pages[0]
    for at, run in runs(page):
        assert at.x > 0
        assert at.x + run.offsets[-1] < page.size.width - 20
    assert max(run.size for _, run in runs(page)) == next(
        run.size for _, run in runs(page) if run.texts[:2] == ("西", "湖")
    )


def test_what_a_paper_has_no_place_for_is_told(source, article, album):
    for masthead in (
        INTERNAL._replace(secrecy=Text("内部")),
        INTERNAL._replace(ear=(Text("晴"),), contents=(Text("晴"),)),
    ):
        proof = made(source, article, album, masthead, lengths=LENGTHS[:1], kind="internal")
        assert [each.code for each in proof.diagnostics].count("masthead-unprinted") == 1


def test_a_page_without_a_masthead_loads_nothing_of_it(request):
    code = (
        "import sys; from xihu_pdf.build import check; from xihu_pdf.content import load; check(load('content.yaml'))"
    )
    code += "; print(*(each for each in sys.modules if each.startswith(('xihu_pdf.layout', 'lunar'))))"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=request.config.rootpath
    )
    loaded = {each.removeprefix("xihu_pdf.layout.") for each in run.stdout.split()}
    assert "page" in loaded
    assert loaded.isdisjoint(
        {"issue", "facts", "dates", "headers", "nameplate", "ear", "law", "bulletin", "lunar_python"}
    )


def test_a_missing_letter_is_told_at_its_place_in_the_content(source, article, album):
    sponsor = Text("西湖镇\ue000政府", Span("c", 4, 9))
    proof = made(source, article, album, INTERNAL._replace(sponsor=sponsor), lengths=LENGTHS[:1], kind="internal")
    assert [each.span for each in proof.diagnostics if each.code == "glyph-missing"] == [Span("c", 4, 12)]
