"""The addresses in replies begin where the request came to, and can be followed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from jira_linkfake import FakeJira
from tests.wire import seeds
from tests.wire.case import Case
from tests.wire.cases.create_bodies import LINK
from tests.wire.doors import Door, OpenDoor, live_server, requests_in_process
from tests.wire.literals import BLOCKS
from tests.wire.messages import Reply

STARTS = (
    "issue/PROJ-1",
    "issue/PROJ-3",
    "issue/PROJ-1/comment",
    "issueLinkType",
    "issuetype",
    "priority",
    "status",
    "statuscategory",
    "myself",
)
KINDS = {
    "issue",
    "issue/comment",
    "issue/votes",
    "issue/watchers",
    "issueLink",
    "issueLinkType",
    "issuetype",
    "priority",
    "project",
    "resolution",
    "securitylevel",
    "status",
    "statuscategory",
    "user",
}


def site() -> FakeJira:
    """Return a site that has at least one of everything that a reply shows with its address."""
    jira = FakeJira()
    seeds.start(jira)
    seeds.linked(jira)
    jira.add_link("OTHER-1", "relates to", "PROJ-1")
    jira.add_issue("PROJ-3", visible_to=[jira.default_user])
    body = {**LINK, "comment": {"body": "See there."}}
    jira.client().post("/rest/api/2/issueLink", json=body, auth=jira.auth)
    return jira


def read(door: Door, path: str, **headers: str) -> Reply:
    """Return the reply to a request of the default user's."""
    return door.send(Case("", caller="admin", path=path, sent_headers=headers, status=200, body=b"").request)


def addresses(content: Any) -> Iterator[str]:
    """Yield every `self` in a reply's JSON."""
    for value in content.values() if isinstance(content, dict) else content:
        if isinstance(value, (dict, list)):
            yield from addresses(value)
    if isinstance(content, dict) and "self" in content:
        yield content["self"]


@pytest.mark.parametrize("version", ["2", "3", "latest"])
def test_every_self_can_be_followed(open_door: OpenDoor, version: str) -> None:
    """Every `self` of a reply, and of the replies that it leads to, is the address of what has it."""
    with open_door(site()) as door:
        above = f"{door.base}/rest/api/{version}/"
        found = set()
        to_follow = [f"{door.base}/rest/api/{version}/{start}" for start in STARTS]
        while to_follow:
            address = to_follow.pop()
            reply = read(door, address.removeprefix(door.base))
            assert reply.status == 200, address
            content = json.loads(reply.body)
            if address in found and "self" in content:
                assert content["self"] == address
            new = set(addresses(content)) - found
            found |= new
            to_follow += new

    assert all(address.startswith(above) for address in found)
    assert {re.sub(r"/([A-Z]+-)?\d+|\?.*", "", address.removeprefix(above)) for address in found} == KINDS


@pytest.mark.parametrize("base_url", ["https://jira.example.com", "http://localhost:2990/jira", "https://h/a/b"])
def test_addresses_begin_with_that_of_the_site(base_url: str) -> None:
    """A site has the address that it was given, with its port and path, in `self`, `baseUrl` and `instance`."""
    with requests_in_process(FakeJira(base_url=base_url)) as door:
        link_type = read(door, "/rest/api/3/issueLinkType/10000")
        server_info = read(door, "/rest/api/3/serverInfo")
        nothing = read(door, "/rest/api/3/nothing")

    path = "/" + base_url.split("/", 3)[3] if base_url.count("/") > 2 else ""
    assert link_type.body == BLOCKS.replace(b"{base}", base_url.encode())
    assert json.loads(server_info.body)["baseUrl"] == base_url
    assert json.loads(nothing.body)["instance"] == f"{path}/rest/api/3/nothing"
    assert json.loads(nothing.body)["detail"] == f"No endpoint GET {path}/rest/api/3/nothing."


def test_addresses_begin_with_the_host_that_the_request_names() -> None:
    """Behind a port, the address is the one in the request's `Host`."""
    with live_server(FakeJira()) as door:
        reply = read(door, "/rest/api/3/issueLinkType/10000", Host="jira.internal:8443")
    assert reply.body == BLOCKS.replace(b"{base}", b"http://jira.internal:8443")


def test_addresses_begin_with_the_path_below_which_an_application_is_mounted() -> None:
    """Below a path of a WSGI server, the address has the path."""
    client = FakeJira().client()
    reply = client.get("/rest/api/3/issueLinkType/10000", "https://proxy.example.com/tracker")
    assert reply.data == BLOCKS.replace(b"{base}", b"https://proxy.example.com/tracker")
