"""What is done to the connection of a request, and a Jira that now and then fails in one of many ways."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from random import Random, SystemRandom
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from jira_linkfake.faults import all_faults
from jira_linkfake.faults.fault import (
    MOST_SECONDS,
    Ending,
    Fault,
    GoOn,
    Outcome,
    Parameters,
    require_amount,
    require_count,
    require_one_of,
)

if TYPE_CHECKING:
    from typing_extensions import Self

    from jira_linkfake.faults.meeting import Meeting


Lost = Literal["closed", "reset", "silent"]
_ENDINGS = {"closed": Ending.CLOSED, "reset": Ending.RESET, "silent": Ending.SILENT}


@dataclass(frozen=True, kw_only=True, slots=True)
class Slow(Fault):
    """The request is carried out, and its answer comes late."""

    name: ClassVar[str] = "slow"

    seconds: float

    def __post_init__(self) -> None:
        require_amount("seconds", self.seconds, most=MOST_SECONDS)

    def meet(self, meeting: Meeting, go_on: GoOn, /) -> Outcome:
        """Return what comes of the request, so much later."""
        meeting.note(self.name, f"the answer took {self.seconds:g} s")
        return go_on().held(self.seconds)


@dataclass(frozen=True, kw_only=True, slots=True)
class TruncatedBody(Fault):
    """The request is carried out, and its reply ends in the middle of the body that its length announces."""

    name: ClassVar[str] = "truncated_body"
    fails = ("read",)  # which alone has a body
    is_answered = False
    carries_out = True
    passing: ClassVar[Parameters] = {}

    def meet(self, meeting: Meeting, go_on: GoOn, /) -> Outcome:
        """Return the reply, cut if there is a body."""
        meeting.note(self.name, "the body of the answer, if it had one, was cut in half")
        outcome = go_on()
        return outcome.ended(Ending.CUT) if outcome.body and outcome.ending is Ending.WHOLE else outcome


@dataclass(frozen=True, kw_only=True, slots=True)
class Unanswered(Fault):
    """The request does not reach the site, and the client gets no answer."""

    breaks_connection = True
    fails = ("create", "read", "delete")
    is_answered = False
    ending: ClassVar[Ending]

    def meet(self, meeting: Meeting, _: GoOn, /) -> Outcome:
        """Return how the connection ends."""
        return meeting.unanswered(self.name, self.ending, f"{self.ending.value}, the site was not asked")


@dataclass(frozen=True, kw_only=True, slots=True)
class ConnectionRefused(Unanswered):
    """Nothing listens at the address."""

    name: ClassVar[str] = "connection_refused"
    refuses_connections = True
    ending: ClassVar[Ending] = Ending.REFUSED


@dataclass(frozen=True, kw_only=True, slots=True)
class ConnectionReset(Unanswered):
    """The connection is reset before the request is read."""

    name: ClassVar[str] = "connection_reset"
    ending: ClassVar[Ending] = Ending.RESET
    passing: ClassVar[Parameters] = {}


@dataclass(frozen=True, kw_only=True, slots=True)
class Timeout(Unanswered):
    """Nothing ever comes back."""

    name: ClassVar[str] = "timeout"
    ending: ClassVar[Ending] = Ending.SILENT


@dataclass(frozen=True, kw_only=True, slots=True)
class LostReply(Fault):
    """The request is carried out, and its answer never comes."""

    name: ClassVar[str] = "lost_reply"
    breaks_connection = True
    fails = ("create", "read", "delete")
    is_answered = False
    carries_out = True
    passing: ClassVar[Parameters] = {}

    how: Lost = "closed"

    def __post_init__(self) -> None:
        require_one_of("how", self.how, _ENDINGS)

    def meet(self, meeting: Meeting, go_on: GoOn, /) -> Outcome:
        """Return how the connection ends, once the request is carried out."""
        meeting.note(self.name, "the request was carried out, the answer was lost")
        return go_on().ended(_ENDINGS[self.how])


@cache
def _failures() -> tuple[Fault, ...]:
    """Return what a client gets over by trying again; none holds a request, so that a soak test is a short one."""
    return tuple(kind(**kind.passing) for kind in all_faults().values() if kind.passing is not None)


@dataclass(frozen=True, kw_only=True, slots=True)
class Flaky(Fault):
    """Of all requests a part, the `rate`, meet a failure that the `seed` decides."""

    name: ClassVar[str] = "flaky"

    rate: float
    seed: int
    random: Random = field(default_factory=Random, repr=False, compare=False)

    @classmethod
    def of(cls, **values: Any) -> Self:
        """Return the fault; a seed of None is drawn, and can be read in the report."""
        drawn = SystemRandom().randrange(10**6) if values["seed"] is None else values["seed"]
        return cls(**{**values, "seed": drawn})

    def __post_init__(self) -> None:
        require_amount("rate", self.rate, most=1)
        require_count("seed", self.seed, least=0)
        self.random.seed(self.seed)

    def meet(self, meeting: Meeting, go_on: GoOn, /) -> Outcome:
        """Return what comes of the request, or of what fails; where no connection can be broken, none is."""
        with meeting.context.site.lock:
            is_hit = self.random.random() < self.rate
            failure = self.random.choice(
                _failures()
            )  # decided whether it is needed or not: the next ones stay the same
        if not is_hit or (failure.breaks_connection and not meeting.can_break):
            return go_on()
        return failure.meet(meeting, go_on)
