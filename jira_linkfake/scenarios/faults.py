"""Faults: what goes wrong between a client and Jira.

Each is for the next `times` requests or all, with a `method` or any, to a `path` of Jira's and below it or to any.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jira_linkfake.scenarios.scenario import AimValues, fault

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from jira_linkfake.faults.answers import Reason
    from jira_linkfake.faults.connections import Lost
    from jira_linkfake.scenarios.scenario import Jira


@fault
def rate_limited(
    jira: Jira,
    *,
    retry_after: int | None = 5,
    reason: Reason = "jira-burst-based",
    headers: bool = True,
    html: bool = False,
    **aim: Unpack[AimValues],
) -> None:
    """Answer 429; `retry_after=None` leaves Retry-After out, `headers=False` all others about limits.

    Jira answers 429 `Rate limit exceeded.` with `RateLimit-Reason`, as JSON or with `html=True` as a page. The request
    is not carried out.

    Clients that trip over `Retry-After: 0` (pycontribs/jira issue 1805), over a 429 without headers (JRACLOUD-83791)
    or over a page (apache/devlake issue 2932).
    """


@fault
def unavailable(jira: Jira, *, retry_after: int | None = None, **aim: Unpack[AimValues]) -> None:
    """Answer 503, as Jira does while it is down or starts; with `retry_after` it says when to come back.

    Jira answers 503, and the request is not carried out.

    Clients that repeat only where `Retry-After` is there, or that wait for minutes where it is not (pycontribs/jira).
    """


@fault
def server_error(jira: Jira, **aim: Unpack[AimValues]) -> None:
    """Answer 500.

    Jira answers 500, and the request is not carried out.

    Code that takes every status but the one it expects for "not found".
    """


@fault
def bad_gateway(jira: Jira, **aim: Unpack[AimValues]) -> None:
    """Answer 502 with a page, as what stands before Jira does when it cannot reach it.

    Something answers 502 with HTML, and the request is not carried out.

    Code that reads `errorMessages` from every error fails with a `JSONDecodeError` in its place.
    """


@fault
def login_page(jira: Jira, **aim: Unpack[AimValues]) -> None:
    """Answer 200 with a page to log in at, as a proxy with single sign-on does.

    Something answers 200 with HTML, and the request is not carried out.

    Code that takes any 200 for success believes that a link is there.
    """


@fault
def slow(jira: Jira, *, seconds: float = 30.0, **aim: Unpack[AimValues]) -> None:
    """Carry requests out at once, and let their answers come `seconds` later.

    A client with less patience gives up, though the request was carried out. `requests` in process does not wait: its
    timeout is compared with the site's clock, which moves on. Elsewhere the time is waited out.

    Code without a timeout hangs; code with one repeats what was done already.
    """


@fault
def connection_refused(jira: Jira, **aim: Unpack[AimValues]) -> None:
    """Refuse connections, as where nothing listens.

    `requests` raises `ConnectionError`. A port refuses everyone, until `clear_faults()`: whoever is refused cannot be
    told from others there, nor counted. Plain WSGI cannot render it.

    Code that is started before Jira is, or goes on without it.
    """


@fault
def connection_reset(jira: Jira, **aim: Unpack[AimValues]) -> None:
    """Reset the connection in place of an answer; the request is not carried out.

    `requests` raises `ConnectionError`. Plain WSGI cannot render it.

    Code that lets the error of one link end the whole run.
    """


@fault
def timeout(jira: Jira, **aim: Unpack[AimValues]) -> None:
    """Answer nothing, and leave the connection open; the request is not carried out.

    `requests` raises `ReadTimeout` after the client's own timeout, in process without waiting; where it has none, it
    raises `NeverAnsweredError` there, as the code would wait for ever. Plain WSGI cannot render it.

    Code that calls `requests` without a timeout, which is the default.
    """


@fault
def truncated_body(jira: Jira, **aim: Unpack[AimValues]) -> None:
    """Carry requests out, and send half of the body that the answer's length announces.

    `requests` raises `ChunkedEncodingError`; over urllib3 1.26 it takes the half for the whole. An answer without a
    body, such as that of a new link, is sent whole.

    Code that handles only the errors of connecting.
    """


@fault
def lost_reply(jira: Jira, *, how: Lost = "closed", **aim: Unpack[AimValues]) -> None:
    """Carry requests out, and lose the answer: the connection is `"closed"` or `"reset"`, or stays `"silent"`.

    The link is made, and `requests` raises `ConnectionError`, or `ReadTimeout` where it is silent. Plain WSGI cannot
    render it.

    Code that reports a failure though the link is there, or repeats what may not be done twice.
    """
