"""Filters: keeping, changing, sharing and deleting them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from jira_linkfake.jira.fields.registry import fields_of_site
from jira_linkfake.jira.filters.finding import (
    find_filter,
    find_share,
    is_favourite,
    is_owner,
    may_edit,
    own_filters,
    share_scope,
)
from jira_linkfake.jira.filters.model import Filter, Share, ShareScope
from jira_linkfake.jira.filters.refusals import (
    ColumnUnfit,
    FilterNameMissing,
    FilterNameTaken,
    FilterNameTooLong,
    FilterNotEditable,
    FilterNotOwned,
    FilterUndeletable,
    NewOwnerUnknown,
    NoSharePermission,
    SharedFilterUnseen,
    ShareInvalid,
    ShareNotOwned,
)
from jira_linkfake.jira.people.model import Caller, User
from jira_linkfake.jira.permissions.model import ADMINISTER, CREATE_SHARED_OBJECTS
from jira_linkfake.jira.permissions.sight import holds
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.projects.finding import may_browse
from jira_linkfake.jira.refusal import Refusal, Refused, attempt
from jira_linkfake.jira.site import Site, as_long

LONGEST_NAME = 255  # characters


class ShareRequest(Plain):
    """With whom a request shares a filter; `type` is Jira's word. A group goes by its id or name."""

    type: str
    account_id: str = ""
    group: str = ""
    project_id: str = ""
    role_id: str | None = None


class FilterRequest(Plain):
    """What a request says of a filter; None where it says nothing."""

    name: str | None = None
    description: str | None = None
    jql: str | None = None
    favourite: bool | None = None
    shares: Sequence[ShareRequest] | None = None
    editors: Sequence[ShareRequest] | None = None


def create_filter(site: Site, user: User, asked: FilterRequest) -> Filter:
    """Keep a query that is known to be right under a name, or refuse; a user's own scope says who sees it."""
    blank = Filter(id="", name="", owner=user)
    made = _filled(site, user, blank, asked)
    if asked.shares is None:
        made = replace(made, shares=_by_default(site, user))
    return _kept(site, replace(made, id=site.new_id("filter")))


def update_filter(site: Site, user: User, filter_id: str, asked: FilterRequest) -> Filter:
    """Change what a request says of a filter, or refuse."""
    before = find_filter(site, user, filter_id)
    if not may_edit(site, user, before):
        raise Refused(FilterNotEditable(filter=before, caller=user))
    return _kept(site, _filled(site, user, before, asked))


def delete_filter(site: Site, user: User, filter_id: str) -> None:
    """Delete a filter, which an administrator may whoever sees it."""
    found = find_filter(site, user, filter_id, override=True)
    if not is_owner(user, found) and not holds(site, user, ADMINISTER):
        raise Refused(FilterUndeletable(filter=found, caller=user))
    del site.filters[found.id]


def give_filter(site: Site, user: User, filter_id: str, account_id: str) -> None:
    """Give a filter to another user, which an administrator may whoever sees it."""
    found = find_filter(site, user, filter_id, unseen=SharedFilterUnseen, override=True)
    if not is_owner(user, found) and not holds(site, user, ADMINISTER):
        raise Refused(FilterNotOwned(filter=found, caller=user))
    owner = site.people.by_account_id.get(account_id)
    if owner is None:
        raise Refused(NewOwnerUnknown(account_id=account_id))
    _require_free(site, owner, found, found.name)
    _kept(site, replace(found, owner=owner))


def set_columns(site: Site, user: User, filter_id: str, names: Sequence[str]) -> None:
    """Say which fields a list of a filter's issues shows."""
    found = find_filter(site, user, filter_id)
    if not is_owner(user, found):
        raise Refused(FilterNotOwned(filter=found, caller=user))
    fit = navigable_fields(site)
    unfit = [ColumnUnfit(value=name) for name in names if name not in fit]
    if unfit:
        raise Refused(*unfit)
    _kept(site, replace(found, columns=tuple(dict.fromkeys(names))))


def reset_columns(site: Site, user: User, filter_id: str) -> None:
    """Let a list of a filter's issues show what it does by default."""
    found = find_filter(site, user, filter_id)
    if not is_owner(user, found):
        raise Refused(FilterNotEditable(filter=found, caller=user))
    _kept(site, replace(found, columns=None))


def set_favourite(site: Site, user: User, filter_id: str, *, wanted: bool) -> Filter:
    """Put a filter among a user's favourites, or take it from there."""
    return _kept(site, _as_favourite(user, find_filter(site, user, filter_id), wanted=wanted))


def add_share(site: Site, user: User, filter_id: str, asked: ShareRequest) -> Filter:
    """Share a filter with somebody more; sharing with everybody takes the place of all else (reference)."""
    found = find_filter(site, user, filter_id, unseen=SharedFilterUnseen)
    if not is_owner(user, found):
        raise Refused(FilterNotEditable(filter=found, caller=user))
    [share] = _shares(site, user, [asked])
    others = () if share.type in ("global", "loggedin") else found.shares
    there = any(one.meaning == share.meaning for one in others)
    return _kept(site, replace(found, shares=others if there else (*others, share)))


def take_share(site: Site, user: User, filter_id: str, share_id: str) -> None:
    """Share a filter no longer with somebody."""
    found = find_filter(site, user, filter_id, unseen=SharedFilterUnseen)
    if not is_owner(user, found):
        raise Refused(ShareNotOwned(filter=found, caller=user))
    share = find_share(found, share_id)
    _kept(site, replace(found, shares=tuple(one for one in found.shares if one is not share)))


