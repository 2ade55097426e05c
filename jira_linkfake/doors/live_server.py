"""A port on loopback, for any client in any language and any process.

Werkzeug's handler closes each connection after one reply, as it cannot tell what is left unread on it. Here requests
are read whole and replies written whole: connections can be kept, and it is plain whose fault an error is.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from threading import Condition, Thread, current_thread
from typing import TYPE_CHECKING

from werkzeug.wrappers import Response

from jira_linkfake.doors.live_port import Port
from jira_linkfake.errors import printable
from jira_linkfake.faults.application import TroubledApplication

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

_PATIENCE = 5.0
"""Seconds that the requests an application has begun get to be answered."""


class LiveServer:
    """A port on loopback behind which one WSGI application at a time answers.

    `errors` has what the applications raised, in order; the client got a plain-text 500 that names the type.
    `strays` has the calls that arrived while none was attached, with the test that was the last to hold the server,
    as `"GET /rest/api/2/myself after tests/test_a.py::test_b"`; they got 503.
    """

    def __init__(self) -> None:
        self.errors: list[Exception] = []
        self.strays: list[str] = []
        self._port: Port | None = None
        self._application: WSGIApplication | None = None
        self._last_test = ""
        self._in_flight: dict[Thread, tuple[WSGIApplication, str]] = {}
        self._changed = Condition()  # guards the application and what is in flight

    @property
    def url(self) -> str:
        """The server's address, `http://127.0.0.1:<port>`; raises `RuntimeError` while it is not started."""
        if self._port is None:
            raise RuntimeError("The live server is not started: call start(), or use it in a `with`.")
        return f"http://127.0.0.1:{self._port.port}"

    def start(self) -> None:
        """Open a free port of 127.0.0.1 and serve it, each connection in a daemon thread of its own.

        Raises `RuntimeError` when it is started already.
        """
        if self._port is not None:
            raise RuntimeError(f"The live server is started already, at {self.url}.")
        self._port = Port(self)

    def stop(self) -> None:
        """Detach, close the port and every connection, and wait for their threads; harmless when stopped.

        Raises what `detach` raises, once all is closed; a thread that the application holds ends with it.
        """
        port, self._port = self._port, None
        if port is None:
            return
        try:
            self.detach()
        finally:
            port.close(self._in_flight)

    def attach(self, application: WSGIApplication) -> None:
        """Let `application` answer from now on; raises `RuntimeError` while one is attached."""
        with self._changed:
            if self._application is not None:
                raise RuntimeError("An application holds the live server already: detach it first.")
            self._application = application
            # Set by pytest, to "tests/test_a.py::test_b (setup)": who to name to a call that comes too late.
            self._last_test = os.environ.get("PYTEST_CURRENT_TEST", "").rpartition(" ")[0]
        if isinstance(application, TroubledApplication):
            application.trouble.watchers.append(self._refuse_or_accept)
            self._refuse_or_accept()

    def detach(self) -> None:
        """Let nothing reach the application any more, and wait until the calls it has begun are answered.

        After 5 seconds it raises a `TimeoutError` that names those that are not; it is detached all the same.
        """
        with self._changed:
            held, self._application = self._application, None
        if isinstance(held, TroubledApplication):
            held.trouble.watchers.remove(self._refuse_or_accept)
            self._refuse_or_accept()
        with self._changed:
            if not self._changed.wait_for(lambda: not self._calls_of(held), _PATIENCE):
                calls = ", ".join(self._calls_of(held))
                raise TimeoutError(f"The application had still not answered after {_PATIENCE:g} s: {calls}")

    def __enter__(self) -> LiveServer:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def busy(self) -> set[Thread]:
        """The threads in which an application answers."""
        with self._changed:
            return set(self._in_flight)

    def holds(self, application: WSGIApplication) -> bool:
        """Say whether the application is attached."""
        return self._application is application

    def _refuse_or_accept(self) -> None:
        """Close or open the port, as the faults of the attached site have it."""
        application = self._application
        refusing = isinstance(application, TroubledApplication) and application.trouble.refuses_connections
        if self._port is not None and self._port.is_refusing != refusing:
            self._port.refuse(refusing)

    def _calls_of(self, held: WSGIApplication | None) -> list[str]:
        return [call for application, call in self._in_flight.values() if application is held]

    @contextmanager
    def _answering(self, call: str) -> Iterator[WSGIApplication]:
        """Yield what answers `call`; an attached application counts as in use until the block ends."""
        with self._changed:
            application = self._application
            if application is not None:
                self._in_flight[current_thread()] = (application, call)
        try:
            yield self._nobody if application is None else application
        finally:
            with self._changed:
                self._in_flight.pop(current_thread(), None)
                self._changed.notify_all()

    def _nobody(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        after = f" after {self._last_test}" if self._last_test else ""
        self.strays.append(printable(f"{environ['REQUEST_METHOD']} {environ['REQUEST_URI']}{after}"))
        text = f"jira_linkfake: no test holds this server{after}.\n"
        return Response(text, 503, mimetype="text/plain")(environ, start_response)
