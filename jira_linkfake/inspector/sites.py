"""The sites behind one server: the one that it was started for, and those that were made beside it."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flask import request

from jira_linkfake.errors import UsageError, nearest

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

    from jira_linkfake.fake_jira import FakeJira

MAIN = "main"
"""The name of the site that a server was started for; it has no prefix."""

PREFIX = "/sites/"
"""What the paths of all other sites begin with, before the site's name."""

SERVED_KEY = "jira_linkfake.served"
"""Where the environ has the site that a request is about, as `the_site` returns it."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,62}", re.ASCII)


class InspectedSite:
    """One of the sites behind a server; `prefix` is what its paths begin with, nothing for the main one."""

    def __init__(self, name: str, jira: FakeJira, sites: Sites) -> None:
        self.name, self.jira, self.sites = name, jira, sites
        self.prefix = "" if name == MAIN else PREFIX + name


class Sites:
    """The sites behind one server, by name."""

    def __init__(self, main: FakeJira) -> None:
        self._lock = threading.Lock()
        self._sites = {MAIN: InspectedSite(MAIN, main, self)}

    def __iter__(self) -> Iterator[InspectedSite]:
        return iter(list(self._sites.values()))

    def named(self, name: str) -> InspectedSite:
        """Return the site of a name; raises `UsageError` where there is none."""
        with self._lock:
            if name not in self._sites:
                raise UsageError(f"there is no site {name!r}: {nearest(name, self._sites)}")
            return self._sites[name]

    def of(self, environ: WSGIEnvironment) -> InspectedSite:
        """Return the site that a request is for, and let its prefix be where it is mounted.

        Raises `UsageError` where there is no such site.
        """
        path: str = environ["PATH_INFO"]
        if not path.startswith(PREFIX):
            return self.named(MAIN)
        name, slash, rest = path.removeprefix(PREFIX).partition("/")
        site = self.named(name)
        environ["SCRIPT_NAME"] = f"{environ.get('SCRIPT_NAME', '')}{PREFIX}{name}"
        environ["PATH_INFO"] = slash + rest
        return site


def the_site() -> InspectedSite:
    """Return the site that the request at hand is about."""
    site: InspectedSite = request.environ[SERVED_KEY]
    return site
