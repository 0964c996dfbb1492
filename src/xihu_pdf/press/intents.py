"""Output intents: by which condition the colours of a file are meant; all share one profile (ISO 19005-3, 6.2.3)."""

from xihu_pdf.press.conditions import Profile, read_profile
from xihu_pdf.press.objects import Book, Dictionary, Reference, deflated, text
from xihu_pdf.press.orders import Order
from xihu_pdf.press.standards import STANDARDS

__all__ = ["embed_profile", "intents"]

_SPACES = {b"CMYK": 4, b"RGB ": 3, b"GRAY": 1}


def embed_profile(book: Book, profile: Profile) -> Reference:
    """Put a profile into the book; a second time the first one is given again."""
    if profile not in book.profiles:
        data = read_profile(profile)
        # The space of its colours stands at a fixed place of the header (ICC.1, 7.2.6).
        book.profiles[profile] = book.add(deflated(data, {"N": _SPACES[data[16:20]]}))
    return book.profiles[profile]


def _plain(value: str) -> str:
    """Write a name as it stands where a string can hold it so: registered ones are looked for letter by letter."""
    return f"({value})" if value.isascii() and not set(value) & set("()\\") else text(value)


def intents(book: Book, order: Order) -> list[object]:
    """Make an output intent for each standard of the order that asks for one."""
    made: list[object] = []
    profile = order.profile
    if profile is None:
        return made
    for standard in order.standards:
        subtype = STANDARDS[standard].intent
        if subtype:
            entries = {
                "Type": "/OutputIntent",
                "S": f"/{subtype}",
                "OutputConditionIdentifier": _plain(profile.condition),
                "RegistryName": f"({profile.registry})",
                "Info": text(profile.info),
                "DestOutputProfile": embed_profile(book, profile),
            }
            made.append(book.add(Dictionary({key: value for key, value in entries.items() if value != "()"})))
    return made
