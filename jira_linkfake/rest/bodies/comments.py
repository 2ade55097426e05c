"""Comments in request bodies; their schema is open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import fields, validate

from jira_linkfake.rest import adf
from jira_linkfake.rest.bodies.loading import Closed, Open, Text, loaded, loaded_from
from jira_linkfake.rest.request_refusals import PayloadInvalid
from jira_linkfake.site.comment_visibility import VisibilityRequest
from jira_linkfake.site.commenting import CommentRequest
from jira_linkfake.site.refusals import Refused


class _Visibility(Open):
    type = fields.String(allow_none=True, load_default=None, validate=validate.OneOf(["group", "role"]))
    value = Text()
    identifier = Text()


class _Property(Open):
    key = fields.String(required=True)
    value = fields.Raw(allow_none=True, load_default=None)


class CommentSchema(Open):
    """A comment, alone or in a link."""

    body = fields.Raw(allow_none=True)
    visibility = fields.Nested(_Visibility, allow_none=True)
    properties = fields.List(fields.Nested(_Property), allow_none=True)


class _CommentIds(Closed):
    ids = fields.List(fields.Integer(strict=True), required=True)


_COMMENT = CommentSchema()
_COMMENT_IDS = _CommentIds()


def comment_of(body: bytes, version: int) -> CommentRequest:
    """Return the comment that a body is; raises `Refused` for a body that is none."""
    return comment_request(loaded(_COMMENT, body), version)


def comment_to_add(content: Any, version: int) -> CommentRequest:
    """Return the comment that an operation adds to an issue; raises `Refused` for what is none."""
    return comment_request(loaded_from(_COMMENT, content), version)


def comment_ids(body: bytes) -> list[int]:
    """Return the ids of comments that a body asks for; raises `Refused` for a body that is none."""
    ids: list[int] = loaded(_COMMENT_IDS, body)["ids"]
    return ids


def comment_request(content: Mapping[str, Any], version: int) -> CommentRequest:
    """Return the comment that a loaded body asks for; raises `Refused` for an object as its text in version 2."""
    text, document = _text_and_document(content.get("body"), version)
    # go-jira sends an empty one with each comment that everybody may read.
    visibility = content.get("visibility") or {}
    return CommentRequest(
        body=text,
        document=document,
        visibility=VisibilityRequest(**visibility) if any(visibility.values()) else None,
        properties={one["key"]: one["value"] for one in content.get("properties") or ()},
        given=frozenset(content),
    )


def _text_and_document(body: Any, version: int) -> tuple[str | None, Mapping[str, Any] | None]:
    """Return what a comment says, as a text and as the document it was sent as; no text where it cannot be read."""
    if body is None:
        return "", None
    if version == 3:
        return (adf.text_of(body), body) if adf.is_document(body) else (None, None)
    if not isinstance(body, str):
        raise Refused(PayloadInvalid(problem="comment.body is not a text, as version 2 has it"))
    return body, None
