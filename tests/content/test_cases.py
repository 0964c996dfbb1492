"""Expected faults stand in the case files beside their cause: ``# error 7:14 key-unknown``."""

import pathlib
import re

import pytest

from xihu_pdf.content import load

CASES = sorted((pathlib.Path(__file__).parent.parent / "cases").glob("*.yaml"))
_EXPECTED = re.compile(r"# (error|warning|note) (\d+):(\d+) ([a-z0-9-]+)")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_exactly_the_expected_faults_are_told(case):
    expected = sorted(
        (int(line), int(column), severity, code)
        for severity, line, column, code in _EXPECTED.findall(case.read_text("utf-8"))
    )
    told = sorted((d.span.line, d.span.column, d.severity, d.code) for d in load(case).diagnostics)
    assert told == expected


def test_there_are_cases():
    assert len(CASES) >= 25


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_told_fault_has_its_message_filled_and_a_way_out(language):
    for case in CASES:
        for each in load(case).diagnostics:
            assert each.message(language)
            assert each.hint(language)
            assert str(case) in each.line(language)
