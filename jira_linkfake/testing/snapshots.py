"""What a site was at a moment: to compare it with what it is now, and to put it back."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from enum import Enum
from typing import TYPE_CHECKING, Any

from jira_linkfake.errors import UsageError, of_the_test, paragraph
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.properties.model import Owner
from jira_linkfake.jira.site import Site
from jira_linkfake.testing.assertions import listed
from jira_linkfake.testing.outcomes import Outcomes, told_comment

if TYPE_CHECKING:
    from jira_linkfake.jira.issues.model import Issue
    from jira_linkfake.jira.people.model import UsersOfIssues

__tracebackhide__ = of_the_test

_NOT_THE_SITES = frozenset({"lock", "options"})


class Snapshot:
    """What a site was at a moment; `difference` and `restore` of its `FakeJira` take it."""

    __slots__ = ("_of", "_then")

    def __init__(self, site: Site) -> None:
        self._of = site
        self._then = _copied(_parts_of(site))

    def __repr__(self) -> str:
        return f"<Snapshot: {len(self._then['issues'])} issues, {len(self._then['links'])} links>"

    def require_of(self, site: Site) -> None:
        """Raise `UsageError` where it is another site's."""
        if self._of is not site:
            raise UsageError("the snapshot is of another site: take it from this FakeJira")

    def site_then(self) -> Site:
        """Return a site that has what was there then."""
        then = Site.__new__(Site)
        vars(then).update(_copied(self._then), lock=self._of.lock, options=self._of.options)
        return then

    def put_back(self) -> None:
        """Make the site what it was."""
        vars(self._of).update(_copied(self._then))


def _parts_of(site: Site) -> dict[str, Any]:
    return {name: part for name, part in vars(site).items() if name not in _NOT_THE_SITES}


def _copied(thing: Any) -> Any:
    """Return a copy of tables and of what they hold; values, which never change, are in both."""
    return _copy(thing, {})


def _copy(thing: Any, copies: dict[int, Any]) -> Any:
    if id(thing) in copies:
        return copies[id(thing)]
    kind = type(thing)
    if kind is list:
        items: list[Any] = []
        copies[id(thing)] = items
        items.extend(_copy(one, copies) for one in thing)
        return items
    if not isinstance(thing, dict) and not _is_table(kind):
        return thing
    new: Any = object.__new__(kind) if not isinstance(thing, dict) else dict.__new__(kind)
    copies[id(thing)] = new
    if isinstance(thing, dict):
        new.update((key, _copy(value, copies)) for key, value in thing.items())
    for name in _attributes_of(thing):
        object.__setattr__(new, name, _copy(getattr(thing, name), copies))
    return new


def _is_table(kind: type) -> bool:
    """Say whether things of a kind of ours are changed in place, unlike values."""
    frozen = getattr(getattr(kind, "__dataclass_params__", None), "frozen", False)
    return kind.__module__.startswith("jira_linkfake.") and not frozen and not issubclass(kind, (Plain, Enum))


def _attributes_of(thing: object) -> list[str]:
    slots = [name for kind in type(thing).__mro__ for name in getattr(kind, "__slots__", ())]
    return [name for name in [*slots, *getattr(thing, "__dict__", ())] if hasattr(thing, name)]


class Snapshots(Outcomes):
    """The members of a `FakeJira` that compare its site with what it was."""

    def snapshot(self) -> Snapshot:
        """Return what the site is now, for `difference` and `restore`; requests and webhooks are no part of it."""
        with self.site.lock:
            return Snapshot(self.site)

    def difference(self, before: Snapshot) -> list[str]:
        """Return what differs from a snapshot, as sentences: `["made PROJ-3", ...]`.

        Times, ids that were given out and history do not count. Raises `UsageError` for a snapshot of another site.
        """
        with self.site.lock:
            before.require_of(self.site)
            return list(_differences(before.site_then(), self.site))

    def restore(self, before: Snapshot) -> None:
        """Put the site back to a snapshot: `restore(before)`. Exchanges and webhooks stay.

        Raises `UsageError` for a snapshot of another site.
        """
        for webhook in self.webhooks:
            webhook.body  # noqa: B018 - it tells of what is about to go
        with self.site.lock:
            before.require_of(self.site)
            before.put_back()

    @contextmanager
    def assert_unchanged(self) -> Iterator[None]:
        """Assert that the site is the same after the block as before: `with jira_linkfake.assert_unchanged():`.

        Raises `AssertionError` with what differs, and the requests that changed it.
        """
        before, asked = self.snapshot(), len(self.exchanges)
        yield
        differences = self.difference(before)
        if differences:
            since = self.exchanges[asked:]
            lines = ["The site has changed:", *listed(differences)]
            lines += ["Requests since:", *listed([str(one) for one in since])]
            raise AssertionError(paragraph(lines))


