"""Show where the time of a cold run goes: imports by package, then the stages of the work.

    stages.py [--runs N] [--markdown]

Imports are what ``python -X importtime`` reports of the real command; a module of the standard library counts for the
package that drew it in. Stages are measured in fresh processes that have everything imported, by clocks put around
functions; a stage's time is its own, without the stages inside it.
Medians of the runs.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import wraps
from importlib import import_module
from statistics import median
from typing import NamedTuple

import cold

PDF = cold.WORK / "stages.pdf"
PACKAGES = ("xihu_pdf", "yaml", "uharfbuzz", "PIL", "reportlab")
START = "interpreter"
COSTLIEST = 12

# Stage: the functions that do its work, each where its caller looks it up.
STAGES: dict[str, tuple[str, ...]] = {
    "load: content file to edition": ("xihu_pdf.content:load",),
    "stock: fonts found": ("xihu_pdf.stock:open_stock",),
    "stock: fonts opened": ("xihu_pdf.fonts.library:open_face",),
    "stock: photographs read": ("xihu_pdf.stock:Stock.photograph",),
    "set: characters to glyphs": ("xihu_pdf.typeset.paragraph:Compositor.units",),
    "set: paragraphs broken": ("xihu_pdf.typeset.paragraph:Compositor.galley",),
    "set: head, lead, subheads, captions": (
        "xihu_pdf.layout.article:compose_head",
        "xihu_pdf.layout.article:compose_story",
        "xihu_pdf.layout.article:compose_lead",
        "xihu_pdf.layout.article:compose_caption",
        "xihu_pdf.layout.page:page_header",
        "xihu_pdf.layout.article:copy_pairs",
    ),
    "plan: heights and columns": ("xihu_pdf.layout.article:plan_page",),
    "place": (
        "xihu_pdf.layout.article:place_head",
        "xihu_pdf.layout.article:place_lead",
        "xihu_pdf.layout.article:place_part",
        "xihu_pdf.layout.article:place_photograph",
        "xihu_pdf.layout.page:measure_page",
    ),
    "write: faces subset": ("xihu_pdf.press.writer:prepare",),
    "write: faces embedded": ("xihu_pdf.press.writer:embed",),
    "write: page drawn": ("xihu_pdf.press.writer:paint",),
    "write: streams packed": ("xihu_pdf.press.objects:deflated",),
    "write: photographs embedded": ("xihu_pdf.press.writer:image",),
    "write: file bound": ("xihu_pdf.press.objects:Book.bind",),
}
# Names under which other modules hold a function that is clocked.
ALSO = {"xihu_pdf.press.objects:deflated": ("xihu_pdf.press.writer", "xihu_pdf.press.typefaces")}


class Import(NamedTuple):
    """A module as -X importtime reports it: microseconds of its own, depth, name."""

    own: int
    depth: int
    name: str

    @property
    def package(self) -> str:
        return self.name.partition(".")[0]


# -- imports ----------------------------------------------------------------------------------------------------------


def imports() -> list[Import]:
    """The modules that one run of the command loads; a module follows those it draws in."""
    command = cold.contestants()[cold.OURS]
    argv = [command[0], "-X", "importtime", *(str(PDF) if word == "{}" else word for word in command[1:])]
    told = subprocess.run(argv, env=cold.environment(), capture_output=True, text=True, check=True).stderr
    found = []
    for line in told.splitlines():
        own, _, name = line.removeprefix("import time:").split("|") if line.startswith("import time:") else ("", "", "")
        if own.strip().isdigit():
            found.append(Import(int(own), (len(name) - len(name.lstrip()) - 1) // 2, name.strip()))
    return found


def owned(modules: list[Import]) -> Iterator[tuple[str, Import]]:
    """Every module with the package that it counts for."""
    first = next(at for at, module in enumerate(modules) if module.package == PACKAGES[0])
    above: list[tuple[int, str]] = []
    for at in range(len(modules) - 1, -1, -1):
        module = modules[at]
        while above and above[-1][0] >= module.depth:
            above.pop()
        drawn_in = above[-1][1] if above else (PACKAGES[0] if at > first else START)
        owner = module.package if module.package in PACKAGES else drawn_in
        above.append((module.depth, owner))
        yield owner, module


def import_tables(runs: int) -> tuple[list[list[str]], list[list[str]]]:
    """Packages and the costliest modules, as rows."""
    turns = cold.quiet(lambda: list(owned(imports())), runs)
    owners = {(owner, module.name) for owner, module in turns[0]}
    cost = {}
    for key in owners:
        cost[key] = median(sum(module.own for owner, module in turn if (owner, module.name) == key) for turn in turns)
    rows = []
    for package in (START, *PACKAGES):
        mine = {name: each for (owner, name), each in cost.items() if owner == package}
        own = sum(each for name, each in mine.items() if name.partition(".")[0] == package)
        own_text = f"{own / 1000:.1f}" if package != START else ""
        rows.append([package, str(len(mine)), own_text, f"{sum(mine.values()) / 1000:.1f}"])
    rows.append(["all", str(len(cost)), "", f"{sum(cost.values()) / 1000:.1f}"])
    costliest = sorted(cost.items(), key=lambda item: -item[1])[:COSTLIEST]
    return rows, [[name, owner, f"{each / 1000:.1f}"] for (owner, name), each in costliest]


# -- stages -----------------------------------------------------------------------------------------------------------


class Clock:
    """Own seconds of the stages: what runs inside another stage is taken off that one."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self._inner: list[float] = []

    def around(self, stage: str, function: Callable) -> Callable:
        @wraps(function)
        def clocked(*args, **kwargs):
            inner = self._inner
            inner.append(0.0)
            start = time.perf_counter()
            try:
                return function(*args, **kwargs)
            finally:
                taken = time.perf_counter() - start
                self.seconds[stage] += taken - inner.pop()
                if inner:
                    inner[-1] += taken

        return clocked


