"""Headlines in other forms than over all columns, on grounds and in frames: columns still end on their last line."""

import pytest

from made_pages import articles, with_articles
from pages import of_length, photographs, runs, with_article
from xihu_pdf.build import check
from xihu_pdf.content import Mark, Text
from xihu_pdf.frame import BLACK, VERTICAL, Ink, Placed, Row, Rule, Shape
from xihu_pdf.geometry import Point, Rect
from xihu_pdf.layout.boxed import clear, inside
from xihu_pdf.layout.decoration import FRAMES
from xihu_pdf.layout.desk import Desk
from xihu_pdf.layout.grid import TABLOID, TABLOID_UPRIGHT
from xihu_pdf.layout.headforms import Uprights, aside_place
from xihu_pdf.layout.papers import horizontal_grid
from xihu_pdf.press.limits import LIMITS
from xihu_pdf.stock import open_stock

LENGTHS = (1500, 620, 560, 430)
HEADLINES = "XihuSong-Black"
PAPER = Ink(0.0, 0.0, 0.0, 0.0)


@pytest.fixture(scope="module")
def page_with(source, article, album):
    """A page of four articles of which the third is changed, checked."""
    stock = open_stock(str(album))

    def checked(number=2, **changes):
        for near in (1.0, 0.97, 1.03, 0.94):
            made = list(articles(article, tuple(round(each * near) for each in LENGTHS), photographs=("a.jpg",)))
            made[number] = made[number]._replace(**changes)
            proof = check(with_articles(source, made), stock)
            if proof.document is not None:
                return proof
        return proof

    return checked


def ends_level(proof):
    """Every column of text ends where its article does, less the line under it inside a frame."""
    (report,) = proof.reports
    feet = {end for *_, end in report.articles}
    return report.short == 0 and all(end in feet or end + 1 in feet for _, end in report.columns)


def headline(proof, words):
    """Place and run of the headline that begins with these words."""
    return next(
        (at, run) for at, run in runs(proof.document.pages[0], HEADLINES) if "".join(run.texts).startswith(words)
    )


def cells_of(proof, words):
    """First column, columns, first line and end line of the article with this headline."""
    at, run = headline(proof, words)
    x = at.x + (0.0 if run.writing == VERTICAL else run.offsets[-1] / 2)
    for cells in proof.reports[0].articles:
        column, columns, top, end = cells
        left = TABLOID.column(column)
        if left < x < left + TABLOID.width(columns) and TABLOID.line(top) <= at.y < TABLOID.line(end):
            return cells
    raise AssertionError(words)


@pytest.mark.parametrize(("form", "first"), [("vertical", True), ("vertical-right", False)])
def test_an_upright_headline_fills_a_column_beside_its_text(page_with, form, first):
    proof = page_with(form=form)
    assert proof.document is not None, proof.diagnostics
    assert [each.code for each in proof.diagnostics if each.code == "head-form"] == []
    at, run = headline(proof, "农村")
    assert run.writing == VERTICAL
    column, columns, top, end = cells_of(proof, "农村")
    own = column if first else column + columns - 1
    assert TABLOID.column(own) < at.x < TABLOID.column(own) + TABLOID.width(1)
    assert TABLOID.line(top) <= at.y
    inside_it = [
        (place, each)
        for place, each in runs(proof.document.pages[0])
        if TABLOID.column(own) <= place.x < TABLOID.column(own) + TABLOID.width(1)
        and TABLOID.line(top) <= place.y < TABLOID.line(end)
    ]
    assert {each.writing for _, each in inside_it} == {VERTICAL}
    assert max(place.y + each.offsets[-1] + each.size for place, each in inside_it) <= TABLOID.line(end)
    assert ends_level(proof)


@pytest.mark.parametrize(("form", "beside"), [("left", -1), ("right", 0)])
def test_text_runs_from_the_first_line_beside_a_head_over_some_columns(page_with, form, beside):
    proof = page_with(number=1, form=form)
    assert proof.document is not None, proof.diagnostics
    assert [each.code for each in proof.diagnostics if each.code == "head-form"] == []
    column, columns, top, _ = cells_of(proof, "高标准")
    free = column + columns - 1 if beside else column
    tops = [
        place.y
        for place, run in runs(proof.document.pages[0], "XihuSong-Regular")
        if abs(place.x - TABLOID.column(free)) < 20
    ]
    assert min(y for y in tops if y > TABLOID.line(top)) == pytest.approx(TABLOID.baseline(top))
    at, _ = headline(proof, "高标准")
    assert not TABLOID.column(free) <= at.x < TABLOID.column(free) + TABLOID.width(1)
    assert ends_level(proof)


