"""Lists of names spread evenly 均排 (clreq 3.4.3; rule 48)."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xihu_pdf.content import Text
from xihu_pdf.frame import BLACK
from xihu_pdf.typeset import Compositor, Style, set_names

SIZE = 10.0
HAN = "王明欧阳修文李红张三丰赵钱孙周吴郑冯陈褚卫"


def setter(stock):
    return Compositor(Style(stock.chain("song"), SIZE, BLACK, "zh-Hans"))


def rows(stock, names, width):
    """Lines as lists of characters and their places in em."""
    lines = set_names(setter(stock), tuple(map(Text, names)), width)
    return [
        [
            (text, (at.x + offset) / SIZE)
            for at, run in line.items
            for text, offset in zip(run.texts, run.offsets, strict=True)
        ]
        for line in lines
    ]


def test_rule_48_names_of_two_are_as_wide_as_those_of_three(shipped_stock):
    """Three cells of three em with one em between them fill eleven exactly."""
    names = ["张三丰", "王明", "李红", "赵青山", "孙立", "周文"]
    found = rows(shipped_stock, names, 11.0)
    assert [[x for _, x in row] for row in found] == [
        pytest.approx([0.0, 1.0, 2.0, 4.0, 6.0, 8.0, 10.0]),
        pytest.approx([0.0, 1.0, 2.0, 4.0, 6.0, 8.0, 10.0]),
    ]


def test_rule_48_where_all_names_have_two_nothing_is_put_inside_them(shipped_stock):
    """An em in each and an em between them would make one row of single characters."""
    (row,) = rows(shipped_stock, ["王明", "李红", "孙立", "周文"], 11.0)
    assert [x for _, x in row] == pytest.approx([0.0, 1.0, 3.0, 4.0, 6.0, 7.0, 9.0, 10.0])


def test_rule_48_a_cell_less_stands_on_a_line_where_that_takes_no_more_lines(shipped_stock):
    """Four cells with two and a third em between them leave no hole behind a name of four."""
    found = rows(shipped_stock, ["王明", "李小红", "欧阳文修", "张三", "赵玉", "钱大有", "孙七"], 19.0)
    assert [len(row) for row in found] == [11, 7]
    assert [row[2][1] for row in found] == pytest.approx([16 / 3] * 2)


def test_rule_48_a_long_name_takes_cells_of_its_own_and_goes_to_the_next_line_rather_than_out_of_the_column(
    shipped_stock,
):
    found = rows(shipped_stock, ["王明", "欧阳修文", "李红", "张三丰"], 11.0)
    assert ["".join(text for text, _ in row) for row in found] == ["王明欧阳修文", "李红张三丰"]
    assert max(x for row in found for _, x in row) <= 10.0


def test_rule_48_a_name_that_no_line_holds_is_parted_behind_its_interpunct(shipped_stock):
    """On lines of its own, the second indented, so that what is left of it is not read as another name."""
    found = rows(shipped_stock, ["王明", "努尔麦麦提·图尔荪托合提江", "李红", "张三丰"], 11.0)
    told = [("".join(text for text, _ in row), row[0][1]) for row in found]
    assert told == [("王明", 0.0), ("努尔麦麦提·", 0.0), ("图尔荪托合提江", 1.0), ("李红张三丰", 0.0)]


names_of_people = st.lists(st.text(HAN, min_size=2, max_size=6), min_size=1, max_size=20)


@given(names=names_of_people, width=st.sampled_from([7.0, 11.0, 13.0, 16.0, 25.0]))
def test_rule_48_every_name_is_set_once_inside_its_column_and_apart_from_the_next(shipped_stock, names, width):
    found = rows(shipped_stock, names, width)
    assert "".join(text for row in found for text, _ in row) == "".join(names)
    for row in found:
        assert row[-1][1] <= width - 1.0 + 1e-6
        assert all(after - x >= 1.0 - 1e-6 for (_, x), (_, after) in pairwise(row))
    edges = [sum(map(len, names[:at])) for at in range(1, len(names))]
    letters = [(number, x) for number, row in enumerate(found) for _, x in row]
    for edge in edges:
        (line, x), (other, after) = letters[edge - 1], letters[edge]
        assert other > line or after - x - 1.0 >= 1.0 - 1e-6
