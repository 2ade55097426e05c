"""A Jira that now and then fails in one of many ways."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import ClassVar

from jira_linkfake.faults.checks import require_amount, require_count
from jira_linkfake.faults.fault import Fault, GoOn
from jira_linkfake.faults.faults import BadGateway, ConnectionReset, LostReply, ServerError, TruncatedBody, Unavailable
from jira_linkfake.faults.meeting import Meeting
from jira_linkfake.faults.outcome import Outcome
from jira_linkfake.faults.rate_limited import RateLimited

# What a client gets over without help, once it tries again. None holds a request, so that a soak test is a short one.
FAILURES: tuple[Fault, ...] = (
    RateLimited(retry_after=1),
    Unavailable(retry_after=1),
    ServerError(),
    BadGateway(),
    TruncatedBody(),
    ConnectionReset(),
    LostReply(),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Flaky(Fault):
    """Of all requests a part, the `rate`, meet a failure that the `seed` decides."""

    name: ClassVar[str] = "flaky"

    rate: float
    seed: int
    random: Random = field(default_factory=Random, repr=False, compare=False)

    def __post_init__(self) -> None:
        require_amount("rate", self.rate, most=1)
        require_count("seed", self.seed, least=0)
        self.random.seed(self.seed)

    def meet(self, meeting: Meeting, go_on: GoOn, /) -> Outcome:
        """Return what comes of the request, or of what fails; where no connection can be broken, none is."""
        with meeting.context.site.lock:
            is_hit = self.random.random() < self.rate
            failure = self.random.choice(FAILURES)  # decided whether it is needed or not: the next ones stay the same
        if not is_hit or (failure.breaks_connection and not meeting.can_break):
            return go_on()
        return failure.meet(meeting, go_on)
