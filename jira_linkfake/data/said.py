"""What data says of one thing, with the things that it names in place of their names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from jira_linkfake.data.format import ById, Data
from jira_linkfake.errors import UsageError, nearest, of_the_test
from jira_linkfake.jira.filters.model import Filter
from jira_linkfake.jira.history.model import HistoryEntry, LinkChange
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.model import Everyone, Group, Holder, Role, SecurityLevel, User
from jira_linkfake.jira.permissions.model import Grant
from jira_linkfake.jira.site import Site
from jira_linkfake.testing.naming import (
    project_of,
    the_group,
    the_holder,
    the_issue,
    the_link_type_named,
    the_one_named,
    the_part,
    the_project,
    the_security_level,
    the_type_in,
    the_user,
)
from jira_linkfake.testing.seeding import Permitting, Seeding

__tracebackhide__ = of_the_test


class Loading(Seeding, Permitting):
    """A site that is being filled, with the verbs of a test, which act as the admin.

    `former_users` and `former_levels` are gone, `placed` is what the data has placed in the site's tables. The
    `queries` of filters are checked once all is there; what is wrong with them may be `unknown`.
    """

    def __init__(self, site: Site) -> None:
        self.site = site
        self.issue_keys: list[str] = []
        self.sentences: list[str] = []
        self.former_users: dict[str, User] = {}
        self.former_levels: dict[str, SecurityLevel] = {}
        self.placed: set[tuple[str, str]] = set()
        self.history: list[tuple[str, HistoryEntry | LinkChange]] = []
        self.queries: list[Filter] = []
        self.unknown: list[str] = []


class Said:
    """What data says of one thing: its attributes, with the things that they name in place of the names.

    `wrong` is the path of the attribute that names what is not there.
    """

    __slots__ = ("_entry", "_loading", "_look_ups", "wrong")

    def __init__(self, loading: Loading, look_ups: Mapping[str, LookUp], entry: Mapping[str, Any]) -> None:
        self._loading, self._look_ups, self._entry = loading, look_ups, entry
        self.wrong = ""

    def __contains__(self, attribute: str) -> bool:
        return attribute in self._entry

    def get(self, attribute: str, default: Any = None) -> Any:
        """Return an attribute; raises `UsageError` where it names what the site does not have."""
        value = self._entry.get(attribute, default)
        look_up = self._look_ups.get(attribute)
        if value is None or look_up is None:
            return value
        if not isinstance(value, list):
            return self._found(attribute, look_up, value)
        return [self._found(f"{attribute}[{place}]", look_up, one) for place, one in enumerate(value)]

    def of(self, *attributes: str) -> dict[str, Any]:
        """Return those of some attributes that are said."""
        return {attribute: self.get(attribute) for attribute in attributes if attribute in self._entry}

    @contextmanager
    def about(self, attribute: str) -> Iterator[None]:
        """Let what is wrong in the block be told of an attribute."""
        self.wrong = f".{attribute}"
        yield
        self.wrong = ""

    def _found(self, path: str, look_up: LookUp, value: Any) -> Any:
        self.wrong = f".{path}"
        found = look_up(self._loading, value, self._entry)
        self.wrong = ""
        return found


LookUp = Callable[[Loading, Any, Mapping[str, Any]], Any]


def look_ups_of(kind: str) -> Mapping[str, LookUp]:
    """Return how to look up what the attributes of a kind of thing name, by attribute."""
    return {attribute: _LOOK_UPS[held.names] for attribute, held in Data.kinds_of(kind).items() if held.names}


def _project_key(loading: Loading, entry: Mapping[str, Any]) -> str:
    """Return the key of the project that a thing is in, there or not yet."""
    if "project" in entry:
        return the_project(loading.site, entry["project"]).key
    if "issue" in entry:
        return _ever(loading, entry["issue"], entry).project
    return project_of(entry["key"])


def _by_id(things: Mapping[str, Any], kind: str, name: ById) -> Any:
    if name.id not in things:
        raise UsageError(f"there is no {kind} of the id {name.id!r} on the site: {nearest(name.id, things)}")
    return things[name.id]


def _one_in(table: str, kind: str) -> LookUp:
    """Return the look-up of a kind of thing in one of the site's tables."""

    def look_up(loading: Loading, name: Any, _: object) -> Any:
        things = getattr(loading.site, table)
        return _by_id(things, kind, name) if isinstance(name, ById) else the_one_named(things.values(), kind, name)

    return look_up


