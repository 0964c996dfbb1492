"""Lengths and places. Everything is in PDF points of 1/72 inch; y grows downward from the top left of the trim."""

from typing import NamedTuple

__all__ = ["POINTS_PER_MM", "Point", "Rect", "Size", "mm"]

POINTS_PER_MM = 72 / 25.4


def mm(length: float) -> float:
    """Millimetres as points.

    >>> round(mm(25.4), 6)
    72.0
    """
    return length * POINTS_PER_MM


class Point(NamedTuple):
    """A place on the page."""

    x: float
    y: float


class Size(NamedTuple):
    """Width and height."""

    width: float
    height: float


class Rect(NamedTuple):
    """A box by its left, top, right and bottom edges."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Right less left."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Bottom less top."""
        return self.bottom - self.top
