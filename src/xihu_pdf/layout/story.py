"""The words of an article as blocks of the flow: subheads, paragraphs, byline, each with its possible line counts."""

from collections.abc import Mapping
from math import ceil
from typing import NamedTuple

from xihu_pdf.content import Article, Code, Section, Text
from xihu_pdf.errors import Span
from xihu_pdf.frame import BLACK, VERTICAL, Ink, Placed, Rule
from xihu_pdf.geometry import Point
from xihu_pdf.layout.desk import Desk, place_line, rows_of
from xihu_pdf.layout.filling import Block
from xihu_pdf.layout.grid import Grid
from xihu_pdf.layout.tagging import Element, shifted
from xihu_pdf.typeset import Galley, Line, Measure, break_by_sense

__all__ = ["Part", "compose_story", "form_of", "part_lines", "place_elements", "place_part"]

# First-line indent in em (clreq 3.4.1); other indents are one em in columns of fewer characters than these, else two.
_INDENT = 2.0
_NARROW = 15
# What no, one and two lines of white more at a subhead cost, one at the byline, and a demerit of a paragraph.
_WHITE_COSTS = (0.0, 40.0, 150.0)
_BYLINE_COSTS = (0.0, 8.0, 80.0, 240.0)
# The same behind the text where there is no byline, for an ornament: better than no page, worse than any other way.
_TAIL_COSTS = (0.0, 700.0, 1600.0)
_END = "lozenge"
# A stanza without the white line above it, which only the top of a column should do without.
_UNPARTED_COST = 90.0
_DEMERITS = 1 / 800
# A pull quote: pitch in lines of the grid, weights of the rule over it in the accent and of that under it in black, and
# what a line more of white costs.
_PULL_PITCH, _PULL_RULES, _PULL_COST = 1.5, (1.5, 0.3), 25.0
# Pitch of the lines of one subhead, in its size; the bar that opens it in points.
_SUBHEAD_PITCH = 1.16
_BAR_WEIGHT = 2.6
_BAR_SPACE = 9.0


class Part(NamedTuple):
    """A block of the flow and how it is set: a galley for a paragraph, ready lines for a subhead or the byline.

    ``mark`` is the ink of what is drawn beside a subhead or a pull quote, ``form`` that of the section of a paragraph.
    What is neither text nor lines, a QR code, is made of ``elements`` from the top left of its first line.
    """

    kind: str
    span: Span | None
    block: Block
    galley: Galley | None
    lines: tuple[Line, ...]
    size: float
    mark: Ink = BLACK
    form: str = "plain"
    elements: tuple[Element, ...] = ()


def compose_story(desk: Desk, article: Article, grid: Grid, pairs: Mapping[str, int]) -> tuple[Part, ...]:
    """Set everything that flows through the columns, in order."""
    parts: list[Part] = []
    for section in article.sections:
        parts.extend(_section(desk, section, grid, pairs))
    if article.byline is not None:
        parts.append(_byline(desk, article.byline, grid, pairs))
    if article.code is not None:
        parts.extend(_code(desk, article.code, grid))
    if parts and article.byline is None and article.code is None:
        parts.append(_tail(grid))
    return tuple(parts)


def _tail(grid: Grid) -> Part:
    """Lines behind the text of an article without a byline, above which they could be white: an end ornament 尾花."""
    block = Block(tuple(enumerate(_TAIL_COSTS)), is_subhead=False)
    return Part("tail", None, block, None, (), grid.size)


def _section(desk: Desk, section: Section, grid: Grid, pairs: Mapping[str, int]) -> list[Part]:
    parts = []
    if section.subhead is not None:
        parts.append(_subhead(desk, section.subhead, grid, pairs))
    style, measure = form_of(section.form, grid, desk.settings("body").indent)
    # A pull quote stands among the paragraphs rather than before the next subhead.
    pulled = (len(section.paragraphs) + 1) // 2
    for number, text in enumerate(section.paragraphs, 1):
        galley = desk.galley(style, text, measure)
        options = tuple((count, cost * _DEMERITS) for count, cost in galley.costs)
        block = Block(options, is_subhead=False)
        parts.append(Part("paragraph", text.span, block, galley, (), grid.size, form=section.form))
        if section.pull is not None and number == pulled:
            parts.append(_pull(desk, section.pull, grid))
    if section.pull is not None and not section.paragraphs:
        parts.append(_pull(desk, section.pull, grid))
    if section.poem:
        parts.extend(_poem(desk, section.poem, grid, after=bool(section.paragraphs)))
    if section.names:
        lines = desk.names("body", section.names, grid.width(1))
        block = Block(((len(lines), 0.0),), is_subhead=False)
        parts.append(Part("names", section.names[0].span, block, None, lines, grid.size))
    return parts


