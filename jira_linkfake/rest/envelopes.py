"""The shapes in which Jira sends replies: two families of errors, JSON, text and nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from jira_linkfake.jira.plain import Plain

JSON_TYPE = "application/json;charset=UTF-8"


PROBLEM_TYPE = "application/problem+json;charset=UTF-8"


TEXT_TYPE = "text/plain;charset=UTF-8"


PAGE_TYPE = "text/html;charset=UTF-8"


Headers = tuple[tuple[str, str], ...]


class Reply(Plain):
    """What goes back to the client."""

    status: int
    body: str = ""
    content_type: str | None = None
    headers: Headers = ()

    def with_headers(self, *headers: tuple[str, str]) -> Reply:
        """Return the reply with further headers."""
        return Reply(**{**vars(self), "headers": self.headers + headers})


def json_reply(status: int, content: Any) -> Reply:
    """Return JSON as Jira writes it: compact, in UTF-8."""
    return Reply(status=status, body=_dumps(content), content_type=JSON_TYPE)


def error_collection(status: int, messages: list[str], errors: Mapping[str, str], *, with_errors: bool = True) -> Reply:
    """Return Jira's own envelope; failures to read a body come without `errors`."""
    content: dict[str, Any] = {"errorMessages": messages}
    if with_errors:
        content["errors"] = dict(errors)
    return json_reply(status, content)


def problem(status: int, detail: str, instance: str) -> Reply:
    """Return the RFC 7807 envelope of failures before Jira's own code is reached."""
    content = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "instance": instance,
    }
    return Reply(status=status, body=_dumps(content), content_type=PROBLEM_TYPE)


def text_reply(status: int, text: str) -> Reply:
    """Return plain text."""
    return Reply(status=status, body=text, content_type=TEXT_TYPE)


def page_reply(status: int, title: str) -> Reply:
    """Return a page as a browser would show it."""
    body = f"<!DOCTYPE html>\n<html><head><title>{title}</title></head><body><h1>{title}</h1></body></html>\n"
    return Reply(status=status, body=body, content_type=PAGE_TYPE)


def _dumps(content: Any) -> str:
    # Not looked through for circles: replies are made from the site's values, which have none.
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), check_circular=False)
