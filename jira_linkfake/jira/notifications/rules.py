"""Sending mail about an issue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jira_linkfake.jira.issues.finding import IssueReference, find_issue
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.notifications.model import Notification
from jira_linkfake.jira.notifications.refusals import NoAssigneeToNotify, NobodyToNotify, RecipientUnknown
from jira_linkfake.jira.people.finding import GroupName
from jira_linkfake.jira.people.model import Group, User
from jira_linkfake.jira.permissions.model import BROWSE_PROJECTS, PERMISSIONS, PROJECT_PERMISSIONS
from jira_linkfake.jira.permissions.sight import holds, may_see
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.site import Site


class NotificationRequest(Plain):
    """Mail as a request wants it; without a subject it has the issue's key and summary.

    `required` are the groups that one must be in to get it, and `permissions` what one must hold, by key or id.
    """

    subject: str | None = None
    text: str | None = None
    html: str | None = None
    assignee: bool = False
    reporter: bool = False
    watchers: bool = False
    voters: bool = False
    users: tuple[str, ...] = ()
    groups: tuple[GroupName, ...] = ()
    required: tuple[GroupName, ...] = ()
    permissions: tuple[str, ...] = ()


def notify(site: Site, sender: User, reference: IssueReference, request: NotificationRequest) -> Notification:
    """Send mail about an issue: to those who may see it and meet the restrictions, and not to the sender (chosen)."""
    issue = find_issue(site, sender, reference)
    named = list(dict.fromkeys(_named(site, issue, request)))
    required = [_group(site, one) for one in request.required]
    permissions = [_permission(one) for one in request.permissions]
    recipients = [
        user
        for user in named
        if user != sender
        and may_see(site, user, issue)
        and all(site.people.is_one_of(user, [group]) for group in required)
        and all(_holds(site, user, one, issue) for one in permissions)
    ]
    if not recipients:
        raise Refused(NobodyToNotify(why=_told(named, sender)))
    notification = Notification(
        issue_id=issue.id,
        sender=sender,
        recipients=tuple(recipients),
        subject=request.subject or f"({issue.key}) {issue.summary}",
        text=request.text,
        html=request.html,
        sent=site.clock.now,
    )
    site.notifications.append(notification)
    return notification


def _named(site: Site, issue: Issue, request: NotificationRequest) -> Iterator[User]:
    """Yield who is named, in whatever way; raises `Refused` for what is not there."""
    yield from _of_issue(site, issue, request)
    for account_id in request.users:
        user = site.people.by_account_id.get(account_id)
        if user is None:
            raise Refused(RecipientUnknown(kind="user", value=account_id))
        yield user
    for group in request.groups:
        yield from site.people.members_of(_group(site, group))


def _of_issue(site: Site, issue: Issue, request: NotificationRequest) -> Iterator[User]:
    """Yield who has something to do with the issue, as the request wants it."""
    if request.assignee:
        if issue.assignee is None:
            raise Refused(NoAssigneeToNotify(issue=issue))
        yield issue.assignee
    if request.reporter and issue.reporter is not None:
        yield issue.reporter
    if request.watchers:
        yield from site.watchers.of(issue.id)
    if request.voters:
        yield from site.voters.of(issue.id)


def _group(site: Site, named: GroupName) -> Group:
    value = named.name or "" if named.id is None else named.id
    found = (site.people.groups if named.id is None else site.people.groups_by_id).get(value)
    if found is None:
        raise Refused(RecipientUnknown(kind="group", value=value))
    return found


_OLDER = {"BROWSE": BROWSE_PROJECTS}  # the key that the reference's example has


def _permission(key_or_id: str) -> str:
    key = _OLDER.get(key_or_id, key_or_id)
    by_id = {one.id: one.key for one in PERMISSIONS.values()}
    found = key if key in PERMISSIONS else by_id.get(key)
    if found is None:
        raise Refused(RecipientUnknown(kind="permission", value=key_or_id))
    return found


def _holds(site: Site, user: User, permission: str, issue: Issue) -> bool:
    return holds(site, user, permission, issue.project if permission in PROJECT_PERMISSIONS else None)


def _told(named: Sequence[User], sender: User) -> str:
    """Return why nobody gets the mail."""
    others = [user.name for user in named if user != sender]
    if others:
        return f"none of {', '.join(others)} sees the issue and meets the restrictions"
    return f"{sender.name} alone is named, who sends it" if named else "nobody is named"
