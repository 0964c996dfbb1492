"""The skeleton of a page in one line, as an editor copies it from a contact sheet into the content.

``4:1/3|2:2/(1:4|1:5)`` are two bands of four and two columns; at the left article 1 above article 3, at the right
article 2 above 4 and 5, which stand side by side on a column each. Articles are numbered in the order of the content.
"""

import re
from typing import NamedTuple

from xihu_pdf.layout.shapes import Shape
from xihu_pdf.layout.survey import Tree

__all__ = ["SkeletonError", "read_skeleton", "skeleton_line"]

_TOKENS = r"[0-9]+|[:|/()]"
_WIDE = str.maketrans("：｜／（）", ":|/()")


class SkeletonError(Exception):
    """Raised where a line is no skeleton of the page; ``code`` names the finding, ``values`` fill it."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code, self.values = code, values


class _Node(NamedTuple):
    """A cut, ``h`` or ``v``, its parts and the columns of each (0 where not given); or an article, by its number."""

    cut: str
    parts: tuple["_Node", ...]
    columns: tuple[int, ...]
    article: int = 0


def skeleton_line(shape: Shape, numbers: list[int]) -> str:
    """Write the cuts of a page; ``numbers`` has the number in the content of each of its articles."""
    if not shape.cut:
        return str(numbers[shape.parts[0]])
    lines = []
    for part in _flat(shape, shape.cut):
        line = skeleton_line(part, numbers)
        if shape.cut == "v":
            lines.append(f"{part.columns}:{line}")
        else:
            lines.append(f"({line})" if part.cut else line)
    return ("|" if shape.cut == "v" else "/").join(lines)


def _flat(shape: Shape, cut: str) -> list[Shape]:
    """The parts of a shape that are cut in the same way, after one another."""
    return [each for part in shape.parts for each in _flat(part, cut)] if shape.cut == cut else [shape]


def read_skeleton(line: str, items: list[int], columns: int) -> Tree:
    """Read the cuts of a page of so many columns; ``items`` has the item of each article, in the order of the content.

    Raises SkeletonError where the line cannot be read, leaves an article out or has other columns than the page.
    """
    plain = line.translate(_WIDE)
    tokens = re.findall(_TOKENS, plain)
    if "".join(tokens) != re.sub(r"\s", "", plain):
        raise SkeletonError("plan-form")
    node = _Reading(tokens).whole()
    numbers = _articles(node)
    if sorted(numbers) != list(range(1, len(items) + 1)):
        raise SkeletonError("plan-articles", count=len(items))
    tree: Tree = {}
    _grow(node, items, columns, tree)
    return tree


class _Reading:
    """The reading of a line, token by token."""

    __slots__ = ("_tokens",)

    def __init__(self, tokens: list[str]) -> None:
        self._tokens = tokens[::-1]

    def whole(self) -> _Node:
        node = self._side()
        if self._tokens:
            raise SkeletonError("plan-form")
        return node

    def _side(self) -> _Node:
        """Bands side by side, or one alone."""
        bands = [self._band()]
        while self._take("|"):
            bands.append(self._band())
        if len(bands) == 1:
            return bands[0][1]
        return _spliced("v", [node for _, node in bands], [wide for wide, _ in bands])

    def _band(self) -> tuple[int, _Node]:
        """What stands one above the other, and the columns written before it."""
        wide = 0
        if len(self._tokens) > 1 and self._tokens[-2] == ":":
            wide = self._number()
            self._take(":")
        nodes = [self._item()]
        while self._take("/"):
            nodes.append(self._item())
        return wide, nodes[0] if len(nodes) == 1 else _spliced("h", nodes, [0] * len(nodes))

    def _item(self) -> _Node:
        if self._take("("):
            node = self._side()
            if not self._take(")"):
                raise SkeletonError("plan-form")
            return node
        return _Node("", (), (), self._number())

    def _number(self) -> int:
        token = self._tokens.pop() if self._tokens else ""
        if not token.isdecimal():
            raise SkeletonError("plan-form")
        return int(token)

    def _take(self, token: str) -> bool:
        taken = bool(self._tokens) and self._tokens[-1] == token
        if taken:
            self._tokens.pop()
        return taken


def _spliced(cut: str, nodes: list[_Node], columns: list[int]) -> _Node:
    """A cut whose parts are not cut the same way: theirs take their place."""
    parts: list[_Node] = []
    widths: list[int] = []
    for node, wide in zip(nodes, columns, strict=True):
        parts += node.parts if node.cut == cut else (node,)
        widths += node.columns if node.cut == cut else (wide,)
    return _Node(cut, tuple(parts), tuple(widths))


def _articles(node: _Node) -> list[int]:
    return [each for part in node.parts for each in _articles(part)] if node.cut else [node.article]


def _grow(node: _Node, items: list[int], columns: int, tree: Tree) -> int:
    """Put the cuts below a node into the tree; give the set of its articles."""
    if not node.cut:
        return 1 << items[node.article - 1]
    if node.cut == "v" and (sum(node.columns) != columns or 0 in node.columns):
        raise SkeletonError("plan-columns", given="+".join(map(str, node.columns)), columns=columns)
    widths = node.columns if node.cut == "v" else (columns,) * len(node.parts)
    sets = [_grow(part, items, wide, tree) for part, wide in zip(node.parts, widths, strict=True)]
    rest = sum(sets)
    for one, wide in zip(sets[:-1], widths, strict=False):
        tree[rest] = (node.cut, one, rest ^ one, wide if node.cut == "v" else 0)
        rest ^= one
    return sum(sets)
