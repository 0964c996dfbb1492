"""Findings of faces."""

from xihu_pdf.messages.message import Message

__all__ = ["MESSAGES"]

MESSAGES: dict[str, Message] = {
    "font-unreadable": Message(
        "error",
        "字体文件读不出来：{path}（{detail}）",
        "the font file cannot be read: {path} ({detail})",
        "请检查路径和权限",
        "check the path and its permissions",
    ),
    "font-unknown": Message(
        "error",
        "不是字体文件：{path}",
        "not a font file: {path}",
        "可用的格式是 .ttf .otf .ttc .otc",
        "use a .ttf, .otf, .ttc or .otc file",
    ),
    "font-packed": Message(
        "error",
        "网页字体（WOFF）不能直接用：{path}",
        "a web font (WOFF) cannot be used as it is: {path}",
        "请先解压成 .ttf 或 .otf",
        "unpack it to .ttf or .otf first",
    ),
    "font-damaged": Message(
        "error",
        "字体文件已损坏：{path}（{detail}）",
        "the font file is damaged: {path} ({detail})",
        "请重新取得这个文件",
        "fetch the file anew",
    ),
    "font-number": Message(
        "error",
        "字体集 {path} 只有 {count} 个字体，没有第 {number} 个（从 0 数起）",
        "the collection {path} has {count} face(s) and none with number {number} (counted from 0)",
        "改用有的序号，或不写 #",
        "use a number that it has, or leave the # out",
    ),
    "font-variable": Message(
        "error",
        "暂不支持 CFF2 轮廓的可变字体：{path}",
        "variable fonts with CFF2 outlines are not supported: {path}",
        "请改用固定字重的字体文件",
        "use the static file of the weight that is wanted",
    ),
    "font-no-outlines": Message(
        "error",
        "字体没有轮廓字形（只有点阵）：{path}",
        "the font has no outlines (bitmaps only): {path}",
        "请换用 TrueType 或 CFF 轮廓字体",
        "use a font with TrueType or CFF outlines",
    ),
    "font-forbids-embedding": Message(
        "error",
        "字体的许可位不准嵌入子集：{path}（{detail}）",
        "the font's licence bits forbid embedding a subset: {path} ({detail})",
        "请换用准许嵌入的字体",
        "use a font that allows embedding",
    ),
    "font-subset-differs": Message(
        "error",
        "字体 {face} 取子集后字形有变：{detail}",
        "glyphs of {face} changed in the subset: {detail}",
        "字体文件可能已损坏，请重新取得",
        "the font file may be damaged: fetch it anew",
    ),
    "font-left-out": Message(
        "warning",
        "fonts 文件夹里有一个文件用不上：{reason}",
        "a file of the fonts folder is left out: {reason}",
        "换一个文件，或把它移走",
        "replace it or take it away",
    ),
    "font-number-form": Message(
        "error",
        "字体“{named}”的 # 后面应是字体集里的序号",
        "in the font “{named}” the number of a face should follow the #",
        "写成 文件名.ttc#0 这样，从 0 数起；单个字体不写 #",
        "write it like name.ttc#0, counted from 0; a single font has no #",
    ),
    "fonts-folder": Message(
        "error",
        "没有这个字体文件夹：{path}",
        "there is no such fonts folder: {path}",
        "请检查 --fonts 后面的路径",
        "check the path after --fonts",
    ),
    "fonts-none": Message(
        "error",
        "一个字体也没有找到",
        "no font was found",
        "请把 fonts 文件夹放在 content.yaml 旁边，或用 --fonts 指定",
        "put the fonts folder beside content.yaml or name it with --fonts",
    ),
}
