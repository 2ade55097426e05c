"""A request of `requests` to the site without a network: as a call of WSGI, and over a connection in memory.

The call renders a whole reply that comes at once. Over the connection urllib3 really sends the request and really meets
what goes wrong: connections, retries and exceptions are those of a socket. Time alone is pretended: what a client would
wait for passes on the site's clock.
"""

from __future__ import annotations

from functools import lru_cache
from http.client import HTTPMessage
from io import BytesIO
from typing import TYPE_CHECKING, Any

from requests import exceptions as raised
from urllib3 import HTTPHeaderDict
from urllib3.connection import HTTPConnection
from urllib3.connectionpool import HTTPConnectionPool
from urllib3.exceptions import HTTPError, MaxRetryError, NewConnectionError, ReadTimeoutError, ResponseError
from urllib3.response import HTTPResponse
from urllib3.util.retry import Retry
from urllib3.util.timeout import Timeout

from jira_linkfake.doors.door import refusal
from jira_linkfake.doors.memory_socket import MemorySocket
from jira_linkfake.faults.fault import Ending, Outcome

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from _typeshed.wsgi import WSGIEnvironment
    from requests import PreparedRequest

    from jira_linkfake.doors.door import Address
    from jira_linkfake.faults.trouble import Application

    Ask: TypeAlias = Callable[[], Outcome]
    Wait: TypeAlias = Callable[[float], None]


NO_RETRY = Retry(0, read=False)
"""What an adapter of `requests` has unless it is told otherwise."""


def environ_for(request: PreparedRequest, address: Address) -> WSGIEnvironment:
    """Return the environ of a request to an address; a body that is a stream is read, and kept as bytes."""
    body = _read(request.body)
    if request.body and not isinstance(request.body, str):
        request.body = body  # what was a stream can be sent again, by a retry
    items: Any = getattr(request.headers, "lower_items", request.headers.items)  # items() looks each one up again
    headers = [(name, value if type(value) is str else _text(value)) for name, value in items()]
    return address.here(request.url).environ_of("requests", request.method or "GET", request.path_url, headers, body)


def _text(value: str | bytes) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else value


def _read(body: Any) -> bytes:
    if isinstance(body, str):
        return body.encode()
    if isinstance(body, (bytes, bytearray, memoryview)):
        return bytes(body)
    return _read(body.read()) if hasattr(body, "read") else b"".join(map(_read, body or ()))


def reply_to(
    request: PreparedRequest,
    address: Address,
    application: Application,
    *,
    timeout: Any = None,
    retries: Any = NO_RETRY,
) -> HTTPResponse:
    """Return the reply to a request, or raise what `requests` would raise over a network.

    A whole reply that comes at once, and is no reason to try again, is rendered as it is; over everything else urllib3
    itself sends the request.
    """

    def ask() -> Outcome:
        return application.outcome(environ_for(request, address))

    first, retries = ask(), Retry.from_int(retries)  # an adapter may have a number
    if first.is_plain:
        reply = _rendered(first, request, retries)
        if not retries.is_retry(request.method or "GET", reply.status, bool(reply.headers.get("Retry-After"))):
            return reply
    waiting = [first]
    return urlopen(
        lambda: waiting.pop() if waiting else ask(),
        application.wait,
        address,
        request,
        timeout=timeout,
        retries=retries,
    )


def _rendered(outcome: Outcome, request: PreparedRequest, retries: Retry) -> HTTPResponse:
    status, pairs = outcome.head
    code, _, reason = status.partition(" ")
    headers = HTTPHeaderDict()
    for name, value in pairs:
        headers.add(name, value)
    body = BytesIO(outcome.body)
    kind = HTTPResponse if "Content-Encoding" in headers else WholeReply
    reply = kind(
        body,
        headers,
        int(code),
        reason=reason,
        preload_content=False,
        request_method=request.method,
        retries=retries,
        original_response=_with_cookies(pairs) if "Set-Cookie" in headers else None,
    )
    if isinstance(reply, WholeReply):
        reply.whole = body
    return reply


