"""Finding the projects that a caller may browse, and what belongs to them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import datetime
from typing import Any, Protocol, TypeVar

from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.model import Caller, SecurityLevel
from jira_linkfake.jira.permissions.model import (
    ADMINISTER,
    ADMINISTER_PROJECTS,
    BROWSE_PROJECTS,
    CREATE_ISSUES,
    SET_ISSUE_SECURITY,
)
from jira_linkfake.jira.permissions.sight import holds, kept_for, lack_of_browse, may_see, require_administrator, sight
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.projects.model import Part, PartAttribute, Project
from jira_linkfake.jira.projects.refusals import (
    ProjectActionUnknown,
    ProjectAdministratorNeeded,
    ProjectArchived,
    ProjectOrderUnknown,
    ProjectUnseen,
)
from jira_linkfake.jira.refusal import IdInvalid, NotFound, Refused
from jira_linkfake.jira.site import Site, as_long, with_id


class _Described(Part, Protocol):
    @property
    def description(self) -> str | None: ...


_Part = TypeVar("_Part", bound=_Described)


class PartQuery(Plain):
    """Which parts of projects, such as versions, a request looks for, and in which order."""

    text: str = ""
    order: str = ""


class ProjectQuery(Plain):
    """Which projects a request looks for; None and what is empty leaves nothing out."""

    text: str = ""
    ids: Collection[str] = ()
    keys: Collection[str] = ()
    types: Collection[str] = ()
    category: str | None = None
    action: str = "view"
    order: str = "key"
    statuses: Collection[str] = ("live",)


def may_browse(site: Site, caller: Caller, project: Project) -> bool:
    """Say whether the caller may browse a project."""
    return holds(site, caller, BROWSE_PROJECTS, project.key)


def find_project(site: Site, caller: Caller, id_or_key: str) -> Project:
    """Return the project; raises `Refused` where there is none, or none that the caller may browse."""
    project = site.projects.find(id_or_key)
    if project is None:
        raise Refused(ProjectUnseen(key=id_or_key, caller=caller))
    if not may_browse(site, caller, project):
        raise Refused(ProjectUnseen(key=id_or_key, caller=caller, hidden_by=lack_of_browse(project.key)))
    return project


def projects_seen(site: Site, caller: Caller) -> list[Project]:
    """Return the live projects that the caller may browse, by key."""
    seen = (one for one in site.projects.values() if one.status == "live" and may_browse(site, caller, one))
    return sorted(seen, key=lambda one: one.key)


def _with_status(site: Site, caller: Caller, statuses: Collection[str]) -> list[Project]:
    """Return the projects of some statuses that the caller may see: in the recycle bin, administrators see them."""
    sees_bin = "deleted" in statuses and holds(site, caller, ADMINISTER)
    found = (one for one in site.projects.values() if one.status in statuses)
    return [one for one in found if (sees_bin if one.status == "deleted" else may_browse(site, caller, one))]


def project_put_away(site: Site, caller: Caller, id_or_key: str) -> Project | None:
    """Return a project of the recycle bin to who may administer it; None for others."""
    project = site.projects.find(id_or_key)
    if project is None or project.deleted is None:
        return None
    own = project.team_managed and kept_for(site, caller, ADMINISTER_PROJECTS, project.key)
    return project if own or holds(site, caller, ADMINISTER) else None


def recent_projects(site: Site, caller: Caller) -> list[Project]:
    """Return the projects that the caller viewed and may browse, those that they viewed last first."""
    viewed = () if caller is None else reversed(site.viewed.get(caller.account_id, {}))
    found = (site.projects.find(project_id) for project_id in viewed)
    return [one for one in found if one is not None and may_browse(site, caller, one)]


def search_projects(site: Site, caller: Caller, query: ProjectQuery) -> list[Project]:
    """Return the projects that the caller may browse and that the query finds, in its order: by key unless it says."""
    field = query.order.lstrip("+-")
    if field not in _ORDERS:
        raise Refused(ProjectOrderUnknown(value=query.order))
    if query.action not in _MAY:
        raise Refused(ProjectActionUnknown(value=query.action))
    may = _MAY[query.action]
    there = _with_status(site, caller, query.statuses)
    found = [one for one in there if _finds(query, one) and (one.deleted or may(site, caller, one))]
    return sorted(found, key=lambda one: _ORDERS[field](site, caller, one), reverse=query.order.startswith("-"))


def search_parts(parts: Iterable[_Part], query: PartQuery, orders: Mapping[str, Callable[[_Part], Any]]) -> list[_Part]:
    """Return the parts whose name or description has a text, in an order of these; what has no value comes last.

    An order that is none of them leaves the parts in their own.
    """
    text = query.text.casefold()
    found = [one for one in parts if text in one.name.casefold() or text in (one.description or "").casefold()]
    order, reverse = orders.get(query.order.lstrip("+-")), query.order.startswith("-")
    if order is None:
        return list(reversed(found)) if reverse else found
    with_value = [one for one in found if order(one) is not None]
    without = [one for one in found if order(one) is None]
    return [*sorted(with_value, key=order, reverse=reverse), *without]


def issues_with(site: Site, part: Part, attribute: PartAttribute) -> list[Issue]:
    """Return the issues that have a part of their project, whoever may see them, oldest first."""
    return [issue for issue in site.issues.in_project(part.project) if part.id in getattr(issue, attribute)]


def issues_seen_with(site: Site, caller: Caller, part: Part, attribute: PartAttribute) -> list[Issue]:
    """Return the issues that have a part of their project and that the caller may see, oldest first."""
    sees = sight(site, caller)
    return [issue for issue in issues_with(site, part, attribute) if sees(issue)]


def issues_seen(site: Site, caller: Caller, project: Project) -> list[Issue]:
    """Return the issues of a project that the caller may see, oldest first."""
    return [issue for issue in site.issues.in_project(project.key) if may_see(site, caller, issue)]


def last_update(site: Site, caller: Caller, project: Project) -> datetime | None:
    """Return the time of the last update among the issues that the caller may see, or None where they see none."""
    return max((issue.updated for issue in issues_seen(site, caller, project)), default=None)


def levels_seen(site: Site, caller: Caller, project: Project) -> list[SecurityLevel]:
    """Return the security levels of a seen project that the caller is in, where he may set them."""
    if not holds(site, caller, SET_ISSUE_SECURITY, project.key):
        return []
    return [level for level in site.people.levels_of(project.key) if site.people.is_in_level(caller, level)]


def read_level(site: Site, caller: Caller, level_id: str) -> SecurityLevel:
    """Return the security level with an id, of a project that the caller may browse; only for its members."""
    level = with_id(site.people.levels, level_id)
    if level is None or not (
        may_browse(site, caller, site.projects[level.project]) and site.people.is_in_level(caller, level)
    ):
        raise Refused(NotFound(kind="security level", value=level_id))
    return level


def all_roles(site: Site, caller: Caller) -> list[tuple[int, str]]:
    """Return the ids and names of the site's roles; raises `Refused` without Administer Jira."""
    require_administrator(site, caller)
    return list(site.people.role_names.items())


