"""Nodes to an edition, led by the table of keys; what is wrong is told and left out, the rest is read."""

from collections.abc import Callable
from typing import Any

from xihu_pdf.content.findings import Findings, shown
from xihu_pdf.content.keys import EITHER, KEYS, NODES, Key
from xihu_pdf.content.model import (
    Article,
    Code,
    Edition,
    FontFile,
    Masthead,
    Page,
    Panel,
    Photograph,
    Place,
    ProfileFile,
    Section,
    Settings,
    Table,
    Waiver,
)
from xihu_pdf.content.nodes import Branch, Node, Scalar
from xihu_pdf.content.values import VALUES, Desk, refuse, refuse_empty
from xihu_pdf.errors import Span

__all__ = ["read"]

_NAMES = {kind: {name: key for key in keys for name in (key.name, *key.aliases)} for kind, keys in KEYS.items()}


def read(root: Node, source: str, findings: Findings) -> Edition | None:
    """Read the edition that ``root`` holds, as far as it can be; ``None`` if it is no group of keys at all."""
    key = Key("content", ("内容",), "node", "", "", node="edition")
    edition = _node(key, root, Desk(source, findings))
    return edition if isinstance(edition, Edition) else None


def _node(key: Key, node: Node, desk: Desk) -> object:
    """Make what the group of keys ``node`` holds."""
    if not isinstance(node, Branch) or not node.mapping:
        refuse(key._replace(kind="node"), node, desk)
        return None
    values: dict[str, Any] = {}
    known, meant = _known(key, node, desk)
    for each, value in known:
        result = _READERS[each.kind](each, value, desk)
        if result is not None:
            values[each.name] = result
    _demand(key.node, node, meant, desk)
    return _MAKERS[key.node](values, node.span)


def _demand(kind: str, node: Branch, meant: set[str], desk: Desk) -> None:
    """Tell the keys that a group needs and was not meant to have."""
    zh, en = NODES[kind]
    for each in KEYS[kind]:
        if each.required and each.name not in meant:
            names = {"key": each.name, "alias": each.aliases[0], "node_zh": zh, "node_en": en}
            desk.findings.add("key-missing", node.span, **names)
    either = EITHER.get(kind, ())
    if either and meant.isdisjoint(either):
        keys = [_NAMES[kind][name] for name in either]
        told = {"keys_zh": "或".join(each.aliases[0] for each in keys), "keys_en": " or ".join(either)}
        desk.findings.add("key-either", node.span, **told, node_zh=zh, node_en=en)


def _nodes(key: Key, node: Node, desk: Desk) -> tuple[object, ...] | None:
    """Make what each item of a list holds."""
    if isinstance(node, Branch) and not node.mapping:
        if not node.items:
            refuse_empty(key, node, desk)
        return tuple(each for each in (_node(key, item, desk) for item in node.items) if each is not None)
    if isinstance(node, Scalar) and not node.value:
        refuse_empty(key, node, desk)
        return None
    refuse(key, node, desk)
    # A list of one whose dash was forgotten is read all the same, for what else is wrong in it.
    one = _node(key, node, desk) if isinstance(node, Branch) else None
    return None if one is None else (one,)


def _known(group: Key, node: Branch, desk: Desk) -> tuple[list[tuple[Key, Node]], set[str]]:
    """Find the keys of a group that the table knows, each once, with their values; and all names that were meant."""
    kind, refused = group.node, dict(group.refused)
    first: dict[str, Scalar] = {}
    meant: set[str] = set()
    known = []
    for name, value in zip(node.items[::2], node.items[1::2], strict=False):
        if isinstance(name, Branch):
            desk.findings.add("key-form", name.span)
        if not isinstance(name, Scalar):
            continue
        key = _NAMES[kind].get(name.value)
        if key is None:
            meant.add(_unknown(name, kind, desk))
        elif key.name in first:
            earlier = first[key.name]
            values = {"key": name.value, "other": earlier.value, "line": earlier.span.line}
            desk.findings.add("key-duplicate", name.span, **values)
        else:
            first[key.name] = name
            if key.name in refused:
                desk.findings.add(refused[key.name], name.span)
            else:
                known.append((key, value))
    return known, meant | set(first)


def _unknown(name: Scalar, kind: str, desk: Desk) -> str:
    """Tell an unknown key, with the nearest that is known, else with all; give the name that was meant, or none."""
    if name.value == "<<":
        desk.findings.add("yaml-merge", name.span)
        return ""
    zh, en = NODES[kind]
    values: dict[str, object] = {"key": shown(name.value), "node_zh": zh, "node_en": en}
    near = None if desk.findings.full else _nearest(name.value, kind)
    if near:
        desk.findings.add("key-near", name.span, **values, near=near.name, alias=near.aliases[0])
        return near.name
    allowed = "、".join(f"{each.name} {each.aliases[0]}" for each in KEYS[kind])
    desk.findings.add("key-unknown", name.span, **values, allowed=allowed)
    return ""


def _nearest(name: str, kind: str) -> Key | None:
    from difflib import get_close_matches

    # No key is longer than a few words; half of a two-character Chinese key is enough to know it by.
    near = get_close_matches(name[:80].lower(), _NAMES[kind], 1, 0.5)
    return _NAMES[kind][near[0]] if near else None


def _article(values: dict[str, Any], span: Span) -> Article:
    """Make an article; its own paragraphs stand first, as a section without a subhead."""
    own = values.pop("paragraphs", ())
    opening = (Section(None, own),) if own else ()
    return Article(**values | {"sections": opening + values.get("sections", ())}, span=span)


# What an edition of a kind has where it asks for nothing else: a bulletin is an A4 sheet with a red head.
_HOUSE: dict[str, dict[str, Any]] = {"bulletin": {"paper": "a4", "accent": "red"}}


def _edition(values: dict[str, Any], _: Span) -> Edition:
    return Edition(**_HOUSE.get(values.get("kind", ""), {}) | values)


def _masthead(values: dict[str, Any], span: Span) -> Masthead:
    return Masthead(**{name.replace("-", "_"): value for name, value in values.items()}, span=span)


def _waiver(values: dict[str, Any], span: Span) -> Waiver | None:
    whole = "finding" in values and "reason" in values
    return Waiver(values["finding"], values["reason"].value, span) if whole else None


def _settings(values: dict[str, Any], span: Span) -> Settings:
    """Make the settings of a style, which gets its name from the group above."""
    return Settings("", **{name.replace("-", "_"): value for name, value in values.items()}, span=span)


_MAKERS: dict[str, Callable[[dict[str, Any], Span], Any]] = {
    "edition": _edition,
    "profiles": lambda values, _: tuple(ProfileFile(order, text.value, text.span) for order, text in values.items()),
    "fonts": lambda values, _: tuple(FontFile(role, text.value, text.span) for role, text in values.items()),
    "styles": lambda values, _: tuple(each._replace(style=style) for style, each in values.items()),
    "settings": _settings,
    "masthead": _masthead,
    "page": lambda values, span: Page(**values, span=span),
    "article": _article,
    "place": lambda values, span: Place(**values, span=span),
    "section": lambda values, _: Section(**values),
    "waiver": _waiver,
    "photograph": lambda values, span: Photograph(**values, span=span) if "file" in values else None,
    "panel": lambda values, span: Panel(**values, span=span),
    "table": lambda values, span: Table(**values, span=span) if "rows" in values else None,
    "code": lambda values, span: Code(**values, span=span) if "address" in values else None,
}

_READERS = VALUES | {"nodes": _nodes, "node": _node}
