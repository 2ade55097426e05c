"""Each fault through each library: the status, or the exception that a real network would raise there."""

from __future__ import annotations

import http.client
import time
import urllib.error

import aiohttp
import httpx
import pytest
import urllib3

from jira_linkfake import FakeJira, NeverAnsweredError, scenarios
from tests.doors.libraries import CALLS

LINK = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "PROJ-1"}, "outwardIssue": {"key": "PROJ-2"}}
LINKED = ["PROJ-1 blocks PROJ-2"]

POST = {"method": "POST", "path": "/rest/api/3/issueLink", "json": LINK}
GET = {"method": "GET", "path": "/rest/api/3/issue/PROJ-1"}

_OF_HTTPX = {
    "late": httpx.ReadTimeout,
    "refused": httpx.ConnectError,
    "reset": httpx.ReadError,
    "closed": httpx.RemoteProtocolError,
    "cut": httpx.RemoteProtocolError,
}

# What each library raises where the answer comes too late, or the connection is refused, reset or closed, or the body
# is cut.
RAISED = {
    "urllib3": {
        "late": urllib3.exceptions.ReadTimeoutError,
        "refused": urllib3.exceptions.NewConnectionError,
        "reset": urllib3.exceptions.ProtocolError,
        "closed": urllib3.exceptions.ProtocolError,
        "cut": urllib3.exceptions.ProtocolError,
    },
    "http.client": {
        "late": TimeoutError,
        "refused": ConnectionRefusedError,
        "reset": ConnectionResetError,
        "closed": http.client.RemoteDisconnected,
        "cut": http.client.IncompleteRead,
    },
    "urllib.request": {
        "late": TimeoutError,
        "refused": urllib.error.URLError,
        "reset": ConnectionResetError,
        "closed": http.client.RemoteDisconnected,
        "cut": http.client.IncompleteRead,
    },
    "httpx": _OF_HTTPX,
    "async httpx": _OF_HTTPX,
    "httpx on trio": _OF_HTTPX,
    "aiohttp": {
        "late": aiohttp.SocketTimeoutError,
        "refused": aiohttp.ClientConnectorError,
        "reset": aiohttp.ClientOSError,
        "closed": aiohttp.ServerDisconnectedError,
        "cut": aiohttp.ClientPayloadError,
    },
}

# The scenario, the request, what comes of it (a status or the kind of exception), and which links are there then.
TABLE = {
    "rate_limited": (scenarios.rate_limited, POST, 429, []),
    "rate_limited, HTML": (scenarios.rate_limited(html=True), POST, 429, []),
    "unavailable": (scenarios.unavailable, POST, 503, []),
    "server_error": (scenarios.server_error, POST, 500, []),
    "bad_gateway": (scenarios.bad_gateway, POST, 502, []),
    "login_page": (scenarios.login_page, POST, 200, []),
    "wrong_token": (scenarios.wrong_token, POST, 401, []),
    "captcha": (scenarios.captcha, POST, 403, []),
    "slow, within the timeout": (scenarios.slow(seconds=20), POST, 201, LINKED),
    "slow, beyond the timeout": (scenarios.slow(seconds=40), POST, "late", LINKED),
    "connection_refused": (scenarios.connection_refused, POST, "refused", []),
    "connection_reset": (scenarios.connection_reset, POST, "reset", []),
    "timeout": (scenarios.timeout, POST, "late", []),
    "truncated_body": (scenarios.truncated_body, GET, "cut", []),
    "truncated_body, without a body": (scenarios.truncated_body, POST, 201, LINKED),
    "lost_reply": (scenarios.lost_reply, POST, "closed", LINKED),
    "lost_reply, reset": (scenarios.lost_reply(how="reset"), POST, "reset", LINKED),
    "lost_reply, silent": (scenarios.lost_reply(how="silent"), POST, "late", LINKED),
}
EACH_LIBRARY = pytest.mark.parametrize("library", CALLS)


def a_site(scenario=None):
    """Return a site with two issues, in a situation."""
    jira = FakeJira(scenario=scenario)
    jira.add_issues("PROJ-1", "PROJ-2")
    return jira


def what_comes_of(library, url, auth, request, timeout=30):
    """Return the status of a call, or the kind of exception that it raises."""
    rest = {name: value for name, value in request.items() if name not in ("method", "path")}
    try:
        return CALLS[library](request["method"], url + request["path"], auth, timeout, **rest)
    except Exception as error:
        return type(error)


@EACH_LIBRARY
@pytest.mark.parametrize(("scenario", "request_", "expected", "links"), TABLE.values(), ids=TABLE)
def test_in_process(library, scenario, request_, expected, links):
    """What a network would raise is raised, and nothing is waited for; time passes on the site's clock."""
    with a_site().intercept():  # what the first call of a process loads
        what_comes_of(library, FakeJira().url, None, {"method": "GET", "path": "/rest/api/3/serverInfo"})
    jira = a_site(scenario)
    before = jira.clock.now
    with jira.intercept():
        begun = time.perf_counter()
        result = what_comes_of(library, jira.url, jira.auth, request_)
        took = time.perf_counter() - begun
    assert result == RAISED[library].get(expected, expected)
    assert jira.sentences() == links
    assert took < 5  # of a loaded machine: what passes on the clock is 20 or more
    waited = (jira.clock.now - before).total_seconds() - len(links)  # a link is made a second later
    assert waited == {"late": 30, 201: 20 * ("slow" in jira.report())}.get(expected, 0)


@EACH_LIBRARY
@pytest.mark.parametrize("what", ["reset", "closed", "cut", "late"])
def test_over_a_network(library, what):
    """The same is raised by a server that is there."""
    scenario, request = {
        "reset": (scenarios.connection_reset, POST),
        "closed": (scenarios.lost_reply, POST),
        "cut": (scenarios.truncated_body, GET),
        "late": (scenarios.timeout, POST),
    }[what]
    jira = a_site(scenario)
    with jira.serve() as served:
        assert (
            what_comes_of(library, served.url, jira.auth, request, 0.2 if what == "late" else 30)
            == RAISED[library][what]
        )


@EACH_LIBRARY
def test_refused_over_a_network(library):
    """The same is raised where nothing listens."""
    jira = a_site(scenarios.connection_refused)
    with jira.serve() as served:
        assert what_comes_of(library, served.url, jira.auth, POST) == RAISED[library]["refused"]


@EACH_LIBRARY
@pytest.mark.parametrize("scenario", [scenarios.timeout, scenarios.lost_reply(how="silent")])
def test_a_client_that_would_wait_for_ever_is_told(library, scenario):
    """Where nothing ever comes and the client has no timeout, the test fails at once, past every `except`."""
    jira = a_site(scenario)
    with jira.intercept():
        assert what_comes_of(library, jira.url, jira.auth, POST, timeout=None) is NeverAnsweredError


@EACH_LIBRARY
def test_the_journal_knows_the_library(library):
    """Each exchange has the library that made it, one that a fault has met too."""
    jira = a_site(scenarios.unavailable(times=1))
    with jira.intercept():
        for _ in range(2):
            what_comes_of(library, jira.url, jira.auth, GET)
    assert [exchange.client for exchange in jira.exchanges] == [library.removeprefix("async ").partition(" ")[0]] * 2
