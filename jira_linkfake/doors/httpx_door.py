"""Answers what `httpx` sends to one site, in the caller's own process, synchronous and asynchronous.

Two seams, because neither is enough alone:

* `_send_handling_redirects` of both clients, which no mock replaces, works with a stand-in for the client that sends
  each request itself. So the site goes first in whichever order others (pytest-httpx, vcrpy, pook) have patched what
  is below: `_send_single_request`, `_transport_for_url` and the transports.
* `handle_request` of the library's transports answers those that code wraps in a transport of its own, which is asked
  first; and it is the last to see what is about to leave for another Jira.

A whole reply that comes at once is rendered as it is. Everything else goes over a connection in memory, which httpcore
reads, so that its exceptions are raised.
"""

from __future__ import annotations

import errno
import logging
import time
from datetime import timedelta
from types import MethodType
from typing import TYPE_CHECKING, Any

import httpx
from httpx._client import BaseClient

from jira_linkfake.doors.door import NEVER, Door, NeverAnsweredError, of_the_library, os_error, refusal
from jira_linkfake.doors.guard import refuse_leaving
from jira_linkfake.doors.loop_clock import let_others_go_on, wait, wait_for_ever
from jira_linkfake.doors.patch import Patch
from jira_linkfake.faults.fault import Ending

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jira_linkfake.faults.fault import Outcome
    from jira_linkfake.faults.trouble import Application


_Client = of_the_library(BaseClient, "Client")
_AsyncClient = of_the_library(BaseClient, "AsyncClient")
_Transport = of_the_library(httpx.BaseTransport, "HTTPTransport")
_AsyncTransport = of_the_library(httpx.AsyncBaseTransport, "AsyncHTTPTransport")

_logger = logging.getLogger("httpx")


class HttpxDoor(Door):
    """Answers `httpx` calls to one site in the caller's own process."""

    client = "httpx"

    def _patch(self) -> tuple[Patch, ...]:
        return (
            Patch(_Client, "_send_handling_redirects", self._send),
            Patch(_AsyncClient, "_send_handling_redirects", self._send),
            Patch(_Transport, "handle_request", self._handle),
            Patch(_AsyncTransport, "handle_async_request", self._handle_async),
        )

    # The first seam

    def _send(self, before: Any, client: Any, *args: Any, **kwargs: Any) -> Any:
        return _as(_stand_in(client, self), before)(*args, **kwargs)

    def _send_one(self, client: Any, request: httpx.Request) -> httpx.Response:
        if not isinstance(request.stream, httpx.SyncByteStream):
            raise RuntimeError("Attempted to send an async request with a sync Client instance.")
        begun, transport = time.perf_counter(), _transport_of(client, request)
        if type(transport) is _Transport:
            response = self._answer(transport, request)
        else:
            self._stay_on_top()
            response = transport.handle_request(request)
        return _received(client, request, response, begun)

    async def _send_one_async(self, client: Any, request: httpx.Request) -> httpx.Response:
        if not isinstance(request.stream, httpx.AsyncByteStream):
            raise RuntimeError("Attempted to send an sync request with an AsyncClient instance.")
        begun, transport = time.perf_counter(), _transport_of(client, request)
        if type(transport) is _AsyncTransport:
            response = await self._answer_async(transport, request)
        else:
            self._stay_on_top()
            response = await transport.handle_async_request(request)
        return _received(client, request, response, begun)

    def _stay_on_top(self) -> None:
        """Go before a mock that was started since, for a transport that ends in one of the library's."""
        for owner, name, answer in (
            (_Transport, "handle_request", self._handle),
            (_AsyncTransport, "handle_async_request", self._handle_async),
        ):
            if not isinstance(vars(owner)[name], Patch):
                self._patches = (Patch(owner, name, answer), *self._patches)

    # The second

    def _handle(self, before: Any, transport: Any, request: httpx.Request) -> httpx.Response:
        if self._answers(str(request.url)):
            return self._answer(transport, request)
        with self._guard.calling_elsewhere(self.client, str(request.url)):
            _refuse_leaving(before, transport, request)
            return before(request)  # type: ignore[no-any-return]

    async def _handle_async(self, before: Any, transport: Any, request: httpx.Request) -> httpx.Response:
        if self._answers(str(request.url)):
            return await self._answer_async(transport, request)
        with self._guard.calling_elsewhere(self.client, str(request.url)):
            _refuse_leaving(before, transport, request)
            return await before(request)  # type: ignore[no-any-return]

    # What comes of a request

    def _answer(self, transport: Any, request: httpx.Request) -> httpx.Response:
        self._guard.require_own(self.client)
        for delay in self._attempts(transport, request):
            self._application.wait(delay)
        body = b"".join(request.stream)  # type: ignore[arg-type]
        outcome = self._outcome(request, body)
        if outcome.ending is Ending.REFUSED:
            raise _refused(request)
        if outcome.is_plain:
            return _rendered(outcome)
        return _over_a_connection(request, body, _Stream(outcome, self._application))

    async def _answer_async(self, transport: Any, request: httpx.Request) -> httpx.Response:
        self._guard.require_own(self.client)
        await let_others_go_on()
        for delay in self._attempts(transport, request):
            await wait(self._application, delay)
        body = b"".join([part async for part in request.stream])  # type: ignore[union-attr]
        outcome = self._outcome(request, body)
        if outcome.ending is Ending.REFUSED:
            raise _refused(request)
        if outcome.is_plain:
            return _rendered(outcome)
        return await _over_a_connection_async(request, body, _AsyncStream(outcome, self._application))

    def _attempts(self, transport: Any, request: httpx.Request) -> Iterator[float]:
        """Connect: yield for how long to wait before each further attempt, and raise when there is none left."""
        path = self._address.here(str(request.url)).path_of(request.url.raw_path.decode("ascii"))
        retries, delay = getattr(transport._pool, "_retries", 0), 0.0
        while self._application.refuses(request.method, path):
            if self._outcome(request, b"").ending is not Ending.REFUSED or not retries:
                raise _refused(request)
            retries -= 1
            yield delay
            delay = delay * 2 or 0.5  # as httpcore goes on

    def _outcome(self, request: httpx.Request, body: bytes) -> Outcome:
        headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in request.headers.raw]
        target = request.url.raw_path.decode("ascii")
        return self._application.outcome(
            self._address.here(str(request.url)).environ_of(self.client, request.method, target, headers, body),
        )


