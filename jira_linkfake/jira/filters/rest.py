"""`filter`: filters, their columns, whom they are shared with, and who has them among the favourites."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast, get_args

from marshmallow import fields
from marshmallow.validate import OneOf

from jira_linkfake.jira.evidence import LIVE_SUITE, REFERENCE
from jira_linkfake.jira.filters import rules
from jira_linkfake.jira.filters.as_json import (
    FILTER_EXPANDS,
    columns_json,
    filter_in_page,
    filter_json,
    share_json,
    shares_json,
)
from jira_linkfake.jira.filters.finding import (
    FilterQuery,
    favourites,
    find_filter,
    find_share,
    own_filters,
    search_filters,
    share_scope,
)
from jira_linkfake.jira.filters.model import ShareScope
from jira_linkfake.jira.filters.refusals import FilterQueryInvalid, NoColumns, SharedFilterUnseen
from jira_linkfake.jira.filters.rules import FilterRequest, ShareRequest
from jira_linkfake.jira.reader import Json
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.search.evaluation import require_right
from jira_linkfake.rest.body import Closed, Flag, Id, Open, Reference, Text, Whole, loaded_from, parsed
from jira_linkfake.rest.call import Call, Page
from jira_linkfake.rest.multipart import words_in
from jira_linkfake.rest.operations import Success, operation
from jira_linkfake.rest.refusals import PayloadInvalid

_MOST_IDS = 200


class _Named(Open):
    id = Id()
    name = Text()
    group_id = Text(data_key="groupId")
    account_id = Text(data_key="accountId")


def _reference() -> fields.Nested:
    return Reference(_Named, allow_none=True, load_default=None)


class _Share(Open):
    type = fields.String(required=True)
    user = _reference()
    group = _reference()
    project = _reference()
    role = _reference()


def _shares(data_key: str) -> fields.List[Any]:
    return fields.List(fields.Nested(_Share), allow_none=True, load_default=None, data_key=data_key)


class _Filter(Closed):
    name = Text()
    description = Text()
    jql = Text()
    favourite = Flag()  # atlassian-python-api sends it as a text
    shares = _shares("sharePermissions")
    editors = _shares("editPermissions")
    # What Jira gives with a filter and does not take: clients send back what they got.
    self_ = Text(data_key="self")
    id = Id()
    owner = fields.Raw(allow_none=True)
    view_url = fields.Raw(allow_none=True, data_key="viewUrl")
    search_url = fields.Raw(allow_none=True, data_key="searchUrl")
    favourited_count = fields.Raw(allow_none=True, data_key="favouritedCount")
    shared_users = fields.Raw(allow_none=True, data_key="sharedUsers")
    subscriptions = fields.Raw(allow_none=True)
    approximate_last_used = fields.Raw(allow_none=True, data_key="approximateLastUsed")


class _NewShare(Closed):
    type = fields.String(
        required=True, validate=OneOf(("user", "project", "group", "projectRole", "global", "authenticated"))
    )
    account_id = Text(data_key="accountId")
    group_id = Text(data_key="groupId")
    group_name = Text(data_key="groupname")
    project_id = Id(data_key="projectId")
    role_id = Id(data_key="projectRoleId")
    rights = Whole()


class _Owner(Closed):
    account_id = fields.String(required=True, data_key="accountId")


class _Scope(Closed):
    scope = fields.String(required=True, validate=OneOf(get_args(ShareScope)))


class _Columns(Closed):
    columns = fields.List(fields.String(), load_default=())


@operation(
    "createFilter",
    Success(200, "the filter", REFERENCE),
    body=_Filter,
    not_served=("overrideSharePermissions",),
)
def create(call: Call) -> Json:
    """Keep a query under a name, for the caller alone unless they say otherwise."""
    user = call.signed_in_user()
    asked = _asked(call.content)
    require_right(call.site, user, asked.jql or "")
    return filter_json(rules.create_filter(call.site, user, asked), call, call.expand())


@operation("getFilter", Success(200, "the filter", LIVE_SUITE))
def read(call: Call, id: str) -> Json:
    """Return a filter that the caller sees; an administrator of Jira may ask for any."""
    found = find_filter(call.site, call.caller, id, override=call.flag("overrideSharePermissions"))
    return filter_json(found, call, call.expand())


@operation(
    "updateFilter",
    Success(200, "the changed filter", LIVE_SUITE),
    body=_Filter,
    not_served=("overrideSharePermissions",),
)
def update(call: Call, id: str) -> Json:
    """Change what the body names of a filter."""
    user = call.signed_in_user()
    asked = _asked(call.content)
    found = find_filter(call.site, user, id)
    if asked.jql is not None:
        require_right(call.site, user, asked.jql, (found.id,))
    return filter_json(rules.update_filter(call.site, user, id, asked), call, call.expand())


@operation("deleteFilter", Success(204, "empty", REFERENCE))
def delete(call: Call, id: str) -> None:
    """Delete a filter."""
    rules.delete_filter(call.site, call.signed_in_user(), id)


@operation("getMyFilters", Success(200, "the caller's own filters, by name", LIVE_SUITE))
def list_own(call: Call) -> list[Json]:
    """Return the caller's own filters, on request with the favourites."""
    user = call.signed_in_user()
    found = own_filters(call.site, user)
    if call.flag("includeFavourites"):
        found += [one for one in favourites(call.site, user) if one not in found]
    expand = call.expand()
    return [filter_json(one, call, expand) for one in found]


