"""The keys of what stands apart in a box: panels, their tables and QR codes."""

from xihu_pdf.content.key import Key
from xihu_pdf.content.kinds import FRAMES

__all__ = ["FORM", "PANEL_KEYS", "POEM"]

# Keys that sections and panels share: how their paragraphs are set, and verse.
FORM = Key(
    "form",
    ("体例",),
    "choice",
    "正文、引文或条目",
    "Plain copy, a quotation or a list",
    "plain",
    choices=(("plain", "正文"), ("quote", "引文"), ("list", "条目")),
)
POEM = Key("poem", ("诗",), "verse", "诗，每行照原样，居中", "A poem, its lines as they are, centred")

PANEL_KEYS: dict[str, tuple[Key, ...]] = {
    "panel": (
        Key("heading", ("标题",), "heading", "标题", "Heading"),
        Key("author", ("作者",), "copy", "作者，在标题之下", "Author, below the heading"),
        Key("paragraphs", ("正文",), "paragraphs", "正文，每段一项", "Copy, one item a paragraph"),
        FORM,
        Key("names", ("名单",), "names", "名单，均排", "Names, spread evenly"),
        Key("table", ("表",), "node", "表", "Table", node="table"),
        POEM,
        Key("artwork", ("图稿",), "path", "图稿文件，不裁切", "File of placed artwork, never cropped"),
        Key(
            "alternative",
            ("替代文字",),
            "copy",
            "图稿上写了什么，读给看不见的人听，不印",
            "What the artwork says, for those who cannot see it; not printed",
        ),
        Key("signature", ("落款",), "copy", "落款，靠右", "Who signs, at the right"),
        Key("date", ("日期",), "copy", "日期，照写，靠右", "Date as printed, at the right"),
        Key("code", ("二维码",), "node", "二维码", "QR code", node="code"),
        Key("border", ("花边",), "choice", "加的边框", "The frame around it", choices=FRAMES),
        Key("columns", ("栏数",), "integer", "希望占的栏数", "Wished width in text columns", limits=(1, 12)),
        Key("lines", ("行数",), "integer", "希望占的行数", "Wished height in lines", limits=(3, 200)),
    ),
    "table": (
        Key("heads", ("表头",), "cells", "表头", "Heads of the columns"),
        Key("rows", ("行",), "rows", "各行", "The rows", required=True),
        Key(
            "align",
            ("对齐",),
            "aligns",
            "各栏左、中、右对齐；不写则按内容定",
            "How each column is aligned; left out, its content decides",
        ),
    ),
    "code": (
        Key("address", ("内容",), "text", "网址或文字", "Address or text that it holds", required=True),
        Key("caption", ("说明",), "copy", "说明，如“扫码报名”", "What it is for"),
    ),
}
