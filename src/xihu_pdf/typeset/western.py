"""Western words and numbers in Chinese copy: what one is, and where it may be parted.

Words part only at the hyphenation points of their language, addresses at their joints and without a hyphen, numbers
never (clreq 3.1.5, 3.2.4; UAX 14, LB25). Where a line would be seriously loose, an address parts between syllables too,
without a hyphen (Chicago Manual of Style, 17th ed., 7.46), and a name that the patterns do not part by its letters. A
word of several words (JavaScript) parts between them alone and without a hyphen, which it has none of.
"""

import re
from functools import cache
from itertools import pairwise, takewhile
from typing import Any

__all__ = [
    "AMBIGUOUS",
    "LEAST_PARTED",
    "TOKEN",
    "UPRIGHT",
    "Joint",
    "begins_word",
    "goes_on",
    "is_alone",
    "is_connected",
    "is_joiner",
    "is_prefixed",
    "is_squared",
    "joints_of",
    "keeps_unit",
    "proportional",
    "turns_over",
    "western_marks",
]

_JOINER = "\u0300-\u036f\ufe00-\ufe0f\U000e0100-\U000e01ef"
_WESTERN = "!-~¡-¶\\u00b8-\\u2012\\u2016\\u2017\\u2020\\u2021\\u2027-\\u203a\\u2070-\\u218f∀-⋿０-９Ａ-Ｚａ-ｚ"
# Full-width marks inside a number: its point, the colon of an hour or a score, the comma of groups of three.
_FIGURE = "[0-9０-９]"
_POINT = f"(?<={_FIGURE})[．：](?={_FIGURE})|(?<={_FIGURE})(?<!{_FIGURE}{{4}})，(?={_FIGURE}{{3}}(?!{_FIGURE}))"
# Behind a figure, a letter or what a day or an hour ends with, a full-width hyphen joins and is no sign of a number.
_JOINED = "[0-9０-９A-Za-zＡ-Ｚａ-ｚ％年月日时分号]"
_APOSTROPHE = "(?<=[0-9A-Za-zÀ-ɏ])’(?=[A-Za-zÀ-ɏ])"
# Units of several letters in one em (㎡, ㎞, ㏄), which a number keeps as it keeps any Western unit.
_SQUARED = "㌀-㍗㍱-㍺㎀-㏟㏿"
# Blanks; a dash or ellipsis whole (GB/T 15834-2011, 5.1.4 and 5.1.5); a Western word or number with its signs, which
# may be full-width ones; any other character with what joins it. Compiling a set of characters takes as long as the set
# is wide: that of Western ones stands here once, and that of Han nowhere.
TOKEN = re.compile(
    "[ \u00a0\u2000-\u200a\u3000\t\n]+|—+|…+|―+|─+|‥+"
    f"|(?:(?:[￥＄￡]|(?<!{_JOINED})[－＋])(?=[0-9０-９]))?(?![．：，’{_SQUARED}\ufe00-\ufe0f\U000e0100-\U000e01ef])"
    f"(?:[{_WESTERN}{_JOINER}]|{_POINT}|{_APOSTROPHE}|(?<={_FIGURE})[{_SQUARED}]|[＜＞](?={_FIGURE}))+％?|.[{_JOINER}]*",
    re.DOTALL,
)
# Signs and units in a word that stand upright in vertical lines, where letters are turned (UTR 50).
# ± stands as its number does: turned with one that has a point, a unit or more than three figures.
_ERECT = f"[§©®¼½¾×÷∞∴∵ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ℃℉℡™№‰％￥＄￡＋{_SQUARED}]"
UPRIGHT = f"((?:{_ERECT}|±(?![0-9]{{4}}|[0-9]+[!-/:-~]))[{_JOINER}]*)"
_FULL_WIDTH = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
# Marks whose code points Chinese and Western text share (clreq 3.1.2).
AMBIGUOUS = frozenset("“”‘’—…·")
_PREFIXES = frozenset("￥＄￡－＋＜＞")
# Shared marks that never stand double, and wide characters that may be part of a longer token.
_SINGLE = frozenset("“”‘’·")
_IN_TOKENS = _PREFIXES | {"\u3000", *map(chr, _FULL_WIDTH)}
_BEFORE_NUMBERS = frozenset("$¥£€￥＄￡№§±≤≥≈＜＞")

_FULL_WIDTH |= {ord(wide): ord(narrow) for wide, narrow in zip("．：，", ".:,", strict=True)}

