"""A pretend Jira, as a test holds it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Generic, NoReturn, TypedDict, TypeVar, overload

from jira_linkfake.errors import UsageError, nearest, paragraph, printable
from jira_linkfake.faults.application import TroubledApplication
from jira_linkfake.faults.desk import Trouble
from jira_linkfake.jira.people.model import DEFAULT_USER, User
from jira_linkfake.jira.site import Site
from jira_linkfake.options import OPTION_NAMES, Answers, Credentials, Options, Unsupported, checked
from jira_linkfake.rest.app import application_of
from jira_linkfake.rest.context import Context
from jira_linkfake.testing.assertions import Assertions
from jira_linkfake.testing.clock import Troubling
from jira_linkfake.testing.reporting import exchanges_section, faults_section, links_section, webhooks_section
from jira_linkfake.testing.seeding import Permitting, Seeding

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication
    from responses import RequestsMock
    from typing_extensions import Self, Unpack
    from werkzeug.test import Client

    from jira_linkfake.doors.requests_door import RequestsDoor

_Value = TypeVar("_Value")
_FIXED = {
    "base_url": "make another FakeJira",
    "scenario": "call the scenario instead, it is a function of a FakeJira",
}
Scenario = Callable[["FakeJira"], object]
"""A situation: a function of a `FakeJira`."""


class OptionValues(TypedDict, total=False):
    """The options as keywords, for type checkers."""

    base_url: str
    scenario: str | Scenario | Iterable[str | Scenario] | None
    linking_enabled: bool
    link_limit: int
    comment_limit: int
    remote_link_limit: int
    as_user: str | User | None
    credentials: Credentials
    answers: Answers
    unsupported: Unsupported


class _Option(Generic[_Value]):
    """An option that can also be changed on the object; it is kept in the room that uses it."""

    def __init__(self, room: str) -> None:
        self._room = room

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, jira: None, owner: type) -> Self: ...

    @overload
    def __get__(self, jira: FakeJira, owner: type) -> _Value: ...

    def __get__(self, jira: FakeJira | None, owner: type) -> Self | _Value:
        if jira is None:
            return self
        value: _Value = getattr(getattr(jira, self._room), self._name)
        return value

    def __set__(self, jira: FakeJira, value: _Value) -> None:
        setattr(getattr(jira, self._room), self._name, checked(self._name, value))


class UnsupportedOperationError(AssertionError):
    """The code under test used an operation of Jira that jira_linkfake does not serve."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ServedSite:
    """A pretend Jira behind a port on loopback: its address there, and itself."""

    url: str
    jira: FakeJira

    if not TYPE_CHECKING:  # which would take every name for one of ours  # pragma: no branch

        def __getattr__(self, name: str) -> NoReturn:
            raise AttributeError(f"a ServedSite has `url` and `jira`, no {name!r}: what a FakeJira has is its `jira`'s")


