"""Judge the set lines of a finished PDF by where its glyphs stand, knowing nothing of how they came there.

    lines.py [--markdown] [PDF ...]        without a PDF: those of both programs, made anew

Only the trim size, the grid (``layout/grid.py``) and the words of ``content.yaml`` are taken from the project; places
are read back from the file with PDFium. The body text is what stands in the commonest face and size.
"""

import argparse
import ctypes
import os
from collections import Counter
from itertools import pairwise
from typing import NamedTuple
from unicodedata import east_asian_width

import cold
import pypdfium2
import pypdfium2.raw as pdfium

from xihu_pdf import load
from xihu_pdf.layout.grid import TABLOID as GRID

# clreq 3.1.3: marks that may not begin a line, those that may not end one; a unit stays with its number.
NO_START = frozenset("，。、；：？！）》〉”’】〕」』·～％%‰℃")
NO_END = frozenset("（《〈“‘【〔「『")
CLOSING, OPENING = frozenset("，。、；：？！）》〉”’】〕」』·"), NO_END
# What the eye begins to see between two Han, in em.
LOOSE = 1 / 8
# Half a tenth of a point: a fiftieth of a millimetre.
TOLERANCE = 0.05


class Letter(NamedTuple):
    """A character, its origin in points from the trim's top left corner, its advance's right end, face and size."""

    character: str
    x: float
    y: float
    right: float
    face: tuple[str, float]


class Line(NamedTuple):
    """Letters of one line from left to right, and its column."""

    column: int
    letters: tuple[Letter, ...]
    begins: bool = False
    ends: bool = False

    @property
    def y(self) -> float:
        return self.letters[0].y

    @property
    def words(self) -> str:
        return "".join(letter.character for letter in self.letters)


def read_letters(path: str) -> list[Letter]:
    """Every character drawn on the first page; blanks are left out."""
    with pypdfium2.PdfDocument(path) as document:
        page = document[0]
        left, _, _, top = page.get_trimbox()
        text = page.get_textpage()
        found = [_letter(text, index, left, top) for index in range(text.count_chars())]
    return [letter for letter in found if letter and letter.character.strip()]


def _letter(text, index: int, left: float, top: float) -> Letter | None:
    if pdfium.FPDFText_IsGenerated(text, index) == 1:
        return None
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    name = ctypes.create_string_buffer(256)
    pdfium.FPDFText_GetCharOrigin(text, index, x, y)
    pdfium.FPDFText_GetLooseCharBox(text, index, box)
    pdfium.FPDFText_GetFontInfo(text, index, name, 256, ctypes.c_int())
    face = name.value.decode().partition("+")[2], round(pdfium.FPDFText_GetFontSize(text, index), 2)
    character = chr(pdfium.FPDFText_GetUnicode(text, index))
    # PDFium's box holds the advance and what ink stands out of it; a Han or a mark is an em wide.
    right = x.value + face[1] if east_asian_width(character) in "WFA" else box.right
    return Letter(character, x.value - left, top - y.value, right - left, face)