@pytest.mark.parametrize("form", ["left", "right", "vertical", "vertical-right"])
def test_a_page_of_one_article_takes_every_form(source, article, album, form):
    stock = open_stock(str(album))
    for length in range(3600, 5400, 60):
        changed = of_length(article, length)._replace(photographs=(), lead=None, form=form)
        proof = check(with_article(source, changed), stock)
        if proof.document is not None and not any(each.code == "head-form" for each in proof.diagnostics):
            (report,) = proof.reports
            assert all(end == TABLOID.lines for _, end in report.columns)
            tops = [first for first, _ in report.columns]
            assert min(tops) == 0
            return
    pytest.fail("no page")


def test_a_form_that_makes_no_page_is_told_and_another_is_taken(source, article, shipped_stock):
    """On a vertical page there is no head over some columns."""
    changed = [of_length(article, length)._replace(writing="vertical") for length in (2400, 2520)]
    for each in changed:
        plain = check(with_article(source, each), shipped_stock)
        wished = check(with_article(source, each._replace(form="left")), shipped_stock)
        assert [each.code for each in wished.diagnostics if each not in plain.diagnostics] == ["head-form"]
        assert wished.document.pages == plain.document.pages


def test_an_upright_headline_too_long_for_a_column_is_not_made(source, article, shipped_stock):
    long = article._replace(headline=Text("高标准农田建设让全镇三万亩水田旱能灌涝能排" * 4), kicker=None)
    heads = Uprights(Desk(shipped_stock, source.edition), long, TABLOID, {})
    assert [heads.head(lines, (-1, 1)) for lines in (10, 20, 40)] == [None, None, None]


@pytest.mark.parametrize("ground", ["solid", "tint", "dots", "lines", "box"])
@pytest.mark.parametrize("form", ["over", "vertical"])
def test_a_head_stands_inside_its_ground(page_with, ground, form):
    proof = page_with(ground=ground, form=form)
    assert proof.document is not None, proof.diagnostics
    at, run = headline(proof, "农村")
    page = proof.document.pages[0]
    column, columns, top, _ = cells_of(proof, "农村")
    left, right = TABLOID.column(column), TABLOID.column(column + columns - 1) + TABLOID.width(1)
    drawn = [
        (place, item)
        for place, item in page.items
        if isinstance(item, Shape | Row | Rule)
        and left - 0.01 <= place.x <= right + 0.01
        and place.y >= TABLOID.line(top) - 0.01
    ]
    assert drawn
    assert (run.ink == PAPER) is (ground == "solid")
    if ground in {"solid", "tint"}:
        ((place, shape),) = [(place, item) for place, item in drawn if isinstance(item, Shape)]
        deep = max(point.y for step in shape.steps for point in step)
        assert (run.ink == PAPER) is (shape.ink == Ink(0.80, 0.30, 0.90, 0.20))
        assert place.x < at.x
        assert place.y + deep > at.y
        body = [
            p.y
            for p, each in runs(page, "XihuSong-Regular")
            if left - 1 < p.x < right and place.y < p.y < place.y + deep
        ]
        assert form == "vertical" or body == []


@pytest.mark.parametrize("kind", ["dots", "name", "book"])
def test_what_marks_words_on_a_solid_ground_is_left_white_like_them(page_with, kind):
    words = "农村老人有了热饭吃"
    marked = Text(words, marks=(Mark(kind, 0, 2),))
    plain = page_with(ground="solid", headline=Text(words))
    made = page_with(ground="solid", headline=marked)
    assert made.document is not None, made.diagnostics
    drawn = [each.item for each in made.document.pages[0].items if each not in plain.document.pages[0].items]
    drawn = [each for each in drawn if isinstance(each, Rule | Shape)]
    assert len(drawn) == (2 if kind == "dots" else 1)
    assert {each.ink for each in drawn} == {PAPER}
    # What newsprint does not fill up.
    assert all(each.weight >= LIMITS["press"].rule.reversed for each in drawn)
    assert [each.code for each in made.diagnostics] == [each.code for each in plain.diagnostics]


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("columns", range(1, 7))
def test_inside_a_frame_columns_are_whole_characters_and_stand_clear(frame, columns):
    grid = TABLOID.part(0, columns, 10, 30)
    inner = inside(grid, frame)
    if inner is None:
        assert columns == 1
        return
    box = grid.box(grid.lines)
    assert inner.left - box.left == pytest.approx(box.right - inner.left - inner.width(columns))
    assert inner.left - box.left > 5.0
    assert (inner.left - box.left) % 4.5 == pytest.approx(0.0, abs=1e-6)
    assert (inner.line(0), inner.lines) == (pytest.approx(grid.line(1)), 28)
    assert inner.characters >= 9


