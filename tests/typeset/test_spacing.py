"""What fills a line: staged shrinking, words before Han, nothing on a last line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xihu_pdf.typeset.classes import CLOSING, COMMA, HAN, KINDS, LATIN, NUMBER, STOP
from xihu_pdf.typeset.pairs import Rules, pairs_of_rules
from xihu_pdf.typeset.spacing import spread as spread_and_told

GAPS, TYPED = pairs_of_rules(Rules()).gaps, pairs_of_rules(Rules()).typed


def spread(gaps, spare, *, last):
    more = spread_and_told(gaps, spare, last=last).more
    return tuple(gap.natural + each for gap, each in zip(gaps, more or (0.0,) * len(gaps), strict=True))


PLAIN = GAPS[HAN][HAN]
COMMA_GAP, STOP_GAP, BRACKET = GAPS[COMMA][HAN], GAPS[STOP][HAN], GAPS[CLOSING][HAN]
MIXED, WORD = GAPS[HAN][LATIN], TYPED[LATIN][LATIN]

kinds = st.integers(0, KINDS - 1)
some_gaps = st.lists(st.builds(lambda left, right: GAPS[left][right], kinds, kinds), min_size=1, max_size=30).map(tuple)


def test_what_fits_is_left_alone():
    gaps = (PLAIN, COMMA_GAP, MIXED)
    assert spread(gaps, 0.0, last=False) == tuple(gap.natural for gap in gaps)


def test_brackets_are_spent_before_commas_are_touched():
    assert spread((COMMA_GAP, BRACKET, BRACKET), -0.6, last=False) == pytest.approx((0.5, 0.2, 0.2))
    assert spread((COMMA_GAP, BRACKET, BRACKET), -1.2, last=False) == pytest.approx((0.3, 0.0, 0.0))


def test_word_spaces_shrink_first_and_stops_last():
    gaps = (STOP_GAP, MIXED, COMMA_GAP, WORD)
    least = [gap.natural - gap.shrink for gap in gaps]
    excess = WORD.shrink
    assert spread(gaps, -excess, last=False) == pytest.approx((0.5, MIXED.natural, 0.5, least[3]))
    excess += COMMA_GAP.shrink
    assert spread(gaps, -excess, last=False) == pytest.approx((0.5, MIXED.natural, least[2], least[3]))
    excess += MIXED.shrink
    assert spread(gaps, -excess, last=False) == pytest.approx((0.5, *least[1:]))
    excess += STOP_GAP.shrink
    assert spread(gaps, -excess, last=False) == pytest.approx(least)


def test_words_open_before_han_and_both_sides_alike():
    gaps = (PLAIN, MIXED, GAPS[LATIN][HAN], PLAIN)
    first = spread(gaps, MIXED.stretch, last=False)
    assert first == pytest.approx((0.0, MIXED.natural + MIXED.stretch / 2, MIXED.natural + MIXED.stretch / 2, 0.0))
    whole = spread(gaps, 2 * MIXED.stretch + 0.4, last=False)
    assert whole == pytest.approx([gap.natural + gap.stretch + 0.1 for gap in gaps])


def test_marks_and_words_open_once_more_before_han_part_visibly():
    """The blank of a comma may double while the Han stay an eighth of an em apart."""
    gaps = (PLAIN, COMMA_GAP, PLAIN, PLAIN)
    assert spread(gaps, 4 * 0.125 + 0.5, last=False) == pytest.approx((0.125, 1.125, 0.125, 0.125))
    assert spread(gaps, 4 * 0.2 + 0.5, last=False) == pytest.approx((0.2, 1.2, 0.2, 0.2))


def test_a_last_line_is_not_stretched_but_shrinks_if_it_must():
    assert spread((PLAIN, COMMA_GAP), 3.0, last=True) == (0.0, 0.5)
    assert spread((PLAIN, COMMA_GAP), -0.25, last=True) == pytest.approx((0.0, 0.25))


def test_a_line_without_a_gap_that_may_open_falls_short_rather_than_tear_a_word():
    closed = GAPS[NUMBER][LATIN]
    assert spread((closed, closed), 1.0, last=False) == (0.0, 0.0)


@given(some_gaps, st.floats(-10.0, 10.0))
def test_what_is_asked_for_is_what_is_spread(gaps, spare):
    widths = spread(gaps, spare, last=False)
    able = sum(gap.shrink for gap in gaps)
    if spare > 0.0 and not any(gap.even for gap in gaps):
        assert widths == tuple(gap.natural for gap in gaps)
        return
    assert sum(widths) - sum(gap.natural for gap in gaps) == pytest.approx(max(spare, -able), abs=1e-9)
    assert all(width >= gap.natural - gap.shrink - 1e-9 for width, gap in zip(widths, gaps, strict=True))


@given(some_gaps, st.floats(0.0, 10.0))
def test_what_may_not_open_stays_shut_where_anything_else_may(gaps, spare):
    if any(gap.even for gap in gaps):
        widths = spread(gaps, spare, last=False)
        assert all(
            width <= gap.natural + gap.stretch + 1e-9 for width, gap in zip(widths, gaps, strict=True) if not gap.even
        )
