"""What stands out among requests: the report says what code has overlooked."""

from __future__ import annotations

from itertools import takewhile

import pytest
import requests

from jira_linkfake.scenarios import lost_reply, rate_limited, server_error, slow, truncated_body, unavailable

DOCUMENT = {"type": "doc", "version": 1, "content": [{"type": "paragraph", "content": [{"type": "text", "text": "x"}]}]}
COMMENT = "/rest/api/3/issue/APP-1/comment"


def _said(jira):
    """Return the sentences on what stands out."""
    lines = jira.report().splitlines()
    if "What stands out:" not in lines:
        return []
    rest = lines[lines.index("What stands out:") + 1 :]
    return [line.removeprefix("  ") for line in takewhile(lambda line: line.startswith("  "), rest)]


@pytest.fixture
def send(jira):
    """Return a function that sends a request in process, whose connection can break: then it returns None."""

    def send(method, path, **rest):
        with jira.intercept():
            try:
                return requests.request(
                    method, f"{jira.url}/rest/api/3/{path}", auth=jira.auth, **{"timeout": 5, **rest}
                )
            except requests.RequestException:
                return None

    return send


def test_nothing_stands_out(jira, ask, get, post_link):
    """Where nothing was overlooked, the report has no such section."""
    jira.add_comment("APP-1", "x")
    post_link(jira)
    ask("POST", "issue/APP-1/comment", json={"body": DOCUMENT})
    get("search/jql?jql=project=APP&maxResults=1&fields=key")
    token = get("search/jql?jql=project=APP&maxResults=1")["nextPageToken"]
    get(f"search/jql?jql=project=APP&maxResults=1&nextPageToken={token}")
    get("project/search?maxResults=1")
    get("project/search?maxResults=1&startAt=1")
    get("project/search?maxResults=0")
    ask("POST", "search/jql", json={"jql": "project = APP"})
    ask("POST", "search/jql", json={"jql": "project = APP"})
    ask("POST", "issueLink", json={"type": "Blocks"})
    ask("GET", "issue/APP-9")
    assert _said(jira) == []


def test_a_comment_that_was_sent_twice(jira, ask):
    """The pair of requests is named, with what each did."""
    ask("POST", "issue/APP-1/comment", json={"body": DOCUMENT})
    ask("GET", "issue/APP-1")
    ask("POST", "issue/APP-1/comment", json={"body": DOCUMENT})
    (said,) = _said(jira)
    assert said == (
        f"POST {COMMENT} was sent twice with the same body, and carried out twice (request 1: commented on APP-1; "
        "request 3: commented on APP-1)."
    )


def test_a_comment_that_was_made_twice_in_two_ways(jira, ask):
    """A comment of its own and one that came with a link say the same: both requests are named."""
    ask("POST", "issue/APP-1/comment", json={"body": DOCUMENT})
    ends = {"inwardIssue": {"key": "APP-1"}, "outwardIssue": {"key": "APP-2"}}
    ask("POST", "issueLink", json={"type": {"name": "Blocks"}, **ends, "comment": {"body": DOCUMENT}})
    assert _said(jira) == ["APP-1 has comments that say the same; requests 1 and 2 commented on it."]
    jira.remove_comment("APP-1", jira.comments_of("APP-1")[0])
    assert _said(jira) == []


def test_a_link_that_was_made_twice(jira, ask, post_link):
    """The request that made it is named, however the second one named the issues; a seeded one was made by none."""
    jira.add_link("APP-2", "blocks", "LIB-1")
    post_link(jira, "APP-1", "Relates", "APP-2")
    post_link(jira, "APP-2")
    post_link(jira)
    post_link(jira)
    ids = {"inwardIssue": {"id": jira.issue("APP-1").id}, "outwardIssue": {"id": jira.issue("LIB-1").id}}
    ask("POST", "issueLink", version="2", json={"type": {"name": "Blocks"}, **ids})
    assert _said(jira) == [
        (
            "POST /rest/api/3/issueLink was sent twice with the same body, and carried out twice (request 3: made "
            "'APP-1 blocks LIB-1'; request 4: the link was there already)."
        ),
        "POST /rest/api/2/issueLink (request 5 of 5) asked for 'APP-1 blocks LIB-1', which request 3 had made.",
    ]


