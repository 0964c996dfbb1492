"""What a file says of itself: Info and XMP from one source (ISO 32000-1, 14.3; ISO 16684-1)."""

from hashlib import md5
from typing import NamedTuple
from uuid import UUID

from xihu_pdf.frame import Document, GlyphRun, Picture
from xihu_pdf.press.objects import Dictionary, Stream, text
from xihu_pdf.press.orders import Order
from xihu_pdf.press.standards import PDF_X_4, STANDARDS, Property

__all__ = ["Facts", "facts", "information", "packet"]

_PRODUCER = "xihu_pdf"
# PDF/X asks for dates (ISO 15930-7); the others do not, and a clock would make every file another. A document without
# a date is then given the day of this version of the program, before which it cannot have been made.
_NOT_BEFORE = "2026-11-26"
_LONGEST_TITLE = 60

_HEAD = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
_HEAD += '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
_TAIL = '</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end="r"?>\n'
_SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}


class Facts(NamedTuple):
    """What is said of a document: title, language, date (ISO 8601 or empty), creator.

    ``identifier`` is that of the document, ``instance`` that of the file of one order.
    """

    title: str
    language: str
    date: str
    identifier: str
    instance: str
    creator: str

    @property
    def pdf_date(self) -> str:
        """The date at midnight as a PDF writes it (7.9.4), or nothing."""
        return f"(D:{self.date.replace('-', '')}000000Z)" if self.date else ""


def facts(document: Document, contents: list[bytes], order: Order) -> Facts:
    """Gather what is said of a document whose pages have these content streams, in a file of this order.

    The identifier is made of words, places and photographs, that of the file of the order, too.

    The order is named as a part of the creator, so that a file tells what it was made for.
    """
    digest = md5(document.title.encode(), usedforsecurity=False)
    for each in contents:
        digest.update(each)
    for page in document.pages:
        for _, item in page.items:
            if isinstance(item, Picture):
                digest.update(item.photograph.encode())
    identifier = str(UUID(bytes=digest.digest()))
    digest.update(order.name.encode())
    title = document.title or _first_words(document)
    date = document.date or (_NOT_BEFORE if PDF_X_4 in order.standards else "")
    creator = f"{_PRODUCER} {order.name}"
    return Facts(title, document.language or "und", date, identifier, str(UUID(bytes=digest.digest())), creator)


def information(told: Facts) -> Dictionary:
    """Make the Info dictionary (14.3.3) of a file that keeps standards."""
    dates = dict.fromkeys(("CreationDate", "ModDate"), told.pdf_date) if told.date else {}
    names = {"Creator": f"({told.creator})", "Producer": f"({_PRODUCER})"}
    return Dictionary({"Title": text(told.title), **names, **dates, "Trapped": "/False"})


def packet(told: Facts, standards: tuple[str, ...]) -> Stream:
    """Make the metadata stream: not deflated, so that every program finds it (ISO 19005-3, 6.6.2)."""
    properties = [each for name in standards for each in STANDARDS[name].properties]
    spaces = "".join(f' xmlns:{prefix}="{address}"' for prefix, address in _SPACES.items())
    body = "".join((*_said(told), *(_element(each.name, each.value) for each in properties), _extensions(properties)))
    description = f'<rdf:Description rdf:about=""{spaces}>\n{body}</rdf:Description>\n'
    data = f"{_HEAD}{description}{_TAIL}".encode()
    return Stream(Dictionary({"Type": "/Metadata", "Subtype": "/XML"}), data)


def _said(told: Facts) -> list[str]:
    dates = ("CreateDate", "ModifyDate", "MetadataDate") if told.date else ()
    title = f'<rdf:Alt><rdf:li xml:lang="x-default">{_escaped(told.title)}</rdf:li></rdf:Alt>'
    return [
        f"<dc:title>{title}</dc:title>\n",
        _element("dc:format", "application/pdf"),
        f"<dc:language><rdf:Bag><rdf:li>{_escaped(told.language)}</rdf:li></rdf:Bag></dc:language>\n",
        _element("pdf:Producer", _PRODUCER),
        *(_element(f"xmp:{name}", f"{told.date}T00:00:00Z") for name in dates),
        _element("xmp:CreatorTool", told.creator),
        _element("xmpMM:DocumentID", f"uuid:{told.identifier}"),
        _element("xmpMM:InstanceID", f"uuid:{told.instance}"),
        _element("xmpMM:VersionID", "1"),
        _element("xmpMM:RenditionClass", "default"),
    ]


def _extensions(properties: list[Property]) -> str:
    """Describe the properties that PDF/A does not know (ISO 19005-3, 6.6.2.3.3)."""
    items = []
    for each in properties:
        if not each.describes:
            continue
        prefix, _, name = each.name.partition(":")
        described = "".join(
            (
                _element("pdfaProperty:name", name),
                _element("pdfaProperty:valueType", each.kind),
                _element("pdfaProperty:category", "internal"),
                _element("pdfaProperty:description", each.describes),
            )
        )
        items.append(
            '<rdf:li rdf:parseType="Resource">\n'
            + _element("pdfaSchema:schema", f"{each.describes} schema")
            + _element("pdfaSchema:namespaceURI", _SPACES[prefix])
            + _element("pdfaSchema:prefix", prefix)
            + f'<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\n{described}</rdf:li></rdf:Seq>'
            + "</pdfaSchema:property>\n</rdf:li>\n"
        )
    if not items:
        return ""
    return f"<pdfaExtension:schemas><rdf:Bag>\n{''.join(items)}</rdf:Bag></pdfaExtension:schemas>\n"


def _element(name: str, value: str) -> str:
    return f"<{name}>{_escaped(value)}</{name}>\n"


def _escaped(value: str) -> str:
    """Write a text in XML, without the controls that XML forbids."""
    plain = "".join(each for each in value if each >= " ")
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _first_words(document: Document) -> str:
    """The first words of the text, for a document without a title: a reader program shows it in its window."""
    for page in document.pages:
        for _, item in page.items:
            if isinstance(item, GlyphRun) and any(item.texts):
                return "".join(item.texts)[:_LONGEST_TITLE]
    return "—"
