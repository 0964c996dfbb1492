"""Copy of any length: between too short and too long a page is made, and a page that is made is exact."""

import pytest

from pages import bare, copy_of, of_length, photographs, readers, with_article
from xihu_pdf.build import check, make
from xihu_pdf.content import Text
from xihu_pdf.errors import has_errors
from xihu_pdf.layout.grid import TABLOID
from xihu_pdf.stock import open_stock


def is_exact(proof):
    (report,) = proof.reports
    return all(end == TABLOID.lines for _, end in report.columns) and report.short == 0


def outcomes(source, album, make_article, lengths):
    """For each length ``ok`` or the first error; every page that is made is exact, every other has its fault told."""
    stock = open_stock(str(album))
    found = []
    for length in lengths:
        proof = check(with_article(source, make_article(length)), stock)
        if proof.document is None:
            assert has_errors(proof.diagnostics)
            assert all(each.line("zh") and each.line("en") for each in proof.diagnostics)
            found.append(next(each.code for each in proof.diagnostics if each.severity == "error"))
        else:
            assert is_exact(proof)
            found.append("ok")
    return found


VARIANTS = {
    "4 photographs": {"photographs": photographs(4)},
    "3 photographs": {"photographs": photographs(3)},
    "2 photographs": {"photographs": photographs(2)},
    "1 photograph": {"photographs": photographs(1)},
    "no photographs": {"photographs": ()},
    "no lead": {"photographs": photographs(2), "lead": None},
    "no kicker": {"photographs": photographs(2), "kicker": None},
    "a deck": {"photographs": photographs(1), "deck": Text("全镇经济社会发展综述")},
    "no byline": {"photographs": photographs(1), "byline": None},
}


@pytest.mark.parametrize("name", VARIANTS)
def test_pages_with_subheads_can_be_made_for_nearly_every_length(source, article, album, name):
    """Between copy that is too short and copy that is too long, nine lengths of ten make a page."""

    def make_article(length):
        return of_length(article, length)._replace(**VARIANTS[name])

    lengths = range(1500, 4600, 211)
    found = outcomes(source, album, make_article, lengths)
    first, last = found.index("ok"), len(found) - 1 - found[::-1].index("ok")
    assert set(found[:first]) <= {"page-short", "page-uneven"}
    assert set(found[last + 1 :]) <= {"page-long", "page-uneven"}
    step = max(11, (lengths[last] - lengths[first]) // 19)
    between = outcomes(source, album, make_article, range(lengths[first], lengths[last] + 1, step))
    made = between.count("ok")
    assert made >= 0.9 * len(between), f"{made} of {len(between)}: {between}"


def test_pages_without_subheads_are_made_or_told(source, article, album):
    found = outcomes(
        source,
        album,
        lambda length: of_length(article, length, subheads=False)._replace(photographs=photographs(1)),
        range(1900, 4200, 97),
    )
    assert found.count("ok") >= 5
    assert set(found) <= {"ok", "page-short", "page-long", "page-uneven"}


def test_a_page_of_any_length_writes_what_it_was_given(source, article, album):
    stock = open_stock(str(album))
    for length in range(2000, 3200, 61):
        short = with_article(source, of_length(article, length), photographs=photographs(1))
        proof = make(short, stock)
        if proof.pdf is not None:
            words, captions = copy_of(short.edition.pages[0])
            (_, text), _ = readers(proof.pdf)
            assert bare(text) == bare(words + "".join(captions))
            return
    pytest.fail("no length made a page")
