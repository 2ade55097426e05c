"""Making, changing and removing permission schemes, what they grant, and giving one to a project."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from jira_linkfake.jira.people.model import ANYONE, Caller, Everyone, Holder, Role
from jira_linkfake.jira.people.store import People
from jira_linkfake.jira.permission_schemes.finding import (
    find_grant,
    find_scheme,
    grant_to,
    holders_of,
    projects_with,
)
from jira_linkfake.jira.permission_schemes.model import SchemeGrant
from jira_linkfake.jira.permission_schemes.refusals import (
    GrantAlready,
    GrantMissing,
    HolderUnknown,
    SchemeNameInvalid,
    SchemeNameTaken,
    SchemeUndeletable,
)
from jira_linkfake.jira.permissions.model import DEFAULT_ID, PROJECT_PERMISSIONS, Grant, PermissionScheme
from jira_linkfake.jira.permissions.refusals import PermissionUnknown
from jira_linkfake.jira.permissions.sight import require_administrator
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.projects.finding import find_project
from jira_linkfake.jira.refusal import NotServed, Refused
from jira_linkfake.jira.site import Site, as_long

# What the reference has for schemes, and nothing on this site asks for.
_PERMISSIONS_ELSEWHERE = ("EDIT_WORKFLOW", "EDIT_ISSUE_LAYOUT", "SERVICEDESK_AGENT")
_HOLDERS_ELSEWHERE = (
    "applicationRole",
    "assignee",
    "groupCustomField",
    "projectLead",
    "reporter",
    "sd.customer.portal.only",
    "userCustomField",
)


class HolderRequest(Plain):
    """To whom a request gives a permission, by an id, or the name of a group; an empty text names nobody."""

    type: str
    named: str


class GrantRequest(Plain):
    """What a request grants."""

    permission: str
    holder: HolderRequest


class SchemeRequest(Plain):
    """A scheme as a request has it; what is None stays as it is."""

    name: str | None
    description: str | None
    grants: tuple[GrantRequest, ...] | None


def create_scheme(site: Site, caller: Caller, request: SchemeRequest) -> PermissionScheme:
    """Make a scheme, which no project has yet; it gives nobody what is not said of it."""
    require_administrator(site, caller)
    name = _free_name(site, request.name or "")
    return site.grants.add(name, request.description or "", _grants(site, request.grants or ()))


def update_scheme(site: Site, caller: Caller, scheme_id: str, request: SchemeRequest) -> PermissionScheme:
    """Change a scheme, for all projects that have it; grants replace all that were there."""
    require_administrator(site, caller)
    scheme = find_scheme(site, caller, scheme_id)
    changed = replace(
        scheme,
        name=scheme.name if request.name is None else _free_name(site, request.name, scheme),
        description=scheme.description if request.description is None else request.description,
        grants=scheme.grants if request.grants is None else {**scheme.grants, **_grants(site, request.grants)},
    )
    site.grants.put(changed)
    return changed


def delete_scheme(site: Site, caller: Caller, scheme_id: str) -> None:
    """Remove a scheme that no project has."""
    require_administrator(site, caller)
    scheme = find_scheme(site, caller, scheme_id)
    if scheme.id == DEFAULT_ID or projects_with(site, scheme):
        raise Refused(SchemeUndeletable(name=scheme.name))
    del site.grants.schemes[scheme.id]


def add_grant(site: Site, caller: Caller, scheme_id: str, request: GrantRequest) -> SchemeGrant:
    """Give a permission to one more in a scheme."""
    require_administrator(site, caller)
    scheme = find_scheme(site, caller, scheme_id)
    permission, holder = _granted(site, request)
    holders = holders_of(site, scheme, permission)
    if holder in holders:
        raise Refused(GrantAlready(permission=permission, scheme=scheme.name))
    _put_holders(site, scheme, permission, (*holders, holder))
    return grant_to(scheme, permission, holder)


def remove_grant(site: Site, caller: Caller, scheme_id: str, grant_id: str) -> None:
    """Take from somebody what a scheme grants them."""
    require_administrator(site, caller)
    scheme = find_scheme(site, caller, scheme_id)
    gone = find_grant(site, scheme, grant_id)
    if gone is None:
        raise Refused(GrantMissing(grant_id=grant_id, scheme=scheme.name))
    left = (one for one in holders_of(site, scheme, gone.permission) if one != gone.holder)
    _put_holders(site, scheme, gone.permission, left)


def assign_scheme(site: Site, caller: Caller, id_or_key: str, scheme_id: str) -> PermissionScheme:
    """Give a project a scheme."""
    project = find_project(site, caller, id_or_key)
    require_administrator(site, caller)
    scheme = find_scheme(site, caller, scheme_id)
    site.grants.assign(scheme, project.key)
    return scheme


def _put_holders(site: Site, scheme: PermissionScheme, permission: str, holders: Iterable[Holder | Role]) -> None:
    site.grants.put(replace(scheme, grants={**scheme.grants, permission: Grant(allowed=frozenset(holders))}))


def _free_name(site: Site, name: str, but_of: PermissionScheme | None = None) -> str:
    """Return a name without blanks around it; raises `Refused` for an empty one, and for one that is taken."""
    name = name.strip()
    if not name:
        raise Refused(SchemeNameInvalid())
    for other in site.grants.schemes.values():
        if other != but_of and other.name.casefold() == name.casefold():
            raise Refused(SchemeNameTaken(name=other.name))
    return name


def _grants(site: Site, requests: Iterable[GrantRequest]) -> dict[str, Grant]:
    """Return to whom each permission is given that counts in projects."""
    granted = [_granted(site, one) for one in requests]
    return {
        permission: Grant(allowed=frozenset(holder for of_it, holder in granted if of_it == permission))
        for permission in PROJECT_PERMISSIONS
    }


def _granted(site: Site, request: GrantRequest) -> tuple[str, Holder | Role]:
    """Return the permission and the holder of a grant; raises `Refused` for what is unknown, or cannot be kept."""
    if request.permission in _PERMISSIONS_ELSEWHERE:
        raise Refused(NotServed(operation=f"{request.permission} in a permission scheme"))
    if request.permission not in PROJECT_PERMISSIONS:
        raise Refused(PermissionUnknown(key=request.permission))
    asked = request.holder
    holder = _holder(site.people, asked)
    if holder is not None:
        return request.permission, holder
    if asked.type in _HOLDERS_ELSEWHERE:
        raise Refused(NotServed(operation=f"a grant to the {asked.type} in a permission scheme"))
    raise Refused(HolderUnknown(type=asked.type, value=asked.named))


def _holder(people: People, asked: HolderRequest) -> Holder | Role | None:
    """Return whom a request names; whoever may use any application is every signed-in user."""
    if asked.type == "anyone":
        return ANYONE
    if asked.type == "applicationRole" and not asked.named:
        return Everyone.SIGNED_IN
    if asked.type == "user":
        return people.by_account_id.get(asked.named)
    if asked.type == "group":
        return people.groups_by_id.get(asked.named) or people.groups.get(asked.named)
    if asked.type == "projectRole":
        role_id = as_long(asked.named)
        return next((Role(id=one, name=name) for one, name in people.role_names.items() if one == role_id), None)
    return None
