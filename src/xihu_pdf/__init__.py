"""Print-quality Chinese newspaper pages from structured copy.

>>> from xihu_pdf import load, make  # doctest: +SKIP
>>> proof = make(load("content.yaml"))  # doctest: +SKIP
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xihu_pdf.build import Proof, check, make
    from xihu_pdf.content import Source, load
    from xihu_pdf.errors import Diagnostic, Span, XihuError
    from xihu_pdf.stock import Stock, open_stock

__all__ = [
    "Diagnostic",
    "Proof",
    "Source",
    "Span",
    "Stock",
    "XihuError",
    "__version__",
    "check",
    "load",
    "make",
    "open_stock",
]

__version__ = "0.1.0"

# Where each public name lives; a room is loaded when its first name is asked for.
_ROOMS = {
    "Diagnostic": "errors",
    "Proof": "build",
    "Source": "content",
    "Span": "errors",
    "Stock": "stock",
    "XihuError": "errors",
    "check": "build",
    "load": "content",
    "make": "build",
    "open_stock": "stock",
}


def __getattr__(name: str) -> object:
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_ROOMS[name]}"), name)
