"""Which fields there are to change, and what has changed between two states of an issue."""

from __future__ import annotations

from collections.abc import Iterator

from jira_linkfake.jira.comments.fields import Comments
from jira_linkfake.jira.fields.field import CustomField, Editing, Field, FixedField
from jira_linkfake.jira.fields.model import is_custom
from jira_linkfake.jira.history.model import Change
from jira_linkfake.jira.issue_links.fields import IssueLinks
from jira_linkfake.jira.issues.fields import Description, Labels, Parent, Summary
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.fields import Assignee, Reporter
from jira_linkfake.jira.permissions.model import EDIT_ISSUES
from jira_linkfake.jira.projects.fields import ProjectField, Security
from jira_linkfake.jira.site import Site
from jira_linkfake.jira.workflow.fields import IssueTypeField, PriorityField, StatusField

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
