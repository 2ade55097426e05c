"""`project` and `role`: projects, their statuses, security levels and roles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import fields, validate

from jira_linkfake.jira.components.as_json import component_json
from jira_linkfake.jira.evidence import REFERENCE, chosen
from jira_linkfake.jira.people.as_json import actor_json, security_level_json
from jira_linkfake.jira.people.as_json import role_json as represent
from jira_linkfake.jira.people.finding import account_id_in
from jira_linkfake.jira.projects.as_json import project_details, project_in_list
from jira_linkfake.jira.projects.finding import (
    ProjectQuery,
    all_roles,
    find_project,
    find_role,
    find_role_in,
    issues_seen,
    last_update,
    levels_seen,
    projects_seen,
    read_level,
    recent_projects,
    roles_in,
    search_projects,
)
from jira_linkfake.jira.projects.model import Project, ProjectType
from jira_linkfake.jira.projects.refusals import HierarchyShared
from jira_linkfake.jira.projects.rules import (
    Actors,
    ProjectFields,
    add_actors,
    archive_project,
    bin_project,
    create_project,
    delete_project,
    remove_actors,
    restore_project,
    set_actors,
    update_project,
)
from jira_linkfake.jira.properties.as_json import wanted_properties
from jira_linkfake.jira.reader import Json, Reader, time_json
from jira_linkfake.jira.refusal import IdInvalid, NotServed, Refused
from jira_linkfake.jira.site import as_long
from jira_linkfake.jira.tasks.rest import STARTED, at_task
from jira_linkfake.jira.tasks.rules import carry_out
from jira_linkfake.jira.versions.as_json import shown
from jira_linkfake.jira.workflow.as_json import issue_type_json, status_json
from jira_linkfake.rest.body import Closed, IdNumber, Text
from jira_linkfake.rest.call import Call, Changed, Page, SeeOther
from jira_linkfake.rest.operations import Success, operation

# What Jira makes of a project by its template where the body does not say.
_TYPES: dict[str, ProjectType] = {"com.atlassian.jira-core": "business", "com.atlassian.servicedesk": "service_desk"}
_TEAM_MANAGED = "agility"  # what the names of templates have that make a team-managed project, in the reference's list


_ADMINISTRATORS = "Administrators"
_LEVELS_OF_OWN = {0: "Base", 1: "Epic", -1: "Subtask"}
_LEVELS = {1: "Epic", 0: "Story", -1: "Sub-task"}


def _one_of(*names: str, data_key: str) -> fields.String:
    return fields.String(allow_none=True, load_default=None, data_key=data_key, validate=validate.OneOf(names))


class _Project(Closed):
    key = Text()
    name = Text()
    description = Text()
    url = Text()
    lead = Text()
    lead_account_id = Text(data_key="leadAccountId")
    assignee_type = _one_of("PROJECT_LEAD", "UNASSIGNED", data_key="assigneeType")
    # Schemes and pictures that the site does not have, but for permission schemes.
    avatar_id = IdNumber("avatarId")
    category_id = IdNumber("categoryId")
    issue_security_scheme = IdNumber("issueSecurityScheme")
    notification_scheme = IdNumber("notificationScheme")
    permission_scheme = IdNumber("permissionScheme")


class _NewProject(_Project):
    type = _one_of("software", "service_desk", "business", data_key="projectTypeKey")
    template = Text(data_key="projectTemplateKey")
    field_configuration_scheme = IdNumber("fieldConfigurationScheme")
    issue_type_scheme = IdNumber("issueTypeScheme")
    issue_type_screen_scheme = IdNumber("issueTypeScreenScheme")
    workflow_scheme = IdNumber("workflowScheme")
    field_scheme = IdNumber("fieldScheme")


class _ChangedProject(_Project):
    released_keys = fields.List(Text(absent=""), data_key="releasedProjectKeys", allow_none=True, load_default=None)


_NOT_SERVED = (
    "avatar_id",
    "issue_security_scheme",
    "notification_scheme",
    "field_configuration_scheme",
    "issue_type_scheme",
    "issue_type_screen_scheme",
    "workflow_scheme",
    "field_scheme",
)


_NONE: tuple[object, ...] = (None, "", "0", "-1", [])
_AS_IT_IS = {"notification_scheme": (*_NONE, "10000")}
"""The id of the scheme that every project has, which changes nothing."""


def _require_schemes_served(content: Mapping[str, Any], schema: type[Closed], operation: str) -> None:
    """Raise `Refused` for what comes with a project that Jira has, and the site has not."""
    for name in _NOT_SERVED:
        if content.get(name) not in _AS_IT_IS.get(name, _NONE):
            raise Refused(NotServed(operation=f"{schema.property_of(name)} in {operation}"))


def new_project(content: Mapping[str, Any]) -> ProjectFields:
    """Return the project that a body wants to be made; raises `Refused` for what comes with it and is not served."""
    _require_schemes_served(content, _NewProject, "POST project (createProject)")
    template = content["template"] or ""
    of_template = (kind for prefix, kind in _TYPES.items() if template.startswith(prefix))
    return ProjectFields(
        key=content["key"],
        name=content["name"],
        lead=_lead_in(content),
        type=content["type"] or next(of_template, None),
        team_managed=_TEAM_MANAGED in template,
        category_id=content["category_id"],
        description=content["description"],
        url=content["url"],
        assignee_type=content["assignee_type"],
        permission_scheme=content["permission_scheme"],
    )


def changed_project(content: Mapping[str, Any]) -> ProjectFields:
    """Return what a body wants to change of a project; raises `Refused` for what comes with it and is not served."""
    _require_schemes_served(content, _ChangedProject, "PUT project (updateProject)")
    return ProjectFields(
        key=content["key"],
        name=content["name"],
        lead=_lead_in(content),
        category_id=content["category_id"],
        description=content["description"],
        url=content["url"],
        assignee_type=content["assignee_type"],
        released_keys=tuple(content["released_keys"] or ()),
        permission_scheme=content["permission_scheme"],
    )


def _lead_in(content: Mapping[str, Any]) -> str | None:
    """Return the account id of the lead; raises `Refused` where the property comes that took a name."""
    return account_id_in({"accountId": content["lead_account_id"], "name": content["lead"]})


@operation("getAllProjectRoles", Success(200, "every role of the site", REFERENCE))
def list_roles(call: Call) -> list[Json]:
    """Return the site's roles; nobody has one in every new project."""
    return [{**represent(role_id, name, call.api), "actors": []} for role_id, name in all_roles(call.site, call.caller)]


