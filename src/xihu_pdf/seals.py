"""Seals: a digest of a file's other bytes, written into it, by which the program knows a file that it wrote.

A proof that an editor corrected, or a page with a printer's notes, is then not taken for the program's own.
"""

import re
from collections.abc import Callable
from hashlib import sha256
from typing import Literal, NamedTuple
from zlib import crc32

__all__ = ["Origin", "digest", "origin", "sealed"]

Origin = Literal["own", "changed", "foreign"]

_NAME = b"xihu_pdf"
_BYTES = 16
# The name stands near the beginning of a picture or text; in the metadata of a PDF it may stand anywhere.
_HEAD = 512
# The dictionary that ends a PDF, with the digest of all before it as identifier (ISO 32000-1, 7.5.5 and 14.4).
_PDF, _TRAILER = b"%PDF-", b"trailer\n"
# Nothing follows that dictionary: what a reader adds to a file stands behind its end (7.5.6).
_END = (
    rb"<<\n/ID \[ <([0-9a-f]+)> <\1> \]\n/Info [0-9]+ 0 R\n/Root [0-9]+ 0 R\n/Size [0-9]+\n>>\n"
    rb"startxref\n[0-9]+\n%%EOF\n"
)


class _Form(NamedTuple):
    """A kind of file: how it begins, where its seal stands, and what the seal is made of these words."""

    start: bytes
    at: int
    seal: Callable[[bytes], bytes]


def _chunk(words: bytes) -> bytes:
    """A textual chunk of PNG (third edition, 5.3 and 11.3.3.2)."""
    body = b"tEXtSoftware\0" + words
    return (len(body) - 4).to_bytes(4, "big") + body + crc32(body).to_bytes(4, "big")


def _comment(words: bytes) -> bytes:
    """A comment of JPEG (ITU-T T.81, B.2.4.5)."""
    return b"\xff\xfe" + (len(words) + 2).to_bytes(2, "big") + words


# A PNG's signature and first chunk, that of its size, are 33 bytes; the start of a JPEG and its first segment, that of
# JFIF, 20. Texts begin with the mark of UTF-8, by which old programs know it.
_FORMS = (
    _Form(b"\x89PNG\r\n\x1a\n", 33, _chunk),
    _Form(b"\xff\xd8\xff\xe0", 20, _comment),
    _Form(b"\xef\xbb\xbf", 3, lambda words: words + b"\n"),
)


def digest(data: bytes) -> bytes:
    """The digest that stands in a seal, of sixteen bytes."""
    return sha256(data).digest()[:_BYTES]


def sealed(data: bytes) -> bytes:
    """Put the seal into a PNG, a JPEG or a text that begins with the mark of UTF-8."""
    form = next(each for each in _FORMS if data.startswith(each.start))
    return data[: form.at] + form.seal(_words(data)) + data[form.at :]


def origin(data: bytes) -> Origin:
    """Whether a file is as this program wrote it, was changed since, or is of another hand."""
    if data.startswith(_PDF):
        body, _, end = data.rpartition(_TRAILER)
        found = re.fullmatch(_END, end)
        if found and found[1] == digest(body).hex().encode():
            return "own"
        return "changed" if _NAME in data else "foreign"
    for form in _FORMS:
        if data.startswith(form.start):
            length = len(form.seal(_words(b"")))
            rest = data[: form.at] + data[form.at + length :]
            if data[form.at : form.at + length] == form.seal(_words(rest)):
                return "own"
    return "changed" if _NAME in data[:_HEAD] else "foreign"


def _words(rest: bytes) -> bytes:
    return _NAME + b" " + digest(rest).hex().encode()
