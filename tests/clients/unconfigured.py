"""Code under test that links two issues, each time with another client, as people write it: nothing is for tests."""

from __future__ import annotations

import asyncio
import http.client
import json
import urllib.request
from base64 import b64encode
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import anyio
import httpx
import requests
import urllib3
from fastapi import FastAPI
from jira import JIRA

URL = "https://your-domain.atlassian.net"
AUTH = ("admin@example.com", "admin-token")
PATH = "/rest/api/3/issueLink"
BASIC = {"Authorization": "Basic " + b64encode(":".join(AUTH).encode()).decode(), "Content-Type": "application/json"}

CLIENT = httpx.Client(base_url=URL, auth=AUTH, timeout=10)
SESSION = requests.Session()
SESSION.auth = AUTH
MANAGER = urllib3.PoolManager()


def link_of(source: str, destination: str) -> dict[str, Any]:
    """Return the body that makes a link."""
    return {"type": {"name": "Blocks"}, "inwardIssue": {"key": source}, "outwardIssue": {"key": destination}}


def by_a_client_of_the_module(source: str, destination: str) -> None:
    """Link by a client of `httpx` that is made when the module is imported."""
    CLIENT.post(PATH, json=link_of(source, destination)).raise_for_status()


def by_a_session_of_the_module(source: str, destination: str) -> None:
    """Link by a session of `requests` that is made when the module is imported."""
    SESSION.post(URL + PATH, json=link_of(source, destination)).raise_for_status()


def by_a_function(source: str, destination: str) -> None:
    """Link by a function of `httpx`."""
    httpx.post(URL + PATH, json=link_of(source, destination), auth=AUTH).raise_for_status()


class Tracker:
    """A tracker with a client of its own, and HTTP/1.1 transports that try again."""

    def __init__(self) -> None:
        transport = httpx.AsyncHTTPTransport(retries=3)
        hooks = {"response": [self._check]}
        self.client = httpx.AsyncClient(base_url=URL, auth=AUTH, transport=transport, event_hooks=hooks)

    async def _check(self, response: httpx.Response) -> None:
        response.raise_for_status()

    async def link(self, source: str, destination: str) -> None:
        """Link two issues."""
        await self.client.post(PATH, json=link_of(source, destination))


class App:
    """An app that opens its session when it starts."""

    async def start(self) -> None:
        """Open the session."""
        connector = aiohttp.TCPConnector(limit=5, ttl_dns_cache=300)
        self.session = aiohttp.ClientSession(
            URL, headers=BASIC, connector=connector, raise_for_status=True, trust_env=True
        )

    async def link(self, source: str, destination: str) -> None:
        """Link two issues."""
        async with self.session.post(PATH, json=link_of(source, destination)) as response:
            await response.read()

    async def stop(self) -> None:
        """Close the session."""
        await self.session.close()


def by_an_app(source: str, destination: str) -> None:
    """Link by an app that starts, works and stops."""

    async def run() -> None:
        app = App()
        await app.start()
        await app.link(source, destination)
        await app.stop()

    asyncio.run(run())


def by_threads(source: str, destination: str) -> None:
    """Link by the `jira` client in a pool of threads."""
    client = JIRA(URL, basic_auth=AUTH)
    with ThreadPoolExecutor(4) as pool:
        pool.submit(client.create_issue_link, "Blocks", source, destination).result()


def by_tasks(source: str, destination: str, backend: str = "asyncio") -> None:
    """Link by a task of anyio's."""

    async def run() -> None:
        async with httpx.AsyncClient(base_url=URL, auth=AUTH) as client, anyio.create_task_group() as group:

            async def link() -> None:
                with anyio.fail_after(5):
                    (await client.post(PATH, json=link_of(source, destination))).raise_for_status()

            group.start_soon(link)

    anyio.run(run, backend=backend)


def by_urllib3(source: str, destination: str) -> None:
    """Link by a pool of connections."""
    response = MANAGER.request("POST", URL + PATH, headers=BASIC, body=json.dumps(link_of(source, destination)))
    assert response.status == 201


def by_the_standard_library(source: str, destination: str) -> None:
    """Link by what comes with Python."""
    data = json.dumps(link_of(source, destination)).encode()
    request = urllib.request.Request(URL + PATH, data, BASIC)
    with urllib.request.urlopen(request) as response:
        assert response.status == 201


def by_a_connection(source: str, destination: str) -> None:
    """Link by a connection that is asked twice."""
    connection = http.client.HTTPSConnection(URL.removeprefix("https://"))
    for method, path, body in (("GET", "/rest/api/3/myself", None), ("POST", PATH, link_of(source, destination))):
        connection.request(method, path, body and json.dumps(body), BASIC)
        response = connection.getresponse()
        response.read()
        assert response.status in (200, 201)
    connection.close()


@asynccontextmanager
async def _lifespan(app: FastAPI):
    async with httpx.AsyncClient(base_url=URL, auth=AUTH) as app.state.client:
        yield


service = FastAPI(lifespan=_lifespan)


@service.post("/duplicates/{source}/{destination}")
async def duplicate(source: str, destination: str) -> dict[str, bool]:
    """Link two issues for whoever calls this service."""
    answer = await service.state.client.post(PATH, json=link_of(source, destination))
    answer.raise_for_status()
    return {"linked": answer.status_code == 201}
