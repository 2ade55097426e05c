"""Write `reference.json` anew, from Atlassian's descriptions: `python -m tests.wire.schemas.make PLATFORM SOFTWARE`.

Of each operation that is served, it keeps the schema of what each 2xx answers, which keys the reference's example of
it has, and what its query and its body can have: no sentence and no value. The statuses are in the package's own table
of operations.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from jira_linkfake.rest.operations import API, all_operations
from tests.wire.schemas.keys import keys_of
from tests.wire.schemas.reference import FILE, NAMED_TWICE, SOFTWARE

Schema = dict[str, Any]

_KEPT = (
    "enum",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minItems",
    "minLength",
    "minProperties",
    "minimum",
)
_KEPT_IF_TRUE = ("uniqueItems",)
_COMPONENTS = "#/components/schemas/"
_FIELDS = {
    **dict.fromkeys(("assignee", "creator", "reporter"), "UserDetails"),
    "comment": "PageOfComments",
    "issuetype": "IssueTypeDetails",
    "parent": "LinkedIssue",
    "priority": "Priority",
    "project": "ProjectDetails",
    "resolution": "Resolution",
    "security": "SecurityLevel",
    "status": "StatusDetails",
    "timetracking": "TimeTrackingDetails",
    "votes": "Votes",
    "watches": "Watchers",
    "worklog": "PageOfWorklogs",
}
_FIELDS_OF_MANY = {
    "attachment": "Attachment",
    "components": "ProjectComponent",
    "fixVersions": "Version",
    "issuelinks": "LinkOfIssue",
    "subtasks": "LinkedIssue",
    "versions": "Version",
}
"""What the fields of issues hold, of which the reference's schema says nothing: what their own operations answer."""


def main(platform: Path, software: Path) -> None:
    """Write the file, a line for each operation and each definition."""
    description = json.loads(platform.read_text(encoding="utf-8"))
    components = {name: reduced(schema) for name, schema in description["components"]["schemas"].items()}
    _fill_in_issues(components)
    operations = _operations(description, components, API)
    # Both have definitions of the same names.
    description = json.loads(software.read_text(encoding="utf-8").replace(_COMPONENTS, f"{_COMPONENTS}{_OF_SOFTWARE}"))
    components |= {
        f"{_OF_SOFTWARE}{name}": reduced(schema) for name, schema in description["components"]["schemas"].items()
    }
    operations |= _operations(description, components, SOFTWARE)
    reached = {name: components[name] for name in _reached(operations, components)}
    FILE.write_text(
        f'{{"definitions":{{\n{_lines(reached)}\n}},"operations":{{\n{_lines(operations)}\n}}}}\n', encoding="utf-8"
    )


_OF_SOFTWARE = "Software"


def _operations(description: Any, components: dict[str, Schema], below: str) -> dict[str, Any]:
    """Return what is kept of the operations below a path that are served."""
    known = {operation.id for operation in all_operations() if operation.module and operation.path.startswith(below)}
    if below == SOFTWARE:
        known -= NAMED_TWICE
    return {
        one["operationId"]: {**_operation(one["responses"], components), **_asked(one, description)}
        for methods in description["paths"].values()
        for one in methods.values()
        if isinstance(one, dict) and one.get("operationId") in known
    }


def _fill_in_issues(components: dict[str, Schema]) -> None:
    """Say what the fields of issues hold; a link of an issue has one end, where the reference demands both."""
    components["LinkOfIssue"] = {**components["IssueLink"], "required": ["id", "type"]}
    of_one = {name: {"anyOf": [_ref(schema), {"type": "null"}]} for name, schema in _FIELDS.items()}
    of_many = {name: {"items": _ref(schema), "type": "array"} for name, schema in _FIELDS_OF_MANY.items()}
    components["IssueBean"]["properties"]["fields"] = {"type": "object", "properties": of_one | of_many}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _lines(entries: dict[str, Any]) -> str:
    return ",\n".join(f"{json.dumps(name)}:{_compact(entries[name])}" for name in sorted(entries))


