"""Where articles are to stand: the rows of these keys for the table of content keys, and how their values are read."""

import re

__all__ = ["ARTICLE_ROWS", "PAGE_ROWS", "PLACE_ROWS", "SLOTS", "TEMPLATES", "read_broken", "read_range"]

# Skeletons of a page and the names of their slots; where they are stands in the layout.
TEMPLATES = (
    ("two-bands", "两纵分割"),
    ("three-bands", "三纵分割"),
    ("banner", "横题通栏"),
    ("foot-banner", "通栏倒头条"),
)
SLOTS = (("left", "左"), ("middle", "中"), ("right", "右"), ("top", "上"), ("foot", "下"))

# Name, Chinese names, kind of value and meanings, as in ``keys.Key``.
_Row = tuple[str, tuple[str, ...], str, str, str]
PLACE_ROWS: tuple[_Row, ...] = (
    ("columns", ("栏", "栏数"), "range", "占第几栏到第几栏，从左数起", "From which column to which, from the left"),
    ("lines", ("行", "行数"), "range", "占第几行到第几行，从版心上边数起", "From which line to which, from the top"),
)
ARTICLE_ROWS: tuple[_Row, ...] = (
    (
        "columns",
        ("栏数",),
        "broken",
        "占几栏；“三破二”是三栏的宽度分作两栏（破栏）",
        "How many columns it takes; 3-in-2 sets the width of three in two",
    ),
    (
        "jump",
        ("转版",),
        "text",
        "排不下的部分转到哪一版，写那一版的版码",
        "The folio of the page on which the article is continued",
    ),
    (
        "jumphead",
        ("转版标题",),
        "heading",
        "转版后的短标题；不写则取主标题里的关键词",
        "The short headline of the continuation; key words of the headline if left out",
    ),
)
PAGE_ROWS: tuple[_Row, ...] = (
    (
        "plan",
        ("拼版方案",),
        "text",
        "照 xihu build --plans 给出的方案拼版，把那一行抄在这里；改稿后骨架不变",
        "The plan to keep, as xihu build --plans gives it; the skeleton stays when copy is edited",
    ),
)
_FIGURES = "零一二三四五六七八九"
_RANGE = r"([1-9][0-9]{0,2}) ?[-–—至到] ?([1-9][0-9]{0,2})|([1-9][0-9]{0,2})"
_BROKEN = r"([1-9])(?: ?-?in-? ?([1-9]))?"


def read_range(written: str) -> tuple[int, int] | None:
    """Read a range such as ``1-3``, or one number alone; None where it is neither or runs backward.

    >>> read_range("1-40"), read_range("3"), read_range("3-1")
    ((1, 40), (3, 3), None)
    """
    found = re.fullmatch(_RANGE, written)
    if not found:
        return None
    first, last = int(found[1] or found[3]), int(found[2] or found[3])
    return (first, last) if first <= last else None


def read_broken(written: str) -> tuple[int, int] | None:
    """Read columns that may be broken 破栏: those of the page, and those that are set in their width.

    >>> read_broken("3"), read_broken("3-in-2"), read_broken("三破二"), read_broken("2-in-3")
    ((3, 3), (3, 2), (3, 2), None)
    """
    plain = "".join(str(_FIGURES.index(each)) if each in _FIGURES else each for each in written)
    found = re.fullmatch(_BROKEN, re.sub("[破分]", "-in-", plain))
    if not found:
        return None
    wide, broken = int(found[1]), int(found[2] or found[1])
    return (wide, broken) if broken <= wide else None
