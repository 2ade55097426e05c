"""Remote links."""

from __future__ import annotations

from jira_linkfake.rest.representations.basics import Json
from jira_linkfake.site.model import Issue, RemoteLink


def remote_link(value: RemoteLink, issue: Issue, api: str) -> Json:
    """Return a remote link; what is empty is an empty object, as on a Cloud site, or left out where it is a text."""
    content = remote_link_head(value, issue, api)
    if value.global_id is not None:
        content["globalId"] = value.global_id
    content["application"] = value.application
    if value.relationship is not None:
        content["relationship"] = value.relationship
    remote: Json = {"url": value.url, "title": value.title}
    if value.summary is not None:
        remote["summary"] = value.summary
    content["object"] = {**remote, "icon": value.icon, "status": {**value.status, "icon": value.status.get("icon", {})}}
    return content


def remote_link_head(value: RemoteLink, issue: Issue, api: str) -> Json:
    """Return what Jira says of a remote link that it has just stored; the id is a number."""
    return {"id": value.id, "self": f"{api}/issue/{issue.key}/remotelink/{value.id}"}
