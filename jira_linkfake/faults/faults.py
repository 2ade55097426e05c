"""The faults that a single request meets: what is answered in Jira's place, and what is done to the connection."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from jira_linkfake.faults.answers import TROUBLE
from jira_linkfake.faults.checks import require_amount, require_count, require_one_of
from jira_linkfake.faults.fault import Fault, GoOn
from jira_linkfake.faults.meeting import Meeting
from jira_linkfake.faults.outcome import Ending, Outcome
from jira_linkfake.rest.envelopes import Reply

Lost = Literal["closed", "reset", "silent"]

_ENDINGS = {"closed": Ending.CLOSED, "reset": Ending.RESET, "silent": Ending.SILENT}


@dataclass(frozen=True, kw_only=True, slots=True)
class Answered(Fault):
    """Something answers in Jira's place, and the site is not asked."""

    def meet(self, meeting: Meeting, _: GoOn, /) -> Outcome:
        """Return the answer."""
        return meeting.replied(self.name, self.reply(meeting), self.account)

    def reply(self, meeting: Meeting, /) -> Reply:
        """Return what is answered."""
        return TROUBLE[self.name].reply(base=meeting.base)

    @property
    def account(self) -> str:
        """What came of the request."""
        return "answered in Jira's place, the site was not asked"


@dataclass(frozen=True, kw_only=True, slots=True)
class Unavailable(Answered):
    """Jira is not available."""

    name: ClassVar[str] = "unavailable"

    retry_after: int | None = None

    def __post_init__(self) -> None:
        require_count("retry_after", self.retry_after, least=0, optional=True)

    def reply(self, _: Meeting, /) -> Reply:
        """Return the 503."""
        reply = TROUBLE[self.name].reply()
        return reply if self.retry_after is None else reply.with_headers(("Retry-After", str(self.retry_after)))


@dataclass(frozen=True, kw_only=True, slots=True)
class ServerError(Answered):
    """Jira fails."""

    name: ClassVar[str] = "server_error"


@dataclass(frozen=True, kw_only=True, slots=True)
class BadGateway(Answered):
    """What stands before Jira does not reach it."""

    name: ClassVar[str] = "bad_gateway"


@dataclass(frozen=True, kw_only=True, slots=True)
class LoginPage(Answered):
    """A page to log in at comes in place of the answer."""

    name: ClassVar[str] = "login_page"


@dataclass(frozen=True, kw_only=True, slots=True)
class Slow(Fault):
    """The request is carried out, and its answer comes late."""

    name: ClassVar[str] = "slow"

    seconds: float

    def __post_init__(self) -> None:
        require_amount("seconds", self.seconds)

    def meet(self, meeting: Meeting, go_on: GoOn, /) -> Outcome:
        """Return what comes of the request, so much later."""
        meeting.note(self.name, f"the answer took {self.seconds:g} s")
        return go_on().held(self.seconds)


@dataclass(frozen=True, kw_only=True, slots=True)
class Unanswered(Fault):
    """The request does not reach the site, and the client gets no answer."""

    breaks_connection = True
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


@dataclass(frozen=True, kw_only=True, slots=True)
class Timeout(Unanswered):
    """Nothing ever comes back."""

    name: ClassVar[str] = "timeout"
    ending: ClassVar[Ending] = Ending.SILENT


@dataclass(frozen=True, kw_only=True, slots=True)
class TruncatedBody(Fault):
    """The request is carried out, and its reply ends in the middle of the body that its length announces."""

    name: ClassVar[str] = "truncated_body"

    def meet(self, meeting: Meeting, go_on: GoOn, /) -> Outcome:
        """Return the reply, cut if there is a body."""
        meeting.note(self.name, "the body of the answer, if it had one, was cut in half")
        outcome = go_on()
        return outcome.ended(Ending.CUT) if outcome.body and outcome.ending is Ending.WHOLE else outcome


@dataclass(frozen=True, kw_only=True, slots=True)
class LostReply(Fault):
    """The request is carried out, and its answer never comes."""

    name: ClassVar[str] = "lost_reply"
    breaks_connection = True

    how: Lost = "closed"

    def __post_init__(self) -> None:
        require_one_of("how", self.how, _ENDINGS)

    def meet(self, meeting: Meeting, go_on: GoOn, /) -> Outcome:
        """Return how the connection ends, once the request is carried out."""
        meeting.note(self.name, "the request was carried out, the answer was lost")
        return go_on().ended(_ENDINGS[self.how])
