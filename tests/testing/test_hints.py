"""What a request has most likely meant: names that nothing has, and keys that Jira ignores without a word."""

from __future__ import annotations

import pytest

from jira_linkfake import FakeJira

DOCUMENT = {"type": "doc", "version": 1, "content": [{"type": "paragraph", "content": [{"type": "text", "text": "x"}]}]}
NEW = {"project": {"key": "APP"}, "issuetype": {"name": "Task"}, "summary": "S"}


def _line(jira):
    lines = jira.report().splitlines()
    return lines[lines.index("Last requests:") + 1]


@pytest.fixture
def site(jira):
    """The site with a thing of each kind."""
    jira.add_version("1.0", project="APP")
    jira.add_component("parser", project="APP")
    jira.add_group("developers")
    jira.add_role("Testers", project="APP")
    return jira


@pytest.mark.parametrize(
    ("method", "path", "body", "hint"),
    [
        ("POST", "issue", {"fields": {**NEW, "lables": ["x"]}}, "did you mean 'labels'?"),
        ("PUT", "issue/APP-1", {"fields": {"priority": {"name": "Hihg"}}}, "did you mean 'High'?"),
        ("POST", "issue", {"fields": {**NEW, "issuetype": {"name": "Tsak"}}}, "did you mean 'Task'?"),
        ("PUT", "issue/APP-1", {"feilds": {"labels": []}}, "feilds was ignored: did you mean 'fields'?"),
        ("GET", "issue/AP-1", None, "did you mean the project 'APP'?"),
        ("GET", "project/APPS", None, "did you mean the project 'APP'?"),
        ("GET", "isue/APP-1", None, "did you mean 'issue/{issueIdOrKey}'?"),
        ("GET", "issuelink/10000", None, "did you mean 'issueLink/{linkId}'?"),
        ("GET", "search/jql?jql=project=AAP", None, "did you mean the project 'APP'?"),
        ("GET", "search/jql?jql=project=APP AND fixVersion=1.1", None, "did you mean '1.0'?"),
        ("GET", "search/jql?jql=component=prser", None, "did you mean 'parser'?"),
        ("GET", "search/jql?jql=asignee=x", None, "did you mean 'assignee'?"),
        ("GET", "search/jql?jql=assignee=curentUser()", None, "did you mean 'currentUser'?"),
        ("GET", "group/member?groupname=devlopers", None, "did you mean 'developers'?"),
        ("POST", "issueLink", {"type": {"name": "Blcoks"}}, "did you mean 'Blocks'?"),
        (
            "POST",
            "issue/APP-1/comment",
            {"body": DOCUMENT, "visibility": {"type": "role", "value": "Tester"}},
            "did you mean 'Testers'?",
        ),
        (
            "POST",
            "issue/APP-1/comment",
            {"body": DOCUMENT, "visiblity": {}},
            "visiblity was ignored: did you mean 'visibility'?",
        ),
        (
            "POST",
            "issue/APP-1/comment",
            {"text": DOCUMENT},
            "text was ignored: known are 'body', 'visibility', 'properties'",
        ),
        (
            "POST",
            "issue/APP-1/comment",
            {"body": DOCUMENT, "properties": [{"key": "a", "vlue": 1}]},
            "properties.vlue was ignored: did you mean 'value'?",
        ),
        (
            "POST",
            "issue/APP-1/remotelink",
            {"object": {"url": "https://example.com", "titel": "x"}},
            "object.titel was ignored: did you mean 'title'?",
        ),
        ("POST", "mypermissions", {"a": 1}, "only GET"),
        ("GET", "mypermissions?permissions=LINK_ISUES", None, "did you mean 'LINK_ISSUES'?"),
    ],
)
def test_what_was_meant_is_told(site, ask, method, path, body, hint):
    """The line of a request ends with the nearest right thing."""
    if body and "type" in body:
        body |= {"inwardIssue": {"key": "APP-1"}, "outwardIssue": {"key": "APP-2"}}
    ask(method, path, json=body)
    assert _line(site).endswith(hint)


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ({"comments": {"body": DOCUMENT}}, "comments is not known: did you mean 'comment'?"),
        ({"comment": {"body": DOCUMENT}, "comments": {}}, "comments is not known: did you mean 'comment'?"),
        ({"type": {"nam": "Blocks"}}, "type.nam is not known: did you mean 'name'?"),
        ({"type": {"nonsense": "Blocks"}}, "type.nonsense is not known"),
        ({"inwardissue": {"key": "APP-1"}}, "inwardissue is not known: did you mean 'inwardIssue'?"),
    ],
)
def test_an_unknown_key_is_told_with_the_nearest(jira, ask, body, wrong):
    """What a body has beside what the operation takes is told with the nearest property of the same object."""
    ends = {"inwardIssue": {"key": "APP-1"}, "outwardIssue": {"key": "APP-2"}}
    ask("POST", "issueLink", json={"type": {"name": "Blocks"}, **ends, **body})
    assert _line(jira).endswith(f"400 PayloadInvalid: the body is not what the operation takes: {wrong}")


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "issue/APP-1/comment", {"body": DOCUMENT, "jsdPublic": True}),
        ("PUT", "issue/APP-1", {"fields": {"labels": []}, "notifyUsers": False}),
        ("GET", "issue/APP-9", None),
        ("GET", "search/jql?jql=project=XYZZY", None),
        ("GET", "dash/nothing", None),
    ],
)
def test_nothing_is_guessed_where_nothing_is_near(jira, ask, method, path, body):
    """What is like nothing that there is, and what clients send besides, is not commented on."""
    ask(method, path, json=body)
    assert "did you mean" not in _line(jira)
    assert "ignored" not in _line(jira)


def test_what_is_hostile_is_told_at_once(ask, jira):
    """Names and bodies of any size and form are looked at no further than somebody can have mistyped them."""
    long = "a" * 1_000_000
    ask("PUT", "issue/APP-1", json={"fields": {long: 1, "priority": {"name": long}}})
    ask("GET", f"is{long}/x")
    ask("POST", "issue/APP-1/comment", json={f"body{number}": 1 for number in range(2_000)})
    ask("POST", "issue/APP-1/comment", data="[" * 900 + "]" * 900, content_type="application/json")
    ask("PUT", "issue/APP-1", data="{", content_type="application/json")
    ask("PUT", "issue/APP-1", data="[" * 90_000, content_type="application/json")
    ask("POST", "search/jql", data="[1]", content_type="application/json")
    report = jira.report()
    assert report.count("was ignored") == 5
    assert all(len(line) < 5_000 for line in report.splitlines())


def test_a_site_below_a_path(jira):
    """The operation is known also where the site is below a path."""
    jira = FakeJira(base_url="https://jira.example.com/tracker")
    jira.add_issue("APP-1")
    body = {"body": "x", "visiblity": {}}
    jira.client().post(
        "/rest/api/2/issue/APP-1/comment", json=body, base_url="https://jira.example.com/tracker", auth=jira.auth
    )
    assert _line(jira).endswith("visiblity was ignored: did you mean 'visibility'?")
