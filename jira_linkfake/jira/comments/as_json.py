"""Comments in Jira's JSON."""

from __future__ import annotations

from collections.abc import Collection

from jira_linkfake.jira.comments.model import Comment
from jira_linkfake.jira.people.as_json import user_json
from jira_linkfake.jira.reader import Json, time_json
from jira_linkfake.jira.rich_text import html, rich_text


def comment_json(value: Comment, api: str, expand: Collection[str] = ()) -> Json:
    """Return a comment, its body as a text in version 2 and as an Atlassian document in version 3.

    `expand` can ask for `renderedBody` and `properties`.
    """
    content: Json = {"self": f"{api}/issue/{value.issue_id}/comment/{value.id}", "id": str(value.id)}
    if value.author is not None:
        content["author"] = user_json(value.author, api)
    content["body"] = rich_text(value.body, value.document, api)
    if "renderedBody" in expand:
        content["renderedBody"] = html(value.body)
    if value.update_author is not None:
        content["updateAuthor"] = user_json(value.update_author, api)
    content["created"] = time_json(value.created)
    content["updated"] = time_json(value.updated)
    if value.visibility is not None:
        visibility = value.visibility
        content["visibility"] = {
            "type": visibility.type,
            "value": visibility.value,
            "identifier": visibility.identifier,
        }
    content["jsdPublic"] = True
    if "properties" in expand:
        content["properties"] = [{"key": key, "value": one} for key, one in value.properties.items()]
    return content
