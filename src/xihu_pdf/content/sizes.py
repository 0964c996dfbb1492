"""Type sizes by name 字号, in points of 1/72 inch."""

import re

__all__ = ["LEAST", "MOST", "SIZES", "SIZE_PATTERN", "read_size"]

# Two series are in use; the older, of lead type, where it differs (ctex, zihao).
SIZES: dict[str, float] = {
    "初号": 42.0,
    "小初": 36.0,
    "一号": 26.0,
    "小一": 24.0,
    "二号": 22.0,
    "小二": 18.0,
    "三号": 16.0,
    "小三": 15.0,
    "四号": 14.0,
    "小四": 12.0,
    "五号": 10.5,
    "小五": 9.0,
    "六号": 7.5,
    "小六": 6.5,
    "七号": 5.5,
    "八号": 5.0,
    "旧一号": 28.0,
    "旧二号": 21.0,
    "旧六号": 8.0,
    "旧小六": 7.5,
    "旧七号": 5.25,
    "旧八号": 4.0,
}

# Below, nothing can be read; above, one character fills a column of a tabloid.
LEAST, MOST = 4, 120

SIZE_PATTERN = r"^[0-9]{1,3}(\.[0-9]{1,3})?( ?pt)?$"


def read_size(written: str) -> float | None:
    """Read a size, a name or a number of points; ``None`` if it is neither or out of bounds.

    >>> read_size("小五"), read_size("10.5pt"), read_size("200")
    (9.0, 10.5, None)
    """
    if written in SIZES:
        return SIZES[written]
    if not re.fullmatch(SIZE_PATTERN, written):
        return None
    points = float(written.removesuffix("pt"))
    return points if LEAST <= points <= MOST else None
