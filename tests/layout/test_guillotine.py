"""The cuts of a page: slots cover it and never overlap, and no other way to cut it is cheaper."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xihu_pdf.layout.guillotine import GAP, Search, Shape, Variant, cut_cost, heads_clash, join

COLUMNS, LINES = 4, 13


@st.composite
def boxes(draw, most=4):
    """Variants of two to four articles on a small page, with few sizes of headline so that some are alike."""
    variant = st.builds(
        Variant,
        st.integers(1, COLUMNS),
        st.integers(2, LINES),
        st.integers(0, 300).map(float),
        st.sampled_from((20.0, 30.0, 42.0)),
        st.integers(1, 2),
        st.none(),
    )
    return tuple(tuple(draw(st.lists(variant, min_size=4, max_size=14))) for _ in range(draw(st.integers(2, most))))


@st.composite
def cuttable(draw):
    """Variants that hold, among others, a page cut at random."""

    def cut(column, line, columns, lines, depth):
        ways = [w for w, fits in (("h", lines >= 2 * 2 + GAP), ("v", columns > 1)) if fits and depth]
        way = draw(st.sampled_from([*ways, ""])) if depth < 2 else draw(st.sampled_from(ways))
        if not way:
            return [(columns, lines)]
        if way == "h":
            at = draw(st.integers(2, lines - GAP - 2))
            return cut(column, line, columns, at, depth - 1) + cut(0, 0, columns, lines - at - GAP, depth - 1)
        at = draw(st.integers(1, columns - 1))
        return cut(column, line, at, lines, depth - 1) + cut(0, 0, columns - at, lines, depth - 1)

    size = st.sampled_from((20.0, 30.0, 42.0))
    cost = st.integers(0, 200).map(float)
    return tuple(
        (
            Variant(columns, lines, draw(cost), draw(size), 1),
            *(
                Variant(draw(st.integers(1, COLUMNS)), draw(st.integers(2, LINES)), draw(cost), draw(size), 1)
                for _ in range(4)
            ),
        )
        for columns, lines in cut(0, 0, COLUMNS, LINES, 2)
    )


def every_shape(variants, items, columns, lines):
    """Every way to make a shape, one after another and nothing remembered."""
    if len(items) == 1:
        for variant in variants[items[0]]:
            if (variant.columns, variant.lines) == (columns, lines):
                edge = ((0, variant.head, variant.size),)
                yield Shape(variant.cost, "", edge, edge, variant.size, columns, lines, (items[0], variant))
        return
    for chosen in product((True, False), repeat=len(items)):
        one = tuple(item for item, taken in zip(items, chosen, strict=True) if taken)
        other = tuple(item for item in items if item not in one)
        if one and other and 0 not in other:
            for at in range(1, lines - GAP):
                yield from joined(variants, "h", (one, columns, at), (other, columns, lines - GAP - at))
            for at in range(1, columns):
                yield from joined(variants, "v", (one, at, lines), (other, columns - at, lines))


def joined(variants, cut, one, other):
    """Every way to join two shapes, each given by its articles, columns and lines."""
    groups = [sum(1 << item for item in items) for items, _, _ in (one, other)]
    for first in every_shape(variants, *one):
        for second in every_shape(variants, *other) if first.cut != cut else ():
            yield join(cut, first, second, cut_cost(cut, *groups))


@given(st.one_of(boxes(), cuttable()))
def test_the_search_finds_what_brute_force_finds(variants):
    found = Search(variants, COLUMNS, LINES, None).best()
    costs = [shape.cost for shape in every_shape(variants, tuple(range(len(variants))), COLUMNS, LINES)]
    assert (found.cost if found else None) == (min(costs) if costs else None)


@given(cuttable())
def test_a_few_ways_kept_still_make_the_page(variants):
    every, few = (Search(variants, COLUMNS, LINES, kept).best() for kept in (None, 2))
    assert every is not None
    assert few is not None
    assert few.cost >= every.cost


@given(cuttable())
def test_slots_and_the_white_between_them_cover_the_page_once(variants):
    shape = Search(variants, COLUMNS, LINES, None).best()
    taken = []
    for place in shape.places():
        columns = range(place.column, place.column + place.variant.columns)
        taken += product(columns, range(place.line, place.line + place.variant.lines))
    for cut, column, line, extent in shape.cuts():
        taken += product(range(column, column + extent), range(line - GAP, line)) if cut == "h" else ()
    assert sorted(taken) == list(product(range(COLUMNS), range(LINES)))
    assert sorted(place.item for place in shape.places()) == list(range(len(variants)))


@given(cuttable())
def test_the_most_important_article_leads(variants):
    shape = Search(variants, COLUMNS, LINES, None).best()
    first = next(shape.places())
    assert (first.item, first.column, first.line) == (0, 0, 0)


@given(cuttable())
def test_the_nearest_height_of_a_page_that_can_be_made_is_its_own(variants):
    assert Search(variants, COLUMNS, LINES, 2).nearest() == LINES


def test_the_nearest_height_tells_by_how_much_a_page_is_missed():
    variants = ((Variant(4, 6, 0.0, 40.0, 1),), (Variant(4, 8, 0.0, 30.0, 1),))
    search = Search(variants, COLUMNS, LINES, None)
    assert search.best() is None
    assert search.nearest() == 6 + GAP + 8


@pytest.mark.parametrize(("sizes", "clash"), [((30.0, 30.0), 1), ((30.0, 32.0), 1), ((30.0, 36.0), 0)])
def test_headlines_of_one_size_side_by_side_clash(sizes, clash):
    left, right = (((0, 4, size),) for size in sizes)
    assert heads_clash(left, right) == clash
    assert heads_clash(left, ((5, 9, sizes[1]),)) == 0


def test_the_cheaper_of_two_pages_is_the_one_without_a_clash():
    """Side by side at one size costs more than the dearer variants one above the other."""
    variants = (
        (Variant(2, 13, 0.0, 30.0, 2), Variant(4, 7, 90.0, 40.0, 2)),
        (Variant(2, 13, 0.0, 30.0, 2), Variant(4, 5, 90.0, 30.0, 2)),
    )
    assert Search(variants, COLUMNS, LINES, None).best().cut == "h"


def test_an_important_article_below_another_costs():
    assert cut_cost("h", 0b01, 0b10) == cut_cost("v", 0b01, 0b10) == 0.0
    assert cut_cost("h", 0b100, 0b010) > cut_cost("v", 0b100, 0b010) > 0.0
    assert cut_cost("h", 0b100, 0b011) == 2 * cut_cost("h", 0b100, 0b010)
