"""Finding components that a caller may browse, and who gets a new issue."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from jira_linkfake.jira.components.model import Component
from jira_linkfake.jira.components.refusals import ComponentUnseen
from jira_linkfake.jira.people.model import Caller, User
from jira_linkfake.jira.permissions.model import ASSIGNABLE_USER, BROWSE_PROJECTS
from jira_linkfake.jira.permissions.sight import holds, lack_of_browse
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.projects.finding import PartQuery, issues_seen_with, search_parts
from jira_linkfake.jira.projects.model import Project
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.site import Site, with_id


class Assignment(Plain):
    """Who gets an issue that is created in a component.

    `nominal` is whom the component's type of assignee names, `real` who gets it: where the type `is_valid` the same,
    and otherwise whom the project says, as `real_type` then says too.
    """

    nominal: User | None
    real: User | None
    real_type: str
    is_valid: bool


def find_component(site: Site, caller: Caller, component_id: str) -> Component:
    """Return the component of an id; raises `Refused` where there is none, or none that the caller may browse."""
    component = with_id(site.components.by_id, component_id)
    if component is None:
        raise Refused(ComponentUnseen(value=component_id, caller=caller))
    if not holds(site, caller, BROWSE_PROJECTS, component.project):
        hidden_by = lack_of_browse(component.project)
        raise Refused(ComponentUnseen(value=component_id, caller=caller, hidden_by=hidden_by))
    return component


def search_components(site: Site, caller: Caller, projects: Iterable[Project], query: PartQuery) -> list[Component]:
    """Return the components of projects that a query finds, in its order: by name unless it says."""
    orders: dict[str, Callable[[Component], Any]] = {
        "description": lambda component: (component.description or "").casefold(),
        "issueCount": lambda component: len(issues_seen_with(site, caller, component, "components")),
        "lead": lambda component: component.lead and component.lead.account_id,
        "name": lambda component: component.name.casefold(),
    }
    return search_parts([one for project in projects for one in site.components.of_project(project.key)], query, orders)


def assignment_of(site: Site, component: Component) -> Assignment:
    """Return who gets an issue that is created in a component; a site takes issues that nobody gets."""
    project = site.projects[component.project]
    by_default = _assignee_of_project(site, project)
    nominal = {
        "PROJECT_DEFAULT": by_default,
        "COMPONENT_LEAD": component.lead,
        "PROJECT_LEAD": project.lead,
        "UNASSIGNED": None,
    }[component.assignee_type]
    needs_somebody = component.assignee_type in ("COMPONENT_LEAD", "PROJECT_LEAD")
    is_valid = not needs_somebody or (nominal is not None and _is_assignable(site, nominal, project))
    return Assignment(
        nominal=nominal,
        real=nominal if is_valid else by_default,
        real_type=component.assignee_type if is_valid else "PROJECT_DEFAULT",
        is_valid=is_valid,
    )


def default_assignee(site: Site, project: Project, component_ids: Sequence[str]) -> User | None:
    """Return who gets an issue of a project that names nobody.

    Of several components the first one by name decides, as Atlassian's pages on components say where they differ: of
    those that leave it not to the project (chosen).
    """
    for component_id in sorted(component_ids, key=site.components.place_of):
        component = site.components.by_id[component_id]
        if component.assignee_type != "PROJECT_DEFAULT":
            return assignment_of(site, component).real
    return _assignee_of_project(site, project)


def _assignee_of_project(site: Site, project: Project) -> User | None:
    is_lead = project.assignee_type == "PROJECT_LEAD" and _is_assignable(site, project.lead, project)
    return project.lead if is_lead else None


def _is_assignable(site: Site, user: User, project: Project) -> bool:
    return holds(site, user, ASSIGNABLE_USER, project.key)
