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
    """The client itself fails, before it asks for anything or at what it was answered: `words` are what it says."""

    call: Call
    words: str


Outcome = Works | Refused | NotServed | Broken


def come_of(outcome: Outcome, client: Any, site: FakeJira) -> None:
    """Call a method, and assert that it comes to what the table says.

    Some clients swallow what they are answered, so that what was refused or is not served is read in the journal.
    """
    asked = len(site.exchanges)
    try:
        result = outcome.call(client)
    except Exception as error:
        if isinstance(outcome, Works):
            raise
        result = f"{type(error).__name__}: {error}"
    if isinstance(outcome, Works):
        assert (outcome.look(site) if outcome.look else result) == outcome.outcome
    elif isinstance(outcome, Broken):
        assert outcome.words in str(result)
        assert all((one.status or 500) < 400 for one in site.exchanges[asked:])
    else:
        assert len(site.exchanges) > asked, result
        answer = site.exchanges[-1]
        words = outcome.operation if isinstance(outcome, NotServed) else outcome.words
        assert answer.status == (501 if isinstance(outcome, NotServed) else outcome.status), f"{answer}: move it"
        assert words in answer.answer, f"{answer}: {answer.answer}"


def keys(site: FakeJira, jql: str) -> list[str]:
    """Return the keys of the issues that the admin finds by JQL, in its order."""
    query = {"jql": jql, "fields": "key"}
    found = site.client().get("/rest/api/3/search/jql", query_string=query, auth=site.auth).json
    return [one["key"] for one in found["issues"]]
