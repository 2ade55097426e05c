"""One call of each library that is answered in process, as code makes it."""

from __future__ import annotations

import asyncio
import json
import urllib.error
import urllib.request
from contextlib import closing
from http.client import HTTPConnection, HTTPSConnection
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import httpx
import trio
import urllib3

from tests.wire.case import basic
from tests.wire.doors import CONTEXT


def of_httpx(method: str, url: str, auth: tuple[str, str], timeout: float | None, **kwargs: Any) -> int:
    """Return the status of a call of `httpx`."""
    call = httpx.request(method, url, auth=auth, timeout=timeout, trust_env=False, verify=CONTEXT, **kwargs)
    return call.status_code


async def _of_async_httpx(method: str, url: str, auth: tuple[str, str], timeout: float | None, **kwargs: Any) -> int:
    async with httpx.AsyncClient(auth=auth, timeout=timeout, trust_env=False, verify=CONTEXT) as client:
        return (await client.request(method, url, **kwargs)).status_code


def of_async_httpx(*args: Any, **kwargs: Any) -> int:
    """Return the status of a call of an asynchronous client of `httpx`."""
    return asyncio.run(_of_async_httpx(*args, **kwargs))


def of_httpx_on_trio(*args: Any, **kwargs: Any) -> int:
    """Return the status of a call of an asynchronous client of `httpx`, under trio."""

    async def call() -> int:
        return await _of_async_httpx(*args, **kwargs)

    return trio.run(call)


async def _of_aiohttp(method: str, url: str, auth: tuple[str, str], timeout: float | None, **kwargs: Any) -> int:
    patience = aiohttp.ClientTimeout(total=None, sock_read=timeout)
    headers = _credentials(auth)
    async with (
        aiohttp.ClientSession(headers=headers, timeout=patience) as session,
        session.request(method, url, **kwargs) as response,
    ):
        await response.read()
        return response.status


def of_aiohttp(*args: Any, **kwargs: Any) -> int:
    """Return the status of a call of `aiohttp`."""
    return asyncio.run(_of_aiohttp(*args, **kwargs))


def _credentials(auth: tuple[str, str] | None) -> dict[str, str]:
    return {"Authorization": basic(":".join(auth).encode())} if auth else {}


def of_urllib3(method: str, url: str, auth: tuple[str, str], timeout: float | None, **kwargs: Any) -> int:
    """Return the status of a call of `urllib3`."""
    body = {"body": json.dumps(kwargs["json"]).encode()} if kwargs else {}
    headers = {**_credentials(auth), **({"Content-Type": "application/json"} if kwargs else {})}
    with urllib3.PoolManager(retries=False, timeout=timeout) as manager:
        return manager.request(method, url, headers=headers, **body).status


def of_http_client(method: str, url: str, auth: tuple[str, str], timeout: float | None, **kwargs: Any) -> int:
    """Return the status of a call of `http.client`."""
    site = urlsplit(url)
    kind = HTTPConnection if site.scheme == "http" else HTTPSConnection
    body = json.dumps(kwargs["json"]).encode() if kwargs else None
    headers = {**_credentials(auth), **({"Content-Type": "application/json"} if kwargs else {})}
    with closing(kind(site.netloc, timeout=timeout)) as connection:
        connection.request(method, site.path, body, headers)
        response = connection.getresponse()
        response.read()
        return response.status


def of_urllib_request(method: str, url: str, auth: tuple[str, str], timeout: float | None, **kwargs: Any) -> int:
    """Return the status of a call of `urllib.request`."""
    body = json.dumps(kwargs["json"]).encode() if kwargs else None
    headers = {**_credentials(auth), **({"Content-Type": "application/json"} if kwargs else {})}
    request = urllib.request.Request(url, body, headers, method=method)
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=timeout) as response:
            response.read()
            return response.status
    except urllib.error.HTTPError as error:
        error.close()
        return error.code


CALLS = {
    "urllib3": of_urllib3,
    "http.client": of_http_client,
    "urllib.request": of_urllib_request,
    "httpx": of_httpx,
    "async httpx": of_async_httpx,
    "httpx on trio": of_httpx_on_trio,
    "aiohttp": of_aiohttp,
}
