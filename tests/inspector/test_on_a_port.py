"""Control on the live server, where faults are rendered as a network would."""

from __future__ import annotations

import re
import socket
from datetime import datetime, timedelta, timezone

import pytest
import requests

from jira_linkfake import FakeJira, scenarios
from jira_linkfake.doors.live_server import LiveServer
from jira_linkfake.inspector.application import Inspected


@pytest.fixture
def session():
    """A session that is closed in the end."""
    with requests.Session() as session:
        yield session


def test_control_answers_while_jira_does_not(session):
    """A site of its own is silent while control and the other sites answer, and once it is told to answers again."""
    jira = FakeJira(inspector=True)
    with jira.serve() as served:
        web = session.post(f"{served.url}/_linkfake/sites", json={"name": "web"}).json()
        session.post(f"{web['control']}/scenarios", json={"name": "timeout"})
        with pytest.raises(requests.ReadTimeout):
            session.get(f"{web['url']}/rest/api/3/serverInfo", timeout=0.2)
        assert session.get(f"{web['control']}/health", timeout=30).status_code == 200
        assert session.get(f"{served.url}/rest/api/3/serverInfo", timeout=30).status_code == 200
        assert session.delete(f"{web['control']}/faults", timeout=30).status_code == 200
        answer = session.get(f"{web['url']}/rest/api/3/serverInfo", timeout=30)
        assert answer.json()["baseUrl"] == web["url"]
    assert [exchange.path for exchange in jira.exchanges] == ["/rest/api/3/serverInfo"]


def test_without_the_option_there_is_no_such_door(session):
    """A server that was not asked for control answers as Jira does, and writes it down."""
    jira = FakeJira()
    with jira.serve() as served:
        assert session.get(f"{served.url}/_linkfake/health").status_code == 404
        assert session.get(f"{served.url}/sites/web/rest/api/3/myself").status_code == 404
    assert len(jira.exchanges) == 2


@pytest.mark.jira_linkfake(inspector=True)
def test_the_fixture_has_it_too(jira_linkfake_server, session):
    """What the test has seeded before the first request is what `reset` leads to."""
    jira_linkfake_server.jira.add_issues("PROJ-1", "PROJ-2")
    assert session.post(f"{jira_linkfake_server.url}/_linkfake/reset").json() == {"issues": 2, "links": 0}


def test_a_real_clock_is_moved_by_nobody_who_waits(session):
    """A port waits for as long as a fault says; the system's clock has moved on then, and one that stands is moved."""
    for now, least, most in (("real", 0.1, 30), ("2026-01-01T00:00:00", 0.1, 0.1)):
        jira = FakeJira(inspector=True, now=now)
        scenarios.slow(jira, seconds=0.1)
        with LiveServer() as server:
            server.attach(Inspected(jira, tell=lambda *_: None))
            before, began = jira.clock.now, datetime.now(timezone.utc)
            session.get(f"{server.url}/rest/api/3/serverInfo")
            passed, really = jira.clock.now - before, datetime.now(timezone.utc) - began
            server.detach()
        assert timedelta(seconds=least) <= passed <= timedelta(seconds=most)
        assert now != "real" or passed - really < timedelta(seconds=0.05)


def test_an_address_of_the_next_protocol(session):
    """A server listens where it is told to, at an address of IPv6 too."""
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        pytest.skip("this machine has no IPv6")
    with LiveServer(host="::1") as server:
        server.attach(Inspected(FakeJira(inspector=True)))
        assert re.fullmatch(r"http://\[::1\]:\d+", server.url)
        assert session.get(f"{server.url}/_linkfake/health").json()["status"] == "ok"
