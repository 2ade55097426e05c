"""A port on loopback, for any client in any language and any process.

Werkzeug's handler closes each connection after one reply, as it cannot tell what is left unread on it. Here requests
are read whole and replies written whole: connections can be kept, and it is plain whose fault an error is.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from socket import SHUT_RD, SHUT_RDWR, SHUT_WR, create_connection, socket
from socketserver import TCPServer
from threading import Condition, Thread
from typing import TYPE_CHECKING, Any

from werkzeug.serving import ThreadedWSGIServer

from jira_linkfake.doors.guard import not_serving, serving
from jira_linkfake.doors.live_connection import Calls, Connection
from jira_linkfake.errors import UsageError
from jira_linkfake.faults.trouble import TroubledApplication, as_application

if TYPE_CHECKING:
    from collections.abc import Iterable
    from ssl import SSLContext

    from _typeshed.wsgi import WSGIApplication

    from jira_linkfake.doors.certificate import Certificate
    from jira_linkfake.doors.guard import Guard

_LOOPBACK = "127.0.0.1"
_NEAR = {"0.0.0.0": _LOOPBACK, "::": "::1"}  # noqa: S104 - nobody binds to it unasked
"""Where a server can be called from its own machine that listens at every address of it."""

_PATIENCE = 5.0
"""Seconds that the requests an application has begun get to be answered."""


class LiveServer:
    """A port on loopback behind which one WSGI application at a time answers.

    `errors` has what the applications raised, in order; the client got a plain-text 500 that names the type.
    `strays` has the calls that arrived while none was attached, with the test that was the last to hold the server,
    as `"GET /rest/api/2/myself after tests/test_a.py::test_b"`; they got 503.

    With `https` the port speaks nothing else, and `certificate` is the file to verify it with while it is open.
    The port is a free one of loopback, unless another `host` and `port` are given.
    """

    def __init__(self, *, https: bool = False, host: str = _LOOPBACK, port: int = 0) -> None:
        self._https = https
        self._address = host, port
        self._certificate: Certificate | None = None
        self._calls = Calls()
        self.errors, self.strays = self._calls.errors, self._calls.strays
        self._port: Port | None = None

    @property
    def url(self) -> str:
        """The server's address, `http://127.0.0.1:<port>`; raises `RuntimeError` while it is not started.

        Of one that listens at every address of the machine it is that on loopback.
        """
        if self._port is None:
            raise RuntimeError("The live server is not started: call start(), or use it in a `with`.")
        host = self._port.near_host
        return f"{'https' if self._https else 'http'}://{f'[{host}]' if ':' in host else host}:{self._port.port}"

    @property
    def certificate(self) -> str | None:
        """The path of the certificate to verify the server with, None without HTTPS."""
        return None if self._certificate is None else self._certificate.path

    @property
    def is_started(self) -> bool:
        """Whether the port is open."""
        return self._port is not None

    def start(self) -> None:
        """Open the port and serve it, each connection in a daemon thread of its own.

        Raises `RuntimeError` when it is started already, and `UsageError` where it can make no certificate or where
        the port cannot be had.
        """
        if self._port is not None:
            raise RuntimeError(f"The live server is started already, at {self.url}.")
        if self._https:
            from jira_linkfake.doors.certificate import Certificate  # with which `ssl` comes

            self._certificate = Certificate(self._address[0])
        try:
            self._port = Port(
                self._calls, None if self._certificate is None else self._certificate.context, self._address
            )
        except UsageError:
            if self._certificate is not None:
                self._certificate.remove()
            raise

    def stop(self) -> None:
        """Detach, close the port and every connection, and wait for their threads; harmless when stopped.

        Raises what `detach` raises, once all is closed; a thread that the application holds ends with it.
        """
        port, self._port = self._port, None
        if port is None:
            return
        not_serving(port.port)
        try:
            self.detach()
        finally:
            port.close(self._calls.busy)
            if self._certificate is not None:
                self._certificate.remove()

    def attach(self, application: WSGIApplication, guard: Guard | None = None) -> None:
        """Let `application` answer from now on; raises `RuntimeError` while one is attached.

        With the `guard` of its site nothing of this process gets through to it that has outlived another site.
        """
        held = as_application(application)
        self._calls.attach(held)
        if guard is not None and self._port is not None:
            serving(self._port.port, guard, "https" if self._https else "http")
        if isinstance(held, TroubledApplication):
            held.trouble.watchers.append(self._refuse_or_accept)
            self._refuse_or_accept()

    def detach(self) -> None:
        """Let nothing reach the application any more, and wait until the calls it has begun are answered.

        After 5 seconds it raises a `TimeoutError` that names those that are not; it is detached all the same.
        """
        held, port = self._calls.detach(), self._port
        if port is not None:
            not_serving(port.port)
        if isinstance(held, TroubledApplication):
            held.trouble.watchers.remove(self._refuse_or_accept)
            self._refuse_or_accept()
        calls = self._calls.wait_for(held, _PATIENCE)
        if calls:
            raise TimeoutError(f"The application had still not answered after {_PATIENCE:g} s: {', '.join(calls)}")
        if port is not None:
            port.hang_up()

    def __enter__(self) -> LiveServer:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _refuse_or_accept(self) -> None:
        """Close or open the port, as the faults of the attached site have it."""
        application = self._calls.application
        refusing = isinstance(application, TroubledApplication) and application.trouble.refuses_connections
        if self._port is not None and self._calls.is_refusing != refusing:
            self._port.refuse(refusing)


class Port(ThreadedWSGIServer):
    """The listening socket, the thread that accepts, and the connections with theirs."""

    timeout = 0.5
    """Seconds between two looks at `_closing`, in case the call that wakes the acceptor up is blocked."""

    def __init__(self, calls: Calls, tls: SSLContext | None = None, address: tuple[str, int] = (_LOOPBACK, 0)) -> None:
        super().__init__(*address, calls.answer_a_stray)
        self.near_host = _NEAR.get(address[0], address[0])
        self.ssl_context = tls  # not given to Werkzeug, whose acceptor would wait for each client's handshake
        self.calls = calls
        calls.is_refusing = False
        self._connections: dict[Thread, socket] = {}  # touched by the acceptor alone while it runs
        self._closing = False
        self._refusing = False
        self._turned = Condition()  # guards the three
        self._acceptor = Thread(target=self._accept, name="jira_linkfake live server", daemon=True)
        self._acceptor.start()

    def close(self, busy: Iterable[Thread]) -> None:
        """Close every socket and wait for every thread, except those that an application keeps `busy`."""
        with self._turned:
            self._closing = True
            self._turned.notify_all()
        self._wake_up()
        self._acceptor.join()
        self.server_close()
        for connection in self._connections.values():
            with suppress(OSError):  # closed already
                socket.shutdown(connection, SHUT_RDWR)
        for thread in self._connections.keys() - set(busy):
            thread.join()

    def refuse(self, refusing: bool) -> None:
        """Refuse every connection from now on, as a port does that nothing listens at, or accept them again."""
        with self._turned:
            self._refusing = refusing
            self._turned.notify_all()
        if refusing:
            self._wake_up()
        with self._turned:
            self._turned.wait_for(lambda: self.calls.is_refusing == self._refusing)

    def hang_up(self) -> None:
        """Tell the client of every idle connection that nothing more comes: who keeps it for later makes a new one.

        What is sent on it all the same is still read, and known for what it is.
        """
        busy = self.calls.busy
        for thread, connection in list(self._connections.items()):
            if thread not in busy:
                with suppress(OSError):  # closed already
                    socket.shutdown(connection, SHUT_WR)  # past TLS: what is sent on it is to be read

    def _wake_up(self) -> None:
        with suppress(Exception):  # what blocks the sockets of the tests may block this one too
            create_connection((self.near_host, self.port), self.timeout).close()

    def _accept(self) -> None:
        # serve_forever() would do, but its shutdown() takes until the next poll.
        while not self._closing:
            if self._refusing:
                self._stay_closed()
            else:
                self.handle_request()

    def _stay_closed(self) -> None:
        """Close the port, and keep it for when it is to be opened again: bound it is nobody else's, and refuses."""
        self.socket.close()
        self.socket = socket(self.address_family, self.socket_type)
        self.server_bind()
        for connection in self._connections.values():
            with suppress(OSError):  # closed already
                socket.shutdown(connection, SHUT_RD)  # a reply that is being written is written to its end
        for thread in self._connections.keys() - self.calls.busy:
            thread.join(self.timeout)  # until it has found that nobody has anything to say any more
        self._turn(is_refusing=True)
        with self._turned:
            self._turned.wait_for(lambda: self._closing or not self._refusing)
        self.server_activate()
        self._turn(is_refusing=False)

    def _turn(self, *, is_refusing: bool) -> None:
        with self._turned:
            self.calls.is_refusing = is_refusing
            self._turned.notify_all()

    def server_bind(self) -> None:
        """Bind without http.server's look-up of the host's name, which takes seconds where DNS is slow.

        Raises `UsageError` where that cannot be; for an `OSError` Werkzeug would end the process.
        """
        try:
            TCPServer.server_bind(self)
        except OSError as error:
            host, port = self.server_address[:2]
            self.server_close()
            other = "; port 0 is any that is free" if port else ""
            raise UsageError(f"port {port!r} of {host!r} cannot be had: {error.strerror or error}{other}") from None

    def verify_request(self, *_: object) -> bool:
        """Turn away the call that only wakes the acceptor up."""
        return not (self._closing or self._refusing)

    def process_request(self, request: Any, client_address: Any) -> None:
        """Serve a connection in a thread that `close` knows of."""
        if self.ssl_context is not None:  # who reads first shakes hands: in the connection's own thread
            request = self.ssl_context.wrap_socket(request, server_side=True, do_handshake_on_connect=False)
        self._connections = {t: c for t, c in self._connections.items() if t.is_alive()}
        thread = Thread(
            target=self.process_request_thread,
            name="jira_linkfake connection",
            args=(request, client_address),
            daemon=True,
        )
        self._connections[thread] = request  # before it can answer: who hangs up has to know of it
        thread.start()

    def finish_request(self, request: Any, client_address: Any) -> None:
        """Let a connection that knows of the calls serve."""
        Connection(request, client_address, self, self.calls)

    def handle_error(self, *_: object) -> None:
        """Keep a mistake of this module, which socketserver would print; a broken socket is the client's."""
        error = sys.exc_info()[1]
        if isinstance(error, Exception) and not isinstance(error, OSError):
            self.calls.errors.append(error)
