"""Epics in Jira's JSON."""

from __future__ import annotations

from jira_linkfake.jira.epics.finding import look_of, name_of
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.reader import Json
from jira_linkfake.jira.site import Site


def epic_json(epic: Issue, site: Site, software: str) -> Json:
    """Return an epic as boards have it; `software` is the address of the agile API."""
    look = look_of(site, epic)
    return {
        "id": int(epic.id),
        "key": epic.key,
        "self": f"{software}/epic/{epic.id}",
        "name": name_of(site, epic),
        "summary": epic.summary,
        "color": {"key": look.color},
        "done": look.done,
    }