def set_share_scope(site: Site, user: User, scope: ShareScope) -> None:
    """Say with whom a user shares new filters."""
    site.share_scopes[user.account_id] = scope


def _kept(site: Site, one: Filter) -> Filter:
    """Store a filter, whose new shares take their ids only now."""
    one = replace(one, shares=_numbered(site, one.shares), editors=_numbered(site, one.editors))
    site.filters[one.id] = one
    return one


def _numbered(site: Site, shares: Iterable[Share]) -> tuple[Share, ...]:
    return tuple(one if one.id else Share(**{**vars(one), "id": site.new_number("share")}) for one in shares)


def _filled(site: Site, user: User, before: Filter, asked: FilterRequest) -> Filter:
    """Return a filter with what a request says of it; raises `Refused` with all that is wrong with it."""
    refusals: list[Refusal] = []
    name = before.name if asked.name is None else asked.name.strip()
    attempt(refusals, partial(_require_name, site, before, name))
    shares, editors = (
        attempt(refusals, partial(_shares, site, user, wanted)) if wanted is not None else kept
        for wanted, kept in ((asked.shares, before.shares), (asked.editors, before.editors))
    )
    if refusals:
        raise Refused(*refusals)
    said: dict[str, Any] = {"description": asked.description, "jql": asked.jql}
    given = {one: value for one, value in said.items() if value is not None}
    made = replace(before, name=name, shares=shares or (), editors=editors or (), **given)
    return made if asked.favourite is None else _as_favourite(user, made, wanted=asked.favourite)


def _require_name(site: Site, one: Filter, name: str) -> None:
    if not name:
        raise Refused(FilterNameMissing())
    if len(name) > LONGEST_NAME:
        raise Refused(FilterNameTooLong(length=len(name), most=LONGEST_NAME))
    _require_free(site, one.owner, one, name)


def _require_free(site: Site, owner: User, one: Filter, name: str) -> None:
    for other in own_filters(site, owner):
        if other.id != one.id and other.name.casefold() == name.casefold():
            raise Refused(FilterNameTaken(taken_by=other))


def _as_favourite(user: User, one: Filter, *, wanted: bool) -> Filter:
    if is_favourite(user, one) == wanted:
        return one
    others = tuple(account_id for account_id in one.favourite_of if account_id != user.account_id)
    return replace(one, favourite_of=(*others, user.account_id) if wanted else others)


def _by_default(site: Site, user: User) -> tuple[Share, ...]:
    scope = share_scope(site, user)
    if scope == "PRIVATE" or not holds(site, user, CREATE_SHARED_OBJECTS):
        return ()
    return (Share(type="global" if scope == "GLOBAL" else "loggedin"),)


def _shares(site: Site, user: User, asked: Iterable[ShareRequest]) -> tuple[Share, ...]:
    """Return shares that were asked for, each once and without an id; raises `Refused` for what is wrong with one."""
    wanted = list(asked)
    if wanted and not holds(site, user, CREATE_SHARED_OBJECTS):
        raise Refused(NoSharePermission(caller=user))
    shares = [_SHARED_WITH.get(one.type, _with_type)(site, user, one) for one in wanted]
    return tuple({share.meaning: share for share in shares}.values())


def _wrong(asked: ShareRequest, why: str) -> Refused:
    return Refused(ShareInvalid(type=asked.type, why=why))


def _with_type(_: Site, __: Caller, asked: ShareRequest) -> Share:
    raise _wrong(asked, "there is no such type")


def _with_user(site: Site, _: Caller, asked: ShareRequest) -> Share:
    user = site.people.by_account_id.get(asked.account_id)
    if user is None:
        raise _wrong(asked, f"no user has the account {asked.account_id!r}")
    return Share(type="user", holder=user)


def _with_group(site: Site, _: Caller, asked: ShareRequest) -> Share:
    group = site.people.groups_by_id.get(asked.group) or site.people.groups.get(asked.group)
    if group is None:
        raise _wrong(asked, f"there is no group {asked.group!r}")
    return Share(type="group", holder=group)


def _with_project(site: Site, caller: Caller, asked: ShareRequest) -> Share:
    project = site.projects.with_id(asked.project_id)
    if project is None or not may_browse(site, caller, project):
        raise _wrong(asked, f"the caller sees no project {asked.project_id!r}")
    if asked.role_id is None:
        if asked.type == "projectRole":
            raise _wrong(asked, "it names no role")
        return Share(type="project", project_id=project.id)
    number = as_long(asked.role_id)
    role = next((one for one in site.people.roles.values() if (one.project, one.id) == (project.key, number)), None)
    if role is None:
        raise _wrong(asked, f"{project.key} has no role {asked.role_id!r}")
    return Share(type="projectRole", holder=role, project_id=project.id)


def _with_many(_: Site, __: Caller, asked: ShareRequest) -> Share:
    return Share(type="global" if asked.type == "global" else "loggedin")


_SHARED_WITH: dict[str, Callable[[Site, Caller, ShareRequest], Share]] = {
    "user": _with_user,
    "group": _with_group,
    "project": _with_project,
    "projectRole": _with_project,
    "global": _with_many,
    "authenticated": _with_many,
    "loggedin": _with_many,
}


def navigable_fields(site: Site) -> list[str]:
    """Return the ids of the fields that a list of issues can show."""
    return [field.id for field in fields_of_site(site) if field.navigable]
