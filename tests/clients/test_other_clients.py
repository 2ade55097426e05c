"""What clients in other languages send, as far as it differs from what the libraries of these tests do.

The requests were read in the sources of each: go-jira (andygrunwald), jira-cli (ankitpokhrel) and mcp-atlassian.
"""

from __future__ import annotations

import pytest
import requests

ENDS = {"inwardIssue": {"key": "WEB-1"}, "outwardIssue": {"key": "WEB-2"}}
# What encoding/json makes of go-jira's structs: a struct is never left out, and an empty string only where it says so.
GO_TYPE = {"name": "Blocks", "inward": "", "outward": ""}
GO_COMMENT = {
    "author": {"avatarUrls": {}},
    "updateAuthor": {"avatarUrls": {}},
    "body": "The same crash",
    "visibility": {},
}


@pytest.fixture
def send(site):
    """Send a request to the REST API as alice, with headers as jira-cli sends them with each write."""
    with requests.Session() as session:
        session.auth = ("alice@example.com", "alice-token")
        session.headers.update({"Accept": "application/json", "Content-Type": "application/json"})
        yield lambda method, path, **more: session.request(method, f"{site.url}/rest/api/{path}", **more)


def test_go_jira_links_with_a_type_of_empty_phrases(send, jira_linkfake):
    """A type's phrases may be empty: it is found by its name."""
    assert send("POST", "2/issueLink", json={"type": GO_TYPE, **ENDS}).status_code == 201
    jira_linkfake.assert_linked("WEB-1", "blocks", "WEB-2")


def test_go_jira_comments_without_a_restriction(send, jira_linkfake):
    """A comment whose visibility is there and empty is for everybody; its authors are not the sender's to name."""
    made = send("POST", "2/issueLink", json={"type": GO_TYPE, **ENDS, "comment": GO_COMMENT})

    assert made.status_code == 201
    (comment,) = jira_linkfake.comments_of("WEB-1")
    assert (comment.body, comment.author.name, comment.visibility) == ("The same crash", "alice", None)


def test_go_jira_links_with_empty_ids_beside_keys(send, jira_linkfake):
    """The Cloud edition sends an id with each issue, empty where it has a key."""
    ends = {side: {"id": "", **issue} for side, issue in ENDS.items()}

    assert send("POST", "3/issueLink", json={"type": {"id": "", **GO_TYPE}, **ends}).status_code == 201
    jira_linkfake.assert_linked("WEB-1", "blocks", "WEB-2")


def test_go_jira_links_no_issue_as_it_was_read(send, unchanged):
    """An issue that was read holds more than an end of a link may: Jira refuses the whole request."""
    read = send("GET", "2/issue/WEB-1").json()
    with unchanged():
        refused = send("POST", "2/issueLink", json={"type": GO_TYPE, **ENDS, "inwardIssue": read})

    assert refused.status_code == 400
    assert refused.json() == {
        "errorMessages": ["Invalid request payload. Refer to the REST API documentation and try again."]
    }


def test_jira_cli_links_by_a_name_of_the_list(send, jira_linkfake):
    """The name is looked up in the list, and the answer has to be 201."""
    names = [one["name"] for one in send("GET", "2/issueLinkType").json()["issueLinkTypes"]]
    made = send("POST", "2/issueLink", json={"type": {"name": names[2]}, **ENDS})

    assert made.status_code == 201
    jira_linkfake.assert_linked("WEB-1", "duplicates", "WEB-2")


def test_jira_cli_unlinks_the_wrong_one_of_two_links(send, jira_linkfake):
    """With two links between two issues the first in Jira's order is taken, whichever was meant."""
    jira_linkfake.add_link("WEB-1", "relates to", "WEB-2")
    jira_linkfake.add_link("WEB-1", "is blocked by", "WEB-2")

    links = send("GET", "3/issue/WEB-1").json()["fields"]["issuelinks"]
    first = next(link for link in links if link.get("outwardIssue", link.get("inwardIssue"))["key"] == "WEB-2")
    assert send("DELETE", f"2/issueLink/{first['id']}").status_code == 204
    assert jira_linkfake.sentences() == ["WEB-1 relates to WEB-2"]


def test_mcp_atlassian_takes_a_phrase_for_a_name(send, unchanged):
    """The name "Relates to", by which it links an issue to an epic where all else fails, is no type's."""
    with unchanged():
        refused = send("POST", "2/issueLink", json={"type": {"name": "Relates to"}, **ENDS})

    assert refused.status_code == 404
    assert refused.json()["errorMessages"] == ["No issue link type with name 'Relates to' found."]


def test_mcp_atlassian_comments_for_a_group(send, jira_linkfake):
    """A link's comment is a text, for a group where it is asked to be."""
    visibility = {"type": "group", "value": "support"}
    comment = {"body": "Between us", "visibility": visibility}

    assert send("POST", "2/issueLink", json={"type": {"name": "Blocks"}, **ENDS, "comment": comment}).ok
    (made,) = jira_linkfake.comments_of("WEB-1")
    assert (made.body, made.visibility.type, made.visibility.value) == ("Between us", "group", "support")


def test_mcp_atlassian_finds_by_a_link(send, jira_linkfake):
    """Issues are found by the key at the other end of a link, with POST and a list of fields, on Cloud."""
    jira_linkfake.add_link("WEB-1", "blocks", "WEB-2")
    jql = '(issueLink = "WEB-2") AND project = WEB ORDER BY created DESC'

    found = send("POST", "3/search/jql", json={"jql": jql, "fields": ["summary", "status"], "maxResults": 50})
    assert [(issue["key"], sorted(issue["fields"])) for issue in found.json()["issues"]] == [
        ("WEB-1", ["status", "summary"])
    ]


def test_mcp_atlassian_links_an_epic_as_the_parent(send, jira_linkfake):
    """An epic is a parent, which is set and is no link."""
    jira_linkfake.add_issue("WEB-3", type="Epic")

    assert send("PUT", "2/issue/WEB-1", json={"fields": {"parent": {"key": "WEB-3"}}}).status_code == 204
    assert send("GET", "2/issue/WEB-1").json()["fields"]["parent"]["key"] == "WEB-3"
    jira_linkfake.assert_no_links()


def test_jira_cli_adds_a_web_link(send):
    """A link to a page has an address and a title alone, and the answer has to be 201."""
    page = {"url": "https://status.example.com/7", "title": "Incident 7"}
    made = send("POST", "2/issue/WEB-1/remotelink", json={"object": page})

    assert made.status_code == 201
    assert send("GET", f"2/issue/WEB-1/remotelink/{made.json()['id']}").json()["object"].items() >= page.items()
