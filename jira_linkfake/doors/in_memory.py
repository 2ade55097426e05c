"""A connection without a network, over which urllib3 really sends a request and really meets what goes wrong.

Its connections, retries and exceptions are then those of a socket. Time alone is pretended: what a client would
wait for passes on the site's clock.
"""

from __future__ import annotations

import errno
import io
import os
from copy import copy
from typing import TYPE_CHECKING, Any

from requests import exceptions as raised
from urllib3.connection import HTTPConnection
from urllib3.connectionpool import HTTPConnectionPool
from urllib3.exceptions import (
    HTTPError,
    MaxRetryError,
    NewConnectionError,
    ReadTimeoutError,
    ResponseError,
)
from urllib3.util.retry import Retry
from urllib3.util.timeout import Timeout

from jira_linkfake.faults.outcome import Ending, Outcome

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from _typeshed import WriteableBuffer
    from requests import PreparedRequest, Response
    from requests.adapters import HTTPAdapter
    from urllib3.response import HTTPResponse

    from jira_linkfake.doors.wsgi_call import Address
    from jira_linkfake.faults.application import TroubledApplication

    Connect: TypeAlias = Callable[[], Outcome]
    Wait: TypeAlias = Callable[[float], None]


NO_RETRY = Retry(0, read=False)
"""What an adapter of `requests` has unless it is told otherwise."""


class NeverAnsweredError(AssertionError):
    """The code under test would wait for ever: no answer comes, and it has set no timeout.

    An `AssertionError`, because clients take a `ConnectionError` for bad luck, sleep, and try again.
    """


def send(
    address: Address,
    application: TroubledApplication,
    adapter: HTTPAdapter,
    request: PreparedRequest,
    stream: bool = False,  # noqa: ARG001 - `HTTPAdapter.send` takes these too
    timeout: Any = None,
    *_: Any,
    **__: Any,
) -> Response:
    """Return the reply to a request as `HTTPAdapter.send` does, with the retries of an adapter."""
    reply = urlopen(address, application, request, timeout=timeout, retries=adapter.max_retries)
    return adapter.build_response(request, reply)


def urlopen(
    address: Address,
    application: TroubledApplication,
    request: PreparedRequest,
    *,
    timeout: Any,
    retries: Retry = NO_RETRY,
) -> HTTPResponse:
    """Return the reply to a request, sent as `requests` sends it, or raise what `requests` raises.

    Raises `NeverAnsweredError` where no answer comes and no timeout is set.
    """

    def connect() -> Outcome:
        return application.outcome(address.environ_for(request))

    pool = InProcessPool(address.environ["SERVER_NAME"], int(address.environ["SERVER_PORT"]))
    pool.connect_to(connect, application.wait)
    try:
        response: Any = pool.urlopen(
            request.method or "GET",
            request.path_url,
            headers=request.headers,
            redirect=False,
            assert_same_host=False,
            preload_content=False,
            decode_content=False,
            retries=_on_the_clock(retries, application.wait),
            timeout=_timeout_of(timeout),
        )
    except HTTPError as error:
        raise _as_requests_raises(error, request) from error
    return response  # type: ignore[no-any-return]


def _timeout_of(timeout: Any) -> Timeout:
    if isinstance(timeout, Timeout):
        return timeout
    connect, read = timeout if isinstance(timeout, tuple) else (timeout, timeout)
    return Timeout(connect=connect, read=read)


def _as_requests_raises(error: HTTPError, request: PreparedRequest) -> raised.RequestException:
    """Return what `requests` makes of an error of urllib3's."""
    if isinstance(error, ReadTimeoutError):
        return raised.ReadTimeout(error, request=request)
    if isinstance(error, MaxRetryError) and isinstance(error.reason, ResponseError):
        return raised.RetryError(error, request=request)
    return raised.ConnectionError(error, request=request)


def _on_the_clock(retries: Retry, wait: Wait) -> Retry:
    """Return retries between which time passes on the site's clock; those that sleep in a way of their own do so."""
    kind = type(retries)
    if kind.sleep is not Retry.sleep:
        return retries

    def sleep(self: Retry, response: Any = None) -> None:
        asked_for = self.get_retry_after(response) if response and self.respect_retry_after_header else None
        wait(asked_for or self.get_backoff_time())

    ours = copy(retries)
    ours.__class__ = type(kind.__name__, (kind,), {"sleep": sleep})
    return ours


class InProcessPool(HTTPConnectionPool):
    """A pool in which each attempt has a connection of its own."""

    def connect_to(self, connect: Connect, wait: Wait) -> None:
        """Say what comes of a request that is sent, and how time goes by."""
        self._line = connect, wait

    def _get_conn(self, timeout: float | None = None) -> InProcessConnection:  # noqa: ARG002 - urllib3's signature
        connection = InProcessConnection(self.host, self.port)
        connection.line = self._line
        return connection

    def _put_conn(self, conn: Any) -> None:
        if conn is not None:
            conn.close()


class InProcessConnection(HTTPConnection):
    """A connection whose other end is the site."""

    line: tuple[Connect, Wait]

    def _new_conn(self) -> Any:
        connect, wait = self.line
        outcome = connect()
        if outcome.ending is Ending.REFUSED:
            refused = _os_error(ConnectionRefusedError, errno.ECONNREFUSED)
            raise NewConnectionError(self, f"Failed to establish a new connection: {refused}") from refused
        return _Socket(outcome, wait)


class _Socket:
    """As much of a socket as a client uses."""

    def __init__(self, outcome: Outcome, wait: Wait) -> None:
        self.outcome, self.wait = outcome, wait
        self.timeout: float | None = None

    def settimeout(self, timeout: float | None) -> None:
        """Set for how many seconds the client waits."""
        self.timeout = timeout

    def sendall(self, data: object) -> None:
        """Take the request, which the site has been handed already."""

    def makefile(self, *_: object) -> io.BufferedReader:
        """Return what comes back."""
        return io.BufferedReader(_Incoming(self))

    def close(self) -> None:
        """Close nothing: there is nothing open."""


class _Incoming(io.RawIOBase):
    """What comes back over a socket, when it comes."""

    def __init__(self, sock: _Socket) -> None:
        self._socket = sock
        self._bytes: io.BytesIO | None = None

    def readable(self) -> bool:
        """Say that this can be read."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Read on; the first time wait for what comes."""
        if self._bytes is None:
            self._bytes = self._arrived()
        return self._bytes.readinto(buffer)

    def _arrived(self) -> io.BytesIO:
        outcome, patience = self._socket.outcome, self._socket.timeout
        if outcome.ending is Ending.SILENT and patience is None:
            raise NeverAnsweredError("no answer comes, and the request has no timeout: it would wait for ever")
        if patience is not None and (outcome.ending is Ending.SILENT or outcome.hold >= patience):
            self._socket.wait(patience)
            raise TimeoutError("timed out")
        self._socket.wait(outcome.hold)
        if outcome.ending is Ending.RESET:
            raise _os_error(ConnectionResetError, errno.ECONNRESET)
        return io.BytesIO(outcome.arriving)


def _os_error(kind: type[OSError], number: int) -> OSError:
    return kind(number, os.strerror(number))
