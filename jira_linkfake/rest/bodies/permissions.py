"""The bodies of requests about permissions: Jira's schemas of them are closed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from marshmallow import fields

from jira_linkfake.rest.bodies.loading import Closed, Text, loaded
from jira_linkfake.site.permission_checks import BulkPermissionsRequest, ProjectPermissionsRequest

_Value = TypeVar("_Value")


class _ProjectPermissions(Closed):
    permissions = fields.List(Text(), allow_none=True, load_default=None)
    projects = fields.List(fields.Integer(allow_none=True), allow_none=True, load_default=None)
    issues = fields.List(fields.Integer(allow_none=True), allow_none=True, load_default=None)


class _BulkPermissions(Closed):
    account_id = Text(data_key="accountId")
    global_permissions = fields.List(Text(), data_key="globalPermissions", allow_none=True, load_default=None)
    project_permissions = fields.List(
        fields.Nested(_ProjectPermissions, allow_none=True),
        data_key="projectPermissions",
        allow_none=True,
        load_default=None,
    )


_BULK_PERMISSIONS = _BulkPermissions()


def bulk_permissions_request(body: bytes) -> BulkPermissionsRequest:
    """Return the permissions that a body asks for, without nulls and empty names."""
    content = loaded(_BULK_PERMISSIONS, body)
    return BulkPermissionsRequest(
        account_id=content["account_id"],
        global_permissions=_there(content["global_permissions"]),
        project_permissions=tuple(
            ProjectPermissionsRequest(
                permissions=_there(one["permissions"]), projects=_there(one["projects"]), issues=_there(one["issues"])
            )
            for one in _there(content["project_permissions"])
        ),
    )


def _there(values: Iterable[_Value | None] | None) -> tuple[_Value, ...]:
    return tuple(value for value in values or () if value)
