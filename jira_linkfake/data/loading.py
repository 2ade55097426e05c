"""Filling a site from data: everything of it, or nothing where anything is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from jira_linkfake.data.format import ById, Data, checked
from jira_linkfake.data.reading import Source, content_of
from jira_linkfake.errors import UsageError, nearest, of_the_test
from jira_linkfake.jira.link_types.model import LinkType
from jira_linkfake.jira.people.model import Everyone, Group, Holder, SecurityLevel, User
from jira_linkfake.jira.permissions.model import Grant
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.site import Site
from jira_linkfake.testing.naming import (
    project_of,
    the_group,
    the_holder,
    the_issue,
    the_link_type_named,
    the_one_named,
    the_project,
    the_security_level,
    the_type_in,
    the_user,
)
from jira_linkfake.testing.seeding import Permitting, Seeding
from jira_linkfake.testing.snapshots import Snapshot

__tracebackhide__ = of_the_test


class Loaded(Plain):
    """What came from data: the keys of its issues, its links as sentences, and what the data could not tell."""

    issues: list[str]
    links: list[str]
    unknown: list[str]


def load_into(site: Site, *sources: Source) -> Loaded:
    """Fill a site from sources, each of which may name what others have.

    Raises `UsageError` that says what is wrong and where; the site is then what it was.
    """
    several = [checked(content_of(source)) for source in sources]
    with site.lock:
        before, told = Snapshot(site), len(site.events)
        try:
            loading = Loading(site)
            for name, put in _STEPS:
                for data in several:
                    _put_each(loading, name, data.get(name, ()), put)
        except BaseException:
            before.put_back()
            raise
        del site.events[told:]  # as if it had been so before
    return Loaded(issues=loading.issues, links=loading.sentences, unknown=[])


class Loading(Seeding, Permitting):
    """A site that is being filled, with the verbs of a test, which act as the admin."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.issues: list[str] = []
        self.sentences: list[str] = []


def _put_each(loading: Loading, name: str, entries: Sequence[Mapping[str, Any]], put: _Put) -> None:
    for place, entry in enumerate(entries):
        said = Said(loading.site, name, entry)
        try:
            put(loading, said)
        except UsageError as error:
            raise UsageError(f"{name}[{place}]{said.wrong}: {error}") from error


class Said:
    """What data says of one thing: its attributes, with the things that they name in place of the names.

    `wrong` is the path of the attribute that names what is not there.
    """

    __slots__ = ("_entry", "_name", "_site", "wrong")

    def __init__(self, site: Site, name: str, entry: Mapping[str, Any]) -> None:
        self._site, self._name, self._entry = site, name, entry
        self.wrong = ""

    def __contains__(self, attribute: str) -> bool:
        return attribute in self._entry

    def get(self, attribute: str, default: Any = None) -> Any:
        """Return an attribute; raises `UsageError` where it names what the site does not have."""
        value = self._entry.get(attribute, default)
        look_up = _look_ups(self._name).get(attribute)
        if value is None or look_up is None:
            return value
        if not isinstance(value, list):
            return self._found(attribute, look_up, value)
        return [self._found(f"{attribute}[{place}]", look_up, one) for place, one in enumerate(value)]

    def of(self, *attributes: str) -> dict[str, Any]:
        """Return those of some attributes that are said."""
        return {attribute: self.get(attribute) for attribute in attributes if attribute in self._entry}

    def _found(self, path: str, look_up: _LookUp, value: Any) -> Any:
        self.wrong = f".{path}"
        found = look_up(self._site, value, self._entry)
        self.wrong = ""
        return found


_Put = Callable[[Loading, Said], object]
_LookUp = Callable[[Site, Any, Mapping[str, Any]], Any]


def _project_key(site: Site, entry: Mapping[str, Any]) -> str:
    """Return the key of the project that a thing is in."""
    if "project" in entry:
        return the_project(site, entry["project"]).key
    if "issue" in entry:
        return the_issue(site, entry["issue"]).project
    return project_of(entry["key"])


def _by_id(things: Mapping[str, Any], kind: str, name: ById) -> Any:
    if name.id not in things:
        raise UsageError(f"there is no {kind} of the id {name.id!r} on the site: {nearest(name.id, things)}")
    return things[name.id]


