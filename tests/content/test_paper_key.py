"""The paper of an edition: by name in either language, or its sides in millimetres."""

import pytest
from jsonschema import Draft202012Validator

from xihu_pdf.content import parse
from xihu_pdf.content.schema import json_schema

PAGES = "pages:\n  - articles:\n      - headline: 题\n"
GOOD = {
    "broadsheet": "broadsheet",
    "对开": "broadsheet",
    "四开": "tabloid",
    "A4": "a4",
    "a3": "a3",
    "大16开": "16k",
    "190 × 260": (190.0, 260.0),
    "190x260mm": (190.0, 260.0),
    "210.5 * 285": (210.5, 285.0),
}


@pytest.mark.parametrize("written", GOOD)
def test_papers_are_read_as_they_are_written(written):
    source = parse(f"paper: {written}\n{PAGES}".encode(), "a.yaml")
    assert source.diagnostics == ()
    assert source.edition.paper == GOOD[written]
    assert not list(Draft202012Validator(json_schema()).iter_errors({"paper": written, "pages": []}))[1:]


@pytest.mark.parametrize("written", ["b5", "190", "100 × 260", "190 × 900", "19 × 26", "[190, 260]"])
def test_what_is_no_paper_is_told_with_its_place(written):
    source = parse(f"paper: {written}\n{PAGES}".encode(), "a.yaml")
    assert [(each.span.line, each.span.column) for each in source.diagnostics] == [(1, 8)]
    assert source.edition.paper == "tabloid"
