"""Text as units: what stays whole, how wide a mark is, where a break may be, what is missing."""

import pytest
from hypothesis import given

import strategies as copy
from xihu_pdf.typeset.classes import CLOSING, HAN, LATIN, NUMBER, OPENING
from xihu_pdf.typeset.pairs import FORBIDDEN, NUMBER_FROM_UNIT, Rules, pairs_of_rules
from xihu_pdf.typeset.units import Missing

GAPS = pairs_of_rules(Rules()).gaps


def texts(units):
    return ["".join(piece.texts) for piece in units.pieces]


def bodies(units):
    return [piece.body for piece in units.pieces]


def cost_between(units, left, right):
    """The penalty of the break between two neighbouring units."""
    found = texts(units)
    return next(units.costs[at] for at in range(len(found) - 1) if (found[at], found[at + 1]) == (left, right))


@pytest.mark.parametrize(
    "number",
    ["2022", "100%", "541.259", "0.7", "1,897", "-5", "+3.5", "25℃", "±2", "5‰", "$100", "¥180", "12:30", "1/3"],
)
def test_a_number_stays_whole_with_its_signs(em, number):
    """clreq 3.1.5."""
    units = em.units(f"共{number}万")
    assert texts(units) == ["共", number, "万"] or units.missing


@pytest.mark.parametrize("sign", "％")
def test_a_full_width_percent_sign_stays_with_its_number(em, sign):
    units = em.units(f"率达100{sign}，")
    where = texts(units)
    assert f"100{sign}" in where or cost_between(units, "100", sign) == FORBIDDEN


@pytest.mark.parametrize("mark", ["——", "……"])
def test_a_two_em_mark_is_one_unit_of_two_em(em, song, mark):
    """GB/T 15834-2011, 5.1.4 and 5.1.5."""
    for compositor in (em, song):
        units = compositor.units(f"西湖{mark}美")
        assert texts(units)[2] == mark
        assert bodies(units) == [1.0, 1.0, 2.0, 1.0]


def test_a_dash_with_a_code_point_of_its_own_keeps_its_two_em(song):
    units = song.units("西⸺湖")
    if not units.missing:
        assert bodies(units) == [1.0, 2.0, 1.0]


def test_a_doubled_ellipsis_is_four_em(em):
    assert bodies(em.units("…………")) == [4.0]


@pytest.mark.parametrize("mark", "，、；：。．？！“”（）《》〈〉「」『』【】〔〕·／")
def test_a_mark_is_half_an_em_of_body_in_every_face(em, song, mark):
    for compositor in (em, song):
        units = compositor.units(f"镇{mark}镇")
        if not units.missing:
            assert bodies(units)[1] == 0.5


def test_an_opening_mark_gives_up_the_blank_before_its_ink_and_others_that_behind(em):
    units = em.units("（镇，")
    assert [piece.places for piece in units.pieces] == [(-0.5,), (0.0,), (0.0,)]


def test_a_centred_dot_stands_in_the_middle_of_half_an_em_whatever_its_advance(em, song):
    for compositor in (em, song):
        piece = compositor.units("莎·比").pieces[1]
        face = compositor.style.chain.first
        assert piece.places[0] + face.advance(piece.glyphs[0]) / 2 == pytest.approx(0.25)


@pytest.mark.parametrize(
    ("text", "em_wide"),
    [
        ("中”。中", 3.5),
        ("中）（中", 3.5),
        ("中（（中", 3.5),
        ("中？！中", 3.0),
        ("中！！！中", 4.0),
        ("中：“中", 3.5),
        ("中）——中", 5.0),
    ],
)
def test_adjacent_marks_leave_half_an_em_between_them(em, text, em_wide):
    """clreq 3.1.6; the text stands between two Han, so that no blank falls away at an edge."""
    units = em.units(text)
    assert sum(bodies(units)) + sum(gap.natural for gap in units.gaps) == em_wide


def test_every_pair_of_marks_is_parted_only_where_gb_allows(em):
    """GB/T 15834-2011, 5.1.2 to 5.1.9."""
    starts, ends = set("，、；：。．？！”）》〉」』】〕］·～／—"), set("“（《〈「『【〔［／")
    everything = sorted(starts | ends | set("中—…"))
    for left in everything:
        for right in everything:
            units = em.units(f"镇{left}{right}镇")
            if len(units.pieces) == 4:
                assert (units.costs[1] == FORBIDDEN) == (right in starts or left in ends), left + right


@pytest.mark.parametrize("mark", [",", ".", ";", ":", "!", "?", ")", "]"])
def test_a_half_width_mark_after_han_does_not_start_a_line(em, mark):
    """Copy from other hands has them; clreq 3.1.5 knows no width."""
    units = em.units(f"西湖镇{mark}美丽")
    assert f"镇{mark}" in texts(units) or cost_between(units, "镇", mark) == FORBIDDEN


@pytest.mark.parametrize("mark", ["(", "["])
def test_a_half_width_opening_mark_before_han_does_not_end_a_line(em, mark):
    units = em.units(f"西湖{mark}镇)美丽")
    assert f"{mark}镇" in texts(units) or cost_between(units, mark, "镇") == FORBIDDEN


def test_a_number_may_leave_its_unit_at_a_price_and_its_predecessor_for_nothing(em):
    units = em.units("共65个")
    assert units.costs == (0.0, NUMBER_FROM_UNIT)
    assert 0.0 < NUMBER_FROM_UNIT < FORBIDDEN


@pytest.mark.parametrize("text", ["用Python写", "用 Python 写", "用 Python写"])
def test_a_typed_blank_is_the_gap_between_han_and_western(em, text):
    units = em.units(text)
    assert texts(units) == ["用", "Python", "写"]
    assert units.gaps == (GAPS[HAN][LATIN], GAPS[LATIN][HAN])