def test_a_slow_answer_is_one(jira, send):
    """What was carried out and answered late counts as any other."""
    slow(jira, seconds=0.0)
    for _ in range(2):
        send("POST", "issue/APP-1/comment", json={"body": DOCUMENT})
    assert [one.partition(" was")[0] for one in _said(jira)] == [f"POST {COMMENT}"]


def test_of_very_many_requests_what_stands_out_is_told_soon(jira, ask, post_link):
    """Of thousands of requests at most five sentences of a kind are told, and nothing is compared with everything."""
    unavailable(jira, path="issue/LIB-1")
    for number in range(50):
        post_link(jira, *(("APP-1", "Blocks", "APP-2") if number % 2 else ("APP-2", "Relates", "APP-1")))
        ask("PUT", "issue/LIB-1", json={"fields": {"labels": [str(number)]}})
    jira._journal *= 30
    said = _said(jira)
    assert len(said) == 6
    assert said[-1] == "PUT /rest/api/3/issue/LIB-1 (request 3000 of 3000) got a 503, and the code did not try again."


def test_what_was_made_twice_though_no_line_tells_it(jira, ask):
    """What is made besides issues, links and comments is known by its 201."""
    for name in ("1.0", "1.0", "1.1"):
        ask("POST", "version", json={"name": name, "project": "APP"})
    ask("POST", "component", json={"name": "ui", "project": "APP"})
    ask("POST", "project/APP/nothing")
    ask("POST", "issue/APP-1/remotelink", json={"object": {"url": "https://example.com", "title": "x"}})
    ask("POST", "issue/APP-1/remotelink", json={"object": {"url": "https://example.com", "title": "x"}})
    assert [one.partition(" was")[0] for one in _said(jira)] == ["POST /rest/api/3/issue/APP-1/remotelink"]


@pytest.mark.parametrize("fault", [lost_reply, truncated_body])
def test_a_lost_answer_that_was_taken_for_a_failure(jira, send, fault):
    """A write that was carried out is told with what it did, unless somebody looks or sends it again."""
    fault(jira, times=1)
    slow(jira, seconds=0.0)
    send("POST", "issue/APP-1/comment", json={"body": DOCUMENT})
    (said,) = _said(jira)
    assert said.startswith(f"POST {COMMENT} (request 1 of 1) was carried out (commented on APP-1), but its answer was")
    assert said.endswith("to the code it failed, and no request looked afterwards whether it was done.")
    send("GET", "issue/APP-1")
    assert _said(jira) == []


@pytest.mark.parametrize(("looks", "told"), [(True, ""), (False, ", without a look whether it was done")])
def test_a_lost_answer_and_a_retry(jira, send, looks, told):
    """What was sent again after its answer was lost is told with the pair, and whether somebody looked before."""
    lost_reply(jira, times=1)
    issue = {"project": {"key": "APP"}, "issuetype": {"name": "Task"}, "summary": "S"}
    send("POST", "issue", json={"fields": issue})
    if looks:
        send("POST", "search/jql", json={"jql": "summary ~ S"})
    send("POST", "issue", json={"fields": issue})
    (said,) = _said(jira)
    assert said == (
        f"POST /rest/api/3/issue was sent twice with the same body after its answer was lost (lost_reply){told}, and "
        f"carried out twice (request 1: made APP-3; request {2 + looks}: made APP-4)."
    )


def test_a_lost_answer_to_what_was_refused_or_read_is_none(jira, send):
    """Nothing was done, so nothing is told but that the code did not try again."""
    lost_reply(jira)
    send("POST", "issueLink", json={})
    send("GET", "issue/APP-1")
    assert _said(jira) == []


