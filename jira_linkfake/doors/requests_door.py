"""Answers what the `requests` library sends to one site, in the caller's own process and thread.

Three attributes of `requests` are patched while a door is open. The first two because neither is enough alone:

* `Session.get_adapter` hands out a stand-in of the session's adapter. It is asked before anything is sent, so
  the site is reached inside a user's own `responses` mock too, which patches only `HTTPAdapter.send`.
* `HTTPAdapter.send` answers what comes another way: sessions that override `get_adapter`, adapters that are
  used without a session.
* `Session.merge_environment_settings` spares calls to the site the look for proxies and certificates among the
  variables of the environment: a third of what a call costs, and nothing is sent. Credentials in a `.netrc` file
  are looked up elsewhere, as ever.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import requests.sessions
from requests.adapters import BaseAdapter

from jira_linkfake.doors.door import Door, of_the_library
from jira_linkfake.doors.in_memory import WholeReply, reply_to
from jira_linkfake.doors.patch import Patch

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import ModuleType
    from typing import TypeAlias

    from _typeshed.wsgi import WSGIApplication
    from requests import PreparedRequest, Response, Session
    from requests.adapters import HTTPAdapter
    from responses import RequestsMock

    from jira_linkfake.doors.guard import Guard

    Send: TypeAlias = Callable[..., Response]
else:
    Session = of_the_library(requests.sessions.SessionRedirectMixin, "Session")
    HTTPAdapter = of_the_library(BaseAdapter, "HTTPAdapter")


_SETTINGS = 3  # whether to stream, how to verify, and a certificate


class RequestsDoor(Door):
    """Answers `requests` calls to one site in the caller's own process.

    While the site is attached to one of the `mocks` (`attach_to`), that mock is asked in its place, so that a
    user's own answers go first there too.
    """

    client = "requests"

    def __init__(
        self,
        base_url: str,
        application: WSGIApplication,
        mocks: Sequence[RequestsMock] = (),
        guard: Guard | None = None,
    ) -> None:
        super().__init__(base_url, application, guard)
        self.mocks = mocks

    def _patch(self) -> tuple[Patch, ...]:
        return (
            Patch(Session, "merge_environment_settings", self._merge_environment_settings),
            Patch(Session, "get_adapter", self._get_adapter),
            Patch(HTTPAdapter, "send", self._send),
        )

    def _merge_environment_settings(
        self, before: Any, session: Session, url: str, proxies: Any, *settings: Any, **named: Any
    ) -> Any:
        # Only the real one is known to ask the session for nothing but its settings.
        if not self._answers(url) or not _is_of(requests.sessions, before):
            return before(url, proxies, *settings, **named)
        if len(settings) == _SETTINGS and not (proxies or session.proxies):  # as a session calls it, and nearly is
            stream, verify, cert = settings
            return {
                "proxies": {},
                "stream": session.stream if stream is None else stream,
                "verify": session.verify if verify is None else verify,
                "cert": session.cert if cert is None else cert,
            }
        return before.__func__(_WithoutEnvironment(session), url, proxies, *settings, **named)

    def _get_adapter(self, before: Callable[..., BaseAdapter], _: Session, url: str) -> BaseAdapter:
        adapter = before(url)
        if not self._answers(url):
            self._guard.called_elsewhere("requests", url)
        elif isinstance(adapter, HTTPAdapter):  # any other is a user's fake, or ends in one
            return _stand_in(adapter, self, url)
        return adapter

    def _send(
        self, before: Send, adapter: HTTPAdapter, request: PreparedRequest, *args: Any, **kwargs: Any
    ) -> Response:
        if self._answers(request.url):
            return self._answer(adapter, request, *args, **kwargs)
        with self._guard.calling_elsewhere(self.client, request.url or ""):
            return before(request, *args, **kwargs)

    def _answer(self, adapter: HTTPAdapter, request: PreparedRequest, *args: Any, **kwargs: Any) -> Response:
        self._guard.require_own(self.client)
        if self.mocks:
            from jira_linkfake.doors.responses_mock import holder_of  # which has loaded `responses`

            mock = holder_of(self._application, self.mocks)
            if mock is not None:
                return mock.unbound_on_send()(adapter, request, *args, **kwargs)
        timeout, retries = _timeout_of(*args, **kwargs), adapter.max_retries
        reply = reply_to(request, self._address, self._application, timeout=timeout, retries=retries)
        response = adapter.build_response(request, reply)
        # A session that says so is about to read the body, in pieces.
        if kwargs.get("stream") is False and isinstance(reply, WholeReply) and not _is_heard(adapter, request):
            response._content = reply.read_whole()
        return response


def _timeout_of(stream: bool = False, timeout: Any = None, *_: Any, **__: Any) -> Any:  # noqa: ARG001
    """Return the timeout among the arguments of `HTTPAdapter.send`."""
    return timeout


def _is_of(module: ModuleType, function: Any) -> bool:
    # What is real is known by where it was defined: a mock may have been active when we were imported.
    return getattr(function, "__globals__", None) is vars(module)


class _StandIn(HTTPAdapter):
    """The last class but one of a stand-in: here the `super().send()` of the user's own adapter arrives."""

    __slots__ = ("door", "url")
    door: RequestsDoor
    url: str

    def send(self, request: PreparedRequest, *args: Any, **kwargs: Any) -> Response:
        if request.url == self.url and self.door._patches:  # known to be the site's, unless the adapter has changed it
            return self.door._answer(self, request, *args, **kwargs)
        return self.door._send(super().send, self, request, *args, **kwargs)


def _is_heard(adapter: HTTPAdapter, request: PreparedRequest) -> bool:
    """Say whether somebody may look at a raw answer before its session: a user's adapter, as a cache has, or a hook."""
    return type(adapter) not in (HTTPAdapter, _StandIn) or any(request.hooks.values())


def _stand_in(adapter: HTTPAdapter, door: RequestsDoor, url: str) -> HTTPAdapter:
    # A second object, of the adapter's class and with its very attributes: other threads may use the first.
    adapter_class: Any = type(adapter)
    try:
        stand_in = object.__new__(_stand_in_class(adapter_class))
    except TypeError:  # the class has slots, or refuses to be derived from: our `HTTPAdapter.send` has to do
        return adapter
    stand_in.__dict__ = adapter.__dict__
    stand_in.door, stand_in.url = door, url
    return stand_in


@lru_cache(maxsize=64)
def _stand_in_class(adapter_class: type[HTTPAdapter]) -> type[_StandIn]:
    if issubclass(_StandIn, adapter_class):
        return _StandIn
    return type(adapter_class.__name__, (adapter_class, _StandIn), {})


class _WithoutEnvironment:
    """A session that trusts nothing in the environment, and is else the one that it stands for."""

    trust_env = False

    def __init__(self, session: Session) -> None:
        self._session = session

    def __getattr__(self, name: str) -> Any:
        return getattr(self._session, name)
