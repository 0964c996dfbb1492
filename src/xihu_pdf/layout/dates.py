"""Weekday and lunar date of a day, computed; and whether what an editor wrote is the same."""

import re
from datetime import date
from functools import cache

__all__ = ["day_words", "is_doubtful", "lunar_words", "same_lunar", "same_weekday", "weekday_words"]

_WEEKDAYS = "一二三四五六日"
# Months that calendars begin a day apart, because the new moon falls near midnight (GB/T 33661-2017 decides by it).
_DOUBTFUL = (
    (date(1954, 11, 25), date(1954, 12, 24)),
    (date(1978, 9, 2), date(1978, 10, 1)),
    (date(2057, 9, 28), date(2057, 10, 27)),
)
# Names of one month, those of the program last.
_MONTHS = (("十一月", "冬月"), ("十二月", "腊月"), ("一月", "正月"))


def day_words(day: str) -> str:
    """An ISO date as it is printed.

    >>> day_words("2026-11-06")
    '2026年11月6日'
    """
    year, month, number = map(int, day.split("-"))
    return f"{year}年{month}月{number}日"


def weekday_words(day: str) -> str:
    """The weekday of an ISO date.

    >>> weekday_words("2026-11-26")
    '星期四'
    """
    return "星期" + _WEEKDAYS[date.fromisoformat(day).weekday()]


@cache
def lunar_words(day: str) -> str:
    """The lunar date of an ISO date: year by stem and branch, month and day.

    >>> lunar_words("2026-11-26")
    '丙午年十月十八'
    """
    # Most editions print none.
    from lunar_python import Solar

    lunar = Solar.fromYmd(*map(int, day.split("-"))).getLunar()
    return f"{lunar.getYearInGanZhi()}年{lunar.getMonthInChinese()}月{lunar.getDayInChinese()}"


def is_doubtful(day: str) -> bool:
    """Tell whether an ISO date lies in a month that calendars begin a day apart."""
    return any(first <= date.fromisoformat(day) <= last for first, last in _DOUBTFUL)


def same_weekday(written: str, day: str) -> bool:
    """Tell whether a weekday as written is that of an ISO date.

    >>> same_weekday("周四", "2026-11-26"), same_weekday("Thursday", "2026-11-26"), same_weekday("周五", "2026-11-26")
    (True, True, False)
    """
    number = date.fromisoformat(day).weekday()
    english = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")[number]
    last = written.strip()[-1:].replace("天", "日").replace("七", "日")
    return last == _WEEKDAYS[number] or written.strip().lower().startswith(english[:3])


def same_lunar(written: str, day: str) -> bool:
    """Tell whether a lunar date as written, in full or without its year, is that of an ISO date.

    >>> same_lunar("农历十月十八", "2026-11-26"), same_lunar("丙午年十一月十八", "2026-11-26")
    (True, False)
    """
    year, mark, rest = re.sub("农历|[（） ]", "", written).rpartition("年")
    for other, own in _MONTHS:
        rest = rest.replace(other, own) if rest.removeprefix("闰").startswith(other) else rest
    rest = re.sub("二十(?=[一二三四五六七八九])", "廿", rest)
    own_year, _, own_rest = lunar_words(day).partition("年")
    return rest == own_rest and (not mark or year == own_year)
