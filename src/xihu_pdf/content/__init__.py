"""Words and their order: a content file in, an edition and everything found wrong in it out."""

from xihu_pdf.content.keys import KEYS
from xihu_pdf.content.loader import load, parse
from xihu_pdf.content.model import (
    Article,
    Code,
    Edition,
    FontFile,
    Mark,
    Masthead,
    Page,
    Panel,
    Photograph,
    Place,
    ProfileFile,
    Section,
    Settings,
    Source,
    Table,
    Text,
    Waiver,
)
from xihu_pdf.content.schema import json_schema

__all__ = [
    "KEYS",
    "Article",
    "Code",
    "Edition",
    "FontFile",
    "Mark",
    "Masthead",
    "Page",
    "Panel",
    "Photograph",
    "Place",
    "ProfileFile",
    "Section",
    "Settings",
    "Source",
    "Table",
    "Text",
    "Waiver",
    "json_schema",
    "load",
    "parse",
]
