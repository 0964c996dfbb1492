"""The classes at both edges of a Western word: its half-width marks and signs cling as full-width ones do."""

import re

from xihu_pdf.typeset.classes import CONNECTOR, HAN, LATIN, NOTE, NUMBER, PREFIX, SOLIDUS
from xihu_pdf.typeset.superior import is_superior
from xihu_pdf.typeset.western import is_squared

__all__ = ["edges_of"]

# Half-width marks and Western quotes: those that cling to what is before them, and to what is after.
_CLOSERS, _OPENERS = ",.;:!?)]}”’", "([{“‘"
# Signs that belong to what is before them even where a word begins with them, and to what is after (LB13, LB21).
_NO_START, _NO_END = "/-%‰℃℉°", "$¥£€"
# A point before a word or a path, a colon before a word.
_BEGINS = r"[.:]\w|\.{1,2}/"
# Signs that by themselves neither begin nor end a line, that do not begin one, and that do not end one.
_LONE = {"/": (CONNECTOR, SOLIDUS), "-": (CONNECTOR, CONNECTOR), '"': (CONNECTOR, PREFIX), "'": (CONNECTOR, PREFIX)}
_LONE |= dict.fromkeys("%‰℃℉°·", (CONNECTOR, LATIN)) | dict.fromkeys("$¥£€", (LATIN, PREFIX))


def edges_of(text: str, kind: int) -> tuple[int, int]:
    """The classes at both edges of a Western word; half-width marks cling as a connector and a solidus do.

    A straight quote before letters opens, behind them it closes; beside other marks it is the other way round.
    """
    if text in _LONE:
        return _LONE[text]
    if is_superior(text[0]):
        kind = NOTE
    clings = text[0] in _CLOSERS + _NO_START and not re.match(_BEGINS, text)
    # A hyphen before a figure is its sign; where it joins is seen from what is before it.
    clings = clings and not (text[0] == "-" and text[1:2].isdigit())
    clings = clings or (text[0] in "\"'" and not text[1:2].isalnum())
    left = CONNECTOR if clings else kind
    if text[-1] in _OPENERS + _NO_END or (text[-1] in "\"'" and not text[-2:-1].isalnum()):
        return left, PREFIX
    if is_squared(text[-1]):
        return left, HAN
    return left, NUMBER if text[-1].isdigit() or text[-1] in "%‰％" else LATIN
