"""A FakeJira as its user holds it, without pytest's fixtures."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from werkzeug.test import TestResponse

from jira_linkfake import FakeJira


@pytest.fixture
def jira() -> FakeJira:
    """A FakeJira with three issues in two projects."""
    jira = FakeJira()
    jira.add_issues("APP-1", "APP-2", "LIB-1")
    return jira


@pytest.fixture
def post_link() -> Callable[..., TestResponse]:
    """Return a function that sends a link to a FakeJira: unless told otherwise, the admin's "APP-1 blocks LIB-1"."""

    def post(
        jira: FakeJira,
        inward: str = "APP-1",
        type_name: str = "Blocks",
        outward: str = "LIB-1",
        *,
        auth: tuple[str, str] | None = FakeJira().auth,
    ) -> TestResponse:
        body = {"type": {"name": type_name}, "inwardIssue": {"key": inward}, "outwardIssue": {"key": outward}}
        return jira.client().post("/rest/api/3/issueLink", json=body, auth=auth)

    return post