@operation("getProjectRoleById", Success(200, "a role of the site", REFERENCE))
def read_role(call: Call, id: str) -> Json:
    """Return one of the site's roles; nobody has it in every new project."""
    role_id, name = find_role(call.site, call.caller, id)
    return {**represent(role_id, name, call.api), "actors": []}


@operation("getProjectRoles", Success(200, "the addresses of a project's roles, by name", REFERENCE))
def list_roles_of_project(call: Call, projectIdOrKey: str) -> Json:
    """Return the addresses of a project's roles, by name."""
    project = find_project(call.site, call.caller, projectIdOrKey)
    roles_in(call.site, call.caller, project)
    return addresses_of(call, project)


@operation("getProjectRole", Success(200, "a role of a project, with who has it", REFERENCE))
def read_role_of_project(call: Call, projectIdOrKey: str, id: str) -> Json:
    """Return a role of a project with who has it there."""
    return _role_of_project(call, find_project(call.site, call.caller, projectIdOrKey), id)


def _role_of_project(call: Call, project: Project, role_id: str) -> Json:
    number, name = find_role_in(call.site, call.caller, project, role_id)
    actors = call.site.people.actors_of(project.key, name)
    return {**represent(number, name, _address(call, project)), "actors": [actor_json(*one) for one in actors]}


def _names(data_key: str) -> fields.List[Any]:
    return fields.List(Text(), allow_none=True, load_default=None, data_key=data_key)


class _MoreActors(Closed):
    users = _names("user")
    groups = _names("group")
    group_ids = _names("groupId")


