"""Making, changing and deleting projects."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from jira_linkfake.jira.issues.rules import set_archived, take_out
from jira_linkfake.jira.people.finding import user_with
from jira_linkfake.jira.people.model import Caller, Group, Holder, ProjectRole, User
from jira_linkfake.jira.people.refusals import GroupUnknown, GroupUnnamed
from jira_linkfake.jira.permissions.model import ADMINISTER, ADMINISTER_PROJECTS, BROWSE_PROJECTS, PermissionScheme
from jira_linkfake.jira.permissions.sight import holds, kept_for, require_administrator
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.project_categories.refusals import CategoryUnknown
from jira_linkfake.jira.projects.finding import (
    find_project,
    find_role_in,
    may_administer,
    project_put_away,
    require_live,
)
from jira_linkfake.jira.projects.model import AssigneeType, Project, ProjectCategory, ProjectType, PutAway
from jira_linkfake.jira.projects.refusals import (
    ActorAlready,
    ActorUnnamed,
    NoActor,
    PermissionSchemeUnknown,
    ProjectArchiverNotAdministrator,
    ProjectKeyInvalid,
    ProjectKeyTaken,
    ProjectKeyUnreleasable,
    ProjectLeadUnknown,
    ProjectLive,
    ProjectNameInvalid,
    ProjectNameTaken,
    ProjectUnchangeable,
    ProjectUndeletable,
    RolesUnchangeable,
)
from jira_linkfake.jira.refusal import Refusal, Refused, attempt
from jira_linkfake.jira.site import Site, as_long, with_id
from jira_linkfake.jira.workflow.model import IssueType

_KEY = re.compile(r"[A-Z][A-Z0-9]{1,9}", re.ASCII)
_LONGEST_NAME = 80


class ProjectFields(Plain):
    """What a request says of a project; None where it says nothing. The lead goes by account."""

    key: str | None = None
    name: str | None = None
    lead: str | None = None
    type: ProjectType | None = None
    team_managed: bool = False
    category_id: str | None = None
    description: str | None = None
    url: str | None = None
    assignee_type: AssigneeType | None = None
    released_keys: tuple[str, ...] = ()
    permission_scheme: str | None = None


def create_project(site: Site, caller: Caller, fields: ProjectFields) -> Project:
    """Make a project; its key and name must be free, and its lead a user of the site."""
    require_administrator(site, caller)
    key, name = fields.key or "", (fields.name or "").strip()
    lead = _lead(site, fields)
    category = _category(site, fields)
    refusals = [*_wrong_key(site, key), *_wrong_name(site, name, but=None), *_wrong_category(category, fields)]
    scheme = attempt(refusals, partial(_scheme, site, fields))
    if lead is None:
        refusals.append(ProjectLeadUnknown(account_id=fields.lead or ""))
    if refusals or lead is None:
        raise Refused(*refusals)
    project = Project(
        id=site.new_id("project"),
        key=key,
        name=name,
        lead=lead,
        type=fields.type or "software",
        description=fields.description or "",
        url=fields.url or "",
        assignee_type=fields.assignee_type or "UNASSIGNED",
        team_managed=fields.team_managed,
        category=category,
    )
    site.projects.put(project)
    if scheme is not None:
        site.grants.assign(scheme, project.key)
    if project.team_managed:
        add_own_types(site, project, site.shared_types())
    return project


def add_own_types(site: Site, project: Project, like: Iterable[IssueType]) -> None:
    """Give a team-managed project types of its own, each like another one but for its id."""
    for one in like:
        own = IssueType(
            id=site.new_id("issue type"),
            name=one.name,
            description=one.description,
            hierarchy_level=one.hierarchy_level,
            avatar_id=one.avatar_id,
            project_id=project.id,
        )
        site.issue_types[own.id] = own


def update_project(site: Site, caller: Caller, id_or_key: str, fields: ProjectFields) -> Project:
    """Change a project; what is omitted keeps its value.

    With another key, its issues have other keys too, and the old ones lead to it and to them. History and the times of
    issues do not tell of it (chosen).
    """
    project = find_project(site, caller, id_or_key)
    _require_changer(site, caller, project, fields)
    require_live(project)
    key = project.key if fields.key is None else fields.key
    name = project.name if fields.name is None else fields.name.strip()
    lead = project.lead if fields.lead is None else _lead(site, fields)
    category = _category(site, fields)
    refusals = [*_wrong_name(site, name, but=project), *_wrong_category(category, fields)]
    refusals += [*_wrong_key(site, key, but=project), *_unreleasable(site, project, fields)]
    scheme = attempt(refusals, partial(_scheme, site, fields))
    if lead is None:
        refusals.append(ProjectLeadUnknown(account_id=fields.lead or ""))
    if refusals or lead is None:
        raise Refused(*refusals)
    site.projects.release(fields.released_keys)
    changed = replace(
        _rename(site, project, key),
        name=name,
        lead=lead,
        description=project.description if fields.description is None else fields.description,
        url=project.url if fields.url is None else fields.url,
        assignee_type=fields.assignee_type or project.assignee_type,
        category=project.category if fields.category_id in _UNSAID else category,
    )
    site.projects.put(changed)
    if scheme is not None:
        site.grants.assign(scheme, changed.key)
    return changed


def _require_changer(site: Site, caller: Caller, project: Project, fields: ProjectFields) -> None:
    """Raise `Refused` where the caller may not change a project so: its keys and schemes take Administer Jira."""
    is_renamed = fields.key not in (None, project.key) or fields.released_keys
    if is_renamed or fields.permission_scheme is not None:
        require_administrator(site, caller)
    elif not may_administer(site, caller, project):
        raise Refused(ProjectUnchangeable(project=project, caller=caller))


def _rename(site: Site, project: Project, key: str) -> Project:
    """Give a project another key, and return it."""
    if key == project.key:
        return project
    roles = site.people.rename_project(project.key, key)
    site.grants.rename(project.key, key)
    for one in list(site.filters.values()):
        site.filters[one.id] = one.with_roles(roles)
    site.versions.rename_project(project.key, key)
    site.components.rename_project(project.key, key)
    site.issues.rename_project(project.key, key, site.people.levels)
    renamed = replace(project, key=key)
    site.projects.rename(project, renamed)
    return renamed


def delete_project(site: Site, caller: Caller, id_or_key: str) -> None:
    """Delete a project for good, with its issues, their links and comments, its roles' members and its levels."""
    project = _deletable(site, caller, id_or_key)
    # What is a part of another goes first: only what is a part of them in other projects is left, and loses its parent.
    for issue in sorted(site.issues.in_project(project.key), key=lambda one: one.type.hierarchy_level):
        take_out(site, caller, issue)
    site.versions.remove_project(project.key)
    for own in [one for one in site.issue_types.values() if one.project_id == project.id]:
        del site.issue_types[own.id]
    site.properties.drop(project)
    site.components.remove_project(project.key)
    known_as = site.projects.take(project)
    site.grants.remove(project.key, known_as, site.people.remove_project(project.key))
    site.issues.remove_project(project.key, known_as)