def wind(clock: Clock) -> list[str]:
    """Put the clock around the functions of all stages; give those that are no longer there."""
    missing = []
    for stage, places in STAGES.items():
        for place in places:
            module, _, path = place.partition(":")
            *outer, name = path.split(".")
            holder = import_module(module)
            for each in outer:
                holder = getattr(holder, each, None)
            function = getattr(holder, name, None)
            if function is None:
                missing.append(place)
                continue
            for each in (holder, *map(import_module, ALSO.get(place, ()))):
                setattr(each, name, clock.around(stage, function))
    return missing


def once() -> None:
    """Make the page in this process with clocks around the stages; print their milliseconds as JSON."""
    import gc

    import PIL.JpegImagePlugin  # noqa: F401 - the photographs' decoder, else loaded inside a stage

    gc.disable()
    clock = Clock()
    for place in wind(clock):
        print(f"no function {place}: its stage counts as the rest", file=sys.stderr)
    whole = clock.around("rest", page)
    start = time.perf_counter()
    whole()
    clock.seconds["all"] = time.perf_counter() - start
    print(json.dumps({stage: seconds * 1000 for stage, seconds in clock.seconds.items()}))


def page() -> None:
    from xihu_pdf import content, stock
    from xihu_pdf.build import make

    source = content.load("content.yaml")
    proof = make(source, stock.open_stock(source.folder, source.edition.fonts))
    PDF.write_bytes(proof.pdf)


def stages() -> dict[str, float]:
    """Milliseconds of the stages in a fresh process."""
    command = [sys.executable, "bench/stages.py", "--once"]
    return json.loads(subprocess.run(command, env=cold.environment(), stdout=subprocess.PIPE, check=True).stdout)


def stage_table(runs: int) -> list[list[str]]:
    """Stages and their milliseconds, as rows."""
    turns = cold.quiet(stages, runs)
    return [[stage, f"{median(turn.get(stage, 0.0) for turn in turns):.1f}"] for stage in (*STAGES, "rest", "all")]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=9, help="runs of each kind")
    parser.add_argument("--once", action="store_true", help="measure the stages in this process")
    parser.add_argument("--markdown", action="store_true", help="print Markdown tables")
    options = parser.parse_args()
    os.chdir(cold.REPOSITORY)
    cold.WORK.mkdir(parents=True, exist_ok=True)
    if options.once:
        once()
        return
    packages, modules = import_tables(options.runs)
    clocked = stage_table(options.runs)
    print(f"{cold.machine()}; medians of {options.runs} runs\n")
    for heads, body in (
        (["imports", "modules", "own ms", "ms with what it draws in"], packages),
        (["costliest modules", "counts for", "own ms"], modules),
        (["stage", "ms"], clocked),
    ):
        print(cold.table(heads, body, markdown=options.markdown), end="\n\n")


if __name__ == "__main__":
    main()
