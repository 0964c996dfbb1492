"""Output intents: by which condition the colours of a file are meant; all share one profile (ISO 19005-3, 6.2.3)."""

import os

from xihu_pdf.press.objects import Book, Dictionary, Reference, deflated, text
from xihu_pdf.press.orders import PROFILES, Order
from xihu_pdf.press.standards import STANDARDS

__all__ = ["embed_profile", "intents", "read_profile"]

_SPACES = {b"CMYK": 4, b"RGB ": 3, b"GRAY": 1}


def read_profile(name: str) -> bytes:
    """The ICC profile of a name in ``PROFILES``."""
    with open(os.path.join(os.path.dirname(__file__), "profiles", PROFILES[name].file), "rb") as handle:
        return handle.read()


def embed_profile(book: Book, name: str) -> Reference:
    """Put a profile into the book; a second time the first one is given again."""
    if name not in book.profiles:
        data = read_profile(name)
        # The space of its colours stands at a fixed place of the header (ICC.1, 7.2.6).
        book.profiles[name] = book.add(deflated(data, {"N": _SPACES[data[16:20]]}))
    return book.profiles[name]


def intents(book: Book, order: Order) -> list[object]:
    """Make an output intent for each standard of the order that asks for one."""
    profile = PROFILES[order.profile]
    made: list[object] = []
    for standard in order.standards:
        subtype = STANDARDS[standard].intent
        if subtype:
            entries = {
                "Type": "/OutputIntent",
                "S": f"/{subtype}",
                "OutputConditionIdentifier": f"({profile.condition})",
                "RegistryName": f"({profile.registry})",
                "Info": text(profile.info),
                "DestOutputProfile": embed_profile(book, order.profile),
            }
            made.append(book.add(Dictionary({key: value for key, value in entries.items() if value != "()"})))
    return made
