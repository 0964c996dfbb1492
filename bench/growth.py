"""Show how the time of a page grows with its articles: from 2 to 12, set, measured, cut and placed in a fresh process.

    growth.py [--runs N] [--markdown]

Every page has about the same copy, shared among its articles as a page of that many would share it; a page that cannot
be made up is given a little less. Medians of the user and system time of processes that load, make and write the page,
the time of the search for the cuts alone, and the peak memory.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from xihu_pdf import load, make
from xihu_pdf.build import check
from xihu_pdf.content import Article, Text
from xihu_pdf.layout import makeup

ROOT = Path(__file__).parents[1]
LENGTHS = {
    2: (2600, 1300),
    4: (1600, 850, 660, 470),
    6: (1250, 700, 520, 440, 390, 350),
    8: (900, 500, 450, 370, 330, 290, 290, 250),
    10: (880, 450, 380, 330, 290, 260, 240, 210, 200, 180),
    12: (830, 400, 330, 300, 250, 230, 210, 190, 180, 170, 160, 150),
}
SHARES = (1.0, 0.97, 0.94, 0.91, 0.88, 1.03, 1.06, 1.1)
# How many of the first articles have a photograph.
PHOTOGRAPHS = {2: 2, 4: 2, 6: 1, 8: 1, 10: 0, 12: 0}
HEADLINES = (
    *("水乡春早稻花飘香", "农田连片机声隆", "公路通到家门口", "夜巡队守一方平安", "三十三处险情有人看"),
    *("送戏下乡四十场", "河长林长一起管", "养老服务进了村", "图书馆开到九点", "植树八百棵", "运动会报名", "路灯换新"),
)


def page_of(source, count, share):
    """The content with so many articles on its page, cut from its copy."""
    page = source.edition.pages[0]
    copy = [text.value for section in page.articles[0].sections for text in section.paragraphs]
    made = []
    for number, length in enumerate(LENGTHS[count]):
        left, texts, at = round(length * share), [], number
        while left > 40:
            texts.append(Text(copy[at % len(copy)][:left]))
            left -= len(texts[-1].value)
            at += 1
        section = page.articles[0].sections[0]._replace(subhead=None, paragraphs=tuple(texts))
        pictures = page.articles[0].photographs[number : number + 1] if number < PHOTOGRAPHS[count] else ()
        headline, importance = Text(HEADLINES[number]), 90 - 7 * number
        made.append(Article(headline=headline, sections=(section,), photographs=pictures, importance=importance))
    pages = (page._replace(articles=tuple(made)),)
    return source._replace(edition=source.edition._replace(pages=pages))


def measure(count, share):
    """Time, in a process of its own, the page of ``count`` articles; printed as JSON."""
    spent = []
    search = makeup.search_of

    def timed(draft, grid, **options):
        found = search(draft, grid, **options)
        plans = found.plans

        def clocked(number):
            start = time.process_time()
            result = plans(number)
            spent.append(time.process_time() - start)
            return result

        found.plans = clocked
        return found

    makeup.search_of = timed
    made = make(page_of(load(ROOT / "content.yaml"), count, share))
    used = resource.getrusage(resource.RUSAGE_SELF)
    figures = {"made": made.pdf is not None, "search": sum(spent), "memory": used.ru_maxrss / 1024}
    print(json.dumps(figures | {"all": used.ru_utime + used.ru_stime}))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--markdown", action="store_true")
    parser.add_argument("--one", nargs=2)
    options = parser.parse_args()
    if options.one:
        measure(int(options.one[0]), float(options.one[1]))
        return
    source = load(ROOT / "content.yaml")
    bar = " | " if options.markdown else "\t"
    print(bar.join(("articles", "search ms", "whole run ms", "of 2 articles", "peak MB")))
    print("---" + " | ---" * 4 if options.markdown else "")
    first = 0.0
    for count in LENGTHS:
        share = next((each for each in SHARES if check(page_of(source, count, each)).document), 1.0)
        runs = []
        for _ in range(options.runs):
            command = [sys.executable, __file__, "--one", str(count), str(share)]
            done = subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ)
            runs.append(json.loads(done.stdout))
        search, whole, memory = (median(run[name] for run in runs) for name in ("search", "all", "memory"))
        first = first or whole
        row = (count, f"{1000 * search:.0f}", f"{1000 * whole:.0f}", f"{whole / first:.1f}", f"{memory:.0f}")
        print(bar.join(map(str, row)))


if __name__ == "__main__":
    main()
