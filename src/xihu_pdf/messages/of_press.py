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
    "bleed-short": Message(
        "warning",
        "图片排到了切口，裁切线外却没有画面可留出血，差 {lacking} 毫米，裁偏时会露白边。",
        "A picture reaches the trim but has nothing to show beyond it: {lacking} mm of bleed are wanting, "
        "and a white edge may be left where it is cut.",
        "把图裁小一点（给四边留画面），或让它离开切口。",
        "Crop the picture more tightly, so that it has something left at this side, or move it off the trim.",
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
