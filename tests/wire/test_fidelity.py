"""The fidelity table is true: its rows were sent to a client, and nothing was sent that has no row."""

from __future__ import annotations

import pytest

from jira_linkfake import Exchange, FakeJira
from jira_linkfake.rest.fidelity import known_replies
from tests.wire import seeds
from tests.wire.case import Case
from tests.wire.cases import CASES
from tests.wire.doors import werkzeug_client
from tests.wire.messages import Reply
from tests.wire.shown import shown_by

KNOWN = known_replies()
Sent = tuple[Case, Reply, Exchange]


@pytest.fixture(scope="module")
def sent() -> list[Sent]:
    """Every request of the suite, with each of its options, the reply that came, and how the site explains it."""
    return [(case, *_provoke(case, answers)) for case in CASES for answers in case.answers]


def _provoke(case: Case, answers: str) -> tuple[Reply, Exchange]:
    jira = FakeJira(answers=answers)
    seeds.start(jira)
    case.seed(jira)
    with werkzeug_client(jira) as door:
        return door.send(case.request), jira.exchanges[-1]


def test_every_known_reply_was_sent(sent: list[Sent]) -> None:
    """Each row of the table, with each of its statuses, is what a client truly got."""
    shown = {(row.when, reply.status) for _, reply, exchange in sent for row in shown_by(reply, exchange, KNOWN)}

    assert [one for row in KNOWN for status in row.statuses if (one := (row.when, status)) not in shown] == []


def test_every_reply_is_a_known_one(sent: list[Sent]) -> None:
    """Nothing is sent that has no row in the table, and with it no evidence."""
    assert [case.name for case, *answer in sent if not any(shown_by(*answer, KNOWN))] == []
