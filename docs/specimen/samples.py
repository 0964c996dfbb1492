"""What the specimen shows: for each rule that can be seen, its number, its name and small samples."""

from typing import NamedTuple

__all__ = ["ACROSS", "DOWN", "PAGE", "PAGE_RULES", "Entry", "Sample"]


class Sample(NamedTuple):
    """A text with markup, set in a measure of whole em with rules of its own (those of ``Rules``, by name).

    ``first`` are indent and width of its first lines, ``indent`` is that of the others; ``way`` is ``lines``, a
    ``heading`` broken by sense, ``names`` spread over the measure, names of ``sizes``, each in its own, a ``drop``
    cap, or ``greedy`` lines, each as full as it can be.
    """

    text: str
    measure: int
    label: str = ""
    rules: tuple[tuple[str, object], ...] = ()
    latin: tuple[float, float] = (1.0, 0.0)
    first: tuple[tuple[float, float], ...] = ()
    indent: float = 0.0
    way: str = "lines"


class Entry(NamedTuple):
    """The numbers of the rules as written in the heading, their name and the samples."""

    numbers: str
    name: str
    samples: tuple[Sample, ...]


_CHOICES = "镇上说：“好！”（见图），又说：“再来？”（笑）。于是，人们……都来了。"
_MIXED = "用Python写了3个程序，占用5%，在5G时代"

_PARAGRAPH = "全村二百一十亩旱地改回水田，修渠用了1996年留下的Portland水泥，石匠说，够用三代人。"

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
        "3", "异体字选择符、附加符号不离开本字", (Sample("葛\ufe00城、葛\U000e0100村、cafe\u0301和Nu\u0308rnberg", 19),)
    ),
    Entry(
        "4 5",
        "标点的空位依地区（自带字体只有大陆字形）",
        tuple(
            Sample("他说：好，是吗？是！列夫·托尔斯泰。", 19, label, (("region", region),))
            for label, region in (("大陆", "mainland"), ("港台", "taiwan"), ("日本", "japan"))
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
    Entry("10", "标点连用宽过一行，不得已才从中分开", (Sample("问《“（‘对。’）”》。", 6),)),
    Entry(
        "12", "先挤进，后推出", (Sample("一，二三四五六。七八九十一二", 7), Sample("一二三四五六七。八九十一二三", 7))
    ),
    Entry("13", "加了标记，避头尾照旧", (Sample("一二三四五{粗:水乡}，{着重:江南}的“{楷:古镇}”，（{黑:人家}）。", 6),)),
    Entry(
        "14 15",
        "破折号省略号占两字，不分开",
        (Sample("水乡——江南的水乡……还是水乡。…………", 11), Sample("水乡人家的——江南", 7)),
    ),
    Entry(
        "16 17",
        "数字与符号、单位不分开",
        (Sample("全程1,897.5 km，约占100%，气温为-4.5℃，房屋有30㎡，共￥300元，达5‰以上", 13),),
    ),
    Entry(
        "18",
        "西文断词，网址不加连字符",
        (
            Sample("他们的internationalization和responsibility问题要解决", 10),
            Sample("见https://www.example.com/news/2023/index.html?id=5一页", 11),
        ),
    ),
    Entry("19", "问号叹号连用", (Sample("真的？！好！！太好了！！！对？？？是！？", 19),)),
    Entry("20", "一组注音不拆开", (Sample("去年他在日内瓦的{注音:世界卫生组织|WHO}工作", 8),)),
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
    Entry("28 39", "西文旁的标点不另加空", (Sample("（A），“B”，C：D。m{上标:2}与CO{下标:2}、H₂O、注{注号:1}。", 21),)),
    Entry("29", "大小字之间，用大字的空", (Sample("古镇，{夹注:江南}，水乡“{夹注:人家}”。", 19),)),
    Entry("30", "间隔号、斜线、连接号", (Sample("莎士比亚·威廉，男／女，5～10天，2020—2021年，1–2月", 19),)),
    Entry("31", "行末标点半角", (Sample("一二三四五六七八九，一二三四五六七八九。一二", 9),)),
    Entry("32 33", "行首开引号顶格", (Sample("“水乡”古镇。一二三四“江南”一二三四五六（七八）九", 9),)),
    Entry("34", "行首行尾没有中西间距", (Sample("我们用Word写作，用Excel算账，在三号楼教室", 10),)),
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
    Entry("40", "西文两边的空一样宽", (Sample("村里的老李用Word和小王用Excel写了一份报告给大家", 11),)),
    Entry("41", "汉字之间换行不成空格", (Sample("第一行在这里\n接着写，English\nwords照常空开。", 19),)),
    Entry("42", "全角字母数字改比例宽", (Sample("第１２３号ＡＢＣ、２０２３年", 19),)),
    Entry(
        "43–45",
        "两端对齐：先挤标点，后开词距、字距",
        (
            Sample("春风又绿江南岸，明月何时照我还。用Python写了3个程序，“水乡”的人家说：好，很好，非常好。", 13),
            Sample("In 2022 the red cabbage 丰收了，green cabbage also，农民很高兴。", 13),
        ),
    ),
    Entry(
        "46 49",
        "一行只有一个词：略开字母，或任它短",
        (
            Sample("Responsibilities transformation", 9, "开", (("hyphenation", False),)),
            Sample("Ok internationalization是", 11, "短", (("hyphenation", False),)),
        ),
    ),
    Entry(
        "48",
        "末行不拉开，名单均排",
        (
            Sample("一二三四五六七八九十，一二三四。", 9),
            Sample("王明、李小红、欧阳文修、张三、赵玉、钱大有、孙七", 19, "名单", way="names"),
        ),
    ),
    Entry("50", "末行不止一字", (Sample("一二，三四五六七，八九。", 11), Sample("一二三四五六七八九十一二三", 6))),
    Entry(
        "52 53",
        "首行缩进、悬挂缩进、整段缩进",
        (
            Sample("水乡的清晨从一声橹响开始，雾还没有散。", 13, "首行两字", first=((2.0, 11.0),)),
            Sample("一是抓好春耕，二是看好水，三是管好山。", 13, "悬挂两字", first=((0.0, 13.0),), indent=2.0),
            Sample("绿水青山就是金山银山，人人都要爱护它。", 13, "整段两字", indent=2.0),
        ),
    ),
    Entry(
        "54",
        "引文几段，段段有前引号，末段才有后引号",
        (
            Sample("“头一年，渠里没有水。", 15, first=((2.0, 13.0),)),
            Sample("“第二年，水到了村口。", 15, first=((2.0, 13.0),)),
            Sample("“今年，家家都用上了。”", 15, first=((2.0, 13.0),)),
        ),
    ),
    Entry(
        "55",
        "断行照顾整段，不是一行一行往满里排",
        (
            Sample(_PARAGRAPH, 9, "整段"),
            Sample(_PARAGRAPH, 9, "逐行（程序不用）", way="greedy"),
        ),
    ),
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
            Sample("涪陵{夹注:旧称涪州}{夹注:今在巴县，东边}也是。", 15, "两处相连"),
        ),
    ),
    Entry("62", "注号", (Sample("据统计{注号:1}，全镇有五个村{注号:12}。共三千人{注号:3}", 9),)),
    Entry(
        "70",
        "标题按意思分行",
        (
            Sample("水乡建设推进乡村全面振兴", 9, way="heading"),
            Sample("全镇加快推进农村人居环境整治工作", 11, way="heading"),
        ),
    ),
    Entry(
        "73",
        "首字下沉",
        (Sample("水乡的清晨从一声橹响开始，雾还没有散，早市上已经人声鼎沸，卖菱角的船靠了岸。", 13, way="drop"),),
    ),
    Entry("74", "字号", (Sample("三号 四号 小四 五号 小五 六号 七号 八号", 19, way="sizes"),)),
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
    Entry(
        "16 66",
        "竖排的数字与符号",
        (Sample("最高气温达25℃，最低-4.5℃，误差±5，每户30㎡，共100‰，尺寸3×4。", 11),),
    ),
    Entry(
        "65 66",
        "竖排的式子整个横卧，间隔号不在行首",
        (Sample("含量≥60%，涨幅≈3倍，3∶2，10⁸吨CO{下标:2}，H₂O，乔治·H·W·布什。", 9),),
    ),
    Entry("63", "符号的方向", (Sample("℃×Ⅲ§①㎡％～–—→↑＞", 13),)),
)