class _ActorsByKind(Closed):
    users = _names("atlassian-user-role-actor")
    groups = _names("atlassian-group-role-actor")
    group_ids = _names("atlassian-group-role-actor-id")


class _AllActors(Closed):
    id = fields.Raw(allow_none=True)
    actors = fields.Nested(_ActorsByKind, data_key="categorisedActors", allow_none=True, load_default=None)


def _actors(content: Mapping[str, Any]) -> Actors:
    """Return the actors that are named, without nulls and empty names."""
    return Actors(**{kind: tuple(filter(None, names or ())) for kind, names in content.items()})


@operation("addActorUsers", Success(200, "the role with who has it then", REFERENCE), body=_MoreActors)
def add_actors_by_body(call: Call, projectIdOrKey: str, id: str) -> Json:
    """Give a project's role to more users and groups."""
    project = find_project(call.site, call.caller, projectIdOrKey)
    add_actors(call.site, call.caller, project, id, _actors(call.content))
    return _role_of_project(call, project, id)


@operation("setActors", Success(200, "the role with who has it then", REFERENCE), body=_AllActors)
def set_actors_by_body(call: Call, projectIdOrKey: str, id: str) -> Json:
    """Give a project's role to these users and groups alone."""
    project = find_project(call.site, call.caller, projectIdOrKey)
    named = call.content["actors"]
    set_actors(call.site, call.caller, project, id, None if named is None else _actors(named))
    return _role_of_project(call, project, id)


@operation("deleteActor", Success(204, "empty", REFERENCE))
def remove_actors_by_query(call: Call, projectIdOrKey: str, id: str) -> None:
    """Take a project's role from the user and the group that the query names."""
    project = find_project(call.site, call.caller, projectIdOrKey)
    named = {kind: call.query.getlist(name) for kind, name in _IN_QUERY.items()}
    remove_actors(call.site, call.caller, project, id, _actors(named))


_IN_QUERY = {"users": "user", "groups": "group", "group_ids": "groupId"}


@operation("getProjectRoleDetails", Success(200, "the roles, which every project has alike", REFERENCE))
def list_role_details(call: Call, projectIdOrKey: str) -> list[Json]:
    """Return the roles of a project, all or those that the caller has there."""
    project = find_project(call.site, call.caller, projectIdOrKey)
    roles = roles_in(call.site, call.caller, project)
    people, address = call.site.people, _address(call, project)
    has_all = not call.flag("currentMember")
    return [
        {
            **represent(role_id, name, address),
            "admin": name == _ADMINISTRATORS,
            "default": True,
            "roleConfigurable": True,
            "translatedName": name,
            "type": "DEFAULT",
        }
        for role_id, name in roles
        if has_all or people.has_role(call.caller, project.key, name)
    ]


def addresses_of(reader: Reader, project: Project) -> Json:
    """Return the addresses of the roles that every project has, by name."""
    address = _address(reader, project)
    return {name: f"{address}/role/{role_id}" for role_id, name in reader.site.people.role_names.items()}


def _address(reader: Reader, project: Project) -> str:
    return f"{reader.api}/project/{project.id}"


_MOST_RECENT = 20


@operation(
    "getAllProjects",
    Success(
        200,
        "every project that the caller may browse",
        REFERENCE,
        otherwise=Success(200, "as `project/recent` has them", REFERENCE, when="with `recent`"),
    ),
)
def list_projects(call: Call) -> list[Json]:
    """Return every project, or with `recent` so many of those that the caller viewed last."""
    if "recent" in call.query:
        count = min(max(call.number("recent", _MOST_RECENT), 0), _MOST_RECENT)
        return [_in_list(call, one) for one in recent_projects(call.site, call.caller)[:count]]
    return [_in_list(call, one) for one in projects_seen(call.site, call.caller)]


@operation("getRecent", Success(200, "up to 20 projects, those first that the caller viewed last", REFERENCE))
def list_recent(call: Call) -> list[Json]:
    """Return the projects that the caller viewed last: what requests with `updateHistory` looked at or made."""
    return [_in_list(call, one) for one in recent_projects(call.site, call.caller)[:_MOST_RECENT]]


