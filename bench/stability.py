"""Show how an automatic page changes when its copy does, and how well it obeys the rules of the trade as it is.

    stability.py [--pages N] [--processes N] [--markdown]

Pages of 4 to 12 articles with lengths as in a township's paper, drawn with fixed seeds, and pages of ``examples/``.
Each is edited one way after another: some characters more or less in one article, a photograph dropped, one pinned.
Told are the edited pages that could be made, the articles that stand elsewhere than before (less than half of their old
and new rectangles together is common; the edited one is not counted), and the pages whose cuts stayed. The same is done
with the plan of the page kept. A second table counts, page by page, what the design check finds.
"""

import argparse
import os
import random
import re
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import NamedTuple

from xihu_pdf import load
from xihu_pdf.build import check
from xihu_pdf.content import Article, Place, Text
from xihu_pdf.stock import open_stock

ROOT = Path(__file__).parents[1]
COUNTS = (4, 6, 8, 10, 12)
EXAMPLES = (("broadsheet", 0), ("notices", 0), ("school", 1), ("school", 3))
# Characters of a page of so many articles without photographs, and the lines that one of each rank takes away.
COPY, PHOTOGRAPH = {4: 4300, 6: 4100, 8: 3900, 10: 3700, 12: 3600}, (650, 420, 300)
SHARES = (1.0, 0.97, 1.03, 0.94, 0.91, 1.06, 0.88, 0.85, 1.1)
HEADLINES = (
    "水乡春早稻花飘香 全镇插秧过半",
    "农田连片机声隆 高标准农田建起来",
    "农村公路五年修通三百公里",
    "夜巡队守一方平安",
    "三十三个地灾点装上“千里眼”",
    "送文化下乡四十场 戏台搭到家门口",
    "河长林长路长一起管",
    "养老服务进了村 三餐送到床头",
    "镇图书馆周末开到九点",
    "植树节栽下八百棵",
    "春季运动会开始报名",
    "老街路灯换新",
    "水厂扩建完工 九个村喝上放心水",
    "返乡青年办起合作社",
    "卫生院添了两位全科医生",
    "集市搬进新棚 雨天也能赶场",
    "校车新线路下周开通",
    "村务公开看得懂",
    "茶园里的直播间",
    "油菜机收今起预约",
)
EDITS = ("+20", "+60", "+200", "-60", "-200", "photograph dropped", "pinned")


class Looked(NamedTuple):
    """A page as it was made: its plan, each article's rectangle by number, what was found of its design."""

    plan: str
    places: dict[int, tuple[int, int, int, int]]
    found: tuple[str, ...]


@cache
def content():
    return load(ROOT / "content.yaml")


@cache
def stock(folder):
    return open_stock(folder)


def generated(count, seed):
    """A page of so many articles: a long lead, others of falling and scattered length, one to three photographs."""
    chance = random.Random(1000 * count + seed)  # noqa: S311 - no secret
    source = content()
    first = source.edition.pages[0].articles[0]
    copy = [text.value for section in first.sections for text in section.paragraphs]
    headlines = chance.sample(HEADLINES, count)
    pictures = chance.choice((1, 1, 2, 2, 3)) if count > 4 else chance.choice((1, 2))
    weights = [2.4 * chance.uniform(0.8, 1.2), *(1.3 * 0.93**n * chance.uniform(0.65, 1.35) for n in range(count - 1))]
    total = COPY[count] - sum(PHOTOGRAPH[:pictures])
    articles = []
    for number, weight in enumerate(weights):
        left, texts = round(total * weight / sum(weights)), []
        while left > 30:
            texts.append(Text(chance.choice(copy)[: max(40, min(left, chance.randrange(60, 200)))]))
            left -= len(texts[-1].value)
        section = first.sections[0]._replace(subhead=None, paragraphs=tuple(texts))
        shown = first.photographs[number % 2 : number % 2 + 1] if number < pictures else ()
        headline, importance = Text(headlines[number]), 95 - 6 * number
        byline = Text("本报记者 江流") if chance.random() < 0.6 else None
        articles.append(
            Article(headline=headline, sections=(section,), photographs=shown, importance=importance, byline=byline)
        )
    return source, first_that_is_made(source, tuple(articles))


def first_that_is_made(source, articles):
    """The articles, shortened or lengthened all alike until they make a page; None where no share of them does."""
    for share in SHARES:
        scaled = tuple(longer(each, round((share - 1.0) * length(each))) for each in articles)
        if look(source, scaled):
            return scaled
    return None


def length(article):
    return sum(len(text.value) for section in article.sections for text in section.paragraphs)


