"""Each fault through each door: the exception that `requests` raises, what a socket does, and what WSGI can render."""

from __future__ import annotations

import json
import os
import re
import resource
import subprocess
import sys
import time
from contextlib import ExitStack, closing
from http.client import HTTPConnection, RemoteDisconnected
from pathlib import Path

import httpx
import pytest
import requests
import responses
from requests.adapters import HTTPAdapter
from urllib3.util import Retry, Timeout

from jira_linkfake import FakeJira, NeverAnsweredError, UsageError, scenarios
from tests.doors.calling import call

LINK = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "PROJ-1"}, "outwardIssue": {"key": "PROJ-2"}}
LINKED = ["PROJ-1 blocks PROJ-2"]

POST = {"method": "POST", "path": "/rest/api/3/issueLink", "json": LINK}
GET = {"method": "GET", "path": "/rest/api/3/issue/PROJ-1"}

# What a fault does to a request: the scenario, the request, what a client of `requests` gets over a network and in
# process alike, which links there are then, and what a client of plain WSGI gets: a status, or None for "not possible".
TABLE = {
    "rate_limited": (scenarios.rate_limited, POST, 429, [], 429),
    "rate_limited, HTML": (scenarios.rate_limited(html=True), POST, 429, [], 429),
    "unavailable": (scenarios.unavailable, POST, 503, [], 503),
    "server_error": (scenarios.server_error, POST, 500, [], 500),
    "bad_gateway": (scenarios.bad_gateway, POST, 502, [], 502),
    "login_page": (scenarios.login_page, POST, 200, [], 200),
    "slow, within the timeout": (scenarios.slow(seconds=0.2), POST, 201, LINKED, 201),
    "slow, beyond the timeout": (scenarios.slow(seconds=2), {**POST, "timeout": 0.3}, "ReadTimeout", LINKED, 201),
    "connection_refused": (scenarios.connection_refused, POST, ("ConnectionError", "NewConnectionError"), [], None),
    "connection_reset": (scenarios.connection_reset, POST, ("ConnectionError", "ConnectionResetError"), [], None),
    "timeout": (scenarios.timeout, {**POST, "timeout": 0.3}, "ReadTimeout", [], None),
    "truncated_body": (scenarios.truncated_body, GET, "ChunkedEncodingError", [], 200),
    "truncated_body, without a body": (scenarios.truncated_body, POST, 201, LINKED, 201),
    "lost_reply": (scenarios.lost_reply, POST, ("ConnectionError", "RemoteDisconnected"), LINKED, None),
    "lost_reply, reset": (
        scenarios.lost_reply(how="reset"),
        POST,
        ("ConnectionError", "ConnectionResetError"),
        LINKED,
        None,
    ),
    "lost_reply, silent": (
        scenarios.lost_reply(how="silent"),
        {**POST, "timeout": 0.3},
        "ReadTimeout",
        LINKED,
        None,
    ),
}
EACH_CELL = pytest.mark.parametrize(
    ("scenario", "request_", "expected", "links", "over_wsgi"), TABLE.values(), ids=TABLE
)


def a_site(scenario=None):
    """Return a site with two issues, in a situation."""
    jira = FakeJira(scenario=scenario)
    jira.add_issues("PROJ-1", "PROJ-2")
    return jira


def arguments(jira, url, request):
    """Return the arguments of a call to the site at an address."""
    rest = {name: value for name, value in request.items() if name != "path"}
    return {"url": url + request["path"], "auth": jira.auth, **rest}


def met(result):
    """Return what came of a call, as the table has it."""
    if "raised" not in result:
        return result["status"]
    over = (result["raised"], result["over"])
    return over if result["raised"] == "ConnectionError" else result["raised"]


