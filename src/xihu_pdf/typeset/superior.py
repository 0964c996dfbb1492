"""Superior and inferior letters and figures, marked up or typed: their size, and how far they are from the baseline.

Typed ones (10⁸, H₂O) that a face lacks are its own figures made smaller, so that no other face stands in for them.
"""

from itertools import groupby
from operator import itemgetter

__all__ = ["MIDDLE", "SHIFTED", "is_superior", "levels", "plain_of", "shift_of"]

# Scale and rise in em of what stands above or below the line; all of these cling to what is before them.
SHIFTED = {"super": (0.6, 0.36), "sub": (0.6, -0.14), "note": (0.55, 0.4)}
# The middle of Latin letters and of figures above their baseline, in em: it lies on the axis of a vertical line, and
# in the middle of a cell.
MIDDLE = 0.36
# Few faces have a minus sign, all have the dash.
_ABOVE = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ", "0123456789+–=()ni", strict=True))
_BELOW = dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", "0123456789+–=()", strict=True))
_PLAIN = str.maketrans(_ABOVE | _BELOW)


def shift_of(kind: str, *, vertical: bool) -> tuple[float, float]:
    """Scale and rise of a kind, both 1 and 0 for one that is not shifted; in vertical lines the rise is from the axis.

    Letters of any size have their middle on that; what is smaller stands as far from the baseline of its word all the
    same.
    """
    scale, rise = SHIFTED.get(kind, (1.0, 0.0))
    return scale, rise - MIDDLE * (1 - scale) if vertical else rise


def is_superior(character: str) -> bool:
    """Whether a character is typed as a superior or inferior one."""
    return character in _ABOVE or character in _BELOW


def plain_of(text: str) -> str:
    """A text with what is typed as superior or inferior on the line.

    >>> plain_of("10⁻⁸")
    '10–8'
    """
    return text.translate(_PLAIN)


def levels(word: str) -> list[tuple[str, str]]:
    """A word in stretches of one level, each with its kind, empty for the line's own; a point goes with its figures.

    >>> levels("SO₄²⁻"), levels("PM₂.₅")
    ([('SO', ''), ('₄', 'sub'), ('²⁻', 'super')], [('PM', ''), ('₂.₅', 'sub')])
    """
    kinds = ["super" if each in _ABOVE else "sub" if each in _BELOW else "" for each in word]
    for at in range(1, len(word) - 1):
        if word[at] == "." and kinds[at - 1] == kinds[at + 1]:
            kinds[at] = kinds[at - 1]
    found = groupby(zip(kinds, word, strict=True), itemgetter(0))
    return [("".join(letter for _, letter in letters), kind) for kind, letters in found]
