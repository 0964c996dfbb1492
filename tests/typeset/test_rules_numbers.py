"""Numbers with their signs and units (rules 6, 16, 17 and 66 of docs/composition.md), in both directions of writing."""

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as copy
from xihu_pdf.content import Mark
from xihu_pdf.frame import BLACK, VERTICAL
from xihu_pdf.typeset import Compositor, Measure, Rules, Style
from xihu_pdf.typeset.pairs import CLOSED, FORBIDDEN
from xihu_pdf.typeset.pieces import CELL

BEHIND = [*"%％‰°℃½㎡㎞㎏㎜㎝㎎㏄㎥", "㎞/h", "×30", "⁸", "∶2"]
BEFORE = [*"±№§¥￥≤≥≈＜＞", "3×", "y＞", "3∶"]


@pytest.fixture(scope="module")
def both_ways(shipped_stock):
    """The body face in horizontal and in vertical lines."""
    styles = (
        Style(shipped_stock.chain("song"), 10.0, BLACK, "zh-Hans", Rules(vertical=each)) for each in (False, True)
    )
    return tuple(map(Compositor, styles))


def inner(units, text, amount):
    """Gaps and costs of breaks inside an amount that stands once in a text."""
    start = text.index(amount)
    inside = [at for at, place in enumerate(units.starts[1:]) if start < place < start + len(amount)]
    return [units.gaps[at] for at in inside], [units.costs[at] for at in inside]


@pytest.mark.parametrize("date", ["5·12", "12·9", "9·11"])
def test_rule_16_a_number_with_an_interpunct_is_whole(both_ways, date):
    """UAX 14, LB28; the half em of the interpunct is that of GB/T 15834-2011, 5.1.7."""
    for compositor in both_ways:
        gaps, costs = inner(units := compositor.units(f"自“{date}”后"), f"自“{date}”后", date)
        assert set(costs) == {FORBIDDEN}
        assert {(gap.natural, gap.stretch, gap.even) for gap in gaps} == {(0.0, 0.0, False)}
        assert [piece.body for piece in units.pieces if piece.texts == ("·",)] == [0.5]


def test_rule_16_an_interpunct_in_a_name_may_end_a_line(em):
    assert em.units("列夫·托尔").costs == (0.0, FORBIDDEN, 0.0, 0.0)


@pytest.mark.parametrize("sign", "↑↓＞＜≥≤≈±")
def test_rule_16_an_arrow_or_a_sign_of_comparison_keeps_its_number(song, sign):
    text = f"同比{sign}3.2%好"
    gaps, costs = inner(song.units(text), text, f"{sign}3.2%")
    assert set(gaps) <= {CLOSED}
    assert set(costs) <= {FORBIDDEN}


numbers = copy.numbers.filter(lambda each: each[-1] != "%")
amounts = st.one_of(
    st.builds("{}{}".format, numbers, st.sampled_from(BEHIND)),
    st.builds("{}{}".format, st.sampled_from(BEFORE), copy.numbers),
)


@given(before=copy.han, amount=amounts, after=copy.han)
def test_rule_16_no_sign_leaves_its_number(both_ways, before, amount, after):
    text = f"{before}{amount}{after}"
    for compositor in both_ways:
        units = compositor.units(text)
        assert not units.missing
        gaps, costs = inner(units, text, amount)
        assert set(costs) <= {FORBIDDEN}
        assert set(gaps) <= {CLOSED}


@given(before=copy.han, amount=amounts, after=copy.han, width=st.integers(9, 14))
def test_rule_66_no_line_starts_or_ends_within_an_amount(both_ways, before, amount, after, width):
    text = f"{before}{amount}{after}" * 4
    for compositor in both_ways:
        galley = compositor.galley(text, Measure((), (0.0, float(width))))
        ends, at = [], 0
        for line in galley.lines(galley.best):
            at += len(line.text)
            ends.append(at)
        places = [at for at in range(len(text)) if text.startswith(amount, at)]
        assert not [end for end in ends for place in places if place < end < place + len(amount)]


@given(parts=copy.terms(), width=st.integers(8, 15), kinds=st.lists(st.sampled_from(["bold", "dots", "super", "note"])))
def test_rule_16_and_66_no_line_ends_within_a_term_or_starts_with_a_mark(both_ways, parts, width, kinds):
    """Whatever is marked up in it, in both directions of writing."""
    text = "".join(parts)
    edges = list(accumulate(map(len, parts), initial=0))
    terms = [(part, start) for part, start in zip(parts, edges, strict=False) if part in copy.TERMS]
    inside = {at for part, start in terms for at in part_of(part, start)}
    # The last character of each term in turn is marked; ＞ belongs to a word before figures of one look alone.
    ends = [start + len(part) for part, start in terms if part != "y＞3"]
    marks = tuple(Mark(kind, end - 1, end) for kind, end in zip(kinds, ends, strict=False))
    for compositor in both_ways:
        galley = compositor.galley(text, Measure((), (0.0, float(width))), marks)
        lines = galley.lines(galley.best)
        assert "".join(line.text for line in lines) == text
        breaks = list(accumulate(len(line.text) for line in lines))[:-1]
        assert not inside & set(breaks), [line.text for line in lines]
        chained = {at for at in range(2, len(text)) if not set(text[at - 2 : at + 1]) - set("，。）")}
        assert not [at for at in breaks if text[at] in "·，。）" and at not in chained], [line.text for line in lines]


