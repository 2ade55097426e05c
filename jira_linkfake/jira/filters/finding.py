"""Finding filters: which of them a caller sees, and who else does."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any

from jira_linkfake.jira.filters.model import Filter, Share, ShareScope
from jira_linkfake.jira.filters.refusals import FilterQueryInvalid, FilterUnseen, ShareUnseen
from jira_linkfake.jira.people.model import Caller, Group, User
from jira_linkfake.jira.permissions.model import ADMINISTER
from jira_linkfake.jira.permissions.sight import holds
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.projects.finding import may_browse
from jira_linkfake.jira.projects.model import Project
from jira_linkfake.jira.refusal import Refused, UnseenRefusal
from jira_linkfake.jira.site import Site, as_id, with_id


def project_of(site: Site, share: Share) -> Project | None:
    """Return the project that a share is with, or whose role has it; None where it is with none, or that is gone."""
    return site.projects.with_id(share.project_id)


def sees_filter(site: Site, caller: Caller, one: Filter) -> bool:
    """Say whether a filter is the caller's own, or shared with them."""
    return is_owner(caller, one) or _has_part(site, caller, (*one.shares, *one.editors))


def may_edit(site: Site, caller: Caller, one: Filter) -> bool:
    """Say whether the caller may change a filter."""
    return is_owner(caller, one) or _has_part(site, caller, one.editors)


def is_owner(caller: Caller, one: Filter) -> bool:
    """Say whether a filter is the caller's own."""
    return caller is not None and caller.account_id == one.owner.account_id


def _has_part(site: Site, caller: Caller, shares: Iterable[Share]) -> bool:
    return any(_is_for(site, caller, share) for share in shares)


def _is_for(site: Site, caller: Caller, share: Share) -> bool:
    if share.type == "global":
        return True
    if share.type == "loggedin":
        return caller is not None
    if share.project_id is not None:
        project = project_of(site, share)
        if project is None:
            return False
        if share.holder is None:
            return may_browse(site, caller, project)
    return share.holder is not None and site.people.is_one_of(caller, [share.holder])


def find_filter(
    site: Site,
    caller: Caller,
    filter_id: str,
    *,
    unseen: type[UnseenRefusal] = FilterUnseen,
    override: bool = False,
) -> Filter:
    """Return a filter; raises `Refused` where there is none, or none that the caller sees.

    With `override` an administrator of Jira sees any.
    """
    found = with_id(site.filters, filter_id)
    if found is None:
        raise Refused(unseen(value=filter_id, caller=caller))  # type: ignore[call-arg]
    if not sees_filter(site, caller, found) and not (override and holds(site, caller, ADMINISTER)):
        raise Refused(unseen(value=filter_id, caller=caller, hidden_by="shared with others alone"))  # type: ignore[call-arg]
    return found


def find_share(one: Filter, share_id: str) -> Share:
    """Return one of a filter's shares by its id; raises `Refused` where it has none such."""
    for share in one.shares:
        if str(share.id) == as_id(share_id):
            return share
    raise Refused(ShareUnseen(value=share_id, filter=one))


def filters_seen(site: Site, caller: Caller) -> list[Filter]:
    """Return the filters that the caller sees, oldest first."""
    return [one for one in site.filters.values() if sees_filter(site, caller, one)]


def own_filters(site: Site, user: User) -> list[Filter]:
    """Return a user's own filters, by name."""
    return _by_name(one for one in site.filters.values() if is_owner(user, one))


def favourites(site: Site, caller: Caller) -> list[Filter]:
    """Return the filters that the caller sees and has among the favourites, by name."""
    return _by_name(one for one in filters_seen(site, caller) if is_favourite(caller, one))


def is_favourite(caller: Caller, one: Filter) -> bool:
    """Say whether the caller has a filter among the favourites."""
    return caller is not None and caller.account_id in one.favourite_of


def count_of_favourites(site: Site, one: Filter) -> int:
    """Return how many users have a filter among their favourites."""
    return sum(account_id in site.people.by_account_id for account_id in one.favourite_of)


def users_shared_with(site: Site, one: Filter) -> list[User]:
    """Return the users with whom a filter is shared, by name."""
    found = (user for user in site.people.users.values() if _has_part(site, user, one.shares))
    return sorted(found, key=lambda user: user.name)


def share_scope(site: Site, user: User) -> ShareScope:
    """Return with whom a user shares new filters, unless they say otherwise."""
    return site.share_scopes.get(user.account_id, "PRIVATE")


def _by_name(filters: Iterable[Filter]) -> list[Filter]:
    return sorted(filters, key=lambda one: (one.name.casefold(), int(one.id)))


class FilterQuery(Plain):
    """Which filters a request looks for; None and what is empty leaves nothing out.

    The name of one has the `text` as it is, or each of its `words`.
    """

    text: str = ""
    words: bool = False
    account_id: str | None = None
    group: str | None = None
    project_id: str | None = None
    ids: Collection[str] = ()
    order: str = "name"
    override: bool = False


def search_filters(site: Site, caller: Caller, query: FilterQuery) -> list[Filter]:
    """Return the filters that the caller sees and that a query finds, in its order."""
    field, descending = query.order.lstrip("+-"), query.order.startswith("-")
    if field not in _ORDERS:
        raise Refused(FilterQueryInvalid(why=f"no order is {query.order!r}"))
    all_seen = query.override and holds(site, caller, ADMINISTER)
    seen = site.filters.values() if all_seen else filters_seen(site, caller)
    found = _by_name(one for one in seen if _finds(site, caller, query, one))
    return sorted(found, key=lambda one: _ORDERS[field](site, caller, one), reverse=descending)


def _finds(site: Site, caller: Caller, query: FilterQuery, one: Filter) -> bool:
    shared_with = (share.holder for share in one.shares)
    groups = {name for holder in shared_with if isinstance(holder, Group) for name in (holder.name, holder.id)}
    projects = {project.id for share in one.shares if (project := _seen_project(site, caller, share)) is not None}
    wanted = query.text.split() if query.words else [query.text]
    return (
        all(text.casefold() in one.name.casefold() for text in wanted)
        and query.account_id in (None, one.owner.account_id)
        and (query.group is None or query.group in groups)
        and (query.project_id is None or query.project_id in projects)
        and (not query.ids or one.id in query.ids)
    )


def _seen_project(site: Site, caller: Caller, share: Share) -> Project | None:
    project = project_of(site, share)
    return project if project is not None and may_browse(site, caller, project) else None


_ORDERS: dict[str, Callable[[Site, Caller, Filter], Any]] = {
    "name": lambda _, __, one: one.name.casefold(),
    "id": lambda _, __, one: int(one.id),
    "description": lambda _, __, one: one.description.casefold(),
    "owner": lambda _, __, one: one.owner.name.casefold(),
    "favourite_count": lambda site, __, one: count_of_favourites(site, one),
    "is_favourite": lambda _, caller, one: is_favourite(caller, one),
    "is_shared": lambda _, __, one: bool(one.shares),
}
