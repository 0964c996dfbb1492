"""What was checked, as JSON. The form is kept: names are added, none is taken away or changes its meaning."""

import json

from xihu_pdf.errors import Diagnostic
from xihu_pdf.layout import PageReport
from xihu_pdf.report.checking import Checked
from xihu_pdf.report.inspection import Inspection

__all__ = ["as_json"]

_FORM = 1


def as_json(checked: Checked, content: str, language: str = "zh") -> str:
    """The findings and figures of a check, as docs/check.md tells them; ``content`` is the file's name."""
    severities = [each.severity for each in checked.findings]
    told = {
        "form": _FORM,
        "content": content,
        "order": checked.order.name,
        "passed": checked.passed,
        **{f"{kind}s": severities.count(kind) for kind in ("error", "warning", "note")},
        "findings": [_finding(each, language) for each in checked.findings],
        "pages": [_figures(each) for each in checked.proof.reports],
        "file": _file(checked.inspection) if checked.inspection else None,
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _finding(each: Diagnostic, language: str) -> dict[str, object]:
    """A finding with its place in the content and on paper; what is not known is null."""
    values = dict(each.values)
    place = values.get("place")
    paper = dict(place.values) if isinstance(place, Diagnostic) else {}
    return {
        "code": each.code,
        "severity": each.severity,
        "message": each.message(language),
        "hint": each.hint(language),
        "file": each.span.file if each.span else None,
        "line": each.span.line if each.span else None,
        "column": each.span.column if each.span else None,
        "page": paper.get("number", values.get("page")),
        "x_mm": paper.get("x"),
        "y_mm": paper.get("y"),
    }


def _figures(report: PageReport) -> dict[str, object]:
    """The figures of a page; lines and columns count from 1, an end is the last one taken."""
    return {
        "columns": [{"first": first + 1, "last": end} for first, end in report.columns],
        "lines": report.lines,
        "loose": report.loose,
        "short": report.short,
        "widest_gap_em": round(report.widest, 4),
        "head": report.head,
        "pictures": report.pictures,
        "subheads": report.subheads,
    }


def _file(found: Inspection) -> dict[str, object]:
    return {
        "version": found.version,
        "standards": found.standards,
        "condition": found.condition,
        "spots": found.spots,
        "fonts": [font._asdict() for font in found.fonts],
        "pages": [
            {
                "label": leaf.label,
                "width_mm": leaf.width,
                "height_mm": leaf.height,
                "bleed_mm": leaf.bleed,
                "photographs": leaf.photographs,
            }
            for leaf in found.pages
        ],
    }
