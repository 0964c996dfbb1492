"""A page of several articles before it is cut: each article set and measured on the columns that it may take."""

from typing import NamedTuple

from xihu_pdf.content import Article, Page
from xihu_pdf.layout.article import Material, prepare
from xihu_pdf.layout.desk import Desk
from xihu_pdf.layout.grid import Grid
from xihu_pdf.layout.guillotine import FREE, MOST_UNITS, Search, Wish
from xihu_pdf.layout.shapes import Variant
from xihu_pdf.layout.variants import Rank, measure_variants, text_grid
from xihu_pdf.layout.wishes import Wishes
from xihu_pdf.stock import Stock

__all__ = [
    "Draft",
    "Table",
    "by_rank",
    "draft_page",
    "makes_a_page",
    "measured",
    "redraft",
    "search_of",
    "set_article",
    "title_of",
    "without",
]

# Ways of a shape that are kept.
_KEPT = 4


class Table(NamedTuple):
    """What a page is drafted with: the fonts and photographs on hand, the desk and the cells."""

    stock: Stock
    desk: Desk
    grid: Grid


class Draft(NamedTuple):
    """The articles of a page by rank, each as set and in its variants, and where they are to stand.

    ``notices`` are the variants of notices and advertisements, which come after the articles in rank.
    """

    materials: tuple[Material, ...]
    variants: tuple[tuple[Variant, ...], ...]
    wishes: Wishes
    notices: tuple[tuple[Variant, ...], ...] = ()


def by_rank(page: Page) -> tuple[Article, ...]:
    """The articles of a page, the most important first, those of one importance in the order of the content."""
    return tuple(sorted(page.articles, key=lambda each: -each.importance))


def draft_page(page: Page, wishes: Wishes, table: Table) -> Draft | None:
    """Set and measure every article by rank, and the notices; None where a fault was left with the desk."""
    materials = [set_article(article, table) for article in by_rank(page)]
    notices = _notices(page, table)
    whole = tuple(each for each in materials if each is not None)
    if len(whole) < len(materials) or notices is None:
        return None
    variants = tuple(
        measured(material, rank, wish, table)
        for rank, (material, wish) in enumerate(zip(whole, wishes.places, strict=True))
    )
    return Draft(whole, variants, wishes, notices)


def redraft(draft: Draft, rank: int, article: Article, table: Table) -> Draft | None:
    """The draft with another article in the place of one; None where that cannot be set. No fault is left."""
    told = len(table.desk.faults)
    material = set_article(article, table)
    variants = measured(material, rank, draft.wishes.places[rank], table) if material else ()
    del table.desk.faults[told:]
    if material is None or not variants:
        return None
    return draft._replace(
        materials=(*draft.materials[:rank], material, *draft.materials[rank + 1 :]),
        variants=(*draft.variants[:rank], variants, *draft.variants[rank + 1 :]),
    )


def without(draft: Draft, rank: int) -> Draft:
    """The draft without one of its articles; a plan that was kept is not."""
    kept = [each for each in range(len(draft.materials)) if each != rank]
    places = tuple(draft.wishes.places[each] for each in kept)
    return Draft(
        tuple(draft.materials[each] for each in kept),
        tuple(draft.variants[each] for each in kept),
        Wishes(places),
        draft.notices,
    )


def search_of(draft: Draft, grid: Grid, *, wishes: bool = True, units: int = MOST_UNITS) -> Search:
    """The search for the cuts of a page, with the wishes for its places or without; ``units`` as ``Search`` has it."""
    asked = draft.wishes if wishes else Wishes((FREE,) * len(draft.materials))
    places = (*asked.places, *(FREE for _ in draft.notices))
    return Search((*draft.variants, *draft.notices), (grid.columns, grid.lines), _KEPT, places, asked.tree, units)


def makes_a_page(draft: Draft, table: Table, units: int = MOST_UNITS) -> bool:
    """Tell whether the articles can be laid out on the page, each as it is wished; ``units`` as ``Search`` has it."""
    search = search_of(draft, table.grid, units=units)
    if search.nearest() != table.grid.lines:
        return False
    # A survey of heights knows nothing of where articles are pinned.
    pinned = any(wish.spans or (wish.line, wish.end) != (None, None) for wish in draft.wishes.places)
    return not pinned or search.best() is not None


def title_of(article: Article) -> str:
    """The headline that an article is told by."""
    return article.headline.value.replace("\n", " ") if article.headline else ""


def set_article(article: Article, table: Table) -> Material | None:
    """Set the words of an article, of one that jumps those on one side of its cut; None where a fault was left."""
    stock, desk, grid = table
    desk.where = title_of(article)
    cells = text_grid(article, grid)
    material = prepare(article, stock, desk, cells)
    cut = desk.cuts.get(article)
    if material is None or cut is None:
        return material
    # Most editions have no jump.
    from xihu_pdf.layout.jumps import cut_parts

    return material._replace(parts=cut_parts(material.parts, cut, desk, cells))


def _notices(page: Page, table: Table) -> tuple[tuple[Variant, ...], ...] | None:
    """The variants of the notices and advertisements; None where a fault was left with the desk."""
    if not page.notices and not page.advertisements:
        return ()
    from xihu_pdf.layout.notices import measure_notice, read_notices

    stock, desk, grid = table
    pieces = read_notices(page, stock, desk)
    found = tuple(measure_notice(piece, desk, grid) for piece in pieces or ())
    return found if pieces is not None and all(found) else None


def measured(material: Material, rank: int, wish: Wish, table: Table) -> tuple[Variant, ...]:
    """The variants of an article by its rank on the columns where it is wished."""
    _, desk, grid = table
    desk.where = title_of(material.article)
    widths = range(1, grid.columns + 1)
    if material.article.columns is not None:
        widths = range(material.article.columns[0], material.article.columns[0] + 1)
    kept = [each for each in widths if wish.spans is None or each in {wide for _, wide in wish.spans}]
    return measure_variants(material, Rank(rank), desk, grid, kept)
