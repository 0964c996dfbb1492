"""The plan of a page: how high head and photographs are, so that the text fills every column to the last line.

Every way to hang lead and photographs in whole lines is a candidate with a cost; the text is poured into the cheapest
first, and the search ends when no candidate left could be better than the best plan found. Text and body size are
never touched.
"""

from collections.abc import Iterator
from operator import add
from typing import NamedTuple

from xihu_pdf.layout.arrangement import Slot
from xihu_pdf.layout.filling import Block, Filling, fill, totals
from xihu_pdf.layout.grid import Grid

__all__ = ["Hanger", "Misfit", "Plan", "Task", "picture_lines", "plan_depths", "plan_page"]

# What it costs to crop a fifth of a photograph away, and to open the head by one line.
_CROP_COST = 160.0
_HEAD_COST = 9.0
_HEAD_EXTRA = 5
# Text under a photograph is at least this deep: 2.5 cm.
_LEAST_TEXT = 7
_MOST_FILLINGS = 40
# The same for each depth of one of several articles.
_FEW_FILLINGS = 6


class Hanger(NamedTuple):
    """Something that hangs: its slot, the lines it takes besides a picture, and the picture's possible lines."""

    slot: Slot
    fixed: int
    pictures: tuple[tuple[int, float], ...]


class Task(NamedTuple):
    """What a plan is sought for: the head's lines, the hangers (those before ``level`` end level) and the blocks.

    ``tops`` are the lines of each column that are taken where a head does not stand over all of them, ``feet`` those at
    the foot of each column that its text leaves to boxes; there are none where they are empty.
    """

    head: int
    hangers: tuple[Hanger, ...]
    level: int
    cost: float
    blocks: tuple[Block, ...]
    tops: tuple[int, ...] = ()
    feet: tuple[int, ...] = ()


class Plan(NamedTuple):
    """A plan: its cost, lines of the head, top line and picture lines of each hanger, columns and the filling."""

    cost: float
    head: int
    hung: tuple[tuple[int, int], ...]
    columns: tuple[tuple[int, int], ...]
    filling: Filling


class Misfit(NamedTuple):
    """Why there is no plan: lines too many (positive), too few (negative), neither (0), or no room for text (None)."""

    lines: int | None


class _Hanging(NamedTuple):
    """Hangers placed below a head of no lines: cost, top and picture lines of each, and the skyline of the columns."""

    cost: float
    hung: tuple[tuple[int, int], ...]
    skyline: tuple[int, ...]


class _Candidate(NamedTuple):
    cost: float
    head: int
    hanging: _Hanging
    columns: tuple[tuple[int, int], ...]


def plan_page(task: Task, grid: Grid) -> Plan | Misfit:
    """The cheapest plan among the forty most promising candidates of a task, or how far the nearest is off."""
    floors = totals(task.blocks)
    least, most = min(floors), max(floors)
    fitting: list[tuple[float, _Candidate]] = []
    misfit = Misfit(None)
    fits = False
    for candidate in _candidates(task, grid):
        room = sum(end - first for first, end in candidate.columns)
        if room in floors:
            fitting.append((candidate.cost + floors[room], candidate))
        off = least - room if least > room else min(0, most - room)
        fits = fits or not off
        if off and (not misfit.lines or abs(off) < abs(misfit.lines)):
            misfit = Misfit(off)
    return _best(fitting, task.blocks) or (Misfit(0) if fits else misfit)


