"""The headers that Jira Cloud puts on its replies, and ours."""

from __future__ import annotations

from importlib.metadata import version

from jira_linkfake.rest.context import Context
from jira_linkfake.rest.envelopes import Headers, Reply
from jira_linkfake.rest.sign_in import SignIn

_VERSION = version("jira_linkfake")

# As on a public Cloud site in 2026 (Alknoma/minutehand's recordings).
_ALWAYS: Headers = (
    ("Server", "AtlassianEdge"),
    ("X-Jira-Linkfake", _VERSION),
    ("Vary", "Accept-Encoding"),
    ("Strict-Transport-Security", "max-age=63072000; includeSubDomains; preload"),
    ("Timing-Allow-Origin", "*"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Xss-Protection", "1; mode=block"),
)
# How a client can tell that its credentials were wrong, where Cloud goes on with an anonymous caller
# (MrRefactoring/jira.js issue 418, 2026).
_LOGIN_FAILED = ("X-Seraph-Loginreason", "AUTHENTICATED_FAILED")
_LOGGED_OUT = "atlassian.xsrf.token=linkfake_lout; Path=/; SameSite=None; Secure"


def headers_of(context: Context, sign_in: SignIn, reply: Reply, path: str) -> list[tuple[str, str]]:
    """Return every header of a reply but its length; the ids of requests count up."""
    number = f"{len(context.journal):032x}"
    headers = [*_ALWAYS, ("X-Arequestid", number), ("Atl-Traceid", number), _cache_control(path)]
    if reply.content_type is not None:
        headers.append(("Content-Type", reply.content_type))
    if sign_in.caller is not None:
        headers.append(("X-Aaccountid", sign_in.caller.account_id))
    elif sign_in.problem is not None:
        headers += [_LOGIN_FAILED, ("Set-Cookie", _LOGGED_OUT)]
    return [*headers, *reply.headers]


def _cache_control(path: str) -> tuple[str, str]:
    of_links = path.rstrip("/").split("/")[4:5] == ["issueLink"]
    return "Cache-Control", "no-store, no-cache" if of_links else "no-cache, no-store, no-transform"
