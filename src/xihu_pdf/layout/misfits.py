"""Why the articles of a page could not be laid out: one is unfit, copy is too long or short, a wish is in the way."""

from math import inf

from xihu_pdf.content import Page
from xihu_pdf.errors import Diagnostic, fault
from xihu_pdf.layout.draft import Draft, Table, search_of, title_of
from xihu_pdf.layout.filling import totals
from xihu_pdf.layout.guillotine import FREE
from xihu_pdf.layout.head import head_forms
from xihu_pdf.layout.variants import cells_inside

__all__ = ["misfit_of", "unfit_of"]

# A page whose nearest height is no more lines off than these is told to be long or short.
_NEAR = 12


def unfit_of(draft: Draft, rank: int, table: Table) -> Diagnostic:
    """Tell why an article cannot be set on any rectangle that it may take."""
    material, wish = draft.materials[rank], draft.wishes.places[rank]
    article, grid = material.article, table.grid
    over = min(totals(tuple(part.block for part in material.parts))) - grid.columns * grid.lines
    if over > 0:
        return fault("page-long", article.span, lines=over)
    cells = [grid.part(0, wide, 0, grid.lines) for wide in range(1, grid.columns + 1)]
    if article.border and all(cells_inside(article, each) is None for each in cells):
        return fault("border-narrow", article.span)
    if wish.spans is not None or article.columns is not None:
        return fault("place-narrow", article.span, text=title_of(article))
    if not head_forms(table.desk, article, grid, {}, inf):
        return fault("page-head", article.span, text=title_of(article))
    return fault("page-unfit", article.span, text=title_of(article))


def misfit_of(draft: Draft, page: Page, table: Table) -> list[Diagnostic]:
    """Tell why no page was found though each article can be set."""
    own = _misplaced(draft, table)
    if own:
        return own
    grid = table.grid
    free = search_of(draft, grid, wishes=False)
    wished = draft.wishes.tree is not None or any(wish != FREE for wish in draft.wishes.places)
    if wished and free.best() is not None:
        return [fault("place-rest" if draft.wishes.tree is None else "plan-rest", page.span)]
    room = grid.columns * grid.lines
    areas = [[each.columns * each.lines for each in variants] for variants in (*draft.variants, *draft.notices)]
    off = max(0, sum(map(min, areas)) - room) or min(0, sum(map(max, areas)) - room)
    nearest = free.nearest()
    if nearest is not None and (off or abs(nearest - grid.lines) <= _NEAR):
        off = (nearest - grid.lines) * grid.columns
    if not off:
        # A page is far off only where its shapes do not meet, not because of the length of its copy.
        return [fault("page-articles-uneven", page.span)]
    code = "page-articles-long" if off > 0 else "page-articles-short"
    return [fault(code, page.span, lines=abs(off))]


def _misplaced(draft: Draft, table: Table) -> list[Diagnostic]:
    """Tell of each article that does not fill the lines that it is to stand on, by how many characters."""
    told = []
    for material, variants, wish in zip(draft.materials, draft.variants, draft.wishes.places, strict=True):
        if wish.line is None or wish.end is None:
            continue
        wanted = wish.end - wish.line
        heights = {each.lines: each.columns for each in variants}
        if wanted not in heights:
            near = min(heights, key=lambda each: abs(each - wanted))
            values = {"text": title_of(material.article), "lines": wanted, "near": near}
            characters = abs(near - wanted) * heights[near] * table.grid.characters
            code = "place-long" if near > wanted else "place-short"
            told.append(fault(code, material.article.span, **values, characters=characters))
    return told
