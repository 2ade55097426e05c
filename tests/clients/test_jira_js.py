"""Node's jira.js makes, reads and deletes links over the live server, and finds each answer as Atlassian describes it.

jira.js checks every answer against the schema in Atlassian's description of the API, and throws where they differ.
"""

from __future__ import annotations

import pytest

from tests.clients.flow_clients import ALICE, added, between, task
from tests.clients.node import JiraJs, JiraJsError

TESTS = {"name": "Tests", "inward": "is tested by", "outward": "tests"}


@pytest.fixture
def connect(node, jira_linkfake_server):
    """Make clients of the site, which takes a user's email and token."""
    return lambda *credentials: JiraJs(node, jira_linkfake_server.url, *credentials)


@pytest.fixture
def client(connect):
    """A client that is signed in as alice."""
    return connect(*ALICE)


def link(name, source, destination, comment=None):
    """Return the parameters that ask for a link."""
    return {**between(name, source, destination), "comment": comment}


def document(text):
    """Return an Atlassian document of one paragraph."""
    paragraph = {"type": "paragraph", "content": [{"type": "text", "text": text}]}
    return {"type": "doc", "version": 1, "content": [paragraph]}


@pytest.fixture
def uses(client):
    """What the words of the table of refusals are with this client."""
    return {
        "link": lambda *link_and_comment: client("issueLinks.linkIssues", **link(*link_and_comment)),
        "read": lambda link_id: client("issueLinks.getIssueLink", linkId=link_id),
        "delete": lambda link_id: client("issueLinks.deleteIssueLink", linkId=link_id),
        "list types": lambda: client("issueLinkTypes.getIssueLinkTypes"),
        "read type": lambda type_id: client("issueLinkTypes.getIssueLinkType", issueLinkTypeId=type_id),
        "read issue": lambda key: client("issues.getIssue", issueIdOrKey=key),
        "read comments": lambda key: client("issueComments.getComments", issueIdOrKey=key),
    }


def test_link_from_the_cradle_to_the_grave(client, jira_linkfake):
    """A link is made, found on both issues, each with the other end alone, read with both ends, and deleted once."""
    assert client("issueLinks.linkIssues", **link("Blocks", "WEB-1", "WEB-2")) is None
    assert [str(made) for made in jira_linkfake.recorded_links] == ["WEB-1 blocks WEB-2"]

    (of_source,) = client("issues.getIssue", issueIdOrKey="WEB-1")["fields"]["issuelinks"]
    (of_destination,) = client("issues.getIssue", issueIdOrKey="WEB-2", fields=["issuelinks"])["fields"]["issuelinks"]
    assert (of_source["type"]["outward"], of_source["outwardIssue"]["key"]) == ("blocks", "WEB-2")
    assert (of_destination["type"]["inward"], of_destination["inwardIssue"]["key"]) == ("is blocked by", "WEB-1")
    assert "inwardIssue" not in of_source
    assert "outwardIssue" not in of_destination

    read = client("issueLinks.getIssueLink", linkId=of_source["id"])
    assert (read["inwardIssue"]["key"], read["outwardIssue"]["key"]) == ("WEB-1", "WEB-2")
    assert client("issueLinks.deleteIssueLink", linkId=of_source["id"]) is None
    jira_linkfake.assert_no_links()
    with pytest.raises(JiraJsError, match=f"No issue link with id '{of_source['id']}' exists"):
        client("issueLinks.deleteIssueLink", linkId=of_source["id"])


def test_repeated_link_is_made_once(client, jira_linkfake):
    """A second request for the same link succeeds and makes none."""
    for _ in range(2):
        client("issueLinks.linkIssues", **link("Blocks", "WEB-1", "WEB-2"))

    assert jira_linkfake.sentences() == ["WEB-1 blocks WEB-2"]


def test_wrong_use_throws_what_jira_says(refusal, uses, unchanged):
    """Each wrong use throws an error with Jira's status and its whole body, and changes nothing."""
    with unchanged(), pytest.raises(JiraJsError) as caught:
        uses[refusal.use](*refusal.args)

    assert caught.value.status == refusal.status
    assert caught.value.body["errorMessages"] == list(refusal.messages)
    assert tuple(caught.value.body["errors"].values()) == refusal.errors


@pytest.mark.parametrize("visibility", [{"type": "group", "value": "support"}, {"type": "role", "value": "Developers"}])
def test_restricted_comment_is_read_by_members_only(connect, client, jira_linkfake, visibility):
    """A link's comment is a document on the source; one for a group or a role is there for its members alone."""
    comment = {"body": document("Between us"), "visibility": visibility}
    client("issueLinks.linkIssues", **link("Duplicate", "WEB-2", "WEB-1", comment))

    (read,) = client("issueComments.getComments", issueIdOrKey="WEB-2")["comments"]
    assert (read["body"], read["author"]["displayName"]) == (document("Between us"), "alice")
    assert visibility.items() <= read["visibility"].items()
    assert client("issueComments.getComments", issueIdOrKey="WEB-1")["total"] == 0
    assert connect(*jira_linkfake.auth)("issueComments.getComments", issueIdOrKey="WEB-2")["total"] == 0


