"""Users and groups."""

from __future__ import annotations

from jira_linkfake.rest.representations.basics import Json
from jira_linkfake.site.model import Group, User


def user(value: User, api: str) -> Json:
    """Return a user."""
    return {
        "self": f"{api}/user?accountId={value.account_id}",
        "accountId": value.account_id,
        "accountType": "atlassian",
        "emailAddress": value.email,
        "displayName": value.name,
        "active": True,
        "timeZone": "Etc/UTC",
    }


def group(value: Group, api: str) -> Json:
    """Return a group's name."""
    return {"name": value.name, "groupId": value.id, "self": f"{api}/group?groupId={value.id}"}


def actor(value: User | Group) -> Json:
    """Return a user or group as it stands in a project role."""
    if isinstance(value, User):
        return {
            "displayName": value.name,
            "type": "atlassian-user-role-actor",
            "actorUser": {"accountId": value.account_id},
        }
    return {
        "displayName": value.name,
        "type": "atlassian-group-role-actor",
        "name": value.name,
        "actorGroup": {"name": value.name, "displayName": value.name, "groupId": value.id},
    }
