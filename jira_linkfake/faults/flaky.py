"""A Jira that now and then fails in one of many ways."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from random import Random, SystemRandom
from typing import TYPE_CHECKING, Any, ClassVar

from jira_linkfake.faults import all_faults
from jira_linkfake.faults.fault import Fault, GoOn, require_amount, require_count

if TYPE_CHECKING:
    from typing_extensions import Self

    from jira_linkfake.faults.meeting import Meeting
    from jira_linkfake.faults.outcome import Outcome


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
