"""The fidelity table is true: its rows were sent to a client, and nothing was sent that has no row."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from jira_linkfake import FakeJira, UnsupportedOperationError
from jira_linkfake.faults.rewriting import GERMAN
from jira_linkfake.known_answers import known_replies
from jira_linkfake.rest.operations import all_operations
from tests.wire.doors import werkzeug_client
from tests.wire.messages import Request
from tests.wire.sent import sent
from tests.wire.sent.shown import shown_by

KNOWN = known_replies()
IN_GERMAN = [
    replace(row, messages=tuple((field, GERMAN.get(text, text)) for field, text in row.messages))
    for row in KNOWN
    if row.german
]


def test_every_known_reply_was_sent() -> None:
    """Each row of the table, with each of its statuses, is what a client truly got."""
    shown = {(row.when, reply.status) for _, reply, exchange in sent() for row in shown_by(reply, exchange, KNOWN)}

    assert [one for row in KNOWN for status in row.statuses if (one := (row.when, status)) not in shown] == []


def test_every_reply_is_a_known_one() -> None:
    """Nothing is sent that has no row in the table, and with it no evidence."""
    assert [case.name for case, *answer in sent() if not any(shown_by(*answer, [*KNOWN, *IN_GERMAN]))] == []


def test_every_message_in_german_was_sent() -> None:
    """Each message that there is in German is of a row of the table, and was sent in German too."""
    shown = (row for _, *answer in sent() for row in shown_by(*answer, IN_GERMAN))

    assert set(GERMAN.values()) - {text for row in shown for _, text in row.messages} == set()


def test_what_is_not_served_says_so() -> None:
    """Each of Jira's operations that is not served answers 501 and names itself, and fails its test."""
    jira = FakeJira()
    told = {}
    for operation in all_operations():
        if not operation.served:
            path = re.sub(r"\{\w+\}", "10000", operation.path)
            with werkzeug_client(jira) as door:
                reply = door.send(Request(method=operation.method, path=path, headers={}))
            told[operation] = (reply.status, json.loads(reply.body)["errorMessages"], f"{operation.method} {path}")
    assert len(told) > 350
    assert [
        one
        for one, (status, messages, request) in told.items()
        if (status, messages) != (501, [f"jira_linkfake does not serve {request} ({one.id})."])
    ] == []
    with pytest.raises(UnsupportedOperationError, match="getAllDashboards"):
        jira.require_supported()
