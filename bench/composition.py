"""Measure line composition alone: how good the lines are, and how long they take.

    composition.py [--markdown] [--peers]

Quality is judged from the places of the glyphs by ``witness.py``. Times are of paragraphs to set lines, with fonts open
and every module imported. ``--peers`` sets the same text with Typst, and with XeLaTeX and xeCJK where it is installed.
"""

import argparse
import gc
import os
import time
import unicodedata
from collections.abc import Callable, Iterator
from statistics import median

import cold
import corpus
import least
import witness
from corpus import Texts

from xihu_pdf.frame import BLACK, GlyphRun
from xihu_pdf.stock import Stock, open_stock
from xihu_pdf.typeset import Compositor, Galley, Line, Measure, Rules, Style, region_of

SIZE, INDENT = 9.0, 2.0
PAGE_MEASURE = 11
MEASURES = (11, 13, 17, 25)
RACED = (13, 17, 25)
LENGTH = 10_000
GROWTH = (1_000, 10_000, 100_000, 1_000_000)
ONE_PARAGRAPH = 100_000
RUNS, FEW_RUNS = 7, 3
# How far a line may be off its measure, in points.
TOLERANCE = 0.01
# A line, or a table: title, heads, rows.
Part = str | tuple[str, list[str], list[list[str]]]


def runs_of(line: Line) -> list[tuple[float, GlyphRun]]:
    """The glyph runs of a line with their places: all that is known here of what the compositor gives."""
    return [(at.x, item) for at, item in line.items if isinstance(item, GlyphRun)]


def measure(width: float) -> Measure:
    return Measure(((INDENT, width - INDENT),), (0.0, width))


def compositor(stock: Stock, language: str = "zh-Hans") -> Compositor:
    return Compositor(Style(stock.chain("song"), SIZE, BLACK, language, Rules(region=region_of(language))))


def composed(setter: Compositor, paragraphs: tuple[str, ...], width: float) -> Iterator[tuple[Galley, tuple]]:
    for text in paragraphs:
        galley = setter.galley(text, measure(width))
        yield galley, galley.lines(galley.best)


def letters(stock: Stock, line: Line) -> tuple[witness.Letter, ...]:
    """The letters of a line in em, from left to right; a glyph without text belongs to the one before."""
    found = []
    for x, run in runs_of(line):
        face = stock.faces[run.face]
        for glyph, offset, text in zip(run.glyphs, run.offsets, run.texts, strict=True):
            if text.strip():
                found.append(witness.Letter(text, (x + offset) / SIZE, face.advance(glyph)))
    return tuple(found)


def as_set(stock: Stock, texts: Texts, width: float) -> Iterator[witness.SetParagraph]:
    """What the compositor makes of the paragraphs, as the witness wants it."""
    setter = compositor(stock, texts.language)
    for text, (galley, lines) in zip(texts.paragraphs, composed(setter, texts.paragraphs, width), strict=True):
        rows = (
            witness.SetLine(letters(stock, line), 0.0 if number else INDENT, width) for number, line in enumerate(lines)
        )
        yield witness.SetParagraph(tuple(rows), text, tuple(each.character for each in galley.missing))


def quality(stock: Stock, texts: Texts, width: float) -> witness.Figures:
    return witness.judged(as_set(stock, texts, width), TOLERANCE / SIZE)


def quality_rows(stock: Stock) -> list[list[str]]:
    """The figures of every text at every measure, and of all texts of the corpus together."""
    page, place = corpus.page_copy(), corpus.folder()
    rows = [[page.name, str(PAGE_MEASURE), *witness.cells(quality(stock, page, PAGE_MEASURE))]]
    totals = dict.fromkeys(MEASURES, witness.Figures())
    for texts in corpus.texts(place) if place else ():
        for width in MEASURES:
            figures = quality(stock, texts, width)
            totals[width] = witness.added(totals[width], figures)
            rows.append([texts.name, str(width), *witness.cells(figures)])
    if place:
        rows += [["all of these", str(width), *witness.cells(figures)] for width, figures in totals.items()]
    return rows