@operation("getFavouriteFilters", Success(200, "the caller's favourites, by name", LIVE_SUITE))
def list_favourites(call: Call) -> list[Json]:
    """Return the caller's favourites, of which an anonymous one has none."""
    expand = call.expand()
    return [filter_json(one, call, expand) for one in favourites(call.site, call.caller)]


@operation("getFiltersPaginated", Success(200, "a page of the filters that the query finds", LIVE_SUITE))
def search(call: Call) -> Json:
    """Return a page of the filters that the caller sees; what is asked for with a whole name is found by its parts."""
    page = Page.of(call, default=50)
    expand = call.expand()
    unknown = expand - {*FILTER_EXPANDS.split(",")}
    if unknown:
        raise _wrong(f"no expand is {', '.join(sorted(unknown))}")
    found = search_filters(call.site, call.caller, _query(call))
    return page.bean(call, "filter/search", found, lambda one: filter_in_page(one, call, expand))


def _wrong(why: str) -> Refused:
    return Refused(FilterQueryInvalid(why=why))


def _query(call: Call) -> FilterQuery:
    group = call.query.get("groupId")
    if group is not None and "groupname" in call.query:
        raise _wrong("it has both groupname and groupId")
    ids = call.names("id")
    if len(ids) > _MOST_IDS:
        raise _wrong(f"it has {len(ids)} ids, of {_MOST_IDS} that it may have")
    text, whole = call.query.get("filterName", ""), not call.flag("isSubstringMatch")
    return FilterQuery(
        text=text,
        words=whole,
        account_id=call.query.get("accountId") or None,
        group=call.query.get("groupname") if group is None else group,
        project_id=call.query.get("projectId"),
        ids=ids,
        order=call.query.get("orderBy", "name"),
        override=call.flag("overrideSharePermissions"),
    )


@operation("getColumns", Success(200, "the columns", LIVE_SUITE))
def read_columns(call: Call, id: str) -> list[Json]:
    """Return the columns of a filter that has some of its own."""
    found = find_filter(call.site, call.caller, id)
    if found.columns is None:
        raise Refused(NoColumns(filter=found))
    return columns_json(found.columns, call)


@operation("setColumns", Success(200, "empty", REFERENCE))
def set_columns(call: Call, id: str) -> None:
    """Say which columns a filter has; they come as JSON or, as the reference's example has it, as a form."""
    user = call.signed_in_user()
    rules.set_columns(call.site, user, id, _columns(call))


def _columns(call: Call) -> list[str]:
    if call.headers.get("Content-Type", "").startswith("application/json"):
        return list(loaded_from(_Columns, parsed(call.body))["columns"])
    try:
        return words_in(call, "columns")
    except ValueError as error:
        raise Refused(PayloadInvalid(problem=f"the form cannot be read: {error}")) from error


