"""The keys of an answer, whatever their values: what an answer and the reference's example of it can be compared by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

Keys = dict[str, "Keys"]
"""The keys of an object, with those below each; `[]` has those of a list's elements.

`*` has those of all the values of an object whose keys are data, such as permissions by their name. A document of
rich text has none, as its keys are data too.
"""


def keys_of(value: Any, schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Keys:
    """Return the keys of a value; its schema, with the definitions it refers to, says where keys are data."""
    schema = resolved(schema, definitions)
    if isinstance(value, list):
        below = schema.get("items", {})
        return {"[]": merged(keys_of(one, below, definitions) for one in value)} if value else {}
    if not isinstance(value, dict) or value.get("type") == "doc":
        return {}
    if isinstance(others := schema.get("additionalProperties"), dict):
        return {"*": merged(keys_of(one, others, definitions) for one in value.values())} if value else {}
    of = schema.get("properties", {})
    return {name: keys_of(one, of.get(name, {}), definitions) for name, one in value.items()}


def resolved(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what a schema refers to, of a schema or null the schema, and of several what any of them has."""
    while "$ref" in schema:
        schema = definitions[schema["$ref"].rpartition("/")[2]]
    if "anyOf" not in schema:
        return schema
    several = [resolved(one, definitions) for one in schema["anyOf"] if one != {"type": "null"}]
    if len(several) == 1:
        return several[0]
    return {"properties": {name: one for each in several for name, one in each.get("properties", {}).items()}}


def merged(several: Iterable[Keys]) -> Keys:
    """Return the keys that any of several has."""
    together: Keys = {}
    for one in several:
        for name, below in one.items():
            together[name] = merged([together.get(name, {}), below])
    return together


def lacking(expected: Keys, found: Keys, path: str = "") -> Iterator[str]:
    """Yield the paths of the keys that are expected and not found; what is below such a key is not told."""
    for name, below in expected.items():
        here = f"{path}{name}" if name == "[]" or not path else f"{path}.{name}"
        if name in found:
            yield from lacking(below, found[name], here)
        else:
            yield here


def beyond(value: Any, schema: Mapping[str, Any], definitions: Mapping[str, Any], path: str = "") -> Iterator[str]:
    """Yield the paths of the keys that a schema does not name where it allows more than it names.

    The fields of an issue are data, and so is a document of rich text.
    """
    schema = resolved(schema, definitions)
    if isinstance(value, list):
        for one in value:
            yield from beyond(one, schema.get("items", {}), definitions, f"{path}[]")
    elif isinstance(value, dict) and value.get("type") != "doc":
        named, others = schema.get("properties", {}), schema.get("additionalProperties", {})
        for name, one in value.items():
            here = f"{path}.{name}" if path else name
            if name in named:
                yield from beyond(one, named[name], definitions, here)
            elif others:
                yield from beyond(one, others, definitions, f"{path}.*")
            elif named and others is not False and not path.endswith("fields"):
                yield here
