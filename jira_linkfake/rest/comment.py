"""`issue/{issueIdOrKey}/comment` and `comment/list`: read, add, change and remove the comments of issues."""

from __future__ import annotations

from jira_linkfake.rest.bodies.comments import comment_ids, comment_of
from jira_linkfake.rest.call import Call, View
from jira_linkfake.rest.pages import Page
from jira_linkfake.rest.representations import Json, comment
from jira_linkfake.rest.request_refusals import OrderUnknown
from jira_linkfake.site import commenting
from jira_linkfake.site.issues import IssueReference, find_issue
from jira_linkfake.site.model import Comment
from jira_linkfake.site.refusals import Refused

_MAX_RESULTS = 5000
_MAX_RESULTS_BY_ID = 2**20  # as the reference shows it


def list_all(call: Call, issueIdOrKey: str) -> Json:  # noqa: N803 - Jira's name
    """Return a page of an issue's comments."""
    page = Page.of(call, default=_MAX_RESULTS)
    issue = find_issue(call.site, call.caller, IssueReference.of(issueIdOrKey))
    newest_first = _is_newest_first(call)
    comments = commenting.visible_comments(call.site, call.caller, issue)
    if newest_first:
        comments.reverse()
    return {
        "startAt": page.start_at,
        "maxResults": page.max_results,
        "total": len(comments),
        "comments": [_shown(call, one) for one in page.cut(comments)],
    }


def list_by_id(call: Call) -> Json:
    """Return the comments of these ids, whatever issue they are on; the page has them all."""
    comments = commenting.comments_by_id(call.site, call.caller, comment_ids(call.body))
    return {
        "maxResults": _MAX_RESULTS_BY_ID,
        "startAt": 0,
        "total": len(comments),
        "isLast": True,
        "values": [_shown(call, one) for one in comments],
    }


def read(call: Call, issueIdOrKey: str, id: str) -> Json:  # noqa: A002, N803 - Jira's names
    """Return one comment of an issue."""
    issue = find_issue(call.site, call.caller, IssueReference.of(issueIdOrKey))
    return _shown(call, commenting.read_comment(call.site, call.caller, issue, id))


def create(call: Call, issueIdOrKey: str) -> Json:  # noqa: N803 - Jira's name
    """Add a comment to an issue."""
    request = comment_of(call.body, call.version)
    return _shown(call, commenting.create_comment(call.site, call.caller, IssueReference.of(issueIdOrKey), request))


def update(call: Call, issueIdOrKey: str, id: str) -> Json:  # noqa: A002, N803 - Jira's names
    """Change a comment."""
    request = comment_of(call.body, call.version)
    reference = IssueReference.of(issueIdOrKey)
    return _shown(call, commenting.change_comment(call.site, call.caller, reference, id, request))


def delete(call: Call, issueIdOrKey: str, id: str) -> None:  # noqa: A002, N803 - Jira's names
    """Remove a comment."""
    commenting.remove_comment(call.site, call.caller, IssueReference.of(issueIdOrKey), id)


def _is_newest_first(call: Call) -> bool:
    """Say whether `orderBy` asks for the newest first; the plus of `+created` is a blank in a query."""
    order = call.query.get("orderBy") or "created"
    field = order.lstrip("+- ")
    if field != "created":
        raise Refused(OrderUnknown(field=field, known="created"))
    return order.startswith("-")


def _shown(call: Call, value: Comment) -> Json:
    return comment(value, call.api, call.query.get("expand", "").split(","))


VIEWS: dict[str, View] = {
    "getComments": list_all,
    "getCommentsByIds": list_by_id,
    "getComment": read,
    "addComment": create,
    "updateComment": update,
    "deleteComment": delete,
}
