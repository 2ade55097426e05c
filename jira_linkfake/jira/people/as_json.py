"""Users, groups, roles and security levels in Jira's JSON."""

from __future__ import annotations

import re
from html import escape

from jira_linkfake.jira.people.model import Group, SecurityLevel, User
from jira_linkfake.jira.reader import Json, avatar_urls, site_of


def user_json(value: User, api: str, *, to_themselves: bool = False) -> Json:
    """Return a user; an email that is hidden is shown to themselves alone."""
    return {
        "self": f"{api}/user?accountId={value.account_id}",
        "accountId": value.account_id,
        "accountType": "atlassian",
        **({} if value.email_hidden and not to_themselves else {"emailAddress": value.email}),
        "avatarUrls": avatar_urls(_avatar(value, api)),
        "displayName": value.name,
        "active": True,
        "timeZone": "Etc/UTC",
    }


_AVATAR_SIZE = re.compile(r"x*(?:small|medium|large)(?:@[23]x)?")


def user_in_picker(value: User, text: str, api: str, *, avatar_size: str | None = None) -> Json:
    """Return a user as pickers have them, with what of them begins as a text marked, and with a picture on request."""
    seen = [value.name] if value.email_hidden else [value.name, value.email]
    content: Json = {
        "accountId": value.account_id,
        "accountType": "atlassian",
        "html": " - ".join(_with_beginnings_marked(one, text) for one in seen),
        "displayName": value.name,
    }
    if avatar_size is not None:
        size = avatar_size if _AVATAR_SIZE.fullmatch(avatar_size) else "xsmall"
        content["avatarUrl"] = f"{_avatar(value, api)}{size}"
    return content


def _with_beginnings_marked(words: str, text: str) -> str:
    if not text:
        return escape(words)
    parts = re.split(rf"((?<!\S){re.escape(text)})", words, flags=re.IGNORECASE)
    return "".join(f"<strong>{escape(one)}</strong>" if place % 2 else escape(one) for place, one in enumerate(parts))


def group_in_picker(value: Group, text: str) -> Json:
    """Return a group as pickers have it, with what of its name is a text marked."""
    return {"name": value.name, "html": _marked(value.name, text), "labels": [], "groupId": value.id}


def _marked(name: str, text: str) -> str:
    start = name.casefold().find(text.casefold())
    if not text or start < 0:
        return escape(name)
    end = start + len(text)
    return f"{escape(name[:start])}<b>{escape(name[start:end])}</b>{escape(name[end:])}"


def _avatar(value: User, api: str) -> str:
    return f"{site_of(api)}/secure/useravatar?ownerId={value.account_id}&size="


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
