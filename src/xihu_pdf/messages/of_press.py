"""Findings of the file for the press."""

from xihu_pdf.messages.message import Message

__all__ = ["MESSAGES"]

_TO_MAKERS = (
    "请把 content.yaml 和所用的字体、图片交给程序的作者；在此之前换一种印制要求（--for）。",
    "Give content.yaml, its fonts and pictures to the makers of the program; until then take another order (--for).",
)


def _broken(zh: str, en: str) -> Message:
    """A file that is not what was promised, which no editor can cure."""
    return Message("error", zh, en, *_TO_MAKERS)


MESSAGES: dict[str, Message] = {
    "ink-limit": Message(
        "error",
        "文字、线条或底色的总墨量达 {total}%，超过这种印制要求的 {limit}%（{place}）。",
        "Letters, rules or grounds have {total} % of ink, above the {limit} % of this order ({place}).",
        "换一种颜色，或另选印制要求（--for）。",
        "Take another colour, or another order (--for).",
    ),
    "press-place": Message(
        "note",
        "第 {page} 版，左 {x}、上 {y} 毫米处",
        "page {page}, {x} mm from the left, {y} mm from the top",
    ),
    "sheet-place": Message(
        "note",
        "第 {number} 面，左 {x}、上 {y} 毫米处",
        "side {number}, {x} mm from the left, {y} mm from the top",
    ),
    "trim-near": Message(
        "warning",
        "离裁切线只有 {distance} 毫米，应有 {margin} 毫米，裁切或折页时会伤到（{place}）。",
        "Only {distance} mm from the trim, where {margin} mm are wanted: cutting or folding may hurt it ({place}).",
        "往里移，或用更大的页边。",
        "Move it inward, or take wider margins.",
    ),
    "trim-paper": Message(
        "warning",
        "版面 {width} × {height} 毫米，比办公打印机最大的纸 A3 还大，缩到 {percent}% 才印得下。",
        "The pages have {width} × {height} mm, more than A3, the largest sheet of an office printer; {percent} % fit.",
        "打印时选“适合纸张”，或用 --impose A3二合一、A3四合一 看样；要原大就用 --for press 或 --for sheetfed 交印厂。",
        "Print it fitted to the paper, or proofs with --impose two-a3 or four-a3; for full size take --for press or "
        "--for sheetfed to a press.",
    ),
    "type-solid": Message(
        "warning",
        "“{text}”只有 {size} 点，这种印制要求的最小字号是 {least} 点（{place}）。",
        "“{text}” is set in {size} pt; the least of this order is {least} pt ({place}).",
        "把字号加大。",
        "Set it larger.",
    ),
    "type-reading": Message(
        "warning",
        "注音“{text}”只有 {size} 点，这种印制要求最小 {least} 点，会印糊（{place}）。",
        "The reading “{text}” is set in {size} pt; below {least} pt its strokes fill in this order ({place}).",
        "注音随正文的字号：改注拼音，或把读音写在字后的括号里。",
        "It follows the size of its words: take pinyin, or write the reading in brackets behind them.",
    ),
    "type-tint": Message(
        "warning",
        "“{text}”是浅色小字，网点会使笔画发虚：{size} 点，浅色字最小 {least} 点（{place}）。",
        "“{text}” is small type in a tint, whose dots fray its strokes: {size} pt, at least {least} pt ({place}).",
        "改用实地色，或把字号加大。",
        "Print it in a solid ink, or set it larger.",
    ),
    "type-mixed": Message(
        "warning",
        "“{text}”是多色叠印的小字，套印稍有不准就重影：{size} 点，多色字最小 {least} 点（{place}）。",
        "“{text}” is small type in several inks, doubled where plates shift: {size} pt, least {least} pt ({place}).",
        "小字用黑色，颜色留给大字。",
        "Print small type in black and keep colour for large type.",
    ),
    "type-reversed": Message(
        "warning",
        "“{text}”是反白小字，油墨会把笔画糊住：{size} 点，反白字最小 {least} 点（{place}）。",
        "“{text}” is small reversed type, which ink fills: {size} pt, at least {least} pt ({place}).",
        "把字号加大、笔画加粗，或改成浅底黑字。",
        "Set it larger and bolder, or in black on a light ground.",
    ),
    "rule-solid": Message(
        "warning",
        "线太细：{weight} 点，这种印制要求最细 {least} 点（{place}）。",
        "A rule is too thin: {weight} pt, at least {least} pt in this order ({place}).",
        "把线加粗。",
        "Take a heavier rule.",
    ),
    "rule-tint": Message(
        "warning",
        "浅色线太细，网点会使它断开：{weight} 点，最细 {least} 点（{place}）。",
        "A rule in a tint is too thin, its dots break it: {weight} pt, at least {least} pt ({place}).",
        "改用实地色，或把线加粗。",
        "Print it in a solid ink, or take a heavier rule.",
    ),
    "rule-mixed": Message(
        "warning",
        "多色叠印的线太细，套印稍有不准就重影：{weight} 点，最细 {least} 点（{place}）。",
        "A rule in several inks is too thin, they double where plates shift: {weight} pt, least {least} pt ({place}).",
        "改用黑色，或把线加粗。",
        "Print it in black, or take a heavier rule.",
    ),
    "rule-reversed": Message(
        "warning",
        "反白线太细，油墨会把它糊住：{weight} 点，最细 {least} 点（{place}）。",
        "A reversed rule is too thin, ink fills it: {weight} pt, at least {least} pt ({place}).",
        "把线加粗。",
        "Take a heavier rule.",
    ),
    "bleed-short": Message(
        "warning",
        "图片排到了切口，裁切线外却没有画面可留出血，差 {lacking} 毫米，裁偏时会露白边（{place}）。",
        "A picture reaches the trim but has nothing to show beyond it: {lacking} mm of bleed are wanting, "
        "and a white edge may be left by the cut ({place}).",
        "把图裁小一点（给四边留画面），或让它离开切口。",
        "Crop the picture more tightly, so that it has something left at this side, or move it off the trim.",
    ),
    "profile-closed": Message(
        "error",
        "印刷特性文件“{file}”打不开：{reason}。",
        "The printing profile “{file}” cannot be opened: {reason}.",
        "路径从内容文件所在的文件夹算起；没有印厂的特性文件就删去这一行。",
        "The path starts at the folder of the content file; leave the line out if the press house gave none.",
    ),
    "profile-broken": Message(
        "error",
        "“{file}”不是 ICC 特性文件，或者不完整。",
        "“{file}” is no ICC profile, or is cut off.",
        "请印厂重新发送 .icc 文件。",
        "Ask the press house to send the .icc file again.",
    ),
    "profile-kind": Message(
        "error",
        "“{file}”不是四色印刷的特性文件（设备类别 {device}，色彩空间 {space}；应为 prtr、CMYK）。",
        "“{file}” is no profile of printing in four inks (device {device}, colours {space}; wanted are prtr and CMYK).",
        "请向印厂要“输出特性文件”，不要用显示器或扫描仪的。",
        "Ask the press house for its output profile; those of screens and scanners do not serve.",
    ),
    "profile-version": Message(
        "error",
        "“{file}”是 {version} 版的特性文件，PDF 里只能用第 2 版和第 4 版。",
        "“{file}” is a profile of version {version}; a PDF takes versions 2 and 4.",
        "请印厂另给一份第 2 版或第 4 版的。",
        "Ask the press house for one of version 2 or 4.",
    ),
    "profile-one-way": Message(
        "error",
        "“{file}”不能把颜色换算成油墨，照片无法分色。",
        "“{file}” turns no colours into inks, so that photographs cannot be separated by it.",
        "请印厂给一份完整的输出特性文件（含 A2B、B2A 表）。",
        "Ask the press house for a whole output profile, with tables both ways (A2B and B2A).",
    ),
    "heading-skipped": Message(
        "error",
        "标题级别跳过了：{above} 级之后是 {level} 级。",
        "A level of headings is skipped: level {level} follows level {above}.",
        "补上中间一级的标题。",
        "Put a heading of the level between.",
    ),
    "picture-silent": Message(
        "error",
        "图片没有替代文字（{place}）。",
        "A picture has no alternative text ({place}).",
        "给图片写图说（caption）；公告、广告的图稿写替代文字（alternative）。",
        "Give the picture a caption; for the artwork of a notice or advertisement write its alternative.",
    ),
    "sheets-folded": Message(
        "note",
        "拼大版“{scheme_zh}”：{count} 张，正反两面都印，对折后从外到里一张套一张。",
        "Imposed as {scheme_en}: {count} sheet(s), printed on both sides, folded and put one into the other.",
        "双面打印时选“短边翻转”。",
        "On a printer choose to flip on the short edge.",
    ),
    "sheets-flat": Message(
        "note",
        "拼大版“{scheme_zh}”：{count} 面。",
        "Imposed as {scheme_en}: {count} side(s).",
    ),
    "sheets-smaller": Message(
        "note",
        "版面比纸上的位置大，缩到 {percent}%。",
        "The pages are larger than their room on the paper and are made smaller, to {percent} %.",
    ),
    "sheets-type": Message(
        "warning",
        "缩小以后，大版上有 {count} 处的字太小，最小的“{text}”只有 {size} 点，应有 {least} 点（{place}）。",
        "Made smaller, {count} text(s) on the sheets are too small: “{text}” has {size} pt, at least {least} pt "
        "({place}).",
        "选大一号的纸，或每面少拼几版。",
        "Take a larger paper, or fewer pages to a side.",
    ),
    "sheets-rule": Message(
        "warning",
        "缩小以后，大版上有 {count} 处的线太细，最细的只有 {weight} 点，应有 {least} 点（{place}）。",
        "Made smaller, {count} rule(s) on the sheets are too thin: one has {weight} pt, at least {least} pt ({place}).",
        "选大一号的纸，或每面少拼几版。",
        "Take a larger paper, or fewer pages to a side.",
    ),
    "sheets-blank": Message(
        "note",
        "{count} 版拼不满，留 {blanks} 个空白版，下面记作“—”。",
        "{count} page(s) do not fill the sheets: {blanks} stay blank, told as “—” below.",
    ),
    "sheets-half": Message(
        "note",
        "{count} 版要一个半张：最里面一张留 {blanks} 个空白版，记作“—”，印后裁去这一半。",
        "{count} pages take half a sheet: on the innermost one {blanks} stay blank, told as “—”; cut that half off.",
    ),
    "sheet-front": Message(
        "note",
        "第 {sheet} 张正面，从左到右：{pages} 版",
        "sheet {sheet}, front, from left to right: page {pages}",
    ),
    "sheet-back": Message(
        "note",
        "第 {sheet} 张反面，从左到右：{pages} 版",
        "sheet {sheet}, back, from left to right: page {pages}",
    ),
    "sheet-side": Message(
        "note",
        "第 {sheet} 面，从左到右，再往下：{pages} 版",
        "side {sheet}, from left to right, then down: page {pages}",
    ),
    "file-damaged": _broken(
        "写出的文件已损坏：{reason}。",
        "The file that was written is damaged: {reason}.",
    ),
    "file-pages": _broken(
        "写出的文件有 {count} 页，应有 {expected} 页。",
        "The file that was written has {count} page(s), it should have {expected}.",
    ),
    "file-standard": _broken(
        "写出的文件没有写明符合 {standards}。",
        "The file that was written does not say that it keeps {standards}.",
    ),
    "file-intent": _broken(
        "写出的文件缺输出意图，或者没有嵌入特性文件。",
        "The file that was written lacks an output intent or its profile.",
    ),
    "file-font": _broken(
        "字体 {font} 没有嵌入写出的文件。",
        "The font {font} is not embedded in the file that was written.",
    ),
    "file-text": _broken(
        "字体 {font} 的字在写出的文件里没有对应的文字，查找、复制、朗读都会失灵。",
        "The letters of the font {font} stand for no text in the file: it cannot be searched, copied or read aloud.",
    ),
    "file-boxes": _broken(
        "写出的文件第 {page} 页没有裁切框，或者页面框互不相容。",
        "Page {page} of the file that was written has no TrimBox, or boxes that do not fit into one another.",
    ),
    "file-annotation": _broken(
        "写出的文件第 {page} 页上有批注或链接，印刷标准不许。",
        "Page {page} of the file that was written has annotations, which the standard for printing forbids.",
    ),
    "file-colour": _broken(
        "写出的文件第 {page} 页用了 RGB，这种印制要求只用油墨色。",
        "Page {page} of the file that was written uses RGB, where the order prints in inks alone.",
    ),
    "file-overprint": _broken(
        "写出的文件第 {page} 页有叠印的白色，印出来会消失。",
        "Page {page} of the file that was written has white that prints over, and would vanish.",
    ),
    "file-tags": _broken(
        "写出的文件第 {page} 页有内容没有标记，朗读时会漏掉。",
        "Page {page} of the file that was written has untagged content, which would not be read aloud.",
    ),
}
