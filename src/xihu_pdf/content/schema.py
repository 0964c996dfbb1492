"""The JSON Schema of content files, made of the table of keys."""

from typing import Any

from xihu_pdf.content.keys import EITHER, KEYS, NODES, Key
from xihu_pdf.content.kinds import KINDS

__all__ = ["json_schema"]


def json_schema() -> dict[str, Any]:
    """Make the JSON Schema (draft 2020-12) of a content file, for completion in editors; it knows Chinese keys too."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "xihu_pdf content",
        "$ref": "#/$defs/edition",
        "$defs": {name: _node_schema(name) for name in NODES},
    }


def _node_schema(node: str) -> dict[str, Any]:
    properties = {name: _value_schema(key) for key in KEYS[node] for name in (key.name, *key.aliases)}
    # Exactly one of the names of a required key, any of those of which one is needed.
    needed: list[dict[str, Any]] = [{"oneOf": _present(node, key.name)} for key in KEYS[node] if key.required]
    if node in EITHER:
        needed.append({"anyOf": _present(node, *EITHER[node])})
    zh, en = NODES[node]
    schema = {"description": f"{zh} / {en}", "type": "object", "properties": properties, "additionalProperties": False}
    return schema | ({"allOf": needed} if needed else {})


def _present(node: str, *names: str) -> list[dict[str, Any]]:
    """A condition for each name of the keys of a node."""
    return [{"required": [name]} for key in KEYS[node] if key.name in names for name in (key.name, *key.aliases)]


def _value_schema(key: Key) -> dict[str, Any]:
    schema = {"description": f"{key.meaning_zh} / {key.meaning_en}"} | KINDS[key.kind].schema
    if key.kind == "nodes":
        schema["items"] = {"$ref": f"#/$defs/{key.node}"}
    elif key.kind == "node":
        schema["$ref"] = f"#/$defs/{key.node}"
    elif key.kind == "choice":
        schema["enum"] = [name for pair in key.choices for name in pair]
    elif key.kind == "size":
        schema |= _size_schema()
    elif key.limits != (0, 0):
        schema["minimum"], schema["maximum"] = key.limits
    if key.refused:
        schema["not"] = {"anyOf": _present(key.node, *(name for name, _ in key.refused))}
    if key.default:
        schema["default"] = int(key.default) if key.limits != (0, 0) else key.default
    return schema


def _size_schema() -> dict[str, Any]:
    from xihu_pdf.content.sizes import LEAST, MOST, SIZE_PATTERN, SIZES

    number = {"type": "number", "minimum": LEAST, "maximum": MOST}
    return {"anyOf": [{"enum": list(SIZES)}, number, {"type": "string", "pattern": SIZE_PATTERN}]}
