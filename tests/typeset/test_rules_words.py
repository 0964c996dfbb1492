"""The rules of words, hanging marks, last lines and faces by their numbers in docs/composition.md."""

from itertools import pairwise

import pytest

from em_square import ASCII, HAN, em_square_font
from xihu_pdf.fonts import Library, Shelf
from xihu_pdf.frame import BLACK
from xihu_pdf.typeset import Compositor, Measure, Rules, Style, set_display
from xihu_pdf.typeset.pairs import FORBIDDEN
from xihu_pdf.typeset.western import Joint, joints_of


@pytest.fixture
def new(em_chain):
    """Makes a compositor of 10 pt with rules of its own."""
    return lambda language="zh-Hans", **rules: Compositor(Style(em_chain, 10.0, BLACK, language, Rules(**rules)))


def lines(compositor, text, width, count=None):
    galley = compositor.galley(text, Measure((), (0.0, float(width))))
    return galley.lines(count or galley.best)


def width(compositor, text):
    """Natural width in em of a text between two Han, without them."""
    units = compositor.units(f"镇{text}湖")
    assert not units.missing
    return sum(piece.body for piece in units.pieces) + sum(gap.natural for gap in units.gaps) - 2.0


def texts(compositor, text):
    return ["".join(piece.texts) for piece in compositor.units(text).pieces]


def places(line):
    return [
        (text, at.x + offset) for at, run in line.items for text, offset in zip(run.texts, run.offsets, strict=True)
    ]


# Words, numbers, addresses: clreq 3.1.5 and 3.2.4.


@pytest.mark.parametrize("text", ["5 km", "100 %", "25 °C", "3 kg", "40 MHz"])
def test_rule_17_a_number_keeps_its_western_unit_over_a_blank(song, text):
    units = song.units(text)
    assert set(units.costs) <= {FORBIDDEN}


def test_rule_17_a_number_leaves_other_words(em):
    assert 0.0 in em.units("5 cabbages").costs


def test_rule_17_a_typed_blank_before_a_percent_sign_is_seen(em):
    assert em.units("100 %").gaps[0].natural > 0.0


LONG = "他们internationalization问题一二三四五六七八"


def test_rule_18_a_word_parts_at_its_syllables_with_a_hyphen_only_where_it_must(em):
    assert "\xad" not in "".join(text for line in lines(em, LONG, 25) for text, _ in places(line))
    first = lines(em, LONG, 8)[0]
    assert places(first)[-1][0] == "\xad"
    assert first.text.removeprefix("他们") in {"inter", "interna", "internation", "internatio", "in"}


def test_rule_18_without_hyphenation_no_hyphen_is_drawn(new):
    drawn = [text for line in lines(new(hyphenation=False), LONG, 8) for text, _ in places(line)]
    assert "\xad" not in drawn
    assert "".join(drawn) == LONG


ADDRESS = "看https://www.example.com/news/index.html?id=5&page=2一二三四五"


@pytest.mark.parametrize("measure", [8, 14, 22])
def test_rule_18_an_address_parts_at_its_joints_and_without_a_hyphen(em, measure):
    found = lines(em, ADDRESS, measure)
    assert len(found) > 1
    assert all("\xad" not in text for line in found for text, _ in places(line))
    for line, after in pairwise(found):
        assert line.text[-1] in "/?&=." or after.text[0] in "一二三四五", line.text


def test_rule_18_an_address_that_leaves_a_hole_parts_between_syllables_without_a_hyphen(em):
    """Chicago Manual of Style, 17th ed., 7.46."""
    found = lines(em, "导师的邮箱：internationalization@example.org", 9)
    assert [line.text for line in found] == ["导师的邮箱：inter", "nationalization@ex", "ample.org"]


def parts(word):
    """A word with a hyphen wherever it may be parted."""
    at = sorted(joints_of(word, "zh-Hans"))
    return "-".join(word[start:end] for start, end in pairwise((0, *at, len(word))))


@pytest.mark.parametrize("word", ["apa-che", "du-prau", "APACHE", "voice", "chrome", "phones"])
def test_rule_18_a_name_that_the_patterns_do_not_part_is_parted_between_its_syllables(word):
    """But for capitals, which are initials, and words of one syllable, whose last e is silent."""
    assert parts(word.replace("-", "")) == word


