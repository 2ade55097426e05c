"""Filters in Jira's JSON."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from urllib.parse import quote

from jira_linkfake.jira.fields.registry import field_of
from jira_linkfake.jira.filters.finding import (
    count_of_favourites,
    is_favourite,
    project_of,
    users_shared_with,
)
from jira_linkfake.jira.filters.model import Filter, Share
from jira_linkfake.jira.people.as_json import group_json, role_json, user_json
from jira_linkfake.jira.people.model import Group, ProjectRole, User
from jira_linkfake.jira.projects.as_json import project_in_list
from jira_linkfake.jira.projects.finding import may_browse
from jira_linkfake.jira.reader import Json, Reader

FILTER_EXPANDS = (
    "description,owner,jql,viewUrl,searchUrl,favourite,favouritedCount,sharePermissions,editPermissions,isWritable,"
    "approximateLastUsed,subscriptions"
)
"""What can be asked for of the filters on a page."""

_MOST_IN_LIST = 1000
_OF_A_USER = ("self", "accountId", "avatarUrls", "displayName", "active")  # the reference's schema has no more


def filter_json(one: Filter, reader: Reader, expand: Collection[str] = ()) -> Json:
    """Return a filter by itself; nobody subscribes to one."""
    users = users_shared_with(reader.site, one)
    return {
        **_told(one, reader),
        "sharedUsers": _list(len(users), [user_json(one, reader.api) for one in users] * ("sharedUsers" in expand)),
        "subscriptions": _list(0, []),
    }


def _told(one: Filter, reader: Reader) -> Json:
    """Return what is told of a filter wherever it stands."""
    return {
        **_head(one, reader),
        "description": one.description,
        "owner": user_json(one.owner, reader.api),
        "jql": one.jql,
        "viewUrl": _view_url(one, reader),
        "searchUrl": _search_url(one, reader),
        "favourite": is_favourite(reader.caller, one),
        "favouritedCount": count_of_favourites(reader.site, one),
        "sharePermissions": shares_json(one.shares, reader),
        "editPermissions": shares_json(one.editors, reader),
    }


def filter_in_page(one: Filter, reader: Reader, expand: Collection[str]) -> Json:
    """Return a filter as a page has it: with what `expand` names, and next to nothing else."""
    whole = {**_told(one, reader), "subscriptions": []}
    asked = [name for name in whole if name in expand]
    return {"expand": FILTER_EXPANDS, **_head(one, reader), **{name: whole[name] for name in asked}}


def shares_json(shares: Sequence[Share], reader: Reader) -> list[Json]:
    """Return with whom a filter is shared; a project that the reader may not browse is not named."""
    return [share_json(share, reader) for share in shares]


def share_json(share: Share, reader: Reader) -> Json:
    """Return one share; of one with a project that is hidden or gone, no more than that."""
    content: Json = {"id": share.id, "type": share.type}
    if share.project_id is not None:
        project = project_of(reader.site, share)
        if project is None or not may_browse(reader.site, reader.caller, project):
            return {**content, "type": "project-unknown"}
        content["project"] = project_in_list(project, reader.api, {})
        if isinstance(share.holder, ProjectRole):
            address = f"{reader.api}/project/{project.id}"
            content["role"] = role_json(share.holder.id, share.holder.name, address)
    elif isinstance(share.holder, Group):
        content["group"] = group_json(share.holder, reader.api)
    elif isinstance(share.holder, User):
        user = user_json(share.holder, reader.api)
        content["user"] = {name: user[name] for name in _OF_A_USER}
    return content


def columns_json(columns: Sequence[str], reader: Reader) -> list[Json]:
    """Return the columns of a filter."""
    return [{"label": field_of(reader.site, name).name, "value": name} for name in columns]


def _head(one: Filter, reader: Reader) -> Json:
    return {"self": f"{reader.api}/filter/{one.id}", "id": one.id, "name": one.name}


def _view_url(one: Filter, reader: Reader) -> str:
    return f"{reader.base}/issues/?filter={one.id}"


def _search_url(one: Filter, reader: Reader) -> str:
    return f"{reader.api}/search?jql={quote(one.jql, safe='', errors='replace')}"


def _list(size: int, items: list[Json]) -> Json:
    return {
        "size": size,
        "items": items[:_MOST_IN_LIST],
        "max-results": _MOST_IN_LIST,
        "start-index": 0,
        "end-index": len(items[:_MOST_IN_LIST]),
    }
