"""Faults as values: what is wrong, where in the content, and what would cure it."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from xihu_pdf.messages import Message

__all__ = ["Diagnostic", "Span", "XihuError", "fault", "has_errors"]


class Span(NamedTuple):
    """A place in a content file; line and column count from 1, as editors show them."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Diagnostic(NamedTuple):
    """One finding: a stable code of the message table, its place and the values that fill its message."""

    code: str
    span: Span | None = None
    values: tuple[tuple[str, object], ...] = ()

    @property
    def severity(self) -> str:
        """``error`` (no file is written), ``warning`` or ``note``."""
        return _row(self.code).severity

    def message(self, language: str = "zh") -> str:
        """What is wrong, in ``zh`` or ``en``."""
        return getattr(_row(self.code), language).format(**self._told(language))  # type: ignore[no-any-return]

    def hint(self, language: str = "zh") -> str:
        """What would cure it, in ``zh`` or ``en``."""
        return getattr(_row(self.code), f"hint_{language}").format(**self._told(language))  # type: ignore[no-any-return]

    def _told(self, language: str) -> dict[str, object]:
        """The values by name; a finding among them is told in the same language."""
        return {
            name: value.message(language) if isinstance(value, Diagnostic) else value for name, value in self.values
        }

    def line(self, language: str = "zh") -> str:
        """The finding as one line for a terminal: place, severity, code, message, hint."""
        place = f"{self.span}: " if self.span else ""
        hint = self.hint(language)
        tail = f" → {hint}" if hint else ""
        return f"{place}{self.severity} {self.code}: {self.message(language)}{tail}"


def _row(code: str) -> "Message":
    # A run without findings, which is the common one, does without the table.
    from xihu_pdf.messages import MESSAGES

    return MESSAGES[code]


class XihuError(Exception):
    """Raised when no page can be made; carries every finding of the run."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__("\n".join(each.line("en") for each in diagnostics))
        self.diagnostics = diagnostics


def fault(code: str, span: Span | None = None, **values: object) -> Diagnostic:
    """Make a diagnostic; ``values`` fill the fields of its message."""
    return Diagnostic(code, span, tuple(values.items()))


def has_errors(diagnostics: tuple[Diagnostic, ...] | list[Diagnostic]) -> bool:
    """Tell whether any finding forbids writing a file."""
    return any(each.severity == "error" for each in diagnostics)
