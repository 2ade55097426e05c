"""The parent, and what it must be."""

from __future__ import annotations

from dataclasses import replace

from jira_linkfake.site.fields.field import Editing, Field, Operation, Told, reference_in
from jira_linkfake.site.issues import IssueReference, find_issue
from jira_linkfake.site.model import Issue
from jira_linkfake.site.model.history import PARENT
from jira_linkfake.site.refusals import Refusal, Refused
from jira_linkfake.site.refusals.fields import IssueTypeUnfit, ParentElsewhere, ParentMissing, ParentUnfit, ParentUnseen
from jira_linkfake.site.store import Site


class Parent(Field):
    """The issue that the issue is a part of."""

    history_name = PARENT

    def changed(self, editing: Editing, issue: Issue, operation: Operation) -> Issue:
        """Return an issue with another parent, or with none."""
        if operation.value is None:
            return replace(issue, parent_id=None)
        value = self.object_of(operation.value)
        if value.get("none") is True:  # how the reference says it
            return replace(issue, parent_id=None)
        reference = IssueReference(id=reference_in(value, "id"), key=reference_in(value, "key"))
        try:
            parent = find_issue(editing.site, editing.caller, reference)
        except Refused as refused:
            raise Refused(*(ParentUnseen(cause=cause) for cause in refused.refusals)) from refused
        return replace(issue, parent_id=parent.id)

    def told(self, site: Site, issue: Issue) -> Told:
        """Return how history tells the parent."""
        if issue.parent_id is None:
            return None, None
        return str(issue.parent_id), site.issue_ever(issue.parent_id).key


def misplaced(site: Site, issue: Issue) -> Refusal | None:
    """Return why an issue cannot stand where it would between its parent and its children; None where it can."""
    if any(child.type.hierarchy_level + 1 != issue.type.hierarchy_level for child in site.children_of(issue)):
        return IssueTypeUnfit(issue=issue)
    if issue.parent_id is None:
        return ParentMissing() if issue.type.subtask else None
    parent = site.issues[issue.parent_id]
    if parent.type.hierarchy_level != issue.type.hierarchy_level + 1:
        return ParentUnfit(parent=parent, type=issue.type)
    if issue.type.subtask and parent.project != issue.project:
        return ParentElsewhere(parent=parent, project=issue.project)
    return None
