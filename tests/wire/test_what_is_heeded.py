"""What an operation takes, in its query and its body, is looked at; what is not has its reason in the table."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from werkzeug.datastructures import MultiDict

from jira_linkfake.rest import call
from jira_linkfake.rest.app import JiraFlask
from jira_linkfake.rest.body import loaded
from tests.properties.operations import address_of
from tests.wire.schemas.known import UNHEEDED
from tests.wire.schemas.reference import asked_of
from tests.wire.schemas.states import FORM, NO_CHECK, full, requests_of
from tests.wire.sent import served

SERVED = {operation.id: operation for operation in served()}


class _Query(MultiDict[str, str]):
    """A query that notes what is looked at."""

    heeded: set[str]

    def __getitem__(self, key: str) -> str:
        self.heeded.add(key)
        return super().__getitem__(key)

    def __contains__(self, key: object) -> bool:
        self.heeded.add(str(key))
        return super().__contains__(key)

    def getlist(self, key: str, *args: Any, **kwargs: Any) -> Any:
        self.heeded.add(key)
        return super().getlist(key, *args, **kwargs)


class _Body(Mapping[str, Any]):
    """What a schema read, which notes what is looked at, as the JSON calls it."""

    def __init__(self, schema: Any, content: Mapping[str, Any], heeded: set[str]) -> None:
        self._names = {name: field.data_key or name for name, field in schema._declared_fields.items()}
        self._content = content
        self._heeded = heeded

    def __getitem__(self, key: str) -> Any:
        self._heeded.add(self._names.get(key, key))
        return self._content[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._content)

    def __len__(self) -> int:
        return len(self._content)


@pytest.mark.parametrize("operation", SERVED)
def test_what_is_sent_is_looked_at(operation: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each name that the reference has for a query or a body is looked at, or is told not to matter, with a reason."""
    in_query: set[str] = set()
    in_body: set[str] = set()
    monkeypatch.setattr(_Query, "heeded", in_query, raising=False)
    monkeypatch.setattr(JiraFlask.request_class, "parameter_storage_class", _Query)
    monkeypatch.setattr(call, "loaded", lambda schema, body: _Body(schema, loaded(schema, body), in_body))

    _send_all(operation)

    of_query, of_body = asked_of(operation, "query"), asked_of(operation, "body")
    unheeded = {f"query: {name}" for name in of_query - in_query} | {f"body: {name}" for name in of_body - in_body}
    assert {(operation, name) for name in unheeded} == {one for one in UNHEEDED if one[0] == operation}


def _send_all(operation: str) -> None:
    jira, auth = full()
    client, made = jira.client(), None
    for method, path, body in requests_of(operation, 3):
        address = address_of(path.replace("{id}", str(made)), 3)
        address += f"{'&' if '?' in address else '?'}x="
        data, content_type = (body, FORM) if isinstance(body, bytes) else (json.dumps(body), "application/json")
        reply = client.open(
            address,
            method=method,
            data=b"" if body is None else data,
            content_type=content_type,
            headers=NO_CHECK,
            auth=auth,
        )
        made = reply.json.get("id") if reply.status_code == 201 and reply.data[:1] == b"{" else made


def test_every_reason_is_of_an_operation_that_is_served() -> None:
    """No reason is given for what is not there."""
    assert {operation for operation, _ in UNHEEDED} - SERVED.keys() == set()
