"""What a made-up page measures: the figures that editors and tests look at."""

import re
from itertools import zip_longest
from typing import NamedTuple

from xihu_pdf.errors import Diagnostic, Span, fault
from xihu_pdf.frame import GlyphRun
from xihu_pdf.layout.grid import Grid
from xihu_pdf.layout.planning import Plan
from xihu_pdf.layout.story import Part, part_lines
from xihu_pdf.typeset import Line

__all__ = ["NOTHING", "PageReport", "faults_of", "faulty_lines", "level_subheads", "measure_page", "text_places"]

# A gap between Han that the eye begins to see, in em.
_LOOSE = 0.125
# A gap that is a hole, in em; and what a line may be too wide by, in points.
_HOLES = 0.25
_OVERFULL = 0.01
# A line of one word may miss its measure by so many points before it is told.
_SHORT = 2.0
# A Western word or number, else a few letters.
_FIRST = r"[!-~À-\u218f]+|.{1,4}"


class PageReport(NamedTuple):
    """Figures of one page.

    ``columns`` are first line and end line of the text in each column, ``lines`` the lines of text, ``loose`` those
    with a Han gap above 1/8 em, ``widest`` the widest such gap in em, ``short`` the justified lines that miss their
    measure, ``pictures`` the lines of each photograph, ``head`` the lines of the headline block, ``subheads`` those
    of each subhead; ``articles`` the first column, columns, first line and end line of each where there are several,
    ``notices`` those of notices and advertisements, and ``plans`` the line of the plan that they follow, and of others
    if they were asked for.
    """

    columns: tuple[tuple[int, int], ...]
    lines: int
    loose: int
    widest: float
    short: int
    pictures: tuple[int, ...]
    head: int
    subheads: tuple[int, ...]
    articles: tuple[tuple[int, int, int, int], ...] = ()
    notices: tuple[tuple[int, int, int, int], ...] = ()
    plans: tuple[str, ...] = ()


NOTHING = PageReport((), 0, 0, 0.0, 0, (), 0, ())


def faulty_lines(parts: tuple[Part, ...], plan: Plan) -> list[Diagnostic]:
    """Tell of every line that had to be set with visible holes, or wider than its column, since nothing else fits."""
    told = []
    for part, count in zip(parts, plan.filling.counts, strict=True):
        if part.kind == "paragraph":
            told.extend(faults_of(tuple(line for line in part_lines(part, count) if line is not None), part.span))
    return told


def faults_of(lines: tuple[Line, ...], span: Span | None) -> list[Diagnostic]:
    """Tell of the lines of a text at ``span`` that have holes, fall short or stand out."""
    told = []
    for line, after in zip_longest(lines, lines[1:]):
        if line.spare < -_OVERFULL:
            told.append(fault("line-overfull", span, text=_shown(line), points=round(-line.spare, 1)))
        elif line.spare > _SHORT:
            told.append(fault("line-short", span, text=_shown(line), points=round(line.spare, 1)))
        elif line.gap > _HOLES:
            told.append(fault("line-loose", span, text=_shown(line), gap=round(line.gap, 2), after=_first(after)))
    return told


def _shown(line: Line) -> str:
    """A line as an editor finds it in the copy, with its blanks and without the hyphen that ends it."""
    runs = (item for _, item in line.items if isinstance(item, GlyphRun))
    return "".join("".join(run.texts) for run in runs).replace("\xad", "")


def _first(line: Line | None) -> str:
    """What a line begins with, which did not go into the one before: a Western word or number, else a few letters."""
    found = re.match(_FIRST, _shown(line)) if line else None
    return found[0] if found else ""


def text_places(columns: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """Column and line of every line of the flow, in reading order."""
    return tuple((column, line) for column, (first, end) in enumerate(columns) for line in range(first, end))


def level_subheads(parts: tuple[Part, ...], plan: Plan) -> list[Diagnostic]:
    """Tell of subheads that stand side by side at one height 碰题, which no filling could avoid."""
    places = text_places(plan.columns)
    used = 0
    heads: list[tuple[int, int, int]] = []
    told = []
    for part, count in zip(parts, plan.filling.counts, strict=True):
        if part.kind == "subhead":
            column, first = places[used]
            if any(each[0] == column - 1 and each[1] < first + count and first < each[2] for each in heads):
                told.append(fault("subheads-level", part.span, text="".join(line.text for line in part.lines)))
            heads.append((column, first, first + count))
        used += count
    return told


def measure_page(parts: tuple[Part, ...], plan: Plan, grid: Grid) -> PageReport:
    """Measure the page that ``plan`` makes of ``parts``."""
    lines: list[Line] = []
    subheads = []
    for part, count in zip(parts, plan.filling.counts, strict=True):
        if part.kind == "paragraph":
            lines.extend(line for line in part_lines(part, count) if line is not None)
        elif part.kind == "subhead":
            subheads.append(count)
    return PageReport(
        plan.columns,
        len(lines),
        sum(line.gap > _LOOSE for line in lines),
        max((line.gap for line in lines), default=0.0),
        sum(abs(line.spare) > 0.01 * grid.size for line in lines),
        tuple(count for _, count in plan.hung if count),
        plan.head,
        tuple(subheads),
    )
