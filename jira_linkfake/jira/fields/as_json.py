"""The fields of issues, and what a caller could set them to, in Jira's JSON."""

from __future__ import annotations

from jira_linkfake.jira.fields.field import Editing, Field
from jira_linkfake.jira.fields.model import CUSTOM_TYPES
from jira_linkfake.jira.fields.registry import fields_on_screen
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.reader import Json, Reader


def field_json(value: Field) -> Json:
    """Return a field, as the list of all has it; an issue's key has no schema."""
    content: Json = {
        "id": value.id,
        "key": value.id,
        "name": value.name,
        "custom": value.custom_id is not None,
        "orderable": value.orderable,
        "navigable": value.navigable,
        "searchable": value.searchable,
        "clauseNames": list(value.clause_names),
    }
    return content if value.type is None else {**content, "schema": field_schema(value)}


def field_schema(value: Field) -> Json:
    """Return what a field holds."""
    schema: Json = {"type": value.type}
    if value.items is not None:
        schema["items"] = value.items
    if value.custom_id is None:
        return {**schema, "system": value.id}
    kind = value.id if value.custom_type is None else value.custom_type
    if ":" not in kind and value.custom_type is not None:
        kind = f"{CUSTOM_TYPES}{kind}"
    return {**schema, "custom": kind, "customId": value.custom_id}


def screen_json(reader: Reader, issue: Issue, editing: Editing) -> Json:
    """Return the fields that the reader could set of an issue with a request, by id."""
    return {field.id: _metadata(reader, issue, editing, field) for field in fields_on_screen(editing, issue)}


def _metadata(reader: Reader, issue: Issue, editing: Editing, field: Field) -> Json:
    content: Json = {
        "required": field.is_required(editing, issue),
        "schema": field_schema(field),
        "name": field.name,
        "key": field.id,
        "hasDefaultValue": field.with_default,
        "operations": list(field.operations),
    }
    allowed = field.allowed(reader, issue)
    return content if allowed is None else {**content, "allowedValues": allowed}
