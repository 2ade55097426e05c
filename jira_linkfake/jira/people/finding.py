"""The directory of users and groups: who may look into it, and what is found there."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from jira_linkfake.jira.people.model import Caller, Group, User
from jira_linkfake.jira.people.refusals import (
    GroupUnknown,
    GroupUnnamed,
    SearchAmbiguous,
    SearchUnnamed,
    UserNotByAccount,
    UserUnknown,
)
from jira_linkfake.jira.permissions.model import ADMINISTER, USER_PICKER
from jira_linkfake.jira.permissions.refusals import UserBrowsingNeeded
from jira_linkfake.jira.permissions.sight import holds
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.projects.finding import projects_seen
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.site import Site


class GroupQuery(Plain):
    """What a request looks for among the groups; `but_not` are names or ids to leave out."""

    text: str
    any_case: bool
    but_not: Collection[str]


def name_of_account(site: Site) -> Callable[[str], str | None]:
    """Return what gives the name of an account, None where there is no such account."""

    def name_of(account_id: str) -> str | None:
        user = site.people.by_account_id.get(account_id)
        return None if user is None else user.name

    return name_of


_BY_ACCOUNT = ("accountId", "id")
_OTHERWISE = ("name", "key")


def account_id_in(value: Mapping[str, object]) -> str | None:
    """Return the account id by which a request names a user, None for nobody.

    Raises `Refused` for a name or a key, also beside an account id, and for an object that has none of these.
    """
    named = [key for key in _OTHERWISE if value.get(key) is not None]
    if named or not any(key in value for key in _BY_ACCOUNT):
        raise Refused(UserNotByAccount(named=" and ".join(named) or "nothing"))
    for key in _BY_ACCOUNT:
        account_id = value.get(key)
        if isinstance(account_id, (str, int)) and account_id != "":
            return str(account_id)
    return None


def find_user(site: Site, caller: Caller, account_id: str) -> User:
    """Return the user with an account id; raises `Refused` where nobody has it, or the caller may not browse users."""
    _require_browsing(site, caller)
    return user_with(site, account_id)


def user_with(site: Site, account_id: str) -> User:
    """Return the user with an account id; raises `Refused` where nobody has it."""
    user = site.people.by_account_id.get(account_id)
    if user is None:
        raise Refused(UserUnknown(account_id=account_id))
    return user


def all_users(site: Site, caller: Caller) -> list[User]:
    """Return every user, in the order in which they joined; raises `Refused` without Browse users and groups."""
    _require_browsing(site, caller)
    return list(site.people.users.values())


def search_users(site: Site, caller: Caller, text: str | None, account_id: str | None) -> list[User]:
    """Return the users with a name or email that begins as the text, or with the account.

    A caller who may not browse users finds nobody. The text begins a word of the name, or the email, in any case.
    """
    if text is None and account_id is None:
        raise Refused(SearchUnnamed())
    if text is not None and account_id is not None:
        raise Refused(SearchAmbiguous())
    if not holds(site, caller, USER_PICKER):
        return []
    if text is None:
        user = site.people.by_account_id.get(account_id or "")
        return [] if user is None else [user]
    return [user for user in site.people.users.values() if _begins(user, text.strip().casefold())]


def groups_of(site: Site, caller: Caller, account_id: str) -> list[Group]:
    """Return the groups of the user with an account, by name."""
    return site.people.groups_of(find_user(site, caller, account_id))


def find_group(site: Site, caller: Caller, *, name: str | None, group_id: str | None) -> Group:
    """Return the group with a name or an id; raises `Refused` for a caller who may neither browse nor administer."""
    if not holds(site, caller, ADMINISTER):
        _require_browsing(site, caller)
    if (name is None) == (group_id is None):
        raise Refused(GroupUnnamed())
    group = site.people.groups.get(name) if name is not None else site.people.groups_by_id.get(group_id or "")
    if group is None:
        raise Refused(GroupUnknown(reference=name or group_id or ""))
    return group


def pick_groups(site: Site, caller: Caller, query: GroupQuery) -> list[Group]:
    """Return the groups whose names have the text in them, by name.

    A caller who may browse no project finds none; one who may not browse users and groups, only by the whole name.
    """
    if not projects_seen(site, caller):
        return []
    whole_name = not holds(site, caller, USER_PICKER)
    return sorted(
        (
            group
            for group in site.people.groups.values()
            if _has_text(group, query, whole_name) and not {group.name, group.id} & set(query.but_not)
        ),
        key=lambda group: group.name,
    )


def _require_browsing(site: Site, caller: Caller) -> None:
    if not holds(site, caller, USER_PICKER):
        raise Refused(UserBrowsingNeeded(caller=caller))


def _begins(user: User, text: str) -> bool:
    name, email = user.name.casefold(), user.email.casefold()
    return email.startswith(text) or f" {name}".find(f" {text}") >= 0


def _has_text(group: Group, query: GroupQuery, whole_name: bool) -> bool:
    name, text = group.name, query.text
    if query.any_case:
        name, text = name.casefold(), text.casefold()
    return name == text if whole_name else text in name
