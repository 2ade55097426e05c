"""A whole site as one answer of a mock from `responses`."""

from __future__ import annotations

from http.client import HTTPMessage
from io import BytesIO
from typing import TYPE_CHECKING, Any

from responses import BaseResponse, RequestsMock
from urllib3.response import HTTPResponse

from jira_linkfake.doors.wsgi_call import Address, run
from jira_linkfake.faults.application import is_troubled

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from _typeshed.wsgi import WSGIApplication
    from requests import PreparedRequest, Response
    from requests.adapters import HTTPAdapter

    Neighbours: TypeAlias = Callable[[], list[BaseResponse]]


class Engine:
    """What sends requests to one site with the Retry of their adapter, and keeps none of them."""

    def __init__(self, address: Address, application: WSGIApplication) -> None:
        self._address, self._application = address, application
        self._site = SiteResponse(list, address, application)
        mock = RequestsMock()
        mock.add(self._site)
        self._send, self._lists = mock.unbound_on_send(), (mock.calls, self._site.calls)

    def send(self, adapter: HTTPAdapter, request: PreparedRequest, *args: Any, **kwargs: Any) -> Response:
        """Return the site's answer, as `HTTPAdapter.send` would."""
        if is_troubled(self._application):
            from jira_linkfake.doors import in_memory  # once something goes wrong

            return in_memory.send(self._address, self._application, adapter, request, *args, **kwargs)
        retry = adapter.max_retries
        if not (retry.total or retry.status_forcelist):  # as is the default: there is no Retry to honour
            return adapter.build_response(request, self._site.get_response(request))
        try:
            return self._send(adapter, request, *args, **kwargs)
        finally:
            for calls in self._lists:
                calls.reset()


class SiteResponse(BaseResponse):
    """A whole site as one answer of a mock, which `neighbours` gives all answers of."""

    call_count = 1  # never 0: a site that nobody called is no failure

    def __init__(self, neighbours: Neighbours, address: Address, application: WSGIApplication) -> None:
        super().__init__("ANY", address.url)
        self._neighbours, self._address, self._application = neighbours, address, application

    def is_of(self, application: WSGIApplication) -> bool:
        """Say whether the site is the one that an application answers for."""
        return self._application is application

    def matches(self, request: PreparedRequest) -> tuple[bool, str]:
        """Say whether the site is to answer, or else why not."""
        # Only where nothing else does: of two answers that match, a mock drops the first for good.
        if not self._address.owns(request.url):
            return False, "URL is not below it"
        if any(self._gives_way_to(other, request) for other in self._neighbours()):
            return False, "another answer goes first"
        return True, ""

    def _gives_way_to(self, other: BaseResponse, request: PreparedRequest) -> bool:
        if isinstance(other, SiteResponse):
            return len(other._address.url) > len(self._address.url) and other._address.owns(request.url)
        return other.matches(request)[0]

    def get_response(self, request: PreparedRequest) -> HTTPResponse:
        """Return the site's answer, to a mock which repeats a request by itself after a status."""
        if is_troubled(self._application):
            from jira_linkfake.doors import in_memory  # once something goes wrong

            arguments = getattr(request, "req_kwargs", {})  # as a mock leaves them on the request
            return in_memory.urlopen(self._address, self._application, request, timeout=arguments.get("timeout"))
        status, headers, body = run(self._application, self._address.environ_for(request))
        code, _, reason = status.partition(" ")
        has_cookies = any(name.lower() == "set-cookie" for name, _ in headers)
        # Not made by `responses`, which knows only the usual reason, and takes three objects for each answer.
        return HTTPResponse(
            BytesIO(body),
            headers,  # type: ignore[arg-type]  # pairs will do, and are all that can have a name twice
            int(code),
            reason=reason,
            preload_content=False,
            request_method=request.method,
            original_response=_with_cookies(headers) if has_cookies else None,
        )


def _with_cookies(headers: list[tuple[str, str]]) -> Any:
    """Return what stands for the answer as `http.client` would have read it: `requests` takes cookies from there."""
    message = HTTPMessage()
    for name, value in headers:
        message[name] = value
    return HTTPResponse(BytesIO(), preload_content=False, msg=message)