def test_words_are_parted_by_one_blank_however_many_were_typed(em):
    one, many = em.units("red cabbage"), em.units("red \u3000 cabbage")
    assert (one.gaps, one.costs) == (many.gaps, many.costs)
    assert one.costs == (0.0,)
    assert 0.25 <= one.gaps[0].natural <= 0.5


def test_a_blank_beside_a_mark_is_the_mark_s_own(em):
    assert em.units("镇， 湖").gaps == em.units("镇，湖").gaps


def test_a_typed_blank_makes_no_break_that_the_marks_forbid(em):
    assert em.units("镇 ，湖").costs[0] == FORBIDDEN
    assert em.units("镇（ 湖").costs[1] == FORBIDDEN


@pytest.mark.parametrize("text", ["", " ", "\u3000\u3000", "\n\t "])
def test_empty_and_blank_text_has_no_units(em, text):
    units = em.units(text)
    assert units.pieces == units.gaps == units.costs == units.missing == ()


@pytest.mark.parametrize("text", ["𠮷", "葛\U000e0100", "葛\ufe00", "e\u0301"])
def test_astral_letters_selectors_and_accents_pass_whole(em, text):
    units = em.units(f"镇{text}镇")
    found = units.missing or texts(units)
    assert found in (["镇", text, "镇"], (Missing(2, "\u0301"),))


def test_a_selector_adds_neither_width_nor_gap(em):
    assert bodies(em.units("葛\U000e0100镇")) == [1.0, 1.0]


def test_an_accent_that_no_face_has_is_missing_and_never_a_box(em):
    """A variation selector may be passed over, an accent is a part of the letter."""
    units = em.units("镇e\u0301")
    drawn = [glyph for piece in units.pieces for glyph in piece.glyphs]
    assert units.missing
    assert 0 not in drawn


def test_what_the_role_lacks_comes_from_the_face_behind(em):
    pieces = em.units("吉𠮷").pieces
    assert [piece.face.split("-")[0] for piece in pieces] == ["EmSong", "EmRare"]


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("西湖镇", ()),
        ("西\ue000镇", (Missing(1, "\ue000"),)),
        ("𪚥西 湖𪚥", (Missing(0, "𪚥"), Missing(4, "𪚥"))),
        ("西ab\u0101湖", (Missing(3, "\u0101"),)),
    ],
)
def test_a_missing_character_is_told_with_its_place(em, text, missing):
    assert em.units(text).missing == missing


def test_half_a_surrogate_pair_is_missing_and_no_crash(em):
    assert em.units("西" + chr(0xD800)).missing == (Missing(1, chr(0xD800)),)


def test_a_missing_character_is_told_each_time_the_text_is_set(em):
    assert [em.units("西\ue000").missing for _ in range(2)] == [(Missing(1, "\ue000"),)] * 2


@pytest.mark.parametrize(
    ("text", "western"),
    [
        ("说“好”的", [False, False]),
        ("用“Python”写", [False, False]),
        ("“5G”应用", [False, False]),
        ("应用“5G”", [False, False]),
        ("the “red” cabbage", [True, True]),
    ],
)
def test_both_quotes_of_a_pair_are_of_one_kind(em, text, western):
    """clreq 3.1.2: Chinese unless both neighbours are Western."""
    quotes = [piece for piece in em.units(text).pieces if piece.texts[0] in "“”"]
    assert [piece.left not in (OPENING, CLOSING) for piece in quotes] == western


def test_a_western_quote_clings_to_its_word_even_across_a_blank(em):
    units = em.units("the “ red ” cabbage")
    assert [cost == FORBIDDEN for cost in units.costs] == [False, True, True, False]


def test_an_apostrophe_stays_in_its_word(song):
    units = song.units("it’s 好")
    assert not units.missing
    assert texts(units) == ["it’s", "好"]


def test_a_word_wider_than_the_limit_is_cut_between_letters_at_a_high_price(em):
    units = em.units("ABCCCCC好", 3.0)
    assert texts(units) == [*"ABCCCCC", "好"]
    assert min(units.costs[:6]) > 10 * NUMBER_FROM_UNIT
    assert FORBIDDEN not in units.costs
    assert all(gap.natural == gap.shrink == gap.stretch == 0.0 for gap in units.gaps[:6])


def test_a_word_of_the_limit_is_whole(em):
    assert texts(em.units("abcdefgh", 4.0)) == ["abcdefgh"]


@given(text=copy.copy())
def test_units_hold_the_text_but_its_blanks(em_chain, text):
    from xihu_pdf.frame import BLACK
    from xihu_pdf.typeset import Compositor, Style

    units = Compositor(Style(em_chain, 10.0, BLACK, "zh-Hans")).units(text)
    assert "".join(texts(units)) == text.replace(" ", "")
    assert len(units.gaps) == len(units.costs) == len(units.pieces) - 1
    assert len(units.starts) == len(units.pieces)
    assert all(text.startswith(piece, at) for at, piece in zip(units.starts, texts(units), strict=True))
    for piece in units.pieces:
        assert len(piece.glyphs) == len(piece.places) == len(piece.texts)


@given(text=copy.copy())
def test_a_compositor_that_has_met_a_text_sets_it_as_a_new_one_does(em_chain, text):
    from xihu_pdf.frame import BLACK
    from xihu_pdf.typeset import Compositor, Style

    compositor = Compositor(Style(em_chain, 10.0, BLACK, "zh-Hans"))
    assert compositor.units(text) == compositor.units(text)


def test_numbers_and_words_are_classed_at_both_edges(em):
    (piece,) = em.units("H7N9").pieces
    assert (piece.left, piece.right) == (LATIN, NUMBER)
