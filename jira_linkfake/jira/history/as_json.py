"""What an issue's history tells, in Jira's JSON."""

from __future__ import annotations

from jira_linkfake.jira.history.model import Change, HistoryEntry
from jira_linkfake.jira.history.rules import entries_of
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.as_json import user_json
from jira_linkfake.jira.reader import Json, Reader, time_json


def history_entry_json(value: HistoryEntry, api: str) -> Json:
    """Return an entry of the history: what one caller changed at once. An anonymous caller is left out."""
    content: Json = {"id": str(value.id)}
    if value.author is not None:
        content["author"] = user_json(value.author, api)
    content["created"] = time_json(value.created)
    content["items"] = [change_json(one) for one in value.changes]
    return content


def change_json(value: Change) -> Json:
    """Return one field's change; a link has no `fieldId`, as recorded in 2022 and 2026."""
    content: Json = {"field": value.field, "fieldtype": "custom" if value.custom else "jira"}
    if value.field_id is not None:
        content["fieldId"] = value.field_id
    content["from"] = value.from_id
    content["fromString"] = value.from_text
    content["to"] = value.to_id
    content["toString"] = value.to_text
    return content


def changelog_of(reader: Reader, issue: Issue) -> Json:
    """Return the history of a seen issue as `expand=changelog` has it: newest first."""
    return histories(reader, entries_of(reader.site, reader.caller, issue)[::-1])


def histories(reader: Reader, entries: list[HistoryEntry]) -> Json:
    """Return all entries as the list in an issue has them."""
    return {
        "startAt": 0,
        "maxResults": len(entries),
        "total": len(entries),
        "histories": [history_entry_json(entry, reader.api) for entry in entries],
    }
