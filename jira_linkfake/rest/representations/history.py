"""What an issue's history tells."""

from __future__ import annotations

from jira_linkfake.rest.representations.basics import Json, time
from jira_linkfake.rest.representations.people import user
from jira_linkfake.site.model import Change, HistoryEntry


def history_entry(value: HistoryEntry, api: str) -> Json:
    """Return what one caller changed at once; an anonymous caller is left out."""
    content: Json = {"id": str(value.id)}
    if value.author is not None:
        content["author"] = user(value.author, api)
    content["created"] = time(value.created)
    content["items"] = [change(one) for one in value.changes]
    return content


def change(value: Change) -> Json:
    """Return one field's change; a link has no `fieldId`, as captured on Jira Server in 2020."""
    content: Json = {"field": value.field, "fieldtype": "custom" if value.custom else "jira"}
    if value.field_id is not None:
        content["fieldId"] = value.field_id
    content["from"] = value.from_id
    content["fromString"] = value.from_text
    content["to"] = value.to_id
    content["toString"] = value.to_text
    return content
