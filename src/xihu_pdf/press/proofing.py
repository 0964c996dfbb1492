"""Pages as pictures for the screen, drawn by PDFium: another program's eyes on the finished file."""

from io import BytesIO
from typing import Any

from xihu_pdf.seals import sealed

__all__ = ["render_long", "render_page"]

_QUALITY = 90
# What PDFium's binding draws into: an image of Pillow, which is the pictures' library and not known here.
_Image = Any


def render_page(pdf: bytes, page: int, resolution: float, kind: str = "PNG") -> bytes:
    """Draw a page (counted from 0) at so many dots an inch as ``PNG`` or ``JPEG`` that is sealed.

    Raises ImportError where PDFium (the extra ``png``) is not installed.
    """
    (drawn,) = _draw(pdf, resolution, page)
    return _png(drawn, resolution) if kind == "PNG" else _jpeg(drawn, resolution)


def render_long(pdf: bytes, resolution: float) -> bytes:
    """Draw all pages one below the other 长图 as a sealed JPEG; raises as ``render_page``."""
    pages = _draw(pdf, resolution)
    width, height = max(each.width for each in pages), sum(each.height for each in pages)
    # What lies beyond the first page is black until the others stand on it.
    whole = pages[0].crop((0, 0, width, height))
    top = 0
    for each in pages:
        whole.paste(each, (0, top))
        top += each.height
    return _jpeg(whole, resolution)


def _draw(pdf: bytes, resolution: float, page: int | None = None) -> list[_Image]:
    """Draw one page, or all."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = range(len(document)) if page is None else (page,)
        return [document[each].render(scale=resolution / 72).to_pil() for each in pages]
    finally:
        document.close()


def _png(drawn: _Image, resolution: float) -> bytes:
    out = BytesIO()
    drawn.save(out, "PNG", dpi=(resolution, resolution))
    return sealed(out.getvalue())


def _jpeg(drawn: _Image, resolution: float) -> bytes:
    out = BytesIO()
    drawn.save(out, "JPEG", quality=_QUALITY, subsampling=0, dpi=(resolution, resolution))
    return sealed(out.getvalue())
