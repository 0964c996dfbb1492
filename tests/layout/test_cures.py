"""The cures of a page that does not fit: which are tried, in which order, and what each changes."""

from types import SimpleNamespace

import pytest

from xihu_pdf.content import Article, Photograph, Section, Text
from xihu_pdf.layout import cures

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
TABLE = SimpleNamespace(grid=SimpleNamespace(characters=11))


def length(article):
    return sum(len(text.value) for section in article.sections for text in section.paragraphs)


def told(monkeypatch, off, works):
    """The cures told where those work for which ``works`` says so, and all that were tried."""
    tried = []

    def tries(_draft, cure, _table):
        tried.append(cure)
        return works(cure)

    monkeypatch.setattr(cures, "_makes_a_page", tries)
    return cures.cures(DRAFT, off, TABLE), tried


CHANGES = {
    "cure-cut": lambda article, values: length(article) == length(LEAD) - values["characters"],
    "cure-width": lambda article, values: article.photographs[0].columns == values["other"] != 3,
    "cure-summary": lambda article, _: not article.summary and article.deck,
    "cure-deck": lambda article, _: article.deck is None and article.summary,
    "cure-photograph": lambda article, _: not article.photographs,
    "cure-move": lambda article, _: article is None,
}


@pytest.mark.parametrize("code", CHANGES)
def test_a_cure_that_makes_the_page_is_told_and_is_what_was_tried(monkeypatch, code):
    found, tried = told(monkeypatch, 8, lambda cure: cure.told.code == code)
    assert [each.code for each in found] == [code]
    worked = next(cure for cure in tried if cure.told == found[0])
    assert CHANGES[code](worked.article, dict(found[0].values))
    assert "（" not in found[0].message("zh")
    assert found[0].severity == "note"


def test_copy_that_is_too_short_is_told_what_to_add_and_nothing_to_take_away(monkeypatch):
    found, tried = told(monkeypatch, -5, lambda cure: cure.told.code == "cure-add")
    assert [each.code for each in found] == ["cure-add"]
    worked = next(cure for cure in tried if cure.told == found[0])
    assert length(worked.article) == length(LEAD) + dict(found[0].values)["characters"]
    assert not {"cure-cut", "cure-move"} & {cure.told.code for cure in tried}


def test_no_more_than_three_cures_are_told_and_each_kind_once(monkeypatch):
    found, _ = told(monkeypatch, 8, lambda _: True)
    assert len({each.code for each in found}) == len(found) == 3


def test_none_is_told_that_does_not_make_the_page(monkeypatch):
    found, tried = told(monkeypatch, 8, lambda _: False)
    assert found == []
    assert len(tried) > 5


def test_words_are_cut_from_the_ends_of_paragraphs_and_no_paragraph_goes_whole():
    shorter = cures._shortened(LEAD, 60)
    assert length(shorter) == length(LEAD) - 60
    assert len(shorter.sections[0].paragraphs) == 3
    for before, after in zip(LEAD.sections[0].paragraphs, shorter.sections[0].paragraphs, strict=True):
        assert before.value.startswith(after.value)
        assert after.value
