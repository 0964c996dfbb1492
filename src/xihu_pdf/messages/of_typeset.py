"""Findings of lines."""

from xihu_pdf.messages.message import Message

__all__ = ["MESSAGES"]

MESSAGES: dict[str, Message] = {
    "glyph-missing": Message(
        "error",
        "《{article}》中的“{character}”（{point}）没有一个字体有",
        "no font has “{character}” ({point}) in “{article}”",
        "请把有这个字的字体放进 fonts 文件夹，或改用别的字",
        "put a font that has it into the fonts folder, or write it otherwise",
    ),
    "glyph-lookalike": Message(
        "error",
        "《{article}》中的“{character}”（{point}）没有一个字体有，看上去和“{instead}”一样",
        "no font has “{character}” ({point}) in “{article}”, which looks like “{instead}”",
        "改打“{instead}”",
        "type “{instead}” instead",
    ),
    "language-face": Message(
        "warning",
        "语言是 {language}，而自带字体只有中国大陆字形，字形和标点的位置不合当地习惯",
        "the language is {language}, but the shipped faces hold mainland forms alone, which are not as is usual there",
        "在“字体”里写上当地的字体文件",
        "name font files of that region under “fonts”",
    ),
    "script-refused": Message(
        "error",
        "《{article}》里有不能正确排版的文字：{script}（“{character}”，{point}）",
        "“{article}” has letters of a script that cannot be set rightly: {script} (“{character}”, {point})",
        "把这段文字做成图片放进版面，或改用中文",
        "place the passage as a picture, or write it otherwise",
    ),
    "line-loose": Message(
        "warning",
        "这一行字间太松（{gap} 字）：{text}；下一行开头的“{after}”排不进来",
        "this line has gaps of {gap} em: {text}; “{after}”, with which the next one begins, does not go in",
        "在近处增删一两个字，或换个写法",
        "add or cut a character nearby, or write it otherwise",
    ),
    "text-wide": Message(
        "error",
        "这里放不下“{text}”，宽出 {points} 点",
        "“{text}” is {points} points wider than its place",
        "改短，或写成可以断行的文字",
        "shorten it, or write it so that it can be broken",
    ),
    "line-short": Message(
        "warning",
        "这一行只有一个外文词或网址的一截，差 {points} 点排不满：{text}",
        "this line holds a part of one Western word or address and falls short by {points} points: {text}",
        "改短网址，或在近处增删几个字",
        "shorten the address, or add or cut a few characters nearby",
    ),
    "readings-cross": Message(
        "warning",
        "这一行的注音，和邻行的字、着重号、专名线、书名线或旁边的线条叠在一起：{text}",
        "the readings of this line lie on letters, dots or lines beside it: {text}",
        "行距容不下两种，去掉其中一处，或把读音写在括号里",
        "there is no room for both: leave one of them out, or write the reading in brackets",
    ),
    "dots-cross": Message(
        "warning",
        "这一行的着重号落在下一行的字上：{text}",
        "the emphasis dots of this line lie on the letters of the next: {text}",
        "标题的行距容不下点和线两样，去掉着重号，或去掉专名线、书名线",
        "a heading has no room for dots under a line: leave out one of them",
    ),
    "line-overfull": Message(
        "warning",
        "这一行宽出本栏 {points} 点：{text}",
        "this line is {points} points wider than its column: {text}",
        "改写这一句，不要让这么多标点连在一起",
        "write it otherwise: these marks cannot be parted",
    ),
}
