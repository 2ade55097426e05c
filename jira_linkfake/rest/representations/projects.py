"""Projects, their roles and security levels."""

from __future__ import annotations

from jira_linkfake.rest.representations.basics import Json, site_of
from jira_linkfake.rest.representations.people import user
from jira_linkfake.site.model import Project, SecurityLevel

EXPANDS = "description,lead,issueTypes,url,projectKeys,permissions,insight"
_SIZES = {"48x48": "large", "24x24": "small", "16x16": "xsmall", "32x32": "medium"}


def project(value: Project, api: str) -> Json:
    """Return a project in short, as it stands in an issue."""
    return {**_head(value, api), "projectTypeKey": value.type, "simplified": False}


def project_in_list(value: Project, api: str) -> Json:
    """Return a project as lists have it."""
    return {
        "expand": EXPANDS,
        **_head(value, api),
        "avatarUrls": {size: f"{_avatar(api)}?size={name}&pid={value.id}" for size, name in _SIZES.items()},
        "projectTypeKey": value.type,
        "simplified": False,
        "style": "classic",
        "isPrivate": False,
        "properties": {},
    }


def project_details(value: Project, api: str) -> Json:
    """Return what a project's own page and what `expand` in a list add, by name."""
    details: Json = {
        "description": value.description,
        "projectKeys": [value.key],
        "lead": user(value.lead, api),
    }
    if value.url:
        details["url"] = value.url
    return details


def security_level(value: SecurityLevel, api: str) -> Json:
    """Return a security level."""
    return {
        "self": f"{api}/securitylevel/{value.id}",
        "id": str(value.id),
        "description": "",
        "name": value.name,
    }


def role(role_id: int, name: str, address: str) -> Json:
    """Return a project role, of the site or of a project; its id is a number."""
    return {"self": f"{address}/role/{role_id}", "name": name, "id": role_id, "description": ""}


def _head(value: Project, api: str) -> Json:
    return {"self": f"{api}/project/{value.id}", "id": str(value.id), "key": value.key, "name": value.name}


def _avatar(api: str) -> str:
    return f"{site_of(api)}/secure/projectavatar"