def least_rows(stock: Stock) -> list[list[str]]:
    """Loose and short lines as set, and how many no way to break avoids, for every text and measure."""
    rows, place = [], corpus.folder()
    for texts in corpus.texts(place) if place else ():
        setter = compositor(stock, texts.language)
        for width in MEASURES:
            ours = floor = lines = 0
            for text, (_, found) in zip(texts.paragraphs, composed(setter, texts.paragraphs, width), strict=True):
                bad = least.bad(found)
                ours, lines = ours + bad, lines + len(found)
                units = setter.units(text, width - INDENT, hyphenate=True) if bad else None
                floor += min(bad, least.least(units, measure(width))) if units else 0
            rows.append([texts.name, str(width), f"{lines:,}", str(ours), str(floor)])
    return rows


def refusal(stock: Stock, texts: Texts) -> str:
    """What becomes of text that runs from right to left, in a line."""
    refused = missing = wrong = 0
    setter = compositor(stock, texts.language)
    for text in texts.paragraphs:
        ((galley, lines),) = composed(setter, (text,), PAGE_MEASURE)
        refused += any(each.script for each in galley.missing)
        missing += sum(not each.script for each in galley.missing)
        characters = (each for line in lines for letter in letters(stock, line) for each in letter.text)
        wrong += sum(unicodedata.bidirectional(each) in {"R", "AL"} for each in characters)
    return (
        f"{texts.name}, {len(texts.paragraphs)} right-to-left paragraphs: {refused} refused by their script's name; "
        f"{missing:,} other characters told as missing, {wrong:,} right-to-left letters set"
    )


def timed(work: Callable[[], None]) -> float:
    """Milliseconds, with the garbage search off as in a run of the program."""
    gc.collect()
    gc.disable()
    start = time.perf_counter()
    work()
    taken = time.perf_counter() - start
    gc.enable()
    return taken * 1000


def samples(stock: Stock, texts: Texts) -> list[tuple[str, ...]]:
    """As many texts of ``LENGTH`` characters as there are runs, and one to warm up, no two with the same paragraph."""
    kept = stock.chain("song").first.covers
    return [corpus.sample(texts.paragraphs, LENGTH, sign, kept) for sign in range(RUNS + 1)]


def times(stock: Stock, texts: Texts, width: float, *, kept: bool = False) -> list[float]:
    """Times of new paragraphs of ``LENGTH`` characters each; with one compositor ``kept``, or a new one for each."""
    old = compositor(stock, texts.language)
    found = []
    for part in samples(stock, texts):
        setter = old if kept else compositor(stock, texts.language)
        found.append(timed(lambda setter=setter, part=part: exhaust(setter, part, width)))
    return found[1:]


def exhaust(setter: Compositor, paragraphs: tuple[str, ...], width: float) -> None:
    for _ in composed(setter, paragraphs, width):
        pass


def spread(found: list[float]) -> str:
    return f"{median(found):.1f} ({min(found):.1f}–{max(found):.1f})"


def speed_rows(stock: Stock) -> list[list[str]]:
    return [
        [texts.name, str(width), spread(times(stock, texts, width)), spread(times(stock, texts, width, kept=True))]
        for texts in raced()
        for width in RACED
    ]


def raced() -> list[Texts]:
    """The texts whose setting is timed: those of the corpus where it is at hand, and the page copy."""
    place = corpus.folder()
    found = [Texts("cmrc2018", "zh-Hans", corpus.encyclopaedia(place))] if place else []
    return [*found, corpus.page_copy()]


def growth_rows(stock: Stock) -> list[list[str]]:
    """Times by length, in the middle measure."""
    texts, width = raced()[0], RACED[1]
    rows = []
    for length, joined in [*((each, False) for each in GROWTH), (ONE_PARAGRAPH, True)]:
        part = corpus.sample(texts.paragraphs, length, 0, stock.chain("song").first.covers)
        part = ("".join(part),) if joined else part
        runs = RUNS if length < GROWTH[-1] else FEW_RUNS
        found = [timed(lambda part=part: exhaust(compositor(stock), part, width)) for _ in range(runs)]
        rows.append([f"{length:,}", f"{len(part):,}", spread(found), f"{median(found) * LENGTH / length:.1f}"])
    return rows


