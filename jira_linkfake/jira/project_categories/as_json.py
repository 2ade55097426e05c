"""Categories of projects in Jira's JSON."""

from __future__ import annotations

from jira_linkfake.jira.projects.model import ProjectCategory
from jira_linkfake.jira.reader import Json


def category_json(value: ProjectCategory, api: str) -> Json:
    """Return a category."""
    return {
        "self": f"{api}/projectCategory/{value.id}",
        "id": value.id,
        "name": value.name,
        "description": value.description,
    }
