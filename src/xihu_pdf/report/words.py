"""The words of the report in both languages."""

from typing import NamedTuple

__all__ = ["ITEMS", "SEVERITIES", "WORDS", "Item", "say"]


class Item(NamedTuple):
    """A thing that is looked at: its names, and how the codes of its findings begin.

    ``written`` is what is looked at in the written file, and needs it.
    """

    zh: str
    en: str
    codes: tuple[str, ...]
    written: bool = False


# In the order in which they are read, by columns.
ITEMS = (
    Item("图片清晰度", "Resolution", ("picture-soft", "picture-coarse")),
    Item("图片比例", "Proportions", ("picture-distorted",)),
    Item("图片墨量", "Ink of pictures", ("picture-ink",)),
    Item("文字线条墨量", "Ink of type and rules", ("ink-",)),
    Item("小字与反白字", "Small type", ("type-", "sheets-type")),
    Item("细线", "Thin rules", ("rule-", "sheets-rule")),
    Item("裁切与出血", "Trim and bleed", ("trim-", "bleed-")),
    Item("替代文字", "Alternative text", ("alt-", "picture-silent")),
    Item("标题级别", "Levels of headings", ("heading-",)),
    Item("文件完整", "File undamaged", ("file-damaged",), written=True),
    Item("页数与页面框", "Pages and boxes", ("file-pages", "file-boxes"), written=True),
    Item("字体嵌入", "Fonts embedded", ("file-font",), written=True),
    Item("文字可查可读", "Text can be read", ("file-text",), written=True),
    Item("标准标识", "Standards named", ("file-standard",), written=True),
    Item("输出意图", "Output intent", ("file-intent", "profile-"), written=True),
    Item("颜色空间", "Colour spaces", ("file-colour",), written=True),
    Item("白色叠印", "White overprint", ("file-overprint",), written=True),
    Item("结构与批注", "Tags, annotations", ("file-tags", "file-annotation"), written=True),
)

SEVERITIES = {
    "error": {"zh": "错误", "en": "Error"},
    "warning": {"zh": "提醒", "en": "Warning"},
    "note": {"zh": "说明", "en": "Note"},
}

WORDS = {
    "title": {"zh": "印前检查报告", "en": "Preflight report"},
    "passed": {"zh": "检查通过", "en": "Passed"},
    "failed": {"zh": "检查未通过", "en": "Not passed"},
    "count": {"zh": "{errors} 处错误，{warnings} 处提醒", "en": "{errors} error(s), {warnings} warning(s)"},
    "content": {"zh": "内容文件", "en": "Content"},
    "order": {"zh": "印制要求", "en": "Order"},
    "date": {"zh": "出版日期", "en": "Date"},
    "undated": {"zh": "未注明", "en": "none given"},
    "pages": {"zh": "版数", "en": "Pages"},
    "page-count": {"zh": "{count} 版", "en": "{count}"},
    "press": {"zh": "报纸印刷", "en": "Newsprint"},
    "sheetfed": {"zh": "单张纸印刷", "en": "Sheet-fed"},
    "office": {"zh": "办公打印", "en": "Office"},
    "archive": {"zh": "归档", "en": "Archive"},
    "screen": {"zh": "屏幕阅读", "en": "Screen"},
    "file": {"zh": "成品文件", "en": "The file"},
    "standards": {"zh": "标准", "en": "Standards"},
    "standards-of": {"zh": "{standards}（PDF {version}）", "en": "{standards} (PDF {version})"},
    "comma": {"zh": "、", "en": ", "},
    "semicolon": {"zh": "；", "en": "; "},
    "condition": {"zh": "印刷条件", "en": "Condition"},
    "size": {"zh": "成品尺寸", "en": "Trim size"},
    "millimetres": {
        "zh": "{width} × {height} 毫米，出血 {bleed} 毫米",
        "en": "{width} × {height} mm, bleed {bleed} mm",
    },
    "inks": {"zh": "色版", "en": "Plates"},
    "cmyk": {"zh": "青、品、黄、黑", "en": "cyan, magenta, yellow, black"},
    "rgb": {"zh": "RGB，不分色", "en": "RGB, not separated"},
    "ink": {"zh": "最大墨量", "en": "Most ink"},
    "ink-of": {"zh": "文字线条 {letters}%，图片 {pictures}", "en": "type and rules {letters} %, pictures {pictures}"},
    "percent": {"zh": "{share}%", "en": "{share} %"},
    "limit": {"zh": "{told}（限 {limit}%）", "en": "{told} (limit {limit} %)"},
    "unwritten": {"zh": "有错误，没有生成文件", "en": "not made because of errors"},
    "unread": {"zh": "没有装 pikepdf，没有复查成品文件", "en": "not read again: pikepdf is not there"},
    "fonts": {"zh": "字体", "en": "Fonts"},
    "embedded": {"zh": "子集，已嵌入", "en": "subset, embedded"},
    "whole": {"zh": "整套，已嵌入", "en": "whole, embedded"},
    "missing": {"zh": "未嵌入", "en": "not embedded"},
    "pictures": {"zh": "图片", "en": "Pictures"},
    "gray": {"zh": "灰度", "en": "gray"},
    "colour-cmyk": {"zh": "CMYK", "en": "CMYK"},
    "colour-rgb": {"zh": "RGB", "en": "RGB"},
    "page": {"zh": "第 {label} 版", "en": "p. {label}"},
    "on-page": {"zh": "{label} 版", "en": "p. {label}"},
    "more": {"zh": "另有 {count} 项", "en": "{count} more"},
    "items": {"zh": "检查项目", "en": "What was looked at"},
    "clean": {"zh": "通过", "en": "passed"},
    "found": {"zh": "{count} 处", "en": "{count} found"},
    "unchecked": {"zh": "未查", "en": "not looked at"},
    "findings": {"zh": "发现的问题", "en": "Findings"},
    "nothing": {"zh": "没有发现问题。", "en": "Nothing was found."},
    "placed": {"zh": "{file} 第 {line} 行：{message}", "en": "{file}, line {line}: {message}"},
    "editor": {"zh": "编辑", "en": "Editor"},
    "reader": {"zh": "校对", "en": "Proofreader"},
    "printer": {"zh": "印厂", "en": "Printer"},
    "signed": {"zh": "日期", "en": "Date"},
    "digest": {"zh": "文件指纹 SHA-256", "en": "SHA-256 of the file"},
}


def say(language: str, key: str, **values: object) -> str:
    """The words of a key in a language, with the values in their places."""
    return WORDS[key][language].format(**values)