def _only_one_in(table: str, kind: str) -> LookUp:
    """Return the look-up of a kind of thing of which several may have a name."""

    def look_up(loading: Loading, name: str | ById, _: object) -> Any:
        things = getattr(loading.site, table)
        if isinstance(name, ById):
            return _by_id(things, kind, name)
        found = [one for one in things.values() if one.name == name]
        if not found:
            names = {one.name for one in things.values()}
            raise UsageError(f"there is no {kind} {name!r} on the site: {nearest(name, names)}")
        if len(found) > 1:
            ids = " and ".join(one.id for one in found)
            raise UsageError(f"several {kind}s are called {name!r}: name one by its id, of {ids}")
        return found[0]

    return look_up


def _user(loading: Loading, name: str | ById, _: object) -> User:
    if isinstance(name, ById):
        user: User = _by_id({**loading.former_users, **loading.site.people.by_account_id}, "user", name)
        return user
    return the_user(loading.site, name)


def _issue_type(loading: Loading, name: str | ById, entry: Mapping[str, Any]) -> Any:
    site = loading.site
    if isinstance(name, ById):
        return _by_id(site.issue_types, "issue type", name)
    if "types" in entry:
        return the_one_named(site.shared_types(), "issue type", name)
    return the_type_in(site, _project_key(loading, entry), name)


def _part(table: str, kind: str) -> LookUp:
    """Return the look-up of what belongs to the project of an issue."""

    def look_up(loading: Loading, name: str | ById, entry: Mapping[str, Any]) -> Any:
        parts = getattr(loading.site, table)
        if isinstance(name, ById):
            return _by_id(parts.by_id, kind, name)
        return the_part(parts, kind, _project_key(loading, entry), name)

    return look_up


def _level(loading: Loading, name: str | ById, entry: Mapping[str, Any]) -> SecurityLevel:
    if isinstance(name, ById):
        level: SecurityLevel = _by_id({**loading.former_levels, **loading.site.people.levels}, "security level", name)
        return level
    return the_security_level(loading.site, the_project(loading.site, _project_key(loading, entry)).key, name)


def _sharer(loading: Loading, name: str | dict[str, Any], entry: Mapping[str, Any]) -> Any:
    """Return with whom a filter is shared, the id of a project where that is gone."""
    site = loading.site
    if isinstance(name, str):
        return _holder(loading, name, {})
    if "former_project" in name:
        return ById(id=name["former_project"])
    if "former_group" in name:
        return Group(id=name["id"], name=name["former_group"])
    if "user" in name:
        return _user(loading, name["user"], entry)
    if "role" in name:
        return _holder(loading, {"role": name["role"]}, {"project": name["project"]} if "project" in name else {})
    return the_project(site, name["project"]) if "project" in name else the_group(site, name["group"])


_EVERYONE = {one.name: one for one in Everyone}


def _holder(loading: Loading, name: str | dict[str, str], entry: Mapping[str, Any]) -> Holder:
    site = loading.site
    of_a_project = entry.keys() & {"project", "issue", "key"} and not entry.get("removed")
    project = _project_key(loading, entry) if of_a_project else None
    if isinstance(name, str):
        return _EVERYONE.get(name) or the_holder(site, name, project)
    if "user" in name:
        return the_user(site, name["user"])
    if "group" in name:
        return the_group(site, name["group"])
    roles = {role.name: role for role in site.people.roles.values() if project in (None, role.project)}
    if name["role"] not in roles:
        raise UsageError(f"there is no role {name['role']!r} on the site: {nearest(name['role'], roles)}")
    return roles[name["role"]]