# A path or an option: it begins a line with its point, solidus or hyphens where a blank is before it.
_BEGINS = r"[-/]\w|--\w|\.{1,2}/"
# Patterns are compiled when first used: most copy needs none of them.
_ADDRESS = (
    r"(?:https?|ftp)://|www\.|[^@\s]+@[^@\s]+\.[a-z]|[\w-]+(?:\.[\w-]+)+/|(?:\.{0,2}/)?[\w.-]+/[\w.-]+/"
    r"|(?:\.{1,2}|~)/\w|[\w./-]{2,}\.[a-z]{2,4}[,.;:)]*\Z|[a-z]+\d[\w-]*[,.;:)]*\Z"
)
# Behind a sign of an address, but before its hyphen, which at a line's end would be read as one of division.
_JOINT = r"(?<=[/?&=.#_%~:@])(?![/?&=.#_%~:@-])|(?<=\w)(?=-\w)"
_LETTERS = r"[A-Za-zÀ-ÖØ-öø-ÿĀ-ž]{5,}"
# Behind a hyphen, dash, solidus, comma or sign between two parts of at least two letters, and before a word at the end
# of a name with figures (Model2.5-72B-Instruct).
_COMPOUND = r"(?<=[^\W\d_]{2}[-–/,;:_.&+=])(?=[^\W\d_]{2})|(?<=[^\W_]{2}-)(?=[^\W\d_]{3})"
# A name with figures, in which a hyphen of ours would be taken for one of its own.
_MIXED = r"[\w.-]*\d[\w.-]*[,.;:)]*\Z"
# Between the words of one that has a capital for each (JavaScript, HTMLElement).
_HUMP = r"(?<=[a-zß-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])|(?<=[A-ZÀ-ÖØ-Þ])(?=[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ])"
# Where an address parts between letters or figures if nothing else serves: three stay together on either side.
_INNER = r"(?<=[A-Za-z0-9]{3})(?=[A-Za-z0-9]{3})(?<!\bhtt)"
# Between a vowel and a consonant that a vowel follows; not in a word of one vowel and a silent e (phone).
_VOWEL, _CONSONANT = "[aeiouyà-ÿ]", "(?:[cpst]h|ck|qu|[bcdfgkpt][lr]|[b-df-hj-np-tv-xz])"
_SYLLABLE = f"(?<={_VOWEL})(?={_CONSONANT}{_VOWEL})"
_ONE_SYLLABLE = f"[^aeiouyà-ÿ]*{_VOWEL}+{_CONSONANT}es?"
# Names in pinyin part at its syllables (GB/T 16159-2012, on the ends of lines); all but the first have an initial.
_FINAL = "(?:i?ang|i?ong|uang|eng|ing|i?an|uan|üan|iao|uai|ai|ei|ao|ou|en|in|un|ia|ie|iu|ua|uo|ui|ue|üe|[aeiouü])"
_INITIAL = "(?:[zcs]h|[b-df-hj-np-twxyz])"
_REST = f"(?:{_INITIAL}{_FINAL})*\\Z"
_PINYIN = f"{_INITIAL}?{_FINAL}(?={_REST})"
# Letters that stay on the line before a hyphen, and that go to the next.
_LEAST_BEFORE, _LEAST_AFTER = 2, 2
LEAST_PARTED = 5
# Fewer capitals are initials, which are not parted.
_LEAST_CAPITALS = 8
_FEW_SYLLABLES = 2
# Units that a number keeps although a blank parts them (SI brochure, 5.4.3), alone and as quotients.
_UNITS = frozenset(
    """
    km m dm cm mm μm nm kg g mg t ha L mL ml h min s ms W kW MW GW Wh kWh MWh V kV A mA Hz kHz MHz GHz Pa kPa MPa J kJ K
    ℃ °C °F % ‰ ppm ppi dpi pt px B KB MB GB TB bps Mbps Gbps mol lx dB r rpm am pm AM PM
    """.split()  # noqa: SIM905 - read as a text
)
_GROUP = f"{_FIGURE}{{3}}(?!{_FIGURE})"
# A figure with the one or two Han that it counts, or a day of the week: what stands behind it is joined by a hyphen.
_COUNTED = "(?:[0-9０-９〇一二三四五六七八九十百千万][^\\W\\d_A-Za-z]{1,2}|周[一二三四五六日末]|[年月日号时分％])\\Z"

_LATIN = "[A-Za-zÀ-ɏＡ-Ｚａ-ｚ]"
_FIGURE_OR_LATIN = r"[A-Za-zÀ-ɏＡ-Ｚａ-ｚ0-9０-９.,;:!?()'\"$%]"
_SHARED = "[“”‘’]|—+|…+|·"
# A year without its century: what is before its figures is an apostrophe, unless a quotation ends there.
_OMITTED = "’[0-9]{2}(?![0-9])"
# How many blanks are passed over beside a mark.
_BLANKS = 8
_OPENING_OF = {"”": "“", "’": "‘"}