def peer_rows(stock: Stock) -> tuple[list[list[str]], list[list[str]]]:
    """Rows of times and of figures: the same characters by each program, in turn."""
    import peers_lines

    speeds, figures = [], []
    for texts, width in ((texts, width) for texts in raced() for width in RACED):
        parts, place = samples(stock, texts), [texts.name, str(width)]

        def ours(part: tuple[str, ...], width: float = width) -> peers_lines.Turn:
            return peers_lines.Turn(timed(lambda: exhaust(compositor(stock), part, width)))

        programs = {cold.OURS: ours, **{name: peer(width) for name, peer in peers_lines.peers().items()}}
        turns = [{name: work(part) for name, work in programs.items()} for part in parts]
        speeds += [
            [*place, name, *race_cells([each[cold.OURS] for each in turns[1:]], [each[name] for each in turns[1:]])]
            for name in programs
        ]
        own = quality(stock, texts._replace(paragraphs=parts[0]), width)
        figures.append([*place, cold.OURS, *witness.cells(own)])
        for name in peers_lines.peers():
            programs[name](parts[0])
            found = peers_lines.figures(peers_lines.PDFS[name], parts[0], width)
            figures.append([*place, name, *witness.cells(found)])
    return speeds, [[*row[:7], *row[10:-2], row[-1]] for row in figures]


def race_cells(ours: list, its: list) -> list[str]:
    """Times to lines and with the PDF, and how much longer ours takes to lines."""
    if its[0].pdf is None:
        return [spread([each.lines for each in its]), "", ""]
    ratios = [mine.lines / other.lines for mine, other in zip(ours, its, strict=True)]
    return [spread([each.lines for each in its]), spread([each.pdf for each in its]), cold.spread(ratios)]


def report(stock: Stock, *, peers: bool) -> Iterator[Part]:
    """Lines, and tables with title and heads."""
    yield "Quality", ["text", "em", *witness.HEADS], quality_rows(stock)
    heads = ["text", "em", "lines", "loose or short lines", "that no way to break avoids"]
    yield "What could be had", heads, least_rows(stock)
    place = corpus.folder()
    yield refusal(stock, corpus.right_to_left(place)) if place else "shared/corpus/text is not at hand: left out"
    heads = ["text", "em", "ms, all made anew", "ms, letters known"]
    yield f"Speed: {LENGTH:,} characters, medians of {RUNS} (least–most)", heads, speed_rows(stock)
    heads = ["characters", "paragraphs", "ms", f"ms per {LENGTH:,}"]
    yield f"Growth, {RACED[1]} em", heads, growth_rows(stock)
    if peers:
        yield from peer_report(stock)


def peer_report(stock: Stock) -> Iterator[Part]:
    """The peers' tables; what a PDF does not tell (marks may stand out of a line on purpose) is left out."""
    import peers_lines

    yield from peers_lines.absent()
    speeds, figures = peer_rows(stock)
    yield (
        f"Peers: the same {LENGTH:,} characters",
        ["text", "em", "program", "ms, lines", "ms, with PDF", "lines ours/it"],
        speeds,
    )
    heads = ["text", "em", "program", *witness.HEADS]
    yield "Peers: quality", [*heads[:7], *heads[10:-2], heads[-1]], figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--markdown", action="store_true", help="print Markdown tables")
    parser.add_argument("--peers", action="store_true", help="set the same text with Typst and XeLaTeX too")
    options = parser.parse_args()
    os.chdir(cold.REPOSITORY)
    cold.WORK.mkdir(parents=True, exist_ok=True)
    print(cold.machine(), flush=True)
    for part in report(open_stock(str(cold.REPOSITORY)), peers=options.peers):
        if isinstance(part, str):
            print(f"\n{part}", flush=True)
        else:
            title, heads, body = part
            print(f"\n{title}\n\n{cold.table(heads, body, markdown=options.markdown)}", flush=True)


if __name__ == "__main__":
    main()
