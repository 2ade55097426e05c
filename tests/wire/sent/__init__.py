"""Every case of the suite, sent: what came, how the site explains it, and which operation was asked."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from jira_linkfake import Exchange, FakeJira
from jira_linkfake.rest.operations import API, Operation, all_operations, find
from tests.wire import seeds
from tests.wire.case import Case
from tests.wire.cases import CASES
from tests.wire.doors import werkzeug_client
from tests.wire.messages import Reply
from tests.wire.schemas.reference import NAMED_TWICE, SOFTWARE

_OF_VERSION = re.compile(r"/rest/api/([23]|latest)/(.*)")


class Sent(NamedTuple):
    """A case that was sent with one of its `answers`, the reply that came, and how the site explains it."""

    case: Case
    reply: Reply
    exchange: Exchange


@cache
def sent() -> tuple[Sent, ...]:
    """Send every case with each of its options, and return what came; the second time it is known."""
    return tuple(_provoked(case, answers) for case in CASES for answers in case.answers)


def sent_in_version(case: Case, version: int) -> Sent:
    """Send a case in another version than its own, where version 2 has text for a document of version 3."""
    path = _OF_VERSION.sub(rf"/rest/api/{version}/\2", case.path)
    body = as_text(case.sent) if version == 2 else case.sent
    return _provoked(replace(case, path=path, sent=body), case.answers[0])


def as_text(value: Any) -> Any:
    """Return what is sent in version 3 as it is sent in version 2: documents are texts."""
    if isinstance(value, dict):
        return "x" if value.get("type") == "doc" else {name: as_text(one) for name, one in value.items()}
    return [as_text(one) for one in value] if isinstance(value, list) else value


def _provoked(case: Case, answers: str) -> Sent:
    jira = FakeJira(answers=answers)
    seeds.start(jira)
    case.seed(jira)
    with werkzeug_client(jira) as door:
        return Sent(case, door.send(case.request), jira.exchanges[-1])


@cache
def served() -> tuple[Operation, ...]:
    """Return the operations of the reference that are served; the removed search has no answer, and others no row."""
    return tuple(
        operation
        for operation in all_operations()
        if operation.served is not None
        and operation.served.success is not None
        and (
            operation.path.startswith(API) or (operation.path.startswith(SOFTWARE) and operation.id not in NAMED_TWICE)
        )
    )


def asked_by(case: Case) -> tuple[Operation, int] | None:
    """Return the operation and the version that a case asks for, None for what is no operation; `latest` is 2."""
    place = find(unquote(urlsplit(case.path).path))
    operation = place and place.operations.get(case.method)
    return None if place is None or operation is None else (operation, 3 if place.version == "3" else 2)
