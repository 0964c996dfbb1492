"""What a made-up page measures: the figures that editors and tests look at."""

from typing import NamedTuple

from xihu_pdf.layout.grid import Grid
from xihu_pdf.layout.planning import Plan
from xihu_pdf.layout.story import Part, part_lines
from xihu_pdf.typeset import Line

__all__ = ["PageReport", "measure_page"]

# A gap between Han that the eye begins to see, in em.
_LOOSE = 0.125


class PageReport(NamedTuple):
    """Figures of one page.

    ``columns`` are first line and end line of the text in each column, ``lines`` the lines of text, ``loose`` those
    with a Han gap above 1/8 em, ``widest`` the widest such gap in em, ``short`` the justified lines that miss their
    measure, ``pictures`` the lines of each photograph, ``head`` the lines of the headline block, ``subheads`` those
    of each subhead.
    """

    columns: tuple[tuple[int, int], ...]
    lines: int
    loose: int
    widest: float
    short: int
    pictures: tuple[int, ...]
    head: int
    subheads: tuple[int, ...]


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
