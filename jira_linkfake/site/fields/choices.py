"""Fields whose value is chosen from what the site has: type, priority, security level; status and project."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from jira_linkfake.site.built_in_permissions import SET_ISSUE_SECURITY
from jira_linkfake.site.fields.field import Editing, Field, Operation, Told, chosen_from, reference_in
from jira_linkfake.site.model import Issue, IssueType
from jira_linkfake.site.refusals import Refused
from jira_linkfake.site.refusals.fields import (
    FieldNotSettable,
    IssueTypeMissing,
    IssueTypeUnknown,
    PriorityUnknown,
    PriorityUnnamed,
    SecurityLevelUnseen,
)
from jira_linkfake.site.store import Site


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

    def told(self, site: Site, issue: Issue) -> Told:  # noqa: ARG002 - as all fields
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

    def told(self, site: Site, issue: Issue) -> Told:  # noqa: ARG002 - as all fields
        """Return how history tells the priority."""
        return (None, None) if issue.priority is None else (str(issue.priority.id), issue.priority.name)


class Security(Field):
    """The security level: one that the caller is in."""

    def why_not_settable(self, editing: Editing, issue: Issue) -> str | None:
        """Return that the caller may not set security levels, where it is so."""
        if editing.holds(SET_ISSUE_SECURITY, issue):
            return None
        return f"it takes Set issue security in {issue.project}"

    def changed(self, editing: Editing, issue: Issue, operation: Operation) -> Issue:
        """Return an issue with another security level, or with none."""
        if operation.value is None:
            return replace(issue, security_level=None)
        value = self.object_of(operation.value)
        people = editing.site.people
        level = chosen_from(people.levels_of(issue.project), value)
        if level is None or not people.is_in_level(editing.caller, level):
            name = reference_in(value, "id", "name") or ""
            raise Refused(SecurityLevelUnseen(value=name, project=issue.project, caller=editing.caller))
        return replace(issue, security_level=level)

    def told(self, site: Site, issue: Issue) -> Told:  # noqa: ARG002 - as all fields
        """Return how history tells the security level."""
        level = issue.security_level
        return (None, None) if level is None else (str(level.id), level.name)


class StatusField(Field):
    """The status, which only a transition changes."""

    operations = ()

    def why_not_settable(self, editing: Editing, issue: Issue) -> str | None:  # noqa: ARG002 - as all fields
        """Return why nobody sets it."""
        return "only a transition changes it"

    def told(self, site: Site, issue: Issue) -> Told:  # noqa: ARG002 - as all fields
        """Return how history tells the status."""
        return str(issue.status.id), issue.status.name


class ProjectField(Field):
    """The project, which is chosen once, when the issue is created; sending it again changes nothing."""

    required = True

    def changed(self, editing: Editing, issue: Issue, operation: Operation) -> Issue:
        """Return the issue as it is; raises `Refused` for another project than its own."""
        own, value = editing.site.projects[issue.project], self.object_of(operation.value)
        if reference_in(value, "id") == str(own.id) or (reference_in(value, "key") or "").upper() == own.key:
            return issue
        raise Refused(FieldNotSettable(field=self.id, why="an issue stays in its project"))

    def told(self, site: Site, issue: Issue) -> Told:
        """Return how history tells the project."""
        return str(site.projects[issue.project].id), issue.project
