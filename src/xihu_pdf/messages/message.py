"""A row of the table of findings."""

from typing import NamedTuple

__all__ = ["Message"]


class Message(NamedTuple):
    """Severity, then message and hint in both languages; fields in braces are filled by the finding."""

    severity: str
    zh: str
    en: str
    hint_zh: str = ""
    hint_en: str = ""