def _compact(value: Any) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"))


def _operation(responses: dict[str, Any], components: dict[str, Schema]) -> dict[str, Any]:
    """Return what is kept of an operation: `schema` and `example` of each 2xx that has them."""
    kept: dict[str, Any] = {"schema": {}, "example": {}}
    for status, response in responses.items():
        content = response.get("content", {}).get("application/json", {})
        if status.startswith("2") and content.get("schema"):
            kept["schema"][status] = reduced(content["schema"])
            if example := _example(content):
                kept["example"][status] = keys_of(example, kept["schema"][status], components)
    return kept


def _asked(operation: Any, description: Any) -> dict[str, list[str]]:
    """Return the names of what an operation takes: in its `query`, and at the top of its `body` what can be set."""
    query = [one["name"] for one in operation.get("parameters", ()) if one["in"] == "query"]
    content = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    schema = content.get("schema", {})
    if "$ref" in schema:
        schema = description["components"]["schemas"][schema["$ref"].removeprefix(_COMPONENTS)]
    body = [name for name, one in schema.get("properties", {}).items() if not one.get("readOnly")]
    return {name: sorted(names) for name, names in (("query", query), ("body", body)) if names}


def _example(content: dict[str, Any]) -> Any:
    """Return the example, which most often is JSON in a text; None where there is none or the text is no JSON."""
    try:
        return json.loads(content["example"])
    except (KeyError, ValueError):
        return None
    except TypeError:
        return content["example"]


def reduced(schema: Schema) -> Schema:
    """Return an OpenAPI schema as the JSON Schema of what is answered, without words, formats and what is only sent."""
    if "$ref" in schema:
        return {"$ref": schema["$ref"].replace(_COMPONENTS, "#/definitions/")}
    kept = {name: schema[name] for name in _KEPT if name in schema}
    kept |= {name: True for name in _KEPT_IF_TRUE if schema.get(name)}
    kept |= {name: [reduced(one) for one in schema[name]] for name in ("allOf", "anyOf", "oneOf") if name in schema}
    if "type" in schema:
        kept["type"] = schema["type"]
    if "items" in schema:
        kept["items"] = reduced(schema["items"])
    kept |= _of_object(schema)
    if list(kept) == ["allOf"] and len(kept["allOf"]) == 1:
        kept = kept["allOf"][0]
    return _or_null(kept) if schema.get("nullable") else kept


def _of_object(schema: Schema) -> Schema:
    answered = {name: one for name, one in schema.get("properties", {}).items() if not one.get("writeOnly")}
    kept: Schema = {"properties": {name: reduced(one) for name, one in answered.items()}} if answered else {}
    if required := [name for name in schema.get("required", ()) if name in answered]:
        kept["required"] = sorted(required)
    others = schema.get("additionalProperties", True)
    if others is False:
        if not any(name in schema for name in ("allOf", "anyOf", "oneOf")):  # whose properties are none of its own
            kept["additionalProperties"] = False
    elif others is not True and (of_others := reduced(others)):
        kept["additionalProperties"] = of_others
    return kept


def _or_null(schema: Schema) -> Schema:
    if "type" not in schema:
        return {"anyOf": [schema, {"type": "null"}]} if schema else {}
    values = {"enum": [*schema["enum"], None]} if "enum" in schema else {}
    return {**schema, "type": [schema["type"], "null"], **values}


def _reached(operations: dict[str, Any], components: dict[str, Schema]) -> set[str]:
    """Return the names of the definitions that the operations' schemas need."""
    reached: set[str] = set()
    waiting: list[Any] = [one["schema"] for one in operations.values()]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            if isinstance(one.get("$ref"), str) and (name := one["$ref"].rpartition("/")[2]) not in reached:
                reached.add(name)
                waiting.append(components[name])
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)
    return reached


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
