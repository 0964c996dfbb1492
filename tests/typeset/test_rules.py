"""The rules of a line by their numbers in docs/composition.md, each shown where it can be seen: on whole lines."""

import re
from pathlib import Path

import pytest
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from em_square import ASCII, em_square_font
from xihu_pdf.content import Mark
from xihu_pdf.fonts import Library, Shelf
from xihu_pdf.frame import BLACK
from xihu_pdf.typeset import Compositor, Measure, Rules, Style
from xihu_pdf.typeset.classes import CLOSING, CONNECTOR, DASH, DOT, LATIN, OPENING
from xihu_pdf.typeset.pairs import FORBIDDEN, MARKS, PROHIBITIONS

STYLES, LEVELS = list(MARKS), list(PROHIBITIONS)


@pytest.fixture
def new(em_chain):
    """Makes a compositor of 10 pt with rules of its own."""
    return lambda language="zh-Hans", **rules: Compositor(Style(em_chain, 10.0, BLACK, language, Rules(**rules)))


def lines(compositor, text, width, count=None, marks=()):
    galley = compositor.galley(text, Measure((), (0.0, float(width))), marks)
    return galley.lines(count or galley.best)


def width(compositor, text, marks=()):
    """Natural width in em of a text between two Han, without them."""
    units = compositor.units(f"镇{text}湖", marks=marks)
    assert not units.missing
    return sum(piece.body for piece in units.pieces) + sum(gap.natural for gap in units.gaps) - 2.0


def cost(compositor, left, right):
    """What a break costs between two texts."""
    units = compositor.units(left + right)
    at = next(index for index, start in enumerate(units.starts) if start == len(left))
    return units.costs[at - 1]


def texts(compositor, text):
    return ["".join(piece.texts) for piece in compositor.units(text).pieces]


def places(line):
    return [
        (text, at.x + offset) for at, run in line.items for text, offset in zip(run.texts, run.offsets, strict=True)
    ]


# Quotes and dashes, clreq 3.1.2.


@pytest.mark.parametrize(
    ("text", "western", "kind"),
    [
        ("A—B", True, CONNECTOR),
        ("西—湖", False, CONNECTOR),
        ("A—湖", False, CONNECTOR),
        ("A……B", True, LATIN),
        ("A……湖", False, DASH),
        ("A·B", True, LATIN),
        ("A·湖", False, DOT),
    ],
)
def test_rule_02_a_shared_mark_is_western_between_two_western_letters(song, text, western, kind):
    """A single dash is a connector in both writings; a dot clings to what is before it."""
    mark = song.units(text).pieces[1]
    assert mark.right == kind
    assert (mark.glyphs == song.units(text, marks=(Mark("west", 1, len(text) - 1),)).pieces[1].glyphs) == western


def test_rule_02_marked_western_text_has_western_quotes(song):
    marks = (Mark("west", 0, 3),)
    assert song.units("“西”").pieces[0].glyphs != song.units("“西”", marks=marks).pieces[0].glyphs


def test_rule_02_both_quotes_are_western_where_a_quotation_opens_the_text(em):
    quotes = [piece for piece in em.units("“red” cabbage").pieces if piece.texts[0] in "“”"]
    assert len({piece.body for piece in quotes}) == 1
    assert all(piece.left not in (OPENING, CLOSING) for piece in quotes)


# Regions, clreq 3.1.3.


@pytest.mark.parametrize("mark", "，、；：。？！")
def test_rule_04_a_mark_in_the_middle_has_a_quarter_at_either_side(new, mark):
    units = new("zh-Hant", region="taiwan").units(f"镇{mark}湖")
    assert [gap.natural for gap in units.gaps] == [0.25, 0.25]
    assert units.pieces[1].body == 0.5
    assert [gap.natural for gap in new().units(f"镇{mark}湖").gaps] == [0.0, 0.5]


@pytest.mark.parametrize(
    ("region", "ink", "middle"),
    [
        # Its ink at the lower left of its em or in the middle, as faces of the regions draw it.
        ("mainland", (80, 280), 1.18),
        ("taiwan", (400, 600), 1.5),
        # In a face of another region it stands in the half that is kept, and loses nothing.
        ("mainland", (400, 600), 1.25),
        ("taiwan", (80, 280), 1.43),
    ],
)
def test_rule_04_the_ink_of_a_mark_stands_where_the_region_has_it(tmp_path, region, ink, middle):
    """clreq 3.1.3; in em from the beginning of the Han before it."""
    path = em_square_font(tmp_path / "ink.ttf", "Ink Song", "镇湖，")
    font = TTFont(path)
    pen = TTGlyphPen(None)
    pen.moveTo((ink[0], 0))
    for corner in ((ink[0], 200), (ink[1], 200), (ink[1], 0)):
        pen.lineTo(corner)
    pen.closePath()
    font["glyf"]["u0FF0C"] = pen.glyph()
    font["hmtx"]["u0FF0C"] = (1000, ink[0])
    font.save(path)
    chain = Library((Shelf(path, 0, "song"),)).chain("song")
    (line,) = lines(Compositor(Style(chain, 10.0, BLACK, "zh", Rules(region=region))), "镇，湖", 9)
    assert dict(places(line))["，"] / 10 + sum(ink) / 2000 == pytest.approx(middle)


