"""An asynchronous client is answered in process like any other, and its requests at once."""

import httpx
import pytest

import migration


@pytest.fixture
async def jira(jira_linkfake):
    async with httpx.AsyncClient(base_url=jira_linkfake.url, auth=jira_linkfake.auth) as client:
        yield client


async def test_makes_every_link(jira, jira_linkfake):
    jira_linkfake.add_issues("OLD-1", "OLD-2", "OLD-3")

    assert await migration.migrate(jira, [("Blocks", "OLD-1", "OLD-2"), ("Cloners", "OLD-3", "OLD-1")]) == []

    jira_linkfake.assert_linked("OLD-1", "blocks", "OLD-2")
    jira_linkfake.assert_linked("OLD-3", "clones", "OLD-1")


async def test_returns_what_jira_refused(jira, jira_linkfake):
    jira_linkfake.add_issues("OLD-1", "OLD-2")
    good, bad = ("Blocks", "OLD-1", "OLD-2"), ("Depends on", "OLD-1", "OLD-2")

    assert await migration.migrate(jira, [good, bad]) == [bad]
    assert jira_linkfake.sentences() == ["OLD-1 blocks OLD-2"]
