"""Permissions."""

from __future__ import annotations

from jira_linkfake.rest.representations.basics import Json
from jira_linkfake.site.built_in_permissions import Permission
from jira_linkfake.site.permission_checks import PermissionGrants


def permission(value: Permission) -> Json:
    """Return a permission as the list of all has it."""
    return {"key": value.key, "name": value.name, "type": value.type, "description": value.description}


def my_permission(value: Permission, held: bool) -> Json:
    """Return a permission with whether the caller holds it; its number is a string."""
    return {"id": str(value.id), **permission(value), "havePermission": held}


def permission_grants(value: PermissionGrants) -> Json:
    """Return where a user holds a permission."""
    return {"permission": value.permission, "issues": value.issues, "projects": value.projects}
