"""`permissions` and `mypermissions`: which there are, and who holds them where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from marshmallow import fields

from jira_linkfake.jira.comments.rules import comments_by_id
from jira_linkfake.jira.evidence import REFERENCE
from jira_linkfake.jira.permissions.finding import (
    BulkPermissionsRequest,
    PermissionContext,
    PermissionGrants,
    ProjectPermissionsRequest,
    bulk_permissions,
    my_permissions,
)
from jira_linkfake.jira.permissions.model import PERMISSIONS, Permission
from jira_linkfake.jira.reader import Json
from jira_linkfake.jira.site import as_id
from jira_linkfake.rest.body import Closed, Text, Whole
from jira_linkfake.rest.call import Call
from jira_linkfake.rest.operations import Success, operation


def permission_json(value: Permission) -> Json:
    """Return a permission as the list of all has it."""
    return {"key": value.key, "name": value.name, "type": value.type, "description": value.description}


def my_permission_json(value: Permission, held: bool) -> Json:
    """Return a permission with whether the caller holds it; its number is a string."""
    return {"id": value.id, **permission_json(value), "havePermission": held}


def permission_grants_json(value: PermissionGrants) -> Json:
    """Return the projects and issues in which a user holds a permission."""
    return {"permission": value.permission, "issues": value.issues, "projects": value.projects}


_Value = TypeVar("_Value")


class _ProjectPermissions(Closed):
    permissions = fields.List(Text(), allow_none=True, load_default=None)
    projects = fields.List(Whole(), allow_none=True, load_default=None)
    issues = fields.List(Whole(), allow_none=True, load_default=None)


class _BulkPermissions(Closed):
    account_id = Text(data_key="accountId")
    global_permissions = fields.List(Text(), data_key="globalPermissions", allow_none=True, load_default=None)
    project_permissions = fields.List(
        fields.Nested(_ProjectPermissions, allow_none=True),
        data_key="projectPermissions",
        allow_none=True,
        load_default=None,
    )


def bulk_permissions_request(content: Mapping[str, Any]) -> BulkPermissionsRequest:
    """Return the permissions that a body asks for, each thing once, without nulls and empty names."""
    return BulkPermissionsRequest(
        account_id=content["account_id"],
        global_permissions=_there(content["global_permissions"]),
        project_permissions=tuple(
            ProjectPermissionsRequest(
                permissions=_there(one["permissions"]), projects=_there(one["projects"]), issues=_there(one["issues"])
            )
            for one in filter(None, content["project_permissions"] or ())
        ),
    )


def _there(values: Iterable[_Value | None] | None) -> tuple[_Value, ...]:
    return tuple(dict.fromkeys(value for value in values or () if value))


@operation("getAllPermissions", Success(200, "every permission", REFERENCE))
def list_all(call: Call) -> Json:  # noqa: ARG001 - every view takes the call
    """Return every permission."""
    return {"permissions": {key: permission_json(one) for key, one in PERMISSIONS.items()}}


@operation(
    "getMyPermissions",
    Success(200, "the permissions that were asked for, each with `havePermission`", REFERENCE),
    not_served=("projectUuid", "projectConfigurationUuid"),
)
def mine(call: Call) -> Json:
    """Return whether the caller holds the permissions that `permissions` names, in the context of the query."""
    context = PermissionContext(
        project_id=call.query.get("projectId"),
        project_key=call.query.get("projectKey"),
        issue_id=call.query.get("issueId"),
        issue_key=call.query.get("issueKey"),
        comment_id=call.query.get("commentId"),
    )
    held = my_permissions(call.site, call.caller, call.names("permissions"), context)
    readable = context.comment_id is None or _is_readable(call, context.comment_id)
    return {"permissions": {one.key: my_permission_json(one, holds and readable) for one, holds in held}}


def _is_readable(call: Call, comment_id: str) -> bool:
    """Say whether the caller may read a comment; one that there is not is as one that is hidden (chosen)."""
    return bool(comments_by_id(call.site, call.caller, [as_id(comment_id) or ""]))


@operation(
    "getBulkPermissions",
    Success(200, "which global ones are held, and where the others", REFERENCE),
    body=_BulkPermissions,
)
def check(call: Call) -> Json:
    """Return where the caller, or another user, holds the permissions that the body names."""
    request = bulk_permissions_request(call.content)
    held, grants = bulk_permissions(call.site, call.caller, request)
    return {"projectPermissions": [permission_grants_json(one) for one in grants], "globalPermissions": held}
