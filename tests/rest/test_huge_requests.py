"""Nothing that a client sends takes long or breaks, however big or however contrived it is."""

import json
from time import process_time

import pytest

DIGITS = "9" * 5000


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("GET", f"issue/{DIGITS}", None, 404),
        ("GET", f"issue/APP-{DIGITS}", None, 404),
        ("GET", f"issueLink/{DIGITS}", None, 400),
        ("GET", f"issue/APP-1/comment/{DIGITS}", None, 404),
        ("GET", f"project/{DIGITS}", None, 404),
        ("GET", f"project/search?startAt={DIGITS}", None, 400),
        ("GET", f"group?groupname=devs&expand=users[{DIGITS}:{DIGITS}]", None, 200),
        ("GET", f"mypermissions?permissions=BROWSE_PROJECTS&projectId={DIGITS}", None, 404),
        ("GET", f"search/jql?jql=created > -{DIGITS}d", None, 400),
        ("GET", f"search/jql?jql=id = {DIGITS}", None, 400),
        ("PUT", "issue/APP-1", {"fields": {f"customfield_{DIGITS}": 1}}, 400),
        ("PUT", "issue/APP-1", {"update": {f"customfield_{DIGITS}": [{"set": 1}]}}, 400),
        ("POST", "issue/APP-1/transitions", {"transition": {"id": DIGITS}}, 400),
        ("POST", "issueLink", {"type": {"id": DIGITS}, "inwardIssue": {"id": DIGITS}, "outwardIssue": {}}, 404),
        ("POST", "permissions/check", {"projectPermissions": [{"permissions": ["x"], "issues": [DIGITS]}]}, 400),
        ("POST", "comment/list", {"ids": [DIGITS]}, 400),
    ],
    ids=lambda value: str(value)[:20],
)
def test_ids_of_5000_digits(jira, method, path, body, status):
    """An id, a page or a count of 5,000 digits, more than Python reads, is answered as any that there is none of."""
    jira.add_group("devs")
    reply = jira.client().open(f"/rest/api/3/{path}", method=method, json=body, auth=jira.auth)
    assert reply.status_code == status
    assert jira.report().isascii()


LABELS = [{"add": str(number)} for number in range(7000)]
EVERYTHING = {"permissions": ["BROWSE_PROJECTS"] * 3000, "issues": [10000] * 3000, "projects": [10000] * 3000}


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("POST", "search/jql", {"jql": 'summary ~ "*a*a*a*a*a*a*a*b"'}, 200),
        ("POST", "search/jql", {"jql": f'summary ~ "{"*" * 100_000}b"'}, 200),
        ("POST", "search/jql", {"jql": f'summary ~ "{"*a" * 50_000}b"'}, 200),
        ("POST", "search/jql", {"jql": f'summary ~ "{"a " * 50_000}"'}, 501),
        ("POST", "search/jql", {"jql": f'created > "{"1w " * 30_000}x"'}, 400),
        ("PUT", "issue/APP-1", {"update": {"labels": LABELS}}, 204),
        ("POST", "permissions/check", {"projectPermissions": [EVERYTHING]}, 200),
    ],
    ids=["stars", "stars alone", "many stars", "many words", "spans", "labels", "permissions"],
)
def test_nothing_takes_long(jira, method, path, body, status):
    """A request that is made to take long is answered within seconds: it holds the site's lock while it lasts."""
    jira.add_issue("APP-9", summary="a" * 60)
    sent = json.dumps(body)
    begun = process_time()
    reply = jira.client().open(
        f"/rest/api/3/{path}", method=method, data=sent, content_type="application/json", auth=jira.auth
    )
    assert process_time() - begun < 5
    assert reply.status_code == status


def test_permissions_that_are_asked_for_twice(jira):
    """What a body names twice is told once: the reference calls these lists of unique items."""
    asked = {"permissions": ["BROWSE_PROJECTS"] * 2, "issues": [10000] * 2, "projects": [10000] * 2}
    reply = jira.client().post("/rest/api/3/permissions/check", json={"projectPermissions": [asked]}, auth=jira.auth)
    assert reply.json == {
        "globalPermissions": [],
        "projectPermissions": [{"permission": "BROWSE_PROJECTS", "issues": [10000], "projects": [10000]}],
    }
