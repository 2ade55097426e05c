"""What comes of a client's method, as its table says it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from jira_linkfake import FakeJira

Call = Callable[[Any], Any]
Look = Callable[[FakeJira], Any]


@dataclass(frozen=True)
class Works:
    """The method does what it is for: `outcome` is what it returns, or what is seen on the site afterwards."""

    call: Call
    outcome: Any
    look: Look | None = None


@dataclass(frozen=True)
class Refused:
    """Jira Cloud says no, however the method is called: what the client sends was for Jira as it was, or for Server."""

    call: Call
    status: int
    words: str


@dataclass(frozen=True)
class NotServed:
    """The operation that the method asks for is not served: 501 by its name."""

    call: Call
    operation: str


@dataclass(frozen=True)
class Broken:
    """The client itself fails, before it asks for anything or at what it was answered."""

    call: Call
    error: str
    words: str


Outcome = Works | Refused | NotServed | Broken
