"""PDF objects and the file they stand in (ISO 32000-1, 7.3 and 7.5), on ReportLab's object model.

ReportLab reads settings from the environment and from the user's home. Only those of its classes are used here that
ask no setting, or are told what it would say, so that the same document makes the same bytes everywhere.
"""

import zlib
from collections.abc import Mapping

from reportlab.pdfbase.pdfdoc import (
    BasicFonts,
    PDFArrayCompact,
    PDFCrossReferenceTable,
    PDFDictionary,
    PDFDocument,
    PDFFile,
    PDFIndirectObject,
    PDFObjectReference,
    PDFStream,
    PDFText,
    PDFTrailer,
)

from xihu_pdf.seals import digest

__all__ = [
    "FONTS",
    "VERSION",
    "Array",
    "Book",
    "Dictionary",
    "Reference",
    "Stream",
    "deflated",
    "name",
    "number",
    "text",
]

# ReportLab makes the first object of every file a font dictionary of this name; all pages share it.
FONTS = BasicFonts
Array = PDFArrayCompact
Reference = PDFObjectReference

# Outlines hardly get smaller above level 1: a page of four faces takes 6 ms of 34 longer at level 6 and is 2.5 %
# smaller, and no smaller at level 9.
_LEVEL = 1
VERSION = (1, 7)
_NAME_FORBIDS = frozenset("()<>[]{}/%#")


class Dictionary(PDFDictionary):  # type: ignore[misc, unused-ignore]
    """A dictionary of plain names to values; a ``str`` among the values is PDF syntax as it stands."""

    multiline = False


class Stream(PDFStream):  # type: ignore[misc, unused-ignore]
    """A stream whose content is already encoded as its dictionary says."""

    def format(self, document: PDFDocument) -> bytes:
        """Give the stream as bytes; unlike ReportLab's with the end of line that ISO 19005-2, 6.1.7.1 asks for.

        Of two characters, so that content which ends with the first one cannot be taken to end before it.
        """
        entries = Dictionary(self.dictionary.dict | {"Length": len(self.content)})
        return b"".join((entries.format(document), b"\nstream\n", self.content, b"\r\nendstream\n"))


class Book(PDFDocument):  # type: ignore[misc, unused-ignore]
    """The objects of one file.

    ``fonts`` is the font dictionary that all pages share, ``profiles`` the ICC profiles embedded so far and ``spots``
    the colour spaces of spot inks by name.
    """

    def __init__(self, version: tuple[int, int] = VERSION) -> None:
        super().__init__(compression=1, invariant=1, pdfVersion=version, lang="und")
        self._header = version
        self.profiles: dict[object, Reference] = {}
        self.spots: dict[str, Reference] = {}
        self.fonts = self.idToObject[FONTS] = Dictionary()

    def add(self, value: PDFDictionary | PDFArrayCompact | Stream) -> Reference:
        """Make the value an object of its own and give the reference to it."""
        return self.Reference(value)  # type: ignore[no-untyped-call, no-any-return, unused-ignore]

    def bind(self, catalog: Reference, info: Reference) -> bytes:
        """Give the finished file. Its identifier (14.4) is a digest of all that is before the trailer."""
        file = PDFFile(self._header)
        names = list(self.numberToId.values())
        for each in names:
            content = PDFIndirectObject(each, self.idToObject[each]).format(self)
            self.idToOffset[each] = file.add(content)
        table = PDFCrossReferenceTable()
        table.addsection(0, names)
        start = file.add(table.format(self))
        body = bytes(file.format(self))
        identifier = PDFText(digest(body))
        identifiers = Array([identifier, identifier])
        trailer = PDFTrailer(start, Size=len(names) + 1, Root=catalog, Info=info, ID=identifiers)
        return body + bytes(trailer.format(self))


def deflated(content: bytes, entries: Mapping[str, object] | None = None) -> Stream:
    """Make a stream of content that is still plain, with these further entries in its dictionary."""
    packed = zlib.compress(content, _LEVEL)
    return Stream(Dictionary({**(entries or {}), "Filter": "/FlateDecode"}), packed)


def name(value: str) -> str:
    """Write a text as a name object (7.3.5); characters that a name cannot hold plainly are left out."""
    return "/" + "".join(each for each in value if "!" <= each <= "~" and each not in _NAME_FORBIDS)


def number(value: float) -> str:
    """Write a length in points to a thousandth, without useless zeros.

    >>> number(12.0), number(-0.0001), number(841.8898)
    ('12', '0', '841.89')
    """
    digits = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if digits == "-0" else digits


def text(value: str) -> str:
    """Write a text string in UTF-16 (7.9.2.2)."""
    return f"<FEFF{value.encode('utf-16-be').hex().upper()}>"
