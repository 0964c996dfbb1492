"""Summary, pull quote, poem, boxes and QR code as parts of an article, on a page of one article and among others."""

from itertools import pairwise

import pytest

from made_pages import articles, with_articles
from pages import bare, of_length, photographs, readers, with_article
from xihu_pdf.build import check, make
from xihu_pdf.content import Code, Panel, Section, Table, Text
from xihu_pdf.frame import GlyphRun, Rule, Shape
from xihu_pdf.layout.grid import TABLOID
from xihu_pdf.stock import open_stock

POINTS = (Text("新修的机耕道五月通车，粮车可以直接开到田头。"), Text("夜校开了三个班，一半学员是留守老人。"))
PULL = Text("路修到田头，收割机开得进来，谷子不用再一担一担往外挑了。")
POEM = (
    (Text("春水漫过石板桥，"), Text("一双燕子剪柳梢。")),
    (Text("谁家新屋开窗早，"), Text("放出满院杏花潮。")),
)
FACTS = Panel(
    heading=Text("名词解释"),
    paragraphs=(Text("机耕道是供农业机械通行的田间道路，路面宽三米以上，雨天不陷车。"),),
)
LESSONS = Panel(
    heading=Text("夜校课表"),
    table=Table(
        tuple(map(Text, ("时间", "课程", "教师"))),
        (tuple(map(Text, ("周一19:30", "手机使用", "周晓岚"))), tuple(map(Text, ("周三19:30", "果树修剪", "陈大田")))),
    ),
)
CODE = Code(Text("https://example.org/hewan"), Text("扫码报名夜校"))


def furnished(article, **changes):
    """The article with a pull quote and a poem in its second section, and what is asked for."""
    first, second, *others = article.sections
    sections = (first, second._replace(pull=PULL, poem=POEM), *others)
    return article._replace(sections=sections, **changes)


@pytest.fixture(scope="module")
def stock(album):
    return open_stock(str(album))


@pytest.fixture(scope="module")
def whole(source, article, stock):
    """A page of one article that has every part."""
    made = furnished(
        of_length(article, 2000),
        summary=POINTS,
        boxes=(FACTS, LESSONS),
        code=CODE,
        photographs=photographs(1),
        byline=Text("村通讯员 林阿土"),
    )
    proof = make(with_article(source, made), stock)
    assert proof.pdf is not None, [each.line("en") for each in proof.diagnostics]
    return proof


def lines_of(proof, style_face, size):
    """Baseline and text of every run of a face and size, with its column."""
    found = []
    for at, item in proof.document.pages[0].items:
        if isinstance(item, GlyphRun) and item.face.startswith(style_face) and item.size == pytest.approx(size):
            found.append((at.x, at.y, "".join(item.texts)))
    return found