@operation(
    "searchProjects",
    Success(
        200, "a page of the projects that are found and may be browsed", chosen("the reference has 404 for none found")
    ),
    not_served=("propertyQuery",),
)
def search_projects_by_query(call: Call) -> Json:
    """Return a page of the projects that the query finds, live ones unless it says otherwise."""
    page = Page.of(call, default=50, most=100)
    query = ProjectQuery(
        text=call.query.get("query", ""),
        ids=call.names("id"),
        keys=call.names("keys"),
        types=call.names("typeKey"),
        category=call.query.get("categoryId"),
        action=call.query.get("action", "view"),
        order=call.query.get("orderBy", "key"),
        statuses=call.names("status") or ["live"],
    )
    found = search_projects(call.site, call.caller, query)
    return page.bean(call, "project/search", found, lambda one: _in_list(call, one))


@operation("getProject", Success(200, "a project in full", REFERENCE))
def read_project(call: Call, projectIdOrKey: str) -> Json:
    """Return one project, by id or key."""
    return in_full(call, find_project(call.site, call.caller, projectIdOrKey))


@operation("createProject", Success(201, "the new project's id, a number, and key", REFERENCE), body=_NewProject)
def create_project_by_body(call: Call) -> Json:
    """Make a project."""
    project = create_project(call.site, call.caller, new_project(call.content))
    return {"self": f"{call.api}/project/{project.id}", "id": int(project.id), "key": project.key}


@operation("updateProject", Success(200, "the changed project in full", REFERENCE), body=_ChangedProject)
def update_project_by_body(call: Call, projectIdOrKey: str) -> Json:
    """Change a project; the keys that it had before still lead to it and to its issues."""
    return in_full(call, update_project(call.site, call.caller, projectIdOrKey, changed_project(call.content)))


@operation(
    "deleteProject",
    Success(
        204,
        "empty; the project is in the recycle bin, with its issues, their links and comments",
        REFERENCE,
        otherwise=Success(204, "empty; the project is gone with all of it", REFERENCE, when="without `enableUndo`"),
    ),
)
def delete_project_by_key(call: Call, projectIdOrKey: str) -> None:
    """Put a project into the recycle bin, or delete it for good."""
    if call.flag("enableUndo", default=True):
        bin_project(call.site, call.caller, projectIdOrKey)
    else:
        delete_project(call.site, call.caller, projectIdOrKey)


@operation("deleteProjectAsynchronously", STARTED)
def delete_project_as_task(call: Call, projectIdOrKey: str) -> SeeOther:
    """Delete a project for good (chosen: the reference has no word of the recycle bin here), and tell of the task."""
    delete_project(call.site, call.caller, projectIdOrKey)
    return at_task(call, carry_out(call.site, call.caller, f"Delete project {projectIdOrKey}"))


@operation("archiveProject", Success(204, "empty; the project and its issues can only be read", REFERENCE))
def archive_project_by_key(call: Call, projectIdOrKey: str) -> None:
    """Archive a project."""
    archive_project(call.site, call.caller, projectIdOrKey)


@operation("restore", Success(200, "the project in full, as it was", REFERENCE))
def restore_project_by_key(call: Call, projectIdOrKey: str) -> Changed:
    """Bring a project back from the archive or the recycle bin."""
    return Changed(in_full(call, restore_project(call.site, call.caller, projectIdOrKey)))


@operation("getHierarchy", Success(200, "the types of issues of a team-managed project, by level", REFERENCE))
def read_hierarchy(call: Call, projectId: str) -> Json:
    """Return the levels of the types of issues of a team-managed project: the first is the base."""
    if as_long(projectId) is None:
        raise Refused(IdInvalid(kind="project", value=projectId))
    project = find_project(call.site, call.caller, projectId)
    if not project.team_managed:
        raise Refused(HierarchyShared(project=project))
    by_level = {
        level: [one for one in call.site.types_of(project) if one.hierarchy_level == level] for level in _LEVELS_OF_OWN
    }
    return {
        "projectId": int(project.id),
        "hierarchy": [
            {
                "level": level,
                "name": _LEVELS_OF_OWN[level],
                "issueTypes": [{"id": int(one.id), "name": one.name, "avatarId": one.avatar_id} for one in types],
            }
            for level, types in by_level.items()
            if types
        ],
    }


