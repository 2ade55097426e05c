"""Answers what `http.client`, `urllib.request` and `urllib3` send to one site, in the caller's own process.

`connect` of the four classes of connections, plain and TLS, gives a connection to the site an object like a socket,
which hands the site what is sent. All above it is the libraries' own, and so are their exceptions. What replaces the
connections or what lies above (vcrpy, pook) goes first.
"""

from __future__ import annotations

import http.client
import socket
import sys
from typing import TYPE_CHECKING, Any, ClassVar

from jira_linkfake.doors.door import Door, refusal
from jira_linkfake.doors.guard import client_on, refuse_leaving
from jira_linkfake.doors.memory_socket import MemorySocket
from jira_linkfake.doors.patch import Patch
from jira_linkfake.doors.sent_request import SentRequest
from jira_linkfake.faults.fault import Ending

if TYPE_CHECKING:
    from collections.abc import Callable

    from _typeshed import ReadableBuffer

    from jira_linkfake.doors.door import Address
    from jira_linkfake.faults.fault import Outcome

_TIMEOUT_OF_ALL: Any = vars(socket)["_GLOBAL_DEFAULT_TIMEOUT"]


class HttpClientDoor(Door):
    """Answers `http.client`, and what is built on it, in the caller's own process."""

    client = "http.client"
    plain: ClassVar[Any] = http.client.HTTPConnection
    with_tls: ClassVar[Any] = http.client.HTTPSConnection

    def _patch(self) -> tuple[Patch, ...]:
        kinds = (self.plain, self._connect), (self.with_tls, self._connect_with_tls)
        # Whoever replaced a class (a cassette of vcrpy) has no method of that name to patch.
        return tuple([Patch(kind, "connect", connect) for kind, connect in kinds if "connect" in vars(kind)])

    def _connect(self, before: Callable[[], None], connection: Any) -> None:
        self._connect_to("http", before, connection)

    def _connect_with_tls(self, before: Callable[[], None], connection: Any) -> None:
        self._connect_to("https", before, connection)

    def _connect_to(self, scheme: str, before: Callable[[], None], connection: Any) -> None:
        through_proxy = getattr(connection, "_tunnel_host", None)
        host, port = (through_proxy, connection._tunnel_port) if through_proxy else (connection.host, connection.port)
        address = self._address.at(scheme, host.lower(), port)
        client = client_on(sys._getframe(1)) or self.client
        if address is None or not self._patches:
            with self._guard.calling_elsewhere(client, f"{scheme}://{host}:{port}"):
                before()
            return
        self._guard.require_own(client)
        connection.sock = _Connected(self, address, client, connection, before)
        self._connected(connection)

    def _connected(self, connection: Any) -> None:
        """Leave a connection as its own `connect` does."""

    def _refusal(self, connection: Any) -> Exception:  # noqa: ARG002 - others need it
        return refusal()


class _Connected(MemorySocket):
    """The socket of a connection to the site: each request has its own, so that none is kept for the next site."""

    def __init__(
        self, door: HttpClientDoor, address: Address, client: str, connection: Any, before: Callable[[], None]
    ) -> None:
        timeout = connection.timeout
        timeout = socket.getdefaulttimeout() if timeout is _TIMEOUT_OF_ALL else timeout
        super().__init__(self._answer, door._application.wait, timeout)
        self._door, self._address, self._client, self._connection = door, address, client, connection
        self._before = before
        self._sent, self._bytes = SentRequest(), b""

    def sendall(self, data: ReadableBuffer) -> None:
        """Take what is sent, and refuse the connection where that is what comes of the request."""
        had_head = self._sent.has_head
        self._sent.feed(bytes(data))
        if not self._sent.has_head:
            self._bytes += bytes(data)
        elif not had_head:
            self._look_at_head(self._bytes + bytes(data))

    def _look_at_head(self, so_far: bytes) -> None:
        sent, door = self._sent, self._door
        environ = self._address.environ
        url = f"{environ['wsgi.url_scheme']}://{environ['HTTP_HOST']}{sent.target}"
        if not door._address.owns(url):  # at the same host, but not below the site's path
            refuse_leaving(url, self._client)
            self._before()  # all further goes there
            self._connection.sock.sendall(so_far)
            return
        path = self._address.path_of(sent.target)
        if door._application.refuses(sent.method, path) and self._outcome().ending is Ending.REFUSED:
            raise door._refusal(self._connection)

    def _outcome(self) -> Outcome:
        sent, door = self._sent, self._door
        environ = self._address.environ_of(self._client, sent.method, sent.target, sent.headers, sent.body)
        return door._application.outcome(environ)

    def _answer(self) -> Outcome:
        outcome = self._outcome()
        if outcome.ending is Ending.REFUSED:
            raise self._door._refusal(self._connection)
        return outcome

    def makefile(self, *_: object) -> Any:
        """Return what comes back; the connection connects anew for its next request."""
        self._connection.sock = None
        return super().makefile()
