"""The faults of one site, how often each has met a request, and the application that has them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from jira_linkfake.errors import UsageError
from jira_linkfake.faults.fault import Outcome, run
from jira_linkfake.forks import renew_in_forks
from jira_linkfake.rest.gateway import find_site

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

    from jira_linkfake.faults.fault import Aim, Fault
    from jira_linkfake.faults.meeting import Meeting
    from jira_linkfake.rest.call import Context

_NO_CONNECTION = (
    "{} cannot be rendered through plain WSGI, which has no connection to break: reach the site in process"
    " (the fixture, intercept()) or over a port (jira_linkfake_server, serve())"
)


_PORT_STAYS_OPEN = (
    "connection_refused would close the port, and with it the control API and the page: connection_reset and timeout do"
    " not, and for a client that nobody answers any port will do at which nothing listens"
)


@dataclass(kw_only=True, slots=True, eq=False)
class Armed:
    """A fault that was added, and how many requests it has met."""

    fault: Fault
    met: int = 0

    @property
    def is_used_up(self) -> bool:
        """Whether it meets no request any more."""
        times = self.fault.aim.times
        return times is not None and self.met >= times

    @property
    def is_missed(self) -> bool:
        """Whether it has met no request, though it would have been seen to."""
        return not self.met and not self.fault.refuses_connections and self.fault.name != "flaky"

    def __str__(self) -> str:
        if not self.met:
            unseen = " (those that a port refuses are not seen)" if self.fault.refuses_connections else ""
            return f"{self.fault} met no request{unseen}"
        used_up = ", and is used up" if self.is_used_up else ""
        return f"{self.fault} met {self.met} request{'s' if self.met > 1 else ''}{used_up}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Awaited:
    """A function that is called before the first request that it waits for."""

    aim: Aim
    function: Callable[[], object]

    def __str__(self) -> str:
        return (
            f"on_request({self.aim.method!r}, {self.aim.path!r}, {getattr(self.function, '__name__', self.function)})"
        )


class Trouble:
    """The faults of a site, in the order in which they were added.

    A request meets each one that concerns it, the first one first, but only one of those that are for a number of
    requests: these come one after the other. Where a fault answers or breaks the connection, those behind it are not
    met. `active` has those that are not used up, and is empty where nothing can go wrong. With `keeps_port` the site is
    behind a port at which others are to be reached, too.
    """

    keeps_port = False

    def __init__(self) -> None:
        self.active: list[Armed] = []
        self.all: list[Armed] = []
        self.awaited: list[Awaited] = []
        self.watchers: list[Callable[[], None]] = []
        self._lock = threading.Lock()
        renew_in_forks(self, "_lock", threading.Lock)

    def add(self, fault: Fault) -> None:
        """Let a fault meet the requests that come from now on, behind those that are there.

        Raises `UsageError` for one that would close a port which is kept.
        """
        if self.keeps_port and fault.refuses_connections:
            raise UsageError(_PORT_STAYS_OPEN)
        with self._lock:
            armed = Armed(fault=fault)
            self.active.append(armed)
            self.all.append(armed)
        self._changed()

    def keep_port(self) -> None:
        """Close no port from now on; raises `UsageError` where one is to be closed already."""
        if any(one.fault.refuses_connections for one in self.active):
            raise UsageError(_PORT_STAYS_OPEN)
        self.keeps_port = True

    def start_with(self, faults: Iterable[Fault]) -> None:
        """Have these faults and no other, each as if it had met no request."""
        with self._lock:
            self.all[:] = [Armed(fault=one.anew()) for one in faults]
            self.active[:] = self.all
        self._changed()

    def kept(self) -> tuple[list[Armed], list[Armed]]:
        """Return what there is, for `put_back`."""
        with self._lock:
            return list(self.active), list(self.all)

    def put_back(self, kept: tuple[list[Armed], list[Armed]]) -> None:
        """Have what there was."""
        with self._lock:
            self.active[:], self.all[:] = kept
        self._changed()

    def clear(self) -> None:
        """Take every fault away."""
        with self._lock:
            self.active.clear()
        self._changed()

    def before(self, environ: WSGIEnvironment) -> None:
        """Call what waits for a request, once, with the site free: it may change the site or send requests itself."""
        with self._lock:
            due = [one for one in self.awaited if one.aim.takes(environ["REQUEST_METHOD"], environ["PATH_INFO"])]
            self.awaited = [one for one in self.awaited if one not in due]
        for one in due:
            one.function()

    @property
    def refuses_connections(self) -> bool:
        """Whether every connection is refused, which a port does by being closed."""
        first = next(iter(self.active), None)
        return first is not None and first.fault.refuses_connections and first.fault.aim.is_everything

    def refuses(self, method: str, path: str) -> bool:
        """Say whether a request gets no connection: a door that asks for it need not read its body."""
        first = next((one for one in list(self.active) if one.fault.aim.takes(method, path)), None)
        return first is not None and first.fault.refuses_connections

    def outcome_of(self, meeting: Meeting) -> Outcome:
        """Return what comes of a request; raises `UsageError`, before anything happens, where it cannot be rendered."""
        waiting = iter(list(self.active))
        has_had_a_turn = False

        def go_on() -> Outcome:
            nonlocal has_had_a_turn
            for armed in waiting:
                fault, is_limited = armed.fault, armed.fault.aim.times is not None
                if is_limited and has_had_a_turn:
                    continue
                if fault.concerns(meeting) and self._takes_a_turn(armed):
                    has_had_a_turn |= is_limited
                    if fault.breaks_connection and not meeting.can_break:
                        raise UsageError(_NO_CONNECTION.format(fault.name))
                    return fault.meet(meeting, go_on)
            return meeting.carry_out()

        return go_on()

    def _takes_a_turn(self, armed: Armed) -> bool:
        with self._lock:
            if armed.is_used_up:  # by a request that came at the same time
                return False
            armed.met += 1
            used_up = armed.is_used_up
            if used_up:
                self.active.remove(armed)
        if used_up:
            self._changed()
        return True

    def _changed(self) -> None:
        for watcher in list(self.watchers):
            watcher()


class Application:
    """A WSGI application, asked for what comes of a request; with it nothing goes wrong, and no time passes."""

    __slots__ = ("application",)

    def __init__(self, application: WSGIApplication) -> None:
        self.application = application

    def at(self, environ: WSGIEnvironment) -> Application:  # noqa: ARG002 - it answers every request itself
        """Return what answers a request."""
        return self

    def outcome(self, environ: WSGIEnvironment, *, can_break: bool = True) -> Outcome:  # noqa: ARG002 - nothing breaks
        """Return what comes of a request."""
        return run(self.application, environ)

    def refuses(self, method: str, path: str) -> bool:  # noqa: ARG002 - nothing is refused
        """Say whether a request gets no connection, so that its body is never read."""
        return False

    def wait(self, seconds: float) -> None:
        """Let time go by on the site's clock alone."""

    def has_waited(self, seconds: float) -> None:
        """Let time go by on the site's clock that has gone by on the system's."""


