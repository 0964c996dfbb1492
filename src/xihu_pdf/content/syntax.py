"""Say in plain words what broke the syntax of a content file.

PyYAML tells where it gave up, which is often a line too late; the source around that place tells what an editor did.
"""

import re

from yaml import Mark, MarkedYAMLError, YAMLError

from xihu_pdf.content.schema import KEYS

__all__ = ["explain", "misused_colon"]

_NAMES = "|".join(
    sorted(
        {re.escape(name) for keys in KEYS.values() for key in keys for name in (key.name, *key.aliases)}, reverse=True
    )
)
_KEY = re.compile(rf"[ ]*(?:-[ ]+)*(?:{_NAMES})[ \u3000]*(?:(?P<wide>：)|(?P<glued>:)(?=[^\s:]))")
_TAB = re.compile(r"[ ]*(?P<tab>\t)")

Explanation = tuple[str, int, int, dict[str, object]]


def misused_colon(line: str) -> tuple[str, int] | None:
    """Find the fault of a key that no ``: `` follows, and the column from 0 of its colon.

    >>> misused_colon("  - headline：水乡")
    ('yaml-colon-wide', 12)
    >>> misused_colon("主标题:水乡")
    ('yaml-colon-glued', 3)
    """
    found = _KEY.match(line)
    if found is None:
        return None
    name = "wide" if found["wide"] else "glued"
    return f"yaml-colon-{name}", found.start(name)


def explain(error: YAMLError | ValueError, text: str) -> Explanation:
    """Find the fault behind a PyYAML error: its code, line and column from 0, and the values of its message."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return "yaml-syntax", 0, 0, {"problem": str(error)}
    problem, opening = error.problem or "", error.context_mark
    if "end of stream" in problem and "quoted scalar" in (error.context or "") and opening:
        return "yaml-quote", opening.line, opening.column, {}
    return _by_source(error.problem_mark, text) or _by_problem(problem, error.problem_mark, text)


def _by_source(mark: Mark, text: str) -> Explanation | None:
    """Look at the line of the mark and the written line above it, where the cause mostly is."""
    lines = re.split(r"\r\n|\r|\n", text)
    here = min(mark.line, len(lines) - 1)
    tab = _TAB.match(lines[here])
    if tab:
        return "yaml-tab", here, tab.start("tab"), {}
    above = next((line for line in range(here - 1, -1, -1) if lines[line].strip()), here)
    for line in (above, here):
        colon = misused_colon(lines[line])
        if colon:
            return colon[0], line, colon[1], {}
    return None


def _by_problem(problem: str, mark: Mark, text: str) -> Explanation:
    place = mark.line, mark.column
    if "mapping values are not allowed" in problem:
        return "yaml-colon", *place, {}
    if "cannot start any token" in problem:
        return "yaml-start", *place, {"character": text[mark.index : mark.index + 1]}
    if text[: mark.index].rstrip(" ")[-1:] in {'"', "'"}:
        return "yaml-quote-after", *place, {}
    if "did not find expected key" in problem or "indicator" in problem or "<block end>" in problem:
        return "yaml-indent", *place, {}
    return "yaml-syntax", *place, {"problem": problem}
