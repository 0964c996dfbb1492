"""The table of findings: one row a code, in Chinese and English, with the way out."""

from typing import NamedTuple

__all__ = ["MESSAGES", "Message"]


class Message(NamedTuple):
    """Severity, then message and hint in both languages; fields in braces are filled by the finding."""

    severity: str
    zh: str
    en: str
    hint_zh: str = ""
    hint_en: str = ""


MESSAGES: dict[str, Message] = {
    # -- content ------------------------------------------------------------------------------------------------
    # -- pictures -----------------------------------------------------------------------------------------------
    # -- fonts --------------------------------------------------------------------------------------------------
    # -- typeset ------------------------------------------------------------------------------------------------
    # -- layout -------------------------------------------------------------------------------------------------
}
