"""The directory of users and groups: who may look into it, and what is found there."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from jira_linkfake.jira.issues.finding import IssueReference, find_issue
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.model import Caller, Group, User
from jira_linkfake.jira.people.refusals import (
    AccountMissing,
    GroupUnknown,
    GroupUnnamed,
    PermissionsOfUsers,
    PlaceMissing,
    SearchAmbiguous,
    SearchUnnamed,
    UserNotByAccount,
    UserUnknown,
)
from jira_linkfake.jira.permissions.model import (
    ADMINISTER,
    ASSIGN_ISSUES,
    ASSIGNABLE_USER,
    PERMISSIONS,
    USER_PICKER,
)
from jira_linkfake.jira.permissions.refusals import PermissionsUnnamed, PermissionUnknown, UserBrowsingNeeded
from jira_linkfake.jira.permissions.sight import holds, may_see
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.projects.finding import find_project, may_administer, may_browse, projects_seen
from jira_linkfake.jira.projects.model import Project
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.site import Site


class GroupQuery(Plain):
    """What a request looks for among the groups; `but_not` are names or ids to leave out."""

    text: str
    any_case: bool
    but_not: Collection[str]


class GroupName(Plain):
    """A group as a request names it: by its name or by its id."""

    name: str | None = None
    id: str | None = None


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
    require_browsing(site, caller)
    return user_with(site, account_id)


def user_with(site: Site, account_id: str) -> User:
    """Return the user with an account id; raises `Refused` where nobody has it."""
    user = site.people.by_account_id.get(account_id)
    if user is None:
        raise Refused(UserUnknown(account_id=account_id))
    return user


def all_users(site: Site, caller: Caller) -> list[User]:
    """Return every user, in the order in which they joined; raises `Refused` without Browse users and groups."""
    require_browsing(site, caller)
    return list(site.people.users.values())


class UserQuery(Plain):
    """Which users a request looks for: those with a text, or the one of an account; with neither all."""

    text: str | None = None
    account_id: str | None = None


class Place(Plain):
    """Where users are to hold a permission: in an issue, by its id or its key, or in a project."""

    issue_id: str | None = None
    issue_key: str | None = None
    project: str | None = None
    named_by: str


def search_users(site: Site, caller: Caller, query: UserQuery) -> list[User]:
    """Return the users whom a query finds; a caller who may not browse users finds nobody."""
    if query.text is None and query.account_id is None:
        raise Refused(SearchUnnamed())
    found = _matching(site, query)
    return found if holds(site, caller, USER_PICKER) else []


def assignable_users(site: Site, caller: Caller, query: UserQuery, place: Place) -> list[User]:
    """Return the users whom a query finds and who may be assigned an issue, or the issues of a project.

    A caller who may neither browse users nor assign issues there finds nobody.
    """
    found = _matching(site, query)
    project = _where(site, caller, place)[0]
    if not holds(site, caller, USER_PICKER) and not holds(site, caller, ASSIGN_ISSUES, project.key):
        return []
    return [user for user in found if holds(site, user, ASSIGNABLE_USER, project.key)]


def assignable_in_all(site: Site, caller: Caller, query: UserQuery, keys: Sequence[str]) -> list[User]:
    """Return the users whom a query finds and who may be assigned the issues of several projects."""
    found = _matching(site, query)
    if not keys:
        raise Refused(PlaceMissing(parameters="projectKeys"))
    projects = [find_project(site, caller, key) for key in keys]
    return [user for user in found if all(holds(site, user, ASSIGNABLE_USER, one.key) for one in projects)]


def users_who_see(site: Site, caller: Caller, query: UserQuery, place: Place) -> list[User]:
    """Return the users whom a query finds and who see an issue, or may browse a project.

    A caller who may not browse users finds nobody.
    """
    found = _matching(site, query)
    project, issue = _where(site, caller, place)
    if not holds(site, caller, USER_PICKER):
        return []
    if issue is not None:
        return [user for user in found if may_see(site, user, issue)]
    return [user for user in found if may_browse(site, user, project)]


def users_with_permissions(
    site: Site, caller: Caller, query: UserQuery, keys: Sequence[str], place: Place
) -> list[User]:
    """Return the users whom a query finds and who hold all of some permissions where an issue or a project is.

    Raises `Refused` for a caller who administers neither the project nor the site.
    """
    found = _matching(site, query)
    if not keys:
        raise Refused(PermissionsUnnamed())
    unknown = [PermissionUnknown(key=key) for key in keys if key not in PERMISSIONS]
    if unknown:
        raise Refused(*unknown)
    project = _where(site, caller, place)[0]
    if not may_administer(site, caller, project):
        raise Refused(PermissionsOfUsers(project=project, caller=caller))
    return [user for user in found if all(holds(site, user, key, project.key) for key in keys)]


def _where(site: Site, caller: Caller, place: Place) -> tuple[Project, Issue | None]:
    """Return the project that a place names, with the issue if it names one; raises `Refused` for what is not seen."""
    if place.issue_id or place.issue_key:
        issue = find_issue(site, caller, IssueReference(id=place.issue_id, key=place.issue_key))
        return site.projects[issue.project], issue
    if not place.project:
        raise Refused(PlaceMissing(parameters=place.named_by))
    return find_project(site, caller, place.project), None


def _matching(site: Site, query: UserQuery) -> list[User]:
    """Return the users with a name or email that begins as the text, or with the account.

    The text begins a word of the name, or the email, in any case; an email that is hidden is found only as a whole.
    """
    if query.text is not None and query.account_id is not None:
        raise Refused(SearchAmbiguous())
    if query.account_id is not None:
        user = site.people.by_account_id.get(query.account_id)
        return [] if user is None else [user]
    text = (query.text or "").strip().casefold()
    return [user for user in site.people.users.values() if _begins(user, text)]


def pick_users(site: Site, caller: Caller, text: str, but_not: Collection[str]) -> list[User]:
    """Return the users with a name or email that begins as the text, without some accounts.

    A caller who may not browse users finds them only by their whole names.
    """
    found = _matching(site, UserQuery(text=text))
    if not holds(site, caller, USER_PICKER):
        found = [user for user in found if user.name.casefold() == text.strip().casefold()]
    return [user for user in found if user.account_id not in but_not]


def pick_users_and_groups(site: Site, caller: Caller, query: GroupQuery) -> tuple[list[User], list[Group]]:
    """Return the users and the groups that a text finds; raises `Refused` without Browse users and groups."""
    require_browsing(site, caller)
    return pick_users(site, caller, query.text, ()), pick_groups(site, caller, query)


def users_by_account(site: Site, account_ids: Collection[str]) -> list[User]:
    """Return the users of these accounts, those of them that are there, each once."""
    if not account_ids:
        raise Refused(AccountMissing())
    people = site.people.by_account_id
    return [people[account_id] for account_id in dict.fromkeys(account_ids) if account_id in people]


def all_groups(site: Site, caller: Caller, ids: Collection[str], names: Collection[str]) -> list[Group]:
    """Return the groups of these ids and names, or all where neither is given, by name."""
    require_browsing(site, caller)
    groups = sorted(site.people.groups.values(), key=lambda group: group.name)
    return [group for group in groups if not (ids or names) or group.id in ids or group.name in names]


def groups_of(site: Site, caller: Caller, account_id: str) -> list[Group]:
    """Return the groups of the user with an account, by name."""
    return site.people.groups_of(find_user(site, caller, account_id))


def find_group(site: Site, caller: Caller, named: GroupName) -> Group:
    """Return the group with a name or an id; raises `Refused` for a caller who may neither browse nor administer."""
    if not holds(site, caller, ADMINISTER):
        require_browsing(site, caller)
    if named.name is not None and named.id is None:
        reference, group = named.name, site.people.groups.get(named.name)
    elif named.id is not None and named.name is None:
        reference, group = named.id, site.people.groups_by_id.get(named.id)
    else:
        raise Refused(GroupUnnamed())
    if group is None:
        raise Refused(GroupUnknown(reference=reference))
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


def require_browsing(site: Site, caller: Caller) -> None:
    """Raise `Refused` where the caller may not browse users and groups."""
    if not holds(site, caller, USER_PICKER):
        raise Refused(UserBrowsingNeeded(caller=caller))


def _begins(user: User, text: str) -> bool:
    name, email = user.name.casefold(), user.email.casefold()
    return (email == text if user.email_hidden else email.startswith(text)) or f" {name}".find(f" {text}") >= 0


def _has_text(group: Group, query: GroupQuery, whole_name: bool) -> bool:
    name, text = group.name, query.text
    if query.any_case:
        name, text = name.casefold(), text.casefold()
    return name == text if whole_name else text in name
