"""`issue/{issueIdOrKey}/comment`: the comments of an issue that the caller may read."""

from __future__ import annotations

from jira_linkfake.rest.call import Call, View
from jira_linkfake.rest.pages import Page
from jira_linkfake.rest.representations import Json, comment
from jira_linkfake.site.commenting import read_comment, visible_comments
from jira_linkfake.site.issues import IssueReference, find_issue

_MAX_RESULTS = 5000


def list_all(call: Call, issueIdOrKey: str) -> Json:  # noqa: N803 - Jira's name
    """Return a page of an issue's comments."""
    page = Page.of(call, default=_MAX_RESULTS)
    issue = find_issue(call.site, call.caller, IssueReference.of(issueIdOrKey))
    comments = visible_comments(call.site, call.caller, issue)
    return {
        "startAt": page.start_at,
        "maxResults": page.max_results,
        "total": len(comments),
        "comments": [comment(one, call.api) for one in page.cut(comments)],
    }


def read(call: Call, issueIdOrKey: str, id: str) -> Json:  # noqa: A002, N803 - Jira's names
    """Return one comment of an issue."""
    issue = find_issue(call.site, call.caller, IssueReference.of(issueIdOrKey))
    return comment(read_comment(call.site, call.caller, issue, id), call.api)


VIEWS: dict[str, View] = {"getComments": list_all, "getComment": read}
