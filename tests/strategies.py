"""Chinese copy, made up: Han, marks, numbers, Western words and typed blanks in any order; and awkward copy."""

from hypothesis import strategies as st

from xihu_pdf.typeset import Measure

HAN = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行"
)
COMMAS, STOPS = "，、；：", "。？！"
OPENING, CLOSING = "“（《【", "”）》】"

han = st.text(HAN, min_size=1, max_size=6)
marks = st.text(COMMAS + STOPS + OPENING + CLOSING + "·", min_size=1, max_size=3)
long_marks = st.sampled_from(["——", "……"])
numbers = st.from_regex(r"[1-9][0-9]{0,3}(\.[0-9]{1,2})?%?", fullmatch=True)
words = st.text("abcdefgh", min_size=1, max_size=6)
blank = st.just(" ")


def copy(most: int = 30) -> st.SearchStrategy[str]:
    """Copy of up to ``most`` pieces, with Han in about half of them; it begins and ends with no blank."""
    piece = st.one_of(han, han, han, marks, numbers, words, long_marks, blank)
    return st.lists(piece, min_size=1, max_size=most).map("".join).map(str.strip).filter(bool)


def awkward(most: int = 30) -> st.SearchStrategy[str]:
    """Copy with what editors paste: nested quotes, runs of marks, ranges, full-width letters, code, rare letters."""
    found = """
        ？！ ！！！ ？？？ …… —— — – ～ · 。” ”， ‘“ ”’ 》、《 （《 》） 【 】 「 」 ／ ％ ￥ 2026年 3.14% -4℃ ±5 ￥300
        100％ 24/7 9:30—11:00 3～5天 第１２号 ＡＢＣ 30㎡ 1,000 2025-2026 Python COVID-19 Q&A U.S. it’s “Hello” a@b.com
        C++ T恤 www.xihu.gov.cn/news ./data -C GitHub Hangzhou internationalization 葛\U000e0100 e\u0301 ① → 々 ー ッ の
        ( ) " ' ... W·H· A·B ≥5 ≤100 y＞3 3∶2 10⁸ H₂O →
    """.split()  # noqa: SIM905 - read as a text
    found += ["\u00a0", "\u3000"]
    return st.lists(st.one_of(han, han, st.sampled_from(found)), min_size=1, max_size=most).map("".join)


def chinese(most: int = 30) -> st.SearchStrategy[str]:
    """Copy as it is written: sentences of Han with a mark after each few characters, quotations in pairs."""
    quoted = han.map("“{}”".format)
    clause = st.builds(
        "{}{}".format, st.one_of(han, han, quoted, numbers.map("{}人".format)), st.sampled_from("，、。")
    )
    return st.lists(st.one_of(han, clause), min_size=1, max_size=most).map("".join)


# What stays whole in either direction of writing: numbers with their signs, formulas, amounts.
TERMS = "≥5 ≤100 ≈3 ＞20 y＞3 3∶2 10⁸ H₂O CO₂ 10⁻³ ±3 ±0.5℃ -4℃ 12.5% ¥30 №5 25℃ 30㎡ 3×5 3×10⁶ 5G A4 1.5倍".split()  # noqa: SIM905 - read as a text


def terms(most: int = 12) -> st.SearchStrategy[tuple[str, ...]]:
    """Copy in parts: Han, whole terms, initials with interpuncts, and marks between them."""
    parted = st.tuples(st.sampled_from([*TERMS, "W·H·", "A·B"]), st.one_of(han, st.sampled_from("，（）。")))
    part = st.one_of(st.tuples(han), parted, st.tuples(st.sampled_from("，（）。")))
    return st.lists(part, min_size=1, max_size=most).map(lambda found: tuple(each for many in found for each in many))


@st.composite
def measures(draw, least: int = 6, most: int = 25) -> Measure:
    """A whole number of characters, with or without an indent of the first line or a drop cap's three short lines."""
    width = float(draw(st.integers(least, most)))
    first = draw(st.sampled_from([(), ((2.0, width - 2.0),), ((3.0, width - 3.0),) * 3]))
    return Measure(first, (0.0, width))
