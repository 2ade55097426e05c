"""Webhooks are delivered behind every door: after the lock is free, before the reply, and past the user's mocks."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
import requests
import responses

from jira_linkfake import FakeJira
from tests.loopback import Loopback, loopback


def _link(url: str, source: str, destination: str, type_name: str = "Blocks") -> int:
    """Link two issues with a call of `requests`, and return the status."""
    body = {"type": {"name": type_name}, "inwardIssue": {"key": source}, "outwardIssue": {"key": destination}}
    return requests.post(f"{url}/rest/api/3/issueLink", json=body, auth=FakeJira().auth, timeout=30).status_code


@pytest.fixture
def jira() -> FakeJira:
    """A site with three issues."""
    jira = FakeJira()
    jira.add_issues("PROJ-1", "PROJ-2", "PROJ-3")
    return jira


@pytest.fixture
def receiver():
    """A receiver on loopback."""
    with loopback() as served:
        yield served


def _relinking(url: str) -> Callable[[dict[str, Any]], None]:
    """Return what links PROJ-2 on to PROJ-3 whenever a link is made."""

    def relink(payload: dict[str, Any]) -> None:
        if payload["webhookEvent"] == "issuelink_created":
            assert _link(url, "PROJ-2", "PROJ-3") == 201

    return relink


ONE_LINK = ["issuelink_created", "jira:issue_updated", "jira:issue_updated"]


def test_function_calls_back_in_process(jira: FakeJira) -> None:
    """A function calls the site with `requests`, and its own link is told after the first one's webhooks."""
    taken: list[str] = []
    jira.webhooks.register(_relinking(jira.url))
    jira.webhooks.register(lambda payload: taken.append(payload["webhookEvent"]))
    with jira.intercept():
        assert _link(jira.url, "PROJ-1", "PROJ-2") == 201
    jira.webhooks.assert_delivered()
    assert jira.sentences() == ["PROJ-1 blocks PROJ-2", "PROJ-2 blocks PROJ-3"]
    assert taken == ONE_LINK * 2  # the repeated link of the second round is told to nobody
    assert [exchange.status for exchange in jira.exchanges] == [201, 201, 201]


def test_function_calls_back_over_the_port(jira: FakeJira) -> None:
    """A function that is called behind the live server calls it again."""
    with jira.serve() as served:
        jira.webhooks.register(_relinking(served.url))
        assert _link(served.url, "PROJ-1", "PROJ-2") == 201
        jira.webhooks.assert_delivered()
    assert jira.sentences() == ["PROJ-1 blocks PROJ-2", "PROJ-2 blocks PROJ-3"]


def test_url_calls_back_over_the_port(jira: FakeJira, receiver: Loopback) -> None:
    """A service that is posted a webhook calls the live server before it answers, and gets what follows too."""
    with jira.serve() as served:
        receiver.meanwhile = _relinking(served.url)
        jira.webhooks.register(receiver.url)
        assert _link(served.url, "PROJ-1", "PROJ-2") == 201
        jira.webhooks.assert_delivered()
    assert receiver.events == ONE_LINK * 2
    assert jira.sentences() == ["PROJ-1 blocks PROJ-2", "PROJ-2 blocks PROJ-3"]


def test_url_calls_back_while_the_test_is_in_process(jira: FakeJira, receiver: Loopback) -> None:
    """A service calls back over the port upon a webhook of a call in process."""
    with jira.serve() as served, jira.intercept():
        receiver.meanwhile = _relinking(served.url)
        jira.webhooks.register(receiver.url, events=["issuelink_created"])
        assert _link(jira.url, "PROJ-1", "PROJ-2") == 201
    assert receiver.events == ["issuelink_created"] * 2
    assert jira.sentences() == ["PROJ-1 blocks PROJ-2", "PROJ-2 blocks PROJ-3"]


def test_lock_is_free_while_webhooks_are_delivered(jira: FakeJira) -> None:
    """While a receiver is at work, other threads read the site, which has the link already."""
    seen: list[list[str]] = []

    def receive(_: dict[str, Any]) -> None:
        thread = threading.Thread(target=lambda: seen.append(jira.sentences()))
        thread.start()
        thread.join(10)

    jira.webhooks.register(receive, events=["issuelink_created"])
    with jira.intercept():
        _link(jira.url, "PROJ-1", "PROJ-2")
    assert seen == [["PROJ-1 blocks PROJ-2"]]


def test_delivered_before_the_reply(jira: FakeJira, receiver: Loopback) -> None:
    """When the client has its reply, the receiver has its webhooks."""
    jira.webhooks.register(receiver.url)
    with jira.intercept():
        _link(jira.url, "PROJ-1", "PROJ-2")
        assert receiver.events == ONE_LINK


def test_mocks_of_the_user_see_nothing(jira: FakeJira, receiver: Loopback) -> None:
    """A mock of the user's, which has no stub and fails any call, is never asked."""
    jira.webhooks.register(receiver.url)
    with responses.RequestsMock() as mock:
        with jira.intercept():
            assert _link(jira.url, "PROJ-1", "PROJ-2") == 201
        assert len(mock.calls) == 0
    jira.webhooks.assert_delivered()
    assert receiver.events == ONE_LINK


@pytest.mark.parametrize("in_process", [True, False])
def test_receiver_that_fails_breaks_nothing(jira: FakeJira, receiver: Loopback, in_process: bool) -> None:
    """A request gets its reply whatever becomes of its webhooks."""
    receiver.status = 500

    def broken(_: dict[str, Any]) -> None:
        raise RuntimeError("no")

    jira.webhooks.register(broken, events=["issuelink_created"])
    jira.webhooks.register(receiver.url, events=["issuelink_created"])
    if in_process:
        with jira.intercept():
            assert _link(jira.url, "PROJ-1", "PROJ-2") == 201
    else:
        with jira.serve() as served:
            assert _link(served.url, "PROJ-1", "PROJ-2") == 201
    assert [problem.rpartition(": ")[2] for problem in jira.webhooks.problems] == [
        "it raised RuntimeError('no')",
        "it answered 500",
    ]
    assert "Webhooks that did not arrive:\n  issuelink_created to " in jira.report()


def test_clients_at_once(jira: FakeJira) -> None:
    """When all of several clients have their replies, every webhook is delivered, in the order of what happened."""
    jira.add_issues(*(f"MANY-{number}" for number in range(1, 41)))
    taken: list[int] = []
    jira.webhooks.register(lambda payload: taken.append(payload["timestamp"]), events=["issuelink_created"])

    def work(first: int) -> None:
        for number in range(first, first + 10):
            _link(served.url, "PROJ-1", f"MANY-{number}")

    with jira.serve() as served:
        threads = [threading.Thread(target=work, args=[first]) for first in (1, 11, 21, 31)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(taken) == 40
    assert taken == sorted(taken)


def test_nobody_is_told_after_the_with() -> None:
    """Leaving the `with` unregisters every receiver."""
    taken: list[object] = []
    with FakeJira() as jira:
        jira.add_issues("PROJ-1", "PROJ-2")
        jira.webhooks.register(taken.append)
    with jira.intercept():
        assert _link(jira.url, "PROJ-1", "PROJ-2") == 201
    assert (taken, len(jira.webhooks)) == ([], 3)
