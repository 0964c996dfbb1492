"""Where lines may break, against UAX 14 as another program has it: they differ in the exceptions listed, no others.

The exceptions stand with their clauses in docs/composition.md.
"""

import json
import re
from itertools import product
from pathlib import Path
from typing import NamedTuple

import pytest

from em_square import ASCII, HAN, MARKS, em_square_font
from xihu_pdf.fonts import Library, Shelf
from xihu_pdf.frame import BLACK
from xihu_pdf.typeset import Compositor, Style
from xihu_pdf.typeset.western import TOKEN

uniseg = pytest.importorskip("uniseg.linebreak", reason="uniseg is not installed")

SHARED = [parent / "shared" / "corpus" / "text" for parent in Path(__file__).parents[3:5]]
CORPUS = next((folder for folder in SHARED if folder.is_dir()), SHARED[0])
# A break that is had for this is a last resort, as is that in a chain of marks.
LAST_RESORT = 10000.0
OURS, THEIRS = "ours", "UAX 14"


class Row(NamedTuple):
    """Where the two may differ: which of them has the break, and what stands before and after it."""

    name: str
    whose: str
    before: str = "."
    after: str = "."


# Letters and signs of Western words, numbers and addresses.
W = r"[!-~\u00a1-\u02ff\u0300-\u218f０-９Ａ-Ｚａ-ｚ％￥＄￡－＋]"
# What a date or an hour ends with: a hyphen behind it joins, elsewhere behind Han it is the sign of a number.
DATE = "[年月日号时分]"
EXCEPTIONS = (
    # UAX 14 cannot tell which of a pair a quote is where no letter decides it (LB19); Chinese ones open and close.
    Row("a Chinese opening quote may start a line", OURS, after="[“‘]"),
    Row("a Chinese closing quote may end a line", OURS, before="[”’]"),
    # clreq 3.1.5 and GB/T 15834-2011, 5.1.5: an ellipsis may start a line but on the level “strict” (LB22).
    Row("an ellipsis may start a line", OURS, after="[…‥⋯]"),
    # GB/T 15834-2011, 5.1.6, 5.1.7, 5.1.9: UAX 14 has these as letters (AL, ID).
    Row("no interpunct starts a line", THEIRS, after="[·•‧]"),
    Row("no connector starts a line", THEIRS, after="[～〜–－]|—(?!—)"),
    Row("no solidus starts a line", THEIRS, after="／"),
    Row("no solidus ends a line", THEIRS, before="／|(?<![!-~])/"),
    # clreq 3.1.5 and 3.2.1: signs of amounts stay with what they belong to, which LB23a and LB25 see beside Han and
    # figures only.
    Row("no sign of percent or degrees starts a line", THEIRS, after="[％‰℃℉°]"),
    Row("no sign of currency ends a line", THEIRS, before="[$¥£€￥＄￡]"),
    # UAX 14 cannot tell which of a pair a straight quote is (LB19): one with a word opens or closes by its side; one
    # alone among Han clings to both sides, over a blank too (LB18).
    Row("a straight quote before a word opens", OURS, after="[\"'][0-9A-Za-z]"),
    Row("a straight quote behind a word closes", OURS, before="[0-9A-Za-z][\"']"),
    Row("no straight quote alone starts a line", THEIRS, before=" ", after="[\"']"),
    Row("no straight quote alone ends a line", THEIRS, before="[\"'] +"),
    # A number keeps its marks, of whatever width (clreq 3.1.5).
    Row("a number keeps its full-width point, colon or comma", THEIRS, before="[0-9０-９][：，．]", after="[0-9０-９]"),
    Row("a number keeps its interpunct", THEIRS, before="[0-9０-９][•・]", after="[0-9０-９]"),
    # A hyphen or solidus belongs to what is before it (LB13, LB21), over a blank too (LB18).
    Row("no hyphen or solidus starts a line behind a blank", THEIRS, before=" ", after="[-/]"),
    # The sign of a number is its own (-4; LB21).
    Row("a number may begin with its sign", OURS, before=f"(?!{DATE})[^!-~]", after="-[0-9]"),
    # clreq 3.2.4: words part at hyphenation points and joints only, numbers never; LB13 and LB21 have more places.
    Row("nothing parts a Western word or number", THEIRS, before=W, after=W),
    # The joints of addresses: clreq 3.2.4; LB13, LB25 and LB29 know no addresses.
    Row("an address parts behind . = & # _ % ~ : @", OURS, before="[.=&#_%~:@?/]", after=W),
    # Chicago Manual of Style, 17th ed., 7.46: a hyphen at a line's end would not be taken for a part of the address.
    Row("an address parts before a hyphen", OURS, before=W, after="-"),
    # clreq 3.1.5: no width makes a mark another mark, and a blank before it is a slip of the pen (LB18).
    Row("no half-width mark starts a line", THEIRS, after=r"[,.;:!?)\]}%”’]"),
    Row("no half-width bracket ends a line", THEIRS, before=r"[(\[{“‘]"),
    Row("no mark starts a line behind a blank", THEIRS, before=" ", after="[，、；：。．？！”’）》〉」』】〕］·～／]"),
    Row("no opening mark ends a line before a blank", THEIRS, before="[“‘（《〈「『【〔［／/] +"),
    # SI brochure, 5.4.3.
    Row("a number keeps its unit over a blank", THEIRS, before="[0-9] +", after="[A-Za-z%°℃μ]"),
    # The marks that both writings share are Chinese beside one Han; UAX 14 has the interpunct as a letter (LB28).
    Row("a line may end with an interpunct", OURS, before="[·•‧]"),
    # A name such as .NET begins with its point (LB13).
    Row("a word may begin with a point or colon", OURS, after="[.:]"),
    # Full-width signs without a number are set like Han (LB24).
    Row("a full-width sign of its own parts from Western words", OURS, before="[％￥]", after=W),
    Row("a full-width sign of its own parts from Western words", OURS, before=W, after="[％￥]"),
    # A dash between Western letters is theirs (clreq 3.1.2; class B2 breaks on both sides).
    Row("a dash or ellipsis between Western letters", THEIRS, before=W, after="[—…·]"),
    Row("a dash or ellipsis between Western letters", THEIRS, before="[—…·]", after=W),
)


