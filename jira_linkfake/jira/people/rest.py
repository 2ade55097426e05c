"""`myself`, `user`, `group` and their kind."""

from __future__ import annotations

import re

from marshmallow import fields

from jira_linkfake.jira.evidence import REFERENCE
from jira_linkfake.jira.people import rules
from jira_linkfake.jira.people.as_json import group_in_picker, group_json, user_in_picker, user_json
from jira_linkfake.jira.people.as_json import group_json as represent
from jira_linkfake.jira.people.finding import (
    GroupName,
    GroupQuery,
    Place,
    UserQuery,
    account_id_in,
    all_groups,
    all_users,
    assignable_in_all,
    assignable_users,
    find_group,
    find_user,
    groups_of,
    pick_groups,
    pick_users,
    pick_users_and_groups,
    search_users,
    users_by_account,
    users_who_see,
    users_with_permissions,
)
from jira_linkfake.jira.people.model import Group, User
from jira_linkfake.jira.people.refusals import ExcludedTwice, QueryMissing
from jira_linkfake.jira.preferences.rules import locale_of
from jira_linkfake.jira.reader import Json
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.rest.body import Open, Text
from jira_linkfake.rest.call import Call, Page
from jira_linkfake.rest.operations import Success, operation

_MOST_USERS = 1000


@operation("getCurrentUser", Success(200, "the caller", REFERENCE))
def myself(call: Call) -> Json:
    """Return the caller; only for signed-in users."""
    caller = call.signed_in_user()
    locale = locale_of(call.site, caller)
    return {**user_json(caller, call.api, to_themselves=True), "locale": locale, **_expanded(call, caller)}


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
    found = search_users(call.site, call.caller, _query_of(call))
    return [user_json(one, call.api) for one in page.cut(found)]


def _query_of(call: Call) -> UserQuery:
    return UserQuery(text=call.query.get("query"), account_id=call.query.get("accountId"))


_A_PART = Success(200, "a part of the users who are found, as a list", REFERENCE)


@operation("findAssignableUsers", _A_PART, not_served=("actionDescriptorId",))
def search_assignable(call: Call) -> list[Json]:
    """Return a part of the users who may be assigned an issue, or those of a project."""
    page = Page.of(call, default=50, most=_MOST_USERS)
    place = Place(
        issue_id=call.query.get("issueId"),
        issue_key=call.query.get("issueKey"),
        project=call.query.get("project"),
        named_by="issueKey, issueId or project",
    )
    return [
        user_json(one, call.api) for one in page.cut(assignable_users(call.site, call.caller, _query_of(call), place))
    ]


@operation("findBulkAssignableUsers", _A_PART)
def search_assignable_in_all(call: Call) -> list[Json]:
    """Return a part of the users who may be assigned the issues of several projects."""
    page = Page.of(call, default=50, most=_MOST_USERS)
    found = assignable_in_all(call.site, call.caller, _query_of(call), call.names("projectKeys"))
    return [user_json(one, call.api) for one in page.cut(found)]


@operation("findUsersWithBrowsePermission", _A_PART)
def search_who_see(call: Call) -> list[Json]:
    """Return a part of the users who see an issue, or may browse a project."""
    page = Page.of(call, default=50, most=_MOST_USERS)
    found = users_who_see(call.site, call.caller, _query_of(call), _place_of(call))
    return [user_json(one, call.api) for one in page.cut(found)]


@operation("findUsersWithAllPermissions", _A_PART)
def search_by_permissions(call: Call) -> list[Json]:
    """Return a part of the users who hold all of some permissions."""
    page = Page.of(call, default=50, most=_MOST_USERS)
    keys = call.names("permissions")
    found = users_with_permissions(call.site, call.caller, _query_of(call), keys, _place_of(call))
    return [user_json(one, call.api) for one in page.cut(found)]


def _place_of(call: Call) -> Place:
    key, project = call.query.get("issueKey"), call.query.get("projectKey")
    return Place(issue_key=key, project=project, named_by="issueKey or projectKey")


@operation("bulkGetUsers", Success(200, "a page of the users with these accounts", REFERENCE))
def list_by_account(call: Call) -> Json:
    """Return a page of the users whose accounts the query names."""
    call.signed_in_user()
    page = Page.of(call, default=10, most=200)
    found = users_by_account(call.site, call.query.getlist("accountId"))
    return page.bean(call, "user/bulk", found, lambda one: user_json(one, call.api))


@operation("findUsersForPicker", Success(200, "the users who are found, with what does so marked", REFERENCE))
def pick_users_by_query(call: Call) -> Json:
    """Return the users whose names or emails begin as `query`, with what of them does so marked."""
    if "exclude" in call.query and "excludeAccountIds" in call.query:
        raise Refused(ExcludedTwice())
    text = call.query.get("query", "")
    found = pick_users(call.site, call.caller, text, call.names("excludeAccountIds"))
    return _found_users(call, found, text)


