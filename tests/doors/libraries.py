"""One call of each library that is answered in process, as code makes it."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
import httpx
import trio

from tests.wire.case import basic


def of_httpx(method: str, url: str, auth: tuple[str, str], timeout: float | None, **kwargs: Any) -> int:
    """Return the status of a call of `httpx`."""
    return httpx.request(method, url, auth=auth, timeout=timeout, trust_env=False, **kwargs).status_code


async def _of_async_httpx(method: str, url: str, auth: tuple[str, str], timeout: float | None, **kwargs: Any) -> int:
    async with httpx.AsyncClient(auth=auth, timeout=timeout, trust_env=False) as client:
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
    headers = {"Authorization": basic(":".join(auth).encode())} if auth else {}
    async with (
        aiohttp.ClientSession(headers=headers, timeout=patience) as session,
        session.request(method, url, **kwargs) as response,
    ):
        await response.read()
        return response.status


def of_aiohttp(*args: Any, **kwargs: Any) -> int:
    """Return the status of a call of `aiohttp`."""
    return asyncio.run(_of_aiohttp(*args, **kwargs))


CALLS = {
    "httpx": of_httpx,
    "async httpx": of_async_httpx,
    "httpx on trio": of_httpx_on_trio,
    "aiohttp": of_aiohttp,
}
