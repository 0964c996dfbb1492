"""Rules, frames and grounds stay inside what they are drawn for, close at their corners and are small in the file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xihu_pdf.content import kinds
from xihu_pdf.frame import BLACK, Document, Ink, PageFrame, Row, Rule, Shape
from xihu_pdf.geometry import Point, Rect, Size
from xihu_pdf.layout.borders import BORDERS, ORNAMENTS
from xihu_pdf.layout.decoration import (
    FRAMES,
    GROUNDS,
    RULES,
    depth_of,
    draw_frame,
    draw_ground,
    draw_ornament,
    draw_rule,
)
from xihu_pdf.press import write

BOX = Rect(40.0, 60.0, 291.0, 204.0)
sides = st.floats(60.0, 900.0)


def points(placed):
    """All points of an item on the page, and the ends of every repeat of it."""
    for at, item in placed:
        shape, step, times = (item.shape, item.step, item.times) if isinstance(item, Row) else (item, Point(0, 0), 1)
        if isinstance(shape, Rule):
            paths = [Point(0, 0), shape.vector]
        else:
            paths = [point for each in shape.steps for point in each]
        for number in {0, times - 1}:
            for point in paths:
                yield Point(at.x + point.x + number * step.x, at.y + point.y + number * step.y)


def inside(placed, box, slack):
    return all(
        box.left - slack <= x <= box.right + slack and box.top - slack <= y <= box.bottom + slack
        for x, y in points(placed)
    )


def rows(placed):
    return [(at, item) for at, item in placed if isinstance(item, Row)]


@pytest.mark.parametrize("name", FRAMES)
@given(wide=sides, high=sides)
def test_a_frame_stays_in_its_box_and_reaches_all_four_edges(name, wide, high):
    box = Rect(10.0, 20.0, 10.0 + wide, 20.0 + high)
    placed = draw_frame(name, box, BLACK)
    # Control points of curves reach a little beyond what is drawn.
    assert inside(placed, box, 1.3)
    inner = depth_of(name) + 0.2
    along = list(points(placed))
    assert min(y for _, y in along) < box.top + inner
    assert max(y for _, y in along) > box.bottom - inner
    assert min(x for x, _ in along) < box.left + inner
    assert max(x for x, _ in along) > box.right - inner
    free = [
        p for p in along if box.left + inner < p.x < box.right - inner and box.top + inner < p.y < box.bottom - inner
    ]
    assert free == []


@pytest.mark.parametrize("name", BORDERS)
@given(wide=sides, high=sides)
def test_units_fill_a_side_from_corner_to_corner_and_are_hardly_stretched(name, wide, high):
    border = BORDERS[name]
    placed = draw_frame(name, Rect(0.0, 0.0, wide, high), BLACK)
    lengths = {(wide, 1): 0, (wide, -1): 0, (high, 1): 0, (high, -1): 0}
    for _, row in rows(placed):
        total = row.times * (row.step.x + row.step.y)
        side = next(side for side in (wide, high) if abs(total) == pytest.approx(side - 2 * border.depth))
        lengths[side, 1 if total > 0 else -1] += 1
        assert abs(row.step.x + row.step.y) / border.step == pytest.approx(
            1.0, abs=0.5 * border.step / (60 - 14) + 0.01
        )
    assert all(lengths.values())


@pytest.mark.parametrize("name", BORDERS)
def test_what_enters_a_unit_leaves_it_at_the_same_height(name):
    """A line that begins at a unit's first edge has one that ends at its last, so that repeats join."""
    border = BORDERS[name]
    ends = {0.0: set(), border.step: set()}
    for stroke in border.unit:
        if stroke.weight:
            for at in (stroke.path[0], stroke.path[-1]):
                if at[-2] in ends:
                    ends[at[-2]].add(at[-1])
    assert ends[0.0] == ends[border.step]


