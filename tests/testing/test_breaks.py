"""Mistakes of code that links, as people make them: for each the failure names the cause."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import requests

from jira_linkfake import ANYONE, FakeJira, OtherHostError
from jira_linkfake.scenarios import lost_reply, unavailable

DOCUMENT = {"type": "doc", "version": 1, "content": [{"type": "paragraph", "content": [{"type": "text", "text": "x"}]}]}
ISSUE = {"project": {"key": "APP"}, "issuetype": {"name": "Task"}, "summary": "S"}


class Code:
    """The code under test: requests with what it takes for its credentials."""

    def __init__(self, jira: FakeJira) -> None:
        self.auth: Any = jira.auth
        self._url = jira.url

    def send(self, method: str, path: str, version: int = 3, **rest: Any) -> requests.Response:
        """Send a request."""
        return requests.request(
            method, f"{self._url}/rest/api/{version}/{path}", **{"auth": self.auth, "timeout": 5, **rest}
        )

    def link(
        self, inward: str = "APP-1", outward: str = "APP-2", link_type: str = "Blocks", **rest: Any
    ) -> requests.Response:
        """Ask for a link."""
        ends = {"inwardIssue": {"key": inward}, "outwardIssue": {"key": outward}}
        return self.send("POST", "issueLink", json={"type": {"name": link_type}, **ends, **rest})


@pytest.fixture
def jira() -> Iterator[FakeJira]:
    """A site of three issues and alice, answered in process; what code swallows is not raised at its end."""
    jira = FakeJira()
    jira.add_user("alice", token="alice-token")
    jira.add_group("devs", ["alice"])
    jira.add_issues("APP-1", "APP-2", "APP-3")
    with jira.intercept():
        yield jira


def _linked(jira: FakeJira) -> None:
    jira.assert_linked("APP-1", "blocks", "APP-2")


def _without_credentials(_: FakeJira, code: Code) -> None:
    code.auth = None
    code.link()


def _mistyped_email(_: FakeJira, code: Code) -> None:
    code.auth = ("alcie@example.com", "alice-token")
    code.link()


def _wrong_token(_: FakeJira, code: Code) -> None:
    code.auth = ("alice@example.com", "stale")
    code.link()


def _mistyped_token(_: FakeJira, code: Code) -> None:
    code.auth = ("alice@example.com", "alice-tokne")
    code.link()


def _taken_for_a_login(_: FakeJira, code: Code) -> None:
    code.auth = ("alice@example.com", "stale")
    if code.send("GET", "myself").status_code == 401:
        code.send("GET", "serverInfo")


def _deleted(_: FakeJira, code: Code) -> None:
    code.link()
    code.send("DELETE", "issueLink/10000")


def _before_the_issue_is_made(_: FakeJira, code: Code) -> None:
    code.link("APP-1", "APP-4")
    code.send("POST", "issue", json={"fields": ISSUE})


def _no_retry(jira: FakeJira, code: Code) -> None:
    unavailable(jira, times=1)
    code.link()


def _ignores_413(jira: FakeJira, code: Code) -> None:
    jira.link_limit = 0
    code.link()


def _webhook_ids(jira: FakeJira, code: Code, as_key: Callable[[int], Any]) -> None:
    code.link("APP-3", "APP-2")
    link = jira.webhooks[0].payload["issueLink"]
    code.link(as_key(link["sourceIssueId"]), as_key(link["destinationIssueId"]))


BREAKS: dict[str, tuple[Callable[[FakeJira, Code], object], str]] = {
    "wrong direction": (
        lambda _, code: code.link("APP-2", "APP-1"),
        (
            "The reverse is: APP-2 blocks APP-1. "
            '(The issue that a request names as inwardIssue is the one that "blocks" the other.)'
        ),
    ),
    "wrong type": (
        lambda _, code: code.link(link_type="Relates"),
        "Linked with another type: APP-1 relates to APP-2 (Relates).",
    ),
    "phrase as type": (
        lambda _, code: code.link(link_type="blocks"),
        "there is no link type with name 'blocks', only 'Blocks', 'Cloners', 'Duplicate', 'Relates'",
    ),
    "plain text in version 3": (
        lambda _, code: code.link(comment={"body": "x"}),
        "by admin -> 400 CommentInvalid: ",
    ),
    "document in version 2": (
        lambda _, code: code.send(
            "POST",
            "issueLink",
            2,
            json={
                "type": {"name": "Blocks"},
                "inwardIssue": {"key": "APP-1"},
                "outwardIssue": {"key": "APP-2"},
                "comment": {"body": DOCUMENT},
            },
        ),
        "comment.body is not a text, as version 2 takes it (version 3 takes documents)",
    ),
    "no retry": (_no_retry, "by admin -> 503 unavailable: answered in Jira's place, the site was not asked"),
    "no auth": (_without_credentials, "no credentials were sent"),
    "mistyped email": (
        _mistyped_email,
        "WrongCredentials: no user has the email alcie@example.com: did you mean 'alice@example.com'?",
    ),
    "wrong token": (
        _wrong_token,
        (
            "by an anonymous caller (wrong credentials) -> 401 WrongCredentials: the token is not alice's: it is like"
            " no token of the test's, so an old one or another site's"
        ),
    ),
    "mistyped token": (
        _mistyped_token,
        "401 WrongCredentials: the token is not alice's: it nearly is, and differs from character 10 of 11 on",
    ),
    "deleted link": (
        _deleted,
        "It was there until: DELETE /rest/api/3/issueLink/10000 by admin -> 204, removed 'APP-1 blocks APP-2'",
    ),
    "wrong issue linked": (
        lambda _, code: code.link("APP-1", "APP-3"),
        "Another pair is linked: APP-1 blocks APP-3, made by POST /rest/api/3/issueLink.",
    ),
    "wrong payload shape": (
        lambda _, code: code.send("POST", "issueLink", json={"type": "Blocks", "inwardIssue": {"key": "APP-1"}}),
        "400 PayloadInvalid: the body is not what the operation takes: ",
    ),
    "unknown property": (
        lambda _, code: code.link(comments={"body": "x"}),
        (
            "400 PayloadInvalid: the body is not what the operation takes: comments is not known: did you mean"
            " 'comment'?"
        ),
    ),
    "wrong content type": (
        lambda _, code: code.send("POST", "issueLink", data={"type": "Blocks"}),
        "415 UnsupportedMediaType: the body was sent as 'application/x-www-form-urlencoded', not as application/json",
    ),
    "no content type": (
        lambda _, code: code.send("POST", "issueLink", data='{"type": {"name": "Blocks"}}'),
        "415 UnsupportedMediaType: the body was sent without a Content-Type, not as application/json",
    ),
    "413 ignored": (
        _ignores_413,
        "413 LinkLimitReached: APP-1 has as many links as it may have (link_limit=0 is set here, the default is 2000)",
    ),
    "nothing asked for": (
        lambda _, code: code.send("GET", "issue/APP-1"),
        (
            "No request asked for a link.\nThe last that came is GET /rest/api/3/issue/APP-1 -> 200. After it the code"
            " called nobody, here or elsewhere, and no connection failed: it never sent the request"
        ),
    ),
    "webhook's ids taken for keys": (
        lambda jira, code: _webhook_ids(jira, code, str),
        "there is no issue with the key 10002, which is the id of APP-3",
    ),
    "webhook's ids, numbers as they are, taken for keys": (
        lambda jira, code: _webhook_ids(jira, code, int),
        (
            "inwardIssue.key is no text; outwardIssue.key is no text; 10002 is the id of APP-3, not its key; 10001 is"
            " the id of APP-2, not its key"
        ),
    ),
    "keys made of ids": (
        lambda jira, code: _webhook_ids(jira, code, "APP-{}".format),
        "there is no issue APP-10002; there is no issue APP-10001; 10002 is the id of APP-3, not its key",
    ),
    "nothing was sent": (
        lambda _, code: _swallow(lambda: code.send("POST", "issueLink", json={1, 2})),
        (
            "No request reached https://your-domain.atlassian.net, nor any other host, since the site was opened: the"
            " code sent none, or swallowed an error before."
        ),
    ),
    "stopped at an error": (
        lambda _, code: _swallow(lambda: code.send("GET", "issue/APP-9").raise_for_status()),
        (
            "The last that came is GET /rest/api/3/issue/APP-9 -> 404. After it the code sent nothing more: it stopped"
            " at that answer, or never meant to go on."
        ),
    ),
    "address below another path": (
        lambda jira, code: requests.post(f"{jira.url}/jira/rest/api/3/issueLink", json={}, auth=code.auth, timeout=5),
        "did you mean '/rest/api/3/issueLink'? The site's address does not end in /jira",
    ),
}


@pytest.mark.parametrize(("mistake", "cause"), BREAKS.values(), ids=BREAKS)
def test_a_link_that_is_not_there_names_the_cause(
    jira: FakeJira, mistake: Callable[[FakeJira, Code], object], cause: str
) -> None:
    """The failed assertion has a line that names what the code did wrong."""
    mistake(jira, Code(jira))
    with pytest.raises(AssertionError) as caught:
        _linked(jira)
    assert cause in str(caught.value)


@pytest.mark.parametrize(
    ("mistake", "cause"),
    [
        (
            _ignores_413,
            (
                "POST /rest/api/3/issueLink (request 1 of 1) got a 413, and the code sent nothing more: unless it tells"
                " of this in another way, it ignores it."
            ),
        ),
        (_no_retry, "POST /rest/api/3/issueLink (request 1 of 1) got a 503, and the code did not try again."),
        (
            _taken_for_a_login,
            "GET /rest/api/3/myself (request 1 of 2) got a 401, and the code went on with GET /rest/api/3/serverInfo.",
        ),
    ],
)
def test_the_report_says_what_the_code_did_not_heed(
    jira: FakeJira, mistake: Callable[[FakeJira, Code], object], cause: str
) -> None:
    """The report names the answer that the code did not heed, and what it did then."""
    mistake(jira, Code(jira))
    assert f"  {cause}" in jira.report().splitlines()


def test_a_401_for_want_of_a_permission_is_no_login(jira: FakeJira) -> None:
    """Where real sites answer 401 for a permission, the report says that the credentials are right."""
    jira.answers = "observed"
    jira.deny("LINK_ISSUES", "alice")
    code = Code(jira)
    code.auth = jira.user("alice").auth
    for _ in range(2):
        code.link()
        code.send("GET", "myself")
    report = jira.report()
    assert "POST /rest/api/3/issueLink by alice -> 401 NoLinkPermission: alice does not hold Link issues" in report
    assert (
        "POST /rest/api/3/issueLink (request 1 of 4) got a 401 though alice's credentials are right: it is about what"
        " alice may do (NoLinkPermission), and another login is no help."
    ) in report
    assert "went on with" not in report


def test_a_comment_that_is_sent_twice_names_the_pair(jira: FakeJira) -> None:
    """The report names both requests, and what each did."""
    code = Code(jira)
    for _ in range(2):
        code.send("POST", "issue/APP-1/comment", json={"body": DOCUMENT})
    assert (
        "POST /rest/api/3/issue/APP-1/comment was sent twice with the same body, and carried out twice"
        " (request 1: commented on APP-1; request 2: commented on APP-1)."
    ) in jira.report()


def test_a_link_before_its_issue_is_made_names_the_cause(jira: FakeJira) -> None:
    """The failed assertion says that the issue was made after the link was asked for."""
    _before_the_issue_is_made(jira, Code(jira))
    with pytest.raises(AssertionError) as caught:
        jira.assert_linked("APP-1", "blocks", "APP-4")
    assert "APP-4 was made after a request had asked for it: POST /rest/api/3/issue" in str(caught.value)


def test_a_retry_without_a_check_names_the_cause(jira: FakeJira) -> None:
    """The report says that the reply was lost though the site did it, and that the link was there at the retry."""
    code = Code(jira)
    lost_reply(jira, times=1)
    with pytest.raises(requests.RequestException):
        code.link(comment={"body": DOCUMENT})
    code.link(comment={"body": DOCUMENT})
    first, second, pair = (line for line in jira.report().splitlines() if "POST" in line)
    assert "-> 201 lost_reply: " in first
    assert "made 'APP-1 blocks APP-2', commented on APP-1" in first
    assert second.endswith("-> 201, the link was there already, commented on APP-1")
    assert pair == (
        "  POST /rest/api/3/issueLink was sent twice with the same body after its answer was lost (lost_reply), without"
        " a look whether it was done, and carried out twice (request 1: made 'APP-1 blocks APP-2', commented on APP-1;"
        " request 2: the link was there already, commented on APP-1)."
    )


def test_a_lost_reply_taken_for_a_failure_names_the_cause(jira: FakeJira) -> None:
    """An assertion that nothing was linked says which request did so, and the report that its reply was lost."""
    code = Code(jira)
    lost_reply(jira, times=1)
    with pytest.raises(requests.RequestException):
        code.link()
    with pytest.raises(AssertionError) as caught:
        jira.assert_links([])
    assert "APP-1 blocks APP-2, made by POST /rest/api/3/issueLink, whose answer was lost" in str(caught.value)
    assert (
        "POST /rest/api/3/issueLink (request 1 of 1) was carried out (made 'APP-1 blocks APP-2'), but its answer was"
        " lost (lost_reply): to the code it failed, and no request looked afterwards whether it was done."
    ) in jira.report()


@pytest.mark.parametrize("url", ["https://my-domain.atlassian.net", "https://jira.example.atlassian.net"])
def test_a_wrong_host_with_the_error_swallowed_names_the_cause(url: str) -> None:
    """The test fails when it ends, by the host that was called and the one to call."""
    with pytest.raises(OtherHostError) as caught, FakeJira() as jira, jira.intercept():
        _swallow(lambda: requests.get(f"{url}/rest/api/3/myself", timeout=5))
    assert url.removeprefix("https://") in str(caught.value)


def _swallow(call: Callable[[], object]) -> None:
    with contextlib.suppress(Exception):
        call()


def test_http_for_https_names_the_cause() -> None:
    """The same host without TLS is not the site: both addresses are told, and what is otherwise."""
    with pytest.raises(OtherHostError) as caught, FakeJira() as jira, jira.intercept():
        _swallow(lambda: requests.get("http://your-domain.atlassian.net/rest/api/3/myself", timeout=5))
    assert str(caught.value).endswith(
        "requests called http://your-domain.atlassian.net: that is http for https; the site here is"
        " https://your-domain.atlassian.net, and calls of requests are answered at exactly that address. Call it there."
    )
    assert (
        "requests called http://your-domain.atlassian.net (not this site: http for https), which was refused"
    ) in jira.report()


def test_a_comment_that_is_forgotten_names_the_cause(jira: FakeJira) -> None:
    """The failed assertion says that no request asked for one, and lists the comments that there are: none."""
    Code(jira).link()
    with pytest.raises(AssertionError) as caught:
        jira.assert_commented("APP-1", "x")
    said, never, last, *comments = str(caught.value).splitlines()
    assert (said, never) == ("APP-1 has no comment 'x'.", "No request asked for a comment.")
    assert last.startswith("The last that came is POST /rest/api/3/issueLink -> 201. After it the code called nobody")
    assert comments == ["Comments on APP-1:", "  (none)"]


def test_a_comment_that_is_visible_to_all_names_the_cause(jira: FakeJira) -> None:
    """The failed assertion says that the comment is there, for everybody."""
    Code(jira).link(comment={"body": DOCUMENT})
    jira.assert_commented("APP-1", "x", visible_to=ANYONE)
    with pytest.raises(AssertionError) as caught:
        jira.assert_commented("APP-1", "x", visible_to="devs")
    assert str(caught.value).splitlines()[1] == "One says so, but it is visible to all."


def test_only_the_first_page_of_a_search_names_the_cause(jira: FakeJira) -> None:
    """The report says that nobody asked for the next page, and how many issues were never read."""
    Code(jira).send("POST", "search/jql", json={"jql": "project = APP", "maxResults": 1})
    report = jira.report()
    assert "POST /rest/api/3/search/jql by admin -> 200, which is not the last page: 2 more are behind it" in report
    assert (
        "POST /rest/api/3/search/jql (request 1 of 1) got a page that is not the last, and no request asked for the"
        " next by its nextPageToken: 2 issues behind it stayed unread."
    ) in report
