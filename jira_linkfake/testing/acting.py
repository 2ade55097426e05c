"""As whom the verbs of a test act, and whether webhooks tell of what they do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from jira_linkfake.errors import of_the_test
from jira_linkfake.jira.people.model import DEFAULT_USER, User
from jira_linkfake.jira.site import Site
from jira_linkfake.testing.naming import the_user
from jira_linkfake.testing.verbs import Verbs

if TYPE_CHECKING:
    from jira_linkfake.rest.call import Context

__tracebackhide__ = of_the_test


class _Entered:
    """One `acting_as` that somebody is inside of, and what the same thread or task was inside of before."""

    def __init__(self, user: User, before: _Entered | None) -> None:
        self.user, self.before = user, before


_inside: ContextVar[_Entered | None] = ContextVar("jira_linkfake_inside", default=None)


class Acting(Verbs):
    """What the verbs of a `FakeJira` that change its site have in common."""

    site: Site
    _context: Context
    _entered_as: tuple[_Entered, ...] = ()

    @property
    def _actor(self) -> User | None:
        """The user as whom the thread or task acts; what was started inside of an `acting_as` acts as that user."""
        entered = self._entered_as
        own = _inside.get()
        while own is not None and own not in entered:
            own = own.before
        last = own or (entered[-1] if entered else None)
        return None if last is None else last.user

    @contextmanager
    def acting_as(self, user: User | str) -> Iterator[User]:
        """Let the verbs inside act as a user, as people do in the browser: `with jira_linkfake.acting_as(alice):`.

        Inside, webhooks are sent and the history names the user. Outside, no webhook is sent and the history names the
        admin. Threads and tasks act each as their own user. No permission counts. Raises `UsageError` for an unknown
        user.
        """
        before = _inside.get()
        with self.site.lock:
            entered = _Entered(the_user(self.site, user), before)
            self._entered_as = (*self._entered_as, entered)
        _inside.set(entered)
        try:
            yield entered.user
        finally:
            _inside.set(before)
            with self.site.lock:
                self._entered_as = tuple(one for one in self._entered_as if one is not entered)

    @contextmanager
    def _at_work(self) -> Iterator[User]:
        """Hold the site's lock for a change, by whom it yields, and then send webhooks if somebody acts."""
        site = self.site
        with site.lock:
            before = len(site.events)
            actor = self._actor
            yield actor or DEFAULT_USER
            if actor is None:
                del site.events[before:]  # as if it had been so before
                return
            if len(site.events) > before:
                self._context.tell(site.events[before:], site.options.base_url)
        if self._context.webhooks.waiting:
            self._context.webhooks.deliver()  # with the lock free: a receiver may call back
