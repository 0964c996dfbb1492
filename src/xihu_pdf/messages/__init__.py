"""The table of findings: one row a code, in Chinese and English, with the way out."""

from xihu_pdf.messages import (
    of_command,
    of_content,
    of_design,
    of_edition,
    of_fonts,
    of_layout,
    of_panels,
    of_pictures,
    of_placing,
    of_press,
    of_typeset,
)
from xihu_pdf.messages.message import Message

__all__ = ["MESSAGES", "Message"]

MESSAGES: dict[str, Message] = {
    **of_content.MESSAGES,
    **of_pictures.MESSAGES,
    **of_press.MESSAGES,
    **of_fonts.MESSAGES,
    **of_typeset.MESSAGES,
    **of_layout.MESSAGES,
    **of_panels.MESSAGES,
    **of_placing.MESSAGES,
    **of_design.MESSAGES,
    **of_edition.MESSAGES,
    **of_command.MESSAGES,
}
