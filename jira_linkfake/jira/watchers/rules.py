"""Watchers: who comes to watch an issue, and who watches it no longer."""

from __future__ import annotations

from jira_linkfake.jira.issues.finding import require_unarchived
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.model import Caller, User
from jira_linkfake.jira.permissions.model import MANAGE_WATCHERS
from jira_linkfake.jira.permissions.sight import holds, may_see
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.site import Site
from jira_linkfake.jira.watchers.refusals import NoWatcherPermission, WatcherUnknown, WatcherUnseeing


def add_watcher(site: Site, caller: Caller, issue: Issue, account_id: str) -> None:
    """Let a user watch a seen issue; raises `Refused` where the caller or the user may not. A repeat changes nothing.

    Neither this nor removing one moves the issue's `updated`, or is told by its history (chosen).
    """
    require_unarchived(issue)
    if not _is_about(caller, account_id) and not holds(site, caller, MANAGE_WATCHERS, issue.project):
        raise Refused(NoWatcherPermission(issue=issue, caller=caller, doing="add watchers to"))
    user = _user(site, account_id)
    if not may_see(site, user, issue):
        raise Refused(WatcherUnseeing(user=user, issue=issue))
    site.watchers.add(issue.id, user)


def remove_watcher(site: Site, caller: Caller, issue: Issue, account_id: str) -> None:
    """Let a user watch a seen issue no longer; raises `Refused` where the caller may not say so.

    One who does not watch it, or does not see it any more, is removed too (functional tests of Jira Server 6).
    """
    require_unarchived(issue)
    if not _is_about(caller, account_id) and not holds(site, caller, MANAGE_WATCHERS, issue.project):
        raise Refused(NoWatcherPermission(issue=issue, caller=caller, doing="remove watchers from"))
    site.watchers.remove(issue.id, _user(site, account_id))


def autowatch(site: Site, caller: Caller, issue: Issue) -> None:
    """Let the caller watch an issue that they have made or commented on, as users do unless they say otherwise.

    That is Jira's default (Atlassian's page on personal settings; live suite of MrRefactoring/jira.js).
    """
    if caller is not None and site.options.watching_enabled:
        site.watchers.add(issue.id, caller)


def _is_about(caller: Caller, account_id: str) -> bool:
    return caller is not None and caller.account_id == account_id


def _user(site: Site, account_id: str) -> User:
    user = site.people.by_account_id.get(account_id)
    if user is None:
        raise Refused(WatcherUnknown(account_id=account_id))
    return user
