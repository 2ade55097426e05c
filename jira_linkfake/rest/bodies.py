"""Request bodies: from JSON into what the site understands.

The schemas are Jira's: the ones of issue links and of their types are closed, a comment's is open.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from math import isinf
from typing import Any, NoReturn

from marshmallow import EXCLUDE, RAISE, Schema, ValidationError, fields, validate

from jira_linkfake.rest import adf
from jira_linkfake.rest.request_refusals import BodyEmpty, BodyNotJson, PayloadInvalid
from jira_linkfake.site.commenting import CommentRequest, VisibilityRequest
from jira_linkfake.site.issues import IssueReference
from jira_linkfake.site.link_types import LinkTypeFields, LinkTypeReference
from jira_linkfake.site.linking import LinkRequest
from jira_linkfake.site.refusals import Refused

_MAX_DEPTH = 100


class _Text(fields.String):
    """A string; a null counts as absent."""

    def __init__(self) -> None:
        super().__init__(allow_none=True, load_default=None)


class _Id(_Text):
    """An id, which Jira's JSON reader also takes as a number."""

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> Any:
        is_number = isinstance(value, int) and not isinstance(value, bool)
        return super()._deserialize(str(value) if is_number else value, *args, **kwargs)


class _Closed(Schema):
    class Meta:
        unknown = RAISE


class _Open(Schema):
    class Meta:
        unknown = EXCLUDE


class _LinkType(_Closed):
    id = _Id()
    name = _Text()
    inward = _Text()
    outward = _Text()
    self_ = fields.Raw(data_key="self", allow_none=True)


class _LinkedIssue(_Closed):
    id = _Id()
    key = _Text()
    self_ = fields.Raw(data_key="self", allow_none=True)
    fields_ = fields.Dict(data_key="fields", allow_none=True)


class _Visibility(_Open):
    type = fields.String(allow_none=True, load_default=None, validate=validate.OneOf(["group", "role"]))
    value = _Text()
    identifier = _Text()


class _Comment(_Open):
    body = fields.Raw(allow_none=True, load_default=None)
    visibility = fields.Nested(_Visibility, allow_none=True, load_default=None)


class _Link(_Closed):
    type = fields.Nested(_LinkType, required=True)
    inward_issue = fields.Nested(_LinkedIssue, required=True, data_key="inwardIssue")
    outward_issue = fields.Nested(_LinkedIssue, required=True, data_key="outwardIssue")
    comment = fields.Nested(_Comment, allow_none=True, load_default=None)


_LINK = _Link()
_LINK_TYPE = _LinkType()


def link_request(body: bytes, version: int) -> LinkRequest:
    """Return the link that a body asks for; raises `Refused` for a body that is none."""
    content = _loaded(_LINK, body)
    link_type, inward, outward = content["type"], content["inward_issue"], content["outward_issue"]
    return LinkRequest(
        type=LinkTypeReference(id=link_type["id"], name=link_type["name"]),
        inward_issue=IssueReference(id=inward["id"], key=inward["key"]),
        outward_issue=IssueReference(id=outward["id"], key=outward["key"]),
        comment=_comment_request(content["comment"], version),
    )


def link_type_fields(body: bytes) -> LinkTypeFields:
    """Return what a body says of a link type; raises `Refused` for a body that is none."""
    content = _loaded(_LINK_TYPE, body)
    return LinkTypeFields(name=content["name"], inward=content["inward"], outward=content["outward"])


def _comment_request(content: Mapping[str, Any] | None, version: int) -> CommentRequest | None:
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


def _loaded(schema: Schema, body: bytes) -> Mapping[str, Any]:
    content = parsed(body)
    if not isinstance(content, dict):
        raise Refused(PayloadInvalid(problem="it is not an object"))
    try:
        loaded: Mapping[str, Any] = schema.load(content)
    except ValidationError as error:
        raise Refused(PayloadInvalid(problem=json.dumps(error.messages, ensure_ascii=False))) from error
    return loaded


def parsed(body: bytes) -> Any:
    """Return the JSON of a body; raises `Refused` for an empty one and for one that is not JSON."""
    if not body.strip():
        raise Refused(BodyEmpty())
    try:
        content = json.loads(body, parse_constant=_refuse_constant, parse_float=_finite)
        _require_shallow(body, content)
    except (ValueError, RecursionError) as error:
        raise Refused(BodyNotJson(problem=str(error))) from error
    return content


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def _finite(text: str) -> float:
    number = float(text)
    if isinf(number):
        raise ValueError(f"{text} is beyond all bounds")
    return number


def _require_shallow(body: bytes, content: Any) -> None:
    """Raise `ValueError` for JSON so deep that handling it would exhaust the stack; Jira's reader has a limit too."""
    if body.count(b"[") + body.count(b"{") <= _MAX_DEPTH:
        return
    level = [content]
    for _ in range(_MAX_DEPTH):
        level = [child for value in level for child in _children(value)]
    if level:
        raise ValueError(f"it is more than {_MAX_DEPTH} levels deep")


def _children(value: Any) -> Iterable[Any]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()
