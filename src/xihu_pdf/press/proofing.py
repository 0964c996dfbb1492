"""A page as a picture for the screen, drawn by PDFium: another program's eyes on the finished file."""

from io import BytesIO

__all__ = ["render_page"]


def render_page(pdf: bytes, page: int, resolution: float) -> bytes:
    """Draw a page (counted from 0) at so many dots an inch as PNG.

    Raises ImportError where PDFium (the extra ``png``) is not installed.
    """
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        picture = document[page].render(scale=resolution / 72).to_pil()
        out = BytesIO()
        picture.save(out, "PNG", dpi=(resolution, resolution))
        return out.getvalue()
    finally:
        document.close()
