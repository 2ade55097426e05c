"""Permission schemes as they are told: who holds what after every `deny`."""

from __future__ import annotations

from collections.abc import Iterator
from zlib import crc32

from jira_linkfake.jira.people.model import ANYONE, Caller, Everyone, Group, Holder, Role, User
from jira_linkfake.jira.permission_schemes.model import SchemeGrant
from jira_linkfake.jira.permission_schemes.refusals import SchemeOfProjectUnseen
from jira_linkfake.jira.permissions.model import ADMINISTER, PROJECT_PERMISSIONS, Grant, PermissionScheme
from jira_linkfake.jira.permissions.sight import counting, holds, told_holder
from jira_linkfake.jira.projects.finding import find_project, may_administer, may_browse
from jira_linkfake.jira.projects.model import Project
from jira_linkfake.jira.refusal import NotFound, NotServed, Refused
from jira_linkfake.jira.site import Site, as_long


def schemes_seen(site: Site, caller: Caller) -> list[PermissionScheme]:
    """Return every scheme but those of single projects that the caller may not browse."""
    return [scheme for scheme in site.grants.schemes.values() if _is_seen(site, caller, scheme)]


def _is_seen(site: Site, caller: Caller, scheme: PermissionScheme) -> bool:
    """Say whether the caller is told of a scheme: the name of one that was made for a project tells of that."""
    projects = projects_with(site, scheme)
    if scheme.project is None or any(may_browse(site, caller, project) for project in projects):
        return True
    return not projects and holds(site, caller, ADMINISTER)


def projects_with(site: Site, scheme: PermissionScheme) -> list[Project]:
    """Return the projects that have a scheme."""
    return [project for project in site.projects.values() if site.grants.scheme_of(project.key) == scheme]


def find_scheme(site: Site, caller: Caller, scheme_id: str) -> PermissionScheme:
    """Return the scheme with an id; raises `Refused` where there is none, or none that the caller is told of."""
    number = as_long(scheme_id)
    for scheme in schemes_seen(site, caller):
        if scheme.id == number:
            return scheme
    raise Refused(NotFound(kind="permission scheme", value=scheme_id))


def scheme_of_project(site: Site, caller: Caller, id_or_key: str) -> PermissionScheme:
    """Return the scheme of a project; raises `Refused` for a caller who may administer neither it nor the site."""
    project = find_project(site, caller, id_or_key)
    if not may_administer(site, caller, project):
        raise Refused(SchemeOfProjectUnseen(project=project, caller=caller))
    return site.grants.scheme_of(project.key)


def grants_of(site: Site, scheme: PermissionScheme) -> list[SchemeGrant]:
    """Return what a scheme grants; raises `Refused` where a `deny` took a part of a holder, which none can show."""
    return [
        grant_to(scheme, permission, holder)
        for permission in PROJECT_PERMISSIONS
        for holder in holders_of(site, scheme, permission)
    ]


def grant_to(scheme: PermissionScheme, permission: str, holder: Holder | Role) -> SchemeGrant:
    """Return the grant of a permission to a holder, as a scheme has it."""
    number = crc32(f"{scheme.id} {permission} {_order(holder)}".encode())
    return SchemeGrant(id=number, permission=permission, holder=holder)


def find_grant(site: Site, scheme: PermissionScheme, grant_id: str) -> SchemeGrant | None:
    """Return the grant of a scheme with an id, or None."""
    return next((one for one in grants_of(site, scheme) if one.id == as_long(grant_id)), None)


def holders_of(site: Site, scheme: PermissionScheme, permission: str) -> list[Holder | Role]:
    """Return to whom a scheme gives a permission: whole sets of callers first, then by name.

    Raises `Refused` where a `deny` took a part of a holder.
    """
    return list(_left(site, scheme, permission, scheme.grant_of(permission)))


def _left(site: Site, scheme: PermissionScheme, permission: str, grant: Grant) -> Iterator[Holder | Role]:
    """Yield the holders of a permission who are there, and whom no `deny` took away."""
    there = (one for one in grant.allowed if isinstance(one, Role) or site.people.knows(one))
    for holder in sorted(there, key=_order):
        touching = [one for one in grant.denied if _share(site, scheme, holder, one)]
        if any(_is_within(holder, one) for one in touching):
            continue
        if touching:
            first = min(touching, key=_order)
            told = f"{permission} of {told_holder(holder)} but {told_holder(first)} in a permission scheme"
            raise Refused(NotServed(operation=told))
        yield holder


def _order(holder: Holder | Role) -> tuple[int, str]:
    kinds: tuple[type, ...] = (Everyone, Role, Group, User)
    return kinds.index(type(holder)), holder.value if isinstance(holder, Everyone) else holder.name


def _is_within(holder: Holder | Role, denied: Holder | Role) -> bool:
    """Say whether a holder who shares somebody with a denied one is a part of it, whoever joins either."""
    if isinstance(holder, User) or holder == denied or denied is ANYONE:
        return True
    return denied is Everyone.SIGNED_IN and holder is not ANYONE


def _share(site: Site, scheme: PermissionScheme, holder: Holder | Role, denied: Holder | Role) -> bool:
    """Say whether anybody is both; whole sets of callers have somebody in common with every holder."""
    if isinstance(holder, Everyone) or isinstance(denied, Everyone) or holder == denied:
        return True
    return any(
        all(site.people.is_one_of(user, counting(site, [one], key)) for one in (holder, denied))
        for key in (None, *(project.key for project in projects_with(site, scheme)))
        for user in site.people.users.values()
    )
