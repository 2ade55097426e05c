"""The fields of issues that are chosen from what the site has: type, priority, status."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from jira_linkfake.jira.fields.field import Editing, Field, Operation, Told, chosen_from, reference_in
from jira_linkfake.jira.fields.refusals import IssueTypeMissing, IssueTypeUnknown, PriorityUnknown, PriorityUnnamed
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.site import Site
from jira_linkfake.jira.workflow.model import IssueType


class IssueTypeField(Field):
    """The type of the issue."""

    required = True

    def changed(self, editing: Editing, issue: Issue, operation: Operation) -> Issue:
        """Return an issue of another type."""
        return replace(issue, type=self.chosen(editing.site, operation.value))

    def chosen(self, site: Site, value: object) -> IssueType:
        """Return the type that a request names."""
        if value is None:
            raise Refused(IssueTypeMissing())
        named = self.object_of(value)
        name = reference_in(named, "id", "name")
        if name is None:
            raise Refused(IssueTypeMissing())
        issue_type = chosen_from(list(site.issue_types.values()), named)
        if issue_type is None:
            raise Refused(IssueTypeUnknown(value=name))
        return issue_type

    def told(self, site: Site, issue: Issue) -> Told:
        """Return how history tells the type."""
        return str(issue.type.id), issue.type.name


class PriorityField(Field):
    """The priority; an issue can be without."""

    def changed(self, editing: Editing, issue: Issue, operation: Operation) -> Issue:
        """Return an issue with another priority, or with none."""
        if operation.value is None:
            return replace(issue, priority=None)
        value = operation.value if isinstance(operation.value, Mapping) else {}
        name = reference_in(value, "id", "name")
        if name is None:
            raise Refused(PriorityUnnamed())
        priority = chosen_from(list(editing.site.priorities.values()), value)
        if priority is None:
            raise Refused(PriorityUnknown(value=name))
        return replace(issue, priority=priority)

    def told(self, site: Site, issue: Issue) -> Told:
        """Return how history tells the priority."""
        return (None, None) if issue.priority is None else (str(issue.priority.id), issue.priority.name)


class StatusField(Field):
    """The status, which only a transition changes."""

    operations = ()

    def why_not_settable(self, editing: Editing, issue: Issue) -> str | None:
        """Return why nobody sets it."""
        return "only a transition changes it"

    def told(self, site: Site, issue: Issue) -> Told:
        """Return how history tells the status."""
        return str(issue.status.id), issue.status.name
