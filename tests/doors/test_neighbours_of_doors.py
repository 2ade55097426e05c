"""Whoever else has patched a library, before or after: our address is answered by us, and all else is theirs."""

from __future__ import annotations

import asyncio
import importlib
import json
from contextlib import ExitStack, contextmanager
from importlib.metadata import version

import aiohttp
import httpx
import pook
import pytest
import respx
import urllib3
import vcr
from aioresponses import aioresponses
from pytest_httpx import HTTPXMock

from jira_linkfake import FakeJira

AIOHTTP = tuple(int(part) for part in version("aiohttp").split(".")[:2])
ELSEWHERE = "https://ci.example.com/status"


def httpx_get(url):
    """Return what `httpx` gets."""
    return httpx.get(url).json()


def async_httpx_get(url):
    """Return what an asynchronous client of `httpx` gets."""

    async def call():
        async with httpx.AsyncClient() as client:
            return (await client.get(url)).json()

    return asyncio.run(call())


class Wrapping(httpx.BaseTransport):
    """A transport as people write them, around one of the library's."""

    def __init__(self):
        self.inner = httpx.HTTPTransport()

    def handle_request(self, request):
        """Pass a request on."""
        response = self.inner.handle_request(request)
        response.headers["X-Wrapped"] = "yes"
        return response


class Derived(httpx.HTTPTransport):
    """A transport that is derived from one of the library's."""

    def handle_request(self, request):
        """Pass a request on."""
        response = super().handle_request(request)
        response.headers["X-Wrapped"] = "yes"
        return response


def wrapped_httpx_get(url):
    """Return what a client with a transport around another gets."""
    with httpx.Client(transport=Wrapping()) as client:
        response = client.get(url)
        assert response.headers["X-Wrapped"] == "yes"
        return response.json()


def derived_httpx_get(url):
    """Return what a client with a transport of a class of its own gets."""
    with httpx.Client(mounts={"https://": Derived()}) as client:
        response = client.get(url)
        assert response.headers["X-Wrapped"] == "yes"
        return response.json()


@contextmanager
def by_respx():
    """Answer by respx."""
    with respx.mock(assert_all_called=False) as mock:
        mock.get(ELSEWHERE).respond(json={"by": "the mock"})
        yield


@contextmanager
def by_pytest_httpx():
    """Answer by pytest-httpx, as its fixture does."""
    fixture = importlib.import_module("pytest_httpx").httpx_mock
    function = getattr(fixture, "_get_wrapped_function", lambda: fixture.__wrapped__)()
    monkeypatch = pytest.MonkeyPatch()
    options = importlib.import_module("pytest_httpx._options")._HTTPXMockOptions
    request = type("Request", (), {"node": type("Node", (), {"iter_markers": lambda *_: []})()})()
    mock = next(function(monkeypatch, request)) if options else None
    assert isinstance(mock, HTTPXMock)
    mock.add_response(url=ELSEWHERE, json={"by": "the mock"}, is_reusable=True)
    yield
    monkeypatch.undo()


@contextmanager
def by_pook():
    """Answer by pook."""
    with pook.use():
        pook.get(ELSEWHERE).persist().reply(200).json({"by": "the mock"})
        yield


@contextmanager
def by_vcrpy(tmp_path):
    """Answer by a cassette of vcrpy."""
    body = '{"by": "the mock"}'
    cassette = tmp_path / "cassette.yaml"
    cassette.write_text(
        f"""
version: 1
interactions:
- request: {{body: '', headers: {{}}, method: GET, uri: '{ELSEWHERE}'}}
  response:
    body: {{string: '{body}'}}
    headers: {{Content-Type: [application/json], Content-Length: ['{len(body)}']}}
    status: {{code: 200, message: OK}}
"""
    )
    with vcr.use_cassette(str(cassette), record_mode="none", allow_playback_repeats=True):
        yield


MOCKS = {
    "respx": by_respx,
    "pytest-httpx": by_pytest_httpx,
    "pook": by_pook,
    "vcrpy": by_vcrpy,
}
OF_HTTPX = {"httpx": httpx_get, "async": async_httpx_get, "wrapped": wrapped_httpx_get, "derived": derived_httpx_get}


@contextmanager
def by_aioresponses():
    """Answer by aioresponses."""
    with aioresponses() as mock:
        mock.get(ELSEWHERE, payload={"by": "the mock"}, repeat=True)
        yield


MOCKS["aioresponses"] = by_aioresponses


def mock_of(name, tmp_path):
    """Return a mock that answers one address."""
    return MOCKS[name](tmp_path) if name == "vcrpy" else MOCKS[name]()


