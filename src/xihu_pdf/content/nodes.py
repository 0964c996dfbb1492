"""YAML nodes with their places, made from PyYAML's events in one pass that never recurses.

Scalars are kept as written: no ``no`` becomes false, no ``12:30`` a number (YAML 1.1 section 10 does not apply).
Aliases, anchors, tags and further documents are faults; nothing is expanded, so no file grows when it is read.
"""

from typing import Any, NamedTuple

import yaml

from xihu_pdf.content.findings import Findings, shown
from xihu_pdf.content.syntax import explain
from xihu_pdf.errors import Span

__all__ = ["DEPTH", "Branch", "Gap", "Node", "Scalar", "Tree", "compose", "unescape"]

# The deepest content of the table of keys stands at 8.
DEPTH = 32

# PyYAML may have been built without the parser in C.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Scalar(NamedTuple):
    """A text as YAML reads it.

    ``style`` is empty or one of the marks ``'``, ``"``, ``|`` and ``>``; ``start`` and ``end`` bound its source, which
    holds ``lines`` line feeds.
    """

    value: str
    style: str
    span: Span
    start: int
    end: int
    lines: int


class Branch(NamedTuple):
    """A list, or a mapping whose items are keys and values by turns; ``flow`` if it stands in brackets or braces."""

    mapping: bool
    items: "list[Node]"
    span: Span
    flow: bool = False


class Gap(NamedTuple):
    """What was refused when the nodes were made; its fault is already told."""

    span: Span


Node = Scalar | Branch | Gap


class Tree(NamedTuple):
    """The nodes of a file, and the line from 1 where the syntax broke off, or 0."""

    root: Node | None
    torn: int


def compose(text: str, findings: Findings) -> Tree:
    """Make the nodes of ``text``; after a fault of syntax they reach as far as it could be read."""
    stack: list[Branch] = [Branch(mapping=False, items=[], span=findings.span(0, 0))]
    torn = 0
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            stop = _take(event, stack, findings)
            if stop:
                torn = stop
                break
    except (yaml.YAMLError, ValueError) as error:
        code, line, column, values = explain(error, text)
        findings.add(code, findings.span(line, column), **values)
        torn = line + 1
    root = stack[0].items
    return Tree(root[0] if root else None, torn)


def _take(event: yaml.Event, stack: list[Branch], findings: Findings) -> int:
    """Put the node of an event where it belongs; give the line from 1 to stop at, else 0."""
    if isinstance(event, yaml.CollectionEndEvent):
        stack.pop()
    elif isinstance(event, yaml.DocumentStartEvent) and stack[0].items:
        mark: Any = event.start_mark
        findings.add("yaml-documents", findings.span(mark.line, mark.column))
        return int(mark.line) + 1
    elif isinstance(event, yaml.NodeEvent):
        node = _node(event, findings)
        stack[-1].items.append(node)
        if isinstance(node, Branch):
            stack.append(node)
            if len(stack) > DEPTH + 1:
                findings.add("yaml-depth", node.span, limit=DEPTH)
                return node.span.line
    return 0


def _node(event: yaml.NodeEvent, findings: Findings) -> Node:
    start: Any = event.start_mark
    end: Any = event.end_mark
    span = findings.span(start.line, start.column)
    if isinstance(event, yaml.AliasEvent):
        findings.add("yaml-alias", span, name=shown(event.anchor or ""))
        return Gap(span)
    if event.anchor is not None:
        findings.add("yaml-anchor", span, name=shown(event.anchor))
    tag: str | None = getattr(event, "tag", None)
    if tag is not None:
        findings.add("yaml-tag", span, name=shown(tag))
    if isinstance(event, yaml.ScalarEvent):
        return Scalar(event.value, event.style or "", span, start.index, end.index, end.line - start.line)
    return Branch(isinstance(event, yaml.MappingStartEvent), [], span, bool(getattr(event, "flow_style", False)))


def unescape(raw: str) -> str:
    """Decode the inside of a double-quoted text of one line."""
    events = yaml.parse(f'"{raw}"', Loader=_LOADER)
    return next(event.value for event in events if isinstance(event, yaml.ScalarEvent))
