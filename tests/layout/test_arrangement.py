"""Where lead and photographs hang, and how a photograph is cropped to its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xihu_pdf.layout.arrangement import MOST_PHOTOGRAPHS, arrangements, crop_to, ratio_range

ratios = st.floats(0.2, 5.0)
shares = st.tuples(*[st.floats(0.0, 1.0)] * 4).filter(lambda box: box[0] + 0.05 < box[2] and box[1] + 0.05 < box[3])
every = [
    pytest.param((count, lead, wished, way), id=f"{count} photographs, lead {lead}, {wished or 'any'} wide: {at}")
    for count in range(MOST_PHOTOGRAPHS + 1)
    for lead in (True, False)
    for wished in ((None, 1, 2, 3, 4, 5, 6) if count else (None,))
    for at, way in enumerate(arrangements((wished, *[None] * (count - 1))[:count], lead=lead))
]


@pytest.mark.parametrize("case", every)
def test_every_photograph_and_the_lead_hang_once_inside_the_page(case):
    count, lead, _, way = case
    shown = sorted(slot.photograph for slot in way.slots)
    assert shown == sorted([*range(count), *([-1] if lead else [])])
    assert all(slot.first >= 0 and slot.columns >= 1 and slot.first + slot.columns <= 6 for slot in way.slots)


@pytest.mark.parametrize("case", [each for each in every if each.values[0][0]])
def test_the_dominant_photograph_stands_at_the_right_and_the_lead_at_the_left(case):
    _, lead, wished, way = case
    dominant = next(slot for slot in way.slots if slot.photograph == 0)
    assert dominant.first + dominant.columns == 6
    assert wished in (None, dominant.columns)
    if lead:
        assert next(slot for slot in way.slots if slot.photograph == -1).first == 0


@pytest.mark.parametrize("case", every)
def test_what_ends_level_stands_side_by_side(case):
    """A level group ends on one line, so that none of its feet may be under another's."""
    way = case[3]
    feet = [slot for slot in way.slots[: way.level] if slot.photograph >= 0]
    columns = [column for slot in feet for column in range(slot.first, slot.first + slot.columns)]
    assert len(columns) == len(set(columns))


@pytest.mark.parametrize("count", range(1, MOST_PHOTOGRAPHS + 1))
def test_the_best_arrangement_comes_first_and_costs_nothing(count):
    costs = [way.cost for way in arrangements((None,) * count, lead=True)]
    assert costs[0] == 0.0
    assert costs == sorted(costs)
    assert len(costs) > 1


@pytest.mark.parametrize(
    "wishes", [(4, 2), (3, 3), (6, 2), (2, 1), (5, None), (None, 1), (3, 2, 1), (4, None, None, 2)]
)
def test_the_widths_that_the_content_asks_for_are_kept(wishes):
    ways = arrangements(wishes, lead=True)
    assert ways
    for way in ways:
        widths = {slot.photograph: slot.columns for slot in way.slots}
        assert all(wish in (None, widths[at]) for at, wish in enumerate(wishes))


@pytest.mark.parametrize("wishes", [(9,), (1, 6), (4, 4), (6, 6, 6)])
def test_widths_that_do_not_go_together_have_no_arrangement(wishes):
    assert arrangements(wishes, lead=True) == ()


def test_a_page_without_anything_that_hangs_has_one_empty_arrangement():
    (way,) = arrangements((), lead=False)
    assert (way.slots, way.cost) == ((), 0.0)


@given(ratios, st.none() | shares)
def test_the_range_of_crops_holds_the_photograph_itself(ratio, safe):
    narrow, wide = ratio_range(ratio, safe)
    assert narrow <= ratio <= wide


@given(ratios, st.floats(0.0, 1.0), st.none() | shares)
def test_a_crop_has_the_shape_of_its_box_and_stays_on_the_photograph(ratio, at, safe):
    narrow, wide = ratio_range(ratio, safe)
    box = narrow + at * (wide - narrow)
    crop = crop_to(ratio, box, safe)
    assert 0.0 <= crop.left < crop.right <= 1.0 + 1e-9
    assert 0.0 <= crop.top < crop.bottom <= 1.0 + 1e-9
    assert crop.width * ratio / crop.height == pytest.approx(box)
    assert max(crop.width, crop.height) == pytest.approx(1.0)


@given(ratios, st.floats(0.0, 1.0), shares)
def test_no_crop_inside_the_range_touches_the_safe_area(ratio, at, safe):
    narrow, wide = ratio_range(ratio, safe)
    crop = crop_to(ratio, narrow + at * (wide - narrow), safe)
    left, top, right, bottom = safe
    assert crop.left <= left + 1e-9
    assert crop.right >= right - 1e-9
    assert crop.top <= top + 1e-9
    assert crop.bottom >= bottom - 1e-9


@given(ratios, st.floats(0.0, 1.0))
def test_without_a_safe_area_at_most_a_fifth_is_cropped_away(ratio, at):
    narrow, wide = ratio_range(ratio, None)
    crop = crop_to(ratio, narrow + at * (wide - narrow), None)
    assert min(crop.width, crop.height) >= 0.8 - 1e-9


def test_a_crop_is_centred_on_the_safe_area_as_far_as_it_goes():
    assert crop_to(2.0, 1.0, (0.5, 0.0, 0.9, 1.0)) == pytest.approx((0.45, 0.0, 0.95, 1.0))
    assert crop_to(2.0, 1.0, (0.8, 0.0, 1.0, 1.0)) == pytest.approx((0.5, 0.0, 1.0, 1.0))
    assert crop_to(1.0, 2.0, (0.0, 0.0, 1.0, 0.1)) == pytest.approx((0.0, 0.0, 1.0, 0.5))
