"""Types of issues, statuses, priorities, resolutions and transitions in Jira's JSON."""

from __future__ import annotations

from jira_linkfake.jira.reader import Json, site_of
from jira_linkfake.jira.workflow.model import (
    CATEGORIES,
    DEFAULT_PRIORITY,
    IssueType,
    Priority,
    Resolution,
    Status,
    StatusCategory,
    Transition,
)


def status_category_json(value: StatusCategory, api: str) -> Json:
    """Return a status category; its id is a number."""
    return {
        "self": f"{api}/statuscategory/{value.id}",
        "id": int(value.id),
        "key": value.key,
        "colorName": value.color_name,
        "name": value.name,
    }


def status_json(value: Status, api: str) -> Json:
    """Return a status with its category."""
    return {
        "self": f"{api}/status/{value.id}",
        "description": value.description,
        "iconUrl": f"{site_of(api)}/images/icons/statuses/generic.png",
        "name": value.name,
        "id": value.id,
        "statusCategory": status_category_json(value.category, api),
    }


def status_in_page(value: Status) -> Json:
    """Return a status as the operations on several have it; no status is a project's own.

    The category that has none is left out: the schema has three.
    """
    content: Json = {"id": value.id, "name": value.name}
    if value.category.key in CATEGORIES:
        content["statusCategory"] = CATEGORIES[value.category.key]
    return {**content, "scope": {"type": "GLOBAL"}, "description": value.description}


def whole_priority_json(value: Priority, api: str) -> Json:
    """Return a priority as the list of all has it."""
    about = {"statusColor": value.color, "description": value.description}
    return {**priority_json(value, api), **about, "isDefault": value.id == DEFAULT_PRIORITY.id}


def priority_json(value: Priority, api: str) -> Json:
    """Return a priority as it stands in an issue."""
    return {
        "self": f"{api}/priority/{value.id}",
        "iconUrl": f"{site_of(api)}/images/icons/priorities/{value.name.lower()}.svg",
        "name": value.name,
        "id": value.id,
    }


def resolution_json(value: Resolution, api: str) -> Json:
    """Return a resolution."""
    return {
        "self": f"{api}/resolution/{value.id}",
        "id": value.id,
        "description": value.description,
        "name": value.name,
    }


def issue_type_json(value: IssueType, api: str) -> Json:
    """Return a type of issues; its avatar's id is a number."""
    icon = f"/rest/api/2/universal_avatar/view/type/issuetype/avatar/{value.avatar_id}?size=medium"
    return {
        "self": f"{api}/issuetype/{value.id}",
        "id": value.id,
        "description": value.description,
        "iconUrl": f"{site_of(api)}{icon}",
        "name": value.name,
        "subtask": value.subtask,
        "avatarId": value.avatar_id,
        "hierarchyLevel": value.hierarchy_level,
        **_own(value),
    }


def _own(value: IssueType) -> Json:
    """Return what a type has that is a team-managed project's own."""
    if value.project_id is None:
        return {}
    from uuid import NAMESPACE_URL, uuid5  # once there is such a type

    entity_id = str(uuid5(NAMESPACE_URL, f"issue type {value.id}"))
    return {"entityId": entity_id, "scope": {"type": "PROJECT", "project": {"id": value.project_id}}}


def transition_json(value: Transition, api: str) -> Json:
    """Return a transition, which leads from any status to its own unless it is said from which."""
    return {
        "id": value.id,
        "name": value.name,
        "to": status_json(value.to, api),
        "hasScreen": value.screen is not None,
        "isGlobal": value.sources is None,
        "isInitial": False,
        "isAvailable": True,
        "isConditional": False,
        "isLooped": False,
    }
