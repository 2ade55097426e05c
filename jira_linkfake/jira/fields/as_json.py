"""The fields of issues, and what a caller could set them to, in Jira's JSON."""

from __future__ import annotations

from collections.abc import Callable

from jira_linkfake.jira.fields.field import Editing, Field, Purpose, described
from jira_linkfake.jira.fields.model import IssueField
from jira_linkfake.jira.fields.registry import fields_on_screen
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.as_json import security_level_json
from jira_linkfake.jira.projects.as_json import project_json
from jira_linkfake.jira.reader import Json, Reader
from jira_linkfake.jira.workflow.as_json import issue_type_json, priority_json

_CUSTOM_TYPES = "com.atlassian.jira.plugin.system.customfieldtypes"


def field_json(value: IssueField) -> Json:
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


_WITH_DEFAULT = frozenset({"priority", "reporter"})


def fields_metadata(reader: Reader, issue: Issue, purpose: Purpose) -> Json:
    """Return the fields that the reader could set of an issue, by id."""
    editing = Editing(site=reader.site, caller=reader.caller, purpose=purpose)
    return {field.id: _metadata(reader, issue, field) for field in fields_on_screen(editing, issue)}


def _metadata(reader: Reader, issue: Issue, field: Field) -> Json:
    described_field = described(reader.site, field.id)
    content: Json = {
        "required": field.required,
        "schema": field_schema(described_field),
        "name": described_field.name,
        "key": field.id,
        "hasDefaultValue": field.id in _WITH_DEFAULT,
        "operations": list(field.operations),
    }
    allowed = _ALLOWED.get(field.id)
    return content if allowed is None else {**content, "allowedValues": allowed(reader, issue)}


def _issue_types(reader: Reader, _: Issue) -> list[Json]:
    return [issue_type_json(one, reader.api) for one in reader.site.issue_types.values()]


def _own_project(reader: Reader, issue: Issue) -> list[Json]:
    return [project_json(reader.site.projects[issue.project], reader.api)]


def _priorities(reader: Reader, _: Issue) -> list[Json]:
    return [priority_json(one, reader.api) for one in reader.site.priorities.values()]


def _levels(reader: Reader, issue: Issue) -> list[Json]:
    people = reader.site.people
    levels = (one for one in people.levels_of(issue.project) if people.is_in_level(reader.caller, one))
    return [security_level_json(one, reader.api) for one in levels]


_ALLOWED: dict[str, Callable[[Reader, Issue], list[Json]]] = {
    "issuetype": _issue_types,
    "project": _own_project,
    "priority": _priorities,
    "security": _levels,
}
