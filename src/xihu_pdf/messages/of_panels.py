"""Findings of boxes, tables, notices and QR codes."""

from xihu_pdf.messages.message import Message

__all__ = ["MESSAGES"]

MESSAGES: dict[str, Message] = {
    "panel-wide": Message(
        "error",
        "这个框件在 {columns} 栏宽里排不下",
        "the box does not fit on {columns} columns",
        "增大 columns（栏数）、减少表的栏，或缩短表中文字、标题和网址",
        "give it more columns, the table fewer, or shorten what stands in its cells, heading or address",
    ),
    "panel-lines": Message(
        "error",
        "这个框件要 {needed} 行，lines（行数）只有 {asked} 行",
        "the box needs {needed} lines, its lines are {asked}",
        "把 lines（行数）改为 {needed} 以上，加宽 columns（栏数），或删减文字",
        "let its lines be {needed} or more, give it more columns, or cut its copy",
    ),
    "cure-box": Message(
        "note",
        "去掉“{text}”的这个资料框，这一版就排得下",
        "without this box of “{text}” the page can be made up",
    ),
    "cure-summary": Message(
        "note",
        "去掉“{text}”的提要，这一版就排得下",
        "without the summary of “{text}” the page can be made up",
    ),
    "panel-vertical": Message(
        "error",
        "竖排的稿件里还不能排资料框和二维码",
        "an article set vertically cannot have boxes or a QR code as yet",
        "把它们移到横排的稿件里",
        "move them to an article that is set horizontally",
    ),
    "table-ragged": Message(
        "error",
        "表的这一行有 {cells} 格，第一行有 {columns} 格",
        "the row of the table has {cells} cells, the first one has {columns}",
        "各格以竖线 | 隔开，空格子也要留竖线",
        "part the cells by |, and leave a bar for an empty one too",
    ),
    "table-align": Message(
        "error",
        "align（对齐）写了 {given} 个，表有 {columns} 栏",
        "align has {given} words, the table {columns} columns",
        "每栏写一个左、中或右，或不写",
        "write left, center or right for each column, or leave it out",
    ),
    "code-long": Message(
        "error",
        "二维码的内容太长（{count} 字），任何二维码都装不下",
        "what the QR code should hold is too long for any ({count} characters)",
        "改用短网址",
        "use a short address",
    ),
}
