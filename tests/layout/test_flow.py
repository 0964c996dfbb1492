"""Copy that flows over pages: every line in its place once, nothing torn, the foot always with some text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xihu_pdf.layout.filling import Block
from xihu_pdf.layout.flow import Piece, pour

LINES = 12


def piece(options, *, holds=False):
    return Piece(Block(options, is_subhead=holds), lambda _: None)


PARAGRAPHS = st.integers(1, 9).map(lambda lines: piece(((lines, 0.0),)))
TITLES = st.just(piece(((2, 120.0), (3, 0.0), (4, 25.0)), holds=True))
PICTURES = st.integers(3, 7).map(lambda lines: piece(((lines, 0.0), (lines + 1, 20.0)), holds=True))


@st.composite
def stories(draw):
    """Articles of a title, perhaps a picture, and paragraphs of which the first has two lines at the least."""
    pieces = []
    for _ in range(draw(st.integers(1, 3))):
        pieces.append(draw(TITLES))
        pieces += [draw(PICTURES)] if draw(st.booleans()) else []
        pieces.append(piece(((draw(st.integers(3, 6)), 0.0),)))
        pieces += draw(st.lists(PARAGRAPHS, max_size=3))
    return tuple(pieces)


@given(stories(), st.integers(0, 5), st.integers(0, 4))
def test_every_line_is_in_its_place(pieces, head, foot):
    pages = pour([(0.0, pieces)], LINES, head, foot)
    assert pages is not None
    flat = [place for own in pages.places for place in own]
    assert flat == sorted(set(flat))
    last = flat[-1][0]
    for page, line in flat:
        assert (head if page == 0 else 0) <= line < (LINES - foot if page == last else LINES)
    ends = {page: max(line for at, line in flat if at == page) + 1 for page, _ in flat}
    for each, own in zip(pieces, pages.places, strict=True):
        assert len(own) in {count for count, _ in each.block.options}
        if each.block.is_subhead:
            assert len({page for page, _ in own}) == 1
        for page, line in own:
            # Lines follow one another but at the foot of a page.
            assert (page, line - 1) in flat or line == (head if page == 0 else 0)
    assert ends.keys() <= set(range(last + 1))


@given(stories(), st.integers(0, 3))
def test_a_title_has_two_lines_of_text_on_its_page(pieces, foot):
    pages = pour([(0.0, pieces)], 16, 0, foot)
    for at, (each, own) in enumerate(zip(pieces, pages.places, strict=True)):
        if each.block.is_subhead:
            assert [page for page, _ in pages.places[at + 1][:2]] == [own[0][0]] * 2


@given(st.lists(PARAGRAPHS, min_size=1, max_size=8), st.integers(0, 4))
def test_text_alone_fills_its_pages_and_strands_no_line(pieces, foot):
    pages = pour([(0.0, tuple(pieces))], LINES, 0, foot)
    for own in pages.places:
        if len(own) > 1:
            assert own[-1][0] == own[-2][0]
    # A page ends early only for the sake of a last line, or of what the foot takes.
    assert all(LINES - end <= 3 for _, end in pages.spans[:-1])


SMALL = 6


def every_way(blocks, at=(0, 0)):
    """Every way to set the blocks on small pages: a line behind the one before it, or at the top of the next page."""
    if not blocks:
        yield ()
        return
    page, line = at
    for count, _ in blocks[0].options:
        for first in range(min(count, SMALL - line) + 1):
            rest = count - first
            if rest <= SMALL and (first == count or not blocks[0].is_subhead or first == 0):
                own = (*((page, line + n) for n in range(first)), *((page + 1, n) for n in range(rest)))
                for others in every_way(blocks[1:], (own[-1][0], own[-1][1] + 1)):
                    yield (own, *others)


def is_sound(blocks, places):
    flat = [place for own in places for place in own]
    for at, (block, own) in enumerate(zip(blocks, places, strict=True)):
        if block.is_subhead and at + 1 < len(places):
            under = places[at + 1][: 1 if blocks[at + 1].is_subhead else 2]
            if {page for page, _ in under} != {own[0][0]}:
                return False
        if not block.is_subhead and len(own) > 1 and own[-1][0] != own[-2][0]:
            return False
        white = own[0][0] != own[-1][0] and SMALL - 1 - max(line for page, line in own if page == own[0][0])
        if white and (white > 3 or sum(page == own[0][0] for page, _ in own) == 1):
            return False
    # White above what comes first on a page is not set.
    return all(
        not (block.is_subhead and (own[0] == flat[0] or own[0][1] == 0)) or len(own) == min(n for n, _ in block.options)
        for block, own in zip(blocks, places, strict=True)
    )


def cost_of(blocks, places):
    flat = [place for own in places for place in own]
    last = flat[-1][0]
    ends = [max((line for page, line in flat if page == each), default=-1) + 1 for each in range(last)]
    cost = 400.0 * last + sum(60.0 * (SMALL - end) for end in ends)
    for block, own in zip(blocks, places, strict=True):
        tops = block.is_subhead and (own[0] == flat[0] or own[0][1] == 0)
        cost += 0.0 if tops else dict(block.options)[len(own)]
        alone = len(own) > 1 and own[0][0] != own[1][0]
        cost += 60.0 if alone else 0.0
    return cost


@given(
    st.lists(
        st.one_of(
            st.integers(1, 5).map(lambda lines: Block(((lines, 0.0), (lines + 1, 30.0)), is_subhead=False)),
            st.just(Block(((1, 2000.0), (2, 0.0)), is_subhead=True)),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_the_cheapest_of_all_ways_is_found(blocks):
    blocks = (*blocks, Block(((2, 0.0),), is_subhead=False))
    pages = pour([(0.0, tuple(Piece(block, lambda _: None) for block in blocks))], SMALL, 0, 0)
    ways = [cost_of(blocks, way) for way in every_way(blocks) if is_sound(blocks, way)]
    if ways:
        assert cost_of(blocks, pages.places) == pytest.approx(min(ways))
    assert len(ways) > 0 or any(block.is_subhead for block in blocks)


def test_a_better_order_is_taken():
    """A picture that would leave a page half empty stands behind the paragraph that fills it."""
    text, picture = piece(((8, 0.0),)), piece(((6, 0.0),), holds=True)
    pages = pour([(0.0, (text, picture, text, text)), (30.0, (text, text, picture, text))], LINES, 0, 0)
    assert pages.pieces == (text, text, picture, text)


def test_a_foot_without_room_takes_the_last_lines_to_a_page_of_its_own():
    pages = pour([(0.0, (piece(((11, 0.0),)),))], LINES, 0, 4)
    assert pages.spans[-1][1] <= LINES - 4
    assert len(pages.spans) == 2
    assert pages.spans[1][1] >= 2


def test_white_above_a_title_is_left_out_at_the_top_of_a_page():
    title = piece(((2, 200.0), (3, 0.0)), holds=True)
    pages = pour([(0.0, (piece(((11, 0.0),)), title, piece(((3, 0.0),))))], LINES, 0, 0)
    assert pages.places[1] == ((1, 0), (1, 1))


def test_what_is_higher_than_a_page_is_told():
    tall = piece(((LINES + 1, 0.0),), holds=True)
    assert pour([(0.0, (tall, piece(((3, 0.0),))))], LINES, 0, 0) is None
