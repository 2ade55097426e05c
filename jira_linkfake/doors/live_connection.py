"""The calls that are in flight at the live server, and one of its connections.

A connection reads requests whole, hands them over, and writes replies.

Werkzeug's reader of chunks never ends where one is announced that is longer than what comes.
"""

from __future__ import annotations

import os
import re
from contextlib import contextmanager, suppress
from email.errors import FirstHeaderLineIsContinuationDefect, InvalidHeaderDefect, MissingHeaderBodySeparatorDefect
from functools import partial
from io import BufferedReader, BytesIO
from selectors import EVENT_READ, DefaultSelector
from socket import SHUT_WR, SO_LINGER, SOL_SOCKET, close
from struct import pack
from threading import Condition, Thread, current_thread
from time import monotonic
from typing import TYPE_CHECKING, Any

from werkzeug.datastructures import Headers
from werkzeug.serving import WSGIRequestHandler
from werkzeug.wrappers import Response

from jira_linkfake.errors import UsageError, printable
from jira_linkfake.faults.fault import Ending, Outcome, run
from jira_linkfake.faults.trouble import Application
from jira_linkfake.rest.journal import CLIENT_KEY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from email.message import Message
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
        """Answer 503, and write the call down, as nobody holds the server for who was accepted for a test.

        A browser that still shows the page of a site that is gone is no code under test.
        """
        after = f" after {test}" if test else ""
        if PAGE not in environ["PATH_INFO"]:
            self.strays.append(printable(f"{environ['REQUEST_METHOD']} {environ['REQUEST_URI']}{after}"))
        text = f"jira_linkfake: no test holds this server{after}.\n"
        return Response(text, 503, mimetype="text/plain")(environ, start_response)


PAGE = "/_linkfake/page/"
"""Where the page of a site is, below its address."""

_SILENCE = 60.0
"""Seconds after which a connection on which nothing comes is closed, for a client that has no timeout."""

_LOOK = 0.05
"""Seconds between two looks at whether somebody still waits."""

_MANNERS = 1.0
"""Seconds that a client which was refused may take between two parts of what it still sends."""

_PART = 65536
_LONGEST_NAME = 60
_LENGTH = re.compile(r"[0-9]{1,15}", re.ASCII)
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,12})[ \t]*(?:;[^\r\n]*)?\r?\n")
_LINE_ENDS = (b"\r\n", b"\n")
_DEFECTS = (FirstHeaderLineIsContinuationDefect, InvalidHeaderDefect, MissingHeaderBodySeparatorDefect)

_OPEN_ALREADY = (
    "connection_refused with times, a method or a path, or behind another fault, cannot be rendered over a port: a"
    " request is seen once its connection is accepted. There it refuses everyone until clear_faults()"
)


class Incoming(BufferedReader):
    """What comes over a connection; `last_line` is the last line that was read, empty where nothing came any more."""

    last_line = b""

    def readline(self, size: int | None = -1, /) -> bytes:
        """Return the next line, up to a size."""
        self.last_line = super().readline(size)
        return self.last_line


