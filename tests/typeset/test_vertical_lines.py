"""Lines from top to bottom: which way each letter stands, bodies and blanks of marks, figures in one cell."""

import pytest
from hypothesis import given

import strategies as copy
from xihu_pdf.frame import BLACK, HORIZONTAL, TURNED, VERTICAL, GlyphRun
from xihu_pdf.typeset import Compositor, Measure, Rules, Style
from xihu_pdf.typeset.annotations import _RUBY_SCALE
from xihu_pdf.typeset.pairs import FORBIDDEN, pairs_of_rules
from xihu_pdf.typeset.pieces import _CELL_WIDTH, CELL

DOWN, ACROSS = Rules(vertical=True), Rules()
# The middle of figures above their baseline, which lies on the axis.
MIDDLE = 3.6


@pytest.fixture
def down(em_chain):
    return Compositor(Style(em_chain, 10.0, BLACK, "zh-Hans", DOWN))


@pytest.fixture(scope="module")
def song_down(shipped_stock):
    return Compositor(Style(shipped_stock.chain("song"), 10.0, BLACK, "zh-Hans", DOWN))


@pytest.fixture(scope="module")
def song_across(shipped_stock):
    return Compositor(Style(shipped_stock.chain("song"), 10.0, BLACK, "zh-Hans", ACROSS))


def between(compositor, text):
    """The pieces of a text that stands between two Han."""
    return compositor.units(f"镇{text}湖").pieces[1:-1]


def only(compositor, text, width=40.0):
    galley = compositor.galley(text, Measure((), (0.0, width)))
    (line,) = galley.lines(1)
    return line


def ink(compositor, mark):
    """The middle of a mark's ink in its em square, right and down from its top left corner."""
    (piece,) = between(compositor, mark)
    left, bottom, right, top = compositor.style.chain.first.extents(piece.glyphs[0])
    return (left + right) / 2, 0.88 - (bottom + top) / 2


# UTR 50, VerticalOrientation of Unicode 17: U stands upright, R turned, Tu and Tr have forms for vertical lines.
UPRIGHT = "一镇々あ①㎡㈠％＋￥／‼"
TRANSFORMED_UPRIGHT = "、。，．ぁっッ！？：；"
TRANSFORMED_TURNED = "（）《》〈〉「」『』【】〔〕［］～ー"
ROTATED = ["AB", "1234", "été", "a+b", "%1", "Ωφ", "Жя", "€5", "5°"]


@pytest.mark.parametrize("mark", UPRIGHT + TRANSFORMED_UPRIGHT + TRANSFORMED_TURNED)
def test_rule_63_han_kana_and_marks_stand_upright(song_down, mark):
    (piece,) = between(song_down, mark)
    assert piece.writing == VERTICAL


@pytest.mark.parametrize("word", ROTATED)
def test_rule_63_words_are_turned(song_down, word):
    assert {piece.writing for piece in between(song_down, word)} == {TURNED}


@pytest.mark.parametrize("sign", ["℃", "×", "Ⅲ", "§", "±", "℡"])
def test_rule_63_upright_signs_are_not_turned(song_down, sign):
    pieces = between(song_down, sign)
    if not pieces:
        pytest.skip("the face has no such sign")
    assert {piece.writing for piece in pieces} <= {VERTICAL, CELL}


@pytest.mark.parametrize("signs", ["±×", "℃×Ⅲ§", "ⅠⅡ"])
def test_rule_63_upright_signs_beside_one_another_are_not_turned(song_down, signs):
    assert {piece.writing for piece in between(song_down, signs)} <= {VERTICAL, CELL}


@pytest.mark.parametrize("arrow", "←→↔")
def test_rule_63_an_arrow_leads_down_the_line(song_down, arrow):
    """北京→上海 is read downward."""
    (piece,) = between(song_down, arrow)
    assert (piece.writing, piece.body) == (TURNED, 1.0)


