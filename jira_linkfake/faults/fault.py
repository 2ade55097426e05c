"""A fault: what is made to go wrong, and for which requests."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, ClassVar

from jira_linkfake.faults.scope import Scope

if TYPE_CHECKING:
    from jira_linkfake.faults.meeting import Meeting
    from jira_linkfake.faults.outcome import Outcome

GoOn = Callable[[], "Outcome"]
"""Lets the request go on: to the next fault that it meets, and at last to the site."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault(ABC):
    """What is made to go wrong; `name` is that of its scenario.

    `breaks_connection` says that it does what no reply can do, so that plain WSGI has no way to render it, and
    `refuses_connections` that it does so before there is a request.
    """

    scope: Scope = field(default_factory=Scope, repr=False)
    name: ClassVar[str]
    breaks_connection: ClassVar[bool] = False
    refuses_connections: ClassVar[bool] = False

    def concerns(self, meeting: Meeting) -> bool:
        """Say whether the fault is for a request, however often it has met one."""
        return self.scope.takes(meeting.method, meeting.path)

    @abstractmethod
    def meet(self, meeting: Meeting, go_on: GoOn, /) -> Outcome:
        """Return what comes of a request."""

    def __str__(self) -> str:
        own = [one.name for one in fields(self) if one.repr and getattr(self, one.name) != one.default]
        texts = [f"{name}={getattr(self, name)!r}" for name in own]
        return f"{self.name}({', '.join(filter(None, [*texts, str(self.scope)]))})"
