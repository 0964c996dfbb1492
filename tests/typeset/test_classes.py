"""The class of a character, and every cell of the table of blanks between two of them."""

import pytest

from xihu_pdf.typeset.classes import (
    BANG,
    CLOSING,
    COLON,
    COMMA,
    CONNECTOR,
    DASH,
    DOT,
    HALF_BODY,
    HAN,
    KINDS,
    LATIN,
    NONSTARTER,
    NOTE,
    NUMBER,
    OPENING,
    SOLIDUS,
    STOP,
    character_class,
)
from xihu_pdf.typeset.pairs import PROHIBITIONS, Gap, Rules, pairs_of_rules

GAPS, TYPED = pairs_of_rules(Rules()).gaps, pairs_of_rules(Rules()).typed
NO_LINE_START, NO_LINE_END = PROHIBITIONS["gb"]

COLUMNS = (HAN, OPENING, CLOSING, COMMA, COLON, STOP, DOT, DASH)
# The blank between two marks in em, by clreq 3.1.6: full-width style, adjacent marks compressed.
TABLE = {
    #         Han  open close comma colon stop dot  dash
    HAN: (0.0, 0.5, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
    OPENING: (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
    CLOSING: (0.5, 0.5, 0.0, 0.0, 0.0, 0.0, 0.0, 0.5),
    COMMA: (0.5, 0.5, 0.0, 0.0, 0.0, 0.0, 0.0, 0.5),
    COLON: (0.5, 0.5, 0.0, 0.0, 0.0, 0.0, 0.0, 0.5),
    STOP: (0.5, 0.5, 0.0, 0.0, 0.0, 0.0, 0.0, 0.5),
    DOT: (0.0, 0.5, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
    DASH: (0.0, 0.5, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
}
WESTERN = (LATIN, NUMBER)
EVERY_PAIR = [(left, right) for left in range(KINDS) for right in range(KINDS)]


@pytest.mark.parametrize(
    ("kind", "characters"),
    [
        (HAN, "一龥㐀𠮷〇あ①"),
        (OPENING, "“‘（《〈「『【〖〔［"),
        (CLOSING, "”’）》〉」』】〗〕］"),
        (COMMA, "，、"),
        (COLON, "：；"),
        (STOP, "。．"),
        (BANG, "？！"),
        (NONSTARTER, "々ー"),
        (DOT, "·・"),
        (DASH, "—…"),
        (CONNECTOR, "～–"),
        (SOLIDUS, "／"),
        (LATIN, "AzéЖ%+$ＡＢｚ"),
        (NUMBER, "0123456789９"),
    ],
)
def test_the_class_of_a_character(kind, characters):
    assert [character_class(each) for each in characters] == [kind] * len(characters)


@pytest.mark.parametrize("left", TABLE)
def test_the_blank_between_two_classes(left):
    assert tuple(GAPS[left][right].natural for right in COLUMNS) == TABLE[left]


@pytest.mark.parametrize(("left", "right"), [(each, HAN) for each in WESTERN] + [(HAN, each) for each in WESTERN])
def test_between_han_and_western_stands_less_than_a_quarter_em(left, right):
    """clreq 3.2.2, 3.6.3, 3.6.4: natural at most 0.25, least 0.125, most 0.5."""
    gap = GAPS[left][right]
    assert 0.125 <= gap.natural <= 0.25
    assert gap.natural - gap.shrink == pytest.approx(0.125)
    assert gap.natural < gap.natural + gap.stretch <= 0.5


@pytest.mark.parametrize("western", WESTERN)
@pytest.mark.parametrize("mark", [OPENING, CLOSING, COMMA, COLON, STOP, DOT, DASH])
def test_beside_western_a_mark_keeps_its_own_blank(western, mark):
    """clreq 3.2.4: the pair is that of the mark with Han, with no gap of its own."""
    assert GAPS[mark][western]._replace(even=True) == GAPS[mark][HAN]
    assert GAPS[western][mark]._replace(even=True) == GAPS[HAN][mark]


@pytest.mark.parametrize("mark", [DASH, CONNECTOR, SOLIDUS, DOT])
def test_dash_connector_solidus_and_dot_are_not_compressible(mark):
    """GB/T 15834-2011, 5.1.6 to 5.1.9: nothing is taken beside them but another mark's blank."""
    for other in (HAN, DASH, CONNECTOR, SOLIDUS, DOT):
        assert GAPS[mark][other].shrink == GAPS[other][mark].shrink == 0.0


@pytest.mark.parametrize(("left", "right"), EVERY_PAIR)
def test_no_gap_gives_more_than_it_has(left, right):
    gap = GAPS[left][right]
    assert 0.0 <= gap.shrink <= gap.natural
    assert gap.stretch >= 0.0


@pytest.mark.parametrize(("left", "right"), EVERY_PAIR)
def test_a_western_word_never_opens(left, right):
    if left in WESTERN and right in WESTERN:
        assert Gap(0.0, 0.0, 0, 0.0, even=False) == GAPS[left][right]


def test_brackets_shrink_before_commas_before_han_and_latin_before_stops():
    """clreq 3.6.3; word spaces before all."""
    ladder = [
        TYPED[LATIN][LATIN],
        GAPS[HAN][OPENING],
        GAPS[COMMA][HAN],
        GAPS[HAN][LATIN],
        GAPS[STOP][HAN],
    ]
    stages = [gap.stage for gap in ladder]
    assert stages == sorted(set(stages))
    assert GAPS[CLOSING][HAN].stage == GAPS[HAN][OPENING].stage
    assert GAPS[COLON][HAN].stage == GAPS[COMMA][HAN].stage


@pytest.mark.parametrize(("left", "right"), EVERY_PAIR)
def test_a_typed_blank_is_never_a_second_gap(left, right):
    """clreq 3.2.2: beside Han and Western it is the automatic gap, beside a mark the mark's own blank.

    A dash between words has a blank on either side where both are typed.
    """
    typed = TYPED[left][right]
    words = {HAN, NONSTARTER, LATIN, NUMBER, NOTE}
    alike = {left, right} <= words and (left in WESTERN) == (right in WESTERN)
    if alike or (CONNECTOR in (left, right) and not {left, right}.isdisjoint(WESTERN)):
        assert 0.25 <= typed.natural - typed.shrink < typed.natural < typed.natural + typed.stretch <= 0.5
    else:
        assert typed == GAPS[left][right]


@pytest.mark.parametrize("character", "，、；：。．？！”’）》〉」』】〗〕］·・～–／")
def test_gb_lets_no_closing_or_parting_mark_start_a_line(character):
    assert character_class(character) in NO_LINE_START


@pytest.mark.parametrize("character", "“‘（《〈「『【〖〔［／")
def test_gb_lets_no_opening_mark_or_solidus_end_a_line(character):
    assert character_class(character) in NO_LINE_END


@pytest.mark.parametrize("character", "一A7—…")
def test_han_western_and_dashes_may_start_and_end_a_line(character):
    assert character_class(character) not in NO_LINE_START | NO_LINE_END


def test_what_has_a_removable_blank_has_half_a_body():
    assert {OPENING, CLOSING, COMMA, COLON, STOP, BANG, DOT, SOLIDUS} == HALF_BODY
