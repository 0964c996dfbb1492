"""The one table of content keys: it feeds the loader, the JSON Schema for editors' completion and the handbook."""

from xihu_pdf.content.key import Key
from xihu_pdf.content.kinds import FRAMES, GROUNDS, HEAD_FORMS, ORNAMENTS
from xihu_pdf.content.masthead import MASTHEAD_ROWS, MOST_NUMBER
from xihu_pdf.content.panels import FORMS, PANEL_KEYS
from xihu_pdf.content.placing import ARTICLE_ROWS, PAGE_ROWS, PLACE_ROWS, SLOTS, TEMPLATES

__all__ = ["EITHER", "KEYS", "NODES", "Key"]


NODES: dict[str, tuple[str, str]] = {
    "edition": ("期", "edition"),
    "fonts": ("字体", "fonts"),
    "profiles": ("特性文件", "profiles"),
    "styles": ("样式", "styles"),
    "settings": ("版式设置", "settings"),
    "masthead": ("报头", "masthead"),
    "page": ("版", "page"),
    "article": ("稿件", "article"),
    "place": ("位置", "place"),
    "section": ("小节", "section"),
    "photograph": ("图片", "photograph"),
    "panel": ("框件", "panel"),
    "table": ("表", "table"),
    "code": ("二维码", "QR code"),
}

# Of these keys of a node one is needed at the least.
EITHER: dict[str, tuple[str, ...]] = {
    "page": ("articles", "notices", "advertisements"),
    "place": ("columns", "lines"),
    "section": ("paragraphs", "names", "poem", "pull"),
    "panel": ("paragraphs", "names", "table", "poem", "artwork"),
}


_NO_SIZE = ("size", "style-size")
_NO_INDENT = ("indent", "style-indent")


def _style(name: str, chinese: str, english: str, *refused: tuple[str, str]) -> Key:
    meanings = f"{chinese}的版式", f"How {english} are composed"
    return Key(name, (chinese,), "node", *meanings, node="settings", refused=refused)