@pytest.mark.parametrize("mark", "（）「」《》")
def test_rule_04_brackets_are_alike_everywhere(new, mark):
    taiwan, mainland = new("zh-Hant", region="taiwan"), new()
    assert taiwan.units(f"镇{mark}湖").gaps == mainland.units(f"镇{mark}湖").gaps


def test_rule_04_at_a_line_end_a_centred_mark_gives_up_a_quarter_and_keeps_one(new):
    first, _ = lines(new("zh-Hant", region="taiwan"), "一二三四五，六七八九十", 5.75)
    assert (first.text, first.right) == ("一二三四五，", pytest.approx(57.5))


@pytest.mark.parametrize("mark", "？！")
def test_rule_04_japanese_question_marks_have_an_em_and_no_blank(new, mark):
    """jlreq 3.1.2."""
    units = new("ja", region="japan").units(f"镇{mark}湖")
    assert units.pieces[1].body == 1.0
    assert [(gap.natural, gap.shrink) for gap in units.gaps] == [(0.0, 0.0)] * 2


def test_rule_04_the_interpunct_is_half_an_em_in_the_mainland_and_one_elsewhere(new):
    assert width(new(), "·") == 0.5
    assert width(new("zh-Hant", region="taiwan"), "·") == width(new("ja", region="japan"), "·") == 1.0


@pytest.mark.parametrize("marks", ["？！", "！！"])
def test_rule_04_a_run_of_centred_marks_is_as_wide_before_as_behind(new, marks):
    gaps = new("zh-Hant", region="taiwan").units(f"镇{marks}湖").gaps
    assert gaps[0].natural == gaps[-1].natural


def test_rule_05_the_language_chooses_the_regional_glyph(tmp_path):
    path = em_square_font(tmp_path / "locl.ttf", "Locl Song", "镇湖龙" + ASCII)
    font = TTFont(path)
    feature = (
        "feature locl { script hani; language ZHT; sub u09547 by u06E56; language JAN; sub u09547 by u09F99; } locl;"
    )
    addOpenTypeFeaturesFromString(font, feature)
    font.save(path)
    chain = Library((Shelf(path, 0, "song"),)).chain("song")
    glyphs = {tag: Compositor(Style(chain, 9.0, BLACK, tag)).units("镇").pieces[0].glyphs for tag in ("zh-Hans", "ja")}
    glyphs["zh-Hant"] = Compositor(Style(chain, 9.0, BLACK, "zh-Hant")).units("镇").pieces[0].glyphs
    assert len(set(glyphs.values())) == 3


# What may not start or end a line: clreq 3.1.5; GB/T 15834-2011, 5.1.


def forbidden(level, left, right, new):
    return cost(new(prohibition=level), left, right) == FORBIDDEN


@pytest.mark.parametrize("mark", "，、；：。？！”’）》】」·／～")
def test_rule_06_no_mark_that_closes_or_parts_starts_a_line(new, mark):
    told = [forbidden(level, "镇", f"{mark}湖", new) for level in LEVELS]
    assert told == [False, True, True, True]


@pytest.mark.parametrize("mark", "“‘（《【「")
def test_rule_06_no_opening_mark_ends_a_line(new, mark):
    assert [forbidden(level, f"镇{mark}", "湖", new) for level in LEVELS] == [False, True, True, True]


def test_rule_07_gb_lets_no_solidus_end_a_line(new):
    assert [forbidden(level, "镇／", "湖", new) for level in LEVELS] == [False, False, True, True]


@pytest.mark.parametrize("mark", ["——", "……", "…"])
def test_rule_08_strict_lets_no_dash_or_ellipsis_start_a_line(new, mark):
    assert [forbidden(level, "镇", f"{mark}湖", new) for level in LEVELS] == [False, False, False, True]
    assert not any(forbidden(level, f"镇{mark}", "湖", new) for level in LEVELS)


def test_rule_09_none_lets_everything_start_and_end_a_line_and_keeps_words_whole(new):
    units = new(prohibition="none").units("镇，（湖）。”——100%")
    assert FORBIDDEN not in units.costs
    assert Rules().prohibition != "none"


