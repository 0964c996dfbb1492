"""Where a heading may part: words are found in it, and each place is told how unwelcome a break there is.

A heading is cut into the fewest words of the list and of the copy itself (see ``pairs_of``); then what is read in one
breath counts: a word that opens a phrase begins a line, one that closes it ends one, a number stays with what it
counts, a name in marks whole.
"""

import re
from collections.abc import Mapping, Sequence

from xihu_pdf.typeset.words import COMMON_WORDS, UNITS

__all__ = ["NO_START", "TORN", "break_faults", "worst_break"]

# What never begins a line; words that open a phrase, and those that close one.
NO_START = frozenset("的地得了着过们之等者")
_OPENERS = frozenset(
    "向再与和及为以从在对把被让使更将共促助由给同跟或并又也都不只要去来到是有请能可应须必莫勿没还就才已曾刚很太最"
)
_CLOSERS = frozenset("的了着过")
_SMALL = _OPENERS | NO_START
_JOINING = frozenset("和与及或同跟、")
# What breaks cost: at a pause that was typed or marked, between the members of a list, beside words that open or close
# a phrase, in a word of the list, in a number and before what it counts, in a name in marks.
_PAUSE, _MARKED, _LISTED, _PHRASE = -4.0, -3.0, -2.0, 1.5
_TORN, _NUMBER, _NAMED = 24.0, 26.0, 12.0
# From this on a heading is torn: a row begins inside a word, a number or a short name.
TORN = _NAMED
_PAUSES = dict.fromkeys("，；：。！？", _MARKED) | {"、": _LISTED}
_LONGEST, _LONGEST_NAME = 4, 8
# Two characters of no listed word are perhaps one that the list lacks; what makes a longer word of the one before it.
_UNLISTED, _ENDING = 3.0, 5.0
# Between a number with its measure word and what is counted, if it is that.
_COUNTED = 1.0
_ENDINGS = frozenset(
    "园点楼镇村县市乡厂店院站所局队会员家人区街桥河山库场馆校部厅组团社网台器机车船板性化式型级率量费额师员城省州国湖江里边旁前后起时"
)
# What tells a place or time after a word, unless a word follows it that it may be the verb of.
_PLACES = frozenset("上下中内外间")
# What completes a verb of one character, and what goes before a word and never ends a line.
_COMPLEMENTS = frozenset("到在给向往于成为入进出回过起上下满好完住开走")
_BEGINNINGS = frozenset("新老大小副总原全各每该首双")
# A verb of one character, which rather begins a line; any other is rather the end of the word before it.
_VERBS = frozenset(
    "带讲看装开修送建种养买卖做办学教写画拍说唱跳跑走住迎过获夺捐献护守查治管防抗救保抓赛比换改拆搬添租借还访问谈听读"
    "吃喝用打拿放收发爱盼等找赠评选定订立设包摘采织绣喂巡清除追谢祝贺庆赴游玩入进出回当能会想敢肯"
)
# Of characters that no word has, one of these is perhaps a family name, the one or two after it the given one.
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪"
    "范金石廖贾夏韦付方邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤"
)
# Two characters that meet once in the copy meet by chance; a pair that often is one word, if the list knows no better.
_OFTEN, _PAIR, _CHANCE = 3, 4.0, 1.0
_DAY = "[0-9〇一二三四五六七八九十]+月[初廿]?[0-9一二三四五六七八九十]+[日号]?"
_NUMBERS = f"{_DAY}|[0-9.]+[%％‰]|[第早晚近超约]?[0-9.〇零一二三四五六七八九十百千万亿两几多]+(?:{UNITS}|.)?"
# A name in marks; one of another language, its parts joined by a point and written with the characters that stand for
# sounds; a place with what kind of place it is, behind the larger one that it lies in.
_SOUNDS = (
    "阿埃艾安奥巴贝本比波伯布查达戴丹德蒂迪杜多厄尔恩法费芬弗福夫盖戈格哈海汉赫亨华霍基吉加杰金卡凯科克库拉莱兰朗劳勒"
    "雷里利丽列林龙卢鲁伦罗洛马玛迈麦曼梅米莫姆穆纳娜内尼涅诺努欧帕佩皮普奇恰切乔琼萨塞桑沙舍史斯司索泰坦特提图托瓦万威维"
    "温沃乌西希夏肖谢辛休雅亚扬耶叶伊英尤约泽詹兹佐"
)
_NAMES = (
    "[“‘《「『（〈][^”’》」』）〉]*[”’》」』）〉]"
    f"|[{_SOUNDS}]{{1,6}}(?:[·•][{_SOUNDS}]{{1,6}})+"
    "|(?<=[省市州县区])[^里内的各全\\W]\\w?[区县镇乡村]"
)


