"""A whole site as one answer of a user's own mock from `responses`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from responses import BaseResponse, RequestsMock
from responses.registries import OrderedRegistry

from jira_linkfake.doors.door import Address, address_of
from jira_linkfake.doors.in_memory import reply_to
from jira_linkfake.errors import UsageError
from jira_linkfake.faults.trouble import Application, as_application

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TypeAlias

    from _typeshed.wsgi import WSGIApplication
    from requests import PreparedRequest
    from urllib3.response import HTTPResponse

    Neighbours: TypeAlias = Callable[[], list[BaseResponse]]


def attach_to(mock: RequestsMock, base_url: str, application: WSGIApplication) -> None:
    """Let a user's own `mock`, started or not, answer for the site at `base_url`, as `RequestsDoor` would.

    The mock's other answers for the same address go first, in whichever order they were added. A mock that
    asserts that all of its answers were used does not ask it of this one. Attaching an address again replaces
    its application; of two attached addresses, one below the other, the longer answers for what both hold.

    Raises `ValueError` if the mock has an `OrderedRegistry`: its answers are good for one call each, in turn. Raises
    `UsageError` for what is no mock, such as the module.
    """
    if not isinstance(mock, RequestsMock):
        raise UsageError(f"{mock!r} is no RequestsMock: it takes one, such as responses.mock")
    if isinstance(mock.get_registry(), OrderedRegistry):
        raise ValueError("a mock with an OrderedRegistry cannot hold a whole site: intercept() it instead")
    mock.upsert(SiteResponse(mock.registered, address_of(base_url), as_application(application)))


def holder_of(application: Application, mocks: Iterable[RequestsMock]) -> RequestsMock | None:
    """Return the mock that an application is attached to, the first of several, or None."""
    for mock in mocks:
        if any(isinstance(answer, SiteResponse) and answer.is_of(application) for answer in mock.registered()):
            return mock
    return None


class SiteResponse(BaseResponse):
    """A whole site as one answer of a mock, which `neighbours` gives all answers of."""

    call_count = 1  # never 0: a site that nobody called is no failure

    def __init__(self, neighbours: Neighbours, address: Address, application: Application) -> None:
        super().__init__("ANY", address.url)
        self._neighbours, self._address, self._application = neighbours, address, application

    def is_of(self, application: Application) -> bool:
        """Say whether the site is the one that an application answers for."""
        return self._application.application is application.application

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
        arguments = getattr(request, "req_kwargs", {})  # as a mock leaves them on the request
        return reply_to(request, self._address, self._application, timeout=arguments.get("timeout"))