def bin_project(site: Site, caller: Caller, id_or_key: str) -> None:
    """Put a project into the recycle bin, where nobody sees it and its issues; its key and its name stay taken."""
    project = _deletable(site, caller, id_or_key)
    if project.deleted is None:
        put_away(site, replace(project, deleted=PutAway(by=caller, at=site.clock.tick())))


def _deletable(site: Site, caller: Caller, id_or_key: str) -> Project:
    project = project_put_away(site, caller, id_or_key) or find_project(site, caller, id_or_key)
    if not holds(site, caller, ADMINISTER):
        raise Refused(ProjectUndeletable(project=project, named=id_or_key, caller=caller))
    require_live(project)
    return project


def put_away(site: Site, project: Project) -> None:
    """Keep a project that was put away, or was brought back, with who holds what there."""
    site.projects.put(project)
    site.grants.left.pop(project.key, None)
    if project.status != "live":
        site.grants.left[project.key] = frozenset({BROWSE_PROJECTS} if project.status == "archived" else ())


def archive_project(site: Site, caller: Caller, id_or_key: str) -> None:
    """Archive a project: it and its issues can be read, and nothing of them changes."""
    project = find_project(site, caller, id_or_key)
    if not holds(site, caller, ADMINISTER):
        raise Refused(ProjectArchiverNotAdministrator(project=project, caller=caller))
    require_live(project)
    issues = [one for one in site.issues.in_project(project.key) if not one.archived]
    for one in issues:
        set_archived(site, caller, one, archived=True)
    mark = PutAway(by=caller, at=site.clock.tick(), issues=frozenset(one.id for one in issues))
    put_away(site, replace(project, archived=mark))


def restore_project(site: Site, caller: Caller, id_or_key: str) -> Project:
    """Bring a project back from the archive or the recycle bin, as it was, and return it."""
    project = project_put_away(site, caller, id_or_key) or find_project(site, caller, id_or_key)
    own = project.team_managed and kept_for(site, caller, ADMINISTER_PROJECTS, project.key)
    if not own and not holds(site, caller, ADMINISTER):
        raise Refused(ProjectUndeletable(project=project, named=id_or_key, caller=caller))
    if project.status == "live":
        raise Refused(ProjectLive(project=project))
    for issue_id in () if project.archived is None else sorted(project.archived.issues & site.issues.keys()):
        set_archived(site, caller, site.issues[issue_id], archived=False)
    restored = replace(project, archived=None, deleted=None)
    put_away(site, restored)
    return restored


class Actors(Plain):
    """Who gets or loses a project's role, as a request names them: users by account, groups by name or by id."""

    users: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    group_ids: tuple[str, ...] = ()


def add_actors(site: Site, caller: Caller, project: Project, role_id: str, actors: Actors) -> None:
    """Give a role of a seen project to users and groups who do not have it."""
    role = _changed_role(site, caller, project, role_id)
    added, members = _named_one_way(site, actors), _members_of(site, role)
    there = [ActorAlready(actor=one, role=role.name, project=project) for one in added if one in members]
    if there:
        raise Refused(*there)
    _put_members(site, role, members | {*added})


