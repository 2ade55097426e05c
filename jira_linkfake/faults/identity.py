"""Faults about who is calling."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import ClassVar

from jira_linkfake.faults.checks import require_count
from jira_linkfake.faults.fault import Fault, GoOn
from jira_linkfake.faults.faults import Answered
from jira_linkfake.faults.meeting import Meeting
from jira_linkfake.faults.outcome import Outcome
from jira_linkfake.faults.scope import WRITES
from jira_linkfake.jira.people.model import DEFAULT_USER

_HEADER = "HTTP_AUTHORIZATION"
_WRONG = "Basic " + b64encode(f"{DEFAULT_USER.email}:of somebody else".encode()).decode()


@dataclass(frozen=True, kw_only=True, slots=True)
class WithCredentials(Fault):
    """A fault of requests that bring credentials."""

    def concerns(self, meeting: Meeting) -> bool:
        """Say whether a request brings any."""
        return _brings_credentials(self, meeting)


@dataclass(frozen=True, kw_only=True, slots=True)
class WrongToken(WithCredentials):
    """Whatever credentials come are wrong."""

    name: ClassVar[str] = "wrong_token"

    def meet(self, meeting: Meeting, go_on: GoOn, /) -> Outcome:
        """Return what comes of the request with a token that is nobody's."""
        meeting.note(self.name, "its credentials were taken for wrong ones")
        meeting.environ[_HEADER] = _WRONG
        return go_on()


@dataclass(frozen=True, kw_only=True, slots=True)
class ExpiredToken(WithCredentials):
    """Credentials count `after` requests no more, and Jira goes on with an anonymous caller."""

    name: ClassVar[str] = "expired_token"

    after: int = 0
    passed: Iterator[int] = field(default_factory=count, repr=False, compare=False)

    def __post_init__(self) -> None:
        require_count("after", self.after, least=0)

    def meet(self, meeting: Meeting, go_on: GoOn, /) -> Outcome:
        """Return what comes of the request of an anonymous caller, as real sites were seen to answer."""
        if next(self.passed) < self.after:
            return go_on()
        meeting.note(self.name, "its credentials had expired, so that the caller was an anonymous one")
        meeting.environ[_HEADER] = _WRONG
        meeting.answer_as_observed()
        return go_on()


@dataclass(frozen=True, kw_only=True, slots=True)
class Captcha(Answered):
    """Jira wants somebody to solve a CAPTCHA before it takes credentials."""

    name: ClassVar[str] = "captcha"

    def concerns(self, meeting: Meeting) -> bool:
        """Say whether a request brings any."""
        return _brings_credentials(self, meeting)


@dataclass(frozen=True, kw_only=True, slots=True)
class XsrfCheck(Answered):
    """Jira takes requests that write, with a browser's User-Agent, for forged ones."""

    name: ClassVar[str] = "xsrf_check"

    def concerns(self, meeting: Meeting) -> bool:
        """Say whether a request writes and seems to come from a browser."""
        is_browser = "Mozilla/" in meeting.environ.get("HTTP_USER_AGENT", "")
        return is_browser and meeting.method in WRITES and self.scope.takes(meeting.method, meeting.path)


def _brings_credentials(fault: Fault, meeting: Meeting) -> bool:
    return _HEADER in meeting.environ and fault.scope.takes(meeting.method, meeting.path)
