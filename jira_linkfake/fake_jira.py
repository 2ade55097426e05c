"""A pretend Jira, as a test holds it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, NoReturn

from jira_linkfake.doors.guard import Guard
from jira_linkfake.doors.in_process import InProcess
from jira_linkfake.errors import UsageError, nearest, paragraph, printable
from jira_linkfake.faults.trouble import Trouble, TroubledApplication
from jira_linkfake.jira.people.model import DEFAULT_USER, User
from jira_linkfake.jira.site import Site
from jira_linkfake.options import OPTIONS, Options, view_of
from jira_linkfake.rest.app import application_of
from jira_linkfake.rest.call import Context
from jira_linkfake.testing.assertions import (
    Assertions,
    exchanges_section,
    faults_section,
    links_section,
    webhooks_section,
)
from jira_linkfake.testing.clock import Troubling
from jira_linkfake.testing.seeding import Permitting, Seeding

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication
    from responses import RequestsMock
    from werkzeug.test import Client


Scenario = Callable[["FakeJira"], object]
"""A situation: a function of a `FakeJira`."""


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


class FakeJira(Options, Seeding, Permitting, Troubling, Assertions):
    """A fresh Jira site in memory, reached through the doors that it opens.

    Takes the options of the marker as keywords, and works without pytest:

        with FakeJira() as jira:
            ...

    Raises `UsageError` for an unknown option or a value that it does not accept. Leaving the `with` raises
    `UnsupportedOperationError` where a request asked for what is not served, unless `unsupported="answer"`.
    """

    def __post_init__(self) -> None:
        options = view_of(self)
        self.site = Site(options)
        self._context = Context(site=self.site, options=options)
        self._journal = self._context.journal
        self._webhooks = self._context.webhooks
        self._trouble = Trouble()
        self.wsgi_app: WSGIApplication = TroubledApplication(
            application_of(self._context), self._context, self._trouble
        )
        self._mocks: list[RequestsMock] = []
        self._guard = Guard(self.base_url, self.allow_hosts)
        self._entered: list[InProcess] = []
        if self.scenario:
            from jira_linkfake.scenarios import resolved

            for scenario in resolved(self.scenario):
                scenario(self)

    if not TYPE_CHECKING:  # which would take every name for one of ours  # pragma: no branch

        def __getattr__(self, name: str) -> NoReturn:
            known = [one for one in dir(type(self)) if not one.startswith("_")]
            raise AttributeError(f"a FakeJira has no {name!r}: {nearest(name, known)}")

        def __setattr__(self, name: str, value: object) -> None:
            if not (name.startswith("_") or name in OPTIONS or name in ("site", "wsgi_app")):
                raise UsageError(f"a FakeJira has no option {name!r}: {nearest(name, OPTIONS)}")
            super().__setattr__(name, value)

    def __repr__(self) -> str:
        return f"<FakeJira {self.base_url}: {len(self.site.issues)} issues, {len(self.site.links)} links>"

    def __enter__(self) -> FakeJira:
        self._entered.append(self.intercept())
        self._entered[-1].open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._entered.pop().close()
        self.webhooks.unregister()
        if error is None:
            self.webhooks.require_unfailed()
            self.require_supported()
            self._guard.require_nothing_refused()

    # Reach

    @property
    def url(self) -> str:
        """The site's address for clients in process, without a slash at its end."""
        return self.base_url

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

    def intercept(self) -> InProcess:
        """Return a context manager in which clients that call `url` are answered in process.

        `with FakeJira() as jira:` does so too, and also looks at its end whether all went well.
        """
        return InProcess(self.base_url, self.wsgi_app, self._mocks, self._guard)

    def attach_to(self, requests_mock: RequestsMock) -> None:
        """Let a mock of your own from `responses` answer for this site; your own stubs go first."""
        from jira_linkfake.doors.responses_mock import attach_to

        attach_to(requests_mock, self.base_url, self.wsgi_app)
        self._mocks.append(requests_mock)

    @contextmanager
    def serve(self) -> Iterator[ServedSite]:
        """Serve the site behind a port on loopback, for any client in any process.

        Leaving the context raises what the site itself raised while it served.
        """
        from jira_linkfake.doors.live_server import LiveServer

        with LiveServer() as server, self._guard:
            server.attach(self.wsgi_app, self._guard)
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