@operation(
    "findUsersAndGroups",
    Success(200, "`users` and `groups`, each as of its own picker", REFERENCE),
    not_served=("fieldId", "projectId", "issueTypeId"),
)
def pick_both_by_query(call: Call) -> Json:
    """Return the users and the groups that `query` finds, with what of them does so marked."""
    text = call.query.get("query")
    if text is None:
        raise Refused(QueryMissing())
    query = GroupQuery(text=text, any_case=call.flag("caseInsensitive"), but_not=())
    users, groups = pick_users_and_groups(call.site, call.caller, query)
    return {"users": _found_users(call, users, text), "groups": _found_groups(call, groups, text, most=50)}


def _found_users(call: Call, found: list[User], text: str) -> Json:
    shown = found[: max(call.number("maxResults", 50), 0)]
    size = call.query.get("avatarSize", "") if call.flag("showAvatar") else None
    return {
        "users": [user_in_picker(one, text, call.api, avatar_size=size) for one in shown],
        "total": len(found),
        "header": f"Showing {len(shown)} of {len(found)} matching users",
    }


@operation("getAllUsersDefault", _A_PART, not_served=("expand",))
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
    return _whole_group(call, _find(call))


def _whole_group(call: Call, found: Group) -> Json:
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
    text = call.query.get("query", "")
    query = GroupQuery(
        text=text,
        any_case=call.flag("caseInsensitive"),
        but_not={*call.query.getlist("exclude"), *call.query.getlist("excludeId")},
    )
    return _found_groups(call, pick_groups(call.site, call.caller, query), text, most=20)


def _found_groups(call: Call, found: list[Group], text: str, *, most: int) -> Json:
    shown = found[: max(call.number("maxResults", most), 0)]
    return {
        "header": f"Showing {len(shown)} of {len(found)} matching groups",
        "total": len(found),
        "groups": [group_in_picker(one, text) for one in shown],
    }


@operation(
    "bulkGetGroups", Success(200, "a page of the groups", REFERENCE), not_served=("accessType", "applicationKey")
)
def list_groups(call: Call) -> Json:
    """Return a page of the groups, or of those that the query names."""
    page = Page.of(call, default=50)
    found = all_groups(call.site, call.caller, call.query.getlist("groupId"), call.query.getlist("groupName"))
    return page.bean(call, "group/bulk", found, lambda one: {"name": one.name, "groupId": one.id})


def _find(call: Call) -> Group:
    return find_group(call.site, call.caller, _named(call))


class _NewUser(Open):
    email = Text(data_key="emailAddress", absent="")
    products = fields.List(fields.String(), allow_none=True, load_default=None)


class _NewGroup(Open):
    name = Text()


class _Member(Open):
    account_id = Text(data_key="accountId")
    name = fields.Raw(allow_none=True)


@operation("createUser", Success(201, "the user", REFERENCE), body=_NewUser)
def create_user_by_body(call: Call) -> Json:
    """Make a user; products make no difference."""
    has_products = call.content["products"] is not None
    user = rules.create_user(call.site, call.caller, call.content["email"], has_products=has_products)
    return {**user_json(user, call.api), **_expanded(call, user)}


@operation("removeUser", Success(204, "empty", REFERENCE))
def remove_user(call: Call) -> None:
    """Remove the user whom `accountId` names."""
    rules.remove_user(call.site, call.caller, call.query.get("accountId"))


@operation("createGroup", Success(201, "the group", REFERENCE), body=_NewGroup)
def create_group_by_body(call: Call) -> Json:
    """Make a group."""
    return _whole_group(call, rules.create_group(call.site, call.caller, call.content["name"]))


@operation("removeGroup", Success(200, "empty", REFERENCE))
def remove_group(call: Call) -> None:
    """Remove a group; `swapGroup` or `swapGroupId` names the one that its comments and worklogs are for then."""
    swap = GroupName(name=call.query.get("swapGroup"), id=call.query.get("swapGroupId"))
    rules.remove_group(call.site, call.caller, _named(call), swap)


@operation("addUserToGroup", Success(201, "the group", REFERENCE), body=_Member)
def add_member(call: Call) -> Json:
    """Make a user a member of a group."""
    if call.content.get("name") is not None:
        account_id_in({"name": call.content["name"]})
    return _whole_group(call, rules.add_member(call.site, call.caller, _named(call), call.content["account_id"]))


@operation("removeUserFromGroup", Success(200, "empty", REFERENCE))
def remove_member(call: Call) -> None:
    """Make a user no member of a group any more."""
    rules.remove_member(call.site, call.caller, _named(call), call.query.get("accountId"))


def _named(call: Call) -> GroupName:
    return GroupName(name=call.query.get("groupname"), id=call.query.get("groupId"))
