"""Read a content file."""

import os

from xihu_pdf.content.model import Source

__all__ = ["load", "parse"]


def load(path: str | os.PathLike[str]) -> Source:
    """Read the content file at ``path``; see :func:`parse`."""
    raise NotImplementedError


def parse(data: bytes, name: str) -> Source:
    """Turn the bytes of the content file ``name`` into an edition and everything found wrong in it."""
    raise NotImplementedError