@pytest.mark.parametrize("text", ["2020—2021", "镇—湖"])
def test_rule_06_a_dash_of_one_em_does_not_start_a_line(new, text):
    left, right = text.split("—")
    assert forbidden("gb", left, f"—{right}", new)


@pytest.mark.parametrize("mark", "/-")
def test_rule_06_a_half_width_solidus_or_hyphen_does_not_start_a_line(new, mark):
    assert forbidden("gb", "镇", f"{mark}湖", new)
    assert forbidden("gb", f"镇{mark}", "湖", new) == (mark == "/")


def test_rule_06_straight_quotes_stay_with_what_they_quote(new):
    assert forbidden("gb", '说"', '好"的', new)
    assert forbidden("gb", '说"好', '"的', new)


@pytest.mark.parametrize("sign", "％‰℃")
def test_rule_06_no_sign_of_percent_or_degrees_starts_a_line(song, sign):
    assert cost(song, "三十", f"{sign}的") == FORBIDDEN
    assert cost(song, f"三十{sign}", "的") == 0.0


@pytest.mark.parametrize("sign", "￥$")
def test_rule_06_no_sign_of_currency_ends_a_line(song, sign):
    assert cost(song, f"约{sign}", "三十") == FORBIDDEN
    assert cost(song, "约", f"{sign}三十") == 0.0


def test_rule_10_a_chain_of_marks_parts_behind_its_second_at_a_high_price(em):
    units = em.units("镇。』」湖")
    assert units.costs[:2] == (FORBIDDEN, FORBIDDEN)
    assert 10000.0 < units.costs[2] < FORBIDDEN


def test_rule_11_the_half_mark_at_the_end_is_reckoned_before_the_break(em):
    """Four Han and a comma need 4.5 em and not 5, so that the line is full and the rest begins the next."""
    first = lines(em, "一二三四，五六七八九", 4.5)[0]
    assert (first.text, first.gap) == ("一二三四，", 0.0)


def test_rule_12_a_mark_is_pulled_in_by_shrinking_before_letters_are_pushed_out(em):
    """Seven and a half em in seven: the comma inside gives its half."""
    first = lines(em, "一，二三四五六。七八九十", 7.0)[0]
    assert first.text == "一，二三四五六。"
    assert [x for _, x in places(first)][2] == pytest.approx(15.0)
    pushed = lines(em, "一二三四五六七。八九十一二三", 7.0)[0]
    assert (pushed.text, pushed.right) == ("一二三四五六", pytest.approx(70.0))


# Widths of marks: xeCJK, jfm-kaiming, GB/T 15834-2011, 5.1.10; total widths between two Han in em.

WIDTHS = {
    #        full, kaiming, line-end, half, plain
    "，": (1.0, 0.5, 1.0, 0.5, 1.0),
    "、": (1.0, 0.5, 1.0, 0.5, 1.0),
    "：": (1.0, 0.5, 1.0, 0.5, 1.0),
    "。": (1.0, 1.0, 1.0, 0.5, 1.0),
    "？": (1.0, 1.0, 1.0, 0.5, 1.0),
    "（": (1.0, 0.5, 1.0, 0.5, 1.0),
    "”": (1.0, 0.5, 1.0, 0.5, 1.0),
    "。”": (1.5, 1.5, 1.5, 1.0, 2.0),
    "”。": (1.5, 1.5, 1.5, 1.0, 2.0),
    "）（": (1.5, 1.0, 1.5, 1.0, 2.0),
    "（（": (1.5, 1.0, 1.5, 1.0, 2.0),
    "，“": (1.5, 1.0, 1.5, 1.0, 2.0),
    "。“": (1.5, 1.5, 1.5, 1.0, 2.0),
    "）——": (3.0, 2.5, 3.0, 2.5, 3.0),
    "……（": (3.0, 2.5, 3.0, 2.5, 3.0),
    "，，": (1.5, 1.0, 1.5, 1.0, 2.0),
    "·": (0.5,) * 5,
    "／": (0.5,) * 5,
    "——": (2.0,) * 5,
    "……": (2.0,) * 5,
    "～": (1.0,) * 5,
}


@pytest.mark.parametrize("text", WIDTHS)
def test_rule_22_to_26_widths_of_marks_in_each_style(new, text):
    assert tuple(width(new(marks=style), text) for style in STYLES) == WIDTHS[text]


# Right edges of the line 一二三四五， in a measure of 5.5 and of 6 em.
@pytest.mark.parametrize(
    ("style", "half", "whole"),
    [
        ("full", True, True),
        ("kaiming", True, False),
        ("line-end", True, False),
        ("half", True, False),
        ("plain", False, True),
    ],
)
def test_rule_22_to_25_the_mark_at_a_line_end_in_each_style(new, style, half, whole):
    """What fills the line without a gap: five Han with half a comma, or with a whole one."""
    for measure, fits in ((5.5, half), (6.0, whole)):
        first = lines(new(marks=style), "一二三四五，六七八九", measure)[0]
        assert (first.text == "一二三四五，" and first.gap == 0.0) == fits


