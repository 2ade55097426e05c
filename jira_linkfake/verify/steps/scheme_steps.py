"""Steps about schemes: those of permissions, made and removed, and what a project has."""

from __future__ import annotations

from jira_linkfake.verify.needs import need, new_one_goes, new_thing
from jira_linkfake.verify.side import Side
from jira_linkfake.verify.steps.declaring import delete, get, post, put

SCHEMES = "permissionscheme"


@need("own permission scheme", after=("admin",))
def _own_permission_scheme(side: Side) -> None:
    new_thing(side, "own_scheme", SCHEMES, {"description": "x"})


@need("new permission scheme goes", after=("admin",))
def _new_permission_scheme_goes(side: Side) -> None:
    new_one_goes(side, SCHEMES)


@need("own grant", after=("own permission scheme",))
def _own_grant(side: Side) -> None:
    made = side.make("POST", f"{_OWN}/permission", GRANT, look_up=lambda: side.look(f"{_OWN}/permission"))
    side.names |= {"own_grant_id": str(made["id"])}


_OWN = f"{SCHEMES}/{{own_scheme_id}}"
GRANT = {"holder": {"type": "user", "parameter": "{me}"}, "permission": "BROWSE_PROJECTS"}
_SCHEME = "own permission scheme"

STEPS = (
    get("schemes: of permissions", "getAllPermissionSchemes", SCHEMES, needs="admin", alike=True),
    post(
        "schemes: of permissions made",
        "createPermissionScheme",
        SCHEMES,
        {"name": "{label} new"},
        needs="new permission scheme goes",
    ),
    post("schemes: of permissions without a name", "SchemeNameInvalid", SCHEMES, {}, needs="admin"),
    post(
        "schemes: of permissions with a name that is taken",
        "SchemeNameTaken",
        SCHEMES,
        {"name": "{own_scheme}"},
        needs=_SCHEME,
    ),
    get("schemes: one of permissions", "getPermissionScheme", _OWN, needs=_SCHEME),
    put("schemes: one of permissions changed", "updatePermissionScheme", _OWN, {"name": "{own_scheme}"}, needs=_SCHEME),
    delete("schemes: one of permissions deleted", "deletePermissionScheme", _OWN, needs=_SCHEME),
    get("schemes: grants", "getPermissionSchemeGrants", f"{_OWN}/permission", needs="own grant"),
    get("schemes: a grant", "getPermissionSchemeGrant", f"{_OWN}/permission/{{own_grant_id}}", needs="own grant"),
    post("schemes: a grant made", "createPermissionGrant", f"{_OWN}/permission", GRANT, needs=_SCHEME),
    post("schemes: a grant made again", "GrantAlready", f"{_OWN}/permission", GRANT, needs="own grant"),
    delete(
        "schemes: a grant deleted",
        "deletePermissionSchemeEntity",
        f"{_OWN}/permission/{{own_grant_id}}",
        needs="own grant",
    ),
    get(
        "schemes: that of a project's permissions",
        "getAssignedPermissionScheme",
        "project/{project}/permissionscheme",
        needs="project admin",
        alike=True,
    ),
    get("schemes: of notifications", "getNotificationSchemes", "notificationscheme", needs="admin", alike=True),
    get(
        "schemes: projects with that of notifications",
        "getNotificationSchemeToProjectMappings",
        "notificationscheme/project?projectId={project_id}",
        needs="admin",
        alike=True,
    ),
    get("schemes: an unknown one of notifications", "NotificationSchemeUnseen", "notificationscheme/999999999"),
    get("schemes: of security", "getIssueSecuritySchemes", "issuesecurityschemes", needs="admin", alike=True),
    get("schemes: of security, an id that is none", "QueryIdInvalid", "issuesecurityschemes/search?id=-1000"),
    get(
        "schemes: of security, by project",
        "searchSecuritySchemes",
        "issuesecurityschemes/search?projectId={project_id}",
        needs="admin",
        alike=True,
    ),
    get(
        "schemes: projects with that of security",
        "searchProjectsUsingSecuritySchemes",
        "issuesecurityschemes/project?projectId={project_id}",
        needs="admin",
        alike=True,
    ),
)
