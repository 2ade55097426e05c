"""Jira's 429, and the headers in which it tells of its limits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar, Literal, get_args

from jira_linkfake.faults.answers import TROUBLE
from jira_linkfake.faults.checks import require_count, require_one_of
from jira_linkfake.faults.faults import Answered
from jira_linkfake.faults.meeting import Meeting
from jira_linkfake.rest.envelopes import Headers, Reply

Reason = Literal["jira-burst-based", "jira-per-issue-on-write", "jira-quota-based", "jira-cost-based"]
"""Why Jira limits: the first two for API tokens, the others for apps, and by their older names."""

LIMIT = 100
"""What a limit is where nothing else says it: chosen, Atlassian names no figure."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RateLimited(Answered):
    """Jira answers 429."""

    name: ClassVar[str] = "rate_limited"

    retry_after: int | None = 5
    reason: Reason = "jira-burst-based"
    headers: bool = True
    html: bool = False

    def __post_init__(self) -> None:
        require_count("retry_after", self.retry_after, least=0, optional=True)
        require_one_of("reason", self.reason, get_args(Reason))

    def reply(self, meeting: Meeting, /) -> Reply:
        """Return the 429 with the headers that were asked for."""
        reply = TROUBLE["rate_limited_page" if self.html else self.name].reply()
        if self.retry_after is not None:
            reply = reply.with_headers(("Retry-After", str(self.retry_after)))
        if not self.headers:
            return reply
        reset = meeting.context.site.clock.now + timedelta(seconds=self.retry_after or 0)
        return reply.with_headers(*limit_headers(limit=LIMIT, left=0, reset=reset), ("RateLimit-Reason", self.reason))

    @property
    def account(self) -> str:
        """What came of the request."""
        return f"refused as {self.reason}, the site was not asked"


def limit_headers(*, limit: int, left: int, reset: datetime) -> Headers:
    """Return the headers that tell a client how near it is to a limit; the reset is told to the minute."""
    near: Headers = (("X-RateLimit-NearLimit", "true"),) if left < limit / 5 else ()
    return (
        ("X-RateLimit-Limit", str(limit)),
        ("X-RateLimit-Remaining", str(left)),
        ("X-RateLimit-Reset", f"{reset:%Y-%m-%dT%H:%MZ}"),
        *near,
    )
