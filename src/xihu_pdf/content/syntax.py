"""Say in plain words what broke the syntax of a content file.

PyYAML tells where it gave up, which is often a line too late; the source around that place tells what an editor did.
"""

import re

from yaml import Mark, MarkedYAMLError, YAMLError

from xihu_pdf.content.keys import KEYS

__all__ = ["explain", "misused_colon"]

_KEY = r"[ ]*(?:-[ ]+)*(?P<name>[^ \u3000:：]+)[ \u3000]*(?:(?P<wide>：)|(?P<glued>:)(?=[^\s:]))"
# Problems that PyYAML sees only on the line below their cause.
_BELOW = ("mapping values are not allowed", "could not find expected ':'")
_PROBLEMS = {"mapping values are not allowed": "yaml-colon", "unknown escape character": "yaml-escape"}
# A text that begins with markup, which YAML takes for a group of keys.
_MARKUP = r"[ ]*(?:-[ ]+)*(?:[^\s:：{]+:[ ]+)?\{(?P<name>[^{}|\\:：]{1,24})[:：]"
_TAB = r"[ ]*(?P<tab>\t)"

Explanation = tuple[str, int, int, dict[str, object]]


def misused_colon(line: str) -> tuple[str, int] | None:
    """Find the fault of a key that no ``: `` follows, and the column from 0 of its colon.

    >>> misused_colon("  - headline：水乡")
    ('yaml-colon-wide', 12)
    >>> misused_colon("主标题:水乡")
    ('yaml-colon-glued', 3)
    """
    found = re.match(_KEY, line)
    known = {name for keys in KEYS.values() for key in keys for name in (key.name, *key.aliases)}
    if found is None or found["name"] not in known:
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
    mark = error.problem_mark
    return _by_source(problem, mark, text) or _by_problem(problem, mark, text)


def _by_source(problem: str, mark: Mark, text: str) -> Explanation | None:
    """Look at the line of the mark, or at the written line above it where a key without its colon shows only below."""
    lines = re.split(r"\r\n|\r|\n", text)
    here = min(mark.line, len(lines) - 1)
    tab = re.match(_TAB, lines[here])
    if tab:
        return "yaml-tab", here, tab.start("tab"), {}
    markup = re.match(_MARKUP, lines[here])
    if markup and _names_markup(markup["name"]):
        return "yaml-start", here, markup.start("name") - 1, {"character": "{"}
    above = [line for line in range(max(0, here - 3), here) if lines[line].strip()][-1:]
    for line in (here, *(above if any(each in problem for each in _BELOW) else ())):
        colon = misused_colon(lines[line])
        if colon:
            return colon[0], line, colon[1], {}
    return None


def _names_markup(name: str) -> bool:
    from xihu_pdf.content.markup import NAMES

    return name.strip() in NAMES


def _by_problem(problem: str, mark: Mark, text: str) -> Explanation:
    place = mark.line, mark.column
    plain = next((code for words, code in _PROBLEMS.items() if words in problem), None)
    if plain:
        return plain, *place, {}
    if "cannot start any token" in problem:
        return "yaml-start", *place, {"character": text[mark.index : mark.index + 1]}
    # An alias, an anchor or a tag whose name is none, so it is copy.
    if mark.column and text[mark.index - 1] in "*&!":
        return "yaml-start", mark.line, mark.column - 1, {"character": text[mark.index - 1]}
    if text[: mark.index].rstrip(" ")[-1:] in {'"', "'"}:
        return "yaml-quote-after", *place, {}
    if "did not find expected key" in problem or "indicator" in problem or "<block end>" in problem:
        return "yaml-indent", *place, {}
    return "yaml-syntax", *place, {"problem": problem}
