"""Read a content file: bytes to text, text to nodes, nodes to an edition, and everything wrong on the way."""

import os
import re
import stat

from xihu_pdf.content.findings import Findings
from xihu_pdf.content.model import Edition, Source
from xihu_pdf.content.nodes import Scalar, compose
from xihu_pdf.content.reader import read

__all__ = ["LIMIT_BYTES", "load", "parse"]

# A thousand times the copy of a page; refused before it is read.
LIMIT_BYTES = 4 * 1024 * 1024

# Control characters, line separators that editors do not count, and characters that are none (Unicode 23.8); soft
# hyphens, blanks of no width and turns of direction, which come with copy from web pages and cannot be seen (23.2). A
# U+FFFD stands for a character that an earlier conversion has lost.
_UNPRINTABLE = (
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069"
    "\ud800-\udfff\ufeff\ufffd-\uffff]"
)
_BREAK = r"\r\n|\r|\n"

# Faults that only say where a broken syntax stopped the reading.
_ECHOES = frozenset({"key-missing", "key-either", "value-empty"})


def load(path: str | os.PathLike[str]) -> Source:
    """Read the content file at ``path``; a file that cannot be read is a fault of the source, never an exception."""
    name = os.fsdecode(path)
    findings = Findings(name)
    try:
        found = os.stat(name)
        if not stat.S_ISREG(found.st_mode):
            findings.add("content-unreadable", None, file=name)
        elif found.st_size > LIMIT_BYTES:
            findings.add("content-large", None, file=name, size=found.st_size, limit=LIMIT_BYTES)
        else:
            with open(name, "rb") as file:
                return parse(file.read(LIMIT_BYTES + 1), name)
    except FileNotFoundError:
        findings.add("content-missing", None, file=name)
    except (OSError, ValueError):
        findings.add("content-unreadable", None, file=name)
    return Source(None, findings.sorted(), os.path.dirname(name) or ".", b"")


def parse(data: bytes, name: str) -> Source:
    """Turn the bytes of the content file ``name`` into an edition and everything found wrong in it; reads no file."""
    findings = Findings(name)
    text = _decode(data, findings)
    edition = None if text is None else _edition(text, findings)
    return Source(edition, findings.sorted(), os.path.dirname(name) or ".", data)


def _edition(text: str, findings: Findings) -> Edition | None:
    text = _cleaned(text, findings)
    tree = compose(text, findings)
    if tree.root is None or (isinstance(tree.root, Scalar) and not tree.root.value):
        if not tree.torn:
            findings.add("content-empty", findings.span(0, 0))
        return None
    before = findings.mark()
    edition = read(tree.root, text, findings)
    if tree.torn:
        findings.forget(before, _ECHOES, tree.torn)
    return edition


def _cleaned(text: str, findings: Findings) -> str:
    """Tell unprintable characters and replace each so that all places stay."""
    if not re.search(_UNPRINTABLE, text):
        return text
    for number, line in enumerate(re.split(_BREAK, text)):
        for found in re.finditer(_UNPRINTABLE, line):
            place = findings.span(number, found.start())
            findings.add("character-unprintable", place, character=f"U+{ord(found[0]):04X}")
    return re.sub(_UNPRINTABLE, "\ufffd", text)


def _decode(data: bytes, findings: Findings) -> str | None:
    """Decode the file; what is plainly GB18030 is read as such, so that its other faults are told as well."""
    if len(data) > LIMIT_BYTES:
        findings.add("content-large", None, file=findings.file, size=len(data), limit=LIMIT_BYTES)
        return None
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        findings.add("encoding-utf16", findings.span(0, 0))
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The codec counts from behind the byte order mark.
        offset = error.start + (3 if data.startswith(b"\xef\xbb\xbf") else 0)
    lines = re.split(_BREAK, data[:offset].decode("utf-8-sig"))
    place = findings.span(len(lines) - 1, len(lines[-1]))
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        findings.add("encoding-utf8", place, byte=f"0x{data[offset]:02X}", offset=offset)
        return None
    findings.add("encoding-gb18030", place, offset=offset)
    return text
