"""`group` and `groups`: groups, who is in them, and the picker that finds them."""

from __future__ import annotations

import re
from html import escape

from jira_linkfake.rest.call import Call, View
from jira_linkfake.rest.pages import Page
from jira_linkfake.rest.representations import Json, user
from jira_linkfake.rest.representations import group as represent
from jira_linkfake.site.directory import GroupQuery, find_group, pick_groups
from jira_linkfake.site.model import Group

# How clients page through the users of a group: `expand=users[51:100]`.
_USERS = re.compile(r"users(?:\[(\d{1,9}):(\d{1,9})\])?", re.ASCII)
_USERS_AT_ONCE = 50


def read(call: Call) -> Json:
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
        "items": [user(one, call.api) for one in shown],
        "max-results": _USERS_AT_ONCE,
        "start-index": start,
        "end-index": end,
    }
    return {**represent(found, call.api), "users": users, "expand": "users"}


def list_members(call: Call) -> Json:
    """Return a page of a group's users."""
    page = Page.of(call, default=50, most=50)
    found = _find(call)
    members = call.site.people.members_of(found)
    return page.bean(call, "group/member", members, lambda one: user(one, call.api))


def pick(call: Call) -> Json:
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
            {"name": one.name, "html": _marked(one.name, text), "labels": [], "groupId": one.id} for one in shown
        ],
    }


def _find(call: Call) -> Group:
    return find_group(call.site, call.caller, name=call.query.get("groupname"), group_id=call.query.get("groupId"))


def _marked(name: str, text: str) -> str:
    start = name.casefold().find(text.casefold())
    if not text or start < 0:
        return escape(name)
    end = start + len(text)
    return f"{escape(name[:start])}<b>{escape(name[start:end])}</b>{escape(name[end:])}"


VIEWS: dict[str, View] = {
    "getGroup": read,
    "getUsersFromGroup": list_members,
    "findGroups": pick,
}
