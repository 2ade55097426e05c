"""`issue/{issueIdOrKey}/comment` and `comment/list`: read, add, change and remove the comments of issues."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import fields, validate

from jira_linkfake.jira.comments import rules
from jira_linkfake.jira.comments.as_json import comment_json
from jira_linkfake.jira.comments.model import Comment
from jira_linkfake.jira.comments.rules import CommentRequest, VisibilityRequest
from jira_linkfake.jira.evidence import LIVE_SUITE, REFERENCE
from jira_linkfake.jira.issues.finding import IssueReference, find_issue
from jira_linkfake.jira.reader import Json
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.rich_text import is_document, text_of
from jira_linkfake.rest.body import Closed, IdNumber, Open, Text, loaded_from
from jira_linkfake.rest.call import Call, Page
from jira_linkfake.rest.operations import Success, operation
from jira_linkfake.rest.refusals import OrderUnknown, PayloadInvalid


class VisibilitySchema(Open):
    """To whom a comment or a worklog is restricted."""

    type = fields.String(allow_none=True, load_default=None, validate=validate.OneOf(["group", "role"]))
    value = Text()
    identifier = Text()


class PropertySchema(Open):
    """What an app keeps with a comment or a worklog."""

    key = fields.String(required=True)
    value = fields.Raw(allow_none=True, load_default=None)


class CommentSchema(Open):
    """A comment, alone or in a link."""

    body = fields.Raw(allow_none=True)
    visibility = fields.Nested(VisibilitySchema, allow_none=True)
    properties = fields.List(fields.Nested(PropertySchema), allow_none=True)


class _CommentIds(Closed):
    ids = fields.List(IdNumber(allow_none=False), required=True)


def comment_to_add(content: Any, version: int) -> CommentRequest:
    """Return the comment that an operation adds to an issue; raises `Refused` for what is none."""
    return comment_request(loaded_from(CommentSchema, content), version)


def comment_request(content: Mapping[str, Any], version: int) -> CommentRequest:
    """Return the comment that a loaded body asks for; raises `Refused` for an object as its text in version 2."""
    text, document = text_and_document(content.get("body"), version, "comment.body")
    return CommentRequest(
        body=text,
        document=document,
        visibility=visibility_request(content.get("visibility")),
        properties={one["key"]: one["value"] for one in content.get("properties") or ()},
        given=frozenset(content),
    )


def visibility_request(content: Mapping[str, Any] | None) -> VisibilityRequest | None:
    """Return to whom a request restricts something; go-jira sends an empty object where everybody may read it."""
    return VisibilityRequest(**content) if content and any(content.values()) else None


def text_and_document(body: Any, version: int, name: str) -> tuple[str | None, Mapping[str, Any] | None]:
    """Return the text of what a property has, None where it cannot be read, and the document if it was sent as one."""
    if body is None:
        return "", None
    if version == 3:
        return (text_of(body), body) if is_document(body) else (None, None)
    if not isinstance(body, str):
        raise Refused(
            PayloadInvalid(problem=f"{name} is not a text, as version 2 takes it (version 3 takes documents)")
        )
    return body, None


_MAX_RESULTS = 5000
_MAX_RESULTS_BY_ID = 2**20  # as the reference shows it


@operation("getComments", Success(200, "a page of the comments that the caller may read", REFERENCE))
def list_all(call: Call, issueIdOrKey: str) -> Json:
    """Return a page of an issue's comments."""
    page = Page.of(call, default=_MAX_RESULTS)
    issue = find_issue(call.site, call.caller, IssueReference.of(issueIdOrKey))
    newest_first = _is_newest_first(call)
    comments = rules.visible_comments(call.site, call.caller, issue)
    if newest_first:
        comments.reverse()
    return {
        "startAt": page.start_at,
        "maxResults": page.max_results,
        "total": len(comments),
        "comments": [_shown(call, one) for one in page.cut(comments)],
    }


@operation(
    "getCommentsByIds",
    Success(200, "`values`: the comments of these ids that the caller may read", LIVE_SUITE),
    body=_CommentIds,
)
def list_by_id(call: Call) -> Json:
    """Return the comments of these ids, whatever issue they are on; the page has them all."""
    comments = rules.comments_by_id(call.site, call.caller, call.content["ids"])
    return {
        "maxResults": _MAX_RESULTS_BY_ID,
        "startAt": 0,
        "total": len(comments),
        "isLast": True,
        "values": [_shown(call, one) for one in comments],
    }


@operation("getComment", Success(200, "one comment", REFERENCE))
def read(call: Call, issueIdOrKey: str, id: str) -> Json:
    """Return one comment of an issue."""
    issue = find_issue(call.site, call.caller, IssueReference.of(issueIdOrKey))
    return _shown(call, rules.read_comment(call.site, call.caller, issue, id))


@operation("addComment", Success(201, "the new comment", LIVE_SUITE), body=CommentSchema)
def create(call: Call, issueIdOrKey: str) -> Json:
    """Add a comment to an issue."""
    request = comment_request(call.content, call.version)
    return _shown(call, rules.create_comment(call.site, call.caller, IssueReference.of(issueIdOrKey), request))


@operation("updateComment", Success(200, "the changed comment", LIVE_SUITE), body=CommentSchema)
def update(call: Call, issueIdOrKey: str, id: str) -> Json:
    """Change a comment."""
    request = comment_request(call.content, call.version)
    reference = IssueReference.of(issueIdOrKey)
    return _shown(call, rules.change_comment(call.site, call.caller, reference, id, request))


@operation("deleteComment", Success(204, "empty", REFERENCE))
def delete(call: Call, issueIdOrKey: str, id: str) -> None:
    """Remove a comment."""
    rules.remove_comment(call.site, call.caller, IssueReference.of(issueIdOrKey), id)


def _is_newest_first(call: Call) -> bool:
    """Say whether `orderBy` asks for the newest first; the plus of `+created` is a blank in a query."""
    order = call.query.get("orderBy") or "created"
    field = order.lstrip("+- ")
    if field != "created":
        raise Refused(OrderUnknown(field=field, known="created"))
    return order.startswith("-")


def _shown(call: Call, value: Comment) -> Json:
    return comment_json(value, call, call.expand())
