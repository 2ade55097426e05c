"""`myself`, `user`, `group` and their kind."""

from __future__ import annotations

import re

from jira_linkfake.jira.evidence import REFERENCE
from jira_linkfake.jira.people.as_json import group_json, user_json
from jira_linkfake.jira.people.as_json import group_json as represent
from jira_linkfake.jira.people.finding import (
    GroupQuery,
    all_users,
    find_group,
    find_user,
    groups_of,
    pick_groups,
    search_users,
)
from jira_linkfake.jira.people.model import Group, User
from jira_linkfake.jira.reader import Json, marked
from jira_linkfake.rest.call import Call, Page
from jira_linkfake.rest.operations import Success, operation

_MOST_USERS = 1000


@operation("getCurrentUser", Success(200, "the caller", REFERENCE))
def myself(call: Call) -> Json:
    """Return the caller; only for signed-in users."""
    caller = call.signed_in_user()
    return {**user_json(caller, call.api), "locale": "en_US", **_expanded(call, caller)}


@operation("getUser", Success(200, "a user", REFERENCE))
def read_user(call: Call) -> Json:
    """Return the user whom `accountId` names; only for signed-in users."""
    call.signed_in_user()
    found = find_user(call.site, call.caller, call.query.get("accountId", ""))
    return {**user_json(found, call.api), **_expanded(call, found)}


@operation(
    "findUsers",
    Success(200, "a part of the users who are found, as a list", REFERENCE),
    not_served=("property",),
)
def search_users_by_query(call: Call) -> list[Json]:
    """Return a part of the users whom `query` or `accountId` finds."""
    page = Page.of(call, default=50, most=_MOST_USERS)
    found = search_users(call.site, call.caller, call.query.get("query"), call.query.get("accountId"))
    return [user_json(one, call.api) for one in page.cut(found)]


@operation("getAllUsers", Success(200, "a part of all users, as a list", REFERENCE), not_served=("expand",))
def list_users(call: Call) -> list[Json]:
    """Return a part of all users."""
    page = Page.of(call, default=50, most=_MOST_USERS)
    return [user_json(one, call.api) for one in page.cut(all_users(call.site, call.caller))]


@operation("getUserGroups", Success(200, "the groups of a user", REFERENCE))
def list_groups_of_user(call: Call) -> list[Json]:
    """Return the groups of the user whom `accountId` names."""
    return [group_json(one, call.api) for one in groups_of(call.site, call.caller, call.query.get("accountId", ""))]


def _expanded(call: Call, of: User) -> Json:
    """Return how many groups a user has, and the groups if `expand` asks; nobody has roles in applications."""
    items: dict[str, list[Json]] = {
        "groups": [group_json(one, call.api) for one in call.site.people.groups_of(of)],
        "applicationRoles": [],
    }
    wanted = call.expand()
    counted = {name: {"size": len(each), "items": each if name in wanted else []} for name, each in items.items()}
    return {**counted, "expand": "groups,applicationRoles"}


# How clients page through the users of a group: `expand=users[51:100]`.
_USERS = re.compile(r"users(?:\[(\d{1,9}):(\d{1,9})\])?", re.ASCII)
_USERS_AT_ONCE = 50


@operation("getGroup", Success(200, "a group, with up to 50 users if they are asked for", REFERENCE))
def read_group(call: Call) -> Json:
    """Return a group, with up to 50 of its users where `expand` asks for them."""
    found = _find(call)
    members = call.site.people.members_of(found)
    start, end = 0, 0
    shown = []
    for wanted in filter(None, map(_USERS.fullmatch, call.expand())):
        start = int(wanted[1] or 0)
        last = start + _USERS_AT_ONCE - 1
        end = max(min(int(wanted[2] or last), last, len(members) - 1), 0)
        shown = members[start : end + 1]
    users = {
        "size": len(members),
        "items": [user_json(one, call.api) for one in shown],
        "max-results": _USERS_AT_ONCE,
        "start-index": start,
        "end-index": end,
    }
    return {**represent(found, call.api), "users": users, "expand": "users"}


@operation("getUsersFromGroup", Success(200, "a page of a group's users", REFERENCE))
def list_group_members(call: Call) -> Json:
    """Return a page of a group's users."""
    page = Page.of(call, default=50, most=50)
    found = _find(call)
    members = call.site.people.members_of(found)
    return page.bean(call, "group/member", members, lambda one: user_json(one, call.api))


@operation("findGroups", Success(200, "the groups whose names have the query in them", REFERENCE))
def pick_groups_by_query(call: Call) -> Json:
    """Return the groups whose names have `query` in them, with what of the name does so marked."""
    most = max(call.number("maxResults", 20), 0)
    text = call.query.get("query", "")
    query = GroupQuery(
        text=text,
        any_case=call.query.get("caseInsensitive") == "true",
        but_not={*call.query.getlist("exclude"), *call.query.getlist("excludeId")},
    )
    found = pick_groups(call.site, call.caller, query)
    shown = found[:most]
    return {
        "header": f"Showing {len(shown)} of {len(found)} matching groups",
        "total": len(found),
        "groups": [
            {"name": one.name, "html": marked(one.name, text), "labels": [], "groupId": one.id} for one in shown
        ],
    }


def _find(call: Call) -> Group:
    return find_group(call.site, call.caller, name=call.query.get("groupname"), group_id=call.query.get("groupId"))
