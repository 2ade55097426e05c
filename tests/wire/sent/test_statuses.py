"""The statuses of each operation that is served are the reference's; what differs has its reason in the tables."""

from __future__ import annotations

import re

from jira_linkfake import FakeJira
from jira_linkfake.known_answers import BESIDE_THE_REFERENCE, NOT_GIVEN, OF_ANY_OPERATION
from tests.wire.schemas.reference import statuses_of
from tests.wire.sent import asked_by, sent, served

UNAUTHORIZED = 401


def test_status_is_one_of_the_reference() -> None:
    """Each status that came is one that the reference lists for the operation, or is known not to be, with a reason."""
    statuses = _statuses()
    beside = {one for one in _came() if one[1] not in statuses[one[0]]}

    assert {one for one in beside if one[1:] not in OF_ANY_OPERATION} == BESIDE_THE_REFERENCE.keys()
    assert OF_ANY_OPERATION.keys() - {one[1:] for one in beside} == {(UNAUTHORIZED, "WrongCredentials")}


def test_statuses_of_the_reference_came() -> None:
    """Each status that the reference lists for an operation came from it, or is known not to, with a reason.

    That of wrong credentials is each operation's, below.
    """
    came = {(name, status) for name, status, _ in _came()}
    expected = {(name, status) for name, statuses in _statuses().items() for status in statuses - {UNAUTHORIZED}}

    assert expected - came == NOT_GIVEN.keys()


def test_wrong_credentials_are_refused_by_every_operation() -> None:
    """Whatever is asked for with wrong credentials, with `answers="documented"` it is 401."""
    jira = FakeJira(credentials="issued")
    wrong = {"auth": ("admin@example.com", "wrong"), "json": {}, "content_type": "application/json"}
    answered = {}
    for operation in served():
        reply = jira.client().open(re.sub(r"\{\w+\}", "10000", operation.path), method=operation.method, **wrong)
        answered[operation.id] = (reply.status_code, jira.exchanges[-1].rule)

    assert {one for one in answered.items() if one[1] != (UNAUTHORIZED, "WrongCredentials")} == set()


def _statuses() -> dict[str, set[int]]:
    """Return the statuses that the reference lists for each operation that is served."""
    return {operation.id: statuses_of(operation.id) for operation in served()}


def _came() -> set[tuple[str, int, str]]:
    """Return each operation with each status that a case got from it, and what answered."""
    ids = {operation.id for operation in served()}
    return {
        (asked[0].id, reply.status, exchange.rule)
        for case, reply, exchange in sent()
        if (asked := asked_by(case)) and asked[0].id in ids
    }
