"""Components in Jira's JSON."""

from __future__ import annotations

from jira_linkfake.jira.components.finding import assignment_of
from jira_linkfake.jira.components.model import Component
from jira_linkfake.jira.people.as_json import user_json
from jira_linkfake.jira.people.model import User
from jira_linkfake.jira.projects.finding import issues_seen_with
from jira_linkfake.jira.reader import Json, Reader


def component_in_issue(component: Component, api: str) -> Json:
    """Return a component as a field of an issue has it; without a description that is left out."""
    content: Json = {"self": f"{api}/component/{component.id}", "id": component.id, "name": component.name}
    return content if component.description is None else {**content, "description": component.description}


def component_json(component: Component, reader: Reader) -> Json:
    """Return a component by itself, with who gets its issues; what it does not have is left out."""
    site, api = reader.site, reader.api
    assignment = assignment_of(site, component)
    return {
        **component_in_issue(component, api),
        **_user("lead", component.lead, api),
        "assigneeType": component.assignee_type,
        **_user("assignee", assignment.nominal, api),
        "realAssigneeType": assignment.real_type,
        **_user("realAssignee", assignment.real, api),
        "isAssigneeTypeValid": assignment.is_valid,
        "project": component.project,
        "projectId": int(site.projects[component.project].id),
    }


def counted_component_json(component: Component, reader: Reader) -> Json:
    """Return a component with the number of its issues that the reader may see."""
    seen = issues_seen_with(reader.site, reader.caller, component, "components")
    return {**component_json(component, reader), "issueCount": len(seen)}


def _user(name: str, user: User | None, api: str) -> Json:
    return {} if user is None else {name: user_json(user, api)}
