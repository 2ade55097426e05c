"""How a site is asked: slowly, with patience, and never the same change twice."""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.client import HTTPException
from socket import gaierror
from ssl import SSLCertVerificationError, create_default_context
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.request import HTTPHandler, HTTPSHandler, OpenerDirector, ProxyHandler, Request

if TYPE_CHECKING:
    from werkzeug.test import Client

READS = frozenset({"GET", "HEAD", "OPTIONS"})
_READS_BY_POST = (
    "search/jql",
    "search/approximate-count",
    "jql/match",
    "jql/parse",
    "jql/sanitize",
    "jql/autocompletedata",
    "permissions/check",
    "bulkfetch",
    "comment/list",
    "changelog/list",
    "worklog/list",
    "issue/watching",
)
"""How the paths end of what is POSTed and changes nothing."""

_OF_A_GATEWAY = frozenset({HTTPStatus.BAD_GATEWAY, HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.GATEWAY_TIMEOUT})

TRIES = 6
TRIES_OF_500 = 3
LONGEST_WAIT = 900.0
"""Seconds for which one `Retry-After` is heeded; a run that is to wait longer ends."""


class Sent(NamedTuple):
    """A request as it goes out; `path` begins behind the site's address and has the query."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes | None


class Reply(NamedTuple):
    """What came back; the names of headers are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        """What the body says, None where it is no JSON."""
        try:
            return json.loads(self.body)
        except ValueError:
            return None


Headers = Mapping[str, str | None]

Transport = Callable[[Sent], Reply]
"""What carries a request to a site; it raises `OSError` or `HTTPException` where no reply comes."""


class TroubleError(Exception):
    """Why a run cannot go on; it ends with 2."""


class LostReplyError(Exception):
    """No reply to a request came that may have been carried out."""


