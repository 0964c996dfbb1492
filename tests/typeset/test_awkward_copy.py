"""What editors paste keeps every rule too: nested quotes, runs of marks, ranges, code, wide letters, rare ones."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import strategies as copy
from xihu_pdf.typeset import Compositor, Measure, Rules, region_of
from xihu_pdf.typeset.pairs import FORBIDDEN

NO_START = frozenset("，。、；：？！”’）》〉】」』·～–％")
NO_END = frozenset("“‘（《〈【「『￥")
BLANKS = frozenset(" \u00a0\u3000")


@given(
    text=copy.awkward(),
    width=st.sampled_from([11, 13, 17, 25]),
    level=st.sampled_from(["basic", "gb", "strict"]),
    language=st.sampled_from(["zh-Hans", "zh-Hans", "zh-Hant", "ja"]),
    vertical=st.booleans(),
)
@settings(max_examples=150)
def test_awkward_copy_keeps_every_rule(song, text, width, level, language, vertical):
    rules = Rules(prohibition=level, region=region_of(language), vertical=vertical)
    compositor = Compositor(song.style._replace(language=language, rules=rules))
    galley = compositor.galley(text, Measure(((2.0, width - 2.0),), (0.0, float(width))))
    lines = galley.lines(galley.best) if galley.best else ()
    missing = Counter(each.character for each in galley.missing)
    written = Counter(text) - Counter({each: text.count(each) for each in BLANKS})
    assert Counter("".join(line.text for line in lines)) == written - missing
    for number, line in enumerate(lines):
        assert line.spare > -0.01, line.text
        if number:
            assert line.text[0] not in NO_START, (lines[number - 1].text, line.text)
        if number < len(lines) - 1:
            assert line.text[-1] not in NO_END, (line.text, lines[number + 1].text)
            assert line.spare < 0.01 or not any("一" <= each <= "鿿" for each in line.text[1:]), line.text


@pytest.mark.parametrize("connector", ["—", "–", "～"])
def test_a_connector_is_the_same_where_words_part(song, connector):
    """A paragraph that is stuck is made again with hyphenation; a connector is no word."""
    text = f"中9:30{connector}11:00在"
    assert song.units(text, hyphenate=True) == song.units(text)
    assert FORBIDDEN not in song.units(text).costs[2:]


def test_a_blank_that_does_not_part_is_a_blank(song):
    units = song.units("Python\u00a0西湖\u00a05\u00a0km")
    assert ["".join(piece.texts) for piece in units.pieces] == ["Python", "西", "湖", "5", "km"]
    assert [units.costs[at] for at in (0, 2, 3)] == [FORBIDDEN] * 3


@pytest.mark.parametrize(("text", "at"), [("说The “Red” Book好", 2), ("共￥元", 1), ("见(图)一", 1), ('读"书"的', 1)])
@pytest.mark.parametrize("level", ["basic", "gb", "strict"])
def test_rule_06_nothing_half_width_that_opens_ends_a_line_at_any_level(song, text, at, level):
    units = Compositor(song.style._replace(rules=Rules(prohibition=level))).units(text)
    assert "".join(units.pieces[at].texts)[-1] in '“￥("'
    assert units.costs[at] == FORBIDDEN
