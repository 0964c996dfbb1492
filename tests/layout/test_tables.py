"""Tables on the cells of the grid: whole characters, whole lines, nothing lost, nothing in the next cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xihu_pdf.content import Edition, Table, Text
from xihu_pdf.frame import GlyphRun, Rule
from xihu_pdf.layout.desk import Desk
from xihu_pdf.layout.grid import TABLOID
from xihu_pdf.layout.tables import check_table, compose_table

SIZE = TABLOID.size


def cells(*texts):
    return tuple(map(Text, texts))


TIMES = Table(
    cells("班次", "发车", "备注"),
    (cells("1", "6:20", "每日"), cells("2", "11:05", "逢集加开一班"), cells("3", "17:40", "")),
)


@pytest.fixture(scope="module")
def desk(shipped_stock):
    return Desk(shipped_stock, Edition())


def walk(elements):
    for element in elements:
        yield element
        yield from walk(element.children)


def read(made):
    """Every cell that is read: its kind, its text and its items."""
    found = [each for each in walk(made.elements) if each.kind in {"TH", "TD"}]
    return [(each.kind, text_of(each.items), each.items) for each in found]


def text_of(items):
    return "".join("".join(placed.item.texts) for placed in items if isinstance(placed.item, GlyphRun))


def rules(made, *, upright):
    found = [placed for each in walk(made.elements) for placed in each.items if isinstance(placed.item, Rule)]
    return [placed for placed in found if (placed.item.vector.y > 0) == upright]


def edges(items):
    """Where the letters of a cell begin and end."""
    runs = [placed for placed in items if isinstance(placed.item, GlyphRun)]
    return (
        min(at.x + run.offsets[0] for at, run in runs),
        max(at.x + run.offsets[-1] for at, run in runs),
    )


def test_every_cell_is_read_once_row_by_row(desk):
    made = compose_table(desk, TIMES, 30, TABLOID)
    assert [(kind, text) for kind, text, _ in read(made)] == [
        *(("TH", head.value) for head in TIMES.heads),
        *(("TD", cell.value) for row in TIMES.rows for cell in row),
    ]
    scopes = {each.attributes for each in walk(made.elements) if each.kind == "TH"}
    assert scopes == {(("Scope", "Column"),)}
    (table,) = [each for each in made.elements if each.kind == "Table"]
    assert [row.kind for row in table.children] == ["TR"] * 4


def test_columns_are_whole_characters_that_fill_the_measure(desk):
    made = compose_table(desk, TIMES, 30, TABLOID)
    across = {round(placed.item.vector.x / SIZE, 6) for placed in rules(made, upright=False)}
    assert across == {30.0}
    for placed in rules(made, upright=True):
        assert placed.at.x / SIZE == pytest.approx(round(placed.at.x / SIZE), abs=1e-6)


def test_the_table_ends_where_a_picture_of_its_lines_would(desk):
    """Four rows of a line and a half make six lines; the foot is that of the last em box."""
    made = compose_table(desk, TIMES, 30, TABLOID)
    assert made.lines == 6
    foot = max(placed.at.y for placed in rules(made, upright=False))
    assert foot == pytest.approx((made.lines - 1) * TABLOID.pitch + SIZE)


def test_figures_end_at_one_edge_in_the_middle_of_their_column(desk):
    made = compose_table(desk, TIMES, 30, TABLOID)
    ends = {text: edges(items) for kind, text, items in read(made) if kind == "TD" and ":" in text}
    glyphs = {text: end for text, (_, end) in ends.items()}
    assert max(glyphs.values()) - min(glyphs.values()) < 0.3
    assert ends["6:20"][0] > ends["11:05"][0]


def test_an_asked_alignment_is_kept(desk):
    left, right = (compose_table(desk, TIMES._replace(align=(side,) * 3), 30, TABLOID) for side in ("left", "right"))
    for (kind, text, one), (_, _, other) in zip(read(left), read(right), strict=True):
        if kind == "TD" and text:
            assert edges(one)[0] < edges(other)[0]


def test_long_cells_are_broken_before_short_ones(desk):
    long = "三月十日起每天早晨六点由村委会门口发车，到镇客运站换乘"
    table = Table((), (cells("河湾村", long), cells("石桥", "每日")))
    made = compose_table(desk, table, 16, TABLOID)
    lines = {text: len({placed.at.y for placed in items}) for _, text, items in read(made)}
    assert lines["河湾村"] == lines["石桥"] == lines["每日"] == 1
    assert lines[long] > 1
    assert made.broken == 1
    assert made.lines == (2 * lines[long] + 1 + 3 + 1) // 2


def test_what_is_too_wide_is_not_set(desk):
    table = Table((), (cells("0000-00000000", "0000-00000000"),))
    assert compose_table(desk, table, 11, TABLOID) is None
    assert compose_table(desk, table, 23, TABLOID) is not None


def test_a_narrow_list_is_folded(desk):
    table = Table(cells("姓名", "组"), tuple(cells(f"王{number}", "一组") for number in "甲乙丙丁戊己庚辛壬"))
    single, folded = compose_table(desk, table, 11, TABLOID), compose_table(desk, table, 23, TABLOID)
    assert folded.lines < single.lines
    # Its heads are read once, and drawn over every part.
    assert [text for kind, text, _ in read(folded) if kind == "TH"] == ["姓名", "组"]
    drawn = [text_of(each.items) for each in walk(folded.elements) if not each.kind]
    assert "姓名组" in drawn
    assert [text for kind, text, _ in read(folded) if kind == "TD"][::2] == [row[0].value for row in table.rows]


def test_rows_of_other_numbers_of_cells_are_told(shipped_stock):
    desk = Desk(shipped_stock, Edition())
    assert not check_table(desk, Table(cells("甲", "乙"), (cells("一"), cells("一", "二"))))
    assert not check_table(desk, Table((), (cells("一", "二"),), ("left",)))
    assert [each.code for each in desk.faults] == ["table-ragged", "table-align"]
    assert dict(desk.faults[0].values) == {"cells": 1, "columns": 2}
    assert check_table(desk, TIMES)
    assert len(desk.faults) == 2


@given(st.data())
def test_no_letter_leaves_its_cell(shipped_stock, data):
    desk = Desk(shipped_stock, Edition())
    count = data.draw(st.integers(1, 5))
    cell = st.text(st.sampled_from("河湾村春灌2026:。abc、"), max_size=14)
    rows = data.draw(st.lists(st.lists(cell, min_size=count, max_size=count), min_size=1, max_size=9))
    table = Table(cells(*"甲乙丙丁戊"[:count]), tuple(cells(*row) for row in rows))
    made = compose_table(desk, table, data.draw(st.integers(4, 47)), TABLOID)
    if made is None:
        return
    assert [text for kind, text, _ in read(made) if kind == "TD"] == [text for row in rows for text in row]
    foot = (made.lines - 1) * TABLOID.pitch + SIZE
    lefts = sorted({round(placed.at.x, 3) for placed in rules(made, upright=True)})
    for _, _, items in read(made):
        for at, run in items:
            assert SIZE * 0.5 < at.y <= foot
            start, end = at.x + run.offsets[0], at.x + run.offsets[-1]
            # No upright rule between its first letter and its last.
            assert not any(start < x < end for x in lefts)


def test_what_is_wanting_in_the_last_part_stands_as_empty_rows(desk):
    table = Table((), tuple(cells(f"王{number}", "一组") for number in "甲乙丙丁戊己庚辛壬"))
    made = compose_table(desk, table, 23, TABLOID)
    across = [placed.at for placed in rules(made, upright=False)]
    parts = {at.x: [each.y for each in across if each.x == at.x] for at in across}
    assert len(parts) == 2
    assert len({tuple(round(y, 3) for y in ys) for ys in parts.values()}) == 1
