"""Character classes: to which of them a character belongs, by region and direction of writing.

The class, never the code point alone, decides every rule of a line (jlreq appendix A; clreq 3.1.2). What stands
between two classes is in ``pairs.py``.
"""

from functools import cache

__all__ = [
    "BANG",
    "CLOSING",
    "COLON",
    "COMMA",
    "CONNECTOR",
    "DASH",
    "DOT",
    "FINAL",
    "HALF_BODY",
    "HAN",
    "JAPAN",
    "KINDS",
    "LATIN",
    "MAINLAND",
    "MARK_KINDS",
    "NONSTARTER",
    "NOTE",
    "NUMBER",
    "OPENING",
    "PAIRED",
    "PREFIX",
    "SOLIDUS",
    "STOP",
    "TAIWAN",
    "UPRIGHT",
    "WESTERN",
    "character_class",
    "region_of",
]

(HAN, OPENING, CLOSING, COMMA, COLON, STOP, BANG, DOT, DASH, CONNECTOR, SOLIDUS) = range(11)
# Signs that repeat or lengthen what is before them and small kana; Western words and numbers by their edges; marks of
# notes and figures above or below the line.
(NONSTARTER, LATIN, NUMBER, NOTE) = range(11, 15)
# What a mark becomes by what is before it: a closing mark behind a stop ends the sentence too (ctex-kit 443); the
# second ？ or ！ of a pair fills the em that both take together (GB/T 15834-2011, 5.1.2). UPRIGHT is a mark in the
# middle of an em of its own, PREFIX the right edge of a sign that stays with what is behind it: ￥, a half-width (.
(FINAL, PAIRED, UPRIGHT, PREFIX) = range(15, 19)
KINDS = 19
WESTERN = frozenset({LATIN, NUMBER})

# Where marks stand: lower left in the mainland; the middle in Taiwan, Hong Kong and Macao; in Japan colons, ？ and ！
# in the middle (clreq 3.1.3, jlreq 3.1.2).
MAINLAND, TAIWAN, JAPAN = "mainland", "taiwan", "japan"

# Class of each mark that is not Han, Latin or a digit; clreq 3.1.2 and jlreq appendix A.
_MARKS: dict[int, str] = {
    OPENING: "“‘（《〈「『【〖〔［｛｟〘〚〝︵︷︹︻︽︿﹁﹃﹇",
    CLOSING: "”’）》〉」』】〗〕］｝｠〙〛〞〟︶︸︺︼︾﹀﹂﹄﹈",
    COMMA: "，、",
    COLON: "：；",
    STOP: "。．｡",
    BANG: "？！‼⁇⁈⁉",
    DOT: "·・•‧",
    DASH: "—…⸺⸻‥―─",
    CONNECTOR: "～–〜゠－",
    SOLIDUS: "／",
    NONSTARTER: "々〻ゝゞヽヾーぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ",
}
_DIGITS = "0123456789０１２３４５６７８９"
# Marks with an em of their own: what they are instead, by region; vertical text has colons, ？ and ！ in the middle
# everywhere (clreq 3.1.6).
_IN_THE_MIDDLE = {MAINLAND: "", TAIWAN: "", JAPAN: "？！‼⁇⁈⁉"}
_IN_THE_MIDDLE_VERTICALLY = "：；？！‼⁇⁈⁉"

MARK_KINDS = frozenset({*range(OPENING, SOLIDUS + 1), FINAL, PAIRED, UPRIGHT})
# The classes whose glyph keeps half an em and whose other half is the blank of the pair.
HALF_BODY = frozenset({OPENING, CLOSING, COMMA, COLON, STOP, BANG, DOT, SOLIDUS})


@cache
def _table(region: str, vertical: bool) -> dict[str, int]:  # noqa: FBT001 - a key of the cache
    table = {mark: kind for kind, marks in _MARKS.items() for mark in marks}
    table.update(dict.fromkeys(_DIGITS, NUMBER))
    table.update(dict.fromkeys(_IN_THE_MIDDLE_VERTICALLY if vertical else _IN_THE_MIDDLE[region], UPRIGHT))
    return table


def character_class(character: str, region: str = MAINLAND, *, vertical: bool = False) -> int:
    """The class of one character.

    >>> character_class("，") == COMMA, character_class("镇") == HAN, character_class("7") == NUMBER
    (True, True, True)
    """
    kind = _table(region, vertical).get(character)
    if kind is not None:
        return kind
    if "Ａ" <= character <= "ｚ" and character.isalpha():
        return LATIN
    return LATIN if character < "\u2e80" and not _is_wide(character) else HAN


def _is_wide(character: str) -> bool:
    """Whether a character below the CJK blocks is set like Han: jamo, numbers in circles, shapes."""
    return "\u1100" <= character <= "\u11ff" or "\u2460" <= character <= "\u27bf" or "\u2190" <= character <= "\u21ff"


def region_of(language: str) -> str:
    """The region whose marks a language has: ``MAINLAND`` unless its BCP 47 tag tells another.

    >>> region_of("zh-Hant-HK"), region_of("ja"), region_of("zh-Hans")
    ('taiwan', 'japan', 'mainland')
    """
    parts = language.lower().split("-")
    if parts[0] == "ja":
        return JAPAN
    outside = {"hant", "tw", "hk", "mo"} & set(parts[1:]) and "hans" not in parts
    return TAIWAN if outside or parts[0] == "yue" else MAINLAND
