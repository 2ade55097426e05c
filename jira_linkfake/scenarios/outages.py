"""Faults: what goes wrong between a client and Jira, who Jira takes the caller for, and what it allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jira_linkfake.jira.permissions.model import LINK_ISSUES
from jira_linkfake.scenarios.scenario import AimValues, fault, scenario

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

    A client with less patience gives up, though the request was carried out. In process nothing
    waits: timeouts are compared with the site's clock, which moves on. Elsewhere the time is waited out.

    Code without a timeout hangs; code with one repeats what was done already.
    """


@fault
def connection_refused(jira: Jira, **aim: Unpack[AimValues]) -> None:
    """Refuse connections, as where nothing listens.

    The client raises what it raises then. A port refuses everyone, until `clear_faults()`: whoever is refused cannot be
    told from others there, nor counted. Plain WSGI cannot render it.

    Code that is started before Jira is, or goes on without it.
    """


@fault
def connection_reset(jira: Jira, **aim: Unpack[AimValues]) -> None:
    """Reset the connection in place of an answer; the request is not carried out.

    The client raises what it raises then. Plain WSGI cannot render it.

    Code that lets the error of one link end the whole run.
    """


@fault
def timeout(jira: Jira, **aim: Unpack[AimValues]) -> None:
    """Answer nothing, and leave the connection open; the request is not carried out.

    The client's own timeout is over, in process without waiting; where it has none, it gets `NeverAnsweredError` there,
    as the code would wait for ever. Plain WSGI cannot render it.

    Code that calls `requests` without a timeout, which is the default.
    """


@fault
def truncated_body(jira: Jira, **aim: Unpack[AimValues]) -> None:
    """Carry requests out, and send half of the body that the answer's length announces.

    The client raises what it raises then; `requests` over urllib3 1.26 takes the half for the whole. An answer without
    a body, such as that of a new link, is sent whole.

    Code that handles only the errors of connecting.
    """


@fault
def lost_reply(jira: Jira, *, how: Lost = "closed", **aim: Unpack[AimValues]) -> None:
    """Carry requests out, and lose the answer: the connection is `"closed"` or `"reset"`, or stays `"silent"`.

    The link is made, and the client raises what it raises then. Plain WSGI cannot render it.

    Code that reports a failure though the link is there, or repeats what may not be done twice.
    """


@fault
def wrong_token(jira: Jira, **aim: Unpack[AimValues]) -> None:
    """Take whatever credentials come for wrong ones.

    Jira answers 401 `Client must be authenticated to access this resource.`, and with `answers="observed"` goes on with
    an anonymous caller.

    Code that tries again with the same token until the account is locked.
    """


@fault
def expired_token(jira: Jira, *, after: int = 0, **aim: Unpack[AimValues]) -> None:
    """Let credentials count for `after` requests more, and then go on with an anonymous caller, as real sites do.

    What anyone may read answers 200, with the header `x-seraph-loginreason: AUTHENTICATED_FAILED`; an issue answers 404
    as if it were gone. Whatever the option `answers` says, it is the observed statuses that count then.

    An expired token that looks like empty data (MrRefactoring/jira.js issue 418).
    """


@fault
def captcha(jira: Jira, **aim: Unpack[AimValues]) -> None:
    """Ask for a CAPTCHA before credentials are taken again, as after logins that failed.

    Jira answers 403 with a page and the header `X-Authentication-Denied-Reason: CAPTCHA_CHALLENGE`. Requests without
    credentials are not concerned.

    Code that takes this 403 for a permission that is missing.
    """


@fault
def xsrf_check(jira: Jira, **aim: Unpack[AimValues]) -> None:
    """Refuse requests that write and whose `User-Agent` is a browser's (it has `Mozilla/`).

    Jira answers 403 `XSRF check failed`, even with a valid token; reading goes on.

    Clients that call themselves a browser: everything works until they write (stablyai/orca pull request 5957).
    """


@fault
def conflicting_update(jira: Jira, **aim: Unpack[AimValues]) -> None:
    """Answer 409 to whoever edits an issue or moves it on, as where somebody else does so at the same time.

    Jira answers 409, and the request is not carried out; links, comments and reading go on.

    Code that takes an edit for done, or gives up, where it has to read the issue again and repeat.
    """


@fault
def configuration_problem(jira: Jira, **aim: Unpack[AimValues]) -> None:
    """Answer 422 to whoever creates an issue, edits it or moves it on, as where the site's configuration forbids it.

    Jira answers 422, and the request is not carried out; links, comments and reading go on.

    Code that repeats what no repetition helps.
    """


@scenario
def no_link_permission_as_401(jira: Jira) -> None:
    """Take the permission Link issues from everybody, and answer as real sites do, not as the reference says.

    Creating and deleting links answers 401 `No Link Issue Permission for issue '...'`, though the login is good.

    Code that takes every 401 for a login that failed, and asks for a new token (pycontribs/jira issue 1296).
    """
    jira.deny(LINK_ISSUES)
    jira.answers = "observed"


@fault
def rate_limit(jira: Jira, *, requests: int = 10, seconds: float = 1.0, **aim: Unpack[AimValues]) -> None:
    """Let each operation be called `requests` times in `seconds` of the site's clock.

    Every answer counts down in `X-RateLimit-Remaining`, with `X-RateLimit-NearLimit` when less than a fifth is left.
    Then Jira answers 429 `jira-burst-based`, with `Retry-After`, until the time is over.

    Scripts that link in a loop, and meet the limit only on the large project.
    """


@fault
def issue_write_limit(jira: Jira, *, requests: int = 10, seconds: float = 60.0, **aim: Unpack[AimValues]) -> None:
    """Let each issue be written to `requests` times in `seconds` of the site's clock; a link writes to both its ends.

    Then Jira answers 429 `jira-per-issue-on-write`, with `Retry-After`, while other issues can be linked.

    Scripts that link many issues to one: the limit that they meet is the issue's, and slowing down helps, whereas
    another token does not.
    """


@fault
def flaky(jira: Jira, *, rate: float = 0.2, seed: int | None = 0, **aim: Unpack[AimValues]) -> None:
    """Let a part of all requests, the `rate`, fail in one of many ways; with `seed=None` in other ways each time.

    429, 503, 500, 502, a body that is cut, a connection that is reset, an answer that is lost. The same seed fails the
    same requests, and the report of a failing test has it. Through plain WSGI no connection is broken.

    Code that handles each failure alone, but not the second one while it handles the first.
    """