def plan_depths(task: Task, floors: dict[int, float], grid: Grid) -> dict[int, Plan]:
    """The cheapest plan for every number of lines up to those of ``grid``, the head left out.

    ``floors`` are the totals of the task's blocks. Of each depth a few of the most promising candidates are tried.
    """
    hangings: dict[tuple[int, ...], _Hanging] = {}
    for hanging in _hangings(task, grid):
        known = hangings.get(hanging.skyline)
        if known is None or hanging.cost < known.cost:
            hangings[hanging.skyline] = hanging
    found: dict[int, list[tuple[float, _Candidate]]] = {}
    for hanging in hangings.values():
        feet = task.feet or (0,) * grid.columns
        hung = sum(hanging.skyline) + sum(feet)
        deepest = max(map(add, hanging.skyline, feet))
        for total, floor in floors.items():
            lines, rest = divmod(total + hung, grid.columns)
            if not rest and deepest + _LEAST_TEXT <= lines <= grid.lines:
                columns = tuple((top, lines - foot) for top, foot in zip(hanging.skyline, feet, strict=True))
                cost = task.cost + hanging.cost
                found.setdefault(lines, []).append((cost + floor, _Candidate(cost, 0, hanging, columns)))
    plans = {lines: _best(sorted(each)[:_FEW_FILLINGS], task.blocks) for lines, each in found.items()}
    return {lines: plan for lines, plan in plans.items() if plan is not None}


def _best(candidates: list[tuple[float, _Candidate]], blocks: tuple[Block, ...]) -> Plan | None:
    """The cheapest plan; ``candidates`` come with the least that a plan of theirs can cost."""
    best: Plan | None = None
    for floor, candidate in sorted(candidates)[:_MOST_FILLINGS]:
        if best is not None and floor >= best.cost:
            break
        filling = fill(blocks, candidate.columns)
        if filling is not None:
            cost = candidate.cost + filling.cost
            if best is None or cost < best.cost:
                best = Plan(cost, candidate.head, candidate.hanging.hung, candidate.columns, filling)
    return best


def _candidates(task: Task, grid: Grid) -> Iterator[_Candidate]:
    """Every way to set head and hangers that leaves room for text; the tops of the columns follow."""
    for hanging in _hangings(task, grid):
        for extra in range(1 if task.tops else _HEAD_EXTRA):
            head = task.head + extra
            feet = task.feet or (0,) * grid.columns
            columns = tuple((head + top, grid.lines - foot) for top, foot in zip(hanging.skyline, feet, strict=True))
            if all(end - first >= _LEAST_TEXT for first, end in columns):
                cost = task.cost + hanging.cost + _HEAD_COST * extra * extra
                hung = tuple((head + top, lines) for top, lines in hanging.hung)
                yield _Candidate(cost, head, hanging._replace(hung=hung), columns)


def _hangings(task: Task, grid: Grid) -> Iterator[_Hanging]:
    bands = range(1, grid.lines) if task.level else (0,)
    for band in bands:
        yield from _hang(task, 0, band, _Hanging(0.0, (), task.tops or (0,) * grid.columns))


def _hang(task: Task, index: int, band: int, so_far: _Hanging) -> Iterator[_Hanging]:
    """Hang the hangers from ``index`` on; a picture of the level group ends where the band does."""
    if index == len(task.hangers):
        yield so_far
        return
    slot, fixed, pictures = task.hangers[index]
    under = slice(slot.first, slot.first + slot.columns)
    top = max(so_far.skyline[under])
    if min(so_far.skyline[under]) < top:
        # What hangs from columns of unequal tops would leave a hole above it.
        return
    for lines, cost in pictures:
        foot = top + fixed + lines
        if index < task.level and lines and foot != band:
            continue
        skyline = list(so_far.skyline)
        skyline[under] = [foot] * slot.columns
        hung = (*so_far.hung, (top, lines))
        yield from _hang(task, index + 1, band, _Hanging(so_far.cost + cost, hung, tuple(skyline)))


def picture_lines(ratio: float, limits: tuple[float, float], width: float, grid: Grid) -> tuple[tuple[int, float], ...]:
    """The line counts that a photograph may take inside its crop limits, with their costs.

    ``width`` is its extent along the lines in points; ``ratio`` and ``limits`` are width to height on paper.
    """
    found = []
    for lines in range(4, grid.lines // 2 + 10):
        size = grid.picture(width, lines)
        box = size.width / size.height
        if limits[0] <= box <= limits[1]:
            kept = min(box / ratio, ratio / box)
            found.append((lines, _CROP_COST * ((1 - kept) / 0.2) ** 2))
    return tuple(found)
