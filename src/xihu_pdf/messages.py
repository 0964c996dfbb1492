"""The table of findings: one row a code, in Chinese and English, with the way out."""

from typing import NamedTuple

__all__ = ["MESSAGES", "Message"]


class Message(NamedTuple):
    """Severity, then message and hint in both languages; fields in braces are filled by the finding."""

    severity: str
    zh: str
    en: str
    hint_zh: str = ""
    hint_en: str = ""


MESSAGES: dict[str, Message] = {
    # -- content ------------------------------------------------------------------------------------------------
    # -- pictures -----------------------------------------------------------------------------------------------
    "picture-format": Message(
        "error",
        "图片“{picture}”是 {format} 格式，排版不能直接使用。",
        "The picture “{picture}” is in {format} format, which cannot be printed as it is.",
        "用看图软件打开后另存为 JPEG（品质选最高），再换上。",
        "Open it in a picture viewer, save it as JPEG at the highest quality and use that file.",
    ),
    "picture-soft": Message(
        "warning",
        "图片“{picture}”在版上只有 {ppi} ppi，印出来会发虚，应有 {needed} ppi。",
        "The picture “{picture}” has only {ppi} ppi at its printed size and will look soft; it needs {needed} ppi.",
        "换用原图（不要用聊天软件压缩过的图），或把它排小一些。",
        "Use the original file (not one that a messenger has shrunk) or print it smaller.",
    ),
    "picture-too-large": Message(
        "error",
        "图片“{picture}”有 {width} × {height} 像素，超过 {limit} 百万像素的上限。",
        "The picture “{picture}” has {width} × {height} pixels, above the limit of {limit} megapixels.",
        "缩小到长边 8000 像素以内再用，整版印刷也足够。",
        "Scale it to at most 8000 pixels on its longer side; that is enough for a whole page.",
    ),
    "picture-truncated": Message(
        "error",
        "图片“{picture}”不完整：文件只有 {size} 字节，后半截丢失，多半是没有传完。",
        "The picture “{picture}” is cut off: the file ends after {size} bytes, most likely it was not sent whole.",
        "请供稿人把原图重新发送一次。",
        "Ask the contributor to send the original file again.",
    ),
    "picture-unreadable": Message(
        "error",
        "图片“{picture}”已损坏，或者不是图片，读不出来。",
        "The picture “{picture}” is damaged or is no picture and cannot be read.",
        "用看图软件打开它：打得开就另存为 JPEG，打不开就请供稿人重发原图。",
        "Try it in a picture viewer: if it opens, save it as JPEG; if not, ask the contributor for the original.",
    ),
    # -- fonts --------------------------------------------------------------------------------------------------
    "font-unreadable": Message(
        "error", "字体文件读不出来：{path}（{detail}）", "the font file cannot be read: {path} ({detail})",
        "请检查路径和权限", "check the path and its permissions",
    ),
    "font-unknown": Message(
        "error", "不是字体文件：{path}", "not a font file: {path}",
        "可用的格式是 .ttf .otf .ttc .otc", "use a .ttf, .otf, .ttc or .otc file",
    ),
    "font-packed": Message(
        "error", "网页字体（WOFF）不能直接用：{path}", "a web font (WOFF) cannot be used as it is: {path}",
        "请先解压成 .ttf 或 .otf", "unpack it to .ttf or .otf first",
    ),
    "font-damaged": Message(
        "error", "字体文件已损坏：{path}（{detail}）", "the font file is damaged: {path} ({detail})",
        "请重新取得这个文件", "fetch the file anew",
    ),
    "font-number": Message(
        "error", "字体集 {path} 只有 {count} 个字体，没有第 {number} 个（从 0 数起）",
        "the collection {path} has {count} faces and none with number {number} (counted from 0)",
    ),
    "font-variable": Message(
        "error", "暂不支持可变字体：{path}", "variable fonts are not supported: {path}",
        "请改用固定字重的字体文件", "use the static file of the weight that is wanted",
    ),
    "font-no-outlines": Message(
        "error", "字体没有轮廓字形（只有点阵）：{path}", "the font has no outlines (bitmaps only): {path}",
        "请换用 TrueType 或 CFF 轮廓字体", "use a font with TrueType or CFF outlines",
    ),
    "font-forbids-embedding": Message(
        "error", "字体的许可位不准嵌入子集：{path}（{detail}）",
        "the font's licence bits forbid embedding a subset: {path} ({detail})",
        "请换用准许嵌入的字体", "use a font that allows embedding",
    ),
    "font-subset-differs": Message(
        "error", "字体 {face} 取子集后字形有变：{detail}", "glyphs of {face} changed in the subset: {detail}",
        "字体文件可能已损坏，请重新取得", "the font file may be damaged: fetch it anew",
    ),
    # -- typeset ------------------------------------------------------------------------------------------------
    # -- layout -------------------------------------------------------------------------------------------------
}
