"""The keys of JSON that a report may tell: `python -m tests.verify.keys` writes the package's file of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jira_linkfake
from tests.wire.schemas.reference import FILE as REFERENCE

FILE = Path(jira_linkfake.__file__).parent / "verify" / "documented_keys.txt"
OF_ERRORS = {"errorMessages", "errors", "type", "title", "status", "detail", "instance", "error", "code", "message"}
OF_SOFTWARE = {
    *("color", "completeDate", "createdDate", "done", "goal", "originBoardId", "state"),
    *("columnConfig", "columns", "constraintType", "estimation", "fieldId", "filter", "location", "max", "min"),
    *("rankCustomFieldId", "ranking", "subQuery", "boardId", "closedSprints", "epic", "flagged", "sprint"),
}
"""What sprints, epics and the configuration of boards have: the description says nothing of their answers."""


def documented() -> set[str]:
    """Return the keys that Atlassian's description has, and those of its errors and of Jira Software's answers."""
    kept = json.loads(REFERENCE.read_text(encoding="utf-8"))
    examples = {key for one in kept["operations"].values() for key in _keys(one["example"])}
    bodies = {key for one in kept["operations"].values() for key in one.get("body", ())}
    return {*_properties(kept), *examples, *bodies, *OF_ERRORS, *OF_SOFTWARE} - {"[]", "*", "200", "201", "202"}


def _properties(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        for name, value in schema.items():
            if name == "properties" and isinstance(value, dict):
                yield from value
            yield from _properties(value)
    elif isinstance(schema, list):
        for one in schema:
            yield from _properties(one)


def _keys(example: Any) -> Iterator[str]:
    if isinstance(example, dict):
        for name, value in example.items():
            yield name
            yield from _keys(value)


if __name__ == "__main__":
    FILE.write_text("\n".join(sorted(documented())) + "\n", encoding="utf-8")