def column(letter: Letter) -> int:
    """The column in which a letter stands; an opening mark may reach half an em out of it."""
    return int((letter.x - GRID.left + 0.6 * GRID.size) // (GRID.column(1) - GRID.column(0)))


def body_lines(letters: list[Letter]) -> list[Line]:
    """Gather the body text into lines, in reading order."""
    ((face, _),) = Counter(letter.face for letter in letters).most_common(1)
    rows: list[list[Letter]] = []
    for letter in sorted((each for each in letters if each.face == face), key=lambda each: (column(each), each.y)):
        same = rows and column(rows[-1][0]) == column(letter) and abs(rows[-1][0].y - letter.y) < GRID.pitch / 3
        if same:
            rows[-1].append(letter)
        else:
            rows.append([letter])
    return [Line(column(row[0]), tuple(sorted(row, key=lambda each: each.x))) for row in rows]


def with_paragraphs(lines: list[Line], paragraphs: list[str]) -> list[Line]:
    """Mark the lines that begin and end a paragraph, by the copy; the page must hold the copy to the letter."""
    if "".join(line.words for line in lines) != "".join(paragraphs):
        got, want = (Counter("".join(each)) for each in ((line.words for line in lines), paragraphs))
        raise SystemExit(f"not the copy: lost {dict(want - got)}, doubled {dict(got - want)}")
    ends, at = set(), 0
    for paragraph in paragraphs:
        at += len(paragraph)
        ends.add(at)
    marked, at, begins = [], 0, True
    for line in lines:
        at += len(line.letters)
        marked.append(line._replace(begins=begins, ends=at in ends))
        begins = at in ends
    return marked


def off_left(line: Line) -> float:
    """By how much a line misses its left edge; the blank of an opening mark may stand outside."""
    first, size = line.letters[0], GRID.size
    edge = GRID.column(line.column) + 2 * size * line.begins
    reach = size / 2 if first.character in OPENING else 0.0
    return max(edge - reach - first.x, first.x - edge, 0.0)


def off_right(line: Line) -> float:
    """By how much a full line misses its right edge; the blank of a closing mark may stand outside."""
    last, size = line.letters[-1], GRID.size
    edge = GRID.column(line.column) + GRID.width(1)
    reach = size / 2 if last.character in CLOSING else 0.0
    return max(last.right - reach - edge, edge - last.right, 0.0)


def off_grid(line: Line) -> float:
    """By how much the baseline misses the nearest line of the grid."""
    number = round((line.y - GRID.baseline(0)) / GRID.pitch)
    return max(abs(letter.y - GRID.baseline(number)) for letter in line.letters)


def widest_gap(line: Line) -> float:
    """The widest gap between two Han that stand side by side, in em."""
    gaps = ((b.x - a.x) / GRID.size - 1 for a, b in pairwise(line.letters) if han(a.character) and han(b.character))
    return max(gaps, default=0.0)


def han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"


def splits_number(before: Line, after: Line) -> bool:
    numeral = "0123456789.,"
    return not before.ends and before.words[-1] in numeral and after.words[0] in numeral


def measure(path: str) -> dict[str, str]:
    """The figures of a page, named and in words."""
    letters = read_letters(path)
    article = load(cold.REPOSITORY / "content.yaml").edition.pages[0].articles[0]
    texts = (text.value for section in article.sections for text in section.paragraphs)
    lines = with_paragraphs(body_lines(letters), ["".join(text.split()) for text in texts])
    top = min(line.y for line in lines)
    feet: dict[int, float] = {}
    for letter in letters:
        if letter.y > top - TOLERANCE:
            feet[column(letter)] = max(feet.get(column(letter), 0.0), letter.y)
    gaps = [widest_gap(line) for line in lines]
    loose = sum(gap > LOOSE for gap in gaps)
    strays = [off_grid(line) for line in lines]
    lasts = [line for line in lines if line.ends]
    single = sum(sum(map(str.isalnum, line.words)) <= 1 for line in lasts)
    return {
        "lines of text": str(len(lines)),
        "forbidden line starts": str(sum(line.words[0] in NO_START for line in lines)),
        "forbidden line ends": str(sum(line.words[-1] in NO_END for line in lines)),
        "numbers split over lines": str(sum(splits_number(*pair) for pair in pairwise(lines))),
        "full lines off their right edge": str(sum(off_right(line) > TOLERANCE for line in lines if not line.ends)),
        "lines off their left edge": str(sum(off_left(line) > TOLERANCE for line in lines)),
        "last lines of a single Han": f"{single} of {len(lasts)}",
        "lines with a Han gap above 1/8 em": f"{loose} ({loose / len(lines):.1%})",
        "widest Han gap, em": f"{max(gaps):.3f}",
        "baselines off the grid": str(sum(stray > TOLERANCE for stray in strays)),
        "farthest off the grid, pt": f"{max(strays):.3f}",
        f"last line of each column, of {GRID.lines}": " ".join(
            str(round((y - GRID.baseline(0)) / GRID.pitch) + 1) for _, y in sorted(feet.items())
        ),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pdfs", nargs="*", metavar="PDF")
    parser.add_argument("--markdown", action="store_true", help="print a Markdown table")
    options = parser.parse_args()
    pdfs = {path: os.path.abspath(path) for path in options.pdfs}
    os.chdir(cold.REPOSITORY)
    if not pdfs:
        cold.prepare()
        commands = cold.contestants()
        for name in (cold.OURS, cold.TYPST):
            pdfs[name] = str(cold.WORK / f"lines-{name}.pdf")
            cold.run(commands[name], cold.Path(pdfs[name]))
    figures = [measure(path) for path in pdfs.values()]
    body = [[name, *(each[name] for each in figures)] for name in figures[0]]
    print(cold.table(["body text", *pdfs], body, markdown=options.markdown))


if __name__ == "__main__":
    main()
