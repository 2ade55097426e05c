"""What Jira answers when an operation is carried out: status, what the body is, and evidence."""

from __future__ import annotations

from dataclasses import dataclass

from jira_linkfake.rest.envelopes import JSON_TYPE
from jira_linkfake.rest.evidence import (
    LIVE_CONTRACT,
    LIVE_SUITE,
    RECORDED,
    REFERENCE,
    SERVER_CAPTURE,
    Evidence,
    chosen,
)


@dataclass(frozen=True, slots=True)
class Success:
    """The reply to an operation that was carried out; `by` is the evidence for status and body.

    `content_type` is that of an empty body: creating a link was captured to send none as JSON (Server and Data
    Center, 2015 to 2026), which breaks clients that parse by content type; that Cloud does so too is chosen.
    """

    status: int
    body: str
    by: Evidence
    content_type: str | None = None


_IN_LIST = chosen("as the list has it")

SUCCESSES: dict[str, Success] = {
    "linkIssues": Success(201, "empty, without Location; a repeated link answers the same", LIVE_CONTRACT, JSON_TYPE),
    "getIssueLink": Success(200, "the link with both its ends", SERVER_CAPTURE),
    "deleteIssueLink": Success(204, "empty", LIVE_SUITE),
    "getIssueLinkTypes": Success(200, "`issueLinkTypes`, by name", LIVE_SUITE),
    "getIssueLinkType": Success(200, "the object of the list", LIVE_SUITE),
    "createIssueLinkType": Success(201, "the new type", REFERENCE),
    "updateIssueLinkType": Success(200, "the changed type", REFERENCE),
    "deleteIssueLinkType": Success(204, "empty; the type's links are gone too", LIVE_SUITE),
    "getIssue": Success(200, "the issue; each link with its other end only", LIVE_SUITE),
    "getChangeLogs": Success(200, "a page of the issue's history, oldest first", REFERENCE),
    "getChangeLogsByIds": Success(200, "`histories`: the entries that were named, oldest first", REFERENCE),
    "getComments": Success(200, "a page of the comments that the caller may read", REFERENCE),
    "getComment": Success(200, "one comment", REFERENCE),
    "addComment": Success(201, "the new comment", LIVE_SUITE),
    "updateComment": Success(200, "the changed comment", LIVE_SUITE),
    "deleteComment": Success(204, "empty", REFERENCE),
    "getCommentsByIds": Success(200, "`values`: the comments of these ids that the caller may read", LIVE_SUITE),
    "getServerInfo": Success(200, "version and kind of deployment", REFERENCE),
    "getCurrentUser": Success(200, "the caller", REFERENCE),
    "getUser": Success(200, "a user", REFERENCE),
    "getProject": Success(200, "a project in short", REFERENCE),
    "getIssueSecurityLevel": Success(200, "a security level", REFERENCE),
    "getIssueAllTypes": Success(200, "every type of issues", REFERENCE),
    "getIssueType": Success(200, "the object of the list", _IN_LIST),
    "getPriorities": Success(200, "every priority", REFERENCE),
    "getPriority": Success(200, "the object of the list", _IN_LIST),
    "getStatuses": Success(200, "every status", RECORDED),
    "getStatus": Success(200, "the object of the list", _IN_LIST),
    "getStatusCategories": Success(200, "every status category", REFERENCE),
    "getStatusCategory": Success(200, "the object of the list", _IN_LIST),
}
