"""Faults about who is calling."""

from __future__ import annotations

import pytest

from jira_linkfake import FakeJira, UsageError
from jira_linkfake.scenarios.outages import captcha, expired_token, no_link_permission_as_401, wrong_token, xsrf_check

BROWSER = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64)"}
LINK = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "APP-1"}, "outwardIssue": {"key": "APP-2"}}


@pytest.fixture
def jira():
    """A site with two issues."""
    jira = FakeJira()
    jira.add_issues("APP-1", "APP-2")
    return jira


def ask(jira, path, method="GET", **kwargs):
    """Send a request as the default user, unless told otherwise."""
    kwargs.setdefault("auth", jira.auth)
    return jira.client().open(f"/rest/api/3/{path}", method=method, **kwargs)


@pytest.mark.parametrize(
    ("answers", "path", "status"),
    [
        ("documented", "serverInfo", 401),
        ("documented", "myself", 401),
        ("observed", "serverInfo", 200),
        ("observed", "issue/APP-1", 404),
        ("observed", "myself", 401),
    ],
)
def test_wrong_token(jira, answers, path, status):
    """Whatever credentials come are answered as wrong ones are."""
    jira.answers = answers
    wrong_token(jira)
    for auth in (jira.auth, ("whoever", "whatever")):
        reply = ask(jira, path, auth=auth)
        assert (reply.status_code, reply.headers["X-Seraph-Loginreason"]) == (status, "AUTHENTICATED_FAILED")
        assert jira.exchanges[-1].caller is None
        assert jira.exchanges[-1].reason.endswith("wrong_token: its credentials were taken for wrong ones")


def test_wrong_token_of_nobody(jira):
    """A request without credentials has no wrong ones."""
    wrong_token(jira)
    reply = ask(jira, "serverInfo", auth=None)
    assert (reply.status_code, "X-Seraph-Loginreason" in reply.headers) == (200, False)


@pytest.mark.parametrize("answers", ["documented", "observed"])
def test_expired_token(jira, answers):
    """A caller becomes anonymous in the middle, and nothing but a header tells of it."""
    jira.answers = answers
    expired_token(jira, after=2)
    replies = [ask(jira, path) for path in ("issue/APP-1", "issueLinkType", "issue/APP-1", "issueLinkType", "myself")]
    assert [reply.status_code for reply in replies] == [200, 200, 404, 200, 401]
    assert ["X-Seraph-Loginreason" in reply.headers for reply in replies] == [False, False, True, True, True]
    assert jira.answers == answers
    assert [exchange.caller for exchange in jira.exchanges] == ["admin", "admin", None, None, None]
    assert "its credentials had expired" in str(jira.exchanges[-1])


def test_captcha(jira):
    """Credentials are refused with the page and the headers of a CAPTCHA; without any nothing changes."""
    captcha(jira)
    reply = ask(jira, "issue/APP-1", base_url="https://jira.example.com/jira")
    assert reply.status_code == 403
    assert "<h1>Forbidden (403)</h1>" in reply.text
    assert reply.headers["X-Authentication-Denied-Reason"] == (
        "CAPTCHA_CHALLENGE; login-url=https://jira.example.com/jira/login.jsp"
    )
    assert reply.headers["X-Seraph-Loginreason"] == "AUTHENTICATED_FAILED"
    assert ask(jira, "serverInfo", auth=None).status_code == 200


def test_xsrf_check(jira):
    """A browser reads, but does not write; anything else does both."""
    xsrf_check(jira)
    assert ask(jira, "issue/APP-1", headers=BROWSER).status_code == 200
    reply = ask(jira, "issueLink", "POST", json=LINK, headers=BROWSER)
    assert (reply.status_code, reply.text) == (403, "XSRF check failed")
    assert jira.links == []
    assert ask(jira, "issueLink", "POST", json=LINK).status_code == 201
    assert ask(jira, "issueLink/10000", "DELETE", headers=BROWSER).status_code == 403


def test_the_401_that_is_no_login(jira):
    """A caller who is signed in gets 401 for a permission that is missing, and reads as before."""
    no_link_permission_as_401(jira)
    reply = ask(jira, "issueLink", "POST", json=LINK)
    assert (reply.status_code, reply.json["errorMessages"]) == (401, ["No Link Issue Permission for issue 'APP-1'"])
    assert reply.headers["X-Aaccountid"]
    assert ask(jira, "myself").status_code == 200


def test_identity_trouble_takes_scopes_and_figures(jira):
    """These are faults like others."""
    wrong_token(jira, times=1, path="myself")
    assert [ask(jira, path).status_code for path in ("issue/APP-1", "myself", "myself")] == [200, 401, 200]
    with pytest.raises(UsageError, match="after=-1 will not do"):
        expired_token(jira, after=-1)
