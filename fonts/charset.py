"""The characters that every shipped face is asked for.

A mainland newspaper needs the general standard list for names of people and places, GB 2312 for whatever older systems
send, and the marks, letters and signs of `RANGES`.
"""

from __future__ import annotations

import bz2
import re
from collections.abc import Iterator
from pathlib import Path

__all__ = ["RANGES", "UNIHAN", "charset", "gb2312", "general_standard"]

UNIHAN = Path("/usr/share/unicode/Unihan_OtherMappings.txt.bz2")

RANGES = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x017F),  # Latin-1, Latin Extended-A
    (0x01CD, 0x01DC),  # pinyin vowels with caron, the four tones of ü
    (0x01F8, 0x01F9),  # ǹ
    (0x0251, 0x0251),  # ɑ of pinyin
    (0x0261, 0x0261),  # ɡ of pinyin
    (0x02C7, 0x02D9),  # tone marks of bopomofo
    (0x02EA, 0x02EB),
    (0x0300, 0x030C),  # combining tone marks, diaeresis, caron
    (0x1E3E, 0x1E3F),  # ḿ
    (0x2010, 0x205E),  # general punctuation without its control characters
    (0x2070, 0x208E),  # superior and inferior figures
    (0x20A0, 0x20BF),  # currency
    (0x2100, 0x214F),  # letter-like symbols
    (0x2150, 0x2189),  # fractions and Roman numerals
    (0x2190, 0x2199),  # arrows
    (0x2460, 0x24FF),  # enclosed figures and letters
    (0x25A0, 0x25FF),  # geometric shapes
    (0x2605, 0x2606),  # stars
    (0x2E3A, 0x2E3B),  # two-em and three-em dash
    (0x3000, 0x303F),  # CJK symbols and punctuation
    (0x3041, 0x30FF),  # kana
    (0x3105, 0x312F),  # bopomofo
    (0x31A0, 0x31BF),
    (0x3200, 0x33FF),  # enclosed and square CJK, ㎡ ㎏
    (0xFE10, 0xFE1F),  # vertical forms
    (0xFE30, 0xFE4F),
    (0xFE51, 0xFE51),
    (0xFF01, 0xFF60),  # full-width forms, no half-width kana
    (0xFFE0, 0xFFE6),
)
# Korean and hieroglyph-like matter inside the ranges that a mainland newspaper does not set.
UNWANTED = frozenset((*range(0x2028, 0x2030), *range(0x302E, 0x3030), *range(0x3200, 0x321F), *range(0x3260, 0x3280)))


def charset(unihan: Path = UNIHAN) -> frozenset[int]:
    """Return the code points asked of every face; a face ships those that its source has.

    `unihan` is the bzip2 file of Unihan's other mappings. Raises OSError when it is not there.
    """
    blocks = (point for first, last in RANGES for point in range(first, last + 1))
    return frozenset((*general_standard(unihan), *gb2312(), *blocks)) - UNWANTED


def general_standard(unihan: Path = UNIHAN) -> frozenset[int]:
    """Return the 8,105 characters of the general standard list of 2013, which Unihan calls kTGH."""
    with bz2.open(unihan, "rt", encoding="utf-8") as lines:
        return frozenset(int(line[2:].split("\t")[0], 16) for line in lines if re.match(r"U\+[0-9A-F]+\tkTGH\t", line))


def gb2312() -> Iterator[int]:
    """Yield the code points of GB 2312, row by row."""
    for row in range(0xA1, 0xFF):
        for cell in range(0xA1, 0xFF):
            yield from map(ord, bytes((row, cell)).decode("gb2312", "ignore"))