def _grant(loading: Loading, said: Mapping[str, Any], entry: Mapping[str, Any]) -> Grant:
    holders = {name: frozenset(_holder(loading, one, entry) for one in several) for name, several in said.items()}
    return Grant(allowed=holders.get("allow", frozenset()), denied=holders.get("deny", frozenset()))


def _grants(loading: Loading, said: Mapping[str, Mapping[str, Any]], _: object) -> dict[str, Grant]:
    """Return what a scheme grants; it has roles by their names, in whatever project it is."""
    return {
        permission: Grant(
            allowed=frozenset(_holder_in_schemes(loading.site, one) for one in of_it.get("allow", ())),
            denied=frozenset(_holder_in_schemes(loading.site, one) for one in of_it.get("deny", ())),
        )
        for permission, of_it in said.items()
    }


def _holder_in_schemes(site: Site, name: str | Mapping[str, str]) -> Holder | Role:
    if isinstance(name, str) and name in _EVERYONE:
        return _EVERYONE[name]
    people = site.people
    kinds: dict[str, Mapping[str, Holder | Role]] = {
        "user": people.users,
        "group": people.groups,
        "role": {role: Role(id=number, name=role) for number, role in people.role_names.items()},
    }
    asked = dict.fromkeys(kinds, name) if isinstance(name, str) else name
    found = {kind: kinds[kind][one] for kind, one in asked.items() if one in kinds[kind]}
    one = next(iter(asked.values()))
    if not found:
        known = {there for kind in asked for there in kinds[kind]}
        raise UsageError(f"there is no {told_kinds(asked)} {one!r} on the site: {nearest(one, known)}")
    if len(found) > 1:
        ways = " or ".join(f"{{{kind}: {one}}}" for kind in found)
        raise UsageError(f"{one!r} is the name of several: write {ways}")
    return next(iter(found.values()))


def told_kinds(kinds: Iterable[str]) -> str:
    """Return kinds of holders as a sentence names them: `user, group or role`."""
    return " or ".join(", ".join(kinds).rsplit(", ", 1))


def _ever(loading: Loading, name: str, _: object) -> Issue:
    """Return the issue of a key or an id, also one that is gone."""
    return loading.site.issues.removed.get(name) or the_issue(loading.site, name)


def _comment(loading: Loading, comment_id: str, _: object) -> Any:
    return _by_id(loading.site.comments, "comment", ById(id=comment_id))


def _worklog(loading: Loading, worklog_id: str, _: object) -> Any:
    return _by_id(loading.site.worklogs, "worklog", ById(id=worklog_id))


_LOOK_UPS: dict[str, LookUp] = {
    "any issue type": _one_in("issue_types", "issue type"),
    "board": _only_one_in("boards", "board"),
    "comment": _comment,
    "component": _part("components", "component"),
    "filter": _only_one_in("filters", "filter"),
    "grant": _grant,
    "grants": _grants,
    "group": lambda loading, name, _: the_group(loading.site, name),
    "holder": _holder,
    "issue": lambda loading, name, _: the_issue(loading.site, name),
    "issue ever": _ever,
    "issue type": _issue_type,
    "link type": lambda loading, name, _: (
        _by_id(loading.site.link_types, "link type", name)
        if isinstance(name, ById)
        else the_link_type_named(loading.site.link_types.values(), name)
    ),
    "priority": _one_in("priorities", "priority"),
    "project": lambda loading, name, _: the_project(loading.site, name),
    "resolution": _one_in("resolutions", "resolution"),
    "security level": _level,
    "sharer": _sharer,
    "sprint": _only_one_in("sprints", "sprint"),
    "status": _one_in("statuses", "status"),
    "user": _user,
    "version": _part("versions", "version"),
    "worklog": _worklog,
}
