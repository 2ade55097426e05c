"""`permissionscheme`: who holds which permission, as schemes show it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import fields

from jira_linkfake.jira.evidence import REFERENCE
from jira_linkfake.jira.permission_schemes import rules
from jira_linkfake.jira.permission_schemes.as_json import EXPANDS, grant_json, scheme_json
from jira_linkfake.jira.permission_schemes.finding import (
    find_grant,
    find_scheme,
    grants_of,
    scheme_of_project,
    schemes_seen,
)
from jira_linkfake.jira.permission_schemes.rules import GrantRequest, HolderRequest, SchemeRequest
from jira_linkfake.jira.permissions.model import PermissionScheme
from jira_linkfake.jira.reader import Json
from jira_linkfake.jira.refusal import NotFound, Refused
from jira_linkfake.rest.body import Closed, IdNumber, Open, Text
from jira_linkfake.rest.call import Call
from jira_linkfake.rest.operations import Success, operation


class _Holder(Open):
    type = fields.String(required=True)
    parameter = Text()
    value = Text()


class _Grant(Open):
    permission = fields.String(required=True)
    holder = fields.Nested(_Holder, required=True)


class _Scheme(Open):
    name = Text()
    description = Text()
    permissions = fields.List(fields.Nested(_Grant), allow_none=True, load_default=None)


class _SchemeId(Closed):
    id = IdNumber(required=True)


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
    grant = find_grant(call.site, find_scheme(call.site, call.signed_in_user(), schemeId), permissionId)
    if grant is None:
        raise Refused(NotFound(kind="permission grant", value=permissionId))
    return grant_json(grant, call.api, call.expand())


@operation("createPermissionScheme", Success(201, "the new scheme", REFERENCE), body=_Scheme)
def create_scheme(call: Call) -> Json:
    """Make a scheme."""
    return _scheme(call, rules.create_scheme(call.site, call.caller, _scheme_request(call.content)))


@operation("updatePermissionScheme", Success(200, "the changed scheme", REFERENCE), body=_Scheme)
def update_scheme(call: Call, schemeId: str) -> Json:
    """Change a scheme."""
    return _scheme(call, rules.update_scheme(call.site, call.caller, schemeId, _scheme_request(call.content)))


@operation("deletePermissionScheme", Success(204, "empty", REFERENCE))
def delete_scheme(call: Call, schemeId: str) -> None:
    """Remove a scheme."""
    rules.delete_scheme(call.site, call.caller, schemeId)


@operation("createPermissionGrant", Success(201, "the new grant", REFERENCE), body=_Grant)
def create_grant(call: Call, schemeId: str) -> Json:
    """Give a permission to one more."""
    grant = rules.add_grant(call.site, call.caller, schemeId, _grant_request(call.content))
    return grant_json(grant, call.api, call.expand())


@operation("deletePermissionSchemeEntity", Success(204, "empty", REFERENCE))
def delete_grant(call: Call, schemeId: str, permissionId: str) -> None:
    """Take a permission from somebody."""
    rules.remove_grant(call.site, call.caller, schemeId, permissionId)


@operation("assignPermissionScheme", Success(200, "the scheme that the project has then", REFERENCE), body=_SchemeId)
def assign_scheme(call: Call, projectKeyOrId: str) -> Json:
    """Give a project a scheme."""
    return _scheme(call, rules.assign_scheme(call.site, call.caller, projectKeyOrId, call.content["id"]))


def _scheme_request(content: Mapping[str, Any]) -> SchemeRequest:
    grants = content["permissions"]
    return SchemeRequest(
        name=content["name"],
        description=content["description"],
        grants=None if grants is None else tuple(map(_grant_request, grants)),
    )


def _grant_request(content: Mapping[str, Any]) -> GrantRequest:
    holder = content["holder"]
    named = HolderRequest(type=holder["type"], named=holder["value"] or holder["parameter"] or "")
    return GrantRequest(permission=content["permission"], holder=named)


def _scheme(call: Call, scheme: PermissionScheme) -> Json:
    """Return a scheme, with what it grants if `expand` asks for that or for anything in it."""
    wanted = {*call.expand()} & {*EXPANDS.split(",")}
    return {**scheme_json(scheme, call.api), **({"permissions": _grants(call, scheme)} if wanted else {})}


def _grants(call: Call, scheme: PermissionScheme) -> list[Json]:
    return [grant_json(one, call.api, call.expand()) for one in grants_of(call.site, scheme)]
