"""Findings of the masthead, the days and numbers of an issue, and of what the law wants printed."""

from xihu_pdf.messages.message import Message

__all__ = ["MESSAGES"]

MESSAGES: dict[str, Message] = {
    "issue-weekday": Message(
        "error",
        "星期与日期不符：写的是“{written}”，应是{right}",
        "the weekday is wrong: “{written}” is written, the date is a {right}",
        "删去 weekday（星期），由程序算出；或改日期",
        "leave weekday out, it is computed; or mend the date",
    ),
    "issue-lunar": Message(
        "error",
        "农历与日期不符：写的是“{written}”，应是{right}",
        "the lunar date is wrong: “{written}” is written, the date is {right}",
        "删去 lunar（农历），由程序算出；或改日期",
        "leave lunar out, it is computed; or mend the date",
    ),
    "lunar-doubtful": Message(
        "warning",
        "这个月的朔日临近子夜，历书相差一天：算得{day}",
        "calendars begin this lunar month a day apart; computed: {day}",
        "印前查《中国天文年历》或当年历书",
        "look the day up in an almanac before printing",
    ),
    "issue-pages": Message(
        "error",
        "版数不符：写的是 {written} 版，实有 {right} 版",
        "the number of pages is wrong: {written} is written, there are {right}",
        "删去 page-count（版数），由程序数出；或补齐缺的版",
        "leave page-count out, it is counted; or add the missing pages",
    ),
    "issue-total": Message(
        "error",
        "总期号 {total} 小于本年期号 {number}",
        "the running number {total} is less than the number in the year, {number}",
        "核对 total（总期号）和 number（期号）",
        "compare total and number with the issue before",
    ),
    "issue-folio": Message(
        "error",
        "版码不连续：写的是 {written}，这是第 {right} 版",
        "the folios do not follow one another: {written} is written on page {right}",
        "删去 folio（版码），由程序编号",
        "leave folio out, pages are counted",
    ),
    "index-headline": Message(
        "error",
        "导读里的标题“{text}”不在任何一版上，最接近的是“{near}”",
        "the headline “{text}” of the index is on no page; the nearest is “{near}”",
        "照抄稿件的主标题，或删去这一条",
        "copy the headline of the article, or leave the entry out",
    ),
    "ear-long": Message(
        "error",
        "报眼排不下：从“{text}”起没有地方",
        "the ear beside the name is full: there is no room from “{text}” on",
        "减少条目，或缩短文字",
        "leave entries out or shorten the text",
    ),
    "imprint-long": Message(
        "error",
        "版面底边的出版信息要排 {rows} 行，最多 {most} 行",
        "the imprint at the foot of the page takes {rows} rows, there is room for {most}",
        "缩短地址、印刷单位等各项的文字",
        "shorten the address, the printer or the other items",
    ),
    "nameplate-vertical": Message(
        "error",
        "第一版有横排报头，稿件目前不能竖排",
        "page 1 has a nameplate, its article cannot be set vertically as yet",
        "第一版改用横排，竖排的稿件放在别的版",
        "set page 1 horizontally and the vertical article on another page",
    ),
}
