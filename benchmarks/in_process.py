"""Requests that are answered in the caller's own process."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from io import BytesIO
from typing import Any

import requests
import responses
from flask import Flask, Response
from harness import CPU, WALL, Benchmark, Clock, Effort, Peers, Result, ratio, seconds, take_rounds
from requests.adapters import HTTPAdapter
from traffic import LINK_PATH, POSTS, add_issues, link_body, new_session, new_site, post_links, require_links
from urllib3 import HTTPResponse

from jira_linkfake import FakeJira
from jira_linkfake.doors.requests_door import RequestsDoor

STUB_URL = "https://stub.example.com"
CYCLES = 20
LINKS_OF_LARGE_ISSUE = 2000

minimal_app = Flask("minimal")


@minimal_app.post(LINK_PATH)
def _created() -> Response:
    return Response(status=201)


class _NoOp(HTTPAdapter):
    def send(self, request: requests.PreparedRequest, *_: Any, **__: Any) -> requests.Response:
        return self.build_response(request, HTTPResponse(BytesIO(), status=201, preload_content=False))


def _posting(session: requests.Session, url: str, clock: Clock = CPU) -> float:
    return seconds(lambda: post_links(session, url + LINK_PATH), clock) / POSTS


def post_to_site() -> float:
    """Post links to a site of ours."""
    jira = new_site()
    with new_session() as session, jira.intercept():
        taken = _posting(session, jira.url)
    require_links(jira)
    return taken


def _to_no_op_adapter() -> float:
    with new_session() as session:
        session.mount(STUB_URL, _NoOp())
        return _posting(session, STUB_URL)


def _to_static_reply() -> float:
    with new_session() as session, responses.RequestsMock() as mock:
        mock.post(STUB_URL + LINK_PATH, status=201)
        taken = _posting(session, STUB_URL)
        assert len(mock.calls) == POSTS
        return taken


def _to_minimal_app() -> float:
    with new_session() as session, RequestsDoor(STUB_URL, minimal_app):
        return _posting(session, STUB_URL)


def _to_test_client() -> float:
    client = minimal_app.test_client()

    def callback(request: requests.PreparedRequest) -> tuple[int, dict[str, str], bytes]:
        reply = client.open(request.path_url, method=request.method, headers=dict(request.headers), data=request.body)
        return reply.status_code, dict(reply.headers), reply.data

    with new_session() as session, responses.RequestsMock() as mock:
        mock.add_callback("POST", STUB_URL + LINK_PATH, callback)
        return _posting(session, STUB_URL)


def post(effort: Effort) -> Result:
    """Measure a POST of a new link through `requests`."""
    contestants = {
        "no-op adapter": _to_no_op_adapter,
        "static `responses` reply": _to_static_reply,
        "jira_linkfake": post_to_site,
        "our door to a minimal Flask app": _to_minimal_app,
        "`responses` callback into Flask's test client": _to_test_client,
    }
    times = take_rounds(contestants, effort.rounds(100))
    return Result(
        figures={"": ratio(times, "jira_linkfake", "static `responses` reply")},
        peers=[Peers.of("A POST through `requests`, in process", times, "static `responses` reply")],
    )


def _cycles(session: requests.Session, site: str, one: str, other: str) -> None:
    """Make a link, read it from its issue and delete it, a few times."""
    for _ in range(CYCLES):
        assert session.post(site + LINK_PATH, json=link_body(one, other)).status_code == 201
        links = session.get(f"{site}/rest/api/2/issue/{one}").json()["fields"]["issuelinks"]
        made = next(link for link in links if link.get("outwardIssue", {}).get("key") == other)
        assert session.delete(f"{site}{LINK_PATH}/{made['id']}").status_code == 204


def _cycling(session: requests.Session, site: str, one: str, other: str) -> float:
    return seconds(lambda: _cycles(session, site, one, other), WALL) / CYCLES


def _cycle_on_site() -> float:
    jira = new_site()
    with new_session() as session, jira.intercept():
        taken = _cycling(session, jira.url, "BENCH-1", "BENCH-2")
    assert len(jira.recorded_links) == CYCLES
    assert len(jira.exchanges) == 3 * CYCLES
    assert not jira.links
    return taken


@contextmanager
def _jira820() -> Iterator[str]:
    """Start jira820 as its users do, behind a port, and yield its address."""
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    environment = {**os.environ, "JIRA820_PORT": str(port)}
    command = [sys.executable, "-m", "jira820"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(f"{address}/rest/api/2/serverInfo", server.poll)
            yield address
        finally:
            server.terminate()


def _wait_for(url: str, ended: Callable[[], int | None]) -> None:
    while ended() is None:
        try:
            requests.get(url, timeout=5).raise_for_status()
        except requests.ConnectionError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"jira820 ended before it answered (status {ended()})")


def _two_issues(session: requests.Session, site: str) -> list[str]:
    """Return the keys of two issues that have no links."""
    found = session.get(f"{site}/rest/api/2/search", params={"maxResults": 200}).json()["issues"]
    return [issue["key"] for issue in found if not issue["fields"].get("issuelinks")][:2]


def round_trip(effort: Effort) -> Result:
    """Measure the life of a link: made, read from its issue, deleted."""
    with _jira820() as site, new_session() as session:
        one, other = _two_issues(session, site)

        def on_jira820() -> float:
            return _cycling(session, site, one, other)

        times = take_rounds({"jira_linkfake": _cycle_on_site, "jira820": on_jira820}, effort.rounds(40))
    return Result(
        figures={"": ratio(times, "jira_linkfake", "jira820")},
        peers=[Peers.of("POST, GET of the issue and DELETE through `requests`", times, "jira820")],
    )


def large_issue(effort: Effort) -> Result:
    """Measure a GET of an issue that has as many links as Jira allows."""
    jira = FakeJira()
    hub, *others = add_issues(jira, LINKS_OF_LARGE_ISSUE + 1)
    for other in others:
        jira.add_link(hub, "blocks", other)
    with new_session() as session, jira.intercept():

        def get() -> requests.Response:
            return session.get(f"{jira.url}/rest/api/2/issue/{hub}")

        content = get().json()
        assert len(content["fields"]["issuelinks"]) == LINKS_OF_LARGE_ISSUE
        contestants = {
            "jira_linkfake": lambda: seconds(get),
            "json.dumps": lambda: seconds(lambda: json.dumps(content)),
        }
        times = take_rounds(contestants, effort.rounds(60))
        assert len(jira.exchanges) == effort.rounds(60) + 2
    return Result(
        figures={"": ratio(times, "jira_linkfake", "json.dumps")},
        peers=[Peers.of("GET of an issue with 2,000 links", times, "json.dumps")],
    )


BENCHMARKS = {
    "post": Benchmark(
        what="POST issueLink through `requests` in process",
        target="≤ 1.15 times a static `responses` reply",
        limit=1.15,
        run=post,
    ),
    "round-trip": Benchmark(
        what="POST + GET issue + DELETE through `requests` in process",
        target="≤ 1/4 of jira820's over its port",
        limit=1 / 4,
        run=round_trip,
    ),
    "large-issue": Benchmark(
        what="GET of an issue with 2,000 links",
        target="≤ 2 times `json.dumps` of the same reply",
        limit=2,
        run=large_issue,
    ),
}
