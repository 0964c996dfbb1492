"""Tables 表: columns in whole characters, rows in half lines of the grid and all of them in whole ones.

A table that is narrow and long is folded: it goes on at its own right, as the trade sets lists.
"""

from math import ceil
from re import findall, fullmatch
from typing import NamedTuple

from xihu_pdf.content import Table, Text
from xihu_pdf.errors import fault
from xihu_pdf.frame import BLACK, Placed, Rule
from xihu_pdf.geometry import Point
from xihu_pdf.layout.desk import Desk, place_line
from xihu_pdf.layout.grid import Grid
from xihu_pdf.layout.tagging import Element
from xihu_pdf.typeset import Line, Measure, units_width

__all__ = ["SetTable", "check_table", "compose_table"]

# White at both sides of a cell together, in characters; a cell of so many characters or fewer is never broken.
_PAD, _WHOLE = 1.0, 4.0
# Columns of cells no wider than these stand in the middle.
_SHORT = 9.0
# Rows under one another at the least where a table is folded, and the gap between its parts in characters.
_LEAST_ROWS, _BETWEEN = 4, 1
# Weights of rules in points: above and below the table, under its heads, between rows and columns.
_OUTER, _HEAD, _INNER = 0.8, 0.4, 0.25
_FIGURES = r"[-+±]?[0-9][0-9,.:]*[%％‰]?"
_SLACK = 1e-6


class SetTable(NamedTuple):
    """A table as set: the lines of the grid that it takes, its elements from its top left, and its broken cells."""

    lines: int
    elements: tuple[Element, ...]
    broken: int


class _Row(NamedTuple):
    """A row as set: the lines of each of its cells, the texts, and its height in half lines."""

    cells: tuple[tuple[Line, ...], ...]
    texts: tuple[Text, ...]
    halves: int
    kind: str


def check_table(desk: Desk, table: Table) -> bool:
    """Whether every row has as many cells as the first; what has not is told."""
    rows = (table.heads, *table.rows) if table.heads else table.rows
    count = len(rows[0]) if rows else 0
    told = len(desk.faults)
    for row in rows[1:]:
        if len(row) != count:
            desk.faults.append(fault("table-ragged", row[0].span, cells=len(row), columns=count))
    if table.align and len(table.align) != count:
        desk.faults.append(fault("table-align", table.span, given=len(table.align), columns=count))
    return len(desk.faults) == told


