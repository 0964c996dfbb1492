"""Copy out of YAML scalars: word for word, each piece with the place of its first character.

YAML folds every line feed of the source into a blank, which is wrong between Han characters; so texts of several lines
are read from the source (CSS Text 3 section 4.1.3: a line feed between two wide characters vanishes, elsewhere it is
a space).
"""

import re

from xihu_pdf.content.model import Text
from xihu_pdf.content.nodes import Scalar, unescape
from xihu_pdf.errors import Span

__all__ = ["heading", "paragraphs", "place", "whole"]

_BREAK = r"\r\n|\r|\n"
# Marks that are of ambiguous width to Unicode but fill a cell in Chinese copy.
_WIDE_MARKS = frozenset("“”‘’—…·")
_CONTINUED = r"(?<!\\)(?:\\\\)*\\$"

Line = tuple[str, Span]


def paragraphs(scalar: Scalar, source: str) -> tuple[Text, ...]:
    """Part a scalar into its paragraphs: one a line in a ``|`` block, else where blank lines stand."""
    return tuple(Text(*_joined(group)) for group in _groups(scalar, source))


def whole(scalar: Scalar, source: str) -> Text | None:
    """Read a scalar as one text; ``None`` if it is empty."""
    pieces = [_joined(group) for group in _groups(scalar, source)]
    return Text(*_joined(pieces)) if pieces else None


def heading(scalar: Scalar, source: str) -> Text | None:
    """Read a scalar as a heading: as one text, but the line feeds of a ``|`` block stay, since they part its lines."""
    pieces = [_joined(group) for group in _groups(scalar, source)]
    return Text("\n".join(value for value, _ in pieces), pieces[0][1]) if pieces else None


def place(scalar: Scalar, source: str, offset: int) -> Span:
    """Find the place of the character ``offset`` characters into the source of a scalar."""
    lines = re.split(_BREAK, source[scalar.start : scalar.start + offset])
    column = len(lines[-1]) + (scalar.span.column if len(lines) == 1 else 1)
    return scalar.span._replace(line=scalar.span.line + len(lines) - 1, column=column)


def _groups(scalar: Scalar, source: str) -> list[list[Line]]:
    """Read the lines of the scalar without their outer blanks, in groups that belong together; none is empty."""
    raw = source[scalar.start : scalar.end]
    if scalar.style in {"|", ">"}:
        lines = _placed(re.split(_BREAK, raw), scalar.span)[1:]
        return [[line] for line in lines if line[0]] if scalar.style == "|" else _parted(lines)
    quote = len(scalar.style)
    inside = raw[quote : len(raw) - quote]
    start = scalar.span._replace(column=scalar.span.column + quote)
    if not scalar.lines:
        return _written(scalar.value, _placed([inside], start)[0][1])
    lines = _placed(re.split(_BREAK, inside), start)
    groups = _parted(_continued(lines) if scalar.style == '"' else lines)
    return [piece for group in groups for piece in _decoded(_joined(group), scalar.style)]


def _placed(lines: list[str], start: Span) -> list[Line]:
    """Strip the lines; the first begins at ``start``, the others at the left edge of the file."""
    placed = []
    for number, line in enumerate(lines):
        column = (1 if number else start.column) + len(line) - len(line.lstrip())
        placed.append((line.strip(), start._replace(line=start.line + number, column=column)))
    return placed


def _parted(lines: list[Line]) -> list[list[Line]]:
    """Group the lines between blank ones."""
    groups: list[list[Line]] = [[]]
    for line in lines:
        if line[0]:
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _continued(lines: list[Line]) -> list[Line]:
    """Put together the lines that end in a backslash, as YAML 1.1 section 5.6 has it in double quotes."""
    put: list[Line] = []
    for value, span in lines:
        if put and re.search(_CONTINUED, put[-1][0]):
            put[-1] = put[-1][0][:-1] + value, put[-1][1]
        else:
            put.append((value, span))
    return put


def _decoded(line: Line, style: str) -> list[list[Line]]:
    value, span = line
    if style == "'":
        value = value.replace("''", "'")
    elif style == '"':
        value = unescape(value)
    return _written(value, span)


def _written(value: str, span: Span) -> list[list[Line]]:
    """Part a value at line feeds that were written as escapes."""
    return [[(each.strip(), span)] for each in value.split("\n") if each.strip()]


def _joined(lines: list[Line]) -> Line:
    """One line of several."""
    parts = [lines[0][0]]
    for value, _ in lines[1:]:
        parts.extend(("" if _wide(parts[-1][-1]) and _wide(value[0]) else " ", value))
    return "".join(parts), lines[0][1]


def _wide(character: str) -> bool:
    from unicodedata import east_asian_width

    hangul = "\u1100" <= character <= "\u11ff" or "\u3130" <= character <= "\u318f" or "\uac00" <= character <= "\ud7a3"
    return character in _WIDE_MARKS or (east_asian_width(character) in "WFH" and not hangul)
