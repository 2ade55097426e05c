"""Steps about filters: kept, changed, shared and deleted, and their columns; what they need is named by the run."""

from __future__ import annotations

from typing import Any

from jira_linkfake.verify.needs import need, new_one_goes, new_thing
from jira_linkfake.verify.side import Side
from jira_linkfake.verify.steps.declaring import MUCH, delete, get, jql, post, put

MINE = "filter/my"
_JQL = 'labels = "{label}"'


def new_filter(side: Side, name: str, *, for_run: bool = False, jql: str = _JQL, **more: Any) -> None:
    """Make a filter of the caller's own, which nobody else sees unless `more` says so."""
    new_thing(side, name, "filter", {"jql": jql, "sharePermissions": [], **more}, listed=MINE, for_run=for_run)


@need("filter")
def _filter(side: Side) -> None:
    new_filter(side, "filter")


@need("favourite filter", after=("filter",))
def _favourite_filter(side: Side) -> None:
    side.make("PUT", "filter/{filter_id}/favourite", look_up=dict)


@need("filter with columns", after=("filter",))
def _filter_with_columns(side: Side) -> None:
    side.make("PUT", "filter/{filter_id}/columns", {"columns": ["summary"]}, look_up=dict)


PROJECT_SHARE = {"type": "project", "project": {"id": "{project_id}"}}


@need("shared filter")
def _shared_filter(side: Side) -> None:
    """Make a filter that is shared with who may browse the project, and have the id of how."""
    new_filter(side, "filter", sharePermissions=[PROJECT_SHARE])
    shares = side.look("filter/{filter_id}/permission")
    side.names |= {"share_id": str(shares[0]["id"])}


@need("filter that the second may edit", after=("second user",))
def _filter_that_the_second_may_edit(side: Side) -> None:
    new_filter(side, "filter", editPermissions=[{"type": "user", "user": {"accountId": "{second}"}}])


@need("new filter goes")
def _new_filter_goes(side: Side) -> None:
    new_one_goes(side, "filter", listed=MINE)


@need("share scope", for_run=True, makes=False)
def _share_scope(side: Side) -> None:
    side.names |= {"share_scope": side.look("filter/defaultShareScope")["scope"]}


NEW = {"name": "{label} new", "jql": _JQL, "sharePermissions": []}
_AT = "filter/{filter_id}"
_EXPANDED = {"expand": "sharedUsers,subscriptions"}


def refused(name: str, rule: str, /, *, needs: str = "new filter goes", **body: Any) -> Any:
    """Return a step that makes a filter which is refused."""
    whole = {key: value for key, value in {**NEW, **body}.items() if value is not None}
    return post(f"filters: {name}", rule, "filter", whole, needs=needs)


