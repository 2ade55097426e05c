"""Issue security schemes as views of the projects' security levels."""

from __future__ import annotations

from collections.abc import Collection
from zlib import crc32

from jira_linkfake.jira.people.model import Caller, SecurityLevel
from jira_linkfake.jira.permission_schemes.refusals import SchemeOfProjectUnseen
from jira_linkfake.jira.permissions.model import ADMINISTER
from jira_linkfake.jira.permissions.sight import holds, require_administrator, told_holder
from jira_linkfake.jira.projects.finding import find_project, may_administer, may_browse, projects_seen
from jira_linkfake.jira.projects.model import Project
from jira_linkfake.jira.refusal import NotFound, Refused
from jira_linkfake.jira.security_schemes.model import LevelMember, SecurityScheme
from jira_linkfake.jira.security_schemes.refusals import NoLevelMembers, SecuritySchemeUnseen
from jira_linkfake.jira.site import Site, as_id


def all_schemes(site: Site, caller: Caller) -> list[SecurityScheme]:
    """Return every scheme but those of projects that the caller may not browse; only with Administer Jira."""
    require_administrator(site, caller)
    return _schemes(site, caller)


def find_scheme(site: Site, caller: Caller, scheme_id: str) -> SecurityScheme:
    """Return the scheme with an id; raises `Refused` where the caller administers neither Jira nor its project."""
    scheme = next((one for one in _schemes(site, caller) if str(one.id) == as_id(scheme_id)), None)
    is_administrator = holds(site, caller, ADMINISTER)
    if scheme is None and is_administrator:
        raise Refused(NotFound(kind="issue security scheme", value=scheme_id))
    if scheme is not None and (is_administrator or _administers_with(site, caller, scheme)):
        return scheme
    raise Refused(SecuritySchemeUnseen(scheme_id=scheme_id, caller=caller))


def scheme_of_project(site: Site, caller: Caller, id_or_key: str) -> SecurityScheme:
    """Return the scheme of a project; raises `Refused` for who may not administer it, and where it has none."""
    project = find_project(site, caller, id_or_key)
    if not may_administer(site, caller, project):
        raise Refused(SchemeOfProjectUnseen(project=project, caller=caller))
    return _scheme_of(site, project)


def levels_of(site: Site, scheme: SecurityScheme) -> list[SecurityLevel]:
    """Return the levels of a scheme."""
    return [] if scheme.project is None else site.people.levels_of(scheme.project.key)


def all_levels(
    site: Site, caller: Caller, level_ids: Collection[str] = (), scheme_ids: Collection[str] = ()
) -> list[tuple[SecurityScheme, SecurityLevel]]:
    """Return the levels with these ids and those of schemes with these, or all where no id is named."""
    return [
        (scheme, level)
        for scheme in _classic_schemes(site, caller)
        for level in levels_of(site, scheme)
        if not (level_ids or scheme_ids) or level.id in level_ids or str(scheme.id) in scheme_ids
    ]


def projects_with_schemes(
    site: Site, caller: Caller, scheme_ids: Collection[str], project_ids: Collection[str]
) -> list[tuple[SecurityScheme, Project]]:
    """Return each company-managed project with its scheme, where both are among the ids that are named, if any are."""
    require_administrator(site, caller)
    projects = (one for one in site.projects.values() if not one.team_managed and may_browse(site, caller, one))
    return [
        (scheme, project)
        for scheme, project in ((_scheme_of(site, one), one) for one in projects)
        if (not scheme_ids or str(scheme.id) in scheme_ids) and (not project_ids or project.id in project_ids)
    ]


def schemes_with_projects(
    site: Site, caller: Caller, scheme_ids: Collection[str], project_ids: Collection[str]
) -> list[tuple[SecurityScheme, list[Project]]]:
    """Return the schemes with these ids, or all, each with its projects; with ids of projects, no others and no more.

    That ids of both kinds both count is chosen.
    """
    pairs = projects_with_schemes(site, caller, scheme_ids, project_ids)
    schemes = (one for one in _classic_schemes(site, caller) if not scheme_ids or str(one.id) in scheme_ids)
    found = [(scheme, [project for own, project in pairs if own == scheme]) for scheme in schemes]
    return [(scheme, projects) for scheme, projects in found if projects or not project_ids]


def members_in(
    site: Site,
    caller: Caller,
    *,
    member_ids: Collection[str],
    level_ids: Collection[str],
    scheme_ids: Collection[str],
) -> list[LevelMember]:
    """Return the members with these ids, and those of levels and schemes with these, or all where no id is named."""
    named = (*member_ids, *level_ids, *scheme_ids)
    return [
        member
        for scheme, level in all_levels(site, caller)
        for member in _members(site, scheme, level)
        if not named or str(member.id) in member_ids or level.id in level_ids or str(scheme.id) in scheme_ids
    ]


def members_of_scheme(site: Site, caller: Caller, scheme_id: str, level_ids: Collection[str]) -> list[LevelMember]:
    """Return who is in the levels of a scheme, or in those of them that are named; raises `Refused` for nobody."""
    require_administrator(site, caller)
    scheme = find_scheme(site, caller, scheme_id)
    levels = (level for level in levels_of(site, scheme) if not level_ids or level.id in level_ids)
    members = [member for level in levels for member in _members(site, scheme, level)]
    if not members:
        raise Refused(NoLevelMembers())
    return members


def _members(site: Site, scheme: SecurityScheme, level: SecurityLevel) -> list[LevelMember]:
    return [
        LevelMember(id=crc32(f"{level.id} {told_holder(one)}".encode()), level=level, scheme=scheme, holder=one)
        for one in sorted(site.people.members_of_level(level), key=told_holder)
    ]


def _schemes(site: Site, caller: Caller) -> list[SecurityScheme]:
    schemes = (_scheme_of(site, project) for project in site.projects.values() if may_browse(site, caller, project))
    return [SecurityScheme(), *(scheme for scheme in schemes if scheme.project is not None)]


def _classic_schemes(site: Site, caller: Caller) -> list[SecurityScheme]:
    """Return every scheme but those of team-managed projects, which the lists with pages leave out (reference)."""
    return [one for one in all_schemes(site, caller) if one.project is None or not one.project.team_managed]


def _scheme_of(site: Site, project: Project) -> SecurityScheme:
    return SecurityScheme(project=project if site.people.levels_of(project.key) else None)


def _administers_with(site: Site, caller: Caller, scheme: SecurityScheme) -> bool:
    """Say whether the caller administers a project with a scheme."""
    seen = projects_seen(site, caller)
    return any(may_administer(site, caller, one) for one in seen if _scheme_of(site, one) == scheme)
