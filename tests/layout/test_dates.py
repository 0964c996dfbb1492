"""Weekday and lunar date against almanacs, and what editors write for them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xihu_pdf.layout.dates import day_words, is_doubtful, lunar_words, same_lunar, same_weekday, weekday_words

DAYS = st.dates(date(1950, 1, 1), date(2099, 12, 31)).map(date.isoformat)

# New Year's days, a leap month and a last day of a year, as almanacs have them.
KNOWN = {
    "2000-02-05": "庚辰年正月初一",
    "2023-01-22": "癸卯年正月初一",
    "2024-02-10": "甲辰年正月初一",
    "2025-01-29": "乙巳年正月初一",
    "2026-02-17": "丙午年正月初一",
    "2023-03-22": "癸卯年闰二月初一",
    "2025-10-06": "乙巳年八月十五",
    "2026-02-16": "乙巳年腊月廿九",
}


@pytest.mark.parametrize("day", KNOWN)
def test_lunar_dates_are_those_of_the_almanac(day):
    assert lunar_words(day) == KNOWN[day]


@given(DAYS)
def test_a_weekday_is_one_further_the_day_after(day):
    after = (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    week = "一二三四五六日一"
    assert week[week.index(weekday_words(day)[-1]) + 1] == weekday_words(after)[-1]


@given(DAYS)
def test_what_is_computed_is_what_may_be_written(day):
    assert same_weekday(weekday_words(day), day)
    for words in (lunar_words(day), f"农历{lunar_words(day)}", lunar_words(day).partition("年")[2]):
        assert same_lunar(words, day)
    after = (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    assert not same_weekday(weekday_words(after), day)
    assert not same_lunar(lunar_words(after), day)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("十一月初一", "2025-12-20"),
        ("十二月二十九", "2026-02-16"),
        ("农历 二〇二五年", ""),
        ("一月初一", "2026-02-17"),
        ("闰二月初一", "2023-03-22"),
        ("八月二十", "2025-10-11"),
    ],
)
def test_a_lunar_date_may_be_written_otherwise(written, day):
    assert same_lunar(written, day or "2026-02-17") == bool(day)


def test_a_day_is_printed_without_noughts():
    assert day_words("2026-01-05") == "2026年1月5日"


@pytest.mark.parametrize(
    ("day", "doubtful"),
    [
        ("1954-11-24", False),
        ("1954-11-25", True),
        ("1954-12-24", True),
        ("1978-09-02", True),
        ("1978-10-02", False),
        ("2057-09-28", True),
        ("2057-10-27", True),
        ("2026-11-26", False),
    ],
)
def test_the_months_that_calendars_dispute_are_known(day, doubtful):
    assert is_doubtful(day) == doubtful
