"""Deleting issues."""

from __future__ import annotations

from dataclasses import replace

from jira_linkfake.site.built_in_permissions import DELETE_ISSUES
from jira_linkfake.site.editing import commit
from jira_linkfake.site.fields.field import Draft
from jira_linkfake.site.issue_removal import take_issue
from jira_linkfake.site.issues import IssueReference, find_issue, require_unarchived
from jira_linkfake.site.model import Caller, Issue
from jira_linkfake.site.permissions import holds
from jira_linkfake.site.refusals import Refused
from jira_linkfake.site.refusals.editing import HasSubtasks, NoIssueDeletePermission
from jira_linkfake.site.store import Site


def delete_issue(site: Site, caller: Caller, reference: IssueReference, *, with_subtasks: bool) -> None:
    """Delete an issue with its links and, where that is asked for, with its sub-tasks."""
    issue = find_issue(site, caller, reference)
    require_unarchived(issue)
    if not holds(site, caller, DELETE_ISSUES, issue.project):
        raise Refused(NoIssueDeletePermission(issue=issue, caller=caller))
    subtasks = [child for child in site.children_of(issue) if child.type.subtask]
    if subtasks and not with_subtasks:
        raise Refused(HasSubtasks(issue=issue))
    for subtask in subtasks:
        take_out(site, caller, subtask)
    take_out(site, caller, issue)


def take_out(site: Site, caller: Caller, issue: Issue) -> None:
    """Remove an issue; what it was the parent of has none any more."""
    for child in site.children_of(issue):
        commit(site, caller, Draft(issue=replace(child, parent_id=None)))
    take_issue(site, caller, issue)