def western_marks(text: str, *, vertical: bool = False) -> frozenset[int]:
    """Where in Chinese copy the marks stand that are Western by their neighbours (clreq 3.1.2).

    A dash, ellipsis or dot is Western between Latin letters, a pair of quotes where all that stands beside them is
    Western, an apostrophe within a word or before a year of two figures (’98). In ``vertical`` lines a dot is Chinese:
    the letters of initials stand upright beside it.

    >>> sorted(western_marks("“red” cabbage，说“red”"))
    [0, 4]
    """
    if not re.search(_LATIN, text) and not re.search(_OMITTED, text):
        return frozenset()
    found: set[int] = set()
    opened: list[int] = []
    for mark in re.finditer(_SHARED, text):
        at, kind = mark.start(), mark[0]
        if kind in "“‘":
            opened.append(at)
        elif kind in _OPENING_OF and opened and text[opened[-1]] == _OPENING_OF[kind]:
            first = opened.pop()
            sides = [*_sides(text, first, first + 1), *_sides(text, at, at + 1)]
            if all(re.match(_FIGURE_OR_LATIN, each) for each in sides):
                found.update((first, at))
        else:
            sides = _sides(text, at, mark.end())
            is_dot = vertical and kind == "·"
            is_inside = len(sides) == 2 and not is_dot and all(re.match(_LATIN, each) for each in sides)
            if is_inside or re.match(_OMITTED, text[at : at + 4]):
                found.add(at)
    return frozenset(found)


def _sides(text: str, start: int, end: int) -> list[str]:
    """The characters beside a mark, blanks passed over; one is wanting at an end of the text."""
    before, after = text[max(0, start - _BLANKS) : start], text[end : end + _BLANKS]
    return [*before.rstrip()[-1:], *after.lstrip()[:1]]


class Joint:
    """How a piece may be parted from the next of its word: not, with a hyphen, as it is, or so within a part of it."""

    NONE, HYPHEN, OPEN, SYLLABLE, LETTER = range(5)


def proportional(word: str) -> str:
    """Full-width letters and digits as the proportional ones that they are set as (clreq 3.2.1).

    >>> proportional("ＡＢ１．５")
    'AB1.5'
    """
    return word.translate(_FULL_WIDTH)


def is_alone(character: str) -> bool:
    """Whether a character is a token by itself whatever stands beside it, but for what joins it.

    >>> is_alone("镇"), is_alone("，"), is_alone("７"), is_alone("…")
    (True, True, False, False)
    """
    if character in _SINGLE or "∀" <= character <= "⋿":
        return character in _SINGLE
    is_wide = "\u2190" <= character <= "\ua97f" or "\uff01" <= character <= "\uffee"
    return is_wide and character not in _IN_TOKENS


def is_joiner(character: str) -> bool:
    """Whether a character is set with the one before it."""
    return character >= "\u0300" and re.match(f"[{_JOINER}]", character) is not None


def is_squared(character: str) -> bool:
    """Whether a character is a unit of several letters in one em."""
    return "㌀" <= character <= "㏿" and re.match(f"[{_SQUARED}]", character) is not None


def is_prefixed(word: str) -> bool:
    """Whether a token is a number behind a full-width sign or currency mark."""
    return word[0] in _PREFIXES and len(word) > 1


def is_connected(before: str, word: str) -> bool:
    """Whether the hyphen of a number joins it to what is before it, as it does in dates, and is not its sign.

    >>> is_connected("9月27日", "-10"), is_connected("今冬气温", "-10")
    (True, False)
    """
    return word[0] == "-" and re.search(_COUNTED, before[-4:]) is not None


def begins_word(word: str) -> bool:
    """Whether the mark that a word begins with is a part of it, as that of a path or an option is.

    >>> begins_word("./data"), begins_word("-C"), begins_word("--all"), begins_word("...")
    (True, True, True, False)
    """
    return re.match(_BEGINS, word) is not None


def goes_on(text: str, at: int) -> bool:
    """Whether a word or a number with its signs goes over a place in a text.

    >>> goes_on("H2O", 1), goes_on("25℃", 2), goes_on("第5", 1), goes_on("25", 0)
    (True, True, False, False)
    """
    inside = f"[{_WESTERN}＜＞](?:[{_WESTERN}{_SQUARED}％]|[＜＞]{_FIGURE})"
    return at > 0 and re.match(inside, text[at - 1 : at + 2]) is not None


