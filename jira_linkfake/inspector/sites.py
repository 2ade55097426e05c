"""The sites behind one server: the one that it was started for, and those that were made beside it."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from flask import request

from jira_linkfake.errors import UsageError, nearest
from jira_linkfake.options import OPTIONS, checked
from jira_linkfake.rest.sign_in import user_as

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

    from jira_linkfake.fake_jira import FakeJira
    from jira_linkfake.rest.journal import Exchange

MAIN = "main"
"""The name of the site that a server was started for; it has no prefix."""

PREFIX = "/sites/"
"""What the paths of all other sites begin with, before the site's name."""

SERVED_KEY = "jira_linkfake.served"
"""Where the environ has the site that a request is about, as `the_site` returns it."""

OF_THE_SERVER = frozenset(
    {
        "allow_hosts",
        "environ",
        "https",
        "inspector",
        "load",  # which takes the path of a file
        "patch_sleep",
        "report_file",
        "unsupported",
        "unused_responses",
    }
)
"""The options about the server or the test: the site has nothing of them, so that the control API cannot set them."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,62}", re.ASCII)


class UnknownSiteError(UsageError):
    """No site behind the server has that name."""


class Baseline:
    """What a site was at a moment, with its options and faults."""

    def __init__(self, jira: FakeJira) -> None:
        self._snapshot = jira.snapshot()
        self._options = jira._values.copy()
        self._faults = [one.fault for one in jira._trouble.all]

    def put_back(self, jira: FakeJira) -> None:
        """Make the site what it was; nothing is asked of it or sent by it since, and each fault is as new."""
        with jira.site.lock:
            jira.restore(self._snapshot)
            jira._values.update(self._options)
            jira._trouble.start_with(self._faults)
            jira._journal.clear()
            jira.webhooks.forget()


class InspectedSite:
    """One of the sites behind a server; `prefix` is what its paths begin with, nothing for the main one."""

    def __init__(self, name: str, jira: FakeJira, sites: Sites) -> None:
        self.name, self.jira, self.sites = name, jira, sites
        self.prefix = "" if name == MAIN else PREFIX + name
        self._baseline: Baseline
        self._is_remembered = False
        self._untold = 0
        self._telling = threading.Lock()

    def remember(self) -> None:
        """Let `reset` lead to what the site is now."""
        with self.jira.site.lock:
            self._baseline, self._is_remembered = Baseline(self.jira), True

    def remember_once(self) -> None:
        """Let `reset` lead to what the site is now, unless it leads somewhere already."""
        with self.jira.site.lock:
            if not self._is_remembered:
                self.remember()

    def reset(self) -> None:
        """Make the site what it was before its first request, or after what was last loaded through control."""
        with self._telling:
            self._baseline.put_back(self.jira)
            self._untold = 0

    def tell(self, tell: Callable[[InspectedSite, Exchange], object]) -> None:
        """Tell of each exchange that nobody was told of yet, in order."""
        with self._telling:
            for exchange in self.jira._journal[self._untold :]:
                self._untold += 1
                tell(self, exchange)

    @contextmanager
    def all_or_nothing(self) -> Iterator[None]:
        """Undo what is done in the block to the site, its options and its faults where the block raises something."""
        jira = self.jira
        with jira.site.lock:
            before, options, faults = jira.snapshot(), jira._values.copy(), jira._trouble.kept()
            try:
                yield
            except BaseException:
                jira.restore(before)
                jira._values.update(options)
                jira._trouble.put_back(faults)
                raise


class Sites:
    """The sites behind one server, by name."""

    def __init__(self, main: FakeJira) -> None:
        self._lock = threading.Lock()
        self._made = 0
        self._main = main
        self._sites = {MAIN: InspectedSite(MAIN, main, self)}

    def __iter__(self) -> Iterator[InspectedSite]:
        with self._lock:
            return iter(list(self._sites.values()))

    def named(self, name: str) -> InspectedSite:
        """Return the site of a name; raises `UnknownSiteError` where there is none."""
        with self._lock:
            if name not in self._sites:
                raise UnknownSiteError(f"there is no site {name!r}: {nearest(name, self._sites)}")
            return self._sites[name]

    def of(self, environ: WSGIEnvironment) -> InspectedSite:
        """Return the site that a request is for, and let its prefix be where it is mounted.

        Raises `UnknownSiteError` where there is no such site.
        """
        path: str = environ["PATH_INFO"]
        if not path.startswith(PREFIX):
            main = self.named(MAIN)
            main.remember_once()
            return main
        name, slash, rest = path.removeprefix(PREFIX).partition("/")
        site = self.named(name)
        environ["SCRIPT_NAME"] = f"{environ.get('SCRIPT_NAME', '')}{PREFIX}{name}"
        environ["PATH_INFO"] = slash + rest
        return site

    def add(
        self, name: object, options: Mapping[str, Any], data: Mapping[str, Any] | list[Any] | None = None
    ) -> InspectedSite:
        """Make a site with the main one's options, but for those that are given; without a name it is given one.

        Raises `UsageError` for a name that will not do or is taken, for what no site has as an option, and wrong data.
        """
        for one, value in options.items():
            checked(one, value)
            _require_of_a_site(one)
        if name is not None and not (isinstance(name, str) and _NAME.fullmatch(name)):
            raise UsageError(f"name={name!r} will not do: it takes letters, digits, dots and dashes, up to 63")
        shared = {one: value for one, value in self._main._values.items() if one not in OF_THE_SERVER | {"scenario"}}
        jira = type(self._main)(**{**shared, **options, "inspector": True})
        jira._trouble.keep_port()
        if data is not None:
            jira.load(data)
        if "as_user" in options:
            require_user(jira)
        return self._put(name, jira)

    def _put(self, name: str | None, jira: FakeJira) -> InspectedSite:
        with self._lock:
            while name is None:
                self._made += 1
                name = None if f"site-{self._made}" in self._sites else f"site-{self._made}"
            if name in self._sites:
                raise UsageError(f"there is a site {name!r} already")
            site = self._sites[name] = InspectedSite(name, jira, self)
            site.remember_once()
            return site

    def remove(self, name: str) -> None:
        """Take a site away; raises `UsageError` for the main one, and where there is no such site."""
        self.named(name)
        if name == MAIN:
            raise UsageError("the main site goes with its server: it can be reset, not removed")
        with self._lock:
            self._sites.pop(name, None)


def _require_of_a_site(name: str) -> None:
    if name in OF_THE_SERVER:
        raise UsageError(f"{name} is an option of the server or of a test, not of a site: start another server for it")


def require_user(jira: FakeJira) -> None:
    """Raise `UsageError` where the option `as_user` names nobody on a site, before each request fails for it."""
    if jira.as_user is not None:
        user_as(jira.site.people, jira.as_user)


def changed_options(jira: FakeJira, options: Mapping[str, object]) -> None:
    """Set options of a site: all, or where one will not do none; raises `UsageError` then."""
    values = {}
    for name, value in options.items():
        checked(name, value)
        _require_of_a_site(name)
        values[name] = OPTIONS[name].changed_to(value)
    user = values.get("as_user")
    if user is not None:
        jira.user(user)
    jira._values.update(values)


def the_site() -> InspectedSite:
    """Return the site that the request at hand is about."""
    site: InspectedSite = request.environ[SERVED_KEY]
    return site
