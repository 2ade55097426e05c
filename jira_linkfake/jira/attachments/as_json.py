"""Attachments in Jira's JSON."""

from __future__ import annotations

from jira_linkfake.jira.attachments.model import Attachment
from jira_linkfake.jira.people.as_json import user_json
from jira_linkfake.jira.reader import Json, time_json


def attachment_json(attachment: Attachment, api: str) -> Json:
    """Return an attachment; only an image has a thumbnail, and one by an anonymous caller has no author."""
    content: Json = {
        "self": f"{api}/attachment/{attachment.id}",
        "id": attachment.id,
        "filename": attachment.filename,
    }
    if attachment.author is not None:
        content["author"] = user_json(attachment.author, api)
    content |= {
        "created": time_json(attachment.created),
        "size": attachment.size,
        "mimeType": attachment.mime_type,
        "content": f"{api}/attachment/content/{attachment.id}",
    }
    if attachment.is_image:
        content["thumbnail"] = f"{api}/attachment/thumbnail/{attachment.id}"
    return content
