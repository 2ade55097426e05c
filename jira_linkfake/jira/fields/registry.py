"""Which fields issues have: all of them in Jira's order; and what has changed between two states of an issue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jira_linkfake.jira.comments.fields import Comments
from jira_linkfake.jira.fields.field import CustomField, Editing, Field, UnknownField
from jira_linkfake.jira.fields.model import IssueField, is_custom
from jira_linkfake.jira.history.model import Change
from jira_linkfake.jira.issue_links.fields import IssueLinks
from jira_linkfake.jira.issues.fields import (
    Created,
    Description,
    DueDate,
    Key,
    Labels,
    Parent,
    Subtasks,
    Summary,
    Updated,
)
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.fields import Assignee, Creator, Reporter
from jira_linkfake.jira.permissions.model import EDIT_ISSUES
from jira_linkfake.jira.projects.fields import ProjectField, Security
from jira_linkfake.jira.site import Site
from jira_linkfake.jira.versions.fields import AffectsVersions, FixVersions
from jira_linkfake.jira.workflow.fields import IssueTypeField, PriorityField, StatusField

FIELDS: tuple[Field, ...] = (
    Key(),
    Summary(),
    IssueTypeField(),
    ProjectField(),
    Parent(),
    StatusField(),
    PriorityField(),
    Labels(),
    Assignee(),
    Reporter(),
    Creator(),
    Security(),
    Description(),
    Created(),
    Updated(),
    DueDate(),
    FixVersions(),
    AffectsVersions(),
    Subtasks(),
    IssueLinks(),
    Comments(),
)
"""Jira's own fields that every site has, in the order in which an issue shows them."""

FIELDS_BY_ID = {field.id: field for field in FIELDS}

_ELSEWHERE = {
    "components",
    "environment",
    "resolution",
    "timetracking",
    "worklog",
}

FIELDS_NOT_SERVED = frozenset(_ELSEWHERE - FIELDS_BY_ID.keys())
"""Ids of fields of Jira's own that requests set there and not here."""


def field_of(site: Site, field_id: str) -> Field:
    """Return the field of an id; a custom one also where nobody has added it, and for no field one that is unknown."""
    if not is_custom(field_id):
        return FIELDS_BY_ID.get(field_id) or UnknownField(field_id)
    custom_id = int(field_id.rpartition("_")[2])
    added = site.fields.get(field_id)
    return CustomField(added or IssueField(id=field_id, name=field_id, type="any", custom_id=custom_id))


def fields_with(site: Site, custom: Iterable[str]) -> tuple[Field, ...]:
    """Return Jira's own fields, and behind them custom ones by their ids."""
    return (*FIELDS, *(field_of(site, name) for name in custom))


def fields_on_screen(editing: Editing, issue: Issue) -> list[Field]:
    """Return the fields that the caller could set in a request of this purpose, in Jira's order."""
    if editing.purpose == "edit" and not editing.holds(EDIT_ISSUES, issue):
        return []
    fields = fields_with(editing.site, issue.custom_fields)
    shown = [field for field in fields if editing.purpose == "create" or not field.only_on_create]
    return [field for field in shown if field.why_not_settable(editing, issue) is None]


def changes_between(site: Site, before: Issue, after: Issue) -> Iterator[Change]:
    """Yield what history tells of two states of an issue, a field each."""
    custom = dict.fromkeys([*before.custom_fields, *after.custom_fields])
    for field in fields_with(site, custom):
        yield from field.changes(site, before, after)
