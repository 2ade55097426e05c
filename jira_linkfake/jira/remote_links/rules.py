"""Remote links: making, changing, removing and finding them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from jira_linkfake.jira.history.model import REMOTE_LINK, THIS, Change, HistoryEntry, IssueUpdated
from jira_linkfake.jira.history.rules import record
from jira_linkfake.jira.issues.finding import IssueReference, find_issue, require_unarchived
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.model import Caller
from jira_linkfake.jira.permissions.model import EDIT_ISSUES, LINK_ISSUES
from jira_linkfake.jira.permissions.sight import holds, may_see
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.refusal import Refusal, Refused
from jira_linkfake.jira.remote_links.model import RemoteLink
from jira_linkfake.jira.remote_links.refusals import (
    GlobalIdMissing,
    GlobalIdTaken,
    GlobalIdTooLong,
    NoRemoteLinkPermission,
    RemoteLinkElsewhere,
    RemoteLinkIdInvalid,
    RemoteLinkingDisabled,
    RemoteLinkLimitReached,
    RemoteLinkTitleMissing,
    RemoteLinkUnknown,
    RemoteLinkUrlMissing,
)
from jira_linkfake.jira.site import Site, as_long

LONGEST_GLOBAL_ID = 255  # characters
_NOTHING: Mapping[str, Any] = MappingProxyType({})


class RemoteLinkRequest(Plain):
    """A remote link as a request brings it; what it leaves out is None or empty."""

    url: str | None = None
    title: str | None = None
    summary: str | None = None
    relationship: str | None = None
    global_id: str | None = None
    application: Mapping[str, Any] = _NOTHING
    icon: Mapping[str, Any] = _NOTHING
    status: Mapping[str, Any] = _NOTHING


def seen_issue(site: Site, caller: Caller, reference: IssueReference) -> Issue:
    """Return the issue whose remote links are asked for; raises `Refused` for one that the caller does not see."""
    if not site.options.linking_enabled:
        raise Refused(RemoteLinkingDisabled())
    return find_issue(site, caller, reference)


def find_by_id(site: Site, caller: Caller, issue: Issue, link_id: str) -> RemoteLink:
    """Return the remote link of a seen issue with the id of a path; raises `Refused` where it has none."""
    number = as_long(link_id)
    if number is None:
        raise Refused(RemoteLinkIdInvalid(value=link_id))
    link = site.remote_links.get(number)
    if link is not None and link.issue_id == issue.id:
        return link
    if link is not None and may_see(site, caller, site.issues[link.issue_id]):
        raise Refused(RemoteLinkElsewhere(link=link, issue=issue))
    raise Refused(RemoteLinkUnknown(by="id", value=str(number), issue=issue))


def find_by_global_id(site: Site, issue: Issue, global_id: str) -> RemoteLink:
    """Return the remote link of a seen issue that has a global id; raises `Refused` where it has none."""
    link = site.remote_links.with_global_id(issue.id, global_id)
    if link is None:
        raise Refused(RemoteLinkUnknown(by="globalId", value=global_id, issue=issue))
    return link


def make_or_change(site: Site, caller: Caller, issue: Issue, request: RemoteLinkRequest) -> tuple[RemoteLink, bool]:
    """Make a remote link, or change the one of its issue that has the request's global id.

    Returns the link, and whether it is new. What the request leaves out is empty afterwards. Raises `Refused` where
    the caller may not, and for a link that Jira does not take.
    """
    _require_permission(site, caller, issue)
    _require_complete(request)
    there = None if request.global_id is None else site.remote_links.with_global_id(issue.id, request.global_id)
    if there is not None:
        return _change(site, caller, issue, there, request), False
    if site.remote_links.count_of(issue.id) >= site.options.remote_link_limit:
        raise Refused(RemoteLinkLimitReached(issue=issue, limit=site.options.remote_link_limit))
    link, entry = put_remote_link(site, caller, issue, request)
    site.events.append(IssueUpdated(issue=site.issues[issue.id], entry=entry, caller=caller))
    return link, True


def change_by_id(site: Site, caller: Caller, issue: Issue, link_id: str, request: RemoteLinkRequest) -> None:
    """Change a remote link, its global id too; what the request leaves out is empty afterwards."""
    link = find_by_id(site, caller, issue, link_id)
    _require_permission(site, caller, issue)
    _require_complete(request)
    if request.global_id is not None:
        other = site.remote_links.with_global_id(issue.id, request.global_id)
        if other is not None and other.id != link.id:
            raise Refused(GlobalIdTaken(taken_by=other, issue=issue))
    _change(site, caller, issue, link, request)


def remove_by_id(site: Site, caller: Caller, issue: Issue, link_id: str) -> None:
    """Remove a remote link by its id, which takes Edit issues too; raises `Refused` where the caller may not."""
    link = find_by_id(site, caller, issue, link_id)
    _require_permission(site, caller, issue)
    if not holds(site, caller, EDIT_ISSUES, issue.project):
        raise Refused(NoRemoteLinkPermission(issue=issue, caller=caller, permission="Edit issues"))
    _remove(site, caller, issue, link)


def remove_by_global_id(site: Site, caller: Caller, issue: Issue, global_id: str) -> None:
    """Remove a remote link by its global id; raises `Refused` where the caller may not, and for no global id."""
    if not global_id:
        raise Refused(GlobalIdMissing())
    link = find_by_global_id(site, issue, global_id)
    _require_permission(site, caller, issue)
    _remove(site, caller, issue, link)


def put_remote_link(
    site: Site, author: Caller, issue: Issue, request: RemoteLinkRequest
) -> tuple[RemoteLink, HistoryEntry]:
    """Store a new remote link as `author` made it, with its history entry, and move the issue's `updated`."""
    site.issues.touch(issue.id, site.clock.tick())
    link = _as_asked(request, site.new_number("remote link"), issue.id)
    site.remote_links.put(link)
    return link, record(site, author, issue, _told(None, link))


