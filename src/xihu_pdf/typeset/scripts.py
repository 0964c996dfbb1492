"""Scripts that cannot be set rightly here, and are refused by name rather than set wrongly.

Right-to-left scripts need the bidirectional algorithm (UAX 9); those of South and South-East Asia that write no blanks
need a dictionary to be broken (UAX 14, class SA); Mongolian and Tibetan have lines and marks of their own.
"""

__all__ = ["script_of"]

# Script by the blocks of Unicode 17 that hold its letters, as the first and last of each; a set of characters as a
# pattern would take a millisecond to compile.
_BLOCKS: dict[str, str] = {
    "希伯来文 Hebrew": "\u0590\u05ff\ufb1d\ufb4f",
    "阿拉伯文、维吾尔文 Arabic": "\u0600\u06ff\u0750\u077f\u0870\u08ff\ufb50\ufdff\ufe70\ufefc",
    "叙利亚文 Syriac": "\u0700\u074f\u0860\u086f",
    "它拿文 Thaana": "\u0780\u07bf",
    "恩科文等 N'Ko and others": "\u07c0\u085f\U00010800\U00010fff\U0001e800\U0001efff",
    "印度系文字 Indic": "\u0900\u0dff",
    "泰文 Thai": "\u0e00\u0e7f",
    "老挝文 Lao": "\u0e80\u0eff",
    "藏文 Tibetan": "\u0f00\u0fff",
    "缅甸文 Myanmar": "\u1000\u109f\uaa60\uaa7f\ua9e0\ua9ff",
    "高棉文 Khmer": "\u1780\u17ff\u19e0\u19ff",
    "蒙古文、满文 Mongolian": "\u1800\u18af\U00011660\U0001167f",
    "傣文 Tai": "\u1950\u19df\u1a20\u1aaf\uaa80\uaadf",
}
# No such block lies between these.
_SET_FROM, _SET_TO = "\u2000", "\ua97f"


def script_of(word: str) -> str:
    """The refused script that a token is written in, empty where it may be set.

    >>> script_of("م")[:3], script_of("湖")
    ('阿拉伯', '')
    """
    if word < "\u0590" or _SET_FROM <= word <= _SET_TO:
        return ""
    return next((name for name, edges in _BLOCKS.items() if _holds(edges, word[0])), "")


def _holds(edges: str, letter: str) -> bool:
    return any(first <= letter <= last for first, last in zip(edges[::2], edges[1::2], strict=True))
