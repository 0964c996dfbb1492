"""Findings of where articles are to stand, of plans, and the cures of pages that do not fit."""

from xihu_pdf.messages.message import Message

__all__ = ["MESSAGES"]

MESSAGES: dict[str, Message] = {
    "value-range": Message(
        "error",
        "{key} 的“{value}”不是起止号码",
        "“{value}” of {key} is no range",
        "写成 1-3 这样，从 1 数起，前小后大",
        "write it like 1-3, counted from 1, the lesser number first",
    ),
    "value-broken": Message(
        "error",
        "{key} 的“{value}”不是栏数",
        "“{value}” of {key} is no number of columns",
        "写栏数，如 3；破栏写成 三破二 或 3-in-2，后一个数不大于前一个",
        "write a number such as 3; broken columns as 3-in-2, the second number no greater than the first",
    ),
    "place-outside": Message(
        "error",
        "位置超出版心：这一版有 {columns} 栏，稿件可用第 {first} 至 {last} 行",
        "the place lies outside the type area: there are {columns} columns, and lines {first} to {last} for articles",
        "改小栏号或行号；报头所占的行不能排稿",
        "use lesser numbers; the lines of the nameplate are not for articles",
    ),
    "place-overlap": Message(
        "error",
        "手工定位的“{text}”与“{other}”重叠",
        "“{text}” and “{other}” are placed on the same cells",
        "错开两稿的栏或行；上下两稿之间空一行",
        "move one of them; a white line stands between articles one above the other",
    ),
    "place-slot": Message(
        "error",
        "“{text}”既写了位置，又写了版位",
        "“{text}” has a place and a slot",
        "只留一样",
        "leave one of them",
    ),
    "place-columns": Message(
        "error",
        "位置所占的栏数与 columns（栏数）写的 {columns} 栏不同",
        "the place has other columns than the {columns} of columns",
        "去掉 columns，或改成一样",
        "leave columns out, or make them the same",
    ),
    "place-long": Message(
        "error",
        "“{text}”在 {lines} 行里排不下，最少要 {near} 行：多出约 {characters} 字",
        "“{text}” does not go into {lines} lines but needs {near} at the least: about {characters} characters too many",
        "删去约 {characters} 字，或把位置加长到 {near} 行，或只写栏、不写行",
        "cut about {characters} characters, give it {near} lines, or give its columns only",
    ),
    "place-short": Message(
        "error",
        "“{text}”排不满 {lines} 行，最接近的是 {near} 行：约差 {characters} 字",
        "“{text}” does not fill {lines} lines; the nearest is {near}: about {characters} characters are wanting",
        "补约 {characters} 字，或把位置改为 {near} 行，或只写栏、不写行",
        "add about {characters} characters, give it {near} lines, or give its columns only",
    ),
    "place-narrow": Message(
        "error",
        "“{text}”的标题、图片和正文在指定的栏数里排不开",
        "headline, photographs and text of “{text}” cannot be set on the columns that it is given",
        "多给几栏，或缩短标题",
        "give it more columns, or shorten the headline",
    ),
    "place-rest": Message(
        "error",
        "指定的位置把版面占死了，其余稿件拼不满；不指定就排得下",
        "with the places that are given the other articles cannot fill the page; without them it can be made up",
        "去掉一处位置或版位，或只写栏、不写行",
        "leave out a place or a slot, or give columns without lines",
    ),
    "plan-form": Message(
        "error",
        "看不懂这个拼版方案",
        "the plan cannot be read",
        "运行 xihu build --plans 3，把选中的一行照抄在这里，如 4:1/3|2:2",
        "run xihu build --plans 3 and copy the line of the plan that you choose, such as 4:1/3|2:2",
    ),
    "plan-articles": Message(
        "error",
        "拼版方案里的稿件与这一版的 {count} 篇对不上",
        "the plan does not name each of the {count} articles of the page once",
        "加减稿件以后，用 xihu build --plans 3 重新选方案",
        "choose a plan anew with xihu build --plans 3 after adding or moving articles",
    ),
    "plan-columns": Message(
        "error",
        "拼版方案里并排的栏数是 {given}，这里应有 {columns} 栏",
        "the bands of the plan have {given} columns where there are {columns}",
        "每一列写上栏数，合起来等于版面或所在那一列的栏数",
        "give the columns of each band; together they are those of the page or of the band around them",
    ),
    "plan-rest": Message(
        "error",
        "改动以后照原方案拼不成这一版；换一种拼法就排得下",
        "after the changes the page cannot be made up by its plan; cut otherwise it can",
        "去掉 plan（拼版方案），或用 xihu build --plans 3 重新选一个",
        "leave the plan out, or choose another with xihu build --plans 3",
    ),
    "plans-none": Message(
        "error",
        "没有一版有几篇稿件，没有方案可选",
        "no page has several articles, so there are no plans to choose from",
        "去掉 --plans",
        "leave --plans out",
    ),
    "slot-unknown": Message(
        "error",
        "“{text}”指定的版位不在这一版的版式里",
        "the slot of “{text}” is not one of the page's template",
        "给这一版写 template（版式）；两纵分割有左、右，三纵分割有左、中、右，横题通栏有上、左、右，"
        "通栏倒头条有左、右、下",
        "give the page a template: two-bands has left and right, three-bands left, middle and right, banner top, left"
        " and right, foot-banner left, right and foot",
    ),
    "slot-twice": Message(
        "error",
        "通栏的版位只能排一篇，“{text}”是第二篇",
        "a slot over all columns takes one article, “{text}” is the second",
        "把其中一篇改到左或右",
        "give one of them another slot",
    ),
    "template-columns": Message(
        "error",
        "版面只有 {columns} 栏，分不成这种版式",
        "the page has {columns} columns, too few for this template",
        "换一种版式，或不写",
        "choose another template, or none",
    ),
    "columns-many": Message(
        "error",
        "稿件要占 {wanted} 栏，版面只有 {columns} 栏",
        "the article asks for {wanted} columns, the page has {columns}",
        "改小栏数",
        "ask for fewer",
    ),
    "cure-cut": Message(
        "note",
        "“{text}”删 {characters} 字，这一版就排得下",
        "with {characters} characters less in “{text}” the page can be made up",
    ),
    "cure-add": Message(
        "note",
        "“{text}”补 {characters} 字，这一版就排得满",
        "with {characters} characters more in “{text}” the page can be made up",
    ),
    "cure-width": Message(
        "note",
        "图片 {file} 由 {columns} 栏改为 {other} 栏，这一版就排得下",
        "with {file} on {other} columns instead of {columns} the page can be made up",
    ),
    "cure-deck": Message(
        "note",
        "去掉“{text}”的副题，这一版就排得下",
        "without the deck of “{text}” the page can be made up",
    ),
    "cure-photograph": Message(
        "note",
        "去掉“{text}”的图片 {file}，这一版就排得下",
        "without the photograph {file} of “{text}” the page can be made up",
    ),
    "cure-move": Message(
        "note",
        "把“{text}”移到别的版，这一版就排得下",
        "with “{text}” moved to another page this one can be made up",
    ),
}