@pytest.mark.parametrize(
    "word", ["Hang-zhou", "Xiao-mi", "Pin-yin", "Guang-zhou", "Man-ag-er", "Guide", "Change", "xi-hu-zhen"]
)
def test_rule_18_a_name_in_pinyin_parts_at_its_syllables(word):
    """GB/T 16159-2012. The patterns of English would part xi-ao-mi."""
    assert parts(word.replace("-", "")) == word


@pytest.mark.parametrize(
    "word",
    ["Java-Script", "Git-Hub", "mac-OS", "iPhone15", "Tensor-Flow", "McDonald’s", "XML-Http-Request", "Xihu-Town2026"],
)
def test_rule_18_a_word_of_several_parts_between_them_alone_and_without_a_hyphen(word):
    """A hyphen would be taken for a part of the name."""
    assert parts(word.replace("-", "")) == word
    assert set(joints_of(word.replace("-", ""), "zh-Hans").values()) <= {Joint.LETTER}


@pytest.mark.parametrize("word", ["RE-MINDER", "UNESCO"])
def test_rule_18_capitals_part_if_they_are_a_word(word):
    assert parts(word.replace("-", "")) == word


@pytest.mark.parametrize("word", ["Model2.5-72B-|Instruct", "Gpt4-|turbo", "iPhone15-|Pro"])
def test_rule_18_a_name_with_figures_parts_behind_its_own_hyphen_before_a_word(word):
    before, after = word.split("|")
    assert joints_of(before + after, "zh-Hans") == {len(before): Joint.OPEN}


@pytest.mark.parametrize("word", ["Q&A", "COVID-19", "AT&T", "5G", "A4", "T-92", "e.g.", "C++", "24/7", "2025-2026"])
def test_rule_18_a_short_mixed_word_is_whole(word):
    assert joints_of(word, "zh-Hans") == {}


@pytest.mark.parametrize("word", ["snake_|case_|name", "os.|path.|join", "state-|of-|the-|art"])
def test_rule_18_a_compound_parts_behind_its_signs_without_a_hyphen(word):
    plain, joints = word.replace("|", ""), {}
    for part in word.split("|")[:-1]:
        joints[max(joints, default=0) + len(part)] = Joint.OPEN
    assert joints_of(plain, "") == joints


def test_rule_18_an_address_parts_before_its_hyphen_and_never_behind_it():
    """Chicago Manual of Style, 17th ed., 7.46: behind it a reader would take it for one of division."""
    address = "https://example.org/section-2"
    joints = joints_of(address, "")
    assert joints[address.index("-")] == Joint.OPEN
    assert address.index("-") + 1 not in joints


def test_rule_18_a_path_or_file_name_is_an_address():
    for text in (
        "cmd/answer/main.go",
        "highlight.js",
        "./ui/src/plugins",
        "./answer-data",
        "~/notes",
        "README.md,",
        "xihuzhen2026",
    ):
        assert Joint.HYPHEN not in joints_of(text, "zh-Hans").values(), text
    assert 2 not in joints_of("./answer-data", "zh-Hans")


def test_rule_06_behind_a_typed_blank_a_word_may_begin_with_its_sign(em):
    """UAX 14, LB18: run -C /data parts at its blanks, but never before a lone - or /."""
    assert em.units("run -C /data").costs == (0.0, 0.0)
    assert em.units("run --all ./data").costs == (0.0, 0.0)
    assert em.units("run ../a ~/a").costs == (0.0, 0.0)
    assert em.units("see ...").costs == em.units("run -- data").costs[:1] == (FORBIDDEN,)
    assert em.units("run - data").costs[0] == FORBIDDEN
    assert em.units("run / data").costs[0] == FORBIDDEN


@pytest.mark.parametrize(("text", "measure"), [(LONG, 7), (ADDRESS, 7)])
def test_rule_46_no_hole_opens_in_a_word_or_an_address(em, text, measure):
    """A line that is one word is opened evenly, by an eighth of an em at a letter at the most, or falls short."""
    for line in lines(em, text, measure):
        letters = [(each, x) for each, x in places(line) if each.isascii() or each == "\xad"]
        whole = "".join(each for each, _ in letters)
        if whole == line.text and len(whole) > 1:
            steps = [after - x for (_, x), (_, after) in pairwise(letters)]
            assert max(steps) == pytest.approx(min(steps))
            assert max(steps) <= 5.0 + 10.0 / 8 + 1e-9
            assert line.spare == pytest.approx(10.0 * measure - line.right)