def _differences(then: Site, now: Site) -> Iterator[str]:
    from jira_linkfake.jira.fields.registry import changes_between  # with all fields, once something is compared
    from jira_linkfake.jira.history.telling import told_change

    yield from _more_or_less("the project {}", _by(then.projects, str), _by(now.projects, str))
    yield from _more_or_less("{}", _keys(then), _keys(now))
    for issue_id, issue in now.issues.items():
        before = then.issues.get(issue_id)
        if before is not None:
            changes = [told_change(change) for change in changes_between(now, before, issue)]
            changes += ["archived" if issue.archived else "not archived"] if before.archived != issue.archived else []
            yield from [f"{issue.key}: {', '.join(changes)}"] if changes else []
    yield from _more_or_less("the link {}", _links(then), _links(now))
    yield from _more_or_less("the comment {}", _comments(then), _comments(now))
    yield from _more_or_less("the remote link {}", _remote_links(then), _remote_links(now))
    yield from _more_or_less("the property {}", _properties(then), _properties(now))
    yield from _more_or_less("the worklog {}", _worklogs(then), _worklogs(now))
    there = then.issues.keys() & now.issues.keys()
    for what, users in _COME_TO.items():
        yield from _more_or_less(f"the {what} {{}}", *(_come_to(site, users(site), there) for site in (then, now)))
    for what, table in _NAMED.items():
        yield from _more_or_less(f"the {what} {{}}", _by(table(then), str), _by(table(now), str))
    if _permissions(then) != _permissions(now):
        yield "who holds which permission has changed"


_COME_TO: Mapping[str, Callable[[Site], UsersOfIssues]] = {
    "watcher": lambda site: site.watchers,
    "voter": lambda site: site.voters,
}

_NAMED: Mapping[str, Callable[[Site], Iterable[Any]]] = {
    "link type": lambda site: [f"{one.name} ({one.outward}, {one.inward})" for one in site.link_types.values()],
    "user": lambda site: site.people.users.values(),
    "group": lambda site: [_told_group(site, group.name) for group in site.people.groups.values()],
    "mail": lambda site: [f"about {_key(site, one.issue_id)}: {one}" for one in site.notifications],
    "status": lambda site: [one.name for one in site.statuses.values()],
    "issue type": lambda site: [one.name for one in site.issue_types.values()],
    "priority": lambda site: [one.name for one in site.priorities.values()],
    "field": lambda site: [one.name for one in site.fields.values()],
}


def _told_group(site: Site, name: str) -> str:
    members = ", ".join(user.name for user in site.people.members_of(site.people.groups[name]))
    return f"{name} ({members or 'nobody'})"


def _permissions(site: Site) -> Any:
    everywhere = site.grants.scheme_of(None).grants
    in_projects = {key: site.grants.scheme_of(key).grants for key in site.projects}
    return everywhere, {key: grants for key, grants in in_projects.items() if grants != everywhere}


def _by(things: Iterable[Any], told: Callable[[Any], str]) -> dict[Hashable, str]:
    return {told(one): told(one) for one in things}


def _keys(site: Site) -> dict[Hashable, str]:
    return {issue.id: issue.key for issue in site.issues.values()}


def _links(site: Site) -> dict[Hashable, str]:
    return {link.id: str(link) for link in site.links.all()}


def _comments(site: Site) -> dict[Hashable, str]:
    return {
        (one.id, one.body, one.visibility): f"on {_key(site, one.issue_id)} by {told_comment(one)}"
        for one in site.comments.values()
    }


def _remote_links(site: Site) -> dict[Hashable, str]:
    return {(issue.id, link): f"of {issue.key} to {link.url}" for issue, link in _remote(site)}


def _properties(site: Site) -> dict[Hashable, str]:
    return {
        (owner, key, json.dumps(value)): f"{key} of {_told_owner(site, owner)}: {json.dumps(value)}"
        for owner, properties in site.properties.all().items()
        for key, value in properties.items()
    }


def _told_owner(site: Site, owner: Owner) -> str:
    return _key(site, owner.id) if owner.kind == "issue" else f"the {owner.kind} {owner.id}"


def _worklogs(site: Site) -> dict[Hashable, str]:
    return {
        (one.id, one.seconds, one.comment, one.visibility): f"of {one.time_spent} on {_key(site, one.issue_id)}"
        f" by {one.author or 'nobody'}"
        for one in site.worklogs.values()
    }


def _come_to(site: Site, users: UsersOfIssues, issue_ids: Iterable[str]) -> dict[Hashable, str]:
    return {
        (issue_id, user): f"{user} of {_key(site, issue_id)}" for issue_id in issue_ids for user in users.of(issue_id)
    }


def _remote(site: Site) -> Iterator[tuple[Issue, Any]]:
    for issue in site.issues.values():
        for link in site.remote_links.of_issue(issue.id):
            yield issue, link


def _key(site: Site, issue_id: str) -> str:
    return site.issues.ever(issue_id).key


def _more_or_less(what: str, then: Mapping[Hashable, str], now: Mapping[Hashable, str]) -> Iterator[str]:
    yield from (f"made {what.format(now[one])}" for one in now if one not in then)
    yield from (f"removed {what.format(then[one])}" for one in then if one not in now)