def form_of(form: str, grid: Grid, asked: float | None = None) -> tuple[str, Measure]:
    """Style and measure of a section's paragraphs by its form; all indents are whole characters (clreq 3.4).

    ``asked`` is the first-line indent in em that the edition asks for.
    """
    characters = float(grid.characters)
    step = 1.0 if grid.characters < _NARROW else 2.0
    if form == "quote":
        inner = characters - 2.0 * step
        return "quote", Measure(((step + _INDENT, inner - _INDENT),), (step, inner))
    if form == "list":
        return "body", Measure(((0.0, characters),), (step, characters - step))
    indent = _INDENT if asked is None else asked
    return "body", Measure(((indent, characters - indent),), (0.0, characters))


def _subhead(desk: Desk, text: Text, grid: Grid, pairs: Mapping[str, int]) -> Part:
    compositor = desk.compositor("subhead")
    size = compositor.style.size
    width = (grid.width(1) - _BAR_SPACE) / size
    rows = break_by_sense(compositor, text.value, width, pairs)
    lines = tuple(desk.line("subhead", row, width * size) for row in rows_of(text, rows))
    least = len(rows) + 1
    block = Block(tuple((least + more, cost) for more, cost in enumerate(_WHITE_COSTS)), is_subhead=True)
    return Part("subhead", text.span, block, None, lines, size, desk.accent)


def _byline(desk: Desk, text: Text, grid: Grid, pairs: Mapping[str, int]) -> Part:
    compositor = desk.compositor("byline")
    rows = break_by_sense(compositor, text.value, grid.width(1) / compositor.style.size, pairs)
    lines = tuple(desk.line("byline", row, grid.width(1)) for row in rows_of(text, rows))
    block = Block(tuple((len(rows) + white, cost) for white, cost in enumerate(_BYLINE_COSTS)), is_subhead=False)
    return Part("byline", text.span, block, None, lines, compositor.style.size)


def _pull(desk: Desk, text: Text, grid: Grid) -> Part:
    compositor = desk.compositor("pull")
    size = compositor.style.size
    galley = desk.galley("pull", text, Measure((), (0.0, grid.width(1) / size)))
    lines = galley.lines(galley.best)
    least = ceil(_PULL_PITCH * len(lines) + 1.0)
    block = Block(((least, 0.0), (least + 1, _PULL_COST)), is_subhead=False, is_whole=True)
    return Part("pull", text.span, block, None, lines, size, desk.accent)


def _poem(desk: Desk, poem: tuple[tuple[Text, ...], ...], grid: Grid, *, after: bool) -> list[Part]:
    """The lines of a poem; a white line parts its stanzas, and it from the copy that it comes after."""
    from xihu_pdf.layout.verse import verse_measure

    measure = verse_measure(desk, poem, grid.characters)
    parts = []
    for number, stanza in enumerate(poem):
        for at, text in enumerate(stanza):
            galley = desk.galley("verse", text, measure)
            lines = galley.lines(galley.best)
            parted = at == 0 and (number > 0 or after)
            options = ((len(lines), _UNPARTED_COST), (len(lines) + 1, 0.0)) if parted else ((len(lines), 0.0),)
            block = Block(options, is_subhead=False, is_whole=True)
            parts.append(Part("verse", text.span, block, None, lines, grid.size))
    return parts


def _code(desk: Desk, code: Code, grid: Grid) -> list[Part]:
    from xihu_pdf.layout.codes import compose_code

    made = compose_code(desk, code, grid.width(1), grid)
    if made is None:
        return []
    lines, _, elements = made
    block = Block(((lines, 0.0), (lines + 1, _BYLINE_COSTS[1])), is_subhead=False, is_whole=True)
    return [Part("code", code.span, block, None, (), grid.size, elements=elements)]


