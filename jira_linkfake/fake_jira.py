"""A pretend Jira, as a test holds it."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, fields
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, NoReturn

from jira_linkfake.doors.guard import Guard
from jira_linkfake.doors.in_process import InProcess
from jira_linkfake.errors import ScenarioNotMetWarning, UsageError, nearest, nearest_of, paragraph, printable
from jira_linkfake.faults.trouble import Trouble, TroubledApplication
from jira_linkfake.jira.people.model import DEFAULT_USER, User
from jira_linkfake.jira.site import Site
from jira_linkfake.options import OPTIONS, Options, variables_in, view_of
from jira_linkfake.rest.app import app_of, application_of
from jira_linkfake.rest.call import Context
from jira_linkfake.rest.gateway import cloud_id_of, gateway_of
from jira_linkfake.rest.journal import ANSWERED_BY_THE_TEST
from jira_linkfake.testing.assertions import (
    exchanges_section,
    faults_section,
    issues_section,
    links_section,
    webhooks_section,
    whereabouts_section,
)
from jira_linkfake.testing.changing import Changing
from jira_linkfake.testing.clock import Troubling
from jira_linkfake.testing.responding import Responding, unused_section
from jira_linkfake.testing.seeding import Permitting, Seeding
from jira_linkfake.testing.snapshots import Snapshots
from jira_linkfake.testing.transcript import MOST_LINES, bodies_of, told_exchange, waits

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication
    from flask import Flask
    from responses import RequestsMock
    from werkzeug.test import Client

    from jira_linkfake.data.loading import Loaded
    from jira_linkfake.data.reading import Source
    from jira_linkfake.doors.live_server import LiveServer

Scenario = Callable[["FakeJira"], object]
"""A situation: a function of a `FakeJira`."""


class UnsupportedOperationError(AssertionError):
    """The code under test used an operation of Jira that jira_linkfake does not serve."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ServedSite:
    """A pretend Jira behind a port on loopback: its address there, and itself.

    `certificate` is the path of the file to verify it with, where it speaks HTTPS (the option `https`), and `environ`
    has the variables of the environment that are set for it (the option `environ`).
    """

    url: str
    jira: FakeJira
    certificate: str | None = None
    environ: Mapping[str, str] = field(default_factory=dict)

    if not TYPE_CHECKING:  # which would take every name for one of ours  # pragma: no branch

        def __getattr__(self, name: str) -> NoReturn:
            known = ", ".join(f"`{one.name}`" for one in fields(self))
            raise AttributeError(f"a ServedSite has {known}, no {name!r}: what a FakeJira has is its `jira`'s")


_USUALLY = {
    "reset": "restore",
    "calls": "exchanges",
    "requests": "exchanges",
    "history": "exchanges",
    "server": "serve",
    "host": "url",
    "server_url": "url",
    "token": "auth",
    "create_issue": "add_issue",
    "delete_issue": "remove_issue",
    "update_issue": "set_issue",
    "create_issue_link": "add_link",
    "create_link": "add_link",
    "delete_link": "remove_link",
    "get_issue": "issue",
    "assert_called": "assert_requested",
    "freeze": "clock",
    "sleep": "clock.advance",
    "advance": "clock.advance",
    "register": "webhooks.register",
    "assert_delivered": "webhooks.assert_delivered",
    "comment": "add_comment",
    "link": "add_link",
}
"""What is looked for under other names, as other fakes and clients have them."""


_SETTABLE = frozenset({*OPTIONS, "site", "wsgi_app"})


def take_uncalled() -> list[object]:
    """Return the scenarios that were given parameters and not called since, and forget them."""
    scenario = sys.modules.get("jira_linkfake.scenarios.scenario")  # which costs nothing where nobody uses any
    return [] if scenario is None else list(scenario.take_uncalled())


