"""Rate limiting as a rule: windows on the site's clock, and headers that count down."""

from __future__ import annotations

import pytest
import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

from jira_linkfake import FakeJira, UsageError
from jira_linkfake.scenarios.outages import issue_write_limit, rate_limit, rate_limited

HEADERS = ("X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset", "X-RateLimit-NearLimit")


@pytest.fixture
def jira():
    """A site with four issues."""
    jira = FakeJira()
    jira.add_issues("APP-1", "APP-2", "APP-3", "APP-4")
    return jira


def ask(jira, method, path, **kwargs):
    """Send a request as the default user."""
    return jira.client().open(f"/rest/api/3/{path}", method=method, auth=jira.auth, **kwargs)


def link(jira, source, destination, **more):
    """Link two issues, named by key or by id, and return the status."""
    ends = {
        end: {"id" if name.isdecimal() else "key": name}
        for end, name in (("inwardIssue", source), ("outwardIssue", destination))
    }
    return ask(jira, "POST", "issueLink", json={"type": {"name": "Blocks"}, **ends, **more}).status_code


def told(reply):
    """Return a reply's status and what it says about limits."""
    return reply.status_code, *(reply.headers.get(name) for name in HEADERS)


def test_answers_count_down_and_then_refuse(jira):
    """Each answer says how many are left, when less than a fifth is, and the 429 when to come back."""
    rate_limit(jira, requests=6, seconds=120)
    answers = [told(ask(jira, "GET", "myself")) for _ in range(7)]
    reset = "2026-01-01T00:02Z"
    assert answers == [
        *((200, "6", str(left), reset, None) for left in (5, 4, 3, 2)),
        (200, "6", "1", reset, "true"),
        (200, "6", "0", reset, "true"),
        (429, "6", "0", reset, "true"),
    ]
    refused = ask(jira, "GET", "myself")
    assert (refused.headers["Retry-After"], refused.headers["RateLimit-Reason"]) == ("120", "jira-burst-based")
    assert refused.json == {"errorMessages": ["Rate limit exceeded."], "errors": {}}
    assert jira.exchanges[-1].reason == "rate_limit: refused as jira-burst-based, the site was not asked"


def test_a_fifth_is_not_yet_near_a_limit(jira):
    """Of five requests one is a fifth, and only none is less."""
    rate_limit(jira, requests=5, seconds=120)
    near = [ask(jira, "GET", "myself").headers.get("X-RateLimit-NearLimit") for _ in range(6)]
    assert near == [None, None, None, None, "true", "true"]


def test_what_one_issue_took_does_not_count_for_another(jira):
    """The 429 tells how many are left of the issue that has the fewest, also where the body is of version 2."""
    issue_write_limit(jira, requests=3)
    link(jira, "APP-1", "APP-2")
    body = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "APP-3"}, "outwardIssue": {"key": "APP-1"}}
    for version, left in (("2", "1"), ("3", "0")):
        comment = {"body": "Said"} if version == "2" else {}
        reply = jira.client().post(
            f"/rest/api/{version}/issueLink", json={**body, **({"comment": comment} if comment else {})}, auth=jira.auth
        )
        assert (reply.status_code, reply.headers["X-RateLimit-Remaining"]) == (201, left)
    assert [link(jira, "APP-2", "APP-3"), link(jira, "APP-2", "APP-1")] == [201, 429]


def test_time_gives_requests_back(jira):
    """When the window is over the count begins anew, and not before; the wait is told in whole seconds."""
    rate_limit(jira, requests=1, seconds=10)
    assert ask(jira, "GET", "myself").status_code == 200
    jira.clock.advance(9.75)
    refused = ask(jira, "GET", "myself")
    assert (refused.status_code, refused.headers["Retry-After"]) == (429, "1")
    jira.clock.advance(0.25)
    assert ask(jira, "GET", "myself").status_code == 200


def test_each_operation_is_counted_for_itself(jira):
    """Whatever the ids in a path, and by method: what is no operation of Jira counts together."""
    rate_limit(jira, requests=1, seconds=10)
    requests_ = [
        ("GET", "issue/APP-1"),
        ("GET", "issue/APP-2"),
        ("GET", "issue/APP-1/comment"),
        ("GET", "issueLinkType"),
        ("GET", "nothing"),
        ("GET", "no/thing"),
    ]
    assert [ask(jira, *one).status_code for one in requests_] == [200, 429, 200, 200, 404, 429]


def test_a_limit_can_be_for_one_path(jira):
    """A limit has a scope like any fault."""
    rate_limit(jira, requests=1, seconds=10, path="myself")
    assert [ask(jira, "GET", path).status_code for path in ("myself", "serverInfo") * 2] == [200, 200, 429, 200]


def test_an_issue_is_written_to_so_often(jira):
    """A link counts for both its ends, by key or id; other issues can be linked; reading is free."""
    issue_write_limit(jira, requests=2)
    ids = {key: str(number) for key, number in jira.site.issues.ids.items()}
    assert [
        link(jira, "APP-1", "APP-2"),
        link(jira, ids["APP-1"], "APP-3"),
        link(jira, "app-1", "APP-4"),
        link(jira, "APP-4", ids["APP-1"]),
        link(jira, "APP-3", "APP-4"),
        ask(jira, "GET", "issue/APP-1").status_code,
    ] == [201, 201, 429, 429, 201, 200]
    assert jira.exchanges[2].reason == "issue_write_limit: refused as jira-per-issue-on-write, the site was not asked"
    jira.clock.advance(60)
    assert link(jira, "APP-1", "APP-4") == 201


