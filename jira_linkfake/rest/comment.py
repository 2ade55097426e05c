"""`issue/{issueIdOrKey}/comment`: the comments of an issue that the caller may read."""

from __future__ import annotations

from jira_linkfake.rest.call import Call, View
from jira_linkfake.rest.representations import Json, comment
from jira_linkfake.site.commenting import read_comment, visible_comments
from jira_linkfake.site.issues import IssueReference, find_issue
from jira_linkfake.site.model import Issue

_MAX_RESULTS = 5000


def list_all(call: Call, issueIdOrKey: str) -> Json:  # noqa: N803 - Jira's name
    """Return a page of an issue's comments."""
    start_at, max_results = call.number("startAt", 0), call.number("maxResults", _MAX_RESULTS)
    issue = find_issue(call.site, call.caller, IssueReference.of(issueIdOrKey))
    comments = visible_comments(call.site, call.caller, issue)
    start, count = max(start_at, 0), max(max_results, 0)
    return {
        "startAt": start,
        "maxResults": count,
        "total": len(comments),
        "comments": [comment(one, call.api) for one in comments[start : start + count]],
    }


def read(call: Call, issueIdOrKey: str, id: str) -> Json:  # noqa: A002, N803 - Jira's names
    """Return one comment of an issue."""
    issue = find_issue(call.site, call.caller, IssueReference.of(issueIdOrKey))
    return comment(read_comment(call.site, call.caller, issue, id), call.api)


def comments_page(call: Call, issue: Issue) -> Json:
    """Return the comments as they stand in an issue's field `comment`."""
    comments = [comment(one, call.api) for one in visible_comments(call.site, call.caller, issue)]
    return {
        "comments": comments,
        "self": f"{call.api}/issue/{issue.id}/comment",
        "maxResults": len(comments),
        "total": len(comments),
        "startAt": 0,
    }


VIEWS: dict[str, View] = {"getComments": list_all, "getComment": read}