def test_rule_42_full_width_figures_and_letters_are_proportional(song):
    wide, narrow = song.units("第１２３ＡＢ号"), song.units("第123AB号")
    assert [piece.glyphs for piece in wide.pieces] == [piece.glyphs for piece in narrow.pieces]
    assert texts(song, "第１２３ＡＢ号") == ["第", "１２３ＡＢ", "号"]


def test_rule_38_a_typed_blank_is_not_a_second_gap(em):
    assert width(em, " ab ") == width(em, "ab") == pytest.approx(1.0 + 1 / 3)


def test_rule_02_an_apostrophe_stays_with_the_figures_beside_it(song):
    units = song.units("唱90’s歌和’98抗洪")
    assert texts(song, "唱90’s歌和’98抗洪") == ["唱", "90’s", "歌", "和", "’", "98", "抗", "洪"]
    assert units.costs[4] == FORBIDDEN
    assert units.gaps[4].natural == 0.0
    assert units.gaps[3] == units.gaps[5]
    # Where a quotation ends before figures it is its closing quote.
    assert texts(song, "写‘歌’98首")[3] == "’"
    assert song.units("写‘歌’98首").pieces[3].body == 0.5


@pytest.mark.parametrize("text", ["one — two", "Ctrl – C", "2019 – 2024年", "a - b"])
def test_rule_38_a_dash_has_its_typed_blanks_on_both_sides(song, text):
    gaps = song.units(text).gaps
    assert gaps[0] == gaps[1]
    assert gaps[0].natural > 0.25


@pytest.mark.parametrize(("name", "natural"), [("none", 0.0), ("eighth", 0.125), ("sixth", 1 / 6), ("quarter", 0.25)])
def test_rule_37_the_gap_beside_western_text_by_its_names(new, name, natural):
    units = new(han_latin=name).units("镇ab湖")
    assert [gap.natural for gap in units.gaps] == pytest.approx([natural] * 2)
    if natural:
        assert all(gap.natural - gap.shrink == pytest.approx(0.125) for gap in units.gaps)


# Hanging marks: clreq 3.1.7.


@pytest.mark.parametrize("mark", "、，。")
def test_rule_35_a_mark_hangs_where_that_is_asked_for(new, mark):
    text = f"一二三四五{mark}六七八九十"
    hung = lines(new(hanging=True), text, 5)[0]
    assert (hung.text, hung.right, places(hung)[-1]) == (f"一二三四五{mark}", 50.0, (mark, 50.0))
    assert lines(new(), text, 5)[0].text == "一二三四"


@pytest.mark.parametrize("text", ["一二三四五；六七八九十", "一二三四五。”六七八九", "一二三四五——六七八九"])
def test_rule_35_and_36_nothing_else_hangs_and_no_mark_of_a_run(new, text):
    for line in lines(new(hanging=True), text, 5):
        assert line.right <= 50.001
        assert max(x for _, x in places(line)) < 49.0


def test_ways_to_end_a_line_are_told_the_shortest_first(new):
    """What goes in is found by bisection, so that a hanging mark stands before the same mark in the line."""
    for marks in ("line-end", "full"):
        units = new(hanging=True, marks=marks).units("一二，三四。五六、七")
        assert units.tails
        for ways in units.tails.values():
            assert [way.width for way in ways] == sorted(way.width for way in ways)


def test_rule_35_nothing_hangs_in_horizontal_lines_of_taiwan(new):
    assert lines(new("zh-Hant", region="taiwan", hanging=True), "一二三四五，六七八九十", 5)[0].text == "一二三四"


# Last lines: clreq 3.5; GB/T 15834-2011, 5.1.11.


def test_rule_50_marks_shrink_so_that_the_last_line_is_not_one_letter(em):
    found = lines(em, "一二，三四五六，七八。", 10.0)
    assert [line.text for line in found] == ["一二，三四五六，七八。"]


def test_rule_50_else_a_letter_comes_down(em):
    found = lines(em, "一二三四五六七八九十中国一二三四五六七", 16.0)
    assert len(found) == 2
    assert len(lines(em, "一二三四五六七八九十中国一二，三四五六七。八九十", 7)[-1].text.strip("，。")) >= 2


def test_rule_48_a_heading_and_a_last_line_are_not_stretched(em):
    assert set_display(em, "西湖，中国").right == 50.0
    assert lines(em, "一二三四五六七八", 7)[-1].gap == 0.0


