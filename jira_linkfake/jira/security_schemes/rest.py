"""`issuesecurityschemes`: security levels and who is in them, as schemes show it."""

from __future__ import annotations

from jira_linkfake.jira.evidence import REFERENCE
from jira_linkfake.jira.people.as_json import security_level_json
from jira_linkfake.jira.reader import Json
from jira_linkfake.jira.security_schemes.as_json import (
    level_in_page,
    member_in_page,
    member_json,
    project_mapping,
    scheme_in_page,
    scheme_json,
)
from jira_linkfake.jira.security_schemes.finding import (
    all_levels,
    all_schemes,
    find_scheme,
    levels_of,
    members_in,
    members_of_scheme,
    projects_with_schemes,
    scheme_of_project,
    schemes_with_projects,
)
from jira_linkfake.jira.security_schemes.model import SecurityScheme
from jira_linkfake.rest.call import Call, Page
from jira_linkfake.rest.operations import Success, operation

_PAGE = 50


@operation("getIssueSecuritySchemes", Success(200, "every issue security scheme", REFERENCE))
def list_schemes(call: Call) -> Json:
    """Return the schemes of projects that have security levels."""
    return {"issueSecuritySchemes": [scheme_json(one, call.api) for one in all_schemes(call.site, call.caller)]}


@operation("searchSecuritySchemes", Success(200, "a page of issue security schemes with their projects", REFERENCE))
def search_schemes(call: Call) -> Json:
    """Return the schemes that ids of schemes and projects name, or all."""
    found = schemes_with_projects(call.site, call.caller, call.ids("id"), call.ids("projectId"))
    path = "issuesecurityschemes/search"
    return Page.of(call, _PAGE).bean(call, path, found, lambda one: scheme_in_page(*one, call.api))


@operation(
    "searchProjectsUsingSecuritySchemes",
    Success(200, "a page of projects with their issue security schemes", REFERENCE),
)
def list_projects(call: Call) -> Json:
    """Return which scheme each project has."""
    scheme_ids = call.ids("issueSecuritySchemeId")
    found = projects_with_schemes(call.site, call.caller, scheme_ids, call.ids("projectId"))
    path = "issuesecurityschemes/project"
    return Page.of(call, _PAGE).bean(call, path, found, lambda one: project_mapping(*one))


@operation("getIssueSecurityScheme", Success(200, "an issue security scheme with its levels", REFERENCE))
def read_scheme(call: Call, id: str) -> Json:
    """Return one scheme."""
    return _with_levels(call, find_scheme(call.site, call.caller, id))


@operation("getProjectIssueSecurityScheme", Success(200, "the scheme of a project with its levels", REFERENCE))
def read_scheme_of_project(call: Call, projectKeyOrId: str) -> Json:
    """Return the scheme of a project."""
    return _with_levels(call, scheme_of_project(call.site, call.caller, projectKeyOrId))


@operation("getIssueSecurityLevelMembers", Success(200, "a page of who is in a scheme's levels", REFERENCE))
def list_members_of_scheme(call: Call, issueSecuritySchemeId: str) -> Json:
    """Return who is in the levels of a scheme."""
    levels = call.ids("issueSecurityLevelId")
    members = members_of_scheme(call.site, call.caller, issueSecuritySchemeId, levels)
    path = f"issuesecurityschemes/{issueSecuritySchemeId}/members"
    expand = call.expand()
    return Page.of(call, _PAGE).bean(call, path, members, lambda one: member_json(one, call.api, expand))


@operation("getSecurityLevels", Success(200, "a page of security levels", REFERENCE))
def list_levels(call: Call) -> Json:
    """Return the levels of all schemes; none is its scheme's default."""
    levels = all_levels(call.site, call.caller, call.ids("id"), call.ids("schemeId"))
    shown = [] if call.flag("onlyDefault") else levels
    return Page.of(call, _PAGE).bean(
        call, "issuesecurityschemes/level", shown, lambda one: level_in_page(*one, call.api)
    )


@operation("getSecurityLevelMembers", Success(200, "a page of who is in security levels", REFERENCE))
def list_members(call: Call) -> Json:
    """Return who is in the levels of all schemes."""
    members = members_in(
        call.site,
        call.caller,
        member_ids=call.ids("id"),
        level_ids=call.ids("levelId"),
        scheme_ids=call.ids("schemeId"),
    )
    expand = call.expand()
    path = "issuesecurityschemes/level/member"
    return Page.of(call, _PAGE).bean(call, path, members, lambda one: member_in_page(one, call.api, expand))


def _with_levels(call: Call, scheme: SecurityScheme) -> Json:
    levels = [security_level_json(one, call.api) for one in levels_of(call.site, scheme)]
    return {**scheme_json(scheme, call.api), "levels": levels}
