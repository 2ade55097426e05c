"""What an answer is made of: how Jira answers one kind of refusal, as a record."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Literal

from jira_linkfake.jira.evidence import Evidence, chosen

NO_TEXT = chosen("no source has Jira's words")


class Envelope(Enum):
    """The shape of an error's body."""

    COLLECTION = "errorMessages and errors"
    MESSAGES = "errorMessages alone"
    PROBLEM = "problem+json"
    TEXT = "text"
    PAGE = "HTML"


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