def test_only_the_first_page_of_a_search(jira, ask, get):
    """How many issues were never read is told once for each search, by whatever method, and for other lists."""
    jira.add_issues("APP-3", "APP-4")
    ask("POST", "search/jql", json={"jql": "project = APP", "maxResults": 1})
    ask("POST", "search/jql", json={"jql": "project = APP", "maxResults": 1})
    token = get("search/jql?jql=project=APP&maxResults=1")["nextPageToken"]
    get(f"search/jql?jql=project=APP&maxResults=1&nextPageToken={token}")
    get("project/search?maxResults=1")
    ask("POST", "changelog/bulkfetch", json={"issueIdsOrKeys": ["APP-1"], "maxResults": 1})
    unread = "got a page that is not the last, and no request asked for the next{}: {} behind it stayed unread."
    assert _said(jira) == [
        f"POST /rest/api/3/search/jql (request 1 of 6) {unread.format(' by its nextPageToken', '3 issues')}",
        f"GET /rest/api/3/search/jql (request 4 of 6) {unread.format(' by its nextPageToken', '2 issues')}",
        f"GET /rest/api/3/project/search (request 5 of 6) {unread.format('', '1 entry')}",
    ]


def test_a_page_of_several_histories(jira, ask):
    """The token of a page of histories is one of the same kind, in the body."""
    for status in ("In Progress", "Done"):
        jira.transition("APP-1", status)
    body = {"issueIdsOrKeys": ["APP-1"], "maxResults": 1}
    token = ask("POST", "changelog/bulkfetch", json=body).json["nextPageToken"]
    assert "1 entry behind it stayed unread" in _said(jira)[0]
    ask("POST", "changelog/bulkfetch", json={**body, "nextPageToken": token})
    assert _said(jira) == []


@pytest.mark.parametrize("answer", [{"total": "x", "startAt": 0, "maxResults": 1}, {"total": 3, "startAt": 0}, [1]])
def test_pages_of_the_tests_own_are_taken_as_they_are(jira, ask, answer):
    """What a test answers itself may look like a page and be none."""
    jira.respond("GET", "/rest/own", json=answer)
    jira.client().get("/rest/own", query_string={"startAt": "x" * 9})
    jira.client().get("/rest/own", data="{", query_string={"nextPageToken": "1"})
    jira.respond("GET", "/rest/cut", text='{"total":3,"startAt":0,"maxResults":1')
    jira.client().get("/rest/cut")
    assert _said(jira) == []


def test_what_failed_and_was_left_at_that(jira, send, ask):
    """A request that failed for nothing that is wrong with it is told with what the code did then."""
    for fault in (unavailable, server_error):
        fault(jira, times=1)
        send("POST", "issueLink", json={})
        jira.clear_faults()
    where = "POST /rest/api/3/issueLink (request {} of {})"
    assert _said(jira) == [f"{where.format(2, 2)} got a 500, and the code did not try again."]
    send("GET", "issue/APP-1")
    assert _said(jira) == [
        f"{where.format(2, 3)} got a 500, and the code went on with GET /rest/api/3/issue/APP-1, and did not try again."
    ]
    rate_limited(jira, times=1)
    send("GET", "issue/APP-1")
    send("GET", "issue/APP-1")
    ask("POST", "issueLink", json={})
    assert _said(jira) == []


def test_a_413_and_a_401_that_nobody_heeds(jira, ask, post_link):
    """A limit that was reached is told with what came after it, wrong credentials where the code went on."""
    ask("GET", "myself", auth=None)
    assert _said(jira) == []
    jira.link_limit = 0
    post_link(jira)
    login = "GET /rest/api/3/myself (request 1 of {}) got a 401, and the code went on with POST /rest/api/3/issueLink."
    limit = "POST /rest/api/3/issueLink (request 2 of {}) got a 413, and the code"
    assert _said(jira) == [
        f"{limit.format(2)} sent nothing more: unless it tells of this in another way, it ignores it.",
        login.format(2),
    ]
    ask("GET", "serverInfo")
    assert _said(jira) == [f"{limit.format(3)} went on with GET /rest/api/3/serverInfo.", login.format(3)]
