"""Which articles are too long or too short for a page, and by how many lines: the least changes that fill it.

Each article is measured as if its text had other lengths too; a survey of all cuts then tells whether the page can be
made when some articles may change by so many lines. No text is changed here.
"""

from collections.abc import Iterator
from typing import NamedTuple

from xihu_pdf.layout.article import Material
from xihu_pdf.layout.draft import Draft, Table, makes_a_page, measured
from xihu_pdf.layout.filling import Block, totals
from xihu_pdf.layout.rewording import copy_length
from xihu_pdf.layout.shapes import Variant
from xihu_pdf.layout.story import Part
from xihu_pdf.layout.variants import Form

__all__ = ["FEW_UNITS", "Change", "least_changes"]

# How much of its text an article may lose and gain, and the lines that even a short one may gain.
_MOST_CUT, _MOST_GAIN, _LEAST_GAIN = 0.5, 1.0, 24
# Lines that articles may change by, tried in turn; any number; and how many articles are tried alone, the longest ones.
_LIMITS = (2, 5, 10, 18, 30, 50, 80)
_ANY = (-999, 999)
_MOST_ALONE = 4
# Of more articles than these some go in pairs while cures are sought, which is quick and at the worst misses one.
FEW_UNITS = 7
# A line that is not one of the article's own costs this in the choice among ways to set one number of lines.
_FOREIGN = 1000.0


class Change(NamedTuple):
    """What an article by its rank needs: so many lines of text more, fewer where they are negative."""

    rank: int
    lines: int


class _Elastic(NamedTuple):
    """A page whose articles have other lengths too: for each the lines that its variants are off, beside them."""

    draft: Draft
    variants: tuple[tuple[tuple[int, Variant], ...], ...]
    table: Table

    def makes(self, limits: dict[int, tuple[int, int]]) -> bool:
        """Tell whether there is a page when some articles may change by lines between two limits."""
        variants = tuple(
            tuple(each for off, each in own if limits[rank][0] <= off <= limits[rank][1])
            if rank in limits
            else self.draft.variants[rank]
            for rank, own in enumerate(self.variants)
        )
        return makes_a_page(self.draft._replace(variants=variants), self.table, FEW_UNITS)


def least_changes(draft: Draft, table: Table) -> Iterator[tuple[Change, ...]]:
    """Changes of length that would make the page, the least first: of one article if that can be, else of a few."""
    elastic = _loosened(draft, table)
    ranks = range(len(draft.materials))
    # One that can be set nowhere must change at any rate.
    needed = {rank: _ANY for rank in ranks if not draft.variants[rank]}
    # Where much is printed a little less or more is least missed.
    longest = sorted(ranks, key=lambda rank: -copy_length(draft.materials[rank].article))
    alone = [needed] if needed else []
    alone += [needed | {rank: _ANY} for rank in longest[:_MOST_ALONE] if rank not in needed]
    found = [limits for limits in alone if elastic.makes(limits)]
    if not found:
        yield from _of_several(elastic, longest)
    for limits in _nearest_first(elastic, found):
        yield tuple(_exact(elastic, limits))


def _of_several(elastic: _Elastic, longest: list[int]) -> Iterator[tuple[Change, ...]]:
    """The least number of lines that all articles may change by, and of them no more than must."""
    limits = next((each for lines in _LIMITS if elastic.makes(each := dict.fromkeys(longest, (-lines, lines)))), {})
    for rank in reversed(longest) if limits else ():
        others = {each: limit for each, limit in limits.items() if each != rank}
        limits = others if elastic.makes(others) else limits
    if limits:
        yield tuple(_exact(elastic, limits))


def _nearest_first(elastic: _Elastic, found: list[dict[int, tuple[int, int]]]) -> list[dict[int, tuple[int, int]]]:
    """The articles that could change alone, first that which must change by the fewest lines."""
    # Where some must change at any rate and that is enough, no other need.
    for limit in _LIMITS if len({len(each) for each in found}) == 1 else ():
        for limits in found:
            if elastic.makes(dict.fromkeys(limits, (-limit, limit))):
                return [limits, *(each for each in found if each is not limits)]
    return found


def _exact(elastic: _Elastic, limits: dict[int, tuple[int, int]]) -> Iterator[Change]:
    """The lines that each article must change by, of those that may change by the limits."""
    for rank, (least, most) in tuple(limits.items()):
        for sign in (-1, 1):
            less = (least, 0) if sign < 0 else (0, most)
            if elastic.makes(limits | {rank: less}):
                break
        low, high = 0, min(max(-least, most), max(abs(off) for off, _ in elastic.variants[rank]))
        while high - low > 1:
            middle = (low + high) // 2
            within = (-middle, 0) if sign < 0 else (0, middle)
            low, high = (low, middle) if elastic.makes(limits | {rank: within}) else (middle, high)
        limits = limits | {rank: (-high, 0) if sign < 0 else (0, high)}
        yield Change(rank, sign * high)


def _loosened(draft: Draft, table: Table) -> _Elastic:
    """Measure every article in the lengths that its text could be given. No fault is left."""
    told = len(table.desk.faults)
    found = []
    for rank, (material, wish) in enumerate(zip(draft.materials, draft.wishes.places, strict=True)):
        own = _own_lines(material)
        variants = (
            measured(_loose(material, own, table.grid.columns * table.grid.lines), rank, wish, table)
            if copy_length(material.article)
            else ()
        )
        found.append(tuple((_off(each.key, own), each) for each in variants or draft.variants[rank]))
    del table.desk.faults[told:]
    return _Elastic(draft, tuple(found), table)


def _own_lines(material: Material) -> dict[int, float]:
    return totals(tuple(part.block for part in material.parts))


def _loose(material: Material, own: dict[int, float], room: int) -> Material:
    """The article with its text as one block, which takes nearly any number of lines up to those of the page."""
    most = min(room, max(own) + max(_LEAST_GAIN, int(max(own) * _MOST_GAIN)))
    counts = range(max(2, int(min(own) * (1 - _MOST_CUT))), most + 1)
    options = tuple((count, own.get(count, _FOREIGN + abs(_distance(count, own)))) for count in counts)
    return material._replace(parts=(Part("copy", None, Block(options, is_subhead=False), None, (), 0.0),))


def _off(form: Form, own: dict[int, float]) -> int:
    """By how many lines of text a variant is off; not at all where the text was set for another measure."""
    return _distance(form.plan.filling.counts[0], own) if form.parts[0].kind == "copy" else 0


def _distance(count: int, own: dict[int, float]) -> int:
    """From the nearest number of lines of its own, negative where there are fewer."""
    return count - min(own, key=lambda each: abs(each - count))
