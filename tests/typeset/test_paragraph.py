"""From text to lines: nothing lost, nothing forbidden, every justified line exact."""

from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as copy
from xihu_pdf.frame import BLACK
from xihu_pdf.typeset import Compositor, Measure, Style
from xihu_pdf.typeset.classes import DASH, DOT, character_class

NO_START = frozenset("，、；：。．？！”’）》〉」』】〕］·・～–／")
NO_END = frozenset("“‘（《〈「『【〔［／")


def column(width: float, indent: float = 0.0) -> Measure:
    return Measure(((indent, width - indent),) if indent else (), (0.0, width))


def best(compositor, text, measure):
    galley = compositor.galley(text, measure)
    return galley.lines(galley.best)


def glyphs(line):
    """Every character of a line with the left edge of its glyph in points."""
    return [
        (text, x + offset) for (x, _), run in line.items for text, offset in zip(run.texts, run.offsets, strict=True)
    ]


def check_lines(text, lines, measure, size):
    """What holds for every paragraph in every measure."""
    assert "".join(line.text for line in lines) == "".join(text.split())
    for number, line in enumerate(lines):
        indent, width = measure.line(number)
        drawn = [each for each, _ in glyphs(line) if each]
        assert "".join(drawn).replace(" ", "").replace("\xad", "") == line.text
        assert drawn[0] != " " != drawn[-1]
        assert line.left == pytest.approx(indent * size)
        if number:
            assert line.text[0] not in NO_START
        if number < len(lines) - 1:
            assert line.text[-1] not in NO_END
            assert abs(line.right - (indent + width) * size + line.spare) < 0.01
            assert abs(line.spare) < 0.01 or is_stuck(line, width * size)
        elif line.spare == 0.0:
            assert line.right < (indent + width) * size + 0.01 or is_stuck(line, width * size)


def is_stuck(line, width):
    """Whether a line may miss its measure: a single word or dash, or marks that nothing can part."""
    drawn = "".join(each for each, _ in glyphs(line))
    word = line.text.isascii() and " " not in drawn
    return word or len(line.text) == 1 or line.text.strip("—…") == "" or line.right > width


@given(text=copy.copy(), measure=copy.measures())
def test_made_up_copy_keeps_every_rule(em_chain, text, measure):
    compositor = Compositor(Style(em_chain, 10.0, BLACK, "zh-Hans"))
    galley = compositor.galley(text, measure)
    if compositor.units(text).pieces:
        check_lines(text, galley.lines(galley.best), measure, 10.0)


@given(text=copy.chinese(), measure=copy.measures(8))
def test_every_line_of_chinese_is_exact(em_chain, text, measure):
    compositor = Compositor(Style(em_chain, 10.0, BLACK, "zh-Hans"))
    lines = best(compositor, text, measure)
    check_lines(text, lines, measure, 10.0)
    for number, line in enumerate(lines[:-1]):
        indent, width = measure.line(number)
        assert abs(line.right - (indent + width) * 10.0) < 0.01 or line.text.isascii(), line.text


@given(text=copy.chinese(), measure=copy.measures())
def test_every_variant_has_the_lines_it_says_and_all_of_the_text(em_chain, text, measure):
    galley = Compositor(Style(em_chain, 10.0, BLACK, "zh-Hans")).galley(text, measure)
    costs = dict(galley.costs)
    assert min(costs, key=lambda count: costs[count]) == galley.best
    assert costs[galley.best] == 0.0
    for count in costs:
        lines = galley.lines(count)
        assert len(lines) == count
        check_lines(text, lines, measure, 10.0)


@given(text=copy.copy(12), measure=copy.measures(), size=st.floats(5.0, 72.0))
def test_a_larger_size_in_a_larger_column_breaks_alike(em_chain, text, measure, size):
    small = Compositor(Style(em_chain, 10.0, BLACK, "zh-Hans")).galley(text, measure)
    large = Compositor(Style(em_chain, size, BLACK, "zh-Hans")).galley(text, measure)
    assert small.costs == large.costs
    for one, other in zip(small.lines(small.best), large.lines(large.best), strict=True):
        assert one.text == other.text
        assert other.right == pytest.approx(one.right * size / 10.0)


