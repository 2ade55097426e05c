"""The JSON Schema of data, for editors: made from its declaration."""

from __future__ import annotations

import inspect
from typing import Any

from jira_linkfake.data.format import Attribute, Data, Entry

Json = dict[str, Any]


def json_schema() -> Json:
    """Return the JSON Schema of data, by draft 2020-12."""
    schema = Data()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Data of jira_linkfake",
        **_object(schema, {name: _of(field) for name, field in schema.fields.items()}),
        "$defs": {kind: _entry(field.inner.schema) for kind, field in _lists(schema).items()},
    }


def _lists(schema: Data) -> dict[str, Any]:
    return {name: field for name, field in schema.fields.items() if not isinstance(field, Attribute)}


def _of(field: Any) -> Json:
    """Return the schema of an attribute, or of a list of things."""
    if not isinstance(field, Attribute):
        items = {"$ref": f"#/$defs/{field.name}"}
        return {"type": "array", "items": items, "description": inspect.getdoc(type(field.inner.schema))}
    shape = {"anyOf": [field.kind.shape, {"type": "null"}]} if field.allow_none else field.kind.shape
    return {**shape, "description": field.meaning}


def _entry(schema: Entry) -> Json:
    thing = _object(schema, {name: _of(field) for name, field in schema.fields.items()})
    return {"anyOf": [{"type": "string"}, thing]} if schema.alone else thing


def _object(schema: Entry, properties: Json) -> Json:
    required = [name for name, field in schema.fields.items() if field.required]
    told = {"type": "object", "description": inspect.getdoc(type(schema)), "properties": properties}
    return {**told, **({"required": required} if required else {}), "additionalProperties": False}
