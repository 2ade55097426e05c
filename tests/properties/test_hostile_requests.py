"""Whatever is sent, the site answers as Jira would, and stores only what it says of a request it carries out."""

from __future__ import annotations

import socket
import threading
from collections import Counter
from collections.abc import Callable
from itertools import islice
from random import Random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from werkzeug.test import run_wsgi_app

from jira_linkfake import FakeJira
from jira_linkfake.doors.live_server import LiveServer
from tests.properties.hostile_judge import Answer, Witness, answers_in
from tests.properties.hostile_requests import HostileRequest, hostile_requests

BATCHES = min(settings.default.max_examples, 1000)
"""How many batches are sent; each has its requests from a seed of Hypothesis's."""

Send = Callable[[FakeJira, HostileRequest], list[Answer]]


def _site(random: Random) -> FakeJira:
    jira = FakeJira(
        answers=random.choice(["documented", "observed"]),
        credentials=random.choice(["any", "issued"]),
        unsupported="answer",
    )
    jira.add_issues("APP-1", "APP-2", "APP-3", "LIB-1")
    jira.add_issue("HID-1", visible_to=[])
    jira.add_field("Text")
    jira.add_field("Number", type="number")
    jira.add_transition("Done", to="Done", screen=["issuelinks"])
    jira.add_group("devs", [jira.default_user])
    jira.add_role("Testers", project="APP", members=[jira.default_user])
    jira.add_component("Editor", project="APP")
    jira.add_link("APP-1", "blocks", "APP-2")
    jira.add_sprint("One", board=jira.add_board("Team", project="APP"))
    jira.add_filter("Mine", "project = APP")
    return jira


def _judged(count: Counter[str], random: Random, size: int, send: Send) -> None:
    """Send so many requests, and check what comes of each; one that is not as it should be is told to be replayed."""
    witness = Witness(_site(random))
    for request in islice(hostile_requests(random), size):
        count["requests"] += 1
        count["with JSON"] += request.is_json
        try:
            for answer in send(witness.jira, request):
                answer.assert_is_jiras_or_the_servers()
            changed = witness.assert_accounted_for(request)
        except Exception as error:
            raise AssertionError(f"replay {request!r}") from error
        if changed:
            count["carried out"] += 1
            witness.assert_report_can_be_shown()
            witness = Witness(_site(random))
    witness.assert_report_can_be_shown()


def _through_the_application(jira: FakeJira, request: HostileRequest) -> list[Answer]:
    chunks, status, headers = run_wsgi_app(jira.wsgi_app, request.environ())
    lowered = {name.lower(): value for name, value in headers}
    answer = Answer(method=request.method, status=int(status[:3]), headers=lowered, body=b"".join(chunks))
    assert answer.is_of_the_site
    return [answer]


def test_application_answers_whatever_is_sent():
    """Thousands of requests, a third of them with JSON, are answered in Jira's ways; what was stored, they said."""
    count: Counter[str] = Counter()

    @settings(max_examples=BATCHES, phases=[Phase.generate])
    @given(seed=st.integers(0, 2**64))
    def is_judged(seed):
        _judged(count, Random(seed), 200, _through_the_application)

    is_judged()
    assert count["requests"] >= 200 * BATCHES
    assert count["with JSON"] * 3 >= count["requests"]
    assert count["carried out"] * 10 < count["requests"]


PLANTED: dict[str, tuple[str, object]] = {
    "an error of ours": ("rest.sign_in._email_and_token", lambda header: header.encode("ascii")),
    "a body that is not looked at": ("rest.body._TEXT", {str, int, bool, list, dict, type(None)}),
    "a reply that is no JSON": ("rest.replies._dumps", str),
    "a change by a request that is refused": (
        "rest.app.require_right_credentials",
        lambda context, _: context.site.clock.tick(),
    ),
}


@pytest.mark.parametrize(("where", "mistake"), PLANTED.values(), ids=PLANTED)
def test_a_mistake_is_found(monkeypatch, where, mistake):
    """A mistake in the way of a request is found by these requests, and told with one of them."""
    monkeypatch.setattr(f"jira_linkfake.{where}", mistake)
    with pytest.raises(AssertionError, match=r"replay HostileRequest\(method="):
        _judged(Counter(), Random(2), 10_000, _through_the_application)  # up to the first that finds it


def test_live_server_answers_whatever_is_sent(capfd):
    """Requests over a socket are answered, each as often as it reached the site, and leave nothing behind."""
    count: Counter[str] = Counter()
    threads = set(threading.enumerate())
    with LiveServer() as server:
        port = int(server.url.rpartition(":")[2])

        def send(jira: FakeJira, request: HostileRequest) -> list[Answer]:
            before = len(jira.exchanges)
            server.attach(jira.wsgi_app)
            with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
                connection.sendall(request.sent())
                connection.shutdown(socket.SHUT_WR)
                received = b"".join(iter(lambda: connection.recv(65536), b""))
            server.detach()
            answers = answers_in(received, request.method)
            assert answers
            statuses = [answer.status for answer in answers if answer.is_of_the_site]
            assert statuses == [exchange.status for exchange in jira.exchanges[before:]]
            return answers

        @settings(max_examples=BATCHES, phases=[Phase.generate])
        @given(seed=st.integers(0, 2**64))
        def is_judged(seed):
            _judged(count, Random(seed), 20, send)

        is_judged()
        assert (server.errors, server.strays) == ([], [])
    assert count["requests"] >= 20 * BATCHES
    assert count["with JSON"] * 3 >= count["requests"]
    assert set(threading.enumerate()) <= threads
    assert capfd.readouterr() == ("", "")
