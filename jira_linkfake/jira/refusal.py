"""What a refusal is made of: the truth, and what Jira answers to it, which often hides the truth.

Two refusals are every subject's: what it does not find by an id or name, and what it does not serve.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, ClassVar, Literal, TypeVar

from jira_linkfake.jira.evidence import REFERENCE, Evidence, chosen
from jira_linkfake.jira.plain import Plain

if TYPE_CHECKING:
    from jira_linkfake.jira.people.model import Caller, SecurityLevel


NO_TEXT = chosen("no source has Jira's words")


class Envelope(Enum):
    """The shape of an error's body."""

    COLLECTION = "errorMessages and errors"
    MESSAGES = "errorMessages alone"
    PROBLEM = "problem+json"
    TEXT = "text"
    PAGE = "HTML"
    TEXT_AS_PAGE = "text, sent as HTML"
    ERRORS = "errors, each a message"
    ERROR = "error"
    CODE = "code and message"
    NO_SITE = "timestamp, status, error, message and path"


@dataclass(frozen=True, slots=True)
class Seen:
    """What real sites were seen to do where the reference says otherwise: to answer another status, or else what."""

    status: int | None
    where: Evidence
    otherwise: str = ""

    def __str__(self) -> str:
        return f"answer {self.status}" if self.status else self.otherwise


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """How Jira answers one kind of refusal.

    `lack` says that a caller without credentials might be let through if they signed in: for want of a
    `permission`, or of the `sight` of something that may also not exist.
    """

    condition: str
    status: int
    status_by: Evidence
    words_by: Evidence
    message: str | None = None
    errors: tuple[tuple[str, str], ...] = ()
    envelope: Envelope = Envelope.COLLECTION
    seen: Seen | None = None
    lack: Literal["sight", "permission"] | None = None


class Refusal(Plain):
    """One reason why a request is refused."""

    truth: ClassVar[str]
    answer: ClassVar[Answer]

    @property
    def reason(self) -> str:
        """What truly happened, as a sentence without its full stop."""
        return self.truth.format(self)


class CallerRefusal(Refusal):
    """A reason that lies in who the caller is."""

    caller: Caller

    @property
    def who(self) -> str:
        """How a sentence names the caller."""
        return "an anonymous caller" if self.caller is None else self.caller.name

    @property
    def named_caller(self) -> str:
        """How Jira's own words name the caller."""
        return "anonymous" if self.caller is None else self.caller.name


class UnseenRefusal(CallerRefusal):
    """A reason that lies in what the caller sees: the thing is not there, or is `hidden_by` something."""

    hidden_by: SecurityLevel | str | None = None

    @property
    def why(self) -> str:
        """Which of the two it is, which the caller must never learn."""
        return "there is none" if self.hidden_by is None else f"it is there, but hidden ({self.hidden_by})"


class FieldRefusal(Refusal):
    """A reason that lies in one field of an issue."""

    field: str


class NotFound(Refusal):
    """No thing of this kind has this id, name or key."""

    truth = "there is no {0.kind} {0.value!r}"
    answer = Answer(
        condition="a status, priority, resolution, role, type of issue, scheme, grant or webhook that does not exist",
        status=404,
        status_by=REFERENCE,
        message="The {0.kind} '{0.value}' does not exist.",
        words_by=NO_TEXT,
    )

    kind: str
    value: str


class IdInvalid(Refusal):
    """An id is not a number, where Jira looks at that first."""

    truth = "{0.value!r} is no id of a {0.kind}"
    answer = Answer(
        condition="the id of a type, a role, or a comment or worklog with properties, that is no number of 64 bits",
        status=400,
        status_by=REFERENCE,
        message="The {0.kind} ID '{0.value}' is invalid.",
        words_by=NO_TEXT,
    )

    kind: str
    value: str


class NotServed(Refusal):
    """Jira has the operation; the fake does not."""

    truth = "jira_linkfake does not serve {0.operation}"
    answer = Answer(
        condition="an operation of Jira that jira_linkfake does not serve",
        status=501,
        status_by=chosen("Jira serves it; an invented answer would be worse"),
        message="jira_linkfake does not serve {0.operation}.",
        words_by=chosen("it is ours"),
    )

    operation: str


class Refused(Exception):  # noqa: N818 - it says what happened to the request; nothing is in error
    """Raised by a rule; carries every reason that it found, in the order in which Jira lists them."""

    def __init__(self, *refusals: Refusal) -> None:
        super().__init__("; ".join(refusal.reason for refusal in refusals))
        self.refusals = refusals


_Found = TypeVar("_Found")


def attempt(refusals: list[Refusal], look_up: Callable[[], _Found]) -> _Found | None:
    """Return the look-up's result; where it is refused, add the reasons to a list and return None."""
    try:
        return look_up()
    except Refused as refused:
        refusals.extend(refused.refusals)
        return None
