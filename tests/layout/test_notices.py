"""Notices and advertisements among the articles of a page: whole, marked, at the foot, never cropped."""

import pytest
import zxingcpp
from PIL import Image

from made_pages import articles, with_articles
from pages import bare, readers
from xihu_pdf.build import check, make
from xihu_pdf.content import Code, Edition, Panel, Table, Text
from xihu_pdf.frame import GlyphRun, Picture, Shape
from xihu_pdf.layout.decoration import depth_of
from xihu_pdf.layout.desk import Desk
from xihu_pdf.layout.grid import TABLOID
from xihu_pdf.layout.panels import ADVERTISEMENT, NOTICE, Piece, compose_panel, place_panel
from xihu_pdf.press import render_page
from xihu_pdf.stock import open_stock

MEETING = Panel(
    heading=Text("通知"),
    paragraphs=(
        Text("兹定于三月十六日上午九时，在村文化礼堂召开村民代表会议，商量今年修渠用工和小广场照明两件事。"),
        Text("请各位代表按时到会；不能来的，请提前向组长说明。"),
    ),
    signature=Text("河湾村村民委员会"),
    date=Text("2026年3月5日"),
    code=Code(Text("https://example.org/hewan/meeting"), Text("扫码看会议材料")),
)
BUSES = Panel(
    heading=Text("村镇班车时刻表"),
    table=Table(
        tuple(map(Text, ("班次", "河湾村", "石桥", "镇客运站"))),
        tuple(tuple(map(Text, (str(n), f"{6 + n}:20", f"{6 + n}:35", f"{7 + n}:00"))) for n in range(1, 7)),
    ),
)
SHOP = Panel(heading=Text("石桥农机维修部"), paragraphs=(Text("收割机、旋耕机、水泵检修保养，上门服务。"),))
POSTER = Panel(artwork="a.jpg", alternative=Text("农机展销会，三月二十日在镇文化广场"))


@pytest.fixture(scope="module")
def stock(album):
    return open_stock(str(album))


def sheet(source, article, *, lengths=(1500, 700, 500), notices=(), advertisements=()):
    made = with_articles(source, articles(article, lengths))
    page = made.edition.pages[0]._replace(notices=notices, advertisements=advertisements)
    return made._replace(edition=made.edition._replace(pages=(page,)))


@pytest.fixture(scope="module")
def proof(source, article, stock):
    made = make(sheet(source, article, notices=(MEETING, BUSES), advertisements=(SHOP, POSTER)), stock)
    assert made.pdf is not None, [each.line("en") for each in made.diagnostics]
    return made


def boxes(proof):
    (report,) = proof.reports
    return report.notices


def test_notices_stand_at_the_foot(proof):
    """Nothing but a notice stands under a notice."""
    (report,) = proof.reports
    assert len(report.notices) == 4
    for column, columns, _, end in report.notices:
        under = [
            each
            for each in report.articles
            if each[2] >= end and each[0] < column + columns and column < each[0] + each[1]
        ]
        assert under == []


def test_pieces_cover_the_page_and_none_overlaps(proof):
    (report,) = proof.reports
    taken = [
        (at, line)
        for column, columns, first, end in (*report.articles, *report.notices)
        for at in range(column, column + columns)
        for line in range(first, end)
    ]
    assert len(taken) == len(set(taken))
    missing = {(at, line) for at in range(6) for line in range(86)} - set(taken)
    assert all({(column, line - 1), (column, line + 1)} <= set(taken) for column, line in missing)


def test_every_word_is_read_once_and_every_advertisement_is_marked(proof):
    for _, text in readers(proof.pdf):
        for word in (*MEETING.paragraphs, MEETING.signature, BUSES.heading, SHOP.heading):
            assert bare(text).count(bare(word.value)) == 1
        assert bare(text).count("广告") == 2


def test_artwork_is_whole_and_in_its_own_proportions(proof):
    (picture,) = [item for _, item in proof.document.pages[0].items if isinstance(item, Picture)]
    assert tuple(picture.crop) == (0.0, 0.0, 1.0, 1.0)
    assert picture.size.width / picture.size.height == pytest.approx(3000 / 2000)


