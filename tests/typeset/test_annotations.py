"""What is marked up: dots, lines of names, readings, notes, warichu and faces, on lines that stay what they were."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as copy
from xihu_pdf.content import Mark
from xihu_pdf.frame import BLACK, GlyphRun, Ink, Rule, Shape
from xihu_pdf.typeset import Compositor, Measure, Rules, Style
from xihu_pdf.typeset.annotations import _RUBY_RISE, _RUBY_SCALE
from xihu_pdf.typeset.pairs import FORBIDDEN

RED = Ink(0.0, 1.0, 1.0, 0.0)
# Readings are written in capitals, which the copy does not have, so that they are told from their base.
NOTES = frozenset("ABCDEFGHIJ")
FACES = ("bold", "kai", "hei", "accent")
SMALL = ("super", "sub", "note")
DRAWN = ("dots", "name", "book")
# Size of readings in points and width of their letters, over copy of 10 pt in a face of letters of half an em.
READING = 10.0 * _RUBY_SCALE
LETTER = READING / 2


def new(chain, **rules):
    return Compositor(Style(chain, 10.0, BLACK, "zh-Hans", Rules(**rules), accent=RED))


def best(compositor, text, width, *marks):
    galley = compositor.galley(text, Measure((), (0.0, float(width))), marks)
    return galley.lines(galley.best)


def only(compositor, text, *marks):
    (line,) = best(compositor, text, 40, *marks)
    return line


def runs(line):
    return [(at, item) for at, item in line.items if isinstance(item, GlyphRun)]


def rounded(value):
    """A value with its numbers to a millionth: marked lines are added up in another order than plain ones."""
    if isinstance(value, float):
        return round(value, 6)
    return tuple(map(rounded, value)) if isinstance(value, tuple | list) else value


def drawn(line, kind):
    return [(at, item) for at, item in line.items if isinstance(item, kind)]


def letters(line):
    """Each character with its left edge, the height of its baseline and its size, in points; blanks left out."""
    return [
        (text, at.x + offset, -at.y, run.size)
        for at, run in runs(line)
        for text, offset in zip(run.texts, run.offsets, strict=True)
        if text.strip()
    ]


def bases(line):
    """The characters of a line without the readings over them."""
    return "".join(text for text, *_ in letters(line) if text not in NOTES).replace("\xad", "")


def small(line, size=5.0):
    return [each for each in letters(line) if each[3] == pytest.approx(size)]


@pytest.mark.parametrize("kind", ["ruby", "warichu", "super", "sub", "note", "dots", "bold"])
def test_of_all_that_is_small_only_readings_are_told_as_such(em, kind):
    line = only(em, "西湖中一", Mark(kind, 0, 2, "AB"))
    told = {"".join(run.texts).strip() for _, run in runs(line) if run.is_reading}
    assert told == ({"AB"} if kind == "ruby" else set())


# Emphasis dots: GB/T 15834-2011, 5.1.8 and 4.16; clreq 3.1.8.


def test_rule_56_a_dot_stands_under_the_middle_of_each_character_and_under_no_mark(em):
    line = only(em, "西湖镇，中，的", Mark("dots", 1, 6))
    assert [at.x for at, _ in drawn(line, Shape)] == pytest.approx([15.0, 25.0, 45.0])
    assert all(at.y > 0.0 for at, _ in drawn(line, Shape))


def test_rule_56_a_dot_stays_in_the_middle_of_a_spaced_character(em):
    """Seven characters in a line of eight, so that every gap opens by a sixth of an em."""
    line = best(em, "一二三四五六七——八九十", 8, Mark("dots", 0, 7))[0]
    at = {text: x for text, x, *_ in letters(line)}
    assert line.gap > 0.1
    assert [place.x for place, _ in drawn(line, Shape)] == pytest.approx([at[each] + 5.0 for each in "一二三四五六七"])


def test_rule_56_only_han_have_dots_where_there_are_any(em):
    line = only(em, "中2022年ab cd→①", Mark("dots", 0, 13))
    assert [at.x for at, _ in drawn(line, Shape)] == pytest.approx(
        [x + 5.0 for text, x, *_ in letters(line) if text in ("中", "年", "①")]
    )


def test_rule_56_words_without_han_have_a_dot_under_each_letter_and_figure_and_under_no_sign(em):
    line = only(em, "中ab cd5%年", Mark("dots", 1, 8))
    assert [at.x for at, _ in drawn(line, Shape)] == pytest.approx(
        [x + 2.5 for text, x, *_ in letters(line) if text in ("a", "b", "c", "d", "5")]
    )


def test_rule_56_han_of_another_line_are_han_of_the_words_too(em):
    first, second = best(em, "一二三四五ab五六七八", 6, Mark("dots", 3, 9))
    assert [len(drawn(line, Shape)) for line in (first, second)] == [2, 2]


def test_rule_56_figures_in_a_cell_have_one_dot(em_chain):
    line = only(new(em_chain, vertical=True), "中12年", Mark("dots", 1, 3))
    assert [at.y for at, _ in drawn(line, Shape)] == [15.0]


@pytest.mark.parametrize("kind", DRAWN)
@pytest.mark.parametrize("vertical", [False, True])
def test_rule_56_what_is_drawn_moves_no_glyph_and_no_line(em_chain, kind, vertical):
    compositor = new(em_chain, vertical=vertical)
    text = "一二三，四五“六七八”九十。一二三2022年四五六"
    plain, marked = best(compositor, text, 7), best(compositor, text, 7, Mark(kind, 1, 17))
    assert rounded([runs(line) for line in plain]) == rounded([runs(line) for line in marked])
    assert rounded([line[1:] for line in plain]) == rounded([line[1:] for line in marked])
    assert sum(len(line.items) for line in plain) < sum(len(line.items) for line in marked)


def test_rule_57_dots_stand_under_the_line_of_a_name(em):
    alone = only(em, "西湖", Mark("dots", 0, 2))
    both = only(em, "西湖", Mark("name", 0, 2), Mark("dots", 0, 2))
    (rule,) = drawn(both, Rule)
    assert all(at.y > rule[0].y for at, _ in drawn(both, Shape))
    assert drawn(both, Shape)[0][0].y > drawn(alone, Shape)[0][0].y


# Lines of names and books: GB/T 15834-2011, 4.16 and 4.17; clreq 3.1.8.


def ends(line):
    """Where each rule or wave begins and ends along its line, in points."""
    spans = []
    for at, item in line.items:
        if isinstance(item, Rule):
            spans.append((at.x, at.x + item.vector.x))
        elif isinstance(item, Shape):
            spans.append((at.x, at.x + item.steps[-1][-1].x))
    return spans


@pytest.mark.parametrize("kind", ["name", "book"])
def test_rule_57_one_line_runs_under_a_name_and_a_gap_parts_two(em, kind):
    spans = ends(only(em, "西湖中国的", Mark(kind, 0, 2), Mark(kind, 2, 4)))
    assert len(spans) == 2
    (begin, middle), (after, end) = spans
    assert 0.0 <= begin < 1.0
    assert 19.0 < middle < 20.0 < after < 21.0
    assert after - middle >= 1.0
    assert 39.0 < end <= 40.0


@pytest.mark.parametrize("kind", ["name", "book"])
def test_rule_57_a_name_over_three_lines_has_one_line_on_each(em, kind):
    lines = best(em, "一二三四五六七八", 3, Mark(kind, 1, 7))
    assert [line.text for line in lines] == ["一二三", "四五六", "七八"]
    assert [len(ends(line)) for line in lines] == [1, 1, 1]
    for line, edges in zip(lines, [(10.0, 30.0), (0.0, 30.0), (0.0, 10.0)], strict=True):
        assert ends(line)[0] == pytest.approx(edges, abs=1.0)


def test_rule_57_the_line_of_a_spaced_name_is_unbroken(em):
    line = best(em, "一二三四五六七——八九十", 8, Mark("name", 0, 7))[0]
    ((begin, end),) = ends(line)
    at = {text: x for text, x, *_ in letters(line)}
    assert (begin, end) == pytest.approx((0.0, at["七"] + 10.0), abs=1.0)


def test_rule_57_a_wave_is_a_wave_on_the_height_of_a_straight_line(em):
    ((at, wave),) = drawn(only(em, "西湖镇", Mark("book", 0, 3)), Shape)
    ((straight, _),) = drawn(only(em, "西湖镇", Mark("name", 0, 3)), Rule)
    assert at.y == straight.y
    assert len(wave.steps) > 5
    sides = [step[0].y > 0.0 for step in wave.steps[1:]]
    assert all(one != other for one, other in pairwise(sides))


# Readings: clreq 3.3.


def test_rule_59_each_syllable_stands_centred_over_its_character(em):
    line = only(em, "西湖中", Mark("ruby", 0, 1, "AB"), Mark("ruby", 1, 2, "C"))
    readings = small(line, READING)
    assert [text for text, *_ in readings] == ["A", "B", "C"]
    assert [x for _, x, *_ in readings] == pytest.approx([5.0 - LETTER, 5.0, 15.0 - LETTER / 2])
    assert all(up == pytest.approx(10.0 * _RUBY_RISE) for _, _, up, _ in readings)
    assert bases(line) == "西湖中"


def test_rule_59_neighbouring_readings_stand_a_quarter_of_their_em_apart(em):
    """Wider readings make room; each base stays in the middle of its own."""
    line = only(em, "西湖中", Mark("ruby", 0, 1, "ABCDEF"), Mark("ruby", 1, 2, "GHIJAB"))
    readings = small(line, READING)
    assert readings[6][1] - readings[5][1] - LETTER >= READING / 4
    at = {text: x for text, x, *_ in letters(line)}
    for base, group in (("西", readings[:6]), ("湖", readings[6:])):
        assert at[base] + 5.0 == pytest.approx((group[0][1] + group[-1][1] + LETTER) / 2)


def test_rule_59_a_reading_of_a_group_stands_over_its_middle_and_holds_it_together(em):
    mark = Mark("ruby", 1, 3, "ABC")
    readings = small(only(em, "中西湖镇", mark), READING)
    assert (readings[0][1] + readings[-1][1] + LETTER) / 2 == pytest.approx(20.0)
    units = em.units("中西湖镇", marks=(mark,))
    assert units.costs[1] == FORBIDDEN
    assert not units.gaps[1].even


def test_rule_59_a_wide_reading_of_a_group_keeps_its_base_in_the_middle(em):
    line = only(em, "中西湖镇", Mark("ruby", 1, 3, "ABCDEFGHIJ" * 2))
    readings, at = small(line, READING), {text: x for text, x, *_ in letters(line)}
    assert (readings[0][1] + readings[-1][1] + LETTER) / 2 == pytest.approx((at["西"] + at["湖"] + 10.0) / 2)
    assert at["湖"] - at["西"] == 10.0
    assert readings[0][1] >= at["中"] + 10.0
    assert readings[-1][1] + LETTER <= at["镇"]


def test_rule_59_no_blank_stands_in_a_reading_that_has_none(em):
    readings = small(only(em, "西湖中", Mark("ruby", 1, 2, "AB/AB")), READING)
    steps = [after[1] - each[1] for each, after in pairwise(readings)]
    assert steps == pytest.approx([LETTER] * (len(steps)))


def test_rule_60_bopomofo_stand_at_the_right_three_tenths_of_the_size(song):
    line = only(song, "西湖中", Mark("ruby", 0, 1, "ㄒㄧ"), Mark("ruby", 1, 2, "ㄏㄨˊ"))
    symbols, at = small(line, 2.7), {text: x for text, x, *_ in letters(line)}
    assert [text for text, *_ in symbols] == ["ㄒ", "ㄧ", "ㄏ", "ㄨ", "ˊ"]
    for base, group in (("西", symbols[:2]), ("湖", symbols[2:4])):
        assert all(9.0 <= x - at[base] <= 9.9 for _, x, *_ in group)
        assert [up for _, _, up, _ in group] == sorted((up for _, _, up, _ in group), reverse=True)
    assert symbols[4][1] > symbols[3][1]
    assert at["湖"] - at["西"] == pytest.approx(13.5)


@pytest.mark.parametrize("text", ["西湖，中国", "西（湖）中", "西湖。”中"])
def test_rule_13_no_annotation_hides_a_prohibition(em, text):
    plain = em.units(text).costs
    for kind in (*FACES, *DRAWN):
        for at in range(len(text)):
            assert em.units(text, marks=(Mark(kind, at, at + 1),)).costs == plain
    assert em.units(text, marks=(Mark("ruby", 1, 2, "AB"),)).costs == plain


@pytest.mark.parametrize("kind", SMALL)
@pytest.mark.parametrize("level", ["none", "basic", "gb", "strict"])
def test_rule_62_a_note_mark_never_starts_a_line(em_chain, kind, level):
    units = new(em_chain, prohibition=level).units("西湖12，中", marks=(Mark(kind, 2, 4),))
    assert units.costs[1] == FORBIDDEN
    for width in range(2, 7):
        lines = best(new(em_chain, prohibition=level), "西湖镇12中国人12好的。12在", width, Mark(kind, 3, 5))
        assert not any(line.text.startswith("12中") for line in lines)


def test_rule_39_no_gap_stands_beside_what_is_raised_or_lowered(em):
    for kind in SMALL:
        units = em.units("湖12中", marks=(Mark(kind, 1, 3),))
        assert [gap.natural for gap in units.gaps] == [0.0, 0.0]


def test_a_superscript_stands_above_a_subscript_below_and_both_are_smaller(em):
    (_, _, up, large), (_, _, raised, upper), (_, _, lowered, lower) = letters(
        only(em, "m23", Mark("super", 1, 2), Mark("sub", 2, 3))
    )
    assert lowered < up == 0.0 < raised
    assert upper == lower < large


def test_rule_80_each_kind_of_face_is_a_cut_of_its_own(shipped_stock):
    roles = {"bold": "song-bold", "kai": "kai", "hei": "hei", "hei-bold": "hei-bold"}
    others = {kind: shipped_stock.chain(role) for kind, role in roles.items()}
    compositor = Compositor(Style(shipped_stock.chain("song"), 9.0, BLACK, "zh-Hans", others=others))
    marks = (Mark("bold", 0, 1), Mark("kai", 1, 2), Mark("hei", 2, 3), Mark("bold", 3, 4), Mark("hei", 3, 4))
    faces = [run.face for _, run in runs(only(compositor, "西湖镇中国", *marks))]
    assert faces == [shipped_stock.chain(role).first.key for role in (*roles.values(), "song")]


def test_the_accent_is_an_ink_of_its_own_and_moves_nothing(em_chain):
    compositor = new(em_chain)
    plain, marked = only(compositor, "西湖，中国"), only(compositor, "西湖，中国", Mark("accent", 1, 4))
    assert [run.ink for _, run in runs(marked)] == [BLACK, RED, BLACK]
    assert letters(plain) == letters(marked)


# Warichu: jlreq 4.2.


def columns(line):
    """The two rows of warichu in a line: characters with their left edges."""
    rows = {}
    for text, x, up, _ in small(line):
        rows.setdefault(up > 2.0, []).append((text, x))
    return ["".join(text for text, _ in rows.get(upper, [])) for upper in (True, False)]


def test_rule_61_warichu_is_read_in_two_rows_of_half_size(em):
    line = only(em, "西一二三四五六湖", Mark("warichu", 1, 7))
    assert columns(line) == ["一二三", "四五六"]
    assert {text: x for text, x, *_ in letters(line)}["湖"] == 25.0


def test_rule_61_warichu_runs_on_over_lines_upper_row_first_on_each(em):
    lines = best(em, "西一二三四五六七八九十中国湖", 4, Mark("warichu", 1, 13))
    rows = [row for line in lines for row in columns(line)]
    assert "".join(rows) == "一二三四五六七八九十中国"
    assert len([row for row in rows if row]) >= 2
    assert "".join(map(bases, lines)) == "西一二三四五六七八九十中国湖"


@pytest.mark.parametrize("text", ["（一二三四五六七）", "1998年一二三四"])
def test_rule_61_no_letter_of_a_warichu_lies_over_another(em, text):
    line = only(em, f"西{text}湖", Mark("warichu", 1, 1 + len(text)))
    placed = letters(line)
    for row in (True, False):
        upper = [each for each in small(line) if (each[2] > 2.0) == row]
        for (text_, x, *_), (_, after, *_) in pairwise(upper):
            assert after - x >= (2.5 if text_.isascii() or text_ in "（，）" else 5.0) - 1e-6
    end = next(x for each, x, *_ in placed if each == "湖")
    assert max(x + (5.0 if each > "一" else 2.5) for each, x, *_ in small(line)) <= end + 1e-6


def test_rule_61_the_text_of_a_line_has_its_warichu(em):
    assert only(em, "西一二三四湖", Mark("warichu", 1, 5)).text == "西一二三四湖"


def test_rule_61_words_in_a_warichu_stay_apart(em):
    line = only(em, "西ab cd湖", Mark("warichu", 1, 6))
    assert "ab cd" in "".join("".join(run.texts) for _, run in runs(line))


def test_rule_61_western_letters_share_a_cell_as_they_go_in(em):
    """Two letters of half an em go into half a cell."""
    cells = em.units("西abcde一湖", marks=(Mark("warichu", 1, 7),)).pieces[1:-1]
    halves = [half for cell in cells for *_, half in cell.extras]
    assert ["".join(half.texts) for half in halves] == ["ab", "cd", "e", "一"]


def test_rule_61_two_figures_of_the_shipped_song_share_a_cell(song):
    """Else 1997 stands with half its width of white between its figures, and is torn over the rows."""
    cells = song.units("西1997湖", marks=(Mark("warichu", 1, 5),)).pieces[1:-1]
    assert ["".join(half.texts) for cell in cells for *_, half in cell.extras] == ["19", "97"]


@pytest.mark.parametrize("vertical", [False, True])
def test_rule_61_a_gap_parts_two_warichu(em_chain, vertical):
    """Else 一二 and 五六 would be read as the upper row of one."""
    marks = Mark("warichu", 1, 5), Mark("warichu", 5, 9)
    line = only(new(em_chain, vertical=vertical), "西一二三四五六七八湖", *marks)
    along = {
        text: (at.y if vertical else at.x) + offset
        for at, run in runs(line)
        for text, offset in zip(run.texts, run.offsets, strict=True)
    }
    assert (along["一"], along["二"], along["五"], along["六"]) == (10.0, 15.0, 22.5, 27.5)
    assert (along["三"], along["七"]) == (along["一"], along["五"])
    assert line.text == "西一二三四五六七八湖"


def test_rule_61_two_warichu_may_be_parted_by_a_line_end(em):
    units = em.units("一二三四五六七八", marks=(Mark("warichu", 0, 4), Mark("warichu", 4, 8)))
    assert units.costs == (0.0, 0.0, 0.0)
    assert [gap.natural for gap in units.gaps] == [0.0, 0.25, 0.0]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("一二三，四", ["一二", "三，四"]),
        ("一二三四，五六", ["一二三", "四，五六"]),
        ("一（二", ["一", "（二"]),
        ("一二，三四", ["一二，", "三四"]),
        ("一，二", ["一，", "二"]),
        ("（一）", ["（一", "）"]),
        ("一二，三", ["一二，", "三"]),
        ("一二，三四五", ["一二，", "三四五"]),
        ("一二三，四五", ["一二三，", "四五"]),
        ("一二。”三四", ["一二。”", "三四"]),
    ],
)
def test_rule_61_the_second_row_begins_with_no_mark_where_the_rows_can_be_parted_otherwise(em, text, rows):
    """With an odd number of characters the upper row may be the shorter one, with an even one it ends with the mark."""
    assert columns(only(em, f"西{text}湖", Mark("warichu", 1, 1 + len(text)))) == rows


@given(words=st.lists(st.sampled_from(["一", "二三", "四五六", "七，八", "九十。百"]), min_size=5, max_size=12))
def test_rule_61_no_row_begins_with_a_mark_in_one_line_or_two(em_chain, words):
    whole = "西湖" + "".join(words)
    for measure in (40, len(whole) * 0.4):
        found = best(new(em_chain), whole, measure, Mark("warichu", 2, len(whole)))
        rows = [row for line in found for row in columns(line) if row]
        assert len(found) > 2 or not any(row[0] in "，。" for row in rows), rows


@pytest.mark.parametrize("dots", [Mark("dots", 1, 5), Mark("dots", 0, 6)])
def test_dots_on_a_warichu_are_no_crash(em, dots):
    marks = sorted((Mark("warichu", 1, 5), dots), key=lambda mark: (mark.start, -mark.end))
    assert bases(only(em, "西一二三四湖", *marks)) == "西一二三四湖"


@pytest.mark.parametrize("mark", [Mark("ruby", 0, 1, "AB"), Mark("warichu", 0, 1)])
def test_the_only_character_of_a_text_is_drawn_with_its_annotation(em, mark):
    drawn_letters = {text for text, *_ in letters(only(em, "西", mark))}
    assert drawn_letters == {"西", *mark.note}


# Any marks over any copy.


@st.composite
def marked(draw, kinds, most=20):
    """Copy with up to three stretches marked up, apart or one in another, and each ruby with a reading."""
    text = "中" + draw(copy.copy(most))
    marks = []
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(1, len(text) - 1))
        kind = draw(st.sampled_from(kinds))
        # What is raised or lowered does not part: a long stretch of it fits no line.
        end = draw(st.integers(start + 1, min(len(text), start + (3 if kind in SMALL else 8))))
        crossing = any(m.start < start < m.end < end or start < m.start < end < m.end for m in marks)
        crossing = crossing or (kind == "warichu" and any(mark.kind == kind for mark in marks))
        if crossing or not text[start:end].strip():
            continue
        note = draw(st.text("ABCDEFGHIJ ", min_size=1, max_size=9)).strip() or "A" if kind == "ruby" else ""
        marks.append(Mark(kind, start, end, note))
    return text, tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end)))


def keeps_all(compositor, text, marks, measure):
    galley = compositor.galley(text, measure, marks)
    lines = galley.lines(galley.best) if galley.best else ()
    assert "".join(map(bases, lines)) == "".join(text.split())
    for number, line in enumerate(lines[:-1]):
        indent, width = measure.line(number)
        assert abs(line.right + line.spare - (indent + width) * 10.0) < 0.01
        # A single word, dash or chain of marks has no gap that could open, and a chain may be too wide.
        assert abs(line.spare) < 0.01 or not any("一" <= each <= "鿿" for each in line.text[1:])


@given(copy_and_marks=marked((*FACES, *DRAWN)), measure=copy.measures())
def test_faces_inks_dots_and_lines_lose_no_letter_and_no_measure(em_chain, copy_and_marks, measure):
    keeps_all(new(em_chain), *copy_and_marks, measure)


@given(copy_and_marks=marked((*FACES, *DRAWN, *SMALL)), measure=copy.measures())
def test_small_letters_lose_no_letter_and_no_measure(em_chain, copy_and_marks, measure):
    keeps_all(new(em_chain), *copy_and_marks, measure)


@given(copy_and_marks=marked((*FACES, *DRAWN, "ruby")), measure=copy.measures(8))
def test_readings_lose_no_letter_and_no_measure(em_chain, copy_and_marks, measure):
    keeps_all(new(em_chain), *copy_and_marks, measure)


@given(copy_and_marks=marked(("warichu", "name", "accent", "kai")), measure=copy.measures(8))
def test_warichu_loses_no_letter_and_no_measure(em_chain, copy_and_marks, measure):
    keeps_all(new(em_chain), *copy_and_marks, measure)


@given(copy_and_marks=marked((*FACES, *DRAWN)), measure=copy.measures())
def test_faces_inks_dots_and_lines_leave_the_breaks_alone(em_chain, copy_and_marks, measure):
    compositor = new(em_chain)
    text, marks = copy_and_marks
    plain, with_marks = compositor.galley(text, measure), compositor.galley(text, measure, marks)
    if plain.best and not any(each.isascii() for each in text):
        assert plain.costs == with_marks.costs
        assert [line.text for line in plain.lines(plain.best)] == [
            line.text for line in with_marks.lines(with_marks.best)
        ]
