"""Permission schemes as views of the site's grants: a scheme says who holds what after every `deny`."""

from __future__ import annotations

from collections.abc import Iterator
from zlib import crc32

from jira_linkfake.jira.people.model import ANYONE, Caller, Everyone, Group, Holder, ProjectRole, User
from jira_linkfake.jira.permission_schemes.model import DEFAULT_ID, DEFAULT_NAME, PermissionScheme, SchemeGrant
from jira_linkfake.jira.permission_schemes.refusals import SchemeOfProjectUnseen
from jira_linkfake.jira.permissions.model import ADMINISTER, PROJECT_PERMISSIONS, Grant
from jira_linkfake.jira.permissions.sight import counting, holds, told_holder
from jira_linkfake.jira.projects.finding import find_project, may_administer, may_browse
from jira_linkfake.jira.projects.model import Project
from jira_linkfake.jira.refusal import NotFound, NotServed, Refused
from jira_linkfake.jira.site import Site

_DEFAULT = PermissionScheme(id=DEFAULT_ID, name=DEFAULT_NAME, project=None)


def schemes_seen(site: Site, caller: Caller) -> list[PermissionScheme]:
    """Return the default scheme, and those of single projects that the caller may browse or that he administers."""
    return [
        _DEFAULT,
        *(
            scheme_of(site, project)
            for project in site.projects.values()
            if site.grants.differ_in(project.key)
            and (may_browse(site, caller, project) or holds(site, caller, ADMINISTER))
        ),
    ]


def find_scheme(site: Site, caller: Caller, scheme_id: str) -> PermissionScheme:
    """Return the scheme with an id; raises `Refused` where there is none, or none that the caller is told of."""
    for scheme in schemes_seen(site, caller):
        if str(scheme.id) == scheme_id:
            return scheme
    raise Refused(NotFound(kind="permission scheme", value=scheme_id))


def scheme_of(site: Site, project: Project) -> PermissionScheme:
    """Return the scheme of a project: its own where anything was said of it alone, or of its roles."""
    if not site.grants.differ_in(project.key):
        return _DEFAULT
    return PermissionScheme(id=int(project.id), name=f"Permission Scheme of {project.key}", project=project.key)


def scheme_of_project(site: Site, caller: Caller, id_or_key: str) -> PermissionScheme:
    """Return the scheme of a project; raises `Refused` for a caller who may administer neither it nor the site."""
    project = find_project(site, caller, id_or_key)
    if not may_administer(site, caller, project):
        raise Refused(SchemeOfProjectUnseen(project=project, caller=caller))
    return scheme_of(site, project)


def grants_of(site: Site, scheme: PermissionScheme) -> list[SchemeGrant]:
    """Return what a scheme grants; raises `Refused` where a `deny` took a part of a holder, which none can show."""
    return [
        SchemeGrant(
            id=crc32(f"{scheme.id} {permission} {_order(holder)}".encode()),
            permission=permission,
            holder=holder,
        )
        for permission in PROJECT_PERMISSIONS
        for holder in _left(site, scheme, permission, site.grants.of(permission, scheme.project))
    ]


def find_grant(site: Site, scheme: PermissionScheme, grant_id: str) -> SchemeGrant:
    """Return the grant of a scheme with an id; raises `Refused` where it has none."""
    for grant in grants_of(site, scheme):
        if str(grant.id) == grant_id:
            return grant
    raise Refused(NotFound(kind="permission grant", value=grant_id))


def _left(site: Site, scheme: PermissionScheme, permission: str, grant: Grant) -> Iterator[Holder]:
    """Yield the holders of a permission whom no `deny` took away: whole sets of callers first, then by name."""
    denied = list(counting(grant.denied, scheme.project))
    for holder in sorted(counting(grant.allowed, scheme.project), key=_order):
        touching = [one for one in denied if _share(site, holder, one)]
        if any(_is_within(holder, one) for one in touching):
            continue
        if touching:
            told = f"{permission} of {told_holder(holder)} but {told_holder(touching[0])} in a permission scheme"
            raise Refused(NotServed(operation=told))
        yield holder


def _order(holder: Holder) -> tuple[int, str]:
    kinds: tuple[type, ...] = (Everyone, ProjectRole, Group, User)
    return kinds.index(type(holder)), holder.value if isinstance(holder, Everyone) else holder.name


def _is_within(holder: Holder, denied: Holder) -> bool:
    """Say whether a holder who shares somebody with a denied one is a part of it, whoever joins either."""
    if isinstance(holder, User) or holder == denied or denied is ANYONE:
        return True
    return denied is Everyone.SIGNED_IN and holder is not ANYONE


def _share(site: Site, holder: Holder, denied: Holder) -> bool:
    """Say whether anybody is both; whole sets of callers have somebody in common with every holder."""
    if isinstance(holder, Everyone) or isinstance(denied, Everyone):
        return True
    return holder == denied or any(
        site.people.is_one_of(user, [holder]) and site.people.is_one_of(user, [denied])
        for user in site.people.users.values()
    )
