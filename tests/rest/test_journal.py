"""One exchange as a sentence."""

import json
from dataclasses import replace

import pytest

from jira_linkfake import Exchange

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