def test_text_is_no_comment_of_a_link(client, unchanged):
    """Version 3 has no comment that is a text, and without the comment no link is made either."""
    with unchanged(), pytest.raises(JiraJsError) as caught:
        client("issueLinks.linkIssues", **link("Duplicate", "WEB-2", "WEB-1", {"body": "The same crash"}))

    assert caught.value.body == {"errorMessages": [], "errors": {"comment": "Comment body is not valid!"}}


def test_comment_from_the_cradle_to_the_grave(client, jira_linkfake):
    """A text is sent to version 2 and read as a document; a document is changed as such; a deleted comment is gone."""
    comment = client("issueComments.addComment", issueIdOrKey="WEB-1", body="Restart it")
    assert comment["body"] == document("Restart it")
    one = {"issueIdOrKey": "WEB-1", "id": comment["id"]}

    client("issueComments.updateComment", **one, body={"body": document("Do not restart it")})
    assert [made.body for made in jira_linkfake.comments_of("WEB-1")] == ["Do not restart it"]
    assert client("issueComments.deleteComment", **one) is None
    assert jira_linkfake.comments_of("WEB-1") == []
    with pytest.raises(JiraJsError) as caught:
        client("issueComments.getComment", **one)
    assert (caught.value.name, caught.value.status) == ("NotFoundError", 404)


def test_issue_with_a_text_is_sent_to_version_2(client, jira_linkfake):
    """A description that is a text is sent to version 2, with the links beside it, and read as a document."""
    fields = {**task("Disk full"), "description": "On each first"}
    blocks = added("Blocks", outwardIssue="WEB-1")
    made = client("issues.createIssue", fields=fields, update={"issuelinks": [blocks]})

    assert {exchange.path for exchange in jira_linkfake.exchanges} == {"/rest/api/2/issue"}
    read = client("issues.getIssue", issueIdOrKey=made["id"])
    assert (read["key"], read["fields"]["description"]) == (made["key"], document("On each first"))
    jira_linkfake.assert_linked(made["key"], "blocks", "WEB-1")


def test_finds_page_by_page(client, jira_linkfake):
    """A search goes on where its token says, by GET and by POST, and is counted without its issues."""
    jira_linkfake.add_issues("WEB-3", "WEB-4", "WEB-5")
    search = {"jql": "project = WEB ORDER BY key", "maxResults": 2, "fields": ["summary"]}

    first = client("issueSearch.searchAndReconsileIssuesUsingJql", **search)
    token = first["nextPageToken"]
    second = client("issueSearch.searchAndReconsileIssuesUsingJqlPost", **search, nextPageToken=token)
    found = [issue["key"] for page in (first, second) for issue in page["issues"]]
    assert found == ["WEB-1", "WEB-2", "WEB-3", "WEB-4"]
    assert (first["isLast"], second["isLast"]) == (False, False)
    assert client("issueSearch.countIssues", jql="project = WEB") == {"count": 5}


def test_types_from_the_list_to_the_grave(connect, client, jira_linkfake):
    """The types are listed; an administrator makes one, changes it, and takes its links away with it."""
    administrator = connect(*jira_linkfake.auth)
    type_id = administrator("issueLinkTypes.createIssueLinkType", **TESTS)["id"]
    client("issueLinks.linkIssues", **link("Tests", "WEB-1", "WEB-2"))
    administrator("issueLinkTypes.updateIssueLinkType", issueLinkTypeId=type_id, outward="covers")

    types = client("issueLinkTypes.getIssueLinkTypes")["issueLinkTypes"]
    assert [one["name"] for one in types] == ["Blocks", "Cloners", "Duplicate", "Relates", "Tests"]
    assert jira_linkfake.sentences() == ["WEB-1 covers WEB-2"]
    with pytest.raises(JiraJsError) as caught:
        client("issueLinkTypes.deleteIssueLinkType", issueLinkTypeId=type_id)
    assert caught.value.status == 404
    administrator("issueLinkTypes.deleteIssueLinkType", issueLinkTypeId=type_id)
    jira_linkfake.assert_no_links()


@pytest.mark.jira_linkfake(credentials="issued")
@pytest.mark.parametrize(
    ("answers", "name", "status"), [("documented", "AuthError", 401), ("observed", "NotFoundError", 404)]
)
def test_wrong_credentials_throw(connect, jira_linkfake, unchanged, answers, name, status):
    """A wrong token is a failed login by Jira's reference; on real sites it makes the caller anonymous."""
    jira_linkfake.answers = answers
    with unchanged(), pytest.raises(JiraJsError) as caught:
        connect("alice@example.com", "not-hers")("issueLinks.linkIssues", **link("Blocks", "WEB-1", "WEB-2"))

    assert (caught.value.name, caught.value.status) == (name, status)


@pytest.mark.jira_linkfake(unsupported="answer")
def test_operation_that_is_not_served_throws(client):
    """An operation that the fake does not have is an error of the server, which names it."""
    with pytest.raises(JiraJsError, match="getAllDashboards") as caught:
        client("dashboards.getAllDashboards")

    assert (caught.value.name, caught.value.status) == ("ServerError", 501)
