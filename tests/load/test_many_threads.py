"""However many threads ask at once, each request is carried out as a whole, and each reply is of one exchange."""

from __future__ import annotations

import json
import sys
import threading
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import pytest
import requests

from jira_linkfake import FakeJira

THREADS = 32
PATIENCE = 30.0
Ask = tuple[str, str, Any]
"""Method, path below `/rest/api/3/`, and the JSON of the body."""


@dataclass(frozen=True, kw_only=True)
class Got:
    """What a client asked for and got; the reply says which of the site's exchanges it is of."""

    method: str
    path: str
    body: str
    status: int
    exchange: int


@pytest.fixture(autouse=True)
def threads_take_turns_all_the_time():
    """Let threads be interrupted as often as Python can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.fixture
def jira():
    """A site with an issue that may have fifty links, and enough others."""
    jira = FakeJira(link_limit=50)
    jira.add_issues("HUB-1", *(f"APP-{number}" for number in range(1, 200)))
    return jira


@pytest.fixture(params=["over a port", "in process"])
def url(request, jira):
    """The address of the site, which one server has for all threads, or `requests` in process."""
    if request.param == "over a port":
        with jira.serve() as served:
            yield served.url
    else:
        with jira.intercept():
            yield jira.url


def _link(source: str, destination: str) -> Ask:
    body = {"type": {"name": "Blocks"}, "inwardIssue": {"key": source}, "outwardIssue": {"key": destination}}
    return "POST", "issueLink", body


def _asked_at_once(jira: FakeJira, url: str, asked: Sequence[Sequence[Ask]]) -> list[Got]:
    """Let a thread for each list ask for what is in it, all of them from the same moment; returns what they got."""
    all_there = threading.Barrier(len(asked))

    def ask(requests_of_one: Sequence[Ask]) -> list[Got]:
        got = []
        with requests.Session() as session:
            session.auth, session.trust_env = jira.auth, False
            all_there.wait(PATIENCE)
            for method, path, body in requests_of_one:
                reply = session.request(method, f"{url}/rest/api/3/{path}", json=body, timeout=PATIENCE)
                sent = "" if body is None else json.dumps(body)
                number = int(reply.headers["X-Arequestid"], 16)
                got.append(Got(method=method, path=path, body=sent, status=reply.status_code, exchange=number))
        return got

    with ThreadPoolExecutor(len(asked)) as pool:
        return [one for of_one in pool.map(ask, asked) for one in of_one]


def _assert_each_is_in_the_journal(jira: FakeJira, got: Sequence[Got]) -> None:
    """Check that replies and exchanges are the same in number, one of each other, and say the same."""
    assert sorted(one.exchange for one in got) == [*range(1, len(jira.exchanges) + 1)]
    for one in got:
        exchange = jira.exchanges[one.exchange - 1]
        assert (exchange.method, exchange.path) == (one.method, f"/rest/api/3/{one.path}")
        assert (exchange.status, json.loads(exchange.body or "null")) == (one.status, json.loads(one.body or "null"))


def _assert_each_link_is_once_at_both_its_ends(jira: FakeJira) -> None:
    rows = [(link.type.name, link.source.key, link.destination.key) for link in jira.links]
    assert len(set(rows)) == len(rows)
    at_ends = Counter(link.id for issue in jira.issues for link in jira.links_of(issue.key))
    assert at_ends == {link.id: 2 for link in jira.links}


def test_limit_is_reached_and_not_passed(jira, url):
    """Of 128 links that 32 threads want of one issue, from either end, the fifty that it may have are made."""
    others = [[f"APP-{4 * thread + number}" for number in range(1, 5)] for thread in range(THREADS)]
    got = _asked_at_once(
        jira,
        url,
        [
            [_link("HUB-1", key) if thread % 2 else _link(key, "HUB-1") for key in keys]
            for thread, keys in enumerate(others)
        ],
    )
    assert Counter(one.status for one in got) == {201: 50, 413: 78}
    assert len(jira.links) == len(jira.links_of("HUB-1")) == 50
    assert [link.id for link in jira.recorded_links] == [str(number) for number in range(10000, 10050)]
    _assert_each_link_is_once_at_both_its_ends(jira)
    _assert_each_is_in_the_journal(jira, got)


def test_repeated_link_is_made_once(jira, url):
    """A link that 32 threads want at once is one, and each of them is told that it is there."""
    keys = [f"APP-{number}" for number in range(1, 7)]
    got = _asked_at_once(
        jira, url, [[_link("HUB-1", key) for key in keys[turn % 6 :] + keys[: turn % 6]] for turn in range(THREADS)]
    )
    assert {one.status for one in got} == {201}
    assert sorted(jira.sentences()) == [f"HUB-1 blocks {key}" for key in keys]
    assert sum(len(exchange.links_made) for exchange in jira.exchanges) == 6
    assert sum(exchange.repeats_a_link for exchange in jira.exchanges) == 6 * THREADS - 6
    _assert_each_link_is_once_at_both_its_ends(jira)
    _assert_each_is_in_the_journal(jira, got)


def test_link_is_deleted_once(jira, url):
    """Of two threads that delete a link while others make some, one has deleted it, and the other finds none."""
    links = [jira.add_link(f"APP-{number}", "blocks", f"APP-{number + 1}") for number in range(1, 41)]
    asked = [
        [("DELETE", f"issueLink/{links[(turn % 8) * 5 + number].id}", None) for number in range(5)]
        if turn < 16
        else [_link("HUB-1", f"APP-{3 * turn + number}") for number in range(3)]
        for turn in range(THREADS)
    ]
    got = _asked_at_once(jira, url, asked)
    deletes = Counter((one.path, one.status) for one in got if one.method == "DELETE")
    assert deletes == {(f"issueLink/{link.id}", status): 1 for link in links for status in (204, 404)}
    assert Counter(one.status for one in got if one.method == "POST") == {201: 48}
    assert sum(len(exchange.links_removed) for exchange in jira.exchanges) == 40
    assert {link.source.key for link in jira.links} == {"HUB-1"}
    assert len(jira.links) == 48
    _assert_each_link_is_once_at_both_its_ends(jira)
    _assert_each_is_in_the_journal(jira, got)