@pytest.mark.parametrize("sign", "＜＝＞")
def test_rule_63_signs_of_comparison_lie_along_the_line(song_down, sign):
    (piece,) = between(song_down, sign)
    assert (piece.writing, piece.body) == (TURNED, 1.0)


def test_rule_66_the_apostrophe_of_a_year_stays_with_its_figures(song_down):
    units = song_down.units("那年’98抗洪")
    assert units.costs[1:3] == (0.0, FORBIDDEN)


@pytest.mark.parametrize("arrow", "↑↓")
def test_an_arrow_that_tells_what_rises_or_falls_stands_as_it_is(song_down, arrow):
    (piece,) = between(song_down, arrow)
    assert piece.writing == VERTICAL


def test_rule_63_an_en_dash_lies_along_the_line(song_down, song_across):
    (piece,) = between(song_down, "–")
    (level,) = between(song_across, "–")
    assert piece.writing == TURNED or piece.glyphs != level.glyphs


@pytest.mark.parametrize("mark", "，。、（）《》「」『』“”‘’【】〔〕：；？！～ー—…")
def test_rule_63_a_mark_takes_the_form_that_the_face_has_for_vertical_lines(song_down, song_across, mark):
    (piece,) = between(song_down, mark)
    (level,) = between(song_across, mark)
    assert piece.glyphs != level.glyphs


@pytest.mark.parametrize("letter", "一镇々")
def test_rule_63_a_han_is_the_same_glyph_both_ways(song_down, song_across, letter):
    assert between(song_down, letter)[0].glyphs == between(song_across, letter)[0].glyphs


@pytest.mark.parametrize("mark", "：；")
def test_rule_63_colons_stand_upright(song_down, mark):
    """Their two dots one above the other, so that the ink is higher than it is wide."""
    (piece,) = between(song_down, mark)
    left, bottom, right, top = song_down.style.chain.first.extents(piece.glyphs[0])
    assert top - bottom > right - left


@pytest.mark.parametrize("mark", "，。、")
def test_rule_64_mainland_stops_stand_top_right(song_down, mark):
    x, y = ink(song_down, mark)
    assert x > 0.6
    assert y < 0.4


@pytest.mark.parametrize("mark", "：；？！")
def test_rule_66_colons_and_question_marks_have_an_em_of_their_own_and_give_nothing(song_down, mark):
    """clreq 3.1.6; the face has them at the right (GB/T 15834-2011, 5.2.1), with ink on both halves of their em."""
    units = song_down.units(f"镇{mark}湖")
    assert [piece.body for piece in units.pieces] == [1.0, 1.0, 1.0]
    assert [(gap.natural, gap.shrink) for gap in units.gaps] == [(0.0, 0.0)] * 2
    assert units.costs == (FORBIDDEN, 0.0)
    left, bottom, right, top = song_down.style.chain.first.extents(units.pieces[1].glyphs[0])
    assert (left + right) / 2 > 0.5
    assert 0.88 - top < 0.5 < 0.88 - bottom


@pytest.mark.parametrize("mark", "，、。“”‘’（）《》〈〉「」『』【】〔〕")
def test_rule_66_other_marks_have_the_bodies_and_blanks_of_horizontal_lines(em, down, mark):
    level, upright = em.units(f"镇{mark}湖"), down.units(f"镇{mark}湖")
    assert [piece.body for piece in upright.pieces] == [piece.body for piece in level.pieces]
    assert (upright.gaps, upright.costs) == (level.gaps, level.costs)


@pytest.mark.parametrize("text", ["”。", "）（", "（（", "，“", "。”", "）——", "。……"])
def test_rule_66_pairs_of_marks_have_the_blanks_of_horizontal_lines(em, down, text):
    assert down.units(f"镇{text}湖").gaps == em.units(f"镇{text}湖").gaps


@pytest.mark.parametrize("level", ["none", "basic", "gb", "strict"])
def test_rule_66_prohibitions_are_those_of_horizontal_lines(level):
    across, upright = (pairs_of_rules(Rules(level, vertical=each)).cells for each in (False, True))
    assert {pair: cost for pair, (_, cost) in across.items()} == {pair: cost for pair, (_, cost) in upright.items()}


