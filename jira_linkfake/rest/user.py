"""`myself` and the resources of users."""

from __future__ import annotations

from jira_linkfake.rest.call import Call, View
from jira_linkfake.rest.pages import Page
from jira_linkfake.rest.representations import Json, group, user
from jira_linkfake.rest.request_refusals import NotServed
from jira_linkfake.site.directory import all_users, find_user, groups_of, search_users
from jira_linkfake.site.model import User
from jira_linkfake.site.refusals import Refused

_MOST = 1000


def myself(call: Call) -> Json:
    """Return the caller; only for signed-in users."""
    caller = call.signed_in_user()
    return {**user(caller, call.api), "locale": "en_US", **_expanded(call, caller)}


def read(call: Call) -> Json:
    """Return the user whom `accountId` names; only for signed-in users."""
    call.signed_in_user()
    found = find_user(call.site, call.caller, call.query.get("accountId", ""))
    return {**user(found, call.api), **_expanded(call, found)}


def search(call: Call) -> list[Json]:
    """Return a part of the users whom `query` or `accountId` finds."""
    page = Page.of(call, default=50, most=_MOST)
    if "property" in call.query:
        raise Refused(NotServed(operation="property of GET user/search (findUsers)"))
    found = search_users(call.site, call.caller, call.query.get("query"), call.query.get("accountId"))
    return [user(one, call.api) for one in page.cut(found)]


def list_all(call: Call) -> list[Json]:
    """Return a part of all users."""
    page = Page.of(call, default=50, most=_MOST)
    return [user(one, call.api) for one in page.cut(all_users(call.site, call.caller))]


def list_groups(call: Call) -> list[Json]:
    """Return the groups of the user whom `accountId` names."""
    return [group(one, call.api) for one in groups_of(call.site, call.caller, call.query.get("accountId", ""))]


def _expanded(call: Call, of: User) -> Json:
    """Return what `expand` asks for; no user has a role in an application."""
    items: dict[str, list[Json]] = {
        "groups": [group(one, call.api) for one in call.site.people.groups_of(of)],
        "applicationRoles": [],
    }
    expanded = {name: {"size": len(items[name]), "items": items[name]} for name in items if name in call.expand()}
    return {**expanded, "expand": "groups,applicationRoles"}


VIEWS: dict[str, View] = {
    "getCurrentUser": myself,
    "getUser": read,
    "findUsers": search,
    "getAllUsers": list_all,
    "getUserGroups": list_groups,
}
