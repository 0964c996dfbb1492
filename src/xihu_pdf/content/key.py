"""One row of the table of content keys."""

from typing import NamedTuple

__all__ = ["Key"]


class Key(NamedTuple):
    """One key: English name, Chinese names (the first is preferred), kind of value and what it means.

    ``node`` names the node of kinds ``node`` and ``nodes``, ``choices`` pairs the values of a choice with their Chinese
    names, ``limits`` are the least and greatest whole number. ``refused`` are keys that the node does not take under
    this name, each with the code of its fault.
    """

    name: str
    aliases: tuple[str, ...]
    kind: str
    meaning_zh: str
    meaning_en: str
    default: str = ""
    required: bool = False
    node: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    limits: tuple[int, int] = (0, 0)
    refused: tuple[tuple[str, str], ...] = ()