class SiteClient:
    """One site, asked at most `per_second` times a second, as one caller or another.

    `callers` has the value of the header `Authorization` by the caller's name, None for nobody's.
    """

    def __init__(
        self,
        transport: Transport,
        callers: Mapping[str, str | None],
        *,
        per_second: float | None = None,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        self._transport = transport
        self._callers = dict(callers)
        self._gap = 0.0 if per_second is None else 1.0 / per_second
        self._next = 0.0
        self.sleep = sleep
        self.asked = 0

    def knows(self, caller: str) -> bool:
        """Say whether there are credentials of a caller."""
        return caller in self._callers

    def ask(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        *,
        caller: str = "user",
        headers: Headers | None = None,
    ) -> Reply:
        """Send a request and return the reply; of `headers`, one that is None is left out.

        A reading one is repeated where no reply or a gateway's comes, and a little where 500 does, which may be an
        answer. One that changes something is repeated only where it was not carried out: 429, 503 with `Retry-After`,
        no connection. Raises `LostReplyError` where nobody knows whether it was, and `TroubleError` where the site is
        not reached, or asks to wait for more than a quarter of an hour.
        """
        sent = Sent(method, path, self._headers(caller, body, headers or {}), body)
        what = f"{method} {path.partition('?')[0]}"
        is_safe = only_reads(method, path)
        for attempt in range(TRIES):
            reply, problem = self._attempt(sent, what, is_safe=is_safe)
            wait = 2.0**attempt
            if reply is not None:
                asked_for = _wait_asked_for(reply, attempt, is_safe=is_safe)
                if asked_for is None:
                    return reply
                wait, problem = asked_for, f"it answers {reply.status}"
            if wait > LONGEST_WAIT:
                raise TroubleError(f"{what} is to wait for {wait:.0f} seconds, as the site says; try again then")
            if attempt < TRIES - 1:
                self.sleep(wait)
        raise TroubleError(f"{what} got no answer in {TRIES} tries: {problem}")

    def _attempt(self, sent: Sent, what: str, *, is_safe: bool) -> tuple[Reply | None, str]:
        """Return the reply, or none and why there is none."""
        self._pace()
        self.asked += 1
        try:
            reply = self._transport(sent)
        except (OSError, HTTPException) as error:
            reason = getattr(error, "reason", None) or error
            name = type(reason).__name__
            if isinstance(reason, (gaierror, SSLCertVerificationError)):
                raise TroubleError(f"the site is not reached: {reason}") from None
            if is_safe or _was_not_sent(error):
                return None, name
            raise LostReplyError(f"no reply to {what} came ({name})") from None
        if not is_safe and reply.status in _OF_A_GATEWAY and "retry-after" not in reply.headers:
            raise LostReplyError(f"{what} was answered {reply.status}, and may have been carried out")
        return reply, ""

    def _pace(self) -> None:
        now = time.monotonic()
        if now < self._next:
            self.sleep(self._next - now)
        self._next = max(now, self._next) + self._gap

    def _headers(self, caller: str, body: bytes | None, more: Headers) -> dict[str, str]:
        headers: dict[str, str | None] = {
            "Accept": "application/json",
            "Authorization": self._callers[caller],
            "Content-Type": None if body is None else "application/json",
            "User-Agent": "jira_linkfake verify",
            **more,
        }
        return {name: value for name, value in headers.items() if value is not None}


def only_reads(method: str, path: str) -> bool:
    """Say whether a request changes nothing, whatever it is answered."""
    if method in READS:
        return True
    bare = path.partition("?")[0]
    return method == "POST" and bare.endswith(_READS_BY_POST)


def _was_not_sent(error: Exception) -> bool:
    """Say whether there was no connection on which a request could have gone out."""
    return isinstance(getattr(error, "reason", error), ConnectionRefusedError)


def _wait_asked_for(reply: Reply, attempt: int, *, is_safe: bool) -> float | None:
    """Return the seconds after which a request is to come again, None where the reply is one."""
    if reply.status == HTTPStatus.INTERNAL_SERVER_ERROR:
        return 2.0**attempt if is_safe and attempt < TRIES_OF_500 - 1 else None
    is_refused = reply.status in _OF_A_GATEWAY and (is_safe or "retry-after" in reply.headers)
    if reply.status != HTTPStatus.TOO_MANY_REQUESTS and not is_refused:
        return None
    asked_for = reply.headers.get("retry-after", "")
    return float(asked_for) if asked_for.isdigit() else 2.0**attempt


def basic(email: str, token: str) -> str:
    """Return an Authorization header for an email and a token."""
    return "Basic " + base64.b64encode(f"{email}:{token}".encode()).decode()


def over_http(base: str, *, timeout: float, certificate: str | None = None) -> Transport:
    """Return what carries requests to an address, through the proxy of the environment if there is one.

    Redirects are replies like others. `certificate` is the file of one that is trusted besides the system's.
    """
    context = create_default_context()
    if certificate is not None:
        context.load_verify_locations(certificate)
    opener = OpenerDirector()
    for handler in (ProxyHandler(), HTTPHandler(), HTTPSHandler(context=context)):
        opener.add_handler(handler)

    def carry(sent: Sent) -> Reply:
        # The address is one of http or https: the command line was looked at.
        request = Request(base + sent.path, data=sent.body, headers=dict(sent.headers), method=sent.method)  # noqa: S310
        with opener.open(request, timeout=timeout) as answer:
            headers = {name.lower(): value for name, value in answer.headers.items()}
            return Reply(answer.status, headers, answer.read())

    return carry


def to_application(client: Client, origin: str, *, below: str = "") -> Transport:
    """Return what carries requests to a site's application, past every door and guard.

    `below` is what paths begin with at the origin, as those at Atlassian's gateway do.
    """

    def carry(sent: Sent) -> Reply:
        answer = client.open(below + sent.path, origin, method=sent.method, headers=dict(sent.headers), data=sent.body)
        with answer:
            return Reply(answer.status_code, {k.lower(): v for k, v in answer.headers.items()}, answer.data)

    return carry