KEPT = (
    post("filters: made", "createFilter", "filter", NEW, query=_EXPANDED, needs="new filter goes"),
    get("filters: one", "getFilter", _AT, query=_EXPANDED, needs="filter"),
    put("filters: changed", "updateFilter", _AT, {"name": "{filter}", "description": "x"}, needs="filter"),
    delete("filters: deleted", "deleteFilter", _AT, needs="filter"),
    get("filters: one's own", "getMyFilters", MINE, needs="filter", alike=True),
    get("filters: a page of them", "getFiltersPaginated", "filter/search", query={"id": "{filter_id}"}, needs="filter"),
    get(
        "filters: a page of them with all there is",
        "getFiltersPaginated",
        "filter/search",
        query={"id": "{filter_id}", "expand": "description,favourite,jql,owner,searchUrl,sharePermissions,viewUrl"},
        needs="filter",
    ),
    put("filters: given to oneself", "changeFilterOwner", f"{_AT}/owner", {"accountId": "{me}"}, needs="filter"),
    put("filters: put among the favourites", "setFavouriteForFilter", f"{_AT}/favourite", needs="filter"),
    delete(
        "filters: taken from the favourites", "deleteFavouriteForFilter", f"{_AT}/favourite", needs="favourite filter"
    ),
    get("filters: the favourites", "getFavouriteFilters", "filter/favourite", needs="favourite filter", alike=True),
    get("filters: an unknown one", "FilterUnseen", "filter/999999999"),
    get("filters: one of somebody else", "FilterUnseen", _AT, needs="filter, second user", caller="second"),
    refused("without a name", "FilterNameMissing", name=None),
    refused("a name that is too long", "FilterNameTooLong", name=MUCH),
    refused("a name that is taken", "FilterNameTaken", name="{filter}", needs="filter, new filter goes"),
    get("filters: in an unknown order", "FilterQueryInvalid", "filter/search?orderBy=nonsense"),
    put("filters: given to nobody", "NewOwnerUnknown", f"{_AT}/owner", {"accountId": "nobody-at-all"}, needs="filter"),
    put(
        "filters: changed by somebody else",
        "FilterNotEditable",
        _AT,
        {"name": "{filter}", "description": "x"},
        needs="shared filter, second user",
        caller="second",
    ),
    delete(
        "filters: deleted by somebody else",
        "FilterUndeletable",
        _AT,
        needs="shared filter, second lacks ADMINISTER",
        caller="second",
    ),
    put(
        "filters: taken by somebody else",
        "FilterNotOwned",
        f"{_AT}/owner",
        {"accountId": "{second}"},
        needs="shared filter, second lacks ADMINISTER",
        caller="second",
    ),
    jql(
        "issues by a filter",
        "searchAndReconsileIssuesUsingJql",
        "filter = {filter_id} AND key = {one}",
        needs="filter, one",
        is_search=True,
    ),
    put("jql: a filter that finds itself", "FilterCircular", _AT, {"jql": "filter = {filter_id}"}, needs="filter"),
)

_COLUMNS = f"{_AT}/columns"
COLUMNS = (
    get("filters: their columns", "getColumns", _COLUMNS, needs="filter with columns"),
    put("filters: their columns set", "setColumns", _COLUMNS, {"columns": ["labels"]}, needs="filter"),
    delete("filters: their columns reset", "resetColumns", _COLUMNS, needs="filter with columns"),
    get("filters: columns that nobody set", "NoColumns", _COLUMNS, needs="filter"),
    put("filters: a column that is none", "ColumnUnfit", _COLUMNS, {"columns": ["nonsense"]}, needs="filter"),
)

_SHARES = f"{_AT}/permission"
_NEW_SHARE = {"type": "project", "projectId": "{project_id}"}
SHARED = (
    get("filters: with whom they are shared", "getSharePermissions", _SHARES, needs="shared filter"),
    get("filters: one way of sharing", "getSharePermission", f"{_SHARES}/{{share_id}}", needs="shared filter"),
    post("filters: shared with a project", "addSharePermission", _SHARES, _NEW_SHARE, needs="filter"),
    delete("filters: shared no longer", "deleteSharePermission", f"{_SHARES}/{{share_id}}", needs="shared filter"),
    get("filters: how an unknown one is shared", "SharedFilterUnseen", "filter/999999999/permission"),
    get("filters: an unknown way of sharing", "ShareUnseen", f"{_SHARES}/999999999", needs="filter"),
    post("filters: shared with no project", "ShareInvalid", _SHARES, {"type": "project"}, needs="filter"),
    delete(
        "filters: shared no longer by somebody else",
        "ShareNotOwned",
        f"{_SHARES}/{{share_id}}",
        needs="shared filter, second user",
        caller="second",
    ),
    put(
        "filters: shared without the permission to share",
        "NoSharePermission",
        _AT,
        {"name": "{filter}", "sharePermissions": [PROJECT_SHARE]},
        needs="filter that the second may edit, second lacks CREATE_SHARED_OBJECTS",
        caller="second",
    ),
    get("filters: with whom new ones are shared", "getDefaultShareScope", "filter/defaultShareScope"),
    put(
        "filters: the share scope, as it is",
        "setDefaultShareScope",
        "filter/defaultShareScope",
        {"scope": "{share_scope}"},
        needs="share scope",
    ),
)

STEPS = (*KEPT, *COLUMNS, *SHARED)
