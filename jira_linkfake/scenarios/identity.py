"""Identity trouble: who Jira takes the caller for, and what is said about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jira_linkfake.jira.permissions.model import LINK_ISSUES
from jira_linkfake.scenarios.scenario import AimValues, fault, scenario

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from jira_linkfake.scenarios.scenario import Jira


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


@scenario
def no_link_permission_as_401(jira: Jira) -> None:
    """Take the permission Link issues from everybody, and answer as real sites do, not as the reference says.

    Creating and deleting links answers 401 `No Link Issue Permission for issue '...'`, though the login is good.

    Code that takes every 401 for a login that failed, and asks for a new token (pycontribs/jira issue 1296).
    """
    jira.deny(LINK_ISSUES)
    jira.answers = "observed"