@pytest.mark.parametrize("text", ["纪念W·H·奥登", "A·B", "纪念{西文:W·H}·奥登", "Marie·Curie", "A·湖", "西·B"])
def test_rule_66_no_interpunct_starts_a_line_behind_an_upright_letter(song_down, text):
    from xihu_pdf.content import Mark

    begin, end = text.find("{"), text.find("}")
    marks = (Mark("west", begin, end - 4),) if begin >= 0 else ()
    units = song_down.units(text.replace("{西文:", "").replace("}", ""), marks=marks)
    dots = [at for at, piece in enumerate(units.pieces) if piece.texts == ("·",)]
    assert dots
    assert [units.costs[at - 1] for at in dots] == [FORBIDDEN] * len(dots)


def test_rule_66_a_mark_at_the_foot_takes_half_an_em_and_one_at_the_head_drops_its_blank(down):
    galley = down.galley("一二三四五，“六七八九十", Measure((), (0.0, 5.5)))
    first, last = galley.lines(2)
    assert (first.text, first.right) == ("一二三四五，", 55.0)
    assert [offset for _, run in last.items for offset in run.offsets][:2] == [-5.0, 5.0]


@pytest.mark.parametrize("number", ["7", "10", "31", "365", "７", "１０"])
def test_rule_65_up_to_three_figures_stand_upright_in_one_cell(song_down, number):
    (piece,) = between(song_down, number)
    assert (piece.writing, piece.body) == (CELL, 1.0)
    units = song_down.units(f"镇{number}湖")
    assert [(gap.natural, gap.shrink, gap.stretch) for gap in units.gaps] == [(0.0, 0.0, 0.0)] * 2


@pytest.mark.parametrize("word", ["2022", "1000", "12.5", "10%", "AB", "5G", "A4"])
def test_rule_65_longer_numbers_and_words_are_turned(down, word):
    (piece,) = between(down, word)
    assert piece.writing == TURNED


@pytest.mark.parametrize("letter", "AzＡ")
def test_rule_65_a_single_letter_stands_upright(song_down, letter):
    (piece,) = between(song_down, letter)
    assert piece.writing == CELL


def test_rule_65_the_cell_is_centred_on_the_axis_and_in_its_em(down):
    """A figure is half an em wide, so that two begin half an em left of the axis."""
    line = only(down, "西12湖")
    at, run = line.items[1]
    assert (run.writing, run.texts) == (HORIZONTAL, ("1", "2"))
    assert [at.x + offset for offset in run.offsets] == [-5.0, 0.0]
    assert at.y == pytest.approx(10.0 + 5.0 + MIDDLE)


def test_rule_65_three_figures_are_made_smaller_to_fit_their_cell(song_down):
    (piece,) = between(song_down, "365")
    assert 0.5 < piece.look.scale < 1.0


@pytest.mark.parametrize("number", ["7", "20", "48", "365", "888"])
def test_rule_65_figures_stand_out_of_their_cell_by_a_tenth_of_an_em_at_most(song_down, number):
    """The pitch of the lines leaves 0.29 em between them; three figures in one em would be too small to read."""
    (piece,) = between(song_down, number)
    face = song_down.style.chain.first
    end = piece.places[-1] + face.advance(piece.glyphs[-1]) * piece.look.scale
    assert end - piece.places[0] <= _CELL_WIDTH + 1e-6
    assert _CELL_WIDTH == 1.2
    assert (piece.places[0] + end) / 2 == pytest.approx(0.0, abs=0.02)


def test_rule_39_no_gap_stands_beside_a_cell(down):
    assert [gap.natural for gap in down.units("第12条A座").gaps] == [0.0] * 4


@pytest.mark.parametrize("text", ["第 12 条", "看 A 座"])
def test_rule_39_a_typed_blank_beside_a_cell_is_no_gap_either(down, text):
    assert [gap.natural for gap in down.units(text).gaps] == [0.0, 0.0]


