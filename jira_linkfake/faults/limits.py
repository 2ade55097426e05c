"""Rate limiting as a rule: so many requests in so many seconds of the site's clock."""

from __future__ import annotations

import json
from abc import abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import ceil
from typing import TYPE_CHECKING, ClassVar

from jira_linkfake.faults.answers import TROUBLE
from jira_linkfake.faults.checks import require_amount, require_count
from jira_linkfake.faults.fault import Fault, GoOn
from jira_linkfake.faults.outcome import Outcome
from jira_linkfake.faults.rate_limited import Reason, limit_headers
from jira_linkfake.faults.scope import WRITES, below_version, operation_at

if TYPE_CHECKING:
    from jira_linkfake.faults.meeting import Meeting
    from jira_linkfake.jira.issues.model import Issue


@dataclass(slots=True)
class _Window:
    """What was counted since a time."""

    start: datetime
    count: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Limit(Fault):
    """So many `requests` in so many `seconds`, for whatever is counted by itself; the next ones get 429."""

    reason: ClassVar[Reason]

    requests: int
    seconds: float
    windows: dict[object, _Window] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        require_count("requests", self.requests, least=1)
        require_amount("seconds", self.seconds)

    @abstractmethod
    def counted(self, meeting: Meeting) -> Iterable[object]:
        """Yield what a request counts for."""

    def meet(self, meeting: Meeting, go_on: GoOn, /) -> Outcome:
        """Return the 429, or what comes of the request with the headers that count down."""
        with meeting.context.site.lock:
            now = meeting.context.site.clock.now
            windows = [self._window(what, now) for what in self.counted(meeting)]
            fullest = max(windows, key=lambda window: window.count, default=None)
            is_over = fullest is not None and fullest.count >= self.requests
            for window in windows:
                window.count += not is_over
        if fullest is None:
            return go_on()
        reset = fullest.start + timedelta(seconds=self.seconds)
        headers = limit_headers(limit=self.requests, left=self.requests - fullest.count, reset=reset)
        if not is_over:
            return go_on().with_headers(*headers)
        wait = ("Retry-After", str(max(1, ceil((reset - now).total_seconds()))))
        reply = TROUBLE["rate_limited"].reply().with_headers(wait, *headers, ("RateLimit-Reason", self.reason))
        return meeting.replied(self.name, reply, f"refused as {self.reason}, the site was not asked")

    def _window(self, what: object, now: datetime) -> _Window:
        window = self.windows.get(what)
        if window is None or now >= window.start + timedelta(seconds=self.seconds):
            window = self.windows[what] = _Window(now)
        return window


@dataclass(frozen=True, kw_only=True, slots=True)
class RateLimit(Limit):
    """A limit on the requests for one operation of Jira, each operation for itself."""

    name: ClassVar[str] = "rate_limit"
    reason: ClassVar[Reason] = "jira-burst-based"

    def counted(self, meeting: Meeting) -> Iterable[object]:
        """Yield the operation."""
        yield meeting.method, operation_at(meeting.method, meeting.path)


@dataclass(frozen=True, kw_only=True, slots=True)
class IssueWriteLimit(Limit):
    """A limit on what is written to one issue; a link is written to both its ends."""

    name: ClassVar[str] = "issue_write_limit"
    reason: ClassVar[Reason] = "jira-per-issue-on-write"

    def concerns(self, meeting: Meeting) -> bool:
        """Say whether a request writes."""
        return meeting.method in WRITES and self.scope.takes(meeting.method, meeting.path)

    def counted(self, meeting: Meeting) -> Iterable[object]:
        """Yield the ids of the issues, each once."""
        return {issue.id: None for issue in _written_to(meeting)}


def _written_to(meeting: Meeting) -> Iterable[Issue]:
    site, parts = meeting.context.site, below_version(meeting.path)
    names: list[object] = []
    if parts[:1] == ["issue"]:
        names = [*parts[1:2]]
    elif parts == ["issueLink"]:
        names = _ends_named(meeting.request.get_data())
    elif parts[:1] == ["issueLink"] and parts[1].isdecimal():
        link = site.links.get(int(parts[1]))
        return () if link is None else (link.source, link.destination)
    found = [site.issues.get(int(name)) if name.isdecimal() else site.issues.with_key(name) for name in map(str, names)]
    return [issue for issue in found if issue is not None]


def _ends_named(body: bytes) -> list[object]:
    """Return how a link's body names its issues; nothing where it is no such body."""
    try:
        content = json.loads(body)
    except ValueError:
        return []
    ends = [content.get(end) for end in ("inwardIssue", "outwardIssue")] if isinstance(content, dict) else []
    return [end.get("id") or end.get("key") for end in ends if isinstance(end, dict)]
