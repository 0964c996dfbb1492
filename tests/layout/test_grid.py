"""The page in cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xihu_pdf.geometry import Size, mm
from xihu_pdf.layout.grid import EM_ASCENT, TABLOID, Grid

SMALL = Grid(Size(300.0, 400.0), 3, 5, 20, 10.0, 12.0, 30.0)


@given(columns=st.integers(1, 12), characters=st.integers(5, 30))
def test_a_joined_column_has_its_characters_and_the_gaps_between(columns, characters):
    """长栏: n columns of c characters with a character between them."""
    grid = SMALL._replace(columns=columns, characters=characters)
    assert grid.cells(columns) == columns * characters + (columns - 1)
    assert grid.cells(1) == characters


def test_a_small_grid_can_be_read_in_the_head():
    assert SMALL.cells(3) == 17
    assert SMALL.width(3) == 170.0
    assert SMALL.left == 65.0
    assert [SMALL.column(index) for index in range(3)] == [65.0, 125.0, 185.0]
    assert [SMALL.line(index) for index in (0, 1, 19)] == [30.0, 42.0, 258.0]
    assert SMALL.baseline(0) == pytest.approx(38.8)
    assert SMALL.height(1) == pytest.approx(8.8)
    assert SMALL.height(3) == pytest.approx(32.8)


@given(st.integers(0, 80), st.integers(1, 40))
def test_a_picture_ends_on_the_baseline_of_its_last_line(first, lines):
    assert TABLOID.line(first) + TABLOID.height(lines) == pytest.approx(TABLOID.baseline(first + lines - 1))


def test_a_column_ends_where_the_joined_one_does():
    last = TABLOID.columns - 1
    assert TABLOID.column(last) + TABLOID.width(1) == pytest.approx(TABLOID.left + TABLOID.width(TABLOID.columns))


def test_the_tabloid_is_a_chinese_quarto_with_even_margins():
    assert TABLOID.paper == Size(mm(275), mm(390))
    assert TABLOID.left == pytest.approx(TABLOID.paper.width - TABLOID.left - TABLOID.width(TABLOID.columns))
    foot = TABLOID.line(TABLOID.lines - 1) + TABLOID.size
    assert mm(10) < TABLOID.paper.height - foot
    assert TABLOID.left > mm(10)
    assert TABLOID.top > mm(10)


def test_the_em_box_of_the_shipped_face_is_the_grid_s(shipped_stock):
    chain = shipped_stock.chain("song")
    assert chain is not None
    assert chain.first.ascent == EM_ASCENT * 1000
