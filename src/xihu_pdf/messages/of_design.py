"""Findings of the design check."""

from xihu_pdf.messages.message import Message

__all__ = ["MESSAGES"]

MESSAGES: dict[str, Message] = {
    "page-head-grows": Message(
        "warning",
        "“{text}”的标题比它上面的“{other}”还大（题号倒挂）",
        "the headline “{text}” is larger than “{other}” above it",
        "提高它的重要性（importance），让它排到上面，或者降低上面一篇的",
        "give it more importance, so that it stands above, or the other less",
    ),
    "page-gap-through": Message(
        "note",
        "第 {column} 栏右边的栏缝从版头直通版脚（通缝）",
        "the gutter right of column {column} runs from the head of the page to its foot",
        "让一篇稿件跨过这条缝：改它的栏数或重要性",
        "let an article stand across it: change its columns or its importance",
    ),
    "leg-long": Message(
        "warning",
        "“{text}”的栏腿有 {lines} 行，超过 {most} 行（25 厘米）",
        "a leg of “{text}” has {lines} lines, more than {most} (25 cm)",
        "给它多占一栏，或者在中间加小标题、图片",
        "give it one more column, or a subhead or a photograph in between",
    ),
    "leg-short": Message(
        "note",
        "“{text}”的栏腿只有 {lines} 行，不足 {least} 行（5 厘米），稿子排得太散",
        "the legs of “{text}” have {lines} lines only, fewer than {least} (5 cm): it is spread too thin",
        "让它少占一栏（columns）",
        "give it fewer columns",
    ),
    "pictures-equal": Message(
        "warning",
        "图片“{picture}”与“{other}”差不多大，版面没有主图",
        "“{picture}” and “{other}” are of nearly equal size: none dominates",
        "给其中一张写 columns（栏数），让主图明显大些",
        "give one of them its columns, so that one is clearly larger",
    ),
    "picture-looks-out": Message(
        "warning",
        "图片“{picture}”在版边，画面里的人或车朝版外看",
        "“{picture}” stands at the edge of the page and looks off it",
        "换一张，或者把这篇稿件排到另一边；不要把图片左右翻转",
        "take another, or move the article to the other side; do not mirror the photograph",
    ),
    "credit-missing": Message(
        "note",
        "图片“{picture}”没有署摄影者，稿件的署名里也没有写明",
        "“{picture}” has no credit, and the byline of its article names no photographer",
        "在这张图片下写 credit（摄影），或在稿件署名里写明“图文”“文/图”“摄影”",
        "write a credit below it, or name the photographer in the byline (图文, 文/图, 摄影)",
    ),
    "byline-white": Message(
        "note",
        "“{text}”的署名上面空了 {lines} 行",
        "{lines} lines are white above the byline of “{text}”",
        "补一两行字，或删几个字",
        "add a line or two, or cut some characters",
    ),
    "leg-white": Message(
        "note",
        "“{text}”的最后一栏短了 {lines} 行，用尾花补上",
        "the last column of “{text}” is {lines} lines short, an ornament stands there",
        "补一两行字，或加署名",
        "add a line or two, or a byline",
    ),
    "notice-white": Message(
        "note",
        "启事或广告比它的内容高 {lines} 行，是拿它来补版面的不足",
        "the notice or advertisement is {lines} lines higher than what is in it, to fill the page",
        "给本版补些稿子；有意这样的，给它写 lines（行数）",
        "add copy to the page; where it is meant so, give it its lines",
    ),
    "mark-unpaired": Message(
        "note",
        "“{mark}”没有另一半：{text}",
        "“{mark}” lacks its other half: {text}",
        "补上另一半，或者删去这一个",
        "add the other half, or delete this one",
    ),
    "mark-half-width": Message(
        "note",
        "汉字旁边是半角的 {mark}：{text}",
        "a half-width {mark} stands beside Han: {text}",
        "改用 {instead}",
        "type {instead} instead",
    ),
    "accepted": Message(
        "note",
        "已认可：{finding}（理由：{reason}）",
        "accepted: {finding} (reason: {reason})",
    ),
    "accept-idle": Message(
        "note",
        "认可的问题“{finding}”这一版没有",
        "the page has no “{finding}” to accept",
        "删去这一条认可",
        "take the waiver out",
    ),
}
