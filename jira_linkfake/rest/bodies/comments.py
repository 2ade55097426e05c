"""Comments in request bodies; their schema is open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import fields, validate

from jira_linkfake.rest import adf
from jira_linkfake.rest.bodies.loading import Open, Text
from jira_linkfake.rest.request_refusals import PayloadInvalid
from jira_linkfake.site.commenting import CommentRequest, VisibilityRequest
from jira_linkfake.site.refusals import Refused


class _Visibility(Open):
    type = fields.String(allow_none=True, load_default=None, validate=validate.OneOf(["group", "role"]))
    value = Text()
    identifier = Text()


class CommentSchema(Open):
    """A comment, alone or in a link."""

    body = fields.Raw(allow_none=True, load_default=None)
    visibility = fields.Nested(_Visibility, allow_none=True, load_default=None)


def comment_request(content: Mapping[str, Any] | None, version: int) -> CommentRequest | None:
    """Return the comment that a loaded body asks for, if it has one; raises `Refused` for an object in version 2."""
    if content is None:
        return None
    visibility = content["visibility"]
    restricted_to = None if visibility is None else VisibilityRequest(**visibility)
    body = content["body"]
    if body is None:
        return CommentRequest(body="", visibility=restricted_to)
    if version == 3:
        document = body if adf.is_document(body) else None
        text = None if document is None else adf.text_of(document)
        return CommentRequest(body=text, document=document, visibility=restricted_to)
    if not isinstance(body, str):
        raise Refused(PayloadInvalid(problem="comment.body is not a text, as version 2 has it"))
    return CommentRequest(body=body, visibility=restricted_to)
