"""What can go wrong about watchers, and what Jira answers."""

from __future__ import annotations

from typing import Literal

from jira_linkfake.jira import evidence
from jira_linkfake.jira.evidence import chosen
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.model import User
from jira_linkfake.jira.refusal import NO_TEXT, Answer, CallerRefusal, Refusal


class WatchingDisabled(Refusal):
    """Watching issues is switched off for the whole site."""

    truth = "watching issues is switched off (watching_enabled=False)"
    answer = Answer(
        condition="watchers while watching issues is disabled",
        status=404,
        status_by=evidence.SERVER_SUITE,
        message="Watching issues is currently not enabled for this Jira instance.",
        words_by=chosen("after Jira's words for voting that is disabled"),
    )


class NoWatcherPermission(CallerRefusal):
    """The caller may not say who else watches the issue."""

    truth = "{0.who} does not hold Manage watchers in {0.issue.project}"
    answer = Answer(
        condition="making another user a watcher, or none any longer, without Manage watchers",
        status=403,
        status_by=evidence.REFERENCE,
        message="User '{0.user}' is not allowed to {0.doing} issue '{0.issue.key}'",
        words_by=evidence.SERVER_SUITE,
        lack="permission",
    )

    issue: Issue
    doing: Literal["add watchers to", "remove watchers from"]

    @property
    def user(self) -> str:
        """The caller's name, and for an anonymous one what Java makes of nobody."""
        return "null" if self.caller is None else self.caller.name


class WatcherUnknown(Refusal):
    """No user has the account of the watcher."""

    truth = "there is no user with the account {0.account_id!r} to watch the issue"
    answer = Answer(
        condition="a watcher who does not exist; Jira says nothing",
        status=404,
        status_by=evidence.REFERENCE,
        words_by=evidence.UNKNOWN_WATCHER,
    )

    account_id: str


class WatcherUnseeing(Refusal):
    """The user who was to watch the issue may not see it."""

    truth = "{0.user} may not see {0.issue.key}, and so cannot watch it"
    answer = Answer(
        condition="a watcher who may not see the issue",
        status=404,
        status_by=evidence.REFERENCE,
        message='The user "{0.user}" does not have permission to view this issue.'
        " This user will not be added to the watch list.",
        words_by=evidence.SERVER_SUITE,
    )

    user: User
    issue: Issue


class WatcherUnnamed(Refusal):
    """A watcher was to be removed, and none was named."""

    truth = "the query names no watcher to remove"
    answer = Answer(
        condition="removing a watcher without `accountId`",
        status=400,
        status_by=evidence.REFERENCE,
        message="The accountId query parameter must be provided.",
        words_by=NO_TEXT,
    )