# A small page, drawn with the lines of its grid, and what is seen there: rules, words and the line of the grid.
PAGE = """\
paper: 160 × 140
pages:
  - articles:
      - headline: 渠水进村来
        deck: 柳湾村修好三公里老渠
        byline: 本报记者 柳一川
        sections:
          - paragraphs:
              - 柳湾村的老渠停水七年，今年清明前通了。头一股水流到村口的时候，站在渠边的人都没有说话，只听见水声
                从石缝里一路响过来。
              - 修渠的钱是村里人一户一户凑的，石头是从后山一担一担挑下来的。六十三岁的泥瓦匠陈长根带着四个徒弟，
                一个冬天都没有歇过手。
          - subhead: 渠边立下规矩：一户管一段
            paragraphs:
              - 水来了，规矩也跟着来。全渠分成四十二段，哪一段归哪一户看管，写在祠堂门口的木牌上，谁家的一段淤了
                ，谁家自己清。
              - 种田的人算过一笔账：有了这条渠，早稻可以提前十天插秧，二百一十亩旱地改回了水田，一亩能多收一百多
                斤谷子，村里的碾米房今年又开了门，外出的年轻人回来了七个。秋后村里还打算接着往上修，把水引到山坳
                里的茶园去，石料备好了，只等收完稻子就动手，女人们说，到时候要把茶水和热饭热菜挑到山上去，一天两
                趟，一趟也不能少。
"""
PAGE_RULES: tuple[tuple[str, str, int], ...] = (
    ("69", "标题占整行，字在其中", 3),
    ("70", "小标题按意思分行", 14),
    ("67 68", "各栏的行在同一网格上，行高以字框为准", 16),
    ("51", "一段的末行不在栏首", 18),
    ("75", "正文小五", 20),
    ("71", "各栏齐底", 23),
)