class WholeReply(HTTPResponse):
    """A reply whose body is there, as it is: `whole` is what it is read from."""

    whole: BytesIO

    def read_whole(self) -> bytes:
        """Return the body, after which nothing is left to read."""
        self.length_remaining = 0
        return self.whole.read()


def _with_cookies(headers: list[tuple[str, str]]) -> Any:
    """Return what stands for the answer as `http.client` would have read it: `requests` takes cookies from there."""
    message = HTTPMessage()
    for name, value in headers:
        message[name] = value
    return HTTPResponse(BytesIO(), preload_content=False, msg=message)


def urlopen(
    ask: Ask, wait: Wait, address: Address, request: PreparedRequest, *, timeout: Any, retries: Retry
) -> HTTPResponse:
    """Return the reply to a request, sent as `requests` sends it, or raise what `requests` raises.

    `ask` says what comes of each try, and `wait` lets time go by. Raises `NeverAnsweredError` where no answer comes
    and no timeout is set; what `ask` raises comes through unchanged.
    """
    pool = InProcessPool(address.environ["SERVER_NAME"], int(address.environ["SERVER_PORT"]))
    pool.connect_to(ask, wait)
    try:
        response: Any = pool.urlopen(
            request.method or "GET",
            request.path_url,
            headers=request.headers,
            redirect=False,
            assert_same_host=False,
            preload_content=False,
            decode_content=False,
            retries=_on_the_clock(retries, wait),
            timeout=_timeout_of(timeout),
        )
    except HTTPError as error:
        raise _as_requests_raises(error, request) from error
    except _NotOfTheConnectionError as carrier:
        own = carrier.error
    else:
        return response  # type: ignore[no-any-return]
    raise own


class _NotOfTheConnectionError(Exception):
    """Carries what the application raised past urllib3, which would take an `OSError` for one of its own."""

    def __init__(self, error: Exception) -> None:
        super().__init__(error)
        self.error = error


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
    if type(retries).sleep is not Retry.sleep:
        return retries
    kind: Any = type(retries)
    ours = object.__new__(_kind_on_the_clock(kind))
    ours.__dict__.update(vars(retries), wait=wait)
    return ours


class _OnTheClock(Retry):
    """Retries that wait as they are told; urllib3 makes the next ones anew, of the same kind."""

    wait: Wait

    def sleep(self, response: Any = None) -> None:
        """Wait for as long as the response asks for, or else as long as these retries do."""
        asked_for = self.get_retry_after(response) if response and self.respect_retry_after_header else None
        self.wait(asked_for or self.get_backoff_time())

    def new(self, **changes: Any) -> Any:
        """Return the retries that are left."""
        left = super().new(**changes)
        left.wait = self.wait
        return left


@lru_cache(maxsize=64)
def _kind_on_the_clock(kind: type[Retry]) -> type[_OnTheClock]:
    return type(kind.__name__, (_OnTheClock, kind), {})


class InProcessPool(HTTPConnectionPool):
    """A pool in which each attempt has a connection of its own."""

    def connect_to(self, ask: Ask, wait: Wait) -> None:
        """Say what comes of a request that is sent, and how time goes by."""
        self._line = ask, wait

    def _get_conn(self, timeout: float | None = None) -> InProcessConnection:  # noqa: ARG002 - urllib3's signature
        connection = InProcessConnection(self.host, self.port)
        connection.line = self._line
        return connection

    def _put_conn(self, conn: Any) -> None:
        if conn is not None:
            conn.close()


class InProcessConnection(HTTPConnection):
    """A connection whose other end is the site."""

    line: tuple[Ask, Wait]

    def connect(self) -> None:
        """Connect to the site, past the door for whoever uses urllib3 without `requests`."""
        self.sock = self._new_conn()

    def _new_conn(self) -> Any:
        ask, wait = self.line
        try:
            outcome = ask()
        except Exception as error:
            raise _NotOfTheConnectionError(error) from error
        if outcome.ending is Ending.REFUSED:
            refused = refusal()
            raise NewConnectionError(self, f"Failed to establish a new connection: {refused}") from refused
        return MemorySocket(lambda: outcome, wait)
