"""Steps about schemes: those of permissions, made and removed, and what a project has."""

from __future__ import annotations

from jira_linkfake.verify.needs import need, new_one_goes, new_thing
from jira_linkfake.verify.side import Side
from jira_linkfake.verify.step import NotTriedError
from jira_linkfake.verify.steps.declaring import delete, get, post, put

SCHEMES = "permissionscheme"
GRANT = {"holder": {"type": "user", "parameter": "{me}"}, "permission": "BROWSE_PROJECTS"}


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


@need("own permission scheme to give", after=("admin",))
def _own_permission_scheme_to_give(side: Side) -> None:
    """Make a scheme with which the user still sees, and may delete, a project that has it."""
    grants = [{**GRANT, "permission": permission} for permission in ("BROWSE_PROJECTS", "ADMINISTER_PROJECTS")]
    new_thing(side, "own_scheme", SCHEMES, {"description": "x", "permissions": grants})


@need("given permission scheme", after=("own permission scheme to give", "own project"))
def _given_permission_scheme(side: Side) -> None:
    side.make("PUT", "project/{own_project}/permissionscheme", {"id": "{own_scheme_number}"}, look_up=dict)


@need("security scheme", after=("project admin",), for_run=True, makes=False)
def _security_scheme(side: Side) -> None:
    known = side.look("project/{project}/issuesecuritylevelscheme")
    side.names |= {"security_scheme_id": str(known["id"])}


@need("notification scheme", for_run=True, makes=False)
def _notification_scheme(side: Side) -> None:
    known = side.look("notificationscheme")["values"]
    if not known:
        raise NotTriedError("the site has no notification scheme that the user sees")
    side.names |= {"notification_scheme_id": str(known[0]["id"])}


_OWN = f"{SCHEMES}/{{own_scheme_id}}"
_SECURITY = "issuesecurityschemes"
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
    get(
        "schemes: that of a project's permissions without Administer projects",
        "SchemeOfProjectUnseen",
        "project/{project}/permissionscheme",
        needs="second lacks ADMINISTER_PROJECTS",
        caller="second",
    ),
    post(
        "schemes: a grant to an unknown group",
        "HolderUnknown",
        f"{_OWN}/permission",
        {**GRANT, "holder": {"type": "group", "parameter": "no-such-group-of-verify"}},
        needs=_SCHEME,
    ),
    delete("schemes: an unknown grant deleted", "GrantMissing", f"{_OWN}/permission/999999999", needs=_SCHEME),
    get(
        "schemes: one of notifications",
        "getNotificationScheme",
        "notificationscheme/{notification_scheme_id}",
        needs="notification scheme",
        alike=True,
    ),
    get(
        "schemes: that of a project's notifications",
        "getNotificationSchemeForProject",
        "project/{project}/notificationscheme",
        needs="project admin",
        alike=True,
    ),
    get(
        "schemes: that of a project's notifications without Administer projects",
        "NotificationsOfProjectUnseen",
        "project/{project}/notificationscheme",
        needs="second lacks ADMINISTER_PROJECTS",
        caller="second",
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
    get("schemes: of security", "getIssueSecuritySchemes", _SECURITY, needs="admin", alike=True),
    get("schemes: of security, an id that is none", "QueryIdInvalid", f"{_SECURITY}/search?id=-1000"),
    get(
        "schemes: of security, by project",
        "searchSecuritySchemes",
        f"{_SECURITY}/search?projectId={{project_id}}",
        needs="admin",
        alike=True,
    ),
    get(
        "schemes: projects with that of security",
        "searchProjectsUsingSecuritySchemes",
        f"{_SECURITY}/project?projectId={{project_id}}",
        needs="admin",
        alike=True,
    ),
    get(
        "schemes: one of security",
        "getIssueSecurityScheme",
        f"{_SECURITY}/{{security_scheme_id}}",
        needs="security scheme",
        alike=True,
    ),
    get(
        "schemes: one of security without Administer Jira",
        "SecuritySchemeUnseen",
        f"{_SECURITY}/{{security_scheme_id}}",
        needs="security scheme, second lacks ADMINISTER",
        caller="second",
    ),
    get("schemes: levels of security", "getSecurityLevels", f"{_SECURITY}/level", needs="admin", alike=True),
    get(
        "schemes: who is in levels of security",
        "getSecurityLevelMembers",
        f"{_SECURITY}/level/member",
        needs="admin",
        alike=True,
    ),
    get(
        "schemes: who is in the levels of one of security",
        "getIssueSecurityLevelMembers",
        f"{_SECURITY}/{{security_scheme_id}}/members",
        needs="security scheme",
        alike=True,
    ),
    get(
        "schemes: who is in no level of one of security",
        "NoLevelMembers",
        f"{_SECURITY}/{{security_scheme_id}}/members?issueSecurityLevelId=999999999",
        needs="security scheme",
    ),
    get(
        "schemes: that of a project's security",
        "getProjectIssueSecurityScheme",
        "project/{project}/issuesecuritylevelscheme",
        needs="security scheme",
        alike=True,
    ),
)
