"""Watchers in Jira's JSON."""

from __future__ import annotations

from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.as_json import user_json
from jira_linkfake.jira.reader import Json, Reader
from jira_linkfake.jira.watchers.finding import seen_watchers


def watches_json(issue: Issue, reader: Reader) -> Json:
    """Return how many users watch an issue, and whether the reader does; the address has the issue's key."""
    watchers = reader.site.watchers
    return {
        "self": f"{reader.api}/issue/{issue.key}/watchers",
        "watchCount": len(watchers.of(issue.id)),
        "isWatching": reader.caller in watchers.of(issue.id),
    }


def watchers_json(issue: Issue, reader: Reader) -> Json:
    """Return the same with the watchers whom the reader may know of."""
    seen = seen_watchers(reader.site, reader.caller, issue)
    return {**watches_json(issue, reader), "watchers": [user_json(one, reader.api) for one in seen]}
