"""Issue security schemes in Jira's JSON."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from jira_linkfake.jira.people.as_json import security_level_json
from jira_linkfake.jira.people.model import SecurityLevel
from jira_linkfake.jira.permission_schemes.as_json import holder_json
from jira_linkfake.jira.projects.model import Project
from jira_linkfake.jira.reader import Json
from jira_linkfake.jira.security_schemes.model import LevelMember, SecurityScheme


def scheme_json(value: SecurityScheme, api: str) -> Json:
    """Return a scheme without its levels, none of which is the default one."""
    return {
        "self": f"{api}/issuesecurityschemes/{value.id}",
        "id": value.id,
        "name": value.name,
        "description": "",
    }


def scheme_in_page(value: SecurityScheme, projects: Iterable[Project], api: str) -> Json:
    """Return a scheme as a search for schemes has it."""
    return {**scheme_json(value, api), "projectIds": [int(one.id) for one in projects]}


def project_mapping(scheme: SecurityScheme, project: Project) -> Json:
    """Return which scheme a project has."""
    return {"issueSecuritySchemeId": str(scheme.id), "projectId": project.id}


def level_in_page(scheme: SecurityScheme, value: SecurityLevel, api: str) -> Json:
    """Return a level as the list of all levels has it."""
    return {
        **security_level_json(value, api),
        "self": f"{api}/issuesecurityscheme/level?id={value.id}",
        "isDefault": False,
        "issueSecuritySchemeId": str(scheme.id),
    }


def member_json(value: LevelMember, api: str, expand: Collection[str]) -> Json:
    """Return a member as the list of a scheme's members has it, with ids that are numbers."""
    return {
        "id": value.id,
        "issueSecurityLevelId": int(value.level.id),
        "holder": holder_json(value.holder, api, expand),
    }


def member_in_page(value: LevelMember, api: str, expand: Collection[str]) -> Json:
    """Return a member as the list of all members has it."""
    return {
        "id": str(value.id),
        "issueSecurityLevelId": value.level.id,
        "issueSecuritySchemeId": str(value.scheme.id),
        "holder": holder_json(value.holder, api, expand),
    }
