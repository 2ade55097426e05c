"""A site with the inspector around it, asked in process; each answer is held against the API's own document."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from werkzeug.test import Client

from jira_linkfake import FakeJira
from jira_linkfake.inspector.application import Inspected


class Control:
    """The control API of a server."""

    def __init__(self, jira: FakeJira) -> None:
        self.inspected = Inspected(jira)
        self.client = Client(self.inspected)

    @cached_property
    def document(self) -> Any:
        """The API's own document."""
        return self.client.get("/_linkfake/openapi.json").json

    def __call__(
        self, method: str, path: str, body: Any = None, *, status: int = 200, site: str = "", **more: Any
    ) -> Any:
        """Return the JSON of an answer that has a status and is what the document says."""
        answer = self.client.open(f"{site}/_linkfake{path}", method=method, json=body, **more)
        assert answer.status_code == status, answer.text
        assert answer.content_type == "application/json"
        Draft202012Validator(self.schema_of(method, path.partition("?")[0], status)).validate(answer.json)
        return answer.json

    def schema_of(self, method: str, path: str, status: int) -> Any:
        """Return the schema of an answer; that of an error where the document has no such operation."""
        error = self.document["components"]["schemas"]["Error"]
        for template, operations in self.document["paths"].items():
            is_it = re.fullmatch(re.sub(r"{\w+}", "[^/]+", template), f"/_linkfake{path}")
            if is_it and method.lower() in operations:
                responses = operations[method.lower()]["responses"]
                return (
                    responses[str(status)]["content"]["application/json"]["schema"]
                    if str(status) in responses
                    else error
                )
        return error

    def refused(self, method: str, path: str, body: Any = None, *, status: int = 400, **more: Any) -> str:
        """Return the sentence of a refusal."""
        answer = self(method, path, body, status=status, **more)
        assert list(answer) == ["error"]
        return answer["error"]

    def link(self, inward: str, outward: str, *, site: str = "") -> int:
        """Link two issues as a client of Jira does, and return the status."""
        body = {"type": {"name": "Blocks"}, "inwardIssue": {"key": inward}, "outwardIssue": {"key": outward}}
        auth = ("admin@example.com", "admin-token")
        return self.client.post(f"{site}/rest/api/3/issueLink", json=body, auth=auth).status_code


@pytest.fixture
def jira() -> FakeJira:
    """A site with two issues."""
    jira = FakeJira(inspector=True)
    jira.add_issues("PROJ-1", "PROJ-2")
    return jira


@pytest.fixture
def control(jira: FakeJira) -> Control:
    """The control API of a server with that site; nothing was asked of it."""
    return Control(jira)
