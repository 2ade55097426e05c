"""A fault: what is made to go wrong, for which requests, the values that its parameters take, and what comes of it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from enum import Enum
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from jira_linkfake.errors import UsageError, nearest
from jira_linkfake.rest.operations import all_operations, is_below, leads_somewhere

if TYPE_CHECKING:
    from typing import TypeAlias

    from _typeshed.wsgi import WSGIApplication, WSGIEnvironment
    from typing_extensions import Self

    from jira_linkfake.faults.meeting import Meeting

    Write: TypeAlias = Callable[[bytes], object]

Head = tuple[str, list[tuple[str, str]]]
"""A reply's status line without its version, and its headers."""


class Ending(Enum):
    """How the client's connection ends."""

    WHOLE = "the reply arrives"
    CUT = "the reply ends in the middle of its body"
    CLOSED = "the connection is closed without a reply"
    RESET = "the connection is reset"
    SILENT = "nothing comes, and the connection stays open"
    REFUSED = "the connection is refused"


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """After `hold` seconds the client gets the reply, or as much of it as the `ending` leaves."""

    head: Head = ("", [])
    body: bytes = b""
    hold: float = 0.0
    ending: Ending = Ending.WHOLE

    def held(self, seconds: float) -> Outcome:
        """Return the outcome so much later."""
        return replace(self, hold=self.hold + seconds)

    def ended(self, ending: Ending) -> Outcome:
        """Return the outcome with another ending."""
        return replace(self, ending=ending)

    def with_headers(self, *headers: tuple[str, str]) -> Outcome:
        """Return the outcome with further headers on its reply."""
        status, others = self.head
        return replace(self, head=(status, [*others, *headers]))

    def with_body(self, body: bytes) -> Outcome:
        """Return the outcome with another body of its reply."""
        status, headers = self.head
        length = ("Content-Length", str(len(body)))
        others = [header for header in headers if header[0] != length[0]]
        return replace(self, head=(status, [*others, length]), body=body)

    @property
    def is_plain(self) -> bool:
        """Whether the whole reply arrives at once."""
        return self.ending is Ending.WHOLE and not self.hold

    @property
    def is_answered(self) -> bool:
        """Whether a reply arrives, whole or cut."""
        return self.ending in (Ending.WHOLE, Ending.CUT)

    @property
    def sent(self) -> bytes:
        """As much of the body as is sent: half of it where the reply is cut."""
        return self.body[: len(self.body) // 2] if self.ending is Ending.CUT else self.body

    @property
    def arriving(self) -> bytes:
        """What arrives at the client, to the byte; nothing where no reply does."""
        if not self.is_answered:
            return b""
        status, headers = self.head
        lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in headers), "", ""]
        return "\r\n".join(lines).encode("latin-1") + self.sent


def run(application: WSGIApplication, environ: WSGIEnvironment) -> Outcome:
    """Return the application's reply; what it raises comes through."""
    head: Any = None
    chunks: list[bytes] = []

    def start_response(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Write:
        nonlocal head
        if exc_info and any(chunks):  # too late to answer anything else
            raise exc_info[1].with_traceback(exc_info[2])
        head = status, headers
        return chunks.append

    result = application(environ, start_response)
    try:
        for chunk in result:  # one by one, since `write` may add some in between
            chunks.append(chunk)
    finally:
        if hasattr(result, "close"):
            result.close()
    if head is None:
        raise TypeError("the application has not called start_response")
    return Outcome(head=head, body=b"".join(chunks))


GoOn = Callable[[], Outcome]
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

    A path is Jira's, below `/rest/api/{version}/`: `issueLink`, `issue/PROJ-1`. Elsewhere it goes from the site's
    address, with a slash at its start: `/rest/agile/1.0/sprint`. Raises `UsageError` for a number that is none, and for
    a method or a path that no operation of Jira has.
    """

    times: int | None = None
    method: str | None = None
    path: str | None = None

    def __post_init__(self) -> None:
        require_count("times", self.times, least=1, optional=True)
        if self.method is not None:
            require_one_of("method", self.method, _METHODS)
        if self.path is not None and not (isinstance(self.path, str) and leads_somewhere(self.path)):
            known = [operation.short_path for operation in all_operations()]
            whole = next((one for one in known if one.endswith(f"/{self.path}")), None)
            hint = nearest(self.path, known) if whole is None else f"did you mean {whole!r}?"
            raise UsageError(f"Jira has nothing at path={self.path!r}: {hint}")

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

    def anew(self) -> Self:
        """Return the same fault as it was before it met any request: what it counts is no part of what it is."""
        return type(self)(**{one.name: getattr(self, one.name) for one in fields(self) if one.compare})

    def __str__(self) -> str:
        own = [one.name for one in fields(self) if one.repr and getattr(self, one.name) != one.default]
        texts = [f"{name}={getattr(self, name)!r}" for name in own]
        return f"{self.name}({', '.join(filter(None, [*texts, str(self.aim)]))})"


def require_count(name: str, value: object, *, least: int, most: int | None = None, optional: bool = False) -> None:
    """Raise `UsageError` for what is no whole number from the least to the most; None will do where it is optional."""
    if value is None and optional:
        return
    is_count = isinstance(value, int) and not isinstance(value, bool) and value >= least
    if not is_count or (most is not None and value > most):  # type: ignore[operator]  # it is a number then
        limits = f"{least} or more" if most is None else f"{least} to {most:,}"
        or_none = " or None" if optional else ""
        raise UsageError(f"{name}={value!r} will not do: it takes a whole number, {limits}{or_none}")


def require_amount(name: str, value: object, *, most: float = float("inf")) -> None:
    """Raise `UsageError` for what is no number from 0 to the most."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= most:
        limit = "0 or more" if most == float("inf") else f"0 to {most:,}"
        raise UsageError(f"{name}={value!r} will not do: it takes a number, {limit}")


MOST_SECONDS = 10**7
"""How many seconds a fault may take or count, some four months: what waits takes no number without end."""


def require_switch(name: str, value: object) -> None:
    """Raise `UsageError` for what is neither True nor False."""
    if not isinstance(value, bool):
        raise UsageError(f"{name}={value!r} will not do: it takes True or False")


def require_one_of(name: str, value: object, choices: Iterable[str]) -> None:
    """Raise `UsageError` for what is none of the choices."""
    known = tuple(choices)
    if value not in known:
        raise UsageError(f"{name}={value!r} will not do: {nearest(value, known)}")
