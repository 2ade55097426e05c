"""The server on loopback."""

from __future__ import annotations

import logging

from harness import WALL, Benchmark, Effort, Peers, Result, ratio, seconds, take_rounds
from in_process import post_to_site
from pytest_httpserver import HTTPServer
from traffic import LINK_PATH, POSTS, new_session, new_site, post_links, require_links

logging.getLogger("werkzeug").setLevel(logging.WARNING)  # pytest-httpserver's requests, each a line otherwise


def _post_to_site() -> float:
    jira = new_site()
    with jira.serve() as served, new_session() as session:
        taken = seconds(lambda: post_links(session, served.url + LINK_PATH), WALL) / POSTS
    require_links(jira)
    return taken


def _post_to(server: HTTPServer) -> float:
    server.clear_log()
    with new_session() as session:
        taken = seconds(lambda: post_links(session, server.url_for(LINK_PATH)), WALL) / POSTS
    assert len(server.log) == POSTS
    return taken


def post(effort: Effort) -> Result:
    """Measure a POST of a new link through `requests` over a port."""
    with HTTPServer(host="127.0.0.1") as server:
        server.expect_request(LINK_PATH, method="POST").respond_with_data(status=201)
        contestants = {
            "jira_linkfake": _post_to_site,
            "pytest-httpserver": lambda: _post_to(server),
            "jira_linkfake in process": post_to_site,
        }
        times = take_rounds(contestants, effort.rounds(40))
    return Result(
        figures={"": ratio(times, "jira_linkfake", "pytest-httpserver")},
        peers=[Peers.of("A POST over a port", times, "pytest-httpserver")],
    )


def _start_and_stop_site() -> float:
    jira = new_site()

    def work() -> None:
        with jira.serve() as served:
            assert served.url

    return seconds(work, WALL)


def _start_and_stop_httpserver() -> float:
    def work() -> None:
        with HTTPServer(host="127.0.0.1") as server:
            assert server.is_running()

    return seconds(work, WALL)


def start_and_stop(effort: Effort) -> Result:
    """Measure starting a server and stopping it, unused."""
    contestants = {"jira_linkfake": _start_and_stop_site, "pytest-httpserver": _start_and_stop_httpserver}
    times = take_rounds(contestants, effort.rounds(40))
    return Result(
        figures={"": ratio(times, "jira_linkfake", "pytest-httpserver")},
        peers=[Peers.of("Start and stop of the server", times, "pytest-httpserver")],
    )


BENCHMARKS = {
    "live-post": Benchmark(
        what="POST over the live server",
        target="≤ 1.0 times pytest-httpserver's canned reply",
        limit=1.0,
        run=post,
    ),
    "live-start": Benchmark(
        what="live server start and stop",
        target="≤ 1/10 of pytest-httpserver's",
        limit=1 / 10,
        run=start_and_stop,
    ),
}