def as_application(application: WSGIApplication) -> Application:
    """Return what a door asks for outcomes: one of ours, or a stand-in for any other."""
    return application if isinstance(application, Application) else Application(application)


class TroubledApplication(Application):
    """The site's WSGI application with what is made to go wrong on the way to it."""

    __slots__ = ("_context", "trouble")

    def __init__(self, application: WSGIApplication, context: Context, trouble: Trouble) -> None:
        super().__init__(application)
        self._context = context
        self.trouble = trouble

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer as plain WSGI can: a delay is waited out, and a connection is not broken."""
        find_site(environ)
        if self.trouble.awaited:
            self.trouble.before(environ)
        if not self.trouble.active:
            return self.application(environ, start_response)
        outcome = self.outcome(environ, can_break=False)
        threading.Event().wait(outcome.hold)  # really, whoever has patched time.sleep
        self.has_waited(outcome.hold)
        start_response(*outcome.head)
        return [outcome.sent]

    def outcome(self, environ: WSGIEnvironment, *, can_break: bool = True) -> Outcome:
        """Return what comes of a request.

        `can_break` says that the door can break a connection. Raises `UsageError`, before anything has happened, for
        a fault that the door cannot render.
        """
        find_site(environ)
        if self.trouble.awaited:
            self.trouble.before(environ)
        if not self.trouble.active:
            return run(self.application, environ)
        from jira_linkfake.faults.meeting import Meeting  # once something goes wrong

        return self.trouble.outcome_of(Meeting(self.application, self._context, environ, can_break=can_break))

    def refuses(self, method: str, path: str) -> bool:
        """Say whether a request gets no connection, so that its body is never read."""
        return bool(self.trouble.active) and self.trouble.refuses(method, path)

    def wait(self, seconds: float) -> None:
        """Let time go by on the site's clock alone."""
        with self._context.site.lock:
            self._context.site.clock.advance(timedelta(seconds=seconds))

    def has_waited(self, seconds: float) -> None:
        """Let time go by on the site's clock that has gone by on the system's."""
        with self._context.site.lock:
            self._context.site.clock.let_pass(timedelta(seconds=seconds))
