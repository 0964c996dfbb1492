"""The cuts of a page: slots cover it and never overlap, and no other way to cut it is cheaper."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xihu_pdf.layout.guillotine import FREE, Search, Wish
from xihu_pdf.layout.shapes import GAP, ORDER_COSTS, Variant, differ, heads_clash, join, joined_cost, single
from xihu_pdf.layout.survey import Parting

COLUMNS, LINES = 4, 13
PAGE = (COLUMNS, LINES)


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


def every_shape(variants, items, columns, lines, *, led=True, ranked=True):
    """Every way to make a shape, one after another and nothing remembered; ``led`` by the most important article."""
    if len(items) == 1:
        for variant in variants[items[0]]:
            if (variant.columns, variant.lines) == (columns, lines):
                yield single(items[0], variant)
        return
    for chosen in product((True, False), repeat=len(items)):
        one = tuple(item for item, taken in zip(items, chosen, strict=True) if taken)
        other = tuple(item for item in items if item not in one)
        if one and other and not (led and 0 in other):
            for at in range(1, lines - GAP):
                yield from joined(variants, "h", (one, columns, at), (other, columns, lines - GAP - at), led, ranked)
            for at in range(1, columns):
                yield from joined(variants, "v", (one, at, lines), (other, columns - at, lines), led, ranked)


def joined(variants, cut, one, other, led, ranked):
    """Every way to join two shapes, each given by its articles, columns and lines; ``ranked`` are those in order."""
    turned = sum(a > b for a in one[0] for b in other[0] if ranked is True or {a, b} <= ranked)
    for first in every_shape(variants, *one, led=led, ranked=ranked):
        for second in every_shape(variants, *other, led=led, ranked=ranked) if first.cut != cut else ():
            yield join(cut, first, second, joined_cost(cut, first, second, turned * ORDER_COSTS[cut]))


@given(st.one_of(boxes(), cuttable()))
def test_the_search_finds_what_brute_force_finds(variants):
    found = Search(variants, PAGE, None).best()
    costs = [shape.cost for shape in every_shape(variants, tuple(range(len(variants))), COLUMNS, LINES)]
    assert (found.cost if found else None) == (min(costs) if costs else None)


@st.composite
def wished(draw):
    """A page that can be cut, and wishes of which some are where an article stands on it and some are anywhere."""
    variants = draw(cuttable())
    places = {place.item: place for place in draw(st.sampled_from(every_page(variants))).places()}
    wishes = []
    for item in range(len(variants)):
        there = places[item]
        span = (there.column, there.variant.columns)
        near = frozenset({span, (0, there.variant.columns)})
        anywhere = st.builds(
            Wish,
            st.one_of(st.none(), st.frozensets(st.tuples(st.integers(0, 3), st.integers(1, 4)), min_size=1)),
            st.one_of(st.none(), st.integers(0, 6)),
        )
        own = [
            Wish(frozenset({span}), there.line, there.line + there.variant.lines),
            Wish(near),
            Wish(None, there.line),
        ]
        wish = draw(st.one_of(st.just(FREE), st.sampled_from(own), anywhere))
        wishes.append(wish._replace(ranked=wish == FREE or draw(st.booleans())))
    return variants, tuple(wishes)


def every_page(variants):
    return list(every_shape(variants, tuple(range(len(variants))), *PAGE)) or []


def keeps(shape, wishes):
    return all(wishes[p.item].is_kept(p.column, p.line, p.variant.columns, p.variant.lines) for p in shape.places())


@given(wished())
def test_with_wishes_the_search_finds_the_cheapest_page_that_keeps_them(drawn):
    variants, wishes = drawn
    items = tuple(range(len(variants)))
    ranked = {item for item in items if wishes[item].ranked}
    led = all(wish == FREE for wish in wishes)
    every = every_shape(variants, items, *PAGE, led=led, ranked=ranked)
    costs = [shape.cost for shape in every if keeps(shape, wishes)]
    found = Search(variants, PAGE, None, wishes).best()
    assert (found.cost if found else None) == (min(costs) if costs else None)
    assert found is None or keeps(found, wishes)


@given(cuttable())
def test_plans_are_the_cheapest_first_and_differ_to_the_eye(variants):
    plans = Search(variants, PAGE, None).plans(3)
    costs = [shape.cost for shape in plans]
    assert costs == sorted(costs)
    assert costs[0] == Search(variants, PAGE, None).best().cost
    assert differ(list(plans), 3) == plans


@given(cuttable())
def test_a_few_ways_kept_still_make_the_page(variants):
    every, few = (Search(variants, PAGE, kept).best() for kept in (None, 2))
    assert every is not None
    assert few is not None
    assert few.cost >= every.cost


@given(cuttable())
def test_slots_and_the_white_between_them_cover_the_page_once(variants):
    shape = Search(variants, PAGE, None).best()
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
    shape = Search(variants, PAGE, None).best()
    first = next(shape.places())
    assert (first.item, first.column, first.line) == (0, 0, 0)


@given(cuttable())
def test_the_nearest_height_of_a_page_that_can_be_made_is_its_own(variants):
    assert Search(variants, PAGE, 2).nearest() == LINES


def test_the_nearest_height_tells_by_how_much_a_page_is_missed():
    variants = ((Variant(4, 6, 0.0, 40.0, 1),), (Variant(4, 8, 0.0, 30.0, 1),))
    search = Search(variants, PAGE, None)
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
    assert Search(variants, PAGE, None).best().cut == "h"


def test_an_important_article_below_another_costs():
    parting = Parting((1, 2, 4), 0b111, 1)
    assert parting.turned(0b01, 0b10) == 0
    assert parting.turned(0b100, 0b010) == 1
    assert parting.turned(0b100, 0b011) == 2
    assert ORDER_COSTS["h"] > ORDER_COSTS["v"] > 0.0
    # One that is placed by hand stands where it does.
    assert Parting((1, 2, 4), 0b110, 0).turned(0b100, 0b011) == 1


@given(cuttable())
def test_a_page_whose_cuts_are_given_is_cut_so_and_no_way_to_set_it_is_cheaper(variants):
    shape = Search(variants, PAGE, None).best()
    found = Search(variants, PAGE, None, (), tree_of(shape)).best()
    assert found.skeleton == shape.skeleton
    assert found.cost <= shape.cost


def tree_of(shape):
    """The cuts of a shape, by the sets that they cut."""
    if not shape.cut:
        return {}
    first, second = shape.parts
    groups = [sum(1 << place.item for place in part.places()) for part in shape.parts]
    left = first.columns if shape.cut == "v" else 0
    return {groups[0] | groups[1]: (shape.cut, *groups, left)} | tree_of(first) | tree_of(second)


def test_of_many_articles_the_least_important_go_in_pairs():
    """Twelve on one column each: a pair is never parted by another article, and every article has its place."""
    variants = tuple(
        (Variant(1, 6, 0.0, 40.0 - 2 * item, 1), Variant(2, 6, 5.0, 40.0 - 2 * item, 1)) for item in range(12)
    )
    shape = Search(variants, (4, 20), 4).best()
    order = [place.item for place in shape.places()]
    assert sorted(order) == list(range(12))
    assert all(abs(order.index(item) - order.index(item + 1)) == 1 for item in (6, 8, 10))
