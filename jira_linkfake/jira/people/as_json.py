"""Users, groups, roles and security levels in Jira's JSON."""

from __future__ import annotations

from jira_linkfake.jira.people.model import Group, SecurityLevel, User
from jira_linkfake.jira.reader import Json, avatar_urls, site_of


def user_json(value: User, api: str) -> Json:
    """Return a user."""
    return {
        "self": f"{api}/user?accountId={value.account_id}",
        "accountId": value.account_id,
        "accountType": "atlassian",
        "emailAddress": value.email,
        "avatarUrls": avatar_urls(f"{site_of(api)}/secure/useravatar?ownerId={value.account_id}&size="),
        "displayName": value.name,
        "active": True,
        "timeZone": "Etc/UTC",
    }


def group_json(value: Group, api: str) -> Json:
    """Return a group's name."""
    return {"name": value.name, "groupId": value.id, "self": f"{api}/group?groupId={value.id}"}


def actor_json(value: User | Group, actor_id: int) -> Json:
    """Return a user or group as it stands in a project role; the id is that of the membership, a number."""
    if isinstance(value, User):
        return {
            "id": actor_id,
            "displayName": value.name,
            "type": "atlassian-user-role-actor",
            "actorUser": {"accountId": value.account_id},
        }
    return {
        "id": actor_id,
        "displayName": value.name,
        "type": "atlassian-group-role-actor",
        "name": value.name,
        "actorGroup": {"name": value.name, "displayName": value.name, "groupId": value.id},
    }


def security_level_json(value: SecurityLevel, api: str) -> Json:
    """Return a security level."""
    return {
        "self": f"{api}/securitylevel/{value.id}",
        "id": value.id,
        "description": "",
        "name": value.name,
    }


def role_json(role_id: int, name: str, address: str) -> Json:
    """Return a project role, of the site or of a project; its id is a number."""
    return {"self": f"{address}/role/{role_id}", "name": name, "id": role_id, "description": ""}
