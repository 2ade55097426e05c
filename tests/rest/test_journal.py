"""One exchange as a sentence."""

import json
from dataclasses import replace
from urllib.parse import quote

import pytest

from jira_linkfake import Exchange, UsageError
from tests.properties.operations import DOCUMENT

PLAIN = Exchange(
    method="GET",
    path="/rest/api/2/issue/APP-1",
    query="",
    body="",
    caller="alice",
    status=200,
    answer="{}",
    rule="getIssue",
)
GET = "GET /rest/api/2/issue/APP-1"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({}, f"{GET} by alice -> 200"),
        ({"caller": None}, f"{GET} by an anonymous caller -> 200"),
        ({"query": "fields=issuelinks"}, f"{GET}?fields=issuelinks by alice -> 200"),
        (
            {"status": 404, "rule": "IssueUnknown", "reason": "there is no issue APP-1"},
            f"{GET} by alice -> 404 IssueUnknown: there is no issue APP-1",
        ),
        (
            {"status": 404, "rule": "Why", "reason": "so", "other_status": "sites were seen to answer 401"},
            f"{GET} by alice -> 404 Why: so (sites were seen to answer 401)",
        ),
    ],
    ids=["plain", "anonymous", "query", "refused", "refused otherwise elsewhere"],
)
def test_exchange_reads_as_a_sentence(changes, sentence):
    """An exchange says who asked for what, what was answered, and why it was refused."""
    assert str(replace(PLAIN, **changes)) == sentence


def test_exchange_tells_what_it_changed(jira):
    """An exchange says which links it made and which it removed."""
    links = tuple(jira.add_link("APP-1", phrase, "LIB-1") for phrase in ("blocks", "clones"))
    made, removed = "APP-1 blocks LIB-1", "APP-1 clones LIB-1"
    assert str(replace(PLAIN, links_made=links)).endswith(f"-> 200, made '{made}', made '{removed}'")
    assert str(replace(PLAIN, links_made=links[:1], links_removed=links[1:])).endswith(
        f"-> 200, made '{made}', removed '{removed}'"
    )


def test_exchange_tells_that_a_link_was_there_and_that_it_commented(jira, post_link):
    """Of a link that is asked for twice, and of a comment, the exchange says what Jira's empty answer does not."""
    post_link(jira)
    post_link(jira)
    body = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "APP-1"}, "outwardIssue": {"key": "LIB-1"}}
    jira.client().post("/rest/api/2/issueLink", json={**body, "comment": {"body": "Said"}}, auth=jira.auth)
    assert [str(exchange).partition("-> ")[2] for exchange in jira.exchanges] == [
        "201, made 'APP-1 blocks LIB-1'",
        "201, the link was there already",
        "201, the link was there already, commented on APP-1",
    ]
    assert [exchange.repeats_a_link for exchange in jira.exchanges] == [False, True, True]
    assert [exchange.commented_on for exchange in jira.exchanges] == [(), (), ("APP-1",)]


NEW_ISSUE = {"fields": {"project": {"key": "{}"}, "issuetype": {"name": "Task"}, "summary": "New"}}
WHY_UNSEEN = {"GONE": "there is none", "SECRET": "it is there, but hidden (no Browse projects in SECRET)"}


@pytest.mark.parametrize(
    ("path", "sent", "reason"),
    [
        ("project/{}", None, "bob sees no project '{}'"),
        (
            "mypermissions?permissions=BROWSE_PROJECTS&projectKey={}",
            None,
            "bob sees no project with key '{}'",
        ),
        ("issue", NEW_ISSUE, "the new issue has no project: bob sees no project '{}'"),
        ("search/jql?jql=key={}-1", None, "bob sees no issue {}-1"),
        (
            "search/jql?jql=issue in linkedIssues({}-1)",
            None,
            "bob sees no issue {}-1, of which linkedIssues was asked",
        ),
    ],
    ids=["project", "permissions", "new issue", "issue in JQL", "linked issues"],
)
def test_the_journal_tells_what_is_hidden_from_what_is_missing(jira, path, sent, reason):
    """The client gets the same for both, and the test's author learns which it was, and what hides it."""
    jira.add_issue("SECRET-1")
    jira.deny("BROWSE_PROJECTS", project="SECRET")
    bob = jira.add_user("bob")
    answers = []
    for project in WHY_UNSEEN:
        body = None if sent is None else json.loads(json.dumps(sent).replace("{}", project))
        method = "GET" if sent is None else "POST"
        answer = jira.client().open(f"/rest/api/3/{path.format(project)}", method=method, json=body, auth=bob.auth)
        answers.append((answer.status, answer.text.replace(project, "{}")))
    assert answers[0] == answers[1]
    reasons = [f"{reason.format(project)}: {why}" for project, why in WHY_UNSEEN.items()]
    assert [exchange.reason for exchange in jira.exchanges] == reasons


