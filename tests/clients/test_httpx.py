"""`httpx` reaches the site over WSGI in process, and with asyncio over the live server."""

from __future__ import annotations

import asyncio

import httpx
import pytest

BLOCKS = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "WEB-1"}, "outwardIssue": {"key": "WEB-2"}}
ALICE = ("alice@example.com", "alice-token")


@pytest.fixture
def client(jira_linkfake):
    """A client in process that is signed in as alice."""
    transport = httpx.WSGITransport(app=jira_linkfake.wsgi_app)
    with httpx.Client(transport=transport, base_url=f"{jira_linkfake.url}/rest/api/3", auth=ALICE) as client:
        yield client


@pytest.fixture
def run(jira_linkfake_server):
    """Run a coroutine function with a client for asyncio that is signed in as alice, and return what it returns."""

    async def with_client(use):
        async with httpx.AsyncClient(base_url=f"{jira_linkfake_server.url}/rest/api/3", auth=ALICE) as client:
            return await use(client)

    return lambda use: asyncio.run(with_client(use))


def linking_at_once(keys):
    """Return a coroutine function that asks for links from WEB-1 to `keys` at once, and returns the statuses."""

    async def use(client):
        bodies = [{**BLOCKS, "outwardIssue": {"key": key}} for key in keys]
        responses = await asyncio.gather(*(client.post("issueLink", json=body) for body in bodies))
        return [response.status_code for response in responses]

    return use


def test_link_over_wsgi(client, jira_linkfake):
    """A link is made, read where its `self` leads, and deleted there."""
    made = client.post("issueLink", json=BLOCKS)
    assert (made.status_code, made.content) == (201, b"")
    jira_linkfake.assert_linked("WEB-1", "blocks", "WEB-2")

    (link,) = client.get("issue/WEB-1").json()["fields"]["issuelinks"]
    assert link["self"] == f"{jira_linkfake.url}/rest/api/3/issueLink/{link['id']}"
    assert client.get(link["self"]).json()["outwardIssue"]["key"] == "WEB-2"
    assert client.delete(link["self"]).status_code == 204
    jira_linkfake.assert_no_links()
    assert {exchange.caller for exchange in jira_linkfake.exchanges} == {"alice"}


@pytest.mark.jira_linkfake(scenario="no_link_permission", answers="observed")
def test_refusal_over_wsgi(client, unchanged):
    """What Jira refuses arrives with its status and text, and nothing has changed."""
    with unchanged():
        response = client.post("issueLink", json=BLOCKS)

    assert response.status_code == 401
    assert response.json() == {"errorMessages": ["No Link Issue Permission for issue 'WEB-1'"], "errors": {}}


def test_link_with_asyncio(run, jira_linkfake, jira_linkfake_server):
    """A link is made, read where its `self` leads, and deleted there."""

    async def use(client):
        made = await client.post("issueLink", json=BLOCKS)
        assert (made.status_code, made.content) == (201, b"")
        jira_linkfake.assert_linked("WEB-1", "blocks", "WEB-2")

        (link,) = (await client.get("issue/WEB-1")).json()["fields"]["issuelinks"]
        assert link["self"].startswith(f"{jira_linkfake_server.url}/rest/api/3/issueLink/")
        assert (await client.get(link["self"])).json()["outwardIssue"]["key"] == "WEB-2"
        assert (await client.delete(link["self"])).status_code == 204

    run(use)
    jira_linkfake.assert_no_links()


def test_many_links_at_once(run, jira_linkfake):
    """Requests that are sent together are all carried out, each once."""
    keys = [issue.key for issue in jira_linkfake.add_issues(*(f"MANY-{number}" for number in range(1, 21)))]
    assert set(run(linking_at_once(keys * 2))) == {201}
    assert sorted(jira_linkfake.sentences()) == sorted(f"WEB-1 blocks {key}" for key in keys)


@pytest.mark.jira_linkfake(link_limit=5)
def test_limit_holds_among_requests_at_once(run, jira_linkfake):
    """Of requests that are sent together, no more than there is room for are carried out."""
    keys = [issue.key for issue in jira_linkfake.add_issues(*(f"MANY-{number}" for number in range(1, 11)))]
    assert sorted(run(linking_at_once(keys))) == [201] * 5 + [413] * 5
    assert len(jira_linkfake.links_of("WEB-1")) == 5