KEYS: dict[str, tuple[Key, ...]] = {
    "edition": (
        Key("title", ("题名",), "text", "文件题名，不印在版面上", "Title of the document; not printed"),
        Key("language", ("语言",), "language", "正文语言", "Language of the copy (BCP 47)", "zh-Hans"),
        Key("date", ("日期",), "date", "出版日期", "Date of publication (ISO 8601)"),
        Key(
            "accent",
            ("强调色",),
            "choice",
            "版面的强调色",
            "The one accent colour of the pages",
            "green",
            choices=(("green", "深绿"), ("red", "深红"), ("blue", "墨蓝")),
        ),
        Key(
            "spot",
            ("专色",),
            "ink",
            "强调色用专色印刷时，印厂给的油墨名；没有专色版的文件用强调色代替",
            "The spot ink that prints the accent on a plate of its own, by the printer's name for it; "
            "where there is no such plate the accent stands for it",
        ),
        Key(
            "paper",
            ("开本",),
            "paper",
            "各版的开本，版心字数行数随之而定",
            "The paper; its grid of cells follows",
            "tabloid",
        ),
        Key(
            "fonts",
            ("字体",),
            "node",
            "各角色用的字体文件，在 fonts 文件夹里；字体集加 # 和号码（从 0 数起），如 a.ttc#2",
            "Font files by role, in the folder fonts; a face of a collection as a.ttc#2, counted from 0",
            node="fonts",
        ),
        Key(
            "profiles",
            ("特性文件",),
            "node",
            "印厂给的印刷特性文件（ICC），放在内容文件夹里；不写就用程序自带的",
            "ICC profiles of the press house, in the folder of this file; without them those of the program are used",
            node="profiles",
        ),
        Key("styles", ("样式",), "node", "各样式的版式设置", "How each style is composed", node="styles"),
        Key(
            "kind",
            ("类型",),
            "choice",
            "报纸、内部资料或简报；写了就按其规矩排报头、查必备项目",
            "Kind of paper; furnishes and checks it as the law has it",
            choices=(("newspaper", "报纸"), ("internal", "内部资料"), ("bulletin", "简报")),
        ),
        Key("masthead", ("报头",), "node", "报头，印在第一版", "What the paper says of itself", node="masthead"),
        Key("pages", ("版",), "nodes", "各版，按顺序", "The pages, in order", required=True, node="page"),
    ),
    "fonts": (
        Key("song", ("宋",), "font", "宋体，正文", "Song, for body text"),
        Key("song-bold", ("宋粗",), "font", "粗宋，副题与版名", "Bold Song, for decks and section names"),
        Key("song-black", ("宋黑",), "font", "特粗宋，主标题", "Black Song, for headlines"),
        Key("hei", ("黑",), "font", "黑体，图说", "Hei, for captions"),
        Key("hei-bold", ("黑粗",), "font", "粗黑，小标题与版码", "Bold Hei, for subheads and folios"),
        Key("kai", ("楷",), "font", "楷体，引题、署名与摄影者", "Kai, for kickers, bylines and credits"),
        Key("fang", ("仿宋",), "font", "仿宋体", "Fangsong"),
        Key("song-latin", ("宋西文",), "font", "与宋体相配的西文", "Western letters beside Song"),
        Key("hei-latin", ("黑西文",), "font", "与黑体相配的西文", "Western letters beside Hei"),
        Key("kai-latin", ("楷西文",), "font", "与楷体相配的西文", "Western letters beside Kai"),
    ),
    "profiles": (
        Key("press", ("报纸",), "profile", "报纸印刷用", "For newspaper presses"),
        Key("sheetfed", ("单张纸",), "profile", "单张纸印刷用", "For sheet-fed presses"),
        Key("archive", ("归档",), "profile", "归档用", "For the archive"),
    ),
    "styles": (
        _style("body", "正文", "paragraphs", _NO_SIZE),
        _style("lead", "导语", "leads"),
        _style("kicker", "引题", "kickers", _NO_INDENT),
        _style("headline", "主标题", "headlines", _NO_INDENT),
        _style("deck", "副题", "decks", _NO_INDENT),
        _style("subhead", "小标题", "subheads", _NO_INDENT),
        _style("byline", "署名", "bylines", _NO_INDENT),
        _style("caption", "图说", "captions", _NO_INDENT),
        _style("credit", "摄影", "credits", _NO_INDENT),
    ),
    "settings": (
        Key("size", ("字号",), "size", "字号；正文除外", "Size of type; not for body"),
        Key(
            "prohibition",
            ("避头尾",),
            "choice",
            "哪些标点不在行首行尾",
            "Which marks may not begin or end a line",
            "gb",
            choices=(("none", "不设"), ("basic", "基本"), ("gb", "国标"), ("strict", "严格")),
        ),
        Key(
            "marks",
            ("标点",),
            "choice",
            "标点占的宽度",
            "How wide marks are set",
            "line-end",
            choices=(
                ("full", "全角"),
                ("kaiming", "开明"),
                ("line-end", "行末半角"),
                ("half", "半角"),
                ("plain", "不挤压"),
            ),
        ),
        Key("hanging", ("悬挂",), "switch", "行末标点悬挂在栏外", "Marks hang beyond the line's end", "off"),
        Key(
            "han-latin",
            ("中西间距",),
            "choice",
            "汉字与西文、数字之间的间距，以字宽计",
            "Gap between Han and Western letters or digits, as a part of an em",
            "sixth",
            choices=(("none", "无"), ("eighth", "八分之一"), ("sixth", "六分之一"), ("quarter", "四分之一")),
        ),
        Key("hyphenation", ("断词",), "switch", "西文可断词", "Western words may be hyphenated", "on"),
        Key(
            "latin-size",
            ("西文比例",),
            "percent",
            "西文字号对汉字字号的百分比",
            "Size of Western letters in percent of the Han",
            "100",
            limits=(50, 150),
        ),
        Key(
            "latin-shift",
            ("西文升降",),
            "percent",
            "西文基线的升降，以字宽的百分比计，正数为升",
            "How far Western letters are raised, in percent of an em; lowered where negative",
            "0",
            limits=(-50, 50),
        ),
        Key(
            "indent",
            ("首行缩进",),
            "integer",
            "首行缩进的字数；只用于正文和导语",
            "First-line indent in em; for body and lead only",
            limits=(0, 8),
        ),
    ),
    "masthead": (
        Key("name", ("报名", "刊名"), "text", "报名", "Name of the paper", required=True),
        *(Key(*row, limits=(1, MOST_NUMBER) if row[2] == "integer" else (0, 0)) for row in MASTHEAD_ROWS),
    ),
    "page": (
        Key("folio", ("版码",), "text", "版码", "Folio, the page number as printed"),
        Key("section", ("版名",), "text", "版名，印在报眉", "Name of the section, printed in the page header"),
        Key("editors", ("编校",), "text", "本版的责任编辑、美编、校对", "Editors' line of the page"),
        Key("articles", ("稿件",), "nodes", "稿件，按顺序", "The articles, in order", node="article"),
        Key("notices", ("公告", "启事"), "nodes", "公告、启事、时刻表等，加框", "Notices, boxed", node="panel"),
        Key(
            "advertisements",
            ("广告",),
            "nodes",
            "广告，一律标明“广告”",
            "Advertisements, always marked as such",
            node="panel",
        ),
        Key(
            "template",
            ("版式",),
            "choice",
            "版面的骨架；稿件用“版位”指定排在哪一格",
            "The skeleton of the page; articles may name a slot of it",
            choices=TEMPLATES,
        ),
        *(Key(*row) for row in PAGE_ROWS),
    ),
    "article": (
        Key("kicker", ("引题",), "heading", "引题，在主标题之上", "Kicker, above the headline"),
        Key("headline", ("主标题", "标题"), "heading", "主标题", "Headline", required=True),
        Key("deck", ("副题",), "heading", "副题，在主标题之下", "Deck, below the headline"),
        Key(
            "form",
            ("题式",),
            "choice",
            "标题放在哪里：盖文、左上、右上为横题，竖题在左、右竖题在右；不写由程序选",
            "Where the headline stands: over all columns, over those at the left or right with text beside, or down a "
            "column at the left or right; left out, the program chooses",
            choices=HEAD_FORMS,
        ),
        Key(
            "ground",
            ("题底",),
            "choice",
            "标题的底：反白、衬色、网点、网线，或加框",
            "What lies under the headline: a solid in the accent with white letters, a tint, dots or lines; or a frame",
            "none",
            choices=GROUNDS,
        ),
        Key(
            "ornament",
            ("题花",),
            "choice",
            "标题上方的题花；竖题在右侧",
            "The ornament over the headline, or at the right of an upright one",
            choices=ORNAMENTS,
        ),
        Key("border", ("花边",), "choice", "整篇稿件加的边框", "The frame around the whole article", choices=FRAMES),
        Key(
            "summary",
            ("提要",),
            "paragraphs",
            "提要，一至三条，排在标题与导语之间",
            "Summary of one to three points, between headline and lead",
        ),
        Key("lead", ("导语",), "copy", "导语，正文的第一段", "Lead, the first paragraph"),
        Key(
            "paragraphs",
            ("正文",),
            "paragraphs",
            "无小标题的正文，排在各小节之前",
            "Copy without a subhead, set before the sections",
        ),
        Key("sections", ("小节",), "nodes", "小节，按顺序", "The sections, in order", node="section"),
        Key(
            "photographs",
            ("图片",),
            "nodes",
            "图片，最重要的在前",
            "Photographs, the dominant one first",
            node="photograph",
        ),
        Key("byline", ("署名",), "copy", "署名", "Byline"),
        Key(
            "boxes",
            ("资料框",),
            "nodes",
            "资料框、链接、附表，排在稿件右下",
            "Fact boxes and tables, at the foot of the article",
            node="panel",
        ),
        Key("code", ("二维码",), "node", "二维码，排在文末", "QR code at the article's end", node="code"),
        Key(
            "importance",
            ("重要性",),
            "integer",
            "重要性，大者优先",
            "Weight against other articles; greater comes first",
            "0",
            limits=(0, 100),
        ),
        Key(
            "writing",
            ("文字方向",),
            "choice",
            "横排或竖排",
            "Whether the lines run across or down",
            "horizontal",
            choices=(("horizontal", "横排"), ("vertical", "竖排")),
        ),
        Key("place", ("位置",), "node", "手工定位：占哪几栏、哪几行", "Its place on the page, by hand", node="place"),
        Key("slot", ("版位",), "choice", "排在版式的哪一格", "The slot of the page's template", choices=SLOTS),
        *(Key(*row) for row in ARTICLE_ROWS),
    ),
    "place": tuple(Key(*row) for row in PLACE_ROWS),
    "section": (
        Key("subhead", ("小标题",), "heading", "小标题", "Subhead"),
        Key("paragraphs", ("正文",), "paragraphs", "正文，每段一项", "Copy, one item a paragraph"),
        Key(
            "form",
            ("体例",),
            "choice",
            "正文、引文或条目",
            "Plain copy, a quotation or a list",
            "plain",
            choices=FORMS,
        ),
        Key("names", ("名单",), "names", "名单，均排，在正文之后", "Names, spread evenly, after the copy"),
        Key("poem", ("诗",), "verse", "诗，每行照原样，居中", "A poem, its lines as they are, centred"),
        Key("pull", ("引语",), "copy", "引语，放大，排在两线之间", "Pull quote, set larger between two rules"),
    ),
    **PANEL_KEYS,
    "photograph": (
        Key(
            "file",
            ("文件",),
            "path",
            "图片文件，相对于本文件所在文件夹",
            "The picture file, relative to the folder of this file",
            required=True,
        ),
        Key("caption", ("图说",), "copy", "图说", "Caption"),
        Key("credit", ("摄影",), "copy", "摄影者", "Photographer"),
        Key("columns", ("栏数",), "integer", "希望占的栏数", "Wished width in text columns", limits=(1, 12)),
        Key("safe", ("安全区",), "box", "裁切时必须保留的部分", "The part that no crop may touch"),
    ),
}
