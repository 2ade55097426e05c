"""Answers what `aiohttp` sends to one site, in the caller's own process.

* `TCPConnector._create_connection` returns a real `ResponseHandler` on a transport in memory, which hands the site what
  is sent. So sessions, connectors, timeouts, tracing and exceptions are the real ones, and no name is looked up.
* `ClientSession._request`, which aioresponses, pook and vcrpy replace, goes on as the library itself has it for the
  site. Where one of these is imported, the session's public methods see to it that ours stays in front.
"""

from __future__ import annotations

import asyncio
import errno
import gc
import sys
from types import FunctionType
from typing import TYPE_CHECKING, Any

import aiohttp
import aiohttp.client
import aiohttp.connector
from aiohttp.client_proto import ResponseHandler

from jira_linkfake.doors.door import NEVER, Door, NeverAnsweredError, os_error, refusal
from jira_linkfake.doors.guard import refuse_leaving
from jira_linkfake.doors.loop_clock import jumping, let_others_go_on, running_clock
from jira_linkfake.doors.patch import Patch
from jira_linkfake.doors.sent_request import SentRequest
from jira_linkfake.faults.fault import Ending

if TYPE_CHECKING:
    from jira_linkfake.doors.door import Address
    from jira_linkfake.faults.fault import Outcome

_REPLACES_REQUEST = ("aioresponses", "pook", "vcr")
_VERBS = ("request", "get", "options", "head", "post", "put", "patch", "delete", "__init__")
_CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"


_Session, _Connector = aiohttp.client.ClientSession, aiohttp.connector.TCPConnector


def _own_request() -> Any:
    """Return the library's own `_request`, whoever has put another in its place: it is kept to be put back."""
    there, own = vars(_Session)["_request"], vars(aiohttp.client)
    if getattr(there, "__globals__", None) is own:
        return there
    functions = [one for one in gc.get_referrers(own) if type(one) is FunctionType and one.__globals__ is own]
    return next(one for one in functions if one.__qualname__ == "ClientSession._request")


_session_request = _own_request()


class AiohttpDoor(Door):
    """Answers `aiohttp` calls to one site in the caller's own process."""

    client = "aiohttp"
    _is_wary = False

    def _patch(self) -> tuple[Patch, ...]:
        return (
            Patch(_Connector, "_create_connection", self._create_connection),
            Patch(_Session, "_request", self._request),
        )

    def hear_import(self) -> None:
        """Stay in front of what replaces `_request`, once it is imported."""
        if self._patches and not self._is_wary and any(name in sys.modules for name in _REPLACES_REQUEST):
            self._is_wary = True
            self._patches += tuple(Patch(_Session, verb, self._go_first) for verb in _VERBS)

    def _go_first(self, before: Any, session: Any, /, *args: Any, **kwargs: Any) -> Any:  # noqa: ARG002 - a patch's
        if not isinstance(vars(_Session)["_request"], Patch):
            self._patches = (Patch(_Session, "_request", self._request), *self._patches)
        return before(*args, **kwargs)

    async def _request(self, before: Any, session: Any, method: str, url: Any, **kwargs: Any) -> Any:
        try:
            whole = str(session._build_url(url))
        except (TypeError, ValueError, AssertionError):  # no address: the library has something to say about it
            whole = ""
        if self._answers(whole):
            return await _session_request(session, method, url, **kwargs)
        return await before(method, url, **kwargs)

    def stop(self) -> None:
        """Answer no more, and leave the guard as it is."""
        super().stop()
        self._is_wary = False

    async def _create_connection(self, before: Any, connector: Any, request: Any, *args: Any, **kwargs: Any) -> Any:
        url = str(request.url)
        if not self._answers(url):
            with self._guard.calling_elsewhere(self.client, url):
                if getattr(before, "__globals__", None) is vars(aiohttp.connector):
                    refuse_leaving(url, self.client)
                return await before(request, *args, **kwargs)
        self._guard.require_own(self.client)
        await let_others_go_on()
        target = request.url.raw_path_qs
        address = self._address.here(url)
        if self._application.refuses(request.method, address.path_of(target)):
            headers = [(str(name), str(value)) for name, value in request.headers.items()]
            self._outcome(address, request.method, target, headers, b"")
            raise aiohttp.ClientConnectorError(request.connection_key, refusal())
        handler = ResponseHandler(connector._loop)
        handler._should_close = True  # each request has a connection of its own, so that none is kept for the next site
        handler.connection_made(_Transport(self, address, handler, connector._loop))
        return handler

    def _outcome(
        self, address: Address, method: str, target: str, headers: list[tuple[str, str]], body: bytes
    ) -> Outcome:
        return self._application.outcome(address.environ_of(self.client, method, target, headers, body))


class _Transport(asyncio.Transport):
    """A connection in memory: what is written is handed to the site, and what comes of it is fed to the client."""

    def __init__(self, door: AiohttpDoor, address: Address, handler: ResponseHandler, loop: Any) -> None:
        super().__init__()
        self._door, self._address, self._handler, self._loop = door, address, handler, loop
        self._sent = SentRequest()
        self._is_closing = False
        self._waiting: Any = None
        self._reply: Any = None

    def write(self, data: Any) -> None:
        """Take what is sent, and ask the site once it is a whole request."""
        sent = self._sent
        had_head = sent.has_head
        sent.feed(bytes(data))
        if sent.is_whole:
            self._answer()
        elif sent.has_head and not had_head and sent.waits_for_leave():
            self._loop.call_soon(self._handler.data_received, _CONTINUE)

    def _answer(self) -> None:
        sent = self._sent
        try:
            outcome = self._door._outcome(self._address, sent.method, sent.target, sent.headers, sent.body)
        except Exception as error:
            self._handler.set_exception(error)
            return
        clock = running_clock() if outcome.hold or outcome.ending is Ending.SILENT else None
        if clock is not None:
            give_up = self._give_up if outcome.ending is Ending.SILENT else None
            self._waiting = jumping(clock, self._door._application, give_up)
            self._waiting.__enter__()
        if outcome.ending is not Ending.SILENT:
            self._reply = self._loop.call_later(outcome.hold, self._deliver, outcome)

    def _give_up(self) -> None:
        self._stop_waiting()
        self._handler.set_exception(NeverAnsweredError(NEVER))

    def _deliver(self, outcome: Outcome) -> None:
        self._stop_waiting()
        if outcome.is_answered:
            self._handler.data_received(outcome.arriving)
        if outcome.ending is not Ending.WHOLE:
            is_reset = outcome.ending is Ending.RESET
            self._is_closing = True
            self._handler.connection_lost(os_error(ConnectionResetError, errno.ECONNRESET) if is_reset else None)

    def _stop_waiting(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting.__exit__(None, None, None)

    def close(self) -> None:
        """End the connection, whatever was still to come."""
        self._stop_waiting()
        if self._reply is not None:
            self._reply.cancel()
        if not self._is_closing:
            self._is_closing = True
            self._loop.call_soon(self._handler.connection_lost, None)

    def abort(self) -> None:
        """End the connection."""
        self.close()

    def is_closing(self) -> bool:
        """Say whether the connection has ended."""
        return self._is_closing

    def get_write_buffer_size(self) -> int:
        """Return 0: what is written has arrived."""
        return 0

    def pause_reading(self) -> None:
        """Go on: all that comes is there."""

    def resume_reading(self) -> None:
        """Go on: all that comes is there."""
