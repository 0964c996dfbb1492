"""The cures of a page of a single article: a page follows from each, and nearest widths are told first."""

import pytest

from pages import of_length, photographs, with_article
from xihu_pdf.build import check
from xihu_pdf.layout import alone
from xihu_pdf.layout.grid import TABLOID
from xihu_pdf.layout.planning import Misfit
from xihu_pdf.layout.rewording import MANNERS, reworded
from xihu_pdf.stock import open_stock

# Characters of copy, the columns of each photograph, and what is told: the fault, then the cures.
FAULTY = (
    (2000, (2,), ["page-short", "cure-width", "cure-columns"]),
    (3500, (4, 2), ["page-long", "cure-words"]),
    (8000, (), ["page-long", "cure-words"]),
)


def told(source, article, album, case):
    length, widths, _ = case
    wished = tuple(each._replace(columns=wide) for each, wide in zip(photographs(len(widths)), widths, strict=True))
    own = of_length(article, length)._replace(photographs=wished)
    return own, check(with_article(source, own), open_stock(str(album))).diagnostics


@pytest.mark.parametrize("case", FAULTY, ids=str)
def test_every_cure_that_is_told_makes_the_page(source, article, album, case):
    own, found = told(source, article, album, case)
    codes = [each.code for each in found]
    assert codes[0] == case[2][0]
    assert set(case[2]) <= set(codes)
    assert len(codes) <= 4
    stock = open_stock(str(album))
    for cure in found[1:]:
        for changed in followed(own, cure):
            assert check(with_article(source, changed), stock).document is not None, cure.message("en")


def followed(own, cure):
    """The article as editors leave it who follow a cure, each in another way."""
    values = dict(cure.values)
    if cure.code == "cure-words":
        change = values["change"]
        amounts = dict(change.values)
        sign = 1 if change.code == "words-add" else -1
        return [reworded(own, sign * amounts[each], manner) for each in ("characters", "most") for manner in MANNERS]
    kept = {
        "cure-width": lambda each: each._replace(columns=values.get("other")) if each.file == values["file"] else each,
        "cure-columns": lambda each: each._replace(columns=None),
    }
    if cure.code in kept:
        return [own._replace(photographs=tuple(map(kept[cure.code], own.photographs)))]
    return [own._replace(photographs=own.photographs[: -values.get("count", 1)])]


def test_the_width_nearest_to_that_of_the_photograph_is_told_first(monkeypatch, source, article, album):
    monkeypatch.setattr(alone, "_state", lambda *_: 0)
    _, found = told(source, article, album, FAULTY[0])
    values = next(dict(each.values) for each in found if each.code == "cure-width")
    assert abs(values["other"] - values["columns"]) == 1


def test_no_length_is_told_that_was_not_tried(monkeypatch, source, article, album):
    monkeypatch.setattr(alone, "_state", lambda *_: None)
    _, found = told(source, article, album, FAULTY[1])
    assert [each.code for each in found] == ["page-long"]
    assert "字" not in found[0].message("zh")


@pytest.mark.parametrize("lines", [0, 4, -4])
def test_copy_that_nearly_fits_may_be_cut_or_lengthened_and_other_copy_only_mended(monkeypatch, article, lines):
    tried = []

    def run(_article, amounts, _table):
        tried.extend(amounts)

    monkeypatch.setattr(alone, "_run", run)
    table = alone.Table(None, None, TABLOID)
    assert alone._other_length(article, Misfit(lines).lines, table) is None
    signs = {each > 0 for each in tried}
    assert signs == ({True, False} if lines == 0 else {lines < 0})
    assert min(map(abs, tried)) >= abs(lines) * TABLOID.characters - 5