def longer(article, characters):
    """The article with so many characters more, or less if negative; its paragraphs stay."""
    if not characters:
        return article
    sections = list(article.sections)
    for at in reversed(range(len(sections))):
        paragraphs = list(sections[at].paragraphs)
        for number in reversed(range(len(paragraphs))):
            value = paragraphs[number].value
            if characters > 0:
                more = (value * (characters // len(value) + 1))[:characters]
                paragraphs[number] = Text(value.rstrip("。") + more)
                characters = 0
            elif characters < 0:
                less = min(-characters, len(value) * 2 // 3)
                paragraphs[number] = Text(value[: len(value) - less])
                characters += less
        sections[at] = sections[at]._replace(paragraphs=tuple(paragraphs))
    return article._replace(sections=tuple(sections))


def look(source, articles, plan="", page=0):
    """Make the page of some articles alone; None where that cannot be done."""
    own = source.edition.pages[page]._replace(articles=articles, plan=Text(plan) if plan else None, accept=())
    edition = source.edition._replace(pages=(own,), masthead=None)
    proof = check(source._replace(edition=edition), stock(source.folder))
    if proof.document is None:
        return None
    (report,) = proof.reports
    numbers = [int(each) for each in re.findall("[0-9]+(?!:)(?![0-9])", report.plans[0])]
    numbers = [each for each in numbers if each <= len(articles)]
    places = dict(zip(numbers, report.articles, strict=True))
    return Looked(report.plans[0], places, tuple(each.code for each in proof.diagnostics))


def moved(before, after, edited):
    """How many articles stand elsewhere, of how many; the edited one is not counted."""
    common = [each for each in before if each in after and each != edited]
    return sum(2 * shared(before[each], after[each]) < either(before[each], after[each]) for each in common), len(
        common
    )


def shared(one, other):
    across = min(one[0] + one[1], other[0] + other[1]) - max(one[0], other[0])
    return max(0, across) * max(0, min(one[3], other[3]) - max(one[2], other[2]))


def either(one, other):
    return one[1] * (one[3] - one[2]) + other[1] * (other[3] - other[2]) - shared(one, other)


def edited(articles, places):
    """Every edit of a page: its name, the number of the article that it changes, the articles."""
    count = len(articles)
    for name in EDITS[:5]:
        for number in sorted({1, 1 + count // 3, 1 + 2 * count // 3}):
            own = articles[number - 1]
            if own.sections and abs(int(name)) < length(own):
                yield name, number, replaced(articles, number, longer(own, int(name)))
    for number, own in enumerate(articles, 1):
        if own.photographs:
            yield (
                "photograph dropped",
                number,
                replaced(articles, number, own._replace(photographs=own.photographs[:-1])),
            )
            break
    columns = max(column + wide for column, wide, _, _ in places.values())
    for number in sorted({2, count}):
        column, wide = places[number][:2]
        at = 0 if column else columns - wide
        if articles[number - 1].columns is None:
            yield (
                "pinned",
                number,
                replaced(articles, number, articles[number - 1]._replace(place=Place((at + 1, at + wide), None))),
            )


def replaced(articles, number, own):
    return (*articles[: number - 1], own, *articles[number:])


def case(asked):
    """Edit one page in every way: its name, its flaws, and what came of each edit, without its plan and with it."""
    kind, number, page = asked
    if kind:
        source = load(ROOT / "examples" / kind / "content.yaml")
        articles = source.edition.pages[page].articles
    else:
        source, articles = generated(number, page)
    at = page if kind else 0
    before = look(source, articles, page=at) if articles else None
    name = f"{kind or number}-{page}"
    if before is None:
        return name, None, ()
    outcomes = []
    for edit, changed, after in edited(articles, before.places):
        for kept in ("", before.plan) if edit != "pinned" else ("",):
            made = look(source, after, kept, page=at)
            gone = moved(before.places, made.places, changed) if made else (0, 0)
            outcomes.append((edit, bool(kept), made is not None, *gone, made is not None and made.plan == before.plan))
    return name, before.found, tuple(outcomes)


FLAWS = (
    "page-heads-level",
    "page-head-grows",
    "leg-short",
    "leg-long",
    "page-gap-through",
    "pictures-equal",
    "subheads-level",
)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, default=4, help="generated pages of each number of articles")
    parser.add_argument("--processes", type=int, default=os.cpu_count())
    parser.add_argument("--markdown", action="store_true")
    options = parser.parse_args()
    cases = [(kind, 0, page) for kind, page in EXAMPLES]
    cases += [("", count, seed) for count in COUNTS for seed in range(options.pages)]
    with ProcessPoolExecutor(options.processes) as pool:
        results = [each for each in pool.map(case, cases) if each[1] is not None]
    print(f"{len(results)} of {len(cases)} pages made")
    edits = [("edit", "plan", "edited", "made", "moved", "of", "share", "cuts stayed")]
    for kept in (False, True):
        edits += [summed(edit, results, kept=kept) for edit in EDITS if edit != "pinned" or not kept]
    show(edits, markdown=options.markdown)
    rows = [(name, *(found.count(each) for each in FLAWS)) for name, found, _ in results]
    totals = ("all", *(sum(column) for column in list(zip(*rows, strict=True))[1:]))
    show([("page", *FLAWS), *rows, totals], markdown=options.markdown)


def summed(edit, results, *, kept):
    """One row: of the pages edited so, how many were made, how many articles moved, how many pages kept their cuts."""
    rows = [each for _, _, outcomes in results for each in outcomes if each[:2] == (edit, kept)]
    made = [each for each in rows if each[2]]
    gone, of = sum(each[3] for each in made), sum(each[4] for each in made)
    share = f"{100 * gone / of:.0f} %" if of else ""
    return edit, "kept" if kept else "free", len(rows), len(made), gone, of, share, sum(each[5] for each in made)


def show(rows, *, markdown):
    head, *rest = [" | ".join(map(str, row)) if markdown else "\t".join(map(str, row)) for row in rows]
    rule = ["---" + " | ---" * (len(rows[0]) - 1)] if markdown else []
    print("\n".join(["", head, *rule, *rest]))


if __name__ == "__main__":
    main()
