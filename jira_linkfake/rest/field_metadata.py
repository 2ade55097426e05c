"""What a caller could set of an issue, and to what: the fields of Jira's create, edit and transition screens."""

from __future__ import annotations

from collections.abc import Callable

from jira_linkfake.rest import representations as represent
from jira_linkfake.rest.call import Reader
from jira_linkfake.rest.representations import Json
from jira_linkfake.site.fields.catalogue import described
from jira_linkfake.site.fields.field import Editing, Field, Purpose
from jira_linkfake.site.fields.registry import fields_on_screen
from jira_linkfake.site.model import Issue

_WITH_DEFAULT = frozenset({"priority", "reporter"})


def fields_metadata(reader: Reader, issue: Issue, purpose: Purpose) -> Json:
    """Return the fields that the reader could set of an issue, by id."""
    editing = Editing(site=reader.site, caller=reader.caller, purpose=purpose)
    return {field.id: _metadata(reader, issue, field) for field in fields_on_screen(editing, issue)}


def _metadata(reader: Reader, issue: Issue, field: Field) -> Json:
    described_field = described(reader.site, field.id)
    content: Json = {
        "required": field.required,
        "schema": represent.field_schema(described_field),
        "name": described_field.name,
        "key": field.id,
        "hasDefaultValue": field.id in _WITH_DEFAULT,
        "operations": list(field.operations),
    }
    allowed = _ALLOWED.get(field.id)
    return content if allowed is None else {**content, "allowedValues": allowed(reader, issue)}


def _issue_types(reader: Reader, _: Issue) -> list[Json]:
    return [represent.issue_type(one, reader.api) for one in reader.site.issue_types.values()]


def _own_project(reader: Reader, issue: Issue) -> list[Json]:
    return [represent.project(reader.site.projects[issue.project], reader.api)]


def _priorities(reader: Reader, _: Issue) -> list[Json]:
    return [represent.priority(one, reader.api) for one in reader.site.priorities.values()]


def _levels(reader: Reader, issue: Issue) -> list[Json]:
    people = reader.site.people
    levels = (one for one in people.levels_of(issue.project) if people.is_in_level(reader.caller, one))
    return [represent.security_level(one, reader.api) for one in levels]


_ALLOWED: dict[str, Callable[[Reader, Issue], list[Json]]] = {
    "issuetype": _issue_types,
    "project": _own_project,
    "priority": _priorities,
    "security": _levels,
}
