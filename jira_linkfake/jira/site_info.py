"""What a site tells of itself: its version, what is switched on, its limits and the issues near them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NoReturn

from jira_linkfake.jira.comments.rules import visible_comments
from jira_linkfake.jira.evidence import REFERENCE, SESSION_REPORT, TENANT_INFO, chosen
from jira_linkfake.jira.issue_links.rules import links_seen
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.model import Caller
from jira_linkfake.jira.permissions.sight import may_see, require_administrator
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.reader import Json, time_json
from jira_linkfake.jira.refusal import Answer, Refusal, Refused
from jira_linkfake.jira.site import Site
from jira_linkfake.jira.worklogs.finding import visible_worklogs
from jira_linkfake.rest.call import Call
from jira_linkfake.rest.gateway import cloud_id_of
from jira_linkfake.rest.operations import Success, operation, refused_operation


@operation("getServerInfo", Success(200, "version and kind of deployment", REFERENCE))
def server_info(call: Call) -> Json:
    """Return Jira's version, addresses and deployment type; open to everyone. A site has no domain of its own."""
    now = time_json(call.site.clock.now)
    return {
        "baseUrl": call.home,
        "displayUrl": call.home,
        "displayUrlServicedeskHelpCenter": call.home,
        "displayUrlConfluence": call.home,
        "version": "1001.0.0-SNAPSHOT",
        "versionNumbers": [1001, 0, 0],
        "deploymentType": "Cloud",
        "buildNumber": 100300,
        "buildDate": now,
        "serverTime": now,
        "scmInfo": "jira_linkfake",
        "serverTitle": "Jira",
        "defaultLocale": {"locale": "en_US"},
        "serverTimeZone": "Etc/UTC",
    }


@operation("getTenantInfo", Success(200, "`cloudId`, open to anybody", TENANT_INFO))
def tenant_info(call: Call) -> Json:
    """Return the site's id, by which the gateway knows it."""
    return {"cloudId": cloud_id_of(call.site.options.base_url)}


@operation(
    "getConfiguration",
    Success(200, "which features are on; links, watchers and the like follow the options", REFERENCE),
)
def configuration(call: Call) -> Json:
    """Return which of Jira's features are switched on: linking and the like as the site has them."""
    return {
        "votingEnabled": call.site.options.voting_enabled,
        "watchingEnabled": call.site.options.watching_enabled,
        "unassignedIssuesAllowed": True,
        "subTasksEnabled": True,
        "issueLinkingEnabled": call.site.options.linking_enabled,
        "timeTrackingEnabled": call.site.options.time_tracking_enabled,
        "attachmentsEnabled": call.site.options.attachments_enabled,
        "timeTrackingConfiguration": {
            "workingHoursPerDay": 8.0,
            "workingDaysPerWeek": 5.0,
            "timeFormat": "pretty",
            "defaultUnit": "minute",
        },
    }


class SessionRefused(Refusal):
    """Somebody asked for a session by a cookie, or of one, which Cloud gives out to its pages alone."""

    truth = "Cloud knows no session of a client that sends a token: myself tells who is signed in"
    answer = Answer(
        condition="the session, and to begin or end one, also with a good token",
        status=401,
        status_by=SESSION_REPORT,
        message="Login failed",
        words_by=SESSION_REPORT,
    )


@refused_operation("getSession")
@refused_operation("login")
@refused_operation("logout")
def refuse_session(_: Call) -> NoReturn:
    """Refuse to tell of a session, to begin one and to end one: there is none."""
    raise Refused(SessionRefused())


@operation(
    "listApplicationLinks",
    Success(200, "`list`, which is empty", chosen("a fresh site is linked with no other product")),
)
def application_links(call: Call) -> Json:
    """Return the products that the site is linked with: none. Only for administrators, as jira of Python has it."""
    require_administrator(call.site, call.caller)
    return {"list": []}


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
    """Return the limits and the issues near them that the caller may see; raises `Refused` but for administrators.

    What the caller may not see counts for the limits, but not here: nobody is told how much of it there is (chosen).
    """
    require_administrator(site, caller)
    limits = {
        "attachment": site.options.attachment_limit,
        "issuelinks": site.options.link_limit,
        "comment": site.options.comment_limit,
        "remoteIssueLinks": site.options.remote_link_limit,
        "worklog": site.options.worklog_limit,
    }
    crowds = []
    for issue in site.issues.values():
        if may_see(site, caller, issue):
            crowds += [
                Crowd(issue=issue, field=name, count=count, beyond=count > limits[name])
                for name, count in _counts(site, caller, issue).items()
                if count >= _NEAR * limits[name] and count
            ]
    return LimitReport(limits=dict(sorted(limits.items())), crowds=tuple(crowds))


def _counts(site: Site, caller: Caller, issue: Issue) -> dict[str, int]:
    """Return how much of each thing the caller sees of an issue."""
    return {
        "issuelinks": len(links_seen(site, caller, issue)),
        "comment": len(visible_comments(site, caller, issue)),
        "attachment": site.attachments.count_of(issue),
        "remoteIssueLinks": site.remote_links.count_of(issue.id),
        "worklog": len(visible_worklogs(site, caller, issue)),
    }


@operation("getIssueLimitReport", Success(200, "issues near or beyond a limit, and the limits", REFERENCE))
def read(call: Call) -> Json:
    """Return the issues near a limit and beyond it, by id or with `isReturningKeys` by key."""
    found = report(call.site, call.caller)
    by_key = call.flag("isReturningKeys")
    content: Json = {"issuesApproachingLimit": {}, "issuesBreachingLimit": {}, "limits": dict(found.limits)}
    for crowd in found.crowds:
        group = content["issuesBreachingLimit" if crowd.beyond else "issuesApproachingLimit"]
        group.setdefault(crowd.field, {})[crowd.issue.key if by_key else crowd.issue.id] = crowd.count
    return content