def test_rule_65_a_turned_word_lies_on_the_axis_and_is_as_long_as_it_is_wide(down):
    line = only(down, "西abcd湖")
    at, run = line.items[1]
    assert run.writing == TURNED
    assert at.x == pytest.approx(-MIDDLE)
    assert at.y == pytest.approx(10.0 * (1 + 1 / 6))
    assert line.right == pytest.approx(10.0 * (1 + 2 + 1 + 2 / 6))


def test_rule_65_a_word_with_an_apostrophe_is_turned_whole(song_down):
    assert {piece.writing for piece in between(song_down, "it’s")} == {TURNED}
    assert len(between(song_down, "it’s")) == 1


@pytest.mark.parametrize("mark", ["——", "……"])
def test_rule_14_dash_and_ellipsis_take_two_em_along_the_line(song_down, mark):
    (piece,) = between(song_down, mark)
    assert (piece.writing, piece.body) == (VERTICAL, 2.0)


def test_rule_30_a_solidus_touches_no_neighbour_in_a_vertical_line(song_down):
    (piece,) = between(song_down, "／")
    _, bottom, _, top = song_down.style.chain.first.extents(piece.glyphs[0])
    assert piece.places[0] + 0.88 - top >= 0.0
    assert piece.places[0] + 0.88 - bottom <= piece.body


def test_rule_56_and_57_dots_stand_right_and_lines_of_names_left(down):
    from xihu_pdf.content import Mark

    galley = down.galley("西湖中国", Measure((), (0.0, 9.0)), (Mark("name", 0, 2), Mark("dots", 2, 4)))
    rule, first, second = (each for each in galley.lines(1)[0].items if not isinstance(each.item, GlyphRun))
    assert rule.at.x < -5.0
    assert rule.item.vector.x == 0.0
    assert 18.0 < rule.item.vector.y < 20.0
    assert [dot.at.y for dot in (first, second)] == [25.0, 35.0]
    assert all(dot.at.x > 5.0 for dot in (first, second))


def test_rule_59_a_reading_stands_at_the_right_of_its_base(down):
    from xihu_pdf.content import Mark

    line = down.galley("西湖", Measure((), (0.0, 9.0)), (Mark("ruby", 0, 2, "ab"),)).lines(1)[0]
    reading = next(each for each in line.items if each.item.size == 10.0 * _RUBY_SCALE)
    assert reading.at.x > 5.0
    assert reading.at.y == pytest.approx(10.0 - 5.0 * _RUBY_SCALE)


def test_rule_62_a_note_mark_is_as_long_as_it_is_high(down):
    from xihu_pdf.content import Mark

    note = down.units("镇1湖", marks=(Mark("note", 1, 2),)).pieces[1]
    assert note.body <= note.look.scale


@given(text=copy.copy(), measure=copy.measures())
def test_made_up_copy_loses_nothing_and_fills_every_line(em_chain, text, measure):
    compositor = Compositor(Style(em_chain, 10.0, BLACK, "zh-Hans", DOWN))
    galley = compositor.galley(text, measure)
    lines = galley.lines(galley.best) if galley.best else ()
    drawn = "".join(each for line in lines for _, run in line.items for each in run.texts)
    assert drawn.replace("\xad", "").replace(" ", "") == "".join(text.split())
    for number, line in enumerate(lines):
        indent, width = measure.line(number)
        assert line.text[0] not in "，、；：。？！”）》】·" or not number
        if number < len(lines) - 1:
            assert abs(line.right + line.spare - (indent + width) * 10.0) < 0.01
            assert abs(line.spare) < 0.01 or not any("一" <= each <= "鿿" for each in line.text[1:])


@pytest.mark.parametrize("text", ["好）！", "好”？", "好》：", "好。」！"])
def test_rule_66_a_closing_mark_clings_to_one_in_the_middle_of_an_em(song_down, text):
    """jlreq, table of spacing: nothing stands between a closing bracket and ！."""
    assert song_down.units(text + "好").gaps[len(text) - 2].natural == 0.0
