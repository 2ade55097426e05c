"""The doors through which the suite reaches a site, all alike to a case."""

from __future__ import annotations

import asyncio
import os
import ssl
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from io import BytesIO
from typing import TYPE_CHECKING, Any
from urllib.parse import quote
from zlib import crc32

import aiohttp
import httpx
import pytest
import requests
import urllib3
import yarl

from tests.wire.messages import Reply, Request

if TYPE_CHECKING:
    from jira_linkfake import FakeJira
    from tests.wire.case import Case


@dataclass(frozen=True, kw_only=True)
class Door:
    """A site within reach: the address to which requests come, and what sends one there."""

    base: str
    send: Callable[[Request], Reply]

    def filled(self, text: str) -> str:
        """Return a text with the address in the place of `{base}` and `{realm}`."""
        return text.replace("{base}", self.base).replace("{realm}", quote(self.base, safe=""))


OpenDoor = Callable[["FakeJira"], AbstractContextManager[Door]]

# Made once: to read the certificates of the world takes httpx ten times as long as a call.
CONTEXT = ssl.create_default_context()


@contextmanager
def requests_in_process(jira: FakeJira) -> Iterator[Door]:
    """Reach a site with `requests`, in process."""
    with jira.intercept(), requests.Session() as session:
        session.trust_env = False  # no .netrc: a case decides who signs in

        def send(request: Request) -> Reply:
            url = jira.url + request.path
            headers = dict(request.headers)
            reply = session.request(request.method, url, headers=headers, data=request.body, allow_redirects=False)
            return _reply(reply.status_code, reply.headers.items(), reply.content)

        yield Door(base=jira.url, send=send)


@contextmanager
def live_server(jira: FakeJira) -> Iterator[Door]:
    """Reach a site over a socket, with the standard library."""
    with jira.serve() as served, closing(HTTPConnection(served.url.removeprefix("http://"), timeout=30)) as connection:

        def send(request: Request) -> Reply:
            connection.request(request.method, request.path, request.body, dict(request.headers))
            reply = connection.getresponse()
            return _reply(reply.status, reply.getheaders(), reply.read())

        yield Door(base=served.url, send=send)


@contextmanager
def werkzeug_client(jira: FakeJira) -> Iterator[Door]:
    """Reach a site's WSGI application with Werkzeug's client."""
    base = "http://werkzeug.example.com:8080"
    client = jira.client()

    def send(request: Request) -> Reply:
        with client.open(
            request.path, base, method=request.method, headers=dict(request.headers), data=request.body
        ) as reply:
            return _reply(reply.status_code, reply.headers.items(), reply.data)

    yield Door(base=base, send=send)


@contextmanager
def httpx_in_process(jira: FakeJira) -> Iterator[Door]:
    """Reach a site with `httpx`, in process."""
    with jira.intercept(), httpx.Client(trust_env=False, verify=CONTEXT) as client:

        def send(request: Request) -> Reply:
            url = jira.url + request.path
            reply = client.request(request.method, url, headers=dict(request.headers), content=request.body)
            return _reply(reply.status_code, reply.headers.items(), reply.content)

        yield Door(base=jira.url, send=send)


@contextmanager
def async_httpx_in_process(jira: FakeJira) -> Iterator[Door]:
    """Reach a site with an asynchronous client of `httpx`, in process."""

    async def ask(request: Request) -> Reply:
        async with httpx.AsyncClient(trust_env=False, verify=CONTEXT) as client:
            url = jira.url + request.path
            reply = await client.request(request.method, url, headers=dict(request.headers), content=request.body)
            return _reply(reply.status_code, reply.headers.items(), reply.content)

    with jira.intercept():
        yield Door(base=jira.url, send=lambda request: asyncio.run(ask(request)))


_LARGE = 2**20  # bytes, of which aiohttp warns where they are no file


@contextmanager
def aiohttp_in_process(jira: FakeJira) -> Iterator[Door]:
    """Reach a site with `aiohttp`, in process."""

    async def ask(request: Request) -> Reply:
        # Nothing of its own: a case decides what is sent.
        skipped = ("Accept", "Accept-Encoding", "Content-Type")
        async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as session:
            url = yarl.URL(jira.url + request.path, encoded=True)
            headers, body = dict(request.headers), request.body
            is_large = body is not None and len(body) > _LARGE
            call = session.request(
                request.method,
                url,
                headers=headers,
                data=BytesIO(body) if is_large else body,
                skip_auto_headers=skipped,
                allow_redirects=False,
            )
            async with call as reply:
                return _reply(reply.status, reply.headers.items(), await reply.read())

    with jira.intercept():
        yield Door(base=jira.url, send=lambda request: asyncio.run(ask(request)))


@contextmanager
def urllib3_in_process(jira: FakeJira) -> Iterator[Door]:
    """Reach a site with `urllib3`, in process."""
    with jira.intercept(), urllib3.PoolManager(retries=False) as manager:

        def send(request: Request) -> Reply:
            url = jira.url + request.path
            reply = manager.request(
                request.method, url, headers=dict(request.headers), body=request.body, redirect=False
            )
            return _reply(reply.status, reply.headers.items(), reply.data)

        yield Door(base=jira.url, send=send)


DOORS: tuple[OpenDoor, ...] = (
    werkzeug_client,
    requests_in_process,
    live_server,
    httpx_in_process,
    async_httpx_in_process,
    aiohttp_in_process,
    urllib3_in_process,
)


def through_doors(cases: Iterable[Case]) -> list[Any]:
    """Return the parameters `case` and `open_door` of a test.

    Each case goes through one of the doors, always the same by its name, and with JIRA_LINKFAKE_DOORS=every through
    each.
    """
    every = os.environ.get("JIRA_LINKFAKE_DOORS") == "every"
    return [
        pytest.param(case, door, id=f"{door.__name__}-{case.name}")
        for case in cases
        for number, door in enumerate(DOORS)
        if every or number == crc32(case.name.encode()) % len(DOORS)
    ]


def _reply(status: int, headers: Iterable[tuple[str, str]], body: bytes) -> Reply:
    return Reply(status=status, headers={name.lower(): value for name, value in headers}, body=body)
