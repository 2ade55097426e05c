"""What answers in Jira's place; the site is not asked, and nothing is made."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from tests.wire.case import TEXT, Case
from tests.wire.cases.create_bodies import create
from tests.wire.cases.link_types import LIST

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

PAGE = "text/html;charset=UTF-8"
TOO_MANY = b'{"errorMessages":["Rate limit exceeded."],"errors":{}}'
LIMITED = {
    "Retry-After": "5",
    "X-RateLimit-Limit": "100",
    "X-RateLimit-Remaining": "0",
    "X-RateLimit-Reset": "2026-01-01T00:00Z",
    "X-RateLimit-NearLimit": "true",
    "RateLimit-Reason": "jira-burst-based",
}
UNTOLD = dict.fromkeys(LIMITED)


def _page(title: bytes) -> bytes:
    return b"<!DOCTYPE html>\n<html><head><title>%b</title></head><body><h1>%b</h1></body></html>\n" % (title, title)


def in_scenario(scenario: str, **parameters: Any) -> Callable[[FakeJira], object]:
    """Return what brings a site into a ready-made situation."""

    def seed(jira: FakeJira) -> None:
        from jira_linkfake import scenarios  # here, so that the cases load nothing of ours

        scenarios.by_name(scenario)(jira, **parameters)

    return seed


_limited = partial(create, "trouble: rate limit", status=429)
_unavailable = partial(
    create,
    "trouble: not available",
    status=503,
    body=b'{"errorMessages":["Service temporarily unavailable."],"errors":{}}',
)
_browser = {"sent_headers": {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64)"}, "seed": in_scenario("xsrf_check")}
_WRITES = (
    ("create", "POST", "/rest/api/3/issue", {"fields": {"summary": "New"}}),
    ("edit", "PUT", "/rest/api/3/issue/PROJ-1", {"fields": {"summary": "Changed"}}),
    ("move on", "POST", "/rest/api/2/issue/PROJ-1/transitions", {"transition": {"id": "31"}}),
)

CONFLICT = b'{"errorMessages":["The issue could not be updated due to a conflicting update."],"errors":{}}'

CASES = (
    _limited("fault", seed=in_scenario("rate_limited"), headers=LIMITED, body=TOO_MANY),
    _limited(
        "page",
        seed=in_scenario("rate_limited", html=True),
        headers=LIMITED,
        content_type=PAGE,
        body=_page(b"Rate limit exceeded."),
    ),
    _limited(
        "untold", seed=in_scenario("rate_limited", retry_after=None, headers=False), headers=UNTOLD, body=TOO_MANY
    ),
    _unavailable("until whenever", seed=in_scenario("unavailable"), headers=UNTOLD),
    _unavailable(
        "for a time", seed=in_scenario("unavailable", retry_after=120), headers={**UNTOLD, "Retry-After": "120"}
    ),
    create(
        "trouble: Jira fails",
        seed=in_scenario("server_error"),
        status=500,
        body=b'{"errorMessages":["Internal server error"],"errors":{}}',
    ),
    create(
        "trouble: a gateway fails",
        seed=in_scenario("bad_gateway"),
        status=502,
        content_type=PAGE,
        body=_page(b"Bad Gateway"),
    ),
    create(
        "trouble: a page to log in at",
        seed=in_scenario("login_page"),
        status=200,
        content_type=PAGE,
        body=_page(b"Log in to continue"),
    ),
    create(
        "trouble: CAPTCHA",
        seed=in_scenario("captcha"),
        status=403,
        content_type=PAGE,
        headers={
            "X-Authentication-Denied-Reason": "CAPTCHA_CHALLENGE; login-url={base}/login.jsp",
            "X-Seraph-Loginreason": "AUTHENTICATED_FAILED",
        },
        body=_page(b"Forbidden (403)"),
    ),
    create(
        "trouble: browser's User-Agent",
        "write",
        **_browser,
        status=403,
        content_type=TEXT,
        body=b"XSRF check failed",
    ),
    *(
        Case(
            "trouble: conflicting update",
            name,
            seed=in_scenario("conflicting_update"),
            method=method,
            path=path,
            sent=sent,
            status=409,
            body=b'{"errorMessages":["The issue could not be updated due to a conflicting update."],"errors":{}}',
        )
        for name, method, path, sent in _WRITES[1:]
    ),
    *(
        Case(
            "trouble: problem of the configuration",
            name,
            seed=in_scenario("configuration_problem"),
            method=method,
            path=path,
            sent=sent,
            status=422,
            body=b'{"errorMessages":["A configuration problem prevents the issue from being updated."],"errors":{}}',
        )
        for name, method, path, sent in _WRITES
    ),
    Case("trouble: browser's User-Agent", "read", **_browser, path="/rest/api/3/issueLinkType", status=200, body=LIST),
)
