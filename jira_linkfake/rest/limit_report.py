"""`issue/limit/report`: which issues have nearly as many links and comments as they may have, or more."""

from __future__ import annotations

from jira_linkfake.rest.call import Call, View
from jira_linkfake.rest.representations import Json
from jira_linkfake.site.limits import report


def read(call: Call) -> Json:
    """Return the issues near a limit and beyond it, by id or with `isReturningKeys` by key."""
    found = report(call.site, call.caller)
    by_key = call.flag("isReturningKeys")
    content: Json = {"issuesApproachingLimit": {}, "issuesBreachingLimit": {}, "limits": dict(found.limits)}
    for crowd in found.crowds:
        group = content["issuesBreachingLimit" if crowd.beyond else "issuesApproachingLimit"]
        group.setdefault(crowd.field, {})[crowd.issue.key if by_key else str(crowd.issue.id)] = crowd.count
    return content


VIEWS: dict[str, View] = {"getIssueLimitReport": read}