def set_actors(site: Site, caller: Caller, project: Project, role_id: str, actors: Actors | None) -> None:
    """Give a role of a seen project to these alone, who may be none."""
    role = _changed_role(site, caller, project, role_id)
    if actors is None:
        raise Refused(ActorUnnamed())
    named = () if actors == Actors() else _named(site, actors)
    _put_members(site, role, frozenset(named))


def remove_actors(site: Site, caller: Caller, project: Project, role_id: str, actors: Actors) -> None:
    """Take a role of a seen project from users and groups who have it."""
    number, name = find_role_in(site, caller, project, role_id)
    role = _role_in(site, project, number, name)
    removed, members = _named_one_way(site, actors), _members_of(site, role)
    missing = [NoActor(actor=one, role=name, project=project) for one in removed if one not in members]
    if missing:
        raise Refused(*missing)
    _put_members(site, role, members - {*removed})


def _changed_role(site: Site, caller: Caller, project: Project, role_id: str) -> ProjectRole:
    if not may_administer(site, caller, project):
        raise Refused(RolesUnchangeable(project=project, caller=caller))
    return _role_in(site, project, *find_role_in(site, caller, project, role_id))


def _role_in(site: Site, project: Project, role_id: int, name: str) -> ProjectRole:
    """Return a role in a project, which may not have it yet: the roles are the site's."""
    return site.people.roles.get((project.key, name)) or ProjectRole(id=role_id, name=name, project=project.key)


def _members_of(site: Site, role: ProjectRole) -> frozenset[Holder]:
    return site.people.role_members(role) if site.people.knows(role) else frozenset()


def _put_members(site: Site, role: ProjectRole, members: frozenset[Holder]) -> None:
    if site.people.knows(role):
        site.people.set_role_members(role, members)
    else:
        site.people.add_role(role, members)


def _named_one_way(site: Site, actors: Actors) -> tuple[User | Group, ...]:
    """Return who is named, the groups by name or by id; raises `Refused` for both, and as `_named`."""
    if actors.groups and actors.group_ids:
        raise Refused(GroupUnnamed())
    return _named(site, actors)


def _named(site: Site, actors: Actors) -> tuple[User | Group, ...]:
    """Return the users and groups that are named; raises `Refused` for the unknown ones, and where nobody is."""
    if actors == Actors():
        raise Refused(ActorUnnamed())
    people = site.people
    found: list[User | Group] = []
    refusals: list[Refusal] = []
    for account_id in actors.users:
        user = attempt(refusals, partial(user_with, site, account_id))
        found += [user] if user is not None else []
    for names, known in ((actors.groups, people.groups), (actors.group_ids, people.groups_by_id)):
        refusals += [GroupUnknown(reference=name) for name in names if name not in known]
        found += [known[name] for name in names if name in known]
    if refusals:
        raise Refused(*refusals)
    return tuple(dict.fromkeys(found))


def _scheme(site: Site, fields: ProjectFields) -> PermissionScheme | None:
    """Return the permission scheme that is said, or None for none; raises `Refused` for an unknown one."""
    if fields.permission_scheme is None:
        return None
    number = as_long(fields.permission_scheme)
    scheme = None if number is None else site.grants.schemes.get(number)
    if scheme is None:
        raise Refused(PermissionSchemeUnknown(value=fields.permission_scheme))
    return scheme


def _lead(site: Site, fields: ProjectFields) -> User | None:
    return site.people.by_account_id.get(fields.lead or "")


def _category(site: Site, fields: ProjectFields) -> ProjectCategory | None:
    return None if fields.category_id is None else with_id(site.project_categories, fields.category_id)


_UNSAID = (None, "")
_NO_CATEGORY = "-1"


def _wrong_category(category: ProjectCategory | None, fields: ProjectFields) -> list[Refusal]:
    if category is not None or fields.category_id in (*_UNSAID, _NO_CATEGORY):
        return []
    return [CategoryUnknown(value=fields.category_id or "")]


def _wrong_key(site: Site, key: str, *, but: Project | None = None) -> Iterator[Refusal]:
    if but is not None and key == but.key:
        return
    if not _KEY.fullmatch(key):
        yield ProjectKeyInvalid(value=key)
    taken_by = site.projects.with_key(key)
    if taken_by not in (None, but):
        yield ProjectKeyTaken(taken_by=taken_by)


def _unreleasable(site: Site, project: Project, fields: ProjectFields) -> Iterator[Refusal]:
    own = site.projects.former_keys(project)
    for key in fields.released_keys:
        if key not in own:
            yield ProjectKeyUnreleasable(key=key, project=project)


def _wrong_name(site: Site, name: str, *, but: Project | None) -> Iterator[Refusal]:
    if not 0 < len(name) <= _LONGEST_NAME:
        yield ProjectNameInvalid(length=len(name))
    for other in site.projects.values():
        if other is not but and other.name.casefold() == name.casefold():
            yield ProjectNameTaken(taken_by=other)
            return
