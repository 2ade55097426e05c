"""`issueLink`: make, read and delete a link."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import fields

from jira_linkfake.jira.comments.rest import CommentSchema, comment_request
from jira_linkfake.jira.evidence import LIVE_CONTRACT, LIVE_SUITE, SERVER_CAPTURE
from jira_linkfake.jira.issue_links import rules
from jira_linkfake.jira.issue_links.as_json import link_json
from jira_linkfake.jira.issue_links.rules import LinkRequest, LinkToAdd
from jira_linkfake.jira.issues.finding import IssueReference
from jira_linkfake.jira.link_types.finding import LinkTypeReference
from jira_linkfake.jira.link_types.rest import LinkTypeSchema
from jira_linkfake.jira.reader import Json
from jira_linkfake.rest.body import Closed, Id, Reference, Text, loaded_from
from jira_linkfake.rest.call import Call
from jira_linkfake.rest.operations import Success, operation
from jira_linkfake.rest.replies import JSON_TYPE


class LinkedIssueSchema(Closed):
    """An issue, as a link names it."""

    id = Id()
    key = Text()
    self_ = fields.Raw(data_key="self", allow_none=True)
    fields_ = fields.Dict(data_key="fields", allow_none=True)


class LinkSchema(Closed):
    """A link, as a request asks for it."""

    type = Reference(LinkTypeSchema, required=True)
    inward_issue = Reference(LinkedIssueSchema, required=True, data_key="inwardIssue")
    outward_issue = Reference(LinkedIssueSchema, required=True, data_key="outwardIssue")
    comment = fields.Nested(CommentSchema, allow_none=True, load_default=None)


def link_request(content: Mapping[str, Any], version: int) -> LinkRequest:
    """Return the link that a body asks for; raises `Refused` for a body that is none."""
    link_type, inward, outward = content["type"], content["inward_issue"], content["outward_issue"]
    return LinkRequest(
        type=LinkTypeReference(id=link_type["id"], name=link_type["name"]),
        inward_issue=IssueReference(id=inward["id"], key=inward["key"]),
        outward_issue=IssueReference(id=outward["id"], key=outward["key"]),
        comment=None if content["comment"] is None else comment_request(content["comment"], version),
    )


class _AddedLink(Closed):
    type = Reference(LinkTypeSchema, load_default={"id": None, "name": None})
    inward_issue = Reference(LinkedIssueSchema, allow_none=True, load_default=None, data_key="inwardIssue")
    outward_issue = Reference(LinkedIssueSchema, allow_none=True, load_default=None, data_key="outwardIssue")
    comment = fields.Raw(allow_none=True, load_default=None)


def link_to_add(content: Any) -> LinkToAdd:
    """Return the link that an operation adds to an issue; raises `Refused` for what is none."""
    loaded_link = loaded_from(_AddedLink, content)
    link_type, inward, outward = loaded_link["type"], loaded_link["inward_issue"], loaded_link["outward_issue"]
    return LinkToAdd(
        type=LinkTypeReference(id=link_type["id"], name=link_type["name"]),
        inward_issue=None if inward is None else IssueReference(id=inward["id"], key=inward["key"]),
        outward_issue=None if outward is None else IssueReference(id=outward["id"], key=outward["key"]),
        with_comment=loaded_link["comment"] is not None,
    )


@operation(
    "linkIssues",
    Success(201, "empty, without Location; a repeated link answers the same", LIVE_CONTRACT, JSON_TYPE),
    body=LinkSchema,
)
def create(call: Call) -> None:
    """Make a link."""
    rules.create_link(call.site, call.caller, link_request(call.content, call.version))


@operation("getIssueLink", Success(200, "the link with both its ends", SERVER_CAPTURE))
def read(call: Call, linkId: str) -> Json:
    """Return a link with both its ends."""
    return link_json(rules.read_link(call.site, call.caller, linkId), call.api)


@operation("deleteIssueLink", Success(204, "empty", LIVE_SUITE))
def delete(call: Call, linkId: str) -> None:
    """Delete a link."""
    rules.delete_link(call.site, call.caller, linkId)
