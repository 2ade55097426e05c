"""`permissions` and `mypermissions`: which there are, and who holds them where."""

from __future__ import annotations

from jira_linkfake.rest.bodies.permissions import bulk_permissions_request
from jira_linkfake.rest.call import Call, View
from jira_linkfake.rest.representations import Json
from jira_linkfake.rest.representations.permissions import my_permission, permission, permission_grants
from jira_linkfake.site.built_in_permissions import PERMISSIONS
from jira_linkfake.site.permission_checks import PermissionContext, bulk_permissions, my_permissions


def list_all(call: Call) -> Json:  # noqa: ARG001 - every view takes the call
    """Return every permission."""
    return {"permissions": {key: permission(one) for key, one in PERMISSIONS.items()}}


def mine(call: Call) -> Json:
    """Return whether the caller holds the permissions that `permissions` names, in the context of the query."""
    keys = [key.strip() for key in call.query.get("permissions", "").split(",")]
    context = PermissionContext(
        project_id=call.query.get("projectId"),
        project_key=call.query.get("projectKey"),
        issue_id=call.query.get("issueId"),
        issue_key=call.query.get("issueKey"),
    )
    held = my_permissions(call.site, call.caller, [key for key in keys if key], context)
    return {"permissions": {one.key: my_permission(one, holds) for one, holds in held}}


def check(call: Call) -> Json:
    """Return where the caller, or another user, holds the permissions that the body names."""
    request = bulk_permissions_request(call.body)
    held, grants = bulk_permissions(call.site, call.caller, request)
    return {"projectPermissions": [permission_grants(one) for one in grants], "globalPermissions": held}


VIEWS: dict[str, View] = {
    "getAllPermissions": list_all,
    "getMyPermissions": mine,
    "getBulkPermissions": check,
}
