"""Worklogs in Jira's JSON."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from jira_linkfake.jira.comments.as_json import visibility_json
from jira_linkfake.jira.people.as_json import user_json
from jira_linkfake.jira.people.finding import name_of_account
from jira_linkfake.jira.properties.as_json import properties_json
from jira_linkfake.jira.reader import Json, Reader, milliseconds, time_json
from jira_linkfake.jira.rich_text import in_version
from jira_linkfake.jira.worklogs.model import Worklog


def worklog_json(value: Worklog, reader: Reader, expand: Collection[str] = ()) -> Json:
    """Return a worklog, its comment as wiki markup in version 2 and as an Atlassian document in version 3.

    `expand` can ask for `properties`.
    """
    api = reader.api
    content: Json = {"self": f"{api}/issue/{value.issue_id}/worklog/{value.id}"}
    for name, user in (("author", value.author), ("updateAuthor", value.update_author)):
        if user is not None:
            content[name] = user_json(user, api)
    if value.comment is not None:
        content["comment"] = in_version(reader.version, value.comment, value.document, name_of_account(reader.site))
    content["created"] = time_json(value.created)
    content["updated"] = time_json(value.updated)
    if value.visibility is not None:
        content["visibility"] = visibility_json(value.visibility)
    content["started"] = time_json(value.started)
    content["timeSpent"] = value.time_spent
    content["timeSpentSeconds"] = value.seconds
    content["id"] = value.id
    content["issueId"] = value.issue_id
    if "properties" in expand:
        content["properties"] = properties_json(reader.site.properties.of(value))
    return content


def changed_worklog_json(worklog: Worklog, at: datetime, reader: Reader, expand: Collection[str]) -> Json:
    """Return which worklog was changed or deleted, and when."""
    return {
        "worklogId": int(worklog.id),
        "updatedTime": milliseconds(at),
        "properties": properties_json(reader.site.properties.of(worklog)) if "properties" in expand else [],
    }
