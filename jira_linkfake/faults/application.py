"""The site's WSGI application with what is made to go wrong on the way to it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from threading import Event
from typing import TYPE_CHECKING, TypeGuard

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

    from jira_linkfake.faults.desk import Trouble
    from jira_linkfake.faults.outcome import Outcome
    from jira_linkfake.rest.context import Context


class TroubledApplication:
    """A WSGI application that a door may also ask for the `outcome` of a request, and render that itself.

    `active` is empty while nothing can go wrong; then there is no need to ask.
    """

    __slots__ = ("_application", "_context", "active", "trouble")

    def __init__(self, application: WSGIApplication, context: Context, trouble: Trouble) -> None:
        self._application = application
        self._context = context
        self.trouble = trouble
        self.active = trouble.active

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer as plain WSGI can: a delay is waited out, and a connection is not broken."""
        if not self.active:
            return self._application(environ, start_response)
        outcome = self.outcome(environ, can_break=False)
        Event().wait(outcome.hold)  # really, whoever has patched time.sleep
        self.wait(outcome.hold)
        start_response(*outcome.head)
        return [outcome.sent]

    def outcome(self, environ: WSGIEnvironment, *, can_break: bool = True) -> Outcome:
        """Return what comes of a request.

        `can_break` says that the door can break a connection. Raises `UsageError`, before anything has happened, for
        a fault that the door cannot render.
        """
        from jira_linkfake.faults.meeting import Meeting  # once something goes wrong

        return self.trouble.outcome_of(Meeting(self._application, self._context, environ, can_break=can_break))

    def wait(self, seconds: float) -> None:
        """Let time go by on the site's clock alone."""
        with self._context.site.lock:
            self._context.site.clock.advance(timedelta(seconds=seconds))


def is_troubled(application: WSGIApplication) -> TypeGuard[TroubledApplication]:
    """Say whether something can go wrong on the way to an application, so that a door has to ask."""
    return bool(getattr(application, "active", None))
