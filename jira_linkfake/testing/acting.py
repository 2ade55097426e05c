"""As whom the verbs of a test act, and whether webhooks tell of what they do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from jira_linkfake.errors import of_the_test
from jira_linkfake.jira.people.model import DEFAULT_USER, User
from jira_linkfake.jira.site import Site
from jira_linkfake.testing.naming import the_user
from jira_linkfake.testing.verbs import Verbs

if TYPE_CHECKING:
    from jira_linkfake.rest.call import Context

__tracebackhide__ = of_the_test


class Acting(Verbs):
    """What the verbs of a `FakeJira` that change its site have in common."""

    site: Site
    _context: Context
    _actor: User | None = None

    @contextmanager
    def acting_as(self, user: User | str) -> Iterator[User]:
        """Let the verbs inside act as a user, as people do in the browser: `with jira_linkfake.acting_as(alice):`.

        Inside, webhooks are sent and the history names the user. Outside, no webhook is sent and the history names the
        admin. No permission counts. Raises `UsageError` for an unknown user.
        """
        before = self._actor
        with self.site.lock:
            self._actor = the_user(self.site, user)
        try:
            yield self._actor
        finally:
            self._actor = before

    @contextmanager
    def _at_work(self) -> Iterator[User]:
        """Hold the site's lock for a change, by whom it yields, and then send webhooks if somebody acts."""
        site = self.site
        with site.lock:
            before = len(site.events)
            yield self._actor or DEFAULT_USER
            if self._actor is None:
                del site.events[before:]  # as if it had been so before
                return
            if len(site.events) > before:
                self._context.tell(site.events[before:], site.options.base_url)
        if self._context.webhooks.waiting:
            self._context.webhooks.deliver()  # with the lock free: a receiver may call back
