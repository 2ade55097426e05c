"""Every answer to what is carried out is as Atlassian describes it, in each state of a site and in both versions."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import pytest

from jira_linkfake import FakeJira
from tests.properties.operations import address_of
from tests.wire.messages import Reply
from tests.wire.schemas.keys import lacking, merged
from tests.wire.schemas.known import ADMINISTRATORS_ONLY, GONE_IN_VERSION_3, NEVER, NOT_ON_A_FRESH_SITE, NOT_YET
from tests.wire.schemas.reference import (
    example_of,
    in_the_reference,
    keys_beyond,
    keys_of_answer,
    mismatches,
    statuses_of,
)
from tests.wire.schemas.states import FORM, NO_CHECK, STATES, Auth, as_sent, requests_of
from tests.wire.sent import asked_by, sent, sent_in_version, served

SERVED = [operation.id for operation in served()]


class Answer(NamedTuple):
    """What was answered to a request that was carried out; `state` is the site's, none for a case of the suite.

    `body` is its JSON; there is none where it is something else.
    """

    state: str | None
    status: int
    body: bytes


EACH = [(operation, version) for operation in SERVED for version in (2, 3)]


def test_answers_are_as_atlassian_describes_them() -> None:
    """Each answer fits its schema, together they have the keys of the example, and what does not is known."""
    assert [
        f"{operation} in version {version}: {difference}"
        for operation, version in EACH
        for difference in _differences(operation, version)
        if not _reason(operation, difference)
    ] == []


def test_each_state_has_answers() -> None:
    """Each operation is carried out in each state of the site, but for what is not there or not allowed."""
    came = {each: {one.state for one in _answers(*each)} - {None} for each in EACH}

    assert [each for each in EACH if came[each] != _states_of(*each)] == []


@pytest.mark.parametrize(
    ("operation", "version", "answer", "difference"),
    [
        ("getPriority", 3, {"id": 3}, "id is 3, not of the type string"),
        ("getPriority", 3, None, "the answer is null, not of the type object"),
        ("getPriorities", 2, [{"id": None}], "[].id is null, not of the type string"),
        ("createProject", 3, {"id": 1, "key": "A"}, "the answer lacks self"),
        ("getIssueLinkType", 3, {"Name": "x"}, "the answer has Name too"),
        ("getMyPermissions", 3, {"permissions": {"X": {"id": 1}}}, "permissions.*.id is 1, not of the type string"),
        (
            "getUser",
            3,
            {"accountType": "x"},
            "accountType is \"x\", against enum ['atlassian', 'app', 'customer', 'unknown']",
        ),
        ("getIssue", 3, {"fields": {"status": {"id": 1}}}, "fields.status.id is 1, not of the type string"),
        ("getIssue", 3, {"fields": {"issuelinks": None}}, "fields.issuelinks is null, not of the type array"),
        ("getIssue", 3, {"fields": {"description": "x"}}, 'fields.description is "x", not of the type object'),
        ("getIssue", 2, {"fields": {"description": {}}}, "fields.description is {}, not of the type string"),
        ("getComment", 3, {"body": {"type": "doc"}}, "body lacks content, version"),
    ],
)
def test_what_differs_is_told(operation: str, version: int, answer: object, difference: str) -> None:
    """What is wrong in an answer is found where it is."""
    status = 201 if operation == "createProject" else 200

    assert {*mismatches(operation, status, version, answer)} == {difference}


def test_key_that_is_not_there_is_told() -> None:
    """The keys of an example that an answer lacks are told, whatever else it has."""
    answer = {"permissions": {"LINK_ISSUES": {"id": "1", "name": "Link issues", "more": 1}}}
    keys = keys_of_answer("getMyPermissions", 200, answer)

    missing = ["description", "havePermission", "key", "type"]
    assert [*lacking(example_of("getMyPermissions", 200), keys)] == [f"permissions.*.{name}" for name in missing]


def test_key_that_no_schema_names_is_told() -> None:
    """A key that a schema allows and does not name is told, where keys are no data."""
    answer = {"fields": {"customfield_10001": 1, "comment": {"Self": "x"}}, "transitions": [{"Id": "1"}]}

    beyond = ["fields.comment.Self", "transitions[].Id"]
    assert [*keys_beyond("getIssue", 200, answer)] == beyond


def test_every_operation_that_is_served_is_in_the_reference() -> None:
    """The reference lists statuses for each operation that is served; `tests.wire.schemas.make` adds what is new."""
    assert [operation for operation in SERVED if not in_the_reference(operation)] == []


def test_every_difference_that_is_known_is_there() -> None:
    """What is said to differ does differ: an entry of the tables that is no longer true goes."""
    used = {_reason(operation, one) for operation, version in EACH for one in _differences(operation, version)}

    assert (NEVER | NOT_YET).keys() - used == set()


def _states_of(operation: str, version: int) -> set[str]:
    """Return the states of a site in which an operation is carried out."""
    if version == 3 and operation in GONE_IN_VERSION_3:
        return set()
    without = {"fresh": NOT_ON_A_FRESH_SITE, "restricted": ADMINISTRATORS_ONLY}
    return {state for state in STATES if operation not in without.get(state, ())}


def _reason(operation: str, difference: str) -> str | None:
    """Return the pattern of what may differ that a difference fits, None where there is none."""
    return next((pattern for pattern in NEVER | NOT_YET if re.fullmatch(pattern, f"{operation}: {difference}")), None)


@cache
def _differences(operation: str, version: int) -> list[str]:
    return sorted({*_from_schemas(operation, version), *_from_examples(operation)})


def _from_schemas(operation: str, version: int) -> Iterator[str]:
    for one in {answer._replace(state=None) for answer in _answers(operation, version)}:
        if one.status not in statuses_of(operation):
            yield f"answers {one.status}"
        elif one.body:
            answer = json.loads(one.body)
            yield from mismatches(operation, one.status, version, answer)
            yield from (f"{path} is not in the schema" for path in keys_beyond(operation, one.status, answer))


@cache
def _from_examples(operation: str) -> list[str]:
    """Return the keys that the example has and no answer of either version."""
    bodies: dict[int, set[bytes]] = {}
    for one in (*_answers(operation, 2), *_answers(operation, 3)):
        if one.body:
            bodies.setdefault(one.status, set()).add(one.body)
    return [
        f"lacks the example's {path}"
        for status, those in bodies.items()
        for path in lacking(
            example_of(operation, status), merged(keys_of_answer(operation, status, json.loads(one)) for one in those)
        )
    ]


@cache
def _answers(operation: str, version: int) -> list[Answer]:
    return [*_answers_in_states(operation, version), *_answers_to_cases().get((operation, version), ())]


def _answers_in_states(operation: str, version: int) -> Iterator[Answer]:
    requests = requests_of(operation, version)
    only_reads = all(method == "GET" for method, *_ in requests)
    for state, site in STATES.items():
        jira, auth = _seen(state) if only_reads else site()
        client, made = jira.client(), None
        for method, path, body in requests:
            address = address_of(path.replace("{id}", str(made)), version)
            data, content_type = (body, FORM) if isinstance(body, bytes) else (as_sent(body), "application/json")
            reply = client.open(
                address, method=method, data=data, content_type=content_type, headers=NO_CHECK, auth=auth
            )
            made = reply.json.get("id") if reply.status_code == 201 and reply.data[:1] == b"{" else made
            if jira.exchanges[-1].rule == operation and reply.status_code < 400:
                yield Answer(state, reply.status_code, reply.data if reply.is_json else b"")


@cache
def _seen(state: str) -> tuple[FakeJira, Auth]:
    """Return a site that is read alone."""
    return STATES[state]()


def _answer(reply: Reply) -> Answer:
    is_json = reply.headers.get("content-type", "").startswith("application/json")
    return Answer(None, reply.status, reply.body if is_json else b"")


@cache
def _answers_to_cases() -> dict[tuple[str, int], list[Answer]]:
    """Return what the cases of the suite are answered, by operation and version: each is sent in both."""
    answers: dict[tuple[str, int], list[Answer]] = {}
    for case, reply, exchange in sent():
        asked = asked_by(case)
        if asked and asked[0] in served() and asked[0].id == exchange.rule and reply.status < 400:
            operation, version = asked
            answers.setdefault((operation.id, version), []).append(_answer(reply))
            _, reply, exchange = sent_in_version(case, 5 - version)
            if exchange.rule == operation.id and reply.status < 400:
                answers.setdefault((operation.id, 5 - version), []).append(_answer(reply))
    return answers
