"""What a case of the wire suite is: a site, a request, and what comes of it."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping
from dataclasses import KW_ONLY, dataclass, field
from typing import TYPE_CHECKING, Any

from tests.wire.messages import Request

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

JSON = "application/json;charset=UTF-8"
PROBLEM = "application/problem+json;charset=UTF-8"
TEXT = "text/plain;charset=UTF-8"
PAGE = "text/html;charset=UTF-8"

DOCUMENTED = ("documented",)
OBSERVED = ("observed",)

_CREDENTIALS = {"admin": b"admin@example.com:admin-token", "alice": b"alice@example.com:alice-token"}


def nothing_more(jira: FakeJira) -> None:
    """Leave the site as every case finds it."""


@dataclass(frozen=True)
class Case:
    """One request, and what is expected of it.

    `row` is the row of `rows.ROWS` that the case is for; `variant` tells the cases of a row apart. `seed` puts the
    site, which has what `seeds.start` gives it, in its state. `caller` signs in with Basic, None does not. `sent` is
    the request's body, as it is if it is bytes and as JSON otherwise. A header that is None is absent. In `body` and
    `headers`, `{base}` stands for the address that the request came to, and `{realm}` for the same, percent-encoded.
    `adds`, `removes` and `updates` are the facts (see `facts.py`) and the keys of the issues that the request changes;
    where there are none, it changes nothing at all. `told` is what the journal tells of why, where a case says it.
    """

    row: str
    variant: str = ""
    _: KW_ONLY
    answers: tuple[str, ...] = (*DOCUMENTED, *OBSERVED)
    seed: Callable[[FakeJira], object] = nothing_more
    caller: str | None = "alice"
    method: str = "GET"
    path: str
    sent: Any = None
    sent_headers: Mapping[str, str | None] = field(default_factory=dict)
    status: int
    content_type: str | None = JSON
    headers: Mapping[str, str | None] = field(default_factory=dict)
    body: bytes
    adds: tuple[str, ...] = ()
    removes: tuple[str, ...] = ()
    updates: tuple[str, ...] = ()
    told: str | None = None

    @property
    def name(self) -> str:
        """The case's name among all."""
        return f"{self.row} ({self.variant})" if self.variant else self.row

    @property
    def changes_nothing(self) -> bool:
        """Whether the site must be the same afterwards."""
        return not (self.adds or self.removes or self.updates)

    @property
    def request(self) -> Request:
        """The request, as a door sends it."""
        body = self.sent if self.sent is None or isinstance(self.sent, bytes) else json.dumps(self.sent).encode()
        headers = {
            "Authorization": None if self.caller is None else basic(_CREDENTIALS[self.caller]),
            "Content-Type": None if body is None else "application/json",
            **self.sent_headers,
        }
        there = {name: value for name, value in headers.items() if value is not None}
        return Request(method=self.method, path=self.path, headers=there, body=body)


def basic(email_and_token: bytes) -> str:
    """Return an Authorization header for Basic authentication."""
    return "Basic " + base64.b64encode(email_and_token).decode()