def may_break(units):
    """The places in a text where our units may be parted."""
    return {start for start, cost in zip(units.starts[1:], units.costs, strict=True) if cost < LAST_RESORT}


def standard(text):
    return {at for at, yes in enumerate(uniseg.line_break_breakables(text)) if yes and at}


def told(text, at, whose, table):
    """The row of a table that a difference before the character ``at`` falls under."""
    for row in table:
        if row.whose == whose and re.search(f"(?:{row.before})\\Z", text[:at]) and re.match(row.after, text[at:]):
            return row.name
    return None


def differences(compositor, text, table=EXCEPTIONS):
    """Each difference with the text around it that no row of the table covers."""
    units = compositor.units(text)
    if units.missing:
        return None
    ours, theirs = may_break(units), standard(text)
    found = [(at, OURS if at in ours else THEIRS) for at in sorted(ours ^ theirs)]
    return [
        (text[max(0, at - 4) : at] + "|" + text[at : at + 4], whose)
        for at, whose in found
        if told(text, at, whose, table) is None
    ]


def paragraphs():
    texts = [each["text"] for each in json.loads((CORPUS / "cmrc2018-paragraphs.json").read_text("utf-8"))]
    for file in sorted(CORPUS.glob("*.md")):
        texts.extend(line.strip() for line in file.read_text("utf-8").splitlines() if re.search("[一-鿿]", line))
    for name in ("ud-hk-legco.tsv", "ud-gsd-dev.tsv"):
        texts.extend(line.split("\t")[-1].strip() for line in (CORPUS / name).read_text("utf-8").splitlines())
    return [text for text in texts if text]


def covering(folder, characters):
    """A compositor in a face that has every character."""
    shown = "".join(sorted({each for each in characters if each.isprintable()}))
    chain = Library((Shelf(em_square_font(folder / "all.ttf", "All Song", shown), 0, "song"),)).chain("song")
    return Compositor(Style(chain, 10.0, BLACK, "zh-Hans"))


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of real copy is not at hand")
def test_real_copy_breaks_where_uax_14_says_but_for_the_exceptions(tmp_path):
    texts = paragraphs()
    compositor = covering(tmp_path, "".join(texts) + ASCII)
    found = [differences(compositor, text) for text in texts]
    compared = [each for each in found if each is not None]
    assert len(compared) > 0.9 * len(texts)
    assert [each for row in compared for each in row][:20] == []


# A character or two of every class that copy has.
SAMPLES = [
    *"镇々あっーA7，、：；。？！“”（）《》「」·～／%％-/.,!(){}$￥℃",
    "——",
    "……",
    "ab",
    "10",
    "a-b",
    "1.5",
    "5%",
]


@pytest.fixture(scope="module")
def every(tmp_path_factory):
    return covering(tmp_path_factory.mktemp("pairs"), HAN + MARKS + ASCII + "─‰" + "".join(SAMPLES))


@pytest.mark.parametrize("left", SAMPLES)
def test_pairs_of_classes_break_where_uax_14_says_but_for_the_exceptions(every, left):
    for right in SAMPLES:
        assert differences(every, f"镇{left}{right}湖") == []


@pytest.mark.parametrize(("left", "right"), list(product("镇A7，（”", repeat=2)))
def test_a_typed_blank_is_a_place_to_break_but_for_the_exceptions(every, left, right):
    assert differences(every, f"镇{left} {right}湖") == []


@pytest.mark.parametrize(
    "text",
    [
        "三十％",
        "三十℃",
        "三十‰",
        "￥三十",
        "$三十",
        "西──湖",
        "约/或",
        '说"好"的',
        "约 - 或",
        "A……B",
        "A——B",
        "A—B",
        "A·B",
    ],
)
def test_lone_signs_and_quotes_break_where_uax_14_says_but_for_the_exceptions(every, text):
    assert differences(every, text, EXCEPTIONS) == []


@pytest.mark.parametrize("text", ["9月27日-10月9日", "进阶/Advanced", "三十℃(约", "三十%/年", "US$三十"])
def test_a_sign_at_the_edge_of_a_word_clings_as_it_does_alone(every, text):
    """GB/T 15834-2011, 5.1.6 and 5.1.9; UAX 14, LB21, LB23a."""
    assert differences(every, text, EXCEPTIONS) == []


def test_a_token_is_never_split_where_uax_14_keeps_it(every):
    for text in ("100%", "1,897.50", "$5", "12:30", "COVID-19", "it's", "U.S.", "葛\ufe00"):
        assert TOKEN.fullmatch(text) or len(text) == 2
        assert not may_break(every.units(text))
