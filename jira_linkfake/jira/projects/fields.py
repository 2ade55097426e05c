"""The fields of issues that belong to their project."""

from __future__ import annotations

from dataclasses import replace

from jira_linkfake.jira.fields.field import Editing, Field, Operation, Told, chosen_from, reference_in
from jira_linkfake.jira.fields.refusals import FieldNotSettable, SecurityLevelUnseen
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.permissions.model import SET_ISSUE_SECURITY
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.site import Site


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

    def told(self, site: Site, issue: Issue) -> Told:
        """Return how history tells the security level."""
        level = issue.security_level
        return (None, None) if level is None else (str(level.id), level.name)


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
