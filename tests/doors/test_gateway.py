"""A site in process is at its own address and at Atlassian's gateway, whichever it was given."""

from __future__ import annotations

import pytest
import requests

from jira_linkfake import FakeJira
from jira_linkfake.doors.door import address_of

SITE = "https://your-domain.atlassian.net"
GATEWAY = "https://api.atlassian.com/ex/jira/"
BEARER = {"Authorization": "Bearer admin-token"}


def test_a_client_finds_its_way_to_the_gateway(jira_linkfake: FakeJira) -> None:
    """The site tells its id, by which the gateway knows it; a third-party mock of neither is needed."""
    cloud_id = requests.get(f"{SITE}/_edge/tenant_info").json()["cloudId"]
    assert jira_linkfake.cloud_id == cloud_id
    assert jira_linkfake.gateway_url == GATEWAY + cloud_id

    reply = requests.get(f"{GATEWAY}{cloud_id}/rest/api/3/serverInfo", headers=BEARER)
    assert reply.json()["baseUrl"] == SITE
    types = requests.get(f"{GATEWAY}{cloud_id}/rest/api/3/issueLinkType/10000", headers=BEARER).json()
    assert types["self"] == f"{GATEWAY}{cloud_id}/rest/api/3/issueLinkType/10000"


@pytest.mark.jira_linkfake(base_url=GATEWAY + "my-id")
def test_a_site_that_was_given_the_gateway(jira_linkfake: FakeJira) -> None:
    """With the gateway for an address, the id is the one in it, and the site's own address is the usual one."""
    assert (jira_linkfake.url, jira_linkfake.cloud_id) == (GATEWAY + "my-id", "my-id")
    assert requests.get(f"{SITE}/_edge/tenant_info").json() == {"cloudId": "my-id"}
    assert requests.get(f"{jira_linkfake.url}/rest/api/3/myself", headers=BEARER).json()["displayName"] == "admin"
    assert requests.get(f"{jira_linkfake.url}/rest/api/3/serverInfo", headers=BEARER).json()["baseUrl"] == SITE
    assert requests.get(f"{SITE}/rest/api/3/myself", headers=BEARER).status_code == 403


@pytest.mark.jira_linkfake(base_url=GATEWAY + "my-id")
def test_another_id_is_unknown(jira_linkfake: FakeJira) -> None:
    """A site that was given the gateway answers there for ids that nobody has, as the gateway does."""
    reply = requests.get(f"{GATEWAY}another-id/rest/api/3/myself", headers=BEARER)

    assert (reply.status_code, reply.json()["path"]) == (404, "/ex/jira/another-id/rest/api/3/myself")
    assert jira_linkfake.exchanges[-1].reason == "the site's cloud id is my-id, not another-id"


def test_two_sites_at_the_gateway() -> None:
    """Each of two sites answers for its own id."""
    one, other = FakeJira(base_url=GATEWAY + "one"), FakeJira(base_url=GATEWAY + "other")
    one.add_issue("APP-1")
    with one, one.intercept(), other, other.intercept():
        replies = [requests.get(f"{jira.url}/rest/api/3/issue/APP-1", auth=jira.auth) for jira in (one, other)]

    assert [reply.status_code for reply in replies] == [200, 404]


def test_ids_are_those_of_addresses() -> None:
    """Two sites have two ids, and the same site has the same one in each run."""
    ids = [FakeJira(base_url=f"https://{name}.atlassian.net").cloud_id for name in ("old", "new", "old")]
    assert ids[0] == ids[2] != ids[1]
    assert FakeJira().cloud_id == "bea7f72d-e71d-54fd-9ef3-784274f207c1"


@pytest.mark.parametrize(
    ("base_url", "url", "owns"),
    [
        (SITE, f"{GATEWAY}bea7f72d-e71d-54fd-9ef3-784274f207c1/rest", True),
        (SITE, f"{GATEWAY}another", False),
        (SITE, "https://api.atlassian.com/", False),
        (GATEWAY + "mine", f"{SITE}/_edge/tenant_info", True),
        (GATEWAY + "mine", f"{GATEWAY}mine", True),
        (GATEWAY + "mine", f"{GATEWAY}mines?x=1", True),
        (GATEWAY + "mine", f"{GATEWAY}", False),
        (GATEWAY + "mine", "https://api.atlassian.com/me", False),
    ],
)
def test_what_a_site_answers_for(base_url: str, url: str, owns: bool) -> None:
    """A site owns its address and its id at the gateway; who was given the gateway also ids that nobody has."""
    assert address_of(base_url).owns(url) is owns


def test_the_port_is_a_gateway_too() -> None:
    """Below `/ex/jira/<cloudId>` the port answers as the gateway, and tells its own address as the site's."""
    jira = FakeJira()
    jira.add_issue("APP-1")
    with jira.serve() as served:
        cloud_id = requests.get(f"{served.url}/_edge/tenant_info").json()["cloudId"]
        gateway = f"{served.url}/ex/jira/{cloud_id}/rest/api/3"
        assert requests.get(f"{gateway}/serverInfo", headers=BEARER).json()["baseUrl"] == served.url
        assert requests.get(f"{gateway}/issue/APP-1", headers=BEARER).json()["self"] == f"{gateway}/issue/10000"
        assert requests.get(f"{gateway}/serverInfo").status_code == 401


def test_faults_meet_what_comes_through_the_gateway() -> None:
    """A fault that is for a path meets it there too."""
    from jira_linkfake.scenarios import rate_limited

    jira = FakeJira()
    rate_limited(jira, path="issueLinkType")
    client, gateway = jira.client(), f"/ex/jira/{jira.cloud_id}/rest/api/3"
    assert client.get(f"{gateway}/issueLinkType", headers=BEARER).status_code == 429
    assert client.get(f"{gateway}/myself", headers=BEARER).status_code == 200
