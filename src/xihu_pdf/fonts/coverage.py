"""How much of Chinese a face holds."""

from typing import NamedTuple

from xihu_pdf.fonts.face import Face

__all__ = ["GB2312_HAN", "Coverage", "coverage"]

GB2312_HAN = 6763


class Coverage(NamedTuple):
    """Characters of a face in all, and how many of the Han of GB/T 2312."""

    characters: int
    gb2312: int


def coverage(face: Face) -> Coverage:
    """Count what a face has glyphs for."""
    held = set(face.font.face.unicodes)
    rows = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    han = (each.decode("gb2312", "ignore") for each in rows)
    return Coverage(len(held), sum(bool(each) and ord(each) in held for each in han))