def compose_table(desk: Desk, table: Table, cells: int, grid: Grid) -> SetTable | None:
    """Set a table over so many characters; None where its cells do not fit on them."""
    rows = [*([table.heads] if table.heads else []), *table.rows]
    naturals = [max(_natural(desk, cell) for cell in column) for column in zip(*rows, strict=True)]
    wanted = [ceil(natural + _PAD - _SLACK) for natural in naturals]
    least = [ceil(max(_least(desk, cell) for cell in column) + _PAD - _SLACK) for column in zip(*rows, strict=True)]
    folds = max(1, min((cells + _BETWEEN) // (sum(wanted) + _BETWEEN), len(table.rows) // _LEAST_ROWS))
    room = (cells - (folds - 1) * _BETWEEN) // folds
    widths = _shared(wanted, least, room)
    if widths is None:
        return None
    head = _row(desk, table.heads, widths, "TH") if table.heads else None
    body = [_row(desk, row, widths, "TD") for row in table.rows]
    if any(line.spare < -0.01 for row in body for cell in row.cells for line in cell):
        return None
    parts = _folded(body, folds)
    deepest = (head.halves if head else 0) + max(sum(row.halves for row in part) for part in parts)
    lines = ceil(deepest / 2)
    step = (cells - folds * room) / max(1, folds - 1) + room
    inner = [max(_natural(desk, cell) for cell in column) for column in zip(*table.rows, strict=True)]
    shape = _Shape(widths, inner, _aligned(table, inner), ((lines - 1) * grid.pitch + grid.size) / deepest, grid)
    rules: list[Placed] = []
    made: list[Element] = []
    for number, part in enumerate(parts):
        left = number * step * grid.size
        drawn = [*([head] if head else []), *part]
        made += _placed(shape, drawn, left, repeated=bool(head and number))
        # What is wanting in the last part stands as empty rows.
        empty = [_Row((), (), 3, "")] * (len(parts[0]) - len(part))
        rules += _ruled(shape, [*drawn, *empty], left, headed=head is not None)
    broken = sum(len(cell) > 1 for row in body for cell in row.cells)
    repeats = [element for element in made if not element.kind]
    whole = Element("Table", (), tuple(element for element in made if element.kind), span=table.span)
    return SetTable(lines, (Element("", tuple(rules)), whole, *repeats), broken)


class _Shape(NamedTuple):
    """The columns in characters, their widest cells in em, how each is aligned, and points to half a line."""

    widths: list[int]
    naturals: list[float]
    align: tuple[str, ...]
    half: float
    grid: Grid


def _natural(desk: Desk, cell: Text) -> float:
    return units_width(desk.compositor("table").units(cell.value, marks=cell.marks)) if cell.value else 0.0


def _least(desk: Desk, cell: Text) -> float:
    """What a cell takes at the least: all of a short one, else its longest word or number."""
    natural = _natural(desk, cell)
    words = findall(r"[^\u3000-\uffef\s]+", cell.value)
    return min(natural, max([_WHOLE, *(_natural(desk, Text(word)) for word in words)]))


def _shared(wanted: list[int], least: list[int], room: int) -> list[int] | None:
    """Share so many characters out: the widest columns give what is wanting, all of them get what is spare."""
    if sum(least) > room:
        return None
    widths = list(wanted)
    while sum(widths) > room:
        widest = max((width, -at) for at, width in enumerate(widths) if width > least[at])
        widths[-widest[1]] -= 1
    each, more = divmod(room - sum(widths), len(widths))
    order = sorted(range(len(widths)), key=lambda at: (-widths[at], at))
    return [width + each + (at in order[:more]) for at, width in enumerate(widths)]


def _row(desk: Desk, row: tuple[Text, ...], widths: list[int], kind: str) -> _Row:
    style = "table-head" if kind == "TH" else "table"
    cells = []
    for text, width in zip(row, widths, strict=True):
        galley = desk.galley(style, text, Measure((), (0.0, width - _PAD))) if text.value else None
        cells.append(galley.lines(galley.best) if galley else ())
    return _Row(tuple(cells), row, 2 * max(1, *map(len, cells)) + 1, kind)


def _folded(rows: list[_Row], folds: int) -> list[list[_Row]]:
    each = ceil(len(rows) / folds)
    return [rows[at : at + each] for at in range(0, len(rows), each)]


def _aligned(table: Table, naturals: list[float]) -> tuple[str, ...]:
    """How each column stands: figures in its middle at one right edge, short cells in the middle, others left."""
    if table.align:
        return table.align
    found = []
    for column, natural in zip(zip(*table.rows, strict=True), naturals, strict=True):
        if all(fullmatch(_FIGURES, cell.value) for cell in column if cell.value):
            found.append("figures")
        else:
            found.append("center" if natural <= _SHORT else "left")
    return tuple(found)


def _placed(shape: _Shape, rows: list[_Row], left: float, *, repeated: bool) -> list[Element]:
    """The rows as elements; heads that are repeated in a further part are artifacts."""
    grid = shape.grid
    made = []
    y = 0.0
    for row in rows:
        height = row.halves * shape.half
        x = left
        cells = []
        for column, (lines, text) in enumerate(zip(row.cells, row.texts, strict=True)):
            top = y + (height - (len(lines) - 1) * grid.pitch - grid.size) / 2
            placed: list[Placed] = []
            for number, line in enumerate(lines):
                along = x + _along(shape, column, lines, line.right, row.kind)
                placed += place_line(line, Point(along, top + grid.ascent * grid.size + number * grid.pitch))
            scope: tuple[tuple[str, str | int], ...] = (("Scope", "Column"),) if row.kind == "TH" else ()
            cells.append(Element(row.kind, tuple(placed), span=text.span, attributes=scope))
            x += shape.widths[column] * grid.size
        if repeated and row.kind == "TH":
            made.append(Element("", tuple(item for cell in cells for item in cell.items)))
        else:
            made.append(Element("TR", (), tuple(cells), span=row.texts[0].span))
        y += height
    return made


def _along(shape: _Shape, column: int, lines: tuple[Line, ...], right: float, kind: str) -> float:
    """Where a line begins in its cell, in points."""
    size = shape.grid.size
    room = shape.widths[column] * size
    align = "center" if kind == "TH" else shape.align[column]
    if align == "left" or (len(lines) > 1 and kind == "TD"):
        return _PAD / 2 * size
    if align == "right":
        return room - _PAD / 2 * size - right
    if align == "figures":
        return (room + shape.naturals[column] * size) / 2 - right
    return (room - right) / 2


def _ruled(shape: _Shape, rows: list[_Row], left: float, *, headed: bool) -> list[Placed]:
    size = shape.grid.size
    width = sum(shape.widths) * size
    rules = []
    y = 0.0
    for number, row in enumerate(rows):
        weight = _OUTER if number == 0 else _HEAD if number == 1 and headed else _INNER
        rules.append(Placed(Point(left, y), Rule(Point(width, 0.0), weight, BLACK)))
        y += row.halves * shape.half
    rules.append(Placed(Point(left, y), Rule(Point(width, 0.0), _OUTER, BLACK)))
    x = left
    for each in shape.widths[:-1]:
        x += each * size
        rules.append(Placed(Point(x, 0.0), Rule(Point(0.0, y), _INNER, BLACK)))
    return rules
