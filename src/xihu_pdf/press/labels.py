"""Page labels 版码: a reader program counts pages as they are printed, not as they stand in the file."""

from xihu_pdf.frame import Document
from xihu_pdf.press.objects import Array, Dictionary, text

__all__ = ["page_labels"]


def page_labels(document: Document) -> dict[str, object]:
    """Give the catalog's entry for the folios (ISO 32000-1, 12.4.2); none where no page has one.

    A page without a folio is labelled by its place in the file, as it would be without labels.
    """
    if not any(page.folio for page in document.pages):
        return {}
    ranges: list[object] = []
    following: tuple[str, int] | None = None
    for index, page in enumerate(document.pages):
        prefix, number = _parted(page.folio or str(index + 1))
        if following != (prefix, number):
            ranges += [index, _label(prefix, number)]
        following = (prefix, number + 1) if number else None
    return {"PageLabels": Dictionary({"Nums": Array(ranges)})}


def _parted(folio: str) -> tuple[str, int]:
    """A folio as what stands before its number, and the number; 0 where it ends in none that can be counted on from.

    >>> _parted("A45"), _parted("008"), _parted("增刊")
    (('A', 45), ('00', 8), ('增刊', 0))
    """
    figures = len(folio) - len(folio.rstrip("0123456789"))
    digits = folio[len(folio) - figures :].lstrip("0")
    return folio[: len(folio) - len(digits)], int(digits or 0)


def _label(prefix: str, number: int) -> Dictionary:
    entries: dict[str, object] = {"P": text(prefix)} if prefix else {}
    if number:
        entries |= {"S": "/D", "St": number}
    return Dictionary(entries)