# Faces: pairs, chains, what cannot be set.


def test_rule_42_full_width_figures_of_a_face_without_narrow_ones_come_from_the_next_face(tmp_path):
    wide = "％０１２３４５６７８９ＡＢ．"
    song = em_square_font(tmp_path / "song.ttf", "Wide Song", HAN + wide)
    plain = em_square_font(tmp_path / "plain.ttf", "Plain", ASCII)
    chain = Library((Shelf(song, 0, "song"), Shelf(plain, 0, ""))).chain("song")
    compositor = Compositor(Style(chain, 10.0, BLACK, "zh-Hans"))
    units = compositor.units("约１０％，又３．５，ＡＢ个")
    assert "".join(text for piece in units.pieces for text in piece.texts) == "约１０％又３．５ＡＢ个"
    assert [each.character for each in units.missing] == ["，", "，"]


def test_rule_77_a_word_that_cannot_be_set_is_told_letter_by_letter(tmp_path):
    song = em_square_font(tmp_path / "song.ttf", "Wide Song", HAN + "１２")
    compositor = Compositor(Style(Library((Shelf(song, 0, "song"),)).chain("song"), 10.0, BLACK, "zh-Hans"))
    assert [each.character for each in compositor.units("第１２号").missing] == ["１", "２"]


def test_rule_76_western_letters_have_a_face_a_size_and_a_rise_of_their_own(tmp_path):
    song = em_square_font(tmp_path / "song.ttf", "Pair Song", HAN + ASCII)
    latin = em_square_font(tmp_path / "latin.ttf", "Pair Latin", ASCII)
    chain = Library((Shelf(song, 0, "song"), Shelf(latin, 0, "song-latin"))).chain("song")
    compositor = Compositor(Style(chain, 10.0, BLACK, "zh-Hans", latin=(0.9, 0.05)))
    (line,) = lines(compositor, "用ab写5个", 20)
    told = [("".join(run.texts), run.face.split("-")[0], run.size, at.y) for at, run in line.items]
    assert told == [
        ("用", "PairSong", 10.0, 0.0),
        ("ab", "PairLatin", 9.0, pytest.approx(-0.5)),
        ("写", "PairSong", 10.0, 0.0),
        ("5", "PairLatin", 9.0, pytest.approx(-0.5)),
        ("个", "PairSong", 10.0, 0.0),
    ]


@pytest.mark.parametrize("letters", ["\u0645\u0643", "\u05e9", "\u0e41", "\u1820", "\u0f56", "\u0915"])
def test_rule_77_a_script_that_cannot_be_set_is_refused_by_name(em, letters):
    told = em.units(f"西{letters}").missing
    assert [each[:2] for each in told] == list(enumerate(letters, 1))
    assert all(each.script for each in told)


@pytest.mark.parametrize("text", ["葛\U000e0100", "葛\ufe00", "𠮷", "𠀋"])
def test_rule_79_selectors_and_astral_letters_are_one_unit_of_an_em(em, text):
    units = em.units(f"中{text}国")
    assert ["".join(piece.texts) for piece in units.pieces] == ["中", text, "国"]
    assert [piece.body for piece in units.pieces] == [1.0, 1.0, 1.0]
    assert all(gap.natural == 0.0 for gap in units.gaps)


@pytest.mark.parametrize("text", ["葛\U000e0100", "葛\ufe00", "e\u0301"])
def test_rule_03_a_selector_or_accent_never_leaves_its_base(song, text):
    for measure in (1.0, 2.0, 3.0):
        for line in lines(song, f"一二三{text}四五六", measure):
            assert not line.text.startswith(text[1])


def test_western_quotes_stay_western_where_words_are_hyphenated(song):
    plain, parted = (song.units("看the “red” cabbage好", 9.0, hyphenate=each) for each in (False, True))
    quotes = [[piece for piece in units.pieces if piece.texts[0] in "“”"] for units in (plain, parted)]
    assert quotes[0] == quotes[1]
    assert len(quotes[0]) == 2


@pytest.mark.parametrize("hyphenate", [False, True])
def test_what_is_left_of_a_word_with_a_missing_letter_is_set(song, hyphenate):
    units = song.units("看inter\ufff9national好", 4.0, hyphenate=hyphenate)
    assert "".join("".join(piece.texts) for piece in units.pieces) == "看international好"
    assert [each[:2] for each in units.missing] == [(6, "\ufff9")]