def _change(site: Site, caller: Caller, issue: Issue, link: RemoteLink, request: RemoteLinkRequest) -> RemoteLink:
    """Put a request in the place of a remote link.

    History tells of it each time, changed or not (console-helpers/jira-api-restclient pull request 178).
    """
    site.issues.touch(issue.id, site.clock.tick())
    changed = _as_asked(request, link.id, issue.id)
    site.remote_links.put(changed)
    entry = record(site, caller, issue, _told(link, changed))
    site.events.append(IssueUpdated(issue=site.issues[issue.id], entry=entry, caller=caller))
    return changed


def _remove(site: Site, caller: Caller, issue: Issue, link: RemoteLink) -> None:
    site.issues.touch(issue.id, site.clock.tick())
    site.remote_links.remove(link)
    entry = record(site, caller, issue, _told(link, None))
    site.events.append(IssueUpdated(issue=site.issues[issue.id], entry=entry, caller=caller))


def _as_asked(request: RemoteLinkRequest, link_id: int, issue_id: str) -> RemoteLink:
    return RemoteLink(
        id=link_id,
        issue_id=issue_id,
        url=request.url or "",
        title=request.title or "",
        summary=request.summary,
        relationship=request.relationship,
        global_id=request.global_id,
        application=request.application,
        icon=request.icon,
        status=request.status,
    )


def _told(before: RemoteLink | None, after: RemoteLink | None) -> Change:
    """Put a remote link that was made, changed or removed into the history of its issue.

    As captured on Jira Server in 2017 for one that was made, whatever its relationship, with Cloud's word for an issue;
    the others are chosen after it.
    """
    was, now = _reads(before), _reads(after)
    return Change(field=REMOTE_LINK, from_id=was[0], from_text=was[1], to_id=now[0], to_text=now[1])


def _reads(link: RemoteLink | None) -> tuple[str | None, str | None]:
    if link is None:
        return None, None
    return str(link.id), f'{THIS} links to "{link.title} ({link.application.get("name") or "Web Link"})"'


def _require_permission(site: Site, caller: Caller, issue: Issue) -> None:
    if not holds(site, caller, LINK_ISSUES, issue.project):
        raise Refused(NoRemoteLinkPermission(issue=issue, caller=caller, permission="Link issues"))
    require_unarchived(issue)


def _require_complete(request: RemoteLinkRequest) -> None:
    refusals: list[Refusal] = []
    if not request.url:
        refusals.append(RemoteLinkUrlMissing())
    if not request.title:
        refusals.append(RemoteLinkTitleMissing())
    if len(request.global_id or "") > LONGEST_GLOBAL_ID:
        refusals.append(GlobalIdTooLong(length=len(request.global_id or ""), most=LONGEST_GLOBAL_ID))
    if refusals:
        raise Refused(*refusals)
