"""Findings of the file for the press."""

from xihu_pdf.messages.message import Message

__all__ = ["MESSAGES"]

MESSAGES: dict[str, Message] = {
    "ink-limit": Message(
        "error",
        "有的文字或线条总墨量达 {total}%，超过这种印制要求的 {limit}%。",
        "Letters or rules have {total} % of ink, above the {limit} % of this order.",
        "换一种强调色，或另选印制要求（--for）。",
        "Take another accent, or another order (--for).",
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
        "有 {count} 张图片没有替代文字。",
        "{count} picture(s) have no alternative text.",
        "给图片写图说。",
        "Give the picture a caption.",
    ),
}
