"""The cures of a page that does not fit: what is tried, what is told, and that a page follows from what is told."""

from types import SimpleNamespace

import pytest

from made_pages import articles, with_articles
from xihu_pdf.build import check
from xihu_pdf.content import Article, Photograph, Section, Text
from xihu_pdf.errors import fault
from xihu_pdf.layout import cures
from xihu_pdf.layout.rewording import MANNERS, copy_length, reworded
from xihu_pdf.stock import open_stock

TEXT = Text("镇里的年轻人又回来了一批。" * 12)
LEAD = Article(
    headline=Text("水乡春早"),
    deck=Text("稻花飘香"),
    summary=(Text("一年的账"),),
    sections=(Section(None, (TEXT, TEXT, TEXT)),),
    photographs=(Photograph("a.jpg", columns=3),),
)
SHORT = Article(headline=Text("路灯换新"), sections=(Section(None, (TEXT,)),))
DRAFT = SimpleNamespace(materials=(SimpleNamespace(article=LEAD), SimpleNamespace(article=SHORT)))
TABLE = SimpleNamespace(grid=SimpleNamespace(columns=8))


def told(monkeypatch, works, words=()):
    """The cures told where those work for which ``works`` says so, and all that were tried."""
    tried = []

    def tries(_draft, cure, _table):
        tried.append(cure)
        return works(cure)

    monkeypatch.setattr(cures, "_helps", tries)
    monkeypatch.setattr(cures, "_other_lengths", lambda *_: list(words))
    return cures.cures(DRAFT, TABLE), tried


CHANGES = {
    "cure-width": lambda article, values: article.photographs[0].columns == values["other"] != 3,
    "cure-summary": lambda article, _: not article.summary and article.deck,
    "cure-deck": lambda article, _: article.deck is None and article.summary,
    "cure-photograph": lambda article, _: not article.photographs,
    "cure-move": lambda article, _: article is None,
}


@pytest.mark.parametrize("code", CHANGES)
def test_a_cure_that_makes_the_page_is_told_and_is_what_was_tried(monkeypatch, code):
    found, tried = told(monkeypatch, lambda cure: cure.told.code == code)
    assert [each.code for each in found] == [code]
    worked = next(cure for cure in tried if cure.told == found[0])
    assert CHANGES[code](worked.article, dict(found[0].values))
    assert "（" not in found[0].message("zh")
    assert found[0].severity == "note"


def test_no_more_than_three_cures_are_told_and_the_least_to_do_first(monkeypatch):
    found, _ = told(monkeypatch, lambda _: True, [(400.0, fault("cure-words"))])
    assert [each.code for each in found] == ["cure-width", "cure-deck", "cure-summary"]
    found, _ = told(monkeypatch, lambda _: True, [(40.0, fault("cure-words"))])
    assert [each.code for each in found] == ["cure-words", "cure-width", "cure-deck"]


def test_none_is_told_that_does_not_make_the_page(monkeypatch):
    found, tried = told(monkeypatch, lambda _: False)
    assert found == []
    assert len(tried) > 5


def test_the_nearest_widths_of_a_photograph_are_tried_first_and_no_wider_than_the_page(monkeypatch):
    _, tried = told(monkeypatch, lambda _: False)
    assert [dict(each.told.values)["other"] for each in tried if each.told.code == "cure-width"] == [2, 4, 1, 5]


@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize("characters", [-60, 45])
def test_copy_is_shortened_and_lengthened_by_so_many_characters_and_no_paragraph_goes_whole(manner, characters):
    changed = reworded(LEAD, characters, manner)
    assert copy_length(changed) == copy_length(LEAD) + characters
    paragraphs = [section.paragraphs for section in (LEAD.sections[0], changed.sections[0])]
    for before, after in zip(*paragraphs, strict=True):
        assert len(after.value) > len(before.value) / 4
        assert after.value.startswith(before.value) or before.value.startswith(after.value)


def test_two_amounts_that_follow_one_another_are_told_as_a_range():
    assert cures.longest_run([False, True, True, False]) == (1, 3)
    assert cures.longest_run([True, False, True, True]) == (2, 4)
    assert cures.longest_run([False, False]) == (0, 0)
    cut = cures.told_words(LEAD, -90, -60)
    assert (cut.code, cut.message("zh")) == ("words-cut", "“水乡春早”删 60 至 90 字")
    assert cures.told_words(LEAD, 60, 90).message("en") == "add 60 to 90 characters to “水乡春早”"


# Articles, characters of copy, those of the photograph's columns and what is wrong with the page.
FAULTY = (
    (4, 4500, None, "page-articles-long"),
    (6, 4700, 3, "page-articles-long"),
    (6, 1900, 3, "page-articles-short"),
    (8, 4350, None, "page-articles-long"),
    (8, 1400, None, "page-unfit"),
)


@pytest.mark.parametrize("case", FAULTY, ids=str)
def test_a_page_whose_first_cure_is_followed_can_be_made(source, article, album, case):
    *wanted, code = case
    own = made(article, *wanted)
    stock = open_stock(str(album))
    found = check(with_articles(source, own), stock).diagnostics
    assert code in [each.code for each in found], [each.line("en") for each in found]
    first = next(each for each in found if each.code.startswith("cure-"))
    proof = check(with_articles(source, followed(own, first)), stock)
    assert proof.document is not None, [first.message("en"), *(each.line("en") for each in proof.diagnostics)]


def made(article, count, characters, columns):
    """So many articles, the first three times as long as the others and with a photograph."""
    lengths = [round(characters * share / (count + 2)) for share in (3, *[1] * (count - 1))]
    lead, *others = articles(article, lengths, photographs=("a.jpg",), lead=False)
    photographs = tuple(each._replace(columns=columns) for each in lead.photographs)
    return (lead._replace(photographs=photographs), *others)


def followed(own, cure):
    """The articles as an editor leaves them who follows a cure and aims at the middle of what it tells."""
    values = dict(cure.values)
    if cure.code == "cure-words":
        for word in words(values["change"]):
            amount = dict(word.values)
            count = (amount["characters"] + amount["most"]) // 2
            own = tuple(
                edited(each, count if word.code.startswith("words-add") else -count)
                if each.headline.value == amount["text"]
                else each
                for each in own
            )
        return own
    if cure.code == "cure-move":
        return tuple(each for each in own if each.headline.value != values["text"])
    kept = {"cure-width": lambda each: (each._replace(columns=values["other"]),), "cure-photograph": lambda _: ()}
    return tuple(
        each._replace(photographs=tuple(p for q in each.photographs for p in kept[cure.code](q))) for each in own
    )


def words(change):
    """The changes of single articles in one of several."""
    values = dict(change.values)
    return [*words(values["one"]), *words(values["other"])] if change.code == "words-both" else [change]


def edited(article, characters):
    """The article with the middle of its longest paragraphs taken out, or a new paragraph."""
    sections = [list(section.paragraphs) for section in article.sections]
    if characters > 0:
        more = "村里把账算清楚以后，第二天一早就有人来报名，干活的人手一下子多了起来。" * 40
        sections[0][0] = Text(sections[0][0].value + more[:characters])
    while characters < 0:
        longest = max((p for s in sections for p in s), key=lambda each: len(each.value))
        own = next(s for s in sections if longest in s)
        taken = min(-characters, len(longest.value) // 2)
        start = (len(longest.value) - taken) // 2
        own[own.index(longest)] = Text(longest.value[:start] + longest.value[start + taken :])
        characters += taken
    kept = zip(article.sections, sections, strict=True)
    return article._replace(sections=tuple(each._replace(paragraphs=tuple(own)) for each, own in kept))
