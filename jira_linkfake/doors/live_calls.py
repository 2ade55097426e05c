"""What the connections of a live server share: what answers, the calls that are in flight, and what went wrong."""

from __future__ import annotations

import os
from contextlib import contextmanager
from functools import partial
from threading import Condition, Thread, current_thread
from typing import TYPE_CHECKING

from werkzeug.wrappers import Response

from jira_linkfake.errors import printable
from jira_linkfake.faults.trouble import Application

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TypeAlias

    from _typeshed.wsgi import StartResponse, WSGIEnvironment

    Holder: TypeAlias = tuple[Application | None, str]


class Calls:
    """The application that holds the server, if one does, and the calls that it answers.

    `errors` has what applications raised, and `strays` the calls that arrived while none was attached, as sentences.
    `is_refusing` says that no connection is kept after its reply.
    """

    def __init__(self) -> None:
        self.errors: list[BaseException] = []
        self.strays: list[str] = []
        self.is_refusing = False
        self.application: Application | None = None
        self._last_test = ""
        self._in_flight: dict[Thread, tuple[Application, str]] = {}
        self._changed = Condition()  # guards the application and what is in flight

    @property
    def holder(self) -> Holder:
        """The application that is attached, and the test that holds the server or was the last to."""
        with self._changed:
            return self.application, self._last_test

    def attach(self, application: Application) -> None:
        """Let an application answer from now on; raises `RuntimeError` while one is attached."""
        with self._changed:
            if self.application is not None:
                raise RuntimeError("An application holds the live server already: detach it first.")
            self.application = application
            # Set by pytest, to "tests/test_a.py::test_b (setup)": who to name to a call that comes too late.
            self._last_test = os.environ.get("PYTEST_CURRENT_TEST", "").rpartition(" ")[0]

    def detach(self) -> Application | None:
        """Let nobody answer any more, and return who did; what was begun goes on."""
        with self._changed:
            held, self.application = self.application, None
            return held

    def wait_for(self, held: Application | None, seconds: float) -> list[str]:
        """Wait until an application has answered what it has begun; return what it has not, after so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: not self._calls_of(held), seconds)
            return self._calls_of(held)

    @property
    def busy(self) -> set[Thread]:
        """The threads in which an application answers."""
        with self._changed:
            return set(self._in_flight)

    @contextmanager
    def answering(self, call: str, accepted_for: Holder) -> Iterator[Application]:
        """Yield what answers a call; an attached application counts as in use until the block ends.

        A connection that was `accepted_for` another application than is attached by now reaches nobody.
        """
        with self._changed:
            application = self.application if self.application is accepted_for[0] else None
            if application is not None:
                self._in_flight[current_thread()] = (application, call)
        try:
            yield (
                Application(partial(self.answer_a_stray, test=accepted_for[1])) if application is None else application
            )
        finally:
            with self._changed:
                self._in_flight.pop(current_thread(), None)
                self._changed.notify_all()

    def _calls_of(self, held: Application | None) -> list[str]:
        return [call for application, call in self._in_flight.values() if application is held]

    def answer_a_stray(
        self, environ: WSGIEnvironment, start_response: StartResponse, test: str = ""
    ) -> Iterable[bytes]:
        """Answer 503, and write the call down, as nobody holds the server for who was accepted for a test."""
        after = f" after {test}" if test else ""
        self.strays.append(printable(f"{environ['REQUEST_METHOD']} {environ['REQUEST_URI']}{after}"))
        text = f"jira_linkfake: no test holds this server{after}.\n"
        return Response(text, 503, mimetype="text/plain")(environ, start_response)