@pytest.fixture(scope="module")
def elsewhere():
    """Call in a process of its own."""
    script = [sys.executable, str(Path(__file__).parent / "calling.py")]
    with subprocess.Popen(script, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:

        def ask(**kwargs):
            process.stdin.write(json.dumps(kwargs) + "\n")
            process.stdin.flush()
            return json.loads(process.stdout.readline())

        yield ask
        process.stdin.close()


# The table


@EACH_CELL
def test_requests_in_process(scenario, request_, expected, links, over_wsgi):
    """`requests` in process gets the status or the exception that it would get from a server."""
    jira = a_site(scenario)

    with jira.intercept():
        assert met(call(**arguments(jira, jira.url, request_))) == expected

    assert jira.sentences() == links


@EACH_CELL
def test_live_server(elsewhere, scenario, request_, expected, links, over_wsgi):
    """A client in another process gets the same from a socket."""
    jira = a_site(scenario)

    with jira.serve() as served:
        assert met(elsewhere(**arguments(jira, served.url, request_))) == expected

    assert jira.sentences() == links


@EACH_CELL
def test_plain_wsgi(scenario, request_, expected, links, over_wsgi):
    """What a reply can say is rendered through WSGI; what breaks a connection is an error, and nothing is done."""
    jira = a_site(scenario)
    sent = {"json": request_["json"]} if "json" in request_ else {}
    ask = jira.client().open

    if over_wsgi is None:
        with pytest.raises(
            UsageError, match=r"^\w+ cannot be rendered through plain WSGI.*: reach the site in process"
        ):
            ask(request_["path"], method=request_["method"], auth=jira.auth, **sent)
        assert (jira.links, jira.exchanges) == ([], [])
    else:
        assert ask(request_["path"], method=request_["method"], auth=jira.auth, **sent).status_code == over_wsgi
        assert jira.sentences() == links


@EACH_CELL
def test_without_the_scenario_the_same_call_passes(scenario, request_, expected, links, over_wsgi):
    """Whatever came of the calls above was the scenario's doing."""
    jira = a_site()

    with jira.intercept():
        assert met(call(**arguments(jira, jira.url, request_))) == (201 if request_["method"] == "POST" else 200)


def test_httpx_over_wsgi_is_told_too():
    """The error of what cannot be rendered is not swallowed by `httpx`."""
    jira = a_site(scenarios.lost_reply)
    with (
        httpx.Client(transport=httpx.WSGITransport(app=jira.wsgi_app), base_url=jira.url) as client,
        pytest.raises(UsageError, match="lost_reply cannot be rendered"),
    ):
        client.get("/rest/api/3/serverInfo")


def test_truncated_over_wsgi():
    """Through WSGI a reply announces its length and comes with half of it."""
    jira = a_site(scenarios.truncated_body)

    reply = jira.client().get("/rest/api/3/issue/PROJ-1", auth=jira.auth)

    assert len(reply.data) == int(reply.headers["Content-Length"]) // 2


# What is answered


@pytest.mark.parametrize(
    ("scenario", "headers"),
    [
        (
            scenarios.rate_limited,
            {
                "Retry-After": "5",
                "X-RateLimit-Limit": "100",
                "X-RateLimit-Remaining": "0",
                "X-RateLimit-Reset": "2026-01-01T00:00Z",
                "X-RateLimit-NearLimit": "true",
                "RateLimit-Reason": "jira-burst-based",
                "Content-Type": "application/json;charset=UTF-8",
            },
        ),
        (scenarios.rate_limited(retry_after=0), {"Retry-After": "0"}),
        (scenarios.rate_limited(retry_after=None), {"Retry-After": None, "X-RateLimit-Remaining": "0"}),
        (scenarios.rate_limited(retry_after=90), {"X-RateLimit-Reset": "2026-01-01T00:01Z"}),
        (
            scenarios.rate_limited(headers=False),
            {"Retry-After": "5", "X-RateLimit-Limit": None, "X-RateLimit-Remaining": None, "RateLimit-Reason": None},
        ),
        (
            scenarios.rate_limited(reason="jira-per-issue-on-write", html=True),
            {"RateLimit-Reason": "jira-per-issue-on-write", "Content-Type": "text/html;charset=UTF-8"},
        ),
        (scenarios.unavailable, {"Retry-After": None}),
        (scenarios.unavailable(retry_after=120), {"Retry-After": "120"}),
        (
            scenarios.bad_gateway,
            {"Content-Type": "text/html;charset=UTF-8", "X-Aaccountid": FakeJira().default_user.account_id},
        ),
    ],
)
def test_headers_of_what_is_answered_in_jiras_place(scenario, headers):
    """A 429 has Jira's headers as far as it was asked to; a 503 says when to come back if it was asked to."""
    jira = a_site(scenario)
    with jira.intercept():
        reply = call(**arguments(jira, jira.url, GET))
    assert {name: reply["headers"].get(name) for name in headers} == headers
    assert reply["headers"]["X-Jira-Linkfake"]


def test_words_of_what_is_answered_in_jiras_place():
    """An error is in Jira's envelope or a page, and the page has the same words."""
    texts = {}
    for name in ("rate_limited", "server_error", "bad_gateway", "login_page", "unavailable"):
        jira = a_site(name)
        with jira.intercept():
            texts[name] = call(**arguments(jira, jira.url, GET))["text"]
    page = "<!DOCTYPE html>\n<html><head><title>{0}</title></head><body><h1>{0}</h1></body></html>\n"
    assert texts == {
        "rate_limited": '{"errorMessages":["Rate limit exceeded."],"errors":{}}',
        "server_error": '{"errorMessages":["Internal server error"],"errors":{}}',
        "bad_gateway": page.format("Bad Gateway"),
        "login_page": page.format("Log in to continue"),
        "unavailable": '{"errorMessages":["Service temporarily unavailable."],"errors":{}}',
    }


# In process: time and retries


@pytest.mark.parametrize(
    ("timeout", "expected", "seconds"),
    [
        (10, "ReadTimeout", 10),
        (30, "ReadTimeout", 30),
        (31, 201, 30),
        ((1, 10), "ReadTimeout", 10),
        ((1, None), 201, 30),
        (Timeout(connect=1, read=10), "ReadTimeout", 10),
        (None, 201, 30),
    ],
)
def test_a_timeout_is_compared_with_the_sites_clock(timeout, expected, seconds):
    """In whatever form a client gives its timeout, it counts as on a network, and passes on the site's clock."""
    jira = a_site(scenarios.slow(seconds=30))
    before = jira.clock.now
    with jira.intercept():
        assert met(call(**arguments(jira, jira.url, {**POST, "timeout": timeout}))) == expected
    the_link = 1  # is made a second after what was before
    assert (jira.clock.now - before).total_seconds() == seconds + the_link


@pytest.mark.parametrize("scenario", [scenarios.timeout, scenarios.lost_reply(how="silent")])
def test_a_client_that_would_wait_for_ever_is_told(scenario):
    """Where nothing ever comes and the client has no timeout, the test fails at once, past every `except`."""
    jira = a_site(scenario)
    with jira.intercept(), pytest.raises(NeverAnsweredError, match="it would wait for ever"):
        call(**arguments(jira, jira.url, {**POST, "timeout": None}))


def retrying(**kwargs):
    """Return a session that repeats what fails."""
    session = requests.Session()
    session.mount("https://", HTTPAdapter(max_retries=Retry(allowed_methods=None, **kwargs)))
    return session


@pytest.mark.parametrize(
    ("scenario", "retry", "waited"),
    [
        (scenarios.rate_limited(times=2, retry_after=7), {"status_forcelist": [429]}, 14),
        (scenarios.unavailable(times=1, retry_after=60), {"status_forcelist": [503]}, 60),
        (scenarios.unavailable(times=1), {"status_forcelist": [503]}, 0),
        (
            scenarios.rate_limited(times=1, retry_after=7),
            {"status_forcelist": [429], "respect_retry_after_header": False},
            0,
        ),
        (scenarios.connection_refused(times=3), {"backoff_factor": 1}, 2 + 4),
        (scenarios.connection_reset(times=2), {}, 0),
        (scenarios.timeout(times=1), {}, 5),
    ],
)
def test_a_sessions_own_retries_wait_on_the_sites_clock(scenario, retry, waited):
    """What a `Retry` waits for passes on the site's clock, and then the request comes through."""
    jira = a_site(scenario)
    before = jira.clock.now
    with jira.intercept(), retrying(total=4, **retry) as session:
        reply = session.post(f"{jira.url}/rest/api/3/issueLink", json=LINK, auth=jira.auth, timeout=5)
    assert reply.status_code == 201
    assert (jira.clock.now - before).total_seconds() - 1 == waited


@pytest.mark.parametrize(
    ("scenario", "retry", "error"),
    [
        (scenarios.rate_limited, {"status_forcelist": [429]}, requests.exceptions.RetryError),
        (scenarios.connection_refused, {}, requests.ConnectionError),
        (scenarios.timeout, {}, requests.ConnectionError),
        (scenarios.timeout, {"read": False}, requests.ReadTimeout),
    ],
)
def test_retries_come_to_an_end(scenario, retry, error):
    """A session that has tried often enough gets what `requests` raises then."""
    jira = a_site(scenario)
    with jira.intercept(), retrying(total=2, **retry) as session, pytest.raises(error) as caught:
        session.post(f"{jira.url}/rest/api/3/issueLink", json=LINK, auth=jira.auth, timeout=5)
    assert caught.type is error
    assert len(jira.exchanges) == (1 if "read" in retry else 3)


def test_a_retry_with_a_sleep_of_its_own_keeps_it():
    """A class derived from `Retry` that sleeps in its own way does so."""
    slept = []

    class Sleeping(Retry):
        def sleep(self, response=None):
            slept.append(response.status)

    jira = a_site(scenarios.unavailable(times=1, retry_after=60))
    with jira.intercept(), requests.Session() as session:
        session.mount("https://", HTTPAdapter(max_retries=Sleeping(total=1, status_forcelist=[503])))
        assert session.get(f"{jira.url}/rest/api/3/issue/PROJ-1", auth=jira.auth).status_code == 200
    assert slept == [503]


def test_a_mock_that_the_site_is_attached_to_meets_its_faults():
    """Through a mock of the user's own the same is raised, its timeout counts, and its own answers go first."""
    jira = a_site([scenarios.lost_reply(times=1), scenarios.timeout(times=1), scenarios.rate_limited(times=1)])
    with jira.intercept(), responses.RequestsMock() as mock:
        jira.attach_to(mock)
        mock.get(f"{jira.url}/rest/api/3/myself", status=418)
        assert met(call(**arguments(jira, jira.url, {**GET, "path": "/rest/api/3/myself"}))) == 418
        results = [met(call(**arguments(jira, jira.url, POST))) for _ in range(4)]
    assert results == [("ConnectionError", "RemoteDisconnected"), "ReadTimeout", 429, 201]
    assert len(jira.recorded_links) == 1


def test_cookies_and_reasons_arrive_beside_a_fault():
    """A reply that a fault lets through is the site's own, with its reason and its cookies."""
    jira = a_site(scenarios.slow(seconds=1))
    jira.answers = "observed"
    with jira.intercept(), requests.Session() as session:
        reply = session.get(f"{jira.url}/rest/api/3/serverInfo", auth=(jira.default_user.email, "wrong"))
    assert (reply.status_code, reply.reason) == (200, "OK")
    assert reply.cookies["atlassian.xsrf.token"] == "linkfake_lout"


# Over a port


def test_a_refusing_port_opens_again(elsewhere):
    """A port that refuses is closed for everyone, kept connections too, until the fault is taken away."""
    jira = a_site()
    with jira.serve() as served, requests.Session() as session:
        session.trust_env = False
        assert session.get(f"{served.url}/rest/api/3/issue/PROJ-1", auth=jira.auth).status_code == 200
        for _ in range(2):
            scenarios.connection_refused(jira)
            with pytest.raises(requests.ConnectionError):
                session.get(f"{served.url}/rest/api/3/issue/PROJ-1", auth=jira.auth)
            assert met(elsewhere(**arguments(jira, served.url, GET))) == ("ConnectionError", "NewConnectionError")
            jira.clear_faults()
            assert met(elsewhere(**arguments(jira, served.url, GET))) == 200
    assert "connection_refused() met no request (those that a port refuses are not seen)" in jira.report()


def test_a_port_refuses_once_what_goes_before_is_used_up(elsewhere):
    """A fault behind others refuses when their turns are over, and the reply before it is whole."""
    jira = a_site([scenarios.unavailable(times=1), scenarios.connection_refused])
    with jira.serve() as served:
        results = [met(elsewhere(**arguments(jira, served.url, GET))) for _ in range(2)]
    assert results == [503, ("ConnectionError", "NewConnectionError")]


@pytest.mark.parametrize("limited", [{"times": 1}, {"method": "GET"}, {"path": "issue"}])
def test_a_port_cannot_refuse_some(elsewhere, limited):
    """A fault that refuses only some requests is an error over a port, which says why."""
    jira = a_site(scenarios.connection_refused(**limited))
    with pytest.raises(UsageError, match="cannot be rendered over a port"), jira.serve() as served:
        assert met(elsewhere(**arguments(jira, served.url, GET))) == 500


def test_a_refusing_port_is_stopped():
    """A server that refuses can be stopped, and one that is started again does not refuse."""
    for _ in range(2):
        jira = a_site(scenarios.connection_refused)
        with jira.serve():
            pass


@pytest.mark.parametrize(
    "scenario", [scenarios.slow(seconds=30), scenarios.timeout, scenarios.lost_reply(how="silent")]
)
def test_a_test_that_ends_does_not_wait_for_what_is_held(scenario):
    """A reply that is held is given up when the site leaves the port: its client finds the connection closed."""
    jira = a_site(scenario)
    begun = time.perf_counter()
    with ExitStack() as clients:
        with jira.serve() as served:
            address = served.url.removeprefix("http://")
            connection = clients.enter_context(closing(HTTPConnection(address, timeout=20)))
            connection.request("GET", "/rest/api/3/serverInfo")
            while not jira.exchanges:
                time.sleep(0.01)
        with pytest.raises(RemoteDisconnected):
            connection.getresponse()
    assert time.perf_counter() - begun < 10


def test_a_client_that_hangs_up_is_not_waited_for():
    """A reply that is held for a client that has hung up is held no longer."""
    jira = a_site(scenarios.slow(seconds=30))
    with jira.serve() as served:
        with pytest.raises(requests.ReadTimeout):
            requests.get(f"{served.url}/rest/api/3/serverInfo", timeout=0.1, proxies={"http": ""})
        begun = time.perf_counter()
    assert time.perf_counter() - begun < 10


def test_silence_has_an_end(monkeypatch, elsewhere):
    """For a client without a timeout the connection on which nothing comes is closed at last."""
    monkeypatch.setattr("jira_linkfake.doors.live_connection._SILENCE", 0.1)
    jira = a_site(scenarios.timeout)
    with jira.serve() as served:
        result = elsewhere(**arguments(jira, served.url, {**GET, "timeout": None}))
    assert met(result) == ("ConnectionError", "RemoteDisconnected")


# What is told


@pytest.mark.parametrize(
    ("scenario", "line"),
    [
        (
            scenarios.lost_reply,
            "-> 201 lost_reply: the request was carried out, the answer was lost, made 'PROJ-1 blocks PROJ-2'",
        ),
        (scenarios.connection_reset, "-> no answer connection_reset: the connection is reset, the site was not asked"),
        (scenarios.unavailable, "-> 503 unavailable: answered in Jira's place, the site was not asked"),
        (scenarios.rate_limited, "-> 429 rate_limited: refused as jira-burst-based, the site was not asked"),
        (
            [scenarios.linking_disabled, scenarios.lost_reply],
            (
                "-> 404 LinkingDisabled: issue linking is switched off (linking_enabled=False);"
                " lost_reply: the request was carried out, the answer was lost"
            ),
        ),
        (
            [scenarios.slow(seconds=2), scenarios.connection_reset],
            "-> no answer slow: the answer took 2 s; connection_reset: the connection is reset, the site was not asked",
        ),
    ],
)
def test_the_journal_tells_what_happened(scenario, line):
    """An exchange that a fault has met says what became of the request, and what the site did."""
    jira = a_site(scenario)
    with jira.intercept():
        call(**arguments(jira, jira.url, POST))
    (exchange,) = jira.exchanges
    assert str(exchange) == f"POST /rest/api/3/issueLink by admin {line}"
    assert (exchange.body != "", exchange.caller, bool(exchange.fault)) == (True, "admin", True)


def test_a_failed_assertion_tells_the_faults_apart():
    """Refusals and faults are told under headings of their own."""
    jira = a_site()
    with jira.intercept():
        call(**arguments(jira, jira.url, {**POST, "json": {**LINK, "outwardIssue": {"key": "PROJ-9"}}}))
        scenarios.connection_reset(jira)
        call(**arguments(jira, jira.url, POST))
    with pytest.raises(AssertionError) as caught:
        jira.assert_linked("PROJ-1", "blocks", "PROJ-2")
    refused, fault = re.findall(r"^(.*):\n  POST .* (\w+): ", str(caught.value), re.M)
    assert refused == ("Refused requests", "IssueUnknown")
    assert fault == ("Requests that met a fault", "connection_reset")


def test_slow_over_a_port_beside_many_descriptors():
    """A delay is waited out in a process that has more descriptors open than `select` can look at."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY and hard < 1200:
        pytest.skip("the system lets a process open too few files")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, 1200), hard))
    jira = a_site(scenarios.slow(seconds=0.1))
    with open(os.devnull) as nothing, ExitStack() as many, jira.serve() as served:  # noqa: PTH123 - a descriptor
        for _ in range(1050):
            many.callback(os.close, os.dup(nothing.fileno()))
        assert call(**arguments(jira, served.url, GET))["status"] == 200
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
