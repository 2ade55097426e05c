"""Queries that name a user as Jira did before accounts: by a name or a key, which Cloud refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jira_linkfake.jira.people.refusals import SearchByName, UserNotByAccount
from jira_linkfake.jira.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

# What the reference lists as no longer available, by operation; served or not, so that one that comes is right.
_NAMING_ONE = {
    **dict.fromkeys(("bulkGetUsers", "getUser", "getUserGroups", "removeUser"), ("username", "key")),
    **dict.fromkeys(
        ("getUserDefaultColumns", "removeUserFromGroup", "removeWatcher", "resetUserColumns", "setUserColumns"),
        ("username",),
    ),
    "getFiltersPaginated": ("owner",),
    **dict.fromkeys(
        ("deleteUserProperty", "getUserProperty", "getUserPropertyKeys", "setUserProperty"), ("userKey", "username")
    ),
}
_SEARCHING = {
    **dict.fromkeys(
        (
            "findAssignableUsers",
            "findBulkAssignableUsers",
            "findUsers",
            "findUsersWithAllPermissions",
            "findUsersWithBrowsePermission",
        ),
        "username",
    ),
    "findGroups": "userName",
}


def require_accounts(operation_id: str, query: Mapping[str, str]) -> None:
    """Raise `Refused` where the query of an operation names a user otherwise than by an account id."""
    for parameter in _NAMING_ONE.get(operation_id, ()):
        if parameter in query:
            raise Refused(UserNotByAccount(named=f"{parameter} in the query"))
    parameter = _SEARCHING.get(operation_id, "")
    if parameter in query:
        raise Refused(SearchByName(parameter=parameter))