def turns_over(text: str, at: int) -> bool:
    """Whether nothing beside a place in a word stands upright in vertical lines by itself.

    >>> turns_over("H2O", 1), turns_over("25℃", 2)
    (True, False)
    """
    return re.search(UPRIGHT, text[max(0, at - 1) : at + 1]) is None


def keeps_unit(number: str, unit: str) -> bool:
    """Whether a blank is no place to break, because a number and its unit, sign or next group of three stand beside it.

    >>> keeps_unit("5", "km/h"), keeps_unit("5", "m²跑"), keeps_unit("1", "234 567"), keeps_unit("第5", "class")
    (True, True, True, False)
    """
    if number[-1:] in _BEFORE_NUMBERS and unit[:1].isdigit():
        return True
    if not number[-1:].isdigit():
        return False
    if re.match(_GROUP, unit) and re.search(f"(?<!{_FIGURE}){_FIGURE}{{1,3}}\\Z", number):
        return True
    letters = "".join(takewhile(lambda each: each < "\u2e80" and not each.isspace(), unit))
    parts = letters.rstrip(".,;)").split("/")
    return all(part.rstrip("²³") in _UNITS for part in parts)


def joints_of(word: str, language: str) -> dict[int, int]:
    """Where a word may be parted, as numbers of characters before each place; no hyphenation without a language.

    >>> joints_of("https://a.cn/news", "")[13] == Joint.OPEN
    True
    """
    plain = proportional(word)
    if len(plain) < LEAST_PARTED or not re.search(_LATIN, plain):
        return {}
    is_address = re.match(_ADDRESS, plain)
    found = re.finditer(_JOINT if is_address else _COMPOUND, plain)
    joints = {each.start(): Joint.OPEN for each in found if _LEAST_BEFORE < each.start() < len(plain)}
    if language:
        for letters in re.finditer(_LETTERS, plain):
            humps = [each.start() for each in re.finditer(_HUMP, letters[0])]
            if not is_address and (humps or re.match(_MIXED, plain)):
                # One or two letters are no part by themselves (iPhone, McDonald).
                kind, points = Joint.LETTER, [at for at in humps if at > _LEAST_BEFORE]
            else:
                kind = Joint.SYLLABLE if is_address else Joint.HYPHEN
                points = _hyphenation(letters[0], humps, _dictionary(language))
            for at in points:
                joints.setdefault(letters.start() + at, kind)
        for inner in re.finditer(_INNER, plain) if is_address else ():
            joints.setdefault(inner.start(), Joint.LETTER)
    return joints


def _hyphenation(word: str, humps: list[int], language: str) -> list[int]:
    """Hyphenation points between the words of a word, and in each by the patterns of a language, else by syllables."""
    found = list(humps)
    for start, end in pairwise((0, *humps, len(word))):
        part = word[start:end]
        if len(part) >= LEAST_PARTED and (not part.isupper() or len(part) >= _LEAST_CAPITALS):
            points = _syllables(part, language)
            found += [start + at for at in points if _LEAST_BEFORE <= at <= len(part) - _LEAST_AFTER]
    return [at for at in found if _LEAST_BEFORE <= at <= len(word) - _LEAST_AFTER]


def _syllables(word: str, language: str) -> list[int]:
    """Where the syllables of a word part: a name in pinyin by its own, others by patterns, else by letters.

    >>> _syllables("Hangzhou", "en_US"), _syllables("Manager", "en_US"), _syllables("Chrome", "en_US")
    ([4], [3, 5], [])
    """
    plain = word.lower()
    if plain[-1] != "e":
        points, at = list[int](), 0
        while found := _pinyin().match(plain, at):
            at = found.end()
            points.append(at)
        # Words of two syllables in small letters are rather English (women).
        if at == len(plain) and (len(points) > _FEW_SYLLABLES or word[0] != plain[0]):
            return points[:-1]
    if points := list(_patterns(language).positions(plain)):
        return points
    return [] if re.fullmatch(_ONE_SYLLABLE, plain) else [each.start() for each in re.finditer(_SYLLABLE, plain)]


@cache
def _pinyin() -> re.Pattern[str]:
    return re.compile(_PINYIN)


@cache
def _dictionary(language: str) -> str:
    """The language of Western words in copy of a language: its own if it has patterns, else English."""
    import pyphen

    return str(pyphen.language_fallback(language.replace("-", "_")) or "en_US")


@cache
def _patterns(language: str) -> Any:  # noqa: ANN401 - pyphen has no types
    """The patterns of a language as a dictionary that knows the points of every word."""
    import pyphen

    return pyphen.Pyphen(lang=language, left=_LEAST_BEFORE, right=_LEAST_AFTER)
