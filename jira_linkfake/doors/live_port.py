"""The listening socket of the live server, the thread that accepts, and the connections with theirs."""

from __future__ import annotations

import sys
from contextlib import suppress
from socket import SHUT_RD, SHUT_RDWR, SHUT_WR, create_connection, socket
from socketserver import TCPServer
from threading import Condition, Thread
from typing import TYPE_CHECKING, Any

from werkzeug.serving import ThreadedWSGIServer

from jira_linkfake.doors.live_connection import Connection

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jira_linkfake.doors.live_server import LiveServer


class Port(ThreadedWSGIServer):
    """The listening socket, the thread that accepts, and the connections with theirs."""

    timeout = 0.5
    """Seconds between two looks at `_closing`, in case the call that wakes the acceptor up is blocked."""

    def __init__(self, live_server: LiveServer) -> None:
        super().__init__("127.0.0.1", 0, live_server._nobody, Connection)
        self.live_server = live_server
        self._connections: dict[Thread, socket] = {}  # touched by the acceptor alone while it runs
        self._closing = False
        self._refusing = False
        self.is_refusing = False
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
                connection.shutdown(SHUT_RDWR)
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
            self._turned.wait_for(lambda: self.is_refusing == self._refusing)

    def hang_up(self) -> None:
        """Tell the client of every idle connection that nothing more comes: who keeps it for later makes a new one.

        What is sent on it all the same is still read, and known for what it is.
        """
        busy = self.live_server.busy
        for thread, connection in list(self._connections.items()):
            if thread not in busy:
                with suppress(OSError):  # closed already
                    connection.shutdown(SHUT_WR)

    def _wake_up(self) -> None:
        with suppress(Exception):  # what blocks the sockets of the tests may block this one too
            create_connection(("127.0.0.1", self.port), self.timeout).close()

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
                connection.shutdown(SHUT_RD)  # a reply that is being written is written to its end
        for thread in self._connections.keys() - self.live_server.busy:
            thread.join(self.timeout)  # until it has found that nobody has anything to say any more
        self._turn(is_refusing=True)
        with self._turned:
            self._turned.wait_for(lambda: self._closing or not self._refusing)
        self.server_activate()
        self._turn(is_refusing=False)

    def _turn(self, *, is_refusing: bool) -> None:
        with self._turned:
            self.is_refusing = is_refusing
            self._turned.notify_all()

    def server_bind(self) -> None:
        """Bind without http.server's look-up of the host's name, which takes seconds where DNS is slow."""
        TCPServer.server_bind(self)

    def verify_request(self, *_: object) -> bool:
        """Turn away the call that only wakes the acceptor up."""
        return not (self._closing or self._refusing)

    def process_request(self, request: Any, client_address: Any) -> None:
        """Serve a connection in a thread that `close` knows of."""
        self._connections = {t: c for t, c in self._connections.items() if t.is_alive()}
        thread = Thread(target=self.process_request_thread, args=(request, client_address), daemon=True)
        self._connections[thread] = request  # before it can answer: who hangs up has to know of it
        thread.start()

    def handle_error(self, *_: object) -> None:
        """Keep a mistake of this module, which socketserver would print; a broken socket is the client's."""
        error = sys.exc_info()[1]
        if isinstance(error, Exception) and not isinstance(error, OSError):
            self.live_server.errors.append(error)
