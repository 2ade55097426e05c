"""The fields of issues: what they hold, and how requests may change them."""

from __future__ import annotations

from jira_linkfake.rest.representations.basics import Json
from jira_linkfake.site.model import IssueField

_CUSTOM_TYPES = "com.atlassian.jira.plugin.system.customfieldtypes"


def field(value: IssueField) -> Json:
    """Return a field, as the list of all has it; an issue's key has no schema."""
    content: Json = {
        "id": value.id,
        "key": value.id,
        "name": value.name,
        "custom": value.custom_id is not None,
        "orderable": value.orderable,
        "navigable": value.navigable,
        "searchable": value.searchable,
        "clauseNames": list(value.clauses),
    }
    return content if value.type is None else {**content, "schema": field_schema(value)}


def field_schema(value: IssueField) -> Json:
    """Return what a field holds."""
    schema: Json = {"type": value.type}
    if value.items is not None:
        schema["items"] = value.items
    if value.custom_id is None:
        return {**schema, "system": value.id}
    kind = value.id if value.custom_type is None else f"{_CUSTOM_TYPES}:{value.custom_type}"
    return {**schema, "custom": kind, "customId": value.custom_id}
