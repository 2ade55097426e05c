"""What comes of a request, as the doors render it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from _typeshed.wsgi import WSGIApplication, WSGIEnvironment

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