def break_faults(text: str, pairs: Mapping[str, int]) -> list[float]:
    """What a break before each character costs, that of the first being of no use."""
    numbers = [_counted(text, *found.span()) for found in re.finditer(_NUMBERS, text)]
    words = _words(text, pairs, {end: start for start, end in numbers})
    faults = [0.0] * len(text)
    for at in range(1, len(text)):
        before, after = text[at - 1], text[at]
        if before.isspace() or after.isspace():
            faults[at] = _PAUSE
            continue
        often = pairs.get(before + after, 0)
        if not words[at]:
            faults[at] = _TORN
        elif before + after not in COMMON_WORDS:
            torn = min(often, _OFTEN) if often > 1 else often / 4
            # Where a word of the list ends or begins, the two are rather neighbours than one word.
            faults[at] = torn * (_CHANCE if words[at] > 1 else _PAIR) + _unlisted(words, text, at)
        # Inside a word of the list a character says nothing of the phrase.
        ends = before if words[at - 1] else ""
        opens = after if words[at + 1] else ""
        faults[at] += _ENDING if _is_complement(words, text, at) else _phrase(ends, opens)
    for _, end in numbers:
        if text[end : end + 1].isalnum():
            faults[end] += _COUNTED
    names = [found.span() for found in re.finditer(_NAMES, text)]
    _keep_whole(numbers, _NUMBER, faults)
    _keep_whole([each for each in names if each[1] - each[0] <= _LONGEST_NAME + 2], _NAMED, faults)
    return faults


def _counted(text: str, start: int, end: int) -> tuple[int, int]:
    """A number with what it counts, but for a character that begins a word (the 发 of iPhone17发布)."""
    return start, end - (end - start > 1 and text[end - 1 : end + 1] in COMMON_WORDS and not text[end - 1].isdigit())


def worst_break(text: str, rows: Sequence[str], pairs: Mapping[str, int]) -> float:
    """What the dearest of the breaks costs that a heading was given, or 0; see ``TORN``."""
    faults = break_faults(text, pairs) if rows[1:] else []
    worst, at = 0.0, len(rows[0])
    for row in rows[1:]:
        at = text.index(row, at)
        worst = max(worst, faults[at])
        at += len(row)
    return worst


def _unlisted(words: list[int], text: str, at: int) -> float:
    """What it costs that a word which the list lacks may stand across a place."""
    before, after = text[at - 1], text[at]
    # Both edges of a character of its own lie beside it.
    alone, begins = words[at + 1] > 0, words[at - 1] > 0
    if alone and (after in _ENDINGS or (after in _PLACES and _is_end(text, at + 1))):
        return _ENDING
    if begins and not alone and before in _BEGINNINGS:
        return _ENDING
    if (begins and before in _SMALL) or (alone and after in _SMALL) or not (before + after).isalnum():
        return 0.0
    if words[at] == 1:
        return _unknown(text, at) if begins else _UNLISTED
    if alone and (words[at + 1] > 1 or not text[at + 1].isalnum()):
        return 0.0 if after in _VERBS else _UNLISTED
    return _PHRASE if begins and words[at - 1] > 1 and before in _VERBS else 0.0


def _unknown(text: str, at: int) -> float:
    """What it costs to part two single characters: perhaps a name, or what a word was made of and its verb."""
    if _SURNAMES & set(text[max(0, at - 2) : at]):
        return _ENDING
    return 0.0 if text[at - 1] in _ENDINGS and text[at] in _VERBS else _UNLISTED


def _is_end(text: str, at: int) -> bool:
    """Whether a phrase may end before a place: nothing follows, or what closes or parts it."""
    return at == len(text) or text[at] in NO_START or not text[at].isalnum()


def _is_complement(words: list[int], text: str, at: int) -> bool:
    """Whether what follows a place completes a verb of one character that stands before it, as 住到 and 写给."""
    start = at - 1
    if text[at] not in _COMPLEMENTS or words[at] != 1 or not start or not words[at + 1] or text[start] in _SMALL:
        return False
    # The verb follows a known word, or a noun of one character after what opened the phrase (把桥修到); two characters
    # of no known word are rather a name.
    known = words[start] > 1 or text[start - 1] in _ENDINGS
    return known or text[start - 1] in _SMALL or (start > 1 and text[start - 2] in _SMALL)


def _phrase(before: str, after: str) -> float:
    """What the two characters beside a break say of the phrase."""
    if before in _PAUSES:
        return _PAUSES[before]
    fault = _PHRASE * (2 * (before in _OPENERS) - (after in _OPENERS)) - _PHRASE * (before in _CLOSERS) / 2
    return fault + (_PHRASE if before in _JOINING else 0.0)


def _keep_whole(spans: list[tuple[int, int]], cost: float, faults: list[float]) -> None:
    """Keep numbers with what they count, and names in marks whole as far as they are short."""
    for start, end in spans:
        for at in range(start + 1, end):
            faults[at] = max(faults[at], cost)


def _words(text: str, pairs: Mapping[str, int], numbers: Mapping[int, int]) -> list[int]:
    """For each place 0 inside a word, 1 where two single characters meet, more where a known word ends or begins.

    Of all ways to cut the text the one of the fewest pieces is taken, single characters counting a little more.
    """
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(text) + 1):
        ways = [(best[end - 1][0] + _single(text[end - 1]), end - 1)]
        starts = range(max(0, end - _LONGEST), end - 1)
        ways += [(best[start][0] + 1.0, start) for start in starts if text[start:end] in COMMON_WORDS]
        if end > 1 and pairs.get(text[end - 2 : end], 0) > _OFTEN:
            ways.append((best[end - 2][0] + 1.4, end - 2))
        if end in numbers:
            ways.append((best[numbers[end]][0] + 1.0, numbers[end]))
        best.append(min(ways))
    end = len(text)
    edges = [*[0] * end, 2]
    while end:
        start = best[end][1]
        listed = end - start > 1
        edges[start] += 1 + listed
        edges[end] += listed
        end = start
    return edges


def _single(character: str) -> float:
    """What a character by itself counts; one that joins or closes a phrase is a word of its own."""
    return 0.8 if character in _SMALL else 1.3