@given(text=copy.copy().map(lambda text: text.replace(" ", "")), measure=copy.measures())
def test_gaps_lie_between_the_least_and_the_widest_told(em_chain, text, measure):
    """No glyph stands left of the one before it, and no Han gap is wider than the line says."""
    compositor = Compositor(Style(em_chain, 10.0, BLACK, "zh-Hans"))
    galley = compositor.galley(text, measure)
    for line in galley.lines(galley.best) if galley.best else ():
        places = [(each, x) for each, x in glyphs(line) if each != " "]
        for (left, at), (right, after) in pairwise(places):
            if "一" <= left <= "鿿" and "一" <= right <= "鿿":
                assert 10.0 - 1e-6 <= after - at <= 10.0 + line.gap * 10.0 + 1e-6


def test_glyphs_stand_where_the_head_says(em):
    """Five Han, the halves of the comma and its blank, five Han, half of the stop: 11.5 em."""
    (line,) = em.galley("一二三四五，六七八九十。", column(12.0)).lines(1)
    assert glyphs(line) == [
        *zip("一二三四五，", [0.0, 10.0, 20.0, 30.0, 40.0, 50.0], strict=True),
        *zip("六七八九十。", [60.0, 70.0, 80.0, 90.0, 100.0, 110.0], strict=True),
    ]
    assert (line.left, line.right, line.gap, line.spare) == (0.0, 115.0, 0.0, 0.0)


def test_a_mark_at_the_line_end_takes_half_an_em(em):
    """GB/T 15834-2011, 5.1.10: five Han and the half of a comma fill five and a half em."""
    lines = em.galley("一二三四五，六七八九十", column(5.5)).lines(2)
    assert [line.text for line in lines] == ["一二三四五，", "六七八九十"]
    assert lines[0].right == pytest.approx(55.0)
    assert glyphs(lines[0])[-1] == ("，", 50.0)


@pytest.mark.parametrize("indent", [0.0, 2.0])
def test_an_opening_mark_at_a_line_start_drops_its_blank(em, indent):
    """clreq 3.1.6: its ink, in the right half of the glyph, begins at the edge, behind an indent too."""
    (line,) = best(em, "“一二三", column(8.0, indent))
    assert line.left == indent * 10.0
    assert [x - line.left for _, x in glyphs(line)] == pytest.approx([-5.0, 5.0, 15.0, 25.0])


def test_an_opening_mark_at_a_later_line_start_drops_its_blank(em):
    lines = em.galley("一二三四五（六七八九）十一二", column(5.0)).lines(3)
    assert [line.text for line in lines][1][0] == "（"
    assert glyphs(lines[1])[0] == ("（", -5.0)


def test_a_word_alone_on_its_line_is_opened_between_its_letters_if_not_too_far(em):
    """Ten letters of half an em in six: the em is shared out over nine places, and is told as a gap."""
    first, last = em.galley("aaaaaaaaaa bbbbbbbbbb", column(6.0)).lines(2)
    assert (first.right, first.spare, last.spare) == (pytest.approx(60.0), pytest.approx(0.0, abs=1e-9), 0.0)
    assert first.gap == pytest.approx(1 / 9)
    assert [x for _, x in glyphs(first)] == pytest.approx([at * (5.0 + 10.0 / 9) for at in range(10)])


def test_a_word_alone_on_its_line_tells_what_it_falls_short_by(em):
    first, last = em.galley("aaaaaaaa bbbbbbbbbb", column(6.0)).lines(2)
    assert (first.right, first.spare, last.spare) == (40.0, 20.0, 0.0)


def test_blanks_vanish_at_line_ends_and_are_kept_within(em):
    lines = best(em, "red beans green beans blue beans", column(6.0))
    drawn = ["".join(each for each, _ in glyphs(line)) for line in lines]
    assert " ".join(drawn) == "red beans green beans blue beans"
    assert not any(each.startswith(" ") or each.endswith(" ") for each in drawn)


