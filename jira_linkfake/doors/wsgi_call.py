"""A request of the `requests` library, answered by a site without a server in between."""

from __future__ import annotations

import re
import sys
from functools import lru_cache
from http.client import HTTPMessage
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote_to_bytes, urlsplit

from urllib3.response import HTTPResponse
from urllib3.util.retry import Retry

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment
    from requests import PreparedRequest

    from jira_linkfake.faults.outcome import Outcome
    from jira_linkfake.faults.trouble import Application

NO_RETRY = Retry(0, read=False)
"""What an adapter of `requests` has unless it is told otherwise."""

_DEFAULT_PORTS = {"http": 80, "https": 443}


class Address(NamedTuple):
    """Where a site is, and what the WSGI environ of every request to it holds."""

    url: str
    path: str
    below: re.Pattern[str]
    environ: WSGIEnvironment

    def owns(self, url: str | None) -> bool:
        """Say whether a URL is the address or below it."""
        return self.below.match(url or "") is not None

    def environ_for(self, request: PreparedRequest) -> WSGIEnvironment:
        """Return the environ of a request to the address; a body that is a stream is read, and kept as bytes."""
        body = _read(request.body)
        if request.body and not isinstance(request.body, str):
            request.body = body  # what was a stream can be sent again, by a retry
        path, _, query = request.path_url.partition("?")
        return {
            **self.environ,
            **_header_variables(request),
            "REQUEST_METHOD": request.method,
            "PATH_INFO": unquote_to_bytes(path.removeprefix(self.path)).decode("latin-1"),
            "QUERY_STRING": query,
            "RAW_URI": request.path_url,
            "REQUEST_URI": request.path_url,
            "wsgi.input": BytesIO(body),
            "wsgi.errors": sys.stderr,
        }


@lru_cache(maxsize=64)
def address_of(url: str) -> Address:
    """Return the address of a site from its base URL, `scheme://host[:port][/prefix]`."""
    scheme, netloc, path, _, _ = site = urlsplit(url)
    default_port = _DEFAULT_PORTS[scheme]
    port = site.port or default_port
    host = netloc.removesuffix(f":{port}").lower()
    colon = f"(?::{port})?" if port == default_port else f":{port}"
    below = rf"(?i:{scheme}://(?:[^/?#]*@)?{re.escape(host)}{colon}){re.escape(path)}(?=[/?#]|\Z)"
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
    return Address(url, path, re.compile(below), environ)


def _header_variables(request: PreparedRequest) -> dict[str, str]:
    variables: dict[str, str] = {}
    for name, value in request.headers.items():
        key = _variable(name)
        text = value.decode("latin-1") if isinstance(value, bytes) else value
        variables[key] = f"{variables[key]},{text}" if key in variables else text
    return variables


@lru_cache(maxsize=256)  # nearly every request has the same
def _variable(header: str) -> str:
    name = header.upper().replace("-", "_")
    return name if name in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{name}"


def _read(body: Any) -> bytes:
    if isinstance(body, str):
        return body.encode()
    if isinstance(body, (bytes, bytearray, memoryview)):
        return bytes(body)
    return _read(body.read()) if hasattr(body, "read") else b"".join(map(_read, body or ()))


def reply_to(
    request: PreparedRequest,
    address: Address,
    application: Application,
    *,
    timeout: Any = None,
    retries: Any = NO_RETRY,
) -> HTTPResponse:
    """Return the reply to a request, or raise what `requests` would raise over a network.

    A whole reply that comes at once, and is no reason to try again, is rendered as it is; over everything else urllib3
    itself sends the request.
    """

    def ask() -> Outcome:
        return application.outcome(address.environ_for(request))

    first, retries = ask(), Retry.from_int(retries)  # an adapter may have a number
    if first.is_plain:
        reply = _rendered(first, request, retries)
        if not retries.is_retry(request.method or "GET", reply.status, bool(reply.headers.get("Retry-After"))):
            return reply
    from jira_linkfake.doors import in_memory  # seldom

    waiting = [first]
    return in_memory.urlopen(
        lambda: waiting.pop() if waiting else ask(),
        application.wait,
        address,
        request,
        timeout=timeout,
        retries=retries,
    )


def _rendered(outcome: Outcome, request: PreparedRequest, retries: Retry) -> HTTPResponse:
    status, headers = outcome.head
    code, _, reason = status.partition(" ")
    has_cookies = any(name.lower() == "set-cookie" for name, _ in headers)
    return HTTPResponse(
        BytesIO(outcome.body),
        headers,  # type: ignore[arg-type]  # pairs will do, and are all that can have a name twice
        int(code),
        reason=reason,
        preload_content=False,
        request_method=request.method,
        retries=retries,
        original_response=_with_cookies(headers) if has_cookies else None,
    )


def _with_cookies(headers: list[tuple[str, str]]) -> Any:
    """Return what stands for the answer as `http.client` would have read it: `requests` takes cookies from there."""
    message = HTTPMessage()
    for name, value in headers:
        message[name] = value
    return HTTPResponse(BytesIO(), preload_content=False, msg=message)
