"""Findings of pages."""

from xihu_pdf.messages.message import Message

__all__ = ["MESSAGES"]

MESSAGES: dict[str, Message] = {
    "value-paper": Message(
        "error",
        "“{value}”不是开本",
        "“{value}” is no paper",
        "可写 {papers}，或宽 × 高，各 {low} 至 {high} 毫米，如 190 × 260",
        "write one of {papers}, or width × height, each {low} to {high} millimetres, such as 190 × 260",
    ),
    "paper-writing": Message(
        "error",
        "竖排目前只用于四开、一版一篇的稿件",
        "vertical setting is for one article on a tabloid page as yet",
        "改用横排，或把开本改回四开、一版只放这一篇",
        "set it horizontally, or use the tabloid paper and give the article a page of its own",
    ),
    "subheads-level": Message(
        "warning",
        "小标题“{text}”与前一栏的小标题并排（碰题）",
        "the subhead “{text}” stands side by side with one in the column before it",
        "在前面增删两三行，就会错开",
        "two or three lines more or less before it would part them",
    ),
    "page-articles": Message(
        "error",
        "这一版没有稿件",
        "the page has no article",
        "在 articles（稿件）下写上稿件",
        "write one under articles",
    ),
    "page-many": Message(
        "error",
        "这一版有 {count} 篇稿件，一版最多排 {most} 篇",
        "the page has {count} articles, a page takes {most} at most",
        "把其余的移到别的版上",
        "move the others to another page",
    ),
    "page-articles-long": Message(
        "error",
        "各稿合起来太长：约超出 {lines} 行",
        "the articles together are too long for the page: by about {lines} lines",
        "删稿、去掉图片，或抽下一篇；试排过、确实排得下的改法列在后面",
        "cut copy, or leave out a photograph or an article; changes that were tried and make the page follow",
    ),
    "page-articles-short": Message(
        "error",
        "各稿合起来太短：约差 {lines} 行",
        "the articles together are too short for the page: about {lines} lines are wanting",
        "补稿，或加图片、加稿件；试排过、确实排得下的改法列在后面",
        "add copy, a photograph or an article; changes that were tried and make the page follow",
    ),
    "page-articles-uneven": Message(
        "error",
        "各稿合起来与版面相差不多，但没有一种拼法能使各栏齐底",
        "the articles together nearly fill the page, but no way was found to lay them out with all columns level",
        "把其中一篇增删几十字，或改动一张图片",
        "add or cut some dozens of characters in one of them, or change a photograph",
    ),
    "page-head": Message(
        "error",
        "标题太长，在两行里排不下：{text}",
        "the headline is too long for two lines: {text}",
        "缩短标题，其余写作引题（kicker）或副题（deck）",
        "shorten it, and write the rest as kicker or deck",
    ),
    "page-unfit": Message(
        "error",
        "“{text}”在哪几栏里都排不齐：正文太短，或者与图片不相称",
        "“{text}” cannot be set with level columns on any number of columns: its text is too short, or does not suit"
        " its photographs",
        "给它补几十字，或去掉图片",
        "add some dozens of characters, or leave a photograph out",
    ),
    "page-heads-level": Message(
        "warning",
        "标题“{text}”与左边同大的标题并排（碰题）",
        "the headline “{text}” stands side by side with one of its size to the left",
        "改动两稿的重要性、长短或图片，就会错开",
        "another importance, length or photograph of either article parts them",
    ),
    "border-narrow": Message(
        "error",
        "栏太窄，加了边框就不足九字，排不好",
        "inside the frame the columns would be narrower than nine characters, too narrow to set well",
        "去掉 border（花边），或改用细线（hairline）",
        "leave border out, or use a hairline",
    ),
    "head-form": Message(
        "warning",
        "标题“{text}”没有按写明的题式排，这样排不成版；改用了盖文题",
        "the headline “{text}” does not stand as its form asks, which makes no page; it stands over all columns",
        "去掉 form（题式）由程序选，或增删几十字、加宽稿件再试",
        "leave form to the program, or try with some dozens of characters more or less",
    ),
    "page-photographs": Message(
        "error",
        "这篇稿件有 {count} 张图片，一版最多排 {most} 张",
        "the article has {count} photographs, a page takes {most} at most",
        "请减少图片",
        "leave some out",
    ),
    "page-long": Message(
        "error",
        "稿子太长：至少超出 {lines} 行",
        "the copy is too long for the page, by {lines} lines at the least",
        "删稿或减少图片；试排过、确实排得下的改法列在后面，没有列出的要分成两版",
        "cut copy or photographs; changes that were tried and make the page follow, without any it needs two pages",
    ),
    "page-short": Message(
        "error",
        "稿子太短：至少还差 {lines} 行",
        "the copy is too short for the page, {lines} lines are wanting at the least",
        "补稿或加一张图片；试排过、确实排得下的改法列在后面",
        "add copy or another photograph; changes that were tried and make the page follow",
    ),
    "page-empty": Message(
        "error",
        "这篇稿件没有正文",
        "the article has no text",
        "写上正文（paragraphs）或小节（sections）",
        "give it paragraphs or sections",
    ),
    "page-crowded": Message(
        "error",
        "标题和图片占满了版面，正文没有地方",
        "headline and photographs leave no room for the text",
        "减少图片，或换用不太高也不太扁的图片",
        "leave photographs out, or use some that are neither very tall nor very wide",
    ),
    "page-columns": Message(
        "error",
        "没有一种版式能让图片正好占这么多栏：{widths}",
        "no arrangement gives the photographs these widths in columns: {widths}",
        "主图可占 1 至 6 栏，其余各占 1 至 3 栏；只写主图的栏数，其余留给程序",
        "the first can take 1 to 6 columns, the others 1 to 3; give that of the first and leave the others out",
    ),
    "cure-columns": Message(
        "note",
        "去掉 columns（栏数），由程序选图宽，这一版就排得下",
        "without columns, the widths left to the program, the page can be made up",
    ),
    "cure-photographs": Message(
        "note",
        "去掉最后 {count} 张图片，这一版就排得下",
        "without the last {count} photographs the page can be made up",
    ),
    "page-uneven": Message(
        "error",
        "行数合适，但找不到一种分栏办法使各栏齐底而又不留孤行",
        "the lines would fit, but no way was found to end all columns level without a stranded line",
        "增删几行；试排过、确实排得下的改法列在后面",
        "add or cut some lines; changes that were tried and make the page follow",
    ),
}
