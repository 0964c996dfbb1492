"""QR codes 二维码 as one path of black squares (ISO/IEC 18004), drawn in whole lines with the white around them."""

from itertools import groupby
from operator import itemgetter

from xihu_pdf.content import Code, Text
from xihu_pdf.errors import fault
from xihu_pdf.frame import BLACK, Ink, Placed, Shape
from xihu_pdf.geometry import Point, mm
from xihu_pdf.layout.desk import Desk, place_line, rows_of
from xihu_pdf.layout.grid import Grid
from xihu_pdf.layout.tagging import Element
from xihu_pdf.typeset import Line, break_by_sense

__all__ = ["compose_code"]

# The white around a symbol in modules (ISO/IEC 18004, 9.1), and what newsprint and a telephone need of its size.
_QUIET = 4
_LEAST_SIDE, _LEAST_MODULE = mm(12.0), mm(0.4)
# A caption beside the symbol in em, the pitch of its lines in their size, and the white between them in points.
_CAPTION, _PITCH, _BESIDE = 8.0, 1.3, 3.0
_PAPER = Ink(0.0, 0.0, 0.0, 0.0)


def compose_code(desk: Desk, code: Code, width: float, grid: Grid) -> tuple[int, float, tuple[Element, ...]] | None:
    """Set a symbol with its caption at its right: lines of the grid, width in points, elements from the top left.

    None where an address that no symbol holds is told, or where ``width`` points are too few.
    """
    modules = _modules(desk, code)
    if not modules:
        return None
    count = len(modules)
    whole = count + 2 * _QUIET
    least = max(_LEAST_SIDE / count, _LEAST_MODULE) * whole
    lines = next(each for each in range(1, grid.lines) if grid.height(each) >= least)
    side = grid.height(lines)
    module = side / whole
    if side > width:
        return None
    ground = Shape(_square(0.0, 0.0, side, side), 0.0, _PAPER)
    symbol = Placed(Point(0.0, 0.0), Shape(_path(modules, module), 0.0, BLACK))
    words = f"二维码：{code.address.value}"
    elements = [
        Element("", (Placed(Point(0.0, 0.0), ground),)),
        Element("Figure", (symbol,), alternative=words, span=code.span),
    ]
    if code.caption is None:
        return lines, side, tuple(elements)
    rows = _caption(desk, code.caption, width - side - _BESIDE)
    size = desk.compositor("caption").style.size
    top = (side - size * (1 + (len(rows) - 1) * _PITCH)) / 2 + grid.ascent * size
    placed = [
        item
        for number, row in enumerate(rows)
        for item in place_line(row, Point(side + _BESIDE, top + number * _PITCH * size))
    ]
    elements.append(Element("P", tuple(placed), span=code.caption.span))
    return lines, side + _BESIDE + max(row.right for row in rows), tuple(elements)


def _caption(desk: Desk, text: Text, room: float) -> list[Line]:
    """The rows of a caption, broken by sense; they are ragged."""
    compositor = desk.compositor("caption")
    rows = break_by_sense(compositor, text.value, min(_CAPTION, room / compositor.style.size), {})
    return [desk.line("caption", row, room) for row in rows_of(text, rows)]


def _modules(desk: Desk, code: Code) -> tuple[bytes, ...]:
    """The rows of the symbol, of level M, a byte a module; none where the address is too long for any."""
    import segno

    try:
        symbol = segno.make_qr(code.address.value, error="m", boost_error=False)
    except segno.DataOverflowError:
        told = fault("code-long", code.span, count=len(code.address.value))
        if told not in desk.faults:
            desk.faults.append(told)
        return ()
    return tuple(bytes(row) for row in symbol.matrix)


def _path(modules: tuple[bytes, ...], module: float) -> tuple[tuple[Point, ...], ...]:
    """One path over all black modules: as one, neighbours leave no seam on a screen."""
    steps: list[tuple[Point, ...]] = []
    for row, line in enumerate(modules):
        for black, run in groupby(enumerate(line), itemgetter(1)):
            columns = [column for column, _ in run]
            if black:
                left, top = (_QUIET + columns[0]) * module, (_QUIET + row) * module
                steps += [(), *_square(left, top, left + len(columns) * module, top + module)]
    return tuple(steps[1:])


def _square(left: float, top: float, right: float, foot: float) -> tuple[tuple[Point, ...], ...]:
    return ((Point(left, top),), (Point(right, top),), (Point(right, foot),), (Point(left, foot),))