def test_everything_of_a_notice_stands_in_its_box(proof):
    page = proof.document.pages[0]
    for column, columns, first, end in boxes(proof):
        left, right = TABLOID.column(column), TABLOID.column(column) + TABLOID.width(columns)
        top, foot = TABLOID.line(first), TABLOID.baseline(end - 1)
        inside = [
            (at, item)
            for at, item in page.items
            if isinstance(item, GlyphRun) and left - 1 < at.x < right and top < at.y < foot + 4
        ]
        assert inside
        for at, item in inside:
            assert at.x + item.offsets[-1] + item.size * 0.4 < right
            assert at.y < foot


def test_who_signs_stands_at_the_right(proof):
    runs = {"".join(i.texts): (at, i) for at, i in proof.document.pages[0].items if isinstance(i, GlyphRun)}
    at, run = runs["河湾村村民委员会"]
    paragraph, _ = next(value for text, value in runs.items() if text.startswith("兹定于"))
    column, columns, *_ = next(
        each for each in boxes(proof) if TABLOID.column(each[0]) < at.x < TABLOID.column(sum(each[:2]))
    )
    inner = TABLOID.column(column) + TABLOID.width(columns) - TABLOID.size
    assert inner - 2 * TABLOID.size <= at.x + run.offsets[-1] + run.size <= inner + 0.01
    assert at.y > paragraph.y


def test_a_telephone_reads_the_code(proof, tmp_path):
    file = tmp_path / "page.png"
    file.write_bytes(render_page(proof.pdf, 0, 150.0))
    with Image.open(file) as opened:
        assert [each.text for each in zxingcpp.read_barcodes(opened)] == ["https://example.org/hewan/meeting"]


def test_a_code_is_black_alone_and_large_enough(proof):
    shapes = [item for _, item in proof.document.pages[0].items if isinstance(item, Shape) and () in item.steps]
    (symbol,) = shapes
    across = [point.x for step in symbol.steps for point in step]
    assert (max(across) - min(across)) / 72 * 25.4 >= 12.0
    assert symbol.ink == (0, 0, 0, 1, "", 1.0)


def test_a_page_of_notices_alone(source, article, stock):
    names = Panel(heading=Text("出工名单"), names=tuple(map(Text, ["林阿土", "陈大田", "王明", "欧阳文"] * 40)))
    long = Panel(heading=Text("告村民书"), paragraphs=tuple(Text(MEETING.paragraphs[0].value * 4) for _ in range(9)))
    found = [
        make(sheet(source, article, lengths=(), notices=(long, BUSES, MEETING, names, *more)), stock)
        for more in ((), (long,), (long, long), (long, long, names))
    ]
    whole = [each for each in found if each.pdf is not None]
    assert whole
    assert all(len(each.reports[0].notices) >= 4 for each in whole)
    assert {each.code for proof in found for each in proof.diagnostics if each.severity == "error"} <= {
        "page-articles-short",
        "page-articles-long",
        "page-articles-uneven",
    }


def test_wishes_are_kept(source, article, stock):
    asked = (MEETING._replace(columns=3, lines=20),)
    found = [
        check(sheet(source, article, lengths=(1500 + more, 900, 700), notices=asked), stock) for more in (0, 150, 300)
    ]
    (box,) = next(each.reports[0].notices for each in found if each.document is not None)
    assert (box[1], box[3] - box[2]) == (3, 20)


@pytest.mark.parametrize(
    ("panel", "code"),
    [
        (MEETING._replace(columns=9), "panel-wide"),
        (BUSES._replace(columns=1), "panel-wide"),
        (MEETING._replace(lines=4), "panel-lines"),
        (BUSES._replace(table=BUSES.table._replace(align=("left",))), "table-align"),
        (Panel(artwork="none.png", heading=Text("图")), "picture-missing"),
        (SHOP._replace(paragraphs=(Text("水𪚥"),)), "glyph-missing"),
    ],
)
def test_what_cannot_be_is_told_once(source, article, stock, panel, code):
    proof = check(sheet(source, article, notices=(panel,)), stock)
    assert [each.code for each in proof.diagnostics].count(code) == 1