def test_the_gap_beside_latin_vanishes_at_a_line_end(em):
    """Seven em: 一二三四五六 and g are 6.5 and the gap a sixth; the next line begins with Han at its edge."""
    lines = em.galley("一二三四五六gg一二三四五", column(7.0 + 1 / 6)).lines(2)
    assert [line.text for line in lines] == ["一二三四五六gg", "一二三四五"]
    assert lines[0].right == pytest.approx((7.0 + 1 / 6) * 10.0)
    assert glyphs(lines[1])[0] == ("一", 0.0)


@pytest.mark.parametrize("mark", ["——", "……"])
def test_two_em_marks_are_never_torn(em, mark):
    for width in range(3, 14):
        lines = best(em, f"一二三四五六{mark}七八九十{mark}一二三四五六七", column(float(width)))
        for line in lines:
            assert line.text.count(mark[0]) == 2 * line.text.count(mark)


def test_a_word_longer_than_the_line_is_cut_and_not_lost(em):
    text = "看" + "abcdefghij" * 5 + "好"
    lines = best(em, text, column(6.0))
    assert "".join(line.text for line in lines) == text
    assert all(line.right <= 60.01 for line in lines)


@pytest.mark.parametrize("width", [1.0, 2.0, 3.0, 6.0])
@pytest.mark.parametrize(
    "text", ["）" * 40, "（" * 40, "“（" * 20 + "一" + "”）" * 20, "…" * 30, "，" * 200, "一" + "。" * 50 + "二"]
)
def test_chains_of_marks_wider_than_the_column_are_set_and_soon(em, text, width):
    began = perf_counter()
    assert "".join(line.text for line in best(em, text, column(width))) == text
    assert perf_counter() - began < 2.0


@pytest.mark.parametrize("text", ["", " ", "\u3000", "\n"])
def test_empty_text_has_no_lines(em, text):
    galley = em.galley(text, column(5.0))
    assert (galley.best, galley.costs, galley.lines(0)) == (0, ((0, 0.0),), ())


@pytest.mark.parametrize("text", ["𠮷野家在吉野", "葛\U000e0100城与葛城", "中𠀋𠮷あ"])
def test_rare_letters_and_selectors_reach_the_lines_whole(em, text):
    lines = best(em, text, column(3.0))
    assert "".join(line.text for line in lines) == text
    assert "".join(each for line in lines for each, _ in glyphs(line)) == text


def test_missing_characters_are_told_by_the_galley(em):
    galley = em.galley("西\ue000湖\ue001", column(5.0))
    assert [each[:2] for each in galley.missing] == [(1, "\ue000"), (3, "\ue001")]
    assert [line.text for line in galley.lines(galley.best)] == ["西湖"]


def test_a_drop_cap_shortens_the_first_lines(em):
    measure = Measure(((4.0, 6.0),) * 3, (0.0, 10.0))
    lines = best(em, "一" * 40, measure)
    assert [(line.left, line.right) for line in lines[:4]] == [(40.0, 100.0)] * 3 + [(0.0, 100.0)]


def test_runs_part_where_the_face_does(em):
    (line,) = em.galley("吉𠮷野", column(5.0)).lines(1)
    assert [(x, "".join(run.texts)) for (x, _), run in line.items] == [(0.0, "吉"), (10.0, "𠮷"), (20.0, "野")]
    assert {run.size for _, run in line.items} == {10.0}


def test_a_dash_and_a_dot_do_not_shrink(em):
    """Rule GB/T 15834-2011, 5.1.5 to 5.1.7: only other marks give."""
    assert character_class("—") == DASH
    assert character_class("·") == DOT
    for line in best(em, "一——二·三，四——五·六，七——八·九，十", column(6.0)):
        places = dict(glyphs(line))
        if "·" in places:
            after = next((x for _, x in glyphs(line) if x > places["·"]), 1000.0)
            # The dot's glyph is an em with its ink in the middle, its body the half around that.
            assert after - places["·"] >= 7.5 - 1e-6
