"""Components: making, changing and deleting them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from jira_linkfake.jira.components.finding import find_component
from jira_linkfake.jira.components.model import Component, ComponentAssigneeType
from jira_linkfake.jira.components.refusals import (
    ComponentLeadUnknown,
    ComponentNameMissing,
    ComponentNameTaken,
    ComponentNameTooLong,
    ComponentNotEditable,
    ComponentProjectMissing,
    ComponentSwapUnknown,
    ComponentUndeletable,
)
from jira_linkfake.jira.issues.rules import swap_part
from jira_linkfake.jira.people.model import Caller
from jira_linkfake.jira.people.refusals import UserNotByAccount
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.projects.finding import find_project, issues_with, may_administer, require_live
from jira_linkfake.jira.projects.model import Project
from jira_linkfake.jira.refusal import Refusal, Refused
from jira_linkfake.jira.site import Site, as_id

LONGEST_NAME = 255  # characters


class ComponentFields(Plain):
    """What a request says of a component; None where it says nothing.

    The lead goes by account, which is empty for none; `lead_name` is what Cloud does not take.
    """

    name: str | None = None
    description: str | None = None
    lead: str | None = None
    lead_name: str | None = None
    assignee_type: ComponentAssigneeType | None = None


def create_component(site: Site, caller: Caller, id_or_key: str | None, fields: ComponentFields) -> Component:
    """Make a component in a project, or refuse."""
    if id_or_key is None:
        raise Refused(ComponentProjectMissing())
    project = find_project(site, caller, id_or_key)
    _require_administrator(site, caller, project)
    component = _filled(site, Component(id=site.next_id("component"), project=project.key, name=""), fields)
    site.new_id("component")
    site.components.put(component)
    return component


def update_component(site: Site, caller: Caller, component_id: str, fields: ComponentFields) -> Component:
    """Change what a request says of a component, or refuse."""
    before = find_component(site, caller, component_id)
    _require_administrator(site, caller, site.projects[before.project])
    component = _filled(site, before, fields)
    site.components.put(component)
    return component


def delete_component(site: Site, caller: Caller, component_id: str, move_issues_to: str | None) -> None:
    """Delete a component; its issues get another one of their project, or none."""
    component = find_component(site, caller, component_id)
    project = site.projects[component.project]
    if not may_administer(site, caller, project):
        raise Refused(ComponentUndeletable(component=component, caller=caller))
    require_live(project)
    other = None if move_issues_to is None else _other(site, component, move_issues_to)
    for issue in issues_with(site, component, "components"):
        swap_part(site, caller, issue, "components", component, other)
    site.components.remove(component)


def _require_administrator(site: Site, caller: Caller, project: Project) -> None:
    if not may_administer(site, caller, project):
        raise Refused(ComponentNotEditable(project=project, caller=caller))
    require_live(project)


def _other(site: Site, component: Component, wanted: str) -> Component:
    found = site.components.beside(component, as_id(wanted))
    if found is None or found.id == component.id:
        raise Refused(ComponentSwapUnknown(value=wanted, project=component.project))
    return found


def _filled(site: Site, component: Component, fields: ComponentFields) -> Component:
    """Return a component with what a request says of it; raises `Refused` with all that is wrong with it."""
    if fields.lead_name is not None:
        raise Refused(UserNotByAccount(named="leadUserName"))
    refusals: list[Refusal] = []
    name = component.name if fields.name is None else fields.name.strip()
    if not name:
        refusals.append(ComponentNameMissing())
    elif len(name) > LONGEST_NAME:
        refusals.append(ComponentNameTooLong(length=len(name), most=LONGEST_NAME))
    other = site.components.named_in(component.project, name)
    if other is not None and other.id != component.id:
        refusals.append(ComponentNameTaken(taken_by=other))
    lead = component.lead if fields.lead is None else site.people.by_account_id.get(fields.lead)
    if fields.lead and lead is None:
        refusals.append(ComponentLeadUnknown(account_id=fields.lead))
    if refusals:
        raise Refused(*refusals)
    given: dict[str, Any] = {"description": fields.description, "assignee_type": fields.assignee_type}
    said = {one: value for one, value in given.items() if value is not None}
    return replace(component, name=name, lead=lead, **said)
