"""Pages a second in one process that goes on, for both programs.

    warm.py [--pages N] [--rounds N] [--markdown]

Every paragraph of every page begins with another character, so that no page is like one before and nothing can be
answered from a store of laid-out text. Ours takes the whole way each time: content file, fonts, photographs, page; or
keeps the stock of fonts and photographs, as Typst keeps its compiler with both. The first page is not counted.
"""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from statistics import median

import cold

PDF = cold.WORK / "warm.pdf"


def mark(page: int) -> str:
    """The character before the paragraphs of a page: the Han of GB 2312 in their order, which every face has."""
    row, cell = divmod(page, 94)
    return bytes([0xB0 + row, 0xA1 + cell]).decode("gb2312")


def our_page(*, keep_stock: bool = False) -> Callable[[str], None]:
    from xihu_pdf import load, make, open_stock

    source = load("content.yaml")
    kept = open_stock(source.folder, source.edition.fonts) if keep_stock else None

    def one(sign: str) -> None:
        source = load("content.yaml")
        edition = marked(source.edition, sign)
        stock = kept or open_stock(source.folder, edition.fonts)
        proof = make(source._replace(edition=edition), stock)
        if proof.pdf is None:
            raise SystemExit(f"no page for {sign}: {[each.line('en') for each in proof.diagnostics]}")
        PDF.write_bytes(proof.pdf)

    return one


def marked(edition, sign: str):
    """The edition with a character put before the lead and every paragraph."""

    def signed(text):
        return text._replace(value=sign + text.value)

    def section(each):
        return each._replace(paragraphs=tuple(map(signed, each.paragraphs)))

    def article(each):
        return each._replace(lead=signed(each.lead), sections=tuple(map(section, each.sections)))

    pages = (page._replace(articles=tuple(map(article, page.articles))) for page in edition.pages)
    return edition._replace(pages=tuple(pages))


def typst_page() -> Callable[[str], None]:
    from typst_page import PAGE, compiler

    typst = compiler("fonts")

    def one(sign: str) -> None:
        typst.compile(output=str(PDF), timestamp=0, sys_inputs={"page": PAGE, "mark": sign})

    return one


CONTESTANTS = {
    cold.OURS: our_page,
    f"{cold.OURS}, stock kept": partial(our_page, keep_stock=True),
    cold.TYPST: typst_page,
}


def pages_a_second(name: str, pages: int) -> float:
    one = CONTESTANTS[name]()
    one(mark(pages))
    start = time.perf_counter()
    for page in range(pages):
        one(mark(page))
    return pages / (time.perf_counter() - start)


def measured(name: str, pages: int) -> float:
    """The figure of a fresh process."""
    command = [sys.executable, "bench/warm.py", "--only", name, "--pages", str(pages)]
    return float(subprocess.run(command, env=cold.environment(), stdout=subprocess.PIPE, check=True).stdout)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=30, help="pages of a process")
    parser.add_argument("--rounds", type=int, default=5, help="processes of each program, in turn")
    parser.add_argument("--only", choices=CONTESTANTS, help="measure in this process and print the figure alone")
    parser.add_argument("--markdown", action="store_true", help="print a Markdown table")
    options = parser.parse_args()
    os.chdir(cold.REPOSITORY)
    if options.only:
        print(pages_a_second(options.only, options.pages))
        return
    cold.prepare()
    rounds = cold.quiet(lambda: {name: measured(name, options.pages) for name in CONTESTANTS}, options.rounds)
    body = []
    for name in CONTESTANTS:
        speeds = [each[name] for each in rounds]
        speed = f"{median(speeds):.1f} ({min(speeds):.1f}–{max(speeds):.1f})"
        ratios = cold.spread([each[name] / each[cold.TYPST] for each in rounds])
        body.append([name, speed, f"{1000 / median(speeds):.0f}", ratios if name != cold.TYPST else ""])
    print(f"{cold.machine()}; medians of {options.rounds} processes of {options.pages} pages each\n")
    heads = ["contestant", "pages a second (least–most)", "ms a page", "its pages/Typst's"]
    print(cold.table(heads, body, markdown=options.markdown))


if __name__ == "__main__":
    main()
