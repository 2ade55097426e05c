"""Which fields issues have: all of them in Jira's order; and what has changed between two states of an issue."""

from __future__ import annotations

from collections.abc import Iterator

from jira_linkfake.jira.attachments.fields import Attachments
from jira_linkfake.jira.comments.fields import Comments
from jira_linkfake.jira.components.fields import Components
from jira_linkfake.jira.fields.field import CustomField, Editing, Field, UnknownField
from jira_linkfake.jira.fields.model import EPIC_LINK, RANK, SPRINT, IssueField
from jira_linkfake.jira.fields.unserved import UNSERVED_FIELDS
from jira_linkfake.jira.history.model import Change
from jira_linkfake.jira.issue_links.fields import IssueLinks
from jira_linkfake.jira.issues.fields import (
    Created,
    Description,
    DueDate,
    Environment,
    Key,
    Labels,
    Parent,
    Subtasks,
    Summary,
    Updated,
)
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.fields import Assignee, Creator, Reporter, UserField
from jira_linkfake.jira.permissions.model import EDIT_ISSUES
from jira_linkfake.jira.projects.fields import ProjectField, Security
from jira_linkfake.jira.site import Site
from jira_linkfake.jira.versions.fields import AffectsVersions, FixVersions
from jira_linkfake.jira.votes.fields import Votes
from jira_linkfake.jira.watchers.fields import Watches
from jira_linkfake.jira.workflow.fields import (
    CategoryChanged,
    IssueTypeField,
    PriorityField,
    ResolutionDate,
    ResolutionField,
    StatusCategoryField,
    StatusField,
)
from jira_linkfake.jira.worklogs.fields import TIME_FIELDS

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
    Subtasks(),
    IssueLinks(),
    Comments(),
    ResolutionField(),
    ResolutionDate(),
    StatusCategoryField(),
    CategoryChanged(),
    Environment(),
    FixVersions(),
    AffectsVersions(),
    Watches(),
    Votes(),
    *TIME_FIELDS,
    Components(),
    Attachments(),
    *UNSERVED_FIELDS,
)
"""Jira's own fields that every site has, in the order in which an issue shows them."""

FIELDS_BY_ID = {field.id: field for field in FIELDS}


def field_of(site: Site, field_id: str) -> Field:
    """Return the field of an id: Jira's own, or one that the site has; for no field one that is unknown."""
    added = site.fields.get(field_id)
    if added is not None:
        return _custom(added)
    return FIELDS_BY_ID.get(field_id) or UnknownField(field_id)


def _custom(described: IssueField) -> CustomField:
    if described.custom_type in (SPRINT, EPIC_LINK, RANK):
        from jira_linkfake.jira.boards.fields import software_field  # once the site has a board

        return software_field(described)
    return UserField(described) if "user" in (described.type, described.items) else CustomField(described)


def fields_of_site(site: Site) -> tuple[Field, ...]:
    """Return Jira's own fields, and behind them the custom ones that the site has."""
    return (*FIELDS, *map(_custom, site.fields.values()))


def fields_on_screen(editing: Editing, issue: Issue) -> list[Field]:
    """Return the fields that the caller could set in a request of this purpose, in Jira's order."""
    if editing.purpose == "edit" and not editing.holds(EDIT_ISSUES, issue):
        return []
    shown = (
        one for one in fields_of_site(editing.site) if one.is_listed(editing) and not one.why_not_on_screen(editing)
    )
    return [field for field in shown if field.why_not_settable(editing, issue) is None]


def changes_between(site: Site, before: Issue, after: Issue) -> Iterator[Change]:
    """Yield what history tells of two states of an issue, a field each."""
    for field in fields_of_site(site):
        yield from field.changes(site, before, after)
