"""Remote links in request bodies; their schemas are open."""

from __future__ import annotations

from marshmallow import fields

from jira_linkfake.rest.bodies.loading import Open, Text, loaded
from jira_linkfake.site.remote_links import RemoteLinkRequest


class _Object(Open):
    url = Text()
    title = Text()
    summary = Text()
    icon = fields.Dict(allow_none=True, load_default=None)
    status = fields.Dict(allow_none=True, load_default=None)


class _RemoteLink(Open):
    global_id = fields.String(allow_none=True, load_default=None, data_key="globalId")
    application = fields.Dict(allow_none=True, load_default=None)
    relationship = Text()
    object = fields.Nested(_Object, allow_none=True, load_default=None)


_REMOTE_LINK = _RemoteLink()


def remote_link_request(body: bytes) -> RemoteLinkRequest:
    """Return the remote link that a body asks for; raises `Refused` for a body that is none."""
    content = loaded(_REMOTE_LINK, body)
    remote = content["object"] or {}
    return RemoteLinkRequest(
        url=remote.get("url"),
        title=remote.get("title"),
        summary=remote.get("summary"),
        relationship=content["relationship"],
        global_id=content["global_id"] or None,
        application=content["application"] or {},
        icon=remote.get("icon") or {},
        status=remote.get("status") or {},
    )