def test_a_refused_write_counts_for_no_issue(jira):
    """A link that one end's limit refuses uses up nothing of the other end's."""
    issue_write_limit(jira, requests=1)
    assert [link(jira, "APP-1", "APP-2"), link(jira, "APP-1", "APP-3"), link(jira, "APP-3", "APP-4")] == [201, 429, 201]


def test_deleting_a_link_writes_to_its_ends(jira):
    """A link's removal counts for both issues, a link that is not there for none."""
    made = jira.add_link("APP-1", "blocks", "APP-2")
    issue_write_limit(jira, requests=1)
    assert ask(jira, "DELETE", f"issueLink/{made.id}").status_code == 204
    assert [ask(jira, "DELETE", f"issueLink/{name}").status_code for name in (made.id, "x", "1")] == [404, 400, 404]
    assert [link(jira, "APP-1", "APP-3"), link(jira, "APP-3", "APP-2"), link(jira, "APP-3", "APP-4")] == [429, 429, 201]


def test_what_writes_to_an_issue_itself_counts(jira):
    """A request below an issue's path counts for that issue, and one that makes a type of links for none."""
    issue_write_limit(jira, requests=1)
    watchers = [ask(jira, "POST", f"issue/{key}/watchers", json="1").status_code for key in ("APP-1", "APP-1", "APP-2")]
    assert watchers == [404, 429, 404]
    new = {"name": "Tests", "inward": "is tested by", "outward": "tests"}
    types = [ask(jira, "POST", "issueLinkType", json={**new, "name": name}).status_code for name in "ABC"]
    assert types == [201, 201, 201]


@pytest.mark.parametrize(
    "body", [b"", b"no JSON", b"[]", b'{"inwardIssue": "APP-1"}', b'{"inwardIssue": {"key": "X"}}']
)
def test_what_names_no_issue_counts_for_none(jira, body):
    """A body that names no issue of the site is refused by the site, and not by the limit."""
    issue_write_limit(jira, requests=1)
    replies = [ask(jira, "POST", "issueLink", data=body, content_type="application/json") for _ in range(3)]
    assert {reply.status_code for reply in replies} == {400}


@pytest.mark.parametrize("body", [b"[" * 200_000, b'{"inwardIssue":' * 100_000, b'{"a":' + b"1" * 5_000 + b"}"])
def test_a_hostile_body_counts_for_none(jira, body):
    """A body that no reader takes is refused by the site as ever, however deep or long it is."""
    issue_write_limit(jira, requests=1)
    replies = [ask(jira, "POST", "issueLink", data=body, content_type="application/json") for _ in range(2)]
    assert {reply.status_code for reply in replies} == {400}


def test_a_path_that_jira_does_not_have_counts_for_none(jira):
    """A write to no operation of Jira's is answered by the site as ever."""
    issue_write_limit(jira, requests=1)
    assert [ask(jira, "POST", "issue/APP-1/sunshine", json={}).status_code for _ in range(2)] == [404, 404]


def test_an_id_without_end_counts_for_none(jira):
    """An id of more digits than any number has names no issue and no link, in the path and in the body."""
    issue_write_limit(jira, requests=1)
    number = "1" * 5_000
    assert [ask(jira, "DELETE", f"issueLink/{number}").status_code for _ in range(2)] == [400, 400]
    assert [ask(jira, "DELETE", f"issue/{number}").status_code for _ in range(2)] == [404, 404]
    assert [link(jira, number, "APP-2") for _ in range(2)] == [404, 429]


def test_a_retry_that_waits_gets_through(jira):
    """In process a session's `Retry` waits for what it is told, on the site's clock, and nothing is lost."""
    issue_write_limit(jira, requests=2, seconds=30)
    before = jira.clock.now
    with jira.intercept(), requests.Session() as session:
        session.mount("https://", HTTPAdapter(max_retries=Retry(status_forcelist=[429], allowed_methods=None)))
        for key in ("APP-2", "APP-3", "APP-4"):
            body = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "APP-1"}, "outwardIssue": {"key": key}}
            assert session.post(f"{jira.url}/rest/api/3/issueLink", json=body, auth=jira.auth).status_code == 201
    assert len(jira.links) == 3
    assert (jira.clock.now - before).total_seconds() > 27


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"requests": 0}, "requests=0 will not do: it takes a whole number, 1 or more"),
        ({"seconds": "1"}, "seconds='1' will not do: it takes a number, 0 to 10,000,000"),
        ({"second": 1}, "rate_limit has no parameter 'second': did you mean 'seconds'?"),
    ],
)
def test_a_limit_takes_figures(jira, parameters, sentence):
    """What is no limit is an error."""
    with pytest.raises(UsageError) as caught:
        rate_limit(jira, **parameters)
    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    ("retry_after", "reset"), [(None, "2026-01-01T00:00Z"), (0, "2026-01-01T00:00Z"), (1, "2026-01-01T00:01Z")]
)
def test_a_limit_without_a_count_says_when_it_ends(retry_after, reset):
    """A 429 tells the minute in which a client may come back, and that nothing is left of a hundred requests."""
    jira = FakeJira()
    jira.clock.advance(59)
    rate_limited(jira, retry_after=retry_after)
    assert told(ask(jira, "GET", "myself")) == (429, "100", "0", reset, "true")
