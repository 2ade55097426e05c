"""What the tests of the REST API share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from werkzeug.test import TestResponse

from jira_linkfake import FakeJira


@pytest.fixture
def jira() -> FakeJira:
    """A FakeJira with issues in two projects."""
    jira = FakeJira()
    jira.add_issues("APP-1", "APP-2", "LIB-1")
    return jira


@pytest.fixture
def ask(jira: FakeJira) -> Callable[..., TestResponse]:
    """Return a function that sends a request to the site: unless told otherwise as the admin, to version 3."""

    def ask(method: str, path: str, *, version: str = "3", auth: Any = jira.auth, **rest: Any) -> TestResponse:
        return jira.client().open(f"/rest/api/{version}/{path}", method=method, auth=auth, **rest)

    return ask


@pytest.fixture
def get(ask: Callable[..., TestResponse]) -> Callable[..., Any]:
    """Return a function that returns the JSON that a GET is answered."""

    def get(path: str, **rest: Any) -> Any:
        reply = ask("GET", path, **rest)
        assert reply.status_code == 200
        return reply.json

    return get
