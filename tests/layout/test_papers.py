"""Papers as exact cells: the grids of the trade, what is left over goes to the margins, and a page is made on each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages import of_length, photographs, with_article
from xihu_pdf.build import make
from xihu_pdf.content import kinds
from xihu_pdf.frame import VERTICAL
from xihu_pdf.geometry import Size, mm
from xihu_pdf.layout.arrangement import LEAD, arrangements
from xihu_pdf.layout.grid import TABLOID
from xihu_pdf.layout.papers import PAPERS, grid_of
from xihu_pdf.stock import open_stock

SIDES = st.integers(*kinds.PAPER_SIDES).map(float)


def foot(grid):
    return grid.paper.height - grid.line(grid.lines - 1) - grid.size


def test_every_paper_of_the_content_has_a_grid():
    assert PAPERS.keys() == {name for name, _ in kinds.PAPERS}
    assert grid_of("tabloid") is TABLOID


def test_the_broadsheet_holds_what_the_trade_counts():
    """8 columns of 13 and 7 gaps by 120 lines: 13,320 characters."""
    grid = grid_of("broadsheet")
    assert (grid.columns, grid.characters, grid.lines) == (8, 13, 120)
    assert grid.cells(8) * grid.lines == 13320
    assert TABLOID.cells(6) * TABLOID.lines == 6106


@pytest.mark.parametrize("name", PAPERS)
def test_margins_are_wider_than_the_gutter_and_even(name):
    grid = grid_of(name)
    assert grid.paper.width - grid.left - grid.width(grid.columns) == pytest.approx(grid.left)
    assert min(grid.left, grid.top, foot(grid)) >= mm(15.0)
    # A line or a column more would not leave a margin.
    assert foot(grid) - grid.pitch < mm(25.0)


@given(SIDES, SIDES)
def test_a_paper_of_any_size_has_a_grid_that_stands_on_it(width, height):
    grid = grid_of((width, height))
    assert grid.paper == Size(mm(width), mm(height))
    assert grid.left >= mm(15.0) - 0.01
    assert mm(16.0) - 0.01 <= foot(grid) < mm(16.0) + grid.pitch
    assert grid.columns > 1 or width < 150
    assert 10 <= grid.characters <= 17


@given(st.integers(1, 12), st.integers(0, 4), st.booleans())
def test_arrangements_of_other_columns_stand_on_them(columns, count, lead):
    for way in arrangements((None,) * count, lead=lead, columns=columns):
        numbers = [slot.photograph for slot in way.slots if slot.photograph != LEAD]
        assert sorted(numbers) == list(range(count))
        assert all(slot.columns > 0 and 0 <= slot.first <= columns - slot.columns for slot in way.slots)


@pytest.mark.parametrize("columns", range(1, 13))
def test_there_is_a_way_to_hang_one_photograph_on_any_columns(columns):
    assert arrangements((None,), lead=True, columns=columns)


def test_six_columns_are_arranged_as_the_table_says():
    for count in range(5):
        wishes = (None,) * count
        assert arrangements(wishes, lead=True, columns=6) == arrangements(wishes, lead=True)


@pytest.mark.parametrize(
    ("paper", "length"),
    [("broadsheet", 5400), ("a3", 3000), ("a4", 1500), ("16k", 1400), ((190.0, 260.0), 1000), ((500.0, 400.0), 4500)],
)
def test_a_page_of_one_article_is_made_on_every_paper(source, article, album, paper, length):
    changed = with_article(source, of_length(article, length), photographs=photographs(1))
    changed = changed._replace(edition=changed.edition._replace(paper=paper))
    proof = make(changed, open_stock(str(album)))
    assert proof.pdf is not None, proof.diagnostics
    grid = grid_of(paper)
    assert proof.document.pages[0].size == grid.paper
    assert [end for _, end in proof.reports[0].columns] == [grid.lines] * grid.columns


def test_vertical_setting_on_another_paper_is_told(source, article, album):
    changed = with_article(source, article, writing=VERTICAL)
    changed = changed._replace(edition=changed.edition._replace(paper="a4"))
    assert [each.code for each in make(changed, open_stock(str(album))).diagnostics] == ["paper-writing"]
