"""`role`, and the roles of a project with who has them."""

from __future__ import annotations

from jira_linkfake.rest.call import Call, Reader, View
from jira_linkfake.rest.representations import Json, actor
from jira_linkfake.rest.representations import role as represent
from jira_linkfake.site.model import Project
from jira_linkfake.site.projects import all_roles, find_project, find_role, find_role_in, roles_in


def list_all(call: Call) -> list[Json]:
    """Return the site's roles."""
    return [represent(role_id, name, call.api) for role_id, name in all_roles(call.site, call.caller)]


def read(call: Call, id: str) -> Json:  # noqa: A002 - Jira's name
    """Return one of the site's roles; nobody has it in every new project."""
    role_id, name = find_role(call.site, call.caller, id)
    return {**represent(role_id, name, call.api), "actors": []}


def list_of_project(call: Call, projectIdOrKey: str) -> Json:  # noqa: N803 - Jira's name
    """Return the addresses of a project's roles, by name."""
    project = find_project(call.site, call.caller, projectIdOrKey)
    roles_in(call.site, call.caller, project)
    return addresses_of(call, project)


def read_of_project(call: Call, projectIdOrKey: str, id: str) -> Json:  # noqa: A002, N803 - Jira's names
    """Return a role of a project with who has it there."""
    project = find_project(call.site, call.caller, projectIdOrKey)
    role_id, name = find_role_in(call.site, call.caller, project, id)
    actors = call.site.people.actors_of(project.key, name)
    return {**represent(role_id, name, _address(call, project)), "actors": [actor(one) for one in actors]}


def addresses_of(reader: Reader, project: Project) -> Json:
    """Return the addresses of the roles that every project has, by name."""
    address = _address(reader, project)
    return {name: f"{address}/role/{role_id}" for role_id, name in reader.site.people.role_names.items()}


def _address(reader: Reader, project: Project) -> str:
    return f"{reader.api}/project/{project.id}"


VIEWS: dict[str, View] = {
    "getAllProjectRoles": list_all,
    "getProjectRoleById": read,
    "getProjectRoles": list_of_project,
    "getProjectRole": read_of_project,
}
