"""A page with tables, boxes, notices, QR codes, poems and pull quotes keeps the standards of every order."""

from pathlib import Path

import pytest
from validators import broken

from xihu_pdf.build import make
from xihu_pdf.content import load
from xihu_pdf.press import ORDERS

SHEET = Path(__file__).parents[2] / "examples" / "notices" / "content.yaml"


@pytest.mark.parametrize("order", ORDERS)
def test_the_notice_sheet_keeps_its_standards(order):
    made = make(load(SHEET), None, order)
    assert made.pdf is not None, [each.line("en") for each in made.diagnostics]
    assert broken(made.pdf, ORDERS[order].standards) == {}


def test_the_notice_sheet_is_clean_and_its_pieces_cover_it():
    made = make(load(SHEET))
    assert [each.line("en") for each in made.diagnostics] == []
    (report,) = made.reports
    taken = [
        (at, line)
        for column, columns, first, end in (*report.articles, *report.notices)
        for at in range(column, column + columns)
        for line in range(first, end)
    ]
    assert len(taken) == len(set(taken))
    # But for the white lines between pieces everything is taken, to the last line of all six columns.
    assert {(at, 92) for at in range(6)} <= set(taken)
    assert report.short == report.loose == 0
