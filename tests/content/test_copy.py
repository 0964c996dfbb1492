"""content.yaml is the copy as it was handed in, character for character, but for three things put right."""

import hashlib
import pathlib
from itertools import cycle

import pytest

from xihu_pdf.content import load
from xihu_pdf.errors import Span

ROOT = pathlib.Path(__file__).parent.parent.parent
SEED = ROOT.parent / "shared" / "seed" / "page-45.txt"

DIGEST = "69e95274ccf2007692126f70eeb8f7c8c2c2a3c0bd6dc89e2e88220be13a2be9"

# ASCII marks and the Chinese marks that they stand for; straight quotes open and close by turns.
_MARKS = str.maketrans(",:;()+", "，：；（）＋")

# The lead stands among the sections, cut in two, and its drop cap is lost.
_LEAD = "湖镇农村人居环境整治工作", "切实转", "变工作作风", "“十大亮点”。"


def mended():
    """The copy without blanks and line ends, with Chinese marks, and its lead in front."""
    text = "".join(SEED.read_text("utf-8").split())
    quotes = cycle("“”")
    text = "".join(next(quotes) if each == '"' else each for each in text.translate(_MARKS))
    start = text.index(_LEAD[0])
    end = text.index(_LEAD[3], start) + len(_LEAD[3])
    lead = text[start:end]
    assert _LEAD[1] + _LEAD[2] in lead
    return text[:2], "西" + lead, text[2:start] + text[end:]


@pytest.fixture(scope="module")
def page():
    source = load(ROOT / "content.yaml")
    assert source.diagnostics == ()
    (page,) = source.edition.pages
    return page


def words_of(page):
    """Folio, lead, and all other words in the order of the copy."""
    (article,) = page.articles
    words = []
    for section in article.sections:
        words.append(section.subhead.value)
        words.extend(paragraph.value for paragraph in section.paragraphs)
    words.append(article.byline.value)
    words.extend(photograph.caption.value for photograph in article.photographs)
    return page.folio.value, article.lead.value, "".join(words)


@pytest.mark.skipif(not SEED.exists(), reason="the copy as handed in is not at hand")
def test_nothing_is_lost_added_or_moved(page):
    assert words_of(page) == mended()
    assert len(mended()[2]) > 2800


def test_the_copy_is_the_one_that_was_proved(page):
    """Without the copy as handed in, its mended words are known by their hash."""
    assert hashlib.sha256("\n".join(words_of(page)).encode()).hexdigest() == DIGEST


@pytest.mark.skipif(not SEED.exists(), reason="the copy as handed in is not at hand")
def test_paragraphs_and_subheads_are_those_of_the_copy(page):
    (article,) = page.articles
    handed = {"".join(line.split()) for line in SEED.read_text("utf-8").splitlines()}
    straight = str.maketrans("，：；（）＋“”", ',:;()+""')
    ours = [text for section in article.sections for text in (section.subhead, *section.paragraphs)]
    odd = [text.value for text in ours if text.value.translate(straight) not in handed]
    assert [value[:14] for value in odd] == ["以自治文化激发社会活力。完善"]
    assert [article.lead.value[1:].translate(straight) in handed] == [False]


def test_the_headings_are_the_copy_s_own_words(page):
    (article,) = page.articles
    everything = article.lead.value + "".join(p.value for s in article.sections for p in s.paragraphs)
    assert all(part in everything for part in article.headline.value.split())
    assert all(part in everything for part in ("2022年", "西湖镇", "经济社会发展呈现", "“十大亮点”"))
    assert article.kicker.value == "2022年西湖镇经济社会发展呈现“十大亮点”"


def test_the_page_has_its_parts(page):
    (article,) = page.articles
    assert len(article.sections) == 10
    assert [each.file for each in article.photographs] == ["images/rice.jpg", "images/stage.jpg"]
    assert article.byline.value == "本版图文由叶立岚提供"


def test_what_looks_like_a_slip_stays_and_is_marked():
    lines = (ROOT / "content.yaml").read_text("utf-8").splitlines()
    for slip in ("四沙西公开", "完美村和民约"):
        (line,) = [line for line in lines if slip in line]
        assert "# sic" in line
        assert slip in line.split("# sic")[0]


def test_no_ascii_mark_is_left_in_the_copy(page):
    (article,) = page.articles
    copy = [article.kicker, article.headline, article.lead, article.byline]
    copy += [text for section in article.sections for text in (section.subhead, *section.paragraphs)]
    copy += [photograph.caption for photograph in article.photographs]
    assert {each for text in copy for each in text.value if each.isascii() and not each.isalnum()} <= set(".% ")


def test_every_word_knows_its_place(page):
    lines = (ROOT / "content.yaml").read_text("utf-8").splitlines()
    (article,) = page.articles
    for text in (article.headline, article.lead, article.byline, *article.sections[-1].paragraphs):
        assert isinstance(text.span, Span)
        assert lines[text.span.line - 1][text.span.column - 1 :].startswith(text.value)
