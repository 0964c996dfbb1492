"""The same paragraphs in the same measure by other programs: Typst, and XeLaTeX with xeCJK.

Each is timed twice: to lines alone, as far as it lets itself be stopped there, and with the PDF, from which the lines
are read back. Every turn has other text than the one before, so that nothing is answered from memory.
"""

import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import cold
import lines
import witness

SIZE, INDENT = 9.0, 2.0
FONTS = cold.REPOSITORY / "fonts"
HERE = Path(__file__).resolve().parent
# Half a tenth of a point, since a PDF's places are rounded.
TOLERANCE = 0.05
TYPST, XELATEX = cold.TYPST, "XeLaTeX with xeCJK"
PDFS = {TYPST: cold.WORK / "column-typst.pdf", XELATEX: cold.WORK / "column.pdf"}
Paragraphs = tuple[str, ...]
# What PDFium gives for a hyphen at a line's end, and XeTeX's PDF for a glyph that serves two characters.
_READ = {"\x02": "-", "\u2011": "-", "\u2027": "·"}
_TEX = {each: f"\\{each}" for each in "%#&_${}"} | {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


class Turn(NamedTuple):
    """Milliseconds to lines alone, and with the PDF where one is written."""

    lines: float
    pdf: float | None = None


def typst(width: float) -> Callable[[Paragraphs], Turn]:
    """A compiler that is kept; its layout is reached alone by asking it for the headings, of which there are none."""
    import typst

    copy = cold.WORK / "column.json"
    compiler = typst.Compiler(
        str(HERE / "column.typ"), root=str(cold.REPOSITORY), font_paths=[str(FONTS)], ignore_system_fonts=True,
        sys_inputs={"copy": f"/{copy.relative_to(cold.REPOSITORY)}"},
    )  # fmt: skip

    def timed(paragraphs: Paragraphs, work: Callable[[], object]) -> float:
        copy.write_text(json.dumps({"width": width, "paragraphs": paragraphs}), encoding="utf-8")
        start = time.perf_counter()
        work()
        return (time.perf_counter() - start) * 1000

    def turn(paragraphs: Paragraphs) -> Turn:
        alone = timed(_other(paragraphs), lambda: compiler.query("heading"))
        return Turn(alone, timed(paragraphs, lambda: compiler.compile(output=str(PDFS[TYPST]), timestamp=0)))

    return turn


def _other(paragraphs: Paragraphs) -> Paragraphs:
    """The paragraphs once more, none of them like before and all as long."""
    return tuple(text[:1] + text[2:] + text[1:2] for text in paragraphs)


def xelatex(width: float) -> Callable[[Paragraphs], Turn]:
    """Whole processes, less one with an empty body in the same turn; ``-no-pdf`` stops at the lines."""

    def turn(paragraphs: Paragraphs) -> Turn:
        empty = [_tex(("",), width, option) for option in ("-no-pdf", "")]
        return Turn(_tex(paragraphs, width, "-no-pdf") - empty[0], _tex(paragraphs, width, "") - empty[1])

    return turn


def _tex(paragraphs: Paragraphs, width: float, option: str) -> float:
    """Run XeLaTeX once; milliseconds of processor time, which holds steadier than the clock."""
    copy = "\n\n".join("".join(_TEX.get(each, each) for each in text) for text in paragraphs)
    source = (HERE / "column.tex").read_text(encoding="utf-8")
    for name, value in (("WIDTH", f"{width * SIZE:g}"), ("FONTS", str(FONTS)), ("COPY", copy)):
        source = source.replace(f"@{name}@", value)
    (cold.WORK / "column.tex").write_text(source, encoding="utf-8")
    command = ["xelatex", "-interaction=batchmode", *filter(None, [option]), "column.tex"]
    start = cold.spent()
    subprocess.run(command, cwd=cold.WORK, stdout=subprocess.DEVNULL, check=True)
    return (cold.spent() - start) * 1000


def figures(pdf: Path, paragraphs: Paragraphs, width: float) -> witness.Figures:
    """The figures of a PDF's lines. A row that begins well right of the edge begins a paragraph."""
    starts: list[list[witness.SetLine]] = []
    letters = sorted(lines.read_letters(os.fspath(pdf)), key=lambda each: (each.y, each.x))
    for _, row in groupby(letters, key=lambda each: round(each.y)):
        line = tuple(
            witness.Letter(_READ.get(each.character, each.character), each.x / SIZE, (each.right - each.x) / SIZE)
            for each in row
        )
        begins = line[0].x > INDENT / 2
        if begins:
            starts.append([])
        starts[-1].append(witness.SetLine(line, INDENT if begins else 0.0, width))
    if len(starts) != len(paragraphs):
        raise SystemExit(f"{pdf.name}: {len(starts)} paragraphs instead of {len(paragraphs)}")
    found = (witness.SetParagraph(tuple(each), text) for each, text in zip(starts, paragraphs, strict=True))
    return witness.judged(found, TOLERANCE / SIZE)


def absent() -> list[str]:
    """What is not on hand, in lines."""
    return [] if shutil.which("xelatex") else ["xelatex is not on the PATH: left out"]


def peers() -> dict[str, Callable[[float], Callable[[Paragraphs], Turn]]]:
    """What is on hand; each gives for a measure in em what sets paragraphs and leaves the PDF in ``PDFS``."""
    return {TYPST: typst} if absent() else {TYPST: typst, XELATEX: xelatex}
