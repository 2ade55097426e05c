"""Finding the watchers of an issue, as far as a caller may know them."""

from __future__ import annotations

from jira_linkfake.jira.issues.finding import IssueReference, find_issue
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.model import Caller, User
from jira_linkfake.jira.permissions.model import VIEW_VOTERS_AND_WATCHERS
from jira_linkfake.jira.permissions.sight import holds, may_see
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.site import Site
from jira_linkfake.jira.watchers.refusals import WatchingDisabled


def watchable_issue(site: Site, caller: Caller, reference: IssueReference) -> Issue:
    """Return the issue whose watchers are asked for; raises `Refused` for one that the caller does not see."""
    require_watching(site)
    return find_issue(site, caller, reference)


def require_watching(site: Site) -> None:
    """Raise `Refused` while watching issues is switched off."""
    if not site.options.watching_enabled:
        raise Refused(WatchingDisabled())


def seen_watchers(site: Site, caller: Caller, issue: Issue) -> list[User]:
    """Return those of a seen issue's watchers whom the caller may know of: always themselves."""
    watchers = site.watchers.of(issue.id)
    if holds(site, caller, VIEW_VOTERS_AND_WATCHERS, issue.project):
        return list(watchers)
    return [user for user in watchers if user == caller]


def is_watching(site: Site, caller: Caller, issue_id: str) -> bool:
    """Say whether the caller watches the issue of an id; of one that they do not see they are told that they do not."""
    issue = site.issues.get(issue_id)
    return issue is not None and may_see(site, caller, issue) and caller in site.watchers.of(issue_id)
