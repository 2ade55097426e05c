"""Which fields there are to change, and what has changed between two states of an issue."""

from __future__ import annotations

from collections.abc import Iterator

from jira_linkfake.site.built_in_permissions import EDIT_ISSUES
from jira_linkfake.site.fields.additions import Comments, IssueLinks
from jira_linkfake.site.fields.catalogue import is_custom
from jira_linkfake.site.fields.choices import IssueTypeField, PriorityField, ProjectField, Security, StatusField
from jira_linkfake.site.fields.custom import CustomField
from jira_linkfake.site.fields.field import Editing, Field, FixedField
from jira_linkfake.site.fields.labels import Labels
from jira_linkfake.site.fields.parent import Parent
from jira_linkfake.site.fields.people import Assignee, Reporter
from jira_linkfake.site.fields.texts import Description, Summary
from jira_linkfake.site.model import Change, Issue
from jira_linkfake.site.store import Site

FIELDS: dict[str, Field] = {
    field.id: field
    for field in (
        Summary("summary"),
        IssueTypeField("issuetype"),
        ProjectField("project"),
        Parent("parent"),
        StatusField("status"),
        PriorityField("priority"),
        Labels("labels"),
        Assignee("assignee"),
        Reporter("reporter"),
        Security("security"),
        Description("description"),
        IssueLinks("issuelinks"),
        Comments("comment"),
    )
}
"""Jira's own fields that requests name when they change an issue, by id."""


def field_of(field_id: str) -> Field:
    """Return the field of an id, also where there is none: nobody can set that one."""
    return CustomField(field_id) if is_custom(field_id) else FIELDS.get(field_id) or FixedField(field_id)


def fields_on_screen(editing: Editing, issue: Issue) -> list[Field]:
    """Return the fields that the caller could set in a request of this purpose, in Jira's order."""
    if editing.purpose == "edit" and not editing.holds(EDIT_ISSUES, issue):
        return []
    fields = [*FIELDS.values(), *map(CustomField, issue.custom_fields)]
    if editing.purpose != "create":
        fields = [field for field in fields if field.id != "project"]
    return [field for field in fields if field.why_not_settable(editing, issue) is None]


def changes_between(site: Site, before: Issue, after: Issue) -> Iterator[Change]:
    """Yield what history tells of two states of an issue, a field each."""
    custom = dict.fromkeys([*before.custom_fields, *after.custom_fields])
    for field in (*FIELDS.values(), *map(CustomField, custom)):
        change = field.change(site, before, after)
        if change is not None:
            yield change