class _StandIn:
    """A client whose requests to the sites of some doors go there, and which is else the one that it stands for."""

    def __init__(self, client: Any) -> None:
        self._stands_for = client
        self._doors: list[HttpxDoor] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stands_for, name)

    def _send_single_request(self, request: httpx.Request) -> Any:
        client = self._stands_for
        door = next((door for door in self._doors if door._answers(str(request.url))), None)
        if door is None:
            return client._send_single_request(request)
        return (door._send_one_async if isinstance(client, _AsyncClient) else door._send_one)(client, request)


def _stand_in(client: Any, door: HttpxDoor) -> _StandIn:
    """Return a client's stand-in; what one door has made is that of those that were opened before it too."""
    stand_in = client if type(client) is _StandIn else _StandIn(client)
    stand_in._doors.append(door)
    return stand_in


def _as(stand_in: _StandIn, before: Any) -> Any:
    """Return a client's method, bound to its stand-in; a mock that does not bind is left as it is."""
    return MethodType(before.__func__, stand_in) if isinstance(before, MethodType) else before


def _transport_of(client: Any, request: httpx.Request) -> Any:
    """Return the transport that a client has for a request, whoever has patched the client's own look for it."""
    for pattern, transport in client._mounts.items():
        if pattern.matches(request.url):
            return client._transport if transport is None else transport
    return client._transport


def _received(client: Any, request: httpx.Request, response: httpx.Response, begun: float) -> httpx.Response:
    """Return a response as a client leaves it."""
    response.request = request
    if not hasattr(response, "_elapsed"):  # ours has waited on the site's clock alone
        response.elapsed = timedelta(seconds=time.perf_counter() - begun)
    if any(name.lower() == b"set-cookie" for name, _ in response.headers.raw):  # to look for them takes long
        client.cookies.extract_cookies(response)
    response.default_encoding = client._default_encoding
    if _logger.isEnabledFor(logging.INFO):
        status = response.http_version, response.status_code, response.reason_phrase
        _logger.info('HTTP Request: %s %s "%s %d %s"', request.method, request.url, *status)
    return response


