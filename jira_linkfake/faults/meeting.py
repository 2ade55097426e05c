"""A request on its way to the site, as the faults that it meets see it, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property
from http import HTTPStatus
from io import BytesIO
from typing import TYPE_CHECKING, Any

from werkzeug.wrappers import Request

from jira_linkfake.rest.app import application_of
from jira_linkfake.rest.call import Context
from jira_linkfake.rest.journal import FAULTS_KEY, Exchange, reason_with_faults
from jira_linkfake.rest.operations import Operation, Place, find
from jira_linkfake.rest.replies import headers_of
from jira_linkfake.rest.sign_in import SignIn, sign_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from _typeshed.wsgi import WSGIApplication, WSGIEnvironment

    from jira_linkfake.rest.replies import Reply

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


class Meeting:
    """One request, and what a fault can do with it; `can_break` says that its connection can be broken."""

    def __init__(
        self, application: WSGIApplication, context: Context, environ: WSGIEnvironment, *, can_break: bool
    ) -> None:
        self.can_break = can_break
        self.context = context
        self.environ = environ
        self.method: str = environ["REQUEST_METHOD"]
        self.path: str = environ["PATH_INFO"]
        self._application = application
        self._answering = context
        self._met: dict[str, str] = {}

    @cached_property
    def request(self) -> Request:
        """The request; its body is read, and left to be read again."""
        request = Request(self.environ)
        body = request.get_data()
        self.environ.update({"wsgi.input": BytesIO(body), "wsgi.input_terminated": True})
        return request

    @cached_property
    def place(self) -> Place | None:
        """Where the request's path leads."""
        return find(self.path)

    @property
    def operation(self) -> Operation | None:
        """The operation of Jira that the request is for, if there is one."""
        return None if self.place is None else self.place.operations.get(self.method)

    @property
    def base(self) -> str:
        """The address that the request came to, without a slash at its end."""
        return self.request.root_url.rstrip("/")

    def carry_out(self) -> Outcome:
        """Let the site answer."""
        return run(self._application, self.environ)

    def answer_from(self, **changes: Any) -> None:
        """Let this request be answered from a context that is changed, such as with other options."""
        self._answering = replace(self._answering, **changes)
        self._application = application_of(self._answering)

    def note(self, name: str, reason: str) -> None:
        """Let the journal know which fault the request has met, and what comes of it."""
        self._met[name] = reason
        self.environ[FAULTS_KEY] = self._met

    def replied(self, name: str, reply: Reply, reason: str) -> Outcome:
        """Answer in the site's place."""
        with self.context.site.lock:
            signed_in = self._write_down(name, reason, reply.status, reply.body)
            headers = headers_of(self.context, signed_in, reply, self.path)
        body = reply.body.encode()
        headers.append(("Content-Length", str(len(body))))
        status = f"{reply.status} {HTTPStatus(reply.status).phrase}"
        return Outcome(head=(status, headers), body=b"" if self.method == "HEAD" else body)

    def unanswered(self, name: str, ending: Ending, reason: str) -> Outcome:
        """Answer nothing, and ask nothing of the site."""
        with self.context.site.lock:
            self._write_down(name, reason, None, "")
        return Outcome(ending=ending)

    def _write_down(self, name: str, reason: str, status: int | None, answer: str) -> SignIn:
        self.note(name, reason)
        request = self.request
        signed_in = sign_in(self.context, request.headers.get("Authorization"))
        self.context.journal.append(
            Exchange(
                method=request.method,
                path=request.root_path + request.path,
                query=request.query_string.decode("latin-1"),
                body=request.get_data().decode("utf-8", "replace"),
                caller=None if signed_in.caller is None else signed_in.caller.name,
                status=status,
                answer=answer,
                rule=name,
                reason=reason_with_faults(None, self._met),
                fault=", ".join(self._met),
            )
        )
        return signed_in
