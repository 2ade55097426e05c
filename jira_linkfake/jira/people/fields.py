"""The fields of issues that name a user."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from jira_linkfake.jira.fields.field import Editing, Field, Operation, Told, reference_in
from jira_linkfake.jira.fields.refusals import FieldUserUnknown, NotAssignable, ReporterMissing
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.model import User
from jira_linkfake.jira.permissions.model import ASSIGN_ISSUES, ASSIGNABLE_USER, MODIFY_REPORTER
from jira_linkfake.jira.permissions.sight import holds
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.site import Site

AUTOMATIC = "-1"
"""Stands for the assignee that the project gives by itself: nobody, on a fresh site."""


def assignable(site: Site, issue: Issue, account_id: str | None) -> User | None:
    """Return whom an account id makes the assignee of an issue: nobody for None and for the automatic one.

    Raises `Refused` where there is no such account, or one that may not be assigned.
    """
    if account_id is None or account_id == AUTOMATIC:
        return None
    user = site.people.by_account_id.get(account_id)
    if user is None:
        raise Refused(FieldUserUnknown(field="assignee", value=account_id))
    if not holds(site, user, ASSIGNABLE_USER, issue.project):
        raise Refused(NotAssignable(user=user, project=issue.project))
    return user


class Assignee(Field):
    """To whom the issue is assigned, or nobody."""

    def why_not_settable(self, editing: Editing, issue: Issue) -> str | None:
        """Return that the caller may not assign issues, where it is so."""
        return None if editing.holds(ASSIGN_ISSUES, issue) else f"it takes Assign issues in {issue.project}"

    def changed(self, editing: Editing, issue: Issue, operation: Operation) -> Issue:
        """Return an issue with another assignee, or with none."""
        if operation.value is None:
            return replace(issue, assignee=None)
        account_id = _account_id_in(self.object_of(operation.value))
        return replace(issue, assignee=assignable(editing.site, issue, account_id))

    def told(self, site: Site, issue: Issue) -> Told:
        """Return how history tells the assignee."""
        return _told(issue.assignee)


class Reporter(Field):
    """Who reported the issue."""

    required = True

    def why_not_settable(self, editing: Editing, issue: Issue) -> str | None:
        """Return that the caller may not change reporters, where it is so."""
        return None if editing.holds(MODIFY_REPORTER, issue) else f"it takes Modify reporter in {issue.project}"

    def changed(self, editing: Editing, issue: Issue, operation: Operation) -> Issue:
        """Return an issue with another reporter."""
        value = {} if operation.value is None else self.object_of(operation.value)
        account_id = None if operation.value is None else _account_id_in(value)
        if account_id is None:
            raise Refused(ReporterMissing())
        user = editing.site.people.by_account_id.get(account_id)
        if user is None:
            raise Refused(FieldUserUnknown(field=self.id, value=account_id))
        return replace(issue, reporter=user)

    def told(self, site: Site, issue: Issue) -> Told:
        """Return how history tells the reporter."""
        return _told(issue.reporter)


def _account_id_in(value: Mapping[str, object]) -> str | None:
    """Return the account that a request names; a name, which Cloud no longer reads, stands for no account."""
    account_id = reference_in(value, "accountId", "id")
    if account_id is None and "accountId" not in value and "id" not in value:
        return ""
    return account_id


def _told(user: User | None) -> Told:
    return (None, None) if user is None else (user.account_id, user.name)