class Connection(WSGIRequestHandler):
    """One connection: reads requests, hands them over, writes replies."""

    rfile: Incoming
    protocol_version = "HTTP/1.1"
    default_request_version = "HTTP/1.0"  # a request line that is no HTTP gets a status line all the same
    disable_nagle_algorithm = True
    error_message_format = "jira_linkfake: %(message)s. %(explain)s.\n"
    error_content_type = "text/plain; charset=utf-8"

    def __init__(self, request: Any, client_address: Any, server: Any, calls: Calls) -> None:
        self._calls = calls
        super().__init__(request, client_address, server)

    def setup(self) -> None:
        """Open the connection, so that what comes over it is known to have come to its end."""
        super().setup()
        self.rfile.close()
        self.rfile = Incoming(self.connection.makefile("rb", 0))
        self._accepted_for = self._calls.holder

    def run_wsgi(self) -> None:
        """Serve one request that has a request line and headers."""
        try:
            environ = self._environ()
        except (ValueError, OSError) as error:
            self.send_error(400, explain=str(error))
        else:
            with self._calls.answering(f"{self.command} {self.path}", self._accepted_for) as application:
                reply = self._reply(application, environ)
                if reply:  # else the connection may be gone
                    self.wfile.write(reply)
            self.close_connection |= self._calls.is_refusing

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Refuse what is no request, and let the client finish: with bytes left unread it might lose the answer."""
        super().send_error(code, message, explain)
        with suppress(OSError):  # gone already, or still there but with nothing to say
            self.connection.shutdown(SHUT_WR)
            self.connection.settimeout(_MANNERS)
            while self.connection.recv(_PART):
                pass

    def _environ(self) -> WSGIEnvironment:
        """Return the request with its whole body; raises what `run_wsgi` expects when it is malformed."""
        _require_whole_head(self.headers, self.rfile)
        environ = self.make_environ()
        environ["wsgi.input"] = BytesIO(_body_of(self.headers, self.rfile))
        environ["wsgi.input_terminated"] = True
        environ[CLIENT_KEY] = _client_of(environ)
        return environ

    def _reply(self, application: Application, environ: WSGIEnvironment) -> bytes:
        """Return the application's reply, or the 500 of one that raises."""
        try:
            asked = application.at(environ)
            return self._rendered(application, asked, asked.outcome(environ))
        except BaseException as error:  # such as pytest.fail in a receiver of webhooks: the test raises it as it ends
            self._calls.errors.append(error)
            text = f"jira_linkfake: the application behind this server raised {type(error).__name__}.\n"
            return self._written(run(Response(text, 500, mimetype="text/plain"), environ))

    def _rendered(self, application: Application, asked: Application, outcome: Outcome) -> bytes:
        """Return as much of a reply as arrives, in its time; where none does the connection ends as it should."""
        if outcome.ending is Ending.REFUSED:
            raise UsageError(_OPEN_ALREADY)
        in_time = outcome.is_plain or self._holds(application, asked, outcome)
        if in_time and outcome.is_answered:
            return self._written(outcome)
        self.close_connection = True
        if outcome.ending is Ending.RESET:
            self._reset()
        return b""

    def _holds(self, application: Application, asked: Application, outcome: Outcome) -> bool:
        """Let time pass; says whether the client and the application have been there for so long."""
        in_time = self._wait(application, outcome.hold + _SILENCE if outcome.ending is Ending.SILENT else outcome.hold)
        asked.has_waited(outcome.hold)
        return in_time

    def _wait(self, application: Application, seconds: float) -> bool:
        end = monotonic() + seconds
        with DefaultSelector() as selector:  # select() takes no descriptor beyond 1,023
            selector.register(self.connection, EVENT_READ)
            while (left := end - monotonic()) > 0:
                if self._calls.application is not application:
                    return False
                if selector.select(min(left, _LOOK)):  # the client has hung up: it says nothing before it is answered
                    return False
        return True

    def _reset(self) -> None:
        self.connection.setsockopt(SOL_SOCKET, SO_LINGER, pack("hh" if os.name == "nt" else "ii", 1, 0))
        close(self.connection.detach())  # not shut down before, as the server would: that is an orderly end

    def _written(self, outcome: Outcome) -> bytes:
        """Return a reply as it is sent, with what the protocol asks for."""
        status, given = outcome.head
        headers, body = Headers(given), outcome.sent
        if status.startswith(("1", "204", "304")):
            headers.remove("Content-Length")
            body = b""
        elif self.command == "HEAD":
            body = b""
        else:
            headers["Content-Length"] = str(len(outcome.body))
        head = self._head(status, headers)
        self.close_connection |= outcome.ending is Ending.CUT
        return head + body

    def _head(self, status: str, headers: Headers) -> bytes:
        headers.setdefault("Server", self.version_string())
        headers.setdefault("Date", self.date_time_string())
        connection = headers.setdefault("Connection", "close" if self.close_connection else "keep-alive")
        self.close_connection = connection.lower() == "close"
        lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in headers), "", ""]
        return "\r\n".join(lines).encode("latin-1")

    def log(self, *_: object, **__: object) -> None:
        """Say nothing: a test's output is the user's."""

    log_request = log  # Werkzeug's takes a malformed address apart, and fails


def _client_of(environ: WSGIEnvironment) -> str | None:
    """Return what a client says that it is, such as `python-httpx/0.28.1`: the first word of its User-Agent."""
    said = environ.get("HTTP_USER_AGENT", "").split()
    return printable(said[0][:_LONGEST_NAME]) if said else None


def _require_whole_head(headers: Message, incoming: Incoming) -> None:
    """Raise `ValueError` for headers that are malformed, or have no end."""
    if not incoming.last_line:
        raise ValueError("The headers end too early")
    for defect in headers.defects:
        if isinstance(defect, _DEFECTS):
            raise ValueError(f"The headers are malformed ({type(defect).__name__})")  # and those that follow are lost


def _body_of(headers: Message, incoming: BufferedReader) -> bytes:
    """Return the body that headers announce; raises `ValueError` for one that is malformed or does not come whole."""
    lengths = {*headers.get_all("Content-Length", ())}
    encodings = [*headers.get_all("Transfer-Encoding", ())]
    if not encodings:
        return b"".join(_sized(lengths, incoming))
    if lengths or [encoding.strip().lower() for encoding in encodings] != ["chunked"]:
        raise ValueError("Nothing tells where the body ends")
    return b"".join(_chunks(incoming))


def _sized(lengths: set[str], incoming: BufferedReader) -> Iterator[bytes]:
    if not lengths:
        return
    text = lengths.pop().strip()
    if lengths or not _LENGTH.fullmatch(text):
        raise ValueError("Nothing tells where the body ends")
    yield from _exactly(int(text), incoming)


def _chunks(incoming: BufferedReader) -> Iterator[bytes]:
    while size := _size_of_chunk(incoming.readline(_PART)):
        yield from _exactly(size, incoming)
        if incoming.readline(2) not in _LINE_ENDS:
            raise ValueError("A chunk is not as long as it says")
    while (line := incoming.readline(_PART)) not in _LINE_ENDS:  # headers that come late
        if not line:
            raise ValueError("The body ends too early")


def _size_of_chunk(line: bytes) -> int:
    match = _CHUNK.fullmatch(line)
    if match is None:
        raise ValueError("A chunk has no size")
    return int(match[1], 16)


def _exactly(size: int, incoming: BufferedReader) -> Iterator[bytes]:
    """Yield so many bytes part by part: memory is taken for what comes, not for what is announced."""
    while size:
        part = incoming.read(min(size, _PART))
        if not part:
            raise ValueError("The body ends too early")
        size -= len(part)
        yield part
