"""Whatever a fault does, it does to the requests that it is aimed at, and to no others."""

import pytest

from jira_linkfake import FakeJira, UsageError
from jira_linkfake.scenarios import outages

AS_BROWSER = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64)"}

FAULTS = {
    "rate_limited": ({}, 429),
    "unavailable": ({}, 503),
    "server_error": ({}, 500),
    "bad_gateway": ({}, 502),
    "login_page": ({}, 200),
    "captcha": ({}, 403),
    "xsrf_check": ({}, 403),
    "conflicting_update": ({}, 409),
    "configuration_problem": ({}, 422),
    "wrong_token": ({}, 401),
    "expired_token": ({}, 404),
    "rate_limit": ({"requests": 1, "seconds": 60}, 429),
    "issue_write_limit": ({"requests": 1}, 429),
}


@pytest.mark.parametrize(("name", "parameters", "status"), [(name, *one) for name, one in FAULTS.items()], ids=FAULTS)
@pytest.mark.parametrize(
    ("aim", "key", "is_met"),
    [
        ({}, "APP-1", True),
        ({"method": "PUT"}, "APP-1", True),
        ({"method": "POST"}, "APP-1", False),
        ({"path": "issue/APP-1"}, "APP-1", True),
        ({"path": "issue/APP-1"}, "APP-2", False),
        ({"path": "issue/APP-1", "method": "PUT"}, "APP-1", True),
        ({"path": "issue/APP-1", "method": "PUT"}, "APP-2", False),
        ({"path": "issue/APP-1", "method": "DELETE"}, "APP-1", False),
    ],
)
def test_a_fault_meets_what_it_is_aimed_at(name, parameters, status, aim, key, is_met):
    """A request of another method, or to another path, is answered as if there were no fault."""
    jira = FakeJira()
    jira.add_issues("APP-1", "APP-2")
    getattr(outages, name)(jira, **parameters, **aim)
    client, path = jira.client(), f"/rest/api/3/issue/{key}"
    for summary in ("New", "Newer"):
        reply = client.put(path, json={"fields": {"summary": summary}}, auth=jira.auth, headers=AS_BROWSER)
    assert reply.status_code == (status if is_met else 204)
    assert (jira.exchanges[-1].fault is not None) is is_met


@pytest.mark.parametrize(
    ("aim", "path", "is_met"),
    [
        ("/rest/agile/1.0/board", "/rest/agile/1.0/board/1/issue", True),
        ("/rest/agile/1.0", "/rest/agile/1.0/board", True),
        ("/rest/agile/1.0/board/", "/rest/agile/1.0/sprint/1", False),
        ("/rest/webhooks/1.0/webhook", "/rest/webhooks/1.0/webhook", True),
        ("/_edge/tenant_info", "/_edge/tenant_info", True),
        ("/rest/api/2/project", "/rest/api/3/project/search", True),
        ("/project", "/rest/api/2/project/search", True),
    ],
)
def test_each_of_jiras_paths_can_be_aimed_at(aim, path, is_met):
    """A path below another one than the platform's goes from the site's address, as `assert_requested` has it too."""
    jira = FakeJira()
    outages.unavailable(jira, path=aim)
    jira.on_request("GET", aim, lambda: jira.add_issue("SEEN-1"))
    assert (jira.client().get(path, auth=jira.auth).status_code == 503) is is_met
    assert ([one.key for one in jira.issues] == ["SEEN-1"]) is is_met
    jira.assert_requested("GET", path)


def test_a_path_without_its_beginning_is_told_the_whole():
    """What stands elsewhere than below the platform's path is named as it must be."""
    for wrong in ("board", "agile/1.0/board", "rest/agile/1.0/board"):
        with pytest.raises(UsageError, match=f"path='{wrong}': did you mean '/rest/agile/1.0/board'"):
            outages.unavailable(FakeJira(), path=wrong)


@pytest.mark.parametrize(("name", "status"), [("rate_limited", 429), ("unavailable", 503)])
def test_a_client_may_come_back_at_once(name, status):
    """`Retry-After` may be 0, and is left out where there is none."""
    jira = FakeJira()
    for retry_after, told in ((0, "0"), (7, "7"), (None, None)):
        getattr(outages, name)(jira, retry_after=retry_after, times=1)
        reply = jira.client().get("/rest/api/3/serverInfo")
        assert (reply.status_code, reply.headers.get("Retry-After")) == (status, told)


def test_what_is_for_browsers_or_credentials_meets_no_others():
    """A client that names no browser meets no XSRF check, and one that brings no credentials no CAPTCHA."""
    jira = FakeJira()
    jira.add_issue("APP-1")
    outages.xsrf_check(jira)
    client, path, body = jira.client(), "/rest/api/3/issue/APP-1", {"fields": {"summary": "New"}}
    nobody = {"User-Agent": ""}
    assert client.put(path, json=body, auth=jira.auth, headers=nobody).status_code == 204
    assert client.put(path, json=body, auth=jira.auth).status_code == 204
    assert client.get(path, auth=jira.auth, headers=AS_BROWSER).status_code == 200
    outages.captcha(jira)
    assert client.get("/rest/api/3/serverInfo").status_code == 200
    denied = client.get("/rest/api/3/serverInfo", auth=jira.auth)
    assert denied.status_code == 403
    assert denied.headers["X-Authentication-Denied-Reason"] == (
        "CAPTCHA_CHALLENGE; login-url=http://localhost/login.jsp"
    )
