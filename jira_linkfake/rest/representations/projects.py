"""Projects and their security levels."""

from __future__ import annotations

from jira_linkfake.rest.representations.basics import Json
from jira_linkfake.site.model import Project, SecurityLevel


def project(value: Project, api: str) -> Json:
    """Return a project in short, as it stands in an issue."""
    return {
        "self": f"{api}/project/{value.id}",
        "id": str(value.id),
        "key": value.key,
        "name": value.name,
        "projectTypeKey": "software",
        "simplified": False,
    }


def security_level(value: SecurityLevel, api: str) -> Json:
    """Return a security level."""
    return {
        "self": f"{api}/securitylevel/{value.id}",
        "id": str(value.id),
        "description": "",
        "name": value.name,
    }
