"""The plan of a page: nothing overlaps, all stands inside, the text begins where the hanging things end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xihu_pdf.geometry import Size
from xihu_pdf.layout.arrangement import Slot, arrangements
from xihu_pdf.layout.filling import Block
from xihu_pdf.layout.grid import TABLOID, Grid
from xihu_pdf.layout.planning import Hanger, Misfit, Plan, Task, picture_lines, plan_page

SMALL = Grid(Size(500.0, 600.0), 6, 6, 40, 10.0, 12.0, 30.0)


def body(lines):
    """Paragraphs of four lines that may take five, until there are ``lines``."""
    return tuple(Block(((4, 0.0), (5, 5.0)), is_subhead=False) for _ in range(lines // 4))


@st.composite
def tasks(draw):
    """One to four photographs with or without a lead on a page of six columns."""
    way = draw(st.sampled_from(arrangements((None,) * draw(st.integers(0, 4)), lead=draw(st.booleans()))))
    hangers = []
    for slot in way.slots:
        if slot.photograph < 0:
            hangers.append(Hanger(slot, draw(st.integers(2, 6)), ((0, 0.0),)))
        else:
            least = draw(st.integers(4, 8))
            options = tuple((least + at, float(10 * at)) for at in range(draw(st.integers(3, 8))))
            hangers.append(Hanger(slot, draw(st.integers(1, 2)), options))
    return Task(draw(st.integers(2, 6)), tuple(hangers), way.level, way.cost, body(draw(st.integers(110, 210))))


def cells(task, plan):
    """Every cell (column, line) of the head, the hangers and the text of a plan."""
    taken = [(column, line) for column in range(SMALL.columns) for line in range(plan.head)]
    for hanger, (top, lines) in zip(task.hangers, plan.hung, strict=True):
        across = range(hanger.slot.first, hanger.slot.first + hanger.slot.columns)
        taken += [(column, line) for column in across for line in range(top, top + hanger.fixed + lines)]
    for column, (first, end) in enumerate(plan.columns):
        taken += [(column, line) for line in range(first, end)]
    return taken


@given(tasks())
def test_nothing_overlaps_and_all_of_the_page_is_taken(task):
    plan = plan_page(task, SMALL)
    if isinstance(plan, Plan):
        taken = cells(task, plan)
        assert len(taken) == len(set(taken))
        assert {column for column, _ in taken} == set(range(SMALL.columns))
        assert all(0 <= line < SMALL.lines for _, line in taken)
        assert all(end == SMALL.lines for _, end in plan.columns)


@given(tasks())
def test_pictures_of_a_level_group_end_on_one_line(task):
    plan = plan_page(task, SMALL)
    if isinstance(plan, Plan):
        feet = {
            top + hanger.fixed + lines
            for hanger, (top, lines) in zip(task.hangers[: task.level], plan.hung, strict=False)
            if hanger.slot.photograph >= 0
        }
        assert len(feet) <= 1


def test_a_level_group_ends_level_though_ending_apart_would_be_cheaper():
    """Uncropped, the left picture ends on line 8 and the right one on line 10 under the head."""
    left = Hanger(Slot(0, 3, 1), 1, tuple((lines, 40.0 * (lines - 7)) for lines in range(7, 12)))
    right = Hanger(Slot(3, 3, 0), 1, tuple((lines, 40.0 * (lines - 9)) for lines in range(9, 12)))
    hung = [plan_page(Task(4, (left, right), level, 0.0, body(144)), SMALL).hung for level in (2, 0)]
    assert [top + lines for top, lines in hung[0]] == [hung[0][0][0] + hung[0][0][1]] * 2
    assert hung[0] != hung[1]


@given(tasks())
def test_a_plan_sets_every_block_and_every_picture_in_one_of_its_ways(task):
    plan = plan_page(task, SMALL)
    if isinstance(plan, Plan):
        assert sum(plan.filling.counts) == sum(end - first for first, end in plan.columns)
        for block, count in zip(task.blocks, plan.filling.counts, strict=True):
            assert count in dict(block.options)
        for hanger, (_, lines) in zip(task.hangers, plan.hung, strict=True):
            assert lines in dict(hanger.pictures)
        assert plan.head >= task.head


@given(tasks())
def test_a_misfit_tells_which_way_it_is_off(task):
    found = plan_page(task, SMALL)
    if isinstance(found, Misfit) and found.lines:
        longer, shorter = task._replace(blocks=body(400)), task._replace(blocks=body(8))
        assert plan_page(longer, SMALL).lines > 0
        assert plan_page(shorter, SMALL).lines < 0


def stiff(paragraphs, lines=4):
    """Paragraphs that take so many lines and no other number."""
    return tuple(Block(((lines, 0.0),), is_subhead=False) for _ in range(paragraphs))


def test_a_plan_of_text_alone_can_be_read_in_the_head():
    plan = plan_page(Task(4, (), 0, 0.0, stiff(54)), SMALL)
    assert (plan.cost, plan.head, plan.hung) == (0.0, 4, ())
    assert plan.columns == ((4, 40),) * 6


def test_too_much_text_is_counted_in_lines():
    assert plan_page(Task(4, (), 0, 0.0, stiff(60)), SMALL) == Misfit(240 - 216)


def test_too_little_text_is_counted_in_lines():
    """Thirty paragraphs stretch to 150 lines, and the head opens by four: the least room is 192."""
    assert plan_page(Task(4, (), 0, 0.0, body(120)), SMALL) == Misfit(150 - 6 * 32)


def test_the_head_opens_where_the_text_falls_short():
    plan = plan_page(Task(4, (), 0, 0.0, stiff(42, 5)), SMALL)
    assert plan.head == 5


def test_a_photograph_takes_the_lines_that_the_text_leaves():
    """204 lines: two columns of 36 and four of 33 above each of which hang two lines of picture and one of caption."""
    task = Task(4, (Hanger(Slot(2, 4, 0), 1, ((1, 0.0), (2, 10.0), (3, 40.0))),), 0, 0.0, stiff(68, 3))
    plan = plan_page(task, SMALL)
    assert plan.hung == ((4, 2),)
    assert plan.columns == ((4, 40), (4, 40), (7, 40), (7, 40), (7, 40), (7, 40))


@given(st.floats(0.4, 3.0), st.integers(1, 6))
def test_the_lines_of_a_picture_keep_its_crop_in_the_limits(ratio, columns):
    limits = (0.8 * ratio, ratio / 0.8)
    width = TABLOID.width(columns)
    for lines, cost in picture_lines(ratio, limits, width, TABLOID):
        assert limits[0] <= width / TABLOID.height(lines) <= limits[1]
        assert cost >= 0.0


def test_the_uncropped_picture_is_the_cheapest():
    ratio = TABLOID.width(4) / TABLOID.height(20)
    options = dict(picture_lines(ratio, (0.8 * ratio, ratio / 0.8), TABLOID.width(4), TABLOID))
    assert options[20] == pytest.approx(0.0)
    assert options[17] > options[18] > options[19] > 0.0
    assert options[23] > options[22] > options[21] > 0.0
