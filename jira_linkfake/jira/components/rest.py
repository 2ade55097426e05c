"""`component` and `project/{projectIdOrKey}/component`: components, and how many issues they have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from marshmallow import fields
from marshmallow.validate import OneOf

from jira_linkfake.jira.components import rules
from jira_linkfake.jira.components.as_json import component_in_issue, component_json, counted_component_json
from jira_linkfake.jira.components.finding import find_component, search_components
from jira_linkfake.jira.components.model import ComponentAssigneeType
from jira_linkfake.jira.components.rules import ComponentFields
from jira_linkfake.jira.evidence import LIVE_SUITE, REFERENCE
from jira_linkfake.jira.projects.finding import PartQuery, find_project, issues_seen_with, projects_seen
from jira_linkfake.jira.reader import Json
from jira_linkfake.rest.body import Closed, Id, IdNumber, Text
from jira_linkfake.rest.call import Call, Page
from jira_linkfake.rest.operations import Success, operation


class _Component(Closed):
    name = Text()
    description = Text()
    lead = Text(data_key="leadAccountId")
    lead_name = Text(data_key="leadUserName")
    assignee_type = fields.String(
        allow_none=True,
        load_default=None,
        data_key="assigneeType",
        validate=OneOf(get_args(ComponentAssigneeType)),
    )
    project = Text()
    project_id = IdNumber("projectId")
    # What Jira gives with a component and does not take: clients send back what they got.
    id = Id()
    self_ = Text(data_key="self")
    ari = Text()
    metadata = fields.Raw()
    lead_ = fields.Raw(data_key="lead")
    assignee = fields.Raw()
    real_assignee = fields.Raw(data_key="realAssignee")
    real_assignee_type = fields.Raw(data_key="realAssigneeType")
    is_assignee_type_valid = fields.Raw(data_key="isAssigneeTypeValid")


@operation(
    "getProjectComponents",
    Success(200, "every component of the project, by name", REFERENCE),
    not_served=("componentSource",),
)
def list_all(call: Call, projectIdOrKey: str) -> list[Json]:
    """Return every component of a project; no project has Compass components."""
    project = find_project(call.site, call.caller, projectIdOrKey)
    return [component_json(one, call) for one in call.site.components.of_project(project.key)]


@operation(
    "getProjectComponentsPaginated",
    Success(200, "a page of the components that the query finds", REFERENCE),
    not_served=("componentSource",),
)
def list_page(call: Call, projectIdOrKey: str) -> Json:
    """Return a page of a project's components, each with the number of its issues."""
    page = Page.of(call, default=50)
    project = find_project(call.site, call.caller, projectIdOrKey)
    found = search_components(call.site, call.caller, [project], _query(call))
    return page.bean(call, f"project/{projectIdOrKey}/component", found, lambda one: counted_component_json(one, call))


@operation("findComponentsForProjects", Success(200, "a page of the components that the query finds", REFERENCE))
def find(call: Call) -> Json:
    """Return a page of the components of several projects, of all that the caller may browse where none is named."""
    page = Page.of(call, default=50)
    named = [find_project(call.site, call.caller, one) for one in call.names("projectIdsOrKeys")]
    found = search_components(call.site, call.caller, named or projects_seen(call.site, call.caller), _query(call))
    return page.bean(call, "component", found, lambda one: component_in_issue(one, call.api))


@operation("createComponent", Success(201, "the component", REFERENCE), body=_Component)
def create(call: Call) -> Json:
    """Make a component."""
    content = call.content
    project = content["project"] or content["project_id"]
    return component_json(rules.create_component(call.site, call.caller, project, _said_in(content)), call)


@operation("getComponent", Success(200, "the component", REFERENCE))
def read(call: Call, id: str) -> Json:
    """Return one component."""
    return component_json(find_component(call.site, call.caller, id), call)


@operation("updateComponent", Success(200, "the changed component", REFERENCE), body=_Component)
def update(call: Call, id: str) -> Json:
    """Change what the body names of a component."""
    return component_json(rules.update_component(call.site, call.caller, id, _said_in(call.content)), call)


@operation("deleteComponent", Success(204, "empty; the component's issues stay", LIVE_SUITE))
def delete(call: Call, id: str) -> None:
    """Delete a component; the query names the component that its issues get."""
    rules.delete_component(call.site, call.caller, id, call.query.get("moveIssuesTo"))


@operation("getComponentRelatedIssues", Success(200, "how many issues have the component", LIVE_SUITE))
def count_issues(call: Call, id: str) -> Json:
    """Count the issues with a component that the caller may see."""
    component = find_component(call.site, call.caller, id)
    return {
        "self": f"{call.api}/component/{component.id}",
        "issueCount": len(issues_seen_with(call.site, call.caller, component, "components")),
    }


def _query(call: Call) -> PartQuery:
    return PartQuery(text=call.query.get("query", ""), order=call.query.get("orderBy", "name"))


def _said_in(content: Mapping[str, Any]) -> ComponentFields:
    said = ("name", "description", "lead", "lead_name", "assignee_type")
    return ComponentFields(**{name: content[name] for name in said})
