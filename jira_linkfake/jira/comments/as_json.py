"""Comments in Jira's JSON."""

from __future__ import annotations

from collections.abc import Collection

from jira_linkfake.jira.comments.model import Comment, Visibility
from jira_linkfake.jira.people.as_json import user_json
from jira_linkfake.jira.people.finding import name_of_account
from jira_linkfake.jira.properties.as_json import properties_json
from jira_linkfake.jira.reader import Json, Reader, time_json
from jira_linkfake.jira.rich_text import in_version, rendered


def comment_json(value: Comment, reader: Reader, expand: Collection[str] = ()) -> Json:
    """Return a comment, its body as wiki markup in version 2 and as an Atlassian document in version 3.

    `expand` can ask for `renderedBody` and `properties`.
    """
    api = reader.api
    content: Json = {"self": f"{api}/issue/{value.issue_id}/comment/{value.id}", "id": value.id}
    if value.author is not None:
        content["author"] = user_json(value.author, api)
    content["body"] = in_version(reader.version, value.body, value.document, name_of_account(reader.site))
    if "renderedBody" in expand:
        content["renderedBody"] = rendered_body(value, reader)
    if value.update_author is not None:
        content["updateAuthor"] = user_json(value.update_author, api)
    content["created"] = time_json(value.created)
    content["updated"] = time_json(value.updated)
    if value.visibility is not None:
        content["visibility"] = visibility_json(value.visibility)
    content["jsdPublic"] = True
    if "properties" in expand:
        content["properties"] = properties_json(reader.site.properties.of(value))
    return content


def visibility_json(value: Visibility) -> Json:
    """Return to whom something is restricted."""
    return {"type": value.type, "value": value.value, "identifier": value.identifier}


def rendered_body(value: Comment, reader: Reader) -> str:
    """Return a comment's body as HTML."""
    return rendered(value.body, value.document, reader.base, name_of_account(reader.site))