def part_lines(part: Part, count: int) -> tuple[Line | None, ...]:
    """The lines of a part that takes ``count`` lines of the grid, None for those that it leaves white."""
    if part.galley is not None:
        return part.galley.lines(count)
    white = count - len(part.lines)
    return (*(None,) * white, *part.lines)


def place_part(part: Part, count: int, grid: Grid, places: tuple[tuple[int, int], ...]) -> tuple[Placed, ...]:
    """Place a part whose lines stand at ``places`` (column and line of the grid of each)."""
    if part.kind in _PLACING:
        return _PLACING[part.kind](part, count, grid, places)
    placed: list[Placed] = []
    for line, (column, number) in zip(part_lines(part, count), places, strict=True):
        if line is not None:
            left = grid.column(column)
            if part.kind == "byline":
                left += grid.width(1) - line.right
            placed.extend(place_line(line, grid.at(left, grid.baseline(number))))
    return tuple(placed)


def _place_subhead(part: Part, count: int, grid: Grid, places: tuple[tuple[int, int], ...]) -> tuple[Placed, ...]:
    """A subhead stands nearer to the text under it: three parts of the white go above, two below."""
    column, first = places[0]
    height = part.size * (1 + (len(part.lines) - 1) * _SUBHEAD_PITCH)
    lead = grid.pitch - grid.size
    white = count * grid.pitch + lead - height
    top = grid.line(first) - lead + white * 0.6
    left = grid.column(column)
    bar = Rule(grid.vector(0.0, height - 0.06 * part.size), _BAR_WEIGHT, part.mark)
    placed = [Placed(grid.at(left + _BAR_WEIGHT / 2, top + 0.03 * part.size), bar)]
    for number, line in enumerate(part.lines):
        baseline = top + part.size * (grid.ascent + number * _SUBHEAD_PITCH)
        placed.extend(place_line(line, grid.at(left + _BAR_SPACE, baseline)))
    return tuple(placed)


def _place_pull(part: Part, count: int, grid: Grid, places: tuple[tuple[int, int], ...]) -> tuple[Placed, ...]:
    """A pull quote in the middle of its lines, between two rules."""
    column, first = places[0]
    left, pitch = grid.column(column), _PULL_PITCH * grid.pitch
    height = (len(part.lines) - 1) * pitch + part.size
    # The rules stand where the middle of the white between two lines would be.
    upper, lower = grid.line(first) + grid.pitch / 4, grid.line(first + count - 1) + grid.size - grid.pitch / 4
    across = grid.vector(grid.width(1), 0.0)
    placed = [Placed(grid.at(left, upper), Rule(across, _PULL_RULES[0], part.mark))]
    for number, line in enumerate(part.lines):
        baseline = (upper + lower - height) / 2 + grid.ascent * part.size + number * pitch
        placed.extend(place_line(line, grid.at(left, baseline)))
    return (*placed, Placed(grid.at(left, lower), Rule(across, _PULL_RULES[1], BLACK)))


def _place_tail(_: Part, count: int, grid: Grid, places: tuple[tuple[int, int], ...]) -> tuple[Placed, ...]:
    """A small black ornament in the middle of the lines behind the text: it ends the article and adorns nothing."""
    if not count:
        return ()
    from xihu_pdf.layout.decoration import draw_ornament

    column, first = places[0]
    middle = (grid.line(first) + grid.line(first + count - 1) + grid.size) / 2
    there = grid.at(grid.column(column) + grid.width(1) / 2, middle)
    drawn = draw_ornament(_END, 0.0, BLACK, upright=grid.writing == VERTICAL)
    return tuple(each._replace(at=Point(each.at.x + there.x, each.at.y + there.y)) for each in drawn)


def place_elements(part: Part, count: int, grid: Grid, places: tuple[tuple[int, int], ...]) -> tuple[Element, ...]:
    """Place the elements of a part, the lines that it has to spare above them; none where it has none."""
    if not part.elements:
        return ()
    column, first = places[0]
    lines = min(each for each, _ in part.block.options)
    return tuple(shifted(each, grid.column(column), grid.line(first + count - lines)) for each in part.elements)


_PLACING = {"subhead": _place_subhead, "pull": _place_pull, "tail": _place_tail}