ADDS_A_LINK = json.dumps(
    {"update": {"issuelinks": [{"add": {"type": {"name": "Blocks"}, "outwardIssue": {"key": "B-1"}}}]}}
)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32-be"])
def test_whatever_json_was_taken_can_be_told(jira, codec):
    """An edit in any encoding of JSON is told, and that its link was there already is known without its body."""
    jira.add_issues("A-1", "B-1")
    for _ in range(2):
        reply = jira.client().put(
            "/rest/api/3/issue/A-1", data=ADDS_A_LINK.encode(codec), content_type="application/json", auth=jira.auth
        )
        assert reply.status_code == 204
    assert [str(exchange).partition("-> ")[2] for exchange in jira.exchanges] == [
        "204, made 'A-1 blocks B-1'",
        "204, the link was there already",
    ]
    assert "the link was there already" in jira.report()


HOSTILE = {
    "a lone surrogate": ("\ud83d", r"'\\ud83d'"),
    "an escape sequence": ("\x1b[2J\nFAKE", r"'\\x1b[2J\\nFAKE'"),
    "what turns the text round": ("A\u202eB", r"'A\\u202eB'"),
    "another script": ("Übung-日本", "'Übung-日本'"),
}


@pytest.mark.parametrize(("text", "shown"), HOSTILE.values(), ids=HOSTILE)
def test_whatever_a_client_names_is_shown_and_never_obeyed(jira, text, shown):
    """What a client has sent stands in reports, sentences and failures as text that any terminal may be handed."""
    jira.add_issues("A-1", "B-1")
    link = {"type": {"name": text}, "inwardIssue": {"key": text}, "outwardIssue": {"key": "B-1"}}
    jira.client().post("/rest/api/3/issueLink", json=link, auth=jira.auth)
    jira.client().get("/rest/api/3/" + quote(text, errors="surrogatepass"))
    with pytest.raises(AssertionError) as caught:
        jira.assert_linked("A-1", "blocks", "B-1")
    exchange = jira.exchanges[0]
    assert shown.replace("\\\\", "\\") in str(exchange)
    for told in (jira.report(), str(caught.value), *map(str, jira.exchanges), *map(repr, jira.exchanges)):
        assert told.encode()
        assert told.replace("\n", "").isprintable()
    assert "\nFAKE" not in jira.report() + str(caught.value)


def test_a_phrase_of_a_link_is_shown_on_one_line(jira):
    """The phrases of a link's type may be anything, and stay within their line of a report and of a failure."""
    jira.add_issues("A-1", "B-1")
    body = {"name": "Odd", "inward": "is odd to", "outward": "odd\x1b[31m\nFAKE"}
    jira.client().post("/rest/api/3/issueLinkType", json=body, auth=jira.auth)
    jira.add_link("A-1", "odd\x1b[31m\nFAKE", "B-1")
    assert jira.report().splitlines()[:2] == ["Links on the site:", r"  A-1 odd\x1b[31m\nFAKE B-1"]
    with pytest.raises(AssertionError, match=r"A-1 odd\\x1b\[31m\\nFAKE B-1, seeded by the test"):
        jira.assert_no_links()
    with pytest.raises(AssertionError, match=r"^B-1 is odd to A-1 is linked: A-1 odd\\x1b\[31m\\nFAKE B-1"):
        jira.assert_not_linked("B-1", "is odd to", "A-1")
    with pytest.raises(UsageError, match=r"^the link is there already: A-1 odd\\x1b\[31m\\nFAKE B-1$"):
        jira.add_link("A-1", "odd\x1b[31m\nFAKE", "B-1")


def test_of_a_long_line_the_middle_is_left_out(jira):
    """A client's megabytes make no megabytes of a report; both ends of the line are there."""
    jira.client().get("/rest/api/3/" + "a" * 1_000_000)
    [line] = jira.report().splitlines()[3:]
    assert line.startswith("  GET /rest/api/3/aaaa")
    assert "aaa[... 1998283 characters ...]aaa" in line
    assert line.endswith("aaaa")
    assert len(line) < 2100


@pytest.mark.parametrize("raised", [KeyboardInterrupt, MemoryError], ids=lambda kind: kind.__name__)
def test_an_interrupted_request_is_told(jira, monkeypatch, raised):
    """What is raised in the middle of a request goes on its way; the journal tells of the request, and what it did."""
    jira.add_issues("A-1", "B-1")
    link = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "A-1"}, "outwardIssue": {"key": "B-1"}}

    def interrupt(*_):
        raise raised

    monkeypatch.setattr("jira_linkfake.jira.issue_links.rules.add_comment", interrupt)
    with pytest.raises(raised):
        jira.client().post("/rest/api/3/issueLink", json={**link, "comment": {"body": DOCUMENT}}, auth=jira.auth)
    [exchange] = jira.exchanges
    assert (exchange.status, exchange.answer) == (None, "")
    assert str(exchange) == (
        f"POST /rest/api/3/issueLink by admin -> no answer {raised.__name__}: it was raised in the middle of the"
        " request, which may be carried out in part, made 'A-1 blocks B-1'"
    )
    assert str(exchange) in jira.report()
    jira.client().post("/rest/api/3/issueLink", json=link, auth=jira.auth)
    assert jira.exchanges[-1].repeats_a_link


def test_equal_texts_are_kept_once(jira):
    """A client that asks for the same again and again is told the same, which takes no memory of its own."""
    jira.add_issue("A-1")
    for _ in range(2):
        jira.client().get("/rest/api/3/issue/A-1?fields=summary", auth=jira.auth)
    first, second = jira.exchanges
    assert first.answer is second.answer
    assert (first.path is second.path, first.query is second.query) == (True, True)
