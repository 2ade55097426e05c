"""Links and their types in request bodies; their schemas are closed."""

from __future__ import annotations

from marshmallow import fields

from jira_linkfake.rest.bodies.comments import CommentSchema, comment_request
from jira_linkfake.rest.bodies.loading import Closed, Id, Reference, Text, loaded
from jira_linkfake.site.issues import IssueReference
from jira_linkfake.site.link_types import LinkTypeFields, LinkTypeReference
from jira_linkfake.site.linking import LinkRequest


class LinkTypeSchema(Closed):
    """A type of links, as a request names or makes it."""

    id = Id()
    name = Text()
    inward = Text()
    outward = Text()
    self_ = fields.Raw(data_key="self", allow_none=True)


class LinkedIssueSchema(Closed):
    """An issue, as a link names it."""

    id = Id()
    key = Text()
    self_ = fields.Raw(data_key="self", allow_none=True)
    fields_ = fields.Dict(data_key="fields", allow_none=True)


class _Link(Closed):
    type = Reference(LinkTypeSchema, required=True)
    inward_issue = Reference(LinkedIssueSchema, required=True, data_key="inwardIssue")
    outward_issue = Reference(LinkedIssueSchema, required=True, data_key="outwardIssue")
    comment = fields.Nested(CommentSchema, allow_none=True, load_default=None)


_LINK = _Link()
_LINK_TYPE = LinkTypeSchema()


def link_request(body: bytes, version: int) -> LinkRequest:
    """Return the link that a body asks for; raises `Refused` for a body that is none."""
    content = loaded(_LINK, body)
    link_type, inward, outward = content["type"], content["inward_issue"], content["outward_issue"]
    return LinkRequest(
        type=LinkTypeReference(id=link_type["id"], name=link_type["name"]),
        inward_issue=IssueReference(id=inward["id"], key=inward["key"]),
        outward_issue=IssueReference(id=outward["id"], key=outward["key"]),
        comment=None if content["comment"] is None else comment_request(content["comment"], version),
    )


def link_type_fields(body: bytes) -> LinkTypeFields:
    """Return what a body says of a link type; raises `Refused` for a body that is none."""
    content = loaded(_LINK_TYPE, body)
    return LinkTypeFields(name=content["name"], inward=content["inward"], outward=content["outward"])