def test_artwork_that_says_nothing_is_told(source, article, stock):
    proof = check(sheet(source, article, advertisements=(POSTER._replace(alternative=None),)), stock)
    (found,) = (each for each in proof.diagnostics if each.code.startswith("alt-"))
    assert found.code == "alt-artwork"
    assert "alternative" in found.hint("zh")


def lines_of(panel, columns, stock):
    """Where each line of a notice's copy begins and ends over so many columns, in characters."""
    made = compose_panel(Desk(stock, Edition()), Piece(panel, NOTICE), columns, TABLOID)
    runs = [placed for strip in made.strips for each in strip.elements for placed in each.items]
    return [
        (at.x / TABLOID.size, (at.x + run.offsets[-1]) / TABLOID.size)
        for at, run in runs
        if isinstance(run, GlyphRun) and run.size == TABLOID.size
    ]


def test_copy_too_wide_to_read_stands_in_columns(stock):
    copy = MEETING._replace(paragraphs=MEETING.paragraphs * 2, signature=None, date=None, code=None)
    wide, narrow = lines_of(copy, 6, stock), lines_of(copy, 3, stock)
    assert all(end - start < 42 for start, end in (*wide, *narrow))
    # Two columns of 33 characters with two or three between them; on three columns of the page one is enough.
    assert {start > 34 for start, _ in wide} == {False, True}
    assert all(start < 3 for start, _ in narrow)


def test_a_line_or_two_need_no_columns(stock):
    copy = MEETING._replace(paragraphs=MEETING.paragraphs[:1], signature=None, date=None, code=None)
    assert all(start < 3 for start, _ in lines_of(copy, 6, stock))


def test_a_kept_plan_numbers_notices_after_the_articles(source, article, stock, proof):
    """The plan of the page, copied into the content, makes the same page."""
    (report,) = proof.reports
    kept = sheet(source, article, notices=(MEETING, BUSES), advertisements=(SHOP, POSTER))
    page = kept.edition.pages[0]._replace(plan=Text(report.plans[0]))
    again = check(kept._replace(edition=kept.edition._replace(pages=(page,))), stock)
    assert again.document is not None, [each.line("en") for each in again.diagnostics]
    assert again.reports[0].notices == report.notices
    assert again.reports[0].articles == report.articles


def test_too_many_pieces_are_told(source, article, stock):
    told = check(sheet(source, article, notices=(SHOP,) * 10), stock).diagnostics
    assert [each.code for each in told if each.severity == "error"] == ["page-many"]


@pytest.mark.parametrize("paper", ["broadsheet", "a3", "a4"])
def test_notices_keep_to_the_grid_of_every_paper(source, article, stock, paper):
    found = []
    for more in (0, 200, 400, *range(1000, 6000, 500)):
        made = sheet(source, article, lengths=(600 + more, 400), notices=(MEETING, BUSES))
        proof = check(made._replace(edition=made.edition._replace(paper=paper)), stock)
        if proof.document is not None:
            assert len(proof.reports[0].notices) == 2
            return
        found += [each.code for each in proof.diagnostics]
    raise AssertionError(found)


def test_artwork_without_a_box_ends_on_the_last_line(proof):
    (at, picture) = next((at, item) for at, item in proof.document.pages[0].items if isinstance(item, Picture))
    feet = [TABLOID.baseline(end - 1) for _, _, _, end in boxes(proof)]
    assert any(at.y + picture.size.height == pytest.approx(foot) for foot in feet)


@pytest.mark.parametrize("border", ["hairline", "thick-thin", "plum", "fret"])
@pytest.mark.parametrize("look", [NOTICE, ADVERTISEMENT])
def test_nothing_stands_on_a_border(stock, border, look):
    """Every letter keeps the depth of the frame and some white from the edges of its box."""
    panel = MEETING._replace(border=border)
    made = compose_panel(Desk(stock, Edition()), Piece(panel, look), 2, TABLOID)
    depth, box = depth_of(border), (TABLOID.width(2), TABLOID.height(made.lines))
    for element in place_panel(made, made.lines, TABLOID):
        for at, run in element.items:
            if isinstance(run, GlyphRun):
                assert at.x + run.offsets[0] > depth + 3
                assert at.x + run.offsets[-1] + run.size * 0.5 < box[0] - depth - 2
                assert at.y - run.size > depth - 2
                assert at.y < box[1] - depth - 3
