"""Comments."""

from __future__ import annotations

from jira_linkfake.rest.representations.basics import Json, rich_text, time
from jira_linkfake.rest.representations.people import user
from jira_linkfake.site.model import Comment


def comment(value: Comment, api: str) -> Json:
    """Return a comment, its body as a text in version 2 and as an Atlassian document in version 3."""
    content: Json = {"self": f"{api}/issue/{value.issue_id}/comment/{value.id}", "id": str(value.id)}
    author = None if value.author is None else user(value.author, api)
    if author is not None:
        content["author"] = author
    content["body"] = rich_text(value.body, value.document, api)
    if author is not None:
        content["updateAuthor"] = author
    content["created"] = time(value.created)
    content["updated"] = time(value.updated)
    if value.visibility is not None:
        visibility = value.visibility
        content["visibility"] = {
            "type": visibility.type,
            "value": visibility.value,
            "identifier": visibility.identifier,
        }
    content["jsdPublic"] = True
    return content
