"""Copy that flows over pages: every line in its place once, nothing torn, the foot always with some text."""

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


def test_the_cheapest_of_all_ways_is_found():
    """By trying every parting of three paragraphs on pages of six lines."""
    title = piece(((2, 0.0),), holds=True)
    pages = pour([(0.0, (piece(((5, 0.0),)), title, piece(((4, 0.0),))))], 6, 0, 0)
    assert pages.places[1] == ((1, 0), (1, 1))
    assert pages.spans == ((0, 5), (0, 6))


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
