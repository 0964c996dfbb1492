"""Where the articles of a page are to stand: those placed by hand, the slots of a template, and a plan that is kept."""

from typing import NamedTuple

from xihu_pdf.content import Article, Page
from xihu_pdf.errors import Diagnostic, fault
from xihu_pdf.layout.arrangement import stretched
from xihu_pdf.layout.grid import TABLOID, Grid
from xihu_pdf.layout.guillotine import FREE, Wish
from xihu_pdf.layout.skeleton import SkeletonError, read_skeleton
from xihu_pdf.layout.survey import Tree

__all__ = ["Wishes", "take_wishes"]

# Slots of each template on the columns of 四开: first column and columns, stretched to those of other papers.
_TEMPLATES: dict[str, dict[str, tuple[int, int]]] = {
    "two-bands": {"left": (0, 4), "right": (4, 2)},
    "three-bands": {"left": (0, 2), "middle": (2, 2), "right": (4, 2)},
    "banner": {"top": (0, 6), "left": (0, 3), "right": (3, 3)},
    "foot-banner": {"left": (0, 3), "right": (3, 3), "foot": (0, 6)},
}
# Slots of one article over all columns; which one takes it by its rank where none asks for it.
_BANNERS = {"top": 0, "foot": 1}


class Wishes(NamedTuple):
    """The wishes of the articles by rank, and the cuts of a plan that is kept."""

    places: tuple[Wish, ...]
    tree: Tree | None = None


def take_wishes(page: Page, articles: tuple[Article, ...], grid: Grid, above: int) -> Wishes | list[Diagnostic]:
    """Take the wishes of a page; ``articles`` are those by rank, ``above`` the lines of the page above its cells.

    What cannot be is given back as findings.
    """
    found = _faults(page, grid, above)
    if found:
        return found
    tree = None
    if page.plan is not None:
        items = [next(item for item, each in enumerate(articles) if each is own) for own in page.articles]
        # Notices are numbered after the articles.
        items += range(len(items), len(items) + len(page.notices) + len(page.advertisements))
        try:
            tree = read_skeleton(page.plan.value, items, grid.columns)
        except SkeletonError as caught:
            return [fault(caught.code, page.plan.span, **caught.values)]
    slots = _slots(page.template, grid)
    taken = {each.slot for each in articles}
    loose = [each for each in articles if not each.slot and each.place is None]
    given = {
        id(loose[min(rank, len(loose) - 1)]): slot
        for slot, rank in _BANNERS.items()
        if slot in slots and slot not in taken and loose
    }
    return Wishes(tuple(_wish(each, given.get(id(each), each.slot), slots, (grid, above)) for each in articles), tree)


def _wish(article: Article, slot: str, slots: dict[str, tuple[int, int]], page: tuple[Grid, int]) -> Wish:
    grid, above = page
    if article.place is not None:
        columns, lines = article.place.columns, article.place.lines
        spans = frozenset({(columns[0] - 1, columns[1] - columns[0] + 1)}) if columns else None
        first, end = (lines[0] - 1 - above, lines[1] - above) if lines else (None, None)
        return Wish(spans, first, end, ranked=False)
    if slot in _BANNERS:
        line, end = (0, None) if slot == "top" else (None, grid.lines)
        return Wish(frozenset({slots[slot]}), line, end, ranked=False)
    if not slots:
        return FREE
    bands = [slots[slot]] if slot else [band for name, band in slots.items() if name not in _BANNERS]
    return Wish(frozenset(span for band in bands for span in _inside(*band)))


def _inside(first: int, columns: int) -> list[tuple[int, int]]:
    """Every row of columns in a band."""
    end = first + columns
    return [(at, stop - at) for at in range(first, end) for stop in range(at + 1, end + 1)]


def _slots(template: str, grid: Grid) -> dict[str, tuple[int, int]]:
    """The slots of a template on the columns of a page."""
    found = {}
    for name, (first, columns) in _TEMPLATES.get(template, {}).items():
        start, end = (stretched(edge, TABLOID.columns, grid.columns) for edge in (first, first + columns))
        found[name] = (start, end - start)
    return found


def _faults(page: Page, grid: Grid, above: int) -> list[Diagnostic]:
    """Tell the wishes that no page can keep, whatever the length of its copy."""
    slots = _slots(page.template, grid)
    if any(columns == 0 for _, columns in slots.values()):
        return [fault("template-columns", page.span, columns=grid.columns)]
    told = []
    for article in page.articles:
        told += _own_faults(article, slots, grid, above)
    banners = [each for each in page.articles if each.slot in _BANNERS]
    told += [
        fault("slot-twice", each.span, text=_title(each))
        for number, each in enumerate(banners)
        if each.slot in {other.slot for other in banners[:number]}
    ]
    return told or _overlaps(page)


def _own_faults(article: Article, slots: dict[str, tuple[int, int]], grid: Grid, above: int) -> list[Diagnostic]:
    told = []
    if article.place is not None:
        span = article.place.span
        columns, lines = article.place.columns or (1, 1), article.place.lines or (above + 1, above + 1)
        if columns[1] > grid.columns or lines[0] <= above or lines[1] > above + grid.lines:
            room = {"columns": grid.columns, "first": above + 1, "last": above + grid.lines}
            told.append(fault("place-outside", span, **room))
        if article.slot:
            told.append(fault("place-slot", span, text=_title(article)))
        wide = article.columns[0] if article.columns else 0
        if wide and article.place.columns and wide != columns[1] - columns[0] + 1:
            told.append(fault("place-columns", span, columns=wide))
    elif article.slot and article.slot not in slots:
        told.append(fault("slot-unknown", article.span, text=_title(article)))
    if article.columns is not None and article.columns[0] > grid.columns:
        told.append(fault("columns-many", article.span, wanted=article.columns[0], columns=grid.columns))
    return told


def _overlaps(page: Page) -> list[Diagnostic]:
    """Tell articles placed by hand on the same columns and lines."""
    placed = [each for each in page.articles if each.place and each.place.columns and each.place.lines]
    return [
        fault("place-overlap", article.span, text=_title(article), other=_title(other))
        for number, article in enumerate(placed)
        for other in placed[:number]
        if _meet(article, other, "columns") and _meet(article, other, "lines")
    ]


def _meet(one: Article, other: Article, side: str) -> bool:
    first, second = getattr(one.place, side), getattr(other.place, side)
    return bool(first[0] <= second[1] and second[0] <= first[1])


def _title(article: Article) -> str:
    return article.headline.value if article.headline else ""
