"""The code under test: an asynchronous migration that makes many links at once."""

import asyncio
from collections.abc import Iterable

import httpx

Link = tuple[str, str, str]
"""The name of a link type, the issue that the link comes from, and the one it goes to."""


async def migrate(jira: httpx.AsyncClient, links: Iterable[Link]) -> list[Link]:
    """Make all links; returns those that Jira refused."""
    results = await asyncio.gather(*(_make(jira, link) for link in links))
    return [link for link, made in results if not made]


async def _make(jira: httpx.AsyncClient, link: Link) -> tuple[Link, bool]:
    name, source, destination = link
    body = {"type": {"name": name}, "inwardIssue": {"key": source}, "outwardIssue": {"key": destination}}
    response = await jira.post("/rest/api/3/issueLink", json=body)
    return link, response.is_success
