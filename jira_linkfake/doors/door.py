"""What every door in process has: an address, what comes of a request there, and patches while it is open."""

from __future__ import annotations

import errno
import os
import re
import sys
from abc import ABC, abstractmethod
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple
from urllib.parse import unquote_to_bytes, urlsplit

from jira_linkfake.doors.guard import Guard
from jira_linkfake.faults.trouble import as_application
from jira_linkfake.rest.gateway import BELOW, cloud_id_of, gateway_of, is_gateway, site_of
from jira_linkfake.rest.journal import CLIENT_KEY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from _typeshed.wsgi import WSGIApplication, WSGIEnvironment
    from typing_extensions import Self

    from jira_linkfake.doors.patch import Patch

_DEFAULT_PORTS = {"http": 80, "https": 443}
_CLOUD_ID = rf"{BELOW}(?P<cloud_id>[^/?#]+)"
_OF_GATEWAY = re.compile(rf"{BELOW}[^/]+")


NEVER = "no answer comes, and the request has no timeout: it would wait for ever"


class NeverAnsweredError(AssertionError):
    """The code under test would wait for ever: no answer comes, and it has set no timeout.

    An `AssertionError`, because clients take a `ConnectionError` for bad luck, sleep, and try again.
    """


class Address(NamedTuple):
    """Where a site is, and what the WSGI environ of every request to it holds.

    A site is also `beside` its address: at Atlassian's gateway, or where that is the address, at its own.
    """

    url: str
    path: str
    below: re.Pattern[str]
    environ: WSGIEnvironment
    beside: Address | None = None

    def owns(self, url: str | None) -> bool:
        """Say whether a URL is one of the site's addresses or below it."""
        match = self.below.match(url or "")
        if match is not None and (not self.below.groups or self._is_ours(match["cloud_id"])):
            return True
        return self.beside is not None and self.beside.owns(url)

    def _is_ours(self, cloud_id: str) -> bool:
        """Say whether a site of an id is this one, or at least no other: who answers for the gateway knows it all."""
        return cloud_id == cloud_id_of(self.url) or (self.beside is not None and cloud_id not in _GIVEN)

    def here(self, url: str | None) -> Address:
        """Return which of the two addresses a URL is below."""
        return self if self.beside is None or self.below.match(url or "") else self.beside

    def at(self, scheme: str, host: str, port: object) -> Address | None:
        """Return which of the two addresses a connection leads to, None for neither."""
        environ = self.environ
        if (environ["wsgi.url_scheme"], environ["SERVER_NAME"], environ["SERVER_PORT"]) == (scheme, host, str(port)):
            return self
        return None if self.beside is None else self.beside.at(scheme, host, port)

    def path_of(self, target: str) -> str:
        """Return the path of a request as a site has it, from the path and query that are sent."""
        path = target.partition("?")[0].removeprefix(self.path)
        return _OF_GATEWAY.sub("", path) if is_gateway(self.url) else path

    def environ_of(
        self, client: str, method: str, target: str, headers: Iterable[tuple[str, str]], body: bytes
    ) -> WSGIEnvironment:
        """Return the environ of a request to the address; `target` is its path and query as they are sent."""
        path, _, query = target.partition("?")
        return {
            **self.environ,
            **_header_variables(headers),
            "REQUEST_METHOD": method,
            "PATH_INFO": unquote_to_bytes(path.removeprefix(self.path)).decode("latin-1"),
            "QUERY_STRING": query,
            "RAW_URI": target,
            "REQUEST_URI": target,
            "wsgi.input": BytesIO(body),
            "wsgi.errors": sys.stderr,
            CLIENT_KEY: client,
        }


_GIVEN: set[str] = set()
"""The ids of all sites that were given an address at the gateway."""


@lru_cache(maxsize=64)
def address_of(url: str) -> Address:
    """Return the address of a site from its base URL, `scheme://host[:port][/prefix]`."""
    if not is_gateway(url):
        return _address_at(url, _address_at(gateway_of(url)))
    _GIVEN.add(cloud_id_of(url))
    return _address_at(url, _address_at(site_of(url)))