def _one_in(table: str, kind: str) -> _LookUp:
    """Return the look-up of a kind of thing in one of the site's tables."""

    def look_up(site: Site, name: Any, _: Mapping[str, Any]) -> Any:
        things = getattr(site, table)
        return _by_id(things, kind, name) if isinstance(name, ById) else the_one_named(things.values(), kind, name)

    return look_up


def _user(site: Site, name: str | ById, _: object) -> User:
    if isinstance(name, ById):
        user: User = _by_id(site.people.by_account_id, "user", name)
        return user
    return the_user(site, name)


def _issue_type(site: Site, name: str | ById, entry: Mapping[str, Any]) -> Any:
    if isinstance(name, ById):
        return _by_id(site.issue_types, "issue type", name)
    if "types" in entry:
        return the_one_named(site.shared_types(), "issue type", name)
    return the_type_in(site, _project_key(site, entry), name)


def _level(site: Site, name: str, entry: Mapping[str, Any]) -> SecurityLevel:
    return the_security_level(site, the_project(site, _project_key(site, entry)), name)


_EVERYONE = {one.name: one for one in Everyone}


def _holder(site: Site, name: str | dict[str, str], entry: Mapping[str, Any]) -> Holder:
    in_project = entry.keys() & {"project", "issue", "key"}
    project = _project_key(site, entry) if in_project else None
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


_LOOK_UPS: dict[str, _LookUp] = {
    "group": lambda site, name, _: the_group(site, name),
    "holder": _holder,
    "issue": lambda site, name, _: the_issue(site, name),
    "issue type": _issue_type,
    "link type": lambda site, name, _: the_link_type_named(site.link_types.values(), name),
    "priority": _one_in("priorities", "priority"),
    "project": lambda site, name, _: the_project(site, name),
    "security level": _level,
    "status": _one_in("statuses", "status"),
    "user": _user,
}


def _look_ups(name: str) -> Mapping[str, _LookUp]:
    """Return how to look up what the attributes of a kind of thing name."""
    if name not in _LOOK_UPS_OF:
        kinds = Data.kinds_of(name)
        named = {attribute: kind.names for attribute, kind in kinds.items()}
        _LOOK_UPS_OF[name] = {attribute: _LOOK_UPS[kind] for attribute, kind in named.items() if kind}
    return _LOOK_UPS_OF[name]


_LOOK_UPS_OF: dict[str, Mapping[str, _LookUp]] = {}


@contextmanager
def _next(site: Site, kind: str, number: str | int | None) -> Iterator[None]:
    """Let the next thing of a kind have an id; those that come afterwards have higher ones than all before."""
    if number is not None:
        last = site.next_number(kind)
        site.give_next(kind, int(number))
    yield
    if number is not None:
        site.give_next(kind, max(last, site.next_number(kind)))


def _require_free(things: Mapping[Any, Any], kind: str, thing_id: Any) -> None:
    if thing_id is not None and thing_id in things:
        raise UsageError(f"the {kind} of the id {thing_id} is there already: {things[thing_id]}")


def _put_group(loading: Loading, said: Said) -> None:
    _require_free(loading.site.people.groups_by_id, "group", said.get("id"))
    group = loading.add_group(said.get("name"))
    if "id" in said:
        people = loading.site.people
        del people.groups[group.name], people.groups_by_id[group.id]
        people.add_group(Group(id=said.get("id"), name=group.name), ())


def _put_members(loading: Loading, said: Said) -> None:
    for user in said.get("members", []):
        loading.site.people.join_group(the_group(loading.site, said.get("name")), user)


def _put_user(loading: Loading, said: Said) -> None:
    people = loading.site.people
    there = people.users.get(said.get("name"))
    if there is not None and said.get("account_id") == there.account_id:
        for group in said.get("groups", []):
            people.join_group(group, there)
        return
    _require_free(people.by_account_id, "user", said.get("account_id"))
    user = loading.add_user(said.get("name"), **said.of("token", "email", "groups", "scopes", "email_hidden"))
    if "account_id" in said or "has_token" in said:
        people.remove_user(user)
        token = user.token or (f"token-of-{user.name}" if said.get("has_token") else None)
        user = replace(user, account_id=said.get("account_id") or user.account_id, token=token)
        people.add_user(user)
        for group in said.get("groups", []):
            people.join_group(group, user)


