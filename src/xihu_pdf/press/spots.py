"""Spot inks 专色 as colour spaces: each prints with a plate of its own (ISO 32000-1, 8.6.6.4)."""

from xihu_pdf.frame import Ink
from xihu_pdf.press.objects import Array, Book, Dictionary, Reference, number

__all__ = ["colorant", "separation"]

# All other characters of a name are written by their codes (7.3.5).
_PLAIN = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.")


def separation(book: Book, ink: Ink) -> Reference:
    """Make the colour space of a spot ink, whose tints shade off to white in the inks that stand for it.

    A second time the first one is given again: an ink is the same on all pages (ISO 19005-3, 6.2.4.4).
    """
    if ink.spot not in book.spots:
        full = [number(each) for each in ink._replace(tint=1.0).process]
        shades = {"FunctionType": 2, "Domain": "[0 1]", "C0": "[0 0 0 0]", "C1": Array(full), "N": 1}
        space = Array(["/Separation", colorant(ink.spot), "/DeviceCMYK", book.add(Dictionary(shades))])
        book.spots[ink.spot] = book.add(space)
    return book.spots[ink.spot]


def colorant(name: str) -> str:
    """Write the name of an ink as a name object, in UTF-8 (ISO 19005-3, 6.1.8).

    >>> colorant("PANTONE 185 C")
    '/PANTONE#20185#20C'
    """
    return "/" + "".join(chr(each) if each in _PLAIN else f"#{each:02X}" for each in name.encode())
