"""Clients as people write them, none changed for the test: each is answered in process, and all is recorded."""

from __future__ import annotations

import asyncio
import warnings

import pytest

from tests.clients import unconfigured

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it would rather have another httpx than the one that is tested here
    from fastapi.testclient import TestClient

CLIENTS = {
    "httpx": [unconfigured.by_a_client_of_the_module, unconfigured.by_a_function, unconfigured.by_tasks],
    "requests": [unconfigured.by_a_session_of_the_module, unconfigured.by_threads],
    "aiohttp": [unconfigured.by_an_app],
    "urllib3": [unconfigured.by_urllib3],
    "urllib.request": [unconfigured.by_the_standard_library],
    "http.client": [unconfigured.by_a_connection],
}


@pytest.fixture(autouse=True)
def two_issues(jira_linkfake):
    """Two issues, which each client links."""
    jira_linkfake.add_issues("PROJ-1", "PROJ-2")


def assert_recorded(jira, library):
    """Assert that the link is there, and that the journal knows who made it."""
    jira.assert_linked("PROJ-1", "blocks", "PROJ-2")
    made = [exchange for exchange in jira.exchanges if exchange.links_made]
    assert [exchange.client for exchange in made] == [library]


@pytest.mark.parametrize("turn", [1, 2])
@pytest.mark.parametrize(("library", "link"), [(library, link) for library, links in CLIENTS.items() for link in links])
def test_links_as_it_stands(jira_linkfake, library, link, turn):
    """A client that is made at import, for one call or in a thread links on the site of each test."""
    link("PROJ-1", "PROJ-2")
    assert_recorded(jira_linkfake, library)


def test_tasks_on_trio(jira_linkfake):
    """Tasks of anyio's under trio link too."""
    unconfigured.by_tasks("PROJ-1", "PROJ-2", backend="trio")
    assert_recorded(jira_linkfake, "httpx")


def test_an_object_with_a_client(jira_linkfake):
    """A client in an object, with its own transport and hooks, links."""

    async def run():
        tracker = unconfigured.Tracker()
        await tracker.link("PROJ-1", "PROJ-2")
        await tracker.client.aclose()

    asyncio.run(run())
    assert_recorded(jira_linkfake, "httpx")


def test_a_service_behind_its_test_client(jira_linkfake):
    """FastAPI's test client, which is httpx itself, reaches the service, and the service reaches the site."""
    with TestClient(unconfigured.service) as client:
        assert client.post("/duplicates/PROJ-1/PROJ-2").json() == {"linked": True}
    assert_recorded(jira_linkfake, "httpx")
    assert len(jira_linkfake.exchanges) == 1
