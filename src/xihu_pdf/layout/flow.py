"""Copy that flows from page to page: what a page has no room for stands on the next, and the last ends where it ends.

A dynamic programme over the pieces; a state is the line that is reached on a page. A title or a row of photographs
stays whole and holds on to what follows; where it does not fit, the foot of its page is left white.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from xihu_pdf.layout.filling import Block

__all__ = ["Pages", "Piece", "Place", "pour"]

# What a line of white at a page's foot costs, a page more, and a first line alone at a foot; white lines that a
# paragraph may leave at the most.
_WHITE_COST, _PAGE_COST, _ORPHAN_COST = 60.0, 400.0, 60.0
_MOST_WHITE = 12
# Lines of a paragraph that a title holds on to, and that stand at the top of a page.
_HELD = 2

# A place in the flow: its page and its line there.
Place = tuple[int, int]


class Piece(NamedTuple):
    """A piece of the flow: the lines that it can take, and what sets it on the places of those lines."""

    block: Block
    place: Callable[[tuple[Place, ...]], None]


class Pages(NamedTuple):
    """How a flow fills its pages: its pieces in order, and the places of the lines of each."""

    pieces: tuple[Piece, ...]
    places: tuple[tuple[Place, ...], ...]

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """First and end line of every page; a page that has a head alone has none."""
        lines: dict[int, list[int]] = {}
        for own in self.places:
            for page, line in own:
                lines.setdefault(page, []).append(line)
        pages = [lines.get(page, []) for page in range(max(lines) + 1)]
        return tuple((min(own, default=0), max(own, default=-1) + 1) for own in pages)


class _Way(NamedTuple):
    """A way so far: its cost, the next place, and the places of the last piece behind those before it."""

    cost: float
    next: Place
    before: "_Way | None" = None
    places: tuple[Place, ...] = ()


def pour(orders: list[tuple[float, tuple[Piece, ...]]], lines: int, head: int, foot: int) -> Pages | None:
    """Fill pages of so many lines with the pieces in the best of several orders, each with its cost.

    The first page begins under its head, the last ends above its foot. None where a piece is higher than a page.
    """
    best: tuple[float, Pages] | None = None
    for cost, pieces in orders:
        blocks = tuple(piece.block for piece in pieces)
        # A title that cannot hold on to what follows stands alone rather than nowhere.
        loose = (_Hold(),) * len(blocks)
        way = _best(blocks, (lines, head, foot), _holds(blocks)) or _best(blocks, (lines, head, foot), loose)
        if way is not None and (best is None or cost + way.cost < best[0]):
            best = cost + way.cost, Pages(pieces, tuple(_chain(way)))
    return best[1] if best is not None else None


def _chain(way: _Way) -> list[tuple[Place, ...]]:
    found: list[tuple[Place, ...]] = []
    while way.before is not None:
        found.append(way.places)
        way = way.before
    return found[::-1]


class _Hold(NamedTuple):
    """What a block holds on to: lines of what follows a title, and whether a title before it holds on to it."""

    under: int = 0
    tied: bool = False


def _holds(blocks: tuple[Block, ...]) -> tuple[_Hold, ...]:
    needs = [0]
    for block in reversed(blocks):
        least = min(count for count, _ in block.options)
        needs.append(least + needs[-1] if block.is_subhead else least if block.is_whole else min(_HELD, least))
    titled = (False, *(block.is_subhead for block in blocks))
    return tuple(_Hold(needs[-2 - at] if block.is_subhead else 0, titled[at]) for at, block in enumerate(blocks))


def _best(blocks: tuple[Block, ...], room: tuple[int, int, int], holds: tuple[_Hold, ...]) -> _Way | None:
    """The cheapest way to set the blocks on pages of ``room``: lines, those of the head and of the foot."""
    lines, head, foot = room
    states = {head: _Way(0.0, (0, head))}
    for block, hold in zip(blocks, holds, strict=True):
        after: dict[int, _Way] = {}
        for way in states.values():
            for grown in (_whole if block.is_subhead or block.is_whole else _parted)(way, block, lines, hold):
                line = grown.next[1]
                if line not in after or grown.cost < after[line].cost:
                    after[line] = grown
        states = after
    done = [way for way in states.values() if way.next[1] <= lines - foot]
    # A last page of a single line looks forgotten; it is better than none.
    return min(done, key=lambda way: (way.next[0] > 0 and way.next[1] < _HELD, way.cost), default=None)


def _turned(way: _Way, lines: int) -> _Way:
    """The way turned to the next page, what is left of this one being white."""
    page, line = way.next
    return way._replace(cost=way.cost + _PAGE_COST + _WHITE_COST * (lines - line), next=(page + 1, 0))


def _whole(way: _Way, block: Block, lines: int, hold: _Hold) -> Iterator[_Way]:
    """Set what stays whole, here or on the next page; white is not set above what comes first."""
    least = min(count for count, _ in block.options)
    for start in (way, _turned(way, lines)) if way.next[1] and not hold.tied else (way,):
        page, line = start.next
        for count, cost in ((least, 0.0),) if not line or way.before is None else block.options:
            if line + count + hold.under <= lines:
                places = tuple((page, line + at) for at in range(count))
                yield _Way(start.cost + cost, (page, line + count), way, places)


def _parted(way: _Way, block: Block, lines: int, hold: _Hold) -> Iterator[_Way]:
    """Set a paragraph, over pages where it must; a few lines of its page may stay white for the sake of the rest."""
    page, line = way.next
    for count, cost in block.options:
        need = min(_HELD, count) if hold.tied else 0
        for white in range(_MOST_WHITE + 1):
            first = min(count, lines - line - white)
            rest = count - first
            stranded = count > 1 and rest > 0 and (rest - 1) % lines == 0
            if first < need or stranded or (white and (first == 1 or not rest)):
                continue
            places = tuple((page, line + at) for at in range(first))
            places += tuple((page + 1 + at // lines, at % lines) for at in range(rest))
            more = _WHITE_COST * white + (_ORPHAN_COST if rest and first == 1 else 0.0)
            more += _PAGE_COST * (1 + (rest - 1) // lines) if rest else 0.0
            end = (places[-1][0], places[-1][1] + 1)
            yield _Way(way.cost + cost + more, end, way, places)
