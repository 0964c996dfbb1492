"""What the specimen shows: for each rule that can be seen, its number, its name and small samples."""

from typing import NamedTuple

__all__ = ["ACROSS", "DOWN", "Entry", "Sample"]


class Sample(NamedTuple):
    """A text with markup, set in a measure of whole em with rules of its own (those of ``Rules``, by name)."""

    text: str
    measure: int
    label: str = ""
    rules: tuple[tuple[str, object], ...] = ()
    latin: tuple[float, float] = (1.0, 0.0)


class Entry(NamedTuple):
    """The numbers of the rules as written in the heading, their name and the samples."""

    numbers: str
    name: str
    samples: tuple[Sample, ...]


_CHOICES = "镇上说：“好！”（见图），又说：“再来？”（笑）。于是，人们……都来了。"
_MIXED = "用Python写了3个程序，占用5%，在5G时代"

ACROSS: tuple[Entry, ...] = (
    Entry(
        "2",
        "引号破折号按左右文定中西",
        (
            Sample("他说“好”，书名是The “Red” Book，又说“Python”好。", 17),
            Sample("中国—东盟、A—B、莎士比亚·威廉、A·B。", 17),
            Sample("“{西文:“A”}”——{西文:—}——", 17, "标记“西文”"),
        ),
    ),
    Entry(
        "6–9",
        "避头尾四级",
        tuple(
            Sample("古镇，江南好／古镇“水乡”江南水乡——江南。", 6, label, (("prohibition", level),))
            for label, level in (("不设", "none"), ("基本", "basic"), ("国标", "gb"), ("严格", "strict"))
        ),
    ),
    Entry("10", "三个以上标点连用，末位才可分开", (Sample("他问：“谁说‘这是好的。’”）吗", 9),)),
    Entry(
        "12", "先挤进，后推出", (Sample("一，二三四五六。七八九十一二", 7), Sample("一二三四五六七。八九十一二三", 7))
    ),
    Entry(
        "14 15",
        "破折号省略号占两字，不分开",
        (Sample("水乡——江南的水乡……还是水乡。…………", 9), Sample("水乡人家的——江南", 6)),
    ),
    Entry("16 17", "数字与符号、单位不分开", (Sample("长度达1,897.5 km，占100%，约￥300，温度－5℃，共12 kg米", 9),)),
    Entry(
        "18",
        "西文断词，网址不加连字符",
        (
            Sample("他们的internationalization和responsibility问题要解决", 10),
            Sample("见https://www.example.com/news/2023/index.html?id=5一页", 11),
        ),
    ),
    Entry("19", "问号叹号连用", (Sample("真的？！好！！太好了！！！对？？？是！？", 19),)),
    Entry(
        "22–26",
        "标点五式",
        tuple(
            Sample(_CHOICES, 19, label, (("marks", marks),))
            for label, marks in (
                ("全角", "full"),
                ("开明", "kaiming"),
                ("行末半角", "line-end"),
                ("半角", "half"),
                ("不挤压", "plain"),
            )
        ),
    ),
    Entry("26 27", "相邻标点", (Sample("甲），乙”。丙）（丁：“戊（己（庚，“辛”）壬（？癸", 21),)),
    Entry("28 39", "西文旁的标点不另加空", (Sample("（A），“B”，C：D。m{上标:2}与CO{下标:2}、注{注号:1}。", 19),)),
    Entry("30", "间隔号、斜线、连接号", (Sample("莎士比亚·威廉，男／女，5～10天，2020—2021年，1–2月", 19),)),
    Entry("31", "行末标点半角", (Sample("一二三四五六七八九，一二三四五六七八九。一二", 9),)),
    Entry("32 33", "行首开引号顶格", (Sample("“水乡”古镇。一二三四“江南”一二三四五六（七八）九", 9),)),
    Entry(
        "35 36",
        "标点悬挂",
        (
            Sample(
                "一二三四五六七八九，一二三四五六七，八九十。”一二三四五六七——八九十", 9, "悬挂", (("hanging", True),)
            ),
            Sample("一二三四五六七八九，一二三四五六七，八九十。”一二三四五六七——八九十", 9, "不用"),
        ),
    ),
    Entry(
        "37 38",
        "中西间距",
        (
            *(
                Sample(_MIXED, 21, label, (("han_latin", gap),))
                for label, gap in (
                    ("无", "none"),
                    ("八分之一", "eighth"),
                    ("六分之一", "sixth"),
                    ("四分之一", "quarter"),
                )
            ),
            Sample("用 Python 写了 3 个程序，占用 5%，在 5G 时代", 21, "键入空格"),
        ),
    ),
    Entry("42", "全角字母数字改比例宽", (Sample("第１２３号ＡＢＣ、２０２３年", 19),)),
    Entry(
        "43–45",
        "两端对齐：先挤标点，后开词距、字距",
        (
            Sample("春风又绿江南岸，明月何时照我还。用Python写了3个程序，“水乡”的人家说：好，很好，非常好。", 13),
            Sample("In 2022 the red cabbage 丰收了，green cabbage also，农民很高兴。", 13),
        ),
    ),
    Entry("48", "末行不拉开", (Sample("一二三四五六七八九十，一二三四。", 9),)),
    Entry("50", "末行不止一字", (Sample("一二，三四五六七，八九。", 11), Sample("一二三四五六七八九十一二三", 6))),
    Entry(
        "56–58",
        "着重号、专名号、书名号",
        (
            Sample("这件事{着重:绝对不许}拖延，{着重:一天，也不许}。", 19),
            Sample("{专名:西湖镇}{专名:双塘村}的{专名:张}{专名:王}二人读{书名:史记}{书名:汉书}。", 19),
            Sample("住在{专名:呼和浩特市新城区}的{着重:{专名:王明}}读{书名:中国历史地理}。", 9),
        ),
    ),
    Entry(
        "59",
        "注音",
        (
            Sample("{注音:西湖|xī hú}的{注音:水乡|shuǐ xiāng}和{注音:重庆|chóng qìng}", 15),
            Sample("{注音:葡萄牙语|Português}与{注音:世界卫生组织|WHO}", 15),
        ),
    ),
    Entry("60", "注音符号", (Sample("{注音:西湖|ㄒㄧ ㄏㄨˊ}的{注音:水乡|ㄕㄨㄟˇ ㄒㄧㄤ}好{注音:的|˙ㄉㄜ}", 15),)),
    Entry(
        "61",
        "夹注",
        (
            Sample("巴县{夹注:今属重庆市区}在长江边上，涪陵{夹注:旧称涪州，民国改县}也是。", 15),
            Sample("巴县{夹注:（今属重庆，1997年起）}在长江边上。", 15, "有标点、数字"),
        ),
    ),
    Entry("62", "注号", (Sample("据统计{注号:1}，全镇有五个村{注号:12}。共三千人{注号:3}", 9),)),
    Entry(
        "76",
        "西文另定比例和升降",
        (
            Sample("西湖镇Python的2022年", 15, "100%、0"),
            Sample("西湖镇Python的2022年", 15, "90%、升2%", (), (0.9, 0.02)),
            Sample("西湖镇Python的2022年", 15, "110%、降2%", (), (1.1, -0.02)),
        ),
    ),
    Entry("80", "粗、楷、黑、色", (Sample("水乡{粗:江南水乡}，{楷:江南水乡}，{黑:江南水乡}，{色:江南水乡}。", 21),)),
)