def column_of(x):
    return int((x - TABLOID.left + 0.01) // (12 * TABLOID.size))


def test_every_column_ends_on_the_last_line_or_on_the_white_above_a_box(whole):
    (report,) = whole.reports
    ends = [end for _, end in report.columns]
    # Two boxes over two columns each stand at the right.
    assert ends[:2] == [TABLOID.lines] * 2
    assert ends[2] == ends[3] < TABLOID.lines - 5
    assert ends[4] == ends[5] < TABLOID.lines - 5
    assert report.short == 0


def test_every_letter_is_read_once_and_in_order(whole):
    words = [*POINTS, PULL, *(line for stanza in POEM for line in stanza), *FACTS.paragraphs, FACTS.heading]
    words += [cell for row in LESSONS.table.rows for cell in row]
    for _, text in readers(whole.pdf):
        for word in words:
            assert bare(text).count(bare(word.value)) == 1, word.value


def test_the_summary_stands_between_headline_and_lead(whole, article):
    (first, *_) = [y for _, y, text in lines_of(whole, "XihuKai", 10.5) if text.startswith("新修")]
    items = [(at.y, item) for at, item in whole.document.pages[0].items if isinstance(item, GlyphRun)]
    head = max(y for y, item in items if item.face.startswith("XihuSong-Black") and item.size > 46)
    (lead,) = [y for y, item in items if "".join(item.texts).startswith(article.lead.value[1:4]) and item.size > 10]
    assert head < first < lead


def test_the_pull_quote_stands_in_one_column_between_rules(whole):
    lines = lines_of(whole, "XihuKai", 12.0)
    assert "".join(text for _, _, text in lines) == PULL.value
    assert len({column_of(x) for x, _, _ in lines}) == 1
    left = min(x for x, _, _ in lines)
    rules = [
        at.y
        for at, item in whole.document.pages[0].items
        if isinstance(item, Rule) and at.x == pytest.approx(left) and item.vector.x == pytest.approx(TABLOID.width(1))
    ]
    ys = [y for _, y, _ in lines]
    assert min(rules) < min(ys) - 10
    assert max(rules) > max(ys)


def test_a_poem_keeps_its_lines_below_one_another(whole):
    lines = [each for each in lines_of(whole, "XihuKai", 9.0) if each[2] in {line.value for s in POEM for line in s}]
    assert [text for _, _, text in lines] == [line.value for stanza in POEM for line in stanza]
    # Seven characters and a mark of half its width, on eleven: the longest stands in the middle, whole characters in.
    indents = {round((x - TABLOID.left) / TABLOID.size) % 12 for x, _, _ in lines}
    assert indents == {1}
    down = [b - a for (_, a, _), (_, b, _) in pairwise(lines)]
    assert all(each == pytest.approx(round(each / TABLOID.pitch) * TABLOID.pitch) for each in down)


def test_boxes_stand_on_the_grid_at_the_foot(whole):
    grounds = [
        (at, item)
        for at, item in whole.document.pages[0].items
        if isinstance(item, Shape) and item.ink.total < 0.5 and item.ink.total > 0
    ]
    assert len(grounds) == 2
    for at, item in grounds:
        corners = [point for step in item.steps for point in step]
        width, height = max(point.x for point in corners), max(point.y for point in corners)
        assert width == pytest.approx(TABLOID.width(2))
        assert at.y + height == pytest.approx(TABLOID.baseline(TABLOID.lines - 1))
        assert at.x == pytest.approx(TABLOID.column(column_of(at.x)))


def test_those_who_hear_the_page_are_told_what_its_parts_are(whole):
    kinds = [tag.kind for tag in whole.document.tags]
    assert kinds.count("Table") == 1
    assert kinds.count("TR") == 3
    assert kinds.count("TH") == 3
    assert kinds.count("Sect") == 2
    assert "二维码：https://example.org/hewan" in {tag.alternative for tag in whole.document.tags}


def test_articles_among_others_have_boxes_too(source, article, stock):
    made = list(articles(article, (1500, 800, 560, 400)))
    made[0] = furnished(made[0], boxes=(FACTS,), summary=POINTS)
    made[1] = made[1]._replace(boxes=(LESSONS,), code=CODE)
    proof = make(with_articles(source, made), stock)
    assert proof.pdf is not None, [each.line("en") for each in proof.diagnostics]
    (report,) = proof.reports
    for text in (PULL.value, FACTS.heading.value, "果树修剪", "扫码报名夜校"):
        assert text in bare("".join(each for _, each in readers(proof.pdf)))
    # The feet of an article are its last line, or what a box leaves.
    ends = {end for _, end in report.columns}
    assert {end for _, _, _, end in report.articles} <= ends
    assert report.short == 0


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"boxes": (LESSONS._replace(columns=9),)}, "panel-wide"),
        ({"boxes": (LESSONS._replace(columns=1),)}, "panel-wide"),
        ({"boxes": (LESSONS._replace(table=Table((), (tuple(map(Text, "甲乙")), (Text("丙"),)))),)}, "table-ragged"),
        ({"boxes": (Panel(artwork="none.png", heading=Text("图")),)}, "picture-missing"),
        ({"code": Code(Text("长" * 1500))}, "code-long"),
        ({"boxes": (FACTS,), "writing": "vertical"}, "panel-vertical"),
        ({"code": CODE, "writing": "vertical"}, "panel-vertical"),
    ],
)
def test_what_cannot_be_is_told_once(source, article, stock, changes, code):
    proof = check(with_article(source, article, photographs=(), **changes), stock)
    assert [each.code for each in proof.diagnostics].count(code) == 1
    assert proof.document is None


