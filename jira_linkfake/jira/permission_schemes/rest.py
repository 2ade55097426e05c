"""`permissionscheme`: who holds which permission, as schemes show it."""

from __future__ import annotations

from jira_linkfake.jira.evidence import REFERENCE
from jira_linkfake.jira.permission_schemes.as_json import EXPANDS, grant_json, scheme_json
from jira_linkfake.jira.permission_schemes.finding import (
    find_grant,
    find_scheme,
    grants_of,
    scheme_of_project,
    schemes_seen,
)
from jira_linkfake.jira.permission_schemes.model import PermissionScheme
from jira_linkfake.jira.reader import Json
from jira_linkfake.rest.call import Call
from jira_linkfake.rest.operations import Success, operation


@operation("getAllPermissionSchemes", Success(200, "every scheme that the caller is told of", REFERENCE))
def list_schemes(call: Call) -> Json:
    """Return the default scheme and those of projects that differ from it."""
    return {"permissionSchemes": [_scheme(call, one) for one in schemes_seen(call.site, call.signed_in_user())]}


@operation("getPermissionScheme", Success(200, "a scheme, with its grants if `expand` has anything", REFERENCE))
def read_scheme(call: Call, schemeId: str) -> Json:
    """Return one scheme."""
    return _scheme(call, find_scheme(call.site, call.signed_in_user(), schemeId))


@operation("getAssignedPermissionScheme", Success(200, "the scheme of a project", REFERENCE))
def read_scheme_of_project(call: Call, projectKeyOrId: str) -> Json:
    """Return the scheme of a project."""
    return _scheme(call, scheme_of_project(call.site, call.caller, projectKeyOrId))


@operation("getPermissionSchemeGrants", Success(200, "what a scheme grants", REFERENCE))
def list_grants(call: Call, schemeId: str) -> Json:
    """Return what a scheme grants."""
    scheme = find_scheme(call.site, call.signed_in_user(), schemeId)
    return {"permissions": _grants(call, scheme), "expand": "user,group,projectRole,field,all"}


@operation("getPermissionSchemeGrant", Success(200, "one grant of a scheme", REFERENCE))
def read_grant(call: Call, schemeId: str, permissionId: str) -> Json:
    """Return one grant of a scheme."""
    scheme = find_scheme(call.site, call.signed_in_user(), schemeId)
    return grant_json(find_grant(call.site, scheme, permissionId), call.api, call.expand())


def _scheme(call: Call, scheme: PermissionScheme) -> Json:
    """Return a scheme, with what it grants if `expand` asks for that or for anything in it."""
    wanted = {*call.expand()} & {*EXPANDS.split(",")}
    return {**scheme_json(scheme, call.api), **({"permissions": _grants(call, scheme)} if wanted else {})}


def _grants(call: Call, scheme: PermissionScheme) -> list[Json]:
    return [grant_json(one, call.api, call.expand()) for one in grants_of(call.site, scheme)]
