"""Links and their types in request bodies; their schemas are closed."""

from __future__ import annotations

from typing import Any

from marshmallow import fields

from jira_linkfake.rest.bodies.comments import CommentSchema, comment_request
from jira_linkfake.rest.bodies.loading import Closed, Id, Reference, Text, loaded, loaded_from
from jira_linkfake.site.fields.additions import LinkToAdd
from jira_linkfake.site.issues import IssueReference
from jira_linkfake.site.link_types import LinkTypeFields, LinkTypeReference
from jira_linkfake.site.linking import LinkRequest


class _LinkType(Closed):
    id = Id()
    name = Text()
    inward = Text()
    outward = Text()
    self_ = fields.Raw(data_key="self", allow_none=True)


class _LinkedIssue(Closed):
    id = Id()
    key = Text()
    self_ = fields.Raw(data_key="self", allow_none=True)
    fields_ = fields.Dict(data_key="fields", allow_none=True)


class _Link(Closed):
    type = Reference(_LinkType, required=True)
    inward_issue = Reference(_LinkedIssue, required=True, data_key="inwardIssue")
    outward_issue = Reference(_LinkedIssue, required=True, data_key="outwardIssue")
    comment = fields.Nested(CommentSchema, allow_none=True, load_default=None)


class _AddedLink(Closed):
    type = Reference(_LinkType, load_default={"id": None, "name": None})
    inward_issue = Reference(_LinkedIssue, allow_none=True, load_default=None, data_key="inwardIssue")
    outward_issue = Reference(_LinkedIssue, allow_none=True, load_default=None, data_key="outwardIssue")
    comment = fields.Raw(allow_none=True, load_default=None)


_LINK = _Link()
_ADDED_LINK = _AddedLink()
_LINK_TYPE = _LinkType()


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


def link_to_add(content: Any) -> LinkToAdd:
    """Return the link that an operation adds to an issue; raises `Refused` for what is none."""
    loaded_link = loaded_from(_ADDED_LINK, content)
    link_type, inward, outward = loaded_link["type"], loaded_link["inward_issue"], loaded_link["outward_issue"]
    return LinkToAdd(
        type=LinkTypeReference(id=link_type["id"], name=link_type["name"]),
        inward_issue=None if inward is None else IssueReference(id=inward["id"], key=inward["key"]),
        outward_issue=None if outward is None else IssueReference(id=outward["id"], key=outward["key"]),
        with_comment=loaded_link["comment"] is not None,
    )


def link_type_fields(body: bytes) -> LinkTypeFields:
    """Return what a body says of a link type; raises `Refused` for a body that is none."""
    content = loaded(_LINK_TYPE, body)
    return LinkTypeFields(name=content["name"], inward=content["inward"], outward=content["outward"])
