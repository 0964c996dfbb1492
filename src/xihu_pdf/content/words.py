"""Copy out of YAML scalars: word for word, each piece with the place of its first character.

YAML folds every line feed of the source into a blank, which is wrong between Han characters; so texts of several lines
are read from the source (CSS Text 3 section 4.1.3: a line feed between two wide characters vanishes, elsewhere it is
a space).
"""

import re

from xihu_pdf.content.model import Text
from xihu_pdf.content.nodes import Scalar, unescape
from xihu_pdf.errors import Span

__all__ = ["cells", "closed_up", "composed", "heading", "paragraphs", "parted", "place", "stanzas", "whole"]

_BREAK = r"\r\n|\r|\n"
# Marks that are of ambiguous width to Unicode but fill a cell in Chinese copy.
_WIDE_MARKS = frozenset("“”‘’—…·")
_CONTINUED = r"(?<!\\)(?:\\\\)*\\$"
# What stands for one character in quoted texts of one line (YAML 1.1 sections 5.6 and 9.1).
_ESCAPES = {"'": r"''", '"': r"\\(?:x.{2}|u.{4}|U.{8}|.)"}

# What parts the cells of a row: a bar, or the tab of a spreadsheet.
_BAR = r"[|｜\t]"

# The blank of a name of two Han, 王　明, that stands by itself.
_SPACED = r"(?<![^\s、])[\u3400-\u9fff]([ \u3000]+)[\u3400-\u9fff](?![^\s、])"


def paragraphs(scalar: Scalar, source: str) -> tuple[Text, ...]:
    """Part a scalar into its paragraphs: one a line in a ``|`` block, else where blank lines stand."""
    return tuple(_joined(group) for group in _groups(scalar, source))


def whole(scalar: Scalar, source: str) -> Text | None:
    """Read a scalar as one text; ``None`` if it is empty."""
    pieces = [_joined(group) for group in _groups(scalar, source)]
    return _joined(pieces) if pieces else None


def heading(scalar: Scalar, source: str) -> Text | None:
    """Read a scalar as a heading: as one text, but the line feeds of a ``|`` block stay, since they part its lines."""
    pieces = [_joined(group) for group in _groups(scalar, source)]
    if len(pieces) < 2:
        return pieces[0] if pieces else None
    return Text("\n".join(each.value for each in pieces), pieces[0].span)


def parted(text: Text, between: str) -> list[Text]:
    """Part a text at one or more of the characters that the pattern ``between`` matches; no part is empty."""
    parts, start = [], 0
    for found in re.finditer(f"(?:{between})+|$", text.value):
        part = text.value[start : found.start()]
        first = start + len(part) - len(part.lstrip())
        if part.strip():
            parts.append(text.part(first, first + len(part.strip())))
        start = found.end()
    return parts


def cells(text: Text) -> tuple[Text, ...]:
    """Part a row at its bars; a cell may be empty. Bars at both ends stand for no cell."""
    ends = [0, *(at for found in re.finditer(_BAR, text.value) for at in found.span()), len(text.value)]
    found = []
    for start, end in zip(ends[::2], ends[1::2], strict=True):
        value = text.value[start:end]
        first = start + len(value) - len(value.lstrip())
        found.append(text.part(first, max(first, start + len(value.rstrip()))))
    framed = len(found) > 2 and not found[0].value and not found[-1].value
    return tuple(found[1:-1] if framed else found)


def stanzas(scalar: Scalar, source: str) -> tuple[tuple[Text, ...], ...]:
    """Part a ``|`` block into its lines, in groups between blank lines; another scalar is one line."""
    if scalar.style != "|":
        text = whole(scalar, source)
        return ((text,),) if text else ()
    lines = _placed(re.split(_BREAK, source[scalar.start : scalar.end]), scalar.span)[1:]
    return tuple(map(tuple, _parted(lines)))


def closed_up(text: Text) -> Text:
    """Take out the blanks in names of two Han that are spaced to the width of three."""
    pieces: list[str] = []
    cuts: list[tuple[int, int]] = []
    at = taken = 0
    for found in re.finditer(_SPACED, text.value):
        pieces.append(text.value[at : found.start(1)])
        at = found.end(1)
        taken += len(found[1])
        cuts.append((at - taken, taken))
    if not pieces:
        return text
    return Text("".join((*pieces, text.value[at:])), text.span, (), composed(text.cuts, cuts))


