"""Permission schemes in Jira's JSON."""

from __future__ import annotations

from collections.abc import Collection

from jira_linkfake.jira.people.as_json import group_json, role_json, user_json
from jira_linkfake.jira.people.model import Everyone, Group, Holder, Role, User
from jira_linkfake.jira.permission_schemes.model import SchemeGrant
from jira_linkfake.jira.permissions.model import PermissionScheme
from jira_linkfake.jira.reader import Json

EXPANDS = "permissions,user,group,projectRole,field,all"


def scheme_json(value: PermissionScheme, api: str) -> Json:
    """Return a scheme without what it grants."""
    return {
        "expand": EXPANDS,
        "id": value.id,
        "self": f"{api}/permissionscheme/{value.id}",
        "name": value.name,
        "description": value.description,
    }


def grant_json(value: SchemeGrant, api: str, expand: Collection[str]) -> Json:
    """Return what a scheme grants; `expand` says of which kinds of holders more than their names is told."""
    return {
        "id": value.id,
        "self": f"{api}/permissionscheme/permission/{value.id}",
        "holder": holder_json(value.holder, api, expand),
        "permission": value.permission,
    }


def holder_json(holder: Holder | Role, api: str, expand: Collection[str]) -> Json:
    """Return a holder; every signed-in user is who has access to an application (chosen)."""
    if isinstance(holder, Everyone):
        return {"type": "anyone" if holder is Everyone.ANYONE else "applicationRole"}
    if isinstance(holder, User):
        kind, parameter, value, whole = "user", holder.account_id, holder.account_id, user_json(holder, api)
    elif isinstance(holder, Group):
        kind, parameter, value, whole = "group", holder.name, holder.id, group_json(holder, api)
    else:
        number = str(holder.id)
        kind, parameter, value, whole = "projectRole", number, number, role_json(holder.id, holder.name, api)
    more = {kind: whole} if {kind, "all"} & {*expand} else {}
    return {"type": kind, "parameter": parameter, "value": value, "expand": kind, **more}
