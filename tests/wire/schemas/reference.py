"""What is kept of Atlassian's description: which statuses, schemas and keys the answers of each operation have."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator, ValidationError

from jira_linkfake.rest.operations import API, all_operations
from tests.wire.schemas.keys import Keys, beyond, keys_of

FILE = Path(__file__).with_name("reference.json")
"""Made by `tests.wire.schemas.make` from what `jira_linkfake.jira.evidence.OPENAPI` names."""

SOFTWARE = "/rest/agile/1.0/"
NAMED_TWICE = {"getConfiguration", "getIssue"}
"""What the platform and Jira Software both have an operation of: of the latter's the cases alone hold the answers."""

DOCUMENT = {
    "type": "object",
    "required": ["content", "type", "version"],
    "properties": {"type": {"const": "doc"}, "version": {"const": 1}, "content": {"type": "array"}},
}
RICH_TEXT = {2: {"type": "string"}, 3: DOCUMENT}
"""Where version 3 has a document, version 2 has text; nothing else differs between the schemas of the two."""


@cache
def _read() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return content


def in_the_reference(operation: str) -> bool:
    """Say whether the schemas have an operation."""
    return operation in _read()["operations"]


def statuses_of(operation: str) -> set[int]:
    """Return the statuses that the reference lists for an operation of the platform, or else of Jira Software."""
    statuses = next(
        one.statuses
        for family in (API, SOFTWARE)
        for one in all_operations()
        if one.id == operation and one.path.startswith(family)
    )
    return {int(status) for status in statuses.split()}


def asked_of(operation: str, part: str) -> set[str]:
    """Return the names of what an operation takes in its `query` or its `body`."""
    return set(_read()["operations"][operation].get(part, ()))


def example_of(operation: str, status: int) -> Keys:
    """Return the keys of the reference's example of an answer; without one, none."""
    return _read()["operations"][operation]["example"].get(str(status), {})


def keys_of_answer(operation: str, status: int, answer: Any) -> Keys:
    """Return the keys of an answer, such that they can be compared with the example's."""
    return keys_of(answer, _schema_of(operation, status), _read()["definitions"])


def mismatches(operation: str, status: int, version: int, answer: Any) -> Iterator[str]:
    """Yield how an answer differs from its schema: where, and in what."""
    validator = Draft7Validator({**_schema_of(operation, status), "definitions": _definitions(version)})
    return (f"{_path_of(one)} {_what_of(one)}" for error in validator.iter_errors(answer) for one in _causes(error))


def keys_beyond(operation: str, status: int, answer: Any) -> Iterator[str]:
    """Yield the paths of the keys that an answer's schema does not name, though it allows them."""
    return beyond(answer, _schema_of(operation, status), _read()["definitions"])


def _schema_of(operation: str, status: int) -> dict[str, Any]:
    return _read()["operations"][operation]["schema"].get(str(status), {})


@cache
def _definitions(version: int) -> dict[str, Any]:
    """Return the definitions, with what rich text is in a version."""
    rich = RICH_TEXT[version]
    definitions = json.loads(json.dumps(_read()["definitions"]))
    definitions["Comment"]["properties"]["body"] = rich
    definitions["Worklog"]["properties"]["comment"] = rich
    of_issue = {name: {"anyOf": [rich, {"type": "null"}]} for name in ("description", "environment")}
    definitions["IssueBean"]["properties"]["fields"]["properties"] |= of_issue
    return definitions


def _causes(error: ValidationError) -> Iterator[ValidationError]:
    """Yield why none of several schemas fits, but for not being null."""
    if not error.context:
        yield error
    for one in error.context:
        if one.validator_value != "null":
            yield from _causes(one)


def _path_of(error: ValidationError) -> str:
    """Return where in the answers something is wrong: `issues[].fields.status`; `*` stands for a key that is data."""
    path, tokens = "", iter([*error.absolute_schema_path][:-1])
    for token in tokens:
        if token == "properties":
            path += f".{next(tokens)}"
        elif token in ("items", "additionalProperties"):
            path += {"items": "[]", "additionalProperties": ".*"}[token]
    return path.removeprefix(".") or "the answer"


def _what_of(error: ValidationError) -> str:
    if error.validator == "required":
        return f"lacks {', '.join(name for name in error.validator_value if name not in error.instance)}"
    if error.validator == "additionalProperties":
        return f"has {', '.join(sorted(error.instance.keys() - error.schema.get('properties', {}).keys()))} too"
    if error.validator == "type":
        return f"is {json.dumps(error.instance)[:40]}, not of the type {error.validator_value}"
    return f"is {json.dumps(error.instance)[:40]}, against {error.validator} {error.validator_value}"
