"""Columns that end on the last line: the same ways and costs as trying everything, and no stranded line."""

from itertools import accumulate, pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xihu_pdf.layout.filling import CLASH_COST, ORPHAN_COST, Block, fill, totals


def place(blocks, counts, columns):
    """Lay the lines of the blocks into the columns: for each column its (block, line of the block, count)."""
    lines = [(block, at, count) for block, count in zip(range(len(blocks)), counts, strict=True) for at in range(count)]
    feet = [0, *accumulate(end - first for first, end in columns)]
    return [lines[a:b] for a, b in pairwise(feet)]


def weigh(blocks, counts, columns):
    """What a way costs by the rules as they are written down, None where one is broken."""
    if sum(counts) != sum(end - first for first, end in columns):
        return None
    cost = sum(dict(block.options)[count] for block, count in zip(blocks, counts, strict=True))
    heads = []
    for number, column in enumerate(place(blocks, counts, columns)):
        block, line, count = column[0]
        if not blocks[block].is_subhead and 0 < line == count - 1:
            return None
        if blocks[block].is_whole and line:
            return None
        if blocks[block].is_whole and count > min(dict(blocks[block].options)):
            return None
        block, line, count = column[-1]
        cost += ORPHAN_COST if line == 0 and count > 1 and not blocks[block].is_subhead else 0.0
        found = [(at, *each) for at, each in enumerate(column) if blocks[each[0]].is_subhead]
        if not all(stands_well(each, blocks, len(column)) for each in found):
            return None
        heads += [
            (number, columns[number][0] + at, columns[number][0] + at + count)
            for at, _, line, count in found
            if line == 0
        ]
    beside = sum(b[0] == a[0] + 1 and a[1] < b[2] and b[1] < a[2] for a in heads for b in heads)
    return cost + CLASH_COST * beside


def stands_well(found, blocks, height):
    """A subhead's line: the block is whole, has two lines under it, and no more white than needed atop a column."""
    at, block, line, count = found
    top = at - line
    return top >= 0 and top + count + 2 <= height and (top > 0 or count == min(dict(blocks[block].options)))


def cheapest(blocks, columns):
    ways = product(*([count for count, _ in block.options] for block in blocks))
    costs = [cost for counts in ways if (cost := weigh(blocks, counts, columns)) is not None]
    return min(costs, default=None)


@st.composite
def blocks_of(draw, subheads):
    """Two to six blocks; a subhead is followed by a paragraph, never the last."""
    found = []
    for _ in range(draw(st.integers(1, 4))):
        if subheads and draw(st.booleans()):
            least = draw(st.integers(1, 2))
            found.append(Block(((least, 0.0), (least + 1, 40.0)), is_subhead=True))
        best = draw(st.integers(1, 7))
        costs = [(best, 0.0), (best + 1, draw(st.sampled_from([3.0, 30.0]))), (max(1, best - 1), 11.0)]
        options = tuple(sorted(dict(costs).items()))[: draw(st.integers(1, 3))]
        found.append(Block(options, is_subhead=False, is_whole=subheads and draw(st.booleans())))
    return tuple(found)


@st.composite
def pages(draw, subheads):
    """Blocks and columns into which some choice of counts just goes, so that many pages can be filled."""
    blocks = draw(blocks_of(subheads))
    lines = sum(draw(st.sampled_from(block.options))[0] for block in blocks)
    cuts = draw(st.lists(st.integers(1, max(1, lines - 1)), max_size=3, unique=True))
    edges = [0, *sorted(cut for cut in cuts if cut < lines), lines]
    heights = [b - a for a, b in pairwise(edges)]
    return blocks, tuple((20 - height, 20) for height in heights)


@given(pages(subheads=False))
@settings(max_examples=200)
def test_without_subheads_the_filling_is_the_cheapest_there_is(page):
    blocks, columns = page
    filling = fill(blocks, columns)
    least = cheapest(blocks, columns)
    assert (filling is None) == (least is None)
    if filling is not None:
        assert filling.cost == pytest.approx(least)


@given(pages(subheads=True))
@settings(max_examples=300)
def test_with_subheads_it_finds_a_way_wherever_there_is_one(page):
    """A few ways are kept for each state, so that a clash may be missed, but no way at all never."""
    blocks, columns = page
    filling = fill(blocks, columns)
    least = cheapest(blocks, columns)
    assert (filling is None) == (least is None)
    if filling is not None:
        assert least - 1e-6 <= filling.cost <= least + CLASH_COST


@given(pages(subheads=True))
def test_a_filling_breaks_no_rule_and_costs_what_it_says(page):
    blocks, columns = page
    filling = fill(blocks, columns)
    if filling is not None:
        assert weigh(blocks, filling.counts, columns) == pytest.approx(filling.cost)


@given(blocks_of(subheads=True))
def test_totals_are_the_cheapest_of_every_choice(blocks):
    wanted: dict[int, float] = {}
    for chosen in product(*(block.options for block in blocks)):
        lines, cost = sum(count for count, _ in chosen), sum(cost for _, cost in chosen)
        wanted[lines] = min(cost, wanted.get(lines, cost))
    assert totals(blocks) == pytest.approx(wanted)


def paragraph(*counts):
    return Block(tuple((count, 10.0 * at) for at, count in enumerate(counts)), is_subhead=False)


SUBHEAD = Block(((2, 0.0), (3, 40.0)), is_subhead=True)


def test_a_paragraph_fills_its_column():
    assert fill((paragraph(5),), ((3, 8),)) == (0.0, (5,))


def test_what_does_not_add_up_has_no_way():
    assert fill((paragraph(5),), ((0, 4),)) is None
    assert fill((paragraph(5),), ((0, 6),)) is None


def test_no_last_line_stands_alone_at_the_top_of_a_column():
    """Six lines in columns of five and one: the widow is no way, and with another line there is one."""
    assert fill((paragraph(6),), ((0, 5), (0, 1))) is None
    assert fill((paragraph(6, 7),), ((0, 5), (0, 2))) == (10.0, (7,))


def test_a_first_line_alone_at_a_foot_is_unwelcome():
    filling = fill((paragraph(4), paragraph(5)), ((0, 5), (0, 4)))
    assert filling == (ORPHAN_COST, (4, 5))


@pytest.mark.parametrize(("under", "counts"), [(0, None), (1, None), (2, (4, 2, 6))])
def test_a_subhead_keeps_two_lines_under_it(under, counts):
    filling = fill((paragraph(4), SUBHEAD, paragraph(6)), ((0, 6 + under), (0, 6 - under)))
    assert (filling and filling.counts) == counts


def test_no_white_opens_a_column_above_a_subhead():
    assert fill((SUBHEAD, paragraph(4)), ((0, 7),)) is None
    assert fill((paragraph(3), SUBHEAD, paragraph(4)), ((0, 3), (0, 7))) is None
    assert fill((paragraph(3), SUBHEAD, paragraph(4)), ((0, 10),)) == (40.0, (3, 3, 4))


def test_subheads_side_by_side_are_avoided_where_a_line_more_does_it():
    """Two columns of ten, a subhead on lines 4 and 5 of each; stretching both neighbours shifts the second one."""
    blocks = (paragraph(4), SUBHEAD, paragraph(8, 9), SUBHEAD, paragraph(4, 3))
    stiff = fill((paragraph(4), SUBHEAD, paragraph(8), SUBHEAD, paragraph(4)), ((0, 10), (0, 10)))
    loose = fill(blocks, ((0, 10), (0, 10)))
    assert stiff == (CLASH_COST, (4, 2, 8, 2, 4))
    assert loose is not None
    assert loose.cost <= CLASH_COST