def _rendered(outcome: Outcome) -> httpx.Response:
    status, headers = outcome.head
    code, _, reason = status.partition(" ")
    response = httpx.Response(
        int(code),
        headers=[(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers],
        stream=httpx.ByteStream(outcome.body),
        extensions={"http_version": b"HTTP/1.1", "reason_phrase": reason.encode("latin-1")},
    )
    response.elapsed = timedelta(0)
    return response


def _refused(request: httpx.Request) -> httpx.ConnectError:
    return httpx.ConnectError(str(refusal()), request=request)


def _refuse_leaving(before: Any, transport: Any, request: httpx.Request) -> None:
    """Raise if a request would leave for another Jira: nobody below, mock or cassette, answers it."""
    pool = transport._pool
    function = getattr(type(pool), "handle_request", None) or getattr(type(pool), "handle_async_request", None)
    if _is_from("httpx._transports.default", before) and _is_from("httpcore.", function):
        refuse_leaving(str(request.url), HttpxDoor.client)


def _is_from(module: str, function: Any) -> bool:
    return str(getattr(function, "__globals__", {}).get("__name__")).startswith(module)


# Over a connection in memory


def _over_a_connection(request: httpx.Request, body: bytes, stream: Any) -> httpx.Response:
    import httpcore
    from httpx._transports.default import ResponseStream, map_httpcore_exceptions

    sent = _as_httpcore_sends(request, body)
    connection = httpcore.HTTP11Connection(sent.url.origin, stream)
    with map_httpcore_exceptions():
        reply = connection.handle_request(sent)
    return _read(reply, ResponseStream(reply.stream), stream)  # type: ignore[arg-type]  # of the two that it may be


async def _over_a_connection_async(request: httpx.Request, body: bytes, stream: Any) -> httpx.Response:
    import httpcore
    from httpx._transports.default import AsyncResponseStream, map_httpcore_exceptions

    sent = _as_httpcore_sends(request, body)
    connection = httpcore.AsyncHTTP11Connection(sent.url.origin, stream)
    with map_httpcore_exceptions():
        reply = await connection.handle_async_request(sent)
    return _read(reply, AsyncResponseStream(reply.stream), stream)  # type: ignore[arg-type]  # of the two that it may be


def _as_httpcore_sends(request: httpx.Request, body: bytes) -> Any:
    import httpcore

    url = request.url
    address = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
    return httpcore.Request(
        request.method, address, headers=request.headers.raw, content=body, extensions=request.extensions
    )


def _read(reply: Any, stream: Any, connection: _Stream) -> httpx.Response:
    response = httpx.Response(reply.status, headers=reply.headers, stream=stream, extensions=reply.extensions)
    response.elapsed = timedelta(seconds=connection.outcome.hold)
    return response


class _Stream:
    """As much of a network stream as httpcore uses; what comes over it, comes when it comes."""

    def __init__(self, outcome: Outcome, application: Application) -> None:
        self.outcome, self._application = outcome, application
        self._bytes: bytes | None = None

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Take the request, which the site has been handed already."""

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read on; the first time wait for what comes."""
        if self._bytes is None:
            seconds = self._due(timeout)
            if seconds is None:
                raise NeverAnsweredError(NEVER)
            self._application.wait(seconds)
        return self._next(max_bytes, timeout)

    def _due(self, patience: float | None) -> float | None:
        """Return after how many seconds something comes, or the client's patience is over; None for never."""
        if self.outcome.ending is Ending.SILENT:
            return patience
        return self.outcome.hold if patience is None else min(self.outcome.hold, patience)

    def _next(self, max_bytes: int, patience: float | None) -> bytes:
        if self._bytes is None:
            self._bytes = self._arrived(patience)
        part, self._bytes = self._bytes[:max_bytes], self._bytes[max_bytes:]
        return part

    def _arrived(self, patience: float | None) -> bytes:
        import httpcore

        outcome = self.outcome
        if outcome.ending is Ending.SILENT or (patience is not None and outcome.hold >= patience):
            raise httpcore.ReadTimeout("timed out")
        if outcome.ending is Ending.RESET:
            raise httpcore.ReadError(str(os_error(ConnectionResetError, errno.ECONNRESET)))
        return outcome.arriving

    def close(self) -> None:
        """Close nothing: there is nothing open."""

    def get_extra_info(self, info: str) -> Any:  # noqa: ARG002 - httpcore's signature
        """Return nothing: there is no socket."""
        return None


class _AsyncStream(_Stream):
    """The same for an asynchronous client."""

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # type: ignore[override]
        """Take the request, which the site has been handed already."""

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # type: ignore[override]
        """Read on; the first time wait for what comes."""
        if self._bytes is None:
            seconds = self._due(timeout)
            await (wait_for_ever(self._application) if seconds is None else wait(self._application, seconds))
        return self._next(max_bytes, timeout)

    async def aclose(self) -> None:
        """Close nothing: there is nothing open."""
