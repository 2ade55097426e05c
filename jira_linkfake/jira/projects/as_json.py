"""Projects in Jira's JSON."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from jira_linkfake.jira.people.as_json import user_json
from jira_linkfake.jira.project_categories.as_json import category_json
from jira_linkfake.jira.projects.model import Project
from jira_linkfake.jira.reader import Json, avatar_urls, site_of, time_json

PROJECT_EXPANDS = "description,lead,issueTypes,url,projectKeys,permissions,insight"


def project_json(value: Project, api: str) -> Json:
    """Return a project in short, as it stands in an issue."""
    return {
        **_head(value, api),
        "projectTypeKey": value.type,
        "simplified": value.team_managed,
        "avatarUrls": _avatars(value, api),
        **_category(value, api),
    }


def project_in_list(value: Project, api: str, properties: Json) -> Json:
    """Return a project as lists have it, with those of its properties that were asked for."""
    return {
        "expand": PROJECT_EXPANDS,
        **_head(value, api),
        "avatarUrls": _avatars(value, api),
        "projectTypeKey": value.type,
        "simplified": value.team_managed,
        "style": "next-gen" if value.team_managed else "classic",
        "isPrivate": False,
        "properties": properties,
        **_category(value, api),
        **_put_away(value, api),
    }


RETENTION = timedelta(days=60)
"""For how long a project is in the recycle bin (Atlassian's support pages)."""


def _put_away(value: Project, api: str) -> Json:
    content: Json = {}
    for name, mark in (("archived", value.archived), ("deleted", value.deleted)):
        if mark is not None:
            by = {} if mark.by is None else {f"{name}By": user_json(mark.by, api)}
            content |= {name: True, **by, f"{name}Date": time_json(mark.at)}
    return (
        content if value.deleted is None else {**content, "retentionTillDate": time_json(value.deleted.at + RETENTION)}
    )


def project_details(value: Project, api: str, former_keys: Sequence[str]) -> Json:
    """Return, by name, the parts that a project's own page has and a list has only with `expand`."""
    details: Json = {
        "description": value.description,
        "projectKeys": [value.key, *former_keys],
        "lead": user_json(value.lead, api),
    }
    if value.url:
        details["url"] = value.url
    return details


def _category(value: Project, api: str) -> Json:
    return {} if value.category is None else {"projectCategory": category_json(value.category, api)}


def _head(value: Project, api: str) -> Json:
    return {"self": f"{api}/project/{value.id}", "id": value.id, "key": value.key, "name": value.name}


def _avatars(value: Project, api: str) -> Json:
    return avatar_urls(f"{site_of(api)}/secure/projectavatar?pid={value.id}&size=")