@pytest.mark.parametrize("name", FRAMES)
@pytest.mark.parametrize("vector", [Point(200.0, 0.0), Point(0.0, 150.0)])
def test_a_rule_lies_along_its_way(name, vector):
    placed = draw_rule(name, Point(50.0, 70.0), vector, BLACK)
    half = depth_of(name) / 2 + 1.3
    box = Rect(50.0 - half, 70.0 - half, 50.0 + vector.x + half, 70.0 + vector.y + half)
    assert placed
    assert inside(placed, box, 0.0)
    furthest = max(x + y for x, y in points(placed))
    assert furthest == pytest.approx(120.0 + vector.x + vector.y, abs=half + 1.0)


def test_the_thick_line_of_a_thick_and_thin_frame_is_the_outer_one():
    placed = draw_frame("thick-thin", BOX, BLACK)
    weights = {item.weight: at.y for at, item in placed if item.vector.x > 0}
    assert weights[1.5] == pytest.approx(BOX.top + 0.75)
    assert weights[0.4] > weights[1.5]


@pytest.mark.parametrize("name", RULES)
def test_straight_frames_have_full_corners(name):
    """The butt ends of the lines of each side reach the outer edges of those that they meet."""
    for at, rule in draw_frame(name, BOX, BLACK):
        if rule.vector.x > 0:
            edge = at.y - rule.weight / 2 - BOX.top
            assert at.x - BOX.left == pytest.approx(edge)
            assert BOX.right - at.x - rule.vector.x == pytest.approx(edge)


@pytest.mark.parametrize("name", GROUNDS)
@given(wide=sides, high=sides)
def test_a_ground_stays_in_its_box(name, wide, high):
    box = Rect(5.0, 6.0, 5.0 + wide, 6.0 + high)
    placed = draw_ground(name, box, BLACK)
    assert placed
    assert inside(placed, box, 1e-6)


def test_a_tint_is_a_share_of_each_ink():
    ((_, shape),) = draw_ground("tint", BOX, Ink(0.5, 1.0, 0.0, 0.25))
    assert shape.weight == 0.0
    assert shape.ink == Ink(0.5, 1.0, 0.0, 0.25).tinted(0.12) == Ink(0.06, 0.12, 0.0, 0.03)


def test_dots_stand_between_those_of_the_row_above():
    first, second, third, *_ = (at.x for at, _ in draw_ground("dots", BOX, BLACK))
    assert first < second
    assert first == pytest.approx(third)


@pytest.mark.parametrize("name", FRAMES)
def test_a_frame_of_a_whole_page_is_small_in_the_file(name):
    items = tuple(draw_frame(name, Rect(30.0, 30.0, 750.0, 1080.0), BLACK))
    assert all(isinstance(item, Row | Rule | Shape) for _, item in items)
    document = Document("", "zh-Hans", "", (PageFrame(Size(780.0, 1110.0), items),))
    empty = document._replace(pages=(PageFrame(Size(780.0, 1110.0), ()),))
    assert len(write(document, {}, {})) - len(write(empty, {}, {})) < 12000


def test_what_the_content_may_name_is_what_can_be_drawn():
    assert {name for name, _ in kinds.FRAMES} == set(FRAMES)
    assert {name for name, _ in kinds.GROUNDS} == {"none", "box", *GROUNDS}
    assert {name for name, _ in kinds.ORNAMENTS} == set(ORNAMENTS)


@pytest.mark.parametrize("name", ORNAMENTS)
@pytest.mark.parametrize("upright", [False, True])
def test_an_ornament_stands_in_the_middle_of_its_hairline(name, upright):
    placed = draw_ornament(name, 120.0, BLACK, upright=upright)
    along = [point.y if upright else point.x for point in points(placed)]
    across = [point.x if upright else point.y for point in points(placed)]
    assert (min(along), max(along)) == pytest.approx((0.0, 120.0))
    assert max(map(abs, across)) < 9.5
    motif = list(points([(at, item) for at, item in placed if isinstance(item, Shape)]))
    assert max(abs((point.y if upright else point.x) - 60.0) for point in motif) < 10.0
    assert len(placed) == 2 + len(ORNAMENTS[name])
    assert all(item.ink == BLACK for _, item in placed)


def test_an_ornament_on_a_solid_ground_has_no_hairline():
    placed = draw_ornament("star", 120.0, Ink(0.0, 0.0, 0.0, 0.0))
    assert [type(item) for _, item in placed] == [Shape]
