"""A WSGI application called for a request of the `requests` library, without a server in between."""

from __future__ import annotations

import re
import sys
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote_to_bytes, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from _typeshed.wsgi import WSGIApplication, WSGIEnvironment
    from requests import PreparedRequest

    Write: TypeAlias = Callable[[bytes], object]

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


def run(application: WSGIApplication, environ: WSGIEnvironment) -> tuple[str, list[tuple[str, str]], bytes]:
    """Return status, headers and body of the application's reply; what it raises comes through."""
    head: Any = None
    chunks: list[bytes] = []

    def start_response(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Write:
        nonlocal head
        if exc_info and any(chunks):  # too late to answer anything else
            raise exc_info[1].with_traceback(exc_info[2])
        head = status, headers
        return chunks.append

    result = application(environ, start_response)
    try:
        for chunk in result:  # one by one, since `write` may add some in between
            chunks.append(chunk)
    finally:
        if hasattr(result, "close"):
            result.close()
    return *head, b"".join(chunks)
