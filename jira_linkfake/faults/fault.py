"""A fault: what is made to go wrong, for which requests, and the values that its parameters take."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from jira_linkfake.errors import UsageError, nearest
from jira_linkfake.rest.operations import all_operations, is_below, leads_somewhere

if TYPE_CHECKING:
    from typing_extensions import Self

    from jira_linkfake.faults.meeting import Meeting, Outcome

GoOn = Callable[[], "Outcome"]
"""Lets the request go on: to the next fault that it meets, and at last to the site."""

LinkOperation = Literal["create", "read", "delete"]
"""One of the three operations on a single link, by what it does."""

Parameters = Mapping[str, Any]
"""Parameters of a scenario, by name."""

WRITES = ("POST", "PUT", "DELETE")
_METHODS = ("DELETE", "GET", "POST", "PUT")


@dataclass(frozen=True, kw_only=True, slots=True)
class Aim:
    """What a fault is for: the next `times` requests, or all, with a `method` or any, to a `path` and below it, or any.

    A path is Jira's, below `/rest/api/{version}/`: `issueLink`, `issue/PROJ-1`. Raises `UsageError` for a number
    that is none, and for a method or a path that no operation of Jira has.
    """

    times: int | None = None
    method: str | None = None
    path: str | None = None

    def __post_init__(self) -> None:
        require_count("times", self.times, least=1, optional=True)
        if self.method is not None:
            require_one_of("method", self.method, _METHODS)
        if self.path is not None and not leads_somewhere(self.path):
            known = {operation.short_path for operation in all_operations()}
            raise UsageError(f"Jira has nothing at path={self.path!r}: {nearest(self.path, known)}")

    @property
    def is_everything(self) -> bool:
        """Whether every request is meant, however many come."""
        return self.times is None and self.method is None and self.path is None

    def takes(self, method: str, path: str) -> bool:
        """Say whether a request is meant, however often one was."""
        return self.method in (None, method) and (self.path is None or is_below(path, self.path))

    def __str__(self) -> str:
        given = [(name, getattr(self, name)) for name in ("times", "method", "path")]
        return ", ".join(f"{name}={value!r}" for name, value in given if value is not None)


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault(ABC):
    """What is made to go wrong; `name` is that of its scenario.

    `breaks_connection` says that it does what no reply can do, so that plain WSGI has no way to render it, and
    `refuses_connections` that it does so before there is a request.

    For `every_refusal`: `fails` has the operations on a link that a client sees fail; `variants` has further cases, the
    parameters of each by what its name ends in; `is_answered` says that a whole answer arrives, and `carries_out` that
    the site does what it was asked all the same. For `flaky`: `passing` has the parameters with which a client gets
    over the fault by trying again at once or soon, or is None where it does not.
    """

    aim: Aim = field(default_factory=Aim, repr=False)
    name: ClassVar[str]
    breaks_connection: ClassVar[bool] = False
    refuses_connections: ClassVar[bool] = False
    fails: ClassVar[tuple[LinkOperation, ...]] = ()
    variants: ClassVar[Mapping[str, Parameters]] = {}
    is_answered: ClassVar[bool] = True
    carries_out: ClassVar[bool] = False
    passing: ClassVar[Parameters | None] = None

    @classmethod
    def of(cls, **values: Any) -> Self:
        """Return the fault that a scenario's parameters mean; raises `UsageError` for a value that it does not take."""
        return cls(**values)

    def concerns(self, meeting: Meeting) -> bool:
        """Say whether the fault is for a request, however often it has met one."""
        return self.aim.takes(meeting.method, meeting.path)

    @abstractmethod
    def meet(self, meeting: Meeting, go_on: GoOn, /) -> Outcome:
        """Return what comes of a request."""

    def __str__(self) -> str:
        own = [one.name for one in fields(self) if one.repr and getattr(self, one.name) != one.default]
        texts = [f"{name}={getattr(self, name)!r}" for name in own]
        return f"{self.name}({', '.join(filter(None, [*texts, str(self.aim)]))})"


def require_count(name: str, value: object, *, least: int, optional: bool = False) -> None:
    """Raise `UsageError` for what is no whole number of at least so much; None will do where it is optional."""
    if value is None and optional:
        return
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        or_none = " or None" if optional else ""
        raise UsageError(f"{name}={value!r} will not do: it takes a whole number, {least} or more{or_none}")


def require_amount(name: str, value: object, *, most: float = float("inf")) -> None:
    """Raise `UsageError` for what is no number from 0 to the most."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= most:
        limit = "0 or more" if most == float("inf") else f"0 to {most:g}"
        raise UsageError(f"{name}={value!r} will not do: it takes a number, {limit}")


def require_one_of(name: str, value: object, choices: Iterable[str]) -> None:
    """Raise `UsageError` for what is none of the choices."""
    known = tuple(choices)
    if value not in known:
        raise UsageError(f"{name}={value!r} will not do: {nearest(value, known)}")
