"""One call of each library that is answered in process, as code makes it."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx
import trio


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


CALLS = {"httpx": of_httpx, "async httpx": of_async_httpx, "httpx on trio": of_httpx_on_trio}
