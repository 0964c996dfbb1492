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
    "content-missing": Message(
        "error", "找不到内容文件“{file}”。", "The content file “{file}” is not there.",
        "核对文件名，并在它所在的文件夹里运行。", "Check its name and run in the folder that holds it.",
    ),
    "content-unreadable": Message(
        "error", "内容文件“{file}”读不出来。", "The content file “{file}” cannot be read.",
        "它须是普通文件，并且有读取权限。", "It must be an ordinary file that you are allowed to read.",
    ),
    "content-large": Message(
        "error", "内容文件“{file}”有 {size} 字节，超过 {limit} 字节的上限。",
        "The content file “{file}” has {size} bytes, above the limit of {limit}.",
        "内容文件只放文字；图片另存文件，写上文件名。", "Keep only words in it; name pictures by their files.",
    ),
    "content-empty": Message(
        "error", "内容文件是空的。", "The content file is empty.",
        "从 content.yaml 抄一份改写。", "Begin with a copy of content.yaml.",
    ),
    "encoding-utf8": Message(
        "error", "文件不是 UTF-8 编码：第 {offset} 个字节（从 0 数起）是 {byte}。",
        "The file is not UTF-8: byte {offset}, counted from 0, is {byte}.",
        "用编辑器打开，另存为 UTF-8。", "Open it in an editor and save it as UTF-8.",
    ),
    "encoding-gb18030": Message(
        "error", "文件不是 UTF-8，而像是 GB18030（GBK）编码，从第 {offset} 个字节（从 0 数起）可知。",
        "The file is not UTF-8 but looks like GB18030 (GBK), as byte {offset}, counted from 0, shows.",
        "在记事本里“另存为”，编码选 UTF-8。", "Save it anew with the encoding UTF-8.",
    ),
    "encoding-utf16": Message(
        "error", "文件是 UTF-16 编码（记事本里叫“Unicode”）。", "The file is UTF-16 (which Notepad calls “Unicode”).",
        "在记事本里“另存为”，编码选 UTF-8。", "Save it anew with the encoding UTF-8.",
    ),
    "character-unprintable": Message(
        "error", "这里有一个不能印的字符 {character}。", "The character {character} here cannot be printed.",
        "删去它；若是 U+FFFD，原字在转换编码时已丢失，请补上。",
        "Delete it; U+FFFD stands for a character that a conversion has lost: put that back.",
    ),
    "comment-glued": Message(
        "warning", "“{comment}”被当作注释，不会印出。", "“{comment}” is taken for a comment and not printed.",
        "若是正文，给整段加上引号；若是注释，在 # 后空一格。",
        "If it is copy, put the whole text in quotes; if it is a comment, leave a blank after the #.",
    ),
    "yaml-tab": Message(
        "error", "行首缩进用了制表符（Tab）。", "The line is indented with a tab.",
        "改用空格，每级两个。", "Use blanks, two for each level.",
    ),
    "yaml-colon-wide": Message(
        "error", "键后面用了全角冒号“：”。", "A full-width colon “：” follows the key.",
        "改用半角冒号，后面空一格：“键: 值”。", "Write an ASCII colon and a blank: “key: value”.",
    ),
    "yaml-colon-glued": Message(
        "error", "键的冒号后面没有空格。", "No blank follows the colon of the key.",
        "冒号后空一格：“键: 值”。", "Leave a blank after the colon: “key: value”.",
    ),
    "yaml-colon": Message(
        "error", "这里的冒号读不通。", "The colon here makes no sense.",
        "若在正文里，改用全角冒号“：”；若是键，核对这行和上一行的缩进与冒号。",
        "In copy use the full-width “：”; after a key check the indentation and colon of this line and the one above.",
    ),
    "yaml-quote": Message(
        "error", "引号没有配对，从这里一直开到文末。", "This quote is never closed.",
        "补上另一个引号；引文用中文引号“”就不必配。", "Close it; quotations in copy are set in “”, which need no care.",
    ),
    "yaml-quote-after": Message(
        "error", "半角引号关上以后还有文字。", "Text follows a closed ASCII quote.",
        "引文改用中文引号“”，或检查上文的引号是否配对。", "Set quotations in “”, or check that the quotes above are paired.",
    ),
    "yaml-start": Message(
        "error", "文字不能以半角“{character}”开头。", "A text cannot begin with ASCII “{character}”.",
        "给整段文字加上引号。", "Put the whole text in quotes.",
    ),
    "yaml-indent": Message(
        "error", "这一行的缩进或写法与上文不合。", "This line does not fit those above in its indentation or form.",
        "同级的键、同级的“- ”要左对齐，并用空格缩进。", "Align keys of one level, and dashes of one level, with blanks.",
    ),
    "yaml-syntax": Message(
        "error", "这里不合 YAML 的写法（{problem}）。", "This is not well-formed YAML ({problem}).",
        "对照 content.yaml 检查这一行和上一行；特殊的文字可加引号。",
        "Compare this line and the one above with content.yaml; put unusual text in quotes.",
    ),
    "yaml-depth": Message(
        "error", "嵌套超过 {limit} 层。", "The nesting is deeper than {limit} levels.",
        "文字若以 [ 或 {{ 开头，给它加上引号。", "If a text begins with [ or {{, put it in quotes.",
    ),
    "yaml-documents": Message(
        "error", "这里开始了第二份文档（---）。", "A second document (---) begins here.",
        "一个文件只放一期；删去这行 ---。", "A file holds one edition; delete this ---.",
    ),
    "yaml-alias": Message(
        "error", "不能用别名 *{name}。", "The alias *{name} is not allowed.",
        "把内容照写一遍；若是正文，给整段加上引号。", "Write the content out; if it is copy, put the whole text in quotes.",
    ),
    "yaml-anchor": Message(
        "error", "不能用锚点 &{name}。", "The anchor &{name} is not allowed.",
        "删去它；若是正文，给整段加上引号。", "Delete it; if it is copy, put the whole text in quotes.",
    ),
    "yaml-tag": Message(
        "error", "不能用标签 {name}。", "The tag {name} is not allowed.",
        "删去它；若是正文，给整段加上引号。", "Delete it; if it is copy, put the whole text in quotes.",
    ),
    "yaml-merge": Message(
        "error", "不能用合并键 <<。", "The merge key << is not allowed.",
        "把各个键照写一遍。", "Write the keys out.",
    ),
    "key-near": Message(
        "error", "{node_zh}里没有“{key}”这个键。", "There is no key “{key}” in the {node_en}.",
        "是不是 {near}（{alias}）？", "Did you mean {near} ({alias})?",
    ),
    "key-unknown": Message(
        "error", "{node_zh}里没有“{key}”这个键。", "There is no key “{key}” in the {node_en}.",
        "可用的键：{allowed}。", "The keys are: {allowed}.",
    ),
    "key-form": Message(
        "error", "键只能是文字。", "A key can only be a text.",
        "若是正文，给整段加上引号。", "If it is copy, put the whole text in quotes.",
    ),
    "key-duplicate": Message(
        "error", "“{key}”与第 {line} 行的“{other}”重复。", "“{key}” repeats “{other}” of line {line}.",
        "只留一个；中英文键名算同一个键。", "Keep one; the English and Chinese names are one key.",
    ),
    "key-missing": Message(
        "error", "{node_zh}缺少 {key}（{alias}）。", "The {node_en} lacks {key} ({alias}).",
        "补上这一行：“{alias}: ……”。", "Add a line “{key}: …”.",
    ),
    "value-form": Message(
        "error", "{key}（{alias}）应是{wanted_zh}，这里却是{got_zh}。",
        "{key} ({alias}) should be a {wanted_en}, but here is {got_en}.",
        "对照 docs/content.md 里这个键的写法。", "See how docs/content.md has this key written.",
    ),
    "value-colon": Message(
        "error", "{key}（{alias}）应是文字，却因半角冒号后有空格被读成了“键: 值”。",
        "{key} ({alias}) should be text, but a colon and blank in it make it a “key: value”.",
        "文字里用全角冒号“：”，或给整段加上引号。", "Use the full-width “：” in copy, or put the whole text in quotes.",
    ),
    "value-empty": Message(
        "error", "{key}（{alias}）是空的。", "{key} ({alias}) is empty.",
        "填上内容，不需要就删去。", "Fill it in, or delete it if it is not wanted.",
    ),
    "value-choice": Message(
        "error", "{key} 没有“{value}”这个选项。", "{key} cannot be “{value}”.",
        "可选：{choices}。", "Choose one of: {choices}.",
    ),
    "value-date": Message(
        "error", "{key} 的“{value}”不是有效日期。", "“{value}” is no valid date for {key}.",
        "写成“年-月-日”，如 2023-01-31。", "Write year-month-day, such as 2023-01-31.",
    ),
    "value-integer": Message(
        "error", "{key} 的“{value}”不是 {low} 到 {high} 的整数。", "“{value}” for {key} is no whole number from {low} to {high}.",
        "用半角数字。", "Use ASCII digits.",
    ),
    "value-language": Message(
        "error", "{key} 的“{value}”不是语言代码。", "“{value}” for {key} is no language tag.",
        "简体中文写 zh-Hans，繁体中文写 zh-Hant。", "Write zh-Hans for simplified Chinese, zh-Hant for traditional.",
    ),
    "value-box": Message(
        "error", "{key} 应是四个 0 到 1 之间的小数，左小于右，上小于下。",
        "{key} should be four fractions from 0 to 1, left less than right and top less than bottom.",
        "如 [0.1, 0.2, 0.9, 0.95]：左、上、右、下。", "Such as [0.1, 0.2, 0.9, 0.95]: left, top, right, bottom.",
    ),
    "path-outside": Message(
        "error", "“{path}”不是内容文件夹里的文件。", "“{path}” is no file in the content folder.",
        "把文件放进内容文件夹，写相对路径，如 images/rice.jpg。",
        "Put the file into the content folder and write its path from there, such as images/rice.jpg.",
    ),
    "path-backslash": Message(
        "error", "路径“{path}”里有反斜线。", "The path “{path}” has a backslash.",
        "改用 /，如 images/rice.jpg。", "Use /, such as images/rice.jpg.",
    ),
    "faults-more": Message(
        "error", "另有 {count} 处错误没有列出。", "{count} more faults are not listed.",
        "先改正以上各处，再运行一次。", "Correct those above and run again.",
    ),
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
