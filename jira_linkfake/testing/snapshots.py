"""What a site was at a moment: to compare it with what it is now, and to put it back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from typing import Any

from jira_linkfake.errors import UsageError, of_the_test, paragraph
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.site import Site
from jira_linkfake.testing.assertions import listed
from jira_linkfake.testing.outcomes import Outcomes

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

        Times of issues, ids that were given out, views and history do not count. Raises `UsageError` for a snapshot of
        another site.
        """
        from jira_linkfake.testing.differences import differences_between  # once something is compared

        with self.site.lock:
            self._require_own(before)
            return list(differences_between(before.site_then(), self.site))

    def restore(self, before: Snapshot) -> None:
        """Put the site back to a snapshot: `restore(before)`. Exchanges and webhooks stay.

        Raises `UsageError` for a snapshot of another site.
        """
        self._require_own(before)
        for webhook in self.webhooks:
            webhook.body  # noqa: B018 - it tells of what is about to go
        with self.site.lock:
            before.put_back()

    def _require_own(self, snapshot: Snapshot) -> None:
        if not isinstance(snapshot, Snapshot):
            raise UsageError(f"{snapshot!r} is no snapshot: it takes what snapshot() returned before")
        if snapshot._of is not self.site:
            raise UsageError("the snapshot is of another site: take it from this FakeJira")

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
