"""Answers what the `requests` library sends to one site, in the caller's own process and thread.

Two attributes of `requests` are patched while a door is open, because neither is enough alone:

* `Session.get_adapter` hands out a stand-in of the session's adapter. It is asked before anything is sent, so
  the site is reached inside a user's own `responses` mock too, which patches only `HTTPAdapter.send`.
* `HTTPAdapter.send` answers what comes another way: sessions that override `get_adapter`, adapters that are
  used without a session.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import requests.adapters
from requests import Session
from requests.adapters import BaseAdapter, HTTPAdapter
from responses import BaseResponse, CallbackResponse, RequestsMock
from responses.registries import OrderedRegistry

from jira_linkfake.doors.patch import Patch
from jira_linkfake.doors.wsgi_call import Address, address_of, run

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeAlias

    from _typeshed.wsgi import WSGIApplication
    from requests import PreparedRequest, Response
    from typing_extensions import Self
    from urllib3.response import HTTPResponse

    Neighbours: TypeAlias = Callable[[], list[BaseResponse]]
    Send: TypeAlias = Callable[..., Response]


class OtherHostError(AssertionError):
    """Another `*.atlassian.net` address was called, and the call was about to leave for the real network.

    An `AssertionError`, because clients take a `ConnectionError` for bad luck, sleep, and try again.
    """


class RequestsDoor:
    """Answers `requests` calls to one site in the caller's own process.

    `base_url` is the site's address, `scheme://host[:port][/prefix]` without a slash at its end. It and all
    below it is answered by the WSGI `application`; what that raises reaches the caller unchanged.

    Other calls go where they went before the door was opened: to a user's mock, to another door (of two to
    the same address, the last opened answers), to the network. Only where the network would be next, another
    `*.atlassian.net` address is refused, with `OtherHostError`.

    While the site is attached to one of the `mocks` (`attach_to`), that mock is asked in its place, so that a
    user's own answers go first there too.
    """

    def __init__(self, base_url: str, application: WSGIApplication, mocks: Sequence[RequestsMock] = ()) -> None:
        self._address = address_of(base_url)
        self._application = application
        self._mocks = mocks
        self._patches: tuple[Patch, ...] = ()

    def open(self) -> None:
        """Answer from now on. Raises `RuntimeError` if this door is open already."""
        if self._patches:
            raise RuntimeError(f"the door to {self._address.url} is open already")
        self._patches = (
            Patch(Session, "get_adapter", self._get_adapter),
            Patch(HTTPAdapter, "send", self._send),
        )

    def close(self) -> None:
        """Answer no more, whatever was opened or patched since. Does nothing to a door that is closed."""
        patches, self._patches = self._patches, ()
        for patch in patches:
            patch.close()

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def _get_adapter(self, before: Callable[..., BaseAdapter], _: Session, url: str) -> BaseAdapter:
        adapter = before(url)
        if not self._answers(url):
            # Not left to our `send`: a mock older than this door takes that away when it is stopped.
            self._refuse_real_site(url, adapter.send)
        elif isinstance(adapter, HTTPAdapter):  # of any other kind it is a user's fake, or ends in one of these
            return _stand_in(adapter, self)
        return adapter

    def _send(
        self, before: Send, adapter: HTTPAdapter, request: PreparedRequest, *args: Any, **kwargs: Any
    ) -> Response:
        if self._answers(request.url):
            return self._answer(adapter, request, *args, **kwargs)
        self._refuse_real_site(str(request.url), before)
        return before(request, *args, **kwargs)

    def _answers(self, url: str | None) -> bool:
        return bool(self._patches) and self._address.owns(url)

    def _answer(self, adapter: HTTPAdapter, request: PreparedRequest, *args: Any, **kwargs: Any) -> Response:
        return self._engine().unbound_on_send()(adapter, request, *args, **kwargs)

    def _engine(self) -> RequestsMock:
        for mock in self._mocks:
            if any(
                isinstance(answer, _SiteResponse) and answer.is_of(self._application) for answer in mock.registered()
            ):
                return mock
        # An engine for each request shares nothing between threads, and keeps no list of calls.
        engine = RequestsMock()
        engine.add(_SiteResponse(list, self._address, self._application))
        return engine

    def _refuse_real_site(self, url: str, send: Any) -> None:
        # The real `send` is known by where it was defined: a mock may have been active when we were imported.
        if not self._patches or getattr(send, "__globals__", None) is not vars(requests.adapters):
            return
        called = urlsplit(url)
        if (called.hostname or "").endswith(".atlassian.net"):
            raise OtherHostError(
                f"{called.scheme}://{called.netloc.rpartition('@')[2]} would have been called on the real network:"
                f" the site here is {self._address.url}. Let base_url be the address that is called, or intercept"
                " a second FakeJira there."
            )


def attach_to(mock: RequestsMock, base_url: str, application: WSGIApplication) -> None:
    """Let a user's own `mock`, started or not, answer for the site at `base_url`, as `RequestsDoor` would.

    The mock's other answers for the same address go first, in whichever order they were added. A mock that
    asserts that all of its answers were used does not ask it of this one. Attaching an address again replaces
    its application; of two attached addresses, one below the other, the longer answers for what both hold.

    Raises `ValueError` if the mock has an `OrderedRegistry`: its answers are good for one call each, in turn.
    """
    if isinstance(mock.get_registry(), OrderedRegistry):
        raise ValueError("a mock with an OrderedRegistry cannot hold a whole site: intercept() it instead")
    mock.upsert(_SiteResponse(mock.registered, address_of(base_url), application))


class _StandIn(HTTPAdapter):
    """The last class but one of a stand-in: here the `super().send()` of the user's own adapter arrives."""

    __slots__ = ("door",)
    door: RequestsDoor

    def send(self, request: PreparedRequest, *args: Any, **kwargs: Any) -> Response:
        return self.door._send(super().send, self, request, *args, **kwargs)


