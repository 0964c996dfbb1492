"""Gather the faults of one content file."""

from operator import attrgetter

from xihu_pdf.errors import Diagnostic, Span, fault

__all__ = ["LIMIT", "Findings", "shown"]

# A spoilt file must not flood the report, nor cost time for each of a million faults.
LIMIT = 200
_SHOWN = 40


class Findings:
    """The faults of one file in the order found; beyond ``LIMIT`` they are only counted."""

    __slots__ = ("_beyond", "_faults", "file")

    def __init__(self, file: str) -> None:
        self.file = file
        self._faults: list[Diagnostic] = []
        self._beyond = 0

    @property
    def full(self) -> bool:
        """Whether further faults are only counted."""
        return len(self._faults) >= LIMIT

    def span(self, line: int, column: int) -> Span:
        """Make the place at ``line`` and ``column``, both from 0."""
        return Span(self.file, line + 1, column + 1)

    def add(self, code: str, span: Span | None, **values: object) -> None:
        """Add the fault ``code`` at ``span``; ``values`` fill its message."""
        if self.full:
            self._beyond += 1
        else:
            self._faults.append(fault(code, span, **values))

    def mark(self) -> int:
        """How many faults there are so far."""
        return len(self._faults)

    def forget(self, since: int, codes: frozenset[str], line: int) -> None:
        """Of the faults ``since`` a mark drop those of ``codes``, and all in and below ``line`` (from 1)."""
        self._faults[since:] = [
            each for each in self._faults[since:] if each.code not in codes and each.span and each.span.line < line
        ]

    def sorted(self) -> tuple[Diagnostic, ...]:
        """Give all faults by their place in the file, and how many more there are."""
        faults = sorted(self._faults, key=attrgetter("span", "code"))
        return (*faults, *([fault("faults-more", None, count=self._beyond)] if self._beyond else ()))


def shown(value: str) -> str:
    """Cut a value to what a message may quote: one short line without control characters.

    >>> shown("a" * 50) == "a" * 40 + "…"
    True
    """
    line = "".join(each if each.isprintable() else "\ufffd" for each in value[:_SHOWN])
    return line + "…" if len(value) > _SHOWN else line