class FakeJira(Options, Seeding, Permitting, Changing, Troubling, Responding, Snapshots):
    """A fresh Jira site in memory, reached through the doors that it opens.

    Takes the options of the marker as keywords, and works without pytest:

        with FakeJira() as jira:
            ...

    Raises `UsageError` for an unknown option or a value that it does not accept. Leaving the `with` raises
    `UnsupportedOperationError` where a request asked for what is not served, unless `unsupported="answer"`.
    """

    _warns = True

    def __post_init__(self) -> None:
        options = view_of(self)
        self.site = Site(options)
        self._context = Context(site=self.site, options=options)
        self._journal = self._context.journal
        self._webhooks = self._context.webhooks
        self._trouble = Trouble()
        self._missed = []
        self.wsgi_app: WSGIApplication = TroubledApplication(
            application_of(self._context), self._context, self._trouble
        )
        self._mocks: list[RequestsMock] = []
        self._guard: Guard = Guard(self.base_url, self.allow_hosts)
        self._entered: list[ExitStack] = []
        if options.load is not None:
            self.load(*(options.load if isinstance(options.load, (list, tuple)) else [options.load]))
        if self.scenario:
            from jira_linkfake.scenarios import resolved

            for scenario in resolved(self.scenario):
                scenario(self)

    def __dir__(self) -> list[str]:
        """Return what completes: no private names."""
        return [name for name in super().__dir__() if name.startswith("__") or not name.startswith("_")]

    if not TYPE_CHECKING:  # which would take every name for one of ours  # pragma: no branch

        def __getattr__(self, name: str) -> NoReturn:
            known = [one for one in dir(type(self)) if not one.startswith("_")]
            right = _USUALLY.get(name) or nearest_of(name, known)
            hint = f"did you mean {right!r}?" if right else f"it has {len(known)} members, all in docs/fakejira.md"
            raise AttributeError(f"a FakeJira has no {name!r}: {hint}")

        def __setattr__(self, name: str, value: object) -> None:
            if name[0] != "_" and name not in _SETTABLE:
                if name in dir(type(self)):
                    hint = ": the option base_url says it" if name == "url" else ""
                    raise UsageError(f"{name} of a FakeJira cannot be set, its options can{hint}")
                raise UsageError(f"a FakeJira has no option {name!r}: {nearest(name, OPTIONS)}")
            object.__setattr__(self, name, value)

    def __repr__(self) -> str:
        return f"<FakeJira {self.base_url}: {len(self.site.issues)} issues, {len(self.site.links)} links>"

    def __enter__(self) -> FakeJira:
        entered = ExitStack()
        entered.enter_context(self.intercept())
        if self.patch_sleep:
            entered.enter_context(self.clock.patch_sleep())
        self._entered.append(entered)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._entered.pop().close()
        self.webhooks.unregister()
        if error is None:
            self.webhooks.require_unfailed()
            self._require_well_ended()
        else:
            self._go_along_with(error)

    def _require_well_ended(self) -> None:
        """Raise `AssertionError` for what was not served, what nobody asked for, and what was refused in vain."""
        self.require_supported()
        self.require_responses_used()
        self._guard.require_nothing_refused()

    def _go_along_with(self, error: BaseException) -> None:
        """Let the report go along with what ends a test that pytest does not report on."""
        if isinstance(error, (Exception, AssertionError)) and hasattr(error, "add_note"):
            error.add_note(f"\njira_linkfake:\n{self.report()}")

    # Reach

    @property
    def url(self) -> str:
        """The site's address for clients in process, without a slash at its end."""
        return self.base_url

    @property
    def cloud_id(self) -> str:
        """The id by which Atlassian's gateway knows the site; `GET /_edge/tenant_info` tells it to anybody."""
        return cloud_id_of(self.base_url)

    @property
    def gateway_url(self) -> str:
        """The site's address at Atlassian's gateway, where tokens come as Bearer."""
        return gateway_of(self.base_url)

    @property
    def default_user(self) -> User:
        """The user who is there from the start and may do everything."""
        return DEFAULT_USER

    @property
    def auth(self) -> tuple[str, str]:
        """The default user's email and token, as `requests` takes them; every user has an `auth` of their own."""
        return DEFAULT_USER.auth

    @property
    def headers(self) -> dict[str, str]:
        """The same as a header, for clients that want one; every user has `headers` of their own."""
        return DEFAULT_USER.headers

    def client(self) -> Client:
        """Return a `werkzeug.test.Client` of the site, for requests without any HTTP library."""
        from werkzeug.test import Client

        return Client(self.wsgi_app)

    @property
    def app(self) -> Flask:
        """The Flask app of this site alone: its routes and blueprints go before Jira's operations."""
        return app_of(self._context)

    def intercept(self) -> InProcess:
        """Return a context manager in which clients that call `url` are answered in process.

        `with FakeJira() as jira:` does the same, and checks at its end that all was served.
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

        At its end it raises what the site itself raised while it served.
        """
        from jira_linkfake.doors.live_server import LiveServer

        with LiveServer(https=self.https) as server, self._guard, self._behind(server) as served, _set(served.environ):
            yield served
        for error in server.errors:
            raise error

    @contextmanager
    def _behind(self, server: LiveServer, **inspecting: Any) -> Iterator[ServedSite]:
        """Let a server that is started answer for the site, with the inspector around it if that is asked for."""
        email, token = self.auth
        values = {"url": server.url, "email": email, "token": token, "certificate": server.certificate}
        variables = {str(name): values[str(what)] for name, what in variables_in(self.environ).items()}
        environ = {name: value for name, value in variables.items() if value is not None}
        if variables != environ:
            raise UsageError("the option environ names the certificate, which there is with https=True alone")
        self._guard.is_behind_a_port = True
        server.attach(self._inspected(**inspecting) if self.inspector else self.wsgi_app, self._guard)
        try:
            yield ServedSite(url=server.url, jira=self, certificate=server.certificate, environ=environ)
        finally:
            self._trouble.keeps_port = False
            server.detach()

    def _inspected(self, **inspecting: Any) -> WSGIApplication:
        """Return the site with the inspector around it."""
        from jira_linkfake.inspector.application import Inspected  # with its Flask app, once it is asked for

        return Inspected(self, **inspecting)

    # Data

    def load(self, *sources: Source) -> Loaded:  # type: ignore[misc, override]  # the option is read elsewhere
        """Fill the site from data: `load("issues.yaml")`; it may be a dict, the path of a JSON or YAML file, or bytes.

        Of several each may name what others have. What the site has stays. Raises `UsageError` that says what is wrong
        and where; the site is then what it was.
        """
        from jira_linkfake.data.loading import load_into  # once there is some

        return load_into(self.site, *sources)

    def dump(self) -> dict[str, Any]:
        """Return the site as data, which `load` takes and JSON can hold; tokens are left out."""
        from jira_linkfake.data.dumping import dump_of  # once somebody asks

        return dump_of(self.site)

    # Report

    def report(self, *, whole: bool = False, bodies: bool = False) -> str:
        """Return issues, links, exchanges, faults and problems with webhooks, as a failing test shows them.

        It is at most a screenful: all requests that went wrong, and the first and last of the others. With `whole` it
        has all of them, with `bodies` also what each sent and got.
        """
        from jira_linkfake.testing.oversights import oversights_section  # only where somebody reads it
        from jira_linkfake.testing.secrets import hiding

        hide = hiding(self.site)
        lines = [*self._linked_too_late(), *issues_section(self._issues_asked_for()), *links_section(self.sentences())]
        lines += self._graph_section()
        if self._journal:
            most = None if whole else MOST_LINES
            told = partial(told_exchange, self.site)  # the whole report is without secrets
            of_bodies = partial(bodies_of, hide=hide) if bodies else None
            lines += exchanges_section(self.exchanges, told, most=most, bodies=of_bodies)
            lines += oversights_section(self.site, self.exchanges)
        lines += whereabouts_section(self._guard, self.exchanges)
        lines += unused_section(self._unused(), self.exchanges)
        lines += [f"{one} was waited for, and never came" for one in self._trouble.awaited]
        lines += faults_section(self._trouble.all)
        lines += [*webhooks_section(self.webhooks.problems), *waits(self.exchanges)]
        return paragraph(map(hide, lines))

    def _write_report(self, test: str) -> None:
        """Add the whole report of a test that failed to the file of the option `report_file`, if there is one."""
        if self.report_file is not None:
            with Path(self.report_file).open("a", encoding="utf-8", errors="backslashreplace") as file:
                file.write(f"{test}\n{self.report(whole=True, bodies=True)}\n\n")

    def _warn_of_what_was_not_met(self) -> None:
        """Warn of what a test has prepared to go wrong, and what never did."""
        unmet = [f"{one.fault} met no request" for one in self._trouble.all if one.is_missed]
        unmet += [f"{one} was waited for, and never came" for one in self._trouble.awaited]
        unmet += [f"{one!r} was prepared, and never called with a FakeJira" for one in take_uncalled()]
        for sentence in unmet if self._warns else ():
            warnings.warn(sentence, ScenarioNotMetWarning, stacklevel=1)

    def require_supported(self) -> None:
        """Raise `UnsupportedOperationError` where a request asked for what is not served (the option `unsupported`)."""
        answered_501 = [one for one in self.exchanges if one.status == 501 and one.rule != ANSWERED_BY_THE_TEST]
        not_served = [exchange.reason for exchange in answered_501]
        if not_served and self.unsupported == "fail":
            raise UnsupportedOperationError(
                "; ".join(dict.fromkeys(printable(str(reason)) for reason in not_served))
                + '. The code under test got a 501. The option unsupported="answer" lets a test go on with that.'
            )


def load(*sources: Source, **options: Any) -> FakeJira:
    """Return a fresh site that is filled from data; the keywords are its options.

        with jira_linkfake.load("issues.yaml") as jira:
            ...

    Raises `UsageError` as `FakeJira.load` does.
    """
    jira = FakeJira(**options)
    jira.load(*sources)
    return jira


@contextmanager
def _set(environ: Mapping[str, str]) -> Iterator[None]:
    """Set variables of the environment, and have them as they were in the end."""
    before = {name: os.environ.get(name) for name in environ}
    os.environ.update(environ)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value