def composed(first: tuple[tuple[int, int], ...], then: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The cuts of a text that was cut ``first``, by its quotes, and ``then`` once more."""
    if not first:
        return _last(then)
    both = []
    at, taken, before = 0, 0, 0
    for index, more in then:
        # Places between two later cuts lie ``taken`` characters further on in the text before it.
        while at < len(first) and first[at][0] <= index + more:
            before = first[at][1]
            both.append((min(first[at][0] - taken, index), before + taken))
            at += 1
        taken = more
        both.append((index, taken + before))
    both.extend((index - taken, more + taken) for index, more in first[at:])
    return _last(both)


def _last(cuts: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Of the cuts at one index only the last, which counts them all."""
    return tuple(dict(cuts).items())


def place(scalar: Scalar, source: str, offset: int) -> Span:
    """Find the place of the character ``offset`` characters into the source of a scalar."""
    lines = re.split(_BREAK, source[scalar.start : scalar.start + offset])
    column = len(lines[-1]) + (scalar.span.column if len(lines) == 1 else 1)
    return scalar.span._replace(line=scalar.span.line + len(lines) - 1, column=column)


def _groups(scalar: Scalar, source: str) -> list[list[Text]]:
    """Read the lines of the scalar without their outer blanks, in groups that belong together; none is empty."""
    raw = source[scalar.start : scalar.end]
    if scalar.style in {"|", ">"}:
        lines = _placed(re.split(_BREAK, raw), scalar.span)[1:]
        return [[line] for line in lines if line.value] if scalar.style == "|" else _parted(lines)
    quote = len(scalar.style)
    inside = raw[quote : len(raw) - quote]
    start = scalar.span._replace(column=scalar.span.column + quote)
    if not scalar.lines:
        return _written(_quoted(scalar, inside, start) if quote else Text(scalar.value, start))
    lines = _placed(re.split(_BREAK, inside), start)
    groups = _parted(_continued(lines) if scalar.style == '"' else lines)
    return [piece for group in groups for piece in _decoded(_joined(group), scalar.style)]


def _quoted(scalar: Scalar, inside: str, start: Span) -> Text:
    """The value of a quoted scalar of one line, with the places of what its escapes stand for."""
    cuts, taken = [], 0
    if len(inside) != len(scalar.value):
        for found in re.finditer(_ESCAPES[scalar.style], inside):
            behind = found.start() - taken + 1
            taken += len(found[0]) - 1
            cuts.append((behind, taken))
    return Text(scalar.value, start, (), tuple(cuts))


def _placed(lines: list[str], start: Span) -> list[Text]:
    """Strip the lines; the first begins at ``start``, the others at the left edge of the file."""
    placed = []
    for number, line in enumerate(lines):
        column = (1 if number else start.column) + len(line) - len(line.lstrip())
        placed.append(Text(line.strip(), start._replace(line=start.line + number, column=column)))
    return placed


def _parted(lines: list[Text]) -> list[list[Text]]:
    """Group the lines between blank ones."""
    groups: list[list[Text]] = [[]]
    for line in lines:
        if line.value:
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _continued(lines: list[Text]) -> list[Text]:
    """Put together the lines that end in a backslash, as YAML 1.1 section 5.6 has it in double quotes."""
    put: list[Text] = []
    for line in lines:
        if put and re.search(_CONTINUED, put[-1].value):
            put[-1] = Text(put[-1].value[:-1] + line.value, put[-1].span)
        else:
            put.append(line)
    return put


def _decoded(line: Text, style: str) -> list[list[Text]]:
    value = line.value
    if style == "'":
        value = value.replace("''", "'")
    elif style == '"':
        value = unescape(value)
    return _written(Text(value, line.span))


def _written(text: Text) -> list[list[Text]]:
    """Strip a value, and part it at line feeds that were written as escapes."""
    value = text.value
    if "\n" not in value and value == value.strip():
        return [[text]] if value else []
    # As escapes they stand in one line of the source.
    text = text._replace(value=value.replace("\n", " "))
    parts, start = [], 0
    for line in value.split("\n"):
        first = start + len(line) - len(line.lstrip())
        if line.strip():
            parts.append([text.part(first, first + len(line.strip()))])
        start += len(line) + 1
    return parts


def _joined(lines: list[Text]) -> Text:
    """One line of several."""
    if len(lines) == 1:
        return lines[0]
    parts = [lines[0].value]
    for line in lines[1:]:
        parts.extend(("" if _wide(parts[-1][-1]) and _wide(line.value[0]) else " ", line.value))
    return Text("".join(parts), lines[0].span)


def _wide(character: str) -> bool:
    from unicodedata import east_asian_width

    hangul = "\u1100" <= character <= "\u11ff" or "\u3130" <= character <= "\u318f" or "\uac00" <= character <= "\ud7a3"
    return character in _WIDE_MARKS or (east_asian_width(character) in "WFH" and not hangul)