@operation("resetColumns", Success(204, "empty", LIVE_SUITE))
def reset_columns(call: Call, id: str) -> None:
    """Let a filter have no columns of its own."""
    rules.reset_columns(call.site, call.signed_in_user(), id)


@operation("setFavouriteForFilter", Success(200, "the filter", LIVE_SUITE))
def add_favourite(call: Call, id: str) -> Json:
    """Put a filter among the caller's favourites."""
    user = call.signed_in_user()
    return filter_json(rules.set_favourite(call.site, user, id, wanted=True), call, call.expand())


@operation("deleteFavouriteForFilter", Success(200, "the filter", LIVE_SUITE))
def remove_favourite(call: Call, id: str) -> Json:
    """Take a filter from the caller's favourites."""
    user = call.signed_in_user()
    return filter_json(rules.set_favourite(call.site, user, id, wanted=False), call, call.expand())


@operation("changeFilterOwner", Success(204, "empty", REFERENCE), body=_Owner)
def change_owner(call: Call, id: str) -> None:
    """Give a filter to another user."""
    user = call.signed_in_user()
    rules.give_filter(call.site, user, id, call.content["account_id"])


@operation("getDefaultShareScope", Success(200, "with whom the caller shares new filters", LIVE_SUITE))
def read_scope(call: Call) -> Json:
    """Return with whom the caller shares new filters."""
    return {"scope": share_scope(call.site, call.signed_in_user())}


@operation("setDefaultShareScope", Success(200, "with whom the caller shares new filters", REFERENCE), body=_Scope)
def set_scope(call: Call) -> Json:
    """Say with whom the caller shares new filters."""
    user = call.signed_in_user()
    scope = cast("ShareScope", call.content["scope"])
    rules.set_share_scope(call.site, user, scope)
    return {"scope": scope}


@operation("getSharePermissions", Success(200, "with whom the filter is shared", LIVE_SUITE))
def list_shares(call: Call, id: str) -> list[Json]:
    """Return with whom a filter is shared."""
    return shares_json(find_filter(call.site, call.caller, id, unseen=SharedFilterUnseen).shares, call)


@operation("addSharePermission", Success(201, "with whom the filter is shared now", LIVE_SUITE), body=_NewShare)
def add_share(call: Call, id: str) -> list[Json]:
    """Share a filter with somebody more."""
    user, content = call.signed_in_user(), call.content
    asked = ShareRequest(
        type=content["type"],
        account_id=content["account_id"] or "",
        group=content["group_id"] or content["group_name"] or "",
        project_id=content["project_id"] or "",
        role_id=content["role_id"],
    )
    return shares_json(rules.add_share(call.site, user, id, asked).shares, call)


@operation("getSharePermission", Success(200, "the share permission", LIVE_SUITE))
def read_share(call: Call, id: str, permissionId: str) -> Json:
    """Return one of those with whom a filter is shared."""
    found = find_filter(call.site, call.caller, id, unseen=SharedFilterUnseen)
    return share_json(find_share(found, permissionId), call)


@operation("deleteSharePermission", Success(204, "empty", LIVE_SUITE))
def delete_share(call: Call, id: str, permissionId: str) -> None:
    """Share a filter with somebody no longer."""
    rules.take_share(call.site, call.signed_in_user(), id, permissionId)


def _asked(content: Mapping[str, Any]) -> FilterRequest:
    said = {name: content[name] for name in ("name", "description", "jql", "favourite")}
    shares, editors = (_all(content[name]) for name in ("shares", "editors"))
    return FilterRequest(**said, shares=shares, editors=editors)


def _all(listed: list[Mapping[str, Any]] | None) -> list[ShareRequest] | None:
    return None if listed is None else [_share(one) for one in listed]


def _share(content: Mapping[str, Any]) -> ShareRequest:
    named = {name: content[name] or {} for name in ("user", "group", "project", "role")}
    return ShareRequest(
        type=content["type"],
        account_id=named["user"].get("account_id") or "",
        group=named["group"].get("group_id") or named["group"].get("name") or "",
        project_id=named["project"].get("id") or "",
        role_id=named["role"].get("id"),
    )
