"""The standards of a file: what each asks, and how the press meets it.

The text of ISO 15930-7 is not public: its requirements are told with the clause of ISO 32000-1 that has the mechanism.
"""

from typing import Literal, NamedTuple

__all__ = ["PDF_A_2A", "PDF_A_3A", "PDF_UA_1", "PDF_X_4", "STANDARDS", "Property", "Requirement", "Standard"]

PDF_X_4, PDF_A_2A, PDF_A_3A, PDF_UA_1 = "PDF/X-4", "PDF/A-2a", "PDF/A-3a", "PDF/UA-1"

# satisfied: the press writes no file otherwise; enforced: a finding forbids or warns; editor: no program can know.
Held = Literal["satisfied", "enforced", "editor"]


class Property(NamedTuple):
    """A property of the XMP that names the standard; ``kind`` and ``describes`` where PDF/A has to be told of it."""

    name: str
    value: str
    kind: str = ""
    describes: str = ""


class Requirement(NamedTuple):
    """What a clause asks, who holds it, and where: a module of the press, or the code of a finding."""

    clause: str
    asks: str
    held: Held
    where: str


class Standard(NamedTuple):
    """A standard: its title, the PDF version that its files have at most, what names it in XMP, and its clauses.

    ``remark`` tells whose clauses they are where they are not the standard's own.
    """

    title: str
    version: tuple[int, int]
    intent: str
    properties: tuple[Property, ...]
    requirements: tuple[Requirement, ...]
    remark: str = ""


_ARCHIVE = (
    Requirement("6.1.3", "the trailer has an ID, nothing is encrypted", "satisfied", "objects"),
    Requirement("6.1.7", "streams end with a line end that their length does not count", "satisfied", "objects"),
    Requirement("6.2.3", "output intents share one profile object", "satisfied", "intents"),
    Requirement("6.2.4", "device colours are those of the output profile, others ICC-based", "satisfied", "writer"),
    Requirement("6.2.4.4", "a spot ink is defined once and alike", "satisfied", "spots"),
    Requirement("6.2.11", "fonts embedded, widths as in the font, ToUnicode for all glyphs", "satisfied", "typefaces"),
    Requirement("6.5", "no action but to a place", "satisfied", "outline"),
    Requirement("6.6.2", "XMP not deflated; schemas that PDF/A does not know are described", "satisfied", "metadata"),
    Requirement("6.7", "tagged, its language named", "satisfied", "structure"),
    Requirement("6.7.1", "the structure means what the text means", "editor", ""),
)

STANDARDS = {
    PDF_X_4: Standard(
        "ISO 15930-7:2010",
        (1, 6),
        "GTS_PDFX",
        (Property("pdfxid:GTS_PDFXVersion", "PDF/X-4", "Text", "PDF/X version"),),
        (
            Requirement("32000-1, 7.5.2", "header and objects of PDF 1.6", "satisfied", "objects"),
            Requirement("32000-1, 7.5.5", "not encrypted; the trailer has an ID", "satisfied", "objects"),
            Requirement("32000-1, 14.11.5", "one intent GTS_PDFX with a CMYK printer profile", "satisfied", "intents"),
            Requirement(
                "32000-1, 14.11.5", "the condition is named, in words if no registry has it", "satisfied", "intents"
            ),
            Requirement(
                "32000-1, 8.6.5.5", "the profile is of a version that PDF 1.6 has", "enforced", "profile-version"
            ),
            Requirement("15076-1, 7.2", "a press house's profile is of a press in CMYK", "enforced", "profile-kind"),
            Requirement("32000-1, 8.6", "no device colour but CMYK and gray", "satisfied", "painter, prepress"),
            Requirement("32000-1, 9.9", "all fonts embedded", "satisfied", "typefaces"),
            Requirement("32000-1, 14.11.2", "TrimBox in BleedBox in MediaBox on every page", "satisfied", "sheets"),
            Requirement(
                "-", "what reaches the trim goes on beyond it, where the order has bleed", "enforced", "bleed-short"
            ),
            Requirement("32000-1, 12.5", "no annotation inside the BleedBox", "satisfied", "writer"),
            Requirement("32000-1, 12.6", "no action, no script", "satisfied", "writer"),
            Requirement("32000-1, 14.3.2", "XMP: version, dates, document, rendition", "satisfied", "metadata"),
            Requirement("32000-1, 14.3.3", "Trapped is true or false", "satisfied", "metadata"),
            Requirement("-", "ink of letters and rules within the limit of the order", "enforced", "ink-limit"),
            Requirement("-", "the press really prints by the profile named", "editor", ""),
        ),
        "Its text is sold and was not at hand: each requirement is told with the clause of ISO 32000-1 that describes "
        "what it restricts, not with its own.",
    ),
    PDF_A_3A: Standard(
        "ISO 19005-3:2012, level A",
        (1, 7),
        "GTS_PDFA1",
        (Property("pdfaid:part", "3"), Property("pdfaid:conformance", "A")),
        (
            *_ARCHIVE,
            Requirement("6.8", "files attached name their relation and type", "satisfied", "attachments"),
        ),
    ),
    PDF_A_2A: Standard(
        "ISO 19005-2:2011, level A",
        (1, 7),
        "GTS_PDFA1",
        (Property("pdfaid:part", "2"), Property("pdfaid:conformance", "A")),
        (*_ARCHIVE, Requirement("6.8", "no file attached but PDF/A", "satisfied", "orders")),
    ),
    PDF_UA_1: Standard(
        "ISO 14289-1:2014",
        (1, 7),
        "",
        (Property("pdfuaid:part", "1", "Integer", "PDF/UA identification"),),
        (
            Requirement("5", "identified in XMP", "satisfied", "metadata"),
            Requirement("7.1", "all content is tagged or an artifact", "satisfied", "painter, structure"),
            Requirement("7.1", "the title is shown", "satisfied", "writer"),
            Requirement("7.2", "the language of the text is named", "satisfied", "writer"),
            Requirement("7.2", "words marked as Western have their own", "satisfied", "painter"),
            Requirement("7.3", "figures have alternative text", "enforced", "alt-missing, alt-artwork"),
            Requirement("7.3", "the alternative text says what the picture shows", "editor", ""),
            Requirement("7.4.2", "levels of headings are not skipped", "enforced", "heading-skipped"),
            Requirement("7.18.5", "links are elements and are described", "satisfied", "links, structure"),
            Requirement("7.17", "page labels, where there are any, are those that are printed", "satisfied", "labels"),
            Requirement("7.8", "page headers and ornaments are artifacts", "satisfied", "painter"),
            Requirement("7.21", "fonts embedded, every glyph has its character", "satisfied", "typefaces"),
        ),
    ),
}
