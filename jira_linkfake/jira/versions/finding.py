"""Finding versions that a caller may browse."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.model import Caller
from jira_linkfake.jira.permissions.model import BROWSE_PROJECTS
from jira_linkfake.jira.permissions.sight import holds, lack_of_browse
from jira_linkfake.jira.projects.finding import PartQuery, search_parts
from jira_linkfake.jira.projects.model import Project
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.site import Site, with_id
from jira_linkfake.jira.versions.model import Version
from jira_linkfake.jira.versions.refusals import VersionUnseen

_STATES: dict[str, Callable[[Version], bool]] = {
    "released": lambda version: version.released and not version.archived,
    "unreleased": lambda version: not version.released and not version.archived,
    "archived": lambda version: version.archived,
}


class VersionQuery(PartQuery):
    """Which versions of a project a request looks for, and in which order; what is empty leaves nothing out."""

    states: Collection[str] = ()


def find_version(site: Site, caller: Caller, version_id: str) -> Version:
    """Return the version of an id; raises `Refused` where there is none, or none that the caller may browse."""
    version = with_id(site.versions.by_id, version_id)
    if version is None:
        raise Refused(VersionUnseen(value=version_id, caller=caller))
    if not holds(site, caller, BROWSE_PROJECTS, version.project):
        hidden_by = lack_of_browse(version.project)
        raise Refused(VersionUnseen(value=version_id, caller=caller, hidden_by=hidden_by))
    return version


def search_versions(site: Site, project: Project, query: VersionQuery) -> list[Version]:
    """Return the versions of a project that a query finds, in its order; what has no date comes last."""
    states = [_STATES[one] for one in query.states if one in _STATES]
    versions = site.versions.of_project(project.key)
    found = versions if not query.states else [one for one in versions if any(state(one) for state in states)]
    return search_parts(found, query, _ORDERS)


_ORDERS: dict[str, Callable[[Version], Any]] = {
    "description": lambda version: (version.description or "").casefold(),
    "name": lambda version: version.name.casefold(),
    "releaseDate": lambda version: version.release_date,
    "startDate": lambda version: version.start_date,
}


def is_unresolved(issue: Issue) -> bool:
    """Say whether an issue is still to be resolved."""
    return issue.resolution is None
