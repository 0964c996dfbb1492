"""QR codes 二维码 as one path of black squares (ISO/IEC 18004), drawn in whole lines with the white around them."""

from itertools import groupby
from operator import itemgetter

from xihu_pdf.content import Code
from xihu_pdf.errors import fault
from xihu_pdf.frame import BLACK, Ink, Placed, Shape
from xihu_pdf.geometry import Point, mm
from xihu_pdf.layout.desk import Desk, place_line
from xihu_pdf.layout.grid import Grid
from xihu_pdf.layout.tagging import Element
from xihu_pdf.typeset import Measure, units_width

__all__ = ["compose_code"]

# The white around a symbol in modules (ISO/IEC 18004, 9.1), and what newsprint and a telephone need of its size.
_QUIET = 4
_LEAST_SIDE, _LEAST_MODULE = mm(12.0), mm(0.4)
# A caption beside the symbol in em, and the white between them in points.
_CAPTION, _BESIDE = 8.0, 4.5
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
    right = side
    if code.caption is not None:
        style = desk.compositor("caption").style
        natural = units_width(desk.compositor("caption").units(code.caption.value, marks=code.caption.marks))
        room = min(_CAPTION, natural + 0.01, (width - side) / style.size)
        galley = desk.galley("caption", code.caption, Measure((), (0.0, room)))
        set_lines = galley.lines(galley.best)
        pitch = 1.3 * style.size
        top = (side - (len(set_lines) - 1) * pitch - style.size) / 2
        placed = [
            item
            for number, line in enumerate(set_lines)
            for item in place_line(line, Point(side, top + grid.ascent * style.size + number * pitch))
        ]
        right = side + max(line.right for line in set_lines)
        elements.append(Element("P", tuple(placed), span=code.caption.span))
    return lines, right, tuple(elements)


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