def test_a_framed_article_stands_inside_its_frame_and_no_hairline_beside_it(page_with):
    proof = page_with(border="plum")
    assert proof.document is not None, proof.diagnostics
    column, columns, top, end = cells_of(proof, "农村")
    box = TABLOID.part(column, columns, top, end - top).box(end - top)
    page = proof.document.pages[0]
    rows = [(at, item) for at, item in page.items if isinstance(item, Row)]
    assert len(rows) > 20
    for at, item in rows:
        assert box.left - 0.1 <= at.x <= box.right + 0.1
        assert box.top - 0.1 <= at.y <= box.bottom + 0.1
        assert item.ink == BLACK
    within = [
        (at, run) for at, run in runs(page) if box.left - 5 < at.x < box.right + 5 and box.top < at.y < box.bottom
    ]
    assert within
    assert min(at.x for at, _ in within) > box.left + 7
    assert max(at.x + run.offsets[-1] for at, run in within) < box.right - 7
    near = Rect(box.left - 6, box.top - 6, box.right + 6, box.bottom + 6)
    for at, item in page.items:
        if (
            isinstance(item, Rule)
            and item.weight == 0.3
            and near.top < at.y < near.bottom
            and near.left < at.x < near.right
        ):
            pytest.fail(f"a hairline at {at}")
    assert ends_level(proof)


def test_a_framed_page_of_one_article_ends_on_its_last_line(source, article, album):
    stock = open_stock(str(album))
    for length in range(2000, 3600, 100):
        changed = of_length(article, length)._replace(photographs=photographs(1), border="thick-thin")
        proof = check(with_article(source, changed), stock)
        if proof.document is not None:
            assert all(end == TABLOID.lines - 2 for _, end in proof.reports[0].columns)
            return
    pytest.fail("no page")


def test_a_frame_leaves_no_columns_of_less_than_nine_characters(source):
    changed = source.edition._replace(paper=(145.0, 300.0))
    grid = horizontal_grid(changed.paper)
    assert grid.characters < 18
    narrow = grid._replace(characters=10, columns=2)
    assert inside(narrow, "plum") is None
    assert inside(narrow, "hairline") is not None
    assert inside(TABLOID_UPRIGHT, "fret") is not None


def test_hairlines_are_cut_where_frames_stand():
    across = Placed(Point(0.0, 50.0), Rule(Point(300.0, 0.0), 0.3, BLACK))
    box = Rect(100.0, 55.0, 200.0, 155.0)
    pieces = list(clear([across], [box], 9.0))
    assert [(at.x, rule.vector.x) for at, rule in pieces] == [(0.0, 91.0), (209.0, 91.0)]
    assert list(clear([across], [box._replace(top=80.0)], 9.0)) == [across]
    down = Placed(Point(95.5, 0.0), Rule(Point(0.0, 60.0), 0.3, BLACK))
    assert [(at.y, rule.vector.y) for at, rule in clear([down], [box], 9.0)] == [(0.0, 46.0)]


def test_heads_at_the_side_lie_outside_the_columns_of_text():
    assert aside_place("vertical", 3) == (-1, 1)
    assert aside_place("vertical-right", 3) == (3, 1)


@pytest.mark.parametrize("form", ["over", "vertical"])
def test_an_ornament_stands_with_its_headline_and_is_no_element_of_the_text(page_with, form):
    plain, proof = page_with(form=form), page_with(form=form, ornament="star")
    assert proof.document is not None, proof.diagnostics
    at, _ = headline(proof, "农村")
    page = proof.document.pages[0]
    stars = [place for place, item in page.items if isinstance(item, Shape) and len(item.steps) == 10]
    assert len(stars) == 1
    assert stars[0].x > at.x if form == "vertical" else stars[0].y < at.y
    kinds = [[tag.kind for tag in each.document.tags] for each in (plain, proof)]
    assert sorted(kinds[0]) == sorted(kinds[1])