def _address_at(url: str, beside: Address | None = None) -> Address:
    scheme, netloc, path, _, _ = site = urlsplit(url)
    default_port = _DEFAULT_PORTS[scheme]
    port = site.port or default_port
    host = netloc.removesuffix(f":{port}").lower()
    colon = f"(?::{port})?" if port == default_port else f":{port}"
    of_path = re.escape(path)
    if is_gateway(url):
        path, of_path = "", _CLOUD_ID  # which stays in the path of a request: the site finds it there
    below = rf"(?i:{scheme}://(?:[^/?#]*@)?{re.escape(host)}{colon}){of_path}(?=[/?#]|\Z)"
    environ = {
        "SCRIPT_NAME": unquote_to_bytes(path).decode("latin-1"),
        "SERVER_NAME": site.hostname,
        "SERVER_PORT": str(port),
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": host if port == default_port else f"{host}:{port}",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scheme,
        "wsgi.input_terminated": True,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    return Address(url, path, re.compile(below), environ, beside)


def _header_variables(headers: Iterable[tuple[str, str]]) -> dict[str, str]:
    variables: dict[str, str] = {}
    for name, value in headers:
        key = _variable(name)
        variables[key] = f"{variables[key]},{value}" if key in variables else value
    return variables


@lru_cache(maxsize=256)  # nearly every request has the same
def _variable(header: str) -> str:
    name = header.upper().replace("-", "_")
    return name if name in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{name}"


def of_the_library(base: Any, name: str) -> Any:
    """Return a library's own class below one of its classes: others may have put one of theirs in its place before."""
    library = base.__module__.partition(".")[0]
    return next(
        one for one in base.__subclasses__() if one.__name__ == name and one.__module__.partition(".")[0] == library
    )


def os_error(kind: type[OSError], number: int) -> OSError:
    """Return an error as the system raises it."""
    return kind(number, os.strerror(number))


def refusal() -> OSError:
    """Return what the system raises where nothing listens at an address."""
    return os_error(ConnectionRefusedError, errno.ECONNREFUSED)


class Door(ABC):
    """Answers one library's calls to one site in the caller's own process.

    `base_url` is the site's address, `scheme://host[:port][/prefix]` without a slash at its end. It and all
    below it is answered by the WSGI `application`; what that raises reaches the caller unchanged.

    Other calls go where they went before the door was opened: to a user's mock, to another door (of two to
    the same address, the last opened answers), to the network, where the site's `guard` refuses those to a Jira.
    """

    client: ClassVar[str]

    def __init__(self, base_url: str, application: WSGIApplication, guard: Guard | None = None) -> None:
        self._guard = guard or Guard(base_url)
        self._address = address_of(base_url)
        self._application = as_application(application)
        self._patches: tuple[Patch, ...] = ()

    def open(self) -> None:
        """Answer from now on. Raises `RuntimeError` if this door is open already."""
        if self._patches:
            raise RuntimeError(f"the door to {self._address.url} is open already")
        self.start()
        self._guard.open()

    def close(self) -> None:
        """Answer no more, whatever was opened or patched since. Does nothing to a door that is closed."""
        if self._patches:
            self.stop()
            self._guard.close()

    def start(self) -> None:
        """Answer from now on, where the guard is open already."""
        self._patches = self._patch()

    def stop(self) -> None:
        """Answer no more, and leave the guard as it is."""
        patches, self._patches = self._patches, ()
        for patch in patches:
            patch.close()

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def hear_import(self) -> None:  # noqa: B027 - most doors need not
        """Look whether something is imported by now that patches the library too."""

    @abstractmethod
    def _patch(self) -> tuple[Patch, ...]:
        """Patch the library, and return its patches."""

    def _answers(self, url: str | None) -> Any:
        return self._patches and self._address.owns(url)