@pytest.mark.parametrize(("style", "left"), [("full", -5.0), ("kaiming", -5.0), ("line-end", -5.0), ("plain", 0.0)])
def test_rule_32_an_opening_mark_at_a_line_start_in_each_style(new, style, left):
    assert places(lines(new(marks=style), "“一二三", 9)[0])[0] == ("“", left)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("text", ["（？", "“！", "（，"])
def test_rule_27_an_opening_mark_before_a_closing_one_has_no_blank(new, style, text):
    units = new(marks=style).units(f"镇{text}湖")
    assert units.gaps[1].natural == 0.0


@pytest.mark.parametrize(("run", "em_wide"), [("？！", 1.0), ("！！", 1.0), ("？？？", 2.0), ("！！！", 2.0)])
def test_rule_19_two_marks_take_one_em_and_three_two(new, run, em_wide):
    """GB/T 15834-2011, 5.1.2."""
    for style in ("full", "kaiming", "line-end"):
        assert width(new(marks=style), run) == em_wide


@pytest.mark.parametrize(("run", "em_wide"), [("？！", 2.0), ("？！！", 3.0), ("。”", 2.0)])
def test_rule_19_where_nothing_is_adjusted_each_mark_takes_an_em(new, run, em_wide):
    assert width(new(marks="plain"), run) == em_wide


def test_rule_29_between_two_sizes_stands_the_larger_blank(em):
    """A mark of a warichu half as large beside one of the body: CSS Text 4."""
    units = em.units("镇，一，湖", marks=(Mark("warichu", 2, 3),))
    assert units.gaps[1].natural == 0.5


@pytest.mark.parametrize("kind", ["bold", "kai", "hei", "accent"])
@pytest.mark.parametrize("text", ["”。", "）（", "？！", "。”", "，“", "，A", "……（"])
def test_rule_13_and_26_pairs_are_pairs_across_a_change_of_style(em, kind, text):
    plain, marked = em.units(f"镇{text}湖"), em.units(f"镇{text}湖", marks=(Mark(kind, 0, len(text)),))
    assert (marked.gaps, marked.costs) == (plain.gaps, plain.costs)


def test_rule_30_a_solidus_touches_no_neighbour(song):
    piece = song.units("镇／湖").pieces[1]
    left, _, right, _ = song.style.chain.first.extents(piece.glyphs[0])
    assert piece.places[0] + left >= 0.0
    assert piece.places[0] + right <= piece.body


def test_rule_14_markup_does_not_part_an_ellipsis(em):
    for start, end in ((0, 2), (2, 4), (1, 2), (2, 3)):
        pieces = em.units("镇……湖", marks=(Mark("dots", start, end),)).pieces
        assert ["".join(piece.texts) for piece in pieces] == ["镇", "……", "湖"]


def test_rule_30_a_short_connector_is_half_an_em(song):
    assert song.units("镇–湖").pieces[1].body == 0.5


def test_rule_14_a_dash_of_two_horizontal_bars_is_one_unit(song):
    assert texts(song, "西――湖") == ["西", "――", "湖"]


def test_rule_15_the_long_dash_of_the_shipped_song_is_one_stroke(song):
    (glyph,) = song.units("西——湖").pieces[1].glyphs
    left, _, right, _ = song.style.chain.first.extents(glyph)
    assert right - left > 1.7


ROOT = Path(__file__).parents[2]
LEDGER = (ROOT / "docs" / "composition.md").read_text("utf-8")


def test_the_ledger_has_every_rule_once():
    assert [int(number) for number in re.findall(r"^\| (\d+) \|", LEDGER, re.MULTILINE)] == list(range(1, 81))


def test_every_test_that_the_ledger_names_exists():
    named = set(re.findall(r"`([\w/]+)::(test_\w+)`", LEDGER))
    assert len(named) > 100
    for file, test in named:
        assert re.search(rf"^def {test}\(", (ROOT / "tests" / f"{file}.py").read_text("utf-8"), re.MULTILINE), test


def test_every_open_rule_has_a_test_that_fails_till_it_is_mended():
    for row in re.findall(r"^\| \d+ \|.*$", LEDGER, re.MULTILINE):
        for file, test in re.findall(r"`([\w/]+)::(test_\w+)`", row.partition("Open: ")[2]):
            told = (ROOT / "tests" / f"{file}.py").read_text("utf-8")
            assert re.search(rf"xfail\(strict=True[^@]*\n(@.*\n)*def {test}\(", told), test