def _put_project(loading: Loading, said: Said) -> None:
    _require_free(loading.site.projects.keys_by_id, "project", said.get("id"))
    with _next(loading.site, "project", said.get("id")):
        loading.add_project(said.get("key"), **said.of("name", "lead", "types", "team_managed", "category"))


def _put_role(loading: Loading, said: Said) -> None:
    with _next(loading.site, "role", said.get("id")):
        loading.add_role(said.get("name"), **said.of("project", "members"))


def _put_level(loading: Loading, said: Said) -> None:
    _require_free(loading.site.people.levels, "security level", said.get("id"))
    with _next(loading.site, "security level", said.get("id")):
        loading.add_security_level(said.get("name"), **said.of("project", "members"))


def _put_permission(loading: Loading, said: Said) -> None:
    project = said.get("project")
    if "allow" in said:
        grant = Grant(allowed=frozenset(said.get("allow")), denied=frozenset(said.get("deny", [])))
        loading._scope(said.get("permission"), (), project)
        loading.site.grants.set(said.get("permission"), project and project.key, grant)
    else:
        loading.deny(said.get("permission"), *said.get("deny", []), project=project)


def _put_link_type(loading: Loading, said: Said) -> None:
    types = loading.site.link_types
    there = types.get(said.get("id"))
    if there is None:
        with _next(loading.site, "link type", said.get("id")):
            loading.add_link_type(said.get("name"), **said.of("inward", "outward"))
    else:
        types[there.id] = LinkType(id=there.id, name=said.get("name"), **said.of("inward", "outward"))


def _put_issue(loading: Loading, said: Said) -> None:
    site = loading.site
    _require_free(site.issues, "issue", said.get("id"))
    with _next(site, "issue", said.get("id")):
        issue = loading.add_issue(
            said.get("key"),
            **said.of(*_OF_AN_ISSUE),
        )
    if "creator" in said:
        site.issues[issue.id] = replace(issue, creator=said.get("creator"))
    loading.issues.append(issue.key)


_OF_AN_ISSUE = (
    *("summary", "description", "type", "status", "priority", "labels", "assignee", "reporter", "security_level"),
    *("visible_to", "watchers", "voters", "archived", "created", "updated", "fields"),
)


def _put_parent(loading: Loading, said: Said) -> None:
    parent = said.get("parent")
    if parent is not None:
        site = loading.site
        issue = the_issue(site, said.get("key"))
        child = replace(issue, parent_id=parent.id)
        site.issues.index.put(child, issue)
        site.issues[issue.id] = child


def _put_link(loading: Loading, said: Said) -> None:
    site, words = loading.site, said.get("link").split()
    _require_free(site.links.rows, "link", said.get("id"))
    if len(words) < 3:
        raise UsageError(f"{said.get('link')!r} is no link: it takes a sentence such as 'PROJ-1 blocks PROJ-2'")
    with _next(site, "link", said.get("id")):
        link = loading.add_link(words[0], " ".join(words[1:-1]), words[-1])
    loading.sentences.append(str(link))


def _put_comment(loading: Loading, said: Said) -> None:
    site = loading.site
    _require_free(site.comments, "comment", said.get("id"))
    with _next(site, "comment", said.get("id")):
        comment = loading.add_comment(said.get("issue"), said.get("body"), **said.of("author", "visible_to"))
    times = said.of("created", "updated", "update_author", "author")
    if "created" in said:
        times = {"updated": said.get("created"), **times}
    if times:
        site.comments.put(replace(comment, **times))


def _put_remote_link(loading: Loading, said: Said) -> None:
    if "id" in said and loading.site.remote_links.get(int(said.get("id"))) is not None:
        raise UsageError(f"the remote link of the id {said.get('id')} is there already")
    with _next(loading.site, "remote link", said.get("id")):
        loading.add_remote_link(
            said.get("issue"),
            said.get("url"),
            **said.of("title", "summary", "relationship", "global_id", "application", "icon", "status"),
        )


_STEPS: tuple[tuple[str, _Put], ...] = (
    ("link_types", _put_link_type),
    ("groups", _put_group),
    ("users", _put_user),
    ("groups", _put_members),
    ("projects", _put_project),
    ("roles", _put_role),
    ("security_levels", _put_level),
    ("permissions", _put_permission),
    ("issues", _put_issue),
    ("issues", _put_parent),
    ("links", _put_link),
    ("comments", _put_comment),
    ("remote_links", _put_remote_link),
)
