"""The order of pages on sheets, blanks, creep, marks, and what is told of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xihu_pdf.cli import _SCHEMES as ASKED
from xihu_pdf.frame import (
    ARTIFACT,
    BLACK,
    VERTICAL,
    Document,
    GlyphRun,
    PageFrame,
    Picture,
    Placed,
    Row,
    Rule,
    Shape,
    Tag,
)
from xihu_pdf.geometry import Point, Rect, Size, mm
from xihu_pdf.imposition import SCHEMES, _scaled, impose, sides

TABLOID, A4 = Size(mm(275.0), mm(390.0)), Size(mm(210.0), mm(297.0))


def paper(count: int, size: Size = TABLOID, writing: str = "horizontal") -> Document:
    """So many pages; on each a run that says which it is."""
    pages = [
        PageFrame(size, (Placed(Point(50.0, 60.0), GlyphRun("f", 9.0, BLACK, (1,), (0.0,), (str(page),), writing)),))
        for page in range(1, count + 1)
    ]
    return Document("", "zh-Hans", "", tuple(pages))


def order(count: int, name: str, **options) -> list[str]:
    """Each side as the numbers of its pages, a blank as ``-``."""
    laid = sides(paper(count, **options), SCHEMES[name])
    return [" ".join("-" if page is None else str(page + 1) for page in side) for side in laid]


@pytest.mark.parametrize(
    ("count", "name", "expected"),
    [
        (1, "stitched", ["- 1", "- -"]),
        (2, "stitched", ["- 1", "2 -"]),
        (4, "stitched", ["4 1", "2 3"]),
        (6, "stitched", ["- 1", "2 -", "6 3", "4 5"]),
        (8, "stitched", ["8 1", "2 7", "6 3", "4 5"]),
        (12, "stitched", ["12 1", "2 11", "10 3", "4 9", "8 5", "6 7"]),
        (2, "sheet", ["- 1", "2 -"]),
        (4, "sheet", ["4 1", "2 3"]),
        (6, "sheet", ["6 1", "2 5", "- 3", "4 -"]),
        (8, "sheet", ["8 1", "2 7", "6 3", "4 5"]),
        (10, "sheet", ["10 1", "2 9", "8 3", "4 7", "- 5", "6 -"]),
        (3, "two-a4", ["1 2", "3 -"]),
        (6, "four-a3", ["1 2 3 4", "5 6 - -"]),
    ],
)
def test_pages_come_on_sheets_in_the_order_of_the_trade(count, name, expected):
    assert order(count, name) == expected


@pytest.mark.parametrize(
    ("count", "name", "expected"),
    [(4, "sheet", ["1 4", "3 2"]), (4, "two-a4", ["2 1", "4 3"]), (4, "four-a4", ["2 1 4 3"])],
)
def test_a_paper_of_vertical_lines_opens_at_the_right(count, name, expected):
    assert order(count, name, writing=VERTICAL) == expected


@given(st.integers(1, 60), st.sampled_from(sorted(SCHEMES)))
def test_every_page_is_printed_once_and_backs_its_neighbour(count, name):
    scheme, document = SCHEMES[name], paper(count)
    laid = sides(document, scheme)
    printed = [page for side in laid for page in side if page is not None]
    assert sorted(printed) == list(range(count))
    assert {len(side) for side in laid} == {scheme.columns * scheme.rows}
    if scheme.folded:
        # Opened leaf by leaf, a folded paper shows its pages in turn.
        leaves = [(front[1], back[0]) for front, back in zip(laid[::2], laid[1::2], strict=True)]
        leaves += [(back[1], front[0]) for front, back in reversed(list(zip(laid[::2], laid[1::2], strict=True)))]
        assert [page for leaf in leaves for page in leaf if page is not None] == list(range(count))


def shown(document: Document) -> dict[str, tuple[int, Point, float]]:
    """The sheet, place and size of every page's run."""
    return {
        item.texts[0]: (number, at, item.size)
        for number, sheet in enumerate(document.pages)
        for at, item in sheet.items
        if isinstance(item, GlyphRun)
    }


