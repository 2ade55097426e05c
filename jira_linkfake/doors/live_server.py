"""A port on loopback, for any client in any language and any process.

Werkzeug's handler closes each connection after one reply, as it cannot tell what is left unread on it. Here requests
are read whole and replies written whole: connections can be kept, and it is plain whose fault an error is.
"""

from __future__ import annotations

import os
import sys
from contextlib import closing, contextmanager, suppress
from email.errors import MissingHeaderBodySeparatorDefect
from io import BytesIO
from socket import SHUT_RDWR, create_connection, socket
from socketserver import TCPServer
from threading import Condition, Thread, current_thread
from typing import TYPE_CHECKING, Any

from werkzeug.exceptions import ClientDisconnected
from werkzeug.serving import ThreadedWSGIServer, WSGIRequestHandler
from werkzeug.test import run_wsgi_app
from werkzeug.wrappers import Response
from werkzeug.wsgi import ClosingIterator, get_input_stream

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment
    from werkzeug.datastructures import Headers

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
        self._port: _Port | None = None
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
        self._port = _Port(self)

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

    def detach(self) -> None:
        """Let nothing reach the application any more, and wait until the calls it has begun are answered.

        After 5 seconds it raises a `TimeoutError` that names those that are not; it is detached all the same.
        """
        with self._changed:
            held, self._application = self._application, None
            if not self._changed.wait_for(lambda: not self._calls_of(held), _PATIENCE):
                calls = ", ".join(self._calls_of(held))
                raise TimeoutError(f"The application had still not answered after {_PATIENCE:g} s: {calls}")

    def __enter__(self) -> LiveServer:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

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
        self.strays.append(f"{environ['REQUEST_METHOD']} {environ['REQUEST_URI']}{after}")
        text = f"jira_linkfake: no test holds this server{after}.\n"
        return Response(text, 503, mimetype="text/plain")(environ, start_response)


class _Port(ThreadedWSGIServer):
    """The listening socket, the thread that accepts, and the connections with theirs."""

    timeout = 0.5
    """Seconds between two looks at `_closing`, in case the call that wakes the acceptor up is blocked."""

    def __init__(self, live_server: LiveServer) -> None:
        super().__init__("127.0.0.1", 0, live_server._nobody, _Connection)
        self.live_server = live_server
        self._connections: dict[Thread, socket] = {}  # touched by the acceptor alone while it runs
        self._closing = False
        self._acceptor = Thread(target=self._accept, name="jira_linkfake live server", daemon=True)
        self._acceptor.start()

    def close(self, busy: Iterable[Thread]) -> None:
        """Close every socket and wait for every thread, except those that an application keeps `busy`."""
        self._closing = True
        with suppress(Exception):  # what blocks the sockets of the tests may block this one too
            create_connection(("127.0.0.1", self.port), self.timeout).close()
        self._acceptor.join()
        self.server_close()
        for connection in self._connections.values():
            with suppress(OSError):  # closed already
                connection.shutdown(SHUT_RDWR)
        for thread in self._connections.keys() - set(busy):
            thread.join()

    def _accept(self) -> None:
        # serve_forever() would do, but its shutdown() takes until the next poll.
        while not self._closing:
            self.handle_request()

    def server_bind(self) -> None:
        """Bind without http.server's look-up of the host's name, which takes seconds where DNS is slow."""
        TCPServer.server_bind(self)

    def verify_request(self, *_: object) -> bool:
        """Turn away the call that only wakes the acceptor up."""
        return not self._closing

    def process_request(self, request: Any, client_address: Any) -> None:
        """Serve a connection in a thread that `close` knows of."""
        self._connections = {t: c for t, c in self._connections.items() if t.is_alive()}
        thread = Thread(target=self.process_request_thread, args=(request, client_address), daemon=True)
        thread.start()
        self._connections[thread] = request

    def handle_error(self, *_: object) -> None:
        """Keep a mistake of this module, which socketserver would print; a broken socket is the client's."""
        error = sys.exc_info()[1]
        if isinstance(error, Exception) and not isinstance(error, OSError):
            self.live_server.errors.append(error)


class _Connection(WSGIRequestHandler):
    """One connection: reads requests, hands them over, writes replies."""

    server: _Port
    protocol_version = "HTTP/1.1"
    default_request_version = "HTTP/1.0"  # a request line that is no HTTP gets a status line all the same
    disable_nagle_algorithm = True
    error_message_format = "jira_linkfake: %(message)s. %(explain)s.\n"
    error_content_type = "text/plain; charset=utf-8"

    def run_wsgi(self) -> None:
        """Serve one request that has a request line and headers."""
        try:
            environ = self._environ()
        except (ValueError, OSError, ClientDisconnected) as error:
            self.send_error(400, explain=str(error))
        else:
            with self.server.live_server._answering(f"{self.command} {self.path}") as application:
                self.wfile.write(self._reply(application, environ))

    def _environ(self) -> WSGIEnvironment:
        """Return the request with its whole body; raises what `run_wsgi` expects when it is malformed."""
        if any(isinstance(defect, MissingHeaderBodySeparatorDefect) for defect in self.headers.defects):
            raise ValueError("A header has no colon")  # and those that follow it are lost
        environ = self.make_environ()
        chunked = "wsgi.input_terminated" in environ
        sized = environ.get("CONTENT_LENGTH", "0").isdecimal() and "HTTP_TRANSFER_ENCODING" not in environ
        if not (chunked or sized):
            raise ValueError("Nothing tells where the body ends")
        environ["wsgi.input"] = BytesIO(get_input_stream(environ).read())
        environ["wsgi.input_terminated"] = True
        return environ

    def _reply(self, application: WSGIApplication, environ: WSGIEnvironment) -> bytes:
        """Return the application's reply, or the 500 of one that raises."""
        try:
            return self._run(application, environ)
        except Exception as error:
            self.server.live_server.errors.append(error)
            text = f"jira_linkfake: the application behind this server raised {type(error).__name__}.\n"
            return self._run(Response(text, 500, mimetype="text/plain"), environ)

    def _run(self, application: WSGIApplication, environ: WSGIEnvironment) -> bytes:
        chunks, status, headers = run_wsgi_app(application, environ)
        with closing(ClosingIterator(chunks)):
            body = b"".join(chunks)
        if status.startswith(("1", "204", "304")):
            headers.remove("Content-Length")
        elif self.command != "HEAD":
            headers["Content-Length"] = str(len(body))
            return self._head(status, headers) + body
        return self._head(status, headers)

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