def find_role(site: Site, caller: Caller, role_id: str) -> tuple[int, str]:
    """Return the id and name of one of the site's roles; raises `Refused` without Administer Jira."""
    return _role(all_roles(site, caller), role_id)


def roles_in(site: Site, caller: Caller, project: Project) -> list[tuple[int, str]]:
    """Return the ids and names of the roles, which every project has alike, to who may administer the project."""
    if not may_administer(site, caller, project):
        raise Refused(ProjectAdministratorNeeded(project=project, caller=caller))
    return list(site.people.role_names.items())


def find_role_in(site: Site, caller: Caller, project: Project, role_id: str) -> tuple[int, str]:
    """Return the id and name of one of the roles of a seen project; raises `Refused` for what is no id too."""
    if as_long(role_id) is None:
        raise Refused(IdInvalid(kind="project role", value=role_id))
    return _role(roles_in(site, caller, project), role_id)


def _role(roles: list[tuple[int, str]], role_id: str) -> tuple[int, str]:
    for number, name in roles:
        if str(number) == role_id:
            return number, name
    raise Refused(NotFound(kind="project role", value=role_id))


def _finds(query: ProjectQuery, project: Project) -> bool:
    text = query.text.casefold()
    return (
        (text in project.name.casefold() or text in project.key.casefold())
        and (not query.ids or project.id in query.ids)
        and (not query.keys or project.key in query.keys)
        and (not query.types or project.type in query.types)
        and query.category in (None, "" if project.category is None else project.category.id)
    )


def may_administer(site: Site, caller: Caller, project: Project) -> bool:
    """Say whether the caller administers the project, or the whole site."""
    return holds(site, caller, ADMINISTER_PROJECTS, project.key) or holds(site, caller, ADMINISTER)


def require_live(project: Project) -> None:
    """Raise `Refused` for a project that is archived, and so can only be read, with what belongs to it (chosen)."""
    if project.archived is not None:
        raise Refused(ProjectArchived(project=project))


def _may_create(site: Site, caller: Caller, project: Project) -> bool:
    return holds(site, caller, CREATE_ISSUES, project.key)


def _last_update(site: Site, caller: Caller, project: Project) -> str:
    return f"{last_update(site, caller, project) or ''}"


_MAY: dict[str, Callable[[Site, Caller, Project], bool]] = {
    "view": may_browse,
    "browse": may_browse,
    "edit": may_administer,
    "create": _may_create,
}


# The reference has the date of the last update under another name.
_ORDERS: dict[str, Callable[[Site, Caller, Project], Any]] = {
    "name": lambda _site, _caller, project: project.name.casefold(),
    "key": lambda _site, _caller, project: project.key,
    "owner": lambda _site, _caller, project: project.lead.name,
    "category": lambda _site, _caller, project: "" if project.category is None else project.category.name.casefold(),
    "issueCount": lambda site, caller, project: len(issues_seen(site, caller, project)),
    "lastIssueUpdatedTime": _last_update,
    "lastIssueUpdatedDate": _last_update,
    "archivedDate": lambda _site, _caller, project: f"{'' if project.archived is None else project.archived.at}",
    "deletedDate": lambda _site, _caller, project: f"{'' if project.deleted is None else project.deleted.at}",
}
