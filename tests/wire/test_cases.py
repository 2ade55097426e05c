"""Every case of the suite, through every door."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib.metadata import version
from zlib import crc32

import pytest

from jira_linkfake import Exchange, FakeJira
from jira_linkfake.jira.history.model import Event, IssueUpdated, LinkMade, LinkRemoved
from tests.wire import seeds
from tests.wire.case import Case
from tests.wire.cases import CASES
from tests.wire.doors import Door, OpenDoor, through_doors, werkzeug_client
from tests.wire.facts import facts, snapshot, times
from tests.wire.messages import Reply

ON_EVERY_REPLY = {
    "X-Jira-Linkfake": version("jira_linkfake"),
    "Server": "AtlassianEdge",
    "Vary": "Accept-Encoding",
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains; preload",
    "Timing-Allow-Origin": "*",
    "X-Content-Type-Options": "nosniff",
    "X-Xss-Protection": "1; mode=block",
}


def _name(case: Case) -> str:
    return case.name


@pytest.mark.parametrize(("case", "open_door"), through_doors(CASES))
def test_case(case: Case, open_door: OpenDoor) -> None:
    """A request gets exactly the reply that its case has, and changes of the site exactly what the case says."""
    check(case, case.answers[0], open_door)


def _is_sampled(case: Case) -> bool:
    """Say whether a case is of the ninth that is tried with both answers, always the same by their names."""
    return crc32(case.name.encode()) % 9 == 0


@pytest.mark.parametrize("case", [one for one in CASES if len(one.answers) > 1 and _is_sampled(one)], ids=_name)
def test_case_whatever_the_answers(case: Case) -> None:
    """The option `answers` switches nothing in the cases that do not say so."""
    for answers in case.answers[1:]:
        check(case, answers, werkzeug_client)


def check(case: Case, answers: str, open_door: OpenDoor) -> None:
    """Send the request of a case, and compare the reply and the site."""
    jira = FakeJira(answers=answers)
    seeds.start(jira)
    case.seed(jira)
    site_before = snapshot(jira.site) if case.changes_nothing else None
    facts_before, times_before = facts(jira), times(jira)
    events_before = len(jira.site.events)

    with open_door(jira) as door:
        reply = door.send(case.request)
        assert_reply(reply, case, door)

    assert facts(jira) - facts_before == set(case.adds)
    assert facts_before - facts(jira) == set(case.removes)
    assert {key for key, time in times(jira).items() if time > times_before.get(key, time)} == set(case.updates)
    if case.changes_nothing:
        assert snapshot(jira.site) == site_before
    assert case.told in (None, jira.exchanges[-1].reason)
    assert_told(jira.exchanges[-1], jira.site.events[events_before:])


def assert_told(exchange: Exchange, events: Sequence[Event]) -> None:
    """Assert that the journal tells the truth about who was refused and what, and events and history who did what."""
    reason = exchange.reason or ""
    assert not re.search(r"\bNone\b", reason)
    assert exchange.caller is None or "an anonymous caller" not in reason
    for event in events:
        of_link = isinstance(event, (LinkMade, LinkRemoved))
        authors = [event.change.author] if of_link else [event.caller]
        if isinstance(event, IssueUpdated):
            authors.append(event.entry.author)
        assert [author and author.name for author in authors] == [exchange.caller] * len(authors)


def assert_reply(reply: Reply, case: Case, door: Door) -> None:
    """Assert that a reply is the case's, to the byte."""
    expected = {"Content-Type": case.content_type, **ON_EVERY_REPLY, **case.headers}
    filled = {name: value if value is None else door.filled(value) for name, value in expected.items()}
    told = [body.decode("utf-8", "surrogateescape") for body in (reply.body, case.body)]
    assert (reply.status, told[0]) == (case.status, door.filled(told[1]))
    assert {name: reply.headers.get(name.lower()) for name in filled} == filled
    assert reply.headers.get("content-length") == (None if reply.status == 204 else str(len(reply.body)))
    assert re.fullmatch("[0-9a-f]{32}", reply.headers["x-arequestid"])
    assert re.fullmatch("[0-9a-f]{32}", reply.headers["atl-traceid"])