def part_of(term, start):
    """Where in a text no line may end because a term stands there, all but a Han unit."""
    return range(start + 1, start + len(term.rstrip("倍")))


@pytest.mark.parametrize("sign", "℃‰㎡½×")
def test_rule_66_a_sign_stands_upright_behind_its_number(both_ways, sign):
    _, down = both_ways
    short, long = down.units(f"约25{sign}好").pieces[1:-1], down.units(f"约2.5{sign}好").pieces[1:-1]
    assert [piece.writing for piece in short] == [CELL, VERTICAL]
    assert [piece.writing for piece in long] == ["turned", VERTICAL]


@pytest.mark.parametrize("sign", "℃‰％")
def test_rule_06_no_sign_of_percent_or_degrees_starts_a_vertical_line(both_ways, sign):
    for compositor in both_ways:
        assert compositor.units(f"三十{sign}左右").costs[1] == FORBIDDEN


@pytest.mark.parametrize("text", ["≥5", "≤100", "≈3", "＞3", "＜20", "y＞3", "3∶2", "10⁸", "±0.5", "±1200", "±5%"])
def test_rule_16_a_sign_is_turned_with_its_number_in_vertical_lines(both_ways, text):
    _, down = both_ways
    assert {piece.writing for piece in down.units(f"约{text}个").pieces[1:-1]} == {"turned"}


@pytest.mark.parametrize("number", ["3", "12", "365"])
def test_rule_65_plus_or_minus_stands_upright_over_figures_that_do(both_ways, number):
    _, down = both_ways
    assert [piece.writing for piece in down.units(f"约±{number}个").pieces[1:-1]] == [VERTICAL, CELL]


@pytest.mark.parametrize("sign", "№§±≥＞")
def test_rule_16_a_sign_keeps_its_number_over_a_blank(both_ways, sign):
    for compositor in both_ways:
        assert compositor.units(f"{sign} 5").costs == (FORBIDDEN,)


def test_rule_13_markup_does_not_part_a_number_from_its_sign(both_ways):
    for compositor in both_ways:
        units = compositor.units("约4.5℃好", marks=(Mark("bold", 4, 5),))
        assert (units.costs[1], units.gaps[1].natural) == (FORBIDDEN, 0.0)


def test_rule_17_a_squared_unit_stands_beside_han_like_han(both_ways):
    for compositor in both_ways:
        units = compositor.units("约12.5㎡好")
        assert (units.gaps[-1].natural, units.costs[-1]) == (0.0, 0.0)


def test_an_amount_wider_than_its_line_is_parted_rather_than_lost(both_ways):
    text = "1234567890.12×1234567890.12×1234567890.12㎡"
    for compositor in both_ways:
        galley = compositor.galley(text, Measure((), (0.0, 8.0)))
        lines = galley.lines(galley.best)
        assert "".join(line.text for line in lines) == text
        assert all(line.spare > -0.01 for line in lines)


@pytest.mark.parametrize("text", ["4－5月", "9月27日－10月9日", "Ａ－5", "12－15页"])
def test_rule_16_a_full_width_hyphen_joins_behind_a_figure_or_a_day(song, text):
    """It is a connector there, as a dash of one em is; before a number alone it is its sign (气温－5℃)."""
    units = song.units(text)
    tokens = ["".join(piece.texts) for piece in units.pieces]
    at = tokens.index("－")
    assert units.costs[at - 1] == FORBIDDEN
    assert units.costs[at] < FORBIDDEN
    assert "－5℃" in ["".join(piece.texts) for piece in song.units("气温－5℃").pieces]


@pytest.mark.parametrize("number", ["-4.5℃", "-12", "-0.5%", "+3", "－5"])
def test_rule_16_a_number_begins_a_line_with_its_sign(both_ways, number):
    for compositor in both_ways:
        units = compositor.units(f"今冬气温{number}")
        assert units.starts[4] == 4
        assert units.costs[3] == 0.0


@pytest.mark.parametrize(
    "text", ["9月27日-10", "1号楼-3", "三月-5", "周三-5", "上午9时-11", "5％-10", "约-", "约/", "元/kg"]
)
def test_rule_06_a_hyphen_that_joins_starts_no_line(both_ways, text):
    """GB/T 15834-2011, 5.1.6 and 5.1.9."""
    for compositor in both_ways:
        units = compositor.units(text)
        at = units.starts.index(max(text.find("-"), text.find("/")))
        assert units.costs[at - 1] == FORBIDDEN
