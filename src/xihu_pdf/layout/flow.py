"""Copy that flows from page to page: what a page has no room for stands on the next, and the last ends where it ends.

A page is a column of the filling. A title or a photograph that does not fit at its foot leaves it white.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from xihu_pdf.layout.filling import Block, fill, totals

__all__ = ["Pages", "Piece", "Place", "pour"]

# What a line of white at a page's foot costs, and most of them; the totals of lines that are tried, the cheapest first.
_WHITE_COST, _MOST_WHITE, _TOTALS = 60.0, 12, 12
# What a page more costs.
_PAGE_COST = 400.0
# Lines that go to the last page with its foot at the least.
_LEAST = 2

# A place in the flow: its page and its line there.
Place = tuple[int, int]


class Piece(NamedTuple):
    """A piece of the flow: the lines that it can take, and what sets it on the places of those lines."""

    block: Block
    place: Callable[[tuple[Place, ...]], None]


class Pages(NamedTuple):
    """How a flow fills its pages: its pieces in order, first and end line of each page, the lines of each piece."""

    pieces: tuple[Piece, ...]
    spans: tuple[tuple[int, int], ...]
    counts: tuple[int, ...]

    def places(self) -> Iterator[tuple[Place, ...]]:
        """The places of every piece, in order."""
        flow = ((page, line) for page, (first, end) in enumerate(self.spans) for line in range(first, end))
        for count in self.counts:
            yield tuple(next(flow) for _ in range(count))


def pour(orders: list[tuple[float, tuple[Piece, ...]]], lines: int, head: int, foot: int) -> Pages | None:
    """Fill pages of so many lines with the pieces in the best of several orders, each with its cost.

    The first page begins under its head, the last ends above its foot.
    """
    candidates = []
    for rank, (cost, pieces) in enumerate(orders):
        floors = sorted((floor, total) for total, floor in totals(tuple(each.block for each in pieces)).items())
        candidates += [
            (cost + floor + _WHITE_COST * white, white, rank, total)
            for floor, total in floors[:_TOTALS]
            for white in range(_MOST_WHITE + 1)
        ]
    best: tuple[float, Pages] | None = None
    for least, white, rank, total in sorted(candidates):
        if best is not None and least >= best[0]:
            break
        cost, pieces = orders[rank]
        blocks = tuple(each.block for each in pieces)
        for spans in _spans(total, lines, head, foot, white):
            filling = fill(blocks, spans)
            whole = cost + _WHITE_COST * white + filling.cost + _PAGE_COST * len(spans) if filling is not None else 0.0
            if filling is not None and (best is None or whole < best[0]):
                best = whole, Pages(pieces, spans, filling.counts)
    return best[1] if best is not None else None


def _spans(total: int, lines: int, head: int, foot: int, white: int) -> Iterator[tuple[tuple[int, int], ...]]:
    """The pages that hold ``total`` lines, one of them before the last with so many left white at its foot."""
    left = total + white
    ends = [(head, lines)]
    while left > ends[-1][1] - ends[-1][0]:
        left -= ends[-1][1] - ends[-1][0]
        ends.append((0, lines))
    first = ends[-1][0]
    if first + left > lines - foot:
        # The foot takes a page of its own, with the last lines of the text.
        ends[-1] = (first, first + left - _LEAST)
        ends.append((0, _LEAST))
    else:
        ends[-1] = (first, first + left)
    for short in range(len(ends) - 1) if white else (len(ends) - 1,):
        end = ends[short][1] - white if white else ends[short][1]
        if end > ends[short][0]:
            yield (*ends[:short], (ends[short][0], end), *ends[short + 1 :])
