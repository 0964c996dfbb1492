"""Headings: natural width, broken by sense and into no more lines than they need."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as copy
from xihu_pdf.frame import BLACK
from xihu_pdf.typeset import TORN, Compositor, Style, break_by_sense, pairs_of, set_display, units_width, worst_break
from xihu_pdf.typeset.classes import character_class
from xihu_pdf.typeset.pairs import FORBIDDEN, PROHIBITIONS

NO_LINE_START, NO_LINE_END = PROHIBITIONS["gb"]

# Words that the copy has often, so that a break in one is seen.
PAIRS = pairs_of(*["西湖乡村振兴产业特色粮食安全基层治理"] * 3)
LEAD_IN = "的地得了着过们之"


def bare(text):
    return "".join(text.split())


def fewest(compositor, text, width):
    """The least number of lines of at most ``width`` em that any legal breaks make; none where a unit is too wide."""
    units = compositor.units(text)
    breaks = [at + 1 for at, cost in enumerate(units.costs) if cost != FORBIDDEN]
    words = ["".join(piece.texts) for piece in units.pieces]
    for count in range(len(breaks) + 1):
        for chosen in combinations(breaks, count):
            lines = ["".join(words[a:b]) for a, b in zip((0, *chosen), (*chosen, len(words)), strict=True)]
            if all(
                units_width(compositor.units(line)) <= width and len(line) > 1 and line[0] not in LEAD_IN
                for line in lines
            ):
                return count + 1
    return None


def test_pairs_are_counted_over_all_texts_and_not_between_them():
    assert pairs_of("西湖西湖", "湖西") == {"西湖": 2, "湖西": 2}
    assert pairs_of("一") == {}


def test_what_fits_stays_on_one_line(em):
    assert break_by_sense(em, "美丽乡村魅力西湖", 8.0, {}) == ("美丽乡村魅力西湖",)


def test_a_blank_is_where_a_headline_parts(em):
    assert break_by_sense(em, "美丽乡村 魅力西湖", 6.0, {}) == ("美丽乡村", "魅力西湖")


def test_a_line_feed_is_where_the_editor_wants_it(em):
    assert break_by_sense(em, "美丽\n乡村魅力西湖", 20.0, {}) == ("美丽", "乡村魅力西湖")


def test_a_word_of_the_copy_is_not_torn(em):
    """Ten Han break in the middle, if the pair there were not a word of the copy."""
    text = "全力推进粮食安全基础"
    assert break_by_sense(em, text, 7.0, {})[0] in ("全力推进", "全力推进粮食")
    assert break_by_sense(em, "扎实发展特色产业", 6.0, pairs_of(*["发展", "特色", "产业", "扎实"] * 3)) == (
        "扎实发展",
        "特色产业",
    )


def test_the_lines_are_as_few_as_can_be(em):
    """Seventeen Han in lines of seven: three lines, not two halves halved."""
    assert len(break_by_sense(em, "全面推进乡村振兴扎实发展特色产业好", 7.0, {})) == 3


headings = st.lists(
    st.one_of(copy.han, copy.han, copy.numbers, st.sampled_from("，、·的了“”《》 ")), min_size=1, max_size=6
)


@given(text=headings.map("".join).map(str.strip).filter(bool), width=st.integers(5, 9))
def test_a_heading_is_broken_by_its_rules(em_chain, text, width):
    compositor = Compositor(Style(em_chain, 10.0, BLACK, "zh-Hans"))
    lines = break_by_sense(compositor, text, float(width), PAIRS)
    assert bare("".join(lines)) == bare(text)
    if len(lines) > 1:
        assert all(len(bare(line)) > 1 for line in lines), lines
        assert all(line == line.strip() for line in lines)
        assert not any(line[0] in LEAD_IN or character_class(line[0]) in NO_LINE_START for line in lines[1:]), lines
        assert not any(character_class(line[-1]) in NO_LINE_END for line in lines[:-1]), lines


@given(text=st.lists(copy.han, min_size=2, max_size=3).map("".join), width=st.integers(5, 8))
def test_a_heading_of_han_takes_the_fewest_lines_and_none_too_wide(em_chain, text, width):
    compositor = Compositor(Style(em_chain, 10.0, BLACK, "zh-Hans"))
    lines = break_by_sense(compositor, text, float(width), {})
    least = fewest(compositor, text, float(width))
    if least is not None:
        assert all(units_width(compositor.units(line)) <= width for line in lines)
        # Each line is chosen after the one before it, so that a 的 in the way may cost a line.
        assert least <= len(lines) <= least + any(each in text for each in LEAD_IN), lines


def test_a_displayed_line_has_its_natural_width(em):
    line = set_display(em, "一，二（三）")
    assert (line.text, line.left, line.right, line.gap, line.spare) == ("一，二（三）", 0.0, 55.0, 0.0, 0.0)


def test_the_blank_of_a_headline_is_half_an_em_and_is_read(em):
    line = set_display(em, "美丽 西湖")
    assert line.right == 45.0
    assert "".join("".join(run.texts) for _, run in line.items) == "美丽 西湖"


@pytest.mark.parametrize("tracking", [0.0, 0.1, 0.18])
def test_tracking_opens_every_gap_and_not_the_edge(em, tracking):
    assert set_display(em, "一二三四", tracking).right == pytest.approx((4 + 3 * tracking) * 10.0)
    assert units_width(em.units("一二三四"), tracking) == pytest.approx(4 + 3 * tracking)


@given(text=copy.copy())
def test_units_width_is_that_of_the_line(em_chain, text):
    compositor = Compositor(Style(em_chain, 10.0, BLACK, "zh-Hans"))
    assert set_display(compositor, text).right == pytest.approx(units_width(compositor.units(text)) * 10.0)


# Headings as they are written in local papers, each with the break that a reader of Chinese makes.
SENSE = (
    ("农村公路五年", "修通三百公里"),
    ("三十三个地灾点", "装上“千里眼”"),
    ("高标准农田建起来", "富硒大米卖出去"),
    ("全县秋粮收购", "工作正式启动"),
    ("让每一位老人", "都能吃上热乎饭"),
    ("从卖茶叶", "到卖风景"),
    ("小区电梯坏了", "三个月终于修好了"),
    ("村里来了一群", "年轻的手艺人"),
    ("与时间赛跑的", "电力抢修队"),
    ("今年汛期前完成", "四十七座山塘除险加固"),
    ("林区防火进入紧要期", "请勿携带火种上山"),
    ("江心里浇出", "三万方"),
    ("图书馆晚上", "开到九点"),
    ("接孩子的车", "请停远一点"),
    ("农历八月十五", "停水通知"),
    ("退休工程师", "老何带出八个徒弟"),
    ("县里把医院", "办到家门口"),
    ("孩子放学后", "去哪儿"),
    ("列夫·托尔斯泰", "诞辰190周年"),
    ("重庆市璧山区", "西湖镇"),
    ("做好2023年度", "森林防灭火"),
    ("2022年经济社会发展", "呈现出喜人的“十大亮点”"),
)


@pytest.mark.parametrize("rows", SENSE)
def test_a_headline_parts_between_phrases(em, rows):
    text = "".join(rows)
    assert break_by_sense(em, text, len(text) / 2 + 2.0, {}) == rows


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("全乡共修通水泥路二十三公里半", "二十三公里"),
        ("茶农老周家增收3600元不再愁", "3600元"),
        ("今年全镇四十七座山塘加固", "四十七座"),
        ("排练大型村歌《青石谣》参赛", "《青石谣》"),
        ("县里评出“十佳婆婆”二十位", "“十佳婆婆”"),
    ],
)
def test_numbers_and_names_stay_whole(em, text, whole):
    for width in range(9, 12):
        assert any(whole in row for row in break_by_sense(em, text, float(width), {})), width


def test_a_list_parts_after_its_comma_and_not_before_a_word_that_joins(em):
    assert break_by_sense(em, "修桥、铺路、通水、种树", 7.0, {}) == ("修桥、铺路、", "通水、种树")
    assert break_by_sense(em, "老渡口与新大桥", 5.0, {}) == ("老渡口", "与新大桥")


def test_of_two_ways_alike_the_shorter_line_stands_above(em):
    assert break_by_sense(em, "切实建强党组织战斗堡垒", 8.0, {}) == ("切实建强", "党组织战斗堡垒")


def test_a_headline_of_a_whole_paragraph_is_broken_in_time_that_grows_with_its_length(em):
    rows = break_by_sense(em, "全面推进乡村振兴" * 60, 9.0, {})
    assert "".join(rows) == "全面推进乡村振兴" * 60
    assert max(map(len, rows)) <= 9


@pytest.mark.parametrize(
    ("text", "rows", "torn"),
    [
        ("老街修好了 六十三户商铺重新开门", ("老街修好了", "六十三户商铺重新开门"), False),
        ("老街修好了 六十三户商铺重新开门", ("老街修好了 六十", "三户商铺重新开门"), True),
        ("霜降前后抓紧播种油菜", ("霜降前后抓", "紧播种油菜"), True),
        ("霜降前后抓紧播种油菜", ("霜降前后", "抓紧播种油菜"), False),
        ("县里评出“十佳婆婆”", ("县里评出“十佳", "婆婆”"), True),
        ("棠溪大桥今日通车", ("棠溪大桥今日通车",), False),
        ("棠溪\n大桥", ("棠溪", "大桥"), False),
    ],
)
def test_a_headline_that_parts_inside_a_word_a_number_or_a_name_is_known(text, rows, torn):
    assert (worst_break(text, rows, {}) >= TORN) is torn


SUBHEADS = [
    "骆来山旅游景区基础设施建设项目",
    "纵深推进全面从严治党向基层延伸",
    "统筹推进疫情防控和经济社会发展",
    "人民群众获得感幸福感安全感显著提升",
    "优化营商环境激发市场主体活力",
    "巩固拓展脱贫攻坚成果同乡村振兴有效衔接",
    "着力打造“一村一品”特色产业",
    "一、坚持党的领导，扎实推进基层组织建设",
    "GDP增长6.5%居民人均可支配收入突破3万元",
]
WHOLE = [
    "旅游",
    "景区",
    "设施",
    "项目",
    "从严治党",
    "疫情",
    "防控",
    "获得感",
    "幸福感",
    "安全感",
    "环境",
    "激发",
    "主体",
    "脱贫",
    "攻坚",
    "乡村",
    "一村一品",
    "组织",
    "居民",
    "可支配",
]


@pytest.mark.parametrize("text", SUBHEADS)
@pytest.mark.parametrize("width", [7.5, 8.0, 10.0])
def test_rule_70_a_line_more_is_better_than_one_too_wide_or_a_word_torn(song, text, width):
    rows = break_by_sense(song, text, width, {})
    assert "".join(rows) == text
    for row in rows:
        assert units_width(song.units(row)) <= width + 1e-6, rows
    for word in WHOLE:
        assert text.count(word) == sum(row.count(word) for row in rows), rows


def test_rule_70_a_pause_at_which_a_line_ends_takes_no_room(song):
    """Two halves that fill their lines are two lines, whatever the blank between them."""
    assert break_by_sense(song, "党建引领聚合力 乡村振兴谱新篇", 7.0, {}) == ("党建引领聚合力", "乡村振兴谱新篇")


def test_rule_70_no_line_goes_over_a_pause_where_another_way_serves(song):
    rows = break_by_sense(song, "“小网格”撬动大治理 西湖镇基层治理有新招", 9.0, {})
    assert not any(" " in row for row in rows)
    assert rows[0] == "“小网格”"


@pytest.mark.parametrize(
    ("text", "width", "wanted"),
    [
        ("iPhone17发布，AI功能成最大看点", 7.0, "发布"),
        ("省委书记在我市调研时强调坚定不移推动高质量发展", 9.0, "坚定不移"),
        ("12345热线一年办结群众诉求1.2万件", 9.0, "办结"),
    ],
)
def test_rule_70_what_stands_behind_figures_or_a_word_is_not_torn(song, text, width, wanted):
    assert any(wanted in row for row in break_by_sense(song, text, width, {}))
