"""Race whole cold processes: ``xihu_pdf build`` against Typst and its own plain file, same words, fonts, photographs.

    cold.py [--runs N] [--markdown]

A round runs every contestant once, in turn. The first round fills the caches and is not counted; nor is a round in
which other work took the machine. Figures are those the operating system keeps of the finished child (wait4). This
process stays small, because a child's peak memory is never told as less than its parent's (which is more than Python
alone needs, so that its peak is not told).
"""

import argparse
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import NamedTuple, TypeVar

REPOSITORY = Path(__file__).resolve().parent.parent
WORK = REPOSITORY / "build" / "bench"
OURS, OURS_PLAIN, TYPST, PYTHON = "xihu_pdf", "xihu_pdf, plain file", "Typst", "Python alone"
# Share of one core that other work may take in a counted round.
OTHERS = 0.05
TRIES = 10

Turn = TypeVar("Turn")


class Run(NamedTuple):
    """One process: wall seconds, user and system seconds, peak memory in MiB, and a digest of the PDF it wrote."""

    wall: float
    cpu: float
    peak: float
    digest: str


def contestants() -> dict[str, list[str]]:
    """The commands by name; ``{}`` stands for the PDF."""
    typst = [sys.executable, "bench/typst_page.py", "{}"]
    few = str(WORK / "fonts-used")
    return {
        OURS: [sys.executable, "-m", "xihu_pdf", "build", "content.yaml", "-o", "{}"],
        OURS_PLAIN: [sys.executable, "bench/plain_page.py", "{}"],
        TYPST: [*typst, "fonts"],
        "Typst, only the faces used": [*typst, few],
        "Typst, only those, untagged": [*typst, few, "untagged"],
        PYTHON: [sys.executable, "-c", "pass"],
    }


def environment() -> dict[str, str]:
    """This process's environment with the checkout's sources first, and bytecode kept as an installed copy has it."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    paths = [str(REPOSITORY / "src"), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**kept, "PYTHONPATH": os.pathsep.join(paths)}


def prepare() -> None:
    """Write the page for Typst, in a process of its own: it loads much, and this one must stay small."""
    subprocess.run([sys.executable, "bench/page.py"], env=environment(), stdout=subprocess.DEVNULL, check=True)


def run(command: list[str], pdf: Path) -> Run:
    """Run a command once; it must leave the PDF where ``{}`` stands in it."""
    pdf.unlink(missing_ok=True)
    argv = [str(pdf) if word == "{}" else word for word in command]
    quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    start = time.perf_counter()
    child = os.posix_spawn(argv[0], argv, environment(), file_actions=quiet)
    _, status, used = os.wait4(child, 0)
    wall = time.perf_counter() - start
    if status or ("{}" in command and not pdf.exists()):
        raise SystemExit(f"failed: {' '.join(argv)}")
    kilobyte = 1 if sys.platform == "darwin" else 1024
    digest = sha256(pdf.read_bytes()).hexdigest() if "{}" in command else ""
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * kilobyte / 2**20, digest)


def busy() -> float | None:
    """Seconds that all cores together have been at work since boot, where the system tells."""
    try:
        with open("/proc/stat", encoding="ascii") as file:
            ticks = [int(word) for word in file.readline().split()[1:9]]
    except OSError:
        return None
    user, nice, system, _, _, interrupts, soft, stolen = ticks
    return (user + nice + system + interrupts + soft + stolen) / os.sysconf("SC_CLK_TCK")


def quiet(turn: Callable[[], Turn], count: int) -> list[Turn]:
    """What ``count`` turns give in which other work left the machine alone, after a first one that is not counted."""
    turns: list[Turn] = []
    for number in range(1 + count * TRIES):
        before, own, start = busy(), spent(), time.perf_counter()
        result = turn()
        taken, after = time.perf_counter() - start, busy()
        others = 0.0 if before is None or after is None else (after - before - spent() + own) / taken
        if number and others <= OTHERS:
            turns.append(result)
        print(f"{number}: others {others:.0%} of a core, {len(turns)} of {count} counted", file=sys.stderr)
        if len(turns) == count:
            return turns
    raise SystemExit("the machine is too busy; try again when it is idle")


def spent() -> float:
    """Seconds of processor time that this process and its finished children have used."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def race(commands: dict[str, list[str]]) -> dict[str, Run]:
    """Run every contestant once, in turn."""
    return {name: run(command, WORK / f"cold-{at}.pdf") for at, (name, command) in enumerate(commands.items())}


def rows(rounds: list[dict[str, Run]]) -> list[list[str]]:
    """The table: medians, and the median, least and greatest of the rounds' own ratios."""
    found = []
    for number, name in enumerate(rounds[0]):
        runs = [each[name] for each in rounds]
        walls = [each.wall * 1000 for each in runs]
        pdf = WORK / f"cold-{number}.pdf"
        found.append([
            name,
            f"{median(walls):.0f} ({min(walls):.0f}–{max(walls):.0f})",
            f"{median(each.cpu for each in runs) * 1000:.0f}",
            f"{median(each.peak for each in runs):.0f}" if name != PYTHON else "",
            spread([each[OURS].wall / each[name].wall for each in rounds]) if name not in {OURS, PYTHON} else "",
            spread([each[OURS].cpu / each[name].cpu for each in rounds]) if name not in {OURS, PYTHON} else "",
            f"{pdf.stat().st_size / 1000:.0f}" if pdf.exists() else "",
            {0: "", 1: "yes"}.get(len({each.digest for each in runs if each.digest}), "no"),
        ])  # fmt: skip
    return found


def spread(ratios: list[float]) -> str:
    return f"{median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f})"


HEADS = ["contestant", "wall ms (least–most)", "cpu ms", "peak MiB", "wall ours/it", "cpu ours/it", "kB", "same bytes"]


def machine() -> str:
    """What the figures were measured on, in a line."""
    names = ("typst", "reportlab", "uharfbuzz", "pillow", "PyYAML")
    packages = ", ".join(f"{name} {version(name)}" for name in names)
    python = ".".join(map(str, sys.version_info[:3]))
    return f"{sys.platform}, {os.cpu_count()} cores ({processor()}), Python {python}, {packages}"


def processor() -> str:
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            return next(line.partition(":")[2].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        return "unknown processor"


def table(heads: list[str], body: list[list[str]], *, markdown: bool) -> str:
    """The rows as a Markdown table, or in columns for a terminal."""
    if markdown:
        return "\n".join("| " + " | ".join(row) + " |" for row in [heads, ["---"] * len(heads), *body])
    widths = [max(len(row[at]) for row in [heads, *body]) for at in range(len(heads))]
    lines = ["  ".join(word.ljust(width) for word, width in zip(row, widths, strict=True)) for row in [heads, *body]]
    return "\n".join(line.rstrip() for line in lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=11, help="counted rounds, at least 7")
    parser.add_argument("--markdown", action="store_true", help="print a Markdown table")
    options = parser.parse_args()
    os.chdir(REPOSITORY)
    prepare()
    rounds = quiet(partial(race, contestants()), max(7, options.runs))
    print(f"{machine()}; medians of {len(rounds)} cold runs each, in turn\n")
    print(table(HEADS, rows(rounds), markdown=options.markdown))


if __name__ == "__main__":
    main()
