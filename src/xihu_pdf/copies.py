"""What is made of a finished edition beside its PDF: pictures of its pages, the text proof, the transcript."""

from collections.abc import Callable, Iterable
from math import sqrt
from typing import NamedTuple

from xihu_pdf.build import reprint
from xihu_pdf.content import Source
from xihu_pdf.errors import Diagnostic, fault
from xihu_pdf.frame import Document, transcript
from xihu_pdf.seals import sealed
from xihu_pdf.stock import Stock

__all__ = ["KINDS", "Finished", "copies"]

# Dots an inch of a picture where none are asked for; and the width in pixels of the long one, that of a telephone.
_RESOLUTION, _WIDTH = 150.0, 1080
# The longest side of a JPEG (ITU-T T.81, B.2.2), and as many pixels as a small machine holds.
_LONGEST, _MOST = 65_535, 100_000_000
_SCREEN = "screen"
_MARK = "\ufeff"  # of UTF-8, by which old programs know it


class Finished(NamedTuple):
    """An edition that was made, its pages and their PDF, and of what; ``order`` is that of the PDF."""

    source: Source
    stock: Stock
    document: Document
    pdf: bytes
    order: str
    cache: str = ""
    language: str = "zh"


def copies(
    kinds: Iterable[str], stem: str, finished: Finished, resolution: float | None = None
) -> dict[str, bytes] | Diagnostic:
    """Make the copies of these kinds: files by path, all of which begin with ``stem``; or what forbids them.

    ``resolution`` is that of pictures, in dots an inch. Raises KeyError for a kind that is not there.
    """
    makers = {kind: KINDS[kind] for kind in kinds}
    for kind in makers:
        beyond = _beyond(kind, finished.document, resolution)
        if beyond is not None:
            return beyond
    try:
        return {path: data for make in makers.values() for path, data in make(stem, finished, resolution).items()}
    except ImportError:
        return fault("png-renderer")


def _pngs(stem: str, finished: Finished, resolution: float | None) -> dict[str, bytes]:
    """The pages as the PDF shows them: what is checked is the very file."""
    return _pages(stem, "png", finished.document, finished.pdf, resolution)


def _jpegs(stem: str, finished: Finished, resolution: float | None) -> dict[str, bytes]:
    """The pages in the colours of a screen: what is passed round."""
    return _pages(stem, "jpg", finished.document, _on_screen(finished), resolution)


def _pages(stem: str, suffix: str, document: Document, pdf: bytes, resolution: float | None) -> dict[str, bytes]:
    from xihu_pdf.press import render_page

    count, kind = len(document.pages), {"png": "PNG", "jpg": "JPEG"}[suffix]
    names = [f"{stem}.{suffix}"] if count == 1 else [f"{stem}-{page + 1}.{suffix}" for page in range(count)]
    return {name: render_page(pdf, page, resolution or _RESOLUTION, kind) for page, name in enumerate(names)}


def _long(stem: str, finished: Finished, resolution: float | None) -> dict[str, bytes]:
    from xihu_pdf.press import render_long

    return {f"{stem}-long.jpg": render_long(_on_screen(finished), _of_long(finished.document, resolution))}


def _text(stem: str, finished: Finished, _: float | None) -> dict[str, bytes]:
    from xihu_pdf.proofreading import text_proof

    edition = finished.source.edition
    told = text_proof(edition, finished.document, finished.language) if edition else ""
    return {f"{stem}-proof.txt": sealed((_MARK + told).encode())}


def _transcript(stem: str, finished: Finished, _: float | None) -> dict[str, bytes]:
    return {f"{stem}-transcript.txt": sealed((_MARK + transcript(finished.document)).encode())}


# The kinds of copies by name: who makes them of the stem of their paths, the edition and the resolution of pictures.
KINDS: dict[str, Callable[[str, Finished, float | None], dict[str, bytes]]] = {
    "png": _pngs,
    "jpeg": _jpegs,
    "long": _long,
    "text": _text,
    "transcript": _transcript,
}


def _on_screen(finished: Finished) -> bytes:
    """The PDF in the colours of a screen: those of ink look dull there."""
    if finished.order == _SCREEN:
        return finished.pdf
    return reprint(finished.source, finished.stock, finished.document, _SCREEN, finished.cache)


def _of_long(document: Document, resolution: float | None) -> float:
    """The resolution of the long picture; its width is rounded up to whole pixels."""
    return resolution or 72 * (_WIDTH - 0.01) / max(page.size.width for page in document.pages)


def _beyond(kind: str, document: Document, resolution: float | None) -> Diagnostic | None:
    """That a picture would be too large, and the resolution at which it would not."""
    sizes = [page.size for page in document.pages]
    if kind == "long":
        asked = _of_long(document, resolution)
        width, height = max(each.width for each in sizes), sum(each.height for each in sizes)
    elif kind in {"png", "jpeg"}:
        asked = resolution or _RESOLUTION
        width, height = max(each.width for each in sizes), max(each.height for each in sizes)
    else:
        return None
    most = 72 * min(sqrt(_MOST / (width * height)), _LONGEST / max(width, height))
    if asked <= most:
        return None
    told = {"width": round(width * asked / 72), "height": round(height * asked / 72)}
    return fault("copy-too-large", None, **told, most=int(most))