def _stand_in(adapter: HTTPAdapter, door: RequestsDoor) -> HTTPAdapter:
    # A second object, of the adapter's class and with its very attributes: other threads may use the first.
    adapter_class: Any = type(adapter)
    try:
        stand_in = object.__new__(_stand_in_class(adapter_class))
    except TypeError:  # the class has slots, or refuses to be derived from: our `HTTPAdapter.send` has to do
        return adapter
    stand_in.__dict__ = adapter.__dict__
    stand_in.door = door
    return stand_in


@lru_cache(maxsize=64)
def _stand_in_class(adapter_class: type[HTTPAdapter]) -> type[_StandIn]:
    if issubclass(_StandIn, adapter_class):
        return _StandIn
    return type(adapter_class.__name__, (adapter_class, _StandIn), {})


class _SiteResponse(BaseResponse):
    """A whole site as one answer of a mock, which `neighbours` gives all answers of."""

    call_count = 1  # never 0: a site that nobody called is no failure

    def __init__(self, neighbours: Neighbours, address: Address, application: WSGIApplication) -> None:
        super().__init__("ANY", address.url)
        self._neighbours, self._address, self._application = neighbours, address, application

    def is_of(self, application: WSGIApplication) -> bool:
        return self._application is application

    def matches(self, request: PreparedRequest) -> tuple[bool, str]:
        # Only where nothing else does: of two answers that match, a mock drops the first for good.
        if not self._address.owns(request.url):
            return False, "URL is not below it"
        if any(self._gives_way_to(other, request) for other in self._neighbours()):
            return False, "another answer goes first"
        return True, ""

    def _gives_way_to(self, other: BaseResponse, request: PreparedRequest) -> bool:
        if isinstance(other, _SiteResponse):
            return len(other._address.url) > len(self._address.url) and other._address.owns(request.url)
        return other.matches(request)[0]

    def get_response(self, request: PreparedRequest) -> HTTPResponse:
        status, headers, body = run(self._application, self._address.environ_for(request))
        code, _, reason = status.partition(" ")
        reply = CallbackResponse("ANY", self.url, lambda _: (int(code), headers, body), content_type=None)
        response = reply.get_response(request)
        response.reason = reason  # `responses` knows only the usual one
        return response
