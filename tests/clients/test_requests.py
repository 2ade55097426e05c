"""Plain `requests` makes, reads and deletes links with version 3, with sessions, retries and tokens of all kinds."""

from __future__ import annotations

import pytest
import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

BLOCKS = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "WEB-1"}, "outwardIssue": {"key": "WEB-2"}}


def bearer(token):
    """Return the headers that sign in with a token alone."""
    return {"Authorization": f"Bearer {token}"}


@pytest.fixture
def api(site):
    """The address of version 3."""
    return f"{site.url}/rest/api/3"


@pytest.fixture
def session():
    """A session that is signed in as alice."""
    with requests.Session() as session:
        session.auth = ("alice@example.com", "alice-token")
        yield session


def test_link_from_the_cradle_to_the_grave(api, session, jira_linkfake):
    """A link is made, found on an issue, read where its `self` leads, and deleted there."""
    made = session.post(f"{api}/issueLink", json=BLOCKS)
    assert (made.status_code, made.content) == (201, b"")
    assert made.headers["Content-Type"] == "application/json;charset=UTF-8"
    jira_linkfake.assert_linked("WEB-1", "blocks", "WEB-2")

    issue = session.get(f"{api}/issue/WEB-2", params={"fields": "issuelinks"}).json()
    (link,) = issue["fields"]["issuelinks"]
    assert link["self"] == f"{api}/issueLink/{link['id']}"
    assert session.get(link["self"]).json()["inwardIssue"]["key"] == "WEB-1"

    assert session.delete(link["self"]).status_code == 204
    gone = session.delete(link["self"])
    assert gone.status_code == 404
    assert gone.json() == {"errorMessages": [f"No issue link with id '{link['id']}' exists."], "errors": {}}
    jira_linkfake.assert_no_links()


def test_every_self_leads_somewhere(api, session, jira_linkfake):
    """Each address that a link holds answers with the thing that it is the address of."""
    link = jira_linkfake.add_link("WEB-1", "blocks", "WEB-2")
    content = session.get(f"{api}/issueLink/{link.id}").json()

    addresses = dict(selves_of(content))
    # The link, its type, both issues, and the status with its category, the priority and the type that they share.
    assert len(addresses) == 8
    assert {address: session.get(address).json()["id"] for address in addresses} == addresses


def selves_of(content):
    """Yield every `self` in a reply, with the id beside it."""
    for value in content.values():
        if isinstance(value, dict):
            yield from selves_of(value)
    if "self" in content:
        yield content["self"], content["id"]


def test_bearer_says_who_links(gateway, jira_linkfake):
    """A Bearer token makes a request at the gateway its user's, without an email."""
    url = f"{gateway}/rest/api/3/issueLink"
    assert requests.post(url, json=BLOCKS, headers=bearer("alice-token")).status_code == 201

    assert [exchange.caller for exchange in jira_linkfake.exchanges] == [None, "alice"]


@pytest.mark.jira_linkfake(credentials="issued")
def test_unknown_bearer_is_refused(gateway, unchanged):
    """A token that was handed to nobody does not get past the gateway."""
    with unchanged():
        response = requests.post(f"{gateway}/rest/api/3/issueLink", json=BLOCKS, headers=bearer("nobodys"))

    assert (response.status_code, response.json()) == (401, {"code": 401, "message": "Unauthorized"})


@pytest.mark.jira_linkfake(link_limit=0)
def test_retries_of_a_session_reach_jira(api, session, jira_linkfake):
    """The session's own Retry sends a request again for a status that it is set to, and then gives up."""
    retry = Retry(total=2, status_forcelist=[413], allowed_methods=None, backoff_factor=0)
    session.mount(api, HTTPAdapter(max_retries=retry))
    with pytest.raises(requests.exceptions.RetryError, match="413"):
        session.post(f"{api}/issueLink", json=BLOCKS)

    assert [exchange.status for exchange in jira_linkfake.exchanges] == [413, 413, 413]


def test_session_with_retries_links_once(api, session, jira_linkfake):
    """A session with a Retry has nothing to repeat where all goes well."""
    session.mount(api, HTTPAdapter(max_retries=Retry(total=2, status_forcelist=[413], allowed_methods=None)))

    assert session.post(f"{api}/issueLink", json=BLOCKS).status_code == 201
    assert len(jira_linkfake.exchanges) == 1