@pytest.mark.parametrize("get", OF_HTTPX)
@pytest.mark.parametrize("mock", ["respx", "pytest-httpx", "pook", "vcrpy"])
@pytest.mark.parametrize("order", ["ours first", "theirs first"])
def test_of_httpx(tmp_path, mock, order, get):
    """Inside and outside of a mock we answer at our address, the mock at its own, and nothing is left behind."""
    names = ((httpx.Client, "_send_handling_redirects"), (httpx.HTTPTransport, "handle_request"))
    before = [vars(owner)[name] for owner, name in names]
    jira = FakeJira()
    managers = [jira.intercept(), mock_of(mock, tmp_path)]
    with ExitStack() as stack:
        for manager in managers if order == "ours first" else reversed(managers):
            stack.enter_context(manager)
        if not (mock in ("pook", "vcrpy") and get in ("wrapped", "derived")):  # which may go before any transport
            assert OF_HTTPX[get](ELSEWHERE) == {"by": "the mock"}
        assert OF_HTTPX[get](f"{jira.url}/rest/api/3/serverInfo")["serverTitle"] == "Jira"
    assert len(jira.exchanges) == 1
    assert [getattr(owner, name) for owner, name in names] == before
    assert [vars(owner)[name] for owner, name in names] == before


@pytest.mark.parametrize("mock", ["respx", "pytest-httpx", "pook", "vcrpy"])
def test_of_httpx_closed_in_another_order(tmp_path, mock):
    """A mock that was started after our door and is stopped after it, or the other way round, leaves nothing behind."""
    owner, name = httpx.HTTPTransport, "handle_request"
    before = vars(owner)[name]
    jira = FakeJira()
    door, theirs = jira.intercept(), mock_of(mock, tmp_path)
    for first, second in ((door, theirs), (mock_of(mock, tmp_path), door)):
        first.__enter__()
        second.__enter__()
        assert wrapped_httpx_get(f"{jira.url}/rest/api/3/serverInfo")["serverTitle"] == "Jira"
        first.__exit__(None, None, None)
        second.__exit__(None, None, None)
        assert getattr(owner, name) is before
        assert vars(owner)[name] is before


async def _aiohttp_get(url):
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        return await response.json()


async def _aiohttp_request(url):
    async with aiohttp.request("GET", url) as response:
        return await response.json()


OF_AIOHTTP = {"session": _aiohttp_get, "request": _aiohttp_request}
# Neither can make a response of the newest aiohttp.
SERVED = [mock for mock in ("aioresponses", "pook", "vcrpy") if mock == "vcrpy" or AIOHTTP < (3, 14)]


@pytest.mark.parametrize("get", OF_AIOHTTP)
@pytest.mark.parametrize("mock", ["aioresponses", "pook", "vcrpy"])
@pytest.mark.parametrize("order", ["ours first", "theirs first"])
def test_of_aiohttp(tmp_path, mock, order, get):
    """Inside and outside of a mock we answer at our address, the mock at its own, and nothing is left behind."""
    names = ((aiohttp.ClientSession, "_request"), (aiohttp.TCPConnector, "_create_connection"))
    before = [vars(owner)[name] for owner, name in names]
    jira = FakeJira()
    managers = [jira.intercept(), mock_of(mock, tmp_path)]
    with ExitStack() as stack:
        for manager in managers if order == "ours first" else reversed(managers):
            stack.enter_context(manager)
        if mock in SERVED:
            assert asyncio.run(OF_AIOHTTP[get](ELSEWHERE)) == {"by": "the mock"}
        answer = asyncio.run(OF_AIOHTTP[get](f"{jira.url}/rest/api/3/serverInfo"))
        assert answer["serverTitle"] == "Jira"
    assert len(jira.exchanges) == 1
    assert [getattr(owner, name) for owner, name in names] == before
    assert [vars(owner)[name] for owner, name in names] == before


@pytest.mark.parametrize("mock", ["pook", "vcrpy"])
@pytest.mark.parametrize("order", ["ours first", "theirs first"])
def test_of_urllib3(tmp_path, mock, order):
    """Inside and outside of a mock that goes first what it does not hold is answered by us."""
    jira = FakeJira()
    mocks = {"pook": lambda: pook.use(network=True), "vcrpy": lambda: vcr.use_cassette(str(tmp_path / "new.yaml"))}
    managers = [jira.intercept(), mocks[mock]()]
    with ExitStack() as stack:
        for manager in managers if order == "ours first" else reversed(managers):
            stack.enter_context(manager)
        response = urllib3.PoolManager().request("GET", f"{jira.url}/rest/api/3/serverInfo")
        assert json.loads(response.data)["serverTitle"] == "Jira"
    assert len(jira.exchanges) == 1