def test_two_tabloid_pages_fill_a_sheet():
    document = impose(paper(4), SCHEMES["sheet"]).document
    assert [sheet.size for sheet in document.pages] == [Size(2 * TABLOID.width, TABLOID.height)] * 2
    places = shown(document)
    assert places["4"] == (0, Point(50.0, 60.0), 9.0)
    assert places["1"] == (0, Point(50.0 + TABLOID.width, 60.0), 9.0)
    assert places["2"] == (1, Point(50.0, 60.0), 9.0)


def test_each_sheet_creeps_toward_the_fold_by_the_paper_around_it():
    places = shown(impose(paper(12), SCHEMES["stitched"]).document)
    for sheet, (left, right) in enumerate((("12", "1"), ("10", "3"), ("8", "5"))):
        creep = sheet * mm(0.1)
        assert places[left][1].x == pytest.approx(50.0 + creep)
        assert places[right][1].x == pytest.approx(50.0 + TABLOID.width - creep)
    assert places["2"][1].x == pytest.approx(50.0)
    assert places["6"][1].x == pytest.approx(50.0 + 2 * mm(0.1))


@pytest.mark.parametrize(
    ("name", "size", "scale"),
    [
        ("booklet-a4", A4, 210 / 297),
        ("booklet-a3", A4, 1.0),
        ("booklet-a3", TABLOID, 297 / 390),
        ("two-a3", Size(mm(148.0), mm(210.0)), 1.0),
        ("four-a3", A4, 210 / 297),
    ],
)
def test_pages_are_made_smaller_where_the_paper_asks_for_it_and_never_larger(name, size, scale):
    scheme = SCHEMES[name]
    imposed = impose(paper(4, size), scheme)
    for sheet in imposed.document.pages:
        assert sheet.size == pytest.approx(tuple(map(mm, scheme.paper)))
    number, at, run_size = shown(imposed.document)["1"]
    assert (number, run_size) == (0, pytest.approx(9 * scale, rel=2e-3))
    column = 1 if scheme.folded else 0
    cell = Size(mm(scheme.paper[0]) / scheme.columns, mm(scheme.paper[1]) / scheme.rows)
    # In the middle of its room.
    assert at.x - column * cell.width == pytest.approx((cell.width - scale * size.width) / 2 + 50 * scale, abs=0.5)
    assert at.y == pytest.approx((cell.height - scale * size.height) / 2 + 60 * scale, abs=0.5)
    told = [each.code for each in imposed.diagnostics]
    assert ("sheets-smaller" in told) == (scale < 1)


def test_everything_of_an_item_is_made_smaller():
    corner = Shape(((Point(0, 0),), (Point(8, 0), Point(8, 4), Point(4, 4))), 2.0, BLACK)
    items = (
        GlyphRun("f", 10.0, BLACK, (1, 2), (0.0, 12.0), ("a", "b"), VERTICAL, (0.0, 3.0)),
        Rule(Point(40.0, 8.0), 1.0, BLACK),
        Picture("p", Size(60.0, 30.0), Rect(0.1, 0.2, 0.8, 0.9)),
        corner,
        Row(corner, Point(6.0, 2.0), 5),
    )
    half = Shape(((Point(0, 0),), (Point(4, 0), Point(4, 2), Point(2, 2))), 1.0, BLACK)
    assert [_scaled(item, 0.5) for item in items] == [
        GlyphRun("f", 5.0, BLACK, (1, 2), (0.0, 6.0), ("a", "b"), VERTICAL, (0.0, 1.5)),
        Rule(Point(20.0, 4.0), 0.5, BLACK),
        Picture("p", Size(30.0, 15.0), Rect(0.1, 0.2, 0.8, 0.9)),
        half,
        Row(half, Point(3.0, 1.0), 5),
    ]


