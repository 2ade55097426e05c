"""What the suites of the client libraries share: a site behind two doors, and every wrong use of it."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
import requests
from jira import JIRA

from jira_linkfake import FakeJira, ServedSite
from tests.clients.mcp_atlassian import environment
from tests.clients.node import Node, install, node_of_age
from tests.clients.refusals import REFUSALS, Refusal

ALICE = ("alice@example.com", "alice-token")


@pytest.fixture
def jira_linkfake(jira_linkfake: FakeJira) -> FakeJira:
    """A site with two issues, and alice, who is no administrator, in the group support and the role Developers."""
    jira_linkfake.add_issues("WEB-1", "WEB-2")
    alice = jira_linkfake.add_user("alice", token="alice-token")
    jira_linkfake.add_group("support", [alice])
    jira_linkfake.add_group("auditors")
    jira_linkfake.add_role("Developers", project="WEB", members=[alice])
    jira_linkfake.add_role("Administrators", project="WEB")
    return jira_linkfake


@pytest.fixture(params=["in-process", "live-server"])
def site(request: pytest.FixtureRequest, jira_linkfake: FakeJira) -> ServedSite:
    """The site with an address at which `requests` reaches it: in process, or behind a port."""
    if request.param == "live-server":
        return request.getfixturevalue("jira_linkfake_server")
    return ServedSite(url=jira_linkfake.url, jira=jira_linkfake)


@pytest.fixture
def gateway(site: ServedSite) -> str:
    """The site's address at Atlassian's gateway, found as clients find it."""
    cloud_id = requests.get(f"{site.url}/_edge/tenant_info").json()["cloudId"]
    host = "https://api.atlassian.com" if site.url.startswith("https") else site.url
    return f"{host}/ex/jira/{cloud_id}"


@pytest.fixture
def pycontribs(site: ServedSite) -> Iterator[JIRA]:
    """The client of pycontribs, signed in as alice."""
    with closing(JIRA(server=site.url, basic_auth=ALICE)) as client:
        yield client


@pytest.fixture
def atlassian(site: ServedSite) -> Iterator[Callable[[type[Any]], Any]]:
    """Make a client of atlassian-python-api of a class, signed in as alice, and close it."""
    with ExitStack() as clients:
        yield lambda client_class: clients.enter_context(client_class(site.url, *ALICE))


@pytest.fixture(scope="session")
def node(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Node]:
    """A process of Node.js that calls jira.js, which is installed once and kept in pytest's cache."""
    program = node_of_age()
    cache = getattr(pytestconfig, "cache", None)
    folder = install(cache.mkdir("jira.js") if cache else tmp_path_factory.mktemp("jira.js"))
    with closing(Node(program, folder)) as node:
        yield node


@pytest.fixture(scope="session")
def mcp_atlassian(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of mcp-atlassian's programs, which is installed once and kept in pytest's cache."""
    cache = getattr(pytestconfig, "cache", None)
    return environment.install(cache.mkdir("mcp-atlassian") if cache else tmp_path_factory.mktemp("mcp-atlassian"))


@pytest.fixture
def unchanged(jira_linkfake: FakeJira) -> Callable[[], AbstractContextManager[None]]:
    """A context manager that fails where anything of the site is another when it ends, down to its counters."""

    def everything() -> dict[str, bytes]:
        return {name: pickle.dumps(part) for name, part in vars(jira_linkfake.site).items() if name != "lock"}

    @contextmanager
    def unchanged() -> Iterator[None]:
        before = everything()
        yield
        assert everything() == before, "the site has changed"

    return unchanged


@pytest.fixture(params=REFUSALS)
def refusal(request: pytest.FixtureRequest) -> Refusal:
    """One wrong use of Jira after the other, each on a site where it is wrong."""
    return request.param
