"""`project`: the projects that the caller may browse, their statuses and security levels."""

from __future__ import annotations

from jira_linkfake.rest import representations as represent
from jira_linkfake.rest.bodies.projects import changed_project, new_project
from jira_linkfake.rest.call import Call, View
from jira_linkfake.rest.pages import Page
from jira_linkfake.rest.project_role import addresses_of
from jira_linkfake.rest.representations import Json
from jira_linkfake.rest.request_refusals import NotServed
from jira_linkfake.site.model import Project
from jira_linkfake.site.project_changes import create_project, delete_project, update_project
from jira_linkfake.site.projects import (
    ProjectQuery,
    find_project,
    issues_seen,
    last_update,
    levels_seen,
    projects_seen,
    read_level,
    search_projects,
)
from jira_linkfake.site.refusals import Refused


def list_all(call: Call) -> list[Json]:
    """Return every project."""
    _require_served(call, "recent", "GET project (getAllProjects)")
    return [_in_list(call, one) for one in projects_seen(call.site, call.caller)]


def search(call: Call) -> Json:
    """Return a page of the projects that the query finds; all are live, and none has a category."""
    page = Page.of(call, default=50, most=100)
    _require_served(call, "propertyQuery", "GET project/search (searchProjects)")
    query = ProjectQuery(
        text=call.query.get("query", ""),
        ids=call.query.getlist("id"),
        keys=call.query.getlist("keys"),
        types=[one for one in call.query.get("typeKey", "").split(",") if one],
        action=call.query.get("action", "view"),
        order=call.query.get("orderBy", "key"),
    )
    found = search_projects(call.site, call.caller, query)
    if "categoryId" in call.query or "live" not in (call.query.getlist("status") or ["live"]):
        found = []
    return page.bean(call, "project/search", found, lambda one: _in_list(call, one))


def read(call: Call, projectIdOrKey: str) -> Json:  # noqa: N803 - Jira's name
    """Return one project, by id or key."""
    return in_full(call, find_project(call.site, call.caller, projectIdOrKey))


def create(call: Call) -> Json:
    """Make a project."""
    project = create_project(call.site, call.caller, new_project(call.body))
    return {"self": f"{call.api}/project/{project.id}", "id": project.id, "key": project.key}


def update(call: Call, projectIdOrKey: str) -> Json:  # noqa: N803 - Jira's name
    """Change a project; another key, by which all its issues would go, is not served."""
    fields = changed_project(call.body)
    project = find_project(call.site, call.caller, projectIdOrKey)
    if fields.key not in (None, project.key):
        raise Refused(NotServed(operation="another key in PUT project/{projectIdOrKey} (updateProject)"))
    return in_full(call, update_project(call.site, call.caller, projectIdOrKey, fields))


def delete(call: Call, projectIdOrKey: str) -> None:  # noqa: N803 - Jira's name
    """Delete a project with its issues; whether it could be restored makes no difference, as nothing restores it."""
    delete_project(call.site, call.caller, projectIdOrKey)


def list_statuses(call: Call, projectIdOrKey: str) -> list[Json]:  # noqa: N803 - Jira's name
    """Return the statuses that issues of a project can have, for each type of issues: all, as transitions are free."""
    find_project(call.site, call.caller, projectIdOrKey)
    statuses = [represent.status(one, call.api) for one in call.site.statuses.values()]
    return [
        {
            "self": f"{call.api}/issuetype/{one.id}",
            "id": str(one.id),
            "name": one.name,
            "subtask": one.subtask,
            "statuses": statuses,
        }
        for one in call.site.issue_types.values()
    ]


def list_security_levels(call: Call, projectKeyOrId: str) -> Json:  # noqa: N803 - Jira's name
    """Return the security levels of a project that the caller may set."""
    project = find_project(call.site, call.caller, projectKeyOrId)
    levels = levels_seen(call.site, call.caller, project)
    return {"levels": [represent.security_level(one, call.api) for one in levels]}


def read_security_level(call: Call, id: str) -> Json:  # noqa: A002 - Jira's name
    """Return one security level."""
    return represent.security_level(read_level(call.site, call.caller, id), call.api)


def in_full(call: Call, project: Project) -> Json:
    """Return a project as its own address has it; the list of its keys is there only if `expand` asks for it."""
    details = represent.project_details(project, call.api)
    if "projectKeys" not in call.expand():
        del details["projectKeys"]
    return {
        **represent.project_in_list(project, call.api),
        **details,
        "components": [],
        "issueTypes": _issue_types(call),
        "assigneeType": project.assignee_type,
        "versions": [],
        "roles": addresses_of(call, project),
    }


def _in_list(call: Call, project: Project) -> Json:
    expand = call.expand()
    details = represent.project_details(project, call.api)
    content = represent.project_in_list(project, call.api)
    content.update((name, value) for name, value in details.items() if name in expand)
    if "issueTypes" in expand:
        content["issueTypes"] = _issue_types(call)
    if "insight" in expand:
        content["insight"] = _insight(call, project)
    return content


def _issue_types(call: Call) -> list[Json]:
    return [represent.issue_type(one, call.api) for one in call.site.issue_types.values()]


def _insight(call: Call, project: Project) -> Json:
    """Return how many issues the caller may see, and when the last of them was updated."""
    updated = last_update(call.site, call.caller, project)
    insight: Json = {"totalIssueCount": len(issues_seen(call.site, call.caller, project))}
    return insight if updated is None else {**insight, "lastIssueUpdateTime": represent.time(updated)}


def _require_served(call: Call, parameter: str, operation: str) -> None:
    if parameter in call.query:
        raise Refused(NotServed(operation=f"{parameter} of {operation}"))


VIEWS: dict[str, View] = {
    "getAllProjects": list_all,
    "searchProjects": search,
    "createProject": create,
    "getProject": read,
    "updateProject": update,
    "deleteProject": delete,
    "getAllStatuses": list_statuses,
    "getSecurityLevelsForProject": list_security_levels,
    "getIssueSecurityLevel": read_security_level,
}
