"""How much an issue may have of each thing, and which issues are near that or beyond it."""

from __future__ import annotations

from collections.abc import Mapping

from jira_linkfake.plain import Plain
from jira_linkfake.site.built_in_permissions import ADMINISTER
from jira_linkfake.site.model import Caller, Issue
from jira_linkfake.site.permissions import holds, may_see
from jira_linkfake.site.refusals import Refused
from jira_linkfake.site.refusals.permissions import AdministratorNeeded
from jira_linkfake.site.store import Site

# Jira Cloud's own, as the reference has them; those of links and comments are the site's settings.
_FIXED = {"attachment": 2000, "remoteIssueLinks": 2000, "worklog": 10000}
_NEAR = 0.9
"""From which part of a limit an issue is near it (chosen)."""


class Crowd(Plain):
    """An issue with many of one thing; `beyond` says that it has more than it may have."""

    issue: Issue
    field: str
    count: int
    beyond: bool


class LimitReport(Plain):
    """The limits of a site, and the issues that are near them or beyond."""

    limits: Mapping[str, int]
    crowds: tuple[Crowd, ...]


def report(site: Site, caller: Caller) -> LimitReport:
    """Return the limits and the issues near them that the caller may see; raises `Refused` but for administrators."""
    if not holds(site, caller, ADMINISTER):
        raise Refused(AdministratorNeeded(caller=caller))
    limits = {**_FIXED, "issuelinks": site.link_limit, "comment": site.comment_limit}
    crowds = []
    for issue in site.issues.values():
        if may_see(site, caller, issue):
            counts = {"issuelinks": site.links.count_of(issue.id), "comment": site.comment_count_of(issue)}
            crowds += [
                Crowd(issue=issue, field=name, count=count, beyond=count > limits[name])
                for name, count in counts.items()
                if count >= _NEAR * limits[name] and count
            ]
    return LimitReport(limits=dict(sorted(limits.items())), crowds=tuple(crowds))