_VERTICAL = "“水乡”（江南）的人家，说：好！真的？是；对。"
DOWN: tuple[Entry, ...] = (
    Entry("63 64 66", "竖排的标点", (Sample(_VERTICAL + "——她说……《史记》、〈本纪〉·上／下。", 13),)),
    Entry(
        "65",
        "纵中横、西文横卧",
        (Sample("2022年12月5日，第365天，5G和A股、T恤，占100%，用Python写，10月1日it’s好的。", 13),),
    ),
    Entry("66", "竖排避头尾与半角", (Sample("一二三四五六七八九，“一二三四五六七”，一二三四五。", 9),)),
    Entry(
        "56 57",
        "竖排的着重号、专名号、书名号",
        (Sample("这事{着重:绝对不许}拖。{专名:西湖镇}{专名:双塘村}人读{书名:史记}。", 11),),
    ),
    Entry(
        "59 61",
        "竖排的注音、夹注",
        (Sample("{注音:西湖|xī hú}与{注音:水乡|ㄕㄨㄟˇ ㄒㄧㄤ}，巴县{夹注:今属重庆市区}在江边。", 11),),
    ),
    Entry("62", "竖排的上标", (Sample("据统计{注号:1}有三千人，面积5km{上标:2}。", 11),)),
    Entry("63", "符号的方向", (Sample("℃×Ⅲ§①㎡％＝～–—", 13),)),
)
