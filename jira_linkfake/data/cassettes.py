"""Cassettes of vcrpy, pytest-recording and Betamax: the answers that were recorded in them."""

from __future__ import annotations

import gzip
import json
import zlib
from base64 import b64decode
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from jira_linkfake.jira.plain import Plain

_LISTS = ("interactions", "http_interactions")


class Recorded(Plain):
    """An answer of Jira's to a request; `content` is its JSON, and `problem` why there is none, if there is none."""

    method: str
    path: str
    status: int
    content: Any = None
    problem: str | None = None

    def __str__(self) -> str:
        return f"{self.method} {self.path} ({self.status})"


def is_cassette(content: Any) -> bool:
    """Say whether data is a cassette."""
    return isinstance(content, Mapping) and any(isinstance(content.get(name), list) for name in _LISTS)


def recorded_in(cassette: Mapping[str, Any]) -> Iterator[Recorded]:
    """Yield the answers of a cassette, oldest first."""
    for name in _LISTS:
        for one in cassette.get(name) or ():
            yield _recorded(one.get("request") or {}, one.get("response") or {})


def _recorded(request: Mapping[str, Any], response: Mapping[str, Any]) -> Recorded:
    status = response.get("status") or response.get("status_code") or 0
    number = status.get("code") if isinstance(status, Mapping) else status
    content, problem = _content(response)
    return Recorded(
        method=str(request.get("method", "GET")).upper(),
        path=urlsplit(str(request.get("uri", ""))).path,
        status=int(number or 0),
        content=content,
        problem=problem,
    )


def _content(response: Mapping[str, Any]) -> tuple[Any, str | None]:
    """Return the JSON of a response, and why there is none, if there is none."""
    try:
        text = _plain(_body(response)).decode("utf-8-sig")
    except (OSError, ValueError, EOFError, zlib.error):
        return None, "its body cannot be read"
    if not text.strip():
        return None, None
    try:
        return json.loads(text), None
    except ValueError:
        return None, "its body is no JSON"


def _body(response: Mapping[str, Any]) -> bytes:
    """Return the body of a response, as it was recorded: a text, bytes, or either in base64."""
    body = response.get("body", response.get("content"))
    if isinstance(body, Mapping):
        if "base64_string" in body:
            return b64decode(body["base64_string"])
        body = body.get("string")
    if isinstance(body, bytes):
        return body
    return str(body or "").encode()


def _plain(body: bytes) -> bytes:
    """Return a body without its compression."""
    if body[:2] == b"\x1f\x8b":
        return gzip.decompress(body)
    if body[:1] in (b"", b"{", b"[") or body.lstrip()[:1] in (b"{", b"["):
        return body
    try:
        return zlib.decompress(body)
    except zlib.error:
        return body