def test_vertical_articles_take_summary_pull_quote_and_poem(source, article, stock):
    made = furnished(of_length(article, 2900), summary=POINTS, writing="vertical", photographs=photographs(1))
    proof = make(with_article(source, made), stock)
    assert proof.pdf is not None, [each.line("en") for each in proof.diagnostics]
    words = "".join("".join(i.texts) for _, i in proof.document.pages[0].items if isinstance(i, GlyphRun))
    assert PULL.value in words
    assert POINTS[0].value in words


def test_a_poem_longer_than_its_column_goes_on_further_in(source, article, stock):
    poem = ((Text("春水漫过石板桥一双燕子剪柳梢"),),)
    made = of_length(article, 2600)._replace(photographs=photographs(2))
    made = made._replace(sections=(Section(None, (), poem=poem), *made.sections))
    proof = check(with_article(source, made), stock)
    assert proof.document is not None, [each.line("en") for each in proof.diagnostics]
    lines = [each for each in lines_of(proof, "XihuKai", 9.0) if each[2] and each[2] in poem[0][0].value]
    assert len(lines) == 2
    assert lines[1][0] - lines[0][0] == pytest.approx(TABLOID.size)


def footing(source, article, stock, boxes):
    """The report of a page of one article with these boxes."""
    made = of_length(article, 2300)._replace(boxes=boxes, photographs=photographs(1))
    proof = check(with_article(source, made), stock)
    assert proof.document is not None, [each.line("en") for each in proof.diagnostics]
    return proof


def test_boxes_one_above_the_other_leave_no_hole(source, article, stock):
    """Four over two columns do not stand side by side on six: all take the columns of the widest."""
    proof = footing(source, article, stock, (FACTS, FACTS, FACTS._replace(columns=3)))
    (report,) = proof.reports
    ends = [end for _, end in report.columns]
    assert ends[:3] == [TABLOID.lines] * 3
    assert len(set(ends[3:])) == 1
    grounds = [
        at.x for at, item in proof.document.pages[0].items if isinstance(item, Shape) and 0 < item.ink.total < 0.5
    ]
    assert len(grounds) == 3
    assert {round(x, 3) for x in grounds} == {round(TABLOID.column(3), 3)}


def test_a_box_may_have_a_frame(source, article, stock):
    framed, plain = (footing(source, article, stock, (each,)) for each in (FACTS._replace(border="double"), FACTS))
    tints = [
        sum(isinstance(item, Shape) and 0 < item.ink.total < 0.5 for _, item in each.document.pages[0].items)
        for each in (framed, plain)
    ]
    assert tints == [0, 1]


LONG = Panel(heading=Text("资料"), paragraphs=(Text(FACTS.paragraphs[0].value * 14),))


@pytest.mark.parametrize(("changes", "code"), [({"boxes": (LONG,)}, "cure-box"), ({"summary": POINTS}, "cure-summary")])
def test_what_may_be_left_out_is_told_where_that_makes_a_page(source, article, stock, changes, code):
    """Of copy that just fills the page there is some length at which a part is too much."""
    found = []
    for length in range(3200, 4600, 60):
        proof = check(with_article(source, of_length(article, length), photographs=(), **changes), stock)
        found += [each.code for each in proof.diagnostics]
        if code in found:
            return
    raise AssertionError(found)


def test_among_others_too(source, article, stock):
    found = []
    for more in range(0, 2400, 300):
        made = list(articles(article, (1500 + more, 800, 560, 400)))
        made[1] = made[1]._replace(boxes=(LONG,), summary=POINTS)
        found += [each.code for each in check(with_articles(source, made), stock).diagnostics]
        if {"cure-box", "cure-summary"} & set(found):
            return
    raise AssertionError(found)
