"""A page as a picture for the screen, drawn by PDFium: another program's eyes on the finished file."""

from io import BytesIO
from zlib import crc32

__all__ = ["render_page"]

# A PNG's signature and its first chunk, IHDR, which all others follow (PNG, third edition, 5.2 and 5.6).
_PREAMBLE = 33


def render_page(pdf: bytes, page: int, resolution: float) -> bytes:
    """Draw a page (counted from 0) at so many dots an inch as PNG that names this program in it.

    Raises ImportError where PDFium (the extra ``png``) is not installed.
    """
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        out = BytesIO()
        document[page].render(scale=resolution / 72).to_pil().save(out, "PNG", dpi=(resolution, resolution))
    finally:
        document.close()
    png = out.getvalue()
    return png[:_PREAMBLE] + _chunk(b"tEXt", b"Software\0xihu_pdf") + png[_PREAMBLE:]


def _chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + crc32(kind + data).to_bytes(4, "big")