class FakeJira(Seeding, Permitting, Troubling, Assertions):
    """A fresh Jira site in memory, reached through the doors that it opens.

    Takes the options of the marker as keywords, and works without pytest:

        with FakeJira() as jira, jira.intercept():
            ...

    Raises `UsageError` for an unknown option or a value that it does not accept. Leaving the `with` raises
    `UnsupportedOperationError` where a request asked for what is not served, unless `unsupported="answer"`.
    """

    linking_enabled = _Option[bool]("site")
    link_limit = _Option[int]("site")
    comment_limit = _Option[int]("site")
    remote_link_limit = _Option[int]("site")
    as_user = _Option["str | User | None"]("_context")
    credentials = _Option[Credentials]("_context")
    answers = _Option[Answers]("_context")
    unsupported = _Option[Unsupported]("_context")

    def __init__(self, **options: Unpack[OptionValues]) -> None:
        values = Options(**options)
        self.site = Site(
            linking_enabled=values.linking_enabled,
            link_limit=values.link_limit,
            comment_limit=values.comment_limit,
            remote_link_limit=values.remote_link_limit,
        )
        self._base_url = values.base_url
        self._context = Context(
            site=self.site,
            as_user=values.as_user,
            credentials=values.credentials,
            answers=values.answers,
            unsupported=values.unsupported,
        )
        self._journal = self._context.journal
        self._webhooks = self._context.webhooks
        self._trouble = Trouble()
        self.wsgi_app: WSGIApplication = TroubledApplication(
            application_of(self._context), self._context, self._trouble
        )
        self._mocks: list[RequestsMock] = []
        if values.scenario:
            from jira_linkfake.scenarios import resolved

            for scenario in resolved(values.scenario):
                scenario(self)

    if not TYPE_CHECKING:  # which would take every name for one of ours  # pragma: no branch

        def __getattr__(self, name: str) -> NoReturn:
            known = [one for one in dir(type(self)) if not one.startswith("_")]
            raise AttributeError(f"a FakeJira has no {name!r}: {nearest(name, known)}")

    def __setattr__(self, name: str, value: object) -> None:
        if not name.startswith("_"):
            _require_settable(name)
        super().__setattr__(name, value)

    def __repr__(self) -> str:
        return f"<FakeJira {self._base_url}: {len(self.site.issues)} issues, {len(self.site.links)} links>"

    def __enter__(self) -> FakeJira:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.webhooks.unregister()
        if error is None:
            self.webhooks.require_unfailed()
            self.require_supported()

    # Reach

    @property
    def url(self) -> str:
        """The site's address for clients in process, without a slash at its end."""
        return self._base_url

    @property
    def default_user(self) -> User:
        """The user who is there from the start and may do everything."""
        return DEFAULT_USER

    @property
    def auth(self) -> tuple[str, str]:
        """The default user's email and token, as `requests` takes them; every user has an `auth` of their own."""
        return DEFAULT_USER.auth

    def client(self) -> Client:
        """Return a `werkzeug.test.Client` of the site, for requests without any HTTP library."""
        from werkzeug.test import Client

        return Client(self.wsgi_app)

    def intercept(self) -> RequestsDoor:
        """Return a context manager in which `requests` to `url` are answered in process."""
        from jira_linkfake.doors.requests_door import RequestsDoor

        return RequestsDoor(self._base_url, self.wsgi_app, self._mocks)

    def attach_to(self, requests_mock: RequestsMock) -> None:
        """Let a mock of your own from `responses` answer for this site; your own stubs go first."""
        from jira_linkfake.doors.requests_door import attach_to

        attach_to(requests_mock, self._base_url, self.wsgi_app)
        self._mocks.append(requests_mock)

    @contextmanager
    def serve(self) -> Iterator[ServedSite]:
        """Serve the site behind a port on loopback, for any client in any process.

        Leaving the context raises what the site itself raised while it served.
        """
        from jira_linkfake.doors.live_server import LiveServer

        with LiveServer() as server:
            server.attach(self.wsgi_app)
            yield ServedSite(url=server.url, jira=self)
            server.detach()
        for error in server.errors:
            raise error

    # Report

    def report(self) -> str:
        """Return links, last exchanges, faults and problems with webhooks, as a failing test shows them."""
        links, faults = links_section(self.sentences()), faults_section(self._trouble.all)
        webhooks = webhooks_section(self.webhooks.problems)
        return paragraph([*links, *exchanges_section(self.exchanges), *faults, *webhooks])

    def require_supported(self) -> None:
        """Raise `UnsupportedOperationError` where a request asked for what is not served (the option `unsupported`)."""
        not_served = [exchange.reason for exchange in self.exchanges if exchange.status == 501]
        if not_served and self.unsupported == "fail":
            raise UnsupportedOperationError(
                "; ".join(dict.fromkeys(printable(str(reason)) for reason in not_served))
                + '. The code under test got a 501. The option unsupported="answer" lets a test go on with that.'
            )


def _require_settable(name: str) -> None:
    if name in _FIXED:
        raise UsageError(f"{name} cannot be changed once the site is made: {_FIXED[name]}")
    if name not in (*OPTION_NAMES, "site", "wsgi_app"):
        raise UsageError(f"a FakeJira has no option {name!r}: {nearest(name, OPTION_NAMES)}")