@operation("getAllStatuses", Success(200, "for each type of issues every status", REFERENCE))
def list_statuses(call: Call, projectIdOrKey: str) -> list[Json]:
    """Return the statuses that issues of a project can have, for each type of issues: all, as transitions are free."""
    project = find_project(call.site, call.caller, projectIdOrKey)
    statuses = [status_json(one, call.api) for one in call.site.statuses.values()]
    return [
        {
            "self": f"{call.api}/issuetype/{one.id}",
            "id": one.id,
            "name": one.name,
            "subtask": one.subtask,
            "statuses": statuses,
        }
        for one in call.site.types_of(project)
    ]


@operation("getSecurityLevelsForProject", Success(200, "the security levels that the caller may set", REFERENCE))
def list_security_levels(call: Call, projectKeyOrId: str) -> Json:
    """Return the security levels of a project that the caller may set."""
    project = find_project(call.site, call.caller, projectKeyOrId)
    levels = levels_seen(call.site, call.caller, project)
    return {"levels": [security_level_json(one, call.api) for one in levels]}


@operation("getIssueSecurityLevel", Success(200, "a security level", REFERENCE))
def read_security_level(call: Call, id: str) -> Json:
    """Return one security level."""
    return security_level_json(read_level(call.site, call.caller, id), call.api)


def in_full(call: Call, project: Project) -> Json:
    """Return a project as its own address has it; the list of its keys is there only if `expand` asks for it."""
    details = project_details(project, call.api, call.site.projects.former_keys(project))
    expand = call.expand()
    if "projectKeys" not in expand:
        del details["projectKeys"]
    content = {
        **project_in_list(project, call.api, _properties(call, project)),
        **details,
        "components": [component_json(one, call) for one in call.site.components.of_project(project.key)],
        "issueTypes": _issue_types(call, project),
        "assigneeType": project.assignee_type,
        "versions": [shown(one, call) for one in call.site.versions.of_project(project.key)],
        "roles": addresses_of(call, project),
    }
    if "insight" in expand:
        content["insight"] = _insight(call, project)
    if "issueTypeHierarchy" in expand:
        content["issueTypeHierarchy"] = _hierarchy(call, project)
    return content


def _properties(call: Call, project: Project) -> Json:
    return wanted_properties(call, project, call.names("properties"))


def _in_list(call: Call, project: Project) -> Json:
    expand = call.expand()
    details = project_details(project, call.api, call.site.projects.former_keys(project))
    content = project_in_list(project, call.api, _properties(call, project))
    content.update((name, value) for name, value in details.items() if name in expand)
    if "issueTypes" in expand:
        content["issueTypes"] = _issue_types(call, project)
    if "insight" in expand:
        content["insight"] = _insight(call, project)
    return content


def _issue_types(call: Call, project: Project) -> list[Json]:
    return [issue_type_json(one, call.api) for one in call.site.types_of(project)]


def _hierarchy(call: Call, project: Project) -> Json:
    """Return the levels of the types of issues, the highest first; those ids that the reference gives up are left out.

    The names of the levels are those of a fresh site (chosen).
    """
    types = call.site.types_of(project)
    return {
        "levels": [
            {
                "name": name,
                "level": level,
                "hierarchyLevelNumber": level,
                "issueTypeIds": [int(one.id) for one in types if one.hierarchy_level == level],
            }
            for level, name in _LEVELS.items()
        ]
    }


def _insight(call: Call, project: Project) -> Json:
    """Count the issues that the caller may see, and find out when the last of them was updated."""
    updated = last_update(call.site, call.caller, project)
    insight: Json = {"totalIssueCount": len(issues_seen(call.site, call.caller, project))}
    return insight if updated is None else {**insight, "lastIssueUpdateTime": time_json(updated)}