@pytest.mark.parametrize("name", SCHEMES)
def test_marks_stand_at_the_fold_or_the_cut_and_are_artifacts(name):
    scheme = SCHEMES[name]
    document = paper(4)._replace(tags=(Tag("Document", -1),))
    (sheet, *_) = impose(document, scheme).document.pages
    rules = [(at, item.vector) for at, item in sheet.items if isinstance(item, Rule)]
    dashes = 3 if scheme.folded else 1
    assert len(rules) == 2 * dashes * (scheme.columns - 1 + scheme.rows - 1)
    assert sheet.tags[-len(rules) :] == (ARTIFACT,) * len(rules)
    width, height = sheet.size
    for at, vector in rules:
        upright = vector.x == 0
        assert (at.x == pytest.approx(width / 2)) if upright else (at.y == pytest.approx(height / 2))
        start, length, side = (at.y, vector.y, height) if upright else (at.x, vector.x, width)
        near = min(start, side - start - length)
        if scheme.paper:
            assert mm(4.0) - 0.01 <= near < near + length <= mm(8.0) + 0.01
        else:
            assert -mm(12.0) - 0.01 <= near < near + length <= -mm(10.0) + 0.01


@pytest.mark.parametrize(
    ("count", "name", "size", "codes", "last"),
    [
        (
            4,
            "sheet",
            TABLOID,
            ["sheets-folded", "sheet-front", "sheet-back"],
            "sheet 1, back, from left to right: page 2 ｜ 3",
        ),
        (6, "sheet", TABLOID, ["sheets-folded", "sheets-half", *["sheet-front", "sheet-back"] * 2], "page 4 ｜ —"),
        (3, "booklet-a3", A4, ["sheets-folded", "sheets-blank", "sheet-front", "sheet-back"], "page 2 ｜ 3"),
        (3, "two-a4", A4, ["sheets-flat", "sheets-smaller", "sheets-blank", *["sheet-side"] * 2], "side 2, from left"),
    ],
)
def test_the_order_is_told_in_words(count, name, size, codes, last):
    told = impose(paper(count, size), SCHEMES[name]).diagnostics
    assert [each.code for each in told] == codes
    assert {each.severity for each in told} == {"note"}
    assert last in told[-1].line("en")
    assert SCHEMES[name].chinese in told[0].line("zh")


def test_pages_are_told_by_their_folios():
    document = paper(2)
    pages = [page._replace(folio=folio) for page, folio in zip(document.pages, ("45", "46"), strict=True)]
    told = impose(document._replace(pages=tuple(pages)), SCHEMES["two-a4"]).diagnostics
    assert "45 ｜ 46" in told[-1].line("zh")


def test_a_tag_that_goes_on_has_one_for_each_page():
    pages = [page._replace(tags=(tag,)) for page, tag in zip(paper(4).pages, (1, 1, 3, 1), strict=True)]
    tags = (Tag("Document", -1), Tag("P", 0), Tag("Art", 0), Tag("P", 2))
    document = impose(paper(4)._replace(pages=tuple(pages), tags=tags), SCHEMES["sheet"]).document
    assert document.tags == (Tag("Document", -1), *[Tag("P", 0)] * 3, Tag("Art", 0), Tag("P", 4))
    assert [sheet.tags[:2] for sheet in document.pages] == [(1, 3), (2, 5)]


def test_a_word_with_its_reading_stays_in_the_part_of_its_paragraph_that_is_on_its_page():
    readings = [Tag("Ruby", 1), Tag("RB", 2), Tag("RT", 2)]
    pages = [page._replace(tags=(tag,)) for page, tag in zip(paper(2).pages, (1, 3), strict=True)]
    more = paper(2).pages[0].items
    pages[1] = pages[1]._replace(items=(*pages[1].items, *more), tags=(1, 3))
    tags = (Tag("Document", -1), Tag("P", 0), *readings)
    document = impose(paper(2)._replace(pages=tuple(pages), tags=tags), SCHEMES["sheet"]).document
    first, second, ruby, base = range(1, 5)
    assert [(each.kind, each.parent) for each in document.tags[1:]] == [
        *(("P", 0), ("P", 0), ("Ruby", second), ("RB", ruby), ("RT", ruby))
    ]
    assert {tag for page in document.pages for tag in page.tags} - {ARTIFACT} == {first, second, base}


def test_the_command_knows_every_scheme_by_both_names():
    assert {english: scheme.chinese for english, scheme in SCHEMES.items()} == {
        english: chinese for chinese, english in ASKED.items()
    }
